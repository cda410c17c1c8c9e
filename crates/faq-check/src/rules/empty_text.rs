//! Rule `empty-text`: messages that say nothing.

use faq_l10n::{Features, Kind, Origin};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "empty-text",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("empty-text.md"),
    judge: Judge::Message(Features::EMPTY.and(Features::ATTRIBUTE), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    if context.catalog.is_some() && message.root(None).is_none() {
        context
            .at_id(hits, format!("`{}` has no text, only attributes", message.id()))
            .help("write the text after the `=`");
    }
    for branch in message.branches().iter().filter(|branch| branch.empty) {
        let id = context.id();
        let help = "translate the reference text";
        match branch.origin {
            Origin::Value => context.at_id(hits, format!("`{id}` is empty")).help(help),
            Origin::Attribute(name) if is_key(context, name) => continue,
            Origin::Attribute(name) => {
                context.at(hits, name, format!("`{id}.{name}` is empty")).help(help)
            }
            // What the reference leaves empty in some variant may be empty in any.
            Origin::Variant { .. }
                if context.reference.is_some_and(|it| it.features().any(Features::EMPTY)) =>
            {
                continue;
            }
            // Part of a word may vanish in some grammatical form.
            Origin::Variant { .. } if message.kind() == Kind::Term => continue,
            Origin::Variant { key, .. } => context
                .at(hits, key, format!("the variant `[{key}]` of `{id}` is empty"))
                .help(help),
        };
    }
}

/// Whether the reference's attribute is a single character, as that of a key. A language may do without.
fn is_key(context: &MessageContext<'_, '_>, attribute: &str) -> bool {
    let Some(reference) = context.reference else { return false };
    let root = reference.root(Some(attribute));
    let mut texts = reference.texts().iter().filter(|text| Some(text.branch) == root);
    texts.next().is_some_and(|text| text.raw.chars().nth(1).is_none()) && texts.next().is_none()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn said(english: &str, german: &str) -> String {
        report("empty-text", &format!("--- en-US/a.ftl\n{english}--- de/a.ftl\n{german}"))
    }

    const CHOICE: &str = "a = { $n ->\n    [one] { \"\" }\n   *[other] x\n }\n";

    #[test]
    fn a_message_of_attributes_is_whole_where_no_catalog_asks_for_a_text() {
        assert_eq!(said("a =\n    .x = y\n", "a =\n    .x = z\n"), "");
    }

    #[test]
    fn an_empty_variant_is_reported_unless_the_reference_has_one() {
        assert!(said("a = x\n", CHOICE).contains("the variant `[one]` of `a` is empty"));
        assert!(!said(CHOICE, CHOICE).contains("--> de/a.ftl"));
    }

    #[test]
    fn a_part_of_a_word_may_vanish() {
        assert_eq!(said("-a = x\n", &format!("-{CHOICE}")), "");
    }

    #[test]
    fn a_key_that_a_language_does_without_is_not_reported() {
        let tree = "--- en-US/a.ftl\na = Save\n    .accesskey = S\n    .title = Save it\n--- de/a.ftl\na = Sichern\n    .accesskey = { \"\" }\n    .title = { \"\" }\n";
        let found = report("empty-text", tree);
        assert!(found.contains("`a.title`") && !found.contains("`a.accesskey`"), "{found}");
    }
}
