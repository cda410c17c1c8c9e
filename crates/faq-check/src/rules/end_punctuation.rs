//! Rule `end-punctuation`: a sentence ends as a sentence.

use faq_l10n::{Features, Origin, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "end-punctuation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("end-punctuation.md"),
    judge: Judge::Message(Features::ADDRESS.and(Features::NON_ASCII), judge),
};

/// What a sentence can end with, in the scripts of the world.
const ENDS: &str = ".。．。｡।॥։۔።။។᠃…!?！？؟‽;:：:\u{37e}";
/// What may stand after it.
const CLOSERS: &str = "”’»›\"')]}）」』】\u{200f}\u{200e}\u{a0}\u{202f} ";

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    // Thai, Lao and Tibetan part sentences with spaces or signs of their own.
    if matches!(context.locale.script.code.as_str(), "Thai" | "Laoo" | "Tibt") {
        return;
    }
    let (Some(expected), Some(found)) = (last_text(reference), last_text(context.message)) else {
        return;
    };
    if expected.trim_end_matches(|it| CLOSERS.contains(it)).ends_with('.')
        && !found.trim_end_matches(|it| CLOSERS.contains(it)).ends_with(|it| ENDS.contains(it))
    {
        let text = format!("`{}` does not end as a sentence", context.id());
        context
            .at_id(hits, text)
            .help("the reference text ends with a full stop; write the one of this language");
    }
}

/// The text that the value ends with, if it ends with a text.
fn last_text<'s>(message: Outline<'_, 's>) -> Option<&'s str> {
    let root = message.root(None)?;
    let is_plain = message.branches().iter().all(|it| !matches!(it.origin, Origin::Variant { .. }));
    let last = message.texts().iter().rev().find(|text| text.branch == root)?;
    // A reference after the last text cannot be told from one before it, so only messages that end in a stop count.
    let is_last =
        message.references().is_empty() || last.raw.ends_with(|it: char| !it.is_whitespace());
    (is_plain && is_last && last.kind == TextKind::Element).then_some(last.raw)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn every_script_has_its_own_full_stop() {
        let found = |text: &str| {
            report("end-punctuation", &format!("--- en-US/a.ftl\na = It is so.\n--- {text}\n"))
        };
        for text in [
            "hi/a.ftl\na = यह ऐसा है।",
            "zh-Hans/a.ftl\na = 是这样。",
            "fr/a.ftl\na = « C’est ainsi. »",
            "th/a.ftl\na = มันเป็นเช่นนั้น",
            "ar/a.ftl\na = هكذا.",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
        assert!(!found("es/a.ftl\na = Así es y nada más").is_empty());
    }
}
