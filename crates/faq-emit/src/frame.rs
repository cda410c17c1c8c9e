//! What the files of one locale say of the rest of the release. It is known before any text is.

use std::collections::BTreeSet;

use faq_bundle::Encoding;
use faq_content::{Direction, Id, LocaleTag, LocalizedFaq};

use crate::{alternates::BaseUrl, html::HeadingLevel};

/// What the files of every locale have in common.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Frame<'a> {
    /// The locale that all others are translated from.
    pub reference: &'a LocaleTag,
    /// Every locale that ships, in the order of menus.
    pub locales: &'a [Listed],
    /// The entries that any locale has, in order.
    pub entries: &'a [Known],
    /// Where the release is served, where that is known.
    pub base_url: Option<&'a BaseUrl>,
    /// Level of the title's heading in the fragments; the questions are one below.
    pub heading_level: HeadingLevel,
    /// How files are compressed, besides. Those of the packages are not: an archive is.
    pub encodings: &'a [Encoding],
}

/// A locale as all others name it.
#[derive(Clone, Debug, Hash)]
pub struct Listed {
    /// Its tag.
    pub locale: LocaleTag,
    /// Its direction.
    pub dir: Direction,
    /// Its name in its own language.
    pub endonym: String,
}

/// An entry by its names.
#[derive(Clone, Debug, Hash)]
pub struct Known {
    /// Its id.
    pub id: Id,
    /// Ids that it had before.
    pub aliases: Vec<Id>,
}

impl Listed {
    /// What others need to know of a locale.
    pub fn of(faq: &LocalizedFaq) -> Self {
        Self { locale: faq.locale.clone(), dir: faq.dir, endonym: faq.endonym.clone() }
    }
}

impl Known {
    /// The entries that any of these has, the reference's first.
    pub(crate) fn of(faqs: &[LocalizedFaq], reference: &LocaleTag) -> Vec<Self> {
        let mut entries = Vec::new();
        let mut known = BTreeSet::new();
        let first = faqs.iter().filter(|faq| faq.locale == *reference);
        for entry in first.chain(faqs).flat_map(|faq| &faq.entries) {
            if known.insert(&entry.id) {
                entries.push(Self { id: entry.id.clone(), aliases: entry.aliases.clone() });
            }
        }
        entries
    }
}
