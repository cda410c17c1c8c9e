//! Times of day in running text.

use crate::{language::Language, text::numbers::told::Side, text::words::search};

/// A time of day in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u32,
    pub(crate) minute: Option<u32>,
    /// The hour by a clock of 24 hours.
    pub(crate) of_day: u32,
}

/// The times of day in a text in small letters: with `am` or `pm`, or with a colon.
pub(crate) fn clocks(text: &str) -> Vec<Clock> {
    let mut clocks = Vec::new();
    for (marker, noon) in [("am", 0), ("a.m", 0), ("pm", 12), ("p.m", 12)] {
        for (at, _) in text.match_indices(marker) {
            let after = text.get(at + marker.len()..).unwrap_or_default();
            let mut before = text.get(..at).unwrap_or_default();
            if after.starts_with(char::is_alphabetic) {
                continue;
            }
            // Both ends of `1 to 3 pm` are after noon.
            while let Some((clock, start)) = clock_before(before, Some(noon)) {
                clocks.push(clock);
                let rest = before.get(..start).unwrap_or_default().trim_end();
                let Some(rest) = ["-", "–", "to"].iter().find_map(|it| rest.strip_suffix(it))
                else {
                    break;
                };
                before = rest;
            }
        }
    }
    if clocks.is_empty() {
        let ends = text.match_indices(':').filter_map(|(at, _)| text.get(..at + 3));
        clocks.extend(ends.filter_map(|text| Some(clock_before(text, None)?.0)));
    }
    clocks
}

/// Whether a text in small letters may have a time of day with `pm`.
pub(crate) fn may_have_pm(text: &str) -> bool {
    ["pm", "p.m"].iter().any(|marker| text.contains(marker))
        && clocks(text).iter().any(|it| it.of_day == it.hour + 12)
}

/// The hour after noon of the reference that the translation has without saying so: 5 for 5 pm. Nothing in a language whose words for
/// the parts of a day are not known.
pub(crate) fn lost_afternoon(
    expected: &Side<'_>,
    found: &Side<'_>,
    language: &Language,
) -> Option<u32> {
    let words = language.day_periods().get("evening")?;
    let clocks = clocks(&expected.in_small_letters());
    let mut after_noon = clocks.iter().filter(|it| it.of_day == it.hour + 12);
    let says = |hour: u32| {
        found.values().any(|it| it.split('.').next().and_then(|it| it.parse().ok()) == Some(hour))
    };
    let clock = after_noon.find(|it| says(it.hour) && !says(it.of_day))?;
    let lower = found.in_small_letters();
    let is_said =
        PM.iter().any(|it| search::count(&lower, it) > 0) || search::has_any(&lower, words);
    (!is_said).then_some(clock.hour)
}

/// `pm` as it is written in many languages.
const PM: [&str; 5] = ["pm", "p.m", "p. m", "p.\u{a0}m", "p.\u{202f}m"];

/// The time of day that a text ends with, and where it starts. `noon`: what is added to its hours; none where it has to have
/// minutes.
fn clock_before(text: &str, noon: Option<u32>) -> Option<(Clock, usize)> {
    let text = text.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let split = |text: &str| -> Option<(usize, u32)> {
        let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = text.len() - digits;
        let number = text.get(start..).filter(|it| matches!(it.len(), 1 | 2))?.parse().ok()?;
        Some((start, number))
    };
    let (start, last) = split(text)?;
    let before = text.get(..start)?.strip_suffix([':', '.']);
    let (start, hour, minute) = match before.and_then(split) {
        Some((start, hour)) => (start, hour, Some(last)),
        None => (start, last, None),
    };
    let of_day = match noon {
        Some(noon) => hour % 12 + noon,
        None => hour,
    };
    let is_clock = hour <= 24 && minute.is_none_or(|it| it < 60) && (noon, minute) != (None, None);
    is_clock.then_some((Clock { hour, minute, of_day }, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_found() {
        let of = |text: &str| -> Vec<(u32, Option<u32>)> {
            clocks(text).into_iter().map(|it| (it.of_day, it.minute)).collect()
        };
        assert_eq!(of("until 3:30 pm"), [(15, Some(30))]);
        assert_eq!(of("from 9 a.m. to 12 p.m."), [(9, None), (12, None)]);
        assert_eq!(of("1–3 pm"), [(15, None), (13, None)]);
        assert_eq!(of("at 15:30"), [(15, Some(30))]);
        assert_eq!(of("i am 18, 5 ample, 1:2"), []);
    }
}
