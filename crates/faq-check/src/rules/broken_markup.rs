//! Rule `broken-markup`: every tag that is opened is closed.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    markup::{TagKind, known_tags, unbalanced},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "broken-markup",
    severities: Severities::ERROR,
    doc: include_str!("broken-markup.md"),
    judge: Judge::Message(Features::MARKUP, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A catalog's texts have no markup at all, which is for `markup-in-text` to say.
    if context.locale.catalog.is_some() || !context.message.features().any(Features::MARKUP) {
        return;
    }
    // Where the reference's own tags do not balance, they are no tags: `Usage: cat <file>`.
    if context.reference.is_none_or(|reference| broken(reference).is_some()) {
        return;
    }
    if let Some((raw, text)) = broken(context.message) {
        context
            .at(hits, raw, text)
            .help("give every tag its end, in the order in which they were opened");
    }
}

/// The first tag of a branch that does not balance, and what is wrong with it.
fn broken<'s>(message: faq_l10n::Outline<'_, 's>) -> Option<(&'s str, String)> {
    (0..message.branches().len()).find_map(|branch| {
        let texts = message
            .texts()
            .iter()
            .filter(|text| text.branch == branch && text.kind == TextKind::Element);
        let tags: Vec<_> = texts.flat_map(|text| known_tags(text.raw)).collect();
        let tag = unbalanced(&tags)?;
        let text = match tag.kind {
            TagKind::Open | TagKind::Void => format!("`{}` is never closed", tag.raw),
            TagKind::Close => format!("`{}` closes nothing that was opened last", tag.raw),
            TagKind::Unfinished => format!("the tag `<{}` has no end", tag.name),
        };
        Some((tag.raw, text))
    })
}
