//! How languages write spaces, dots and dashes, and where a text looks wrong.

use std::ops::Range;

mod other_signs;

pub(crate) use other_signs::OwnSigns;

/// How a language parts words and signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Custom {
    /// No space before a sign.
    Close,
    /// A space that does not break the line before high signs and inside of quotation marks.
    French,
    /// The same, for colons and quotation marks only.
    Canadian,
    /// Signs that have their space in themselves.
    Wide,
    /// Free spaces, and signs of its own script.
    OwnSigns(OwnSigns),
    /// Not known, or free.
    Free,
}

/// A place that looks wrong: a part of the text, and what is to stand there.
pub(crate) struct Slip<'t> {
    pub(crate) at: Range<usize>,
    pub(crate) right: &'t str,
    pub(crate) wrong: &'static str,
    pub(crate) help: &'static str,
    /// Whether it is left alone where the reference has the same.
    pub(crate) excused_by_reference: bool,
}

/// A text from a place on.
#[derive(Clone, Copy)]
pub(crate) struct Spot<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: usize,
    /// Whether a placeable stands directly before the text, and directly after it.
    pub(crate) touches: (bool, bool),
}

/// The first bytes of what can be wrong: a quick look passes over all others.
pub(crate) fn is_suspect(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'.' | b',' | b';' | b':' | b'!' | b'?' | b'`' | 0xC2 | 0xD9 | 0xE3 | 0xEF
    )
}

impl Custom {
    /// How the language of `tag` does it, which is written in `script`.
    pub(crate) fn of(tag: &str, script: &str) -> Self {
        let language = tag.split('-').next().unwrap_or(tag);
        match (language, script) {
            ("fr", _) if tag.ends_with("-CA") || tag.ends_with("-CH") => Self::Canadian,
            ("fr", _) => Self::French,
            // Many of these write as in French, without a rule for it.
            ("br" | "oc" | "kab" | "ht" | "gcf" | "mg" | "ln" | "wo" | "bm" | "rw" | "ff", _) => {
                Self::Free
            }
            (_, "Hans" | "Hant" | "Jpan") => Self::Wide,
            ("ur", "Arab" | "Aran") => Self::OwnSigns(OwnSigns::Urdu),
            (_, "Arab" | "Aran") => Self::OwnSigns(OwnSigns::Arabic),
            (_, "Armn") => Self::OwnSigns(OwnSigns::Armenian),
            (_, "Ethi") => Self::OwnSigns(OwnSigns::Ethiopic),
            (_, "Latn" | "Cyrl" | "Grek" | "Hebr" | "Kore" | "Geor") => Self::Close,
            _ => Self::Free,
        }
    }
}

impl<'t> Slip<'t> {
    fn new(at: Range<usize>, right: &'t str, wrong: &'static str, help: &'static str) -> Self {
        Self { at, right, wrong, help, excused_by_reference: false }
    }

    /// The reference may have the same.
    fn excused(self) -> Self {
        Self { excused_by_reference: true, ..self }
    }
}

