//! `cargo xtask check`: judges all locales and shows what was found.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use chrono::NaiveDate;
use faq_check::{
    Finding, Outcome, Policy, Profile, Severity, Sources, Style, Summary, github, json, junit,
    markdown, rule, sanitize, sarif, text,
};
use faq_l10n::{Clock, Laps, LocaleRegistry, LocaleTree};

use crate::{
    Console, Error, baseline,
    console::print_notice,
    disk,
    output::append,
    plain::{Judged, Layout, Plain},
    project::Project,
    timings::{Timings, clock},
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

    /// Report only what is not in this file, which `--write-baseline` writes.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Write all that is found today to the file of `--baseline`, in place of what is in it.
    #[arg(long, requires = "baseline", conflicts_with_all = ["paths", "locales", "format", "deny"])]
    pub write_baseline: bool,

    /// Check only this locale (repeatable).
    #[arg(long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,

    /// Put every message together with sample arguments, as readers will see it [default: in prose].
    #[arg(long)]
    pub render: bool,

    /// Print where the time went, on standard error.
    #[arg(long, requires = "reference")]
    pub timings: bool,

    /// What to read.
    #[command(flatten)]
    pub reading: Reading,
}

/// Flags that say what a task reads, and as what.
#[derive(Debug, clap::Args)]
pub struct Reading {
    /// Check a Fluent tree that has no catalog and no registry: the locale that the others are compared with.
    #[arg(long, value_name = "TAG")]
    pub reference: Option<String>,

    /// Where the reference lies, if it is not in the tree.
    #[arg(long, value_name = "DIR", requires = "reference")]
    pub reference_dir: Option<PathBuf>,

    /// Layout of the tree [default: `{locale}/**/*.ftl`, or `**/{locale}.ftl` where that is what there is].
    #[arg(long, requires = "reference")]
    pub pattern: Option<String>,

    /// What kind of content it is [default: prose with a catalog, software without].
    #[arg(long, value_enum)]
    pub profile: Option<ProfileArg>,
}

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

/// The policy of a plain tree, below its root.
const POLICY: &str = "policy.toml";

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if let Some(layout) = args.reading.layout(&args.locales) {
        let clock = args.timings.then_some(clock as Clock);
        let mut laps = Laps::start(clock);
        let plain = Plain::list(root, &layout)?;
        let list = laps.lap();
        let wanted = Wanted::of(args, &plain.registry)?;
        let policy = with_render(args, args.reading.plain_policy(root)?.on(today));
        let keep_texts = args.format == Format::Text;
        let Judged { findings, summary, tree, timings } = plain.check(&policy, keep_texts, clock);
        laps.lap();
        let outcome = show(root, args, &tree, findings, summary, &wanted, console)?;
        if args.timings {
            print_notice(&Timings { list, report: laps.lap(), ..timings }.table());
        }
        Ok(outcome)
    } else {
        let project = args.reading.project(root)?;
        let wanted = Wanted::of(args, &project.registry)?;
        let policy = with_render(args, project.policy.clone().on(today));
        let checked = project.check(&policy);
        show(root, args, &project.tree, checked.findings, checked.summary, &wanted, console)
    }
}

fn with_render(args: &Args, policy: Policy) -> Policy {
    match rule("cannot-be-shown").filter(|_| args.render) {
        Some(rule) => policy.with(rule),
        None => policy,
    }
}

impl Reading {
    /// How to read a tree without a registry, if that is what is to be read.
    pub(crate) fn layout<'a>(&'a self, locales: &'a [String]) -> Option<Layout<'a>> {
        Some(Layout {
            reference: self.reference.as_deref()?,
            reference_dir: self.reference_dir.as_deref(),
            pattern: self.pattern.as_deref(),
            locales,
        })
    }

    /// The policy of a tree without a registry.
    pub(crate) fn plain_policy(&self, root: &Path) -> Result<Policy, Error> {
        disk::read_policy(root, POLICY, self.profile(Profile::Software))
    }

    /// The project in `root`, with its policy.
    pub(crate) fn project(&self, root: &Path) -> Result<Project, Error> {
        Project::read_as(root, self.profile(Profile::Prose))
    }

    fn profile(&self, default: Profile) -> Profile {
        match self.profile {
            Some(ProfileArg::Prose) => Profile::Prose,
            Some(ProfileArg::Software) => Profile::Software,
            None => default,
        }
    }
}

