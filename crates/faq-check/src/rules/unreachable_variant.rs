//! Rule `unreachable-variant`: plural forms that the language does not have, and keys that nobody gives.

use faq_l10n::{Branch, Features, Kind, Origin, Outline, Target};

use crate::{
    choices::plurals::{is_category, is_number},
    choices::shown::variants,
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unreachable-variant",
    severities: Severities::WARNING,
    doc: include_str!("unreachable-variant.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    unexpected_numbers(context, hits);
    translated_keys(context, hits);
    unknown_platforms(context, hits);
    unknown_kinds(context, hits);
    for select in context.plural_selects() {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        // A language that CLDR does not know has the same single form as Japanese, but only Japanese has it for sure.
        if plurals.known == ["other"]
            && (select.ordinal || !has_one_form(context.locale.tag.as_str()))
        {
            continue;
        }
        for (key, _) in &select.keys {
            // The default is reached by everything else.
            if is_category(key) && *key != select.default && !plurals.known.contains(key) {
                let text = format!(
                    "the variant `[{key}]` of `{}` is never chosen in this language",
                    context.id()
                );
                let help = format!(
                    "numbers have the forms {} here; remove this one",
                    plurals.known.join(", ")
                );
                context.at(hits, key, text).help(help);
            }
        }
    }
}

/// Whether CLDR says of the language that its nouns have one form for all numbers.
fn has_one_form(tag: &str) -> bool {
    const LANGUAGES: [&str; 20] = [
        "bo", "dz", "id", "ig", "ii", "ja", "jv", "km", "ko", "lo", "ms", "my", "sg", "su", "th",
        "to", "vi", "wo", "yue", "zh",
    ];
    LANGUAGES.contains(&tag.split('-').next().unwrap_or(tag))
}

/// Numbers below zero and parts of numbers, where the reference text chooses by the same variable and has none.
fn unexpected_numbers(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    for branch in context.message.branches() {
        let Origin::Variant { key, selector: Some(variable), default: false, .. } = branch.origin
        else {
            continue;
        };
        if is_number(key) && (key.starts_with('-') || key.contains('.')) {
            let of_reference = |it: &Branch<'_>| match it.origin {
                Origin::Variant { key, selector, .. } if selector == Some(variable) => {
                    Some(is_number(key) && (key.starts_with('-') || key.contains('.')))
                }
                Origin::Variant { .. } | Origin::Value | Origin::Attribute(_) => None,
            };
            let mut keys = reference.branches().iter().filter_map(of_reference).peekable();
            if keys.peek().is_some() && keys.all(|is_unusual| !is_unusual) {
                let text = format!(
                    "the variant `[{key}]` of `{}` is for a number that the reference text does not expect",
                    context.id()
                );
                context.at(hits, key, text).help("remove it, or write a whole number");
            }
        }
    }
}

/// Keys that are words, where the reference text chooses by the same variable and has others: the program gives the variable
/// the words of the reference text, not those of a translation.
fn translated_keys(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A term is chosen by what translations give it.
    let Some(reference) = context.reference.filter(|it| it.kind() == Kind::Message) else {
        return;
    };
    let (expected, own) = (word_keys(reference), word_keys(context.message));
    for (variable, key, is_default) in &own {
        let of_variable = || expected.iter().filter(|it| it.0 == *variable);
        let is_known = of_variable().any(|it| it.1 == *key);
        // One of the reference text's is missing, and this one stands in its place.
        let replaced = of_variable().find(|expected| own.iter().all(|own| own.1 != expected.1));
        if let Some((_, lost, _)) = replaced.filter(|_| !is_known && !is_default) {
            let text = format!(
                "the variant `[{key}]` of `{}` is never chosen; the reference text has `[{lost}]`",
                context.id()
            );
            let help = format!("keys are not translated; write `[{lost}]` if that is meant");
            context.at(hits, key, text).help(help);
        }
    }
}

