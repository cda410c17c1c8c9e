//! Numbers in running text, in the digits of any script.

pub(crate) mod clocks;
pub(crate) mod conversions;
pub(crate) mod joined;
pub(crate) mod ordinals;
pub(crate) mod other_writings;
pub(crate) mod signs;
pub(crate) mod told;
pub(crate) mod unit_signs;
pub(crate) mod units;

use std::ops::Range;

use faq_l10n::{Features, Outline};
use icu_properties::{CodePointMapData, props::GeneralCategory};

use crate::text::bytes::any;

/// The whole numbers in `text`, in order, in ASCII digits without leading zeros.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut inside = false;
    for character in text.chars() {
        match (digit(character), numbers.last_mut()) {
            (Some(digit), Some(number)) if inside => number.push(digit),
            (Some(digit), _) => numbers.push(digit.to_string()),
            (None, _) => {}
        }
        inside = digit(character).is_some();
    }
    numbers.iter().map(|number| without_leading_zeros(number).to_owned()).collect()
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// What it says: ASCII digits, with `.` before the decimals, without needless zeros.
    pub(crate) value: String,
    /// Where it stands, in bytes of the text.
    pub(crate) span: Range<usize>,
}

/// Whether a message shows a digit of any script.
pub(crate) fn has_digit(message: Outline<'_, '_>) -> bool {
    let features = message.features();
    features.any(Features::DIGIT.and(Features::NUMBER))
        || (features.any(Features::OTHER_DIGIT.and(Features::LITERAL))
            && message.texts().iter().any(|text| has_other_digit(&text.shown())))
}

/// A quick look at two messages without a digit outside of ASCII: whether the same ASCII digits stand in the same values and
/// attributes, in the same order, and none beside a sign that could make one number of two. Only asked of messages without
/// variants and literals.
pub(crate) fn has_same_digits(message: Outline<'_, '_>, other: Outline<'_, '_>) -> bool {
    let is_simple = |it: Outline<'_, '_>| {
        !it.features().any(Features::SELECT | Features::LITERAL | Features::NUMBER)
    };
    is_simple(message)
        && is_simple(other)
        && message.branches().len() == other.branches().len()
        && plain_digits(message)
            .zip(plain_digits(other))
            .is_some_and(|(digits, others)| digits == others)
}

/// The ASCII digits of a message, before each number the branch that it stands in. None where one character alone stands
/// between two of them, or where there are many.
fn plain_digits(message: Outline<'_, '_>) -> Option<[u8; MOST_DIGITS]> {
    let mut digits = [0; MOST_DIGITS];
    let mut free = digits.iter_mut();
    for text in message.texts() {
        let bytes = text.raw.as_bytes();
        if !any(bytes, |byte| byte.wrapping_sub(b'0') < 10) {
            continue;
        }
        let mut before = None;
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
            let gap = before.map(|before| at - before);
            // Of the signs that may stand inside a number the longest has three bytes.
            if matches!(gap, Some(2..=4)) {
                return None;
            }
            if gap != Some(1) {
                *free.next()? = u8::try_from(text.branch).ok().filter(|it| *it < b'0')?;
            }
            *free.next()? = *byte;
            before = Some(at);
        }
    }
    Some(digits)
}

/// Most digits that are compared at a glance, with a branch for each number.
const MOST_DIGITS: usize = 32;

/// What every message with a digit of any script has.
pub(crate) const MAY_HAVE_DIGIT: Features =
    Features::DIGIT.and(Features::NUMBER).and(Features::OTHER_DIGIT).and(Features::LITERAL);

/// Whether `text` has a digit outside of ASCII.
fn has_other_digit(text: &str) -> bool {
    text.chars().any(|it| !it.is_ascii() && is_decimal(it))
}

