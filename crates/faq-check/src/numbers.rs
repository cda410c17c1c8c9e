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
