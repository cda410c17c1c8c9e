//! `cargo xtask review accept TAG ID…`: a reviewer signs that translations say what the reference says.

use faq_check::sanitize;
use faq_l10n::{Claim, Signature, accept};

use super::{Desk, refused, show::texts, words};
use crate::{Console, Error};

/// Arguments of `review accept`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language.
    #[arg(value_name = "TAG")]
    pub locale: String,

    /// Names of the texts: what stands before the `=`.
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,

    /// Who signs: a name that is in `locales/reviewers.toml`.
    #[arg(long, value_name = "NAME")]
    pub by: String,

    /// As what: a role that stands there with the name.
    #[arg(long, value_name = "ROLE")]
    pub role: String,

    /// Write nothing; say what would be written.
    #[arg(long)]
    pub dry_run: bool,
}

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let [name, role] = [words("--by", &args.by)?, words("--role", &args.role)?];
    let opened = desk.open(&args.locale)?;
    let signature = Signature::new(name, role, desk.today);
    let reviewers = &desk.project.policy.reviewers;
    let new = accept(&opened.ledger()?, opened.states, &args.ids, &signature, reviewers)
        .map_err(|it| refused(&it))?;
    let place = (opened.path.as_str(), opened.text.as_deref());
    desk.write(place, &new.to_string(), args.dry_run)?;
    let would = if args.dry_run { "would be " } else { "" };
    for id in &args.ids {
        let is_reviewed = new.records.get(id).is_some_and(|it| it.claim == Claim::Reviewed);
        let state = if is_reviewed { "it is reviewed" } else { "it needs another reviewer" };
        console.line(&format!("{}: `{id}` {would}signed; {state}", sanitize(&opened.path)))?;
        console.write(&texts(desk, opened.states, id))?;
    }
    Ok(())
}
