//! Rule `mojibake`: text that was read in the wrong encoding and saved again.

use faq_l10n::{Features, Outline, TextKind, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::misread::{cp1251, cp1252, misread_pair, misread_word},
};

pub(super) const RULE: Rule = Rule {
    name: "mojibake",
    severities: Severities::ERROR,
    doc: include_str!("mojibake.md"),
    judge: Judge::Message(Features::MISREAD.and(Features::ODD).and(Features::QUESTION), judge),
};

/// What the first bytes of misread characters became: letters from `Â` to `ô`, `Р` and `С`.
const FIRST_BYTES: Features = Features::lead_bytes(&[0xC3, 0xD0]);
/// What the second bytes became: marks, and letters that stand in a row with these in no language.
const SECOND_BYTES: Features =
    Features::lead_bytes(&[0xC2, 0xC5, 0xC6, 0xCB, 0xD0, 0xD1, 0xD2, 0xE2]);

const HELP: &str = "copy the text again from where it is right, and save the file as UTF-8";

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let features = context.message.features();
    if features.any(Features::QUESTION) {
        lost_letters(context, hits);
    }
    if context.is_odd && features.any(LATIN_1) && !context.locale.script.is_latin {
        other_encoding(context, hits);
    }
    if !context.look.may_be_misread() || !features.any(FIRST_BYTES) || !features.any(SECOND_BYTES) {
        return;
    }
    for text in context
        .message
        .texts()
        .iter()
        .filter(|text| text.kind != TextKind::Steering && !text.raw.is_ascii())
    {
        if may_be_misread(text.raw.as_bytes())
            && let Some((part, meant)) = misread(text.raw)
        {
            let message =
                format!("`{part}` was read in the wrong encoding; it was meant to be `{meant}`");
            context.at(hits, part, message).help(HELP);
        }
    }
}

/// Letters of Latin-1, which are letters of another script in the encodings for that.
const LATIN_1: Features = Features::lead_bytes(&[0xC3]);

/// Words that were in an encoding for one script and were read in the one for Latin letters.
fn other_encoding(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let [script] = context.locale.script.scripts.as_slice() else { return };
    let shown = context.message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    if let Some((part, meant)) = shown.map(|text| misread_word(text.raw, *script)).find_map(|it| it)
    {
        let text = format!("`{part}` was read in the wrong encoding; it was meant to be `{meant}`");
        context.at(hits, part, text).help(HELP);
    }
}

/// A word with question marks for the letters that an encoding does not have: `?r?d?a`, `????????`.
fn lost_letters(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let marks = |text: &str| text.bytes().filter(|byte| *byte == b'?').count();
    for text in context.message.texts() {
        if text.kind != TextKind::Element || marks(text.raw) < 2 {
            continue;
        }
        let mut words = text.raw.split_whitespace();
        let Some(word) = words.find(|word| has_lost_letters(word)) else { continue };
        let in_reference = |it: Outline<'_, '_>| {
            it.texts().iter().any(|text| text.raw.split_whitespace().any(has_lost_letters))
        };
        if context.reference.is_some_and(|it| !in_reference(it)) {
            let text = format!("`{word}` has question marks in the place of letters");
            context.at(hits, word, text).help(HELP);
            return;
        }
    }
}

/// Whether two question marks stand before letters, or so many in a row that nobody asks so.
fn has_lost_letters(word: &str) -> bool {
    let is_word = |it: char| it.is_alphabetic() || matches!(it, '?' | '.' | ',' | '!' | ':');
    let before_letter = |(at, _): &(usize, &str)| {
        word.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    word.chars().all(is_word)
        && (word.contains("?????") || word.match_indices('?').filter(before_letter).count() > 1)
}

/// A quick look: whether a character that could be a first byte is followed by one outside of ASCII.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn may_be_misread(bytes: &[u8]) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default().iter();
    let thirds = bytes.get(2..).unwrap_or_default();
    bytes.iter().zip(seconds).zip(thirds).fold(false, |any, ((&first, &second), &third)| {
        let is_latin = (first == 0xC3) & (second.wrapping_sub(0x82) <= 0xB4 - 0x82);
        let is_cyrillic = (first == 0xD0) & ((second == 0xA0) | (second == 0xA1));
        any | ((is_latin | is_cyrillic) & (third >= 0x80))
    })
}

/// The first run of characters that are the bytes of other characters, and those others. Bytes can come together by
/// chance, so it takes a character of three bytes, two of two, or one where no word has such letters; in Cyrillic, nothing
/// but Cyrillic.
fn misread(text: &str) -> Option<(&str, String)> {
    let is_likely = |part: &str, meant: &str| {
        meant.chars().count() > 1
            || meant.chars().any(|it| it.len_utf8() > 2)
            || is_inside_word(text, part, meant)
    };
    let is_cyrillic = |_: &str, meant: &str| {
        meant.chars().count() > 1
            && meant.chars().all(|it| matches!(it, '\u{400}'..='\u{4ff}' | ' ' | '«' | '»'))
    };
    decoded(text, cp1252, is_likely).or_else(|| decoded(text, cp1251, is_cyrillic))
}

