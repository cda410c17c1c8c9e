//! A quick look whether two messages have the very same HTML, so that nothing more has to be asked.

use faq_l10n::{Features, Origin, Outline, Text, TextKind};
use memchr::{memchr, memchr2_iter};

/// Whether there is anything in the message that a browser could take for HTML.
pub(crate) fn has_html(message: Outline<'_, '_>) -> bool {
    let may_have = Features::MARKUP.and(Features::LITERAL);
    message.features().any(may_have)
        && message.texts().iter().any(|text| starts(text.raw).next().is_some() || is_escaped(text))
}

/// Whether the translation has the tags and character references of the reference, byte by byte, in the same variants and
/// in the same order.
///
/// What is hard to compare without reading it is not the same: escapes, comments, `>` in quotation marks, placeables in
/// tags.
pub(crate) fn same_html(reference: Outline<'_, '_>, translation: Outline<'_, '_>) -> bool {
    if !same_variants(reference, translation) || has_hard(reference) || has_hard(translation) {
        return false;
    }
    // What stands between the parts of a tag is a placeable where nothing else can stand there.
    let hard = Features::SELECT.and(Features::LITERAL).and(Features::NUMBER);
    let may_go_on = !(reference.features() | translation.features()).any(hard);
    let mut expected = Fragments::of(reference);
    let mut found = Fragments::of(translation);
    let mut quote = None;
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return !expected.inside,
            (Some(one), Some(other)) if one == other => {
                let is_comment = matches!(one.raw.as_bytes(), [b'<', b'!' | b'?', ..]);
                quote = open_quote(one.raw, quote);
                if is_comment || if expected.inside { !may_go_on } else { quote.is_some() } {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// The quotation mark that is still open after `tag`, the part of a tag that comes after what left `quote` open.
fn open_quote(tag: &str, quote: Option<u8>) -> Option<u8> {
    tag.bytes().filter(|byte| matches!(byte, b'"' | b'\'')).fold(quote, |quote, byte| match quote {
        None => Some(byte),
        Some(open) if open == byte => None,
        open => open,
    })
}

/// Whether two messages have the same values, attributes and variants.
fn same_variants(reference: Outline<'_, '_>, translation: Outline<'_, '_>) -> bool {
    let (ours, theirs) = (reference.branches(), translation.branches());
    let same = |one: Origin<'_>, other: Origin<'_>| match (one, other) {
        (
            Origin::Variant { parent, select, default, .. },
            Origin::Variant { parent: p, select: s, default: d, .. },
        ) => (parent, select, default) == (p, s, d),
        (one, other) => one == other,
    };
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(one, other)| same(one.origin, other.origin))
}

/// Whether a text literal has markup in it.
fn has_hard(message: Outline<'_, '_>) -> bool {
    let is_hard = |text: &Text<'_>| {
        text.kind == TextKind::Literal && (is_escaped(text) || starts(text.raw).next().is_some())
    };
    message.features().any(Features::LITERAL) && message.texts().iter().any(is_hard)
}

/// Whether a text is written with escapes.
fn is_escaped(text: &Text<'_>) -> bool {
    text.kind == TextKind::Literal && text.raw.contains('\\')
}

/// A tag or a character reference, or what of it stands in one text.
#[derive(Debug, PartialEq, Eq)]
struct Fragment<'s> {
    branch: usize,
    raw: &'s str,
}

/// The fragments of a message, in order.
struct Fragments<'f, 's> {
    texts: std::slice::Iter<'f, Text<'s>>,
    branch: usize,
    /// What is left of the text that is being read.
    rest: &'s str,
    /// Whether the last fragment was a tag without its end.
    inside: bool,
}

impl<'f, 's> Fragments<'f, 's> {
    fn of(message: Outline<'f, 's>) -> Self {
        Self { texts: message.texts().iter(), branch: 0, rest: "", inside: false }
    }
}

impl<'s> Iterator for Fragments<'_, 's> {
    type Item = Fragment<'s>;

    fn next(&mut self) -> Option<Fragment<'s>> {
        loop {
            let start = if self.inside { Some(0) } else { starts(self.rest).next() };
            if let Some(tail) = start.and_then(|at| self.rest.get(at..)).filter(|it| !it.is_empty())
            {
                let is_tag = self.inside || tail.starts_with('<');
                let end = if is_tag {
                    memchr(b'>', tail.as_bytes()).map_or(tail.len(), |end| end + 1)
                } else {
                    reference(tail).map_or(1, str::len)
                };
                let (raw, rest) = tail.split_at_checked(end)?;
                self.inside = is_tag && !raw.ends_with('>');
                self.rest = rest;
                return Some(Fragment { branch: self.branch, raw });
            }
            let text = self.texts.find(|text| text.kind == TextKind::Element)?;
            (self.branch, self.rest) = (text.branch, text.raw);
        }
    }
}

/// The character reference that `text` starts with. `&Open` with its access key is none.
fn reference(text: &str) -> Option<&str> {
    let rest = text.get(1..)?;
    let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '#');
    let end = end.unwrap_or(rest.len());
    let is_closed = end > 0 && rest.as_bytes().get(end) == Some(&b';');
    let is_open = matches!(rest.get(..end), Some("amp" | "gt" | "lt" | "nbsp" | "quot"));
    (is_closed || is_open || rest.starts_with('#'))
        .then(|| text.get(..=end + usize::from(is_closed)))?
}

/// Where a tag, a comment or a character reference may start.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr2_iter(b'<', b'&', bytes).filter(move |at| match bytes.get(*at..) {
        // A placeable follows, or nothing does.
        Some([_] | [b'<', b'/']) => true,
        Some([b'&', ..]) => text.get(*at..).and_then(reference).is_some(),
        Some([_, next, ..]) => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'),
        Some([]) | None => false,
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
        assert!(same("&Open R&D", "&Öffnen F&E"));
        assert!(same("<a href=\"{ $x }\" { $y }>a</a>", "b <a href=\"{ $x }\" { $y }>b</a>"));
        let variants = |word: &str| {
            format!(
                "<i>{{ $n ->\n    [one] {word} <b>1</b>\n   *[other] {word}\n }}</i> {{ \"\" }}"
            )
        };
        assert!(same(&variants("a"), &variants("b")));
    }

    #[test]
    fn what_differs_or_is_hard_to_read_is_not() {
        for (reference, translation) in [
            ("<b>x</b>", "<b>x<b>"),
            ("<b>x</b>", "x"),
            ("x", "<b>x</b>"),
            ("<a title=\"a > b\">", "<a title=\"a > b\" onclick=\"x\">"),
            ("<a href=\"{ $x }\">", "<a href=\"{ $x }\" onclick=\"y\">"),
            ("<a href=\"{ $x }\">", "<a href=\"{ \"y\" }\">"),
            ("<a t='\"' u=\"> x\">", "<a t='\"' u=\"> \" onclick=y x\">"),
            ("<a { $x }>", "<a { $n ->\n   *[other] y\n }>"),
            ("<!-- > -->", "<!-- > <b>"),
            ("&nbsp;", "&nbps;"),
            ("a &amp; b", "a &amp b"),
            ("<b>x</b>", "<b>{ \"<i>\" }</b>"),
        ] {
            assert!(!same(reference, translation), "{reference} / {translation}");
        }
    }
}
