//! What rules need to know of a language and cannot compute: its quotation marks, its words for numbers, months, "not",
//! "must", "or", "under" and "before", the words that its glossary asks for.
//!
//! Defaults stand in `data/languages.toml` and, words for numbers and units, in `data/words.toml`; a locale's own
//! `language.toml` has the same keys, and each key that it has takes the place of the default. Of the words for numbers and
//! units it is each number and each unit that does.

mod defaults;
mod words;

use std::{
    collections::BTreeMap,
    sync::{Arc, RwLock},
};

use faq_content::LocaleTag;
use faq_l10n::{Malformed, SourceFile};
use serde::Deserialize;
use toml::Spanned;

use self::{
    defaults::{DEFAULTS, QUOTES},
    words::Words,
};

/// What is known of one language. An empty list says that nothing is known, and rules keep quiet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// Quotation marks of a text. None where nothing is known.
    pub outer_quotes: Option<Quotes>,
    /// Quotation marks inside of these.
    pub inner_quotes: Option<Quotes>,
    /// Other quotation marks that are usual.
    pub other_quotes: Vec<Quotes>,
    /// Words for "not", "no", "never", in small letters. A word that ends in `*` stands for all that start so, one that starts
    /// with it for all that end so. What only looks like one starts with `~`: `chẳng hạn`, "such as".
    pub negation: Vec<String>,
    /// Words that other languages may say with a "not": "only", "until", "lack"; `*` as above.
    pub implied_negation: Vec<String>,
    /// Words for "must", "only", "immediately", in small letters, with `*` as above.
    pub obligation: Vec<String>,
    /// Words that may stand twice in a row. None where nothing is known of the language; where the list is empty, a word
    /// twice in a row is a slip.
    pub doubled_words: Option<Vec<String>>,
    /// Words that never stand twice in a row: of a language in which others may, and words of one letter.
    pub never_doubled: Vec<String>,
    /// What says that a number is the most, such as `under #`: `#` is the number, `*` as above.
    pub below: Vec<String>,
    /// What says that a number is the least.
    pub above: Vec<String>,
    /// Words for "before", in small letters, with `*` as above; what may say it and may not starts with `~`.
    pub before: Vec<String>,
    /// Words for "after", likewise.
    pub after: Vec<String>,
    /// Words for "or", in small letters, with `*` as above.
    pub choice: Vec<String>,
    /// Words for "may" and "can".
    pub possibility: Vec<String>,
    /// Words for what is the opposite of something else: `legal` and `illegal`, `with-consent` and `without-consent`, `child` and
    /// `adult`, `always` and `never`. What may say it and may not starts with `~`.
    pub opposites: BTreeMap<String, Vec<String>>,
    /// Words that have to be used, or must not be.
    pub terms: Vec<TermRule>,
    /// Words that stay as they are in the reference.
    pub keep: Vec<String>,
    /// What stands here in the place of a contact or a number of the reference, such as `112` for `911`.
    pub replacements: BTreeMap<String, Vec<String>>,
    /// The language's tag, by which its words are known.
    tag: String,
    /// Its words for numbers, units and dates.
    words: Words,
}

/// A pair of quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotes {
    /// The mark before the words.
    pub open: String,
    /// The mark after them.
    pub close: String,
}

/// What a word of the reference becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    /// The word or words of the reference, in small letters; `*` as in [`Language::negation`].
    pub reference: String,
    /// One of these has to stand in the translation; `*` for endings. Any will do where the list is empty.
    #[serde(default)]
    pub must: Vec<String>,
    /// None of these may.
    #[serde(default, rename = "must-not")]
    pub must_not: Vec<String>,
}

impl Language {
    /// The name of the file in a locale's folder.
    pub const FILE: &str = "language.toml";

    /// The one version of the format that this code reads.
    const FORMAT: u32 = 1;

    /// What is known of the language of `tag`, with what its own file says.
    pub fn of(tag: &LocaleTag, file: Option<&SourceFile>) -> Result<Arc<Self>, Malformed> {
        let known = Self::known(tag);
        let Some(file) = file else { return Ok(known) };
        let mut language = Arc::unwrap_or_clone(known);
        language.take(Self::parse(file.whole_text()?)?);
        Ok(Arc::new(language))
    }

