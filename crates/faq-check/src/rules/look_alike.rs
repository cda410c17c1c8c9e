//! Rule `look-alike`: letters of another script that look like the right ones.

use std::{collections::BTreeMap, sync::LazyLock};

use faq_l10n::{Features, TextKind};
use icu_properties::{CodePointMapData, props::Script};
use rustc_hash::FxHashMap;
use unicode_security::{MixedScript, skeleton};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::bytes::any,
};

pub(super) const RULE: Rule = Rule {
    name: "look-alike",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("look-alike.md"),
    judge: Judge::Message(HAVE_TWINS, judge),
};

/// First bytes of Greek, Cyrillic, Armenian and Cherokee letters, and of the mathematical ones.
const HAVE_TWINS: Features =
    Features::lead_bytes(&[0xCD, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xE1, 0xF0]);

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // What only the reference has deceives nobody here.
    if !context.message.features().any(HAVE_TWINS) {
        return;
    }
    let is_latin = context.locale.script.is_latin;
    // A letter of another script is odd. The mathematical ones are of none.
    let mathematical = Features::lead_bytes(&[0xF0]);
    let features = context.message.features();
    // Words of one alphabet, none with a capital inside.
    let are_plain = is_latin
        || !(context.locale.script.scripts.is_empty()
            || context.look.has_inner_capital()
            || features.any(Features::LETTER | Features::DIGIT));
    if are_plain && !context.is_odd && !features.any(mathematical) {
        return;
    }
    for text in context.message.texts() {
        let is_shown = text.kind != TextKind::Steering;
        if !is_shown || !may_deceive(text.raw) || (!is_latin && is_plain(text.raw)) {
            continue;
        }
        let parts = text.raw.split(' ').filter(|part| !part.is_ascii());
        let parts = parts.filter(|part| is_latin || !is_plain(part));
        let words = parts.flat_map(|part| part.split(|it: char| !it.is_alphanumeric()));
        for word in words.filter(|word| !word.is_ascii()) {
            // Nearly every word of a language that is not written in Latin letters.
            if is_of_one_alphabet(word)
                && !word.chars().skip(1).any(char::is_uppercase)
                && !is_latin
            {
                continue;
            }
            if let Some(letter) = intruder(word, is_latin) {
                let message = format!(
                    "`{letter}` (U+{:04X}) in `{word}` looks like another letter",
                    u32::from(letter)
                );
                context
                    .at(hits, word, message)
                    .help("type the word again with the letters of one script");
            } else if let Some(meant) = twin_in_reference(context, word, is_latin) {
                let message =
                    format!("`{word}` looks like `{meant}` and is written in other letters");
                let help = "type or copy it as the reference text has it";
                context.at(hits, word, message).help(help);
            }
        }
    }
}

/// A quick look: whether there is a letter of an alphabet that has twins in another one. First bytes of Greek, Cyrillic,
/// Armenian and Cherokee letters, and of the mathematical ones.
fn may_deceive(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_twins = |at: usize, byte: u8| match byte {
        0xCD..=0xD6 => true,
        0xE1 => matches!(bytes.get(at + 1), Some(0x8E | 0x8F)),
        0xF0 => bytes.get(at + 1) == Some(&0x9D),
        _ => false,
    };
    bytes.iter().enumerate().any(|(at, byte)| has_twins(at, *byte))
}

/// A quick look: no letter but Cyrillic ones, none but Greek ones or none but Armenian ones, and no capital inside a word, so that nothing can be
/// taken for a Latin word.
fn is_plain(text: &str) -> bool {
    let (mut greek, mut cyrillic, mut armenian) = (false, false, false);
    let mut after_letter = false;
    let mut rest = text.as_bytes();
    loop {
        let is_capital = match rest {
            [] => return u8::from(greek) + u8::from(cyrillic) + u8::from(armenian) < 2,
            // Letters of pairs whose capitals have the other number, and the rarer ones.
            [0xD3, 0x81..=0x8F, ..] | [0xD4, 0x80..=0xAF, ..] | [0xCF, 0x8F..=0xBF, ..] => {
                return false;
            }
            [first @ 0xD0..=0xD3, second, others @ ..] => {
                (cyrillic, rest) = (true, others);
                match first {
                    0xD0 => *second <= 0xAF,
                    0xD1 => *second >= 0xA0 && second % 2 == 0,
                    _ => second % 2 == 0,
                }
            }
            [first @ (0xCE | 0xCF), second, others @ ..] => {
                (greek, rest) = (true, others);
                *first == 0xCE && matches!(second, 0x86..=0xAB)
            }
            [first @ 0xD4..=0xD6, second, others @ ..] => {
                (armenian, rest) = (true, others);
                *first == 0xD4 || (*first == 0xD5 && *second <= 0x96)
            }
            // Punctuation.
            [0xC2, _, others @ ..] | [0xE2, _, _, others @ ..] => {
                (after_letter, rest) = (false, others);
                continue;
            }
            [other, others @ ..] if !other.is_ascii_alphanumeric() && *other < 0xC0 => {
                (after_letter, rest) = (false, others);
                continue;
            }
            _ => return false,
        };
        if is_capital && after_letter {
            return false;
        }
        after_letter = true;
    }
}