/// Whether the one letter that was meant stands in a word, and what became of it begins with a capital after a small letter, or is
/// a capital and a sign before one: `BÃ¼cher`, `Ã¼ber`.
fn is_inside_word(text: &str, part: &str, meant: &str) -> bool {
    let Some(span) = span_of(text, part) else { return false };
    let before = text.get(..span.start).and_then(|it| it.chars().next_back());
    let after = text.get(span.end..).and_then(|it| it.chars().next());
    let is_small = |it: Option<char>| it.is_some_and(char::is_lowercase);
    // `»` and the like ended a word.
    let is_known = meant.chars().all(|it| matches!(it, '\u{a1}'..='\u{17f}'));
    let is_capital = part.starts_with(char::is_uppercase);
    let is_sign = part.chars().nth(1).is_some_and(|it| {
        matches!(it, '\u{a1}'..='\u{bf}' | '‰' | '†' | '‡' | '€' | 'ˆ' | '™')
            && !matches!(it, '«' | '»')
    });
    is_known && is_capital && (is_small(before) || (is_sign && is_small(after)))
}

fn decoded(
    text: &str,
    byte_of: fn(char) -> Option<u8>,
    is_meant: impl Fn(&str, &str) -> bool,
) -> Option<(&str, String)> {
    let mut searched = 0;
    while let Some(start) =
        misread_pair(text.get(searched..)?, byte_of).map(|start| searched + start)
    {
        let run = text.get(start..)?;
        let end = run.find(|it| byte_of(it).is_none_or(|byte| byte < 0x80)).unwrap_or(run.len());
        let part = run.get(..end)?;
        let bytes: Vec<u8> = part.chars().filter_map(byte_of).collect();
        if let Ok(meant) = String::from_utf8(bytes)
            && is_meant(part, &meant)
            && !is_end_of_quotation(part)
            && !meant.chars().any(char::is_control)
        {
            return Some((part, meant));
        }
        searched = start + end.max(1);
    }
    None
}

/// Whether it is a letter and the end of a quotation: `« à »` with the space that French has there.
fn is_end_of_quotation(part: &str) -> bool {
    part.chars().nth(1) == Some('\u{a0}') && part.chars().nth(2) == Some('»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_text_is_found_with_what_was_meant() {
        let meant = |text: &str| misread(text).map(|(_, meant)| meant);
        assert_eq!(meant("donâ€™t").as_deref(), Some("’"));
        assert_eq!(meant("РџСЂРёРІРµС‚").as_deref(), Some("Привет"));
        assert_eq!(meant("BÃ¼cher").as_deref(), Some("ü"));
        assert_eq!(meant("Ã¼ber uns").as_deref(), Some("ü"));
        assert_eq!(meant("Ã‰crivez").as_deref(), Some("É"));
        assert_eq!(meant("jÄ… na").as_deref(), Some("ą"));
        assert_eq!(meant("«InviaÂ»").as_deref(), Some("»"));
        for text in [
            "„Spaß“ und „Gruß“",
            "MANHÃ”",
            "«ROMÂ»",
            "à\u{a0}«\u{a0}É\u{a0}»",
            "víctimas",
            "« Où ça ? »",
            "«\u{a0}copie cachée à\u{a0}»",
            "«\u{a0}paire de clés\u{a0}» et «\u{a0}clé\u{a0}»",
            "Жертвы эксплуатации",
            "ÉCOLE À PARIS",
            "Größe",
            "São Paulo",
            "ĂŢÎ",
            "Ça…",
            "РФ и США",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    fn said(locale: &str, text: &str) -> String {
        let tree = format!("--- en-US/a.ftl\na = Settings\n--- {locale}/a.ftl\na = {text}\n");
        crate::example::report("mojibake", &tree)
    }

    #[test]
    fn words_of_an_older_encoding_are_read_as_what_was_meant() {
        for (locale, text, meant) in [
            ("ru", "Íàñòðîéêè", "Настройки"),
            ("uk", "Êîëè", "Коли"),
            ("el", "Ñõèìßóåéò", "Ρυθμίσεις"),
            ("he", "äâãøåú", "הגדרות"),
            ("ar", "ÅÚÏÇÏ", "إعداد"),
        ] {
            assert!(said(locale, text).contains(&format!("`{meant}`")), "{}", said(locale, text));
        }
        for (locale, text) in
            [("ru", "Émile Zola, créée, Çağ"), ("fr", "Íàñòðîéêè"), ("el", "Ñandú café")]
        {
            assert_eq!(said(locale, text), "", "{text}");
        }
    }

    #[test]
    fn question_marks_in_the_place_of_letters_are_found() {
        for text in ["?r?d?a", "????????", "Zapisz ?r?d?o."] {
            assert!(said("pl", text).contains("in the place of letters"), "{text}");
        }
        for text in ["Co? Kto?", "Co?!", "https://x.org/?a=b?c", "???", "Naprawd?Tak", "a?b=c?d"] {
            assert_eq!(said("pl", text), "", "{text}");
        }
        let tree = "--- en-US/a.ftl\na = file?a?b\n--- pl/a.ftl\na = plik?a?b\n";
        assert_eq!(crate::example::report("mojibake", tree), "");
    }

    #[test]
    fn one_cyrillic_letter_may_be_chance_and_a_letter_at_the_end_of_a_word_is_none() {
        assert_eq!(misread("Р° x"), None);
        assert_eq!(misread("voilÃ\u{a0} tout").map(|(_, meant)| meant).as_deref(), Some("à"));
    }
}
