//! The text of one way through a message, as a reader sees it, with the placeables as gaps.

use std::{borrow::Cow, ops::Range};

use faq_l10n::{Origin, Outline, Target, Text, TextKind, span_of};

/// Stands for a placeable whose text is not known.
pub(crate) const GAP: char = '\u{fffc}';

/// Most bytes of text, over all ways through a message, that are put together; of further variants, the text of each alone.
const MOST: usize = 64 * 1024;

/// The text of a value or an attribute when every select expression in it has taken one variant.
#[derive(Debug)]
pub(crate) struct Passage<'s> {
    /// The attribute that it is the text of; none for the value.
    pub(crate) attribute: Option<&'s str>,
    /// The text, with a [`GAP`] for each run of placeables.
    pub(crate) text: String,
    pieces: Vec<Piece<'s>>,
}

/// What stands at one place of a passage.
#[derive(Debug)]
struct Piece<'s> {
    /// Where it starts in the passage's text.
    start: usize,
    /// Where it comes from: a slice of the file.
    raw: &'s str,
    kind: PieceKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PieceKind {
    /// Text as it stands in the file.
    Verbatim,
    /// A text literal with escapes.
    Escaped,
    /// A variable.
    Variable,
    /// A term.
    Term,
    /// A message or a function.
    Other,
}

/// Every way through a message: each variant once, with the default variants of all other select expressions.
pub(crate) fn passages<'s>(message: Outline<'_, 's>) -> Vec<Passage<'s>> {
    let branches = message.branches();
    let mut has_variants = vec![false; branches.len()];
    for branch in branches {
        if let Origin::Variant { parent, .. } = branch.origin
            && let Some(it) = has_variants.get_mut(parent)
        {
            *it = true;
        }
    }
    let mut bytes = 0;
    let ends = has_variants.iter().enumerate().filter(|(_, has)| !**has).map(|(end, _)| end);
    ends.map(|end| {
        let chosen = if bytes < MOST { chosen(message, end) } else { alone(message, end) };
        let attribute = message.path(end).find_map(|(_, branch)| match branch.origin {
            Origin::Attribute(name) => Some(name),
            Origin::Value | Origin::Variant { .. } => None,
        });
        let passage = Passage::new(message, attribute, &chosen);
        bytes += passage.text.len();
        passage
    })
    .collect()
}

/// The branches that a reader sees on the way to `end`. Every branch stands before its variants.
fn chosen(message: Outline<'_, '_>, end: usize) -> Vec<bool> {
    let mut on_path = alone(message, end);
    let mut decided = vec![false; message.selects().len()];
    for (index, branch) in message.path(end) {
        if let Some(it) = on_path.get_mut(index) {
            *it = true;
        }
        if let Origin::Variant { select, .. } = branch.origin
            && let Some(it) = decided.get_mut(select)
        {
            *it = true;
        }
    }
    let mut chosen = on_path;
    for (index, branch) in message.branches().iter().enumerate() {
        if let Origin::Variant { parent, select, default: true, .. } = branch.origin
            && decided.get(select) == Some(&false)
            && chosen.get(parent) == Some(&true)
            && let Some(it) = chosen.get_mut(index)
        {
            *it = true;
        }
    }
    chosen
}

/// The branch `end` and no other.
fn alone(message: Outline<'_, '_>, end: usize) -> Vec<bool> {
    (0..message.branches().len()).map(|branch| branch == end).collect()
}

impl<'s> Passage<'s> {
    fn new(message: Outline<'_, 's>, attribute: Option<&'s str>, chosen: &[bool]) -> Self {
        let is_chosen = |branch: usize| chosen.get(branch) == Some(&true);
        let texts = message.texts().iter();
        let texts = texts.filter(|it| is_chosen(it.branch) && it.kind != TextKind::Steering);
        let gaps = message.references().iter().filter(|it| is_chosen(it.branch) && it.shown);
        let gaps = gaps.map(|it| match it.target {
            Target::Variable(name) => (name, PieceKind::Variable),
            Target::Term(name, _) => (name, PieceKind::Term),
            Target::Message(name, _) | Target::Function(name) => (name, PieceKind::Other),
        });
        let mut parts: Vec<(&'s str, PieceKind, Option<&Text<'s>>)> =
            texts.map(|text| (text.raw, PieceKind::Verbatim, Some(text))).collect();
        parts.extend(gaps.map(|(name, kind)| (name, kind, None)));
        // All are slices of one file, so their order is the order of their addresses.
        parts.sort_by_key(|(raw, ..)| raw.as_ptr());
        let mut passage = Self { attribute, text: String::new(), pieces: Vec::new() };
        for (raw, kind, text) in parts {
            passage.push(raw, kind, text);
        }
        passage
    }

