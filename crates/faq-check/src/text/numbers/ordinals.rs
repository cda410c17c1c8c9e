//! Ordinals and fractions in words: "third" said as "second", "half" as "a quarter".

use std::collections::BTreeSet;

use crate::{
    language::Language,
    text::numbers::values,
    text::words::said::Exchange,
    text::words::search::{self, Rows},
};

/// An ordinal or a fraction that a text has in words.
struct Said<'l> {
    /// `3`, `1/3`
    value: &'l str,
    word: &'l str,
    /// Whether the word says nothing else.
    is_sure: bool,
}

/// An ordinal or a fraction in words that stands in the place of another.
pub(crate) fn exchanged_ordinal(
    (reference, language): (&str, &Language),
    (own, own_language): (&str, &Language),
) -> Option<Exchange> {
    let expected = said(reference, language);
    if !expected.iter().any(|it| it.is_sure) {
        return None;
    }
    let found = said(own, own_language);
    // A number more may say the same: the 3rd, 50 %.
    let numbers = |text| values(text).into_iter().map(|it| it.value).collect::<BTreeSet<_>>();
    if !found.iter().any(|it| it.is_sure) || !numbers(own).is_subset(&numbers(reference)) {
        return None;
    }
    let is_spelled = |text: &str, language: &Language, value: &str| {
        // What a fraction is made of is no fraction: the `三` of `三分之一`.
        let words = language.spelled_numbers().get(value);
        words.is_some_and(|words| search::has_any(text, words))
    };
    let lost = expected.iter().filter(|it| it.is_sure).find(|it| {
        found.iter().all(|own| !is_same(own.value, it.value))
            && !is_spelled(own, own_language, it.value)
    })?;
    let new = found.iter().filter(|it| it.is_sure).find(|it| {
        expected.iter().all(|known| !is_same(known.value, it.value))
            && !is_spelled(reference, language, it.value)
    })?;
    let shown = |it: &Said<'_>| it.word.trim_end_matches('*').to_owned();
    Some(Exchange { expected: shown(lost), found: shown(new) })
}

/// What a text in small letters says, without words that are part of a longer one: the `third` of `one third`.
fn said<'l>(text: &str, language: &'l Language) -> Vec<Said<'l>> {
    let mut all = Vec::new();
    let rows = Rows::of(text);
    for (value, words) in language.ordinals() {
        for item in words {
            let word = item.strip_prefix('~').unwrap_or(item);
            if rows.may_have(word) && search::count(text, word) > 0 {
                all.push(Said { value, word, is_sure: word.len() == item.len() });
            }
        }
    }
    let stem = |it: &Said<'l>| it.word.trim_end_matches('*');
    let longer: Vec<&str> = all.iter().map(stem).collect();
    let is_part =
        |it: &Said<'l>| longer.iter().any(|other| *other != stem(it) && other.contains(stem(it)));
    let parts: Vec<bool> = all.iter().map(is_part).collect();
    let mut parts = parts.into_iter();
    all.retain(|_| !parts.next().unwrap_or_default());
    all
}

/// Whether two say the same, or the one may stand for the other: many languages have one word for the third and a third.
fn is_same(one: &str, other: &str) -> bool {
    let is_whole = |value: &str| whole(value) == value;
    one == other || (is_whole(one) != is_whole(other) && whole(one) == whole(other))
}

/// The number of an ordinal, or what a fraction is named after.
fn whole(value: &str) -> &str {
    value.split_once('/').map_or(value, |(_, parts)| parts)
}
