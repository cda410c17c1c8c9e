//! One Fluent file: its entries outlined, its mistakes listed, every part with its place.

use std::ops::Range;

use fluent_syntax::{
    ast::Entry,
    parser::{self, ErrorKind},
};
use memchr::memchr;

use crate::{
    cut_escapes::{CutEscape, cut_escapes},
    limits::{Limits, TooDeep, line_end, too_deep, too_large},
    outline::Outlines,
    timing::{Clock, Laps, Times},
};

/// One Fluent file, read as far as it can be read.
#[derive(Debug)]
pub struct FtlFile<'s> {
    /// Path relative to the root, with `/`.
    pub path: &'s str,
    /// Path below the locale, by which files of two locales are known to be the same.
    pub name: &'s str,
    /// The text. All spans are byte ranges of it.
    pub source: &'s str,
    /// What the messages and terms contain.
    pub outlines: Outlines<'s>,
    /// What the parser could not read.
    pub syntax_errors: Vec<SyntaxError>,
    /// What no parser may see.
    pub oversized: Vec<Oversized>,
    /// How long reading it took, where there is a clock.
    pub times: Times,
    /// The parts of `source` that a Fluent parser may see, in order.
    safe: Vec<Range<usize>>,
}

/// Something that the Fluent parser could not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where the parser stopped.
    pub span: Range<usize>,
    /// Everything that is lost because of it.
    pub lost: Range<usize>,
    /// Why.
    pub kind: ErrorKind,
}

/// A part of a file that is over a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oversized {
    /// The whole file is larger than [`Limits::FILE_BYTES`]; nothing of it was read. Its size in bytes.
    File(u64),
    /// An entry nests deeper than [`Limits::NESTING`]; the rest of the file was read. The bracket that is one too many.
    Nesting(Range<usize>),
    /// A message is larger than [`Limits::MESSAGE_BYTES`]; the rest of the file was read. The whole message.
    Message(Range<usize>),
    /// The file has more entries than [`Limits::ENTRIES`]; those after them were not taken. The first of them.
    Entries(Range<usize>),
}

impl<'s> FtlFile<'s> {
    /// Reads `source`, which stands in the file `path` and is called `name` below its locale. Never fails: what cannot be read is listed.
    pub fn parse(path: &'s str, name: &'s str, source: &'s str) -> Self {
        Self::parse_timed(path, name, source, None)
    }

    /// As [`FtlFile::parse`], by a clock.
    pub fn parse_timed(
        path: &'s str,
        name: &'s str,
        source: &'s str,
        clock: Option<Clock>,
    ) -> Self {
        let mut laps = Laps::start(clock);
        let mut file = Self {
            path,
            name,
            source,
            outlines: Outlines::default(),
            syntax_errors: Vec::new(),
            oversized: Vec::new(),
            times: Times::default(),
            safe: Vec::new(),
        };
        if source.len() > Limits::FILE_BYTES {
            file.oversized.push(Oversized::File(source.len() as u64));
            return file;
        }
        // A byte order mark would spoil the first message; rule `encoding` reports it.
        let mut start = source.len() - source.trim_start_matches('\u{feff}').len();
        let deep = too_deep(source)
            .into_iter()
            .map(|TooDeep { entry, bracket }| (entry, Oversized::Nesting(bracket..bracket + 1)));
        let large =
            too_large(source).into_iter().map(|entry| (entry.clone(), Oversized::Message(entry)));
        let mut cuts: Vec<(Range<usize>, Oversized)> = deep.chain(large).collect();
        cuts.sort_by_key(|(entry, _)| (entry.start, entry.end));
        for (entry, oversized) in cuts {
            if start < entry.start {
                file.read(start..entry.start, &mut laps);
            }
            file.oversized.push(oversized);
            start = start.max(entry.end);
        }
        file.read(start..source.len(), &mut laps);
        file
    }

    /// The text that a Fluent parser may see, without what could not be read: as one text, a parser finds in it what stands in
    /// `outlines`, and no more.
    pub fn safe_source(&self) -> String {
        let mut lost = self.syntax_errors.iter().map(|error| &error.lost).peekable();
        let mut text = String::new();
        for range in &self.safe {
            let mut start = range.start;
            while let Some(lost) = lost.next_if(|lost| lost.start < range.end) {
                text.push_str(self.source.get(start..lost.start).unwrap_or_default());
                start = start.max(lost.end);
            }
            text.push_str(self.source.get(start..range.end).unwrap_or_default());
        }
        text
    }

