//! What may not be shown although there is a text for it, and why.

use std::{collections::BTreeMap, fmt};

use faq_content::{Id, LocaleTag, Owner};

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