impl<'t> Spot<'t> {
    /// What is wrong at the place, whose first byte is `byte`.
    pub(crate) fn slip(self, byte: u8, custom: Custom) -> Option<Slip<'t>> {
        match byte {
            b' ' => self.double_space().or_else(|| self.two_dashes()).or_else(|| match custom {
                Custom::Close => self.space_before_sign(&[',', '.', ';', ':', '!', '?']),
                Custom::French | Custom::Canadian => self.space_before_sign(&[',', '.']),
                Custom::Wide => self.space_beside_wide(),
                Custom::OwnSigns(_) | Custom::Free => None,
            }),
            b'.' => match custom {
                Custom::Wide => self.narrow_stop(),
                Custom::OwnSigns(own) => self.three_dots().or_else(|| self.other_stop(own)),
                Custom::Close | Custom::French | Custom::Canadian | Custom::Free => {
                    self.three_dots()
                }
            },
            b',' | b';' | b':' | b'!' | b'?' => match custom {
                Custom::French => self.before_high_sign(byte),
                Custom::Canadian if byte == b':' => self.before_high_sign(byte),
                Custom::Wide => self.narrow_sign(byte),
                Custom::OwnSigns(own) => self.other_comma(own, byte),
                Custom::Canadian | Custom::Close | Custom::Free => None,
            },
            b'`' => self.accent(),
            0xC2 if self.after(0) == Some('´') => self.accent(),
            0xC2 if matches!(custom, Custom::French | Custom::Canadian) => self.inside_quotation(),
            0xD9 => self.kashida(),
            0xE3 | 0xEF if custom == Custom::Wide => self.space_after_wide(),
            _ => None,
        }
    }

    /// The character before the place.
    fn before(self) -> Option<char> {
        self.text.get(..self.at)?.chars().next_back()
    }

    /// The character that stands `skip` bytes after the place.
    fn after(self, skip: usize) -> Option<char> {
        self.text.get(self.at + skip..)?.chars().next()
    }

    /// Whether a word, or a placeable, ends at the place.
    fn ends_word(self) -> bool {
        self.before().map_or(self.touches.0, |it| {
            it.is_alphanumeric() || matches!(it, ')' | ']' | '»' | '”' | '’' | '"' | '>' | '%')
        })
    }

    /// Whether a sign of one byte at the place is followed by nothing that it could belong to.
    fn is_last(self, skip: usize) -> bool {
        match self.after(skip) {
            None => !self.touches.1,
            Some(next) => next.is_whitespace() || matches!(next, ')' | '»' | '”' | '"' | '<'),
        }
    }

    fn double_space(self) -> Option<Slip<'t>> {
        let spaces = self.text.get(self.at..)?.bytes().take_while(|it| *it == b' ').count();
        let is_between = spaces > 1
            && self.before().map_or(self.touches.0, |it| !it.is_whitespace())
            && self.after(spaces).map_or(self.touches.1, |it| !it.is_whitespace());
        is_between.then_some(
            Slip::new(self.at..self.at + spaces, " ", "two spaces in a row", "leave one").excused(),
        )
    }

    fn two_dashes(self) -> Option<Slip<'t>> {
        let is_dash = self.text.get(self.at..)?.starts_with(" -- ") && self.ends_word();
        is_dash.then_some(
            Slip::new(
                self.at + 1..self.at + 3,
                "–",
                "two hyphens stand for a dash",
                "write the dash of the language: `–` or `—`",
            )
            .excused(),
        )
    }

    fn space_before_sign(self, signs: &[char]) -> Option<Slip<'t>> {
        let sign = self.after(1).filter(|it| signs.contains(it))?;
        // A list of words and what they mean, and a stop that is named and ends nothing.
        let is_meant = self.text.starts_with('-')
            || (sign == '.' && self.after(3).is_some_and(char::is_lowercase));
        let is_wrong = self.ends_word() && self.is_last(2) && !is_meant;
        is_wrong.then_some(
            Slip::new(
                self.at..self.at + 1 + sign.len_utf8(),
                self.text.get(self.at + 1..self.at + 2)?,
                "there is a space before a punctuation mark",
                "remove it",
            )
            .excused(),
        )
    }

    fn three_dots(self) -> Option<Slip<'t>> {
        let rest = self.text.get(self.at..)?;
        let are_three = rest.starts_with("...")
            && !rest.starts_with("....")
            && self.before().is_none_or(|it| it.is_alphanumeric() || it == ' ');
        are_three.then_some(
            Slip::new(
                self.at..self.at + 3,
                "…",
                "three dots stand for an ellipsis",
                "write `…`, as the reference text does",
            )
            .excused(),
        )
    }

    /// In French, the space before `;`, `:`, `!` and `?`.
    fn before_high_sign(self, sign: u8) -> Option<Slip<'t>> {
        let right = match sign {
            b':' => "\u{a0}:",
            b';' => "\u{202f};",
            b'!' => "\u{202f}!",
            b'?' => "\u{202f}?",
            _ => return None,
        };
        let is_emoticon = sign != b'?' && sign != b'!' && self.after(1) == Some(')');
        if !self.is_last(1) || is_emoticon || (sign == b';' && self.ends_entity()) {
            return None;
        }
        if self.before() == Some(' ') {
            return Some(Slip::new(
                self.at - 1..self.at + 1,
                right,
                "the line can break before this punctuation mark",
                "put a space before it that does not break the line (U+00A0 or U+202F)",
            ));
        }
        self.ends_word().then_some(Slip::new(
            self.at..self.at + 1,
            right,
            "there is no space before this punctuation mark",
            "put a space before it that does not break the line (U+00A0 or U+202F)",
        ))
    }

    /// Whether the `;` at the place ends `&nbsp;` or the like.
    fn ends_entity(self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        let name = before.rsplit('&').next().unwrap_or_default();
        name.len() < before.len() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'#')
    }

    /// In French, the spaces inside of `«` and `»`.
    fn inside_quotation(self) -> Option<Slip<'t>> {
        let slip = |at: Range<usize>, right: &'static str| Slip {
            at,
            right,
            wrong: "the quotation mark stands without a space that does not break the line",
            help: "put U+00A0 or U+202F between it and the words",
            excused_by_reference: false,
        };
        let end = self.at + 2;
        let is_fixed = |it: char| matches!(it, '\u{a0}' | '\u{202f}' | '\u{2009}');
        match (self.after(0)?, self.after(2), self.before()) {
            ('«', Some(' '), _) => Some(slip(self.at..end + 1, "«\u{a0}")),
            ('«', Some(next), _) if !is_fixed(next) => Some(slip(self.at..end, "«\u{a0}")),
            ('«', None, _) if self.touches.1 => Some(slip(self.at..end, "«\u{a0}")),
            ('»', _, Some(' ')) => Some(slip(self.at - 1..end, "\u{a0}»")),
            ('»', _, Some(before)) if !is_fixed(before) => Some(slip(self.at..end, "\u{a0}»")),
            ('»', _, None) if self.touches.0 => Some(slip(self.at..end, "\u{a0}»")),
            _ => None,
        }
    }

    fn space_beside_wide(self) -> Option<Slip<'t>> {
        let sign = self.after(1).filter(|it| is_wide_sign(*it))?;
        let end = self.at + 1 + sign.len_utf8();
        self.before().is_some().then_some(Slip::new(
            self.at..end,
            self.text.get(self.at + 1..end)?,
            "there is a space before a punctuation mark of full width",
            "remove it",
        ))
    }

    fn space_after_wide(self) -> Option<Slip<'t>> {
        // After `！` and `？` Japanese leaves a space.
        let sign = self.after(0).filter(|it| is_wide_sign(*it) && !matches!(it, '！' | '？'))?;
        let end = self.at + sign.len_utf8();
        let is_wrong = self.after(sign.len_utf8()) == Some(' ')
            && self.after(sign.len_utf8() + 1).is_some_and(is_han_or_kana);
        is_wrong.then_some(Slip::new(
            self.at..end + 1,
            self.text.get(self.at..end)?,
            "there is a space after a punctuation mark of full width",
            "remove it",
        ))
    }

    fn narrow_sign(self, sign: u8) -> Option<Slip<'t>> {
        let right = match sign {
            b',' => "，",
            b';' => "；",
            b':' => "：",
            b'!' => "！",
            _ => "？",
        };
        let is_wrong =
            self.before().is_some_and(is_han_or_kana) && self.after(1).is_some_and(is_han_or_kana);
        is_wrong.then_some(Slip::new(
            self.at..self.at + 1,
            right,
            "a punctuation mark of half width stands between characters of full width",
            "write the one of full width",
        ))
    }

    /// The stroke that makes an Arabic word longer, between two letters.
    fn kashida(self) -> Option<Slip<'t>> {
        let rest = self.text.get(self.at..)?;
        let end = rest.find(|it| it != '\u{640}')?;
        let is_letter = |it: char| it != '\u{640}' && it.is_alphabetic();
        let is_wrong = end > 0
            && self.before().is_some_and(is_letter)
            && self.after(end).is_some_and(is_letter);
        is_wrong.then_some(Slip::new(
            self.at..self.at + end,
            "",
            "a stroke that makes the word longer stands in it (U+0640)",
            "remove it; searching does not find the word with it",
        ))
    }
}

fn is_wide_sign(character: char) -> bool {
    matches!(character, '、' | '。' | '，' | '！' | '？' | '：' | '；')
}

fn is_han_or_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
