//! What texts are marked up with: HTML and Markdown, as far as rules compare them.

mod html;
mod markdown;
mod same;
mod tag_reader;

use faq_l10n::Outline;

use crate::{
    context::MessageContext,
    text::sentences::passages::{GAP, Passage, passages},
};

pub(crate) use html::{Attribute, Fault, Flaw, Html, Tag, TagKind};
pub(crate) use markdown::{Markdown, link_targets};
pub(crate) use same::{has_html, same_html};
pub(crate) use tag_reader::resolved;

/// One way through a message, read as HTML.
#[derive(Debug)]
pub(crate) struct Page<'s> {
    /// The text.
    pub(crate) passage: Passage<'s>,
    /// What it is marked up with.
    pub(crate) html: Html,
}

/// Every way through a message, read as HTML.
pub(crate) fn pages<'s>(message: Outline<'_, 's>) -> Vec<Page<'s>> {
    let read = |passage: Passage<'s>| Page { html: Html::of(&passage.text), passage };
    passages(message).into_iter().map(read).collect()
}

/// The ways through the value, or through the attribute of this name.
pub(crate) fn of_root<'p, 's>(
    pages: &'p [Page<'s>],
    attribute: Option<&str>,
) -> impl Iterator<Item = &'p Page<'s>> + Clone {
    pages.iter().filter(move |page| page.passage.attribute == attribute)
}

/// Elements that a text may be marked up with wherever it stands.
pub(crate) const TEXT_ELEMENTS: [&str; 44] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
    "var",
];

/// Elements that lay out a line and hold nothing; a language breaks its lines where it must.
const LINE_ELEMENTS: [&str; 2] = ["br", "wbr"];

/// Elements without an end tag that nobody takes for a placeholder, as `<source>` may be one.
const VOID_IN_TEXT: [&str; 4] = ["br", "hr", "img", "wbr"];

/// Which names in angle brackets are elements in a message; others stand for something that the reader is to put in,
/// such as `<file>` or `<column>`.
#[derive(Debug)]
pub(crate) struct Elements {
    /// Names that the reference marks up with: they are closed, or have an attribute with a value.
    elements: Vec<String>,
    /// Names that the reference has without either.
    placeholders: Vec<String>,
}

impl Elements {
    /// As the reference's tags show.
    pub(crate) fn of(reference: &[Page<'_>]) -> Self {
        Self::of_tags(reference.iter().flat_map(|page| &page.html.tags))
    }

    fn of_tags<'t>(tags: impl Iterator<Item = &'t Tag> + Clone) -> Self {
        let mut elements: Vec<String> =
            tags.clone().filter(|tag| is_evident(tag)).map(|tag| tag.name.clone()).collect();
        elements.sort_unstable();
        elements.dedup();
        let mut placeholders: Vec<String> = tags
            .map(|tag| &tag.name)
            .filter(|name| elements.binary_search(name).is_err())
            .cloned()
            .collect();
        placeholders.sort_unstable();
        placeholders.dedup();
        Self { elements, placeholders }
    }

    /// Whether `name` is an element.
    pub(crate) fn has(&self, name: &str) -> bool {
        let among = |names: &[String]| names.binary_search_by(|it| it.as_str().cmp(name)).is_ok();
        among(&self.elements) || (TEXT_ELEMENTS.contains(&name) && !among(&self.placeholders))
    }

    /// Whether `name` is an element that is compared between languages.
    pub(crate) fn compares(&self, name: &str) -> bool {
        self.has(name) && !LINE_ELEMENTS.contains(&name)
    }
}

/// Whether a tag can be nothing but a tag.
pub(crate) fn is_evident(tag: &Tag) -> bool {
    let is_alone = match tag.kind {
        TagKind::Close => true,
        TagKind::Void => tag.is_self_closed() || VOID_IN_TEXT.contains(&tag.name.as_str()),
        TagKind::Open | TagKind::Unfinished => false,
    };
    is_alone || tag.attributes.iter().any(|it| !it.value.is_empty() || it.name.contains(GAP))
}

/// A link's target, without the language of the page that it leads to: `/en/law` and `/es/law` are the same.
pub(crate) fn without_language(context: &MessageContext<'_, '_>, target: &str) -> String {
    let tags = [context.locale.reference_name, context.locale.locale];
    let is_language = |part: &str| {
        tags.iter().any(|tag| {
            let language = tag.split_once('-').map_or(*tag, |(language, _)| language);
            part.eq_ignore_ascii_case(tag) || part.eq_ignore_ascii_case(language)
        })
    };
    let parts = target.split_inclusive(['/', '.']);
    parts
        .map(|part| {
            let name = part.trim_end_matches(['/', '.']);
            if is_language(name) { part.get(name.len()..).unwrap_or_default() } else { part }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reference_closes_is_an_element_and_what_it_does_not_is_a_placeholder() {
        let html = Html::of("<vpn-logo></vpn-logo> <code> <file> <a id=\"x\"> <br>");
        let elements = Elements::of_tags(html.tags.iter());
        for name in ["vpn-logo", "a", "b", "br"] {
            assert!(elements.has(name), "{name}");
        }
        for name in ["code", "file", "column"] {
            assert!(!elements.has(name), "{name}");
        }
        assert!(!elements.compares("br"));
    }
}
