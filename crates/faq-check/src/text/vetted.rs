//! What the characters of a locale's files are, so that one look at a file tells all rules whether there is anything for them:
//! nearly every file has nothing but letters that its language is written with.

use std::cell::Cell;

use faq_l10n::{Features, Outline, TextKind};
use icu_normalizer::{ComposingNormalizerBorrowed, properties::CanonicalCompositionBorrowed};
use icu_properties::{
    CodePointMapData,
    props::{CanonicalCombiningClass, GeneralCategory, Script},
};

use crate::{
    context::LocaleContext,
    text::{
        bytes::{any, ascii_length},
        hidden::forbidden,
        letters::is_foreign_letter,
        misread::{is_misread_first, is_misread_second},
        numbers::digit,
        writing::is_other_han,
    },
};

/// What characters are, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u8);

impl Classes {
    /// It was looked at.
    const KNOWN: u8 = 1;
    /// A digit or a format character outside of ASCII, or a letter of another script, of another language or of the other
    /// way to write Chinese.
    const ODD: u8 = 1 << 1;
    /// One that may be forbidden.
    const HIDDEN: u8 = 1 << 2;
    /// One that is not normal, or that can become one with the character before it.
    const JOINING: u8 = 1 << 3;
    /// A mark whose place among other marks is fixed.
    const ORDERED: u8 = 1 << 4;
    /// The same, beside [`Self::ORDERED`], so that a shift compares two in a row.
    const ORDERED_NEXT: u8 = Self::ORDERED << 1;
    /// What the first byte of a character becomes in the wrong encoding.
    const FIRST: u8 = 1 << 6;
    /// What the second one becomes; beside [`Self::FIRST`] for the same reason.
    const SECOND: u8 = Self::FIRST << 1;

    fn of(context: &LocaleContext<'_, '_>, character: char) -> Self {
        let class = |bit: u8, is: bool| if is { bit } else { 0 };
        let order = CodePointMapData::<CanonicalCombiningClass>::new().get(character);
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
                | class(Self::SECOND, is_misread_second(character)),
        )
    }

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// What the characters of a text are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    any: Classes,
    /// Of [`Classes::ORDERED_NEXT`] and [`Classes::SECOND`], whether one stands after its like.
    pairs: Classes,
}

impl Look {
    /// Whether a character has to be looked at: a digit or an invisible character outside of ASCII, or a letter that the locale
    /// may not have.
    pub(crate) fn is_odd(self) -> bool {
        self.any.has(Classes::ODD)
    }

    /// Whether a character may be forbidden.
    pub(crate) fn may_hide(self) -> bool {
        self.any.has(Classes::HIDDEN)
    }

    /// Whether some text may have another normal form.
    pub(crate) fn may_change(self) -> bool {
        self.any.has(Classes::JOINING) || self.pairs.has(Classes::ORDERED_NEXT)
    }

    /// Whether two characters stand in a row as in a text that was read in the wrong encoding.
    pub(crate) fn may_be_misread(self) -> bool {
        self.pairs.has(Classes::SECOND)
    }

    fn add(&mut self, before: Classes, class: Classes) {
        self.any.0 |= class.0;
        self.pairs.0 |= (before.0 << 1) & class.0;
    }
}

/// The characters that were looked at in a locale.
#[derive(Clone, Debug)]
pub(crate) struct Vetted {
    /// The classes of each character below U+10000, [`Classes::default`] where it was not yet looked at.
    classes: Vec<Cell<Classes>>,
}

impl Default for Vetted {
    fn default() -> Self {
        Self { classes: vec![Cell::default(); 0x10000] }
    }
}

impl Vetted {
    /// What the characters of `text` are. Of those in ASCII only control characters count.
    pub(crate) fn look(&self, context: &LocaleContext<'_, '_>, text: &str) -> Look {
        let mut look = Look::default();
        if has_control(text.as_bytes()) {
            look.any.0 |= Classes::HIDDEN;
        }
        let mut rest = text.as_bytes();
        loop {
            rest = rest.get(ascii_length(rest)..).unwrap_or_default();
            let mut before = Classes::default();
            let mut add = |class: Classes| {
                look.add(before, class);
                before = class;
            };
            loop {
                // Characters of one length mostly stand together.
                while let [first @ 0xC2..0xE0, second, others @ ..] = rest {
                    rest = others;
                    add(self.known(context, bits(*first, 0x1F) << 6 | bits(*second, 0x3F)));
                }
                while let [first @ 0xE0..0xF0, second, third, others @ ..] = rest {
                    rest = others;
                    let start = bits(*first, 0x0F) << 12 | bits(*second, 0x3F) << 6;
                    add(self.known(context, start | bits(*third, 0x3F)));
                }
                match rest {
                    [] => return look,
                    [0..=0x7F, ..] => break,
                    [0xC2..0xF0, ..] => {}
                    [0x80..=0xFF, ..] => {
                        let at = text.len() - rest.len();
                        let mut characters = text.get(at..).unwrap_or_default().chars();
                        add(self.classes(context, characters.next().unwrap_or_default()));
                        rest = characters.as_str().as_bytes();
                    }
                }
            }
        }
    }

