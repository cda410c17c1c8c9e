//! `cargo xtask check`: judges all locales and shows what was found.

use std::path::{Component, Path};

use faq_check::{
    Checked, Finding, Outcome, Profile, Severity, Sources, Style, github, json, junit, markdown,
    sanitize, sarif, text,
};
use faq_l10n::LocaleTree;

use crate::{
    Console, Error,
    mending::Mending,
    output::append,
    subject::{Subject, TreeArgs, concerns},
};

/// Flags of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Show only what concerns these files or folders.
    pub paths: Vec<String>,

    /// How to show what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Let warnings fail too.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub deny: Option<Deny>,

    /// What to check.
    #[command(flatten)]
    pub tree: TreeArgs,

    /// What kind of content it is [default: prose with a catalog, software without].
    #[arg(long, value_enum)]
    pub profile: Option<ProfileArg>,

    /// Mend what is safe to mend, then show what is left. The reference is never changed.
    #[arg(long)]
    pub fix: bool,

    /// Write nothing; show what `--fix` would change.
    #[arg(long, requires = "fix", conflicts_with = "format")]
    pub dry_run: bool,

    /// Show at most so many findings as text, errors before warnings; 0 for all.
    #[arg(long, value_name = "NUMBER", default_value_t = MOST)]
    pub max: usize,
}

/// Most findings that are shown as text. Nobody reads more at once.
pub(crate) const MOST: usize = 500;

/// How to show what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with the lines in question.
    Text,
    /// For programs.
    Json,
    /// Annotations of a GitHub workflow, and a table on the page of its run.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for systems that show tests.
    Junit,
}

/// What fails besides errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Warnings.
    Warnings,
}

/// What kind of content it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ProfileArg {
    /// Texts that people read from beginning to end.
    Prose,
    /// The interface of a program.
    Software,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let mut subject = Subject::read(root, &args.tree, args.profile.map(ProfileArg::profile))?;
    let mending = args.fix.then(|| Mending::of(&mut subject, |finding| args.wants(finding)));
    let mut checked = subject.check();
    checked.findings.retain(|finding| args.wants(finding));
    checked.summary.narrow(&checked.findings, |locale| args.tree.wants(Some(locale)));
    if let Some(mending) = mending {
        if args.dry_run {
            for file in &mending.files {
                console.write(&file.diff(console.colour))?;
            }
            console.line(&format!("{} would be mended", mending.summary()))?;
            return Ok(args.outcome(&checked.findings));
        }
        mending.write(root)?;
        if args.format == Format::Text {
            console.line(&format!("{} mended", mending.summary()))?;
        }
    }
    show(root, args, &subject.tree, checked, console)
}

impl Args {
    /// Whether a finding is about what was asked for.
    fn wants(&self, finding: &Finding) -> bool {
        self.tree.wants(finding.locale.as_deref()) && concerns(&self.paths, &finding.path)
    }

    /// What these findings amount to.
    fn outcome(&self, findings: &[Finding]) -> Outcome {
        let fails =
            |severity: Severity| severity == Severity::Error || self.deny == Some(Deny::Warnings);
        let refused = findings.iter().any(|finding| fails(finding.severity));
        if refused { Outcome::Refused } else { Outcome::Clean }
    }
}

impl ProfileArg {
    fn profile(self) -> Profile {
        match self {
            Self::Prose => Profile::Prose,
            Self::Software => Profile::Software,
        }
    }
}

fn show(
    root: &Path,
    args: &Args,
    tree: &LocaleTree,
    mut checked: Checked<'_>,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    match args.format {
        // These name files as the repository does, in which the root may be a folder.
        Format::Github | Format::Sarif => prefix_paths(&mut checked.findings, root),
        Format::Text | Format::Json | Format::Junit => {}
    }
    let most = if args.max == 0 { usize::MAX } else { args.max };
    let shown = report(tree, &checked, args.format, most, console);
    console.write(&shown)?;
    if let (Format::Github, Some(page)) = (args.format, std::env::var_os("GITHUB_STEP_SUMMARY")) {
        append(Path::new(&page), &markdown(&checked.findings, &checked.summary))?;
    }
    Ok(args.outcome(&checked.findings))
}

/// Puts the root before the paths of findings, if it is a folder below the one that the command runs in.
fn prefix_paths(findings: &mut [Finding], root: &Path) {
    if let Some(prefix) = prefix(root) {
        for finding in findings {
            finding.path = format!("{prefix}/{}", finding.path);
        }
    }
}

/// The root as a path below the folder that the command runs in, if it is one.
fn prefix(root: &Path) -> Option<String> {
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let names = root.components().filter(|part| matches!(part, Component::Normal(_)));
    let parts: Vec<String> =
        names.map(|part| sanitize(&part.as_os_str().to_string_lossy())).collect();
    (root.components().all(is_below) && !parts.is_empty()).then(|| parts.join("/"))
}

/// What was found, in one of the formats.
pub(crate) fn report(
    tree: &LocaleTree,
    checked: &Checked<'_>,
    format: Format,
    most: usize,
    console: &Console<'_>,
) -> String {
    let Checked { findings, summary, .. } = checked;
    match format {
        Format::Text => {
            let style = Style { colour: console.colour, width: console.width, most };
            text(findings, summary, &Sources::of(tree), style)
        }
        Format::Json => json(findings, summary),
        Format::Github => github(findings, summary),
        Format::Sarif => sarif(findings, summary),
        Format::Junit => junit(findings, summary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_repository_where_the_root_is_a_folder_of_it() {
        assert_eq!(prefix(Path::new("site/l10n")).as_deref(), Some("site/l10n"));
        for root in [".", "/srv/tree", "../tree"] {
            assert_eq!(prefix(Path::new(root)), None, "{root}");
        }
    }
}
