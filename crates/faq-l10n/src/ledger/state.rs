//! What a ledger is worth: for every message that the catalog asks for, whether its translation is fresh and whether it is reviewed.

use std::{collections::HashMap, ops::Range, sync::Arc};

use chrono::NaiveDate;
use faq_content::{Catalog, CatalogMessage, Freshness, LocaleTag, Owner, Review, Risk};
use toml::Spanned;

use super::{Claim, Ledger, MinorEdits, Record, Reviewers, Signature, Source, is_same_person};
use crate::{Kind, LocaleFiles, fingerprint::fingerprint, fingerprint::wording, resolve::FaqPart};

/// What the states of a locale's messages are decided by.
#[derive(Clone, Copy, Debug)]
pub struct ReviewInput<'a, 's> {
    /// The locale.
    pub locale: &'a LocaleTag,
    /// Which messages there have to be.
    pub catalog: &'a Catalog,
    /// The locale's files.
    pub files: &'a LocaleFiles<'s>,
    /// What the reference says; none where the locale is the reference.
    pub reference: Option<&'a Sources>,
    /// The locale's ledger, if it has one that can be read.
    pub ledger: Option<&'a Ledger>,
    /// The reference's minor edits.
    pub minor: &'a MinorEdits,
    /// Who may review.
    pub reviewers: &'a Reviewers,
    /// The day on which that is asked, after which nobody has reviewed anything.
    pub today: Option<NaiveDate>,
}

/// What the reference says in every message that the catalog asks for. It is the same for all locales, so it is found once.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    by_id: HashMap<String, Arc<Source>>,
}

/// The states of all locales' messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    /// In registry order.
    pub locales: Vec<LocaleReviews>,
}

/// The states of one locale's messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleReviews {
    /// The locale.
    pub locale: LocaleTag,
    /// Every message that the catalog asks for, in its order.
    pub messages: Vec<MessageState>,
}

/// What is known of one message of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageState {
    /// Its id.
    pub id: String,
    /// What it is a part of.
    pub part: FaqPart,
    /// How much harm a wrong word in it does.
    pub risk: Risk,
    /// Fingerprint of what the locale says; none where it says nothing.
    pub translation: Option<String>,
    /// What the reference says; none where it says nothing.
    pub source: Option<Arc<Source>>,
    /// What the ledger says of it.
    pub record: Option<Record>,
    /// Whether the translation was made from what the reference says.
    pub freshness: Freshness,
    /// Whether it is reviewed as it stands.
    pub review: Review,
    /// The day of the latest review that counts, of the text as it stands.
    pub reviewed_on: Option<Spanned<NaiveDate>>,
    /// How many people's word counts for the text as it stands.
    counted: usize,
    /// What is wrong with what the ledger says of its review, and where in the ledger.
    pub flaws: Vec<(Range<usize>, Flaw)>,
}

/// Why what a ledger says of a review does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nobody of this name is on the list of reviewers.
    Unlisted(String),
    /// This person reviews other locales.
    OtherLocale(String),
    /// This person has another role than this.
    OtherRole(String, String),
    /// This person reviewed until a day before.
    Left(String),
    /// The day is yet to come.
    Future(NaiveDate),
    /// This person signed twice.
    Twice(String),
    /// It is said to be reviewed, and nobody whose word counts has signed it.
    Unsigned,
}

impl Sources {
    /// Finds what the reference's files say.
    pub fn of(catalog: &Catalog, files: &LocaleFiles<'_>) -> Self {
        let facts = catalog.facts();
        let source = |message: CatalogMessage<'_>| {
            let place = files.find(Kind::Message, &message.id)?;
            let fingerprint = fingerprint(&[(files, place)], facts);
            let source = Source { text: wording(files, place, facts), fingerprint };
            Some((message.id, Arc::new(source)))
        };
        Self { by_id: catalog.messages().into_iter().filter_map(source).collect() }
    }
}

impl Reviews {
    /// The states of this locale's messages.
    pub fn of(&self, locale: &LocaleTag) -> Option<&LocaleReviews> {
        self.locales.iter().find(|it| it.locale == *locale)
    }
}

impl LocaleReviews {
    /// Decides the states of a locale's messages.
    pub fn decide(input: ReviewInput<'_, '_>) -> Self {
        let messages = input.catalog.messages();
        let own = input.reference.is_none().then(|| Sources::of(input.catalog, input.files));
        let sources = input.reference.or(own.as_ref());
        let source = |id: &str| sources.and_then(|sources| sources.by_id.get(id)).cloned();
        let decide = |message: &CatalogMessage<'_>| input.decide(message, source(&message.id));
        Self { locale: input.locale.clone(), messages: messages.iter().map(decide).collect() }
    }

    /// The state of the message with this id.
    pub fn get(&self, id: &str) -> Option<&MessageState> {
        self.messages.iter().find(|it| it.id == id)
    }
}

