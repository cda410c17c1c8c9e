//! `cargo xtask review show TAG ID…`: what is known of texts.

use faq_check::sanitize;
use faq_content::Freshness;
use faq_l10n::{Kind, LocaleReviews, MessageState, Record, Signature, wording};

use super::{Desk, diff::words};
use crate::{Console, Error};

/// Arguments of `review show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language.
    #[arg(value_name = "TAG")]
    pub locale: String,

    /// Names of the texts: what stands before the `=`.
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let opened = desk.open(&args.locale)?;
    let state = |id: &String| {
        opened.states.get(id).ok_or_else(|| {
            let help = "`cargo xtask review todo` lists the texts with something to do";
            let id = sanitize(id);
            Error::Usage(format!("the catalog asks for no text `{id}`\n  help: {help}"))
        })
    };
    for state in args.ids.iter().map(state).collect::<Result<Vec<_>, _>>()? {
        console.write(&shown(desk, opened.states, state, console.colour))?;
    }
    Ok(())
}

fn shown(desk: &Desk<'_>, states: &LocaleReviews, state: &MessageState, colour: bool) -> String {
    let MessageState { id, risk, freshness, review, .. } = state;
    let mut out = format!("`{id}` of {}, {risk}\n", state.part);
    if state.translation.is_none() {
        out.push_str("  not translated yet\n");
    } else {
        out.push_str(&format!("  {}, {}\n", freshness.as_str(), review.as_str()));
    }
    out.push_str(&texts(desk, states, id));
    if let Some(change) = change(state, colour) {
        out.push_str(&format!("  change:      {change}\n"));
    }
    out.push_str(&format!(
        "  translator:  {}\n",
        sanitize(state.translator().unwrap_or("unknown"))
    ));
    let record = state.record.clone().unwrap_or_default();
    if record.translation.is_some() && record.translation != state.translation {
        out.push_str("  edited since that was recorded\n");
    }
    for Signature { name, role, date } in record.reviews {
        let [name, role] = [name, role].map(|it| sanitize(it.into_inner()));
        out.push_str(&format!("  signed:      {name}, {role}, {}\n", date.get_ref()));
    }
    let missing = state.reviewers_needed().saturating_sub(state.reviewers_counted());
    if missing > 0 {
        out.push_str(&format!("  reviewers needed: {missing}\n"));
    }
    out
}

/// What the reference and the translation say.
pub(super) fn texts(desk: &Desk<'_>, states: &LocaleReviews, id: &str) -> String {
    let files = desk.checked.locales.iter().find(|(tag, _)| *tag == states.locale);
    let translation = files.and_then(|(_, files)| {
        let place = files.find(Kind::Message, id)?;
        Some(wording(files, place, desk.project.catalog.facts()))
    });
    let source = states.get(id).and_then(|state| state.source.as_ref()).map(|it| it.text.clone());
    let line = |text: Option<String>| sanitize(text.unwrap_or_default());
    format!("  reference:   {}\n  translation: {}\n", line(source), line(translation))
}

/// How the reference's text has changed since a stale translation was made from it.
pub(super) fn change(state: &MessageState, colour: bool) -> Option<String> {
    let is_stale = state.freshness == Freshness::Stale && state.translation.is_some();
    let old = state.record.as_ref().filter(|_| is_stale);
    let old = old.and_then(|Record { reference, .. }| reference.as_ref())?;
    Some(words(&old.text, &state.source.as_ref()?.text, colour))
}