    /// Whether the message shows a character that has to be looked at; ASCII never has to. What is written as an escape is
    /// not looked at.
    pub(crate) fn is_odd(&self, context: &LocaleContext<'_, '_>, message: Outline<'_, '_>) -> bool {
        let mut shown = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
        message.features().any(Features::NON_ASCII)
            && shown.any(|text| {
                text.raw.chars().any(|it| !it.is_ascii() && self.has(context, it, Classes::ODD))
            })
    }

    /// Whether `text` is in normal form (NFC): only characters that may change are compared, with the one before them.
    pub(crate) fn is_normal(&self, context: &LocaleContext<'_, '_>, text: &str) -> bool {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let composition = CanonicalCompositionBorrowed::new();
        // One mark alone that has a fixed place, or does not become one with what it stands at, is where it has to be.
        let marks = |before: Option<char>, it: char| match self.classes(context, it) {
            classes if classes.has(Classes::JOINING) => {
                let is_alone = is_vowel_sign(it)
                    && before.is_some_and(|before| composition.compose(before, it).is_none());
                if is_alone { 1 } else { 2 }
            }
            classes if classes.has(Classes::ORDERED) => 1,
            _ => 0,
        };
        let mut rest = 0;
        loop {
            let bytes = text.as_bytes().get(rest..).unwrap_or_default();
            let ascii = ascii_length(bytes);
            if ascii == bytes.len() {
                return true;
            }
            rest += ascii;
            // What stands before may have marks too.
            let mut start = rest.saturating_sub(1);
            let mut seen = 0;
            let mut before = None;
            let run = text.get(rest..).unwrap_or_default().char_indices();
            for (at, character) in run.map(|(at, it)| (rest + at, it)).chain([(text.len(), '\0')]) {
                let marks = if character.is_ascii() { 0 } else { marks(before, character) };
                before = Some(character);
                seen += marks;
                if marks > 0 {
                    continue;
                }
                let part = text.get(start..at).filter(|_| seen > 1);
                if part.is_some_and(|part| !normalizer.is_normalized(part)) {
                    return false;
                }
                (start, seen) = (at, 0);
                if character.is_ascii() {
                    rest = at;
                    break;
                }
            }
        }
    }

    fn has(&self, context: &LocaleContext<'_, '_>, character: char, bits: u8) -> bool {
        self.classes(context, character).has(bits)
    }

    fn classes(&self, context: &LocaleContext<'_, '_>, character: char) -> Classes {
        // Others are rare, and each is looked at anew.
        match u16::try_from(u32::from(character)) {
            Ok(character) => self.known(context, character),
            Err(_) => Classes::of(context, character),
        }
    }

    /// The classes of a character below U+10000.
    fn known(&self, context: &LocaleContext<'_, '_>, character: u16) -> Classes {
        let Some(known) = self.classes.get(usize::from(character)) else {
            return Classes::default();
        };
        if known.get() == Classes::default() {
            let character = char::from_u32(u32::from(character)).unwrap_or_default();
            known.set(Classes::of(context, character));
        }
        known.get()
    }
}

/// The bits of a byte of UTF-8 that are part of a character's number.
fn bits(byte: u8, mask: u8) -> u16 {
    u16::from(byte & mask)
}

/// Whether there is a control character but a line feed.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn has_control(bytes: &[u8]) -> bool {
    any(bytes, |byte| ((byte < 0x20) & (byte != b'\n')) | (byte == 0x7F))
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
fn is_vowel_sign(character: char) -> bool {
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

    #[test]
    fn a_control_character_is_seen_wherever_it_stands() {
        assert!(!has_control("plain = Wörter, 18\n".repeat(200).as_bytes()));
        for control in [0x00, 0x09, 0x0D, 0x1F, 0x7F] {
            assert!(has_control(&[vec![b'a'; 2000], vec![control]].concat()));
        }
    }
}
