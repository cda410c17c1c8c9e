//! Rule `leftover-note`: `TODO` and the like, which translators write for themselves, in a text that readers see.

use faq_l10n::{Features, Outline, Text, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::notes::{LABELS, NOT_TRANSLATED, NOTES, REFUSALS, TO_READERS},
};

pub(super) const RULE: Rule = Rule {
    name: "leftover-note",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("leftover-note.md"),
    judge: Judge::Message(
        Features::CAPITALS
            .and(Features::ADDRESS)
            .and(Features::BRACKET)
            .and(Features::MARKDOWN)
            .and(Features::MARKUP)
            .and(Features::QUESTION)
            .and(Features::QUOTE)
            .and(Features::SEVERAL),
        judge,
    ),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference.filter(|_| !context.is_identical) else { return };
    let features = context.message.features();
    if features.any(Features::QUOTE) && is_quoted_whole(context.message) && !quotes(reference) {
        let text = format!("`{}` stands between quotation marks as a whole", context.id());
        context
            .at_id(hits, text)
            .help("remove the first and the last one; the reference text has none");
    }
    let Some(note) = note_in(context.message, reference) else { return };
    context
        .at(hits, note, format!("`{}` has a note: `{note}`", context.id()))
        .help("do what it says and remove it, or make a comment of it");
}

/// Whether a message is one text that was taken over with the quotation marks that some tool put around it.
fn is_quoted_whole(message: Outline<'_, '_>) -> bool {
    let [Text { kind: TextKind::Element, raw, .. }] = message.texts() else { return false };
    let inside = raw.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inside.is_some_and(|it| it.contains(' ') && !it.contains('"'))
        && message.references().is_empty()
}

fn quotes(reference: Outline<'_, '_>) -> bool {
    let marks = ['"', '“', '”', '«', '»', '„', '\'', '‘', '’', '「', '`'];
    reference.texts().iter().any(|text| text.raw.contains(marks))
}

/// The first note that the reference does not have.
fn note_in<'s>(message: Outline<'_, 's>, reference: Outline<'_, '_>) -> Option<&'s str> {
    let features = message.features();
    let has_capitals = features.any(Features::CAPITALS);
    let has_colon = features.any(Features::COLON);
    let has_brackets = features.any(Features::BRACKET | Features::MARKDOWN);
    let mut texts = message.texts().iter().filter(|text| text.kind == TextKind::Element);
    if let Some(comment) = indented_comment(message, reference) {
        return Some(comment);
    }
    let mut is_first = true;
    texts.find_map(|text| {
        let starts = std::mem::take(&mut is_first);
        let found = NOTES.iter().filter(|_| has_capitals).find_map(|note| word(text.raw, note));
        let found = found.or_else(|| sign(text.raw, features));
        found.filter(|note| !has(reference, note)).or_else(|| {
            let to_readers = has_brackets.then(|| to_readers(text.raw)).flatten();
            let refusal = || has_capitals.then(|| refusal(text.raw)).flatten();
            let label = || (starts && has_colon).then(|| label(text.raw)).flatten();
            let of_translators = to_readers.or_else(refusal).or_else(label);
            of_translators.filter(|_| !speaks_of_translation(reference))
        })
    })
}

/// A comment that became a line of the text because there is space before it.
fn indented_comment<'s>(message: Outline<'_, 's>, reference: Outline<'_, '_>) -> Option<&'s str> {
    let mut others = message.texts().iter().skip(1);
    let comment = others.find(|text| text.raw.starts_with("# "))?;
    let has_one = reference.texts().iter().any(|it| it.raw.starts_with('#'));
    (comment.kind == TextKind::Element && !has_one).then_some(comment.raw.trim_end())
}

/// Signs of texts that nobody has finished: question marks, brackets around nothing, a comment of HTML.
fn sign<'t>(text: &'t str, features: Features) -> Option<&'t str> {
    let around = || {
        let trimmed = text.trim();
        let is_bold = trimmed.len() > 4 && trimmed.starts_with("**") && trimmed.ends_with("**");
        let is_marked = trimmed.starts_with("[[") || is_bold;
        text.get(..2).filter(|start| matches!(*start, "[[" | "**") && is_marked)
    };
    let filler = || text.get(..FILLER.len()).filter(|it| it.eq_ignore_ascii_case(FILLER));
    let find = |sign: &str| {
        let at = memchr::memmem::find(text.as_bytes(), sign.as_bytes())?;
        Some((text.get(at..at + sign.len())?, text.get(at + sign.len()..)?))
    };
    let doubt = || find("???").map(|(sign, _)| sign);
    // `a.<!-- -->b` keeps a name from being taken for an address.
    let comment = || {
        let (sign, rest) = find("<!--")?;
        let (comment, _) = rest.split_once("-->")?;
        comment.contains(char::is_alphabetic).then_some(sign)
    };
    let looks: [(Features, &dyn Fn() -> Option<&'t str>); 4] = [
        (Features::MARKDOWN, &around),
        (Features::ADDRESS, &filler),
        (Features::QUESTION, &doubt),
        (Features::MARKUP, &comment),
    ];
    looks.into_iter().filter(|(has, _)| features.any(*has)).find_map(|(_, look)| look())
}