/// A quick look: nothing but Cyrillic, nothing but Greek, or nothing but Armenian.
fn is_of_one_alphabet(word: &str) -> bool {
    let bytes = word.as_bytes();
    let all = |first: u8, last: u8| {
        !any(bytes, |it| it.wrapping_sub(0x80) > 0x3F && it.wrapping_sub(first) > last - first)
    };
    all(0xD0, 0xD3)
        || all(0xCD, 0xCF)
        || (all(0xD4, 0xD6) && !word.chars().any(|it| it < '\u{530}'))
}

/// A letter that does not belong to the script of the rest of its word and looks as if it did.
fn intruder(word: &str, is_latin: bool) -> Option<char> {
    if word.is_single_script() {
        return None;
    }
    let mut letters: Vec<(Script, Vec<char>)> = Vec::new();
    for letter in word.chars().filter(|it| it.is_alphabetic()) {
        let script = script_of(letter);
        match letters.iter_mut().find(|(known, _)| *known == script) {
            Some((_, of_script)) => of_script.push(letter),
            None => letters.push((script, vec![letter])),
        }
    }
    let [(first_script, first), (second_script, second)] = letters.as_slice() else { return None };
    let look_like =
        |letters: &[char], script: Script| letters.iter().all(|it| has_twin(*it, script));
    // Names in Latin letters take the endings of a language of other letters: `Firefoxом`, `URLа`.
    if !is_latin && *first_script == Script::Latin && first.len() > 1 && ends_with(word, second) {
        return None;
    }
    // The fewer letters are the wrong ones; in doubt those that are not Latin.
    let of_first = look_like(first, *second_script).then_some((first.len(), *first_script, first));
    let of_second =
        look_like(second, *first_script).then_some((second.len(), *second_script, second));
    let wrong = [of_first, of_second].into_iter().flatten();
    wrong
        .min_by_key(|(count, script, _)| (*count, *script == Script::Latin))
        .and_then(|(.., letters)| letters.first().copied())
}

fn ends_with(word: &str, letters: &[char]) -> bool {
    word.chars().rev().zip(letters.iter().rev()).all(|(a, b)| a == *b)
}

/// The word of the reference that `word` looks like without being it. Where the language is not written in Latin letters,
/// only words that are no ordinary English count: names and acronyms such as `MAC`.
fn twin_in_reference<'s>(
    context: &MessageContext<'_, 's>,
    word: &str,
    is_latin: bool,
) -> Option<&'s str> {
    let is_suspect = word.chars().any(|it| script_of(it) != Script::Latin)
        && word.chars().all(|it| has_twin(it, Script::Latin));
    if !is_suspect {
        return None;
    }
    let look: String = skeleton(word).collect();
    let words = context
        .reference?
        .texts()
        .iter()
        .filter(|text| text.kind != TextKind::Steering)
        .flat_map(|text| text.raw.split(|it: char| !it.is_alphanumeric()));
    words
        .filter(|it| it.len() > 1 && it.is_ascii() && (is_latin || is_name(it)))
        .find(|it| skeleton(it).eq(look.chars()))
}

/// Whether it has a capital after its first letter. `OK` is a word of many languages.
fn is_name(word: &str) -> bool {
    word.len() > 2 && word.bytes().skip(1).any(|it| it.is_ascii_uppercase())
}

/// Whether a letter of this script looks the same.
fn has_twin(letter: char, script: Script) -> bool {
    let scripts = match TWINS.of_letter.get(&letter) {
        Some(scripts) => Some(scripts),
        None => TWINS.of_look.get(&look(letter)),
    };
    scripts.is_some_and(|scripts| scripts.contains(&script))
}

/// What it looks like: the same for all letters that look the same.
fn look(letter: char) -> String {
    skeleton(letter.encode_utf8(&mut [0; 4])).collect()
}

/// The scripts of the letters that share a look.
struct Twins {
    of_look: BTreeMap<String, Vec<Script>>,
    /// The same for the letters themselves.
    of_letter: FxHashMap<char, Vec<Script>>,
}

