//! Sample arguments that lead through every variant of a message.

use faq_l10n::{Kind, LocaleFiles, MessageRef, Origin, Outline, Sample, Select, Target, Value};

use crate::{choices::plurals::is_category, context::LocaleContext};

/// Everything that a message becomes when it is put together.
#[derive(Debug, Default)]
pub(crate) struct Parts<'s> {
    /// The message, and the messages and terms that it uses; whether each is used by a term.
    places: Vec<(MessageRef, bool)>,
    /// What it has to be given, with the values that lead to each variant.
    parameters: Vec<(Target<'s>, Vec<Sample<'s>>)>,
    /// Those that have to be numbers.
    numeric: Vec<Target<'s>>,
}

/// Most combinations of samples for one message.
const MOST: usize = 100;

impl<'s> Parts<'s> {
    /// What the value or attribute of the message at `place` consists of that is its branch `root`. `files` is where references
    /// lead.
    pub(crate) fn of(
        context: &LocaleContext<'_, '_>,
        files: &LocaleFiles<'s>,
        place: MessageRef,
        root: usize,
    ) -> Self {
        let mut parts = Self { places: vec![(place, false)], ..Self::default() };
        let mut next = 0;
        while let Some((place, in_term)) = parts.places.get(next).copied() {
            next += 1;
            let Some((_, outline)) = files.at(place) else { continue };
            let whole = next > 1;
            let concerns = |branch| {
                whole || outline.path(branch).last().is_some_and(|(index, _)| index == root)
            };
            // Inside a term there are only the arguments that it is given, which are written out.
            if !in_term {
                parts.add(context, outline, concerns);
            }
            for reference in outline.references().iter().filter(|it| concerns(it.branch)) {
                let (kind, id) = match reference.target {
                    Target::Message(id, _) => (Kind::Message, id),
                    Target::Term(id, _) => (Kind::Term, id),
                    Target::Variable(_) | Target::Function(_) => continue,
                };
                let Some(found) = files.find(kind, id) else { continue };
                let found = (found, in_term || kind == Kind::Term);
                if !parts.places.contains(&found) {
                    parts.places.push(found);
                }
            }
        }
        for (target, samples) in &mut parts.parameters {
            if parts.numeric.contains(target) {
                samples.retain(|sample| matches!(sample, Sample::Number(_)));
            }
            if samples.is_empty() {
                samples.push(TEXT);
            }
        }
        parts
    }

    /// The message itself, and the messages and terms that it uses.
    pub(crate) fn places(&self) -> impl Iterator<Item = MessageRef> {
        self.places.iter().map(|(place, _)| *place)
    }

    /// Whether more than one value is tried.
    pub(crate) fn varies(&self, target: Target<'_>) -> bool {
        self.parameters.iter().any(|(known, samples)| *known == target && samples.len() > 1)
    }

    /// Every combination of the samples; where these are too many, each sample once.
    pub(crate) fn combinations(&self) -> impl Iterator<Item = Vec<(Target<'s>, Sample<'s>)>> {
        let sizes = self.parameters.iter().map(|(_, samples)| samples.len());
        let product = sizes.clone().fold(1, usize::saturating_mul);
        let count = if product > MOST { sizes.max().unwrap_or(1).min(MOST) } else { product };
        (0..count).map(move |number| {
            let mut rest = number;
            let pick = |(target, samples): &(Target<'s>, Vec<Sample<'s>>)| {
                let size = samples.len().max(1);
                let index = rest % size;
                if product <= MOST {
                    rest /= size;
                }
                samples.get(index).map(|sample| (*target, *sample))
            };
            self.parameters.iter().filter_map(pick).collect()
        })
    }

    /// Adds what the branches that concern it have to be given.
    fn add(
        &mut self,
        context: &LocaleContext<'_, '_>,
        outline: Outline<'_, 's>,
        concerns: impl Fn(usize) -> bool,
    ) {
        for reference in outline.references().iter().filter(|it| concerns(it.branch)) {
            if matches!(reference.target, Target::Variable(_)) {
                self.give(reference.target, None);
            }
        }
        for call in outline.calls().iter().filter(|it| concerns(it.branch)) {
            let variables = outline.arguments(call).iter().filter_map(|it| match it.value {
                Value::Variable(name) => Some(Target::Variable(name)),
                Value::Text(_) | Value::Number(_) | Value::Other => None,
            });
            for variable in variables {
                match call.callee {
                    Target::Function("NUMBER") => {
                        self.numeric.push(variable);
                        self.add_numbers(context, variable);
                    }
                    Target::Function("DATETIME") => self.give(variable, Some(DATE)),
                    Target::Function(_)
                    | Target::Term(..)
                    | Target::Message(..)
                    | Target::Variable(_) => {}
                }
            }
        }
        for (index, select) in outline.selects().iter().enumerate() {
            if concerns(select.branch)
                && let Some(selector) = steered_by(outline, select)
            {
                self.add_keys(context, outline, index, selector);
            }
        }
    }

