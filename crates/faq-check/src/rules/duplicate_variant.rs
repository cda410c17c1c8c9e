//! Rule `duplicate-variant`: a variant that another one always comes before.

use faq_l10n::{Features, Origin};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-variant",
    severities: Severities::WARNING,
    doc: include_str!("duplicate-variant.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let branches = context.message.branches();
    for (index, branch) in branches.iter().enumerate() {
        let Origin::Variant { select, key, .. } = branch.origin else { continue };
        let is_same = |earlier: &Origin<'_>| match *earlier {
            Origin::Variant { select: other, key: same, .. } => {
                other == select && is_same_key(same, key)
            }
            Origin::Value | Origin::Attribute(_) => false,
        };
        if branches.iter().take(index).any(|earlier| is_same(&earlier.origin)) {
            let text = format!("`{}` has the variant `[{key}]` twice", context.id());
            context.at(hits, key, text).help("remove one of the two");
        }
    }
    for select in context.plural_selects() {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        for (position, (key, _)) in select.keys.iter().enumerate() {
            let earlier = |wanted: &str| {
                select.keys.iter().take(position).any(|(earlier, _)| *earlier == wanted)
            };
            let of_one = plurals.of_one_number.iter().find(|(category, _)| category == key);
            if let Some(exact) = of_one.map(|(_, number)| number.to_string())
                && earlier(&exact)
            {
                let help = format!(
                    "in this language `{key}` stands for {exact} alone; remove one of the two"
                );
                never_chosen(context, key, &exact, &help, hits);
            }
            let category = key.parse().ok().and_then(|number| plurals.category_of(number));
            if let Some(category) = category.filter(|category| earlier(category)) {
                let help = format!(
                    "in this language `{category}` stands for {key} too; put `[{key}]` first"
                );
                never_chosen(context, key, category, &help, hits);
            }
        }
    }
}

fn never_chosen(
    context: &MessageContext<'_, '_>,
    key: &str,
    earlier: &str,
    help: &str,
    hits: &mut Hits,
) {
    let id = context.id();
    let text =
        format!("the variant `[{key}]` of `{id}` is never chosen: `[{earlier}]` comes before it");
    context.at(hits, key, text).help(help.to_owned());
}

/// `1`, `1.0` and `01` are the same key.
fn is_same_key(key: &str, other: &str) -> bool {
    let number = |key: &str| key.parse::<f64>().ok();
    let is_word = key.starts_with(|it: char| it.is_ascii_alphabetic());
    key == other || (!is_word && number(key).is_some() && number(key) == number(other))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, variants: &str) -> String {
        report(
            "duplicate-variant",
            &format!("--- {locale}/a.ftl\nn = {{ $n ->\n{variants}\n }}\n--- en-US/a.ftl\n"),
        )
    }

    #[test]
    fn a_number_and_the_form_for_it_alone_are_the_same_variant() {
        assert!(
            found("es", "    [1] a\n    [one] b\n   *[other] c")
                .contains("`[one]` of `n` is never")
        );
        assert_eq!(found("ru", "    [1] a\n    [one] b\n    [few] c\n   *[many] d"), "");
    }

    #[test]
    fn a_number_after_the_form_for_it_is_never_chosen() {
        let report = found("ru", "    [one] a\n    [1] b\n   *[many] d");
        assert!(report.contains("`[1]` of `n` is never chosen"), "{report}");
        assert!(report.contains("put `[1]` first"), "{report}");
        assert_eq!(found("ru", "    [one] a\n    [5] b\n   *[many] d"), "");
    }

    #[test]
    fn numbers_are_the_same_key_by_their_value_and_words_by_their_letters() {
        use super::is_same_key;
        assert!(is_same_key("1", "1.0") && is_same_key("one", "one"));
        assert!(
            !is_same_key("inf", "infinity") && !is_same_key("one", "two") && !is_same_key("1", "2")
        );
    }
}
