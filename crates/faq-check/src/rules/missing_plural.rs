//! Rule `missing-plural`: a text for every plural form that a whole number can ask for.

use faq_l10n::{Branch, Features, Origin, Outline, Value};

use crate::{
    choices::plurals::{PluralSelect, Plurals, is_number, plural_selects},
    choices::shown::variants,
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "missing-plural",
    severities: Severities::WARNING,
    doc: include_str!("missing-plural.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    only_defaults(context, hits);
    for select in context.plural_selects() {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        let has = |category: &str| select.keys.iter().any(|(key, _)| *key == category);
        let mut missing: Vec<&str> =
            plurals.reachable.iter().copied().filter(|category| !has(category)).collect();
        missing.retain(|category| {
            let mut numbers = plurals.numbers_of(category).iter();
            numbers.any(|number| can_be(context, select, plurals, *number))
        });
        // A default whose own category no whole number has stands for the forms of one category.
        if !plurals.reachable.contains(&select.default) {
            missing.retain(|category| *category != "other");
            let spare = missing
                .iter()
                .position(|category| *category == "many")
                .or(missing.len().checked_sub(1));
            spare.map(|spare| missing.remove(spare));
        }
        if missing.is_empty() {
            continue;
        }
        let list: Vec<String> = missing.iter().map(|category| format!("`[{category}]`")).collect();
        let text = format!(
            "`{}` has no variant {}, which numbers in this language need",
            context.id(),
            list.join(", ")
        );
        let help = format!(
            "add a line for each before the one with `*`, such as `[{}] …`",
            missing.first().unwrap_or(&"few")
        );
        context.at(hits, select.default, text).help(help);
    }
}

/// A choice with nothing but its default, where that of the reference has forms and this language several more than two: where it
/// has two, both are often the same after a number.
fn only_defaults(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (message, Some(reference)) = (context.message, context.reference) else { return };
    for (index, select) in message.selects().iter().enumerate() {
        let Value::Variable(variable) = select.selector else { continue };
        let mut own = variants(message, index);
        let (Some((_, Origin::Variant { key, .. })), None) = (own.next(), own.next()) else {
            continue;
        };
        let forms = &context.locale.cardinals().reachable;
        let has_forms = |it: &PluralSelect<'_>| it.variable == variable && it.keys.len() > 1;
        if forms.len() > 2 && plural_selects(reference).iter().any(has_forms) {
            let text = format!(
                "`{}` has one text for all numbers; this language has the forms {}",
                context.id(),
                forms.join(", ")
            );
            context.at(hits, key, text).help("add a line for each before the one with `*`");
        }
    }
}

/// Whether the select expression can be asked for this number: it is not told apart from the others before, and the
/// reference text is made for it.
fn can_be(
    context: &MessageContext<'_, '_>,
    select: &PluralSelect<'_>,
    plurals: &Plurals,
    number: u32,
) -> bool {
    let message = context.message;
    if select.keys.iter().any(|(key, _)| is(key, number)) {
        return false;
    }
    // Outer choices by the same variable leave only their part of the numbers.
    let branch = message.selects().get(select.index).map_or(0, |it| it.branch);
    let in_outer = message.path(branch).all(|(_, outer)| match outer.origin {
        Origin::Variant { select: outer, key, selector, default, .. }
            if selector == Some(select.variable) =>
        {
            let is_told_apart = variants(message, outer).any(
                |(_, origin)| matches!(origin, Origin::Variant { key, .. } if is(key, number)),
            );
            if is_number(key) {
                is(key, number)
            } else {
                !is_told_apart && (default || plurals.category_of(number) == Some(key))
            }
        }
        Origin::Variant { .. } | Origin::Value | Origin::Attribute(_) => true,
    });
    // A reference text that chooses by the variable and has no form for 1 is about several.
    in_outer && (number != 1 || context.reference.is_none_or(|it| !is_about_several(it, select)))
}

fn is_about_several(reference: Outline<'_, '_>, select: &PluralSelect<'_>) -> bool {
    let keys = |it: &Branch<'_>| match it.origin {
        Origin::Variant { key, selector, .. } if selector == Some(select.variable) => {
            Some(key == "one" || is(key, 1))
        }
        Origin::Variant { .. } | Origin::Value | Origin::Attribute(_) => None,
    };
    let mut for_one = reference.branches().iter().filter_map(keys).peekable();
    for_one.peek().is_some() && for_one.all(|it| !it)
}

