//! `index.html`: a page a locale that stands alone, and a start page with all languages.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use faq_content::{Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq, Review};
use sha2::{Digest, Sha256};

use crate::release::{EmitError, Release};

const STYLE: &str = include_str!("../templates/style.css");

/// The interface texts that the pages show. A catalog without one of them would leave a gap: the draft notice, say.
pub const INTERFACE_TEXTS: [&str; 11] = [
    "back-to-top",
    "choose-language",
    "contents",
    "draft-notice",
    "fallback-notice",
    "language-menu",
    "link-to-question",
    "original-text",
    "other-languages",
    "skip-to-questions",
    "unofficial-translation",
];

/// The page of one locale. `all` are the locales of the menus.
pub(crate) fn page(faq: &LocalizedFaq, all: &[LocalizedFaq]) -> Result<String, EmitError> {
    let page = Page { faq, all, style: STYLE, style_hash: style_hash(), interface: Interface(faq) };
    Ok(page.render()?)
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
    style: &'a str,
    style_hash: String,
    interface: Interface<'a>,
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

/// The interface texts of a page, by id.
struct Interface<'a>(&'a LocalizedFaq);

impl<'a> Interface<'a> {
    /// The text; empty where the catalog declares none of this id.
    fn get(&self, id: &str) -> &'a str {
        let texts = &self.0.interface;
        texts.iter().find(|(known, _)| known.as_str() == id).map_or("", |(_, text)| text.as_str())
    }

    /// `lang` and `dir` where the interface texts are not in the page's language.
    fn origin(&self) -> Option<(&'a LocaleTag, Direction)> {
        let (locale, dir) = &self.0.interface_locale;
        (*locale != self.0.locale).then_some((locale, *dir))
    }
}

impl Page<'_> {
    fn is_draft(&self) -> bool {
        self.faq.review == Review::Draft
    }

    fn is_own(&self, entry: &LocalizedEntry) -> bool {
        entry.locale == self.faq.locale
    }

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
    fn every_interface_text_of_the_pages_is_asked_for() {
        let pages = concat!(
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
        assert_eq!(used, super::INTERFACE_TEXTS);
    }
}