/// A choice by what a term says of itself (`-brand.gender`), none of whose keys the term says.
fn unknown_kinds(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (message, files) = (context.message, context.locale.files);
    let asked = message.references().iter().filter_map(|it| match it.target {
        Target::Term(id, Some(attribute)) if !it.shown => Some((it.branch, id, attribute)),
        Target::Term(..) | Target::Message(..) | Target::Variable(_) | Target::Function(_) => None,
    });
    for (branch, id, attribute) in asked {
        let term = files.find(Kind::Term, id).and_then(|place| files.at(place));
        let said = term.and_then(|(_, term)| {
            let root = term.root(Some(attribute))?;
            let mut texts = term.texts().iter().filter(|it| it.branch == root);
            let text = texts.next().filter(|_| texts.next().is_none())?;
            Some(text.shown().into_owned())
        });
        let Some(said) = said else { continue };
        let mut selects =
            message.selects().iter().enumerate().filter(|(_, it)| it.branch == branch);
        let (Some((select, _)), None) = (selects.next(), selects.next()) else { continue };
        let keys = || {
            variants(message, select).filter_map(|(_, origin)| match origin {
                Origin::Variant { key, default, .. } => Some((key, default)),
                Origin::Value | Origin::Attribute(_) => None,
            })
        };
        // `[other]` is there for whatever a term may say.
        let is_open = keys().any(|(key, default)| key == said || (default && key == "other"));
        if let Some((key, _)) = keys().find(|(_, default)| !default).filter(|_| !is_open) {
            let text = format!(
                "the variant `[{key}]` of `{}` is never chosen; `-{id}.{attribute}` is `{said}`",
                context.id()
            );
            let help = format!("write `[{said}]`, if that is meant, or mend the term");
            context.at(hits, key, text).help(help);
        }
    }
}

/// What `PLATFORM()` says.
const PLATFORMS: [&str; 7] = ["android", "ios", "linux", "macos", "other", "web", "windows"];

/// Keys that no program's `PLATFORM()` has, such as `mac`, where the reference text has others.
fn unknown_platforms(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    let message = context.message;
    for (index, select) in message.selects().iter().enumerate() {
        let call = select.call.and_then(|call| message.calls().get(call));
        if call.is_none_or(|call| call.callee != Target::Function("PLATFORM")) {
            continue;
        }
        for branch in message.branches() {
            let Origin::Variant { key, select, default: false, .. } = branch.origin else {
                continue;
            };
            let in_reference = reference
                .branches()
                .iter()
                .any(|it| matches!(it.origin, Origin::Variant { key: other, .. } if other == key));
            if select == index && !PLATFORMS.contains(&key) && !in_reference {
                let text = format!("the variant `[{key}]` of `{}` is never chosen", context.id());
                let help =
                    "no program has this name for a platform; write it as the reference text does";
                context.at(hits, key, text).help(help);
            }
        }
    }
}

