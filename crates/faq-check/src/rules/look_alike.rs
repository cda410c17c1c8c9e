//! Rule `look-alike`: words that mix letters of two scripts which look the same.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "look-alike",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("look-alike.md"),
    judge: Judge::Message(Features::NON_ASCII, judge),
};

/// Latin letters that have a twin in Cyrillic.
const LATIN: &str = "aceijopsxyABCEHIJKMOPSTXY";
/// Cyrillic letters that have a twin in Latin.
const CYRILLIC: &str = "асеіјорѕхуАВСЕНІЈКМОРЅТХУ";
/// Greek letters that have a twin in Latin.
const GREEK: &str = "αονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    for text in context
        .message
        .texts()
        .iter()
        .filter(|text| text.kind != TextKind::Steering && may_mix(text.raw))
    {
        for word in text.raw.split(|it: char| !it.is_alphabetic()).filter(|word| !word.is_ascii()) {
            if let Some(letter) = intruder(word) {
                let message = format!(
                    "`{letter}` (U+{:04X}) in `{word}` looks like another letter",
                    u32::from(letter)
                );
                context
                    .at(hits, word, message)
                    .help("type the word again with the letters of one script");
            }
        }
    }
}

/// Whether a text has both a Latin letter and a character of the Greek or Cyrillic blocks, whose first bytes these are.
fn may_mix(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().any(|byte| matches!(byte, 0xCD..=0xD4))
        && bytes.iter().any(u8::is_ascii_alphabetic)
}

/// A letter that does not belong to the script of the rest of its word and looks as if it did.
fn intruder(word: &str) -> Option<char> {
    let is_latin = |it: char| it.is_ascii_alphabetic() || matches!(it, 'À'..='ɏ');
    let (latin, other): (Vec<char>, Vec<char>) = word.chars().partition(|it| is_latin(*it));
    if latin.is_empty() || other.is_empty() {
        return None;
    }
    let twins = |letters: &[char], twins: &str| letters.iter().all(|it| twins.contains(*it));
    let is_cyrillic = other.iter().all(|it| matches!(it, '\u{400}'..='\u{52f}'));
    let is_greek = other.iter().all(|it| matches!(it, '\u{370}'..='\u{3ff}'));
    if is_cyrillic && twins(&latin, LATIN) && !twins(&other, CYRILLIC) {
        latin.first().copied()
    } else if (is_cyrillic && twins(&other, CYRILLIC)) || (is_greek && twins(&other, GREEK)) {
        other.first().copied()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_in_a_word_are_found_and_foreign_endings_are_not() {
        for word in ["вoда", "pаssword", "Τhe", "Жертвa", "вoпpocы"] {
            assert!(intruder(word).is_some(), "{word}");
        }
        for word in ["вода", "Firefoxом", "password", "naïve", "Wi", "μm", "ИКТ"] {
            assert_eq!(intruder(word), None, "{word}");
        }
    }
}
