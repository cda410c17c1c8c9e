//! `cargo xtask bundle`: checks all locales and writes the FAQ in all that ship.

use std::path::{Path, PathBuf};

use faq_check::{Outcome, Policy, gate};
use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{Release, release};
use faq_l10n::{Withheld, negotiation_table, resolve_all};

use super::check::{Format, report};
use crate::{Console, Error, output::replace_folder, project::Project};

/// Flags of `bundle`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder to write; a release that is there is replaced.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    pub out: PathBuf,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let checked = project.check(&Policy::default());
    if gate(&project.registry, &checked.findings) == Outcome::Refused {
        console.write(&report(&project.tree, &checked, Format::Text, console))?;
        console.line("The gate is closed: nothing was written.")?;
        return Ok(Outcome::Refused);
    }
    let mut faqs =
        resolve_all(&project.catalog, &project.registry, &checked.locales, &Withheld::default());
    faqs.retain(|faq| faq.tier.ships());
    let served: Vec<LocaleTag> = faqs.iter().map(|faq| faq.locale.clone()).collect();
    let negotiation = negotiation_table(&served);
    let files = release(&Release {
        reference: project.registry.reference(),
        faqs: &faqs,
        negotiation: &negotiation,
    })?;
    let out = root.join(&args.out);
    replace_folder(&out, &files)?;
    for line in summary(&faqs, files.len(), &out) {
        console.line(&line)?;
    }
    Ok(Outcome::Clean)
}

fn summary(faqs: &[LocalizedFaq], files: usize, out: &Path) -> Vec<String> {
    let entries = faqs.first().map_or(0, |faq| faq.coverage.total());
    let fallen_back: Vec<String> = faqs
        .iter()
        .filter(|faq| faq.coverage.complete.len() < faq.coverage.total())
        .map(|faq| {
            format!(
                "{} shows {} of {entries} entries in its own language",
                faq.locale,
                faq.coverage.complete.len()
            )
        })
        .collect();
    let written =
        format!("{}: {entries} entries in {} locales, {files} files", out.display(), faqs.len());
    std::iter::once(written).chain(fallen_back).collect()
}