/// The numbers in `text` with their decimals, in order: `1,234.5`, `1.234,5` and `1 234,5` are all `1234.5`.
///
/// A separator before groups of exactly three digits parts thousands, as do those of `12,34,567`; any other parts the
/// decimals.
pub(crate) fn values(text: &str) -> Vec<Number> {
    let mut values = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let Some(first) = digit(character) else { continue };
        let mut groups =
            vec![Number { value: String::from(first), span: start..start + character.len_utf8() }];
        while let Some((at, next)) = characters.peek().copied() {
            if let Some(digit) = digit(next) {
                if let Some(group) = groups.last_mut() {
                    group.value.push(digit);
                    group.span.end = at + next.len_utf8();
                }
                characters.next();
            } else if is_separator(next) {
                let mut ahead = characters.clone();
                ahead.next();
                let digits = ahead.map_while(|(_, it)| digit(it)).count();
                // A space parts thousands only.
                if digits == 0 || (next.is_whitespace() && digits != 3) {
                    break;
                }
                let start = at + next.len_utf8();
                groups.push(Number { value: String::new(), span: start..start });
                characters.next();
            } else {
                break;
            }
        }
        let span = start..groups.last().map_or(start, |it| it.span.end);
        if !is_place(text, &span) {
            push_values(&mut values, groups);
        }
    }
    values
}

/// Whether the digits say which argument a placeholder stands for: `%1$s`.
fn is_place(text: &str, span: &Range<usize>) -> bool {
    let (before, after) = (text.get(..span.start), text.get(span.end..).unwrap_or_default());
    before.is_some_and(|it| it.ends_with('%'))
        && after
            .strip_prefix('$')
            .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_alphabetic()))
}

/// Joins the groups of digits of one number; of groups that are no number together, such as 18.30.45, each is one.
fn push_values(values: &mut Vec<Number>, groups: Vec<Number>) {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return };
    let span = first.span.start..last.span.end;
    let lengths: Vec<usize> = groups.iter().map(|group| group.value.len()).collect();
    let whole = match lengths.as_slice() {
        [1..=3, rest @ ..] if rest.iter().all(|it| *it == 3) => groups.len(),
        [1..=2, middle @ .., 3] if !middle.is_empty() && middle.iter().all(|it| *it == 2) => {
            groups.len()
        }
        [1..=3, rest @ .., _] if rest.iter().all(|it| *it == 3) => groups.len() - 1,
        [_] => 1,
        [_, _] => 1,
        _ => 0,
    };
    if whole == 0 {
        values.extend(groups.into_iter().map(|group| Number {
            value: without_leading_zeros(&group.value).to_owned(),
            span: group.span,
        }));
        return;
    }
    let digits =
        |groups: &[Number]| -> String { groups.iter().map(|it| it.value.as_str()).collect() };
    let (whole, decimals) = groups.split_at(whole);
    let (whole, decimals) = (digits(whole), digits(decimals));
    let (whole, decimals) = (without_leading_zeros(&whole), decimals.trim_end_matches('0'));
    let value = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    values.push(Number { value, span });
}

fn is_separator(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '٫' | '٬' | '，' | '．'
    )
}

/// The value of a decimal digit of any script, as an ASCII digit.
pub(crate) fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    if !is_decimal(character) {
        return None;
    }
    // The ten digits of a script follow each other, so a digit's value is the number of digits right before it.
    let before = (1..).take_while(|step| {
        let earlier = u32::from(character).checked_sub(*step).and_then(char::from_u32);
        earlier.is_some_and(is_decimal)
    });
    char::from_digit(u32::try_from(before.count() % 10).ok()?, 10)
}

/// Whether a character outside of ASCII is a decimal digit. The blocks that most texts are written in are known by heart,
/// because this is asked of every character; a test compares them with the Unicode data.
fn is_decimal(character: char) -> bool {
    match u32::from(character) {
        0x660..=0x669 | 0x6f0..=0x6f9 => true,
        // From Devanagari to Sinhala, every block of 128 has its digits in the same place.
        code @ 0x900..=0xdff => matches!(code % 0x80, 0x66..=0x6f),
        0x80..=0x7bf | 0x2000..=0xa61f | 0xac00..=0xd7ff => false,
        _ => {
            let categories = CodePointMapData::<GeneralCategory>::new();
            categories.get(character) == GeneralCategory::DecimalNumber
        }
    }
}

