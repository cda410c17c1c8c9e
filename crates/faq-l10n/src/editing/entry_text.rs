//! The text of one entry: its usual form, its line ends, what stands after it.

use fluent_syntax::ast::Entry;

use crate::{
    formatter::written,
    pieces::{PieceKind, pieces},
};

/// The text, and the line end and the blank lines after it.
pub(super) fn without_tail(text: &str) -> (&str, &str) {
    let end = text.trim_end_matches([' ', '\r', '\n']).len();
    let spaces = text.get(end..).unwrap_or_default();
    let spaces = spaces.len() - spaces.trim_start_matches(' ').len();
    text.split_at_checked(end + spaces).unwrap_or((text, ""))
}

pub(super) fn with_line_ends(text: &str, newline: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', newline)
}

/// An entry in its usual form, with `\n` and without the last; none where it has none.
pub(super) fn usual(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    // The writer reads it without a look at what would stop a parser.
    only_entry(&text)?;
    written(&text).map(|it| it.trim_end_matches('\n').to_owned())
}

pub(super) fn is_usual(text: &str) -> bool {
    usual(text).is_some_and(|it| it == text.replace("\r\n", "\n"))
}

pub(super) fn only_entry(text: &str) -> Option<Entry<&str>> {
    let mut pieces = pieces(text);
    let piece = pieces.pop().filter(|_| pieces.is_empty())?;
    match piece.kind {
        PieceKind::Entry(entry) => Some(entry),
        PieceKind::Comment | PieceKind::Unread => None,
    }
}
