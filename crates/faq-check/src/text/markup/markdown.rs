//! Markdown in a text, as far as rules compare it: links, bold, code.

/// What of Markdown a text has.
#[derive(Debug, Default)]
pub(crate) struct Markdown<'t> {
    /// Targets of links: `[text](target)`.
    pub(crate) targets: Vec<&'t str>,
    /// Labels of links: `[text][label]`.
    pub(crate) labels: Vec<&'t str>,
    /// How often `**` stands in it.
    pub(crate) bold: usize,
    /// How often a run of backticks stands in it.
    pub(crate) code: usize,
}

impl<'t> Markdown<'t> {
    /// Reads `text`.
    pub(crate) fn of(text: &'t str) -> Self {
        Self {
            targets: link_targets(text).collect(),
            labels: labels(text).collect(),
            bold: runs(text, b'*', 2),
            code: runs(text, b'`', 1),
        }
    }
}

/// Longest target that is looked for, in characters.
const LONGEST: usize = 2_000;

/// The targets of links (`](target)`) in `text`, in order, without titles.
pub(crate) fn link_targets(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("](").filter_map(|(at, _)| {
        let rest = text.get(at + 2..)?;
        let mut depth = 0_usize;
        let end = rest.char_indices().take(LONGEST).find_map(|(at, it)| match it {
            '(' => {
                depth += 1;
                None
            }
            ')' if depth == 0 => Some(at),
            ')' => {
                depth -= 1;
                None
            }
            _ => None,
        })?;
        let target = rest.get(..end)?.trim();
        // `[text](target "title")`: the title is translated.
        Some(target.split_once([' ', '\n']).map_or(target, |(target, _)| target))
    })
}

/// The labels of links (`[text][label]`) in `text`, in order. Usage such as `[OPTION][FILE]` has none.
fn labels(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("][").filter_map(|(at, _)| {
        let (_, link) = text.get(..at)?.rsplit_once('[')?;
        let rest = text.get(at + 2..)?;
        let (label, after) = rest.split_at_checked(rest.find(']')?)?;
        let is_label = label.starts_with(|it: char| it.is_ascii_lowercase())
            && label.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'));
        let ends = !after.get(1..)?.starts_with(['[', ']']);
        (is_label && ends && !link.is_empty() && !link.contains(']')).then_some(label)
    })
}

/// How many runs of exactly `length` bytes `byte` there are; for one, runs of any length.
fn runs(text: &str, byte: u8, length: usize) -> usize {
    text.as_bytes()
        .chunk_by(|a, b| a == b)
        .filter(|run| run.first() == Some(&byte) && (length == 1 || run.len() == length))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_targets_and_labels() {
        let markdown = Markdown::of(
            "see [here](https://a.org/b_(c)), [there]( #x \"title\"), f[0](x, [the law][law-1].",
        );
        assert_eq!(markdown.targets, ["https://a.org/b_(c)", "#x"]);
        assert_eq!(markdown.labels, ["law-1"]);
    }

    #[test]
    fn usage_of_a_command_has_no_links() {
        for text in ["cp [OPTION]...[FILE]", "[-a][-b]", "[[CC]YY][.ss]", "FIELD[.CHAR][OPTIONS]"] {
            let markdown = Markdown::of(text);
            assert!(markdown.labels.is_empty() && markdown.targets.is_empty(), "{text}");
        }
    }

    #[test]
    fn bold_and_code_are_counted_by_their_marks() {
        let markdown = Markdown::of("**a** *b* `c` ``d ` e``");
        assert_eq!((markdown.bold, markdown.code), (2, 5));
    }
}
