//! Words that say one of a few things, and what was said in the place of it: another month, another number, "over" for "under".

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::{Outline, Target};

use crate::{
    context::LocaleContext,
    finding::Hits,
    language::Language,
    text::numbers::{digit, values},
    text::running_text::{PLACEABLE, running_texts},
    text::translation::Translation,
    text::words::search::{self, Rows},
};

/// What the reference says and what stands in the place of it, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exchange {
    pub(crate) expected: String,
    pub(crate) found: String,
}

impl Exchange {
    /// For a reader: what the message says and what the reference says.
    pub(crate) fn in_words(&self, id: &str) -> String {
        let Self { expected, found } = self;
        format!("`{id}` says `{found}` where the reference text says `{expected}`")
    }
}

/// Adds a finding for each message of the locale that says something else than the reference, where the reference may say
/// something of this `kind`. `find` is given both texts in small letters.
pub(crate) fn report_exchanges(
    context: &LocaleContext<'_, '_>,
    (kind, find): (u8, impl Fn(&str, &str) -> Option<Exchange>),
    help: &'static str,
    hits: &mut Hits,
) {
    let may_say = |it: &Translation<'_, '_>| {
        let place = it.reference_place;
        context.signalled(place.file()).get(place.message()).is_some_and(|kinds| kinds & kind != 0)
    };
    let wants = |file| context.signalled(file).iter().any(|kinds| kinds & kind != 0);
    for it in context.translations_of(wants).filter(may_say) {
        let (reference, own) = (said(it.reference), said(it.message));
        if let Some(exchange) = find(&reference, &own) {
            it.at_id(hits, exchange.in_words(&it.id())).help(help);
        }
    }
}

/// The months, then the days of the week, by the names that all languages share in `data/words.toml`.
const DATES: [&[&str]; 2] = [
    &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

/// A word of fewer letters is the name of a month only beside a number: `may`, `march`, `mar`.
const SURE_LETTERS: usize = 6;

/// A month or a day of the week that stands in the place of another.
pub(crate) fn exchanged_date(
    (reference, language): (&str, &Language),
    (own, own_language): (&str, &Language),
) -> Option<Exchange> {
    DATES.iter().find_map(|names| {
        let expected = dates(reference, language, names, true);
        if expected.is_empty() {
            return None;
        }
        let found = dates(own, own_language, names, false);
        let lost = |(index, _): &(&usize, &&str)| {
            let is_month = names.len() == 12;
            let is_said = is_month && has_more(own, reference, *index + 1);
            !(found.contains_key(*index) || is_said)
        };
        let (_, expected_word) = expected.iter().find(lost)?;
        // What the reference may say as well is no other month.
        let said = dates(reference, language, names, false);
        let (_, found_word) = found.iter().find(|(index, _)| !said.contains_key(*index))?;
        Some(Exchange { expected: shown(expected_word), found: shown(found_word) })
    })
}

/// Whether a message says a month or a day of the week for sure: most that have the word "may" do not.
pub(crate) fn says_date(message: Outline<'_, '_>, language: &Language) -> bool {
    let said = said(message);
    DATES.iter().any(|names| !dates(&said, language, names, true).is_empty())
}

/// Whether `text`, in small letters, names the month of this number.
pub(crate) fn names_month(text: &str, language: &Language, number: &str) -> bool {
    let [months, _] = DATES;
    number.parse().ok().and_then(|number: usize| months.get(number.checked_sub(1)?)).is_some_and(
        |name| {
            let words = language.dates().get(*name).map_or(&[][..], Vec::as_slice);
            words.iter().any(|word| is_named(text, word, true))
        },
    )
}

/// Which of `names` the text says, with the word for each. `sure`: a short word has to stand beside a number.
fn dates<'l>(
    text: &str,
    language: &'l Language,
    names: &[&str],
    sure: bool,
) -> BTreeMap<usize, &'l str> {
    let mut found = BTreeMap::new();
    let rows = Rows::of(text);
    for (index, name) in names.iter().enumerate() {
        let words = language.dates().get(*name).map_or(&[][..], Vec::as_slice);
        let mut words = words.iter().filter(|word| rows.may_have(word));
        if let Some(word) = words.find(|word| is_named(text, word, sure)) {
            found.insert(index, word.as_str());
        }
    }
    found
}

