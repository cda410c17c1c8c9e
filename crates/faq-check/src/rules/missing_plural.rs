//! Rule `missing-plural`: a text for every plural form that a whole number can ask for.

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    plurals::plural_selects,
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
    for select in plural_selects(context.message) {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        let has = |category: &str| {
            select.keys.iter().any(|(key, _)| *key == category)
                || plurals.of_one_number.iter().any(|(it, number)| {
                    *it == category && select.keys.iter().any(|(key, _)| *key == number.to_string())
                })
        };
        let mut missing: Vec<&str> =
            plurals.reachable.iter().copied().filter(|category| !has(category)).collect();
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
}
