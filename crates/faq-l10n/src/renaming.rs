//! Gives messages and terms of a Fluent file other names, where they are defined and wherever something refers to them.

use std::{collections::BTreeMap, fmt};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

use crate::{
    offers::{MARK, behind_mark},
    pieces::{PieceKind, pieces},
    source::span_of,
};

/// A text that cannot be read names something that is to be renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrenamed {
    /// Where the text stands in the file, in bytes.
    pub at: usize,
    /// What it names.
    pub id: String,
}

/// The file with every id of `names` (a term's with its `-`) called as it says there. What waits for its translation is renamed too; every
/// other byte stays.
pub fn rename_ids(source: &str, names: &BTreeMap<String, String>) -> Result<String, Unrenamed> {
    let body = source.trim_start_matches('\u{feff}');
    let pieces = pieces(body);
    let length: usize = pieces.iter().map(|it| it.text.len()).sum();
    let mut at = source.len() - length;
    let mut text = source.get(..at).unwrap_or_default().to_owned();
    for piece in &pieces {
        match &piece.kind {
            PieceKind::Entry(entry) => text.push_str(&renamed(piece.text, entry, names)),
            PieceKind::Comment => {
                let renamed = in_comment(piece.text, names);
                text.push_str(&renamed.map_err(|error| Unrenamed { at, ..error })?);
            }
            PieceKind::Unread => {
                if let Some(id) = names.keys().find(|id| is_named(piece.text, id)) {
                    return Err(Unrenamed { at, id: id.clone() });
                }
                text.push_str(piece.text);
            }
        }
        at += piece.text.len();
    }
    Ok(text)
}

/// Whether the id stands in a text as a word.
fn is_named(text: &str, id: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    text.match_indices(id).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + id.len()..).unwrap_or_default();
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}

/// The lines of what waits, renamed; all others as they are.
fn in_comment(text: &str, names: &BTreeMap<String, String>) -> Result<String, Unrenamed> {
    let waits: String =
        text.lines().filter_map(behind_mark).flat_map(|line| [line, "\n"]).collect();
    if waits.is_empty() {
        return Ok(text.to_owned());
    }
    // A name has no line break, so that the lines stay as many.
    let renamed = rename_ids(&waits, names)?;
    let mut renamed = renamed.lines();
    let line = |line: &str| {
        let end = line.get(line.trim_end_matches(['\r', '\n']).len()..).unwrap_or_default();
        match behind_mark(line).and_then(|_| renamed.next()) {
            Some("") => format!("{MARK}{end}"),
            Some(new) => format!("{MARK} {new}{end}"),
            None => line.to_owned(),
        }
    };
    Ok(text.split_inclusive('\n').map(line).collect())
}

fn renamed(text: &str, entry: &Entry<&str>, names: &BTreeMap<String, String>) -> String {
    let mut found = Found::default();
    let attributes = match entry {
        Entry::Message(message) => {
            found.ids.push((false, message.id.name));
            message.value.iter().for_each(|it| found.pattern(it));
            message.attributes.as_slice()
        }
        Entry::Term(term) => {
            found.ids.push((true, term.id.name));
            found.pattern(&term.value);
            term.attributes.as_slice()
        }
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => &[],
    };
    for attribute in attributes {
        found.pattern(&attribute.value);
    }
    let mut new = text.to_owned();
    let mut edits: Vec<(std::ops::Range<usize>, &str)> = Vec::new();
    for (is_term, id) in found.ids {
        let name = if is_term { names.get(&format!("-{id}")) } else { names.get(id) };
        let name = name.map(|it| it.strip_prefix('-').unwrap_or(it));
        edits.extend(span_of(text, id).zip(name));
    }
    edits.sort_by_key(|(span, _)| span.start);
    for (span, name) in edits.into_iter().rev() {
        new.replace_range(span, name);
    }
    new
}

/// The names in an entry: whether of a term, and the name without `-`.
#[derive(Default)]
struct Found<'s> {
    ids: Vec<(bool, &'s str)>,
}

impl<'s> Found<'s> {
    fn pattern(&mut self, pattern: &Pattern<&'s str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::Placeable { expression } => self.expression(expression),
                PatternElement::TextElement { .. } => {}
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::MessageReference { id, .. } => self.ids.push((false, id.name)),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.ids.push((true, id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'s str>) {
        arguments.positional.iter().for_each(|it| self.inline(it));
        arguments.named.iter().for_each(|it| self.inline(&it.value));
    }
}

impl fmt::Display for Unrenamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` stands in a text that cannot be read", self.id)
    }
}

impl std::error::Error for Unrenamed {}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(source: &str) -> Result<String, Unrenamed> {
        let names = [("old", "new"), ("-old", "-fresh")];
        rename_ids(source, &names.map(|(a, b)| (a.to_owned(), b.to_owned())).into())
    }

    #[test]
    fn a_name_changes_where_it_is_defined_and_referred_to_and_nowhere_else() {
        let source = "\u{feff}# old\r\nold   = old { old } { old.old } { -old(old: \"old\") }\r\n    .old = { $old ->\r\n        [old] { FOO(old) }\r\n       *[other] { { -old } }\r\n    }\r\n-old = x\r\nolder = { $x }";
        let expected = "\u{feff}# old\r\nnew   = old { new } { new.old } { -fresh(old: \"old\") }\r\n    .old = { $old ->\r\n        [old] { FOO(new) }\r\n       *[other] { { -fresh } }\r\n    }\r\n-fresh = x\r\nolder = { $x }";
        assert_eq!(renamed(source).as_deref(), Ok(expected));
    }

    #[test]
    fn what_waits_is_renamed_too() {
        let source =
            "# old\n# >> old =\n# >>     x { -old }\n# >>\n# >>     y\n# >> a = { old }\n\na = A\n";
        let expected =
            source.replace(">> old", ">> new").replace("-old", "-fresh").replace("{ old", "{ new");
        assert_eq!(renamed(source), Ok(expected));
    }

    #[test]
    fn a_name_in_a_text_that_cannot_be_read_is_refused() {
        let refused = Unrenamed { at: 6, id: "old".to_owned() };
        assert_eq!(renamed("a = A\nb = { old\n"), Err(refused));
        assert_eq!(renamed("older = {\n").as_deref(), Ok("older = {\n"));
    }
}
