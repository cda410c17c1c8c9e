//! Rule `mojibake`: text that was read in the wrong encoding and saved again.

use faq_l10n::{Features, TextKind};
use memchr::memchr2_iter;

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "mojibake",
    severities: Severities::ERROR,
    doc: include_str!("mojibake.md"),
    judge: Judge::Message(FIRST_BYTES, judge),
};

/// What the first bytes of misread characters became: letters from `Â` to `ô`, `Р` and `С`.
const FIRST_BYTES: Features = Features::lead_bytes(&[0xC3, 0xD0]);

/// What the second bytes became: marks, and letters that stand in a row with these in no language.
const SECOND_BYTES: Features =
    Features::lead_bytes(&[0xC2, 0xC5, 0xC6, 0xCB, 0xD0, 0xD1, 0xD2, 0xE2]);

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let features = context.message.features();
    if !features.any(FIRST_BYTES) || !features.any(SECOND_BYTES) {
        return;
    }
    for text in context
        .message
        .texts()
        .iter()
        .filter(|text| text.kind != TextKind::Steering && !text.raw.is_ascii())
    {
        if let Some((part, meant)) = misread(text.raw) {
            let message =
                format!("`{part}` was read in the wrong encoding; it was meant to be `{meant}`");
            context
                .at(hits, part, message)
                .help("copy the text again from where it is right, and save the file as UTF-8");
        }
    }
}

/// The first run of characters that are the bytes of other characters, and those others. Bytes can come together by
/// chance, so it takes a character of three bytes or two of two; in Cyrillic, nothing but Cyrillic.
fn misread(text: &str) -> Option<(&str, String)> {
    let is_likely =
        |meant: &str| meant.chars().count() > 1 || meant.chars().any(|it| it.len_utf8() > 2);
    let is_cyrillic = |meant: &str| {
        meant.chars().count() > 1
            && meant.chars().all(|it| matches!(it, '\u{400}'..='\u{4ff}' | ' ' | '«' | '»'))
    };
    decoded(text, cp1252, is_likely).or_else(|| decoded(text, cp1251, is_cyrillic))
}

fn decoded(
    text: &str,
    byte_of: fn(char) -> Option<u8>,
    is_meant: impl Fn(&str) -> bool,
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
            && is_meant(&meant)
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

/// Where a character that could be a first byte is followed by one that could be a second: hardly ever, in a right text.
fn misread_pair(text: &str, byte_of: fn(char) -> Option<u8>) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr2_iter(0xC3, 0xD0, bytes).find(|at| {
        let is_first = match bytes.get(*at..) {
            // From `Â` to `ô`; `Р` and `С`.
            Some([0xC3, second, ..]) => (0x82..=0xB4).contains(second),
            Some([0xD0, second, ..]) => matches!(second, 0xA0 | 0xA1),
            _ => false,
        };
        is_first
            && text
                .get(at + 2..)
                .and_then(|rest| rest.chars().next())
                .and_then(byte_of)
                .is_some_and(|byte| (0x80..0xC0).contains(&byte))
    })
}

/// The byte of a character in Windows-1252.
fn cp1252(character: char) -> Option<u8> {
    match u32::from(character) {
        0..=0x7F => None,
        code @ 0xA0..=0xFF => u8::try_from(code).ok(),
        // None of these is in the table below.
        0x100..=0x151 | 0x17F..=0x191 | 0x193..=0x2C5 | 0x2DD..=0x2012 | 0x2123.. => None,
        _ => place("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ", character),
    }
}

/// The byte of a character in Windows-1251, as far as Cyrillic letters of UTF-8 need it.
fn cp1251(character: char) -> Option<u8> {
    const HIGH: &str =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";
    match character {
        '\0'..='\u{7f}' => None,
        'А'..='я' => u8::try_from(0xC0 + (u32::from(character) - 0x410)).ok(),
        _ => place(HIGH, character),
    }
}

/// The byte of a character in the upper half of a table that starts at 0x80.
fn place(table: &str, character: char) -> Option<u8> {
    table.chars().position(|it| it == character).and_then(|at| u8::try_from(0x80 + at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_text_is_found_with_what_was_meant() {
        let meant = |text: &str| misread(text).map(|(_, meant)| meant);
        assert_eq!(meant("donâ€™t").as_deref(), Some("’"));
        assert_eq!(meant("РџСЂРёРІРµС‚").as_deref(), Some("Привет"));
        for text in [
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
}
