//! Rule `number-mismatch`: the numbers of the reference text, and no others.

use faq_content::Role;

use crate::{
    context::MessageContext,
    finding::Hits,
    language::Language,
    policy::Severities,
    rule::{Judge, Rule},
    text::counted::Difference,
    text::numbers::clocks::lost_afternoon,
    text::numbers::conversions::settle_conversions,
    text::numbers::joined::{moved_between_sentences, reordered},
    text::numbers::other_writings::settle,
    text::numbers::signs::{MAY_HAVE_SIGN, exchanged_sign, lost_minus, settle_fractions},
    text::numbers::told::{Side, Told, swapped_range},
    text::numbers::{MAY_HAVE_DIGIT, has_digit},
    text::running_text::{Root, roots, running_texts},
    text::words::said::names_month,
    text::words::search,
};

pub(super) const RULE: Rule = Rule {
    name: "number-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("number-mismatch.md"),
    judge: Judge::Message(MAY_HAVE_DIGIT.and(MAY_HAVE_SIGN), judge),
};

/// Attributes that no reader reads as text.
const NOT_READ: [&str; 5] = ["accesskey", "acceltext", "commandkey", "key", "style"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    let has_digit = context.has_digit() || has_digit(reference);
    let exact = context.reference_place.is_some_and(|it| context.locale.traits_at(it).exact);
    if !exact && (!has_digit || context.has_same_digits()) {
        return;
    }
    // The numbers of a quotation are for `altered-quotation`, which knows that it is one.
    if matches!(context.catalog.map(|it| it.role), Some(Role::Quotation { .. })) {
        return;
    }
    let (expected, found) = (running_texts(reference), running_texts(context.message));
    let own_roots = roots(context.message);
    for root in roots(reference) {
        let own_root = own_roots.iter().find(|own| own.attribute == root.attribute);
        let is_read = root.attribute.is_none_or(|name| !NOT_READ.contains(&name));
        if let Some(own_root) = own_root.filter(|_| is_read) {
            let two = has_dual(context);
            let expected = Side::of(reference, &root, &expected, two);
            let found = Side::of(context.message, own_root, &found, two);
            if !exact || !report_exact(context, own_root, &expected, &found, hits) {
                compare(context, own_root, &expected, &found, hits);
            }
        }
    }
}

/// Whether the language has a form of its own for two of something, which then needs no number.
fn has_dual(context: &MessageContext<'_, '_>) -> bool {
    context.locale.cardinals().of_one_number.contains(&("two", 2))
}

/// Reports what the digits alone do not tell; whether there is something.
fn report_exact<'s>(
    context: &MessageContext<'_, 's>,
    root: &Root<'s>,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) -> bool {
    let (id, place) = named(context, root);
    let (text, help) = if let Some((lost, added)) = exchanged_sign(expected, found) {
        (format!("`{id}` says {added} where the reference text says {lost}"), HELP)
    } else if let Some(number) = lost_minus(expected, found) {
        let text = format!("`{id}` has lost the minus of -{number}");
        (text, "write the number with a minus, or with your word for it")
    } else if let Some(hour) = lost_afternoon(expected, found, context.locale.language) {
        let text = format!("`{id}` says {hour} where the reference text says {hour} pm");
        (text, "write the hour by a clock of 24 hours, or say that it is after noon")
    } else {
        return false;
    };
    context.at(hits, place, text).help(help);
    true
}

/// What a finding calls the value or attribute, and where it stands.
fn named<'r>(context: &MessageContext<'_, 'r>, root: &Root<'r>) -> (String, &'r str) {
    let id = context.id();
    match root.attribute {
        Some(attribute) => (format!("{id}.{attribute}"), attribute),
        None => (id, context.message.id()),
    }
}

fn compare<'s>(
    context: &MessageContext<'_, 's>,
    root: &Root<'s>,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) {
    if !found.has_variants() && expected.values().eq(found.values()) {
        return;
    }
    let with_variants = expected.has_variants() || found.has_variants();
    let all =
        |side: &Side<'_>| -> Vec<Told> { side.numbers.iter().map(|it| it.told.clone()).collect() };
    let mut difference = Difference::of(all(expected), all(found), with_variants);
    let fraction = settle_fractions(&mut difference, expected, found);
    let is_same = difference.is_empty();
    excuse(context, &mut difference, expected, found);
    let (id, place) = named(context, root);
    if let Some(text) = in_words(&id, &difference) {
        context.at(hits, place, text).help(HELP);
    } else if let Some((sign, number)) = fraction.zip(difference.added.first()) {
        let text = format!("`{id}` says {} where the reference text says {sign}", number.value);
        context.at(hits, place, text).help(HELP);
    } else if difference.is_empty() {
        report_order(context, (&id, place), (expected, found), is_same, hits);
        report_variants(context, &id, expected, found, hits);
    }
}

