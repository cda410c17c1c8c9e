//! A tree without a mistake and the message in it that is to get one.

use std::ops::Range;

use faq_l10n::{FtlFile, Kind, Origin, Outline, TextKind, span_of};

use crate::{case::Target, operators::Seeded, random::Random, sources::REFERENCE, tree::Tree};

/// A tree without a mistake and the message in it that is to get one.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The tree.
    pub tree: Tree,
    /// The locale of the message.
    pub locale: String,
    /// The file of the message.
    pub path: String,
    /// The reference's file.
    pub reference_path: String,
    /// Fluent id of the message, a term's with its `-`.
    pub message: String,
    /// Whether a catalog says what has to be there.
    pub has_catalog: bool,
    /// Other locales, and the file with the same message in them.
    pub others: Vec<(String, String)>,
}

/// A piece of running text of a message.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// Where in the file.
    pub(crate) span: Range<usize>,
    /// What it says.
    pub(crate) text: String,
}

impl Scene {
    /// The file of the message.
    pub(crate) fn text(&self) -> &str {
        self.tree.text(&self.path)
    }

    /// The reference's file.
    pub(crate) fn reference_text(&self) -> &str {
        self.tree.text(&self.reference_path)
    }

    /// Whether the message is a term.
    pub(crate) fn is_term(&self) -> bool {
        self.message.starts_with('-')
    }

    /// The language of the locale, without script and region.
    pub(crate) fn language(&self) -> &str {
        self.locale.split('-').next().unwrap_or_default()
    }

    /// Whether the catalog pins a quotation in it.
    pub(crate) fn has_quotation(&self) -> bool {
        self.tree.text("catalog.toml").contains("pinned")
    }

    /// Other locales' message, by locale.
    pub(crate) fn others(&self) -> impl Iterator<Item = (&str, &str)> {
        self.others.iter().map(|(locale, text)| (locale.as_str(), text.as_str()))
    }

    /// Says something about the message.
    pub(crate) fn of_message<T>(
        &self,
        ask: impl FnOnce(Outline<'_, '_>, &str) -> Option<T>,
    ) -> Option<T> {
        of_message(self.text(), &self.message, ask)
    }

    /// Says something about the reference's message.
    pub(crate) fn of_reference<T>(
        &self,
        ask: impl FnOnce(Outline<'_, '_>, &str) -> Option<T>,
    ) -> Option<T> {
        of_message(self.reference_text(), &self.message, ask)
    }

    /// The running text of the message, piece by piece.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        self.of_message(|message, source| Some(pieces(message, source))).unwrap_or_default()
    }

    /// The running text of the reference's message, piece by piece.
    pub(crate) fn reference_pieces(&self) -> Vec<Piece> {
        self.of_reference(|message, source| Some(pieces(message, source))).unwrap_or_default()
    }

    /// The whole message from its id to its last line, in its file.
    pub(crate) fn message_span(&self) -> Option<Range<usize>> {
        entry_span(self.text(), &self.message)
    }

    /// The whole message of the reference.
    pub(crate) fn reference_span(&self) -> Option<Range<usize>> {
        entry_span(self.reference_text(), &self.message)
    }

    /// The value of the message where it is nothing but one text, placeables included: from its first to its last sign.
    pub(crate) fn plain_value(&self) -> Option<Range<usize>> {
        let is_plain = self.of_message(|message, _| {
            let only = message.branches().len() == 1;
            let first = message.branches().first()?;
            Some(only && matches!(first.origin, Origin::Value))
        })?;
        let span = self.message_span().filter(|_| is_plain)?;
        let text = self.text().get(span.clone())?;
        let sign = text.find('=')? + 1;
        let value = text.get(sign..)?;
        let start = span.start + sign + value.len() - value.trim_start().len();
        let end = span.start + sign + value.trim_end().len();
        (start < end).then_some(start..end)
    }

    /// The message with other text in the place of `span`.
    pub(crate) fn edit(&self, span: Range<usize>, text: &str) -> Option<Seeded> {
        self.edit_in(&self.path, span, text)
    }

    /// The reference's message with other text in the place of `span`.
    pub(crate) fn edit_reference(&self, span: Range<usize>, text: &str) -> Option<Seeded> {
        let seeded = self.edit_in(&self.reference_path, span, text)?;
        Some(Seeded { locale: REFERENCE.to_owned(), ..seeded })
    }

    fn edit_in(&self, path: &str, span: Range<usize>, text: &str) -> Option<Seeded> {
        let source = self.tree.text(path);
        let before = source.get(..span.start)?;
        let after = source.get(span.end..)?;
        let new = format!("{before}{text}{after}");
        if new == source {
            return None;
        }
        Some(self.seeded(self.tree.with(path, new)))
    }

    /// The message with the second of one of the pairs in the place of the first.
    pub(crate) fn replace_one(
        &self,
        random: &mut Random,
        pairs: &[(&str, &str)],
    ) -> Option<Seeded> {
        let span = self.message_span()?;
        let text = self.text().get(span.clone())?;
        let found: Vec<(usize, &(&str, &str))> =
            pairs.iter().filter_map(|pair| Some((text.find(pair.0)?, pair))).collect();
        let (at, (from, to)) = random.pick(&found)?;
        self.edit(span.start + at..span.start + at + from.len(), to)
    }

    /// The file with other text, which is about the message.
    pub(crate) fn rewrite(&self, text: &str) -> Option<Seeded> {
        self.edit(0..self.text().len(), text)
    }

    /// Another tree, in which the message is wrong.
    pub(crate) fn seeded(&self, tree: Tree) -> Seeded {
        Seeded { tree, target: Target::Message(self.message.clone()), locale: self.locale.clone() }
    }

    /// Another tree, in which a file is wrong.
    pub(crate) fn seeded_file(&self, tree: Tree, path: &str) -> Seeded {
        Seeded { tree, target: Target::File(path.to_owned()), locale: self.locale.clone() }
    }
}

fn of_message<T>(
    source: &str,
    message: &str,
    ask: impl FnOnce(Outline<'_, '_>, &str) -> Option<T>,
) -> Option<T> {
    let file = FtlFile::parse("x.ftl", "x.ftl", source);
    let (kind, id) = match message.strip_prefix('-') {
        Some(id) => (Kind::Term, id),
        None => (Kind::Message, message),
    };
    let outline = file.outlines.iter().find(|it| it.kind() == kind && it.id() == id)?;
    ask(outline, source)
}

fn pieces(message: Outline<'_, '_>, source: &str) -> Vec<Piece> {
    let texts = message.texts().iter().filter(|it| it.kind == TextKind::Element);
    texts
        .filter_map(|it| Some(Piece { span: span_of(source, it.raw)?, text: it.raw.to_owned() }))
        .collect()
}

/// An entry from its id to the end of its last line.
pub(crate) fn entry_span(source: &str, id: &str) -> Option<Range<usize>> {
    let mut start = 0;
    let mut end = None;
    for line in source.split_inclusive('\n') {
        let is_start = line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        let goes_on = line.starts_with([' ', '}']) || line.trim().is_empty();
        match end {
            None if is_start => end = Some(start..start + line.len()),
            Some(_) if goes_on && line.trim().is_empty() => {}
            Some(ref mut range) if goes_on => range.end = start + line.len(),
            Some(_) => break,
            None => {}
        }
        start += line.len();
    }
    end
}
