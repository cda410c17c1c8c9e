//! `index.html` and `fragment.html`: a page a locale that stands alone, the same to put into another page, and a start page with all
//! languages.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use faq_content::{LocalizedBlock, LocalizedFaq};
use sha2::{Digest, Sha256};

use crate::{
    alternates::{Alternate, alternates},
    interface::Interface,
    release::{EmitError, Release},
};

const STYLE: &str = include_str!("../templates/style.css");

/// The level of a heading that has headings of the next level below it: 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub(crate) fn page(faq: &LocalizedFaq, release: &Release<'_>) -> Result<String, EmitError> {
    let folder = release.base_url.map_or_else(|| "../".to_owned(), ToString::to_string);
    let page = Page {
        faq,
        all: release.faqs,
        alternates: alternates(release, &folder),
        style: STYLE,
        style_hash: style_hash(),
        interface: Interface(faq),
    };
    Ok(page.render()?)
}

/// The questions and answers of one locale, to be put into a page of the site's own.
pub(crate) fn fragment(faq: &LocalizedFaq, release: &Release<'_>) -> Result<String, EmitError> {
    let HeadingLevel(level) = release.heading_level;
    let fragment =
        Fragment { faq, interface: Interface(faq), title_level: level, level: level + 1 };
    Ok(fragment.render()?)
}

/// The page on which a reader chooses a language.
pub(crate) fn start(release: &Release<'_>) -> Result<String, EmitError> {
    let Some(reference) =
        release.faqs.iter().find(|faq| faq.locale == *release.reference).or(release.faqs.first())
    else {
        return Ok(String::new());
    };
    let start = Start {
        faq: reference,
        all: release.faqs,
        style: STYLE,
        style_hash: style_hash(),
        interface: Interface(reference),
    };
    Ok(start.render()?)
}

/// The hash by which the content security policy allows the page's style and no other.
fn style_hash() -> String {
    STANDARD.encode(Sha256::digest(STYLE))
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    faq: &'a LocalizedFaq,
    all: &'a [LocalizedFaq],
    alternates: Vec<Alternate>,
    style: &'a str,
    style_hash: String,
    interface: Interface<'a>,
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Fragment<'a> {
    faq: &'a LocalizedFaq,
    interface: Interface<'a>,
    title_level: u8,
    level: u8,
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start<'a> {
    faq: &'a LocalizedFaq,
    all: &'a [LocalizedFaq],
    style: &'a str,
    style_hash: String,
    interface: Interface<'a>,
}

impl Page<'_> {
    fn others(&self) -> impl Iterator<Item = &LocalizedFaq> {
        self.all.iter().filter(|other| other.locale != self.faq.locale)
    }
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
