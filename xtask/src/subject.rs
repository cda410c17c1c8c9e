//! What is checked or formatted: this project's locales, or a Fluent tree without catalog and registry.

use std::path::{Path, PathBuf};

use faq_check::{CheckInput, Checked, Policy, Profile, check_counting};
use faq_content::Catalog;
use faq_l10n::{LocaleRegistry, LocaleTree};

use crate::{
    Error, disk,
    plain::{Layout, Plain},
    progress::watched,
    project::Project,
};

/// Flags that say what to read.
#[derive(Clone, Debug, clap::Args)]
pub struct TreeArgs {
    /// Take a Fluent tree that has no catalog and no registry: the locale that the others are compared with.
    #[arg(long, value_name = "TAG")]
    pub reference: Option<String>,

    /// Where the reference lies, if it is not in the tree.
    #[arg(long, value_name = "DIR", requires = "reference")]
    pub reference_dir: Option<PathBuf>,

    /// Layout of the tree [default: `{locale}/**/*.ftl`, or `**/{locale}.ftl` where that is what there is].
    #[arg(long, requires = "reference")]
    pub pattern: Option<String>,

    /// Take only this locale (repeatable).
    #[arg(long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,
}

/// What was read, and how it is to be judged.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) tree: LocaleTree,
    registry: LocaleRegistry,
    catalog: Option<Catalog>,
    policy: Policy,
    notes: Vec<String>,
}

/// The policy of a plain tree, below its root.
const POLICY: &str = "policy.toml";

impl Subject {
    /// Reads what the flags say.
    pub(crate) fn read(
        root: &Path,
        args: &TreeArgs,
        profile: Option<Profile>,
    ) -> Result<Self, Error> {
        let Some(reference) = &args.reference else {
            let Project { registry, catalog, tree } = Project::read(root)?;
            let policy = Policy::of(profile.unwrap_or(Profile::Prose));
            return Ok(Self { tree, registry, catalog: Some(catalog), policy, notes: Vec::new() });
        };
        let layout = Layout {
            reference,
            reference_dir: args.reference_dir.as_deref(),
            pattern: args.pattern.as_deref(),
            locales: &args.locales,
        };
        let Plain { registry, tree, notes } = Plain::read(root, &layout)?;
        let profile = profile.unwrap_or(Profile::Software);
        let policy = match disk::read_text_if_there(root, POLICY)? {
            Some(text) => Policy::parse(POLICY, &text, profile)?,
            None => Policy::of(profile),
        };
        Ok(Self { tree, registry, catalog: None, policy, notes })
    }

    /// Judges it.
    pub(crate) fn check(&self) -> Checked<'_> {
        let Self { tree, registry, catalog, policy, notes } = self;
        let input = CheckInput { tree, registry, catalog: catalog.as_ref(), policy };
        let total = registry.locales().len();
        let mut checked = watched(total, "locales checked", |done| check_counting(input, done));
        checked.summary.notes.extend(notes.iter().cloned());
        checked
    }
}

impl TreeArgs {
    /// Whether a locale was asked for, if any was.
    pub(crate) fn wants(&self, locale: Option<&str>) -> bool {
        self.locales.is_empty()
            || locale.is_some_and(|locale| self.locales.iter().any(|it| it == locale))
    }
}

/// Whether one of the `wanted` files or folders is `path` or holds it; so it is where none is named.
pub(crate) fn concerns(wanted: &[String], path: &str) -> bool {
    let holds = |wanted: &String| {
        let wanted = wanted.trim_start_matches("./").trim_end_matches('/');
        path.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    wanted.is_empty() || wanted.iter().any(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_or_a_file_is_narrowed_to_by_whole_names() {
        let concerns = |wanted: &str, path| concerns(&[wanted.to_owned()], path);
        assert!(concerns("./locales/es/", "locales/es/faq.ftl"));
        assert!(concerns("locales/es/faq.ftl", "locales/es/faq.ftl"));
        assert!(!concerns("locales/es", "locales/es-MX/faq.ftl"));
    }
}
