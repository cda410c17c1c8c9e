//! HTML in a text, as a browser reads it.

use std::ops::Range;

use super::tag_reader::{Event, events, is_void, unfinished};

/// The tags of a text, and what is wrong with its characters.
#[derive(Debug, Default)]
pub(crate) struct Html {
    /// The tags, in order.
    pub(crate) tags: Vec<Tag>,
    /// Character references that no browser knows, such as `&nbps;`, and those without their end: `&amp`.
    pub(crate) unknown: Vec<Range<usize>>,
}

/// One tag.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    /// What kind of tag it is.
    pub(crate) kind: TagKind,
    /// Name of the element, in lower case.
    pub(crate) name: String,
    /// Its attributes, in order; of two with the same name, the first.
    pub(crate) attributes: Vec<Attribute>,
    /// What is wrong with the way it is written.
    pub(crate) flaw: Option<Flaw>,
    /// The tag from `<` to `>`, as a range of the text.
    pub(crate) span: Range<usize>,
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

/// An attribute of a tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Attribute {
    /// Its name, in lower case.
    pub(crate) name: String,
    /// Its value, character references resolved; empty where it has none.
    pub(crate) value: String,
}

/// What is wrong with the way a tag is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The attribute stands in it twice.
    Twice(String),
    /// A quotation mark is missing, or stands where none belongs.
    Quotes,
    /// The value of the attribute is in quotation marks that are not HTML's.
    Typographic(String),
    /// The value of the attribute has a space in it and no quotation marks around.
    Space(String),
    /// A placeable follows the element's name without a space.
    Joined,
}

/// What is wrong with the order of tags.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault<'h> {
    /// `<b>` without `</b>`.
    Unclosed(&'h Tag),
    /// `</b>` without `<b>`.
    Unopened(&'h Tag),
    /// `<b><i></b>`: `tag` stands before the end of `inner`.
    Crossed {
        /// The end tag.
        tag: &'h Tag,
        /// The start tag that is still open.
        inner: &'h Tag,
    },
    /// `<b` without `>`.
    Unfinished(&'h Tag),
}

impl Html {
    /// Reads `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut html = Self::default();
        for event in events(text) {
            match event {
                Event::Tag(tag) => html.tags.push(tag),
                Event::Unknown(end) => {
                    html.unknown.extend(character_reference(text, end));
                }
                Event::Unfinished => html.tags.extend(unfinished(text, html.end())),
            }
        }
        html
    }

    fn end(&self) -> usize {
        self.tags.last().map_or(0, |tag| tag.span.end)
    }

    /// What is wrong with the order of the tags of elements, if anything is.
    pub(crate) fn fault(&self, is_element: impl Fn(&str) -> bool) -> Option<Fault<'_>> {
        let mut open: Vec<&Tag> = Vec::new();
        for tag in self.tags.iter().filter(|tag| is_element(&tag.name)) {
            match tag.kind {
                TagKind::Open => open.push(tag),
                TagKind::Close => match open.pop() {
                    Some(opener) if opener.name == tag.name => {}
                    Some(inner) if open.iter().any(|it| it.name == tag.name) => {
                        return Some(Fault::Crossed { tag, inner });
                    }
                    Some(_) | None => return Some(Fault::Unopened(tag)),
                },
                TagKind::Void => {}
                TagKind::Unfinished => return Some(Fault::Unfinished(tag)),
            }
        }
        open.pop().map(Fault::Unclosed)
    }
}

/// The character reference in `text` that was read when its reader had come to `end`, which may be one sign too far.
fn character_reference(text: &str, end: usize) -> Option<Range<usize>> {
    let start = text.get(..end)?.rfind('&')?;
    let rest = text.get(start + 1..)?;
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '#';
    let length = rest.find(|it| !is_name(it)).unwrap_or(rest.len());
    let is_closed = rest.get(length..)?.starts_with(';');
    Some(start..start + 1 + length + usize::from(is_closed))
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.name == name).map(|it| it.value.as_str())
    }

    /// Whether it is written `<name/>` without need.
    pub(crate) fn is_self_closed(&self) -> bool {
        self.kind == TagKind::Void && !is_void(&self.name)
    }

    /// Whether it starts an element.
    pub(crate) fn starts(&self) -> bool {
        matches!(self.kind, TagKind::Open | TagKind::Void)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences::passages::GAP;

    fn tags(text: &str) -> Vec<Tag> {
        Html::of(text).tags
    }

    #[test]
    fn a_tag_has_a_name_and_attributes_in_lower_case() {
        let tags = tags("x <A HREF='&#106;s' title=\"a > b\" hidden>y</A><br/>");
        let span = |tag: &Tag| (tag.name.clone(), tag.kind, tag.span.clone());
        assert_eq!(
            tags.iter().map(span).collect::<Vec<_>>(),
            [
                ("a".to_owned(), TagKind::Open, 2..41),
                ("a".to_owned(), TagKind::Close, 42..46),
                ("br".to_owned(), TagKind::Void, 46..51),
            ]
        );
        assert_eq!(tags[0].attribute("href"), Some("js"));
        assert_eq!(tags[0].attribute("title"), Some("a > b"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
    }

    #[test]
    fn what_is_wrong_with_a_tag_is_seen() {
        for (text, flaw) in [
            ("<a href=\"x\" href=\"y\">", Flaw::Twice("href".to_owned())),
            ("<a href=“x”>", Flaw::Typographic("href".to_owned())),
            ("<a title=two words>", Flaw::Space("title".to_owned())),
            ("<a href=\"x>y</a> <b class=\"z\">", Flaw::Quotes),
            ("<a href=\"x\"\">", Flaw::Quotes),
            ("<a\u{fffc}>", Flaw::Joined),
        ] {
            assert_eq!(tags(text)[0].flaw, Some(flaw), "{text}");
        }
        for text in ["<a href=x { $y }>", "<a href=x title='y'>", "<a href=\"x y\" id=z hidden>"] {
            let text = text.replace("{ $y }", &GAP.to_string());
            assert_eq!(tags(&text)[0].flaw, None, "{text}");
        }
    }

    #[test]
    fn a_tag_without_its_end_still_has_attributes() {
        for text in ["é < <b>x <img src=x onerror=y", "<b> <img src=x onerror=\"y z"] {
            let tags = tags(text);
            assert_eq!(tags[1].kind, TagKind::Unfinished, "{text}");
            assert!(tags[1].attribute("onerror").is_some(), "{text}");
        }
    }

    #[test]
    fn signs_are_no_tags() {
        for text in ["1 < 2 > 0", "<3", "a->b", "R&D", "<!-- <b> -->"] {
            assert!(tags(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_unknown_character_reference_is_seen() {
        let text = "a&nbsp;b &nbps; &amp; R&D; &#65; a & b;";
        let unknown = Html::of(text).unknown;
        assert_eq!(
            unknown.iter().map(|it| &text[it.clone()]).collect::<Vec<_>>(),
            ["&nbps;", "&D;"]
        );
    }
}
