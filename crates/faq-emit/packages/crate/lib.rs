//! The FAQ in every language, as static tables.
#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod accept_language;
mod content;
mod id_hash;

use accept_language::{most_wanted, nearest};
pub use content::locales;
use content::{DEFAULT, ENTRY_IDS, FAQS, IDS, SLOTS, TABLE};
use id_hash::id_hash;

/// A locale in which the FAQ is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(u32);

/// An entry of the FAQ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u32);

/// The FAQ in one locale.
#[derive(Debug)]
pub struct Faq {
    /// BCP 47 tag of the locale.
    pub locale: &'static str,
    /// Name of the language in that language.
    pub endonym: &'static str,
    /// Reading direction.
    pub dir: Dir,
    /// The title of the FAQ.
    pub title: &'static str,
    /// Where the title comes from, if it is another locale's.
    pub title_origin: Option<Origin>,
    /// How far the locale is.
    pub tier: Tier,
    /// The weakest review state among the texts.
    pub review: Review,
    /// Locales that entries may come from instead, in order.
    pub fallback: &'static [&'static str],
    /// Where the interface texts come from, if it is another locale.
    pub interface_origin: Option<Origin>,
    /// Texts of the page around the FAQ, by id.
    pub interface: &'static [(&'static str, &'static str)],
    /// A place for each entry of [`EntryId::all`]; empty where no locale has its text.
    texts: &'static [Option<Entry>],
}

/// The locale and direction of a text that is not the page's own.
#[derive(Debug)]
pub struct Origin {
    /// BCP 47 tag.
    pub locale: &'static str,
    /// Reading direction.
    pub dir: Dir,
}

/// One question and its answer. All of it is in one language: the entry's `locale`.
#[derive(Debug)]
pub struct Entry {
    /// Stable id, also the anchor in every page.
    pub id: &'static str,
    /// Ids that the entry had before.
    pub aliases: &'static [&'static str],
    /// Topic the entry belongs to.
    pub topic: &'static str,
    /// Locale that the text really comes from.
    pub locale: &'static str,
    /// Reading direction.
    pub dir: Dir,
    /// How much harm a wrong word may do.
    pub risk: Risk,
    /// Whether the text was translated from what the reference says today.
    pub freshness: Freshness,
    /// Whether somebody reviewed the text.
    pub review: Review,
    /// Identity of what the entry says; recalls name it.
    pub fingerprint: &'static str,
    /// The question.
    pub question: &'static str,
    /// The answer.
    pub blocks: &'static [Block],
}

/// One block of an answer.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Stable id, unique in its entry.
        id: &'static str,
        /// The text.
        text: &'static str,
    },
    /// A quotation.
    Quotation {
        /// Stable id, unique in its entry.
        id: &'static str,
        /// Who is quoted; leads into the text.
        attribution: &'static str,
        /// The words, with their quotation marks.
        text: &'static str,
        /// Whether the words are a translation without official standing.
        unofficial: bool,
        /// The words as they were written, where `text` is a translation.
        original: Option<Original>,
    },
    /// A list.
    List {
        /// Stable id, unique in its entry.
        id: &'static str,
        /// The sentence before the list.
        lead: Option<&'static str>,
        /// The items, in order.
        items: &'static [Item],
    },
}

/// A text as it was written.
#[derive(Debug)]
pub struct Original {
    /// BCP 47 tag.
    pub locale: &'static str,
    /// Reading direction.
    pub dir: Dir,
    /// The text.
    pub text: &'static str,
}

/// One item of a list.
#[derive(Debug)]
pub struct Item {
    /// Stable id.
    pub id: &'static str,
    /// The text.
    pub text: &'static str,
}

/// Declares an enum and the word for each variant, as the JSON bundle has it.
macro_rules! words {
    ($(#[doc = $doc:literal] $name:ident { $(#[doc = $of:literal] $variant:ident = $word:literal),+ })+) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $(#[doc = $of] $variant),+ }

        impl $name {
            /// The word for it in the JSON bundle.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    /// Reading direction.
    Dir {
        /// Left to right.
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl"
    }
    /// How far a locale is.
    Tier {
        /// It is shipped.
        Released = "released",
        /// It is shipped, and offered as a preview.
        Preview = "preview"
    }
    /// Whether somebody reviewed a text.
    Review {
        /// The reference text itself.
        Original = "original",
        /// A translation whose review is recorded and still valid.
        Reviewed = "reviewed",
        /// A translation that no qualified person has reviewed.
        Draft = "draft"
    }
    /// Whether a text was translated from what the reference says today.
    Freshness {
        /// It was, or it is the reference's own.
        Fresh = "fresh",
        /// It was translated from a text that has changed since.
        Stale = "stale",
        /// Nobody said from which text it was translated.
        Unrecorded = "unrecorded"
    }
    /// How much harm a wrong word may do.
    Risk {
        /// Much.
        Critical = "critical",
        /// Little.
        Normal = "normal"
    }
}

impl Locale {
    /// The locale for an `Accept-Language` header, or the default.
    pub fn negotiate(header: &str) -> Self {
        most_wanted(header, Self::look_up).unwrap_or(DEFAULT)
    }

    /// The locale for one wanted language, if there is one. `*` means the default.
    pub fn look_up(wanted: &str) -> Option<Self> {
        let of = |tag: &str| {
            let at = TABLE.binary_search_by(|row| row.0.cmp(tag)).ok()?;
            Some(TABLE[at].1)
        };
        if wanted == "*" { Some(DEFAULT) } else { nearest(wanted, of) }
    }

    /// The locale with this BCP 47 tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::all().find(|locale| locale.faq().locale == tag)
    }

    /// Every locale, in the order of menus.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(FAQS.len())
    }

    /// The FAQ in this locale.
    pub fn faq(self) -> &'static Faq {
        FAQS[self.0 as usize]
    }
}

impl EntryId {
    /// The entry with this id, or that had it before.
    pub fn from_id(id: &str) -> Option<Self> {
        let mut slot = id_hash(id);
        loop {
            // Half of the slots are empty at least, so this ends.
            let place = SLOTS[slot % SLOTS.len()].checked_sub(1)?;
            let (known, entry) = IDS[place as usize];
            if known == id {
                return Some(entry);
            }
            slot += 1;
        }
    }

    /// Every entry, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(ENTRY_IDS.len())
    }

    /// The id, also the anchor in every page.
    pub fn as_str(self) -> &'static str {
        ENTRY_IDS[self.0 as usize]
    }
}

impl Faq {
    /// The entries, in order.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        self.texts.iter().flatten()
    }

    /// The entries, in order, without those that are withdrawn: `is_recalled` says whether a list of recalls names a fingerprint.
    pub fn entries_without(
        &self,
        is_recalled: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = &'static Entry> {
        self.entries().filter(move |entry| !is_recalled(entry.fingerprint))
    }

    /// An entry, where there is a text for it.
    pub fn entry(&self, id: EntryId) -> Option<&'static Entry> {
        self.texts[id.0 as usize].as_ref()
    }

    /// A text of the page around the FAQ.
    pub fn interface(&self, id: &str) -> Option<&'static str> {
        self.interface.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
    }
}
