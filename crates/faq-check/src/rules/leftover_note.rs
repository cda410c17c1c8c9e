//! Rule `leftover-note`: `TODO` and the like, which translators write for themselves, in a text that readers see.

use faq_l10n::{Features, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "leftover-note",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("leftover-note.md"),
    judge: Judge::Message(Features::CAPITALS, judge),
};

/// Words of such notes.
const NOTES: [&str; 3] = ["FIXME", "TODO", "XXX"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (Some(reference), Some(note)) = (context.reference, note_in(context.message)) else {
        return;
    };
    if has(reference, note) {
        return;
    }
    context
        .at(hits, note, format!("`{}` has a note: `{note}`", context.id()))
        .help("do what it says and remove it, or make a comment of it");
}

fn note_in<'s>(message: Outline<'_, 's>) -> Option<&'s str> {
    let mut texts = message.texts().iter().filter(|text| text.kind == TextKind::Element);
    texts.find_map(|text| NOTES.iter().find_map(|note| word(text.raw, note)))
}

/// Where the note stands in the text as a word. `TODO` is a word for "all" in Spanish and Portuguese, so it needs a mark.
fn word<'t>(text: &'t str, note: &str) -> Option<&'t str> {
    text.match_indices(note).find_map(|(at, found)| {
        let (before, after) = (text.get(..at)?, text.get(at + note.len()..)?);
        let is_part = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
        let is_word = !before.ends_with(is_part) && !after.starts_with(is_part);
        let is_marked = before.ends_with(['[', '(', '@', '<'])
            || after.starts_with([':', '(', ']'])
            || after.starts_with(" translat");
        (is_word && (note != "TODO" || is_marked)).then_some(found)
    })
}

fn has(reference: Outline<'_, '_>, note: &str) -> bool {
    reference.texts().iter().any(|text| text.raw.contains(note))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "leftover-note",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn a_note_in_a_text_is_reported() {
        for (translation, note) in [
            ("TODO: traducir", "`TODO`"),
            ("Guardar [TODO]", "`TODO`"),
            ("TODO translate", "`TODO`"),
            ("Guardar FIXME", "`FIXME`"),
            ("XXX ¿lista?", "`XXX`"),
        ] {
            assert!(found("Save", translation).contains(note), "{translation}");
        }
    }

    #[test]
    fn a_word_a_number_and_what_the_reference_has_are_not() {
        for (reference, translation) in [
            ("Save all of it", "Guardar TODO el texto"),
            ("Call us", "Llame al XXX-XXX-XXXX"),
            ("Remove XXX", "Quitar XXX"),
            ("Save", "# TODO\n    Guardar"),
            ("Save", "Guardar { \"FIXME\" }"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }
}
