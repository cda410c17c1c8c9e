//! Numbers with their units in running text.

use std::ops::Range;

use crate::{
    language::Language,
    text::numbers::unit_signs::{EXACT_SIGNS, MONEY, SIGNS},
    text::numbers::{Number, values},
    text::running_text::PLACEABLE,
    text::words::search,
};

/// A number and what it measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity<'l> {
    /// The number, as [`values`] has it; [`PLACEABLE`] for a variable.
    pub(crate) value: String,
    /// Names of the units that the word beside it can mean; never empty.
    pub(crate) units: Vec<&'l str>,
    /// Where number and unit stand, in bytes of the text.
    pub(crate) span: Range<usize>,
}

impl Quantity<'_> {
    /// Whether the number is a variable.
    pub(crate) fn is_variable(&self) -> bool {
        self.value.starts_with(PLACEABLE)
    }

    /// Whether the two can measure the same.
    pub(crate) fn has_unit_of(&self, other: &Self) -> bool {
        self.units.iter().any(|unit| other.units.contains(unit))
    }

    /// Number and unit as they stand in `text`, for a reader.
    pub(crate) fn shown_in(&self, text: &str) -> String {
        let part = text.get(self.span.clone()).unwrap_or_default();
        part.replace('\n', " ").replace(PLACEABLE, SHOWN_VARIABLE)
    }
}

/// What a variable looks like in a finding.
pub(crate) const SHOWN_VARIABLE: &str = "{ … }";

/// The numbers in `text` that have a unit beside them, in order, and then the variables that have one.
pub(crate) fn quantities<'l>(text: &str, language: &'l Language) -> Vec<Quantity<'l>> {
    let mut quantities = Vec::new();
    let unknown = text
        .match_indices(PLACEABLE)
        .map(|(at, sign)| Number { value: sign.to_owned(), span: at..at + sign.len() });
    let unit_first = language.is_one_of(&UNIT_FIRST);
    for number in values(text).into_iter().chain(unknown) {
        let (before, after) = (
            text.get(..number.span.start).unwrap_or_default(),
            text.get(number.span.end..).unwrap_or_default(),
        );
        let rest = after.strip_prefix(is_joint).unwrap_or(after);
        let rest = rest.strip_prefix(['个', '個']).unwrap_or(rest);
        let gap = after.len() - rest.len();
        let (length, units) = longest(rest, language);
        let span = number.span;
        let first = if unit_first { word_before(before, language) } else { None };
        if let Some((start, unit)) = first {
            quantities.push(Quantity {
                value: number.value,
                units: vec![unit],
                span: start..span.end,
            });
        } else if !units.is_empty() {
            let span = span.start..span.end + gap + length;
            quantities.push(Quantity { value: number.value, units, span });
        } else if let Some((start, unit)) = money_before(before) {
            quantities.push(Quantity {
                value: number.value,
                units: vec![unit],
                span: start..span.end,
            });
        }
    }
    quantities
}

/// How often `unit` stands in `text`, which is in small letters, in words of more than one letter.
pub(crate) fn mentions(text: &str, unit: &str, language: &Language) -> usize {
    let words = words(unit, language);
    let is_clear = |word: &&str| {
        let mut characters = word.chars();
        let first = characters.next();
        characters.next().is_some()
            || first.is_some_and(|it| !it.is_alphabetic() || it > '\u{2e80}')
    };
    words.filter(is_clear).map(|word| search::count(text, word)).sum()
}

/// What may stand between a number and its unit.
fn is_joint(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\u{a0}' | '\u{202f}' | '-' | '\u{2011}')
}

/// The length of the longest word that `text` starts with and that means a unit, and the units that it can mean.
fn longest<'l>(text: &str, language: &'l Language) -> (usize, Vec<&'l str>) {
    let end = text.char_indices().nth(LONGEST_WORD).map_or(text.len(), |(at, _)| at);
    let start = text.get(..end).unwrap_or_default();
    // Small letters of another length would move the end of the word.
    let lower = start.to_lowercase();
    let (mut length, mut units) = (0, Vec::new());
    let known = language
        .units()
        .iter()
        .flat_map(|(unit, words)| words.iter().map(move |word| (unit.as_str(), word.as_str())));
    let signs = SIGNS.iter().flat_map(|(unit, signs)| signs.iter().map(move |sign| (*unit, *sign)));
    // A language has hundreds of words for units; most of them start with another letter.
    let first = lower.as_bytes().first();
    let alike = known.chain(signs).filter(|(_, word)| word.as_bytes().first() == first);
    let exact =
        EXACT_SIGNS.iter().flat_map(|(unit, signs)| signs.iter().map(move |sign| (*unit, *sign)));
    let exact = exact.filter(|(_, sign)| sign.as_bytes().first() == start.as_bytes().first());
    let alike = alike.filter_map(|(unit, word)| Some((unit, search::start_with(&lower, word)?)));
    let exact = exact.filter_map(|(unit, sign)| Some((unit, search::start_with(start, sign)?)));
    for (unit, found) in alike.chain(exact) {
        if found > length {
            length = found;
            units.clear();
        }
        if found == length && !units.contains(&unit) {
            units.push(unit);
        }
    }
    (if lower.len() == start.len() { length } else { 0 }, units)
}

