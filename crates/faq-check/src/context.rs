//! What rules are given to judge.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::OnceLock,
};

use chrono::NaiveDate;
use faq_content::{CatalogMessage, Direction, LocaleTag};
use faq_l10n::{
    Features, FtlFile, Kind, LocaleFiles, LocaleFolder, LocaleReviews, Malformed, MessageRef,
    Messages, Outline, SourceFile, Target, span_of,
};

use crate::{
    choices::plurals::{PluralSelect, Plurals, plural_selects},
    finding::{Hit, Hits, Place},
    gate::TierGate,
    language::Language,
    pairing::Pairing,
    policy::Profile,
    text::markup::same_html,
    text::numbers::{has_digit, has_same_digits},
    text::translation::of_reference::OfReference,
    text::translation::traits::MessageTraits,
    text::vetted::{Look, Vetted},
    text::wording::Repeats,
    text::words::opposite_pairs::{OppositePair, opposite_pairs},
    text::words::said::says_date,
    text::words::signals::Signals,
    text::writing::Writing,
    text::writing::letters::Letters,
    waivers::Waivers,
};

/// One locale, next to the reference.
#[derive(Debug)]
pub struct LocaleContext<'a, 's> {
    /// Name of its folder: its tag, where the tree has a registry.
    pub locale: &'a str,
    /// Its tag, with the script that it is written in where that is not the likely one.
    pub tag: &'a LocaleTag,
    /// Its direction.
    pub dir: Direction,
    /// What is known of its language.
    pub language: &'a Language,
    /// What is known of the reference's language.
    pub reference_language: &'a Language,
    /// The reference's tag.
    pub reference_tag: &'a LocaleTag,
    /// Why its `language.toml` could not be read, if it could not.
    pub language_error: Option<&'a Malformed>,
    /// Its waivers, or why its `waivers.toml` could not be read.
    pub waivers: Result<Waivers, Malformed>,
    /// What is known of its translations. None where there is no catalog.
    pub reviews: Option<LocaleReviews>,
    /// Why its `review.toml` could not be read, if it could not.
    pub ledger_error: Option<&'a Malformed>,
    /// What the gate asks of its tier.
    pub gate: &'a TierGate,
    /// The day of the run, where it is known.
    pub today: Option<NaiveDate>,
    /// Its writing system.
    pub script: Writing,
    /// Its files as they were found.
    pub folder: &'s LocaleFolder,
    /// Its files, read.
    pub files: &'a LocaleFiles<'s>,
    /// The reference's files, read. The same as `files` where the locale is the reference.
    pub reference: &'a LocaleFiles<'s>,
    /// Which message of the reference each of its messages stands for.
    pub pairing: &'a Pairing,
    /// Names of the functions that the reference uses.
    pub functions: &'a BTreeSet<&'s str>,
    /// Folder name of the reference.
    pub reference_name: &'a str,
    /// What kind of content it is.
    pub profile: Profile,
    /// Found when the first rule of any locale asks.
    pub(crate) repeats: &'a OnceLock<Repeats>,
    /// Found when the first rule of any locale asks.
    pub(crate) opposite_pairs: &'a OnceLock<Vec<OppositePair>>,
    /// Found when the first rule of any locale asks.
    pub(crate) traits: &'a OfReference<MessageTraits>,
    /// Found when the first rule of any locale asks.
    pub(crate) signals: &'a OnceLock<Signals>,
    /// Found when the first rule of any locale asks.
    pub(crate) signalled: &'a OfReference<u8>,
    /// Characters that were looked at already.
    pub(crate) vetted: Vetted,
    /// Found when the first rule asks.
    pub(crate) cardinals: OnceLock<Plurals>,
    /// Found when the first rule asks.
    pub(crate) ordinals: OnceLock<Plurals>,
    /// Found when the first rule asks.
    pub(crate) letters: OnceLock<Letters>,
    /// Its messages, ready to be formatted. None where there is no catalog.
    pub messages: Option<Messages>,
    /// The messages that the catalog asks for, by id. None where there is no catalog.
    pub catalog: Option<&'a BTreeMap<String, CatalogMessage<'a>>>,
}

