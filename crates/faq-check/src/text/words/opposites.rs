//! Two things that are each other's opposite, in the words of a language and of the reference's: "under 18" and "over 18",
//! "before" and "after", "illegal" and "legal".

use crate::{
    language::Language,
    text::numbers::digit,
    text::running_text::PLACEABLE,
    text::words::said::Exchange,
    text::words::{Words, fold},
};

/// What the reference says, and what must not stand in the place of it.
pub(crate) struct Pair {
    expected: Said,
    opposite: Said,
    /// Whether a "not" turns the one into the other. It makes no adult of a child, and stands beside many a "never" in any case.
    by_negation: bool,
}

/// The words of a language for something.
type Said = fn(&Language) -> &[String];

impl Pair {
    const fn new(expected: Said, opposite: Said) -> Self {
        Self { expected, opposite, by_negation: true }
    }

    const fn without_negation(self) -> Self {
        Self { by_negation: false, ..self }
    }
}

/// Under a number and over it.
pub(crate) const LIMITS: &[Pair] =
    &[Pair::new(|it| &it.below, |it| &it.above), Pair::new(|it| &it.above, |it| &it.below)];

/// Before something and after it.
pub(crate) const TIMES: &[Pair] =
    &[Pair::new(|it| &it.before, |it| &it.after), Pair::new(|it| &it.after, |it| &it.before)];

/// Of the first two, one side is said in too many ways to know them all.
pub(crate) const OPPOSITES: &[Pair] = &[
    Pair::new(|it| it.opposite("illegal"), |it| it.opposite("legal")),
    Pair::new(|it| it.opposite("without-consent"), |it| it.opposite("with-consent")),
    Pair::new(|it| it.opposite("child"), |it| it.opposite("adult")).without_negation(),
    Pair::new(|it| it.opposite("adult"), |it| it.opposite("child")).without_negation(),
    Pair::new(|it| it.opposite("always"), |it| it.opposite("never")).without_negation(),
    Pair::new(|it| it.opposite("never"), |it| it.opposite("always")),
];

/// What two languages say of some opposites, ready to be looked for.
pub(crate) struct Opposites<'l> {
    pairs: Vec<Sides<'l>>,
    /// "Not" in the reference's language and in the other one.
    negation: [Vec<Item<'l>>; 2],
}

/// A pair in the words of two languages.
struct Sides<'l> {
    reference: Side<'l>,
    own: Side<'l>,
    by_negation: bool,
}

/// What one language says.
struct Side<'l> {
    expected: Vec<Item<'l>>,
    opposite: Vec<Item<'l>>,
}

/// An item of a list, as it stands there and as it is looked for.
struct Item<'l> {
    shown: &'l str,
    words: Words,
    /// Whether it says nothing else.
    is_sure: bool,
}

impl<'l> Opposites<'l> {
    /// None where too little is known of one of the languages.
    pub(crate) fn of(reference: &'l Language, own: &'l Language, pairs: &[Pair]) -> Option<Self> {
        let sides = |pair: &Pair| {
            let [reference, own] = [reference, own].map(|language| Side::of(language, pair));
            let is_known = !reference.expected.is_empty() && !own.opposite.is_empty();
            is_known.then_some(Sides { reference, own, by_negation: pair.by_negation })
        };
        let pairs: Vec<Sides<'l>> = pairs.iter().filter_map(sides).collect();
        let negation = [reference, own].map(|language| parse_all(&language.negation));
        (!pairs.is_empty()).then_some(Self { pairs, negation })
    }

    /// The opposite in the place of what the reference says. Nothing where one of the texts says both, or "not".
    pub(crate) fn exchanged(&self, reference: &str, own: &str) -> Option<Exchange> {
        let (reference, own) = (with_signs(reference), with_signs(own));
        self.pairs.iter().find_map(|pair| {
            let expected = find(&reference, &pair.reference.expected)?;
            let found = find(&own, &pair.own.opposite)?;
            let [of_reference, of_own] = &self.negation;
            let is_negated = if pair.by_negation {
                is_negated(&own, found, of_own) || is_negated(&reference, expected, of_reference)
            } else {
                is_denied(&reference, expected)
            };
            let is_clear = expected.is_sure
                && found.is_sure
                && find(&reference, &pair.reference.opposite).is_none()
                && find(&own, &pair.own.expected).is_none()
                && !is_negated;
            let shown = |item: &Item<'_>| item.shown.replace(['#', '*'], "").trim().to_owned();
            is_clear.then(|| Exchange { expected: shown(expected), found: shown(found) })
        })
    }
}

impl<'l> Side<'l> {
    fn of(language: &'l Language, pair: &Pair) -> Self {
        let [expected, opposite] = [pair.expected, pair.opposite].map(|it| parse_all(it(language)));
        Self { expected, opposite }
    }
}

impl<'l> Item<'l> {
    fn parse(item: &'l str) -> Self {
        let shown = item.strip_prefix('~').unwrap_or(item);
        Self { shown, words: Words::parse(shown), is_sure: shown.len() == item.len() }
    }
}

fn parse_all(items: &[String]) -> Vec<Item<'_>> {
    items.iter().map(|item| Item::parse(item)).collect()
}

/// Whether somebody is said not to be this: who is not a child is an adult.
fn is_denied(reference: &str, item: &Item<'_>) -> bool {
    ["not", "not a", "not an", "no longer", "no longer a"]
        .iter()
        .any(|it| reference.contains(&format!("{it} {}", item.shown.trim_matches('*'))))
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