/// Reports the same numbers in an order that says something else. `is_same`: whether they are plainly the same.
fn report_order(
    context: &MessageContext<'_, '_>,
    (id, place): (&str, &str),
    (expected, found): (&Side<'_>, &Side<'_>),
    is_same: bool,
    hits: &mut Hits,
) {
    let swapped = swapped_range(expected, found);
    if let Some((range, swapped)) = swapped.or_else(|| reordered(expected, found)) {
        let text = format!("`{id}` says `{swapped}` where the reference text says `{range}`");
        context.at(hits, place, text).help("write the numbers in the same order");
    } else if let Some((lost, added)) = moved_between_sentences(expected, found).filter(|_| is_same)
    {
        let text = format!(
            "a sentence of `{id}` says {} where the reference text says {}, and another the other way round",
            values(&added),
            values(&lost)
        );
        context
            .at(hits, place, text)
            .help("write each number in the sentence where the reference text has it");
    }
}

fn values(told: &[Told]) -> String {
    told.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ")
}

const HELP: &str = "write the same numbers as the reference text, in digits";

/// What is wrong; nothing where only such numbers differ as can be left out.
fn in_words(id: &str, difference: &Difference<Told>) -> Option<String> {
    let is_nothing = |some: &[Told], others: &[Told]| {
        others.is_empty() && some.iter().all(|told| told.can_be_left_out)
    };
    match (difference.lost.as_slice(), difference.added.as_slice()) {
        (lost, added) if is_nothing(lost, added) || is_nothing(added, lost) => None,
        (lost, []) => Some(format!("`{id}` has lost the number {}", values(lost))),
        ([], added) => Some(format!(
            "`{id}` has the number {}, which the reference text has not",
            values(added)
        )),
        (lost, added) => Some(format!(
            "`{id}` says {} where the reference text says {}",
            values(added),
            values(lost)
        )),
    }
}

/// Reports the variants that lack a number which the reference text has in all of its own.
fn report_variants(
    context: &MessageContext<'_, '_>,
    id: &str,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) {
    let leaves = if found.has_variants() { found.clear_leaves() } else { Vec::new() };
    if leaves.is_empty() {
        return;
    }
    let language = context.locale.language;
    // A number that stands nowhere is lost, or replaced, as a whole.
    let is_there = |told: &&Told| found.values().any(|value| value == told.value);
    let always = expected.always_told().into_iter().filter(|told| !told.can_be_left_out);
    for Told { value, .. } in always.filter(is_there) {
        let words = language.spelled_numbers().get(value).map_or(&[][..], Vec::as_slice);
        for key in leaves.iter().filter_map(|leaf| found.variant_without(*leaf, value, words)) {
            let text = format!("the variant `[{key}]` of `{id}` has lost the number {value}");
            context.at(hits, key, text).help(HELP);
        }
    }
}

/// Takes out what is said in words, and what stands in the place of a number by the locale's own list.
fn excuse(
    context: &MessageContext<'_, '_>,
    difference: &mut Difference<Told>,
    expected: &Side<'_>,
    found: &Side<'_>,
) {
    if difference.is_empty() {
        return;
    }
    settle(difference, (expected, found), context.locale.tag.as_str());
    let languages = (context.locale.reference_language, context.locale.language);
    settle_conversions(difference, (expected, found), languages);
    let Difference { lost, added } = difference;
    let (language, reference_language) =
        (context.locale.language, context.locale.reference_language);
    let (reference_text, own_text) = (expected.in_small_letters(), found.in_small_letters());
    lost.retain(|told| {
        let replaced = language.replacements.get(&told.value).is_some_and(|allowed| {
            let stands = |own: &Told| allowed.contains(&own.value);
            let is_there = found.numbers.iter().any(|number| stands(&number.told));
            added.retain(|own| !stands(own));
            is_there || search::has_any(&own_text, allowed)
        });
        !replaced
            && !is_spelled(language, &told.value, &own_text)
            && !names_month(&own_text, language, &told.value)
    });
    added.retain(|told| {
        !is_spelled(reference_language, &told.value, &reference_text)
            && !names_month(&reference_text, reference_language, &told.value)
    });
}

/// Whether `text`, in small letters, says the number in words.
fn is_spelled(language: &Language, value: &str, text: &str) -> bool {
    language.spelled_numbers().get(value).is_some_and(|words| search::has_any(text, words))
}

#[cfg(test)]
mod tests;
