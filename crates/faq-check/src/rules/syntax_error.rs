//! Rule `syntax-error`: what the Fluent parser could not read.

use std::collections::BTreeMap;

use faq_l10n::{Outline, SyntaxError, span_of};
use fluent_syntax::parser::ErrorKind;

use crate::{
    context::FileContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "syntax-error",
    severities: Severities::ERROR,
    doc: include_str!("syntax-error.md"),
    judge: Judge::File(judge),
};

fn judge<'s>(context: &FileContext<'_, 's>, hits: &mut Hits) {
    let source = context.file.source;
    let owner = |it: Outline<'_, 's>| Some((context.file.lost_attribute(it)?.lost.start, it.id()));
    let has_errors = !context.file.syntax_errors.is_empty();
    let outlines = context.file.outlines.iter().filter(|_| has_errors);
    // The messages of attributes that were lost, by where those start.
    let owners: BTreeMap<usize, &str> = outlines.filter_map(owner).collect();
    for error in &context.file.syntax_errors {
        let lost = source.get(error.lost.clone()).unwrap_or_default();
        let owner = owners.get(&error.lost.start).copied();
        let id = message_id(lost).or(owner);
        let (text, help) = explain(&error.kind, id);
        let name = id.unwrap_or(NO_ID);
        let help = match owner {
            Some(_) => format!(
                "{help}. Until then `{name}` has lost its attributes from here on, and in some programs all of it"
            ),
            None => format!("{help}. Until then all of `{name}` is lost"),
        };
        let span = place(source, error, lost, id);
        let hit = hits.add(context.place(span), text).help(help);
        if let Some(id) = id {
            hit.message(id);
        }
    }
}

/// What stands for an id that is not there.
const NO_ID: &str = "message-id";

