//! Whether the placeables of a translation are those of the reference.

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use crate::{
    flat,
    syntax::{placeable, written},
};

/// What a translation may say in braces.
pub(crate) struct Known<'k> {
    /// The placeables of the text that it is a translation of; one that shows something has to be there.
    pub(crate) wanted: &'k [String],
    /// Those that the translation had before.
    pub(crate) before: &'k [String],
    /// Other placeables that the message has, in either language.
    pub(crate) allowed: &'k [String],
    /// Ids of the terms that there are, without `-`.
    pub(crate) terms: &'k [String],
}

/// The text with its placeables as Fluent's own tools write them. What is wrong with it, and the way out.
pub(crate) fn checked(text: &str, known: &Known<'_>) -> Result<String, (String, String)> {
    let pieces = flat::pieces(text).map_err(|at| {
        let before = text.get(..at).unwrap_or_default();
        let brace = text.get(at..).and_then(|it| it.chars().next()).unwrap_or_default();
        let near: String =
            before.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        (
            format!("a `{brace}` has no partner, after `{near}`"),
            "a brace that readers see is written `{ \"{\" }`".to_owned(),
        )
    })?;
    let mut checked = String::with_capacity(text.len());
    let mut codes = Vec::new();
    for piece in pieces {
        let code = match piece {
            flat::Piece::Text(text) => {
                checked.push_str(text);
                continue;
            }
            flat::Piece::Code(code) => canonical(code),
        };
        let has = |list: &[String]| list.contains(&code);
        if !has(known.wanted) && !has(known.allowed) && !is_harmless(&code, known.terms) {
            return Err((format!("the text has no placeable `{code}`"), there_are(known)));
        }
        checked.push_str(&code);
        codes.push(code);
    }
    let count = |all: &[String], code: &String| all.iter().filter(|it| *it == code).count();
    for code in known.wanted.iter().chain(&codes).filter(|it| is_needed(it)) {
        let there = count(&codes, code);
        if there == 0 {
            let help = "put it where the sentence needs it".to_owned();
            return Err((format!("the placeable `{code}` is lost"), help));
        }
        // A tool may double a text while it leaves the placeables of the old one.
        let most = count(known.wanted, code).max(count(known.before, code)).max(1);
        if there > most {
            let help = format!("leave {most}");
            return Err((format!("the placeable `{code}` is there {there} times"), help));
        }
    }
    Ok(checked)
}

/// A placeable as Fluent's own tools write it; one that stands for something else stays.
fn canonical(code: &str) -> String {
    placeable(code).map_or_else(|| code.to_owned(), |element| written(&element))
}

fn there_are(known: &Known<'_>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for code in known.wanted.iter().chain(known.allowed) {
        if !all.contains(&code.as_str()) {
            all.push(code);
        }
    }
    if all.is_empty() {
        "it has none".to_owned()
    } else {
        format!("there are: `{}`", all.join("`, `"))
    }
}

/// Whether it may stand anywhere: a text in quotation marks, a number, a term that there is.
fn is_harmless(code: &str, terms: &[String]) -> bool {
    match inline(code) {
        Some(InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. }) => {
            true
        }
        Some(InlineExpression::TermReference { id, attribute: None, .. }) => {
            terms.contains(&id.name)
        }
        _ => false,
    }
}

/// Whether no translation can do without it. A term can be written out, in the form that the sentence needs.
fn is_needed(code: &str) -> bool {
    match inline(code) {
        Some(
            InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. },
        ) => true,
        Some(_) => false,
        // What stands for a choice.
        None => true,
    }
}

fn inline(code: &str) -> Option<InlineExpression<String>> {
    match placeable(code)? {
        PatternElement::Placeable { expression: Expression::Inline(inline) } => Some(inline),
        PatternElement::Placeable { expression: Expression::Select { .. } }
        | PatternElement::TextElement { .. } => None,
    }
}
