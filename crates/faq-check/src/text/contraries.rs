//! "Illegal", "without consent" and "child", and what says the opposite of it. Unlike those of `opposites.rs`, most of these have
//! words on one side only: what is against a law is said in too many ways to know them all.

use crate::{
    language::Language,
    text::said_words::Exchange,
    text::words::{Words, fold},
};

/// What the reference says, and what must not stand in the place of it; and whether a "not" turns the one into the other.
const OPPOSITES: [(&str, &str, bool); 4] = [
    ("illegal", "legal", true),
    ("without-consent", "with-consent", true),
    ("child", "adult", false),
    ("adult", "child", false),
];

/// The words of two languages, ready to be looked for.
pub(crate) struct Contraries<'l> {
    pairs: Vec<Pair<'l>>,
    negation: [Vec<Words>; 2],
}

/// Words of the reference and words of the translation, each for what is right and for the opposite.
struct Pair<'l> {
    expected: Vec<(&'l str, Words)>,
    beside: Vec<(&'l str, Words)>,
    right: Vec<(&'l str, Words)>,
    wrong: Vec<(&'l str, Words)>,
    negates: bool,
}

impl<'l> Contraries<'l> {
    /// What is known of both languages; none where that is nothing.
    pub(crate) fn of(reference: &'l Language, own: &'l Language) -> Option<Self> {
        let parse = |language: &'l Language, name: &str| -> Vec<(&'l str, Words)> {
            let items = language.opposites.get(name).map_or(&[][..], Vec::as_slice);
            items.iter().map(|item| (item.as_str(), Words::parse(item))).collect()
        };
        let pair = |&(expected, opposite, negates): &(&str, &str, bool)| {
            let pair = Pair {
                expected: parse(reference, expected),
                beside: parse(reference, opposite),
                right: parse(own, expected),
                wrong: parse(own, opposite),
                negates,
            };
            (!pair.expected.is_empty() && !pair.wrong.is_empty()).then_some(pair)
        };
        let pairs: Vec<Pair<'l>> = OPPOSITES.iter().filter_map(pair).collect();
        let negation = [reference, own].map(|language| Words::parse_all(language.negation.iter()));
        (!pairs.is_empty()).then_some(Self { pairs, negation })
    }

    /// The opposite in the place of what the reference says. Nothing where one of the texts says both, or says "not".
    pub(crate) fn exchanged(&self, reference: &str, own: &str) -> Option<Exchange> {
        let (reference, own) = (folded(reference), folded(own));
        self.pairs.iter().find_map(|pair| {
            let expected = find(&reference, &pair.expected)?;
            let found = find(&own, &pair.wrong)?;
            let [of_reference, of_own] = &self.negation;
            let is_negated = pair.negates
                && (says_not(&own, of_own, found) || says_not(&reference, of_reference, expected));
            // Who is not a child is an adult.
            let is_denied = ["not", "not a", "not an", "no longer", "no longer a"]
                .iter()
                .any(|it| reference.contains(&format!("{it} {}", expected.trim_matches('*'))));
            let is_clear = !is_denied
                && find(&reference, &pair.beside).is_none()
                && find(&own, &pair.right).is_none()
                && !is_negated;
            let shown = |item: &str| item.replace('*', "");
            is_clear.then(|| Exchange { expected: shown(expected), found: shown(found) })
        })
    }
}

/// Whether the text says "not", besides what only is one of the words that were found: `without consent`.
fn says_not(text: &str, negation: &[Words], found: &str) -> bool {
    let found = folded(found.trim_matches('*'));
    negation.iter().any(|words| words.are_in(text) && !words.are_in(&found))
}

fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold(text, &mut folded);
    folded
}

fn find<'l>(text: &str, words: &[(&'l str, Words)]) -> Option<&'l str> {
    words.iter().find(|(_, words)| words.are_in(text)).map(|(item, _)| *item)
}
