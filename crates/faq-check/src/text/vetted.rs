//! What the characters of a locale's files are, so that one look at a file tells all rules whether there is anything for them:
//! nearly every file has nothing but letters that its language is written with.

use std::{cell::RefCell, mem, ops::Range};

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
pub(crate) struct Classes(u16);

impl Classes {
    /// It was looked at.
    const KNOWN: u16 = 1;
    /// A digit or a format character outside of ASCII, or a letter of another script, of another language or of the other
    /// way to write Chinese.
    const ODD: u16 = 1 << 1;
    /// One that may be forbidden.
    const HIDDEN: u16 = 1 << 2;
    /// One that is not normal, or that can become one with the character before it.
    const JOINING: u16 = 1 << 3;
    /// A mark whose place among other marks is fixed.
    const ORDERED: u16 = 1 << 4;
    /// The same, beside [`Self::ORDERED`], so that a shift compares two in a row.
    const ORDERED_NEXT: u16 = Self::ORDERED << 1;
    /// What the first byte of a character becomes in the wrong encoding.
    const FIRST: u16 = 1 << 6;
    /// What the second one becomes; beside [`Self::FIRST`] for the same reason.
    const SECOND: u16 = Self::FIRST << 1;
    /// One outside of ASCII that may be part of a word.
    const INNER: u16 = 1 << 8;
    /// A capital outside of ASCII; beside [`Self::INNER`] for the same reason.
    const CAPITAL: u16 = Self::INNER << 1;

    fn of(context: &LocaleContext<'_, '_>, character: char) -> Self {
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

    fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// What the characters of a text are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    any: Classes,
    /// Of [`Classes::ORDERED_NEXT`], [`Classes::SECOND`] and [`Classes::CAPITAL`], whether one stands after its like.
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

    fn add(&mut self, before: Classes, classes: Classes) {
        self.any.0 |= classes.0;
        self.pairs.0 |= (before.0 << 1) & classes.0;
    }

    /// Whether a capital stands inside of a word, both outside of ASCII.
    pub(crate) fn has_inner_capital(self) -> bool {
        self.pairs.has(Classes::CAPITAL)
    }
}

/// The characters that were looked at in a locale.
#[derive(Clone, Debug)]
pub(crate) struct Vetted {
    known: RefCell<Known>,
}

/// What is known of the characters below U+10000.
#[derive(Clone, Debug)]
struct Known {
    /// The classes of each, zero where it was not yet looked at.
    classes: Vec<u16>,
    /// Those that were looked at.
    characters: Vec<u16>,
}

thread_local! {
    /// Emptied, for the next locale of the thread: a new one costs as much as the looks of many files.
    static SPARE: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

impl Default for Vetted {
    fn default() -> Self {
        let spare = SPARE.with_borrow_mut(Vec::pop);
        let new = || Known { classes: vec![0; 0x10000], characters: Vec::new() };
        Self { known: RefCell::new(spare.unwrap_or_else(new)) }
    }
}

impl Drop for Vetted {
    fn drop(&mut self) {
        let known = self.known.get_mut();
        let Known { mut classes, mut characters } = Known {
            classes: mem::take(&mut known.classes),
            characters: mem::take(&mut known.characters),
        };
        for character in characters.drain(..) {
            if let Some(class) = classes.get_mut(usize::from(character)) {
                *class = 0;
            }
        }
        // Where a thread ends, there is no next locale.
        let _ = SPARE.try_with(|spare| spare.borrow_mut().push(Known { classes, characters }));
    }
}

impl Vetted {
    /// What the characters of `text` are. Of those in ASCII only control characters count.
    pub(crate) fn look(&self, context: &LocaleContext<'_, '_>, text: &str) -> Look {
        let mut looking = Looking {
            context,
            known: &mut self.known.borrow_mut(),
            look: Look::default(),
            before: Classes::default(),
        };
        if has_control(text.as_bytes()) {
            looking.look.any.0 |= Classes::HIDDEN;
        }
        let mut rest = text.as_bytes();
        loop {
            rest = match rest {
                [] => return looking.look,
                [..0x80, ..] => looking.ascii(rest),
                [..0xE0, ..] => looking.short(rest),
                [..0xF0, ..] => looking.long(rest),
                [..] => {
                    let at = text.len() - rest.len();
                    let mut characters = text.get(at..).unwrap_or_default().chars();
                    looking.add(Classes::of(context, characters.next().unwrap_or_default()));
                    characters.as_str().as_bytes()
                }
            };
        }
    }

    /// Whether the message shows a character that has to be looked at; ASCII never has to. What is written as an escape is
    /// not looked at.
    pub(crate) fn is_odd(&self, context: &LocaleContext<'_, '_>, message: Outline<'_, '_>) -> bool {
        let mut shown = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
        message.features().any(Features::NON_ASCII)
            && shown.any(|text| self.look_odd(context, text.raw))
    }

    fn look_odd(&self, context: &LocaleContext<'_, '_>, text: &str) -> bool {
        !text.is_ascii() && self.look(context, text).is_odd()
    }

    /// Whether `text` is in normal form (NFC): only characters that may change are compared, with the one before them.
    pub(crate) fn is_normal(&self, context: &LocaleContext<'_, '_>, text: &str) -> bool {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let composition = CanonicalCompositionBorrowed::new();
        let mut known = self.known.borrow_mut();
        // One mark alone that has a fixed place, or does not become one with what it stands at, is where it has to be.
        let mut marks = |before: Option<char>, it: char| {
            let classes = match u16::try_from(u32::from(it)) {
                Ok(it) => classes_of(&mut known, context, it),
                Err(_) => Classes::of(context, it),
            };
            if !classes.has(Classes::JOINING) {
                return i32::from(classes.has(Classes::ORDERED));
            }
            let is_alone = is_vowel_sign(it)
                && before.is_some_and(|before| composition.compose(before, it).is_none());
            if is_alone { 1 } else { 2 }
        };
        let is_normal =
            |part: Range<usize>| text.get(part).is_none_or(|part| normalizer.is_normalized(part));
        // The last character that is no mark, and how many marks were seen after it.
        let (mut start, mut seen, mut before) = (0, 0, None);
        let mut at = 0;
        while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let marks = if character.is_ascii() { 0 } else { marks(before, character) };
            if marks > 0 {
                seen += marks;
            } else {
                if seen > 1 && !is_normal(start..at) {
                    return false;
                }
                (start, seen) = (at, 0);
            }
            before = Some(character);
            at += character.len_utf8();
            // Of ASCII the last character counts, as something may join it.
            if character.is_ascii() {
                let ascii = ascii_length(text.as_bytes().get(at..).unwrap_or_default());
                at += ascii.saturating_sub(1);
            }
        }
        seen < 2 || is_normal(start..text.len())
    }
}

/// A look at the characters of a text.
struct Looking<'l, 'a, 's> {
    context: &'l LocaleContext<'a, 's>,
    known: &'l mut Known,
    look: Look,
    /// The classes of the last character.
    before: Classes,
}

