//! Rule `unit-mismatch`: a number measures what it measures in the reference text.

use std::{borrow::Cow, ops::Range};

use faq_l10n::{Features, Outline, Target};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::numbers::units::{Quantity, SHOWN_VARIABLE, mentions, quantities},
    text::numbers::{MAY_HAVE_DIGIT, has_digit, values},
    text::running_text::{place_of, roots, running_texts},
};

pub(super) const RULE: Rule = Rule {
    name: "unit-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("unit-mismatch.md"),
    judge: Judge::Message(MAY_HAVE_DIGIT.and(Features::VARIABLE), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    if !context.reference_place.is_some_and(|place| context.locale.traits_at(place).quantity) {
        return;
    }
    let counts = counts(context, reference);
    let with_numbers = has_digit(reference) && context.has_digit();
    if !counts && !with_numbers {
        return;
    }
    let (expected, found) = (running_texts(reference), running_texts(context.message));
    let own_roots = roots(context.message);
    for root in roots(reference) {
        let Some(own_root) = own_roots.iter().find(|own| own.attribute == root.attribute) else {
            continue;
        };
        let part = |texts: &[Cow<'_, str>], branches: &Range<usize>| -> String {
            texts.get(branches.clone()).unwrap_or_default().join("\n\n")
        };
        let expected = part(&expected, &root.branches);
        let mut measured = quantities(&expected, context.locale.reference_language);
        measured.retain(|it| counts || !it.is_variable());
        if !measured.is_empty() {
            let own = part(&found, &own_root.branches);
            compare(context, &own_root.branches, (&expected, &measured), &own, hits);
            odd_variant(context, &own_root.branches, (&expected, &measured), &found, hits);
        }
    }
}

/// Whether both count something with the one variable that they show.
fn counts(context: &MessageContext<'_, '_>, reference: Outline<'_, '_>) -> bool {
    reference.features().any(Features::VARIABLE)
        && only_variable(reference)
            .is_some_and(|variable| only_variable(context.message) == Some(variable))
}

/// The variable that a message shows, where it shows nothing else that is written with a name.
fn only_variable<'s>(message: Outline<'_, 's>) -> Option<&'s str> {
    let mut shown = message.references().iter().filter(|reference| reference.shown);
    let Target::Variable(name) = shown.next()?.target else { return None };
    shown.all(|reference| reference.target == Target::Variable(name)).then_some(name)
}

fn compare(
    context: &MessageContext<'_, '_>,
    branches: &Range<usize>,
    (reference, measured): (&str, &[Quantity<'_>]),
    own: &str,
    hits: &mut Hits,
) {
    let language = context.locale.language;
    let (own_measured, numbers) = (quantities(own, language), values(own));
    lost_percent(context, (reference, measured), (own, &own_measured), hits);
    let mut said: Vec<&Quantity<'_>> = Vec::new();
    for expected in measured.iter().take(MOST_QUANTITIES) {
        let same_unit = |it: &Quantity<'_>| expected.has_unit_of(it);
        let same_number = || own_measured.iter().filter(|it| it.value == expected.value);
        let Some(other) = same_number().find(|it| !same_unit(it)) else { continue };
        // Beside one of them may stand a word for the unit that nobody knows.
        let is_known = if expected.is_variable() {
            variable_units(&own_measured) >= variable_units(measured)
        } else {
            numbers.iter().filter(|it| it.value == expected.value).count() == same_number().count()
        };
        let is_said = said.iter().any(|it| it.value == expected.value && same_unit(it));
        // The reference says that as well.
        let is_expected =
            measured.iter().any(|it| it.value == other.value && it.has_unit_of(other));
        if same_number().any(same_unit) || is_expected || is_said || !is_known {
            continue;
        }
        // The unit may stand farther away, where no other number has it.
        let lower = own.to_lowercase();
        let mentioned: usize =
            expected.units.iter().map(|unit| mentions(&lower, unit, language)).sum();
        if mentioned > own_measured.iter().filter(|it| same_unit(it)).count() {
            continue;
        }
        said.push(expected);
        let (wrong, right) = (other.shown_in(own), expected.shown_in(reference));
        let text =
            format!("`{}` says `{wrong}` where the reference text says `{right}`", context.id());
        let part = wrong.trim_start_matches(SHOWN_VARIABLE).trim_start();
        context
            .at(hits, place_in(context, branches, part), text)
            .help("give the number the same unit as in the reference text");
    }
}

/// A variant that counts with the variable what no text of the reference does, while others count the right thing: `[few] { $n } часа`
/// among `минута` and `минут`.
fn odd_variant(
    context: &MessageContext<'_, '_>,
    branches: &Range<usize>,
    (reference, measured): (&str, &[Quantity<'_>]),
    found: &[Cow<'_, str>],
    hits: &mut Hits,
) {
    let mut expected = measured.iter().filter(|it| it.is_variable());
    let Some(first) = expected.next().filter(|_| branches.len() > 2) else { return };
    if !expected.all(|it| it.has_unit_of(first)) {
        return;
    }
    let language = context.locale.language;
    let is_right = |it: &Quantity<'_>| it.has_unit_of(first);
    let (mut odd, mut right) = (None, false);
    for branch in branches.clone() {
        let text = found.get(branch).map_or("", |it| it);
        let own = quantities(text, language);
        let counted = own.iter().find(|it| it.is_variable());
        right |= own.iter().any(|it| it.is_variable() && is_right(it));
        if let Some(counted) = counted.filter(|_| !own.iter().any(is_right)) {
            odd = odd.or_else(|| Some((branch, counted.shown_in(text))));
        }
    }
    let Some((branch, wrong)) = odd.filter(|_| right) else { return };
    let text = found.get(branch).map_or_else(String::new, |it| it.to_lowercase());
    if first.units.iter().any(|unit| mentions(&text, unit, language) > 0) {
        return;
    }
    let right = first.shown_in(reference);
    let id = context.id();
    let text =
        format!("a variant of `{id}` says `{wrong}` where the reference text says `{right}`");
    let part = wrong.trim_start_matches(SHOWN_VARIABLE).trim_start();
    context
        .at(hits, place_in(context, &(branch..branch + 1), part), text)
        .help("give the number the same unit in all variants");
}

/// A number of per cent that has become a number of nothing: `12.5%` and `12,5`.
fn lost_percent(
    context: &MessageContext<'_, '_>,
    (reference, measured): (&str, &[Quantity<'_>]),
    (own, own_measured): (&str, &[Quantity<'_>]),
    hits: &mut Hits,
) {
    let is_percent = |it: &&Quantity<'_>| it.units == ["percent"];
    let Some(expected) = measured.iter().find(is_percent) else { return };
    let lower = own.to_lowercase();
    let words = context.locale.language.units().get("percent").map_or(&[][..], Vec::as_slice);
    // A word for it may have any ending, and a prefix: `prosentin`, `20-odstotni`; `八折` is eight tenths of a price.
    let is_said = words.iter().filter(|word| word.chars().all(char::is_alphabetic)).any(|word| {
        let stem: String = word.chars().take(LONGEST_STEM).collect();
        lower.contains(&stem)
    }) || lower.contains(['%', '٪', '％', '折', '‰']);
    let has_number = if expected.is_variable() {
        own.contains(expected.value.as_str())
    } else {
        values(own).iter().any(|it| it.value == expected.value)
    };
    let has_unit = own_measured.iter().any(|it| it.value == expected.value);
    if words.is_empty() || is_said || has_unit || !has_number {
        return;
    }
    let right = expected.shown_in(reference);
    let text = format!("`{}` has lost the sign for per cent of `{right}`", context.id());
    context.at_id(hits, text).help("write the number with `%` or your word for it");
}

/// Letters of a word that are the same with all endings.
const LONGEST_STEM: usize = 4;

/// How many units stand beside variables.
fn variable_units(measured: &[Quantity<'_>]) -> usize {
    let of_variables = || measured.iter().filter(|it| it.is_variable());
    let is_first = |(index, it): &(usize, &Quantity<'_>)| {
        of_variables().take(*index).all(|earlier| !earlier.has_unit_of(it))
    };
    of_variables().take(MOST_QUANTITIES).enumerate().filter(is_first).count()
}

/// Where `part` stands in one of the branches; the id where it is put together from pieces.
fn place_in<'s>(context: &MessageContext<'_, 's>, branches: &Range<usize>, part: &str) -> &'s str {
    let message = context.message;
    let mut places = branches.clone().map(|branch| place_of(message, branch, part));
    places.find(|place| *place != message.id()).unwrap_or(message.id())
}

/// Most numbers with units of one text that are compared; a text with more is a table.
const MOST_QUANTITIES: usize = 100;

#[cfg(test)]
mod tests;
