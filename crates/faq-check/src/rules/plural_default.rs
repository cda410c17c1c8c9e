//! Rule `plural-default`: the form for everything else is the one that is used for everything else.

use faq_l10n::Features;

use crate::{
    choices::plurals::is_category,
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "plural-default",
    severities: Severities::WARNING,
    doc: include_str!("plural-default.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    for select in context.plural_selects() {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        let default = select.default;
        // Where no whole number has the form `other`, as in Russian, any form may be the default.
        if default == "other" || !plurals.reachable.contains(&"other") {
            continue;
        }
        let has_other = select.keys.iter().any(|(key, _)| *key == "other");
        // A lost `other` beside a default of another form is for `missing-plural` to report.
        if has_other {
            let text = format!(
                "the default of `{}` is `[{default}]`, though there is `[other]`",
                context.id()
            );
            let help = format!("write `[{default}]` and `*[other]`");
            context.at(hits, default, text).help(help);
        } else if !is_category(default) {
            let text = format!(
                "the default of `{}` is called `{default}`; numbers here have the form `other`",
                context.id()
            );
            context.at(hits, default, text).help("write `*[other]`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, variants: &str) -> String {
        report(
            "plural-default",
            &format!("--- {locale}/a.ftl\nn = {{ $n ->\n{variants}\n }}\n--- en-US/a.ftl\n"),
        )
    }

    #[test]
    fn another_default_beside_other_is_reported() {
        assert!(found("de", "   *[one] a\n    [other] b").contains("write `[one]` and `*[other]`"));
        assert!(found("ar", "    [other] a\n   *[many] b").contains("the default of `n`"));
    }

    #[test]
    fn a_default_with_a_name_of_its_own_is_reported() {
        assert!(found("de", "    [one] a\n   *[viele] b").contains("called `viele`"));
        assert!(found("de", "    [one] a\n   *[2] b").contains("called `2`"));
    }

    #[test]
    fn where_other_is_for_fractions_only_any_form_may_be_the_default() {
        for variants in ["    [one] a\n    [few] b\n   *[many] c", "    [other] a\n   *[many] b"] {
            assert_eq!(found("ru", variants), "", "{variants}");
        }
        assert_eq!(found("de", "    [one] a\n   *[other] b"), "");
    }
}
