//! The usual form of a Fluent file: other white space, the same meaning.
//!
//! fluent-syntax writes one entry well, but of a whole file it loses the blank lines and, unless told, what it cannot
//! read; and a few texts it writes so that they cannot be read back. So the file is cut into entries, each is written
//! and read back, and one that would become another stays as it is.

use fluent_syntax::{
    ast::{Comment, Entry, Resource},
    parser, serializer,
};

use crate::{
    cut_escapes::cut_escapes,
    limits::{Limits, too_deep, too_large},
    source::span_of,
};

/// `source` in its usual form; none where it has it already.
///
/// Line ends become `\n`, the last line ends, entries are parted by one blank line where they are parted by any, and
/// each entry is spaced as Fluent's own tools space it. What cannot be read stays as it is. Messages, terms and comments
/// are the same afterwards; a byte order mark stays.
pub fn canonical(source: &str) -> Option<String> {
    let text = source.trim_start_matches('\u{feff}');
    let mark = source.get(..source.len() - text.len()).unwrap_or_default();
    let mut text = text.replace("\r\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    // A lone carriage return is text to Fluent and the end of a line to editors; what is meant, a translator has to say.
    if source.len() > Limits::FILE_BYTES || text.contains('\r') {
        return None;
    }
    let pieces = pieces(&text);
    let mut formatted = mark.to_owned();
    for (index, piece) in pieces.iter().enumerate() {
        let written = piece.written();
        formatted.push_str(&written);
        if !written.ends_with('\n') {
            formatted.push('\n');
        }
        if piece.is_parted() && index + 1 < pieces.len() {
            formatted.push('\n');
        }
    }
    let body = formatted.get(mark.len()..)?;
    let same = || {
        let again = self::pieces(body);
        // A mark behind blank lines is text, and must not come to stand where it is none.
        !body.starts_with('\u{feff}')
            && again.len() == pieces.len()
            && again.iter().zip(&pieces).all(|(a, b)| a.means(b))
    };
    (formatted != source && same()).then_some(formatted)
}

/// A part of a file, up to the next one, with the blank lines after it.
struct Piece<'s> {
    text: &'s str,
    kind: Kind<'s>,
}

enum Kind<'s> {
    /// A comment, which belongs to the entry after it if no blank line parts the two.
    Comment,
    /// A message or term, without its comment.
    Entry(Entry<&'s str>),
    /// What no parser can or may read.
    Unread,
}

impl Piece<'_> {
    /// Whether a blank line follows.
    fn is_parted(&self) -> bool {
        match self.kind {
            // Its blank lines are part of it.
            Kind::Unread => false,
            Kind::Comment | Kind::Entry(_) => {
                let rest = self.text.get(self.without_blank_lines().len()..).unwrap_or_default();
                rest.matches('\n').count() > 1
            }
        }
    }

    fn without_blank_lines(&self) -> &str {
        self.text.trim_end_matches([' ', '\n'])
    }

    fn written(&self) -> String {
        match &self.kind {
            Kind::Comment => {
                let lines = self.without_blank_lines().lines();
                lines.map(|line| format!("{}\n", line.trim_end_matches([' ', '\t']))).collect()
            }
            Kind::Entry(_) => {
                written(self.text).unwrap_or_else(|| self.without_blank_lines().to_owned())
            }
            Kind::Unread => self.text.to_owned(),
        }
    }

    /// Whether a reader would see the same.
    fn means(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Comment, Kind::Comment) => self.written() == other.written(),
            (Kind::Entry(entry), Kind::Entry(other)) => entry == other,
            (Kind::Unread, Kind::Unread) => {
                self.text.trim_end_matches('\n') == other.text.trim_end_matches('\n')
            }
            (Kind::Comment | Kind::Entry(_) | Kind::Unread, _) => false,
        }
    }
}

/// Stands before a brace while an entry is read. No text holds it: rule `forbidden-character` objects.
const MARK: char = '\u{1}';

