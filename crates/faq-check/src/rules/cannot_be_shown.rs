//! Rule `cannot-be-shown`: what no rule objects to and no reader would see.

use std::collections::{BTreeMap, BTreeSet};

use faq_content::CatalogMessage;
use faq_l10n::{
    Features, FormatFailure, FtlFile, Kind, LocaleFiles, MessageRef, Messages, Origin, Outline,
    Sample, Scope, Target, Trial, span_of,
};

use crate::{
    context::{LocaleContext, fluent_id},
    finding::{Finding, Hits, Place, Severity},
    policy::{Profile, Severities},
    report::sanitize,
    rule::{Judge, Rule},
    samples::Parts,
};

pub(super) const RULE: Rule = Rule {
    name: "cannot-be-shown",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("cannot-be-shown.md"),
    judge: Judge::Remaining(judge),
};

fn judge(context: &LocaleContext<'_, '_>, findings: &[Finding], hits: &mut Hits) {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    if let (Some(catalog), Some(messages)) = (context.catalog, &context.messages) {
        if errors.count() == 0 {
            judge_catalog(context, catalog, messages, hits);
        }
    } else {
        let broken = errors.filter_map(|it| Some((it.path.as_str(), it.message.as_deref()?)));
        judge_plain(context, &broken.collect(), hits);
    }
}

fn judge_catalog(
    context: &LocaleContext<'_, '_>,
    catalog: &BTreeMap<String, CatalogMessage<'_>>,
    messages: &Messages,
    hits: &mut Hits,
) {
    for id in catalog.keys() {
        let (Some(place), Err(failure)) =
            (context.files.find(Kind::Message, id), messages.format(id))
        else {
            continue;
        };
        if let Some((_, outline)) = context.files.at(place) {
            report(context, hits, (place, outline.id()), id, "", &failure);
        }
    }
}

/// Messages with an error, by path and id.
type Broken<'f> = BTreeSet<(&'f str, &'f str)>;

/// What makes a message more than text: where there is nothing of it, the text is shown as it stands.
const PUT_TOGETHER: Features = Features::VARIABLE
    .and(Features::REFERENCE)
    .and(Features::FUNCTION)
    .and(Features::SELECT)
    .and(Features::LITERAL)
    .and(Features::NUMBER);

fn judge_plain(context: &LocaleContext<'_, '_>, broken: &Broken<'_>, hits: &mut Hits) {
    let files = context.files;
    let with_reference = needs_reference(context).then(|| rearranged(context, None, true));
    let trial_files = with_reference.as_ref().unwrap_or(files);
    let trial = Trial::new(context.tag, trial_files, context.functions);
    let mut hidden: BTreeMap<usize, Vec<MessageRef>> = BTreeMap::new();
    for (place, outline) in files.messages() {
        if outline.kind() != Kind::Message || !outline.features().any(PUT_TOGETHER) {
            continue;
        }
        if files.find(Kind::Message, outline.id()) == Some(place) {
            judge_message(context, (&trial, trial_files), (place, place), broken, hits);
        } else {
            hidden.entry(place.file).or_default().push(place);
        }
    }
    // A program may load these files one by one; then the messages that others hide are shown too.
    for (file, places) in hidden {
        let refers = |place: &MessageRef| {
            let outline = files.at(*place).map(|(_, outline)| outline);
            outline.is_some_and(|outline| outline.features().any(Features::REFERENCE))
        };
        let trial_files = rearranged(context, Some(file), places.iter().any(refers));
        let trial = Trial::new(context.tag, &trial_files, context.functions);
        for place in places {
            let there = MessageRef { file: 0, message: place.message };
            judge_message(context, (&trial, &trial_files), (place, there), broken, hits);
        }
    }
}

/// Whether a message uses what only the reference defines, and a program would find it there.
fn needs_reference(context: &LocaleContext<'_, '_>) -> bool {
    let only_there = |kind, id: &str| {
        context.files.find(kind, id).is_none() && context.reference.find(kind, id).is_some()
    };
    context.profile == Profile::Software
        && context.files.messages().any(|(_, outline)| {
            outline.features().any(Features::REFERENCE)
                && outline.references().iter().any(|it| match it.target {
                    Target::Message(id, _) => only_there(Kind::Message, id),
                    Target::Term(id, _) => only_there(Kind::Term, id),
                    Target::Variable(_) | Target::Function(_) => false,
                })
        })
}

/// The file of the locale at `first`; if `others` are wanted, all others after it, and then those of the reference if a program
/// would ask it.
fn rearranged<'s>(
    context: &LocaleContext<'_, 's>,
    first: Option<usize>,
    others: bool,
) -> LocaleFiles<'s> {
    let own = &context.files.files;
    let asked = others && context.profile == Profile::Software && !context.is_reference();
    let first = first.and_then(|index| own.get(index));
    let others = own.iter().filter(|it| others && first.is_none_or(|first| first.path != it.path));
    let reference = context.reference.files.iter().filter(|_| asked);
    let read = |file: &FtlFile<'s>| FtlFile::parse(file.path, file.name, file.source);
    let files = first.into_iter().chain(others).chain(reference).map(read).collect();
    LocaleFiles::of_files(files, Scope::File)
}

