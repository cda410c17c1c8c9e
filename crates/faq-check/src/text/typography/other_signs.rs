//! Signs of one script that stand in a text of another: commas, full stops and apostrophes.

use super::{Slip, Spot, is_han_or_kana};

/// Scripts with signs of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnSigns {
    /// `،` and `؛`.
    Arabic,
    /// The same, and `۔`.
    Urdu,
    /// `։` at the end.
    Armenian,
    /// `።` at the end.
    Ethiopic,
}

impl<'t> Spot<'t> {
    /// A full stop of half width after a character of full width.
    pub(super) fn narrow_stop(self) -> Option<Slip<'t>> {
        let is_wrong = self.before().is_some_and(is_han_or_kana)
            && match self.after(1) {
                None => !self.touches.1,
                Some(next) => is_han_or_kana(next),
            };
        is_wrong.then_some(Slip::new(
            self.at..self.at + 1,
            "。",
            "a full stop of half width stands after a character of full width",
            "write `。`",
        ))
    }

    /// A comma or semicolon of another script between two words of a script that has its own.
    pub(super) fn other_comma(self, own: OwnSigns, sign: u8) -> Option<Slip<'t>> {
        let right = match (own, sign) {
            (OwnSigns::Arabic | OwnSigns::Urdu, b',') => "،",
            (OwnSigns::Arabic | OwnSigns::Urdu, b';') => "؛",
            _ => return None,
        };
        let next = self.after(1).filter(|it| *it != ' ').or_else(|| self.after(2));
        let is_wrong =
            self.before().is_some_and(is_arabic_letter) && next.is_some_and(is_arabic_letter);
        is_wrong.then_some(
            Slip::new(
                self.at..self.at + 1,
                right,
                "a punctuation mark of another script stands between two words",
                "write the one of this script",
            )
            .excused(),
        )
    }

    /// A full stop of another script at the end of a text whose script has its own; not after an abbreviation.
    pub(super) fn other_stop(self, own: OwnSigns) -> Option<Slip<'t>> {
        type IsLetter = fn(char) -> bool;
        let (right, is_letter, shortest): (&str, IsLetter, usize) = match own {
            OwnSigns::Arabic => return None,
            OwnSigns::Urdu => ("۔", is_arabic_letter, 2),
            OwnSigns::Armenian => ("։", |it| matches!(it, '\u{531}'..='\u{587}'), 4),
            OwnSigns::Ethiopic => ("።", |it| matches!(it, '\u{1200}'..='\u{135a}'), 3),
        };
        let mut before = self.text.get(..self.at)?.chars().rev();
        let is_word =
            before.by_ref().take(shortest).filter(|it| is_letter(*it)).count() == shortest;
        let rest = self.text.get(self.at + 1..)?;
        let is_end = if rest.trim().is_empty() {
            !self.touches.1
        } else {
            own == OwnSigns::Urdu
                && rest.starts_with(' ')
                && rest.trim_start().starts_with(is_letter)
        };
        (is_word && is_end).then_some(Slip::new(
            self.at..self.at + 1,
            right,
            "the full stop of another script ends the sentence",
            "write the one of this script",
        ))
    }

    /// An accent that stands for an apostrophe inside of a word.
    pub(super) fn accent(self) -> Option<Slip<'t>> {
        let accent = self.after(0)?;
        let end = self.at + accent.len_utf8();
        // Latin, Greek and Cyrillic ones; code stands between others without a space.
        let is_letter = |it: char| it < '\u{530}' && it.is_alphabetic();
        let is_wrong = self.before().is_some_and(is_letter)
            && self.after(accent.len_utf8()).is_some_and(is_letter);
        is_wrong.then_some(
            Slip::new(
                self.at..end,
                "’",
                "an accent stands for an apostrophe",
                "write the apostrophe, `’`",
            )
            .excused(),
        )
    }
}

fn is_arabic_letter(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}')
}