/// How a text starts that only fills a place. It has a full stop, which is one of [`Features::ADDRESS`].
const FILLER: &str = "lorem ipsum";

/// A note of a translator in brackets.
fn to_readers(text: &str) -> Option<&str> {
    memchr::memchr2_iter(b'(', b'[', text.as_bytes()).find_map(|at| {
        let rest = text.get(at + 1..)?;
        let first = rest.chars().next()?.to_lowercase().next()?;
        let mut known = TO_READERS.iter().chain(NOT_TRANSLATED);
        if !known.clone().any(|note| note.starts_with(first)) {
            return None;
        }
        let start: String = rest.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        let note = known.find(|note| start.starts_with(**note))?;
        let goes_on = start.get(note.len()..).is_some_and(|it| it.starts_with(char::is_alphabetic));
        let end = rest.find([')', ']']).unwrap_or(rest.len());
        rest.get(..end).filter(|_| !(goes_on && *note == "ndt"))
    })
}

/// Most characters of a note's first words, or of a label.
const LONGEST: usize = 50;

/// What stands before a colon at the start, where that is the label of a translation.
fn label(text: &str) -> Option<&str> {
    let may_be_label = text.as_bytes().get(..text.len().min(2 * LONGEST))?;
    let words = text.get(..memchr::memchr(b':', may_be_label)?)?.trim_start();
    let small = words.to_lowercase();
    let is_label = |label: &&str| {
        small.strip_prefix(*label).is_some_and(|rest| rest.is_empty() || label.contains(' '))
    };
    LABELS.iter().any(is_label).then_some(words)
}

fn refusal(text: &str) -> Option<&str> {
    let small = text.get(..text.len().min(2 * LONGEST)).filter(|it| it.contains("AI"))?;
    let small = small.to_lowercase();
    REFUSALS.iter().any(|it| small.contains(it)).then_some(text.trim())
}

fn speaks_of_translation(reference: Outline<'_, '_>) -> bool {
    reference.texts().iter().any(|text| {
        let small = text.raw.to_lowercase();
        small.contains("translat") || small.contains(" ai ")
    })
}

/// Where the note stands in the text as a word. `TODO` is a word for "all" in Spanish and Portuguese, so it needs a mark.
fn word<'t>(text: &'t str, note: &str) -> Option<&'t str> {
    text.match_indices(note).find_map(|(at, found)| {
        let (before, after) = (text.get(..at)?, text.get(at + note.len()..)?);
        let is_part = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
        let is_word = !before.ends_with(is_part) && !after.starts_with(is_part);
        let is_marked = before.ends_with(['[', '(', '@', '<'])
            || before.trim_end().ends_with("//")
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
            ("Guardar // TODO", "`TODO`"),
            ("Guardar [Translation missing]", "`Translation missing`"),
            ("[Sin traducir]", "`Sin traducir`"),
            ("[FUZZY] Guardar", "`FUZZY`"),
            ("Guardar (traducción automática)", "`traducción automática`"),
            ("Guardar\n    # nota para mí", "`# nota para mí`"),
            ("Guardar FIXME", "`FIXME`"),
            ("XXX ¿lista?", "`XXX`"),
            ("Traducción: Guardar", "`Traducción`"),
            ("Translation: Guardar", "`Translation`"),
            ("Here is the translation in Spanish: Guardar", "`Here is the translation"),
            ("Sure, here it is: Guardar", "`Sure, here it is`"),
            ("[[Guardar]]", "`[[`"),
            ("Guardar / salvar???", "`???`"),
            ("Guardar <!-- check -->", "`<!--`"),
            ("**Guardar.**", "`**`"),
            ("Lorem ipsum dolor sit amet.", "`Lorem ipsum`"),
            ("\"Guardar todo.\"", "quotation marks as a whole"),
            ("Guardar (N. del T.: revisar)", "`N. del T.: revisar`"),
            ("As an AI language model, I cannot do this.", "As an AI language model"),
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
            ("Save\n    # of files", "Guardar\n    # de archivos"),
            ("Save", "Guardar\n    #1 y #2"),
            ("Show not translated texts", "Mostrar textos (sin traducir)"),
            ("Save", "Guardar { \"FIXME\" }"),
            ("Translation: none", "Traducción: ninguna"),
            ("Languages", "Traducciones: todas"),
            ("Ask [[here]]", "[[Pregunte]]"),
            ("Really???", "¿¿¿De verdad???"),
            ("Save (NDTV)", "Guardar (NDTV)"),
            ("Politico", "politico.<!-- -->com"),
            ("Say “yes”", "\"Di que sí\""),
            ("Yes or no", "\"Sí\" o \"no\""),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }
}
