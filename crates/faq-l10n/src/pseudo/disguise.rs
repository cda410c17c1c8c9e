//! One text of a made-up language: its words in disguise, everything else as it is.

use super::Pseudo;

/// Disguises the pieces of one text, one after the other.
#[derive(Debug)]
pub(super) struct Disguise {
    pseudo: Pseudo,
    /// Whether a tag was opened in a piece before and not closed yet.
    in_tag: bool,
    /// Characters of the original so far.
    read: usize,
    /// Characters of the disguise so far.
    written: usize,
}

/// How long an accented text is to be, in percent of the original.
const LENGTH: usize = 135;

/// What stands before and after a word that runs from right to left.
const BIDI: [&str; 2] = ["\u{200f}\u{202e}", "\u{202c}\u{200f}"];

/// For each letter from A one that looks like it.
const UPPER: &str = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
/// For each letter from a one that looks like it.
const LOWER: &str = "åƀçđéƒĝĥîĵķļṁñöþɋŕšţûṽŵẋýž";

impl Disguise {
    pub(super) fn of(pseudo: Pseudo) -> Self {
        Self { pseudo, in_tag: false, read: 0, written: 0 }
    }

    /// The next piece in disguise.
    pub(super) fn text(&mut self, text: &str) -> String {
        let mut disguised = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let markup = self.markup(rest);
            let length = if markup > 0 { markup } else { piece(rest) };
            let (first, after) = rest.split_at(length);
            if markup > 0 {
                disguised.push_str(first);
            } else if first.contains(|it: char| it.is_numeric() || it.is_whitespace()) {
                disguised.push_str(first);
                self.read += first.chars().count();
                self.written += first.chars().count();
            } else {
                disguised.push_str(&self.word(first));
            }
            rest = after;
        }
        disguised
    }

    fn word(&mut self, word: &str) -> String {
        match self.pseudo {
            Pseudo::Accented => word.chars().map(|it| self.accented(it)).collect(),
            Pseudo::Bidi if word.contains(char::is_alphabetic) => [BIDI[0], word, BIDI[1]].concat(),
            Pseudo::Bidi => word.to_owned(),
        }
    }

    /// A character with an accent; a vowel as often as the length asks for it.
    fn accented(&mut self, letter: char) -> String {
        let shown = look_alike(letter).unwrap_or(letter);
        let mut text = String::from(shown);
        self.read += 1;
        self.written += 1;
        let is_vowel = "aeiouAEIOU".contains(letter);
        while is_vowel && self.written * 100 < self.read * LENGTH && text.chars().count() < 4 {
            text.push(look_alike(letter.to_ascii_lowercase()).unwrap_or(letter));
            self.written += 1;
        }
        text
    }

    /// How many bytes at the start of `text` are a tag, a character reference, a format directive or an address.
    fn markup(&mut self, text: &str) -> usize {
        let to_end_of_tag = |text: &str| text.find('>').map_or(text.len(), |end| end + 1);
        if self.in_tag || text.strip_prefix('<').is_some_and(|rest| rest.starts_with(starts_tag)) {
            self.in_tag = !text.contains('>');
            return to_end_of_tag(text);
        }
        let word = text.split(char::is_whitespace).next().unwrap_or_default();
        match text.as_bytes().first() {
            Some(b'&') => word.find(';').map_or(0, |end| end + 1),
            Some(b'%') => word.len(),
            _ if word.contains("://") || word.contains('@') || word.starts_with("www.") => {
                word.find('<').unwrap_or(word.len())
            }
            _ => 0,
        }
    }
}

fn starts_tag(first: char) -> bool {
    first.is_ascii_alphabetic() || matches!(first, '/' | '!')
}

/// How many bytes at the start of `text` belong together: one space, or a word up to where markup could begin.
fn piece(text: &str) -> usize {
    let is_end = |it: char| it.is_whitespace() || matches!(it, '<' | '&' | '%');
    let mut characters = text.char_indices();
    let first = characters.next().map_or(0, |(_, it)| it.len_utf8());
    if text.starts_with(char::is_whitespace) {
        return first;
    }
    characters.find(|(_, it)| is_end(*it)).map_or(text.len(), |(at, _)| at)
}

fn look_alike(letter: char) -> Option<char> {
    let at = |first: char| (letter as usize).checked_sub(first as usize);
    match letter {
        'A'..='Z' => UPPER.chars().nth(at('A')?),
        'a'..='z' => LOWER.chars().nth(at('a')?),
        _ => None,
    }
}
