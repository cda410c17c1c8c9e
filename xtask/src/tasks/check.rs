//! `cargo xtask check`: judges all locales and shows what was found.

mod watching;

use std::{
    iter,
    mem::ManuallyDrop,
    path::{Component, Path, PathBuf},
    time::Duration,
};

use chrono::NaiveDate;
use faq_check::{
    Checked, Finding, Outcome, Policy, Severity, Sources, Style, Summary, github, json_parts,
    junit, markdown, rule, sanitize, sarif, text,
};
use faq_l10n::{Clock, Laps};

use crate::{
    Console, Error, baseline,
    console::print_notice,
    mending::Mending,
    output::append,
    plain::{Judged, Plain},
    subject::{Subject, TreeArgs},
    timings::{Timings, clock},
    wanted::{Wanted, paths_of},
};

/// Flags of `check`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Args {
    /// Show only what concerns these files or folders.
    pub paths: Vec<String>,

    /// How to show what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Let warnings fail too.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub deny: Option<Deny>,

    /// Check only this locale (repeatable).
    #[arg(long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,

    /// What to read.
    #[command(flatten)]
    pub tree: TreeArgs,

    /// Report only what is not in this file, which `--write-baseline` writes.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Write all that is found today to the file of `--baseline`, in place of what is in it.
    #[arg(long, requires = "baseline", conflicts_with_all = ["paths", "locales", "format", "deny", "fix"])]
    pub write_baseline: bool,

    /// Mend what is safe to mend, then show what is left. The reference is never changed.
    #[arg(long)]
    pub fix: bool,

    /// Write nothing; show what `--fix` would change.
    #[arg(long, requires = "fix", conflicts_with = "format")]
    pub dry_run: bool,

    /// Check again whenever a file is saved, until Ctrl-C.
    #[arg(long, conflicts_with_all = ["fix", "write_baseline"])]
    pub watch: bool,

    /// Put every message together with sample arguments, as readers will see it [default: in prose].
    #[arg(long)]
    pub render: bool,

    /// Show at most so many findings as text, errors before warnings; 0 for all.
    #[arg(long, value_name = "NUMBER", default_value_t = MOST)]
    pub max: usize,

    /// Print where the time went, on standard error.
    #[arg(long)]
    pub timings: bool,
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

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if args.fix {
        return fix(root, args, today, console);
    }
    let is_tree = args.tree.reference.is_some();
    if args.timings && !is_tree && !args.watch {
        let help = "a project is checked in a moment; name another tree with `--reference`, or add `--watch`";
        return Err(Error::Usage(format!("there are no timings of this\n  help: {help}")));
    }
    match (is_tree, args.watch) {
        (true, false) => check_tree(root, args, today, console),
        (true, true) => watching::tree(root, args, today, console),
        (false, false) => check_project(root, args, today, console),
        (false, true) => watching::project(root, args, today, console),
    }
}

/// Checks a tree without a registry, one locale after the other.
fn check_tree(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let clock = args.timings.then_some(clock as Clock);
    let mut laps = Laps::start(clock);
    let plain = args.list(root)?;
    let list = laps.lap();
    let wanted = Wanted::of(root, &args.paths, &args.locales, &plain.registry)?;
    let policy = args.policy(args.tree.plain_policy(root, today)?);
    let keep_texts = args.format == Format::Text;
    let judged = plain.check(&policy, keep_texts, clock);
    laps.lap();
    let Judged { findings, mut summary, tree, timings } = judged;
    // The process ends soon: giving back tens of thousands of texts one by one takes as long as writing them.
    let mut findings = ManuallyDrop::new(findings);
    wanted.narrow(&mut findings, &mut summary, plain.paths())?;
    let outcome = show(root, args, &mut findings, summary, &Sources::of(&tree), console)?;
    if args.timings {
        print_notice(&Timings { list, report: laps.lap(), ..timings }.table());
    }
    Ok(outcome)
}

/// Checks this project.
fn check_project(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    show_subject(root, args, &args.subject(root, today)?, console)
}

fn show_subject(
    root: &Path,
    args: &Args,
    subject: &Subject,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let wanted = Wanted::of(root, &args.paths, &args.locales, &subject.registry)?;
    let Checked { mut findings, mut summary, .. } = subject.check();
    wanted.narrow(&mut findings, &mut summary, paths_of(&subject.tree))?;
    show(root, args, &mut findings, summary, &Sources::of(&subject.tree), console)
}

