//! Words that tell at a glance which messages of the reference say a date, a number in words or a limit.

use faq_l10n::{Features, Outline};
use rustc_hash::FxHashMap;

use crate::{language::Language, text::numbers::has_digit, text::said_words::numbers};

/// Words that tell which messages of the reference take a closer look, each with what it may say.
#[derive(Debug)]
pub(crate) struct Signals(FxHashMap<String, u8>);

impl Signals {
    /// A month or a day of the week.
    pub(crate) const DATE: u8 = 1;
    /// A number.
    pub(crate) const NUMBER: u8 = 2;
    /// "Under" or "over".
    pub(crate) const LIMIT: u8 = 4;
    /// "Illegal", "without consent", "child".
    pub(crate) const OPPOSITE: u8 = 32;

    /// The words of a language.
    pub(crate) fn of(language: &Language) -> Self {
        let mut signals = Self(FxHashMap::default());
        let first = numbers(language).filter_map(|(_, words)| words.first());
        let limits = language.below.iter().chain(&language.above);
        let all = language.dates().values().flatten().map(|it| (it, Self::DATE));
        let opposites = language.opposites.values().flatten();
        for (item, kind) in all
            .chain(first.map(|it| (it, Self::NUMBER)))
            .chain(limits.map(|it| (it, Self::LIMIT)))
            .chain(opposites.map(|it| (it, Self::OPPOSITE)))
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
        for text in message.texts() {
            let small = if text.raw.is_ascii() {
                text.raw.to_ascii_lowercase()
            } else {
                text.raw.to_lowercase()
            };
            for word in small.split(|it: char| !it.is_alphabetic()).filter(|word| word.len() > 1) {
                for word in [Some(word), word.strip_suffix('s')].into_iter().flatten() {
                    kinds |= self.0.get(word).copied().unwrap_or_default();
                }
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