    /// [`Self::default_of`], put together once: whoever watches a tree asks for all its languages with every save.
    fn known(tag: &LocaleTag) -> Arc<Self> {
        static KNOWN: RwLock<BTreeMap<String, Arc<Language>>> = RwLock::new(BTreeMap::new());
        let find = || KNOWN.read().ok()?.get(tag.as_str()).cloned();
        find().unwrap_or_else(|| {
            let language = Arc::new(Self::default_of(tag));
            if let Ok(mut known) = KNOWN.write() {
                known.insert(tag.as_str().to_owned(), Arc::clone(&language));
            }
            language
        })
    }

    /// What is known of the language of `tag` without a file: of the whole tag, or else of the longest start of it.
    pub fn default_of(tag: &LocaleTag) -> Self {
        let mut language = Self { tag: tag.as_str().to_owned(), ..Self::default() };
        for start in starts(tag.as_str()) {
            if let Some(quotes) = QUOTES.get(start) {
                language.take(quotes.clone());
            }
            if let Some(known) = DEFAULTS.about(start) {
                language.take(known);
            }
        }
        language
    }

    /// Words that say a number, in small letters, by the number in ASCII digits; `*` as in [`Language::negation`].
    pub fn spelled_numbers(&self) -> &BTreeMap<String, Vec<String>> {
        self.words.spelled_numbers.get("spelled-numbers", starts(&self.tag))
    }

    /// Words for units by what they measure, in small letters, by a name that all languages share (`hour`, `kilogram`).
    pub fn units(&self) -> &BTreeMap<String, Vec<String>> {
        self.words.units.get("units", starts(&self.tag))
    }

    /// Whether it is one of these languages, whatever its script and region.
    pub(crate) fn is_one_of(&self, languages: &[&str]) -> bool {
        let language = self.tag.split('-').next().unwrap_or_default();
        languages.contains(&language)
    }

    /// Words for months and days of the week, in small letters with `*` as above, by their English name.
    pub fn dates(&self) -> &BTreeMap<String, Vec<String>> {
        self.words.dates.get("dates", starts(&self.tag))
    }

    /// Words for ordinals and fractions, in small letters with `*` as above, by the number in ASCII digits: `3`, `1/3`. What may say
    /// it and may not starts with `~`.
    pub fn ordinals(&self) -> &BTreeMap<String, Vec<String>> {
        self.words.ordinals.get("ordinals", starts(&self.tag))
    }

    /// Words for parts of the day, in small letters with `*` as above: `evening` has those for all hours after noon.
    pub fn day_periods(&self) -> &BTreeMap<String, Vec<String>> {
        self.words.day_periods.get("day-periods", starts(&self.tag))
    }

    /// Its words for this one of [`Self::opposites`].
    pub fn opposite(&self, name: &str) -> &[String] {
        self.opposites.get(name).map_or(&[], Vec::as_slice)
    }

    fn parse(text: &str) -> Result<LanguageToml, Malformed> {
        let toml: LanguageToml =
            toml::from_str(text).map_err(|error| Malformed::from_toml(&error))?;
        match &toml.format {
            Some(format) if *format.get_ref() == Self::FORMAT => Ok(toml),
            Some(format) => Err(Malformed::format(format, "language", Self::FORMAT)),
            None => Err(Malformed::no_format(Self::FORMAT)),
        }
    }

    fn take(&mut self, own: LanguageToml) {
        let LanguageToml {
            format: _,
            outer_quotes,
            inner_quotes,
            other_quotes,
            spelled_numbers,
            negation,
            implied_negation,
            obligation,
            doubled_words,
            never_doubled,
            units,
            dates,
            ordinals,
            day_periods,
            below,
            above,
            before,
            after,
            choice,
            possibility,
            opposites,
            terms,
            keep,
            replacements,
        } = own;
        self.words.spelled_numbers.take(spelled_numbers);
        self.words.units.take(units);
        self.words.dates.take(dates);
        self.words.ordinals.take(ordinals);
        self.words.day_periods.take(day_periods);
        self.outer_quotes = outer_quotes.or(self.outer_quotes.take());
        self.inner_quotes = inner_quotes.or(self.inner_quotes.take());
        take(&mut self.other_quotes, other_quotes);
        take(&mut self.negation, negation);
        take(&mut self.implied_negation, implied_negation);
        take(&mut self.obligation, obligation);
        self.doubled_words = doubled_words.or(self.doubled_words.take());
        take(&mut self.never_doubled, never_doubled);
        take(&mut self.below, below);
        take(&mut self.above, above);
        take(&mut self.before, before);
        take(&mut self.after, after);
        take(&mut self.choice, choice);
        take(&mut self.possibility, possibility);
        self.opposites.extend(opposites.unwrap_or_default());
        take(&mut self.terms, terms);
        take(&mut self.keep, keep);
        take(&mut self.replacements, replacements);
    }
}

