//! From catalog and messages to the FAQ in one language: every entry whole, from the first locale that has all of it.

mod withheld;

use std::{cell::OnceCell, collections::BTreeMap, sync::OnceLock};

use faq_content::{
    Block, Catalog, Coverage, Entry, Freshness, Id, LocaleTag, LocalizedBlock, LocalizedEntry,
    LocalizedFaq, LocalizedItem, LocalizedText, Review,
};
use rayon::prelude::*;

use crate::{
    fingerprint::fingerprint,
    ledger::{LocaleReviews, Reviews},
    locale_files::LocaleFiles,
    messages::Messages,
    outline::Kind,
    registry::{LocaleRegistry, RegisteredLocale},
};
pub use withheld::{FaqPart, Reason, Withheld};

/// The FAQ in every registered locale, in registry order, whether it ships or not. `files` are the locales' files by tag.
///
/// See [`Resolving`].
pub fn resolve_all(
    catalog: &Catalog,
    registry: &LocaleRegistry,
    files: &[(LocaleTag, LocaleFiles<'_>)],
    reviews: &Reviews,
    withheld: &Withheld,
) -> Vec<LocalizedFaq> {
    let resolving = Resolving::new(catalog, registry, files, reviews, withheld);
    registry.locales().par_iter().map(|locale| resolving.faq(locale)).collect()
}

/// From catalog and messages to the FAQ, one locale after the other, so that nobody has to hold all of them.
///
/// An entry speaks one language: if any message of it has no text in a locale, or the entry is withheld there, all of it
/// comes from the next locale of the fallback chain. The title falls back alone, the interface texts together.
/// An entry that no locale of the chain has is left out and named in the coverage.
#[derive(Debug)]
pub struct Resolving<'a> {
    catalog: &'a Catalog,
    registry: &'a LocaleRegistry,
    reviews: &'a Reviews,
    withheld: &'a Withheld,
    files: BTreeMap<&'a LocaleTag, &'a LocaleFiles<'a>>,
    /// What the quotations are held against, and what most locales fall back to.
    reference: OnceLock<Option<Texts<'a>>>,
}

impl<'a> Resolving<'a> {
    /// Resolves by the locales' files, by tag.
    pub fn new(
        catalog: &'a Catalog,
        registry: &'a LocaleRegistry,
        files: &'a [(LocaleTag, LocaleFiles<'a>)],
        reviews: &'a Reviews,
        withheld: &'a Withheld,
    ) -> Self {
        let files = files.iter().map(|(tag, files)| (tag, files)).collect();
        Self { catalog, registry, reviews, withheld, files, reference: OnceLock::new() }
    }

    /// The FAQ in one registered locale.
    pub fn faq(&self, locale: &RegisteredLocale) -> LocalizedFaq {
        let chain = std::iter::once(&locale.tag).chain(&locale.fallback);
        let links = chain.map(|tag| Link {
            tag,
            texts: OnceCell::new(),
            standing: self.reviews.of(tag).map(Standing::among),
        });
        Resolver { resolving: self, locale, chain: links.collect() }.faq()
    }

    fn texts(&self, tag: &LocaleTag) -> Option<Texts<'a>> {
        let files = *self.files.get(tag)?;
        Some(Texts { files, messages: Messages::new(tag, self.catalog, files) })
    }

    fn reference(&self) -> Option<&Texts<'a>> {
        self.reference.get_or_init(|| self.texts(self.registry.reference())).as_ref()
    }
}

/// A locale's files and the messages in them.
#[derive(Debug)]
struct Texts<'a> {
    files: &'a LocaleFiles<'a>,
    messages: Messages,
}

/// What is known of the translations of a locale, by the part of the FAQ: the weakest of what is known of its messages.
struct Standing<'a> {
    parts: BTreeMap<&'a FaqPart, (Freshness, Review)>,
}

