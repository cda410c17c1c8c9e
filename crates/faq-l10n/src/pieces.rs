//! A Fluent file cut into its comments, its messages and terms, and what cannot be read: in order, without gaps.

use fluent_syntax::{
    ast::{Comment, Entry},
    parser,
};

use crate::{
    cut_escapes::cut_escapes,
    limits::{too_deep, too_large},
    source::span_of,
};

/// A part of a file, up to the next one, with the blank lines after it.
#[derive(Debug)]
pub(crate) struct Piece<'s> {
    pub(crate) text: &'s str,
    pub(crate) kind: PieceKind<'s>,
}

#[derive(Debug)]
pub(crate) enum PieceKind<'s> {
    /// A comment, which belongs to the entry after it if no blank line parts the two.
    Comment,
    /// A message or term, without its comment.
    Entry(Entry<&'s str>),
    /// What no parser can or may read.
    Unread,
}

impl<'s> Piece<'s> {
    /// Whether a blank line follows.
    pub(crate) fn is_parted(&self) -> bool {
        match self.kind {
            // Its blank lines are part of it.
            PieceKind::Unread => false,
            PieceKind::Comment | PieceKind::Entry(_) => {
                let rest = self.text.get(self.without_blank_lines().len()..).unwrap_or_default();
                rest.matches('\n').count() > 1
            }
        }
    }

    pub(crate) fn without_blank_lines(&self) -> &'s str {
        self.text.trim_end_matches([' ', '\r', '\n'])
    }

    /// The lines of a comment, without what no reader sees.
    pub(crate) fn comment_lines(&self) -> impl Iterator<Item = &'s str> {
        self.without_blank_lines().lines().map(|line| line.trim_end_matches([' ', '\t']))
    }

    /// Whether a reader would see the same.
    pub(crate) fn means(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (PieceKind::Comment, PieceKind::Comment) => {
                self.comment_lines().eq(other.comment_lines())
            }
            (PieceKind::Entry(entry), PieceKind::Entry(other)) => entry == other,
            (PieceKind::Unread, PieceKind::Unread) => {
                self.text.trim_end_matches(['\r', '\n'])
                    == other.text.trim_end_matches(['\r', '\n'])
            }
            (PieceKind::Comment | PieceKind::Entry(_) | PieceKind::Unread, _) => false,
        }
    }
}

/// The parts of a text, in order and without gaps, except for blank lines before the first.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let deep = too_deep(text).into_iter().map(|deep| deep.entry);
    let mut cuts: Vec<_> = deep.chain(too_large(text)).collect();
    cuts.sort_by_key(|cut| (cut.start, cut.end));
    let mut pieces = Vec::new();
    let mut start = 0;
    for cut in cuts {
        read(text.get(start..cut.start).unwrap_or_default(), &mut pieces);
        start = start.max(cut.start);
        if let Some(text) = text.get(start..cut.end).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text, kind: PieceKind::Unread });
        }
        start = start.max(cut.end);
    }
    read(text.get(start..).unwrap_or_default(), &mut pieces);
    pieces
}

/// The parts of a text in which nothing nests too deep.
fn read<'s>(text: &'s str, pieces: &mut Vec<Piece<'s>>) {
    let mut start = 0;
    for cut in cut_escapes(text) {
        read_safe(text.get(start..cut.entry.start).unwrap_or_default(), pieces);
        start = cut.entry.end;
        pieces
            .push(Piece { text: text.get(cut.entry).unwrap_or_default(), kind: PieceKind::Unread });
    }
    read_safe(text.get(start..).unwrap_or_default(), pieces);
}

/// The parts of a text that a parser may see.
fn read_safe<'s>(text: &'s str, pieces: &mut Vec<Piece<'s>>) {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let starts: Option<Vec<(usize, PieceKind<'s>)>> =
        resource.body.into_iter().flat_map(|entry| starts(text, entry)).collect();
    let Some(starts) = starts else {
        pieces.push(Piece { text, kind: PieceKind::Unread });
        return;
    };
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]).collect();
    for ((start, kind), end) in starts.into_iter().zip(ends) {
        pieces.push(Piece { text: text.get(start..end).unwrap_or_default(), kind });
    }
}

/// Where an entry's comment starts, if it has one, and where the entry does. None where that is not known.
fn starts<'s>(text: &str, mut entry: Entry<&'s str>) -> Vec<Option<(usize, PieceKind<'s>)>> {
    let of_comment = |comment: &Comment<&str>| line_start(text, comment.content.first()?);
    let (comment, start) = match &mut entry {
        Entry::Message(message) => (message.comment.take(), line_start(text, message.id.name)),
        Entry::Term(term) => (term.comment.take(), line_start(text, term.id.name)),
        Entry::Comment(comment)
        | Entry::GroupComment(comment)
        | Entry::ResourceComment(comment) => (None, of_comment(comment)),
        Entry::Junk { content } => (None, span_of(text, content).map(|span| span.start)),
    };
    let kind = match entry {
        Entry::Message(_) | Entry::Term(_) => PieceKind::Entry(entry),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {
            PieceKind::Comment
        }
        Entry::Junk { .. } => PieceKind::Unread,
    };
    let comment = comment.map(|it| of_comment(&it).map(|start| (start, PieceKind::Comment)));
    comment.into_iter().chain([start.map(|start| (start, kind))]).collect()
}

/// Where the line of `part`, a slice of `text`, starts.
fn line_start(text: &str, part: &str) -> Option<usize> {
    let before = text.get(..span_of(text, part)?.start)?;
    Some(before.rfind('\n').map_or(0, |newline| newline + 1))
}