/// Where to point. What is never closed is noticed only where something else begins, on a later line: then the brace that
/// was opened is the place, or the message's id.
fn place(
    source: &str,
    error: &SyntaxError,
    lost: &str,
    id: Option<&str>,
) -> std::ops::Range<usize> {
    let start = source.floor_char_boundary(error.span.start.min(source.len()));
    let end = source.ceil_char_boundary(error.span.end.min(error.lost.end).max(start));
    let first_line = error.lost.start + lost.find('\n').unwrap_or(lost.len());
    let at_line_end =
        source.get(start..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    let is_unclosed =
        matches!(error.kind, ErrorKind::ExpectedToken('}') | ErrorKind::UnterminatedStringLiteral);
    if is_unclosed
        && let Some(brace) =
            source.get(error.lost.start..start).and_then(|before| before.rfind('{'))
    {
        let brace = error.lost.start + brace;
        return brace..brace + 1;
    }
    match id.and_then(|id| span_of(source, id)) {
        Some(id) if at_line_end || start > first_line || end - start > 200 => id,
        Some(_) | None => start..end,
    }
}

/// The id at the start of what was lost, as it is written.
pub(super) fn message_id(lost: &str) -> Option<&str> {
    let end = lost
        .char_indices()
        .find(|(at, it)| {
            !(it.is_ascii_alphanumeric() || *it == '_' || *it == '-')
                || (*at == 0 && it.is_ascii_digit())
        })
        .map_or(lost.len(), |(at, _)| at);
    lost.get(..end).filter(|id| id.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// The parser's reason in plain words, and the way out.
fn explain(kind: &ErrorKind, id: Option<&str>) -> (String, String) {
    let id = id.unwrap_or(NO_ID);
    let (text, help) = match kind {
        ErrorKind::ExpectedToken('=') => (
            "this line is neither a message nor the rest of one".to_owned(),
            format!(
                "start a message with `{id} = `; start the second line of a text with four spaces"
            ),
        ),
        ErrorKind::ExpectedToken('}') => {
            ("a `{` is never closed".to_owned(), "add the `}` that is missing".to_owned())
        }
        ErrorKind::ExpectedToken(token) => {
            (format!("`{token}` is missing here"), format!("add `{token}`"))
        }
        ErrorKind::ExpectedCharRange { range } => (
            "something else is needed here".to_owned(),
            format!("write one of these: {}", range.replace("\n | \r\n", "a new line")),
        ),
        ErrorKind::ExpectedMessageField { .. }
        | ErrorKind::ExpectedTermField { .. }
        | ErrorKind::MissingValue => (
            format!("`{id}` has no text"),
            "write the text after the `=`, on the same line".to_owned(),
        ),
        ErrorKind::ForbiddenCallee => (
            "this is not the name of a function".to_owned(),
            "in plain text no round brackets belong inside `{ … }`".to_owned(),
        ),
        ErrorKind::MissingDefaultVariant => (
            "none of the variants is the default".to_owned(),
            "put a `*` before one of them: `*[other]`".to_owned(),
        ),
        ErrorKind::MultipleDefaultVariants => (
            "two variants are marked as the default".to_owned(),
            "leave the `*` at one of them only".to_owned(),
        ),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => (
            "a choice cannot depend on this".to_owned(),
            "write a variable before `->`, such as `{ $number -> … }`".to_owned(),
        ),
        ErrorKind::TermAttributeAsPlaceable => (
            "an attribute of a term cannot be shown".to_owned(),
            "use the term itself: `{ -term }`".to_owned(),
        ),
        ErrorKind::UnterminatedStringLiteral => (
            "a `\"` inside `{ … }` is never closed".to_owned(),
            "add the `\"` that is missing".to_owned(),
        ),
        ErrorKind::PositionalArgumentFollowsNamed | ErrorKind::DuplicatedNamedArgument(_) => (
            "the arguments in the round brackets are out of order or given twice".to_owned(),
            "copy this part from the reference text".to_owned(),
        ),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => (
            "this is not an escape sequence".to_owned(),
            "write the character itself; a backslash is written `\\\\`".to_owned(),
        ),
        ErrorKind::UnbalancedClosingBrace => (
            "a `}` has no `{` before it".to_owned(),
            "remove it, or add the `{` that is missing".to_owned(),
        ),
        ErrorKind::ExpectedInlineExpression | ErrorKind::ExpectedLiteral => (
            "there is no name after the `{`".to_owned(),
            "write what stands in the reference text, such as `{ $name }` or `{ -term }`"
                .to_owned(),
        ),
    };
    (text, help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{places, report};

    #[test]
    fn the_place_is_what_is_wrong_or_the_message_where_that_is_noticed_too_late() {
        for (text, place) in [
            ("a = x { $n\nb = y", "{"),
            ("abc\nb = y", "abc"),
            ("a = { $n ->\n    [one] x\n } y", "a"),
            ("a = x } y", "}"),
        ] {
            assert_eq!(
                places("syntax-error", &format!("--- en-US/a.ftl\n{text}\n")),
                [place],
                "{text}"
            );
        }
    }

    #[test]
    fn an_attribute_that_cannot_be_read_is_told_as_a_message_is() {
        let tree = "--- en-US/a.ftl\nm = Hello\n    .label = Open { $x }\n    .key = O\nn = N\n--- de/a.ftl\nm = Hallo\n    .label = Öffne { $x\n    .key = Ö\nn = N\n";
        let said = report("syntax-error", tree);
        assert!(said.contains("a `{` is never closed"), "{said}");
        assert!(said.contains("`m` has lost its attributes from here on"), "{said}");
        assert_eq!(places("syntax-error", tree), ["{"]);
        assert_eq!(report("shape-mismatch", tree), "");
    }

    #[test]
    fn what_the_parser_says_is_told_in_plain_words_with_the_message_that_is_lost() {
        for (text, what) in [
            ("a-b_1 = x { $n\nb = y", "a `{` is never closed"),
            ("a-b_1 =\nb = y", "`a-b_1` has no text"),
            ("a-b_1 = { $n ->\n    [one] x\n }", "none of the variants is the default"),
            ("a-b_1 = { $n ->\n   *[one] x\n   *[other] y\n }", "two variants are marked"),
            ("a-b_1 = x } y", "a `}` has no `{` before it"),
            ("a-b_1 = { \"x }", "a `\"` inside `{ … }` is never closed"),
            ("a-b_1 = { \"\\x\" }", "this is not an escape sequence"),
            ("a-b_1 = { b ->\n   *[other] y\n }", "a choice cannot depend on this"),
            ("a-b_1 = { -b.c }", "an attribute of a term cannot be shown"),
            ("a-b_1 = { min(1) }", "this is not the name of a function"),
        ] {
            let report = report("syntax-error", &format!("--- en-US/a.ftl\n{text}\n"));
            assert!(report.contains(what), "{text}: {report}");
            assert!(report.contains("Until then all of `a-b_1` is lost"), "{text}: {report}");
        }
    }

    #[test]
    fn an_id_ends_where_no_character_of_ids_stands_and_does_not_begin_with_a_digit() {
        assert_eq!(message_id("a-b_1 = x"), Some("a-b_1"));
        assert_eq!(message_id("1a = x"), None);
        assert_eq!(message_id("-_ = x"), None);
    }
}
