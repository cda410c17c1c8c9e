//! What a rule says about one place.

use std::{borrow::Cow, cmp::Ordering, fmt, ops::Range, sync::Arc};

use faq_content::Position;

/// What a rule says about one place of one file, for a translator to read.
///
/// Its texts quote translators and are sanitized: they hold no character that could steer a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Locale it is about, where it is about one.
    pub locale: Option<Arc<str>>,
    /// Path relative to the root, with `/`. The file may be one that does not exist yet.
    pub path: Arc<str>,
    /// First character of the place.
    pub start: Position,
    /// The character after the place; equal to `start` where the finding is about a file as a whole.
    pub end: Position,
    /// The place in bytes of the file.
    pub span: Range<usize>,
    /// Fluent id of the message, a term's with its `-`.
    pub message: Option<String>,
    /// What is wrong: one sentence, lower case, identifiers in backticks.
    pub text: String,
    /// What to do about it.
    pub help: Option<Cow<'static, str>>,
    /// What mends it, where that is safe. None in the reference, which is never changed for its owner.
    pub fix: Option<Fix>,
    /// Identity of the finding: stays the same when lines move. 16 hexadecimal digits.
    pub fingerprint: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; does not stop anything.
    Warning,
    /// Must not ship.
    Error,
}

impl Finding {
    /// Puts findings in the order of reports. Those of one file mostly are in it already, and then this is only a look.
    pub(crate) fn sort(findings: &mut [Self]) {
        if !findings.is_sorted_by(|one, other| one.by_place(other).is_le()) {
            findings.sort_by(Self::by_place);
        }
    }

    /// The order of reports.
    pub(crate) fn by_place(&self, other: &Self) -> Ordering {
        (&self.path, self.start, self.rule, &self.text).cmp(&(
            &other.path,
            other.start,
            other.rule,
            &other.text,
        ))
    }
}

impl Severity {
    /// As in every report.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a rule points. It points at text; the runner makes positions of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A byte range of a file of the locale, by the index of the file.
    Span(usize, Range<usize>),
    /// A byte range of a settings file of the locale, by its name.
    Setting(&'static str, Range<usize>),
    /// A file as a whole, or one that should exist, by its path.
    Path(String),
}

/// What a rule found, before it has a name and a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Place,
    /// Fluent id of the message, a term's with its `-`.
    pub message: Option<String>,
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: Option<Cow<'static, str>>,
    /// What mends it, in the file of the place.
    pub fix: Option<Edit>,
}

/// Other text for a part of a file. Every other byte of the file stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The part, as a byte range of the file; empty where something is put in.
    pub span: Range<usize>,
    /// What is to stand there; empty where something is taken out.
    pub text: String,
}

/// An edit that mends a finding, and where it is in lines and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is to be changed.
    pub edit: Edit,
    /// First character of what is replaced.
    pub start: Position,
    /// The character after what is replaced; equal to `start` where something is put in.
    pub end: Position,
}

/// Collects what rules find.
#[derive(Debug, Default)]
pub struct Hits {
    hits: Vec<Hit>,
}

impl Hits {
    /// Adds a finding without help or message; the returned hit takes both.
    pub fn add(&mut self, place: Place, text: impl Into<String>) -> &mut Hit {
        self.hits.push_mut(Hit { place, message: None, text: text.into(), help: None, fix: None })
    }

    /// Takes everything out.
    pub fn take(&mut self) -> Vec<Hit> {
        std::mem::take(&mut self.hits)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }
}

impl Hit {
    /// Says what to do about it.
    pub fn help(&mut self, help: impl Into<Cow<'static, str>>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Says what mends it. Only what changes no meaning may be mended so.
    pub fn fix(&mut self, span: Range<usize>, text: impl Into<String>) -> &mut Self {
        self.fix = Some(Edit { span, text: text.into() });
        self
    }

    /// Says which message it is about.
    pub fn message(&mut self, id: impl Into<String>) -> &mut Self {
        self.message = Some(id.into());
        self
    }
}
