//! Rule `not-a-question`: what is asked in the reference is asked in the translation.

use faq_content::Role;
use faq_l10n::{Features, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "not-a-question",
    severities: Severities::WARNING,
    doc: include_str!("not-a-question.md"),
    judge: Judge::Message(Features::QUESTION.and(Features::ANY), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let is_question = match (context.catalog, context.reference) {
        (Some(catalog), _) => catalog.role == Role::Question,
        (None, Some(reference)) => {
            last_text(reference).is_some_and(|text| text.trim_end().ends_with('?'))
        }
        (None, None) => false,
    };
    if !is_question {
        return;
    }
    for sign in signs(context.locale.script.code.as_str(), context.locale.tag.as_str()) {
        let has =
            |text: &faq_l10n::Text<'_>| text.kind != TextKind::Steering && text.raw.contains(*sign);
        if !context.message.texts().iter().any(has) {
            let text = format!(
                "`{}` is a question and has no `{}`",
                context.id(),
                sign.first().unwrap_or(&'?')
            );
            context.at_id(hits, text).help("write it as questions are written in this language");
            return;
        }
    }
}

/// The signs that a question has, each as the characters that count as it. None where questions have no sign.
fn signs(script: &str, locale: &str) -> &'static [&'static [char]] {
    let language = locale.split('-').next().unwrap_or(locale);
    match (script, language) {
        (_, "es" | "ast") => &[&['¿'], &['?']],
        ("Arab" | "Aran" | "Thaa" | "Syrc", _) => &[&['؟']],
        ("Hans" | "Hant", _) => &[&['？']],
        ("Jpan", _) => &[&['？', '?', 'か']],
        ("Grek", _) => &[&[';', '\u{37e}']],
        ("Armn", _) => &[&['՞']],
        ("Ethi", _) => &[&['?', '፧']],
        ("Thai" | "Laoo" | "Mymr" | "Tibt", _) => &[],
        _ => &[&['?']],
    }
}

fn last_text<'s>(message: Outline<'_, 's>) -> Option<&'s str> {
    let root = message.root(None)?;
    message
        .texts()
        .iter()
        .rev()
        .find(|text| text.branch == root && text.kind == TextKind::Element)
        .map(|text| text.raw)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn every_language_asks_in_its_own_way() {
        let reference = "--- en-US/faq.ftl\na = Who?\n";
        for right in [
            "es/faq.ftl\na = ¿Quién?",
            "fr/faq.ftl\na = Qui\u{a0}?",
            "ar/faq.ftl\na = من؟",
            "zh-Hant/faq.ftl\na = 誰？",
            "th/faq.ftl\na = ใคร",
        ] {
            assert_eq!(
                report("not-a-question", &format!("{reference}--- {right}\n")),
                "",
                "{right}"
            );
        }
        for wrong in [
            "es/faq.ftl\na = Quién?",
            "fr/faq.ftl\na = Qui.",
            "ar/faq.ftl\na = من?",
            "zh-Hans/faq.ftl\na = 谁?",
        ] {
            assert_ne!(
                report("not-a-question", &format!("{reference}--- {wrong}\n")),
                "",
                "{wrong}"
            );
        }
    }
}
