//! The numbers that one value or attribute of a message tells its readers.

use std::{borrow::Cow, cmp::Ordering, ops::Range};

use faq_l10n::{Origin, Outline};

use crate::{
    text::numbers::{Number, values},
    text::running_text::Root,
    text::words::search,
};

/// What a message says in one value or attribute.
pub(crate) struct Side<'t> {
    pub(crate) texts: &'t [Cow<'t, str>],
    pub(crate) numbers: Vec<Placed>,
    message: Outline<'t, 't>,
    branches: Range<usize>,
}

/// Most numbers of a text whose variants are compared one by one.
const MOST_NUMBERS: usize = 100;

/// A number and the text, of those of its side, that it stands in.
pub(crate) struct Placed {
    pub(crate) told: Told,
    pub(crate) text: usize,
    pub(crate) span: Range<usize>,
}

/// A number, equal to all others of the same value.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) value: String,
    pub(crate) can_be_left_out: bool,
}

impl<'t> Side<'t> {
    /// `two`: whether the translation's language can say two of something without a number.
    pub(crate) fn of(
        message: Outline<'t, 't>,
        root: &Root<'_>,
        texts: &'t [Cow<'t, str>],
        two: bool,
    ) -> Self {
        let texts = texts.get(root.branches.clone()).unwrap_or_default();
        let mut numbers = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            for number in values(text) {
                if !is_said_by_key(message, root.branches.start + index, &number.value) {
                    let can_be_left_out = can_be_left_out(text, &number, two);
                    let Number { value, span } = number;
                    let told = Told { value, can_be_left_out };
                    numbers.push(Placed { told, text: index, span });
                }
            }
        }
        Self { texts, numbers, message, branches: root.branches.clone() }
    }

    /// What the numbers say, in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(|number| number.told.value.as_str())
    }

    /// What stands before a number.
    pub(crate) fn before(&self, number: &Placed) -> &str {
        let text = self.texts.get(number.text);
        text.and_then(|text| text.get(..number.span.start)).unwrap_or_default()
    }

    /// What stands after a number.
    pub(crate) fn after(&self, number: &Placed) -> &str {
        let text = self.texts.get(number.text);
        text.and_then(|text| text.get(number.span.end..)).unwrap_or_default()
    }

    /// All texts, to look for words in.
    pub(crate) fn in_small_letters(&self) -> String {
        self.texts.join("\n").to_lowercase()
    }

    /// Whether what is said depends on a variable.
    pub(crate) fn has_variants(&self) -> bool {
        self.texts.len() > 1
    }

    /// The numbers that stand on every way through the variants, each once; none of a table of numbers.
    pub(crate) fn always_told(&self) -> Vec<&Told> {
        if self.is_table() {
            return Vec::new();
        }
        let leaves = self.leaves();
        let everywhere = |told: &&Told| leaves.iter().all(|leaf| self.tells(*leaf, &told.value));
        let mut always: Vec<&Told> =
            self.numbers.iter().map(|it| &it.told).filter(everywhere).collect();
        always.sort_unstable();
        always.dedup();
        always
    }

    /// The branches that have no variants. None of a table of numbers, and none where several selects stand side by side,
    /// so that a number may stand in another one.
    pub(crate) fn clear_leaves(&self) -> Vec<usize> {
        let selects = self.message.selects();
        let side_by_side = selects.iter().enumerate().any(|(index, select)| {
            selects.iter().take(index).any(|other| other.branch == select.branch)
        });
        if side_by_side || self.is_table() { Vec::new() } else { self.leaves() }
    }

    /// The key of the variant `leaf` where `value` does not stand in it, nor one of the `words` for it.
    pub(crate) fn variant_without(
        &self,
        leaf: usize,
        value: &str,
        words: &[String],
    ) -> Option<&'t str> {
        let Origin::Variant { key, .. } = self.message.branches().get(leaf)?.origin else {
            return None;
        };
        let is_spelled = || {
            self.message.path(leaf).any(|(branch, _)| {
                let text = self.index(branch).and_then(|at| self.texts.get(at));
                text.is_some_and(|text| search::has_any(&text.to_lowercase(), words))
            })
        };
        (!self.tells(leaf, value) && !is_spelled()).then_some(key)
    }

    fn is_table(&self) -> bool {
        self.numbers.len() > MOST_NUMBERS
    }

    fn leaves(&self) -> Vec<usize> {
        let selects = self.message.selects();
        let is_leaf = |index: &usize| selects.iter().all(|select| select.branch != *index);
        self.branches.clone().filter(is_leaf).collect()
    }

    /// Which of the texts a branch of the message has.
    fn index(&self, branch: usize) -> Option<usize> {
        branch.checked_sub(self.branches.start)
    }

    fn tells(&self, leaf: usize, value: &str) -> bool {
        is_said_by_key(self.message, leaf, value)
            || self.message.path(leaf).any(|(branch, _)| {
                let text = self.index(branch);
                self.numbers.iter().any(|it| Some(it.text) == text && it.told.value == value)
            })
    }

    /// What stands between the numbers at `index` and `index + 1`, and all of it with them.
    pub(crate) fn pair(&self, index: usize) -> Option<(&str, &str)> {
        let (first, second) = (self.numbers.get(index)?, self.numbers.get(index + 1)?);
        let text = self.texts.get(first.text).filter(|_| first.text == second.text)?;
        let between = text.get(first.span.end..second.span.start)?;
        Some((between, text.get(first.span.start..second.span.end)?))
    }
}

