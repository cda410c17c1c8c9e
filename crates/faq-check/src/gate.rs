//! The gate: what may ship, what is withheld and why.

mod report;
pub(crate) mod requirements;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use faq_content::{Catalog, Freshness, LocaleTag, Position, Review, Tier};
use faq_l10n::{
    FaqPart, Kind, LocaleFiles, LocaleRegistry, LocaleReviews, MessageState, Reason,
    RegisteredLocale, Reviews, Withheld, span_of,
};

use crate::{
    finding::{Finding, Severity},
    policy::Policy,
};

pub use report::{gate_json, gate_schema, gate_text};
pub use requirements::{Asked, Otherwise, TierGate};

/// What a finished task concluded; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stands against it.
    Clean,
    /// An error-level finding, or a closed gate.
    Refused,
}

/// What the gate judges.
#[derive(Clone, Copy, Debug)]
pub struct GateInput<'a> {
    /// Which entries there are.
    pub catalog: &'a Catalog,
    /// Which locales there are, and their tiers.
    pub registry: &'a LocaleRegistry,
    /// The locales and tiers as they were in the last release, where that is known: a locale that comes into a tier has to have more
    /// than one that stays.
    pub before: Option<&'a LocaleRegistry>,
    /// What is asked for.
    pub policy: &'a Policy,
    /// The locales' files by tag.
    pub files: &'a [(LocaleTag, LocaleFiles<'a>)],
    /// What was found.
    pub findings: &'a [Finding],
    /// What is known of every translation.
    pub reviews: &'a Reviews,
}

/// What the gate concluded.
#[derive(Clone, Debug)]
pub struct Gate {
    /// Whether a release may be written.
    pub outcome: Outcome,
    /// Error-level findings that keep it from being written.
    pub errors: Vec<Finding>,
    /// Each locale that ships by its tier, in registry order.
    pub locales: Vec<LocaleGate>,
    /// What is not to be shown.
    pub withheld: Withheld,
}

/// What the gate concluded of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleGate {
    /// The locale.
    pub locale: LocaleTag,
    /// Its tier.
    pub tier: Tier,
    /// Entries that are shown in its own language.
    pub own: usize,
    /// Entries that there are.
    pub total: usize,
    /// How many of a hundred have to be its own.
    pub wanted: u8,
    /// Whether it comes into its tier only now.
    pub enters: bool,
    /// What happens to it.
    pub passage: Passage,
    /// The messages that hold it back, in the order of the catalog.
    pub held: Vec<Held>,
}

/// What happens to a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It ships.
    Ships,
    /// It has too little of its own to ship, and the others ship without it.
    LeftOut,
    /// Nothing ships because of it.
    Blocks,
}

/// A message that is not as it is asked to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub message: String,
    /// What is withheld with it.
    pub part: FaqPart,
    /// Why.
    pub reason: Reason,
    /// What happens.
    pub otherwise: Otherwise,
    /// What would release it.
    pub help: String,
    /// The file that it stands in, if it is there.
    pub path: Option<String>,
    /// Where in that file.
    pub position: Position,
}

/// Opens or closes the gate. An error-level finding in a locale that ships, or in no locale at all, closes it, unless the policy lets
/// its entry fall back.
pub fn gate(input: GateInput<'_>) -> Gate {
    let mut withheld = Withheld::default();
    let mut locales = Vec::new();
    let judge = Judge { input, broken: broken(input.findings) };
    for page in input.registry.shipped() {
        let held = judge.held(page, &mut withheld);
        locales.push(judge.locale(page, held));
    }
    let closing = |finding: &&Finding| judge.closes(finding);
    let errors: Vec<Finding> = input.findings.iter().filter(closing).cloned().collect();
    let is_blocked = locales.iter().any(|locale| locale.passage == Passage::Blocks);
    let outcome = if is_blocked || !errors.is_empty() { Outcome::Refused } else { Outcome::Clean };
    Gate { outcome, errors, locales, withheld }
}

/// The messages that error-level findings are about, by locale.
fn broken(findings: &[Finding]) -> BTreeSet<(&str, &str)> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|it| Some((it.locale.as_deref()?, it.message.as_deref()?))).collect()
}

struct Judge<'a> {
    input: GateInput<'a>,
    broken: BTreeSet<(&'a str, &'a str)>,
}

