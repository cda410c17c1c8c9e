//! From catalog and messages to the FAQ in one language: every entry whole, from the first locale that has all of it.

use std::{collections::BTreeMap, fmt};

use faq_content::{
    Block, Catalog, Coverage, Entry, Fact, Freshness, Id, LocaleTag, LocalizedBlock,
    LocalizedEntry, LocalizedFaq, LocalizedItem, LocalizedText, Owner, Review,
};

use rayon::prelude::*;

use crate::{
    fingerprint::fingerprint,
    ledger::Reviews,
    locale_files::LocaleFiles,
    messages::Messages,
    outline::Kind,
    registry::{LocaleRegistry, RegisteredLocale},
};

/// A part of the FAQ that is shown whole in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaqPart {
    /// The title.
    Title,
    /// The entry with this id.
    Entry(Id),
    /// All interface texts.
    Interface,
}

/// Parts of the FAQ that may not be shown although there is a text for them.
///
/// A page of one locale may show a text of another, of its fallback; so each is withheld from a page and by the locale it is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    parts: BTreeMap<(LocaleTag, LocaleTag, FaqPart), Reason>,
}

/// Why a part of the FAQ is withheld: the policy asks for more than it has. The weightiest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Something is wrong with a text of it, or one is missing.
    Broken,
    /// A text of it was made from one of the reference that has changed since.
    Stale,
    /// Of a text of it nobody said what it was made from.
    Unrecorded,
    /// Not all of its texts are reviewed.
    Unreviewed,
    /// The review of a text of it is too long ago.
    Overdue,
}

impl Reason {
    /// As in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Stale => "stale",
            Self::Unrecorded => "unrecorded",
            Self::Unreviewed => "unreviewed",
            Self::Overdue => "overdue",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "a text is missing or wrong",
            Self::Stale => "the reference has changed since it was translated",
            Self::Unrecorded => "nobody said which text of the reference it was translated from",
            Self::Unreviewed => "it is not reviewed as it stands",
            Self::Overdue => "its review is too long ago",
        })
    }
}

impl FaqPart {
    /// What a message of this owner is a part of.
    pub fn of(owner: Owner<'_>) -> Self {
        match owner {
            Owner::Title => Self::Title,
            Owner::Entry(entry) => Self::Entry(entry.id.clone()),
            Owner::Interface => Self::Interface,
        }
    }
}

impl fmt::Display for FaqPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("the title"),
            Self::Entry(id) => write!(f, "the entry `{id}`"),
            Self::Interface => f.write_str("the interface texts"),
        }
    }
}

impl Withheld {
    /// Keeps `part` of the locale `source` from the page of the locale `shown`. Of several reasons the weightiest stays.
    pub fn insert(&mut self, shown: LocaleTag, source: LocaleTag, part: FaqPart, reason: Reason) {
        let known = self.parts.entry((shown, source, part)).or_insert(reason);
        *known = reason.min(*known);
    }

    /// Why `part` of `source` is kept from the page of `shown`, if it is.
    pub fn reason(&self, shown: &LocaleTag, source: &LocaleTag, part: &FaqPart) -> Option<Reason> {
        self.parts.get(&(shown.clone(), source.clone(), part.clone())).copied()
    }

    /// What is withheld from the page of `shown` of its own.
    pub fn of_locale(&self, shown: &LocaleTag) -> impl Iterator<Item = (&FaqPart, Reason)> {
        let own = self
            .parts
            .iter()
            .filter(move |((page, source, _), _)| page == shown && source == shown);
        own.map(|((_, _, part), reason)| (part, *reason))
    }
}

/// The FAQ in every registered locale, in registry order, whether it ships or not. `files` are the locales' files by tag.
///
/// An entry speaks one language: if any message of it has no text in a locale, or the entry is withheld there, all of it
/// comes from the next locale of the fallback chain. The title falls back alone, the interface texts together.
/// An entry that no locale of the chain has is left out and named in the coverage.
pub fn resolve_all(
    catalog: &Catalog,
    registry: &LocaleRegistry,
    files: &[(LocaleTag, LocaleFiles<'_>)],
    reviews: &Reviews,
    withheld: &Withheld,
) -> Vec<LocalizedFaq> {
    let load = |(tag, files)| (tag, (files, Messages::new(tag, catalog, files)));
    let texts: Texts<'_> = files.par_iter().map(|(tag, files)| load((tag, files))).collect();
    let locales = registry.locales().par_iter();
    let facts = catalog.facts();
    let resolver = |locale| Resolver { registry, texts: &texts, facts, reviews, withheld, locale };
    locales.map(|locale| resolver(locale).faq(catalog)).collect()
}

/// Each locale's files and the messages in them.
type Texts<'a> = BTreeMap<&'a LocaleTag, (&'a LocaleFiles<'a>, Messages)>;

struct Resolver<'a> {
    registry: &'a LocaleRegistry,
    texts: &'a Texts<'a>,
    facts: &'a [Fact],
    reviews: &'a Reviews,
    withheld: &'a Withheld,
    locale: &'a RegisteredLocale,
}

impl Resolver<'_> {
    fn faq(&self, catalog: &Catalog) -> LocalizedFaq {
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
        part: &FaqPart,
        text: impl Fn(&Messages, &LocaleTag) -> Option<T>,
    ) -> Option<(LocaleTag, T)> {
        std::iter::once(&self.locale.tag).chain(&self.locale.fallback).find_map(|tag| {
            if self.withheld.reason(&self.locale.tag, tag, part).is_some() {
                return None;
            }
            let found = text(&self.texts.get(tag)?.1, tag)?;
            Some((tag.clone(), found))
        })
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
            dir: self.registry.dir(&locale),
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
        let files = self.texts.get(locale).map(|(files, _)| *files);
        let place = |files: &LocaleFiles<'_>, id: &str| files.find(Kind::Message, id);
        let messages = entry.messages();
        let texts = files.iter().flat_map(|files| {
            messages.iter().filter_map(|it| Some((*files, place(files, &it.id)?)))
        });
        fingerprint(&texts.collect::<Vec<_>>(), self.facts)
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
        let reference = self.registry.reference();
        if tag == reference {
            return None;
        }
        let text = self.texts.get(reference)?.1.format(message).ok()?;
        Some(LocalizedText { locale: reference.clone(), dir: self.registry.dir(reference), text })
    }

    /// What can be said of a part of the FAQ in `locale`: of a translation as much as is recorded.
    fn provenance(&self, locale: &LocaleTag, part: &FaqPart) -> (Freshness, Review) {
        if locale == self.registry.reference() {
            return (Freshness::Fresh, Review::Original);
        }
        let reviews = self.reviews.of(locale);
        reviews.map_or((Freshness::Unrecorded, Review::Draft), |it| it.weakest(part))
    }
}