impl Ord for Told {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl PartialOrd for Told {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Told {}

/// Whether the key of a variant says the number already: `[one] 1 day` may be `[one] { $days } day` elsewhere.
fn is_said_by_key(message: Outline<'_, '_>, branch: usize, value: &str) -> bool {
    message.path(branch).any(|(_, branch)| match branch.origin {
        Origin::Variant { key, .. } => {
            key == value || matches!((key, value), ("zero", "0") | ("one", "1") | ("two", "2"))
        }
        Origin::Value | Origin::Attribute(_) => false,
    })
}

/// Whether the number alone is no loss: it is part of a name (`POP3`), an ordinal (`3rd`), or counts what many languages
/// say without a number (`1 hour`, `0 messages`).
fn can_be_left_out(text: &str, number: &Number, two: bool) -> bool {
    let before = text.get(..number.span.start).and_then(|it| it.chars().next_back());
    let after = text.get(number.span.end..).unwrap_or_default();
    let counted = after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\u{2011}']);
    let counts = match number.value.as_str() {
        "0" | "1" => true,
        "2" => two,
        _ => false,
    };
    before.is_some_and(|it| it.is_ascii_alphabetic() || matches!(it, '_' | '$'))
        || ["st", "nd", "rd", "th", "er", "re", "e", "º", "ª"].iter().any(|ending| {
            let rest = after.strip_prefix(ending);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        || (counts && counted.starts_with(char::is_alphabetic))
}

/// Two numbers of a range, as the reference has it and as the translation has it the other way round.
pub(crate) fn swapped_range<'t>(
    expected: &'t Side<'_>,
    found: &'t Side<'_>,
) -> Option<(&'t str, &'t str)> {
    let once = |side: &Side<'_>, value: &str| side.values().filter(|it| *it == value).count() == 1;
    (0..expected.numbers.len()).find_map(|index| {
        let (between, range) = expected.pair(index)?;
        let joins = |between: &str| matches!(between.trim(), "-" | "–" | "—" | "to");
        let is_part_of_more = (index > 0 && expected.pair(index - 1).is_some_and(|it| joins(it.0)))
            || expected.pair(index + 1).is_some_and(|it| joins(it.0));
        if !joins(between) || is_part_of_more {
            return None;
        }
        let (low, high) = (expected.numbers.get(index)?, expected.numbers.get(index + 1)?);
        let (low, high) = (low.told.value.as_str(), high.told.value.as_str());
        let position = found.values().position(|it| it == high)?;
        let (between, swapped) = found.pair(position)?;
        let is_swapped = found.values().nth(position + 1) == Some(low);
        let is_one_phrase = between.chars().count() <= LONGEST_JOINT
            && !between.contains([',', ';', '.', '(', ')', '、', '，']);
        let is_clear = [low, high].iter().all(|it| once(expected, it) && once(found, it));
        (is_swapped && is_one_phrase && is_clear).then_some((range, swapped))
    })
}

/// Most characters between the two numbers of a range, endings of the first one among them.
const LONGEST_JOINT: usize = 12;
