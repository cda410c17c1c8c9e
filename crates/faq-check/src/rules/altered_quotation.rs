//! Rule `altered-quotation`: words and numbers that are quoted stay as they are.

use faq_content::Role;
use faq_l10n::{Features, Origin, Outline, TextKind};
use sha2::{Digest, Sha256};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::numbers::numbers,
};

pub(super) const RULE: Rule = Rule {
    name: "altered-quotation",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("altered-quotation.md"),
    judge: Judge::Message(Features::CATALOG, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(Role::Quotation { pinned }) = context.catalog.map(|message| message.role) else {
        return;
    };
    for reference in context.message.references() {
        let name = reference.target.name();
        let text = "a quotation is made of its own words only";
        context.at(hits, name, text).help("write out what is quoted, numbers too");
    }
    for branch in context.message.branches() {
        if let Origin::Variant { key, .. } = branch.origin {
            context
                .at(hits, key, "a quotation has no variants")
                .help("write out what is quoted, once");
        }
    }
    let words = words(context.message);
    if context.locale.is_reference() {
        let hash = base16ct::lower::encode_string(&Sha256::digest(&words));
        if hash != pinned {
            context.at_id(hits, "the quotation is not the text that was pinned").help(format!(
                "restore it; if its owner changed it, pin the new text in the catalog: `pinned = \"sha256:{hash}\"`"
            ));
        }
        return;
    }
    let Some(reference) = context.reference else { return };
    let (expected, found) = (numbers(&self::words(reference)), numbers(&words));
    if expected != found {
        let list = |numbers: &[String]| {
            if numbers.is_empty() { "none".to_owned() } else { numbers.join(", ") }
        };
        let text = format!(
            "the numbers in the quotation are {}, in the original {}",
            list(&found),
            list(&expected)
        );
        context.at_id(hits, text).help("write the same numbers in digits, in the same order");
    }
}

/// All that the message can say, lines joined as fluent-bundle joins them.
fn words(message: Outline<'_, '_>) -> String {
    let texts = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    texts.map(faq_l10n::Text::shown).collect()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    const CATALOG: &str = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"e\"\ntopic = \"t\"\nrisk = \"critical\"\n[[entry.block]]\nkind = \"quotation\"\nid = \"q\"\npinned = \"sha256:7e66a9207d8f6a3d465d51d1055883754d5f30750e21d8aa56ca33dd2c7ed470\"\n";

    #[test]
    fn a_changed_word_a_changed_age_and_a_variable_are_reported() {
        let tree = format!(
            "{CATALOG}--- en-US/faq.ftl\ne-q = “Younger than 18.”\n--- es/faq.ftl\ne-q = «Menor de 16 años.»\n--- hi/faq.ftl\ne-q = “१८ वर्ष से कम”\n--- fr/faq.ftl\ne-q = « Moins de {{ $age }} ans »\n"
        );
        insta::assert_snapshot!(report("altered-quotation", &tree));
    }

    #[test]
    fn nothing_hides_in_a_variant() {
        let tree = format!(
            "{CATALOG}--- en-US/faq.ftl\ne-q = “Younger than 18!”{{ 1 ->\n   *[other] Not boys.\n }}\n--- es/faq.ftl\ne-q = «Menor de 18»{{ \"x\" ->\n   *[other] Desde los 16.\n }}\n"
        );
        let found = report("altered-quotation", &tree);
        assert_eq!(found.matches("a quotation has no variants").count(), 2, "{found}");
    }
}
