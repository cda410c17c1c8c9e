//! From catalog and messages to the FAQ in one language: every entry whole, from the first locale that has all of it.

use std::collections::BTreeMap;

use faq_content::{
    Block, Catalog, Coverage, Entry, Id, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq,
    LocalizedItem, LocalizedText, Review,
};

use rayon::prelude::*;

use crate::{
    locale_files::LocaleFiles,
    messages::Messages,
    registry::{LocaleRegistry, RegisteredLocale},
};

/// Entries that may not be shown in a locale although they could be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    #[expect(
        clippy::zero_sized_map_values,
        reason = "one reason so far; a policy and a recall will bring their own"
    )]
    entries: BTreeMap<(LocaleTag, Id), Reason>,
}

/// Why an entry of a locale is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The policy of the locale's tier asks for more than the entry has.
    Policy,
}

impl Withheld {
    /// Withholds `entry` in `locale`.
    pub fn insert(&mut self, locale: LocaleTag, entry: Id, reason: Reason) {
        self.entries.insert((locale, entry), reason);
    }

    /// Why `entry` is withheld in `locale`, if it is.
    pub fn reason(&self, locale: &LocaleTag, entry: &Id) -> Option<Reason> {
        self.entries.get(&(locale.clone(), entry.clone())).copied()
    }
}

/// The FAQ in every registered locale, in registry order, whether it ships or not. `files` are the locales' files by tag.
pub fn resolve_all(
    catalog: &Catalog,
    registry: &LocaleRegistry,
    files: &[(LocaleTag, LocaleFiles<'_>)],
    withheld: &Withheld,
) -> Vec<LocalizedFaq> {
    let load = |(tag, files): &(LocaleTag, LocaleFiles<'_>)| {
        (tag.clone(), Messages::new(tag, catalog, files))
    };
    let messages: BTreeMap<LocaleTag, Messages> = files.par_iter().map(load).collect();
    let locales = registry.locales().par_iter();
    locales.map(|locale| resolve(catalog, registry, &messages, withheld, locale)).collect()
}

/// The FAQ as readers of `locale` see it.
///
/// An entry speaks one language: if any message of it has no text in a locale, or the entry is withheld there, all of it
/// comes from the next locale of the fallback chain. The title falls back alone, the interface texts together.
/// An entry that no locale of the chain has is left out and named in the coverage.
pub fn resolve(
    catalog: &Catalog,
    registry: &LocaleRegistry,
    messages: &BTreeMap<LocaleTag, Messages>,
    withheld: &Withheld,
    locale: &RegisteredLocale,
) -> LocalizedFaq {
    Resolver { registry, messages, withheld, locale }.faq(catalog)
}

struct Resolver<'a> {
    registry: &'a LocaleRegistry,
    messages: &'a BTreeMap<LocaleTag, Messages>,
    withheld: &'a Withheld,
    locale: &'a RegisteredLocale,
}

impl Resolver<'_> {
    fn faq(&self, catalog: &Catalog) -> LocalizedFaq {
        let (title_locale, title) = self
            .first(|messages, _| messages.format(Catalog::title_message()).ok())
            .unwrap_or_else(|| (self.locale.tag.clone(), String::new()));
        let interface_texts = |messages: &Messages, _: &LocaleTag| -> Option<Vec<(Id, String)>> {
            let text = |id: &Id| messages.format(&Catalog::interface_message(id)).ok();
            catalog.interface().iter().map(|it| Some((it.id.clone(), text(&it.id)?))).collect()
        };
        let (interface_locale, interface) =
            self.first(interface_texts).unwrap_or_else(|| (self.locale.tag.clone(), Vec::new()));
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
            review: self.review(&self.locale.tag),
            fallback: self.locale.fallback.clone(),
            title: LocalizedText {
                dir: self.registry.dir(&title_locale),
                locale: title_locale,
                text: title,
            },
            interface_locale: (interface_locale.clone(), self.registry.dir(&interface_locale)),
            interface,
            entries,
            coverage,
        }
    }

    /// What `text` finds in the first locale of the chain that has it, with that locale.
    fn first<T>(
        &self,
        text: impl Fn(&Messages, &LocaleTag) -> Option<T>,
    ) -> Option<(LocaleTag, T)> {
        std::iter::once(&self.locale.tag).chain(&self.locale.fallback).find_map(|tag| {
            let found = text(self.messages.get(tag)?, tag)?;
            Some((tag.clone(), found))
        })
    }

    fn entry(&self, entry: &Entry) -> Option<LocalizedEntry> {
        let (locale, (question, blocks)) = self.first(|messages, tag| {
            if self.withheld.reason(tag, &entry.id).is_some() {
                return None;
            }
            let question = messages.format(&entry.question_message()).ok()?;
            let blocks = entry
                .blocks
                .iter()
                .map(|block| self.block(entry, block, messages, tag))
                .collect::<Option<_>>()?;
            Some((question, blocks))
        })?;
        Some(LocalizedEntry {
            id: entry.id.clone(),
            topic: entry.topic.clone(),
            dir: self.registry.dir(&locale),
            review: self.review(&locale),
            locale,
            risk: entry.risk,
            question,
            blocks,
        })
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
                text: messages.format(&entry.block_message(id)).ok()?,
            }),
            Block::Quotation { id, pinned: _ } => Some(LocalizedBlock::Quotation {
                attribution: messages.format(&entry.part_message(id, "attribution")).ok()?,
                text: messages.format(&entry.block_message(id)).ok()?,
                original: self.original(&entry.block_message(id), tag),
            }),
            Block::List { id, lead, facts: _, items } => Some(LocalizedBlock::List {
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
        let reference = self.registry.reference();
        if tag == reference {
            return None;
        }
        let text = self.messages.get(reference)?.format(message).ok()?;
        Some(LocalizedText { locale: reference.clone(), dir: self.registry.dir(reference), text })
    }

    /// Until reviews are recorded, every translation is a draft.
    fn review(&self, locale: &LocaleTag) -> Review {
        if locale == self.registry.reference() { Review::Original } else { Review::Draft }
    }
}
