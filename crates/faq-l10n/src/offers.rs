//! Texts that wait for their translation: they stand in a locale's file as comments, marked so that a program knows them.
//!
//! Nothing that is not translated can so be taken for a translation, by a reader or by a rule.

use std::ops::Range;

use crate::{
    editing::FtlEntry,
    plural_variants::{PluralForms, with_forms_of},
};

/// Stands before each line of such a text. A translator takes it away.
pub(crate) const MARK: &str = "# >>";

/// The lines of a text of the reference as they wait for a translation: its comment, and itself behind marks, with the plural forms of
/// the language. Without the last line end.
pub(crate) fn offer(entry: &FtlEntry<'_>, forms: &PluralForms) -> String {
    let comment = entry.comment.lines().map(str::to_owned);
    comment.chain(marked(entry, forms)).collect::<Vec<_>>().join("\n")
}

/// The marked lines alone.
pub(crate) fn marked(entry: &FtlEntry<'_>, forms: &PluralForms) -> Vec<String> {
    let text = with_forms_of(entry.text, forms);
    text.lines().map(|line| format!("{MARK} {line}").trim_end().to_owned()).collect()
}

/// Where the line stands on which the message or term `id` (a term's with its `-`) waits for its translation.
pub fn offered(source: &str, id: &str) -> Option<Range<usize>> {
    let mut at = 0;
    source.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let text = line.trim_end();
        (offered_id(text) == Some(id)).then(|| start..start + text.len())
    })
}

/// The text behind the mark of a line, if it has one.
pub(crate) fn behind_mark(line: &str) -> Option<&str> {
    let rest = line.trim_end_matches(['\r', '\n']).strip_prefix(MARK)?;
    rest.strip_prefix(' ').or(rest.is_empty().then_some(""))
}

/// The message or term that a marked line begins.
pub(crate) fn offered_id(line: &str) -> Option<&str> {
    behind_mark(line).and_then(defined_id)
}

/// The message or term that a line begins, if it begins one: what stands at its start, before a `=`.
pub(crate) fn defined_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end_matches(' ');
    let name = id.strip_prefix('-').unwrap_or(id);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic())
        && name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'));
    is_name.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_waits_is_found_by_its_name() {
        let source =
            "# About a.\r\n# >> a = A\r\n# >>     .b = B\r\n\r\n# >> -t = T\nc = # >> d = D\n";
        let found = |id| offered(source, id).and_then(|span| source.get(span));
        assert_eq!(found("a"), Some("# >> a = A"));
        assert_eq!(found("-t"), Some("# >> -t = T"));
        assert_eq!([found("t"), found("d"), found("b"), found(".b")], [None; 4]);
    }
}
