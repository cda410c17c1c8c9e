//! Rule `variable-mismatch`: every variable of the reference, and no other, on every way through a message.

use std::collections::BTreeSet;

use faq_content::Role;
use faq_l10n::{Features, Kind, Origin, Outline, Scope, Target};

use super::did_you_mean;
use crate::{
    context::MessageContext,
    finding::Hits,
    plurals::Plurals,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "variable-mismatch",
    severities: Severities::ERROR,
    doc: include_str!("variable-mismatch.md"),
    judge: Judge::Message(Features::VARIABLE.and(Features::ANY), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    if message.kind() == Kind::Term {
        return in_term(context, hits);
    }
    let facts = context.catalog.map(|it| it.facts).unwrap_or_default();
    let in_reference = context.reference.into_iter().flat_map(variables).map(|(name, ..)| name);
    let known: BTreeSet<&str> =
        facts.iter().map(faq_content::Id::as_str).chain(in_reference).collect();
    let mistyped = if context.catalog.is_some() || context.reference.is_some() {
        report_unknown(context, &known, hits)
    } else {
        BTreeSet::new()
    };
    match (context.reference, context.catalog) {
        (Some(reference), _) => {
            for (root, branch) in reference.branches().iter().enumerate() {
                let attribute = match branch.origin {
                    Origin::Value => None,
                    Origin::Attribute(name) => Some(name),
                    Origin::Variant { .. } => continue,
                };
                if let Some(own_root) = message.root(attribute) {
                    for variable in
                        always_shown(reference, root, strict(context)).difference(&mistyped)
                    {
                        report_lost(context, own_root, variable, hits);
                    }
                }
            }
        }
        (None, Some(catalog)) if catalog.role == Role::Paragraph => {
            for fact in facts.iter().filter(|fact| !mistyped.contains(fact.as_str())) {
                if let Some(root) = message.root(None) {
                    report_lost(context, root, fact.as_str(), hits);
                }
            }
        }
        (None, _) => {}
    }
}

/// Inside a term only its own arguments exist; the facts of a catalog do not reach it.
fn in_term(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if context.locale.files.scope() == Scope::Locale {
        for (name, ..) in variables(context.message).filter(|(_, shown, _)| *shown) {
            let text = format!("the term `{}` cannot show `${name}`", context.id());
            context.at(hits, name, text).help("use the variable in the message, beside the term");
        }
    }
}

/// Reports variables that do not exist. Returns those that were meant: what was mistyped is not lost as well.
fn report_unknown<'k>(
    context: &MessageContext<'_, '_>,
    known: &BTreeSet<&'k str>,
    hits: &mut Hits,
) -> BTreeSet<&'k str> {
    let mut mistyped = BTreeSet::new();
    for (name, ..) in variables(context.message).filter(|(name, ..)| !known.contains(name)) {
        let hit = context.at(
            hits,
            name,
            format!("nothing gives `{}` a variable `${name}`", context.id()),
        );
        match (did_you_mean(name, known.iter().copied()), known.first()) {
            (Some(close), _) => {
                mistyped.insert(close);
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

/// Reports `variable` where some way through the branch `root` does not show it.
fn report_lost(context: &MessageContext<'_, '_>, root: usize, variable: &str, hits: &mut Hits) {
    let message = context.message;
    let strict = strict(context);
    if always_shown(message, root, strict).contains(variable) {
        return;
    }
    // An attribute that shows it is no help to the value.
    let shown_in: BTreeSet<usize> = variables(message)
        .filter(|(name, shown, branch)| {
            *shown && *name == variable && message.path(*branch).any(|(at, _)| at == root)
        })
        .map(|(_, _, branch)| branch)
        .collect();
    let help = format!("write `{{ ${variable} }}` where the reference text has it");
    let mut in_variant = false;
    for (index, branch) in message.branches().iter().enumerate() {
        let Origin::Variant { key, .. } = branch.origin else { continue };
        let is_leaf = !message
            .branches()
            .iter()
            .any(|it| matches!(it.origin, Origin::Variant { parent, .. } if parent == index));
        let under_root = message.path(index).any(|(at, _)| at == root);
        let excused =
            message.path(index).any(|(_, branch)| says_the_number(branch.origin, variable, strict));
        let shown = message.path(index).any(|(at, _)| shown_in.contains(&at));
        if is_leaf && under_root && !shown && !shown_in.is_empty() && !excused {
            in_variant = true;
            context
                .at(
                    hits,
                    key,
                    format!(
                        "the variant `[{key}]` of `{}` does not show `${variable}`",
                        context.id()
                    ),
                )
                .help(help.clone());
        }
    }
    if !in_variant && shown_in.is_empty() {
        context.at_id(hits, format!("`{}` does not show `${variable}`", context.id())).help(help);
    }
}

/// The variables that every way through the branch shows. Variants that stand for one number may say it in words.
fn always_shown<'s>(
    message: Outline<'_, 's>,
    branch: usize,
    strict: Option<&Plurals>,
) -> BTreeSet<&'s str> {
    let mut shown: BTreeSet<&str> = variables(message)
        .filter(|(_, shown, at)| *shown && *at == branch)
        .map(|(name, ..)| name)
        .collect();
    let mut selects: Vec<(usize, Option<BTreeSet<&str>>)> = Vec::new();
    for (index, it) in message.branches().iter().enumerate() {
        let Origin::Variant { parent, select, selector, .. } = it.origin else { continue };
        if parent != branch {
            continue;
        }
        let mut of_variant = always_shown(message, index, strict);
        of_variant.extend(selector.filter(|variable| says_the_number(it.origin, variable, strict)));
        match selects.iter_mut().find(|(known, _)| *known == select) {
            Some((_, Some(all))) => all.retain(|name| of_variant.contains(name)),
            Some((_, none)) => *none = Some(of_variant),
            None => selects.push((select, Some(of_variant))),
        }
    }
    shown.extend(selects.into_iter().filter_map(|(_, all)| all).flatten());
    shown
}

/// Whether a variant is chosen for one number, so that its text may say the number in words. `one` stands for 1 in English
/// and for 1, 21, 31 in Russian; where ages are at stake (`strict`), only what stands for one number is taken.
fn says_the_number(origin: Origin<'_>, variable: &str, strict: Option<&Plurals>) -> bool {
    match origin {
        Origin::Variant { key, selector, .. } => {
            let exact = key.starts_with(|it: char| it.is_ascii_digit() || it == '-');
            let category = match strict {
                Some(plurals) => plurals.of_one_number.iter().any(|(category, _)| *category == key),
                None => matches!(key, "zero" | "one" | "two"),
            };
            selector == Some(variable) && (exact || category)
        }
        Origin::Value | Origin::Attribute(_) => false,
    }
}

/// The plural categories of the locale, where the variables are the facts of a catalog.
fn strict<'c>(context: &'c MessageContext<'_, '_>) -> Option<&'c Plurals> {
    (context.locale.files.scope() == Scope::Locale).then(|| context.locale.cardinals())
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
        let reference = "a = { $n ->\n    [one] One child\n   *[other] { $n } children\n }";
        let translation = "a = { $n ->\n    [0] Нет детей\n    [one] Один ребёнок\n    [few] { $n } ребёнка\n   *[many] { $n } детей\n }";
        assert_eq!(found(reference, translation), "");
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
}
