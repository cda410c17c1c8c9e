//! Finds words of a list in a text: whole words where the script parts words, any place where it does not.

pub(crate) mod guarded;
pub(crate) mod identify;
pub(crate) mod latin;
pub(crate) mod opposite_pairs;
pub(crate) mod opposites;
pub(crate) mod said;
pub(crate) mod search;
pub(crate) mod signals;
pub(crate) mod usual;

use std::iter::once;

use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup, Script},
};

/// A word or several, as they stand in a list: in small letters, `*` for any letters or none at one end of a word.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    /// These letters.
    Text(String),
    /// `*`
    Letters,
    /// The space between two words.
    Space,
}

impl Words {
    /// Reads an item of a list.
    pub(crate) fn parse(item: &str) -> Self {
        let mut pieces = Vec::new();
        for word in item.split_whitespace() {
            if !pieces.is_empty() {
                pieces.push(Piece::Space);
            }
            for (index, part) in word.split('*').enumerate() {
                if index > 0 {
                    pieces.push(Piece::Letters);
                }
                if !part.is_empty() {
                    let mut text = String::new();
                    fold(part, &mut text);
                    pieces.push(Piece::Text(text));
                }
            }
        }
        Self { pieces }
    }

    /// Reads a list.
    pub(crate) fn parse_all<'i>(items: impl IntoIterator<Item = &'i String>) -> Vec<Self> {
        items.into_iter().map(|item| Self::parse(item)).collect()
    }

    /// Whether they stand in `text`, which is folded.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let (open, pieces) = match self.pieces.as_slice() {
            [Piece::Letters, rest @ ..] => (true, rest),
            pieces => (false, pieces),
        };
        // What is left starts with letters, or it was a `*` alone, which any text has.
        let Some((Piece::Text(first), rest)) = pieces.split_first() else { return open };
        text.match_indices(first.as_str())
            .any(|(at, _)| (open || is_boundary(text, at)) && matches(text, at + first.len(), rest))
    }
}

/// Writes `text` into `folded` in the form in which words are compared: small letters, one apostrophe, without vowel
/// marks and other signs that a writer may leave out.
pub(crate) fn fold(text: &str, folded: &mut String) {
    folded.clear();
    for character in text.chars() {
        match character {
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            ' '..='~' => folded.push(character),
            '’' | 'ʼ' => folded.push('\''),
            'ς' => folded.push('σ'),
            'ı' => folded.push('i'),
            // Soft hyphen, Arabic vowel marks and lengthening, the dot that a small Turkish capital leaves.
            '\u{ad}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' => {}
            'İ' => folded.push('i'),
            other => folded.extend(other.to_lowercase()),
        }
    }
}

/// Whether `pieces` stand in `text` from `at` on, up to the end of a word.
fn matches(text: &str, at: usize, pieces: &[Piece]) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    match pieces {
        [] => is_boundary(text, at),
        [Piece::Letters] => true,
        [Piece::Text(letters), pieces @ ..] => {
            rest.starts_with(letters.as_str()) && matches(text, at + letters.len(), pieces)
        }
        [Piece::Space, pieces @ ..] => {
            let word = rest.trim_start();
            word.len() < rest.len() && matches(text, text.len() - word.len(), pieces)
        }
        [Piece::Letters, pieces @ ..] => {
            let letters = rest.char_indices().take_while(|(_, it)| is_letter(*it));
            once(0)
                .chain(letters.map(|(from, it)| from + it.len_utf8()))
                .any(|length| matches(text, at + length, pieces))
        }
    }
}

/// Whether no word goes on over this place.
fn is_boundary(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let joins = |it: Option<char>| it.is_some_and(|it| is_letter(it) && !is_unspaced(it));
    !(joins(before.chars().next_back()) && joins(after.chars().next()))
}

/// Whether a character is part of a word.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric()
        || (!character.is_ascii()
            && GeneralCategoryGroup::Mark
                .contains(CodePointMapData::<GeneralCategory>::new().get(character)))
}

/// Whether a character's script writes words without spaces between them.
fn is_unspaced(character: char) -> bool {
    !character.is_ascii()
        && matches!(
            CodePointMapData::<Script>::new().get(character),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
                | Script::Tibetan
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(item: &str, text: &str) -> bool {
        let mut folded = String::new();
        fold(text, &mut folded);
        Words::parse(item).are_in(&folded)
    }

    #[test]
    fn words_are_whole_where_words_are_parted() {
        for (item, text) in [
            ("not", "They do NOT know."),
            ("*n't", "Why don’t victims seek help?"),
            ("victim*", "Víctimas, victims"),
            ("menor* de edad", "de menores de\u{a0}edad"),
            ("não", "Não."),
            ("n'", "elles n’ont"),
            ("*못하*", "벗어나지 못하기도"),
            ("*ضحايا*", "والضّحايا"),
            ("不", "她们为什么不寻求帮助"),
            ("नहीं", "जगह नहीं है।"),
            ("δεν", "Δεν"),
            ("değil", "DEĞİL"),
            ("*", "anything"),
        ] {
            assert!(found(item, text), "{item} in {text}");
        }
        for (item, text) in [
            ("not", "nothing, knot, notes"),
            ("victim", "victims"),
            ("न", "नाम, मन"),
            ("no", "un niño"),
            ("не", "нет"),
            ("menor* de edad", "menores edad"),
        ] {
            assert!(!found(item, text), "{item} in {text}");
        }
    }
}
