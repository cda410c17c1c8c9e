//! Numbers in running text, in the digits of any script.

use icu_properties::{CodePointMapData, props::GeneralCategory};

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

/// The numbers in `text` with their decimals, in order: `1,234.5`, `1.234,5` and `1 234,5` are all `1234.5`.
///
/// A separator before groups of exactly three digits parts thousands; any other parts the decimals.
pub(crate) fn values(text: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let Some(first) = digit(character) else { continue };
        let mut groups = vec![String::from(first)];
        while let Some(next) = characters.peek().copied() {
            if let Some(digit) = digit(next) {
                if let Some(group) = groups.last_mut() {
                    group.push(digit);
                }
                characters.next();
            } else if is_separator(next) {
                let mut ahead = characters.clone();
                ahead.next();
                let digits = ahead.map_while(digit).count();
                // A space parts thousands only.
                if digits == 0 || (next.is_whitespace() && digits != 3) {
                    break;
                }
                groups.push(String::new());
                characters.next();
            } else {
                break;
            }
        }
        push_value(&mut values, &groups);
    }
    values
}

/// Joins the groups of digits of one number; of groups that are no number together, such as 18.30.45, each is one.
fn push_value(values: &mut Vec<String>, groups: &[String]) {
    let Some((first, rest)) = groups.split_first() else { return };
    let thousands = rest.iter().take_while(|group| group.len() == 3 && first.len() <= 3).count();
    match rest.get(thousands..) {
        Some([]) | None => values.push(without_leading_zeros(&groups.concat()).to_owned()),
        Some([decimals]) => {
            let whole = groups.get(..=thousands).unwrap_or_default().concat();
            let decimals = decimals.trim_end_matches('0');
            let whole = without_leading_zeros(&whole);
            values.push(if decimals.is_empty() {
                whole.to_owned()
            } else {
                format!("{whole}.{decimals}")
            });
        }
        Some(_) => {
            values.extend(groups.iter().map(|group| without_leading_zeros(group).to_owned()));
        }
    }
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
    let categories = CodePointMapData::<GeneralCategory>::new();
    if categories.get(character) != GeneralCategory::DecimalNumber {
        return None;
    }
    // The ten digits of a script follow each other, so a digit's value is the number of digits right before it.
    let before = (1..).take_while(|step| {
        let earlier = u32::from(character).checked_sub(*step).and_then(char::from_u32);
        earlier.is_some_and(|earlier| categories.get(earlier) == GeneralCategory::DecimalNumber)
    });
    char::from_digit(u32::try_from(before.count() % 10).ok()?, 10)
}

fn without_leading_zeros(number: &str) -> &str {
    let trimmed = number.trim_start_matches('0');
    if trimmed.is_empty() { "0" } else { trimmed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_the_same_numbers() {
        for text in ["18", "١٨", "۱۸", "१८", "১৮", "１８", "๑๘", "018"] {
            assert_eq!(numbers(text), ["18"], "{text}");
        }
        assert_eq!(numbers("from 2 to 10, § 1591"), ["2", "10", "1591"]);
        assert_eq!(numbers("no numbers"), [""; 0]);
    }
}
