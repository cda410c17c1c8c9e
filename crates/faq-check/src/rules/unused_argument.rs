//! Rule `unused-argument`: what a term is given and has no use for.

use faq_l10n::{Features, Kind, Outline, Reference, Target};

use super::did_you_mean;
use crate::{
    context::{MessageContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unused-argument",
    severities: Severities::WARNING_IN_PROSE,
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
        for name in context.message.arguments(call).iter().filter_map(|it| it.name) {
            if parameters(term).any(|known| known == name)
                || is_given_in_reference(context, id, name)
            {
                continue;
            }
            let text = format!("the term `{}` has no use for `{name}`", fluent_id(term));
            let hit = context.at(hits, name, text);
            match (did_you_mean(name, parameters(term)), parameters(term).next()) {
                (Some(close), _) => hit.help(format!("did you mean `{close}`?")),
                (None, Some(known)) => hit.help(format!("it chooses by `{known}`")),
                (None, None) => hit.help(format!(
                    "write `{{ -{id} }}`, or let the term choose: `-{id} = {{ ${name} -> … }}`"
                )),
            };
        }
    }
}

/// The variables that a term uses: they are its arguments.
fn parameters<'f, 's>(term: Outline<'f, 's>) -> impl Iterator<Item = &'s str> + use<'f, 's> {
    term.references().iter().filter_map(|reference| match reference.target {
        Target::Variable(name) => Some(name),
        Target::Message(..) | Target::Term(..) | Target::Function(_) => None,
    })
}

/// Whether the reference text gives the same: a language may have no use for what another one needs.
fn is_given_in_reference(context: &MessageContext<'_, '_>, term: &str, name: &str) -> bool {
    context.reference.is_some_and(|reference| {
        reference.calls().iter().any(|call| {
            matches!(call.callee, Target::Term(id, _) if id == term)
                && reference.arguments(call).iter().any(|it| it.name == Some(name))
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
}
