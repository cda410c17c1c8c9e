//! The letters that a language is written with, as CLDR has them.

use faq_content::LocaleTag;
use icu_locale::exemplar_chars::{ExemplarCharacters, ExemplarCharactersBorrowed};
use icu_locale_core::Locale;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, Script},
};

use crate::{context::LocaleContext, text::writing::Writing};

/// The letters that a language is written with: those of its own words, and those of foreign names that it takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// A bit for each character below U+10000. Empty where CLDR does not know the language.
    known: Vec<u64>,
    /// Whether it is written with Chinese characters, of which no list is complete.
    han: bool,
}

/// Fewest letters of an alphabet. CLDR has a shorter list, or none, for languages it knows little of.
const SHORTEST_ALPHABET: usize = 10;

/// Letters that CLDR lists for a language because a neighbour's names have them, and that none of its own words has: those of a
/// text that is still in Russian, or was typed on an Arabic or Turkish keyboard.
const OF_NEIGHBOURS: [(&str, &str); 5] =
    [("be", "ищъ"), ("bg", "ыэё"), ("fa", "يك"), ("ro", "şţ"), ("uk", "ыэёъ")];

/// Letters of a language that CLDR does not list: the Persian he with the sign of a possessor.
const NOT_LISTED: [(&str, &str); 1] = [("fa", "ۀ")];

impl Letters {
    /// The letters of a locale.
    pub fn of(tag: &LocaleTag, script: &Writing) -> Self {
        let locale = Locale::from(tag.identifier());
        let Ok(main) = ExemplarCharacters::try_new_main(&(&locale).into()) else {
            return Self::default();
        };
        if main.code_points().size() < SHORTEST_ALPHABET {
            return Self::default();
        }
        let more = [
            ExemplarCharacters::try_new_auxiliary(&(&locale).into()),
            ExemplarCharacters::try_new_punctuation(&(&locale).into()),
            ExemplarCharacters::try_new_numbers(&(&locale).into()),
        ];
        let mut letters =
            Self { known: vec![0; 0x10000 / 64], han: script.scripts.contains(&Script::Han) };
        letters.add(main);
        more.into_iter().flatten().for_each(|more| letters.add(more));
        let language = tag.as_str().split('-').next().unwrap_or_default();
        let neighbours = OF_NEIGHBOURS.iter().find(|(own, _)| *own == language);
        neighbours.into_iter().flat_map(|(_, them)| them.chars()).for_each(|it| letters.remove(it));
        let others = NOT_LISTED.iter().find(|(own, _)| *own == language);
        others.into_iter().flat_map(|(_, them)| them.chars()).for_each(|it| letters.insert(it));
        letters
    }

    /// Takes in a set of CLDR, which has small letters only.
    fn add(&mut self, set: ExemplarCharactersBorrowed<'_>) {
        let single = set.code_points().iter_chars();
        let of_strings = set.strings().iter().flat_map(|string| string.chars());
        for character in single.chain(of_strings) {
            self.insert(character);
            character.to_uppercase().for_each(|it| self.insert(it));
        }
    }

    fn insert(&mut self, character: char) {
        let code = u32::from(character);
        if let Some(bits) = self.known.get_mut(code as usize / 64) {
            *bits |= 1 << (code % 64);
        }
    }

    fn remove(&mut self, character: char) {
        for code in character.to_uppercase().chain([character]).map(u32::from) {
            if let Some(bits) = self.known.get_mut(code as usize / 64) {
                *bits &= !(1 << (code % 64));
            }
        }
    }

    /// Whether `character` is among them. All are where the language is unknown.
    pub fn has(&self, character: char) -> bool {
        let code = u32::from(character);
        match self.known.get(code as usize / 64) {
            _ if self.known.is_empty() => true,
            _ if self.han
                && matches!(code, 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..) =>
            {
                true
            }
            Some(bits) => bits >> (code % 64) & 1 == 1,
            None => false,
        }
    }
}

/// Whether it is a letter, of a script that the language is written in, and not one with a mark that the language has; letters
/// of other scripts are for `wrong-script`.
pub(crate) fn is_foreign_letter(context: &LocaleContext<'_, '_>, character: char) -> bool {
    let letters = context.letters();
    let scripts = &context.script.scripts;
    character.is_alphabetic()
        && scripts.contains(&CodePointMapData::<Script>::new().get(character))
        && CodePointMapData::<GeneralCategory>::new().get(character)
            != GeneralCategory::ModifierLetter
        && !DecomposingNormalizerBorrowed::new_nfd()
            .normalize_iter(std::iter::once(character))
            .all(|it| it.is_ascii() || letters.has(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(tag: &str, script: &str, letters: &str) -> bool {
        let tag = LocaleTag::parse(tag).expect("a tag");
        let known = Letters::of(&tag, &Writing::of(script.to_owned()));
        letters.chars().all(|it| known.has(it))
    }

    #[test]
    fn a_language_has_its_letters_great_and_small() {
        assert!(has("es-MX", "Latn", "áñÑÜ"));
        assert!(has("vi", "Latn", "ệỔ"));
        assert!(has("zh-Hans", "Hans", "受害者"));
        assert!(!has("es", "Latn", "ș"));
        assert!(!has("ru", "Cyrl", "і"));
        assert!(has("tlh", "Latn", "ș"));
    }

    #[test]
    fn han_characters_are_letters_of_no_alphabet() {
        assert!(!has("es", "Latn", "漢"));
    }
}