/// One file, next to the reference's.
#[derive(Clone, Copy, Debug)]
pub struct FileContext<'a, 's> {
    /// Its locale.
    pub locale: &'a LocaleContext<'a, 's>,
    /// Its index among the files of the locale.
    pub index: usize,
    /// The file.
    pub file: &'a FtlFile<'s>,
    /// The file as it was found.
    pub source: &'s SourceFile,
    /// The file of the reference that has the same name, as an index into its files.
    pub reference_file: Option<usize>,
    /// What the characters of the file are.
    pub(crate) look: Look,
}

/// One message or term, next to the reference's.
#[derive(Debug)]
pub struct MessageContext<'a, 's> {
    /// Its locale.
    pub locale: &'a LocaleContext<'a, 's>,
    /// Its file.
    pub file: &'a FtlFile<'s>,
    /// Where it stands.
    pub place: MessageRef,
    /// What it contains.
    pub message: Outline<'a, 's>,
    /// The file of the reference that has the same name, as an index into its files.
    pub reference_file: Option<usize>,
    /// What the reference's message or term of the same id contains. None in the reference itself.
    pub reference: Option<Outline<'a, 's>>,
    /// Where that stands in the reference.
    pub reference_place: Option<MessageRef>,
    /// Whether it says exactly what the reference says.
    pub is_identical: bool,
    /// What the catalog says of it.
    pub catalog: Option<&'a CatalogMessage<'a>>,
    /// Found when the first rule asks.
    pub(crate) plural_selects: OnceCell<Vec<PluralSelect<'s>>>,
    /// Found when the first rule asks.
    pub(crate) same_digits: OnceCell<bool>,
    /// Found when the first rule asks.
    pub(crate) same_html: OnceCell<bool>,
    /// What the characters of its file are.
    pub(crate) look: Look,
    /// Whether it shows a character that has to be looked at: a digit or an invisible character outside of ASCII, or a letter
    /// that the locale may not have.
    pub is_odd: bool,
}

impl<'a> LocaleContext<'a, '_> {
    /// Whether this locale is the reference.
    pub fn is_reference(&self) -> bool {
        self.locale == self.reference_name
    }

    /// The plural categories of its cardinal numbers.
    pub fn cardinals(&self) -> &Plurals {
        self.cardinals.get_or_init(|| Plurals::cardinal(self.tag))
    }

    /// The plural categories of its ordinal numbers.
    pub fn ordinals(&self) -> &Plurals {
        self.ordinals.get_or_init(|| Plurals::ordinal(self.tag))
    }

    /// The texts that the reference has more than once.
    pub(crate) fn repeats(&self) -> &'a Repeats {
        self.repeats.get_or_init(|| Repeats::of(self.reference))
    }

    /// The texts of the reference that say the opposite of each other.
    pub(crate) fn opposite_pairs(&self) -> &'a [OppositePair] {
        self.opposite_pairs.get_or_init(|| opposite_pairs(self.reference))
    }

    /// What each message of a file of the reference may say in words: a set of those of [`Signals`].
    pub(crate) fn signalled(&self, file: usize) -> &'a [u8] {
        let signals = || self.signals.get_or_init(|| Signals::of(self.reference_language));
        self.signalled.in_file(self.reference, file, |message| {
            let kinds = signals().in_message(message);
            let has_date =
                kinds & Signals::DATE != 0 && says_date(message, self.reference_language);
            if has_date { kinds } else { kinds & !Signals::DATE }
        })
    }

    /// What of a message of the reference takes a closer look.
    pub(crate) fn traits_at(&self, place: MessageRef) -> MessageTraits {
        let traits = |message: Outline<'_, '_>| MessageTraits::of(message, self.reference_language);
        self.traits.at(self.reference, place, traits).copied().unwrap_or_default()
    }

    /// The letters that its texts are written with.
    pub fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::of(self.tag, &self.script))
    }

    /// The path that the file `name` has, or would have, in this locale.
    pub fn path_of(&self, name: &str) -> String {
        self.folder.path_of(name)
    }
}

