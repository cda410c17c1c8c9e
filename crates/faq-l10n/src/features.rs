//! What a message has, as a set of bits: so that a rule which looks for digits never sees a message without one.

use std::ops::BitOr;

/// A set of things that a message has.
///
/// The first bytes of the characters outside of ASCII are part of it, each as a bit: they tell scripts apart well enough that
/// most texts need no second look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Features {
    bits: u32,
    /// Bit `n` stands for the byte `0xC0 + n`.
    leads: u64,
}

impl Features {
    /// Nothing.
    pub const NONE: Self = Self::bit(0);
    /// Every message has this.
    pub const ANY: Self = Self::bit(1);
    /// A character outside of ASCII.
    pub const NON_ASCII: Self = Self::bit(1 << 1);
    /// An ASCII digit.
    pub const DIGIT: Self = Self::bit(1 << 2);
    /// `<`, `>` or `&`.
    pub const MARKUP: Self = Self::bit(1 << 3);
    /// `@`, `/`, `:` or `.`, which addresses are made of.
    pub const ADDRESS: Self = Self::bit(1 << 4);
    /// `[`, `]`, `*`, `` ` ``, `_`, which Markdown is made of.
    pub const MARKDOWN: Self = Self::bit(1 << 5);
    /// `?` or `!`.
    pub const QUESTION: Self = Self::bit(1 << 6);
    /// `"` or `'`.
    pub const QUOTE: Self = Self::bit(1 << 7);
    /// A control character or a tab.
    pub const CONTROL: Self = Self::bit(1 << 8);
    /// A variable.
    pub const VARIABLE: Self = Self::bit(1 << 9);
    /// A reference to a message or term.
    pub const REFERENCE: Self = Self::bit(1 << 10);
    /// A function.
    pub const FUNCTION: Self = Self::bit(1 << 11);
    /// A select expression.
    pub const SELECT: Self = Self::bit(1 << 12);
    /// An attribute.
    pub const ATTRIBUTE: Self = Self::bit(1 << 13);
    /// A text literal (`{ "…" }`).
    pub const LITERAL: Self = Self::bit(1 << 14);
    /// A number literal, or a literal that steers.
    pub const NUMBER: Self = Self::bit(1 << 15);
    /// A branch without text.
    pub const EMPTY: Self = Self::bit(1 << 16);
    /// Two spaces in a row.
    pub const DOUBLE_SPACE: Self = Self::bit(1 << 17);
    /// `(`, `)`, `{` or `}` as text.
    pub const BRACKET: Self = Self::bit(1 << 18);
    /// More than a quarter of the placeables that [`crate::Limits`] allow, or a long number: it takes adding up to say that the
    /// message may be formatted.
    pub const LARGE: Self = Self::bit(1 << 19);
    /// A catalog says what it has to be. Given by whoever knows the catalog.
    pub const CATALOG: Self = Self::bit(1 << 20);
    /// The reference has no message of its name. Given by whoever knows the reference.
    pub const UNPAIRED: Self = Self::bit(1 << 21);

    /// The first bytes of digits outside of ASCII.
    pub const OTHER_DIGIT: Self =
        Self::lead_bytes(&[0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0]);

    /// An ASCII letter.
    pub const LETTER: Self = Self::bit(1 << 22);

    const fn bit(bits: u32) -> Self {
        Self { bits, leads: 0 }
    }

    /// Characters that start with one of these bytes, which are `0xC0` or more.
    pub const fn lead_bytes(bytes: &[u8]) -> Self {
        let mut leads = 0;
        let mut rest = bytes;
        while let [byte, others @ ..] = rest {
            leads |= 1 << (*byte & 0x3F);
            rest = others;
        }
        Self { bits: 0, leads }
    }

    /// Whether the two sets have anything in common.
    pub const fn any(self, other: Self) -> bool {
        self.bits & other.bits != 0 || self.leads & other.leads != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, leads: self.leads | other.leads }
    }

    /// This set where `condition` holds, and nothing elsewhere.
    #[must_use]
    pub fn only_if(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }

    /// What a piece of text has.
    pub fn of_text(text: &str) -> Self {
        let mut bits = 0;
        for byte in text.bytes() {
            // The table covers every byte.
            bits |= CLASSES.get(usize::from(byte)).copied().unwrap_or(0);
        }
        let leads = if bits & Self::NON_ASCII.bits == 0 { 0 } else { leads(text) };
        Self { bits, leads } | Self::DOUBLE_SPACE.only_if(has_double_space(text.as_bytes()))
    }
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn has_double_space(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |any, (byte, next)| any | ((*byte == b' ') & (*next == b' ')))
}

fn leads(text: &str) -> u64 {
    let mut leads = 0;
    for byte in text.bytes() {
        // The table covers every byte.
        leads |= LEADS.get(usize::from(byte)).copied().unwrap_or(0);
    }
    leads
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// The bit of each byte that starts a character outside of ASCII.
#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends at the length; indexing is what a constant can do"
)]
const LEADS: [u64; 256] = {
    let mut leads = [0; 256];
    let mut byte = 0xC0;
    while byte < 256 {
        leads[byte] = 1 << (byte & 0x3F);
        byte += 1;
    }
    leads
};

/// The features that each byte stands for.
#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends at the length; indexing is what a constant can do"
)]
const CLASSES: [u32; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let class = match byte as u8 {
            0..=9 | 11..=31 | 127 => Features::CONTROL,
            b'0'..=b'9' => Features::DIGIT,
            b'<' | b'>' | b'&' => Features::MARKUP,
            b'@' | b'/' | b':' | b'.' => Features::ADDRESS,
            b'[' | b']' | b'*' | b'`' | b'_' => Features::MARKDOWN,
            b'?' | b'!' => Features::QUESTION,
            b'"' | b'\'' => Features::QUOTE,
            b'(' | b')' | b'{' | b'}' => Features::BRACKET,
            b'a'..=b'z' | b'A'..=b'Z' => Features::LETTER,
            128..=255 => Features::NON_ASCII,
            _ => Features::NONE,
        };
        classes[byte] = class.bits;
        byte += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_what_its_characters_stand_for() {
        assert_eq!(Features::of_text("plain words"), Features::LETTER);
        assert!(Features::of_text("under 18").any(Features::DIGIT));
        assert!(Features::of_text("é").any(Features::NON_ASCII));
        assert!(Features::of_text("a  b").any(Features::DOUBLE_SPACE));
        assert!(!Features::of_text("a b c").any(Features::DOUBLE_SPACE));
        assert!(Features::of_text("<b>").any(Features::MARKUP));
    }

    #[test]
    fn a_text_has_the_first_bytes_of_its_characters() {
        let cyrillic = Features::lead_bytes(&[0xD0, 0xD1]);
        let text = Features::of_text("жертвы и é");
        assert!(text.any(cyrillic));
        assert!(text.any(Features::lead_bytes(&[0xC3])));
        assert!(!text.any(Features::lead_bytes(&[0xE2])));
    }
}
