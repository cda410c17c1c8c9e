//! A language's words for numbers, units and dates. There are many of them, and most are never asked for: each kind is read when it
//! first is.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

/// Words by what they say: by the number in digits, or by a name that all languages share.
pub(super) type WordsByMeaning = BTreeMap<String, Vec<String>>;

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) spelled_numbers: OfKind,
    pub(super) units: OfKind,
    pub(super) dates: OfKind,
    pub(super) ordinals: OfKind,
    pub(super) day_periods: OfKind,
}

/// Those of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfKind {
    /// What the locale's own file has.
    own: WordsByMeaning,
    /// All of them.
    all: OnceLock<WordsByMeaning>,
}

impl OfKind {
    /// All words: those that are built in for each of these languages in turn, by the key that the kind has in `language.toml`, and
    /// then the locale's own. Each takes the place of the known one of its name.
    pub(super) fn get<'t>(
        &self,
        kind: &str,
        languages: impl Iterator<Item = &'t str>,
    ) -> &WordsByMeaning {
        self.all.get_or_init(|| {
            let mut all = WordsByMeaning::new();
            languages.for_each(|language| all.extend(known(language, kind)));
            all.extend(self.own.clone());
            all
        })
    }

    /// Adds words of the locale's own.
    pub(super) fn take(&mut self, own: Option<WordsByMeaning>) {
        self.own.extend(own.unwrap_or_default());
        self.all = OnceLock::new();
    }
}

/// What is part of the program about one language.
fn known(language: &str, kind: &str) -> WordsByMeaning {
    let table = TABLES.get(&(language, kind));
    // A test reads all of it.
    table.and_then(|table| toml::from_str(table).ok()).unwrap_or_default()
}

const DATA: &str = include_str!("../../data/words.toml");

/// The lines of each table, by its language and its kind.
static TABLES: LazyLock<BTreeMap<(&str, &str), &str>> = LazyLock::new(|| {
    let tables = DATA.split("\n[").skip(1);
    let table = |text: &'static str| {
        let (header, lines) = text.split_once("]\n")?;
        Some((header.split_once('.')?, lines))
    };
    tables.filter_map(table).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [&str; 5] = ["spelled-numbers", "units", "dates", "ordinals", "day-periods"];

    #[test]
    fn the_words_of_every_language_can_be_read() {
        let all: BTreeMap<String, BTreeMap<String, WordsByMeaning>> =
            toml::from_str(DATA).expect("well-formed");
        let tables = all.iter().flat_map(|(language, tables)| {
            tables.iter().map(move |(kind, words)| (language.as_str(), kind.as_str(), words))
        });
        assert_eq!(tables.clone().count(), TABLES.len());
        for (language, kind, words) in tables {
            assert_eq!(known(language, kind), *words, "{language}.{kind}");
            assert!(KINDS.contains(&kind), "{language} has {kind}");
        }
    }
}
