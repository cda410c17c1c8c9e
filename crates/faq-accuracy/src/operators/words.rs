//! Defects of what is said: words, sentences and lists that are lost, added, or of another language.

mod negation;

use std::ops::Range;

use self::negation::{add_negation, drop_negation, drop_obligation};
use super::{Operator, Seeded, operator};
use crate::{
    case::Target,
    random::Random,
    scene::{Scene, entry_span},
    sources::Reach,
};

pub(super) const OPERATORS: &[Operator] = &[
    operator("add-negation", "added-negation", add_negation),
    operator("drop-negation", "lost-negation", drop_negation),
    operator("drop-obligation", "lost-negation", drop_obligation),
    operator("untranslate", "same-as-reference", untranslate),
    operator("text-of-other-language", "wrong-language", text_of_other_language),
    operator("keep-a-quarter", "length-outlier", keep_a_quarter).with(Reach::Locale),
    operator("repeat-text", "length-outlier", repeat_text).with(Reach::Locale),
    operator("drop-sentences", "sentence-count", drop_sentences),
    operator("drop-list-item", "list-mismatch", drop_list_item),
    operator("exchange-list-numbers", "list-mismatch", exchange_list_numbers),
    operator("use-ruled-out-word", "glossary", use_ruled_out_word).with(Reach::Settings),
    operator("leave-note", "leftover-note", leave_note),
    operator("plural-in-brackets", "optional-plural", plural_in_brackets),
    operator("text-of-other-message", "ambiguous-translation", text_of_other_message)
        .with(Reach::With(&DIFFERENT))
        .in_prose(),
    operator("other-words-the-second-time", "inconsistent-translation", other_words)
        .with(Reach::With(&["save-list"])),
];

fn untranslate(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() || scene.reference_pieces().is_empty() {
        return None;
    }
    let reference = scene.reference_text().get(scene.reference_span()?)?;
    scene.edit(scene.message_span()?, reference)
}

/// Languages of one script that are no relatives of each other.
const STRANGERS: [&[&str]; 2] =
    [&["es", "de", "pl", "tr", "vi", "fil"], &["fr", "de", "pl", "tr", "vi", "fil"]];

fn text_of_other_language(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let group = STRANGERS.iter().find(|it| it.contains(&scene.language()))?;
    let others: Vec<&str> = scene
        .others()
        .filter(|(locale, _)| group.contains(locale))
        .filter_map(|(_, text)| Some(text.split_once('=')?.1))
        .filter(|text| text.chars().count() > 200)
        .collect();
    let text = random.pick(&others)?;
    if scene.is_term() {
        return None;
    }
    let seeded = scene.edit(scene.plain_value()?, text.trim())?;
    // Where it is most of a file, it is the file that is said to be wrong.
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

/// The places right after each full stop and the space that follows it.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, stop) in text.match_indices([' ', '。', '।']) {
        let end = at + stop.len();
        let before = text.get(..at).unwrap_or_default();
        if stop == "。" && end < text.len() || stop == " " && before.ends_with(['.', '।']) {
            ends.push(end);
        }
    }
    ends
}

fn keep_a_quarter(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    // The reference has to be long, and what is left must not cut a placeable.
    if scene.reference_text().get(scene.reference_span()?)?.len() < 300 {
        return None;
    }
    let quarter = text.chars().count() / 4;
    let end = text.char_indices().nth(quarter).map(|(at, _)| at)?;
    let kept = text.get(..end)?;
    let kept = kept
        .rfind('{')
        .filter(|open| kept.rfind('}') < Some(*open))
        .map_or(kept, |open| kept.get(..open).unwrap_or(kept));
    scene.edit(value.start + kept.trim_end().len()..value.end, "")
}

fn repeat_text(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let length = |text: &str| text.chars().count();
    let reference: usize = scene.reference_pieces().iter().map(|it| length(&it.text)).sum();
    // Short texts are often explained.
    if reference < 150 || length(text) < 120 {
        return None;
    }
    scene.edit(value.end..value.end, &format!(" {text} {text}"))
}

