//! What single characters are in a locale, looked up once for each.

use std::{cell::RefCell, mem};

use icu_normalizer::{ComposingNormalizerBorrowed, properties::CanonicalCompositionBorrowed};
use icu_properties::{
    CodePointMapData,
    props::{CanonicalCombiningClass, GeneralCategory, Script},
};

use crate::{
    context::LocaleContext,
    text::{
        hidden::forbidden,
        misread::{is_misread_first, is_misread_second},
        numbers::digit,
        writing::{is_other_han, letters::is_foreign_letter},
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
    /// One that is not normal, or that becomes one with letters of ASCII.
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
    /// What one of [`SIGNS`] becomes one with.
    pub(super) const BEFORE_SIGN: u16 = 1 << 10;
    /// One of [`SIGNS`]; beside [`Self::BEFORE_SIGN`] for the same reason.
    pub(super) const SIGN: u16 = Self::BEFORE_SIGN << 1;

    pub(super) fn of(context: &LocaleContext<'_, '_>, character: char) -> Self {
        let class = |bit: u16, is: bool| if is { bit } else { 0 };
        // Of ASCII only control characters count, and those are seen elsewhere.
        if character.is_ascii() {
            return Self(Self::KNOWN);
        }
        let order = CodePointMapData::<CanonicalCombiningClass>::new().get(character);
        let is_punctuation = matches!(u32::from(character), 0x80..0xC0 | 0x2000..0x3000);
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
                | class(Self::INNER, !is_punctuation)
                | class(Self::CAPITAL, character.is_uppercase())
                | class(Self::BEFORE_SIGN, is_before_sign(character))
                | class(Self::SIGN, SIGNS.contains(&character)),
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

/// Whether it is not normal (NFC), or becomes one with letters of ASCII, which no class tells. What is rare counts as such.
fn is_joining(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    let mut buffer = [0; 4];
    !ComposingNormalizerBorrowed::new_nfc().is_normalized(character.encode_utf8(&mut buffer))
        || matches!(
            u32::from(character),
            0x300..=0x345 | 0x1161..=0x1175 | 0x11A7..=0x11C2 | 0x3099..=0x309A | 0x10000..
        )
}

/// Signs that are normal and become one with a few letters, all outside of ASCII, that stand right before them; in their
/// languages every second word has one.
const SIGNS: [char; 22] = [
    '\u{653}', '\u{654}', '\u{655}', '\u{93C}', '\u{9BE}', '\u{9D7}', '\u{B3E}', '\u{B56}',
    '\u{B57}', '\u{BBE}', '\u{BD7}', '\u{C56}', '\u{CC2}', '\u{CD5}', '\u{CD6}', '\u{D3E}',
    '\u{D57}', '\u{DCA}', '\u{DCF}', '\u{DDF}', '\u{102E}', '\u{1B35}',
];

/// Whether one of [`SIGNS`] becomes one with it: they stand near each other.
fn is_before_sign(character: char) -> bool {
    let composition = CanonicalCompositionBorrowed::new();
    let row = |it: char| u32::from(it) >> 8;
    SIGNS
        .iter()
        .filter(|sign| row(**sign) == row(character))
        .any(|sign| composition.compose(character, *sign).is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

    use super::*;

    #[test]
    fn every_character_that_becomes_one_with_another_is_known_to() {
        let decomposition = CanonicalDecompositionBorrowed::new();
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let mut seconds = BTreeSet::new();
        for character in (0x80..=0x10_FFFF).filter_map(char::from_u32) {
            if let Decomposed::Expansion(first, second) = decomposition.decompose(character)
                && normalizer.normalize(&format!("{first}{second}")).chars().eq([character])
            {
                let pair = SIGNS.contains(&second) && is_before_sign(first);
                assert!(pair || is_joining(second), "U+{:04X}", u32::from(character));
                seconds.insert(second);
            }
        }
        assert!(seconds.len() > 100);
        assert!(SIGNS.iter().all(|sign| seconds.contains(sign)));
    }

    #[test]
    fn a_sign_is_normal_by_itself() {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        for sign in SIGNS {
            assert!(normalizer.is_normalized(&sign.to_string()), "U+{:04X}", u32::from(sign));
        }
    }
}
