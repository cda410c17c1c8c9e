//! What a message has, as a set of bits: so that a rule which looks for digits never sees a message without one.

use std::ops::BitOr;

/// A set of things that a message has.
///
/// The first bytes of the characters outside of ASCII are part of it, each as a bit: they tell scripts apart well enough that
/// most texts need no second look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Features {
    bits: u32,
    /// What its bytes are: kinds of ASCII below [`FIRST_LEAD`], and the first bytes of all other characters.
    bytes: u64,
}

/// The bit that stands for [`LEAD`].
const FIRST_LEAD: u8 = 16;
/// The bit behind those.
const AFTER_LEADS: u8 = 63;
/// The lowest byte that starts a character outside of ASCII.
const LEAD: u8 = 0xC2;
/// The bytes from here on start characters from U+10000 on, and count as one.
const LAST_LEAD: u8 = 0xF0;

impl Features {
    /// Nothing.
    pub const NONE: Self = Self::bit(0);
    /// Every message has this.
    pub const ANY: Self = Self::bit(1);
    /// A character outside of ASCII.
    pub const NON_ASCII: Self =
        Self { bits: 0, bytes: (u64::MAX << FIRST_LEAD) & !(1 << AFTER_LEADS) };
    /// An ASCII digit.
    pub const DIGIT: Self = Self::byte(0);
    /// `<`, `>` or `&`.
    pub const MARKUP: Self = Self::byte(1);
    /// `@`, `/`, `:` or `.`, which addresses are made of.
    pub const ADDRESS: Self = Self::byte(2);
    /// `:`
    pub const COLON: Self = Self::byte(AFTER_LEADS);
    /// `[`, `]`, `*`, `` ` ``, `_`, which Markdown is made of.
    pub const MARKDOWN: Self = Self::byte(3);
    /// `?` or `!`.
    pub const QUESTION: Self = Self::byte(4);
    /// `"` or `'`.
    pub const QUOTE: Self = Self::byte(5);
    /// A control character or a tab.
    pub const CONTROL: Self = Self::byte(6);
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
    pub const BRACKET: Self = Self::byte(7);
    /// More than a quarter of the placeables that [`crate::Limits`] allow, or a long number: it takes adding up to say that the
    /// message may be formatted.
    pub const LARGE: Self = Self::bit(1 << 19);
    /// A catalog says what it has to be. Given by whoever knows the catalog.
    pub const CATALOG: Self = Self::bit(1 << 20);
    /// The reference has no message of its name. Given by whoever knows the reference.
    pub const UNPAIRED: Self = Self::bit(1 << 21);

    /// A character that has to be looked at in its locale. Given by whoever knows the locale.
    pub const ODD: Self = Self::bit(1 << 3);
    /// In its file two characters stand in a row as in a text that was read in the wrong encoding. Given by whoever knows the
    /// characters.
    pub const MISREAD: Self = Self::bit(1 << 4);
    /// An ASCII letter where the locale is not written in Latin letters. Given by whoever knows the locale.
    pub const LATIN: Self = Self::bit(1 << 5);
    /// More than one text, as where there is more than one line.
    pub const SEVERAL: Self = Self::bit(1 << 6);

    /// The first bytes of digits outside of ASCII.
    pub const OTHER_DIGIT: Self =
        Self::lead_bytes(&[0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0]);

    /// `\\`
    pub const BACKSLASH: Self = Self::byte(9);
    /// Two ASCII capitals in a row.
    pub const CAPITALS: Self = Self::bit(1 << 1);
    /// One of [`Self::ADDRESS`] with something right after it, as inside of an address.
    pub const INNER_SIGN: Self = Self::bit(1 << 2);
    /// An ASCII letter.
    pub const LETTER: Self = Self::byte(8);

    const fn bit(bits: u32) -> Self {
        Self { bits, bytes: 0 }
    }

    const fn byte(kind: u8) -> Self {
        Self { bits: 0, bytes: 1 << kind }
    }

    /// Characters that start with one of these bytes, which are 0xC2 to 0xF4.
    pub const fn lead_bytes(bytes: &[u8]) -> Self {
        let mut leads = 0;
        let mut rest = bytes;
        while let [byte, others @ ..] = rest {
            let byte = if *byte > LAST_LEAD { LAST_LEAD } else { *byte };
            leads |= 1 << (byte - LEAD + FIRST_LEAD);
            rest = others;
        }
        Self { bits: 0, bytes: leads }
    }

