//! `cargo xtask gate`: what may ship, what is held back, and what would release it.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Outcome, Severity, Summary, gate, gate_json, gate_text, github};
use faq_l10n::LocaleRegistry;

use super::check::prefix_paths;
use crate::{Console, Error, disk, project::Project};

/// Flags of `gate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Name each message that holds a locale back, and what would release it.
    #[arg(long)]
    pub explain: bool,

    /// How to show it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// `locales.toml` as it was before: a locale that comes into a tier since then has to meet what `enter` asks for.
    #[arg(long, value_name = "FILE")]
    pub before: Option<PathBuf>,
}

/// How to show what the gate concluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?.on(today);
    let checked = project.check(&project.policy);
    let before = args.before.as_deref().map(read_registry).transpose()?;
    let gate = gate(project.gate(&project.policy, &checked, before.as_ref()));
    console.write(&match args.format {
        Format::Text => gate_text(&gate, args.explain),
        Format::Json => gate_json(&gate),
        Format::Github => {
            let mut findings = gate.findings();
            prefix_paths(&mut findings, root);
            let count = |of| findings.iter().filter(|it| it.severity == of).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            github(&findings, &Summary { errors, warnings, ..checked.summary })
        }
    })?;
    Ok(gate.outcome)
}

fn read_registry(path: &Path) -> Result<LocaleRegistry, Error> {
    let text = disk::read_text(Path::new(""), &path.to_string_lossy())?;
    Ok(LocaleRegistry::parse(&path.to_string_lossy(), &text)?)
}
