//! Rule `variable-mismatch`: every variable of the reference, and no other, on every way through a message.

use faq_content::Role;
use faq_l10n::{Features, Kind, Origin, Outline, Scope, Target};

use super::did_you_mean;
use crate::{
    choices::shown::{InWords, Shown, variants},
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "variable-mismatch",
    severities: Severities::ERROR,
    doc: include_str!("variable-mismatch.md"),
    judge: Judge::Message(Features::VARIABLE.and(Features::CATALOG), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    if message.kind() == Kind::Term {
        return in_term(context, hits);
    }
    if context.catalog.is_none() && context.reference.is_some_and(|it| plainly_same(it, message)) {
        return;
    }
    let mistyped = report_unknown(context, hits);
    match (context.reference, context.catalog) {
        (Some(reference), _) => lost_of_reference(context, reference, &mistyped, hits),
        (None, Some(catalog)) if catalog.role == Role::Paragraph => {
            let Some(root) = message.root(None) else { return };
            for fact in catalog.facts.iter().filter(|fact| !mistyped.contains(&fact.as_str())) {
                report_lost(context, root, fact.as_str(), hits);
            }
        }
        (None, _) => {}
    }
}

/// A quick look: one text without variants each, which refer to the same in the same order.
fn plainly_same(reference: Outline<'_, '_>, message: Outline<'_, '_>) -> bool {
    let is_one = |it: Outline<'_, '_>| it.branches().len() == 1 && it.root(None).is_some();
    is_one(reference) && is_one(message) && reference.references() == message.references()
}

/// Inside a term only its own arguments exist; the facts of a catalog do not reach it.
fn in_term(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if context.locale.files.scope() == Scope::Locale {
        for (name, ..) in variables(context.message).filter(|(_, shown, _)| *shown) {
            if is_given(context, name) {
                continue;
            }
            let text = format!("the term `{}` cannot show `${name}`", context.id());
            context.at(hits, name, text).help("use the variable in the message, beside the term");
        }
    }
}

/// Whether some text of the locale gives the term this argument: `{ -term(name: "…") }`.
fn is_given(context: &MessageContext<'_, '_>, name: &str) -> bool {
    let term = context.message.id();
    context.locale.files.messages().any(|(_, outline)| {
        outline.calls().iter().any(|call| {
            matches!(call.callee, Target::Term(id, _) if id == term)
                && outline.arguments(call).iter().any(|it| it.name == Some(name))
        })
    })
}

/// Reports variables that do not exist. Returns those that were meant: what was mistyped is not lost as well.
fn report_unknown<'c>(context: &'c MessageContext<'_, '_>, hits: &mut Hits) -> Vec<&'c str> {
    let mut mistyped = Vec::new();
    if context.catalog.is_none() && context.reference.is_none() {
        return mistyped;
    }
    let mut unknown = variables(context.message)
        .map(|(name, ..)| name)
        .filter(|it| !is_known(context, it))
        .peekable();
    if unknown.peek().is_none() {
        return mistyped;
    }
    let facts = context.catalog.map(|it| it.facts).unwrap_or_default();
    let in_reference = context.reference.into_iter().flat_map(variables).map(|(name, ..)| name);
    let mut known: Vec<&str> =
        facts.iter().map(faq_content::Id::as_str).chain(in_reference).collect();
    known.sort_unstable();
    known.dedup();
    for name in unknown {
        let text = format!("nothing gives `{}` a variable `${name}`", context.id());
        let hit = context.at(hits, name, text);
        match (did_you_mean(name, known.iter().copied()), known.first()) {
            (Some(close), _) => {
                mistyped.push(close);
                hit.help(format!("did you mean `{{ ${close} }}`?"));
            }
            (None, Some(only)) => {
                hit.help(format!("the reference text uses `{{ ${only} }}`"));
            }
            (None, None) => {
                hit.help("the reference text has no variable here; write the text out");
            }
        }
    }
    mistyped
}

/// Whether a variable is a fact of the catalog, or one of the reference text and the messages that it refers to.
fn is_known(context: &MessageContext<'_, '_>, name: &str) -> bool {
    let facts = context.catalog.map(|it| it.facts).unwrap_or_default();
    let of_reference = Shown { files: context.locale.reference, in_words: InWords::ByName };
    facts.iter().any(|fact| fact.as_str() == name)
        || context.reference.is_some_and(|reference| of_reference.is_used(reference, name))
}

