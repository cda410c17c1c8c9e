//! Placeables as numbered inline elements: one that stands in both texts has one number.

use crate::flat::{Piece, pieces};

/// A part of a text. A placeable has a number.
pub(crate) type Numbered<'t> = (Piece<'t>, usize);

/// The parts of a text and of its translation.
pub(crate) fn numbered<'t>(source: &'t str, target: &'t str) -> [Vec<Numbered<'t>>; 2] {
    let mut numbers: Vec<(&str, usize)> = Vec::new();
    let source = number(source, |code, all| {
        let number = all + 1;
        numbers.push((code, number));
        number
    });
    let mut next = numbers.len();
    let target = number(target, |code, _| {
        if let Some(index) = numbers.iter().position(|(it, _)| *it == code) {
            return numbers.remove(index).1;
        }
        next += 1;
        next
    });
    [source, target]
}

fn number<'t>(text: &'t str, mut next: impl FnMut(&'t str, usize) -> usize) -> Vec<Numbered<'t>> {
    // A text with a brace alone is text as a whole.
    let pieces = pieces(text).unwrap_or_else(|_| vec![Piece::Text(text)]);
    let mut all = 0;
    let numbered = pieces.into_iter().map(|piece| match piece {
        Piece::Text(_) => (piece, 0),
        Piece::Code(code) => {
            let number = next(code, all);
            all += 1;
            (piece, number)
        }
    });
    numbered.collect()
}
