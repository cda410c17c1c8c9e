//! `cargo xtask review accept-minor ID…`: a change of the reference that no translation has to follow.

use std::collections::BTreeMap;

use faq_check::sanitize;
use faq_content::Freshness;
use faq_l10n::{MinorEdit, MinorEdits, Record, Source};

use super::{Desk, diff, malformed, words};
use crate::{Console, Error};

/// Arguments of `review accept-minor`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Names of the texts: what stands before the `=`.
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,

    /// Why no translation has to change.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,

    /// Fingerprint of the text as it was before, where translations were made from several.
    #[arg(long, value_name = "FINGERPRINT")]
    pub from: Option<String>,

    /// Write nothing; show what would be accepted.
    #[arg(long)]
    pub dry_run: bool,
}

/// A text of the reference as it was, and the locales whose translation was made from it.
type Earlier<'d> = (&'d Source, Vec<&'d str>);

pub(super) fn run(desk: &Desk<'_>, args: &Args, console: &mut Console<'_>) -> Result<(), Error> {
    let reason = words("--reason", &args.reason)?;
    let (path, text) = desk.read(desk.project.registry.reference().as_str())?;
    let mut minor = text.as_deref().map_or_else(
        || Ok(MinorEdits::default()),
        |text| MinorEdits::parse(text).map_err(|error| malformed(&path, text, error)),
    )?;
    let mut lines = String::new();
    for id in &args.ids {
        let now = desk.source(id)?;
        let (before, (was, locales)) = desk.only(&minor, id, now, args.from.as_deref())?;
        let change = diff::words(&was.text, &now.text, console.colour);
        let of = locales.join(", ");
        lines.push_str(&format!("`{id}` stays as it was in {of}\n  {change}\n"));
        minor.edits.push(MinorEdit {
            message: id.clone(),
            before,
            after: now.fingerprint.clone(),
            reason: reason.clone(),
            date: desk.today,
        });
    }
    // By message, so that two people who write at once seldom meet; what came first stays first.
    minor.edits.sort_by(|a, b| a.message.cmp(&b.message));
    desk.write((&path, text.as_deref()), &minor.to_string(), args.dry_run)?;
    let would = if args.dry_run { "would be " } else { "" };
    console.line(&format!("{}: {would}written", sanitize(&path)))?;
    console.write(&lines)
}

impl<'d> Desk<'d> {
    /// What the reference says.
    fn source(&self, id: &str) -> Result<&'d Source, Error> {
        let reference = self.checked.reviews.of(self.project.registry.reference());
        let source = reference.and_then(|it| it.get(id)).and_then(|state| state.source.as_deref());
        source.ok_or_else(|| {
            let id = sanitize(id);
            Error::Usage(format!("the reference has no text `{id}` that the catalog asks for\n  help: look at its spelling"))
        })
    }

    /// The one earlier text that is meant, by its fingerprint.
    fn only(
        &self,
        minor: &MinorEdits,
        id: &str,
        now: &Source,
        from: Option<&str>,
    ) -> Result<(String, Earlier<'d>), Error> {
        let mut earlier = self.earlier(minor, id);
        if let Some(from) = from {
            earlier.retain(|fingerprint, _| fingerprint == from);
        }
        if earlier.len() > 1 {
            let list = earlier.iter().map(|(fingerprint, (was, locales))| {
                let change = diff::words(&was.text, &now.text, false);
                format!("\n  --from {} ({}): {change}", sanitize(fingerprint), locales.join(", "))
            });
            return Err(Error::Usage(format!(
                "translations of `{id}` were made from several texts\n  help: name the one that says the same as today's:{}",
                list.collect::<String>()
            )));
        }
        earlier.pop_first().ok_or_else(|| {
            Error::Usage(format!(
                "no translation of `{id}` is stale{}\n  help: leave it out",
                match from {
                    Some(_) => " since a text with this fingerprint",
                    None => "",
                }
            ))
        })
    }

    /// The texts of the reference from which stale translations were made, as they are after earlier minor edits.
    fn earlier(&self, minor: &MinorEdits, id: &str) -> BTreeMap<String, Earlier<'d>> {
        let mut earlier: BTreeMap<String, Earlier<'d>> = BTreeMap::new();
        for states in &self.checked.reviews.locales {
            let state = states.get(id).filter(|state| state.freshness == Freshness::Stale);
            let record = state.and_then(|state| state.record.as_ref());
            let Some(Record { reference: Some(source), .. }) = record else { continue };
            let latest = minor.latest(id, &source.fingerprint).to_owned();
            earlier.entry(latest).or_insert((source, Vec::new())).1.push(states.locale.as_str());
        }
        earlier
    }
}
