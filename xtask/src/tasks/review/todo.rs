//! `cargo xtask review todo TAG`: what there is to do in a language, the most urgent first.

use faq_check::{Severity, sanitize};
use faq_content::{Freshness, Review, Risk};
use faq_l10n::MessageState;

use super::{Desk, show::change};
use crate::{Console, Error};

/// Arguments of `review todo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language.
    #[arg(value_name = "TAG")]
    pub locale: String,
}

/// What there is to do with a text, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    Stale,
    Missing,
    Unrecorded,
    Unreviewed,
}

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let opened = desk.open(&args.locale)?;
    // What cannot be read says nothing of what there is to do.
    opened.ledger()?;
    let mut todo: Vec<(bool, Work, &MessageState)> = opened
        .states
        .messages
        .iter()
        .filter_map(|state| Some((state.risk != Risk::Critical, Work::of(state)?, state)))
        .collect();
    // Of one kind they stay in the order of the catalog.
    todo.sort_by_key(|(is_normal, work, _)| (*is_normal, *work));
    for of_risk in todo.chunk_by(|a, b| a.0 == b.0) {
        let is_normal = of_risk.first().is_some_and(|it| it.0);
        console.line(if is_normal { "normal" } else { "critical" })?;
        for (_, work, state) in of_risk {
            console.write(&work.shown(state, console.colour))?;
        }
    }
    let findings = desk.checked.findings.iter().filter(|it| it.severity == Severity::Error);
    let errors = findings.filter(|it| it.locale.as_deref() == Some(&args.locale)).count();
    if errors > 0 {
        console
            .line(&format!("errors of `cargo xtask check --locale {}`: {errors}", args.locale))?;
    }
    let count = |wanted| todo.iter().filter(|(_, work, _)| *work == wanted).count();
    console.line(&format!(
        "{}: {} stale, {} missing, {} unrecorded, {} unreviewed",
        args.locale,
        count(Work::Stale),
        count(Work::Missing),
        count(Work::Unrecorded),
        count(Work::Unreviewed)
    ))
}

impl Work {
    fn of(state: &MessageState) -> Option<Self> {
        match (state.freshness, state.review) {
            _ if state.translation.is_none() => Some(Self::Missing),
            (Freshness::Stale, _) => Some(Self::Stale),
            (Freshness::Unrecorded, _) => Some(Self::Unrecorded),
            (Freshness::Fresh, Review::Draft) => Some(Self::Unreviewed),
            (Freshness::Fresh, Review::Reviewed | Review::Original) => None,
        }
    }

    fn shown(self, state: &MessageState, colour: bool) -> String {
        let id = &state.id;
        match self {
            Self::Stale => {
                format!(
                    "  stale       {id}\n              {}\n",
                    change(state, colour).unwrap_or_default()
                )
            }
            Self::Missing => {
                let source = state.source.as_ref().map_or("", |source| &source.text);
                format!("  missing     {id}\n              {}\n", sanitize(source))
            }
            Self::Unrecorded => format!("  unrecorded  {id}\n"),
            Self::Unreviewed => {
                let (has, needs) = (state.reviewers_counted(), state.reviewers_needed());
                format!("  unreviewed  {id}, {has} of {needs} reviewers\n")
            }
        }
    }
}
