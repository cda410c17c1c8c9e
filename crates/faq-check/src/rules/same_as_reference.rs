//! Rule `same-as-reference`: texts that were copied and not translated.

use faq_content::LocaleTag;
use faq_l10n::{Features, Kind, Origin, Outline, Text, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::running_text::{place_of as place_of_part, running_texts},
    text::sentences::each_sentence,
};

pub(super) const RULE: Rule = Rule {
    name: "same-as-reference",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("same-as-reference.md"),
    judge: Judge::Message(Features::ANY, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A term that keeps the reference's word is a decision of the glossary, where a comment explains it.
    let Some(reference) = context.reference.filter(|_| context.message.kind() == Kind::Message)
    else {
        return;
    };
    if is_same_language(context.locale.tag, context.locale.reference_tag) {
        return;
    }
    if context.is_identical {
        // A catalog's words are all meant to be read; in any tree, most single words are rightly the same.
        let fewest = if context.catalog.is_some() { 1 } else { 2 };
        if words(context.message.texts().iter()).nth(fewest - 1).is_some() {
            let text =
                format!("`{}` is the same as in `{}`", context.id(), context.locale.reference_name);
            context.at_id(hits, text).help("translate it");
        }
        return;
    }
    if context.message.features().any(Features::SELECT.and(Features::ATTRIBUTE))
        && share_a_text(context.message, reference)
    {
        judge_parts(context, reference, hits);
    }
    if hits.is_empty() && reference.features().any(HAS_SENTENCES) {
        judge_sentences(context, reference, hits);
    }
}

/// What a text with sentences has: several lines, or a sign that ends them.
const HAS_SENTENCES: Features = Features::SEVERAL.and(Features::ADDRESS).and(Features::QUESTION);

/// A sentence that was copied while the rest of the text was translated.
fn judge_sentences(context: &MessageContext<'_, '_>, reference: Outline<'_, '_>, hits: &mut Hits) {
    let (expected, found) = (running_texts(reference), running_texts(context.message));
    let mut known = Vec::new();
    for text in &expected {
        each_sentence(text, |sentence| known.extend(Some(sentence).filter(|it| is_long(it))));
    }
    for (branch, text) in found.iter().enumerate().filter(|_| !known.is_empty()) {
        each_sentence(text, |sentence| {
            if hits.is_empty() && known.contains(&sentence) {
                let (id, name) = (context.id(), context.locale.reference_name);
                let text = format!("a sentence of `{id}` is the same as in `{name}`");
                let place = place_of_part(context.message, branch, sentence);
                context.at(hits, place, text).help("translate it");
            }
        });
    }
}

/// Whether a sentence has enough words that are neither names nor code to be in one language only.
fn is_long(sentence: &str) -> bool {
    let is_word = |it: &&str| {
        let word = it.trim_end_matches(['.', ',', ':', ';', '?', '!']);
        word.starts_with(char::is_lowercase)
            && word.chars().all(|it| it.is_lowercase() || matches!(it, '\'' | '’' | '-'))
    };
    !sentence.contains(['`', '|', '[', '{', '=', '%', '\\'])
        && sentence.split_whitespace().filter(is_word).nth(FEWEST_WORDS - 1).is_some()
}

/// Fewest words, besides names, of a sentence that no other language has.
const FEWEST_WORDS: usize = 4;

/// Attributes and variants that were copied while the rest was translated.
fn judge_parts(context: &MessageContext<'_, '_>, reference: Outline<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    for index in 0..message.branches().len() {
        let copied = (0..reference.branches().len())
            .any(|other| is_same_part(message, index, reference, other));
        let Some(first) = texts_of(message, index).next().filter(|_| copied) else { continue };
        // A word or two are often the same: `OK`, `Text`, a name.
        if words(texts_of(message, index)).nth(2).is_none() {
            continue;
        }
        let text = format!(
            "a part of `{}` is the same as in `{}`",
            context.id(),
            context.locale.reference_name
        );
        context.at(hits, first.raw.trim(), text).help("translate it");
    }
}

/// Whether a text of some length is in both. A quick look, which hardly any translation passes.
fn share_a_text(message: Outline<'_, '_>, reference: Outline<'_, '_>) -> bool {
    let is_long = |text: &&Text<'_>| text.raw.len() > 10;
    message
        .texts()
        .iter()
        .filter(is_long)
        .any(|text| reference.texts().iter().any(|other| other.raw == text.raw))
}

/// Whether two branches have the same place in their messages and say the same.
fn is_same_part(
    message: Outline<'_, '_>,
    index: usize,
    reference: Outline<'_, '_>,
    other: usize,
) -> bool {
    place_of(message, index) == place_of(reference, other)
        && texts_of(message, index)
            .map(|text| text.raw)
            .eq(texts_of(reference, other).map(|text| text.raw))
}

/// What a branch is and how it is called.
fn place_of<'s>(message: Outline<'_, 's>, branch: usize) -> Option<(&'static str, &'s str)> {
    message.branches().get(branch).map(|it| match it.origin {
        Origin::Value => ("value", ""),
        Origin::Attribute(name) => ("attribute", name),
        Origin::Variant { key, .. } => ("variant", key),
    })
}

