//! Rule `identical-variants`: choices that choose nothing.

use faq_l10n::{Features, Kind, Origin, Outline, Select, Value};

use crate::{
    choices::plurals::is_category,
    choices::shown::variants,
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "identical-variants",
    severities: Severities::WARNING,
    doc: include_str!("identical-variants.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    for (index, select) in message.selects().iter().enumerate() {
        let Some((_, Origin::Variant { key, .. })) = variants(message, index).next() else {
            continue;
        };
        if is_constant(message, select) {
            let text = format!("`{}` chooses by something that never changes", context.id());
            context.at(hits, key, text).help("write the text that is always chosen, and no choice");
        } else if message.kind() == Kind::Message
            && says_the_same(message, index)
            && is_made_of_words(message, index)
        {
            let Some(reference) = context.reference else { continue };
            let same = |it: &(usize, &Select<'_>)| it.1.selector == select.selector;
            let in_reference = reference.selects().iter().enumerate().find(same);
            if in_reference.is_some_and(|(index, _)| !says_the_same(reference, index)) {
                let text = format!(
                    "all variants of `{}` say the same; those of the reference text differ",
                    context.id()
                );
                let help = "translate each variant; if this language makes no difference, write the text once, without the choice";
                context.at(hits, key, text).help(help);
            }
        }
    }
}

/// Whether there is more than one variant, and all say the same.
fn says_the_same(message: Outline<'_, '_>, select: usize) -> bool {
    let mut variants = variants(message, select).map(|(variant, _)| variant);
    let Some(first) = variants.next() else { return false };
    let mut others = variants.peekable();
    others.peek().is_some() && others.all(|it| is_same(message, first, it))
}

/// Whether a choice is made between words of the program (`[saved]`, `[deleted]`). Forms for numbers coincide in many
/// languages, and so do names on different devices.
fn is_made_of_words(message: Outline<'_, '_>, select: usize) -> bool {
    let is_word = |key: &str| !is_category(key) && key.starts_with(|it: char| it.is_alphabetic());
    message.selects().get(select).is_some_and(|it| matches!(it.selector, Value::Variable(_)))
        && variants(message, select).all(|(_, origin)| match origin {
            Origin::Variant { key, default, .. } => default || is_word(key),
            Origin::Value | Origin::Attribute(_) => false,
        })
}

/// Whether a choice is made by a text or number that stands in the message.
fn is_constant(message: Outline<'_, '_>, select: &Select<'_>) -> bool {
    let is_literal = |value: Value<'_>| matches!(value, Value::Text(_) | Value::Number(_));
    let given = select.call.and_then(|call| message.arguments(message.calls().get(call)?).first());
    is_literal(select.selector) || given.is_some_and(|it| it.name.is_none() && is_literal(it.value))
}

/// Whether two variants say the same, word for word. Those with choices or functions in them are not compared.
fn is_same(message: Outline<'_, '_>, one: usize, other: usize) -> bool {
    let is_plain = |branch: usize| {
        message.selects().iter().all(|it| it.branch != branch)
            && message.calls().iter().all(|it| it.branch != branch)
    };
    let texts = |branch: usize| message.texts().iter().filter(move |it| it.branch == branch);
    let references =
        |branch: usize| message.references().iter().filter(move |it| it.branch == branch);
    is_plain(one)
        && is_plain(other)
        && texts(one).map(|it| (it.kind, it.raw)).eq(texts(other).map(|it| (it.kind, it.raw)))
        && references(one).map(|it| it.target).eq(references(other).map(|it| it.target))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(text: &str) -> String {
        let reference = "{ $what ->\n    [draft] Draft { $n } saved\n   *[other] Page { $n } saved\n } { $n ->\n    [one] x\n   *[other] y\n }";
        report(
            "identical-variants",
            &format!("--- en-US/a.ftl\na = {reference}\n--- hu/a.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn a_choice_between_equal_texts_is_reported_where_those_of_the_reference_differ() {
        let choice = |other: &str| {
            found(&format!("{{ $what ->\n    [draft] Mentve: {{ $n }}\n   *[other] {other}\n }}"))
        };
        assert!(choice("Mentve: { $n }").contains("all variants of `a` say the same"));
        assert_eq!(choice("Mentve: { $n }."), "");
        assert_eq!(choice("{ $n } Mentve:"), "");
    }

    #[test]
    fn forms_of_a_term_may_coincide() {
        let tree = "--- en-US/a.ftl\n-a = { $case ->\n    [upper] Account\n   *[lower] account\n }\n--- de/a.ftl\n-a = { $case ->\n    [upper] Konto\n   *[lower] Konto\n }\n";
        assert_eq!(report("identical-variants", tree), "");
    }

    #[test]
    fn forms_for_numbers_may_coincide() {
        assert_eq!(found("{ $n ->\n    [one] x\n   *[other] x\n }"), "");
    }

    #[test]
    fn a_choice_by_something_that_never_changes_is_reported() {
        for selector in ["5", "\"draft\"", "NUMBER(1)"] {
            let report = found(&format!("{{ {selector} ->\n    [one] x\n   *[other] y\n }}"));
            assert!(report.contains("never changes"), "{selector}: {report}");
        }
        assert_eq!(found("{ PLATFORM() ->\n    [macos] x\n   *[other] x\n }"), "");
    }

    #[test]
    fn what_is_given_to_a_function_decides_whether_it_ever_changes() {
        let choice =
            |selector: &str| found(&format!("{{ {selector} ->\n    [one] x\n   *[other] y\n }}"));
        assert_eq!(choice("NUMBER($n, minimumFractionDigits: 1)"), "");
        assert_eq!(choice("FOO(x: 1)"), "");
    }

    #[test]
    fn variants_with_functions_in_them_are_not_compared_and_functions_beside_them_are_no_matter() {
        let choice = |before: &str, one: &str, other: &str| {
            found(&format!("{before}{{ $what ->\n    [draft] {one}\n   *[other] {other}\n }}"))
        };
        assert_eq!(choice("", "x { NUMBER($n) }", "x { NUMBER($n) }"), "");
        assert!(choice("{ NUMBER($n) } ", "x", "x").contains("say the same"));
        assert_eq!(choice("", "x { $n }", "x { $m }"), "");
        assert_eq!(choice("", "x { \"y\" }", "x { \"z\" }"), "");
    }
}
