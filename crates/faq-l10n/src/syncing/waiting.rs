//! The texts that wait for a translation in a file: each is as the reference has it today, or goes.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    editing::{FtlEntry, is_own_comment},
    offers::{MARK, behind_mark, marked, offered_id},
    pieces::{Piece, PieceKind, pieces},
    plural_variants::PluralForms,
};

/// Begins the line above the texts that came after a file was begun.
const HEADING: &str = "## Not translated yet";

/// Stands before what waited and is another text now: somebody may have written a translation there.
pub(super) const BEFORE: &str = "# Before:";

/// What may wait.
pub(super) struct Waiting<'a, 'r> {
    /// The texts of the reference.
    pub(super) wanted: &'a BTreeMap<&'r str, FtlEntry<'r>>,
    /// What the locale has.
    pub(super) known: &'a BTreeSet<&'r str>,
    pub(super) forms: &'a PluralForms,
}

/// A file without the block at its end.
pub(super) struct Waits {
    /// The file, in which what waits is as the reference has it.
    pub(super) text: String,
    /// What the block holds: ids, and lines without the last line end.
    pub(super) block: Vec<(String, String)>,
    /// Comments in which waited what the reference no longer has.
    pub(super) gone: Vec<String>,
}

/// Whether it is a line of what waits, or the heading above.
pub(super) fn is_waiting(line: &str) -> bool {
    behind_mark(line).is_some() || line.starts_with(HEADING)
}

/// The file with the block at its end.
pub(super) fn with_block(mut text: String, block: &[(String, String)], newline: &str) -> String {
    if block.is_empty() {
        return text;
    }
    let said = text.trim_end_matches([' ', '\r', '\n']).len();
    if text.get(..said).is_some_and(|it| it.trim_start_matches('\u{feff}').is_empty()) {
        text.truncate(said);
    } else {
        // Spaces after the last words stay; blank lines are as many as the next run leaves, too.
        let after = text.get(said..).unwrap_or_default();
        text.truncate(said + after.find(['\r', '\n']).unwrap_or(after.len()));
        text.push_str(&newline.repeat(2));
    }
    let how = format!(
        "{HEADING}: remove `{MARK} ` from the lines of a text and put your words behind the `=`."
    );
    let blocks = std::iter::once(how.as_str()).chain(block.iter().map(|(_, it)| it.as_str()));
    let new = blocks.collect::<Vec<_>>().join("\n\n");
    text.push_str(&new.lines().flat_map(|line| [line, newline]).collect::<String>());
    text
}

/// How the lines of a file end.
pub(super) fn newline(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") { "\r\n" } else { "\n" }
}

impl Waiting<'_, '_> {
    /// Parts a file from the block at its end, and brings up to date what waits.
    pub(super) fn apart(&self, source: &str) -> Waits {
        let body = source.trim_start_matches('\u{feff}');
        let pieces = pieces(body);
        let length: usize = pieces.iter().map(|it| it.text.len()).sum();
        let newline = newline(source);
        let mut text = source.get(..source.len() - length).unwrap_or_default().to_owned();
        let (mut block, mut in_block, mut seen) = (Vec::new(), false, BTreeSet::new());
        let mut gone = Vec::new();
        let mut is_last_gone = false;
        for (index, piece) in pieces.iter().enumerate() {
            let lines: Vec<&str> = piece.without_blank_lines().lines().collect();
            let is_comment = matches!(piece.kind, PieceKind::Comment);
            if !is_comment || !lines.iter().any(|line| is_waiting(line)) {
                text.push_str(piece.text);
                is_last_gone = false;
                continue;
            }
            in_block |= lines.iter().any(|line| line.starts_with(HEADING));
            let is_entry = |it: &Piece<'_>| matches!(it.kind, PieceKind::Entry(_));
            let is_owned = is_own_comment(piece) && pieces.get(index + 1).is_some_and(is_entry);
            let Comment { lines: mut new, first, is_spare, gone: mut old } =
                self.comment(&lines, &mut seen);
            if first.is_none() && !is_owned && !old.is_empty() {
                old.splice(0..0, new.drain(..));
            }
            gone.extend((!old.is_empty()).then(|| old.join("\n")));
            let tail = piece.text.get(piece.without_blank_lines().len()..).unwrap_or_default();
            is_last_gone = true;
            match first {
                Some(id) if in_block && !is_owned => block.push((id, new.join("\n"))),
                None if new.is_empty() || is_spare && !is_owned => {
                    // What it parted stays parted: two comments would become one.
                    if text.lines().last().is_some_and(|line| line.starts_with('#')) {
                        text.push_str(newline);
                    }
                }
                Some(_) | None if new == lines => {
                    text.push_str(piece.text);
                    is_last_gone = false;
                }
                Some(_) | None => {
                    text.push_str(&new.join(newline));
                    text.push_str(tail);
                    is_last_gone = false;
                }
            }
        }
        if is_last_gone && text.trim_end().len() < text.len() {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
            text.push_str(if text.trim_start_matches('\u{feff}').is_empty() {
                ""
            } else {
                newline
            });
        }
        Waits { text, block, gone }
    }

    /// A comment in which texts wait, up to date.
    fn comment(&self, lines: &[&str], seen: &mut BTreeSet<String>) -> Comment {
        let mut notes: Vec<String> = Vec::new();
        let mut offers: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut is_open = false;
        for line in lines.iter().filter(|line| !line.starts_with(HEADING)) {
            match (offered_id(line), offers.last_mut()) {
                (Some(id), _) => offers.push((id, vec![line])),
                (None, Some((_, of_offer))) if is_open && behind_mark(line).is_some() => {
                    of_offer.push(line);
                }
                (None, _) => notes.push((*line).to_owned()),
            }
            is_open = behind_mark(line).is_some();
        }
        let of_reference = offers.iter().filter_map(|(id, _)| self.wanted.get(id));
        let is_spare = of_reference.into_iter().any(|it| it.comment.lines().eq(&notes));
        let (mut waits, mut gone) = (Vec::new(), Vec::new());
        let mut first = None;
        for (id, old) in offers {
            let Some(entry) = self.wanted.get(id) else {
                gone.extend(old.into_iter().map(str::to_owned));
                continue;
            };
            let fresh = marked(entry, self.forms);
            if fresh != old {
                let text = old.iter().filter_map(|line| behind_mark(line));
                notes.extend(text.map(|line| format!("{BEFORE} {line}")));
            }
            if !self.known.contains(id) && seen.insert(id.to_owned()) {
                waits.extend(fresh);
                first.get_or_insert_with(|| id.to_owned());
            }
        }
        notes.extend(waits);
        Comment { lines: notes, first, is_spare, gone }
    }
}

struct Comment {
    lines: Vec<String>,
    /// The first text that waits in it.
    first: Option<String>,
    /// Whether what stands before the texts is from the reference.
    is_spare: bool,
    /// The lines of texts that the reference no longer has.
    gone: Vec<String>,
}
