//! What single characters are in a locale, looked up once for each.

use std::{cell::RefCell, mem};

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData,
    props::{CanonicalCombiningClass, GeneralCategory, Script},
};

use crate::{
    context::LocaleContext,
    text::{
        hidden::forbidden,
        letters::is_foreign_letter,
        misread::{is_misread_first, is_misread_second},
        numbers::digit,
        writing::is_other_han,
    },
};

/// What characters are, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(pub(super) u16);

impl Classes {
    /// It was looked at.
    const KNOWN: u16 = 1;
    /// A digit or a format character outside of ASCII, or a letter of another script, of another language or of the other
    /// way to write Chinese.
    pub(super) const ODD: u16 = 1 << 1;
    /// One that may be forbidden.
    pub(super) const HIDDEN: u16 = 1 << 2;
    /// One that is not normal, or that can become one with the character before it.
    pub(super) const JOINING: u16 = 1 << 3;
    /// A mark whose place among other marks is fixed.
    pub(super) const ORDERED: u16 = 1 << 4;
    /// The same, beside [`Self::ORDERED`], so that a shift compares two in a row.
    pub(super) const ORDERED_NEXT: u16 = Self::ORDERED << 1;
    /// What the first byte of a character becomes in the wrong encoding.
    pub(super) const FIRST: u16 = 1 << 6;
    /// What the second one becomes; beside [`Self::FIRST`] for the same reason.
    pub(super) const SECOND: u16 = Self::FIRST << 1;
    /// One outside of ASCII that may be part of a word.
    pub(super) const INNER: u16 = 1 << 8;
    /// A capital outside of ASCII; beside [`Self::INNER`] for the same reason.
    pub(super) const CAPITAL: u16 = Self::INNER << 1;

    pub(super) fn of(context: &LocaleContext<'_, '_>, character: char) -> Self {
        let class = |bit: u16, is: bool| if is { bit } else { 0 };
        // Of ASCII only control characters count, and those are seen elsewhere.
        if character.is_ascii() {
            return Self(Self::KNOWN);
        }
        let order = CodePointMapData::<CanonicalCombiningClass>::new().get(character);
        let is_sign = matches!(u32::from(character), 0x80..0xC0 | 0x2000..0x3000);
        Self(
            Self::KNOWN
                | class(Self::ODD, is_odd(context, character))
                | class(Self::HIDDEN, forbidden(character, context).is_some())
                | class(
                    Self::ORDERED | Self::ORDERED_NEXT,
                    order != CanonicalCombiningClass::NotReordered,
                )
                | class(Self::JOINING, is_joining(character))
                | class(Self::FIRST, is_misread_first(character))
                | class(Self::SECOND, is_misread_second(character))
                | class(Self::INNER, !is_sign)
                | class(Self::CAPITAL, character.is_uppercase()),
        )
    }

    pub(super) fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// What is known of the characters below U+10000 in a locale.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The classes of each, zero where it was not yet looked at.
    classes: Vec<u16>,
    /// Those that were looked at.
    characters: Vec<u16>,
}

thread_local! {
    /// Emptied, for the next locale of the thread: a new one costs as much as the looks of many files.
    static SPARE: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

impl Known {
    /// The classes of a character below U+10000.
    pub(super) fn classes(&mut self, context: &LocaleContext<'_, '_>, character: u16) -> Classes {
        match self.classes.get(usize::from(character)) {
            Some(0) | None => self.look_up(context, character),
            Some(classes) => Classes(*classes),
        }
    }

    /// Looks a character up, which happens once for each in a locale.
    #[cold]
    fn look_up(&mut self, context: &LocaleContext<'_, '_>, character: u16) -> Classes {
        let looked = char::from_u32(u32::from(character)).unwrap_or_default();
        let classes = Classes::of(context, looked);
        if let Some(known) = self.classes.get_mut(usize::from(character)) {
            *known = classes.0;
        }
        self.characters.push(character);
        classes
    }
}

impl Default for Known {
    fn default() -> Self {
        let new = || Self { classes: vec![0; 0x10000], characters: Vec::new() };
        SPARE.with_borrow_mut(Vec::pop).unwrap_or_else(new)
    }
}

impl Drop for Known {
    fn drop(&mut self) {
        let (mut classes, mut characters) =
            (mem::take(&mut self.classes), mem::take(&mut self.characters));
        // One that was emptied already has nothing to give.
        if classes.is_empty() {
            return;
        }
        for character in characters.drain(..) {
            if let Some(class) = classes.get_mut(usize::from(character)) {
                *class = 0;
            }
        }
        // Where a thread ends, there is no next locale.
        let _ = SPARE.try_with(|spare| spare.borrow_mut().push(Self { classes, characters }));
    }
}

fn is_odd(context: &LocaleContext<'_, '_>, character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    let script = CodePointMapData::<Script>::new().get(character);
    let is_of_script = matches!(script, Script::Common | Script::Inherited | Script::Unknown)
        || context.script.scripts.is_empty()
        || context.script.scripts.contains(&script);
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    !is_of_script
        || category == GeneralCategory::Format
        || digit(character).is_some()
        || (!context.letters().has(character) && is_foreign_letter(context, character))
        || is_other_han(&context.script.code, character)
}

/// Whether it is not normal (NFC), or can become one with the character before it.
fn is_joining(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    let mut buffer = [0; 4];
    !ComposingNormalizerBorrowed::new_nfc().is_normalized(character.encode_utf8(&mut buffer))
        || is_vowel_sign(character)
        || matches!(
            u32::from(character),
            0x300..=0x345
                | 0x653..=0x655
                | 0x93C
                | 0xC56
                | 0xDCA
                | 0x1161..=0x1175
                | 0x11A7..=0x11C2
                | 0x3099..=0x309A
                | 0x10000..
        )
}

/// A vowel sign that is normal and becomes one with a few others; in its languages every second word has one.
pub(super) fn is_vowel_sign(character: char) -> bool {
    matches!(
        u32::from(character),
        0x9BE
            | 0x9D7
            | 0xB3E
            | 0xB56..=0xB57
            | 0xBBE
            | 0xBD7
            | 0xCC2
            | 0xCD5..=0xCD6
            | 0xD3E
            | 0xD57
            | 0xDCF
            | 0xDDF
            | 0x102E
            | 0x1B35
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use icu_normalizer::{
        ComposingNormalizerBorrowed,
        properties::{CanonicalDecompositionBorrowed, Decomposed},
    };

    use super::*;

    #[test]
    fn every_character_that_can_become_one_with_another_is_joining() {
        let decomposition = CanonicalDecompositionBorrowed::new();
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let mut seconds = BTreeSet::new();
        for character in (0x80..=0x10_FFFF).filter_map(char::from_u32) {
            if let Decomposed::Expansion(first, second) = decomposition.decompose(character)
                && normalizer.normalize(&format!("{first}{second}")).chars().eq([character])
            {
                seconds.insert(second);
            }
        }
        assert!(seconds.len() > 100);
        for character in seconds {
            assert!(is_joining(character), "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn a_vowel_sign_is_normal_by_itself_and_has_no_place_among_marks() {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let order = CodePointMapData::<CanonicalCombiningClass>::new();
        for sign in ('\0'..=char::MAX).filter(|it| is_vowel_sign(*it)) {
            assert!(normalizer.is_normalized(&sign.to_string()), "U+{:04X}", u32::from(sign));
            assert_eq!(order.get(sign), CanonicalCombiningClass::NotReordered);
        }
    }
}
