//! How a case writes what nobody would see in it: `⟦U+202E⟧` for a character, `⟦FF⟧` for a byte that is no text.

use faq_l10n::Content;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory};

/// Stands at the end of a file whose last line does not end.
pub(crate) const NO_LINE_BREAK: &str = "⟦no line break⟧";

/// `text` with everything spelled out that nobody sees, or that looks like something else.
pub(crate) fn spell_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for character in text.chars() {
        if is_unseen(character) || before.is_some_and(|before| is_composed(before, character)) {
            out.push_str(&format!("⟦U+{:04X}⟧", u32::from(character)));
        } else {
            out.push(character);
        }
        before = Some(character);
    }
    out
}

/// What a spelled-out text stands for.
pub(crate) fn content_of(text: &str) -> Content {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        bytes.extend(before.bytes());
        let Some((name, after)) = after.split_once('⟧') else { break };
        if let Some(code) = name.strip_prefix("U+") {
            let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            bytes.extend(character.map(String::from).unwrap_or_default().bytes());
        } else if let Ok(byte) = u8::from_str_radix(name, 16) {
            bytes.push(byte);
        }
        rest = after;
    }
    bytes.extend(rest.bytes());
    Content::from_bytes(&bytes)
}

fn is_unseen(character: char) -> bool {
    if character == '\n' || character == ' ' {
        return false;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    matches!(
        category,
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::SpaceSeparator
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
    )
}

/// Whether Unicode has one character for the two.
fn is_composed(before: char, character: char) -> bool {
    !character.is_ascii()
        && ComposingNormalizerBorrowed::new_nfc()
            .normalize(&format!("{before}{character}"))
            .chars()
            .count()
            == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_spelled_out_and_read_back() {
        let text = "a\u{202e}b\u{a0}c e\u{301} 中\n";
        let spelled = spell_out(text);
        assert_eq!(spelled, "a⟦U+202E⟧b⟦U+00A0⟧c e⟦U+0301⟧ 中\n");
        assert_eq!(content_of(&spelled), Content::Text(text.to_owned()));
    }

    #[test]
    fn a_byte_that_is_no_text_can_be_written() {
        assert_eq!(content_of("a = ⟦FF⟧"), Content::NotUtf8("a = ".to_owned()));
    }
}
