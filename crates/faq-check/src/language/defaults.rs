//! What is part of the program about each language, read when first asked for.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{LanguageToml, Quotes};

/// What is known of each language besides its words for numbers, units and dates.
pub(super) static DEFAULTS: LazyLock<Parts> =
    LazyLock::new(|| Parts::of(include_str!("../../data/languages.toml")));

/// A file that is part of the program, cut into its parts about each language: whoever checks two languages does not wait for what is
/// known of a hundred.
pub(super) struct Parts(BTreeMap<&'static str, &'static str>);

impl Parts {
    fn of(text: &'static str) -> Self {
        let starts = text.match_indices("\n[").filter_map(|(at, _)| {
            let rest = text.get(at + 2..)?;
            Some((at, rest.get(..rest.find(['.', ']'])?)?))
        });
        let mut parts: BTreeMap<&str, &str> = BTreeMap::new();
        for (at, language) in starts {
            // The parts of one language stand together; the first one is where its text starts.
            let text = text.get(at..).unwrap_or_default();
            let is_other = |at: usize| !text.get(at + 2..).is_some_and(|it| is_about(it, language));
            let end = text.match_indices("\n[").map(|(at, _)| at).find(|at| is_other(*at));
            parts
                .entry(language)
                .or_insert(text.get(..end.unwrap_or(text.len())).unwrap_or_default());
        }
        Self(parts)
    }

    /// What stands there of `language`.
    pub(super) fn about(&self, language: &str) -> Option<LanguageToml> {
        let part = *self.0.get(language)?;
        // A test reads all of it.
        toml::from_str::<BTreeMap<String, LanguageToml>>(part).ok()?.remove(language)
    }
}

fn is_about(header: &str, language: &str) -> bool {
    header.strip_prefix(language).is_some_and(|rest| rest.starts_with(['.', ']']))
}

pub(super) static QUOTES: LazyLock<BTreeMap<&str, LanguageToml>> = LazyLock::new(|| {
    let mut languages: BTreeMap<&str, LanguageToml> = BTreeMap::new();
    let lines = include_str!("../../data/quotation-marks.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let Some((marks, tags)) = line.split_once(" = ") else { continue };
        let marks: Vec<&str> = marks.split(' ').collect();
        let pair =
            |open: &str, close: &str| Quotes { open: open.to_owned(), close: close.to_owned() };
        for tag in tags.split(' ') {
            let language = languages.entry(tag).or_default();
            match marks.as_slice() {
                ["also", open, close] => {
                    language.other_quotes.get_or_insert_default().push(pair(open, close));
                }
                [open, close, inner_open, inner_close] => {
                    language.outer_quotes = Some(pair(open, close));
                    language.inner_quotes = Some(pair(inner_open, inner_close));
                }
                // The file is part of the program, and a test reads it.
                _ => {}
            }
        }
    }
    languages
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_every_language_can_be_read() {
        let text = include_str!("../../data/languages.toml");
        let all: BTreeMap<String, LanguageToml> = toml::from_str(text).expect("well-formed");
        assert_eq!(DEFAULTS.0.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
        for (language, known) in all {
            assert_eq!(DEFAULTS.about(&language), Some(known), "{language}");
        }
    }
}