/// The starts of a tag that are tags themselves, the shortest first: `zh`, `zh-Hant`, `zh-Hant-TW`.
fn starts(tag: &str) -> impl Iterator<Item = &str> {
    let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
    ends.filter_map(|end| tag.get(..end))
}

fn take<T>(known: &mut T, own: Option<T>) {
    if let Some(own) = own {
        *known = own;
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LanguageToml {
    /// Has to be there in a locale's file and has no place in the defaults.
    format: Option<Spanned<u32>>,
    outer_quotes: Option<Quotes>,
    inner_quotes: Option<Quotes>,
    other_quotes: Option<Vec<Quotes>>,
    spelled_numbers: Option<BTreeMap<String, Vec<String>>>,
    negation: Option<Vec<String>>,
    implied_negation: Option<Vec<String>>,
    obligation: Option<Vec<String>>,
    doubled_words: Option<Vec<String>>,
    never_doubled: Option<Vec<String>>,
    units: Option<BTreeMap<String, Vec<String>>>,
    dates: Option<BTreeMap<String, Vec<String>>>,
    ordinals: Option<BTreeMap<String, Vec<String>>>,
    day_periods: Option<BTreeMap<String, Vec<String>>>,
    below: Option<Vec<String>>,
    above: Option<Vec<String>>,
    before: Option<Vec<String>>,
    after: Option<Vec<String>>,
    choice: Option<Vec<String>>,
    possibility: Option<Vec<String>>,
    opposites: Option<BTreeMap<String, Vec<String>>>,
    #[serde(rename = "term")]
    terms: Option<Vec<TermRule>>,
    keep: Option<Vec<String>>,
    replacements: Option<BTreeMap<String, Vec<String>>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> LocaleTag {
        LocaleTag::parse(text).expect("the test names a canonical tag")
    }

    #[test]
    fn a_word_for_one_number_leaves_the_words_for_others() {
        let own = "format = 1\nspelled-numbers = { 18 = [\"18-jährig\"] }\n";
        let mut language = Language::default_of(&tag("de"));
        language.take(Language::parse(own).expect("well-formed"));
        assert_eq!(language.spelled_numbers().get("18"), Some(&vec!["18-jährig".to_owned()]));
        assert!(language.spelled_numbers().contains_key("30"));
    }

    #[test]
    fn quotation_marks_of_every_language_are_known() {
        let lines = include_str!("../data/quotation-marks.txt").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let marks = line.split_once(" = ").map_or(0, |(marks, _)| marks.split(' ').count());
            assert!(matches!(marks, 3 | 4), "{line}");
        }
        let outer = |text: &str| {
            Language::default_of(&tag(text))
                .outer_quotes
                .map(|it| format!("{}{}", it.open, it.close))
        };
        for (tag, quotes) in [
            ("de-AT", "„“"),
            ("fr-CA", "«»"),
            ("ja", "「」"),
            ("zh-Hant-TW", "「」"),
            ("zh-Hans", "“”"),
        ] {
            assert_eq!(outer(tag).as_deref(), Some(quotes), "{tag}");
        }
        assert_eq!(Language::default_of(&tag("de")).other_quotes.len(), 2);
    }

    #[test]
    fn what_a_locale_says_itself_takes_the_place_of_the_default() {
        let own = Language::parse("format = 1\nkeep = [\"CSEC\"]\n").expect("well-formed");
        let mut language = Language::default_of(&tag("es-MX"));
        language.take(own);
        assert_eq!(language.keep, ["CSEC"]);
        assert!(language.outer_quotes.is_some());
    }

    #[test]
    fn a_mistyped_key_has_a_place() {
        let error = Language::parse("format = 1\nnegations = []\n").expect_err("mistyped");
        assert!(error.message.contains("negations"), "{error:?}");
        assert!(Language::parse("format = 2\n").is_err());
    }
}
