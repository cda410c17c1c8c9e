//! Bounds that hold before any Fluent parser or resolver sees a text.
//!
//! fluent-syntax 0.12 reads nested `{` and `(` by recursion: 1,000 of either overflow the stack of a debug build, and a
//! stack overflow cannot be caught. fluent-bundle 0.16 panics when more than 100 placeables are reached through a nested
//! one. Both are reachable from one short line of a translator's file, so the text is measured first.

use std::ops::Range;

use memchr::{memchr, memchr3, memrchr};

/// The bounds. Production Fluent (19,154 files, 504,034 entries, two public trees, 2026-11) stays far below: at most
/// 76,649 bytes and 534 entries a file, 2,522 bytes a value, nesting of 3, 103 placeables a message with all variants.
#[derive(Clone, Copy, Debug)]
pub struct Limits;

impl Limits {
    /// Largest file, in bytes.
    pub const FILE_BYTES: usize = 256 * 1024;
    /// Most messages and terms in a file.
    pub const ENTRIES: usize = 2_000;
    /// Largest message, in bytes, comments not counted.
    pub const MESSAGE_BYTES: usize = 16 * 1024;
    /// Deepest nesting of `{` and `(` together.
    pub const NESTING: usize = 8;
    /// Most placeables on one way through a message and all it refers to. fluent-bundle gives up at 100.
    pub const PLACEABLES: usize = 100;
    /// Longest text that a message can become, in bytes.
    pub const EXPANDED_BYTES: usize = 64 * 1024;
    /// Longest chain of messages and terms that refer to each other.
    pub const CHAIN: usize = 16;
    /// Longest number literal, in characters. fluent-bundle computes with 64 bits.
    pub const NUMBER: usize = 15;
    /// Most digits after the point of a number that is formatted for trial.
    pub const SAMPLE_DIGITS: usize = 3;
}

/// An entry whose nesting is over the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TooDeep {
    /// The whole entry, which no parser may see.
    pub(crate) entry: Range<usize>,
    /// The bracket that is one too many.
    pub(crate) bracket: usize,
}

/// Every entry of `source` that is larger than [`Limits::MESSAGE_BYTES`].
pub(crate) fn too_large(source: &str) -> Vec<Range<usize>> {
    if source.len() <= Limits::MESSAGE_BYTES {
        return Vec::new();
    }
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut entry = 0;
    let mut line = 0;
    while line < bytes.len() {
        let next = line_end(bytes, line);
        if next == bytes.len() || starts_entry(bytes, next) {
            // A comment is no part of a message, however long it is.
            if next - entry > Limits::MESSAGE_BYTES && !is_comment(bytes, entry) {
                found.push(entry..next);
            }
            entry = next;
        }
        line = next;
    }
    found
}

/// What encloses the byte that is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// `{ … }`
    Placeable,
    /// `( … )`
    Arguments,
    /// The text of a variant, up to the next line that starts with `[`, `*` or `}`.
    Variant,
}

/// Every entry of `source` whose brackets nest deeper than [`Limits::NESTING`].
///
/// Follows the Fluent grammar closely enough that it never counts less than the parser recurses: on text that the
/// parser understands it keeps the same state, and where the parser gives up it goes back to the next entry, which is
/// where this starts anew too.
pub(crate) fn too_deep(source: &str) -> Vec<TooDeep> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut inside = Vec::new();
    let mut at = 0;
    while let Some(brace) = next_brace(bytes, at) {
        if let Some(end) = plain_placeable(bytes, brace) {
            at = end;
            continue;
        }
        if is_comment(bytes, brace) {
            at = line_end(bytes, brace);
            continue;
        }
        at = match scan_placeable(bytes, brace, &mut inside) {
            Ok(end) => end,
            Err(bracket) => {
                let entry = entry_start(bytes, brace)..next_entry(bytes, bracket);
                let end = entry.end;
                found.push(TooDeep { entry, bracket });
                end
            }
        };
    }
    found
}

fn next_brace(bytes: &[u8], from: usize) -> Option<usize> {
    memchr(b'{', bytes.get(from..)?).map(|offset| from + offset)
}

/// A quick look: where the placeable that opens at `start` ends, if nothing but a name or number stands in it. In a comment
/// that is as good an end as any.
fn plain_placeable(bytes: &[u8], start: usize) -> Option<usize> {
    let inner = bytes.get(start + 1..)?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b" $-_.".contains(byte);
    let length = inner.iter().take_while(|byte| is_plain(byte)).count();
    (inner.get(length) == Some(&b'}')).then_some(start + length + 2)
}

/// Where the placeable that opens at `start` ends (or the text starts anew), or the bracket that is one too many. `inside` is
/// room to work in.
fn scan_placeable(bytes: &[u8], start: usize, inside: &mut Vec<Inside>) -> Result<usize, usize> {
    inside.clear();
    inside.push(Inside::Placeable);
    let mut at = start + 1;
    loop {
        if inside.last() == Some(&Inside::Variant) {
            // Nothing else means anything there.
            at = memchr3(b'\n', b'{', b'}', bytes.get(at..).unwrap_or_default())
                .map_or(bytes.len(), |offset| at + offset);
        }
        let (Some(&byte), Some(&top)) = (bytes.get(at), inside.last()) else { return Ok(at) };
        let opened = match (top, byte) {
            (_, b'\n') => {
                if starts_entry(bytes, at + 1) {
                    return Ok(at + 1);
                }
                if top == Inside::Variant && ends_variant(bytes, at + 1) {
                    inside.pop();
                }
                None
            }
            (_, b'{') => Some(Inside::Placeable),
            (Inside::Variant, b'}') => {
                // Not the start of a line: the parser gives up here. Closing both keeps the count honest.
                inside.pop();
                inside.pop();
                None
            }
            (Inside::Variant, _) => None,
            (_, b'"') => {
                at = string_end(bytes, at);
                continue;
            }
            (_, b'(') => Some(Inside::Arguments),
            (Inside::Placeable, b'}') | (Inside::Arguments, b')') => {
                inside.pop();
                None
            }
            (Inside::Placeable, b']') => {
                // The end of a variant's key; its text follows, on this line or the next.
                inside.push(Inside::Variant);
                None
            }
            _ => None,
        };
        if let Some(opened) = opened {
            inside.push(opened);
            let depth = inside.iter().filter(|inside| **inside != Inside::Variant).count();
            if depth > Limits::NESTING {
                return Err(at);
            }
        }
        at += 1;
    }
}

