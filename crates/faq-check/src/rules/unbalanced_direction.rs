//! Rule `unbalanced-direction`: what turns the reading direction also turns it back.

use faq_l10n::{Features, Origin, Outline, Text, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unbalanced-direction",
    severities: Severities::ERROR,
    doc: include_str!("unbalanced-direction.md"),
    judge: Judge::Message(Features::ODD.and(Features::LITERAL), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    // Such a character is odd; only escapes hide it.
    if !message.texts().iter().any(may_turn) {
        return;
    }
    let mut reported: Vec<&str> = Vec::new();
    for (end, _) in message.branches().iter().enumerate().filter(|(it, _)| is_end(message, *it)) {
        let Some((text, character)) = unbalanced(message, end) else { continue };
        if reported.iter().any(|known| std::ptr::eq(*known, text)) {
            continue;
        }
        reported.push(text);
        let code = u32::from(character);
        let (wrong, help) = if closes(character) {
            (
                format!("U+{code:04X} ends a change of direction that nothing started"),
                "remove it, or put the character that starts the change before it",
            )
        } else {
            (
                format!("U+{code:04X} changes the reading direction and nothing ends it"),
                "remove it, or end it in the same text: U+2069 after U+2066 to U+2068, U+202C after U+202A and U+202B",
            )
        };
        context.at(hits, text, wrong).help(help);
    }
}

/// A quick look: whether such a character can be in it, as itself or as an escape.
fn may_turn(text: &Text<'_>) -> bool {
    let bytes = text.raw.as_bytes();
    match text.kind {
        TextKind::Literal => true,
        TextKind::Element => memchr::memchr_iter(0xE2, bytes).any(|at| {
            let next = |step: usize| bytes.get(at + step).copied().unwrap_or_default();
            matches!((next(1), next(2)), (0x80, 0xAA..=0xAE) | (0x81, 0xA6..=0xA9))
        }),
        TextKind::Number | TextKind::Steering => false,
    }
}

/// Whether no variant stands in the branch.
fn is_end(message: Outline<'_, '_>, branch: usize) -> bool {
    !message
        .branches()
        .iter()
        .any(|it| matches!(it.origin, Origin::Variant { parent, .. } if parent == branch))
}

/// The first character without its other half in what readers see when they get the variant `end`, with its text.
fn unbalanced<'s>(message: Outline<'_, 's>, end: usize) -> Option<(&'s str, char)> {
    let path: Vec<usize> = message.path(end).map(|(branch, _)| branch).collect();
    let mut open: Vec<(&'s str, char)> = Vec::new();
    let on_path = message
        .texts()
        .iter()
        .filter(|text| text.kind != TextKind::Steering && path.contains(&text.branch));
    for text in on_path {
        for character in text.shown().chars() {
            if opens(character) {
                open.push((text.raw, character));
            } else if closes(character) {
                match open.pop() {
                    Some((_, opener)) if is_isolate(opener) == is_isolate(character) => {}
                    Some(_) | None => return Some((text.raw, character)),
                }
            }
        }
    }
    // Overrides are forbidden with or without an end; another rule says so.
    open.into_iter().find(|(_, character)| !matches!(character, '\u{202d}' | '\u{202e}'))
}

fn opens(character: char) -> bool {
    matches!(character, '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}')
}

fn closes(character: char) -> bool {
    matches!(character, '\u{202c}' | '\u{2069}')
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(text: &str) -> String {
        report(
            "unbalanced-direction",
            &format!("--- en-US/faq.ftl\na = x\n--- ar/faq.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn a_change_of_direction_without_an_end_is_reported_also_as_an_escape() {
        insta::assert_snapshot!(
            [found("نص \u{2067}x"), found("{ \"\\u202B\" }x"), found("x\u{202c}")].join("\n")
        );
    }

    #[test]
    fn every_variant_has_to_balance_with_what_stands_around_it() {
        let select = |one: &str, other: &str| {
            found(&format!("\u{2067}{{ $n ->\n    [one] x{one}\n   *[other] y{other}\n }} z\n"))
        };
        assert_eq!(select("\u{2069}", "\u{2069}"), "");
        assert_ne!(select("\u{2069}", ""), "");
    }

    #[test]
    fn pairs_overrides_and_plain_text_are_not() {
        for text in [
            "\u{2067}x\u{2069}",
            "\u{202e}x",
            "\u{202a}a\u{2066}b\u{2069}\u{202c}",
            "نص – x…",
            "{ \"x\" }",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }

    #[test]
    fn an_isolate_does_not_end_with_the_sign_of_an_embedding() {
        assert_ne!(found("\u{2067}x\u{202c}"), "");
        assert_ne!(found("\u{202b}x\u{2069}"), "");
    }
}