/// The variants with a word as their key: the variable, the key, whether it is the default.
fn word_keys<'s>(message: Outline<'_, 's>) -> Vec<(&'s str, &'s str, bool)> {
    let of_branch = |branch: &Branch<'s>| match branch.origin {
        Origin::Variant { key, selector: Some(variable), default, .. } => {
            (!is_category(key) && !is_number(key)).then_some((variable, key, default))
        }
        Origin::Variant { .. } | Origin::Value | Origin::Attribute(_) => None,
    };
    message.branches().iter().filter_map(of_branch).collect()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, selector: &str, variants: &str) -> String {
        report(
            "unreachable-variant",
            &format!(
                "--- en-US/a.ftl\nn = {{ $n ->\n    [one] One\n   *[other] {{ $n }}\n }}\n--- {locale}/a.ftl\nn = {{ {selector} ->\n{variants}\n }}\n"
            ),
        )
    }

    #[test]
    fn a_platform_that_no_program_knows_is_reported() {
        let found = |key: &str| {
            let tree = format!(
                "--- en-US/a.ftl\nn = {{ PLATFORM() ->\n    [macos] x\n   *[other] y\n }}\n--- es/a.ftl\nn = {{ PLATFORM() ->\n    [{key}] x\n   *[other] y\n }}\n"
            );
            report("unreachable-variant", &tree)
        };
        assert!(found("mac").contains("the variant `[mac]` of `n` is never chosen"));
        assert_eq!(found("macos"), "");
        assert_eq!(found("windows"), "");
    }

    #[test]
    fn a_choice_by_what_a_term_never_says_is_reported() {
        let found = |said: &str, default: &str| {
            let tree = format!(
                "--- en-US/a.ftl\n-app = Fox\nn = {{ -app }} is here\n--- lt/a.ftl\n-app = Fox\n    .gim = {said}\nn = {{ -app.gim ->\n    [v] Jis\n   *[{default}] Ji\n }} čia: {{ -app }}\n"
            );
            report("unreachable-variant", &tree)
        };
        let text = found("m", "f");
        assert!(text.contains("`[v]` of `n` is never chosen; `-app.gim` is `m`"), "{text}");
        assert_eq!(found("m", "other") + &found("v", "f") + &found("f", "f"), "");
    }

    #[test]
    fn forms_that_the_language_has_for_fractions_or_millions_are_not_reported() {
        assert_eq!(found("es", "$n", "    [one] a\n    [many] b\n   *[other] c"), "");
        assert_eq!(found("cs", "$n", "    [one] a\n    [few] b\n    [many] c\n   *[other] d"), "");
    }

    #[test]
    fn ordinal_numbers_have_forms_of_their_own() {
        let variants = "    [one] a\n    [two] b\n   *[other] c";
        assert!(found("de", "NUMBER($n, type: \"ordinal\")", variants).is_empty(), "de has one");
        assert!(found("fr", "NUMBER($n, type: \"ordinal\")", variants).contains("`[two]`"));
        assert_eq!(found("en-GB", "NUMBER($n, type: \"ordinal\")", variants), "");
    }

    #[test]
    fn a_key_that_was_translated_is_never_chosen() {
        let found = |variants: &str| {
            report(
                "unreachable-variant",
                &format!(
                    "--- en-US/a.ftl\nn = {{ $g ->\n    [male] He\n    [female] She\n   *[other] They\n }}\n--- fr/a.ftl\nn = {{ $g ->\n{variants}\n }}\n"
                ),
            )
        };
        let text = found("    [homme] Il\n    [female] Elle\n   *[other] Ils");
        assert!(text.contains("`[homme]`") && text.contains("has `[male]`"), "{text}");
        assert_eq!(found("    [female] Elle\n    [male] Il\n   *[autre] Ils"), "");
        assert_eq!(found("    [female] Elle\n   *[other] Ils"), "");
    }

    #[test]
    fn a_number_below_zero_or_a_part_of_one_is_not_expected() {
        assert!(found("es", "$n", "    [-1] a\n   *[other] b").contains("`[-1]`"));
        assert!(found("es", "$n", "    [1.5] a\n   *[other] b").contains("`[1.5]`"));
        assert_eq!(found("es", "$n", "    [0] a\n   *[other] b"), "");
    }

    #[test]
    fn only_of_a_language_that_is_known_can_a_form_be_one_too_many() {
        let variants = "    [one] a\n   *[other] b";
        assert!(found("ja", "$n", variants).contains("`[one]` of `n` is never chosen"));
        assert_eq!(found("tlh", "$n", variants), "");
        assert_eq!(found("es", "$n", "    [0] z\n    [one] a\n   *[other] b"), "");
    }

    #[test]
    fn a_number_is_unexpected_where_the_reference_chooses_by_the_same_variable_without_such_a_one()
    {
        let found = |reference: &str, key: &str| {
            report(
                "unreachable-variant",
                &format!(
                    "--- en-US/a.ftl\nn = {reference}\n--- es/a.ftl\nn = {{ $n ->\n    [{key}] a\n   *[other] b\n }}\n"
                ),
            )
        };
        let select = |variable: &str, key: &str| {
            format!("{{ ${variable} ->\n    [{key}] a\n   *[other] b\n }}")
        };
        assert_ne!(found(&select("n", "0"), "-1"), "");
        assert_ne!(found(&format!("{} {}", select("m", "-1"), select("n", "one")), "-1"), "");
        for (reference, key) in
            [(select("n", "-1"), "-2"), (select("n", "1.5"), "2.5"), ("x".to_owned(), "-1")]
        {
            assert_eq!(found(&reference, key), "", "{reference}");
        }
    }
}
