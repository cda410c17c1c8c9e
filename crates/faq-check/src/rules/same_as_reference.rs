//! Rule `same-as-reference`: texts that were copied and not translated.

use faq_l10n::{Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::{Hits, Severity},
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "same-as-reference",
    severity: Severity::Warning,
    doc: include_str!("same-as-reference.md"),
    judge: Judge::Message(judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    let message = context.message;
    if same(message, reference) && has_words(message) {
        let text = format!("`{}` is the same as in `{}`", context.id(), context.locale.reference_tag);
        context.at_id(hits, text).help("translate it");
    }
}

fn same(message: Outline<'_, '_>, reference: Outline<'_, '_>) -> bool {
    let texts = |it: Outline<'_, '_>| it.texts().len();
    texts(message) == texts(reference)
        && message.texts().iter().zip(reference.texts()).all(|(a, b)| a.raw == b.raw && a.kind == b.kind)
        && message.references().len() == reference.references().len()
        && message.references().iter().zip(reference.references()).all(|(a, b)| a.target == b.target)
}

/// Whether there is something to translate: a word that is not an acronym.
fn has_words(message: Outline<'_, '_>) -> bool {
    let texts = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    texts.flat_map(|text| text.raw.split_whitespace()).any(|word| {
        word.chars().filter(|it| it.is_alphabetic()).count() > 1 && word.chars().any(char::is_lowercase)
    })
}
