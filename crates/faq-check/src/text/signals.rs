//! Words that tell at a glance which messages of the reference say a date, a number in words or a limit.

use std::collections::BTreeMap;

use faq_l10n::{Features, Outline};

use crate::{language::Language, text::numbers::has_digit, text::said_words::numbers};

/// Words that tell which messages of the reference take a closer look, each with what it may say.
#[derive(Debug)]
pub(crate) struct Signals(BTreeMap<String, u8>);

impl Signals {
    /// A month or a day of the week.
    pub(crate) const DATE: u8 = 1;
    /// A number.
    pub(crate) const NUMBER: u8 = 2;
    /// "Under" or "over".
    pub(crate) const LIMIT: u8 = 4;

    /// The words of a language.
    pub(crate) fn of(language: &Language) -> Self {
        let mut signals = Self(BTreeMap::new());
        let first = numbers(language).filter_map(|(_, words)| words.first());
        let limits = language.below.iter().chain(&language.above);
        let all = language.dates().values().flatten().map(|it| (it, Self::DATE));
        for (item, kind) in
            all.chain(first.map(|it| (it, Self::NUMBER))).chain(limits.map(|it| (it, Self::LIMIT)))
        {
            // The longest word of several is the one that stands in the fewest texts.
            let words = item.split(|it: char| !it.is_alphabetic());
            if let Some(word) = words.max_by_key(|word| word.len()) {
                *signals.0.entry(word.to_owned()).or_default() |= kind;
            }
        }
        signals
    }

    /// What a message may say.
    pub(crate) fn in_message(&self, message: Outline<'_, '_>) -> u8 {
        let mut kinds = 0;
        let mut small = String::new();
        let texts = message.texts().iter().map(|text| text.raw);
        for word in texts.flat_map(|text| text.split(|it: char| !it.is_alphabetic())) {
            if word.len() < 2 {
                continue;
            }
            small.clear();
            small.extend(word.chars().flat_map(char::to_lowercase));
            let plural = small.strip_suffix('s').unwrap_or_default();
            for word in [small.as_str(), plural] {
                kinds |= self.0.get(word).copied().unwrap_or_default();
            }
        }
        // A limit is one of a number.
        if kinds & Self::LIMIT != 0
            && !message.features().any(Features::VARIABLE)
            && !has_digit(message)
        {
            kinds &= !Self::LIMIT;
        }
        kinds
    }
}
