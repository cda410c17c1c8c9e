//! Changes a Fluent file entry by entry; what no change names stays as it is, byte for byte.
//!
//! The new text is read again and compared: unless it has the entries that were asked for and all others as they were,
//! there is no new text.

mod draft;
mod entry_text;
mod pattern;

use std::fmt;

use fluent_syntax::ast::Entry;

use crate::{
    limits::Limits,
    pieces::{Piece, PieceKind, pieces},
};
use draft::Draft;

/// One change of a Fluent file. An `id` is written as in the file: a term's starts with `-`.
///
/// An `entry` is a message or term as it would stand in a file, with a comment of its own or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FtlEdit<'a> {
    /// Gives the value, or the attribute of this name, another text; an attribute that is not there is added.
    SetPattern {
        /// The message or term.
        id: &'a str,
        /// The attribute; none for the value.
        attribute: Option<&'a str>,
        /// What stands after the `=`.
        pattern: &'a str,
    },
    /// Puts an entry in the place of the one of its id, whose comment stays unless the new one brings its own.
    Replace {
        /// The new entry.
        entry: &'a str,
    },
    /// Puts a new entry behind another.
    InsertAfter {
        /// The message or term that it is to follow.
        id: &'a str,
        /// The new entry.
        entry: &'a str,
    },
    /// Puts a new entry at the end.
    Append {
        /// The new entry.
        entry: &'a str,
    },
    /// Puts a new entry at the end of the group below `## heading`, which is made at the end of the file where there is none.
    AppendInGroup {
        /// What stands after `## `, on one line.
        heading: &'a str,
        /// The new entry.
        entry: &'a str,
    },
    /// Removes an entry and its own comment.
    Remove {
        /// The message or term.
        id: &'a str,
    },
}

/// Why a file cannot be changed as asked. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotEdit {
    /// There is no message or term of this id.
    Unknown(String),
    /// There is one already.
    Known(String),
    /// It is defined more than once, and there is no saying which is meant.
    Twice(String),
    /// This is not one message or term that can be read.
    NotAnEntry(String),
    /// The file is too large to be read.
    TooLarge,
    /// The result would say something else than was asked for.
    WouldDiffer,
}

/// A message or term where it stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FtlEntry<'s> {
    /// Its id; a term's starts with `-`.
    pub id: &'s str,
    /// The lines of its own comment, with their `#`; empty where it has none.
    pub comment: &'s str,
    /// The comment of its group (`##`) as it stands above it; empty where there is none.
    pub group: &'s str,
    /// The entry itself, without blank lines after it.
    pub text: &'s str,
}

/// `source` after `edits`, one after the other.
///
/// A new entry stands in its usual form, and one that stood in its usual form does so afterwards.
pub fn edit(source: &str, edits: &[FtlEdit<'_>]) -> Result<String, CannotEdit> {
    if source.len() > Limits::FILE_BYTES {
        return Err(CannotEdit::TooLarge);
    }
    let body = source.trim_start_matches('\u{feff}');
    let originals = pieces(body);
    let mut draft = Draft::of(body, &originals)?;
    edits.iter().try_for_each(|edit| draft.apply(edit))?;
    let text = draft.text();
    if draft.says(&text) {
        let mark = source.get(..source.len() - body.len()).unwrap_or_default();
        Ok(format!("{mark}{text}"))
    } else {
        Err(CannotEdit::WouldDiffer)
    }
}

/// The messages and terms of `source`, in order; what cannot be read is left out.
pub fn entries(source: &str) -> Vec<FtlEntry<'_>> {
    if source.len() > Limits::FILE_BYTES {
        return Vec::new();
    }
    let pieces = pieces(source.trim_start_matches('\u{feff}'));
    let (mut group, mut comment) = ("", "");
    let mut entries = Vec::new();
    for piece in &pieces {
        let text = piece.without_blank_lines();
        match &piece.kind {
            PieceKind::Entry(entry) => {
                entries.push(FtlEntry { id: id_of(text, entry), comment, group, text });
            }
            PieceKind::Comment if text.starts_with("## ") => group = text,
            PieceKind::Comment | PieceKind::Unread => {}
        }
        comment = if is_own_comment(piece) { text } else { "" };
    }
    entries
}

/// The id of an entry as it stands at the start of its text.
pub(crate) fn id_of<'s>(text: &'s str, entry: &Entry<&'s str>) -> &'s str {
    match entry {
        Entry::Message(message) => message.id.name,
        Entry::Term(term) => text.get(..=term.id.name.len()).unwrap_or(term.id.name),
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => "",
    }
}

/// Whether it is a comment that belongs to the entry after it.
pub(crate) fn is_own_comment(piece: &Piece<'_>) -> bool {
    matches!(piece.kind, PieceKind::Comment) && !piece.text.starts_with("##") && !piece.is_parted()
}

impl fmt::Display for CannotEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => write!(f, "there is no `{id}`"),
            Self::Known(id) => write!(f, "there is a `{id}` already"),
            Self::Twice(id) => write!(f, "`{id}` is defined more than once"),
            Self::NotAnEntry(text) => write!(f, "this is not one text that can be read: `{text}`"),
            Self::TooLarge => f.write_str("the file is too large to be read"),
            Self::WouldDiffer => {
                f.write_str("the file would say something else than was asked for")
            }
        }
    }
}

impl std::error::Error for CannotEdit {}

#[cfg(test)]
mod tests;