fn is_named(text: &str, word: &str, sure: bool) -> bool {
    let start = word.trim_end_matches('*');
    let needs_number = sure && start.is_ascii() && start.len() < SURE_LETTERS;
    search::count(text, word) > 0
        && (!needs_number
            || text.match_indices(start).any(|(at, _)| {
                let (before, after) = text.split_at(at);
                let after = after.get(start.len()..).unwrap_or_default();
                let joint = |it: char| matches!(it, ' ' | '\u{a0}' | ',' | '.' | '-' | '/');
                before.trim_end_matches(joint).ends_with(|it| digit(it).is_some())
                    || after.trim_start_matches(joint).starts_with(|it| digit(it).is_some())
            }))
}

/// Whether `own` has this number more often than `reference`.
fn has_more(own: &str, reference: &str, number: usize) -> bool {
    let number = number.to_string();
    let times = |text: &str| values(text).iter().filter(|it| it.value == number).count();
    times(own) > times(reference)
}

/// A number in words that stands in the place of another; one and two are left to grammar.
pub(crate) fn exchanged_number(
    (reference, language): (&str, &Language),
    (own, own_language): (&str, &Language),
) -> Option<Exchange> {
    let digits: BTreeSet<String> =
        values(reference).into_iter().chain(values(own)).map(|it| it.value).collect();
    let rows = Rows::of(reference);
    let is_there = |word: &String| rows.may_have(word) && search::count(reference, word) > 0;
    let expected = numbers(language).find(|(value, words)| {
        words.first().is_some_and(is_there)
            && !digits.contains(*value)
            && !search::has_any(own, spelled(own_language, value))
    });
    let (_, expected) = expected?;
    let rows = Rows::of(own);
    let found: Vec<(&str, &str)> = numbers(own_language)
        .flat_map(|(value, words)| words.iter().map(move |word| (value.as_str(), word.as_str())))
        .filter(|(_, word)| rows.may_have(word) && search::count(own, word) > 0)
        .collect();
    let is_whole = |word: &str| found.iter().all(|(_, it)| *it == word || !it.contains(word));
    let (_, found) = found.iter().find(|(value, word)| {
        is_whole(word)
            && word.chars().nth(1).is_some()
            && !digits.contains(*value)
            && !search::has_any(reference, spelled(language, value))
    })?;
    Some(Exchange { expected: shown(expected.first()?), found: shown(found) })
}

/// The words for whole numbers from three to ninety.
pub(crate) fn numbers(language: &Language) -> impl Iterator<Item = (&String, &Vec<String>)> {
    let is_small = |value: &str| value.parse().is_ok_and(|it: u8| (3..100).contains(&it));
    language.spelled_numbers().iter().filter(move |(value, _)| is_small(value))
}

fn spelled<'l>(language: &'l Language, value: &str) -> &'l [String] {
    language.spelled_numbers().get(value).map_or(&[][..], Vec::as_slice)
}

/// A word of a list for a reader.
fn shown(word: &str) -> String {
    word.trim_end_matches('*').to_owned()
}

/// All that a message says, in small letters, with [`PLACEABLE`] for what is put in, at the end of a text as well.
fn said(message: Outline<'_, '_>) -> String {
    let mut texts = running_texts(message);
    for (branch, text) in texts.iter_mut().enumerate() {
        let last = message.texts().iter().rfind(|it| it.branch == branch);
        let end = last.map_or(0, |it| it.raw.as_ptr().addr());
        let is_after = message.references().iter().any(|it| {
            it.shown
                && it.branch == branch
                && matches!(it.target, Target::Variable(_))
                && it.target.name().as_ptr().addr() > end
        });
        if is_after {
            text.to_mut().push(PLACEABLE);
        }
    }
    texts.join("\n").to_lowercase()
}

#[cfg(test)]
mod tests {
    use faq_content::LocaleTag;

    use super::*;

    fn language(tag: &str) -> Language {
        Language::default_of(&LocaleTag::parse(tag).expect("the test names a canonical tag"))
    }

    #[test]
    fn may_is_a_month_beside_a_number_only() {
        let english = language("en");
        assert!(names_month("on may 5, 2020", &english, "5"));
        assert!(names_month("5 may", &english, "5"));
        assert!(!names_month("you may call", &english, "5"));
        assert!(names_month("in october", &english, "10"));
        assert!(!names_month("in october", &english, "9"));
        assert!(!names_month("in october", &english, "0"));
    }

    #[test]
    fn a_longer_number_is_not_the_shorter_one_in_it() {
        let (english, french) = (language("en"), language("fr"));
        let exchanged = |reference: &str, own: &str| {
            exchanged_number((reference, &english), (own, &french)).map(|it| it.found)
        };
        assert_eq!(exchanged("seven days", "dix-sept jours"), None);
        assert_eq!(exchanged("eight days", "dix-sept jours").as_deref(), Some("dix-sept"));
    }
}
