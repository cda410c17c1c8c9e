//! `index.html` and `fragment.html`: a page a locale that stands alone, the same to put into another page, and a start page with all
//! languages.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use faq_content::{
    Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq, LocalizedItem,
};
use sha2::{Digest, Sha256};

use crate::{
    alternates::{Alternate, alternates},
    frame::{Frame, Listed},
    interface::Interface,
    preview::{Preview, Seen, SeenEntry},
    release::EmitError,
    writing::{Rest, Written},
};

const STYLE: &str = include_str!("../templates/style.css");

/// The level of a heading that has headings of the next level below it: 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// Takes a level; none where there is no such one, or none below it.
    pub fn new(level: u8) -> Option<Self> {
        (1..=5).contains(&level).then_some(Self(level))
    }
}

impl Default for HeadingLevel {
    /// A page has one heading of the first level, which is the site's.
    fn default() -> Self {
        Self(2)
    }
}

/// The page of one locale.
pub(crate) fn page(faq: &LocalizedFaq, frame: &Frame<'_>) -> Result<String, EmitError> {
    let folder = frame.base_url.map_or_else(|| "../".to_owned(), ToString::to_string);
    let page = Page {
        faq,
        all: frame.locales,
        links: links(frame.locales, &faq.locale)?,
        alternates: alternates(frame, &folder),
        style: STYLE,
        policy: &policy(STYLE),
        interface: Interface(faq),
        preview: None,
    };
    Ok(page.render()?)
}

/// A link to the same question in every other locale, before and after the question's id. Written once a page: with a thousand
/// questions in a hundred locales these are most of it.
pub(crate) fn links(all: &[Listed], own: &LocaleTag) -> Result<Vec<(String, String)>, EmitError> {
    let link = |other| Ok((LinkBefore { other }.render()?, LinkAfter { other }.render()?));
    all.iter().filter(|other| other.locale != *own).map(link).collect()
}

/// The questions and answers of one locale, to be put into a page of the site's own.
pub(crate) fn fragment(faq: &LocalizedFaq, frame: &Frame<'_>) -> Result<String, EmitError> {
    let HeadingLevel(title_level) = frame.heading_level;
    let (interface, level) = (Interface(faq), title_level + 1);
    Ok(Fragment { faq, interface, title_level, level, preview: None }.render()?)
}

/// The page on which a reader chooses a language.
pub(crate) fn start(rest: &Rest<'_>) -> Result<String, EmitError> {
    let Some(faq) = rest.start else { return Ok(String::new()) };
    let folder = rest.frame.base_url.map_or_else(String::new, ToString::to_string);
    let start = Start {
        faq,
        all: rest.locales,
        alternates: alternates(&rest.frame, &folder),
        style: STYLE,
        policy: &policy(STYLE),
        interface: Interface(faq),
    };
    Ok(start.render()?)
}

/// A content security policy that allows this style and nothing else.
pub(crate) fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

#[derive(Template)]
#[template(path = "page.html")]
pub(crate) struct Page<'a> {
    pub(crate) faq: &'a LocalizedFaq,
    pub(crate) all: &'a [Listed],
    pub(crate) links: Vec<(String, String)>,
    pub(crate) alternates: Vec<Alternate>,
    pub(crate) style: &'a str,
    pub(crate) policy: &'a str,
    pub(crate) interface: Interface<'a>,
    pub(crate) preview: Option<&'a Preview>,
}

#[derive(Template)]
#[template(path = "link_before.html")]
struct LinkBefore<'a> {
    other: &'a Listed,
}

#[derive(Template)]
#[template(path = "link_after.html")]
struct LinkAfter<'a> {
    other: &'a Listed,
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Fragment<'a> {
    faq: &'a LocalizedFaq,
    interface: Interface<'a>,
    title_level: u8,
    level: u8,
    /// None. What it shares with the page asks for it.
    preview: Option<&'a Preview>,
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start<'a> {
    faq: &'a LocalizedFaq,
    all: &'a [Written],
    alternates: Vec<Alternate>,
    style: &'a str,
    policy: &'a str,
    interface: Interface<'a>,
}

impl Page<'_> {
    fn entries(&self) -> impl Iterator<Item = Marked<'_>> {
        marked(self.faq, self.preview)
    }

    /// Locale and direction of a question that is not in the page's language.
    fn question_origin<'p>(&'p self, marked: &Marked<'p>) -> Option<(&'p LocaleTag, Direction)> {
        let is_missing = marked.question().is_some_and(|seen| seen.missing.is_some());
        match self.preview {
            Some(preview) if is_missing => Some((&preview.reference.0, preview.reference.1)),
            Some(_) | None if self.interface.is_own(marked.entry) => None,
            Some(_) | None => Some((&marked.entry.locale, marked.entry.dir)),
        }
    }

    fn title_seen(&self) -> Option<&Seen> {
        self.preview.map(|preview| &preview.title)
    }

    fn is_live(&self) -> bool {
        self.preview.is_some_and(|preview| preview.live.is_some())
    }
}

impl Fragment<'_> {
    fn entries(&self) -> impl Iterator<Item = Marked<'_>> {
        marked(self.faq, self.preview)
    }
}

/// The entries, each with what a preview shows at it.
fn marked<'a>(
    faq: &'a LocalizedFaq,
    preview: Option<&'a Preview>,
) -> impl Iterator<Item = Marked<'a>> {
    let seen = move |index: usize| preview.and_then(|preview| preview.entries.get(index));
    let entries = faq.entries.iter().enumerate();
    entries.map(move |(index, entry)| Marked { entry, seen: seen(index) })
}

/// An entry with what a preview shows at it.
struct Marked<'a> {
    entry: &'a LocalizedEntry,
    seen: Option<&'a SeenEntry>,
}

impl<'a> Marked<'a> {
    fn question(&self) -> Option<&'a Seen> {
        self.seen.map(|seen| &seen.question)
    }

    /// What is said of it as a whole.
    fn notice(&self) -> Option<&'a str> {
        self.seen?.notice.as_deref()
    }

    /// Its blocks, each with what is shown at its texts.
    fn blocks(&self) -> impl Iterator<Item = (&'a LocalizedBlock, &'a [Seen])> {
        let texts: &[Vec<Seen>] = self.seen.map_or(&[], |seen| &seen.blocks);
        let of = move |index: usize| texts.get(index).map_or(&[][..], Vec::as_slice);
        self.entry.blocks.iter().enumerate().map(move |(index, block)| (block, of(index)))
    }
}

/// The items of a list, whose texts are the last of its block.
fn items<'e>(
    items: &'e [LocalizedItem],
    texts: &'e [Seen],
) -> impl Iterator<Item = (&'e LocalizedItem, Option<&'e Seen>)> {
    let before = texts.len().saturating_sub(items.len());
    items.iter().enumerate().map(move |(index, item)| (item, texts.get(before + index)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_style_ends_no_element_and_loads_nothing() {
        assert!(!super::STYLE.contains('<'));
        assert!(!super::STYLE.contains("url(") && !super::STYLE.contains("@import"));
    }

    #[test]
    fn every_interface_text_of_the_formats_is_asked_for() {
        let pages = concat!(
            include_str!("../templates/blocks.html"),
            include_str!("../templates/fragment.html"),
            include_str!("../templates/page.html"),
            include_str!("../templates/start.html")
        );
        let mut used: Vec<&str> = pages
            .split("interface.get(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        used.sort_unstable();
        used.dedup();
        assert_eq!(used, crate::interface::INTERFACE_TEXTS);
    }
}
