//! Rule `sentence-count`: as many sentences as in the reference text, none of them twice.

use faq_l10n::{Features, Kind, Outline};

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::lengths::{Lengths, Measure},
    text::sentences::passages::{Passage, passages},
    text::sentences::{count_sentences, each_sentence, list_markers, repeated},
    text::shown_text::shown_text,
    text::translation::Translation,
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
    let (mut expected, mut found, mut lengths) = (String::new(), String::new(), None);
    for it in context.translations() {
        if it.message.kind() == Kind::Term {
            continue;
        }
        let has_several = may_have_several(it.reference);
        if !has_several {
            report_doubled(&it, hits);
        }
        if !has_several && !may_have_three(it.message) {
            continue;
        }
        shown_text(it.reference, &mut expected);
        shown_text(it.message, &mut found);
        if has_several {
            report_repeated(&it, &expected, &found, hits);
        }
        let Some((expected, found)) = counts(&expected, &found) else {
            if has_several && it.message.features().any(Features::SELECT) {
                report_shorter_variant(&it, hits);
            }
            continue;
        };
        let lengths = lengths.get_or_insert_with(|| Lengths::of(context));
        let is_off = if expected < 2 {
            lengths.is_far_longer(context, it.message, it.reference)
        } else {
            let measure = lengths.measure(context, it.message, it.reference);
            measure.is_some_and(|measure| is_lost_or_added(expected, found, measure))
        };
        if !is_off {
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

/// A sentence that stands in the place of another: twice, where all those of the reference differ. Attributes and
/// variants may well repeat what the text says, and `list-mismatch` looks at lists.
fn report_repeated(it: &Translation<'_, '_>, expected: &str, found: &str, hits: &mut Hits) {
    if it.message.features().any(Features::ATTRIBUTE | Features::SELECT)
        || list_markers(found).next().is_some()
    {
        return;
    }
    let twice = repeated(&sentences(found)).filter(|_| repeated(&sentences(expected)).is_none());
    if let Some(sentence) = twice {
        let start: Vec<&str> = sentence.split_whitespace().take(6).collect();
        let text = format!("a sentence stands twice in `{}`: `{}…`", it.id(), start.join(" "));
        it.at_id(hits, text).help("compare them one by one: another one may be missing");
    }
}

/// A text that was pasted twice: `Ask. Ask.`
fn report_doubled(it: &Translation<'_, '_>, hits: &mut Hits) {
    let [text] = it.message.texts() else { return };
    let halves = text.raw.split_at_checked(text.raw.len() / 2);
    let is_doubled = halves.is_some_and(|(first, second)| {
        first.trim() == second.trim()
            && first.trim().contains(' ')
            && first.len() >= SHORTEST_DOUBLED
    });
    if is_doubled && it.message.references().is_empty() && !is_said_twice(it.reference) {
        let text = format!("`{}` says the same twice", it.id());
        it.at_id(hits, text).help("remove one of the two");
    }
}

/// A variant that has lost a sentence which the others have, and every variant of the reference.
fn report_shorter_variant(it: &Translation<'_, '_>, hits: &mut Hits) {
    let (own, reference) = (passages(it.message), passages(it.reference));
    let count = |passage: &Passage<'_>| count_sentences(&passage.text);
    for passage in &own {
        let same_root = |it: &&Passage<'_>| it.attribute == passage.attribute;
        let fewest = reference.iter().filter(same_root).map(count).min().unwrap_or(0);
        let found = count(passage);
        if found == 0 || found >= fewest {
            continue;
        }
        // Two sentences that were made one are about as long.
        let others = own.iter().filter(same_root).filter(|it| count(it) >= fewest);
        let is_cut = |other: &Passage<'_>| {
            passage.text.len() * fewest * 2 < other.text.len() * (fewest * 2 - 1)
        };
        let mut others = others.peekable();
        if others.peek().is_some() && others.all(is_cut) {
            let text = format!(
                "a variant of `{}` has {found} {}, the others have {fewest}",
                it.id(),
                if found == 1 { "sentence" } else { "sentences" },
            );
            it.at_id(hits, text).help("compare the variants one by one: a sentence may be missing");
            return;
        }
    }
}

fn is_said_twice(reference: Outline<'_, '_>) -> bool {
    reference.texts().iter().any(|text| {
        let halves = text.raw.split_at_checked(text.raw.len() / 2);
        halves.is_some_and(|(first, second)| first.trim() == second.trim())
    })
}

/// Fewest bytes of what is no accident where it stands twice.
const SHORTEST_DOUBLED: usize = 12;

fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    each_sentence(text, |sentence| sentences.push(sentence));
    sentences
}

/// How many sentences the reference and the translation have, where the numbers differ. Of one, many translators make two.
fn counts(reference: &str, translation: &str) -> Option<(usize, usize)> {
    let (expected, found) = (count_sentences(reference), count_sentences(translation));
    let has_enough = expected > 1 || (expected == 1 && found > 2);
    if !has_enough || found == expected {
        return None;
    }
    // `list-mismatch` says what is wrong with a list.
    let items = |text: &str| list_markers(text).count();
    (items(reference) == items(translation)).then_some((expected, found))
}

/// A quick look at the reference: whether a text goes on after a full stop, or has several parts, or other signs than ASCII's.
fn may_have_several(reference: Outline<'_, '_>) -> bool {
    let features = reference.features();
    let goes_on =
        |pair: &[u8]| matches!(pair, [b'.' | b'?' | b'!', after] if !after.is_ascii_alphanumeric());
    features.any(HAS_SENTENCES)
        && (features.any(Features::NON_ASCII)
            || reference.texts().len() > 1
            || reference.texts().iter().any(|text| text.raw.as_bytes().windows(2).any(goes_on)))
}

/// A quick look at a translation: whether it may have three sentences.
fn may_have_three(message: Outline<'_, '_>) -> bool {
    let ends = |raw: &str| raw.matches(['.', '?', '!', '。', '？', '！', '।', '؟', '۔']).count();
    message.texts().iter().map(|text| ends(text.raw)).sum::<usize>() > 1
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

#[cfg(test)]
mod tests;
