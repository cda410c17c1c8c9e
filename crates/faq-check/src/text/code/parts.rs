//! Parts of a text that programs read: tags, `code` in backticks or in `<code>`, the targets of links.

/// Goes through a text and says of each character whether it is for programs.
#[derive(Debug, Default)]
pub(crate) struct CodeParts {
    /// What ends the tag, or the target of `[words](target "title")`.
    until: Option<char>,
    backticks: bool,
    /// Between the quotation marks of `name="value"`.
    value: bool,
    /// The element of [`ELEMENTS`] that it stands in.
    element: Option<&'static str>,
}

/// Elements of HTML whose words are for programs, or are keys to press.
const ELEMENTS: [&str; 6] = ["code", "kbd", "pre", "samp", "tt", "var"];

impl CodeParts {
    /// Goes on to `character` and says whether it stands in such a part.
    pub(crate) fn is_inside(&mut self, before: &str, character: char, after: &str) -> bool {
        match character {
            '<' if after.starts_with(|it: char| it.is_ascii_alphabetic() || it == '/') => {
                self.until = self.until.or(Some('>'));
                self.enter(after);
            }
            // Between two letters it stands for an apostrophe.
            '`' if self.backticks
                || !(before.ends_with(char::is_alphabetic)
                    && after.starts_with(char::is_alphabetic)) =>
            {
                self.backticks = !self.backticks;
            }
            '(' if before.ends_with(']') => self.until = self.until.or(Some(')')),
            '>' | ')' if self.until == Some(character) => self.until = None,
            '"' if self.value => {
                self.value = false;
                return true;
            }
            '"' if before.ends_with('=') => self.value = true,
            _ => {}
        }
        self.until.is_some() || self.backticks || self.value || self.element.is_some()
    }

    /// Enters an element, or leaves the one that it is in, by the tag that starts here.
    fn enter(&mut self, tag: &str) {
        let is = |tag: &str, name: &str| {
            let rest = tag.strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(|it: char| it.is_ascii_alphanumeric()))
        };
        match self.element {
            None => self.element = ELEMENTS.into_iter().find(|name| is(tag, name)),
            Some(name) if tag.strip_prefix('/').is_some_and(|end| is(end, name)) => {
                self.element = None;
            }
            Some(_) => {}
        }
    }
}

/// The places of a text, asked for from its start to its end.
pub(crate) struct CodePlaces<'t> {
    text: &'t str,
    parts: CodeParts,
    /// How far it was read.
    read: usize,
    is_inside: bool,
}

impl<'t> CodePlaces<'t> {
    /// For a text of which nothing was asked yet.
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, parts: CodeParts::default(), read: 0, is_inside: false }
    }

    /// Whether the byte at `place` stands in such a part, or is part of a name like `:smile:`.
    pub(crate) fn has(&mut self, place: usize) -> bool {
        while self.read <= place {
            let (before, rest) = self.text.split_at_checked(self.read).unwrap_or_default();
            let mut characters = rest.chars();
            let Some(character) = characters.next() else { break };
            self.is_inside = self.parts.is_inside(before, character, characters.as_str());
            self.read += character.len_utf8();
        }
        self.is_inside || ends_name(self.text, place)
    }
}

/// Whether the colon at `place` ends a name like `:smile:`.
fn ends_name(text: &str, place: usize) -> bool {
    let before = text.get(..place).unwrap_or_default();
    let name = before.rsplit(|it: char| !(it.is_ascii_alphanumeric() || it == '_')).next();
    let start = before.len() - name.map_or(0, str::len);
    start < before.len() && text.get(..start).is_some_and(|it| it.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_code_keys_and_targets_are_for_programs() {
        let text =
            "a: <b style=\"color: red\">b: </b> <code>x: y</code> `k: v` [w](t:u) :smile: c: d";
        let mut places = CodePlaces::of(text);
        let found: Vec<&str> = text
            .match_indices(':')
            .filter(|(at, _)| places.has(*at))
            .filter_map(|(at, _)| text.get(at.saturating_sub(2)..at + 1))
            .collect();
        assert_eq!(found, ["or:", ">x:", "`k:", "(t:", "le:"]);
    }
}
