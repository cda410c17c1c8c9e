//! Lines and columns of a byte offset, as an editor shows them.

use std::fmt;

/// A place in a text: line and column, both counted from 1, the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1. A line ends with `\n`.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

impl Position {
    /// The start of every text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of the byte `offset` in `text`. An offset past the end, or inside a character, counts as the
    /// nearest place before it.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_and_lines_start_at_one() {
        let text = "a\nсло́во x";
        assert_eq!(Position::of(text, 0), Position { line: 1, column: 1 });
        assert_eq!(
            Position::of(text, text.find('x').unwrap_or(0)),
            Position { line: 2, column: 8 }
        );
        assert_eq!(Position::of(text, 999), Position { line: 2, column: 9 });
    }
}
