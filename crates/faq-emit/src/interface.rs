//! The texts around the FAQ, as every format that readers see shows them.

use faq_content::{Direction, LocaleTag, LocalizedEntry, LocalizedFaq, Review};

/// The texts that the formats show. A catalog without one of them would leave a gap: the draft notice, say.
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

/// The interface texts of a locale's FAQ, by id, and when to show them.
pub(crate) struct Interface<'a>(pub(crate) &'a LocalizedFaq);

impl<'a> Interface<'a> {
    /// The text; empty where the catalog declares none of this id.
    pub(crate) fn get(&self, id: &str) -> &'a str {
        let texts = &self.0.interface;
        texts.iter().find(|(known, _)| known.as_str() == id).map_or("", |(_, text)| text.as_str())
    }

    /// `lang` and `dir` where the interface texts are in another language than `locale`.
    pub(crate) fn origin_in(&self, locale: &LocaleTag) -> Option<(&'a LocaleTag, Direction)> {
        let (own, dir) = &self.0.interface_locale;
        (own != locale).then_some((own, *dir))
    }

    /// The same where they are in another language than the FAQ's.
    pub(crate) fn origin(&self) -> Option<(&'a LocaleTag, Direction)> {
        self.origin_in(&self.0.locale)
    }

    /// Whether the FAQ says that it is a draft.
    pub(crate) fn is_draft(&self) -> bool {
        self.0.review == Review::Draft
    }

    /// Whether the entry is in the FAQ's own language.
    pub(crate) fn is_own(&self, entry: &LocalizedEntry) -> bool {
        entry.locale == self.0.locale
    }
}
