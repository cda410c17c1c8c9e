//! Rule `cannot-be-shown`: what no rule objects to and no reader would see.

use std::collections::BTreeMap;

use faq_content::CatalogMessage;
use faq_l10n::{FormatFailure, Kind, Messages, span_of};

use crate::{
    choices::rendering::{Failed, failed},
    context::LocaleContext,
    finding::{Finding, Hits, Place, Severity},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "cannot-be-shown",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("cannot-be-shown.md"),
    judge: Judge::Remaining(judge),
};

fn judge(context: &LocaleContext<'_, '_>, findings: &[&Finding], hits: &mut Hits) {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    if let (Some(catalog), Some(messages)) = (context.catalog, &context.messages) {
        if errors.count() == 0 {
            judge_catalog(context, catalog, messages, hits);
        }
    } else {
        let broken = errors.filter_map(|it| Some((&*it.path, it.message.as_deref()?)));
        for failed in failed(context, &broken.collect()) {
            report(context, hits, &failed);
        }
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
            let (part, name) = (outline.id(), id.clone());
            report(context, hits, &Failed { place, part, name, condition: String::new(), failure });
        }
    }
}

fn report(context: &LocaleContext<'_, '_>, hits: &mut Hits, failed: &Failed<'_>) {
    let Failed { place, part, name, condition, failure } = failed;
    let Some((file, outline)) = context.files.at(*place) else { return };
    let why = match failure {
        FormatFailure::Missing => "nothing is left of it when it is put together",
        FormatFailure::Unsafe(_) => "it is too large",
        FormatFailure::Broken(reason) => reason,
    };
    let span = span_of(file.source, part).unwrap_or(0..0);
    hits.add(
        Place::Span(place.file(), span),
        format!("`{name}` cannot be shown{condition}: {why}"),
    )
    .help("write the text out, as the reference does")
    .message(outline.id());
}

#[cfg(test)]
mod tests {
    use crate::{CheckInput, Example, Policy, Profile, check, example::report, rule};

    fn found(tree: &str, policy: &Policy) -> Vec<String> {
        let example = Example::parse(tree).expect("a well-formed example");
        let Example { tree, registry, catalog, .. } = &example;
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
        let tree = "--- en-US/faq.ftl\na = A\nb = B\nc = C\ne = E\n--- es/faq.ftl\na = { gone }\nb = { -t }\nc = { a }\nd = { d }\ne = { -t(x: \"E\") }\n-t = T { $x }\n";
        let shown = report("cannot-be-shown", tree);
        assert!(shown.contains("`b` cannot be shown: `$x` is left as it is"), "{shown}");
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
        let tree = "--- en-US/a.ftl\n-brand = Fox\nx = About { -brand }\n--- en-US/b.ftl\nx = Hidden\ny = Y\n--- es/a.ftl\nx = Sobre { -brand }\n--- es/b.ftl\nx = Oculto { -t }\ny = { -t(x: \"Y\") }\n-t = T { $x }\n";
        let software = Policy::of(Profile::Software);
        assert_eq!(found(tree, &software), [""; 0]);
        let rendered = software.with(rule("cannot-be-shown").expect("the rule"));
        assert_eq!(
            found(tree, &rendered),
            ["es/b.ftl: `x` cannot be shown: `$x` is left as it is"]
        );
    }
}
