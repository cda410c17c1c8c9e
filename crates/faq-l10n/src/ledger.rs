//! The review ledger: which translation was made and reviewed against which text of the reference, by whom, when.
//!
//! It stands in `review.toml` beside the texts of a locale, one block a message, by id. Two things are recorded of each, and neither
//! says anything of the other: what the translation was made from, which tells whether it is stale, and who reviewed it. Both are bound
//! to texts by their [`fingerprint`](crate::fingerprint()); an edit voids what it has to and nothing else.

mod format;
mod minor;
mod reviewers;
mod state;
mod work;

use std::{collections::BTreeMap, ops::Range};

use chrono::NaiveDate;
use toml::Spanned;

pub use minor::{MinorEdit, MinorEdits};
pub use reviewers::{Reviewer, Reviewers};
pub use state::{Flaw, LocaleReviews, MessageState, ReviewInput, Reviews, Sources};
pub use work::{Refused, accept, refresh, start};

/// What is recorded of the messages of one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By message id, which is the order of the file.
    pub records: BTreeMap<String, Record>,
}

/// What is recorded of one message. In a place that nothing stands in, nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The reference's text that the translation was made from.
    pub reference: Option<Source>,
    /// Fingerprint of the translation that was made from it, and of no other.
    pub translation: Option<String>,
    /// Who made that translation.
    pub translator: Option<String>,
    /// What is said of its review.
    pub claim: Claim,
    /// Who reviewed that translation against that text.
    pub reviews: Vec<Signature>,
    /// Where the block stands in the file; empty where it was never read.
    pub place: Place,
}

/// A text of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its [`wording`](crate::wording), so that people can compare it with what stands there now.
    pub text: String,
    /// Its fingerprint.
    pub fingerprint: String,
}

/// What a ledger says of a review. Whether that is so is another question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Claim {
    /// Not yet reviewed, or not by enough people.
    #[default]
    Draft,
    /// Reviewed.
    Reviewed,
}

/// One person's word that a translation is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub name: Spanned<String>,
    /// As what: one of the roles that [`Reviewers`] give this person.
    pub role: Spanned<String>,
    /// On which day.
    pub date: Spanned<NaiveDate>,
}

/// A byte range of the file, which says nothing of what stands there: two places are always the same.
#[derive(Clone, Debug, Default)]
pub struct Place(pub Range<usize>);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

impl Claim {
    /// As in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
        }
    }
}

/// Whether two names are of one person, as far as can be told: letter case and the number of spaces do not matter.
pub(crate) fn is_same_person(a: &str, b: &str) -> bool {
    let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(a) == folded(b)
}
