//! Rule `unreachable-variant`: plural forms that the language does not have.

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    plurals::{is_category, plural_selects},
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
    for select in plural_selects(context.message) {
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
