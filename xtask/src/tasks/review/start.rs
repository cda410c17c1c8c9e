//! `cargo xtask review start`: the ledger of a language that has none.

use faq_check::sanitize;
use faq_l10n::start;

use super::{Desk, Opened};
use crate::{Console, Error};

/// Arguments of `review start`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The languages [default: all that have none].
    pub locales: Vec<String>,

    /// Write nothing; say what would be written.
    #[arg(long)]
    pub dry_run: bool,
}

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let registry = &desk.project.registry;
    let all = registry.locales().iter().filter(|it| it.tag != *registry.reference());
    let all: Vec<String> = all.map(|it| it.tag.to_string()).collect();
    let wanted = if args.locales.is_empty() { &all } else { &args.locales };
    let opened = wanted.iter().map(|tag| desk.open(tag)).collect::<Result<Vec<_>, _>>()?;
    if let Some(there) = opened.iter().find(|it| it.text.is_some() && !args.locales.is_empty()) {
        return Err(Error::Usage(format!(
            "{}: this ledger is there already\n  help: `cargo xtask review refresh` records single texts",
            sanitize(&there.path)
        )));
    }
    for Opened { path, states, .. } in opened.iter().filter(|it| it.text.is_none()) {
        let ledger = start(states);
        desk.write((path, None), &ledger.to_string(), args.dry_run)?;
        let would = if args.dry_run { "would be " } else { "" };
        let texts = ledger.records.len();
        console.line(&format!("{}: {would}written, {texts} texts", sanitize(path)))?;
    }
    Ok(())
}
