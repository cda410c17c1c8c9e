//! Defects of signs between and around words.

use std::ops::Range;

use super::{Operator, Seeded, characters::words, operator};
use crate::{random::Random, scene::Scene};

pub(super) const OPERATORS: &[Operator] = &[
    operator("double-space", "spacing", double_space),
    operator("space-before-comma", "spacing", space_before_comma),
    operator("drop-space-of-french", "spacing", drop_space_of_french),
    operator("space-beside-wide-comma", "spacing", space_beside_wide_comma),
    operator("straight-quotes", "quotation-marks", straight_quotes),
    operator("one-straight-quote", "quotation-marks", one_straight_quote),
    operator("double-word", "doubled-word", double_word),
    operator("drop-bracket", "unbalanced-bracket", drop_bracket),
    operator("drop-full-stop", "end-punctuation", drop_full_stop),
    operator("drop-question-mark", "not-a-question", drop_question_mark),
];

/// Every place of `wanted` in the running text.
fn places(scene: &Scene, wanted: &[char]) -> Vec<Range<usize>> {
    let pieces = scene.pieces();
    pieces
        .iter()
        .flat_map(|piece| {
            piece
                .text
                .match_indices(wanted)
                .map(|(at, sign)| piece.span.start + at..piece.span.start + at + sign.len())
        })
        .collect()
}

fn double_space(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let is_inside = |it: &Range<usize>| {
        let text = scene.text();
        let before = text.get(..it.start).and_then(|it| it.chars().next_back());
        let after = text.get(it.end..).and_then(|it| it.chars().next());
        // Inside of a tag nobody sees it.
        let tag =
            text.get(..it.start).and_then(|it| it.rsplit(['<', '>']).next()).unwrap_or_default();
        let is_in_tag = text.get(..it.start - tag.len()).is_some_and(|it| it.ends_with('<'));
        before.is_some_and(char::is_alphabetic)
            && after.is_some_and(char::is_alphabetic)
            && !is_in_tag
    };
    let inside: Vec<_> = places(scene, &[' ']).into_iter().filter(is_inside).collect();
    scene.edit(random.pick(&inside)?, "  ")
}

fn space_before_comma(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    // The rule keeps quiet about languages in which it is free, or not known.
    if matches!(scene.language(), "ht" | "hi" | "ar" | "th") {
        return None;
    }
    let ends_a_word = |it: &Range<usize>| {
        let text = scene.text();
        let before = text.get(..it.start).and_then(|it| it.chars().next_back());
        let after = text.get(it.end..).and_then(|it| it.chars().next());
        before.is_some_and(char::is_alphabetic) && after == Some(' ')
    };
    let commas: Vec<_> = places(scene, &[',']).into_iter().filter(ends_a_word).collect();
    let comma = random.pick(&commas)?;
    scene.edit(comma.start..comma.start, " ")
}

fn drop_space_of_french(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if scene.language() != "fr" {
        return None;
    }
    let belongs_to_a_sign = |it: &Range<usize>| {
        let text = scene.text();
        let after = text.get(it.end..).is_some_and(|it| it.starts_with(['?', '!', ':', ';', '»']));
        after || text.get(..it.start).is_some_and(|it| it.ends_with('«'))
    };
    let spaces = places(scene, &['\u{a0}', '\u{202f}']);
    let spaces: Vec<_> = spaces.into_iter().filter(belongs_to_a_sign).collect();
    scene.edit(random.pick(&spaces)?, random.pick(&["", " "])?)
}

fn space_beside_wide_comma(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !matches!(scene.language(), "zh" | "ja") {
        return None;
    }
    let is_inside = |it: &Range<usize>| {
        let after = scene.text().get(it.end..).and_then(|it| it.chars().next());
        after.is_some_and(char::is_alphabetic)
    };
    let commas: Vec<_> = places(scene, &['，', '、']).into_iter().filter(is_inside).collect();
    let comma = random.pick(&commas)?;
    scene.edit(comma.end..comma.end, " ")
}

/// Pairs of quotation marks, in the languages of the sources.
const QUOTES: [(char, char); 6] =
    [('«', '»'), ('“', '”'), ('„', '“'), ('„', '”'), ('「', '」'), ('”', '“')];

/// The marks around the first quotation, with the spaces inside of them.
fn quotation(scene: &Scene) -> Option<(Range<usize>, Range<usize>)> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let find = |(open, close): &(char, char)| {
        let start = text.find(*open)?;
        let inside = start + open.len_utf8();
        let end = inside + text.get(inside..)?.find(*close)?;
        Some((start..inside, end..end + close.len_utf8()))
    };
    let (open, close) = QUOTES.iter().find_map(find)?;
    // Straight marks in a tag are markup.
    if text.contains('<') {
        return None;
    }
    let shift = |it: Range<usize>| it.start + value.start..it.end + value.start;
    Some((shift(open), shift(close)))
}

fn straight_quotes(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let (open, close) = quotation(scene)?;
    let inside = scene.text().get(open.end..close.start)?.trim();
    scene.edit(open.start..close.end, &format!("\"{inside}\""))
}

fn one_straight_quote(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let (_, close) = quotation(scene)?;
    scene.edit(close, "\"")
}

fn double_word(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    // Elsewhere words may stand twice, or are not parted by spaces.
    if !matches!(scene.language(), "es" | "fr" | "de" | "pt" | "it" | "pl" | "ru" | "uk" | "el") {
        return None;
    }
    let is_small = |it: &Range<usize>| {
        let text = scene.text();
        // A word that is joined to another one, or is marked, is not taken for the same.
        let is_free = text.get(..it.start).is_some_and(|it| it.ends_with([' ', '\n']));
        let parted =
            is_free && text.get(it.end..).is_some_and(|it| it.starts_with([' ', '.', ',']));
        let word = text.get(it.clone()).unwrap_or_default();
        parted && word.chars().all(char::is_lowercase) && !["vous", "nous"].contains(&word)
    };
    let words: Vec<_> = words(scene, 4).into_iter().filter(is_small).collect();
    let word = random.pick(&words)?;
    let text = scene.text().get(word.clone())?;
    scene.edit(word.end..word.end, &format!(" {text}"))
}

fn drop_bracket(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let brackets = places(scene, &['(', ')', '（', '）']);
    // What the reference has not may be closed by a face or the number of an item.
    let is_in_reference = scene.reference_pieces().iter().any(|it| it.text.contains('('));
    if is_in_reference { scene.edit(random.pick(&brackets)?, "") } else { None }
}

fn drop_full_stop(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let stop = text.chars().next_back().filter(|it| ".。।".contains(*it))?;
    // What a placeable ends with nobody knows, and one word with a stop may be an abbreviation.
    let ends_with_word = |text: &str| {
        let last = text.rsplit(['}', '>']).next().unwrap_or_default();
        last.trim_end_matches([' ', stop, '.']).chars().count() > 4
    };
    let reference = scene.reference_text().get(scene.reference_span()?)?;
    if !ends_with_word(text) || !ends_with_word(reference.trim_end()) {
        return None;
    }
    scene.edit(value.end - stop.len_utf8()..value.end, "")
}

fn drop_question_mark(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let signs = ['?', '？', '؟', ';', '¿', '\u{a0}'];
    // `か` at the end asks by itself.
    if text.ends_with("か？") {
        return None;
    }
    let asks = text.ends_with(['?', '？', '؟', ';']) || text.starts_with('¿');
    if asks { scene.edit(value, &text.replace(signs, "")) } else { None }
}
