//! `cargo xtask bundle`: checks all locales and writes the FAQ in all that ship.

mod building;
mod last;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use faq_bundle::Encoding;
use faq_check::{Checked, Gate, LocaleGate, Outcome, Passage, Sources, gate};
use faq_content::{Entry, LocaleTag};
use faq_emit::{BaseUrl, Frame, HeadingLevel, Known, Listed, Rest, write_rest};
use faq_l10n::{FaqPart, Reason, RegisteredLocale, Withheld, negotiation_table};

use self::{building::Building, last::LastBundle};
use super::check::{Format, MOST, report};
use crate::{Console, Error, output::Replacement, project::Project};

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

    /// Make every file anew, also where nothing has changed since the last bundle. The bytes are the same.
    #[arg(long)]
    pub anew: bool,
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
    let project = Project::read(root)?.on(today);
    let checked = project.check(&project.policy);
    let gate = gate(project.gate(&project.policy, &checked, None));
    if gate.outcome == Outcome::Refused {
        return refuse(&project, &checked, &gate, console);
    }
    write((root, args), &project, &checked, &gate, console)
}

/// Writes what the gate lets through, all of it or nothing.
fn write(
    (root, args): (&Path, &Args),
    project: &Project,
    checked: &Checked<'_>,
    gate: &Gate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let out = root.join(&args.out);
    let locales = ships(project, gate);
    let listed: Vec<Listed> = locales.iter().map(|it| listed(it)).collect();
    let entries: Vec<Known> = project.catalog.entries().iter().map(known).collect();
    let frame = Frame {
        reference: project.registry.reference(),
        locales: &listed,
        entries: &entries,
        base_url: args.base_url.as_ref(),
        heading_level: args.heading_level,
        encodings: &Encoding::ALL,
    };
    let new = Replacement::begin(&out)?;
    let building = Building {
        project,
        checked,
        withheld: &gate.withheld,
        frame,
        out: &new,
        last: &if args.anew { LastBundle::default() } else { LastBundle::read(root) },
    };
    let built = building.build(&locales)?;
    if !built.incomplete.is_empty() {
        for line in &built.incomplete {
            console.line(line)?;
        }
        console.line(CLOSED)?;
        return Ok(Outcome::Refused);
    }
    let served: Vec<LocaleTag> = listed.iter().map(|it| it.locale.clone()).collect();
    let rest = Rest {
        frame,
        locales: &built.locales,
        start: built.start.as_ref(),
        negotiation: &negotiation_table(&served, project.registry.reference()),
        catalog: &project.catalog,
        revision: args.revision.as_deref(),
    };
    write_rest(&rest, &mut |file| new.put(&file))?;
    let files = new.files();
    new.finish()?;
    LastBundle::record(root, built.made);
    for line in gate.locales.iter().flat_map(|locale| warnings(locale, &gate.withheld)) {
        console.line(&line)?;
    }
    let (out, entries, locales) = (out.display(), entries.len(), locales.len());
    let kept = match built.kept {
        0 => String::new(),
        kept => format!(", {kept} locales as they were"),
    };
    console.line(&format!("{out}: {entries} entries in {locales} locales, {files} files{kept}"))?;
    Ok(Outcome::Clean)
}

/// The locales that the gate lets through, in the order of the registry.
fn ships<'p>(project: &'p Project, gate: &Gate) -> Vec<&'p RegisteredLocale> {
    let passed = gate.locales.iter().filter(|it| it.passage == Passage::Ships);
    let passed: BTreeSet<&LocaleTag> = passed.map(|it| &it.locale).collect();
    project.registry.locales().iter().filter(|it| passed.contains(&it.tag)).collect()
}

fn listed(locale: &RegisteredLocale) -> Listed {
    Listed { locale: locale.tag.clone(), dir: locale.dir, endonym: locale.endonym.clone() }
}

fn known(entry: &Entry) -> Known {
    Known { id: entry.id.clone(), aliases: entry.aliases.clone() }
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
        for part in report(&sources, findings, summary, Format::Text, MOST, console) {
            console.write(&part)?;
        }
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
