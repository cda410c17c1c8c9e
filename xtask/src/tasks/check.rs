//! `cargo xtask check`: judges all locales and shows what was found.

use std::path::Path;

use faq_check::{Checked, Outcome, Severity, Sources, Style, check, github, json, text};

use crate::{Console, Error, project::Project};

/// Flags of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How to show what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Let warnings fail too.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub deny: Option<Deny>,
}

/// How to show what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with the lines in question.
    Text,
    /// For programs.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
}

/// What fails besides errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Warnings.
    Warnings,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let checked = check(&project.tree, &project.registry, Some(&project.catalog));
    console.write(&report(&project, &checked, args.format, console))?;
    let fails =
        |severity: Severity| severity == Severity::Error || args.deny == Some(Deny::Warnings);
    let refused = checked.findings.iter().any(|finding| fails(finding.severity));
    Ok(if refused { Outcome::Refused } else { Outcome::Clean })
}

/// What was found, in one of the formats.
pub(crate) fn report(
    project: &Project,
    checked: &Checked<'_>,
    format: Format,
    console: &Console<'_>,
) -> String {
    let Checked { findings, summary, .. } = checked;
    match format {
        Format::Text => {
            let style = Style { colour: console.colour, width: console.width };
            text(findings, summary, &Sources::of(&project.tree), style)
        }
        Format::Json => json(findings, summary),
        Format::Github => github(findings, summary),
    }
}
