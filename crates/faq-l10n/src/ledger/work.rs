//! What people do to a ledger: begin one, record a translation as made anew, sign a review. Each does all of it or nothing.

use std::fmt;

use faq_content::Freshness;
use toml::Spanned;

use super::{
    Claim, Ledger, LocaleReviews, MessageState, Record, Reviewers, Signature, is_same_person,
};

/// Why something was not done, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong: lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The ledger of a locale that had none: everything that is translated is taken as made from what the reference says today, by
/// nobody knows whom; all messages have their block.
pub fn start(states: &LocaleReviews) -> Ledger {
    let record = |state: &MessageState| match &state.translation {
        Some(_) => Record {
            reference: state.source.as_deref().cloned(),
            translation: state.translation.clone(),
            ..Record::default()
        },
        None => Record::default(),
    };
    Ledger {
        records: states.messages.iter().map(|state| (state.id.clone(), record(state))).collect(),
    }
}

/// The same ledger with these messages recorded as made from what the reference says today, by `translator` where that is known.
///
/// An edit of a translation alone does not make it fresh: it may be about something else than what has changed. Where only the reference has
/// changed, somebody has to say that the translation is right `as_it_is`. What was reviewed before is a draft again.
pub fn refresh(
    ledger: &Ledger,
    states: &LocaleReviews,
    ids: &[String],
    translator: Option<&str>,
    as_it_is: bool,
) -> Result<Ledger, Refused> {
    let mut new = ledger.clone();
    for id in ids {
        let state = translated(states, id)?;
        let old = new.records.entry(id.clone()).or_default();
        let is_edited = old.translation != state.translation;
        let has_moved =
            old.reference.as_ref().is_some_and(|it| Some(it) != state.source.as_deref());
        if has_moved && !is_edited && !as_it_is {
            return Err(Refused {
                message: format!("the reference's text of `{id}` has changed, and the translation has not"),
                help: "change the translation first; if it says what the reference says all the same, add `--as-it-is`".to_owned(),
            });
        }
        let kept = old.translator.take().filter(|_| !is_edited);
        let record = Record {
            reference: state.source.as_deref().cloned(),
            translation: state.translation.clone(),
            translator: translator.map(str::to_owned).or(kept),
            ..Record::default()
        };
        if ledger.records.get(id) == Some(&record) {
            return Err(Refused {
                message: format!("`{id}` is recorded so already"),
                help: "leave it out".to_owned(),
            });
        }
        *old = record;
    }
    Ok(new)
}

/// The same ledger with these messages signed: they say what the reference says today. A message counts as reviewed when enough
/// people have signed it; the signatures of an earlier text go.
pub fn accept(
    ledger: &Ledger,
    states: &LocaleReviews,
    ids: &[String],
    signature: &Signature,
    reviewers: &Reviewers,
) -> Result<Ledger, Refused> {
    may_sign(states, signature, reviewers)?;
    let mut new = ledger.clone();
    for id in ids {
        let state = translated(states, id)?;
        let name = signature.name.get_ref();
        if !state.can_be_reviewed_by(name) {
            return Err(Refused {
                message: format!("`{id}` is critical, and `{name}` has translated it"),
                help: "ask another reviewer: four eyes see more".to_owned(),
            });
        }
        let record = signed(state, signature);
        if state.record.as_ref() == Some(&record) {
            return Err(Refused {
                message: format!("`{name}` has signed `{id}` already"),
                help: "leave it out".to_owned(),
            });
        }
        new.records.insert(id.clone(), record);
    }
    Ok(new)
}

/// The record of a message with one signature more.
fn signed(state: &MessageState, signature: &Signature) -> Record {
    let old = state.record.clone().unwrap_or_default();
    let is_same_text = old.translation == state.translation;
    let is_bound = is_same_text && state.freshness == Freshness::Fresh;
    let mut record = Record {
        reference: old.reference.filter(|_| is_bound).or_else(|| state.source.as_deref().cloned()),
        translation: state.translation.clone(),
        translator: old.translator.filter(|_| is_same_text),
        reviews: if is_bound { old.reviews } else { Vec::new() },
        ..Record::default()
    };
    record.reviews.retain(|it| !is_same_person(it.name.get_ref(), signature.name.get_ref()));
    record.reviews.push(signature.clone());
    let is_flawed = |it: &Signature| {
        is_bound
            && state
                .flaws
                .iter()
                .any(|(span, _)| [it.name.span(), it.role.span(), it.date.span()].contains(span))
    };
    let counts = |it: &&Signature| state.can_be_reviewed_by(it.name.get_ref()) && !is_flawed(it);
    if record.reviews.iter().filter(counts).count() >= state.reviewers_needed() {
        record.claim = Claim::Reviewed;
    }
    record
}

fn may_sign(
    states: &LocaleReviews,
    signature: &Signature,
    reviewers: &Reviewers,
) -> Result<(), Refused> {
    let (name, role) = (signature.name.get_ref(), signature.role.get_ref());
    let refused = |message, help: &str| Err(Refused { message, help: help.to_owned() });
    let Some(reviewer) = reviewers.get(name) else {
        return refused(
            format!("`{name}` is not on the list of reviewers"),
            "whoever keeps `locales/reviewers.toml` can add this person",
        );
    };
    if !reviewer.reviews(&states.locale) {
        return refused(
            format!("`{name}` does not review `{}`", states.locale),
            "whoever keeps `locales/reviewers.toml` can add this language",
        );
    }
    if !reviewer.is(role) {
        return refused(
            format!("`{name}` is no `{role}`"),
            &format!("`locales/reviewers.toml` says: {}", reviewer.roles.join(", ")),
        );
    }
    if !reviewer.was_there(*signature.date.get_ref()) {
        return refused(
            format!("`{name}` reviews no longer"),
            "whoever keeps `locales/reviewers.toml` can take out the `until`",
        );
    }
    Ok(())
}

/// The state of a message that has a translation and a text to compare it with.
fn translated<'l>(states: &'l LocaleReviews, id: &str) -> Result<&'l MessageState, Refused> {
    let refused = |message, help: &str| Refused { message, help: help.to_owned() };
    let state = states.get(id).ok_or_else(|| {
        refused(
            format!("the catalog asks for no text `{id}`"),
            "`cargo xtask review todo` lists the texts with something to do",
        )
    })?;
    if state.translation.is_none() {
        return Err(refused(format!("`{id}` is not translated yet"), "translate it first"));
    }
    if state.source.is_none() {
        return Err(refused(
            format!("the reference has no text `{id}` to compare with"),
            "`cargo xtask check` says more",
        ));
    }
    Ok(state)
}

impl Signature {
    /// A signature that is to be written.
    pub fn new(name: String, role: String, date: chrono::NaiveDate) -> Self {
        Self {
            name: Spanned::new(0..0, name),
            role: Spanned::new(0..0, role),
            date: Spanned::new(0..0, date),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  help: {}", self.message, self.help)
    }
}

impl std::error::Error for Refused {}
