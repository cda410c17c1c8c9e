//! `index.html`: a page a locale that stands alone, and a start page with all languages.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use faq_content::{
    Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq, LocalizedItem, Review,
};
use sha2::{Digest, Sha256};

use crate::{
    preview::{Preview, Seen, SeenEntry},
    release::{EmitError, Release},
};

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
    let policy = policy(STYLE);
    let interface = Interface(faq);
    Ok(Page { faq, all, style: STYLE, policy: &policy, interface, preview: None }.render()?)
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
        policy: &policy(STYLE),
        interface: Interface(reference),
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
    pub(crate) all: &'a [LocalizedFaq],
    pub(crate) style: &'a str,
    pub(crate) policy: &'a str,
    pub(crate) interface: Interface<'a>,
    pub(crate) preview: Option<&'a Preview>,
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start<'a> {
    faq: &'a LocalizedFaq,
    all: &'a [LocalizedFaq],
    style: &'a str,
    policy: &'a str,
    interface: Interface<'a>,
}

/// The interface texts of a page, by id.
pub(crate) struct Interface<'a>(pub(crate) &'a LocalizedFaq);

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

    /// The entries, each with what a preview shows at it.
    fn entries(&self) -> impl Iterator<Item = Marked<'_>> {
        let seen = |index: usize| self.preview.and_then(|preview| preview.entries.get(index));
        let entries = self.faq.entries.iter().enumerate();
        entries.map(move |(index, entry)| Marked { entry, seen: seen(index) })
    }

    /// Locale and direction of a question that is not in the page's language.
    fn question_origin<'p>(&'p self, marked: &Marked<'p>) -> Option<(&'p LocaleTag, Direction)> {
        let is_missing = marked.question().is_some_and(|seen| seen.missing.is_some());
        match self.preview {
            Some(preview) if is_missing => Some((&preview.reference.0, preview.reference.1)),
            Some(_) | None if self.is_own(marked.entry) => None,
            Some(_) | None => Some((&marked.entry.locale, marked.entry.dir)),
        }
    }

    fn title_seen(&self) -> Option<&Seen> {
        self.preview.map(|preview| &preview.title)
    }

    fn is_live(&self) -> bool {
        self.preview.is_some_and(|preview| preview.live.is_some())
    }

    fn others(&self) -> impl Iterator<Item = &LocalizedFaq> {
        self.all.iter().filter(|other| other.locale != self.faq.locale)
    }
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
