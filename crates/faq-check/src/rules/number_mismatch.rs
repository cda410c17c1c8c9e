//! Rule `number-mismatch`: the numbers of the reference text, and no others.

use std::collections::BTreeMap;

use faq_content::Role;
use faq_l10n::{Features, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    numbers::values,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "number-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("number-mismatch.md"),
    judge: Judge::Message(Features::DIGIT.and(Features::NUMBER).and(Features::NON_ASCII), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    // The numbers of a quotation are for `altered-quotation`, which knows that it is one.
    if matches!(context.catalog.map(|it| it.role), Some(Role::Quotation { .. })) {
        return;
    }
    let (expected, found) = (numbers(reference), numbers(context.message));
    if expected == found {
        return;
    }
    // With variants a number may stand in one language's variants and not in the other's: what counts is whether it is there.
    let with_variants = (context.message.features() | reference.features()).any(Features::SELECT);
    let lacks = |from: &BTreeMap<String, usize>, value: &str, count: usize| match from.get(value) {
        None => true,
        Some(other) => !with_variants && *other < count,
    };
    let lost: Vec<&str> = expected
        .iter()
        .filter(|(value, count)| lacks(&found, value, **count))
        .map(|(value, _)| value.as_str())
        .collect();
    let added: Vec<&str> = found
        .iter()
        .filter(|(value, count)| lacks(&expected, value, **count))
        .map(|(value, _)| value.as_str())
        .collect();
    let id = context.id();
    let text = match (lost.as_slice(), added.as_slice()) {
        ([], []) => return,
        (lost, []) => format!("`{id}` has lost the number {}", lost.join(", ")),
        ([], added) => {
            format!("`{id}` has the number {}, which the reference text has not", added.join(", "))
        }
        (lost, added) => format!(
            "`{id}` says {} where the reference text says {}",
            added.join(", "),
            lost.join(", ")
        ),
    };
    context.at_id(hits, text).help("write the same numbers as the reference text, in digits");
}

/// How often each number stands in the texts of a message.
fn numbers(message: Outline<'_, '_>) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for text in message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        for value in values(&text.shown()) {
            *numbers.entry(value).or_default() += 1;
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> bool {
        !report(
            "number-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- ar/a.ftl\na = {translation}\n"),
        )
        .is_empty()
    }

    #[test]
    fn another_way_of_writing_a_number_is_the_same_number() {
        for (reference, translation) in [
            ("1.5 litres", "1,5 x"),
            ("30 days", "٣٠ x"),
            ("1,000,000 people", "1 000 000 x"),
            ("1,234.5", "1.234,5"),
            ("5 mg and 10 mg", "10 x 5"),
            ("no number", "x"),
            ("call 911.", "911。"),
        ] {
            assert!(!found(reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_number_is_not() {
        for (reference, translation) in [
            ("5 mg", "50 x"),
            ("under 18", "16"),
            ("15 minutes", "150"),
            ("112", "1123"),
            ("2 litres", "x"),
            ("x", "2"),
            ("1.5", "15"),
            ("2 and 2", "2"),
        ] {
            assert!(found(reference, translation), "{reference} / {translation}");
        }
    }
}