    /// The error because of which `message` ends before one of its attributes, if there is one.
    pub fn lost_attribute(&self, message: crate::Outline<'_, 's>) -> Option<&SyntaxError> {
        let id = crate::span_of(self.source, message.id())?;
        // They are in order.
        let next = self.syntax_errors.partition_point(|error| error.lost.start <= id.end);
        let error = self.syntax_errors.get(next)?;
        let between = self.source.get(id.end..error.lost.start)?;
        let lost = self.source.get(error.lost.clone())?;
        // What starts at the margin is another entry.
        let is_inside = between
            .split('\n')
            .skip(1)
            .all(|line| line.starts_with([' ', '}', '\r']) || line.is_empty());
        (is_inside && lost.trim_start().starts_with('.')).then_some(error)
    }

    /// Reads a part in which nothing nests too deep.
    fn read(&mut self, range: Range<usize>, laps: &mut Laps) {
        let Some(text) = self.source.get(range.clone()) else { return };
        let shift = |part: Range<usize>| part.start + range.start..part.end + range.start;
        let mut start = range.start;
        for CutEscape { entry, character } in cut_escapes(text) {
            let (lost, span) = (shift(entry), shift(character));
            self.read_safe(start..lost.start, laps);
            start = lost.end;
            let kind = ErrorKind::InvalidUnicodeEscapeSequence(String::new());
            self.syntax_errors.push(SyntaxError { span, lost, kind });
        }
        self.read_safe(start..range.end, laps);
    }

    fn read_safe(&mut self, range: Range<usize>, laps: &mut Laps) {
        let Some(text) = self.source.get(range.clone()) else { return };
        // A comment costs the parser an allocation a line, and nobody here reads it; but only the whole parser says that a
        // line such as `#x` is none.
        let parse = if comments_are_whole(text) { parser::parse_runtime } else { parser::parse };
        let (resource, errors) = match parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err(broken) => broken,
        };
        for error in errors {
            // The parser counts bytes, and takes the one that it did not expect for a whole character.
            let shift = |span: Range<usize>| {
                let end = (span.end + range.start).min(range.end);
                self.source.floor_char_boundary(span.start + range.start)
                    ..self.source.ceil_char_boundary(end)
            };
            let slice = error.slice.clone().unwrap_or_else(|| error.pos.clone());
            let (pos, kind) = in_attribute(text, &slice).unwrap_or((error.pos, error.kind));
            self.syntax_errors.push(SyntaxError { span: shift(pos), lost: shift(slice), kind });
        }
        self.times.parse += laps.lap();
        self.outlines.reserve(resource.body.len());
        let mut end = range.end;
        for entry in &resource.body {
            let name = match entry {
                Entry::Message(message) => message.id.name,
                Entry::Term(term) => term.id.name,
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => continue,
            };
            if self.outlines.len() == Limits::ENTRIES {
                let first = crate::span_of(self.source, name).unwrap_or(range.clone());
                end = first.start;
                if !self
                    .oversized
                    .iter()
                    .any(|oversized| matches!(oversized, Oversized::Entries(_)))
                {
                    self.oversized.push(Oversized::Entries(first));
                }
                break;
            }
            self.outlines.push(entry);
        }
        self.safe.push(range.start..end);
        drop(resource);
        self.times.extract += laps.lap();
    }
}

/// Whether every line that starts with `#` is a comment: one to three of them, then a space or the end of the line.
fn comments_are_whole(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut rest = 0;
    while let Some(at) = memchr(b'#', bytes.get(rest..).unwrap_or_default()).map(|it| rest + it) {
        let line = bytes.get(at..).unwrap_or_default();
        let signs = line.iter().take_while(|byte| **byte == b'#').count();
        let starts_line = at.checked_sub(1).is_none_or(|before| bytes.get(before) == Some(&b'\n'));
        let is_whole = signs <= 3 && matches!(line.get(signs), None | Some(b' ' | b'\n' | b'\r'));
        if starts_line && !is_whole {
            return false;
        }
        // The rest of the line cannot start another.
        rest = if starts_line { line_end(bytes, at) } else { at + signs };
    }
    true
}