/// One message or term as Fluent's own tools write it; none where that would be another one.
fn written(text: &str) -> Option<String> {
    if text.contains(MARK) {
        return None;
    }
    // A line that starts with a brace counts for the indentation of a text, but fluent-syntax passes it over. Behind a
    // letter the brace counts.
    let mut marked = String::with_capacity(text.len() + 8);
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let start = line.trim_start_matches(' ');
        if index > 0 && start.starts_with('{') {
            marked.push_str(line.get(..line.len() - start.len())?);
            marked.push(MARK);
            marked.push_str(start);
        } else {
            marked.push_str(line);
        }
    }
    let resource = Resource { body: vec![only_entry(&marked)?] };
    let written = serializer::serialize(&resource).replace(MARK, "");
    // The blank lines of a text are indented there.
    let lines =
        written.lines().map(|line| if line.trim_matches(' ').is_empty() { "" } else { line });
    let written: String = lines.flat_map(|line| [line, "\n"]).collect();
    (only_entry(&written)? == only_entry(text)?).then_some(written)
}

fn only_entry(text: &str) -> Option<Entry<&str>> {
    let mut entries = parser::parse(text).ok()?.body;
    let entry = entries.pop()?;
    entries.is_empty().then_some(entry)
}

/// The parts of a text, in order and without gaps, except for blank lines before the first.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let deep = too_deep(text).into_iter().map(|deep| deep.entry);
    let mut cuts: Vec<_> = deep.chain(too_large(text)).collect();
    cuts.sort_by_key(|cut| (cut.start, cut.end));
    let mut pieces = Vec::new();
    let mut start = 0;
    for cut in cuts {
        read(text.get(start..cut.start).unwrap_or_default(), &mut pieces);
        start = start.max(cut.start);
        if let Some(text) = text.get(start..cut.end).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text, kind: Kind::Unread });
        }
        start = start.max(cut.end);
    }
    read(text.get(start..).unwrap_or_default(), &mut pieces);
    pieces
}

/// The parts of a text in which nothing nests too deep.
fn read<'s>(text: &'s str, pieces: &mut Vec<Piece<'s>>) {
    let mut start = 0;
    for cut in cut_escapes(text) {
        read_safe(text.get(start..cut.entry.start).unwrap_or_default(), pieces);
        start = cut.entry.end;
        pieces.push(Piece { text: text.get(cut.entry).unwrap_or_default(), kind: Kind::Unread });
    }
    read_safe(text.get(start..).unwrap_or_default(), pieces);
}

/// The parts of a text that a parser may see.
fn read_safe<'s>(text: &'s str, pieces: &mut Vec<Piece<'s>>) {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let starts: Option<Vec<(usize, Kind<'s>)>> =
        resource.body.into_iter().flat_map(|entry| starts(text, entry)).collect();
    let Some(starts) = starts else {
        pieces.push(Piece { text, kind: Kind::Unread });
        return;
    };
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]).collect();
    for ((start, kind), end) in starts.into_iter().zip(ends) {
        pieces.push(Piece { text: text.get(start..end).unwrap_or_default(), kind });
    }
}

/// Where an entry's comment starts, if it has one, and where the entry does. None where that is not known.
fn starts<'s>(text: &str, mut entry: Entry<&'s str>) -> Vec<Option<(usize, Kind<'s>)>> {
    let of_comment = |comment: &Comment<&str>| line_start(text, comment.content.first()?);
    let (comment, start) = match &mut entry {
        Entry::Message(message) => (message.comment.take(), line_start(text, message.id.name)),
        Entry::Term(term) => (term.comment.take(), line_start(text, term.id.name)),
        Entry::Comment(comment)
        | Entry::GroupComment(comment)
        | Entry::ResourceComment(comment) => (None, of_comment(comment)),
        Entry::Junk { content } => (None, span_of(text, content).map(|span| span.start)),
    };
    let kind = match entry {
        Entry::Message(_) | Entry::Term(_) => Kind::Entry(entry),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => Kind::Comment,
        Entry::Junk { .. } => Kind::Unread,
    };
    let comment = comment.map(|it| of_comment(&it).map(|start| (start, Kind::Comment)));
    comment.into_iter().chain([start.map(|start| (start, kind))]).collect()
}

