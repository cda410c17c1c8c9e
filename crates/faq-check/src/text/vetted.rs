//! What the characters of a locale's files are, so that one look at a file tells all rules whether there is anything for them:
//! nearly every file has nothing but letters that its language is written with.

mod classes;

use std::cell::RefCell;

use faq_l10n::{Features, Outline, TextKind};

use self::classes::{Classes, Known};
use crate::{
    context::LocaleContext,
    text::bytes::{any, ascii_length},
};

/// What the characters of a text are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    any: Classes,
    /// Of [`Classes::ORDERED_NEXT`], [`Classes::SECOND`], [`Classes::CAPITAL`] and [`Classes::SIGN`], whether one stands after what
    /// the bit below tells.
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
        self.any.has(Classes::JOINING) || self.pairs.has(Classes::ORDERED_NEXT | Classes::SIGN)
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
#[derive(Clone, Debug, Default)]
pub(crate) struct Vetted {
    known: RefCell<Known>,
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
                [0..=0x7F, ..] => looking.ascii(rest),
                [0x80..=0xDF, ..] => looking.short(rest),
                [0xE0..=0xEF, ..] => looking.long(rest),
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
            && shown.any(|text| !text.raw.is_ascii() && self.look(context, text.raw).is_odd())
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
            let classes = self.known.classes(self.context, character);
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
            let classes = self.known.classes(self.context, start | bits(*third, 0x3F));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_character_is_seen_wherever_it_stands() {
        assert!(!has_control("plain = Wörter, 18\n".repeat(200).as_bytes()));
        for control in [0x00, 0x09, 0x0D, 0x1F, 0x7F] {
            assert!(has_control(&[vec![b'a'; 2000], vec![control]].concat()));
        }
    }
}
