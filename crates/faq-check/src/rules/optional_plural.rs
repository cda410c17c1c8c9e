//! Rule `optional-plural`: a plural in brackets, `file(s)`, in the reference.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "optional-plural",
    severities: Severities::WARNING,
    doc: include_str!("optional-plural.md"),
    judge: Judge::Message(Features::BRACKET, judge),
};

/// Endings of a plural, as they stand in brackets.
const ENDINGS: [&str; 3] = ["(s)", "(es)", "(ies)"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if !context.locale.is_reference() {
        return;
    }
    for text in context.message.texts().iter().filter(|text| text.kind == TextKind::Element) {
        if let Some(word) = optional_plural(text.raw) {
            let message = format!("`{word}` leaves open whether it is one or several");
            context.at(hits, word, message).help(
                "many languages cannot write this; write the plural, or one text for each number: \
                 `{ $count -> [one] … *[other] … }`",
            );
        }
    }
}

/// The first word of `text` with a plural in brackets.
fn optional_plural(text: &str) -> Option<&str> {
    let (at, ending) = text.match_indices('(').find_map(|(at, _)| {
        Some((
            at,
            ENDINGS.iter().find(|it| text.get(at..).is_some_and(|rest| rest.starts_with(*it)))?,
        ))
    })?;
    let before = text.get(..at)?;
    let (index, (start, _)) =
        before.char_indices().rev().take_while(|(_, it)| it.is_alphabetic()).enumerate().last()?;
    // `f(s)` is no word.
    (index > 0).then(|| text.get(start..at + ending.len()))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::report;

    #[test]
    fn a_plural_in_brackets_is_found_in_the_reference_only() {
        let tree =
            "--- en-US/a.ftl\na = Delete the file(s)?\n--- es/a.ftl\na = ¿Borrar archivo(s)?\n";
        let found = report("optional-plural", tree);
        assert!(found.contains("`file(s)` leaves open"), "{found}");
        assert!(!found.contains("es/"), "{found}");
    }

    #[test]
    fn other_brackets_are_not() {
        for text in ["see chapter (some)", "call f(s)", "(s)", "under (18)"] {
            assert_eq!(optional_plural(text), None, "{text}");
        }
        assert_eq!(optional_plural("the box(es) here"), Some("box(es)"));
    }
}
