//! `cargo xtask bundle`: checks all locales and writes the FAQ in all that ship.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Outcome, Sources, gate};
use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{Release, release};
use faq_l10n::{Withheld, negotiation_table, resolve_all};

use super::check::{Format, MOST, report};
use crate::{Console, Error, output::replace_folder, project::Project};

/// Flags of `bundle`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder to write; a release that is there is replaced.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    pub out: PathBuf,
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let checked = project.check(&project.policy.clone().on(today));
    if gate(&project.registry, &checked.findings) == Outcome::Refused {
        console.write(&report(
            &Sources::of(&project.tree),
            &checked.findings,
            &checked.summary,
            Format::Text,
            MOST,
            console,
        ))?;
        console.line("The gate is closed: nothing was written.")?;
        return Ok(Outcome::Refused);
    }
    let mut faqs =
        resolve_all(&project.catalog, &project.registry, &checked.locales, &Withheld::default());
    faqs.retain(|faq| faq.tier.ships());
    let incomplete: Vec<String> = faqs.iter().flat_map(incomplete).collect();
    if !incomplete.is_empty() {
        for line in incomplete {
            console.line(&line)?;
        }
        console.line("The gate is closed: nothing was written.")?;
        return Ok(Outcome::Refused);
    }
    let served: Vec<LocaleTag> = faqs.iter().map(|faq| faq.locale.clone()).collect();
    let negotiation = negotiation_table(&served, project.registry.reference());
    let files = release(&Release {
        reference: project.registry.reference(),
        faqs: &faqs,
        negotiation: &negotiation,
    })?;
    let out = root.join(&args.out);
    replace_folder(&out, &files)?;
    console.line(&summary(&faqs, files.len(), &out))?;
    Ok(Outcome::Clean)
}

/// What a locale would show in another language, or not at all. With the gate open there is a text for everything, so
/// each of these is a text that no rule objects to and that cannot be shown all the same.
fn incomplete(faq: &LocalizedFaq) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in faq.coverage.fallen_back.iter().chain(&faq.coverage.missing) {
        lines.push(format!("{}: the entry `{entry}` cannot be shown in this language", faq.locale));
    }
    if !faq.coverage.title {
        lines.push(format!("{}: the title cannot be shown in this language", faq.locale));
    }
    if !faq.coverage.interface {
        lines.push(format!("{}: the interface texts cannot be shown in this language", faq.locale));
    }
    lines
}

fn summary(faqs: &[LocalizedFaq], files: usize, out: &Path) -> String {
    let entries = faqs.first().map_or(0, |faq| faq.coverage.total());
    format!("{}: {entries} entries in {} locales, {files} files", out.display(), faqs.len())
}
