//! Latin words in a text of another script: names and options stay as they are, sentences do not.

use icu_properties::{CodePointMapData, props::Script};

/// Fewest letters of Latin words that make a text of another script suspicious.
pub(crate) const LATIN_LETTERS: usize = 12;

/// Fewest uncapitalised Latin words in a row that are a sentence.
const SENTENCE_WORDS: usize = 5;

/// Words that English sentences are full of: with two of them, one word less is a sentence as well.
const ENGLISH: [&str; 24] = [
    "a", "an", "and", "are", "be", "by", "for", "from", "have", "if", "in", "is", "it", "not",
    "of", "on", "or", "that", "the", "then", "this", "to", "with", "you",
];

/// Whether most of a text are plain Latin words. Names, addresses, options and markup stay as they are in every script.
pub(crate) fn is_in_latin(text: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
    let mut latin = 0;
    let mut other = 0;
    // What stands before the first `>` without a `<` is the end of a tag.
    for part in text.split('<') {
        let outside = part.rsplit_once('>').map_or(part, |(_, outside)| outside);
        let is_other =
            |it: char| it.is_whitespace() || !(it.is_ascii() || script_of(it) == Script::Latin);
        latin += outside.split(is_other).filter(|it| is_plain_word(it)).map(letters).sum::<usize>();
        other += outside.chars().filter(|it| it.is_alphabetic() && is_other(*it)).count();
    }
    latin >= LATIN_LETTERS && latin > 2 * other
}

/// Whether it is a word in small letters, alone or with punctuation around it.
fn is_plain_word(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ':', ';', '!', '?', ')', '"']);
    let word = word.trim_start_matches(['(', '"']);
    word.starts_with(char::is_lowercase)
        && word.chars().all(|it| it.is_alphabetic() || matches!(it, '\'' | '’' | '-'))
}

/// A word without the punctuation around it.
fn plain(word: &str) -> &str {
    word.trim_matches(|it: char| !it.is_alphabetic())
}

pub(crate) fn ascii_letters(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_alphabetic).count()
}

/// A run of so many Latin words without one of another script that it is no name: five of them, with a small letter first.
pub(crate) fn latin_sentence(text: &str) -> Option<&str> {
    let is_latin = |word: &str| {
        let mut letters = word.chars().filter(|it| it.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|it| script_of(it) == Script::Latin)
    };
    let mut run: Vec<&str> = Vec::new();
    for word in text.split_whitespace().chain([""]) {
        if is_latin(word) {
            run.push(word);
            continue;
        }
        let common =
            run.iter().filter(|word| word.starts_with(|it: char| it.is_lowercase())).count();
        let is_sentence = common >= SENTENCE_WORDS
            || (common + 1 == SENTENCE_WORDS
                && run.iter().filter(|it| ENGLISH.contains(&plain(it))).count() > 1);
        if let (Some(first), true) = (run.first(), is_sentence) {
            let start = faq_l10n::span_of(text, first)?.start;
            let end = faq_l10n::span_of(text, run.last()?)?.end;
            return text.get(start..end);
        }
        run.clear();
    }
    None
}

pub(crate) fn script_of(character: char) -> Script {
    if character.is_ascii_alphabetic() {
        return Script::Latin;
    }
    CodePointMapData::<Script>::new().get(character)
}
