//! The writing system of a locale, as rules need it.

use std::ops::RangeInclusive;

use faq_l10n::Features;
use icu_properties::{PropertyParser, props::Script};

/// The writing system of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// ISO 15924 code of the writing system (`Hans`, `Jpan`, `Latn`); empty where CLDR does not know it.
    pub code: String,
    /// The Unicode scripts of its letters; none where CLDR does not know it.
    pub scripts: Vec<Script>,
    /// A range of nothing but characters of these scripts and of no script in particular, so that most text needs no
    /// further look.
    pub block: RangeInclusive<u32>,
    /// First bytes of nothing but characters of these scripts and of no script in particular. None where the bytes of the
    /// script start letters of others too.
    pub leads: Option<Features>,
}

impl Writing {
    /// The writing system with this ISO 15924 code.
    pub fn of(code: String) -> Self {
        Self { scripts: scripts(&code), block: block(&code), leads: leads(&code), code }
    }
}

/// First bytes of the writing system's letters, and of marks and signs that every script uses.
fn leads(code: &str) -> Option<Features> {
    // U+0080 to U+00BF, combining marks below U+0340, U+2000 to U+2BFF.
    const COMMON: Features = Features::lead_bytes(&[0xC2, 0xCC, 0xE2]);
    // Chinese characters, with their punctuation and that of full width.
    const HAN: Features = Features::lead_bytes(&[0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF]);
    match code {
        // Latin-1 to the modifier letters, and what Vietnamese needs.
        "Latn" => Some(
            COMMON
                .and(Features::lead_bytes(&[0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xE1])),
        ),
        "Cyrl" => Some(COMMON.and(Features::lead_bytes(&[0xD0, 0xD1, 0xD2, 0xD3]))),
        "Hans" | "Hant" => Some(COMMON.and(HAN)),
        "Jpan" => Some(COMMON.and(HAN).and(Features::KANA)),
        "Kore" => Some(COMMON.and(HAN).and(Features::lead_bytes(&[0xEA, 0xEB, 0xEC, 0xED]))),
        "Arab" | "Aran" => Some(COMMON.and(Features::lead_bytes(&[0xD8, 0xD9, 0xDA, 0xDB]))),
        _ => None,
    }
}

/// The Unicode scripts of a writing system, by its ISO 15924 code.
fn scripts(code: &str) -> Vec<Script> {
    match code {
        "" => Vec::new(),
        "Hans" | "Hant" | "Hani" => vec![Script::Han, Script::Bopomofo],
        "Jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
        "Kore" => vec![Script::Hangul, Script::Han],
        "Aran" => vec![Script::Arabic],
        code => PropertyParser::<Script>::new().get_strict(code).into_iter().collect(),
    }
}

/// A range of nothing but characters of the writing system and of no script in particular, so that most text needs no
/// further look.
fn block(code: &str) -> std::ops::RangeInclusive<u32> {
    match code {
        "Latn" => 0x80..=0x24F,
        "Cyrl" => 0x400..=0x52F,
        "Deva" => 0x900..=0x97F,
        "Hans" | "Hant" | "Jpan" => 0x4E00..=0x9FFF,
        "Kore" => 0xAC00..=0xD7A3,
        "Thai" => 0xE01..=0xE5B,
        // Starts at 1 and ends at 0: holds nothing.
        #[expect(clippy::reversed_empty_ranges, reason = "an empty range is meant")]
        _ => 1..=0,
    }
}

#[cfg(test)]
mod tests {
    use icu_properties::CodePointMapData;

    use super::*;

    #[test]
    fn the_quick_look_takes_no_letter_of_another_script_for_an_own_one() {
        let scripts = CodePointMapData::<Script>::new();
        let codes = ["Latn", "Cyrl", "Arab", "Hans", "Hant", "Jpan", "Kore"];
        let writings = codes.map(|code| Writing::of(code.to_owned()));
        for character in (0x80..=0x10_FFFF).filter_map(char::from_u32) {
            let script = scripts.get(character);
            // Two tone marks of old Korean stand among the punctuation of Chinese.
            if matches!(script, Script::Common | Script::Inherited | Script::Unknown)
                || matches!(character, '\u{302e}' | '\u{302f}')
            {
                continue;
            }
            let features = Features::of_text(character.encode_utf8(&mut [0; 4]));
            for Writing { code, scripts, leads, .. } in &writings {
                // A few Latin letters are signs, such as the raised n; they are no word of their own.
                let is_own =
                    scripts.contains(&script) || (script == Script::Latin && code != "Latn");
                let leads = leads.expect("the writing system has first bytes of its own");
                let passes = features.leads_are_within(leads);
                assert!(is_own || !passes, "{code}: U+{:04X} {character}", u32::from(character));
            }
        }
    }
}
