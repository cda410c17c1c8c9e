//! Numbers that say together what none of them says alone, and that have an order: dates, times, ratios, addresses of machines,
//! sections of laws, and the numbers of each sentence.

use crate::{
    text::counted::Difference,
    text::numbers::digit,
    text::numbers::told::{Side, Told},
    text::sentences::each_sentence,
};

/// Digits that signs without spaces join: `2025-03-04`, `8:03`, `2/3`, `10.0.0.2`.
struct Joined<'t> {
    text: &'t str,
    /// Each number without leading zeros.
    parts: Vec<String>,
    /// The first sign.
    sign: char,
}

/// What the reference says and what stands in its place, with the same numbers in another order.
pub(crate) fn reordered<'t>(
    expected: &'t Side<'_>,
    found: &'t Side<'_>,
) -> Option<(&'t str, &'t str)> {
    reordered_joined(expected, found).or_else(|| swapped_section(expected, found))
}

fn reordered_joined<'t>(expected: &'t Side<'_>, found: &'t Side<'_>) -> Option<(&'t str, &'t str)> {
    let joined = |side: &'t Side<'_>| -> Vec<Joined<'t>> {
        side.texts.iter().flat_map(|text| joined_in(text)).collect()
    };
    let ordered: Vec<Joined<'_>> = joined(expected);
    if ordered.is_empty() {
        return None;
    }
    let own: Vec<Joined<'_>> = joined(found);
    let is_there = |it: &Joined<'_>| own.iter().any(|own| own.parts == it.parts);
    ordered.iter().filter(|it| has_order(it) && !is_there(it)).find_map(|it| {
        let same = |own: &&Joined<'_>| has_order(own) && is_reordered(it, own);
        Some((it.text, own.iter().find(same)?.text))
    })
}

/// The numbers in `text` that signs join.
fn joined_in(text: &str) -> Vec<Joined<'_>> {
    let mut all = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        let Some(first) = digit(first) else { continue };
        let (mut parts, mut signs) = (vec![String::from(first)], Vec::new());
        let mut end = characters.peek().map_or(text.len(), |it| it.0);
        while let Some((_, next)) = characters.peek().copied() {
            let mut ahead = characters.clone();
            ahead.next();
            if let Some(digit) = digit(next) {
                parts.last_mut().into_iter().for_each(|part| part.push(digit));
            } else if matches!(next, '.' | ':' | '/' | '-')
                && ahead.peek().is_some_and(|(_, it)| digit(*it).is_some())
            {
                parts.push(String::new());
                signs.push(next);
            } else {
                break;
            }
            characters = ahead;
            end = characters.peek().map_or(text.len(), |it| it.0);
        }
        if let Some(sign) = signs.first() {
            let parts = parts.iter().map(|it| it.trim_start_matches('0').to_owned()).collect();
            let text = text.get(start..end).unwrap_or_default();
            all.push(Joined { text, parts, sign: *sign });
        }
    }
    all
}

/// Whether another order of the numbers says something else. A range is left to its own rule, and so are telephone numbers.
fn has_order(it: &Joined<'_>) -> bool {
    match (it.sign, it.parts.len()) {
        ('.' | ':', 3..) => true,
        ('-', 3) => is_year_first(it),
        (':', 2) => true,
        ('/', 2) => {
            let values: Vec<u32> = it.parts.iter().filter_map(|it| it.parse().ok()).collect();
            values.iter().all(|it| *it <= 10)
        }
        _ => false,
    }
}

fn is_year_first(it: &Joined<'_>) -> bool {
    it.parts.first().is_some_and(|it| it.len() == 4)
}

fn is_reordered(expected: &Joined<'_>, own: &Joined<'_>) -> bool {
    let sorted = |it: &Joined<'_>| -> Vec<String> {
        let mut parts = it.parts.clone();
        parts.sort_unstable();
        parts
    };
    let is_date = expected.parts.len() == 3 && expected.parts.iter().any(|it| it.len() == 4);
    (expected.sign == own.sign)
        && sorted(expected) == sorted(own)
        && (!is_date || (is_year_first(expected) && is_year_first(own)))
}

/// `7102 U.S.C. § 42` for `42 U.S.C. § 7102`.
fn swapped_section<'t>(expected: &'t Side<'_>, found: &'t Side<'_>) -> Option<(&'t str, &'t str)> {
    let sections = |side: &'t Side<'_>| -> Vec<(&'t str, &'t str, &'t str)> {
        let pairs = side.values().zip(side.values().skip(1)).enumerate();
        let section = |(index, (title, section))| {
            let (between, all) = side.pair(index)?;
            CODES.iter().any(|code| between.contains(code)).then_some((title, section, all))
        };
        pairs.filter_map(section).collect()
    };
    let (sections, own): (Vec<_>, Vec<_>) = (sections(expected), sections(found));
    sections.iter().find_map(|(title, section, all)| {
        let is_there = own.iter().any(|own| own.0 == *title && own.1 == *section);
        let swapped = own.iter().find(|own| own.0 == *section && own.1 == *title)?;
        (!is_there && title != section).then_some((*all, swapped.2))
    })
}

/// Codes of laws that are quoted by title and section.
const CODES: [&str; 4] = ["U.S.C", "USC", "C.F.R", "CFR"];

/// Two numbers that have changed places between two sentences or items of a list, with the sentence that has the second one now.
pub(crate) fn moved_between_sentences<'t>(
    expected: &'t Side<'_>,
    found: &'t Side<'_>,
) -> Option<(Vec<Told>, Vec<Told>)> {
    let ([reference], [own]) = (expected.texts, found.texts) else { return None };
    let told = |side: &Side<'_>, text: &'t str| -> Vec<Vec<Told>> {
        let mut sentences = Vec::new();
        each_sentence(text, |sentence| {
            let start = sentence.as_ptr().addr() - text.as_ptr().addr();
            let range = start..start + sentence.len();
            let inside = side.numbers.iter().filter(|it| range.contains(&it.span.start));
            sentences.push(inside.map(|it| it.told.clone()).collect());
        });
        sentences
    };
    let (sentences, own) = (told(expected, reference), told(found, own));
    if sentences.len() != own.len() || sentences.len() < 2 {
        return None;
    }
    let changes =
        sentences.into_iter().zip(own).map(|(expected, own)| Difference::of(expected, own, false));
    let changes: Vec<Difference<Told>> = changes.filter(|it| !it.is_empty()).collect();
    match changes.as_slice() {
        [one, other] => {
            let is_exchange = one.lost == other.added && one.added == other.lost;
            (is_exchange && !one.lost.is_empty() && !one.added.is_empty())
                .then(|| (one.lost.clone(), one.added.clone()))
        }
        _ => None,
    }
}
