//! Escapes that stop fluent-syntax 0.12: after `\u` with too few digits it takes one more byte into its message, and
//! panics where that cuts a character in two. `{ "\u20é" }` is enough.

use std::ops::Range;

use fluent_syntax::parser::{self, ErrorKind};
use memchr::memchr_iter;

use crate::limits::entry_end;

/// An entry that no parser may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CutEscape {
    /// The whole entry.
    pub(crate) entry: Range<usize>,
    /// The character that should be a digit.
    pub(crate) character: Range<usize>,
}

/// The entries of `text` with such an escape, in order and apart from each other. Nothing in `text` may nest too deep.
pub(crate) fn cut_escapes(text: &str) -> Vec<CutEscape> {
    let suspects: Vec<Range<usize>> =
        memchr_iter(b'\\', text.as_bytes()).filter_map(|at| cut_character(text, at)).collect();
    if suspects.is_empty() {
        return Vec::new();
    }
    // Outside of quotation marks a backslash is text, and the parser knows best where that is: it is shown a copy with a
    // letter in the place of each such character.
    let mut harmless = String::with_capacity(text.len());
    let mut end = 0;
    for suspect in &suspects {
        harmless.push_str(text.get(end..suspect.start).unwrap_or_default());
        harmless.push_str(&"z".repeat(suspect.len()));
        end = suspect.end;
    }
    harmless.push_str(text.get(end..).unwrap_or_default());
    let Err((_, errors)) = parser::parse(harmless.as_str()) else { return Vec::new() };
    let mut end = 0;
    let cut = errors.into_iter().filter_map(|error| {
        let entry = error.slice.filter(|entry| entry.start >= end)?;
        let is_escape = matches!(error.kind, ErrorKind::InvalidUnicodeEscapeSequence(_));
        let said = suspects.iter().find(|it| is_escape && it.start == error.pos.start);
        // Of an attribute that it cannot read the parser says only that nothing can start so.
        let inside = || suspects.iter().find(|it| entry.contains(&it.start));
        let character = said.or_else(inside)?.clone();
        end = entry_end(text, entry.end);
        Some(CutEscape { entry: entry.start..end, character })
    });
    cut.collect()
}

/// The character outside of ASCII that stands in the place of a digit of the escape at `backslash`.
fn cut_character(text: &str, backslash: usize) -> Option<Range<usize>> {
    let rest = text.get(backslash + 1..)?;
    let wanted = match rest.as_bytes().first()? {
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let digits = rest.bytes().skip(1).take(wanted).take_while(u8::is_ascii_hexdigit).count();
    let start = backslash + 2 + digits;
    let character = text.get(start..)?.chars().next()?;
    (digits < wanted && !character.is_ascii()).then(|| start..start + character.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_escape_that_lacks_a_digit_before_a_wide_character_is_cut() {
        for (text, cut) in [
            ("a = { \"\\u202？\" }\n", true),
            ("a = { \"\\U01F60é\" }\n", true),
            ("a = { $n ->\n   *[other] { \"\\ué\" }\n }\n", true),
            ("a = { \"\\u202Eé\" }\n", false),
            ("a = { \"\\u202x\" }\n", false),
            ("a = { \"\\\\ué\" }\n", false),
            ("a = A\n    .b = { \"\\u20é\" }\n", true),
            ("a = A\n    .b = B\n    .c = x { \"\\u20éx\ny", true),
            ("a = A\n    .b = { \"\\\" \\u20é\" }\n", true),
            ("a = C:\\ué { 1 }\n", false),
            ("a = { 1 } \"\\ué\"\n", false),
            ("# { \"\\ué\" }\n", false),
        ] {
            assert_eq!(!cut_escapes(text).is_empty(), cut, "{text}");
        }
    }

    #[test]
    fn the_entry_and_the_character_are_named() {
        let text = "a = A\nb = { \"\\u20é\" }\nc = C\n";
        let [CutEscape { entry, character }] = cut_escapes(text).try_into().expect("one");
        assert_eq!((&text[entry], &text[character]), ("b = { \"\\u20é\" }\n", "é"));
    }

    #[test]
    fn an_entry_goes_on_up_to_what_starts_another() {
        let text =
            "a = { \"\\u20é\"\nno entry \\ué \"{{{{{{{{{{\n-nor this {{{{{{{{{{\n# C\nc = C\n";
        let [CutEscape { entry, .. }] = cut_escapes(text).try_into().expect("one");
        assert_eq!(&text[entry.end..], "# C\nc = C\n");
    }

    #[test]
    fn of_two_suspects_the_one_that_the_parser_stumbles_over_is_named() {
        let text = "a = C:\\ué { \"\\u20é\" }\n";
        let [CutEscape { character, .. }] = cut_escapes(text).try_into().expect("one");
        assert_eq!(character.start, text.rfind('é').expect("it is there"));
    }
}