/// Most characters of a word for a unit.
const LONGEST_WORD: usize = 24;

/// Languages that say the unit before its number: `dakika 5`.
const UNIT_FIRST: [&str; 5] = ["si", "sw", "xh", "yo", "zu"];

/// The unit whose word `text` ends with, and where it starts. Between the two and the number may stand what joins them, as in
/// `imizuzu emi-5`.
fn word_before<'l>(text: &str, language: &'l Language) -> Option<(usize, &'l str)> {
    let rest = text.trim_end_matches('-');
    let rest =
        if rest.len() < text.len() { rest.trim_end_matches(char::is_alphabetic) } else { rest };
    let rest = rest.trim_end_matches([' ', '\n', '\u{a0}', '\u{202f}']);
    let start = rest.char_indices().rev().nth(LONGEST_WORD).map_or(0, |(at, _)| at);
    let end = rest.get(start..).unwrap_or_default().to_lowercase();
    let known =
        language.units().iter().flat_map(|(unit, words)| words.iter().map(move |it| (unit, it)));
    let is_whole = |word: &str| {
        let before = end.strip_suffix(word);
        before.is_some_and(|before| !before.ends_with(char::is_alphabetic))
    };
    let longest = known.filter(|(_, word)| is_whole(word)).max_by_key(|(_, word)| word.len());
    longest.map(|(unit, word)| (rest.len().saturating_sub(word.len()), unit.as_str()))
}

/// The sign of a currency that `text` ends with, and where it starts.
fn money_before(text: &str) -> Option<(usize, &'static str)> {
    let text = text.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    MONEY
        .iter()
        .find(|(sign, _)| text.ends_with(sign))
        .map(|(sign, unit)| (text.len() - sign.len(), *unit))
}

fn words<'l>(unit: &str, language: &'l Language) -> impl Iterator<Item = &'l str> {
    let known = language.units().get(unit).map_or(&[][..], Vec::as_slice);
    let signs = SIGNS.iter().find(|(name, _)| *name == unit).map_or(&[][..], |(_, signs)| signs);
    let only_signs = signs.iter().copied().filter(|sign| known.iter().all(|word| word != sign));
    known.iter().map(String::as_str).chain(only_signs)
}

#[cfg(test)]
mod tests {
    use faq_content::LocaleTag;

    use super::*;

    fn found(locale: &str, text: &str) -> Vec<(String, String)> {
        let tag = LocaleTag::parse(locale).expect("the test names a canonical tag");
        let language = Language::default_of(&tag);
        quantities(text, &language)
            .into_iter()
            .map(|it| (it.units.join(" "), text.get(it.span).unwrap_or_default().to_owned()))
            .collect()
    }

    #[test]
    fn a_number_has_the_unit_beside_it() {
        for (locale, text, unit, part) in [
            ("en", "take 5 mg now", "milligram", "5 mg"),
            ("en", "a 15-minute walk", "minute", "15-minute"),
            ("en", "18 years old", "year", "18 years"),
            ("en", "only $5", "dollar", "$5"),
            ("de", "20\u{a0}% mehr", "percent", "20\u{a0}%"),
            ("ru", "5 мг в день", "milligram", "5 мг"),
            ("ar", "١٥ دقيقة", "minute", "١٥ دقيقة"),
            ("zh", "等15分钟吧", "minute", "15分钟"),
            ("zh", "15 个小时", "hour", "15 个小时"),
            ("hi", "10 किलोमीटर", "kilometer", "10 किलोमीटर"),
            ("sw", "subiri dakika 5 sasa", "minute", "dakika 5"),
            ("sw", "ya kg 5 au", "kilogram", "kg 5"),
            ("zu", "imizuzu engu-5", "minute", "imizuzu engu-5"),
            ("si", "දින 30", "day", "දින 30"),
            ("fi", "5 MHz", "megahertz", "5 MHz"),
            ("de", "5 kWh", "kilowatt-hour", "5 kWh"),
            ("de", "5 MW", "megawatt", "5 MW"),
            ("mn", "5 цаг", "hour", "5 цаг"),
        ] {
            assert_eq!(found(locale, text), [(unit.to_owned(), part.to_owned())], "{text}");
        }
        let variable = [("hour".to_owned(), "\u{fffc} hours".to_owned())];
        assert_eq!(found("en", "\u{fffc} has \u{fffc} hours"), variable);
        assert_eq!(found("en", "step 5 of 10, minutes"), []);
    }

    #[test]
    fn a_unit_is_mentioned_by_words_and_by_signs_that_are_no_letters() {
        let count = |locale: &str, unit: &str, text: &str| {
            let tag = LocaleTag::parse(locale).expect("the test names a canonical tag");
            mentions(text, unit, &Language::default_of(&tag))
        };
        assert_eq!(count("en", "meter", "m is a letter"), 0);
        assert_eq!(count("en", "meter", "meters"), 1);
        assert_eq!(count("en", "percent", "50 %"), 1);
        assert_eq!(count("es", "euro", "5 €"), 1);
        assert_eq!(count("zh", "year", "几年"), 1);
    }
}
