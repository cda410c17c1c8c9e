//! HTML in a text, as a browser reads it.

use std::{borrow::Cow, ops::Range};

use html5gum::{
    Error, Span, Tokenizer,
    emitters::callback::{Callback, CallbackEmitter, CallbackEvent},
};

use crate::passages::GAP;

/// The tags of a text, and what is wrong with its characters.
#[derive(Debug, Default)]
pub(crate) struct Html {
    /// The tags, in order.
    pub(crate) tags: Vec<Tag>,
    /// Character references that no browser knows, such as `&nbps;`.
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

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Attributes that have no value.
const WITHOUT_VALUE: [&str; 8] =
    ["checked", "controls", "disabled", "download", "hidden", "multiple", "readonly", "required"];

impl Html {
    /// Reads `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut html = Self::default();
        for event in events(text) {
            match event {
                Event::Tag(tag) => html.tags.push(tag),
                Event::Unknown(end) => {
                    let start = text.get(..end).and_then(|before| before.rfind('&'));
                    html.unknown.extend(start.map(|start| start..end));
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

impl Tag {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.name == name).map(|it| it.value.as_str())
    }

    /// Whether it is written `<name/>` without need.
    pub(crate) fn is_self_closed(&self) -> bool {
        self.kind == TagKind::Void && !VOID.contains(&self.name.as_str())
    }

    /// Whether it starts an element.
    pub(crate) fn starts(&self) -> bool {
        matches!(self.kind, TagKind::Open | TagKind::Void)
    }
}

/// `text` with its character references resolved.
pub(crate) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let strings = |event: CallbackEvent<'_>, _: Span<usize>| match event {
        CallbackEvent::String { value } => Some(owned(value)),
        _ => None,
    };
    let pieces: Vec<String> =
        Tokenizer::new_with_emitter(text, CallbackEmitter::new(strings)).flatten().collect();
    Cow::Owned(pieces.concat())
}

/// The tag after `from` that has no end. A page that goes on behind it may end it, so it has attributes.
fn unfinished(text: &str, from: usize) -> Option<Tag> {
    let rest = text.get(from..)?;
    let starts = |after: &str| after.starts_with(|it: char| it.is_ascii_alphabetic() || it == '/');
    let at = rest
        .match_indices('<')
        .map(|(at, _)| at)
        .find(|at| rest.get(at + 1..).is_some_and(starts))?;
    let tail = rest.get(at..)?;
    let tag = ["", "\"", "'"].iter().find_map(|quote| {
        let ended = format!("{tail}{quote}>");
        events(&ended).find_map(|event| match event {
            Event::Tag(tag) if tag.span.start == 0 => Some(tag),
            Event::Tag(_) | Event::Unknown(_) | Event::Unfinished => None,
        })
    })?;
    Some(Tag { kind: TagKind::Unfinished, span: from + at..text.len(), ..tag })
}

enum Event {
    Tag(Tag),
    /// An unknown character reference, and where it ends.
    Unknown(usize),
    /// The text ended inside a tag.
    Unfinished,
}

fn events(text: &str) -> impl Iterator<Item = Event> {
    let reader = TagReader { text, ..TagReader::default() };
    // Reading a string cannot fail.
    Tokenizer::new_with_emitter(text, CallbackEmitter::new(reader)).flatten()
}

/// Puts the parts of a start tag together as the tokenizer finds them.
#[derive(Debug, Default)]
struct TagReader<'t> {
    text: &'t str,
    name: Option<Tag>,
    attributes: Vec<Attribute>,
    /// Whether the attribute that is being read stood in the tag before.
    twice: bool,
    /// The attributes whose values have no quotation marks, as indexes.
    bare: Vec<usize>,
    flaw: Option<Flaw>,
}

impl Callback<Event, usize> for TagReader<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Event> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.name = Some(tag(name, TagKind::Open, span.start..span.end));
            }
            CallbackEvent::AttributeName { name } => self.attribute(owned(name)),
            CallbackEvent::AttributeValue { value } => self.value(owned(value), span.start),
            CallbackEvent::CloseStartTag { self_closing } => {
                return self.close(self_closing, span.end).map(Event::Tag);
            }
            CallbackEvent::EndTag { name } => {
                *self = Self { text: self.text, ..Self::default() };
                return Some(Event::Tag(tag(name, TagKind::Close, span.start..span.end)));
            }
            CallbackEvent::Error(Error::UnknownNamedCharacterReference) => {
                return Some(Event::Unknown(span.end));
            }
            CallbackEvent::Error(Error::EofInTag) => return Some(Event::Unfinished),
            CallbackEvent::Error(
                Error::UnexpectedCharacterInAttributeName
                | Error::UnexpectedCharacterInUnquotedAttributeValue,
            ) => {
                self.flaw.get_or_insert(Flaw::Quotes);
            }
            CallbackEvent::Error(_)
            | CallbackEvent::String { .. }
            | CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. } => {}
        }
        None
    }
}

impl TagReader<'_> {
    fn attribute(&mut self, name: String) {
        self.twice = self.attributes.iter().any(|it| it.name == name);
        if self.twice {
            self.flaw.get_or_insert(Flaw::Twice(name));
        } else {
            self.attributes.push(Attribute { name, value: String::new() });
        }
    }

    fn value(&mut self, value: String, start: usize) {
        let index = self.attributes.len().saturating_sub(1);
        let Some(attribute) = self.attributes.get_mut(index).filter(|_| !self.twice) else {
            return;
        };
        if !self.text.get(..start).unwrap_or_default().ends_with(['"', '\'']) {
            self.bare.push(index);
            if value.starts_with(['“', '”', '„', '«', '»', '‘', '’', '‚']) {
                self.flaw.get_or_insert(Flaw::Typographic(attribute.name.clone()));
            }
        }
        attribute.value = value;
    }

    fn close(&mut self, self_closing: bool, end: usize) -> Option<Tag> {
        let reader = std::mem::replace(self, Self { text: self.text, ..Self::default() });
        let mut tag = reader.name?;
        tag.span.end = end;
        if self_closing || VOID.contains(&tag.name.as_str()) {
            tag.kind = TagKind::Void;
        }
        tag.attributes = reader.attributes;
        // What the program fills in is an attribute at best.
        let joined = tag.name.find(GAP).filter(|at| *at > 0);
        if let Some(at) = joined {
            let name = tag.name.split_off(at);
            tag.attributes.insert(0, Attribute { name, value: String::new() });
            tag.flaw = Some(Flaw::Joined);
            return Some(tag);
        }
        let cut = reader.bare.iter().find_map(|at| {
            let next = tag.attributes.get(at + 1)?;
            let is_rest = next.value.is_empty()
                && !next.name.contains(GAP)
                && !WITHOUT_VALUE.contains(&next.name.as_str());
            tag.attributes.get(*at).filter(|_| is_rest)
        });
        tag.flaw = reader.flaw.or_else(|| cut.map(|it| Flaw::Space(it.name.clone())));
        Some(tag)
    }
}

fn tag(name: &[u8], kind: TagKind, span: Range<usize>) -> Tag {
    Tag { kind, name: owned(name), attributes: Vec::new(), flaw: None, span }
}

fn owned(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(resolved("java&Tab;script&colon;x&#58y"), "java\tscript:x:y");
    }
}
