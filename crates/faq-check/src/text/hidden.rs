//! Characters that nobody sees, and that may not stand in a text for it.

use faq_content::Direction;

use crate::context::LocaleContext;

/// Why a character may not stand in this locale's files, if it may not.
pub(crate) fn forbidden(character: char, context: &LocaleContext<'_, '_>) -> Option<&'static str> {
    forbidden_in(character, context.script.code.as_str(), context.dir)
}

/// Whether `character`, which stands after `before`, chooses how that looks, as emoji need it: no letter does.
pub(crate) fn chooses_emoji(character: char, before: Option<char>) -> bool {
    let is_letter = |it: char| it.is_alphabetic() && !matches!(it, '\u{24b6}'..='\u{24e9}');
    character == '\u{fe0f}' && !before.is_some_and(is_letter)
}

fn forbidden_in(character: char, script: &str, dir: Direction) -> Option<&'static str> {
    match u32::from(character) {
        0x09 | 0x0A => None,
        0x0D => Some("a carriage return that ends no line"),
        0x00..=0x1F | 0x7F..=0x9F => Some("a control character"),
        0x20..=0x34E | 0x350..=0x61B => None,
        0x61C | 0x200E | 0x200F if dir == Direction::Rtl => None,
        0x61C | 0x200E | 0x200F => {
            Some("a direction mark, which only right-to-left languages need")
        }
        0x200B if matches!(script, "Laoo" | "Khmr" | "Thai" | "Mymr") => None,
        0x200C | 0x200D if joins(script) => None,
        0x34F | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x3164 | 0xFFA0 => {
            Some("a filler that nobody sees")
        }
        0x180B..=0x180D | 0x180F | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF => {
            Some("an invisible variation selector")
        }
        0x180E | 0x200B..=0x200D | 0x2060..=0x2065 | 0xFEFF => {
            Some("an invisible character of no width")
        }
        0x2028 | 0x2029 => Some("an invisible line break"),
        0x202A..=0x202E | 0x2066..=0x206F => {
            Some("an invisible character that changes the reading direction")
        }
        0xFFF9..=0xFFFB => Some("an invisible annotation"),
        0xFFFD => Some("the sign for a character that was lost"),
        0xE000..=0xF8FF | 0xF0000.. => Some("a private character, which readers see as a box"),
        0xE0000..=0xE0FFF => Some("an invisible tag"),
        0xFFFE | 0xFFFF => Some("no character at all"),
        _ => None,
    }
}

/// Whether words of the script need the zero-width joiner and non-joiner.
fn joins(script: &str) -> bool {
    matches!(
        script,
        "Arab"
            | "Aran"
            | "Beng"
            | "Deva"
            | "Gujr"
            | "Guru"
            | "Khmr"
            | "Knda"
            | "Mlym"
            | "Mong"
            | "Mymr"
            | "Nkoo"
            | "Orya"
            | "Sinh"
            | "Syrc"
            | "Taml"
            | "Telu"
            | "Tibt"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_character_has_its_own_reason() {
        for (characters, reason) in [
            ("\t\n \u{34e}\u{350}\u{61b}é", ""),
            ("\r", "carriage return"),
            ("\0\u{1f}\u{7f}\u{9f}", "control character"),
            ("\u{61c}\u{200e}\u{200f}", "direction mark"),
            ("\u{34f}\u{115f}\u{1160}\u{17b4}\u{3164}\u{ffa0}", "filler"),
            ("\u{180b}\u{180f}\u{fe00}\u{fe0f}\u{e0100}", "variation selector"),
            ("\u{180e}\u{200b}\u{200c}\u{2060}\u{feff}", "no width"),
            ("\u{2028}\u{2029}", "line break"),
            ("\u{202a}\u{202e}\u{2066}\u{206f}", "reading direction"),
            ("\u{fff9}\u{fffb}", "annotation"),
            ("\u{fffd}", "lost"),
            ("\u{e000}\u{f8ff}\u{f0000}\u{10fffd}", "box"),
            ("\u{e0000}\u{e0041}\u{e0fff}", "tag"),
            ("\u{fffe}\u{ffff}", "no character"),
        ] {
            for character in characters.chars() {
                let said = forbidden_in(character, "Latn", Direction::Ltr);
                assert_eq!(said.is_none(), reason.is_empty(), "{character:?}");
                assert!(said.unwrap_or_default().contains(reason), "{character:?}: {said:?}");
            }
        }
    }
}
