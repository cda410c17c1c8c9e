//! Rule `broken-reference`: names that lead nowhere, or in a circle.

use std::collections::{HashMap, hash_map::Entry};

use faq_l10n::{Features, Kind, MessageRef, Origin, Reference, Target, Unsafe};

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
        && is_circular(context)
    {
        let text = format!("`{}` refers to itself, directly or through others", context.id());
        context.at_id(hits, text).help("write the text out at one of the places");
    }
}

/// The value of a message, or one of its attributes, by its branch.
type Part = (MessageRef, usize);

/// Most references that are followed from one message. What has more of them is refused for its size in any case.
const MOST: usize = 1_000;

/// Whether a way along the references of the message comes back to where it was. An attribute may well refer to another
/// attribute of the same message. Asked of few messages: those that refer to themselves as a whole.
fn is_circular(context: &MessageContext<'_, '_>) -> bool {
    let branches = context.message.branches().iter().enumerate();
    let roots = branches.filter(|(_, it)| !matches!(it.origin, Origin::Variant { .. }));
    // Whether the walk is still in a part, or has left it and found nothing.
    let mut is_open: HashMap<Part, bool> = HashMap::new();
    let mut followed = 0;
    roots.map(|(root, _)| (context.place, root)).any(|start| {
        let mut way = vec![(start, parts_in(context, start))];
        is_open.insert(start, true);
        while let Some((part, rest)) = way.last_mut() {
            let Some(next) = rest.pop() else {
                is_open.insert(*part, false);
                way.pop();
                continue;
            };
            followed += 1;
            if followed > MOST || is_open.get(&next) == Some(&true) {
                return true;
            }
            if let Entry::Vacant(entry) = is_open.entry(next) {
                entry.insert(true);
                way.push((next, parts_in(context, next)));
            }
        }
        false
    })
}

/// The parts that a part refers to.
fn parts_in(context: &MessageContext<'_, '_>, (place, root): Part) -> Vec<Part> {
    let files = context.locale.files;
    let Some((_, outline)) = files.at(place) else { return Vec::new() };
    let is_within = |branch: usize| outline.path(branch).any(|(at, _)| at == root);
    let references = outline.references().iter().filter(|it| is_within(it.branch));
    let parts = references.filter_map(|it| {
        let (place, name) = match it.target {
            Target::Message(id, name) => (files.find(Kind::Message, id)?, name),
            Target::Term(id, name) => (files.find(Kind::Term, id)?, name),
            Target::Variable(_) | Target::Function(_) => return None,
        };
        Some((place, files.at(place)?.1.root(name)?))
    });
    parts.take(MOST + 1).collect()
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
    if found.root(attribute).is_none() && is_defined_elsewhere(context, kind, id, attribute) {
        return;
    }
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

/// Whether another file defines the same id with what is asked for. A program loads one of them, such as the names of one
/// edition.
fn is_defined_elsewhere(
    context: &MessageContext<'_, '_>,
    kind: Kind,
    id: &str,
    attribute: Option<&str>,
) -> bool {
    let files = context.locale.files;
    let places = (0..files.files.len()).filter_map(|file| files.in_file(file, kind, id));
    places.filter_map(|place| files.at(place)).any(|(_, it)| it.root(attribute).is_some())
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

    #[test]
    fn an_attribute_has_to_be_there_and_so_has_a_text() {
        assert!(found("a = { b.x }\nb = y\n    .z = x\n").contains("`b` has no attribute `.x`"));
        assert_eq!(found("a = { b.x } { b }\nb = y\n    .x = z\n"), "");
        assert!(found("a = { b }\nb =\n    .x = y\n").contains("`b` has no text of its own"));
        assert_eq!(found("a = { b.x }\nb =\n    .x = y\n"), "");
    }

    #[test]
    fn a_term_is_not_taken_for_a_message_that_was_meant() {
        let said = found("a = { -brnd }\nbrand = x\n");
        assert!(!said.contains("did you mean"), "{said}");
        assert!(found("a = { -brnd }\n-brand = x\n").contains("did you mean `{ -brand }`?"));
    }

    #[test]
    fn what_only_the_reference_defines_is_missing_in_prose() {
        let tree = "--- en-US/a.ftl\na = { b }\nb = x\n--- de/a.ftl\na = { b }\n";
        assert!(report("broken-reference", tree).contains("there is no message `b` in `de`"));
    }

    fn found(text: &str) -> String {
        report("broken-reference", &format!("--- en-US/a.ftl\nz = z\n--- de/a.ftl\n{text}"))
    }

    #[test]
    fn an_attribute_may_show_another_attribute_of_its_message() {
        let label = "a =\n    .label = { $n ->\n        [one] x\n       *[other] y\n     }\n";
        assert_eq!(found(&format!("{label}    .title = {{ a.label }}\n")), "");
    }

    #[test]
    fn a_circle_is_reported_of_every_message_that_leads_into_it() {
        for text in [
            "a = { a }\n",
            "a = { b }\nb = { a }\n",
            "a =\n    .x = { a.y }\n    .y = { a.x }\n",
            "a = { b.x }\nb =\n    .x = { b.x }\n",
        ] {
            assert!(found(text).contains("`a` refers to itself"), "{text}");
        }
    }

    #[test]
    fn what_one_of_several_files_defines_is_defined() {
        let one = "-brand = Vogel\n    .gender = masculine\n";
        let tree = |other: &str| {
            format!(
                "--- en-US/a.ftl\nz = z\n--- de/a.ftl\n-brand = Vogel Beta\n--- de/b.ftl\n{other}--- de/c.ftl\na = {{ -brand.gender ->\n    [masculine] x\n   *[other] y\n }}\n"
            )
        };
        assert_ne!(report("broken-reference", &tree("b = b\n")), "");
        assert_eq!(report("broken-reference", &tree(one)), "");
    }

    #[test]
    fn what_the_reference_refers_to_in_vain_is_said_of_the_reference_alone() {
        let of_german = |english: &str, german: &str| {
            let tree = format!("--- en-US/a.ftl\na = {english}\n--- de/a.ftl\na = {german}\n");
            report("broken-reference", &tree).contains("de/a.ftl")
        };
        assert!(!of_german("{ gone }", "{ gone }"));
        assert!(!of_german("{ -gone }", "{ -gone }"));
        assert!(of_german("{ gone }", "{ other }") && of_german("{ gone }", "{ -gone }"));
        assert!(of_german("{ -gone }", "{ -other }") && of_german("{ -gone }", "{ gone }"));
    }
}