static TWINS: LazyLock<Twins> = LazyLock::new(|| {
    let latin = ('A'..='Z').chain('a'..='z').chain('\u{c0}'..='\u{24f}');
    let greek = '\u{370}'..='\u{3ff}';
    let cyrillic = '\u{400}'..='\u{52f}';
    let armenian = '\u{531}'..='\u{587}';
    let cherokee = '\u{13a0}'..='\u{13ff}';
    let letters = latin.chain(greek).chain(cyrillic).chain(armenian).chain(cherokee);
    let looks: Vec<(char, String)> =
        letters.filter(|it| it.is_alphabetic()).map(|it| (it, look(it))).collect();
    let mut of_look: BTreeMap<String, Vec<Script>> = BTreeMap::new();
    for (letter, look) in &looks {
        of_look.entry(look.clone()).or_default().push(script_of(*letter));
    }
    let scripts = |look: &String| of_look.get(look).cloned().unwrap_or_default();
    let of_letter = looks.iter().map(|(letter, look)| (*letter, scripts(look))).collect();
    Twins { of_look, of_letter }
});

fn script_of(letter: char) -> Script {
    CodePointMapData::<Script>::new().get(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::report;

    #[test]
    fn twins_in_a_word_are_found_and_foreign_endings_are_not() {
        for word in
            ["вoда", "pаssword", "Τhe", "Жертвa", "вoпpocы", "раypal", "fаcebook", "Gооgle", "ՕK"]
        {
            assert!(intruder(word, false).is_some(), "{word}");
        }
        // Where the language is written in Latin letters, no ending is.
        for word in ["prestitо", "Páginа"] {
            assert!(intruder(word, true).is_some(), "{word}");
        }
        for word in [
            "вода",
            "Firefoxом",
            "URLа",
            "password",
            "naïve",
            "Wi",
            "μm",
            "ИКТ",
            "IPадрес",
            "αβγ",
            "bırak",
            "Straße",
        ] {
            assert_eq!(intruder(word, false), None, "{word}");
        }
    }

    #[test]
    fn a_text_with_a_capital_inside_a_word_or_two_alphabets_gets_a_closer_look() {
        for letter in (0x370..0x590).filter_map(char::from_u32) {
            let is_plain = |before: char| is_plain(&format!("({before}{letter})"));
            assert!(!(is_plain('к') && is_plain('κ')), "{letter}");
            let may_stand = !letter.is_alphabetic() || !letter.is_uppercase();
            assert!(may_stand || !(is_plain('к') || is_plain('κ') || is_plain('ա')), "{letter}");
        }
        assert!(is_plain("Қазақ тілі «Єва»"));
        assert!(is_plain("Ελληνικά, Αθήνα"));
        assert!(is_plain("Հայերեն"));
        assert!(!is_plain("вoда"));
    }

    #[test]
    fn a_name_of_the_reference_in_other_letters_is_reported() {
        let found = |text: &str| {
            let reference =
                "--- en-US/a.ftl\na = Log in to PayPal with your MAC address. Can you? OK\n";
            report("look-alike", &format!("{reference}--- {text}\n"))
        };
        insta::assert_snapshot!(
            [
                found("es/a.ftl\na = Inicie sesión en РауРаІ"),
                found("ru/a.ftl\na = Войдите по адресу МАС"),
                found("fr/a.ftl\na = Connectez-vous à 𝖯𝖺𝗒𝖯𝖺𝗅"),
            ]
            .join("\n")
        );
        assert_eq!(found("ru/a.ftl\na = Сап, PayPal, MAC, ОК"), "");
    }

    #[test]
    fn of_as_many_letters_of_each_script_those_that_are_not_latin_are_the_wrong_ones() {
        // The first word begins with a Cyrillic letter, the second with a Latin one.
        assert_eq!(intruder("МA", true), Some('М'));
        assert_eq!(intruder("MА", true), Some('А'));
        assert_eq!(intruder("Cлово", false), Some('C'), "one letter is no name with an ending");
    }

    #[test]
    fn a_text_that_is_nothing_but_another_alphabet_is_compared_too() {
        let found = |reference: &str, translation: &str| {
            report("look-alike", &format!("--- en-US/a.ftl\na = {reference}\n--- {translation}\n"))
        };
        assert!(found("Pay { $x }", "es/a.ftl\na = Рау { $x }").contains("`Рау` looks like `Pay`"));
        assert!(found("x", "es/a.ftl\na = Ꮲaypal").contains("`Ꮲ` (U+13E2)"), "Cherokee");
        assert!(found("x", "hy/a.ftl\na = զոԛ").contains("`ԛ` (U+051B)"), "Cyrillic");
    }

    #[test]
    fn what_is_not_shown_a_single_letter_and_a_letter_of_the_language_deceive_nobody() {
        for (reference, translation) in [
            ("x", "ru/a.ftl\na = Дата { DATETIME($d, calendar: \"раypal\") }"),
            ("Plan A { $x }", "es/a.ftl\na = Plan А { $x }"),
            ("in", "tr/a.ftl\na = Ω ın"),
        ] {
            let tree = format!("--- en-US/a.ftl\na = {reference}\n--- {translation}\n");
            assert_eq!(report("look-alike", &tree), "", "{translation}");
        }
    }
}
