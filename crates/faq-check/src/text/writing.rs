//! The writing system of a locale, as rules need it.

pub(crate) mod letters;
pub(crate) mod script_in_use;

use std::{collections::HashSet, ops::RangeInclusive, sync::LazyLock};

use icu_properties::{PropertyParser, props::Script};

/// The writing system of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// ISO 15924 code of the writing system (`Hans`, `Jpan`, `Latn`); empty where CLDR does not know it.
    pub code: String,
    /// The Unicode scripts of its letters; none where CLDR does not know it.
    pub scripts: Vec<Script>,
    /// Whether these are the Latin letters.
    pub is_latin: bool,
    /// A range of nothing but characters of these scripts and of no script in particular, so that most text needs no
    /// further look.
    pub block: RangeInclusive<u32>,
}

impl Writing {
    /// The writing system with this ISO 15924 code.
    pub fn of(code: String) -> Self {
        let scripts = scripts(&code);
        let is_latin = scripts.contains(&Script::Latin);
        Self { scripts, is_latin, block: block(&code), code }
    }

    /// Whether spaces stand between its words.
    pub(crate) fn has_spaces(&self) -> bool {
        !["Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai"].contains(&self.code.as_str())
    }
}

/// Frequent characters of Chinese that Japanese has in another form or not at all.
const CHINESE_ONLY: &str = "们您吗这说还么为从发时间问题进过应该让给谁话语读请谢认识爱东车贝见长门马鸟对关联别难现实经验动嗎";

/// Whether a Chinese character belongs to one of the other ways to write it than `code`.
pub(crate) fn is_other_han(code: &str, character: char) -> bool {
    match code {
        "Hans" => HAN.traditional.contains(&character),
        "Hant" => HAN.simplified.contains(&character),
        "Jpan" => CHINESE_ONLY.contains(character),
        _ => false,
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

/// Characters that only one of the two Chinese scripts has.
struct OneScript {
    simplified: HashSet<char>,
    traditional: HashSet<char>,
}

static HAN: LazyLock<OneScript> = LazyLock::new(|| {
    let list = include_str!("../../data/han-one-script.txt");
    let of = |name: &str| {
        list.lines()
            .filter_map(|line| line.strip_prefix(name))
            .flat_map(|it| it.trim().chars())
            .collect()
    };
    OneScript { simplified: of("simplified "), traditional: of("traditional ") }
});
