//! `cargo xtask review refresh TAG ID…`: records translations as made from what the reference says today.

use faq_check::sanitize;
use faq_l10n::refresh;

use super::{Desk, refused, words};
use crate::{Console, Error};

/// Arguments of `review refresh`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language.
    #[arg(value_name = "TAG")]
    pub locale: String,

    /// Names of the texts: what stands before the `=`.
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,

    /// Who translated them as they stand.
    #[arg(long, value_name = "NAME")]
    pub translator: Option<String>,

    /// The reference has changed and the translations say what it says all the same.
    #[arg(long)]
    pub as_it_is: bool,

    /// Write nothing; say what would be written.
    #[arg(long)]
    pub dry_run: bool,
}

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let translator =
        args.translator.as_deref().map(|name| words("--translator", name)).transpose()?;
    let opened = desk.open(&args.locale)?;
    let ledger = opened.ledger()?;
    let new = refresh(&ledger, opened.states, &args.ids, translator.as_deref(), args.as_it_is)
        .map_err(|it| refused(&it))?;
    let place = (opened.path.as_str(), opened.text.as_deref());
    desk.write(place, &new.to_string(), args.dry_run)?;
    let would = if args.dry_run { "would be " } else { "" };
    for id in &args.ids {
        console.line(&format!(
            "{}: `{id}` {would}recorded as made from today's text; it is a draft",
            sanitize(&opened.path)
        ))?;
    }
    Ok(())
}
