//! A file in parts, which changes are made to.

use std::borrow::Cow;

use super::{
    CannotEdit, FtlEdit,
    entry_text::{is_usual, only_entry, usual, with_line_ends, without_tail},
    id_of, is_own_comment,
    pattern::{differs_only_in, pattern_span},
};
use crate::pieces::{Piece, PieceKind, pieces};

/// A file on its way to another.
pub(super) struct Draft<'o, 's> {
    originals: &'o [Piece<'s>],
    parts: Vec<Part<'s>>,
    newline: &'static str,
    /// Whether a blank line stands between two entries.
    parted: bool,
}

/// A piece of the file, or what is to stand in its place.
struct Part<'s> {
    text: Cow<'s, str>,
    /// The piece that it is, if it is as it was, blank lines after it aside.
    original: Option<usize>,
    kind: PartKind,
}

enum PartKind {
    /// A comment that the next part owns.
    OwnComment,
    /// A message or term, by its id.
    Entry(String),
    /// What cannot be read.
    Unread,
    /// Any other comment, and blank lines before everything.
    Other,
}

/// An entry that is to come into the file, in the file's line ends, without blank lines after it.
struct NewEntry {
    id: String,
    comment: Option<String>,
    text: String,
}

impl<'o, 's> Draft<'o, 's> {
    pub(super) fn of(body: &'s str, originals: &'o [Piece<'s>]) -> Result<Self, CannotEdit> {
        let length: usize = originals.iter().map(|piece| piece.text.len()).sum();
        let (blank, rest) = body.split_at_checked(body.len() - length).unwrap_or_default();
        let is_whole = blank.trim_matches([' ', '\r', '\n']).is_empty()
            && originals.iter().map(|piece| piece.text).collect::<String>() == rest;
        let is_entry = |piece: &&Piece<'_>| matches!(piece.kind, PieceKind::Entry(_));
        let parted = originals.array_windows().all(|[piece, next]| {
            !is_entry(&piece) || piece.is_parted() || matches!(next.kind, PieceKind::Unread)
        });
        let crlf =
            body.find('\n').is_some_and(|at| body.get(..at).is_some_and(|it| it.ends_with('\r')));
        let owned = |index| {
            originals.get(index).is_some_and(is_own_comment)
                && originals.get(index + 1).is_some_and(|it| is_entry(&it))
        };
        let blank = Part { text: blank.into(), original: None, kind: PartKind::Other };
        let pieces = originals.iter().enumerate().map(|(index, piece)| Part {
            text: piece.text.into(),
            original: Some(index),
            kind: match &piece.kind {
                PieceKind::Entry(entry) => PartKind::Entry(id_of(piece.text, entry).to_owned()),
                PieceKind::Comment if owned(index) => PartKind::OwnComment,
                PieceKind::Comment => PartKind::Other,
                PieceKind::Unread => PartKind::Unread,
            },
        });
        let parts = std::iter::once(blank).chain(pieces).collect();
        let newline = if crlf { "\r\n" } else { "\n" };
        if is_whole {
            Ok(Self { originals, parts, newline, parted })
        } else {
            Err(CannotEdit::WouldDiffer)
        }
    }

    pub(super) fn apply(&mut self, edit: &FtlEdit<'_>) -> Result<(), CannotEdit> {
        match *edit {
            FtlEdit::SetPattern { id, attribute, pattern } => {
                self.set_pattern(id, attribute, pattern)
            }
            FtlEdit::Replace { entry } => self.replace(entry),
            FtlEdit::InsertAfter { id, entry } => {
                let at = self.find(id)? + 1;
                self.insert(at, entry)
            }
            FtlEdit::Append { entry } => self.insert(self.parts.len(), entry),
            FtlEdit::AppendInGroup { heading, entry } => self.append_in_group(heading, entry),
            FtlEdit::Remove { id } => self.remove(id),
        }
    }

    pub(super) fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_ref()).collect()
    }

    /// Whether `text`, which the parts make, is read as these parts, each comment with the entry it is of.
    pub(super) fn says(&self, text: &str) -> bool {
        let found = pieces(text);
        let fresh: Vec<Vec<Piece<'_>>> = self
            .parts
            .iter()
            .map(|part| if part.original.is_none() { pieces(&part.text) } else { Vec::new() })
            .collect();
        let expected = self.parts.iter().zip(&fresh).flat_map(|(part, fresh)| {
            let original = part.original.and_then(|index| self.originals.get(index));
            original.map_or(fresh.as_slice(), std::slice::from_ref)
        });
        let expected: Vec<&Piece<'_>> = expected.collect();
        let parts = self.parts.get(1..).unwrap_or_default();
        let is_entry = |piece: &Piece<'_>| matches!(piece.kind, PieceKind::Entry(_));
        found.len() == expected.len()
            && found.iter().zip(&expected).all(|(a, b)| a.means(b))
            && found
                .array_windows()
                .map(|[a, b]| is_own_comment(a) && is_entry(b))
                .eq(parts.array_windows().map(|[a, b]| a.is_own_comment() && b.id().is_some()))
    }

    /// Index of the part that is this message or term.
    fn find(&self, id: &str) -> Result<usize, CannotEdit> {
        let mut found = self.parts.iter().enumerate().filter(|(_, it)| it.id() == Some(id));
        let (index, _) = found.next().ok_or_else(|| CannotEdit::Unknown(id.to_owned()))?;
        if found.next().is_some() { Err(CannotEdit::Twice(id.to_owned())) } else { Ok(index) }
    }

    fn set_pattern(
        &mut self,
        id: &str,
        attribute: Option<&str>,
        pattern: &str,
    ) -> Result<(), CannotEdit> {
        let index = self.find(id)?;
        let newline = self.newline;
        let part = self.part(index)?;
        let refused = || CannotEdit::NotAnEntry(pattern.to_owned());
        let (text, tail) = without_tail(&part.text);
        let old = only_entry(text).ok_or(CannotEdit::WouldDiffer)?;
        let span = pattern_span(text, &old, attribute);
        let (before, after) = match span {
            Some(span) => (
                text.get(..span.start).unwrap_or_default().to_owned(),
                text.get(span.end..).unwrap_or_default(),
            ),
            None => (format!("{text}{newline}    .{} =", attribute.unwrap_or_default()), ""),
        };
        let pattern = pattern.trim_end_matches([' ', '\r', '\n']);
        let space = if pattern.starts_with(['\r', '\n']) { "" } else { " " };
        let after_line = if after.is_empty() { "" } else { newline };
        let new = format!("{before}{space}{pattern}{after_line}{after}");
        let new = if is_usual(text) { usual(&new).unwrap_or(new) } else { new };
        let new = with_line_ends(&new, newline);
        let entry = only_entry(&new).ok_or_else(refused)?;
        if !differs_only_in(&old, &entry, attribute) {
            return Err(refused());
        }
        let new = format!("{new}{tail}");
        part.text = new.into();
        part.original = None;
        Ok(())
    }

    fn replace(&mut self, entry: &str) -> Result<(), CannotEdit> {
        let new = self.read(entry)?;
        let index = self.find(&new.id)?;
        let newline = self.newline;
        let part = self.part(index)?;
        let tail = without_tail(&part.text).1.to_owned();
        part.text = format!("{}{tail}", new.text).into();
        part.original = None;
        let Some(comment) = new.comment else { return Ok(()) };
        let comment = Part::comment(format!("{comment}{newline}"));
        match self.own_comment(index) {
            Some(at) => *self.part(at)? = comment,
            None => self.parts.insert(index, comment),
        }
        Ok(())
    }

    /// Puts a new entry before the part at `at`.
    fn insert(&mut self, mut at: usize, entry: &str) -> Result<(), CannotEdit> {
        let new = self.read(entry)?;
        // What cannot be read may go on over the start of an entry.
        while let Some(Part { kind: PartKind::Unread, .. }) = self.before(at) {
            at -= 1;
        }
        if self.parts.iter().any(|part| part.id() == Some(&new.id)) {
            return Err(CannotEdit::Known(new.id));
        }
        let (newline, is_last, parted) = (self.newline, at >= self.parts.len(), self.parted);
        let mut tail = newline.repeat(if parted && !is_last { 2 } else { 1 });
        let before = self.part(at.saturating_sub(1))?;
        if before.id().is_some() && !parted {
            // Blank lines that end a group end it behind the new entry.
            let (text, old) = without_tail(&before.text);
            if !old.is_empty() {
                old.clone_into(&mut tail);
            }
            before.text = format!("{text}{newline}").into();
        } else {
            before.end_with_blank_line(newline);
        }
        let text = format!("{}{tail}", new.text).into();
        self.parts.insert(at, Part { text, original: None, kind: PartKind::Entry(new.id) });
        if let Some(comment) = new.comment {
            self.parts.insert(at, Part::comment(format!("{comment}{newline}")));
        }
        Ok(())
    }

    fn append_in_group(&mut self, heading: &str, entry: &str) -> Result<(), CannotEdit> {
        if heading.contains(['\r', '\n']) {
            return Err(CannotEdit::NotAnEntry(heading.to_owned()));
        }
        let heading = format!("## {heading}");
        let is_heading = |part: &Part<'_>| part.id().is_none() && part.text.trim_end() == heading;
        let starts_group = |part: &Part<'_>| part.id().is_none() && part.text.starts_with("##");
        if let Some(start) = self.parts.iter().position(is_heading) {
            let rest = self.parts.iter().skip(start + 1);
            let length = rest.take_while(|part| !starts_group(part)).count();
            return self.insert(start + 1 + length, entry);
        }
        let newline = self.newline;
        if let Some(last) = self.parts.last_mut() {
            last.end_with_blank_line(newline);
        }
        let heading = Part::comment(format!("{heading}{}", newline.repeat(2)));
        self.parts.push(Part { kind: PartKind::Other, ..heading });
        self.insert(self.parts.len(), entry)
    }

    fn remove(&mut self, id: &str) -> Result<(), CannotEdit> {
        let index = self.find(id)?;
        let first = self.own_comment(index).unwrap_or(index);
        let is_last = index + 1 == self.parts.len();
        let removed: Vec<Part<'_>> = self.parts.drain(first..=index).collect();
        let tail = removed.last().map_or("", |part| without_tail(&part.text).1).to_owned();
        // Blank lines that end a group, and the end of the file, stay.
        if let Some(before) = self.parts.get_mut(first.saturating_sub(1)) {
            let (text, old) = without_tail(&before.text);
            let is_longer =
                before.id().is_some() && tail.matches('\n').count() > old.matches('\n').count();
            if is_last && !text.is_empty() || is_longer {
                before.text = format!("{text}{tail}").into();
            }
        }
        Ok(())
    }

    fn part(&mut self, index: usize) -> Result<&mut Part<'s>, CannotEdit> {
        self.parts.get_mut(index).ok_or(CannotEdit::WouldDiffer)
    }

    fn before(&self, index: usize) -> Option<&Part<'s>> {
        self.parts.get(index.checked_sub(1)?)
    }

    /// Index of the own comment of the entry at `index`.
    fn own_comment(&self, index: usize) -> Option<usize> {
        self.before(index)?.is_own_comment().then(|| index - 1)
    }

    fn read(&self, entry: &str) -> Result<NewEntry, CannotEdit> {
        let lf = entry.replace("\r\n", "\n");
        let refused = || CannotEdit::NotAnEntry(entry.to_owned());
        let pieces = pieces(&lf);
        let (comment, piece) = match pieces.as_slice() {
            [piece] => (None, piece),
            [comment, piece] if is_own_comment(comment) => (Some(comment), piece),
            _ => return Err(refused()),
        };
        let PieceKind::Entry(read) = &piece.kind else { return Err(refused()) };
        let text = piece.without_blank_lines();
        let line_ends = |text: &str| with_line_ends(text, self.newline);
        Ok(NewEntry {
            id: id_of(text, read).to_owned(),
            comment: comment.map(|it| line_ends(it.without_blank_lines())),
            text: line_ends(usual(text).as_deref().unwrap_or(text)),
        })
    }
}

impl Part<'_> {
    fn comment(text: String) -> Self {
        Self { text: text.into(), original: None, kind: PartKind::OwnComment }
    }

    /// The id of an entry.
    fn id(&self) -> Option<&str> {
        match &self.kind {
            PartKind::Entry(id) => Some(id),
            PartKind::OwnComment | PartKind::Unread | PartKind::Other => None,
        }
    }

    /// So that what follows does not belong to it. Nothing needs no end.
    fn end_with_blank_line(&mut self, newline: &str) {
        if !self.text.is_empty() {
            let ends = without_tail(&self.text).1.matches('\n').count();
            self.text.to_mut().push_str(&newline.repeat(2_usize.saturating_sub(ends)));
        }
    }

    fn is_own_comment(&self) -> bool {
        matches!(self.kind, PartKind::OwnComment)
    }
}