    fn push(&mut self, raw: &'s str, kind: PieceKind, text: Option<&Text<'s>>) {
        let start = self.text.len();
        let kind = match text.map(Text::shown) {
            Some(Cow::Borrowed(shown)) => {
                self.text.push_str(shown);
                kind
            }
            Some(Cow::Owned(shown)) => {
                self.text.push_str(&shown);
                PieceKind::Escaped
            }
            // A function and its arguments are one placeable, and two side by side are as good as one.
            None if self.pieces.last().is_some_and(|last| last.kind.is_gap()) => return,
            None => {
                self.text.push(GAP);
                kind
            }
        };
        self.pieces.push(Piece { start, raw, kind });
    }

    fn piece_at(&self, at: usize) -> Option<&Piece<'s>> {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(after.checked_sub(1)?)
    }

    /// The part of the file that `range` of the text comes from, where the file's whole text is `source`.
    pub(crate) fn in_file(&self, source: &'s str, range: &Range<usize>) -> &'s str {
        let part = || {
            let first = self.piece_at(range.start)?;
            let last = self.piece_at(range.end.saturating_sub(1))?;
            let (start, end) = (span_of(source, first.raw)?, span_of(source, last.raw)?);
            let start = match first.kind {
                PieceKind::Verbatim => start.start + (range.start - first.start),
                _ => start.start,
            };
            let end = match last.kind {
                PieceKind::Verbatim => end.start + (range.end - last.start),
                _ => end.end,
            };
            source.get(start..end)
        };
        part().unwrap_or_default()
    }

    /// `range` of the text as one would write it in Fluent.
    pub(crate) fn quote(&self, range: &Range<usize>) -> String {
        let mut quote = String::new();
        let part = self.text.get(range.clone()).unwrap_or_default();
        for (at, character) in part.char_indices() {
            let piece = self.piece_at(range.start + at).filter(|_| character == GAP);
            match piece.filter(|piece| piece.kind.is_gap()).map(|piece| (piece.kind, piece.raw)) {
                Some((PieceKind::Variable, name)) => quote.push_str(&format!("{{ ${name} }}")),
                Some((PieceKind::Term, name)) => quote.push_str(&format!("{{ -{name} }}")),
                Some((_, name)) => quote.push_str(&format!("{{ {name} }}")),
                None => quote.push(character),
            }
        }
        quote
    }
}

impl PieceKind {
    fn is_gap(self) -> bool {
        matches!(self, Self::Variable | Self::Term | Self::Other)
    }
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let file = FtlFile::parse("x.ftl", "x.ftl", source);
        let message = file.outlines.iter().next().expect("a message");
        let passages = passages(message);
        passages.iter().map(|it| it.quote(&(0..it.text.len()))).collect()
    }

    #[test]
    fn a_passage_has_its_placeables_where_they_stand() {
        assert_eq!(
            texts("a = <a href=\"{ $url }\">{ -brand }</a> { \"\\u003C\" }\n    .b = c { d }\n"),
            ["<a href=\"{ $url }\">{ -brand }</a> <", "c { d }"]
        );
    }

    #[test]
    fn every_variant_is_seen_once_and_the_others_are_the_default() {
        assert_eq!(
            texts(
                "a = x { $n ->\n    [one] 1 { $m ->\n        [a] A\n       *[b] B\n    }\n   *[other] 2\n} y { $k ->\n    [c] C\n   *[d] D\n} z\n"
            ),
            ["x 1 A y D z", "x 1 B y D z", "x 2 y D z", "x 2 y C z", "x 2 y D z"]
        );
    }

    #[test]
    fn a_range_leads_back_to_the_file() {
        let source = "a = see <a\n    href=\"{ $url }\">it</a>\n";
        let file = FtlFile::parse("x.ftl", "x.ftl", source);
        let passages = passages(file.outlines.iter().next().expect("a message"));
        let end = passages[0].text.find('>').expect("a tag") + 1;
        assert_eq!(passages[0].in_file(source, &(4..end)), "<a\n    href=\"{ $url }\">");
    }
}
