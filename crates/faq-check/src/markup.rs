//! HTML and Markdown links in a text, as far as rules compare them.

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'t> {
    /// The whole tag, from `<` to `>`.
    pub(crate) raw: &'t str,
    /// Name of the element, as written.
    pub(crate) name: &'t str,
    /// What kind of tag it is.
    pub(crate) kind: TagKind,
}

/// What kind of tag it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagKind {
    /// `<b>`
    Open,
    /// `</b>`
    Close,
    /// `<br>`, `<img/>`
    Void,
    /// `<b` without its end.
    Unfinished,
}

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that texts of a page or a program are marked up with. Other names in angle brackets stand for something that
/// the reader is to put in: `<file>`, `<column>`.
const KNOWN: [&str; 48] = [
    "a",
    "abbr",
    "address",
    "article",
    "b",
    "blockquote",
    "br",
    "button",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "tr",
    "u",
    "ul",
];

/// The tags of known elements in `text`, in order.
pub(crate) fn known_tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    tags(text).into_iter().filter(|tag| KNOWN.contains(&tag.name.to_ascii_lowercase().as_str()))
}

/// The tags in `text`, in order, of whatever element. `1 < 2` and `<https://…>` are none.
pub(crate) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let tail = rest.get(start..).unwrap_or_default();
        let (length, tag) = tag(tail);
        tags.extend(tag);
        rest = tail.get(length..).unwrap_or_default();
    }
    tags
}

/// How many bytes to go on, and the tag that starts at the `<` that `text` starts with.
fn tag(text: &str) -> (usize, Option<Tag<'_>>) {
    let body = text.get(1..).unwrap_or_default();
    let close = body.starts_with('/');
    let body = body.strip_prefix('/').unwrap_or(body);
    if !body.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return (1, None);
    }
    let name_end =
        body.find(|it: char| !(it.is_ascii_alphanumeric() || it == '-')).unwrap_or(body.len());
    let name = body.get(..name_end).unwrap_or_default();
    let after = body.get(name_end..).unwrap_or_default();
    if !after.is_empty() && !after.starts_with([' ', '>', '/', '\n', '\t']) {
        // A placeholder such as `<user@host>` or `<file.txt>`.
        return (1, None);
    }
    match text.find('>') {
        None => (text.len(), Some(Tag { raw: text, name, kind: TagKind::Unfinished })),
        Some(end) => {
            let raw = text.get(..=end).unwrap_or_default();
            let kind = if close {
                TagKind::Close
            } else if raw.ends_with("/>") || VOID.contains(&name.to_ascii_lowercase().as_str()) {
                TagKind::Void
            } else {
                TagKind::Open
            };
            (end + 1, Some(Tag { raw, name, kind }))
        }
    }
}

/// The tag that is not closed, or closes nothing.
pub(crate) fn unbalanced<'t>(tags: &[Tag<'t>]) -> Option<Tag<'t>> {
    let mut open: Vec<&Tag<'t>> = Vec::new();
    for tag in tags {
        match tag.kind {
            TagKind::Open => open.push(tag),
            TagKind::Close => match open.pop() {
                Some(opener) if opener.name.eq_ignore_ascii_case(tag.name) => {}
                Some(_) | None => return Some(tag.clone()),
            },
            TagKind::Void => {}
            TagKind::Unfinished => return Some(tag.clone()),
        }
    }
    open.pop().cloned()
}

/// The targets of Markdown links (`](target)`) in `text`, in order.
pub(crate) fn link_targets(text: &str) -> Vec<&str> {
    text.match_indices("](")
        .filter_map(|(at, _)| {
            let target = text.get(at + 2..)?;
            target.get(..target.find(')')?)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balanced(text: &str) -> bool {
        unbalanced(&known_tags(text).collect::<Vec<_>>()).is_none()
    }

    #[test]
    fn tags_balance_or_not() {
        for text in [
            "a <b>x</b>",
            "<br>",
            "<img src=\"x\"/>",
            "1 < 2 > 0",
            "<user@host>",
            "<a href=\"x\"><i>y</i></a>",
            "<FILE>...</FILE>",
        ] {
            assert!(balanced(text), "{text}");
        }
        for text in ["a <b>x", "x</b>", "<b><i></b></i>", "<a href=\"x\""] {
            assert!(!balanced(text), "{text}");
        }
    }

    #[test]
    fn links_have_targets() {
        assert_eq!(
            link_targets("see [here](https://a.org) or [there](#x)"),
            ["https://a.org", "#x"]
        );
        assert_eq!(link_targets("f[0](x"), [""; 0]);
    }
}