    /// Whether the two sets have anything in common.
    pub const fn any(self, other: Self) -> bool {
        self.bits & other.bits != 0 || self.bytes & other.bytes != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, bytes: self.bytes | other.bytes }
    }

    /// How many kinds of things there are.
    pub const KINDS: usize = 96;

    /// The kinds of things in the set, each as a number below [`Self::KINDS`].
    pub fn kinds(self) -> impl Iterator<Item = usize> {
        let mut left = u128::from(self.bits) << 64 | u128::from(self.bytes);
        std::iter::from_fn(move || {
            let kind = (left != 0).then_some(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(kind)
        })
    }

    /// This set where `condition` holds, and nothing elsewhere.
    #[must_use]
    pub fn only_if(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }

    /// What a piece of text has.
    pub fn of_text(text: &str) -> Self {
        let (mut bytes, mut pairs, mut before) = (0, 0, 0);
        for byte in text.bytes() {
            // The table covers every byte.
            let class = CLASSES.get(usize::from(byte)).copied().unwrap_or(0);
            bytes |= class;
            pairs |= (before << 1) & class;
            before = class;
        }
        Self { bits: 0, bytes: bytes & !PAIRS }
            | Self::DOUBLE_SPACE.only_if(pairs & SPACE << 1 != 0)
            | Self::CAPITALS.only_if(pairs & CAPITAL << 1 != 0)
            | Self::INNER_SIGN.only_if(pairs & SIGN << 1 != 0)
    }
}

/// What is asked of two bytes in a row: of the first one each of these bits, of the second one the next bit.
const PAIRS: u64 = 0b11_1111 << 10;
const SPACE: u64 = 1 << 10;
const CAPITAL: u64 = 1 << 12;
const SIGN: u64 = 1 << 14;

/// What a byte is as one of two in a row.
const fn in_pair(byte: u8) -> u64 {
    match byte {
        b' ' => SPACE | SPACE << 1,
        0..b' ' => 0,
        b'A'..=b'Z' => CAPITAL | CAPITAL << 1 | SIGN << 1,
        b'.' | b'/' | b':' | b'@' => SIGN | SIGN << 1,
        _ => SIGN << 1,
    }
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// What each byte stands for.
#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends at the length; indexing is what a constant can do"
)]
const CLASSES: [u64; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let (class, pair) = (byte as u8, in_pair(byte as u8));
        let class = match class {
            0..=9 | 11..=31 | 127 => Features::CONTROL,
            b'0'..=b'9' => Features::DIGIT,
            b'<' | b'>' | b'&' => Features::MARKUP,
            b':' => Features::ADDRESS.and(Features::COLON),
            b'@' | b'/' | b'.' => Features::ADDRESS,
            b'[' | b']' | b'*' | b'`' | b'_' => Features::MARKDOWN,
            b'?' | b'!' => Features::QUESTION,
            b'"' | b'\'' => Features::QUOTE,
            b'(' | b')' | b'{' | b'}' => Features::BRACKET,
            b'\\' => Features::BACKSLASH,
            b'a'..=b'z' | b'A'..=b'Z' => Features::LETTER,
            lead @ 0xC2..=0xF4 => Features::lead_bytes(&[lead]),
            _ => Features::NONE,
        };
        classes[byte] = class.bytes | pair;
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
        assert!(Features::of_text("a: b").any(Features::COLON));
        assert!(!Features::of_text("a: b").any(Features::NON_ASCII));
        assert!(!Features::of_text("a. 😀").any(Features::COLON));
        assert!(Features::of_text("to do: TODO").any(Features::CAPITALS));
        assert!(!Features::of_text("To Do").any(Features::CAPITALS));
    }

    #[test]
    fn a_sign_of_an_address_is_an_inner_one_where_something_follows() {
        for text in ["a.b", "https://", "a@b", "a:1", "и.о"] {
            assert!(Features::of_text(text).any(Features::INNER_SIGN), "{text}");
        }
        for text in ["A sentence.", "One. Two: three.", "either / or", "a.\nb"] {
            assert!(!Features::of_text(text).any(Features::INNER_SIGN), "{text}");
        }
    }

    #[test]
    fn two_sets_have_a_kind_in_common_where_they_have_anything_in_common() {
        let sets = [Features::ANY, Features::NON_ASCII, Features::DIGIT | Features::SELECT];
        for (one, other) in sets.iter().flat_map(|one| sets.iter().map(move |other| (*one, *other)))
        {
            let common = one.kinds().any(|kind| other.kinds().any(|it| it == kind));
            assert_eq!(common, one.any(other), "{one:?} {other:?}");
        }
        assert!(Features::LARGE.kinds().all(|kind| kind < Features::KINDS));
        assert_eq!(Features::NONE.kinds().next(), None);
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