/// Reports the variables that every way through the reference text shows and some way through the translation does not.
fn lost_of_reference(
    context: &MessageContext<'_, '_>,
    reference: Outline<'_, '_>,
    mistyped: &[&str],
    hits: &mut Hits,
) {
    let in_reference = Shown { files: context.locale.reference, in_words: InWords::ByName };
    let mut seen: Vec<(usize, &str)> = Vec::new();
    for (variable, shown, branch) in variables(reference) {
        let Some((root, of_root)) = reference.path(branch).last() else { continue };
        if !shown || seen.contains(&(root, variable)) || mistyped.contains(&variable) {
            continue;
        }
        seen.push((root, variable));
        let attribute = match of_root.origin {
            Origin::Attribute(name) => Some(name),
            Origin::Value | Origin::Variant { .. } => None,
        };
        if let Some(own_root) = context.message.root(attribute)
            && in_reference.always(reference, root, variable)
        {
            report_lost(context, own_root, variable, hits);
        }
    }
}

/// Reports `variable` where some way through the branch does not show it: at the variants that lack it, if others have it.
fn report_lost(context: &MessageContext<'_, '_>, branch: usize, variable: &str, hits: &mut Hits) {
    let (message, shown) = (context.message, own(context));
    if shown.always(message, branch, variable) {
        return;
    }
    let in_some = |select: usize| {
        variants(message, select).any(|(variant, origin)| {
            shown.says_the_number(origin, variable) || shown.sometimes(message, variant, variable)
        })
    };
    let selects = message.selects().iter().enumerate();
    let mut inner = selects.filter(|(_, it)| it.branch == branch).map(|(select, _)| select);
    if let Some(select) = inner.find(|select| in_some(*select)) {
        for (variant, origin) in variants(message, select) {
            if !shown.says_the_number(origin, variable) {
                report_lost(context, variant, variable, hits);
            }
        }
        return;
    }
    let id = context.id();
    let origin = message.branches().get(branch).map(|branch| branch.origin);
    let hit = if let Some(Origin::Variant { key, .. }) = origin {
        let text = format!("the variant `[{key}]` of `{id}` does not show `${variable}`");
        context.at(hits, key, text)
    } else {
        context.at_id(hits, format!("`{id}` does not show `${variable}`"))
    };
    hit.help(format!("write `{{ ${variable} }}` where the reference text has it"));
}

/// The locale's own files. Where the variables are the facts of a catalog, ages are at stake: only variants that stand for
/// one number may say it in words.
fn own<'c, 's>(context: &'c MessageContext<'_, 's>) -> Shown<'c, 's> {
    let files = context.locale.files;
    let in_words = match files.scope() {
        Scope::Locale => InWords::Strict(context.locale.cardinals()),
        Scope::File => InWords::Usual(context.locale.cardinals()),
    };
    Shown { files, in_words }
}