    /// Adds what leads to each variant of a select expression.
    fn add_keys(
        &mut self,
        context: &LocaleContext<'_, '_>,
        outline: Outline<'_, 's>,
        index: usize,
        selector: Target<'s>,
    ) {
        let keys = outline.branches().iter().filter_map(|branch| match branch.origin {
            Origin::Variant { select, key, .. } if select == index => Some(key),
            Origin::Variant { .. } | Origin::Value | Origin::Attribute(_) => None,
        });
        let (mut numbers, mut texts) = (false, false);
        for key in keys {
            let is_number = key.starts_with(|it: char| it.is_ascii_digit() || it == '-');
            if let Some(number) = key.parse().ok().filter(|_| is_number) {
                self.give(selector, Some(Sample::Number(number)));
                numbers = true;
            } else if !is_category(key) {
                self.give(selector, Some(Sample::Text(key)));
                texts = true;
            } else if key != "other" {
                numbers = true;
            }
        }
        if numbers {
            self.add_numbers(context, selector);
        }
        if texts {
            self.give(selector, Some(TEXT));
        }
    }

    /// Adds a number of each plural category.
    fn add_numbers(&mut self, context: &LocaleContext<'_, '_>, target: Target<'s>) {
        for number in context.cardinals().samples.iter().chain(&context.ordinals().samples) {
            self.give(target, Some(Sample::Number(*number)));
        }
    }

    fn give(&mut self, target: Target<'s>, sample: Option<Sample<'s>>) {
        match self.parameters.iter_mut().find(|(known, _)| *known == target) {
            Some((_, samples)) => {
                samples.extend(sample.filter(|sample| !samples.contains(sample)));
            }
            None => self.parameters.push((target, sample.into_iter().collect())),
        }
    }
}

/// A text that is no variant's key.
const TEXT: Sample<'static> = Sample::Text("text");

/// What a program writes where a date belongs: fluent-bundle knows no dates.
const DATE: Sample<'static> = Sample::Text("2026-01-31");

/// The variable that a select expression depends on, or the function without an argument.
fn steered_by<'s>(outline: Outline<'_, 's>, select: &Select<'s>) -> Option<Target<'s>> {
    if let Value::Variable(name) = select.selector {
        return Some(Target::Variable(name));
    }
    let call = outline.calls().get(select.call?)?;
    let Target::Function(_) = call.callee else { return None };
    match outline.arguments(call).iter().find(|it| it.name.is_none()).map(|it| it.value) {
        None => Some(call.callee),
        Some(Value::Variable(name)) => Some(Target::Variable(name)),
        Some(Value::Text(_) | Value::Number(_) | Value::Other) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn parts(sizes: &[i32]) -> Parts<'static> {
        let names = ["a", "b", "c", "d"];
        let samples = |size: &i32| (0..*size).map(|it| Sample::Number(it.into())).collect();
        let parameters =
            names.iter().zip(sizes).map(|(name, size)| (Target::Variable(name), samples(size)));
        Parts { parameters: parameters.collect(), ..Parts::default() }
    }

    fn combined(parts: &Parts<'static>) -> BTreeSet<String> {
        parts.combinations().map(|it| format!("{it:?}")).collect()
    }

    #[test]
    fn every_combination_is_tried_or_each_sample_where_these_are_too_many() {
        assert_eq!(combined(&parts(&[2, 3])).len(), 6);
        assert_eq!(combined(&parts(&[10, 10])).len(), 100);
        let many = parts(&[2, 5, 20]);
        assert_eq!(combined(&many).len(), 20);
        let last: BTreeSet<String> = many
            .combinations()
            .filter_map(|it| it.last().map(|last| format!("{last:?}")))
            .collect();
        assert_eq!(last.len(), 20);
    }

    #[test]
    fn what_has_one_sample_does_not_vary() {
        let parts = parts(&[1, 2]);
        assert!(!parts.varies(Target::Variable("a")));
        assert!(parts.varies(Target::Variable("b")));
        assert!(!parts.varies(Target::Variable("c")));
    }
}