/// The byte after the string literal that opens at `quote`. It cannot go on past its line.
fn string_end(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            // A line that ends in a backslash ends the string all the same.
            b'\\' if bytes.get(at + 1) != Some(&b'\n') => at += 2,
            b'"' => return at + 1,
            b'\n' => return at,
            _ => at += 1,
        }
    }
    at
}

/// Whether the text of a variant ends before the line that starts at `line`.
fn ends_variant(bytes: &[u8], line: usize) -> bool {
    let rest = bytes.get(line..).unwrap_or_default();
    let indent = rest.iter().take_while(|byte| **byte == b' ').count();
    match rest.get(indent) {
        None | Some(b'\n' | b'\r' | b'{') => false,
        Some(b'}' | b'.' | b'[' | b'*') => true,
        Some(_) => indent == 0,
    }
}

/// Whether `identifier =`, `-identifier =` or a comment stands at `line`: a place that no expression can span.
fn starts_entry(bytes: &[u8], line: usize) -> bool {
    let rest = bytes.get(line..).unwrap_or_default();
    let rest = match rest {
        [b'#', ..] => return true,
        [b'-', rest @ ..] => rest,
        rest => rest,
    };
    if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let name = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .count();
    let blank = rest.iter().skip(name).take_while(|byte| **byte == b' ').count();
    rest.get(name + blank) == Some(&b'=')
}

fn is_comment(bytes: &[u8], at: usize) -> bool {
    bytes.get(line_start(bytes, at)) == Some(&b'#')
}

/// The start of the entry that holds the byte at `at`.
fn entry_start(bytes: &[u8], at: usize) -> usize {
    let mut line = line_start(bytes, at);
    while line > 0 && !starts_entry(bytes, line) {
        line = line_start(bytes, line - 1);
    }
    line
}

/// The start of the first entry after the byte at `at`.
fn next_entry(bytes: &[u8], at: usize) -> usize {
    let mut line = line_end(bytes, at);
    while line < bytes.len() && !starts_entry(bytes, line) {
        line = line_end(bytes, line);
    }
    line
}

/// The end of the entry that a parser gave up at `at`. Where its own next one would start is not for the parser to say: a line
/// that begins with a letter is enough for it, and what such a line holds would then be measured by itself.
pub(crate) fn entry_end(source: &str, at: usize) -> usize {
    next_entry(source.as_bytes(), at.saturating_sub(1))
}

fn line_start(bytes: &[u8], at: usize) -> usize {
    memrchr(b'\n', bytes.get(..at).unwrap_or_default()).map_or(0, |newline| newline + 1)
}

/// The start of the line after the byte at `at`.
pub(crate) fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr(b'\n', bytes.get(at..).unwrap_or_default())
        .map_or(bytes.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deep_entries(source: &str) -> Vec<&str> {
        too_deep(source).into_iter().filter_map(|deep| source.get(deep.entry)).collect()
    }

    #[test]
    fn ordinary_selectors_strings_and_comments_are_not_deep() {
        let source = "# {{{{{{{{{{{{{{{{{{{{\n\
            a = { $n ->\n    [one] { NUMBER($x) } (((((((((((((\n   *[other] \"{ $y }\" { \"{{{{{{{{{{{{{\" }\n}\n\
            b = (((((((((((((((((((((( text\n";
        assert_eq!(deep_entries(source), [""; 0]);
    }

    #[test]
    fn deep_braces_and_deep_parentheses_cost_only_their_entry() {
        let braces = "{".repeat(1_000);
        let calls = "A(".repeat(1_000);
        let source =
            format!("a = 1\nb = {braces}\n    more\nc = 2\nd = {{ {calls}\n# comment\ne = 3\n");
        let deep = deep_entries(&source);
        assert_eq!(deep.len(), 2);
        assert!(
            deep.first()
                .is_some_and(|entry| entry.starts_with("b = ") && entry.ends_with("more\n"))
        );
        assert!(
            deep.last().is_some_and(|entry| entry.starts_with("d = ") && entry.ends_with("A(\n"))
        );
    }

    #[test]
    fn nesting_cannot_hide_behind_line_starts_strings_or_variants() {
        for unit in [
            "{\n",
            "A(\n",
            "{ A(\"}\", ",
            "{ $x ->\n *[a] \" ",
            "{ $x ->\n *[a]\n    x ",
            "A(\"\\\"\", ",
        ] {
            let source = format!("a = {{ {}\n", unit.repeat(40));
            assert_eq!(deep_entries(&source).len(), 1, "{unit:?}");
        }
    }

    #[test]
    fn a_string_ends_with_its_line_even_after_a_backslash() {
        let source = format!("a = {{ \"\\\nb = {}\n", "{ ".repeat(2_000));
        assert_eq!(deep_entries(&source).len(), 1);
    }

    #[test]
    fn a_broken_entry_does_not_spoil_the_ones_after_it() {
        let source = "a = { foo\n".repeat(100);
        assert_eq!(deep_entries(&source), [""; 0]);
    }
}
