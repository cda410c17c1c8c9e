//! Two things that are each other's opposite, in the words of a language and of the reference's: "under 18" and "over 18",
//! "before" and "after".

use crate::{
    language::Language,
    text::numbers::digit,
    text::running_text::PLACEABLE,
    text::said_words::Exchange,
    text::words::{Words, fold},
};

/// What two languages say of two opposites, ready to be looked for.
pub(crate) struct Opposites<'l> {
    reference: Side<'l>,
    own: Side<'l>,
}

/// The words of a language for each of the two.
pub(crate) type Pair = fn(&Language) -> [&[String]; 2];

/// Under a number and over it.
pub(crate) const LIMITS: Pair = |it| [&it.below, &it.above];

/// Before something and after it.
pub(crate) const TIMES: Pair = |it| [&it.before, &it.after];

/// What one language says.
struct Side<'l> {
    one: Vec<Item<'l>>,
    other: Vec<Item<'l>>,
    negation: Vec<Item<'l>>,
}

/// An item of a list, as it stands there and as it is looked for.
struct Item<'l> {
    shown: &'l str,
    words: Words,
    /// Whether it says nothing else.
    is_sure: bool,
}

impl<'l> Opposites<'l> {
    /// None where nothing is known of one of the languages.
    pub(crate) fn of(reference: &'l Language, own: &'l Language, pair: Pair) -> Option<Self> {
        let is_known = |it: &Language| pair(it).iter().all(|words| !words.is_empty());
        (is_known(reference) && is_known(own))
            .then(|| Self { reference: Side::of(reference, pair), own: Side::of(own, pair) })
    }

    /// "Over" in the place of "under", or the other way round. Nothing where one of the texts says both, or "not".
    pub(crate) fn exchanged(&self, reference: &str, own: &str) -> Option<Exchange> {
        let (reference, own) = (with_signs(reference), with_signs(own));
        let said = (find(&reference, &self.reference.one), find(&reference, &self.reference.other));
        let (expected, right, wrong) = match said {
            (Some(one), None) => (one, &self.own.one, &self.own.other),
            (None, Some(other)) => (other, &self.own.other, &self.own.one),
            (None, None) | (Some(_), Some(_)) => return None,
        };
        let found = find(&own, wrong)?;
        let is_clear = expected.is_sure
            && found.is_sure
            && find(&own, right).is_none()
            && !is_negated(&own, found, &self.own.negation)
            && !is_negated(&reference, expected, &self.reference.negation);
        let shown = |item: &Item<'_>| item.shown.replace(['#', '*'], "").trim().to_owned();
        is_clear.then(|| Exchange { expected: shown(expected), found: shown(found) })
    }
}

impl<'l> Side<'l> {
    fn of(language: &'l Language, pair: Pair) -> Self {
        let [one, other] = pair(language);
        let parse = |items: &'l [String]| items.iter().map(|it| Item::parse(it)).collect();
        Self { one: parse(one), other: parse(other), negation: parse(&language.negation) }
    }
}

impl<'l> Item<'l> {
    fn parse(item: &'l str) -> Self {
        let shown = item.strip_prefix('~').unwrap_or(item);
        Self { shown, words: Words::parse(shown), is_sure: shown.len() == item.len() }
    }
}

/// Whether a "not" stands in a part of the text with the limit, besides what only looks like one in the words of the limit: the
/// `niż` of `więcej niż`. The `ohne` of another part says nothing about it: `über 18, ob mit oder ohne Gewalt`.
fn is_negated(text: &str, limit: &Item<'_>, negation: &[Item<'_>]) -> bool {
    let with_limit = text.split(CLAUSE_ENDS).filter(|clause| limit.words.are_in(clause));
    let mut clauses = with_limit.peekable();
    let is_in = |text: &str| {
        negation.iter().any(|it| it.words.are_in(text) && !it.words.are_in(limit.shown))
    };
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

/// The first of these that the text says; those that say nothing else come first in their list.
fn find<'i, 'l>(text: &str, items: &'i [Item<'l>]) -> Option<&'i Item<'l>> {
    items.iter().find(|it| it.words.are_in(text))
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
