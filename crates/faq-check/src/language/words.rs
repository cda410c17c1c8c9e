//! A language's words for numbers, units and dates. There are many of them, and most are never asked for: each kind is read when it
//! first is.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

/// Words by what they say: by the number in digits, or by a name that all languages share.
pub(super) type WordsByMeaning = BTreeMap<String, Vec<String>>;

/// What words are for.
#[derive(Clone, Copy, Debug)]
pub(super) enum WordKind {
    SpelledNumbers,
    Units,
    Dates,
    Ordinals,
}

impl WordKind {
    const ALL: [Self; 4] = [Self::SpelledNumbers, Self::Units, Self::Dates, Self::Ordinals];

    /// The key in `language.toml`, and in `data/words.toml` behind the language.
    fn as_str(self) -> &'static str {
        match self {
            Self::SpelledNumbers => "spelled-numbers",
            Self::Units => "units",
            Self::Dates => "dates",
            Self::Ordinals => "ordinals",
        }
    }
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    of_kind: [OfKind; WordKind::ALL.len()],
}

/// Those of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct OfKind {
    /// What the locale's own file has.
    own: WordsByMeaning,
    /// All of them.
    all: OnceLock<WordsByMeaning>,
}

impl Words {
    /// The words of a kind: those of each of these languages in turn, then the locale's own. Each takes the place of the known one
    /// of its name.
    pub(super) fn get<'t>(
        &self,
        kind: WordKind,
        languages: impl Iterator<Item = &'t str>,
    ) -> &WordsByMeaning {
        let [numbers, units, dates, ordinals] = &self.of_kind;
        let of_kind = match kind {
            WordKind::SpelledNumbers => numbers,
            WordKind::Units => units,
            WordKind::Dates => dates,
            WordKind::Ordinals => ordinals,
        };
        of_kind.all.get_or_init(|| {
            let mut all = WordsByMeaning::new();
            languages.for_each(|language| all.extend(known(language, kind)));
            all.extend(of_kind.own.clone());
            all
        })
    }

    /// Adds words of the locale's own.
    pub(super) fn take(&mut self, own: [Option<WordsByMeaning>; WordKind::ALL.len()]) {
        for (of_kind, own) in self.of_kind.iter_mut().zip(own) {
            if let Some(own) = own {
                of_kind.own.extend(own);
                of_kind.all = OnceLock::new();
            }
        }
    }
}

/// What is part of the program about one language.
fn known(language: &str, kind: WordKind) -> WordsByMeaning {
    let table = TABLES.get(&(language, kind.as_str()));
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

    #[test]
    fn the_words_of_every_language_can_be_read() {
        let all: BTreeMap<String, BTreeMap<String, WordsByMeaning>> =
            toml::from_str(DATA).expect("well-formed");
        let tables = all.iter().flat_map(|(language, tables)| {
            tables.iter().map(move |(kind, words)| (language.as_str(), kind.as_str(), words))
        });
        assert_eq!(tables.clone().count(), TABLES.len());
        for (language, kind, words) in tables {
            let of_name = WordKind::ALL.into_iter().find(|it| it.as_str() == kind);
            let of_name = of_name.unwrap_or_else(|| panic!("{language} has {kind}"));
            assert_eq!(known(language, of_name), *words, "{language}.{kind}");
        }
    }
}