fn without_leading_zeros(number: &str) -> &str {
    let trimmed = number.trim_start_matches('0');
    if trimmed.is_empty() { "0" } else { trimmed }
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    #[test]
    fn the_same_digits_are_seen_at_a_glance_and_in_doubt_are_not() {
        let same = |one: &str, other: &str| {
            let files = [one, other].map(|text| format!("a = {text}\n"));
            let [one, other] = files.each_ref().map(|it| FtlFile::parse("a.ftl", "a.ftl", it));
            has_same_digits(
                one.outlines.get(0).expect("a message"),
                other.outlines.get(0).expect("a message"),
            )
        };
        assert!(same("under 18 in 50 states", "menor de 18 en los 50"));
        assert!(!same("under 18", "menor de 81"));
        assert!(!same("18 and 50", "50 y 18"));
        assert!(!same("1 234 x", "1234 x"));
        assert!(!same("1.5", "1 5"));
        assert!(!same("18\n    .b = x", "x\n    .b = 18"));
        assert!(!same("{ $n ->\n *[x] 18\n }", "{ $n ->\n *[x] 18\n }"));
    }

    #[test]
    fn digits_of_every_script_are_the_same_numbers() {
        for text in ["18", "١٨", "۱۸", "१८", "১৮", "１８", "๑๘", "018"] {
            assert_eq!(numbers(text), ["18"], "{text}");
        }
        assert_eq!(numbers("from 2 to 10, § 1591"), ["2", "10", "1591"]);
        assert_eq!(numbers("no numbers"), [""; 0]);
    }

    #[test]
    fn separators_of_every_language_make_the_same_numbers() {
        for (text, expected) in [
            ("1,234.5", vec!["1234.5"]),
            ("1.234,50", vec!["1234.5"]),
            ("1\u{202f}234,5", vec!["1234.5"]),
            ("12,34,567", vec!["1234567"]),
            ("0.5", vec!["0.5"]),
            ("2.0", vec!["2"]),
            ("18.30.45", vec!["18", "30", "45"]),
            ("12345.678", vec!["12345.678"]),
        ] {
            let found: Vec<String> = values(text).into_iter().map(|it| it.value).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn every_digit_outside_of_ascii_is_seen_and_nothing_else_is() {
        let categories = CodePointMapData::<GeneralCategory>::new();
        for character in '\u{80}'..=char::MAX {
            let is_digit = categories.get(character) == GeneralCategory::DecimalNumber;
            assert_eq!(has_other_digit(&character.to_string()), is_digit, "{character:?}");
        }
        assert!(!has_other_digit("1 没有 ниче́го, لا"));
    }

    #[test]
    fn no_digit_escapes_the_quick_look() {
        for digit in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|it| is_decimal(*it)) {
            let features = Features::of_text(&digit.to_string());
            assert!(features.any(MAY_HAVE_DIGIT), "U+{:04X}", u32::from(digit));
        }
    }

    #[test]
    fn the_place_of_an_argument_is_no_number() {
        assert_eq!(values("%1$s of 2 %10$d").len(), 1);
        assert_eq!(values("5% of $3, %1$ s").len(), 3);
    }

    #[test]
    fn numbers_that_are_none_together_stand_each_in_its_place() {
        let spans = |text: &str| -> Vec<(String, Range<usize>)> {
            values(text).into_iter().map(|it| (it.value, it.span)).collect()
        };
        let number = |value: &str, span| (value.to_owned(), span);
        assert_eq!(spans("18.30.45"), [number("18", 0..2), number("30", 3..5), number("45", 6..8)]);
        assert_eq!(
            spans("1,2345,678"),
            [number("1", 0..1), number("2345", 2..6), number("678", 7..10)]
        );
        assert_eq!(spans("5x6"), [number("5", 0..1), number("6", 2..3)]);
    }

    #[test]
    fn the_quick_look_takes_no_other_number_for_the_same() {
        for (reference, translation) in [
            ("1{ \"8\" } years { $x }", "1{ $x }8 años"),
            ("Take 1.5 or so", "Tome 1 y también 5"),
            ("Wait 5 days\n    .label = Wait", "Espere días\n    .label = Espere 5"),
        ] {
            let tree =
                format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n");
            assert_ne!(crate::example::report("number-mismatch", &tree), "", "{translation}");
        }
    }
}
