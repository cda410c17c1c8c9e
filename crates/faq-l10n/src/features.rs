//! What a message has, as a set of bits: so that a rule which looks for digits never sees a message without one.

use std::ops::BitOr;

/// A set of things that a message has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u32);

impl Features {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Every message has this.
    pub const ANY: Self = Self(1);
    /// A character outside of ASCII.
    pub const NON_ASCII: Self = Self(1 << 1);
    /// An ASCII digit.
    pub const DIGIT: Self = Self(1 << 2);
    /// `<`, `>` or `&`.
    pub const MARKUP: Self = Self(1 << 3);
    /// `@`, `/`, `:` or `.`, which addresses are made of.
    pub const ADDRESS: Self = Self(1 << 4);
    /// `[`, `]`, `*`, `` ` ``, `_`, which Markdown is made of.
    pub const MARKDOWN: Self = Self(1 << 5);
    /// `?` or `!`.
    pub const QUESTION: Self = Self(1 << 6);
    /// `"` or `'`.
    pub const QUOTE: Self = Self(1 << 7);
    /// A control character or a tab.
    pub const CONTROL: Self = Self(1 << 8);
    /// A variable.
    pub const VARIABLE: Self = Self(1 << 9);
    /// A reference to a message or term.
    pub const REFERENCE: Self = Self(1 << 10);
    /// A function.
    pub const FUNCTION: Self = Self(1 << 11);
    /// A select expression.
    pub const SELECT: Self = Self(1 << 12);
    /// An attribute.
    pub const ATTRIBUTE: Self = Self(1 << 13);
    /// A text literal (`{ "…" }`).
    pub const LITERAL: Self = Self(1 << 14);
    /// A number literal.
    pub const NUMBER: Self = Self(1 << 15);
    /// A branch without text.
    pub const EMPTY: Self = Self(1 << 16);
    /// Two spaces in a row.
    pub const DOUBLE_SPACE: Self = Self(1 << 17);
    /// `(`, `)`, `{` or `}` as text.
    pub const BRACKET: Self = Self(1 << 18);

    /// Whether the two sets have anything in common.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What a piece of text has.
    pub(crate) fn of_text(text: &str) -> Self {
        let mut bits = 0;
        let mut before = 0;
        for byte in text.bytes() {
            // The table covers every byte.
            bits |= CLASSES.get(usize::from(byte)).copied().unwrap_or(0);
            if byte == b' ' && before == b' ' {
                bits |= Self::DOUBLE_SPACE.0;
            }
            before = byte;
        }
        Self(bits)
    }
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

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
            128..=255 => Features::NON_ASCII,
            _ => Features::NONE,
        };
        classes[byte] = class.0;
        byte += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_what_its_characters_stand_for() {
        assert_eq!(Features::of_text("plain words"), Features::NONE);
        assert!(Features::of_text("under 18").any(Features::DIGIT));
        assert!(Features::of_text("é").any(Features::NON_ASCII));
        assert!(Features::of_text("a  b").any(Features::DOUBLE_SPACE));
        assert!(!Features::of_text("a b c").any(Features::DOUBLE_SPACE));
        assert!(Features::of_text("<b>").any(Features::MARKUP));
    }
}
