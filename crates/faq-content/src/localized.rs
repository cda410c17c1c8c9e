//! What the FAQ says in one language: plain data with provenance, ready to be written in any format.

mod messages;

use std::fmt;

use crate::{Id, LocaleTag, Risk};
pub use messages::LocalizedMessage;

/// Reading direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Whether a locale ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Does not ship.
    Incubating,
    /// Ships, and is offered as a preview.
    Preview,
    /// Ships.
    Released,
}

/// What is said of a text's review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Review {
    /// A translation that no qualified person has reviewed.
    Draft,
    /// A translation whose review is recorded and still valid.
    Reviewed,
    /// The reference text itself.
    Original,
}

/// Whether a translation was made from what the reference says today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// It was made from a text that has changed since.
    Stale,
    /// Nobody said what it was made from.
    Unrecorded,
    /// It was, or it is the reference's own text.
    Fresh,
}

/// A text together with the locale whose text it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocalizedText {
    /// Locale that the text really comes from.
    pub locale: LocaleTag,
    /// Direction of that locale.
    pub dir: Direction,
    /// The text.
    pub text: String,
}

/// The whole FAQ as readers of one locale see it. Every entry comes whole from one locale.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocalizedFaq {
    /// Locale that was asked for.
    pub locale: LocaleTag,
    /// Its direction.
    pub dir: Direction,
    /// The locale's name in its own language.
    pub endonym: String,
    /// Its tier.
    pub tier: Tier,
    /// The weakest review state among the texts that are shown.
    pub review: Review,
    /// Locales to fall back to, in order.
    pub fallback: Vec<LocaleTag>,
    /// The title.
    pub title: LocalizedText,
    /// Locale and direction of the interface texts, which fall back together.
    pub interface_locale: (LocaleTag, Direction),
    /// Interface texts, in catalog order.
    pub interface: Vec<(Id, String)>,
    /// Entries, in catalog order.
    pub entries: Vec<LocalizedEntry>,
    /// Which entries are the locale's own, which fell back, which no locale of the chain has.
    pub coverage: Coverage,
}

/// One question and its answer, all of it from one locale.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocalizedEntry {
    /// Entry id, also the anchor.
    pub id: Id,
    /// Ids that the entry had before. They were published, so they stay anchors.
    pub aliases: Vec<Id>,
    /// Topic the entry belongs to.
    pub topic: Id,
    /// Locale that the entry really comes from.
    pub locale: LocaleTag,
    /// Direction of that locale.
    pub dir: Direction,
    /// Risk class.
    pub risk: Risk,
    /// Whether the text shown was made from what the reference says today.
    pub freshness: Freshness,
    /// Review state of the text shown.
    pub review: Review,
    /// Identity of what the entry says: another one where any word of it, or the value of a fact in it, is another.
    pub fingerprint: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub blocks: Vec<LocalizedBlock>,
}

/// One block of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LocalizedBlock {
    /// A paragraph.
    Paragraph {
        /// Block id, unique in its entry.
        id: Id,
        /// The text.
        text: String,
    },
    /// A quotation; its quotation marks are part of the text.
    Quotation {
        /// Block id, unique in its entry.
        id: Id,
        /// Who is quoted; leads into the text.
        attribution: String,
        /// The words, in the entry's language.
        text: String,
        /// The words as they were written, where `text` is a translation of them, which has no official standing.
        original: Option<Original>,
    },
    /// A list.
    List {
        /// Block id, unique in its entry.
        id: Id,
        /// The sentence before the list.
        lead: Option<String>,
        /// The items, in order.
        items: Vec<LocalizedItem>,
    },
}

/// The untranslated wording of a quotation: its text, locale and direction, as for every other text.
pub type Original = LocalizedText;

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocalizedItem {
    /// Item id.
    pub id: Id,
    /// The text.
    pub text: String,
}

/// How much of the FAQ a locale has itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Coverage {
    /// Entries in the locale's own language.
    pub complete: Vec<Id>,
    /// Entries shown in the language of a fallback.
    pub fallen_back: Vec<Id>,
    /// Entries that no locale of the chain has. They are left out of the bundle.
    pub missing: Vec<Id>,
    /// Whether the title is in the locale's own language.
    pub title: bool,
    /// Whether the interface texts are in the locale's own language.
    pub interface: bool,
}

impl Coverage {
    /// Number of entries in the catalog.
    pub fn total(&self) -> usize {
        self.complete.len() + self.fallen_back.len() + self.missing.len()
    }
}

impl Direction {
    /// As in the HTML attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Tier {
    /// As in `locales.toml` and in bundles.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Incubating => "incubating",
            Self::Preview => "preview",
            Self::Released => "released",
        }
    }

    /// Whether a locale of this tier is part of a release.
    pub fn ships(self) -> bool {
        match self {
            Self::Incubating => false,
            Self::Preview | Self::Released => true,
        }
    }
}

impl Review {
    /// As in bundles.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
            Self::Original => "original",
        }
    }
}

impl Freshness {
    /// As in bundles.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Unrecorded => "unrecorded",
            Self::Fresh => "fresh",
        }
    }
}

impl fmt::Display for LocalizedFaq {
    /// The FAQ as plain text: title, questions, answers. This is what snapshots and reviewers read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title.text)?;
        for entry in &self.entries {
            writeln!(f, "\n{}", entry.question)?;
            for block in &entry.blocks {
                write_block(f, block)?;
            }
        }
        Ok(())
    }
}

fn write_block(f: &mut fmt::Formatter<'_>, block: &LocalizedBlock) -> fmt::Result {
    match block {
        LocalizedBlock::Paragraph { id: _, text } => writeln!(f, "{text}"),
        LocalizedBlock::Quotation { id: _, attribution, text, original } => {
            writeln!(
                f,
                "{attribution}
{text}"
            )?;
            original
                .iter()
                .try_for_each(|original| writeln!(f, "[{}] {}", original.locale, original.text))
        }
        LocalizedBlock::List { id: _, lead, items } => {
            lead.iter().try_for_each(|lead| writeln!(f, "{lead}"))?;
            items.iter().try_for_each(|item| writeln!(f, "  • {}", item.text))
        }
    }
}