/// The texts directly in a branch.
fn texts_of<'f, 's>(
    message: Outline<'f, 's>,
    branch: usize,
) -> impl Iterator<Item = &'f Text<'s>> + Clone {
    let texts = message.texts().iter();
    texts.filter(move |text| text.branch == branch && text.kind != TextKind::Steering)
}

/// The words that are to be translated: neither acronyms nor tags, numbers, names of keys or `%s`.
fn words<'f, 's: 'f>(texts: impl Iterator<Item = &'f Text<'s>>) -> impl Iterator<Item = &'s str> {
    let shown = texts.filter(|text| text.kind != TextKind::Steering);
    shown.flat_map(|text| text.raw.split_whitespace()).filter(|word| {
        word.chars().filter(|it| it.is_alphabetic()).count() > 1
            && word.chars().any(char::is_lowercase)
            && !word.contains(['<', '>', '%'])
    })
}

/// Whether two locales are of one language, in which most texts are the same: `en-GB` and `en-US`.
fn is_same_language(one: &LocaleTag, other: &LocaleTag) -> bool {
    one.as_str().split('-').next() == other.as_str().split('-').next()
}

#[cfg(test)]
mod tests {
    use crate::example::{places, report};

    fn found(reference: &str, translation: &str) -> String {
        report(
            "same-as-reference",
            &format!("--- en-US/a.ftl\n{reference}\n--- es/a.ftl\n{translation}\n"),
        )
    }

    #[test]
    fn a_copied_variant_is_reported() {
        let found = found(
            "a = { $n ->\n    [one] Delete this one file?\n   *[other] Delete all of these files?\n }",
            "a = { $n ->\n    [one] ¿Borrar este archivo?\n   *[other] Delete all of these files?\n }",
        );
        assert!(found.contains("a part of `a` is the same as in `en-US`"), "{found}");
    }

    #[test]
    fn a_copied_sentence_among_translated_ones_is_reported() {
        let reference = "a = You are safe here. We do not tell anybody that you called { $who }.";
        let text = found(
            reference,
            "a = Aquí está a salvo. We do not tell anybody that you called { $who }.",
        );
        assert!(text.contains("a sentence of `a` is the same as in `en-US`"), "{text}");
        for (reference, translation) in [
            (reference, "a = Aquí está a salvo. No le diremos a nadie que llamó a { $who }."),
            (
                "a = Visit us. Missing & Exploited Children of America",
                "a = Venga. Missing & Exploited Children of America",
            ),
            (
                "a = Copy it. Use `cp this file there now`.",
                "a = Copie. Use `cp this file there now`.",
            ),
        ] {
            assert_eq!(found(reference, translation), "", "{reference}");
        }
    }

    #[test]
    fn a_copied_attribute_is_reported_and_a_single_word_is_not() {
        let reference = "a = Menu\n    .label = Close this menu";
        assert_ne!(found(reference, "a = Menú\n    .label = Close this menu"), "");
        assert_eq!(found("a = The menu\n    .label = Menu", "a = El menú\n    .label = Menu"), "");
    }

    #[test]
    fn of_a_single_word_nothing_can_be_said_without_a_catalog() {
        for text in [
            "a = Bot",
            "a = CardDAV URL:",
            "a = Status: { $status }",
            "a = %time% - %sender%: %message%",
        ] {
            assert_eq!(found(text, text), "", "{text}");
        }
        assert_ne!(found("a = Close menu", "a = Close menu"), "");
    }

    #[test]
    fn two_locales_of_one_language_say_the_same() {
        let tree = "--- en-US/a.ftl\na = Close this menu\n--- en-GB/a.ftl\na = Close this menu\n";
        assert_eq!(report("same-as-reference", tree), "");
    }

    #[test]
    fn only_the_copied_part_is_reported_and_only_in_its_own_place() {
        let found_places = |reference: &str, translation: &str| {
            places(
                "same-as-reference",
                &format!("--- en-US/a.ftl\n{reference}\n--- es/a.ftl\n{translation}\n"),
            )
        };
        let select = |zero: &str, one: &str| {
            format!(
                "a = {{ $n ->\n    [0] {zero}\n    [one] {one}\n   *[other] Delete all of these files?\n }}"
            )
        };
        assert_eq!(
            found_places(
                &select("Delete no file at all?", "Delete this one file?"),
                &select("¿No borrar ningún archivo?", "¿Borrar este solo archivo?")
            ),
            ["Delete all of these files?"]
        );
        let moved = "a = Cierre el menú\n    .label = Close this menu";
        assert_eq!(found("a = Close this menu\n    .label = Shut it", moved), "");
    }

    #[test]
    fn short_parts_and_single_letters_are_often_the_same() {
        let reference = "a = The door of the house\n    .label = Is it down";
        assert_eq!(found(reference, "a = La puerta de la casa\n    .label = Is it down"), "");
        assert_eq!(found("a = Vitamin a", "a = Vitamin a"), "");
    }

    #[test]
    fn the_same_words_with_another_variable_or_fewer_words_are_no_copy() {
        let text = "a = Close the menu { $n }";
        assert_ne!(found(text, text), "");
        assert_eq!(found(text, "a = Close the menu { $m }"), "");
        assert_eq!(found("a = Close the menu { $n } now", text), "");
    }
}