/// Whether a key is this number.
fn is(key: &str, number: u32) -> bool {
    is_number(key) && key.parse::<f64>() == Ok(number.into())
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, variants: &str) -> String {
        let reference = "n = { $n ->\n    [one] One\n   *[other] { $n }\n }";
        report(
            "missing-plural",
            &format!(
                "--- en-US/a.ftl\n{reference}\n--- {locale}/a.ftl\nn = {{ $n ->\n{variants}\n }}\n"
            ),
        )
    }

    #[test]
    fn forms_that_no_whole_number_needs_are_not_demanded() {
        for (locale, variants) in [
            ("fr", "    [one] x\n   *[other] y"),
            ("ru", "    [one] x\n    [few] y\n   *[many] z"),
            ("ru", "    [one] x\n    [few] y\n   *[other] z"),
            ("cs", "    [one] x\n    [few] y\n   *[other] z"),
            ("ja", "   *[other] x"),
            ("en", "    [1] x\n   *[other] y"),
        ] {
            assert_eq!(found(locale, variants), "", "{locale} {variants}");
        }
    }

    #[test]
    fn forms_that_whole_numbers_need_are() {
        assert!(found("ru", "    [one] x\n   *[other] y").contains("no variant `[few]`"));
        assert!(found("pl", "    [one] x\n   *[many] y").contains("no variant `[few]`"));
        assert!(
            found("ar", "    [one] x\n   *[other] y")
                .contains("`[few]`, `[many]`, `[two]`, `[zero]`")
        );
    }

    #[test]
    fn one_text_for_all_numbers_is_not_enough_where_there_are_several_forms() {
        assert!(
            found("ru", "   *[other] x").contains("this language has the forms few, many, one")
        );
        assert_eq!(found("hu", "   *[other] x") + &found("ja", "   *[other] x"), "");
        let without = "--- en-US/a.ftl\nn = { $n ->\n   *[other] x\n }\n--- ru/a.ftl\nn = { $n ->\n   *[other] x\n }\n";
        assert_eq!(report("missing-plural", without), "");
    }

    #[test]
    fn numbers_that_are_told_apart_need_no_form() {
        assert_eq!(found("cs", "    [one] a\n    [2] b\n    [3] c\n    [4] d\n   *[other] e"), "");
        assert!(found("cs", "    [one] a\n    [2] b\n    [3] c\n   *[other] e").contains("[few]"));
        let inner = |key: &str| {
            format!("    [1] a\n   *[{key}] {{ $n ->\n        [few] b\n       *[other] c\n     }}")
        };
        assert_eq!(found("cs", &inner("other")), "");
        assert!(found("ru", &inner("other")).contains("no variant `[one]`"), "21, 31 and so on");
    }

    #[test]
    fn a_reference_text_about_several_needs_no_form_for_one() {
        let tree = |locale: &str| {
            format!(
                "--- en-US/a.ftl\nn = {{ $n ->\n   *[other] The {{ $n }} files\n }}\n--- {locale}/a.ftl\nn = {{ $n ->\n    [few] x\n   *[other] y\n }}\n"
            )
        };
        assert_eq!(report("missing-plural", &tree("ro")), "");
        assert!(report("missing-plural", &tree("ru")).contains("no variant `[one]`"));
    }

    #[test]
    fn ordinal_numbers_have_forms_of_their_own() {
        let ordinal = |locale: &str, variants: &str| {
            report(
                "missing-plural",
                &format!(
                    "--- {locale}/a.ftl\nn = {{ NUMBER($n, type: \"ordinal\") ->\n{variants}\n }}\n"
                ),
            )
        };
        assert_eq!(
            ordinal("en-US", "    [one] st\n    [two] nd\n    [few] rd\n   *[other] th"),
            ""
        );
        assert!(ordinal("en-US", "    [one] st\n   *[other] th").contains("`[few]`, `[two]`"));
    }

    #[test]
    fn only_choices_by_the_same_variable_leave_a_part_of_the_numbers() {
        let inner = "{ $n ->\n        [one] x\n       *[other] y\n     }";
        let tree = |outer: &str| {
            format!("--- ru/a.ftl\nn = {{ {outer} ->\n    [one] {inner}\n   *[other] z\n }}\n")
        };
        let of_russian = |outer: &str| {
            report("missing-plural", &format!("--- en-US/a.ftl\nm = x\n{}", tree(outer)))
        };
        assert_eq!(of_russian("$m").matches("[missing-plural]").count(), 2, "each lacks it");
        assert_eq!(
            of_russian("$n").matches("[missing-plural]").count(),
            1,
            "the outer one alone lacks it"
        );
        let few = "{ $n ->\n        [few] a\n       *[other] b\n     }";
        assert_eq!(found("cs", &format!("    [one] c\n    [few] {few}\n   *[other] d")), "");
    }

    #[test]
    fn a_form_for_one_is_demanded_unless_the_reference_chooses_without_it() {
        let few_and_other = "    [few] x\n   *[other] y";
        assert!(found("cs", few_and_other).contains("no variant `[one]`"));
        let tree = |reference: &str, locale: &str| {
            format!(
                "--- en-US/a.ftl\nn = {reference}\n--- {locale}/a.ftl\nn = {{ $n ->\n{few_and_other}\n }}\n"
            )
        };
        assert!(report("missing-plural", &tree("x", "cs")).contains("no variant `[one]`"));
        let reference =
            "{ $m ->\n    [one] a\n   *[other] b\n } { $n ->\n   *[other] The { $n } files\n }";
        assert_eq!(report("missing-plural", &tree(reference, "cs")), "");
    }

    #[test]
    fn a_number_that_is_formatted_as_a_cardinal_is_no_ordinal() {
        let tree = "--- en-US/a.ftl\nn = { NUMBER($n, type: \"cardinal\") ->\n    [one] x\n   *[other] y\n }\n";
        assert_eq!(report("missing-plural", tree), "");
    }
}
