//! Why a file that a task cannot do without could not be read.

use std::{fmt, ops::Range};

use crate::Position;

/// A catalog, registry or policy file that is not what it should be: where, what, and the way out.
///
/// This is an error, not a finding: nothing can be checked before it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MalformedFile {
    /// Path as it was given, with `/` between its parts.
    pub path: String,
    /// Where in the file.
    pub position: Position,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl MalformedFile {
    /// A mistake at the byte range `span` of `text`, which stands in the file `path`.
    pub fn at(path: &str, text: &str, span: &Range<usize>, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            position: Position::of(text, span.start),
            message: message.into(),
            help: None,
        }
    }

    /// The same mistake with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What the TOML reader has to say about `text`.
    pub fn from_toml(path: &str, text: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or(0..0);
        Self::at(path, text, &span, error.message().trim().replace('\n', "; "))
    }
}

impl fmt::Display for MalformedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file's name and what stands in it are not ours: on a line of its own it could be a command to a CI system.
        write!(f, "{}:{}: {}", one_line(&self.path), self.position, one_line(&self.message))?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

impl std::error::Error for MalformedFile {}

fn one_line(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { '\u{fffd}' } else { it }).collect()
}
