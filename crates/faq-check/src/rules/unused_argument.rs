//! Rule `unused-argument`: what a term is given and has no use for.

use faq_l10n::{Argument, Features, Kind, Origin, Outline, Reference, Select, Target, Value};

use super::did_you_mean;
use crate::{
    context::{MessageContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unused-argument",
    severities: Severities::WARNING,
    doc: include_str!("unused-argument.md"),
    judge: Judge::Message(Features::REFERENCE, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let files = context.locale.files;
    // A text that asks a term for an attribute first is made for terms of more than one kind.
    let asks = |it: &Reference<'_>| matches!(it.target, Target::Term(_, Some(_)));
    if context.message.calls().is_empty() || context.message.references().iter().any(asks) {
        return;
    }
    for call in context.message.calls() {
        let Target::Term(id, _) = call.callee else { continue };
        // A term that does not exist is for `broken-reference` to report.
        let Some((_, term)) = files.find(Kind::Term, id).and_then(|place| files.at(place)) else {
            continue;
        };
        for argument in context.message.arguments(call) {
            let Some(name) = argument.name else { continue };
            if is_given_in_reference(context, id, argument) {
                continue;
            }
            if parameters(term).any(|known| known == name) {
                judge_value(context, term, (name, argument.value), hits);
            } else {
                report_unknown(context, term, name, hits);
            }
        }
    }
}

fn report_unknown(
    context: &MessageContext<'_, '_>,
    term: Outline<'_, '_>,
    name: &str,
    hits: &mut Hits,
) {
    let id = fluent_id(term);
    let hit = context.at(hits, name, format!("the term `{id}` has no use for `{name}`"));
    match (did_you_mean(name, parameters(term)), parameters(term).next()) {
        (Some(close), _) => hit.help(format!("did you mean `{close}`?")),
        (None, Some(known)) => hit.help(format!("it chooses by `{known}`")),
        (None, None) => hit.help(format!(
            "write `{{ {id} }}`, or let the term choose: `{id} = {{ ${name} -> … }}`"
        )),
    };
}

/// A text that the term only chooses by has to be the key of one of its variants.
fn judge_value(
    context: &MessageContext<'_, '_>,
    term: Outline<'_, '_>,
    (name, value): (&str, Value<'_>),
    hits: &mut Hits,
) {
    let (Value::Text(value), false) = (value, is_shown(term, name)) else { return };
    let keys = || keys(term, name);
    if keys().next().is_none() || keys().any(|key| key == value) {
        return;
    }
    let id = fluent_id(term);
    let text = format!("the term `{id}` has no variant for `{name}: \"{value}\"`");
    // An empty text has no place of its own.
    let part = if value.is_empty() { name } else { value };
    let hit = context.at(hits, part, text);
    if let Some(close) = did_you_mean(value, keys()) {
        hit.help(format!("did you mean \"{close}\"?"));
    } else {
        let known: Vec<&str> = keys().collect();
        hit.help(format!("it has \"{}\"", known.join("\", \"")));
    }
}

/// Whether a term does more with an argument than to choose by it.
fn is_shown(term: Outline<'_, '_>, name: &str) -> bool {
    let chosen = |it: &&Select<'_>| it.selector == Value::Variable(name);
    let used = term.references().iter().filter(|it| it.target == Target::Variable(name)).count();
    used > term.selects().iter().filter(chosen).count()
}

/// The keys of the variants that a term chooses by an argument.
fn keys<'s>(term: Outline<'_, 's>, name: &str) -> impl Iterator<Item = &'s str> {
    term.branches().iter().filter_map(move |branch| match branch.origin {
        Origin::Variant { key, selector, .. } => (selector == Some(name)).then_some(key),
        Origin::Value | Origin::Attribute(_) => None,
    })
}

/// The variables that a term uses: they are its arguments.
fn parameters<'f, 's>(term: Outline<'f, 's>) -> impl Iterator<Item = &'s str> + use<'f, 's> {
    term.references().iter().filter_map(|reference| match reference.target {
        Target::Variable(name) => Some(name),
        Target::Message(..) | Target::Term(..) | Target::Function(_) => None,
    })
}

/// Whether the reference text gives the same: a language may have no use for what another one needs.
fn is_given_in_reference(
    context: &MessageContext<'_, '_>,
    term: &str,
    argument: &Argument<'_>,
) -> bool {
    context.reference.is_some_and(|reference| {
        reference.calls().iter().any(|call| {
            matches!(call.callee, Target::Term(id, _) if id == term)
                && reference.arguments(call).contains(argument)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(text: &str) -> String {
        report(
            "unused-argument",
            &format!(
                "--- en-US/a.ftl\n-brand = {{ $upper ->\n    [1] FOX\n   *[other] Fox\n }}\na = {{ -brand(upper: 1) }}\n--- cs/a.ftl\n-brand = {{ $case ->\n    [gen] Lišky\n   *[nom] Liška\n }}\n-plain = Doupě\na = {text}\n"
            ),
        )
    }

    #[test]
    fn what_the_term_chooses_by_or_the_reference_gives_is_not_reported() {
        assert_eq!(found("{ -brand(case: \"gen\") } { -brand(upper: 1) } { -nothing(x: 1) }"), "");
        let for_any = "{ -plain.gender ->\n    [f] { -plain(case: \"gen\") }\n   *[m] x\n }";
        assert_eq!(found(for_any), "");
    }

    #[test]
    fn a_mistyped_argument_and_one_too_many_are_reported() {
        assert!(found("{ -brand(cse: \"gen\") }").contains("did you mean `case`?"));
        assert!(found("{ -brand(number: 2) }").contains("it chooses by `case`"));
        assert!(found("{ -plain(case: \"gen\") }").contains("`-plain` has no use for `case`"));
    }

    #[test]
    fn a_value_that_names_no_variant_is_reported() {
        let genitive = found("{ -brand(case: \"gem\") }");
        assert!(genitive.contains("has no variant for `case: \"gem\"`"), "{genitive}");
        assert!(genitive.contains("did you mean \"gen\"?"), "{genitive}");
        assert!(found("{ -brand(case: \"\") }").contains("it has \"gen\", \"nom\""));
        // What a term shows or passes on may be anything.
        for term in ["{ $case }", "{ $case ->\n    [gen] { $case }\n   *[nom] y\n }"] {
            let tree = format!(
                "--- en-US/a.ftl\n-of = x\na = {{ -of }}\n--- cs/a.ftl\n-of = {term}\na = {{ -of(case: \"z\") }}\n"
            );
            assert_eq!(report("unused-argument", &tree), "", "{term}");
        }
    }
}
