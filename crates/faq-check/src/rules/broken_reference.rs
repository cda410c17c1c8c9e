//! Rule `broken-reference`: names that lead nowhere, or in a circle.

use faq_l10n::{Features, Kind, Reference, Target, Unsafe};

use super::did_you_mean;
use crate::{
    context::{MessageContext, fluent_id},
    finding::Hits,
    policy::{Profile, Severities},
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "broken-reference",
    severities: Severities::ERROR,
    doc: include_str!("broken-reference.md"),
    judge: Judge::Message(Features::REFERENCE.and(Features::FUNCTION), judge),
};

/// The functions that every Fluent runtime has. A catalog has no use for them: its facts are formatted already.
const FUNCTIONS: [&str; 2] = ["NUMBER", "DATETIME"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    for reference in context.message.references() {
        match reference.target {
            Target::Message(id, attribute) => target(context, hits, Kind::Message, id, attribute),
            Target::Term(id, attribute) => target(context, hits, Kind::Term, id, attribute),
            Target::Function(name) => function(context, hits, name),
            Target::Variable(_) => {}
        }
    }
    let refers = |it: &Reference<'_>| matches!(it.target, Target::Message(..) | Target::Term(..));
    if context.message.references().iter().any(refers)
        && context.locale.files.danger(context.place) == Some(Unsafe::Cycle)
    {
        let text = format!("`{}` refers to itself, directly or through others", context.id());
        context.at_id(hits, text).help("write the text out at one of the places");
    }
}

fn target(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    kind: Kind,
    id: &str,
    attribute: Option<&str>,
) {
    let files = context.locale.files;
    let (what, sign) = match kind {
        Kind::Message => ("message", ""),
        Kind::Term => ("term", "-"),
    };
    let mut found = files.find(kind, id).and_then(|place| files.at(place));
    if found.is_none() && context.locale.profile == Profile::Software {
        // A program asks the reference next.
        let reference = context.locale.reference;
        found = reference.find(kind, id).and_then(|place| reference.at(place));
    }
    if found.is_none() && context.is_broken_in_reference(kind, id) {
        // Said once, of the reference, and not again of every locale that keeps to it.
        return;
    }
    let Some((_, found)) = found else {
        let known = files.messages().filter(|(_, it)| it.kind() == kind).map(|(_, it)| it.id());
        let hit = context.at(
            hits,
            id,
            format!("there is no {what} `{sign}{id}` in `{}`", context.locale.locale),
        );
        match did_you_mean(id, known) {
            Some(name) => hit.help(format!("did you mean `{{ {sign}{name} }}`?")),
            None => hit.help(format!(
                "define it in this language, or write the text out: `{sign}{id} = …`"
            )),
        };
        return;
    };
    match attribute {
        Some(attribute) if found.root(Some(attribute)).is_none() => {
            let text = format!("`{}` has no attribute `.{attribute}`", fluent_id(found));
            context
                .at(hits, attribute, text)
                .help(format!("define `.{attribute} = …` there, or refer to something else"));
        }
        None if found.root(None).is_none() => {
            let text = format!("`{}` has no text of its own", fluent_id(found));
            context
                .at(hits, id, text)
                .help("refer to one of its attributes, or write the text out");
        }
        Some(_) | None => {}
    }
}

fn function(context: &MessageContext<'_, '_>, hits: &mut Hits, name: &str) {
    if context.locale.catalog.is_some() {
        let text = format!("there is no function `{name}` here");
        context
            .at(hits, name, text)
            .help("use the variable as it is: `{ $name }`; numbers are formatted already");
    } else if !FUNCTIONS.contains(&name) && !context.locale.functions.contains(name) {
        let known = FUNCTIONS.into_iter().chain(context.locale.functions.iter().copied());
        let help = match did_you_mean(name, known) {
            Some(close) => format!("did you mean `{close}`?"),
            None => {
                "Fluent has `NUMBER` and `DATETIME`, and the reference uses no other of this name"
                    .to_owned()
            }
        };
        context.at(hits, name, format!("there is no function `{name}`")).help(help);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn a_mistyped_function_is_reported_and_one_of_the_program_is_not() {
        let tree = "--- en-US/a.ftl\na = { PLATFORM($n) }\n--- de/a.ftl\na = { PLATFORM($n) }\nb = { NUMER($n) } { FOO($n) }\n";
        let report = report("broken-reference", tree);
        assert!(report.contains("did you mean `NUMBER`?"), "{report}");
        assert!(report.contains("there is no function `FOO`"), "{report}");
        assert!(!report.contains("function `PLATFORM`"), "{report}");
    }

    fn said(german: &str) -> String {
        report("broken-reference", &format!("--- en-US/a.ftl\na = x\n--- de/a.ftl\n{german}"))
    }

    #[test]
    fn an_attribute_has_to_be_there_and_so_has_a_text() {
        assert!(said("a = { b.x }\nb = y\n    .z = x\n").contains("`b` has no attribute `.x`"));
        assert_eq!(said("a = { b.x } { b }\nb = y\n    .x = z\n"), "");
        assert!(said("a = { b }\nb =\n    .x = y\n").contains("`b` has no text of its own"));
        assert_eq!(said("a = { b.x }\nb =\n    .x = y\n"), "");
    }

    #[test]
    fn a_term_is_not_taken_for_a_message_that_was_meant() {
        let found = said("a = { -brnd }\nbrand = x\n");
        assert!(!found.contains("did you mean"), "{found}");
        assert!(said("a = { -brnd }\n-brand = x\n").contains("did you mean `{ -brand }`?"));
    }

    #[test]
    fn what_only_the_reference_defines_is_missing_in_prose() {
        let tree = "--- en-US/a.ftl\na = { b }\nb = x\n--- de/a.ftl\na = { b }\n";
        assert!(report("broken-reference", tree).contains("there is no message `b` in `de`"));
    }
}
