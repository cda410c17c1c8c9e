//! Flat texts: running text and placeables in braces, `Who are the { -victims }?`.

/// A part of a flat text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Running text, without braces.
    Text(&'t str),
    /// A placeable with its braces.
    Code(&'t str),
}

/// The parts of a flat text, or the byte at which a brace has no partner.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, usize> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    while let Some(brace) = text.get(rest..).and_then(|it| it.find(['{', '}'])).map(|it| it + rest)
    {
        let end = code_end(text, brace).ok_or(brace)?;
        pieces.extend(text.get(rest..brace).filter(|it| !it.is_empty()).map(Piece::Text));
        pieces.extend(text.get(brace..end).map(Piece::Code));
        rest = end;
    }
    pieces.extend(text.get(rest..).filter(|it| !it.is_empty()).map(Piece::Text));
    Ok(pieces)
}

/// Where the placeable that starts at `start` ends.
fn code_end(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut escaped = false;
    for (at, character) in text.get(start..)?.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '{' if !in_string => depth += 1,
            '}' if !in_string => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(start + at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The placeables of a flat text, in order; none where it is broken.
pub(crate) fn codes(text: &str) -> Vec<&str> {
    let pieces = pieces(text).unwrap_or_default();
    let code = |piece| match piece {
        Piece::Code(code) => Some(code),
        Piece::Text(_) => None,
    };
    pieces.into_iter().filter_map(code).collect()
}

/// A piece of Fluent's text as flat text: what XML cannot hold, and carriage returns, which no format keeps, as escapes.
pub(crate) fn of_text(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for character in text.chars() {
        if is_safe(character) {
            flat.push(character);
        } else {
            flat.push_str(&format!("{{ \"{}\" }}", escape(character)));
        }
    }
    flat
}

/// A placeable in braces as flat text; only in string literals can there be characters to escape.
pub(crate) fn of_code(code: &str) -> String {
    let unsafe_as_escape = |it: char| if is_safe(it) { it.to_string() } else { escape(it) };
    code.chars().map(unsafe_as_escape).collect()
}

/// What remains of a comment or heading: no character that XML cannot hold.
pub(crate) fn of_note(text: &str) -> String {
    text.chars().map(|it| if is_safe(it) { it } else { '\u{fffd}' }).collect()
}

fn is_safe(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
        && u32::from(character) & 0xfffe != 0xfffe
}

fn escape(character: char) -> String {
    let number = u32::from(character);
    if number > 0xffff { format!("\\U{number:06X}") } else { format!("\\u{number:04X}") }
}
