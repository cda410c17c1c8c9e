//! The texts of one locale, message by message.

use std::collections::BTreeSet;

use faq_l10n::{FtlFile, Kind, Target, span_of};

use super::REFERENCE;

/// The texts of one locale.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    pub(super) locale: String,
    pub(super) entries: Vec<Text>,
    /// Name and text of each settings file.
    pub(super) settings: Vec<(String, String)>,
}

/// A message or term with its comment.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// Fluent id, a term's with its `-`.
    pub(super) id: String,
    /// The message with its comment, as it is written.
    pub(super) written: String,
    /// Messages and terms that it refers to.
    pub(super) uses: Vec<String>,
}

impl Text {
    /// Without its comment, unless that says what a variable is.
    fn short(&self) -> &str {
        let text = self.without_comment();
        let comment = self.written.strip_suffix(text).unwrap_or_default();
        if comment.contains('$') { &self.written } else { text }
    }

    pub(super) fn without_comment(&self) -> &str {
        let comment: usize = self
            .written
            .split_inclusive('\n')
            .take_while(|line| line.starts_with('#'))
            .map(str::len)
            .sum();
        self.written.get(comment..).unwrap_or_default()
    }
}

impl Texts {
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|it| it.id.as_str())
    }

    pub(super) fn find(&self, id: &str) -> Option<&Text> {
        self.entries.iter().find(|it| it.id == id)
    }

    /// A file of these messages and terms; many of them without comments and empty lines.
    pub(super) fn file(&self, ids: &BTreeSet<&str>, are_many: bool) -> String {
        let entries = self.entries.iter().filter(|it| ids.contains(it.id.as_str()));
        let texts: Vec<&str> =
            entries.map(|it| if are_many { it.short() } else { it.written.as_str() }).collect();
        texts.join(if are_many { "" } else { "\n" })
    }
}

pub(super) fn take_reference(locales: &mut Vec<Texts>) -> Texts {
    let index = locales.iter().position(|it| it.locale == REFERENCE);
    index.map_or_else(
        || Texts { locale: REFERENCE.to_owned(), entries: Vec::new(), settings: Vec::new() },
        |index| locales.remove(index),
    )
}

/// These messages and terms, and all that they need in one of the locales.
pub(super) fn closure<'t>(
    locales: &[&'t Texts],
    mut wanted: BTreeSet<&'t str>,
) -> BTreeSet<&'t str> {
    loop {
        let entries = locales.iter().flat_map(|texts| &texts.entries);
        let more: Vec<&str> = entries
            .filter(|it| wanted.contains(it.id.as_str()))
            .flat_map(|it| it.uses.iter().map(String::as_str))
            .filter(|it| !wanted.contains(it))
            .collect();
        if more.is_empty() {
            return wanted;
        }
        wanted.extend(more);
    }
}

/// The messages and terms of a file, each with the comment right above it.
pub(super) fn entries(source: &str) -> Vec<Text> {
    let file = FtlFile::parse("x.ftl", "x.ftl", source);
    let starts: Vec<usize> = file
        .outlines
        .iter()
        .filter_map(|it| span_of(source, it.id()))
        .map(|span| with_comment(source, span.start))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    let texts = starts.iter().zip(ends).filter_map(|(start, end)| source.get(*start..end));
    file.outlines
        .iter()
        .zip(texts)
        .map(|(outline, text)| {
            let is_message = outline.kind() == Kind::Message;
            let lines = text.lines().filter(|line| !line.starts_with("##"));
            let text = lines.collect::<Vec<_>>().join("\n");
            let uses = outline.references().iter().filter_map(|it| match it.target {
                Target::Message(id, _) => Some(id.to_owned()),
                Target::Term(id, _) => Some(format!("-{id}")),
                Target::Variable(_) | Target::Function(_) => None,
            });
            Text {
                id: format!("{}{}", if is_message { "" } else { "-" }, outline.id()),
                written: format!("{}\n", text.trim_end()),
                uses: uses.collect(),
            }
        })
        .collect()
}

/// Where the entry starts whose id stands at `id`: at the comment right above it.
fn with_comment(source: &str, id: usize) -> usize {
    let before = source.get(..id).unwrap_or_default();
    let mut start = before.rfind('\n').map_or(0, |end| end + 1);
    while let Some(above) = source.get(..start).and_then(|it| it.strip_suffix('\n')) {
        let line = above.rfind('\n').map_or(0, |end| end + 1);
        if !above.get(line..).is_some_and(|it| it.starts_with("# ")) {
            break;
        }
        start = line;
    }
    start
}