fn show(
    root: &Path,
    args: &Args,
    tree: &LocaleTree,
    mut findings: Vec<Finding>,
    mut summary: Summary,
    wanted: &Wanted<'_>,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if !args.locales.is_empty() || !args.paths.is_empty() {
        findings.retain(|it| wanted.has(it));
        let locales = wanted.narrow(tree, &findings)?;
        summary.narrow(&findings, |locale| locales.contains(locale));
    }
    if let Some(file) = &args.baseline {
        if args.write_baseline {
            return baseline::write(file, &findings, console);
        }
        let is_whole = args.paths.is_empty() && args.locales.is_empty();
        baseline::compare(file, is_whole, &mut findings, &mut summary)?;
    }
    match args.format {
        // These name files as the repository does, in which the root may be a folder.
        Format::Github | Format::Sarif => prefix_paths(&mut findings, root),
        Format::Text | Format::Json | Format::Junit => {}
    }
    let shown = report(tree, &findings, &summary, args.format, console);
    console.write(&shown)?;
    if let (Format::Github, Some(page)) = (args.format, std::env::var_os("GITHUB_STEP_SUMMARY")) {
        append(Path::new(&page), &markdown(&summary))?;
    }
    let fails =
        |severity: Severity| severity == Severity::Error || args.deny == Some(Deny::Warnings);
    let refused = findings.iter().any(|finding| fails(finding.severity));
    Ok(if refused { Outcome::Refused } else { Outcome::Clean })
}

/// What is to be shown of what was found.
struct Wanted<'a> {
    /// Files or folders; all where there are none.
    paths: &'a [String],
    /// Names of the folders of locales; all where there are none.
    locales: Vec<&'a str>,
}

impl<'a> Wanted<'a> {
    fn of(args: &'a Args, registry: &'a LocaleRegistry) -> Result<Self, Error> {
        let folder = |wanted: &'a String| {
            let mut known = registry.locales().iter();
            known
                .find(|it| it.folder == *wanted || it.tag.as_str() == wanted)
                .map(|it| it.folder.as_str())
                .ok_or_else(|| Error::Usage(format!("there is no locale `{wanted}`")))
        };
        let locales = args.locales.iter().map(folder).collect::<Result<_, _>>()?;
        Ok(Self { paths: &args.paths, locales })
    }

    fn has_path(&self, path: &str) -> bool {
        self.paths.is_empty() || self.paths.iter().any(|it| concerns(it, path))
    }

    fn has_locale(&self, locale: &str) -> bool {
        self.locales.is_empty() || self.locales.contains(&locale)
    }

    fn has(&self, finding: &Finding) -> bool {
        let is_of_locale = match &finding.locale {
            Some(locale) => self.has_locale(locale),
            None => self.locales.is_empty(),
        };
        is_of_locale && self.has_path(&finding.path)
    }

    /// The locales that are wanted: those that hold a wanted path, or would have to. A path that none of them has is an
    /// error: a mistyped one would look clean.
    fn narrow(&self, tree: &LocaleTree, findings: &[Finding]) -> Result<BTreeSet<String>, Error> {
        let mut paths: BTreeSet<(&str, &str)> = BTreeSet::new();
        for folder in &tree.folders {
            let files = folder.files.iter().chain(&folder.settings).map(|it| it.path.as_str());
            paths.extend(files.chain([folder.path.as_str()]).map(|path| (path, &*folder.name)));
        }
        for finding in findings {
            paths.insert((&finding.path, finding.locale.as_deref().unwrap_or_default()));
        }
        let is_there = |wanted: &str| paths.iter().any(|(path, _)| concerns(wanted, path));
        if let Some(path) = self.paths.iter().find(|path| !is_there(path)) {
            return Err(Error::Usage(format!("there is no Fluent file `{path}` here")));
        }
        let wanted =
            paths.iter().filter(|(path, locale)| self.has_path(path) && self.has_locale(locale));
        Ok(wanted.map(|(_, locale)| (*locale).to_owned()).collect())
    }
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
        names.map(|part| sanitize(part.as_os_str().to_string_lossy())).collect();
    (root.components().all(is_below) && !parts.is_empty()).then(|| parts.join("/"))
}

/// Whether `path` is the file `wanted` or lies in the folder `wanted`.
fn concerns(wanted: &str, path: &str) -> bool {
    let wanted = wanted.trim_start_matches("./").trim_end_matches('/');
    if wanted.is_empty() || wanted == "." {
        return true;
    }
    path.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What was found, in one of the formats.
pub(crate) fn report(
    tree: &LocaleTree,
    findings: &[Finding],
    summary: &Summary,
    format: Format,
    console: &Console<'_>,
) -> String {
    match format {
        Format::Text => {
            let style = Style { colour: console.colour, width: console.width };
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
    fn a_folder_or_a_file_is_narrowed_to_by_whole_names() {
        assert!(concerns("./locales/es/", "locales/es/faq.ftl"));
        assert!(concerns("locales/es/faq.ftl", "locales/es/faq.ftl"));
        assert!(!concerns("locales/es", "locales/es-MX/faq.ftl"));
        assert!(concerns(".", "locales/es/faq.ftl") && concerns("./", "locales/es/faq.ftl"));
    }

    #[test]
    fn paths_are_those_of_the_repository_where_the_root_is_a_folder_of_it() {
        assert_eq!(prefix(Path::new("site/l10n")).as_deref(), Some("site/l10n"));
        for root in [".", "/srv/tree", "../tree"] {
            assert_eq!(prefix(Path::new(root)), None, "{root}");
        }
    }
}