/// Where the line of `part`, a slice of `text`, starts.
fn line_start(text: &str, part: &str) -> Option<usize> {
    let before = text.get(..span_of(text, part)?.start)?;
    Some(before.rfind('\n').map_or(0, |newline| newline + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a text, which has to stay so the second time.
    fn formatted(source: &str) -> String {
        let once = canonical(source).unwrap_or_else(|| source.to_owned());
        assert_eq!(canonical(&once), None, "{once}");
        once
    }

    #[test]
    fn entries_are_spaced_as_usual() {
        let source = "title=Questions\nlong =   One\n  two\nn={$n ->\n[one]  One\n*[other]{$n} of { -term(case:\"x\",a:1) }\n}\n\n\n\n.attr=A\n-term= { FOO($x) }";
        insta::assert_snapshot!(formatted(source), @r#"
        title = Questions
        long =
            One
            two
        n =
            { $n ->
                [one] One
               *[other] { $n } of { -term(case: "x", a: 1) }
            }
            .attr = A
        -term = { FOO($x) }
        "#);
    }

    #[test]
    fn an_entry_that_would_stop_the_parser_stays_as_it_is() {
        assert_eq!(formatted("a=A\nb={ \"\\u20é\" }\nc=C\n"), "a = A\nb={ \"\\u20é\" }\nc = C\n");
    }

    #[test]
    fn comments_and_blank_lines_stay_where_they_are() {
        let source = "\n\n### File\n## Group  \n\n\n# alone\n\na = A\n# of b\n#\n# two\nb = B\nc = C\n \n# the end\n\n";
        assert_eq!(
            formatted(source),
            "### File\n## Group\n\n# alone\n\na = A\n# of b\n#\n# two\nb = B\nc = C\n\n# the end\n"
        );
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_is() {
        let junk = "b   = { $x\n  c=1\n\n\n";
        assert_eq!(formatted(&format!("a=A\n{junk}d=D")), format!("a = A\n{junk}d = D\n"));
        let deep = format!("b   = {}\n", "{".repeat(50));
        assert_eq!(formatted(&format!("a=A\n{deep}d=D")), format!("a = A\n{deep}d = D\n"));
        assert_eq!(formatted("a=A\n#"), "a = A\n#\n");
        assert_eq!(formatted("a=A\n   stray"), "a =\n    A\n    stray\n");
    }

    #[test]
    fn line_ends_become_the_usual_ones_and_a_mark_stays() {
        assert_eq!(
            formatted("\u{feff}a=A\r\n  b\r\n\r\n# c\r\n"),
            "\u{feff}a =\n    A\n    b\n\n# c\n"
        );
        assert_eq!(formatted("a=A\rb=B\r\n"), "a=A\rb=B\r\n");
    }

    #[test]
    fn an_entry_that_would_become_another_stays_as_it_is() {
        // fluent-syntax writes the first line below the id, where a bracket starts a variant.
        assert_eq!(formatted("a=[x] A\n  b\nc=C"), "a=[x] A\n  b\nc = C\n");
    }

    #[test]
    fn indentation_that_is_part_of_a_text_stays() {
        for text in [
            "a =\n    one\n      two\n",
            "a =\n    { $x } one\n      two\n",
            "a =\n      { $x } one\n    two\n",
            "a =\n    one\n\n    two\n",
            "a = { \" \" }one{ \"[\" }\n",
        ] {
            assert_eq!(formatted(text), text);
            assert_eq!(formatted(&text.replace("\n    ", "\n  ").replace('\n', "\r\n")), text);
        }
    }
}
