//! What tells at a glance which messages of the reference say a date, a number in words, a limit, an order or something for
//! programs.

use faq_l10n::{Features, Outline};
use memchr::memchr2;
use rustc_hash::FxHashMap;

use crate::{
    language::Language,
    text::code::names::names,
    text::code::{options, placeholders},
    text::numbers::has_digit,
    text::words::said::numbers,
};

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
    /// An option of a command line or a placeholder of another format.
    pub(crate) const CODE: u8 = 8;
    /// "Before" or "after".
    pub(crate) const TIME: u8 = 16;
    /// An ordinal or a fraction.
    pub(crate) const ORDINAL: u8 = 32;
    /// "Illegal", "without consent", "child".
    pub(crate) const OPPOSITE: u8 = 64;
    /// A name that no language changes, or code between backticks.
    pub(crate) const NAME: u8 = 128;

    /// The words of a language.
    pub(crate) fn of(language: &Language) -> Self {
        let mut signals = Self(FxHashMap::default());
        let first = numbers(language).filter_map(|(_, words)| words.first());
        let limits = language.below.iter().chain(&language.above);
        let times = language.before.iter().chain(&language.after);
        let all = language.dates().values().flatten().map(|it| (it, Self::DATE));
        let opposites = language.opposites.values().flatten();
        let all = all
            .chain(first.map(|it| (it, Self::NUMBER)))
            .chain(limits.map(|it| (it, Self::LIMIT)))
            .chain(times.map(|it| (it, Self::TIME)))
            .chain(language.ordinals().values().flatten().map(|it| (it, Self::ORDINAL)))
            .chain(opposites.map(|it| (it, Self::OPPOSITE)));
        for (item, kind) in all.filter(|(item, _)| !item.starts_with('~')) {
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
            if has_code(text.raw) {
                kinds |= Self::CODE;
            }
            if may_name(text.raw, message)
                && (names(text.raw).next().is_some() || text.raw.contains('`'))
            {
                kinds |= Self::NAME;
            }
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

/// A quick look: whether a text has a sign that names of programs have, inside of a word.
fn may_name(text: &str, message: Outline<'_, '_>) -> bool {
    let signs = Features::INNER_SIGN | Features::CAPITALS | Features::MARKDOWN;
    message.features().any(signs) || memchr2(b'#', b'+', text.as_bytes()).is_some()
}

/// Whether a text, or a part of one that is put together, may have something that a program reads.
fn has_code(text: &str) -> bool {
    options(text).next().is_some() || placeholders(text).next().is_some() || text.contains("{{")
}
