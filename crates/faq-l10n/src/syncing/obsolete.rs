//! Translations that the reference no longer asks for: taken out of the files, kept beside them, put back when they are asked for.

use crate::{
    editing::{FtlEntry, id_of, is_own_comment},
    pieces::{Piece, PieceKind, pieces},
};

const HEADER: &str = "### Translations of texts that the FAQ no longer has. Nobody reads this file but `cargo xtask sync`, which puts a text back\n### when the FAQ has it again. To put one back yourself, move its lines into another file.\n";

/// Adds translations with their comments, and comments alone.
pub(super) fn add(text: &mut String, moved: &[FtlEntry<'_>], comments: &[String]) {
    let entries = moved.iter().map(|it| [it.comment, it.text].join("\n"));
    for block in entries.chain(comments.iter().cloned()) {
        if text.is_empty() {
            text.push_str(HEADER);
        }
        text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        text.extend(block.trim_start_matches('\n').lines().flat_map(|line| [line, "\n"]));
    }
}

/// The text without the translations that are asked for, and these. Of several of one text the last counts; the others stay.
pub(super) fn take<'s>(
    source: &'s str,
    asked: impl Iterator<Item = &'s str>,
) -> (String, Vec<FtlEntry<'s>>) {
    let pieces = pieces(source);
    let mut gone = vec![false; pieces.len()];
    let mut taken = Vec::new();
    for id in asked {
        let is_it = |piece: &Piece<'s>| match &piece.kind {
            PieceKind::Entry(entry) => id_of(piece.text, entry) == id,
            PieceKind::Comment | PieceKind::Unread => false,
        };
        let Some(index) = pieces.iter().rposition(is_it) else { continue };
        let Some(piece) = pieces.get(index) else { continue };
        let own = index.checked_sub(1).filter(|at| pieces.get(*at).is_some_and(is_own_comment));
        let comment = own.and_then(|at| pieces.get(at)).map_or("", Piece::without_blank_lines);
        taken.push(FtlEntry { id, comment, group: "", text: piece.without_blank_lines() });
        for at in own.into_iter().chain([index]) {
            if let Some(gone) = gone.get_mut(at) {
                *gone = true;
            }
        }
    }
    if taken.is_empty() {
        return (source.to_owned(), taken);
    }
    let left = pieces.iter().zip(&gone).filter(|(_, gone)| !**gone);
    let mut text: String = left.map(|(piece, _)| piece.text).collect();
    text.truncate(text.trim_end().len());
    text.push('\n');
    (text, taken)
}