impl Looking<'_, '_, '_> {
    /// Goes on over ASCII.
    fn ascii<'t>(&mut self, rest: &'t [u8]) -> &'t [u8] {
        self.before = Classes::default();
        match rest {
            // The space between two words.
            [_, next, ..] if !next.is_ascii() => rest.get(1..).unwrap_or_default(),
            _ => rest.get(ascii_length(rest)..).unwrap_or_default(),
        }
    }

    /// Goes on over characters of two bytes, which mostly stand together.
    fn short<'t>(&mut self, mut rest: &'t [u8]) -> &'t [u8] {
        let (mut look, mut before) = (self.look, self.before);
        while let [first @ 0xC2..0xE0, second, others @ ..] = rest {
            rest = others;
            let character = bits(*first, 0x1F) << 6 | bits(*second, 0x3F);
            let classes = classes_of(self.known, self.context, character);
            look.add(before, classes);
            before = classes;
        }
        (self.look, self.before) = (look, before);
        rest
    }

    /// The same over characters of three bytes.
    fn long<'t>(&mut self, mut rest: &'t [u8]) -> &'t [u8] {
        let (mut look, mut before) = (self.look, self.before);
        while let [first @ 0xE0..0xF0, second, third, others @ ..] = rest {
            rest = others;
            let start = bits(*first, 0x0F) << 12 | bits(*second, 0x3F) << 6;
            let classes = classes_of(self.known, self.context, start | bits(*third, 0x3F));
            look.add(before, classes);
            before = classes;
        }
        (self.look, self.before) = (look, before);
        rest
    }

    fn add(&mut self, classes: Classes) {
        self.look.add(self.before, classes);
        self.before = classes;
    }
}

/// The classes of a character below U+10000.
fn classes_of(known: &mut Known, context: &LocaleContext<'_, '_>, character: u16) -> Classes {
    match known.classes.get(usize::from(character)) {
        Some(0) | None => look_up(known, context, character),
        Some(classes) => Classes(*classes),
    }
}

/// Looks a character up, which happens once for each in a locale.
#[cold]
fn look_up(known: &mut Known, context: &LocaleContext<'_, '_>, character: u16) -> Classes {
    let looked = char::from_u32(u32::from(character)).unwrap_or_default();
    let classes = Classes::of(context, looked);
    if let Some(known) = known.classes.get_mut(usize::from(character)) {
        *known = classes.0;
    }
    known.characters.push(character);
    classes
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