impl Judge<'_> {
    /// What holds back the page of a locale of its own texts. What may not be shown on it, of these and of its fallback's, is withheld.
    fn held(&self, page: &RegisteredLocale, withheld: &mut Withheld) -> Vec<Held> {
        let mut held = Vec::new();
        for source in std::iter::once(&page.tag).chain(&page.fallback) {
            let reviews = self.input.reviews.of(source);
            let Some(reviews) = reviews.filter(|_| source != self.input.registry.reference())
            else {
                continue;
            };
            for (state, reason, otherwise) in self.lacks(page.tier, reviews) {
                let is_own = *source == page.tag;
                // A text that would stop its own locale is no fallback for another.
                if !is_own || otherwise == Otherwise::FallBack {
                    withheld.insert(page.tag.clone(), source.clone(), state.part.clone(), reason);
                }
                if is_own {
                    held.push(self.held_message(source, state, reason, otherwise));
                }
            }
        }
        held
    }

    fn held_message(
        &self,
        locale: &LocaleTag,
        state: &MessageState,
        reason: Reason,
        otherwise: Otherwise,
    ) -> Held {
        let files = self.input.files.iter().find(|(tag, _)| tag == locale).map(|(_, files)| files);
        let found = files.and_then(|files| files.at(files.find(Kind::Message, &state.id)?));
        let position = found.and_then(|(file, message)| {
            Some(Position::of(file.source, span_of(file.source, message.id())?.start))
        });
        Held {
            message: state.id.clone(),
            part: state.part.clone(),
            reason,
            otherwise,
            help: report::help(locale, state, reason),
            path: found.map(|(file, _)| file.path.to_owned()),
            position: position.unwrap_or(Position::START),
        }
    }

    /// What is not as a tier asks for it.
    fn lacks<'r>(
        &self,
        tier: Tier,
        reviews: &'r LocaleReviews,
    ) -> impl Iterator<Item = (&'r MessageState, Reason, Otherwise)> {
        let gate = *self.input.policy.gate(tier);
        reviews.messages.iter().flat_map(move |state| {
            let asked = gate.asked(state.risk);
            self.reasons(asked, &reviews.locale, state)
                .into_iter()
                .filter_map(move |(reason, otherwise)| Some((state, reason, otherwise?)))
        })
    }

    /// Everything that is wrong with a text, and what is to happen then.
    fn reasons(
        &self,
        asked: &Asked,
        locale: &LocaleTag,
        state: &MessageState,
    ) -> Vec<(Reason, Option<Otherwise>)> {
        let is_broken = self.broken.contains(&(locale.as_str(), state.id.as_str()));
        if is_broken || state.translation.is_none() {
            return vec![(Reason::Broken, Some(asked.complete))];
        }
        let mut reasons = Vec::new();
        match state.freshness {
            Freshness::Fresh => {}
            Freshness::Stale => reasons.push((Reason::Stale, asked.fresh)),
            Freshness::Unrecorded => reasons.push((Reason::Unrecorded, asked.fresh)),
        }
        if state.review == Review::Draft {
            reasons.push((Reason::Unreviewed, asked.reviewed));
        }
        if is_overdue(asked, state, self.input.policy.today) {
            reasons.push((Reason::Overdue, asked.overdue));
        }
        reasons
    }

    fn locale(&self, page: &RegisteredLocale, held: Vec<Held>) -> LocaleGate {
        let entries = self.input.catalog.entries();
        let is_held = |part: &FaqPart| held.iter().any(|it| it.part == *part);
        let is_own = |entry: &&faq_content::Entry| !is_held(&FaqPart::Entry(entry.id.clone()));
        let (own, total) = (entries.iter().filter(is_own).count(), entries.len());
        let gate = self.input.policy.gate(page.tier);
        let enters = self.input.before.is_some_and(|before| {
            before.get(page.tag.as_str()).is_none_or(|it| it.tier < page.tier)
        });
        let wanted = if enters { gate.enter } else { gate.leave };
        let is_reference = page.tag == *self.input.registry.reference();
        let is_enough = is_reference || own * 100 >= usize::from(wanted) * total;
        let passage = match (is_enough, gate.otherwise) {
            (false, Otherwise::FallBack) => Passage::LeftOut,
            (false, Otherwise::Block) => Passage::Blocks,
            (true, _) if held.iter().any(|it| it.otherwise == Otherwise::Block) => Passage::Blocks,
            (true, _) => Passage::Ships,
        };
        LocaleGate {
            locale: page.tag.clone(),
            tier: page.tier,
            own,
            total,
            wanted,
            enters,
            passage,
            held,
        }
    }

    /// Whether nothing may be released because of the finding.
    fn closes(&self, finding: &Finding) -> bool {
        if finding.severity != Severity::Error {
            return false;
        }
        let Some(locale) = finding.locale.as_deref().and_then(|it| self.input.registry.get(it))
        else {
            return true;
        };
        let state = self.input.reviews.of(&locale.tag).zip(finding.message.as_deref());
        let state = state.and_then(|(reviews, id)| reviews.get(id));
        let may_fall_back = state.is_some_and(|state| {
            let asked = self.input.policy.gate(locale.tier).asked(state.risk);
            asked.complete == Otherwise::FallBack && locale.tag != *self.input.registry.reference()
        });
        locale.tier.ships() && !may_fall_back
    }
}

/// Whether the review of a text is longer ago than is asked for.
pub(crate) fn is_overdue(asked: &Asked, state: &MessageState, today: Option<NaiveDate>) -> bool {
    let reviewed_on = state.reviewed_on.as_ref().map(|it| *it.get_ref());
    let days = asked.review_days.map(|days| Days::new(u64::from(days)));
    let last = reviewed_on.zip(days).and_then(|(day, days)| day.checked_add_days(days));
    last.zip(today).is_some_and(|(last, today)| last < today)
}
