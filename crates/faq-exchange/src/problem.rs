//! What is wrong with a file that was handed in.

use std::{fmt, ops::Range};

/// Why a file is not taken: where, what, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Byte range of the text that was read; the caller makes line and column of it.
    pub span: Range<usize>,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// Something wrong at the byte `at`.
    pub(crate) fn at(at: usize, message: impl Into<String>) -> Self {
        Self { span: at..at, message: message.into(), help: None }
    }

    /// The same with a way out.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

impl std::error::Error for Problem {}