/// Puts the value and the attributes of one message together, which is at `place` in the locale and at `there` in the files
/// that the trial has.
fn judge_message<'s>(
    context: &LocaleContext<'_, 's>,
    (trial, files): (&Trial<'_, 's>, &LocaleFiles<'s>),
    (place, there): (MessageRef, MessageRef),
    broken: &Broken<'_>,
    hits: &mut Hits,
) {
    let Some((_, outline)) = files.at(there) else { return };
    // Duplicates, and what is too large or refers to itself, are for other rules to report.
    if files.find(Kind::Message, outline.id()) != Some(there)
        || files.expansion(there).danger().is_some()
    {
        return;
    }
    for (root, branch) in outline.branches().iter().enumerate() {
        let (attribute, part) = match branch.origin {
            Origin::Value => (None, outline.id()),
            Origin::Attribute(name) => (Some(name), name),
            Origin::Variant { .. } => continue,
        };
        let parts = Parts::of(context, files, there, root);
        if parts.places().any(|place| is_known(context, files, place, broken)) {
            continue;
        }
        let failed = parts.combinations().find_map(|samples| {
            let failure = trial.format(there, attribute, &samples).err()?;
            Some((failure, samples))
        });
        match failed {
            // `empty-text` says it.
            Some((FormatFailure::Missing, _)) if is_empty(outline) => {}
            Some((failure, samples)) => {
                let name = match attribute {
                    Some(attribute) => format!("{}.{attribute}", outline.id()),
                    None => outline.id().to_owned(),
                };
                let condition = condition(&parts, &samples);
                report(context, hits, (place, part), &name, &condition, &failure);
            }
            None => {}
        }
    }
}

/// Whether there is an error in a message already, or in the reference's, of which it is said once.
fn is_known(
    context: &LocaleContext<'_, '_>,
    files: &LocaleFiles<'_>,
    place: MessageRef,
    broken: &Broken<'_>,
) -> bool {
    let Some((file, outline)) = files.at(place) else { return false };
    let has_error = || broken.contains(&(sanitize(file.path).as_str(), &fluent_id(outline)));
    (!broken.is_empty() && has_error()) || {
        let reference = context.reference;
        let same = reference.same(file.name, outline.kind(), outline.id());
        let same = same.filter(|_| !context.is_reference()).and_then(|it| reference.at(it));
        same.is_some_and(|(_, outline)| leads_nowhere(reference, outline))
    }
}

/// Whether a message refers to something that is not there.
fn leads_nowhere(files: &LocaleFiles<'_>, outline: Outline<'_, '_>) -> bool {
    outline.features().any(Features::REFERENCE)
        && outline.references().iter().any(|it| match it.target {
            Target::Message(id, _) => files.find(Kind::Message, id).is_none(),
            Target::Term(id, _) => files.find(Kind::Term, id).is_none(),
            Target::Variable(_) | Target::Function(_) => false,
        })
}

fn is_empty(outline: Outline<'_, '_>) -> bool {
    outline.features().any(Features::EMPTY)
}

/// The samples that matter, as they are read in a sentence.
fn condition(parts: &Parts<'_>, samples: &[(Target<'_>, Sample<'_>)]) -> String {
    let mut condition = String::new();
    for (target, sample) in samples.iter().filter(|(target, _)| parts.varies(*target)) {
        let name = match target {
            Target::Variable(name) => format!("${name}"),
            Target::Function(name) => format!("{name}()"),
            Target::Message(..) | Target::Term(..) => continue,
        };
        let value = match sample {
            Sample::Number(number) => number.to_string(),
            Sample::Text(text) => format!("\"{text}\""),
        };
        let before = if condition.is_empty() { " where" } else { " and" };
        condition.push_str(&format!("{before} `{name}` is {value}"));
    }
    condition
}

/// Reports the part of a message at `place` that is called `name`.
fn report(
    context: &LocaleContext<'_, '_>,
    hits: &mut Hits,
    (place, part): (MessageRef, &str),
    name: &str,
    condition: &str,
    failure: &FormatFailure,
) {
    let Some((file, outline)) = context.files.at(place) else { return };
    let why = match failure {
        FormatFailure::Missing => "nothing is left of it when it is put together",
        FormatFailure::Unsafe(_) => "it is too large",
        FormatFailure::Broken(reason) => reason,
    };
    let span = span_of(file.source, part).unwrap_or(0..0);
    hits.add(Place::Span(place.file, span), format!("`{name}` cannot be shown{condition}: {why}"))
        .help("write the text out, as the reference does")
        .message(outline.id());
}

#[cfg(test)]
mod tests {
    use crate::{CheckInput, Example, Policy, Profile, check, example::report, rule};

    fn found(tree: &str, policy: &Policy) -> Vec<String> {
        let example = Example::parse(tree).expect("a well-formed example");
        let Example { tree, registry, catalog } = &example;
        let checked = check(CheckInput { tree, registry, catalog: catalog.as_ref(), policy });
        let shown = checked.findings.into_iter().filter(|it| it.rule == "cannot-be-shown");
        shown.map(|it| format!("{}: {}", it.path, it.text)).collect()
    }

