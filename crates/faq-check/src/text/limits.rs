//! "Under 18" and "over 18" in the words of a language and of the reference's.

use crate::{
    language::Language,
    text::numbers::digit,
    text::running_text::PLACEABLE,
    text::said_words::Exchange,
    text::words::{Words, fold},
};

/// What two languages say of limits, ready to be looked for.
pub(crate) struct Limits<'l> {
    reference: Side<'l>,
    own: Side<'l>,
}

/// What one language says, each item as it stands in its list and as it is looked for.
struct Side<'l> {
    below: Vec<(&'l str, Words)>,
    above: Vec<(&'l str, Words)>,
    negation: Vec<(&'l str, Words)>,
}

impl<'l> Limits<'l> {
    /// None where nothing is known of one of the languages.
    pub(crate) fn of(reference: &'l Language, own: &'l Language) -> Option<Self> {
        let is_known = |it: &Language| !it.below.is_empty() && !it.above.is_empty();
        (is_known(reference) && is_known(own))
            .then(|| Self { reference: Side::of(reference), own: Side::of(own) })
    }

    /// "Over" in the place of "under", or the other way round. Nothing where one of the texts says both, or "not".
    pub(crate) fn exchanged(&self, reference: &str, own: &str) -> Option<Exchange> {
        let (reference, own) = (with_signs(reference), with_signs(own));
        let said =
            (find(&reference, &self.reference.below), find(&reference, &self.reference.above));
        let (expected, right, wrong) = match said {
            (Some(below), None) => (below, &self.own.below, &self.own.above),
            (None, Some(above)) => (above, &self.own.above, &self.own.below),
            (None, None) | (Some(_), Some(_)) => return None,
        };
        let found = find(&own, wrong)?;
        let is_clear = find(&own, right).is_none()
            && !is_negated(&own, found, &self.own.negation)
            && !is_negated(&reference, expected, &self.reference.negation);
        let shown = |item: &str| item.replace(['#', '*'], "").trim().to_owned();
        is_clear.then(|| Exchange { expected: shown(expected), found: shown(found) })
    }
}

impl<'l> Side<'l> {
    fn of(language: &'l Language) -> Self {
        let parse = |items: &'l [String]| -> Vec<(&'l str, Words)> {
            items.iter().map(|item| (item.as_str(), Words::parse(item))).collect()
        };
        Self {
            below: parse(&language.below),
            above: parse(&language.above),
            negation: parse(&language.negation),
        }
    }
}

/// Whether a "not" stands in a part of the text with the limit, besides what only looks like one in the words of the limit: the
/// `niż` of `więcej niż`. The `ohne` of another part says nothing about it: `über 18, ob mit oder ohne Gewalt`.
fn is_negated(text: &str, limit: &str, negation: &[(&str, Words)]) -> bool {
    let limit_words = Words::parse(limit);
    let with_limit = text.split(CLAUSE_ENDS).filter(|clause| limit_words.are_in(clause));
    let mut clauses = with_limit.peekable();
    let is_in =
        |text: &str| negation.iter().any(|(_, words)| words.are_in(text) && !words.are_in(limit));
    if clauses.peek().is_none() || text.len() > LONGEST_CLEAR {
        is_in(text)
    } else {
        clauses.any(is_in)
    }
}

/// Most bytes of a text that says one thing; a longer one says many.
const LONGEST_CLEAR: usize = 1_000;

/// Signs that part what is said of one thing from what is said of another.
const CLAUSE_ENDS: [char; 12] = [',', '.', ';', ':', '!', '?', '،', '؛', '、', '，', '。', '।'];

fn find<'l>(text: &str, words: &[(&'l str, Words)]) -> Option<&'l str> {
    words.iter().find(|(_, words)| words.are_in(text)).map(|(item, _)| *item)
}

/// The text in the form in which words are compared, with `#` for each number and variable.
fn with_signs(text: &str) -> String {
    let mut signs = String::new();
    for character in text.chars() {
        let is_number = character == PLACEABLE || digit(character).is_some();
        if !is_number {
            // Hebrew has a hyphen of its own.
            signs.push(if character == '\u{5be}' { '-' } else { character });
            continue;
        }
        let length = signs.trim_end_matches(['$', '€', '£', '¥', '.', ',']).len();
        signs.truncate(length);
        if !signs.ends_with('#') {
            signs.push('#');
        }
    }
    let mut folded = String::new();
    fold(&signs, &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_sign_whatever_it_is_written_with() {
        assert_eq!(with_signs("Under $1,500 or \u{fffc}"), "under # or #");
        assert_eq!(with_signs("دون ١٨ عامًا"), "دون # عاما");
    }
}