/// Mends what is safe to mend, and shows what is left.
fn fix(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let mut subject = args.subject(root, today)?;
    let registry = subject.registry.clone();
    let wanted = Wanted::of(root, &args.paths, &args.locales, &registry)?;
    let old = args.baseline.as_deref().map(baseline::read).transpose()?;
    let is_new = |finding: &Finding| old.as_ref().is_none_or(|old| !old.has(finding));
    let mending = Mending::of(&mut subject, |finding| wanted.has(finding) && is_new(finding));
    if args.dry_run {
        for file in &mending.files {
            console.write(&file.diff(console.colour))?;
        }
        console.line(&format!("{} would be mended", mending.summary()))?;
        let Checked { mut findings, mut summary, .. } = subject.check();
        wanted.narrow(&mut findings, &mut summary, paths_of(&subject.tree))?;
        findings.retain(is_new);
        return Ok(args.outcome(&findings));
    }
    mending.write(root)?;
    if args.format == Format::Text {
        console.line(&format!("{} mended", mending.summary()))?;
    }
    show_subject(root, args, &subject, console)
}

impl Args {
    fn list(&self, root: &Path) -> Result<Plain, Error> {
        match self.tree.layout(&self.locales) {
            Some(layout) => Plain::list(root, &layout),
            None => Err(Error::Usage("name the reference with `--reference`".to_owned())),
        }
    }

    /// Everything that is to be judged, read.
    fn subject(&self, root: &Path, today: NaiveDate) -> Result<Subject, Error> {
        let mut subject = Subject::read(root, &self.tree, &self.locales, today)?;
        subject.policy = self.policy(subject.policy);
        Ok(subject)
    }

    /// The policy with what the flags change in it.
    fn policy(&self, policy: Policy) -> Policy {
        match rule("cannot-be-shown").filter(|_| self.render) {
            Some(rule) => policy.with(rule),
            None => policy,
        }
    }

    /// What these findings amount to.
    fn outcome(&self, findings: &[Finding]) -> Outcome {
        let fails =
            |severity: Severity| severity == Severity::Error || self.deny == Some(Deny::Warnings);
        let refused = findings.iter().any(|finding| fails(finding.severity));
        if refused { Outcome::Refused } else { Outcome::Clean }
    }

    /// Says how long something took, where that was asked for.
    fn say_time(&self, what: &str, since: Duration) {
        if self.timings {
            let milliseconds = clock().saturating_sub(since).as_secs_f64() * 1000.0;
            print_notice(&format!(
                "{what}, {milliseconds:.1} ms from the change to the findings\n"
            ));
        }
    }
}

fn show(
    root: &Path,
    args: &Args,
    findings: &mut Vec<Finding>,
    mut summary: Summary,
    sources: &Sources<'_>,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if let Some(file) = &args.baseline {
        if args.write_baseline {
            return baseline::write(file, findings, console);
        }
        let is_whole = args.paths.is_empty() && args.locales.is_empty();
        baseline::compare(file, is_whole, findings, &mut summary)?;
    }
    match args.format {
        // These name files as the repository does, in which the root may be a folder.
        Format::Github | Format::Sarif => prefix_paths(findings, root),
        Format::Text | Format::Json | Format::Junit => {}
    }
    let most = if args.max == 0 { usize::MAX } else { args.max };
    for part in report(sources, findings, &summary, args.format, most, console) {
        console.write(&part)?;
    }
    let page = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|page| !page.is_empty());
    if let (Format::Github, Some(page)) = (args.format, page) {
        append(Path::new(&page), &markdown(findings, &summary))?;
    }
    Ok(args.outcome(findings))
}

/// Puts the root before the paths of findings, if it is a folder below the one that the command runs in.
pub(crate) fn prefix_paths(findings: &mut [Finding], root: &Path) {
    if let Some(prefix) = prefix(root) {
        for finding in findings {
            finding.path = format!("{prefix}/{}", finding.path).into();
        }
    }
}

/// The root as a path below the folder that the command runs in, if it is one.
fn prefix(root: &Path) -> Option<String> {
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let names = root.components().filter(|part| matches!(part, Component::Normal(_)));
    let parts: Vec<String> =
        names.map(|part| sanitize(part.as_os_str().to_string_lossy())).collect();
    (root.components().all(is_below) && !parts.is_empty()).then(|| parts.join("/"))
}

/// What was found, in one of the formats, in parts that are to be written one after the other.
pub(crate) fn report<'f>(
    sources: &Sources<'_>,
    findings: &'f [Finding],
    summary: &'f Summary,
    format: Format,
    most: usize,
    console: &Console<'_>,
) -> Box<dyn Iterator<Item = String> + 'f> {
    let whole = match format {
        Format::Text => {
            let style = Style { colour: console.colour, width: console.width, most };
            text(findings, summary, sources, style)
        }
        Format::Json => return Box::new(json_parts(findings, summary)),
        Format::Github => github(findings, summary),
        Format::Sarif => sarif(findings, summary),
        Format::Junit => junit(findings, summary),
    };
    Box::new(iter::once(whole))
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