impl<'a> Standing<'a> {
    fn among(reviews: &'a LocaleReviews) -> Self {
        let mut parts = BTreeMap::new();
        for state in &reviews.messages {
            let known = parts.entry(&state.part).or_insert((Freshness::Fresh, Review::Original));
            *known = (known.0.min(state.freshness), known.1.min(state.review));
        }
        Self { parts }
    }

    fn of(&self, part: &FaqPart) -> (Freshness, Review) {
        self.parts.get(part).copied().unwrap_or((Freshness::Fresh, Review::Original))
    }
}

/// One locale of a chain: that of the page, or one that it falls back to.
struct Link<'r, 'a> {
    tag: &'r LocaleTag,
    /// Loaded when they are first asked for; the reference's are everybody's.
    texts: OnceCell<Option<Texts<'a>>>,
    standing: Option<Standing<'a>>,
}

struct Resolver<'r, 'a> {
    resolving: &'r Resolving<'a>,
    locale: &'r RegisteredLocale,
    chain: Vec<Link<'r, 'a>>,
}

impl<'a> Resolver<'_, 'a> {
    fn faq(&self) -> LocalizedFaq {
        let catalog = self.resolving.catalog;
        let (title_locale, title) = self
            .first(&FaqPart::Title, |messages, _| messages.format(Catalog::title_message()).ok())
            .unwrap_or_else(|| (self.locale.tag.clone(), String::new()));
        let interface_texts = |messages: &Messages, _: &LocaleTag| -> Option<Vec<(Id, String)>> {
            let text = |id: &Id| messages.format(&Catalog::interface_message(id)).ok();
            catalog.interface().iter().map(|it| Some((it.id.clone(), text(&it.id)?))).collect()
        };
        let (interface_locale, interface) = self
            .first(&FaqPart::Interface, interface_texts)
            .unwrap_or_else(|| (self.locale.tag.clone(), Vec::new()));
        let mut coverage = Coverage {
            title: title_locale == self.locale.tag && !title.is_empty(),
            interface: interface_locale == self.locale.tag,
            ..Coverage::default()
        };
        let mut entries = Vec::new();
        for entry in catalog.entries() {
            match self.entry(entry) {
                Some(localized) if localized.locale == self.locale.tag => {
                    coverage.complete.push(entry.id.clone());
                    entries.push(localized);
                }
                Some(localized) => {
                    coverage.fallen_back.push(entry.id.clone());
                    entries.push(localized);
                }
                None => coverage.missing.push(entry.id.clone()),
            }
        }
        LocalizedFaq {
            locale: self.locale.tag.clone(),
            dir: self.locale.dir,
            endonym: self.locale.endonym.clone(),
            tier: self.locale.tier,
            review: std::iter::once(&title_locale)
                .map(|locale| self.provenance(locale, &FaqPart::Title).1)
                .chain([self.provenance(&interface_locale, &FaqPart::Interface).1])
                .chain(entries.iter().map(|entry| entry.review))
                .min()
                .unwrap_or(Review::Draft),
            fallback: self.locale.fallback.clone(),
            title: LocalizedText {
                dir: self.resolving.registry.dir(&title_locale),
                locale: title_locale,
                text: title,
            },
            interface_locale: (
                interface_locale.clone(),
                self.resolving.registry.dir(&interface_locale),
            ),
            interface,
            entries,
            coverage,
        }
    }

    /// What `text` finds in the first locale of the chain that has it, with that locale.
    fn first<T>(
        &self,
        part: &FaqPart,
        text: impl Fn(&Messages, &LocaleTag) -> Option<T>,
    ) -> Option<(LocaleTag, T)> {
        self.chain.iter().find_map(|link| {
            let withheld = self.resolving.withheld;
            if withheld.reason(&self.locale.tag, link.tag, part).is_some() {
                return None;
            }
            let found = text(&self.texts(link)?.messages, link.tag)?;
            Some((link.tag.clone(), found))
        })
    }

    fn texts<'t>(&'t self, link: &'t Link<'_, 'a>) -> Option<&'t Texts<'a>> {
        if link.tag == self.resolving.registry.reference() {
            return self.resolving.reference();
        }
        link.texts.get_or_init(|| self.resolving.texts(link.tag)).as_ref()
    }

    fn link(&self, locale: &LocaleTag) -> Option<&Link<'_, 'a>> {
        self.chain.iter().find(|link| link.tag == locale)
    }

    fn entry(&self, entry: &Entry) -> Option<LocalizedEntry> {
        let part = FaqPart::Entry(entry.id.clone());
        let (locale, (question, blocks)) = self.first(&part, |messages, tag| {
            let question = messages.format(&entry.question_message()).ok()?;
            let blocks = entry
                .blocks
                .iter()
                .map(|block| self.block(entry, block, messages, tag))
                .collect::<Option<_>>()?;
            Some((question, blocks))
        })?;
        let (freshness, review) = self.provenance(&locale, &part);
        Some(LocalizedEntry {
            id: entry.id.clone(),
            aliases: entry.aliases.clone(),
            topic: entry.topic.clone(),
            dir: self.resolving.registry.dir(&locale),
            locale: locale.clone(),
            risk: entry.risk,
            freshness,
            review,
            fingerprint: self.fingerprint(entry, &locale),
            question,
            blocks,
        })
    }

    /// The identity of what all messages of the entry say together in `locale`.
    fn fingerprint(&self, entry: &Entry, locale: &LocaleTag) -> String {
        let files = self.link(locale).and_then(|link| self.texts(link)).map(|texts| texts.files);
        let place = |files: &LocaleFiles<'_>, id: &str| files.find(Kind::Message, id);
        let messages = entry.messages();
        let texts = files.iter().flat_map(|files| {
            messages.iter().filter_map(|it| Some((*files, place(files, &it.id)?)))
        });
        fingerprint(&texts.collect::<Vec<_>>(), self.resolving.catalog.facts())
    }

    fn block(
        &self,
        entry: &Entry,
        block: &Block,
        messages: &Messages,
        tag: &LocaleTag,
    ) -> Option<LocalizedBlock> {
        match block {
            Block::Paragraph { id, facts: _ } => Some(LocalizedBlock::Paragraph {
                id: id.clone(),
                text: messages.format(&entry.block_message(id)).ok()?,
            }),
            Block::Quotation { id, pinned: _ } => Some(LocalizedBlock::Quotation {
                id: id.clone(),
                attribution: messages.format(&entry.part_message(id, "attribution")).ok()?,
                text: messages.format(&entry.block_message(id)).ok()?,
                original: self.original(&entry.block_message(id), tag),
            }),
            Block::List { id, lead, facts: _, items } => Some(LocalizedBlock::List {
                id: id.clone(),
                lead: match lead {
                    true => Some(messages.format(&entry.part_message(id, "lead")).ok()?),
                    false => None,
                },
                items: items
                    .iter()
                    .map(|item| {
                        let text =
                            messages.format(&entry.part_message(id, item.id.as_str())).ok()?;
                        Some(LocalizedItem { id: item.id.clone(), text })
                    })
                    .collect::<Option<_>>()?,
            }),
        }
    }

    /// The wording of a quotation in the reference, for a locale that translates it.
    fn original(&self, message: &str, tag: &LocaleTag) -> Option<LocalizedText> {
        let reference = self.resolving.registry.reference();
        if tag == reference {
            return None;
        }
        let text = self.resolving.reference()?.messages.format(message).ok()?;
        Some(LocalizedText {
            locale: reference.clone(),
            dir: self.resolving.registry.dir(reference),
            text,
        })
    }

    /// What can be said of a part of the FAQ in `locale`: of a translation as much as is recorded.
    fn provenance(&self, locale: &LocaleTag, part: &FaqPart) -> (Freshness, Review) {
        if locale == self.resolving.registry.reference() {
            return (Freshness::Fresh, Review::Original);
        }
        let standing = self.link(locale).and_then(|link| link.standing.as_ref());
        standing.map_or((Freshness::Unrecorded, Review::Draft), |it| it.of(part))
    }
}
