//! `cargo xtask check`: judges all locales and shows what was found.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use faq_check::{
    CheckInput, Checked, Finding, Outcome, Policy, Profile, Severity, Sources, Style, check,
    github, json, junit, markdown, rule, sanitize, sarif, text,
};
use faq_l10n::{LocaleRegistry, LocaleTree};

use crate::{
    Console, Error, disk,
    output::append,
    plain::{Layout, Plain},
    project::Project,
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

    /// Check a Fluent tree that has no catalog and no registry: the locale that the others are compared with.
    #[arg(long, value_name = "TAG")]
    pub reference: Option<String>,

    /// Where the reference lies, if it is not in the tree.
    #[arg(long, value_name = "DIR", requires = "reference")]
    pub reference_dir: Option<PathBuf>,

    /// Layout of the tree [default: `{locale}/**/*.ftl`, or `**/{locale}.ftl` where that is what there is].
    #[arg(long, requires = "reference")]
    pub pattern: Option<String>,

    /// Check only this locale (repeatable).
    #[arg(long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,

    /// What kind of content it is [default: prose with a catalog, software without].
    #[arg(long, value_enum)]
    pub profile: Option<ProfileArg>,

    /// Put every message together with sample arguments, as readers will see it [default: in prose].
    #[arg(long)]
    pub render: bool,
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

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    if let Some(reference) = &args.reference {
        let layout = Layout {
            reference,
            reference_dir: args.reference_dir.as_deref(),
            pattern: args.pattern.as_deref(),
            locales: &args.locales,
        };
        let Plain { registry, tree, notes } = Plain::read(root, &layout)?;
        let profile = profile(args.profile, Profile::Software);
        let policy = match disk::read_text_if_there(root, POLICY)? {
            Some(text) => Policy::parse(POLICY, &text, profile)?,
            None => Policy::of(profile),
        };
        let policy = with_render(args, policy);
        let mut checked =
            check(CheckInput { tree: &tree, registry: &registry, catalog: None, policy: &policy });
        checked.summary.notes = notes;
        let wanted = Wanted::of(args, &registry)?;
        show(root, args, &tree, checked, &wanted, console)
    } else {
        let project = Project::read(root)?;
        let policy = with_render(args, Policy::of(profile(args.profile, Profile::Prose)));
        let wanted = Wanted::of(args, &project.registry)?;
        let checked = project.check(&policy);
        show(root, args, &project.tree, checked, &wanted, console)
    }
}

fn with_render(args: &Args, policy: Policy) -> Policy {
    match rule("cannot-be-shown").filter(|_| args.render) {
        Some(rule) => policy.with(rule),
        None => policy,
    }
}

fn profile(wanted: Option<ProfileArg>, default: Profile) -> Profile {
    match wanted {
        Some(ProfileArg::Prose) => Profile::Prose,
        Some(ProfileArg::Software) => Profile::Software,
        None => default,
    }
}

fn show(
    root: &Path,
    args: &Args,
    tree: &LocaleTree,
    mut checked: Checked<'_>,
    wanted: &Wanted<'_>,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    checked.findings.retain(|it| wanted.has(it));
    let locales = wanted.narrow(tree, &checked.findings)?;
    checked.summary.narrow(&checked.findings, |locale| locales.contains(locale));
    match args.format {
        // These name files as the repository does, in which the root may be a folder.
        Format::Github | Format::Sarif => prefix_paths(&mut checked.findings, root),
        Format::Text | Format::Json | Format::Junit => {}
    }
    let shown = report(tree, &checked, args.format, console);
    console.write(&shown)?;
    if let (Format::Github, Some(page)) = (args.format, std::env::var_os("GITHUB_STEP_SUMMARY")) {
        append(Path::new(&page), &markdown(&checked.summary))?;
    }
    let fails =
        |severity: Severity| severity == Severity::Error || args.deny == Some(Deny::Warnings);
    let refused = checked.findings.iter().any(|finding| fails(finding.severity));
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
        names.map(|part| sanitize(&part.as_os_str().to_string_lossy())).collect();
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
    checked: &Checked<'_>,
    format: Format,
    console: &Console<'_>,
) -> String {
    let Checked { findings, summary, .. } = checked;
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
