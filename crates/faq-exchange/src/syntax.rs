//! Fluent's syntax: messages and placeables read and written, flat texts as patterns.

use fluent_syntax::{
    ast::{
        Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource,
    },
    parser, serializer,
};

use crate::flat;

/// The message or term that `text` is, without its comment.
pub(crate) fn read(text: &str) -> Option<Entry<String>> {
    // Measures the text, which a parser must not see otherwise.
    let [_] = faq_l10n::entries(text).try_into().ok()?;
    let mut body = parser::parse(text.to_owned()).ok()?.body;
    let mut entry = body.pop().filter(|_| body.is_empty())?;
    match &mut entry {
        Entry::Message(message) => message.comment = None,
        Entry::Term(term) => term.comment = None,
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => return None,
    }
    Some(entry)
}

/// The pattern that a flat text says. Each kept placeable has to stand in it once. A text that is as it was is taken as it
/// is; in any other what Fluent would take for a sign at the start of a line becomes a literal.
pub(crate) fn pattern_of(
    text: &str,
    mut kept: Vec<(&str, PatternElement<String>)>,
    same: bool,
) -> Option<Pattern<String>> {
    let lines = text.contains('\n') || !kept.is_empty();
    let mut elements = Vec::new();
    let mut starts_line = true;
    for piece in flat::pieces(text).ok()? {
        match piece {
            flat::Piece::Code(code) => {
                match kept.iter().position(|(marker, _)| *marker == code) {
                    Some(index) => elements.push(kept.remove(index).1),
                    None => elements.push(placeable(code)?),
                }
                starts_line = false;
            }
            flat::Piece::Text(text) => {
                for line in text.split_inclusive('\n') {
                    let sign = (!same && lines && starts_line)
                        .then(|| line.chars().next())
                        .flatten()
                        .filter(|it| matches!(it, '[' | '*' | '.' | ' '));
                    let rest = line.get(sign.map_or(0, char::len_utf8)..)?;
                    elements.extend(sign.map(literal));
                    if !rest.is_empty() {
                        elements.push(PatternElement::TextElement { value: rest.to_owned() });
                    }
                    starts_line = line.ends_with('\n');
                }
            }
        }
    }
    (kept.is_empty() && !elements.is_empty()).then_some(Pattern { elements })
}

fn literal(character: char) -> PatternElement<String> {
    let value = character.to_string();
    let expression = Expression::Inline(InlineExpression::StringLiteral { value });
    PatternElement::Placeable { expression }
}

/// A placeable in braces, read.
pub(crate) fn placeable(code: &str) -> Option<PatternElement<String>> {
    let Entry::Message(Message { value: Some(mut value), attributes, .. }) =
        read(&format!("x = {code}"))?
    else {
        return None;
    };
    let element = value.elements.pop().filter(|_| value.elements.is_empty())?;
    let is_placeable = matches!(element, PatternElement::Placeable { .. });
    (is_placeable && attributes.is_empty()).then_some(element)
}

/// A placeable as Fluent's own tools write it, with its braces.
pub(crate) fn written(element: &PatternElement<String>) -> String {
    let id = Identifier { name: "x".to_owned() };
    let value = Some(Pattern { elements: vec![element.clone()] });
    let message = Message { id, value, attributes: Vec::new(), comment: None };
    let text = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    let code = text.trim_start_matches("x =").trim();
    flat::of_code(code)
}

/// What a flat text shows: literals are text, lines of spaces are empty.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::new();
    for piece in flat::pieces(text).unwrap_or_default() {
        match piece {
            flat::Piece::Text(text) => shown.push_str(text),
            flat::Piece::Code(code) => match placeable(code) {
                Some(PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                }) => shown.push_str(&value),
                _ => shown.push_str(code),
            },
        }
    }
    shown
}
