//! Rule `sentence-count`: as many sentences as in the reference text.

use faq_l10n::{Features, Kind};

use crate::{
    context::LocaleContext,
    finding::Hits,
    lengths::{Lengths, Measure},
    policy::Severities,
    rule::{Judge, Rule},
    sentences::count_sentences,
    shown_text::shown_text,
    translation::Translation,
};

pub(super) const RULE: Rule = Rule {
    name: "sentence-count",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("sentence-count.md"),
    judge: Judge::Locale(judge),
};

/// What a text with sentences has: a stop, a question mark, or those of another script.
const HAS_SENTENCES: Features = Features::ADDRESS.and(Features::QUESTION).and(Features::NON_ASCII);

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    // Thai, Lao and Tibetan part sentences with spaces or signs of their own.
    if matches!(context.script.code.as_str(), "Thai" | "Laoo" | "Tibt") {
        return;
    }
    let (mut text, mut lengths) = (String::new(), None);
    for it in context.translations() {
        let Some((expected, found)) = counts(&it, &mut text) else { continue };
        let lengths = lengths.get_or_insert_with(|| Lengths::of(context));
        let Some(measure) = lengths.measure(context, it.message, it.reference) else { continue };
        if !is_lost_or_added(expected, found, measure) {
            continue;
        }
        let message = format!(
            "`{}` has {found} {}, the reference text has {expected}",
            it.id(),
            if found == 1 { "sentence" } else { "sentences" },
        );
        let help = if found < expected {
            "compare them one by one: a sentence may be missing"
        } else {
            "compare them one by one: a sentence may be one too many"
        };
        it.at_id(hits, message).help(help);
    }
}

/// How many sentences the reference and the translation have, where the numbers differ and the reference has several.
fn counts(it: &Translation<'_, '_>, text: &mut String) -> Option<(usize, usize)> {
    if it.message.kind() == Kind::Term || !it.reference.features().any(HAS_SENTENCES) {
        return None;
    }
    shown_text(it.reference, text);
    let expected = count_sentences(text);
    if expected < 2 {
        return None;
    }
    shown_text(it.message, text);
    let found = count_sentences(text);
    (found != expected).then_some((expected, found))
}

/// Many translators make one sentence of two. What is lost or added shows in the length as well.
fn is_lost_or_added(expected: usize, found: usize, measure: Measure) -> bool {
    // As near as most texts of the locale are. Zero where too little is known of it.
    if measure.distance != 0.0 && measure.distance.abs() < 2.5 {
        return false;
    }
    #[expect(clippy::cast_precision_loss, reason = "numbers of sentences")]
    let (expected, found) = (expected as f64, found as f64);
    if found < expected {
        measure.factor < 1.0 - 0.5 / expected
    } else {
        measure.factor > 1.0 + 0.8 / expected
    }
}