impl MessageState {
    /// How many people who did not translate it have to say that it is right.
    pub fn reviewers_needed(&self) -> usize {
        match (self.risk, self.translator()) {
            (Risk::Critical, None) => 2,
            (Risk::Critical, Some(_)) | (Risk::Normal, _) => 1,
        }
    }

    /// How many people have said so, of the text as it stands.
    pub fn reviewers_counted(&self) -> usize {
        self.counted
    }

    /// Who made the translation as it stands.
    pub fn translator(&self) -> Option<&str> {
        let record = self.record.as_ref().filter(|it| it.translation == self.translation)?;
        record.translator.as_deref()
    }

    /// Whether this person's word counts: for a critical text that of whoever translated it does not.
    pub fn can_be_reviewed_by(&self, name: &str) -> bool {
        let is_translator = self.translator().is_some_and(|it| is_same_person(it, name));
        self.risk == Risk::Normal || !is_translator
    }
}

impl ReviewInput<'_, '_> {
    fn decide(&self, message: &CatalogMessage<'_>, source: Option<Arc<Source>>) -> MessageState {
        let facts = self.catalog.facts();
        let place = self.files.find(Kind::Message, &message.id);
        let mut state = MessageState {
            id: message.id.clone(),
            part: FaqPart::of(message.owner),
            risk: match message.owner {
                Owner::Entry(entry) => entry.risk,
                Owner::Title | Owner::Interface => Risk::Normal,
            },
            translation: place.map(|place| fingerprint(&[(self.files, place)], facts)),
            source,
            record: self.ledger.and_then(|ledger| ledger.records.get(&message.id)).cloned(),
            freshness: Freshness::Fresh,
            review: Review::Original,
            reviewed_on: None,
            counted: 0,
            flaws: Vec::new(),
        };
        if self.reference.is_some() {
            state.freshness = self.freshness(&state);
            state.review = Review::Draft;
            self.judge_reviews(&mut state);
        }
        state
    }

    fn freshness(&self, state: &MessageState) -> Freshness {
        let (Some(source), Some(_)) = (&state.source, &state.translation) else {
            return Freshness::Unrecorded;
        };
        match state.record.as_ref().and_then(|record| record.reference.as_ref()) {
            None => Freshness::Unrecorded,
            Some(made) if self.minor.lead(&state.id, &made.fingerprint, &source.fingerprint) => {
                Freshness::Fresh
            }
            Some(_) => Freshness::Stale,
        }
    }

    /// Looks at every word of the ledger about the review, and says whether it is one.
    fn judge_reviews(&self, state: &mut MessageState) {
        let Some(record) = &state.record else { return };
        let mut flaws = Vec::new();
        let mut counted: Vec<&Signature> = Vec::new();
        for (index, signature) in record.reviews.iter().enumerate() {
            let before = record.reviews.get(..index).unwrap_or_default();
            match self.flaw(signature, before) {
                Some((span, flaw)) => flaws.push((span, flaw)),
                None if state.can_be_reviewed_by(signature.name.get_ref()) => {
                    counted.push(signature);
                }
                None => {}
            }
        }
        let is_claimed = record.claim == Claim::Reviewed;
        if is_claimed && counted.is_empty() && flaws.is_empty() {
            flaws.push((record.place.0.clone(), Flaw::Unsigned));
        }
        let is_bound =
            state.freshness == Freshness::Fresh && record.translation == state.translation;
        let count = if is_bound { counted.len() } else { 0 };
        let is_reviewed =
            is_bound && is_claimed && flaws.is_empty() && counted.len() >= state.reviewers_needed();
        let days = counted.into_iter().map(|it| it.date.clone());
        let reviewed_on = if is_reviewed { days.max() } else { None };
        (state.flaws, state.counted, state.reviewed_on) = (flaws, count, reviewed_on);
        if is_reviewed {
            state.review = Review::Reviewed;
        }
    }

    /// Why a signature does not count, and where.
    fn flaw(&self, signature: &Signature, before: &[Signature]) -> Option<(Range<usize>, Flaw)> {
        let Signature { name, role, date } = signature;
        let (who, day) = (name.get_ref().clone(), *date.get_ref());
        let at_name = |flaw| Some((name.span(), flaw));
        let Some(reviewer) = self.reviewers.get(&who) else { return at_name(Flaw::Unlisted(who)) };
        if !reviewer.reviews(self.locale) {
            at_name(Flaw::OtherLocale(who))
        } else if !reviewer.is(role.get_ref()) {
            Some((role.span(), Flaw::OtherRole(who, role.get_ref().clone())))
        } else if !reviewer.was_there(day) {
            Some((date.span(), Flaw::Left(who)))
        } else if self.today.is_some_and(|today| today < day) {
            Some((date.span(), Flaw::Future(day)))
        } else if before.iter().any(|it| is_same_person(it.name.get_ref(), &who)) {
            at_name(Flaw::Twice(who))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests;
