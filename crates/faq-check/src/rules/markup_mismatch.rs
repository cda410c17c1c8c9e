//! Rule `markup-mismatch`: the elements and links of the reference, and no others.

use std::collections::BTreeMap;

use faq_l10n::{Features, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    markup::{TagKind, known_tags, link_targets},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "markup-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("markup-mismatch.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::MARKDOWN), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference.filter(|_| context.locale.catalog.is_none()) else {
        return;
    };
    let (expected, found) = (parts(reference), parts(context.message));
    let with_variants = (context.message.features() | reference.features()).any(Features::SELECT);
    let lacks = |from: &BTreeMap<String, usize>, part: &str, count: usize| match from.get(part) {
        None => true,
        Some(other) => !with_variants && *other < count,
    };
    let id = context.id();
    for (part, _) in expected.iter().filter(|(part, count)| lacks(&found, part, **count)) {
        let text = format!("`{id}` has lost {part}");
        context
            .at_id(hits, text)
            .help("put it around the words that it is around in the reference text");
    }
    for (part, _) in found.iter().filter(|(part, count)| lacks(&expected, part, **count)) {
        let text = format!("`{id}` has {part}, which the reference text has not");
        context.at_id(hits, text).help("remove it, or write it as the reference text does");
    }
}

/// How often each element and each link target stands in a message, in words.
fn parts(message: Outline<'_, '_>) -> BTreeMap<String, usize> {
    let mut parts = BTreeMap::new();
    for text in message.texts().iter().filter(|text| text.kind == TextKind::Element) {
        for tag in
            known_tags(text.raw).filter(|tag| matches!(tag.kind, TagKind::Open | TagKind::Void))
        {
            *parts.entry(format!("the element `<{}>`", named(tag.raw, tag.name))).or_default() += 1;
        }
        for target in link_targets(text.raw) {
            *parts.entry(format!("the link `({target})`")).or_default() += 1;
        }
    }
    parts
}

/// The element with the name by which a program knows it; other attributes may be translated.
fn named(raw: &str, name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match raw.split_once("data-l10n-name=\"").and_then(|(_, rest)| rest.split_once('"')) {
        Some((value, _)) => format!("{name} data-l10n-name=\"{value}\""),
        None => name,
    }
}