/// The variables of a message: name, whether it is shown, branch.
fn variables<'s>(message: Outline<'_, 's>) -> impl Iterator<Item = (&'s str, bool, usize)> {
    message.references().iter().filter_map(|reference| match reference.target {
        Target::Variable(name) => Some((name, reference.shown, reference.branch)),
        Target::Message(..) | Target::Term(..) | Target::Function(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "variable-mismatch",
            &format!("--- en-US/faq.ftl\n{reference}\n--- ru/faq.ftl\n{translation}\n"),
        )
    }

    #[test]
    fn a_renamed_a_lost_and_a_new_variable_are_reported() {
        insta::assert_snapshot!(found("a = Call { $phone }.", "a = Звоните { $phnoe }."));
        insta::assert_snapshot!(found(
            "a = Call us.\n    .title = { $name }",
            "a = Звоните { $phone }.\n    .title = имя"
        ));
    }

    #[test]
    fn a_variable_lost_in_one_variant_is_reported_there() {
        let reference = "a = { $n ->\n    [one] One of { $all } child\n   *[other] { $n } of { $all } children\n }";
        let translation = "a = { $n ->\n    [one] Один ребёнок из { $all }\n    [few] { $n } ребёнка\n   *[many] { $all } детей\n }";
        insta::assert_snapshot!(found(reference, translation));
    }

    #[test]
    fn a_number_may_be_said_in_words_where_the_variant_stands_for_it() {
        let lost = |locale: &str, zero: &str, one: &str, few: &str| {
            let reference = "{ $n ->\n    [one] One child\n   *[other] { $n } children\n }";
            let own = format!(
                "{{ $n ->\n    [0] -\n    [zero] {zero}\n    [one] {one}\n    [few] {few}\n   *[other] {{ $n }} x\n }}"
            );
            let tree = format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {own}\n");
            report("variable-mismatch", &tree)
        };
        assert_eq!(lost("cs", "{ $n } dětí", "Jedno dítě", "{ $n } děti"), "");
        assert_eq!(lost("fr", "{ $n } enfants", "Un enfant", "{ $n } enfants"), "");
        // `one` is 1, 21, 31 there, and `zero` 0, 10, 11, 20, 30.
        for (locale, zero, one) in [
            ("ru", "{ $n }", "Один ребёнок"),
            ("lv", "{ $n }", "Viens bērns"),
            ("lv", "Nav", "{ $n }"),
        ] {
            let found = lost(locale, zero, one, "{ $n }");
            assert_eq!(found.matches("does not show `$n`").count(), 1, "{locale}: {found}");
        }
    }

    #[test]
    fn an_age_in_an_attribute_or_in_words_for_another_number_is_lost() {
        let catalog = "--- catalog.toml\nformat = 1\n[[fact]]\nid = \"age\"\ninteger = 18\nnote = \"n\"\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"e\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"p\"\nfacts = [\"age\"]\n--- en-US/faq.ftl\ne-p = Under { $age }.\n";
        for lost in [
            "--- es/faq.ftl\ne-p = Niños.\n    .nota = { $age }\n",
            "--- fil/faq.ftl\ne-p = Wala pang { $age ->\n    [one] isang\n   *[other] { $age }\n }.\n",
        ] {
            assert!(
                report("variable-mismatch", &format!("{catalog}{lost}"))
                    .contains("does not show `$age`"),
                "{lost}"
            );
        }
    }

    #[test]
    fn a_variable_that_a_message_shows_through_another_is_neither_lost_nor_unknown() {
        let reference = "count = { $n } files\na = { count } of { $all }\nb = You have { $n }.";
        assert_eq!(
            found(reference, "count = { $n } файлов\na = { $n } из { $all }\nb = У вас { count }."),
            ""
        );
        let report = found(reference, "count = много\na = { $all }\nb = У вас { count }.");
        assert!(report.contains("`b` does not show `$n`"), "{report}");
        assert_eq!(
            found("a = { $n }\nb = { $n }", "a = { b }\nb = { a }")
                .matches("does not show")
                .count(),
            2
        );
    }

    #[test]
    fn a_term_shows_what_it_is_given() {
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"e\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"p\"\n--- en-US/faq.ftl\n-of = of { $what }\n";
        let of = |text: &str| report("variable-mismatch", &format!("{catalog}e-p = {text}\n"));
        assert_eq!(of("Friends { -of(what: \"mine\") }"), "");
        assert!(of("Friends { -of }").contains("the term `-of` cannot show `$what`"));
    }

    #[test]
    fn of_two_choices_only_the_one_that_loses_the_variable_is_reported() {
        let choice = |n: &str, x: &str| {
            format!(
                "a = {{ $n ->\n    [few] {n}\n   *[other] b\n }} {{ $m ->\n    [few] {{ $x }}\n   *[other] {x}\n }}"
            )
        };
        let report = found(&choice("a", "{ $x }"), &choice("a", "c"));
        assert_eq!(report.matches("does not show").count(), 1, "{report}");
    }

    #[test]
    fn a_fact_of_the_catalog_is_asked_for_where_the_reference_has_no_text() {
        let catalog = "--- catalog.toml\nformat = 1\n[[fact]]\nid = \"age\"\ninteger = 18\nnote = \"n\"\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"e\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"p\"\nfacts = [\"age\"]\n--- en-US/faq.ftl\ntitle = x\n";
        let found =
            |text: &str| report("variable-mismatch", &format!("{catalog}--- es/faq.ftl\n{text}\n"));
        assert!(found("e-p = Menores.").contains("does not show `$age`"));
        assert_eq!(found("e-p = Menores de { $age }."), "");
        assert_eq!(found("e-question = ¿Menores?"), "");
        let mistyped = found("e-p = Menores de { $aeg }.");
        assert!(mistyped.contains("did you mean `{ $age }`?"), "{mistyped}");
        assert_eq!(mistyped.matches("[variable-mismatch]").count(), 1, "{mistyped}");
        let terms = "-t = X { $who }\ntitle = { -t(case: \"gen\") } { NUMBER($age, who: 1) }";
        assert!(found(terms).contains("the term `-t` cannot show `$who`"));
        assert!(!found("-t = X { $who }\ntitle = { -t(who: \"y\") }").contains("cannot show"));
    }
}
