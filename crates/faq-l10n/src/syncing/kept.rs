//! Whether a file that was brought in step still has everything that it had.

use std::collections::BTreeSet;

use super::waiting::is_waiting;
use crate::{
    editing::entries,
    offers::defined_id,
    pieces::{Piece, PieceKind, pieces},
};

/// Whether `after` says what `before` says: the same texts with the same comments, what cannot be read, every comment of somebody
/// else. What waits for a translation does not count, nor what was `inserted`.
pub(super) fn is_kept(before: &str, after: &str, inserted: &BTreeSet<&str>) -> bool {
    let texts = |source| {
        let entries = entries(source).into_iter().filter(|it| !inserted.contains(it.id));
        entries.map(|it| (it.id, it.text, own_lines(it.comment))).collect::<Vec<_>>()
    };
    let mut comments = comments(after).into_iter();
    texts(before) == texts(after)
        && unread(before) == unread(after)
        && self::comments(before).iter().all(|it| comments.any(|after| after == *it))
}

/// Ids of the messages and terms that are there and cannot be read.
pub(super) fn lost_ids(source: &str) -> Vec<&str> {
    unread(source).into_iter().flat_map(|text| text.lines().filter_map(defined_id)).collect()
}

/// What cannot be read.
pub(super) fn unread(source: &str) -> Vec<&str> {
    let is_unread = |it: &Piece<'_>| matches!(it.kind, PieceKind::Unread);
    let pieces = pieces(source.trim_start_matches('\u{feff}'));
    pieces.iter().filter(|it| is_unread(it)).map(|it| it.text.trim_end()).collect()
}

/// The comments in which nothing waits.
fn comments(source: &str) -> Vec<&str> {
    let is_comment = |it: &Piece<'_>| matches!(it.kind, PieceKind::Comment);
    let pieces = pieces(source.trim_start_matches('\u{feff}'));
    let comments = pieces.iter().filter(|it| is_comment(it)).map(Piece::without_blank_lines);
    comments.filter(|it| !it.lines().any(is_waiting)).collect()
}

fn own_lines(comment: &str) -> Vec<&str> {
    comment
        .lines()
        .filter(|it| !is_waiting(it) && !it.starts_with(super::waiting::BEFORE))
        .collect()
}