/// Why the attribute that starts at `lost` cannot be read, and where. Of an attribute the parser says only that no message starts
/// so; read as one, it says what is wrong.
fn in_attribute(text: &str, lost: &Range<usize>) -> Option<(Range<usize>, ErrorKind)> {
    let attribute = text.get(lost.clone())?;
    let start =
        lost.start + attribute.find('.').filter(|_| attribute.trim_start().starts_with('.'))? + 1;
    let (_, errors) = parser::parse_runtime(text.get(start..lost.end)?).err()?;
    let error = errors.into_iter().next()?;
    Some((error.pos.start + start..error.pos.end + start, error.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_entry_costs_that_entry_only() {
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", "a = A\nb = { $x\nc = C\n");
        let ids: Vec<&str> = file.outlines.iter().map(|message| message.id()).collect();
        assert_eq!(ids, ["a", "c"]);
        assert_eq!(file.syntax_errors.len(), 1);
    }

    #[test]
    fn a_syntax_error_is_at_a_whole_character() {
        let file = FtlFile::parse("ar/faq.ftl", "ar/faq.ftl", "in ا = x\n");
        let [error] = file.syntax_errors.as_slice() else { panic!("one error") };
        assert_eq!(error.span, 3..5);
    }

    #[test]
    fn an_escape_that_would_stop_the_parser_costs_its_entry() {
        let source = "a = A\nb = { \"\\u20é\" }\nc = C\n";
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", source);
        let ids: Vec<&str> = file.outlines.iter().map(|message| message.id()).collect();
        assert_eq!(ids, ["a", "c"]);
        let [error] = file.syntax_errors.as_slice() else { panic!("one error") };
        assert_eq!(&source[error.span.clone()], "é");
        assert_eq!(file.safe_source(), "a = A\nc = C\n");
    }

    #[test]
    fn such_an_escape_in_an_attribute_costs_that_attribute() {
        let source = "a = A\n    .b = { \"\\u20é\" }\nc = C\n";
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", source);
        let ids: Vec<&str> = file.outlines.iter().map(|message| message.id()).collect();
        assert_eq!(ids, ["a", "c"]);
        assert_eq!(file.syntax_errors.len(), 1);
    }

    #[test]
    fn what_is_left_after_such_an_entry_is_harmless_as_one_text() {
        let source = "a = { \"\\u20é\"\nno entry \"{{{{{{{{{{\nc = C\n";
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", source);
        assert_eq!(file.safe_source(), "c = C\n");
        assert_eq!(file.syntax_errors.len(), 1);
        assert_eq!(file.oversized, []);
    }

    #[test]
    fn a_comment_without_its_space_is_a_syntax_error() {
        for (line, broken) in [("# x", 0), ("###\r", 0), ("#x", 1), ("a = # #x", 0), ("####", 1)] {
            let source = format!("a = A\n{line}\nc = C\n");
            let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", &source);
            assert_eq!(file.syntax_errors.len(), broken, "{line}");
        }
    }

    #[test]
    fn entries_around_a_too_deep_one_keep_their_places() {
        let source = format!("a = A\nb = {}\nc = C\n", "{".repeat(5_000));
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", &source);
        let spans: Vec<_> = file
            .outlines
            .iter()
            .filter_map(|message| crate::span_of(&source, message.id()))
            .collect();
        assert_eq!(spans, [0..1, source.len() - 6..source.len() - 5]);
        assert!(matches!(file.oversized.as_slice(), [Oversized::Nesting(_)]));
        assert_eq!(file.safe_source(), "a = A\nc = C\n");
    }

    #[test]
    fn what_could_not_be_read_is_not_read_after_all_beside_other_parts() {
        // Up to `=` the parser takes each first word after `{` for a part of the placeable, here `b`.
        let source = format!("n = {{\nd = {}\ne = {{\nb = B\nc = C\n", "{".repeat(10));
        let file = FtlFile::parse("es/faq.ftl", "es/faq.ftl", &source);
        let ids: Vec<&str> = file.outlines.iter().map(|message| message.id()).collect();
        assert_eq!(ids, ["c"]);
        assert_eq!(file.safe_source(), "c = C\n");
    }

    #[test]
    fn files_and_entry_counts_are_bounded() {
        let large = "a".repeat(Limits::FILE_BYTES + 1);
        assert!(matches!(
            FtlFile::parse("x.ftl", "x.ftl", &large).oversized.as_slice(),
            [Oversized::File(_)]
        ));
        let many: String = (0..=Limits::ENTRIES).map(|number| format!("m{number} = x\n")).collect();
        let file = FtlFile::parse("x.ftl", "x.ftl", &many);
        assert_eq!(file.outlines.len(), Limits::ENTRIES);
        assert!(matches!(file.oversized.as_slice(), [Oversized::Entries(_)]));
        assert!(!file.safe_source().contains("m2000 ="));
    }
}