fn drop_sentences(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let has_digit = text.contains(|it: char| it.is_ascii_digit());
    // The stop after a number ends no sentence, and Thai has none.
    if scene.language() == "th" || has_digit {
        return None;
    }
    let ends = sentence_ends(text);
    let starts: Vec<usize> = [0].into_iter().chain(ends.iter().copied()).collect();
    if starts.len() < 3 {
        return None;
    }
    // Most of the sentences, so that the length shows it in every language.
    let kept = random.within(0..2);
    let start = *starts.get(kept)?;
    let end = starts.get(kept + 1).copied().unwrap_or(text.len());
    scene.edit(value, text.get(start..end)?.trim())
}

/// The lines of a list in the message: `1. …`.
fn list_lines(scene: &Scene) -> Vec<Range<usize>> {
    let Some(span) = scene.message_span() else { return Vec::new() };
    let mut lines = Vec::new();
    let mut start = span.start;
    for line in scene.text().get(span).unwrap_or_default().split_inclusive('\n') {
        let text = line.trim_start();
        if text.starts_with(|it: char| it.is_ascii_digit()) && text.contains(". ") {
            lines.push(start..start + line.len());
        }
        start += line.len();
    }
    lines
}

fn drop_list_item(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    scene.edit(random.pick(&list_lines(scene))?, "")
}

fn exchange_list_numbers(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let lines = list_lines(scene);
    let line = random.pick(lines.get(1..)?)?;
    let text = scene.text().get(line.clone())?;
    let at = line.start + text.find(|it: char| it.is_ascii_digit())?;
    scene.edit(at..at + 1, "1")
}

fn use_ruled_out_word(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let settings = scene.tree.text(&format!("{}/language.toml", scene.locale));
    let list = settings.split("must-not = [").nth(1)?;
    let word = list.split('"').nth(1).filter(|it| !it.contains('*'))?;
    let reference = settings.split("reference = \"").nth(1)?.split('"').next()?;
    // The first term of each file is what the FAQ is about.
    let value = scene.plain_value()?;
    let said = scene.reference_text().get(scene.reference_span()?)?;
    if scene.is_term() || !said.to_lowercase().contains(reference) {
        return None;
    }
    scene.edit(value.end..value.end, &format!(" {word}"))
}

fn leave_note(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let note = random.pick(&[" (TODO: check)", " FIXME", " XXX", " [TODO]"])?;
    // A term is a name, which nobody remarks on.
    if scene.is_term() { None } else { scene.edit(value.end..value.end, note) }
}

fn plural_in_brackets(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if scene.is_term() {
        return None;
    }
    let words: Vec<usize> = scene
        .reference_pieces()
        .iter()
        .filter(|it| !it.text.contains(['<', '/', '@', '[']))
        .flat_map(|piece| {
            let mut ends = Vec::new();
            let mut length = 0;
            for (at, sign) in piece.text.char_indices() {
                if sign == ' ' && length > 3 {
                    ends.push(piece.span.start + at);
                }
                length = if sign.is_ascii_lowercase() { length + 1 } else { 0 };
            }
            ends
        })
        .collect();
    let at = random.pick(&words)?;
    scene.edit_reference(at..at, "(s)")
}

/// Messages of the program that say different things.
const DIFFERENT: [&str; 4] = ["wait", "age-limit", "lost-card", "about"];

fn text_of_other_message(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !DIFFERENT.contains(&scene.message.as_str()) {
        return None;
    }
    let others: Vec<&str> = DIFFERENT.into_iter().filter(|it| *it != scene.message).collect();
    let other = random.pick(&others)?;
    let value = scene.plain_value()?;
    let (_, text) = scene.text().get(entry_span(scene.text(), other)?)?.split_once('=')?;
    // Short texts may say two things.
    if text.chars().count() < 30 {
        return None;
    }
    let seeded = scene.edit(value, text.trim())?;
    // The finding is about whichever of the two comes second.
    let place = |id: &str| entry_span(scene.text(), id).map(|it| it.start);
    let second = if place(other) > place(&scene.message) { other } else { &scene.message };
    Some(Seeded { target: Target::Message(second.to_owned()), ..seeded })
}

fn other_words(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if scene.message != "save-list-again" {
        return None;
    }
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let end = text.char_indices().nth(random.within(2..5)).map(|(at, _)| at)?;
    scene.edit(value.start..value.start + end, "")
}
