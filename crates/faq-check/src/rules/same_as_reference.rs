//! Rule `same-as-reference`: texts that were copied and not translated.

use faq_l10n::{Features, Kind, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "same-as-reference",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("same-as-reference.md"),
    judge: Judge::Message(Features::ANY, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A term that keeps the reference's word is a decision of the glossary, where a comment explains it.
    if context.message.kind() == Kind::Message
        && context.is_identical()
        && has_words(context.message)
    {
        let text =
            format!("`{}` is the same as in `{}`", context.id(), context.locale.reference_name);
        context.at_id(hits, text).help("translate it");
    }
}

/// Whether there is something to translate: a word that is not an acronym.
fn has_words(message: Outline<'_, '_>) -> bool {
    let texts = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    texts.flat_map(|text| text.raw.split_whitespace()).any(|word| {
        word.chars().filter(|it| it.is_alphabetic()).count() > 1
            && word.chars().any(char::is_lowercase)
    })
}
