//! The usual form of a Fluent file: other white space, the same meaning.
//!
//! fluent-syntax writes one entry well, but of a whole file it loses the blank lines and, unless told, what it cannot
//! read; and a few texts it writes so that they cannot be read back. So the file is cut into entries, each is written
//! and read back, and one that would become another stays as it is.

use fluent_syntax::{
    ast::{Entry, Resource},
    parser, serializer,
};

use crate::{
    limits::Limits,
    pieces::{Piece, PieceKind, pieces},
};

/// Whether a file can be given another form. A lone carriage return is text to Fluent and the end of a line to editors; what is
/// meant, a translator has to say.
pub fn can_be_formatted(source: &str) -> bool {
    let mut ends = source.match_indices('\r').map(|(at, _)| source.as_bytes().get(at + 1));
    source.len() <= Limits::FILE_BYTES && ends.all(|next| next == Some(&b'\n'))
}

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
    if !can_be_formatted(source) {
        return None;
    }
    let pieces = pieces(&text);
    let mut formatted = mark.to_owned();
    for (index, piece) in pieces.iter().enumerate() {
        let written = written_piece(piece);
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
        let again = crate::pieces::pieces(body);
        // A mark behind blank lines is text, and must not come to stand where it is none.
        !body.starts_with('\u{feff}')
            && again.len() == pieces.len()
            && again.iter().zip(&pieces).all(|(a, b)| a.means(b))
    };
    (formatted != source && same()).then_some(formatted)
}

fn written_piece(piece: &Piece<'_>) -> String {
    match &piece.kind {
        PieceKind::Comment => piece.comment_lines().flat_map(|line| [line, "\n"]).collect(),
        PieceKind::Entry(_) => {
            written(piece.text).unwrap_or_else(|| piece.without_blank_lines().to_owned())
        }
        PieceKind::Unread => piece.text.to_owned(),
    }
}

/// Stands before a brace while an entry is read. No text holds it: rule `forbidden-character` objects.
const MARK: char = '\u{1}';

/// One message or term as Fluent's own tools write it; none where that would be another one.
pub(crate) fn written(text: &str) -> Option<String> {
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
