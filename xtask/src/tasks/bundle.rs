//! `cargo xtask bundle`: checks all locales and writes the FAQ in all that ship.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Checked, Gate, LocaleGate, Outcome, Passage, Sources, gate};
use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{BaseUrl, HeadingLevel, Release, release};
use faq_l10n::{FaqPart, Reason, Withheld, negotiation_table};

use super::check::{Format, MOST, report};
use crate::{Console, Error, output::replace_folder, project::Project};

/// Flags of `bundle`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder to write; a release that is there is replaced.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    pub out: PathBuf,

    /// Revision of the source, as the manifest is to name it.
    #[arg(long, env = "SOURCE_REVISION", value_name = "REVISION")]
    pub revision: Option<String>,

    /// Address of the folder in which the release is served; for `sitemap.xml` and `hreflang.html`.
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    pub base_url: Option<BaseUrl>,

    /// Level of the heading above the questions in `fragment.html`, 1 to 5.
    #[arg(long, value_name = "N", default_value = "2", value_parser = heading_level)]
    pub heading_level: HeadingLevel,
}

fn heading_level(text: &str) -> Result<HeadingLevel, String> {
    let level = text.parse().ok().and_then(HeadingLevel::new);
    level.ok_or_else(|| "a level is a number from 1 to 5".to_owned())
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let policy = project.policy.clone().on(today);
    let checked = project.check(&policy);
    let gate = gate(project.gate(&policy, &checked, None));
    if gate.outcome == Outcome::Refused {
        return refuse(&project, &checked, &gate, console);
    }
    let mut faqs = project.resolve(&checked, &gate.withheld);
    let ships = |locale: &LocaleTag| {
        gate.locales.iter().any(|it| it.locale == *locale && it.passage == Passage::Ships)
    };
    faqs.retain(|faq| ships(&faq.locale));
    let incomplete: Vec<String> =
        faqs.iter().flat_map(|faq| incomplete(faq, &gate.withheld)).collect();
    if !incomplete.is_empty() {
        for line in incomplete {
            console.line(&line)?;
        }
        console.line(CLOSED)?;
        return Ok(Outcome::Refused);
    }
    let served: Vec<LocaleTag> = faqs.iter().map(|faq| faq.locale.clone()).collect();
    let negotiation = negotiation_table(&served, project.registry.reference());
    let files = release(&Release {
        reference: project.registry.reference(),
        faqs: &faqs,
        negotiation: &negotiation,
        catalog: &project.catalog,
        revision: args.revision.as_deref(),
        base_url: args.base_url.as_ref(),
        heading_level: args.heading_level,
    })?;
    let out = root.join(&args.out);
    replace_folder(&out, &files)?;
    for line in gate.locales.iter().flat_map(|locale| warnings(locale, &gate.withheld)) {
        console.line(&line)?;
    }
    console.line(&summary(&faqs, files.len(), &out))?;
    Ok(Outcome::Clean)
}

/// What is said last where nothing was written.
const CLOSED: &str = "The gate is closed: nothing was written.";

/// Shows what closed the gate.
fn refuse(
    project: &Project,
    checked: &Checked<'_>,
    gate: &Gate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if !gate.errors.is_empty() {
        let sources = Sources::of(&project.tree);
        let Checked { findings, summary, .. } = checked;
        console.write(&report(&sources, findings, summary, Format::Text, MOST, console))?;
    }
    for locale in gate.locales.iter().filter(|it| it.passage == Passage::Blocks) {
        console.line(&format!("{locale}; `cargo xtask gate --explain` says why"))?;
    }
    console.line(CLOSED)?;
    Ok(Outcome::Refused)
}

/// What readers of a locale do not get in their language because of the policy.
fn warnings(locale: &LocaleGate, withheld: &Withheld) -> Vec<String> {
    if locale.passage == Passage::LeftOut {
        return vec![format!("warning: {locale}")];
    }
    let line = |(part, reason): (&FaqPart, Reason)| {
        format!("warning: {}: {part} is withheld: {reason}", locale.locale)
    };
    withheld.of_locale(&locale.locale).map(line).collect()
}

/// What a locale would show in another language, or not at all, without the policy's leave. With the gate open there is a text for
/// everything, so each of these is a text that no rule objects to and that cannot be shown all the same.
fn incomplete(faq: &LocalizedFaq, withheld: &Withheld) -> Vec<String> {
    let entries = faq.coverage.fallen_back.iter().map(|entry| FaqPart::Entry(entry.clone()));
    let around =
        [(faq.coverage.title, FaqPart::Title), (faq.coverage.interface, FaqPart::Interface)];
    let around = around.into_iter().filter_map(|(is_own, part)| (!is_own).then_some(part));
    let is_withheld = |part: &FaqPart| withheld.reason(&faq.locale, &faq.locale, part).is_some();
    let foreign = entries.chain(around).filter(|part| !is_withheld(part));
    let missing = faq.coverage.missing.iter().map(|entry| FaqPart::Entry(entry.clone()));
    let line = |part| format!("{}: {part} cannot be shown in this language", faq.locale);
    foreign.chain(missing).map(line).collect()
}

fn summary(faqs: &[LocalizedFaq], files: usize, out: &Path) -> String {
    let entries = faqs.first().map_or(0, |faq| faq.coverage.total());
    format!("{}: {entries} entries in {} locales, {files} files", out.display(), faqs.len())
}