    /// As `found`, with the rules off that would say the same.
    fn found_alone(tree: &str) -> Vec<String> {
        let off = "[[rule]]\nname = \"broken-reference\"\nseverity = \"off\"\n";
        let off =
            format!("format = 1\n{off}{}", off.replace("broken-reference", "variable-mismatch"));
        found(tree, &Policy::parse("policy.toml", &off, Profile::Prose).expect("a policy"))
    }

    #[test]
    fn a_variable_left_in_a_term_is_reported_where_readers_would_see_it() {
        let tree = "--- en-US/faq.ftl\n-group = { name }\nname = group\ntitle = The { -group }\n--- es/faq.ftl\n-group = { name }\nname = grupo { $case }\ntitle = El { -group(number: 1) }\n";
        assert_eq!(
            found_alone(tree),
            ["es/faq.ftl: `title` cannot be shown: `$case` is left as it is"]
        );
    }

    #[test]
    fn a_reference_that_is_broken_in_one_plural_only_is_reported_with_the_number() {
        let tree = "--- en-US/faq.ftl\nx = { $n ->\n    [one] a\n   *[other] b\n }\n--- pl/faq.ftl\nx = { $n ->\n    [one] a\n    [few] { gone }\n   *[many] b\n }\n";
        assert_eq!(
            found_alone(tree),
            ["pl/faq.ftl: `x` cannot be shown where `$n` is 2: there is no message `gone`"]
        );
        // Another rule reports it as an error already.
        assert_eq!(report("cannot-be-shown", tree), "");
    }

    #[test]
    fn attributes_exact_numbers_words_and_functions_are_reached() {
        let tree = "--- en-US/faq.ftl\nx = x\n    .a = { $n ->\n    [7] { gone }\n   *[other] b\n }\n    .b = { $sex ->\n    [male] { gone }\n   *[other] b\n }\n    .c = { OS() ->\n    [mac] { gone }\n   *[other] b\n }\n    .d = { NUMBER($n, type: \"ordinal\") ->\n    [few] { gone }\n   *[other] { NUMBER($n) }\n }\n";
        assert_eq!(
            found_alone(tree),
            [
                "en-US/faq.ftl: `x.a` cannot be shown where `$n` is 7: there is no message `gone`",
                "en-US/faq.ftl: `x.b` cannot be shown where `$sex` is \"male\": there is no message `gone`",
                "en-US/faq.ftl: `x.c` cannot be shown where `OS()` is \"mac\": there is no message `gone`",
                "en-US/faq.ftl: `x.d` cannot be shown where `$n` is 3: there is no message `gone`",
            ]
        );
    }

    #[test]
    fn one_broken_message_does_not_hide_another() {
        let tree = "--- en-US/faq.ftl\na = A\nb = B\nc = C\n--- es/faq.ftl\na = { gone }\nb = { NUMBER(\"x\") }\nc = { a }\nd = { d }\n";
        let shown = report("cannot-be-shown", tree);
        assert!(shown.contains("`b` cannot be shown: `NUMBER()` is left as it is"), "{shown}");
        // What uses a message with an error, or goes in a circle, is not reported a second time.
        assert_eq!(shown.matches("cannot be shown").count(), 1, "{shown}");
    }

    #[test]
    fn what_is_broken_in_the_reference_is_not_said_again_of_each_locale() {
        let tree = "--- en-US/faq.ftl\nx = { gone }\n--- es/faq.ftl\nx = { gone }\n";
        assert_eq!(
            found_alone(tree),
            ["en-US/faq.ftl: `x` cannot be shown: there is no message `gone`"]
        );
    }

    #[test]
    fn dates_texts_and_numbers_can_be_shown() {
        let tree = "--- en-US/faq.ftl\nx = { DATETIME($day) } { $name } { NUMBER($n, minimumFractionDigits: 999999999999999) } { $n ->\n    [one] a\n   *[other] b\n }\n-t = { $case ->\n    [gen] a\n   *[nom] b\n }\ny = { -t(case: \"gen\") } { -t }\n";
        assert_eq!(report("cannot-be-shown", tree), "");
    }

    #[test]
    fn in_software_it_is_off_unless_asked_for_and_the_reference_may_help() {
        let tree = "--- en-US/a.ftl\n-brand = Fox\nx = About { -brand }\n--- en-US/b.ftl\nx = Hidden\n--- es/a.ftl\nx = Sobre { -brand }\n--- es/b.ftl\nx = Oculto { NUMBER(\"x\") }\n";
        let software = Policy::of(Profile::Software);
        assert_eq!(found(tree, &software), [""; 0]);
        let rendered = software.with(rule("cannot-be-shown").expect("the rule"));
        assert_eq!(
            found(tree, &rendered),
            ["es/b.ftl: `x` cannot be shown: `NUMBER()` is left as it is"]
        );
    }
}