impl FileContext<'_, '_> {
    /// A place in it.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::Span(self.index, span)
    }
}

impl<'s> MessageContext<'_, 's> {
    /// What it and the reference's message have together.
    pub fn features(&self) -> Features {
        let in_reference = self.reference.map_or(Features::NONE, |it| it.features());
        let is_unpaired = self.reference.is_none() && !self.locale.is_reference();
        let features = self.message.features();
        let has_letter = features.any(Features::LETTER);
        features
            | in_reference
            | Features::CATALOG.only_if(self.locale.catalog.is_some())
            | Features::UNPAIRED.only_if(is_unpaired)
            | Features::ODD.only_if(self.is_odd)
            | Features::MISREAD.only_if(self.look.may_be_misread())
            | Features::LATIN.only_if(has_letter && !self.locale.script.is_latin)
    }

    /// Whether the reference's message already refers to this name, which the reference does not define either.
    pub(crate) fn is_broken_in_reference(&self, kind: Kind, id: &str) -> bool {
        let same = |target: Target<'_>| match target {
            Target::Message(name, _) => kind == Kind::Message && name == id,
            Target::Term(name, _) => kind == Kind::Term && name == id,
            Target::Variable(_) | Target::Function(_) => false,
        };
        self.locale.reference.find(kind, id).is_none()
            && self
                .reference
                .is_some_and(|reference| reference.references().iter().any(|it| same(it.target)))
    }

    /// Its select expressions that choose by plural category.
    pub(crate) fn plural_selects(&self) -> &[PluralSelect<'s>] {
        self.plural_selects.get_or_init(|| plural_selects(self.message))
    }

    /// Whether it and the reference's message plainly show the same digits.
    pub(crate) fn has_same_digits(&self) -> bool {
        *self.same_digits.get_or_init(|| {
            !self.is_odd
                && self.reference.is_some_and(|reference| {
                    !reference.features().any(Features::OTHER_DIGIT)
                        && has_same_digits(self.message, reference)
                })
        })
    }

    /// Whether it and the reference's message plainly have the same HTML.
    pub(crate) fn has_same_html(&self) -> bool {
        *self.same_html.get_or_init(|| {
            self.reference.is_some_and(|reference| same_html(reference, self.message))
        })
    }

    /// Whether it shows a digit of any script.
    pub(crate) fn has_digit(&self) -> bool {
        let features = self.message.features();
        (self.is_odd || features.any(Features::DIGIT | Features::NUMBER | Features::LITERAL))
            && has_digit(self.message)
    }

    /// Its Fluent id, a term's with its `-`.
    pub fn id(&self) -> String {
        fluent_id(self.message)
    }

    /// Adds a finding at `part`, which is a slice of this message's file.
    pub fn at<'h>(&self, hits: &'h mut Hits, part: &str, text: impl Into<String>) -> &'h mut Hit {
        let span = span_of(self.file.source, part).unwrap_or(0..0);
        hits.add(Place::Span(self.place.file(), span), text).message(self.id())
    }

    /// Adds a finding at the message's id.
    pub fn at_id<'h>(&self, hits: &'h mut Hits, text: impl Into<String>) -> &'h mut Hit {
        self.at(hits, self.message.id(), text)
    }
}

/// Whether a message says exactly what another says.
pub(crate) fn is_identical(message: Outline<'_, '_>, other: Outline<'_, '_>) -> bool {
    let mut texts = message.texts().iter().zip(other.texts());
    let mut references = message.references().iter().zip(other.references());
    message.features() == other.features()
        && message.texts().len() == other.texts().len()
        && message.references().len() == other.references().len()
        && texts.all(|(a, b)| a.raw == b.raw && a.kind == b.kind)
        && references.all(|(a, b)| a.target == b.target)
}

/// A message's id as it is written in Fluent, a term's with its `-`.
pub(crate) fn fluent_id(message: Outline<'_, '_>) -> String {
    match message.kind() {
        Kind::Message => message.id().to_owned(),
        Kind::Term => format!("-{}", message.id()),
    }
}
