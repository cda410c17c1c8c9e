//! Puts tags together from what the HTML tokenizer finds.

use std::{borrow::Cow, ops::Range};

use html5gum::{
    Error, Span, Tokenizer,
    emitters::callback::{Callback, CallbackEmitter, CallbackEvent},
};

use super::html::{Attribute, Flaw, Tag, TagKind};
use crate::text::sentences::passages::GAP;

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Attributes that have no value.
const WITHOUT_VALUE: [&str; 8] =
    ["checked", "controls", "disabled", "download", "hidden", "multiple", "readonly", "required"];

/// Something in a text that matters to rules.
pub(super) enum Event {
    /// A tag.
    Tag(Tag),
    /// A character reference that browsers do not know or that has no `;`, and where it ends.
    Unknown(usize),
    /// The text ended inside a tag.
    Unfinished,
}

/// What there is in `text`, in order.
pub(super) fn events(text: &str) -> impl Iterator<Item = Event> {
    let reader = TagReader { text, ..TagReader::default() };
    // Reading a string cannot fail.
    Tokenizer::new_with_emitter(text, CallbackEmitter::new(reader)).flatten()
}

/// The tag after `from` that has no end. A page that goes on behind it may end it, so it has attributes.
pub(super) fn unfinished(text: &str, from: usize) -> Option<Tag> {
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

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Puts the parts of a start tag together as the tokenizer finds them.
#[derive(Debug, Default)]
struct TagReader<'t> {
    text: &'t str,
    tag: Option<Tag>,
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
                self.tag = Some(tag(name, TagKind::Open, span.start..span.end));
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
            CallbackEvent::Error(
                Error::UnknownNamedCharacterReference
                | Error::MissingSemicolonAfterCharacterReference,
            ) => {
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
        let mut tag = reader.tag?;
        tag.span.end = end;
        if self_closing || is_void(&tag.name) {
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

    #[test]
    fn character_references_are_resolved_as_browsers_do() {
        assert_eq!(
            resolved("java&Tab;script&colon;x&#58y &nbps; R&D"),
            "java\tscript:x:y &nbps; R&D"
        );
    }
}
