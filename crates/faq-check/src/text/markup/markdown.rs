//! Markdown in a text, as far as rules compare it: links, pictures, headings, bold, italics, code.

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
    /// How often `*` alone stands at a word.
    pub(crate) italic: usize,
    /// Bold words with spaces inside of their marks, which are shown as they stand: `** so **`.
    pub(crate) spaced: Option<&'t str>,
    /// Pictures: `![words](target)`.
    pub(crate) pictures: usize,
    /// Lines among others that are headings: `# Words`.
    pub(crate) headings: usize,
}

impl<'t> Markdown<'t> {
    /// Reads `text`.
    pub(crate) fn of(text: &'t str) -> Self {
        Self {
            targets: link_targets(text).collect(),
            labels: labels(text).collect(),
            bold: runs(text, b'*', 2),
            code: runs(text, b'`', 1),
            italic: italic(text),
            spaced: spaced(text),
            pictures: text.matches("![").count().min(text.matches("](").count()),
            headings: text
                .lines()
                .filter(|line| is_heading(line) && line.len() < text.len())
                .count(),
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

/// How often a `*` begins or ends words: not the bullet of a list, nor the sign of a product.
fn italic(text: &str) -> usize {
    let bytes = text.as_bytes();
    let at = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let is_mark = |position: &usize| {
        let (before, after) = (at(position.checked_sub(1)), at(Some(position + 1)));
        let is_alone = before != b'*' && after != b'*' && before != b'\\';
        let is_loose = before.is_ascii_whitespace() && after.is_ascii_whitespace();
        let is_product = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
        is_alone && !is_loose && !is_product
    };
    memchr::memchr_iter(b'*', bytes).filter(is_mark).count()
}

/// The first words between two `**` that have a space inside of each.
fn spaced(text: &str) -> Option<&str> {
    let parts: Vec<&str> = text.split("**").collect();
    let is_whole = !parts.len().is_multiple_of(2);
    let mut bold = parts.into_iter().skip(1).step_by(2).filter(|_| is_whole);
    bold.find(|it| it.starts_with(' ') && it.ends_with(' ') && !it.trim().is_empty())
}

/// Whether a line is a heading: `## Words`.
fn is_heading(line: &str) -> bool {
    let line = line.trim_start();
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ')
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
        assert_eq!((markdown.bold, markdown.code, markdown.italic), (2, 5, 2));
        assert_eq!(Markdown::of("* a\n2*3 \\*").italic, 0);
        assert_eq!(Markdown::of("a ** b ** c").spaced, Some(" b "));
        assert_eq!((Markdown::of("a\n ## b").headings, Markdown::of("# a").headings), (1, 0));
        assert_eq!(Markdown::of("**a** b **c**").spaced, None);
    }
}
