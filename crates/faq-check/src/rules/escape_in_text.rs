//! Rule `escape-in-text`: `\n` or `\u00A0` outside of quotation marks, where readers see it as it is written.

use faq_l10n::{Features, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "escape-in-text",
    severities: Severities::WARNING,
    doc: include_str!("escape-in-text.md"),
    judge: Judge::Message(Features::BACKSLASH, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (Some(reference), Some(escape)) = (context.reference, escape_in(context.message)) else {
        return;
    };
    // What has a backslash in the reference is about them: a path, the format of a command.
    if has_backslash(reference) {
        return;
    }
    let help = match escape.as_bytes().get(1) {
        Some(b'n' | b'r') => "start a new line in the file, or leave it out".to_owned(),
        Some(b'u' | b'U') => format!("write the character itself, or `{{ \"{escape}\" }}`"),
        _ => "write what stands after the backslash without it".to_owned(),
    };
    context.at(hits, escape, format!("readers see `{escape}` as it is written here")).help(help);
}

fn escape_in<'s>(message: Outline<'_, 's>) -> Option<&'s str> {
    let mut texts = message.texts().iter().filter(|text| text.kind == TextKind::Element);
    texts.find_map(|text| escape(text.raw))
}

fn has_backslash(message: Outline<'_, '_>) -> bool {
    message.texts().iter().any(|text| text.shown().contains('\\'))
}

/// The first escape in a text.
fn escape(text: &str) -> Option<&str> {
    text.match_indices('\\').find_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let hex = |digits: usize| {
            rest.get(1..=digits).is_some_and(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))
        };
        let length = match rest.as_bytes() {
            [b'n' | b'r' | b't' | b'"' | b'\'', ..] => 2,
            [b'u', ..] if hex(4) => 6,
            [b'U', ..] if hex(6) => 8,
            _ => return None,
        };
        text.get(at..at + length)
    })
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "escape-in-text",
            &format!("--- en-US/a.ftl\na = {reference}\n--- fi/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn an_escape_that_readers_see_is_reported() {
        for (translation, escape) in [
            (r"On jo.\nHaluatko?", r"`\n`"),
            (r"5\u00A0kg", r"`\u00A0`"),
            (r"5\U00202Fkg", r"`\U00202F`"),
            (r#"sanoi \"ei\""#, r#"`\"`"#),
        ] {
            let report = found("It says so.", translation);
            assert!(report.contains(escape), "{translation}: {report}");
            assert_eq!(report.matches("escape-in-text").count(), 1, "{report}");
        }
    }

    #[test]
    fn a_literal_and_a_backslash_of_the_reference_are_not() {
        for (reference, translation) in [
            ("5 kg", r#"5{ "\u00A0" }kg"#),
            (r"DOMAIN\user", r"TOIMIALUE\nimi"),
            (r"ends in \n", r"loppu on \n"),
            ("a or b", r"a \ b"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn the_help_is_for_the_escape_and_a_path_has_none() {
        for (translation, help) in [
            (r"On jo.\nHaluatko?", "start a new line in the file"),
            (r"5\u00A0kg", r#"write the character itself, or `{ "\u00A0" }`"#),
            (r#"sanoi \"ei\""#, "write what stands after the backslash without it"),
        ] {
            assert!(found("It says so.", translation).contains(help), "{translation}");
        }
        assert_eq!(super::escape(r"C:\Users\unelma"), None);
    }
}
