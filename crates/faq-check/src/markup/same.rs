//! A quick look whether two messages have the very same HTML, so that nothing more has to be asked.

use faq_l10n::{Features, Outline, Text, TextKind};
use memchr::{memchr, memchr2_iter};

/// Whether there is anything in the message that a browser could take for HTML.
pub(crate) fn has_html(message: Outline<'_, '_>) -> bool {
    message.features().any(Features::LITERAL)
        || (message.features().any(Features::MARKUP)
            && message.texts().iter().any(|text| starts(text.raw).next().is_some()))
}

/// Whether the translation has the tags and character references of the reference, byte by byte and in its order.
///
/// What is hard to compare without reading it is not the same: variants, literals, comments, `>` in quotation marks.
pub(crate) fn same_html(reference: Outline<'_, '_>, translation: Outline<'_, '_>) -> bool {
    let hard = Features::SELECT.and(Features::LITERAL);
    if (reference.features() | translation.features()).any(hard) {
        return false;
    }
    let mut expected = fragments(reference);
    let mut found = fragments(translation);
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other && one.is_whole() => {}
            _ => return false,
        }
    }
}

/// A tag or a character reference, or what of it stands in one text.
#[derive(Debug, PartialEq, Eq)]
struct Fragment<'s> {
    branch: usize,
    raw: &'s str,
}

impl Fragment<'_> {
    /// Whether it is sure where it ends.
    fn is_whole(&self) -> bool {
        match self.raw.as_bytes() {
            [b'<', b'!' | b'?', ..] => false,
            [b'<', .., b'>'] => {
                let count = |quote| self.raw.bytes().filter(|byte| *byte == quote).count();
                count(b'"') % 2 == 0 && count(b'\'') % 2 == 0
            }
            [b'<', ..] => false,
            _ => true,
        }
    }
}

fn fragments<'f, 's: 'f>(message: Outline<'f, 's>) -> impl Iterator<Item = Fragment<'s>> + 'f {
    let elements = message.texts().iter().filter(|text| text.kind == TextKind::Element);
    elements.flat_map(|text: &'f Text<'s>| {
        let mut end = 0;
        starts(text.raw).filter_map(move |at| {
            // A `<` or `&` inside a tag belongs to it.
            if at < end {
                return None;
            }
            let raw = fragment(text.raw.get(at..)?)?;
            end = at + raw.len();
            Some(Fragment { branch: text.branch, raw })
        })
    })
}

/// The fragment that `text` starts with.
fn fragment(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b'<') {
        return text.get(..memchr(b'>', bytes).map_or(text.len(), |end| end + 1));
    }
    let rest = text.get(1..)?;
    let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '#');
    let end = end.unwrap_or(rest.len());
    let semicolon = usize::from(rest.as_bytes().get(end) == Some(&b';'));
    text.get(..=end + semicolon)
}

/// Where a tag, a comment or a character reference may start.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr2_iter(b'<', b'&', bytes).filter(move |at| match bytes.get(at + 1) {
        // A placeable follows, or nothing does.
        None => true,
        Some(next) if bytes.get(*at) == Some(&b'&') => {
            next.is_ascii_alphanumeric() || *next == b'#'
        }
        Some(next) => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'),
    })
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    fn same(reference: &str, translation: &str) -> bool {
        let of = |text: &str| format!("a = {text}\n");
        let (reference, translation) = (of(reference), of(translation));
        let reference = FtlFile::parse("x.ftl", "x.ftl", &reference);
        let translation = FtlFile::parse("x.ftl", "x.ftl", &translation);
        let (a, b) = (reference.outlines.iter().next(), translation.outlines.iter().next());
        same_html(a.expect("a message"), b.expect("a message"))
    }

    #[test]
    fn the_same_tags_around_other_words_are_the_same() {
        assert!(same("see <a href=\"x\">it</a>&nbsp;!", "voir <a href=\"x\">là</a>&nbsp;!"));
        assert!(same("a < b & c", "b < a & c"));
    }

    #[test]
    fn what_differs_or_is_hard_to_read_is_not() {
        for (reference, translation) in [
            ("<b>x</b>", "<b>x<b>"),
            ("<b>x</b>", "x"),
            ("x", "<b>x</b>"),
            ("<a title=\"a > b\">", "<a title=\"a > b\" onclick=\"x\">"),
            ("<a href=\"{ $x }\">", "<a href=\"{ $x }\" onclick=\"y\">"),
            ("<!-- > -->", "<!-- > <b>"),
            ("&nbsp;", "&nbps;"),
            ("<b>x</b>", "<b>{ \"<i>\" }</b>"),
        ] {
            assert!(!same(reference, translation), "{reference} / {translation}");
        }
    }
}
