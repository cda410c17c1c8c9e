//! Rule `doubled-word`: the same word twice in a row.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::bytes::any_place,
};

pub(super) const RULE: Rule = Rule {
    name: "doubled-word",
    severities: Severities::WARNING,
    doc: include_str!("doubled-word.md"),
    judge: Judge::Message(Features::ANY, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(exceptions) = context.locale.language.doubled_words.as_deref() else { return };
    // What the reference says twice may be said twice.
    if context.is_identical {
        return;
    }
    let texts = context.message.texts().iter();
    for text in texts.filter(|text| text.kind == TextKind::Element && may_double(text.raw)) {
        if let Some(word) =
            doubled(text.raw, exceptions).filter(|word| !in_reference(context, word))
        {
            let message = format!("`{word}` stands here twice in a row");
            context.at(hits, word, message).help("remove one of the two");
        }
    }
}

/// A quick look: whether some word has the last bytes of the word before it at the same places.
fn may_double(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Two at once; letters of ASCII, small or not, are the same.
    let pair = |end: usize| {
        let pair = bytes.get(end.checked_sub(2)?..end)?.as_array::<2>()?;
        Some(u16::from_le_bytes(*pair) | 0x2020)
    };
    let mut start = 0;
    any_place(bytes, b' ', |space| {
        let length = space - start;
        start = space + 1;
        let same = |back: usize| pair(space - back) == pair(start + length - back);
        length > 1 && same(0) && (length < 4 || same(2))
    })
}

/// The second of two equal words with nothing but one space between them.
fn doubled<'t>(text: &'t str, exceptions: &[String]) -> Option<&'t str> {
    let mut before = "";
    for word in text.split(' ') {
        // Hardly ever true, and cheap: everything else is asked of words that start alike.
        let alike =
            word.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
        let is_word =
            alike && before.chars().nth(1).is_some() && before.chars().all(char::is_alphabetic);
        if is_word {
            let end = word.find(|it: char| !it.is_alphabetic()).unwrap_or(word.len());
            let start = word.get(..end).unwrap_or_default();
            let next = word.get(end..).and_then(|rest| rest.chars().next());
            let whole =
                next.is_none_or(|next| matches!(next, '.' | ',' | '!' | '?' | ';' | ':' | ')'));
            // `TYPE TYPE` stands for two things of a kind.
            let is_placeholder = !before.chars().any(char::is_lowercase);
            // `Pago Pago` and `Baden Baden` are names.
            let is_name =
                before.starts_with(char::is_uppercase) && start.starts_with(char::is_uppercase);
            // `type TYPE` names a placeholder, `move to To` a label.
            let is_named =
                before.starts_with(char::is_lowercase) && start.starts_with(char::is_uppercase);
            if whole
                && !is_name
                && !is_named
                && !is_placeholder
                && start.to_lowercase() == before.to_lowercase()
                && !exceptions.contains(&start.to_lowercase())
            {
                return word.get(..end);
            }
        }
        before = word;
    }
    None
}

fn in_reference(context: &MessageContext<'_, '_>, word: &str) -> bool {
    let doubled = format!("{word} {word}");
    context
        .reference
        .is_some_and(|reference| reference.texts().iter().any(|text| text.raw.contains(&doubled)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_grammar_is_not() {
        assert_eq!(doubled("de la la víctima", &[]), Some("la"));
        assert_eq!(doubled("La la víctima", &[]), Some("la"));
        assert_eq!(doubled("it is is.", &[]), Some("is"));
        for text in [
            "vous vous êtes",
            "a a",
            "10 10",
            "Pago Pago",
            "so-so",
            "the theme",
            "no, no",
            "la l’eau",
            "of type TYPE",
            "Move to To",
        ] {
            assert_eq!(doubled(text, &["vous".to_owned()]), None, "{text}");
        }
    }

    fn said(english: &str, spanish: &str) -> String {
        crate::example::report(
            "doubled-word",
            &format!("--- en-US/a.ftl\na = {english}\n--- es/a.ftl\na = {spanish}\n"),
        )
    }

    #[test]
    fn what_the_reference_says_twice_may_be_said_twice() {
        assert!(said("Who is it?", "¿Quién es es?").contains("`es` stands here twice"));
        assert!(!said("The word es es", "La palabra es es").contains("--> es/a.ftl"));
    }

    #[test]
    fn a_text_in_quotation_marks_of_fluent_is_meant_so() {
        assert_eq!(said("x", "{ \"es es\" }"), "");
    }
}
