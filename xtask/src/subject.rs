//! What a task reads: this project's locales, or a Fluent tree without catalog and registry.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{CheckInput, Checked, Policy, Profile, check};
use faq_content::Catalog;
use faq_l10n::{LocaleRegistry, LocaleTree};

use crate::{
    Error, disk,
    plain::{Layout, Plain},
    project::Project,
};

/// Flags that say what to read, and as what.
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

    /// What kind of content it is [default: prose with a catalog, software without].
    #[arg(long, value_enum)]
    pub profile: Option<ProfileArg>,
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
pub(crate) const POLICY: &str = "policy.toml";

impl TreeArgs {
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
    pub(crate) fn plain_policy(&self, root: &Path, today: NaiveDate) -> Result<Policy, Error> {
        let policy = disk::read_policy(root, POLICY, Profile::Software)?;
        Ok(self.with_profile(policy).on(today))
    }

    /// A flag says more than a file.
    fn with_profile(&self, mut policy: Policy) -> Policy {
        policy.profile = match self.profile {
            Some(ProfileArg::Prose) => Profile::Prose,
            Some(ProfileArg::Software) => Profile::Software,
            None => policy.profile,
        };
        policy
    }
}

/// Everything that was read, and how it is to be judged.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) tree: LocaleTree,
    pub(crate) registry: LocaleRegistry,
    pub(crate) catalog: Option<Catalog>,
    pub(crate) policy: Policy,
    notes: Vec<String>,
}

impl Subject {
    /// Reads what the flags say; of a tree without a registry only these locales and the reference, or all where none is named.
    pub(crate) fn read(
        root: &Path,
        args: &TreeArgs,
        locales: &[String],
        today: NaiveDate,
    ) -> Result<Self, Error> {
        let Some(layout) = args.layout(locales) else {
            let project = Project::read(root)?;
            let Project { registry, catalog, tree, policy } = project;
            let (catalog, policy) = (Some(catalog), args.with_profile(policy).on(today));
            return Ok(Self { tree, registry, catalog, policy, notes: Vec::new() });
        };
        let plain = Plain::list(root, &layout)?;
        Ok(Self {
            tree: plain.read_all(),
            registry: plain.registry,
            catalog: None,
            policy: args.plain_policy(root, today)?,
            notes: plain.notes,
        })
    }

    /// Judges it.
    pub(crate) fn check(&self) -> Checked<'_> {
        let Self { tree, registry, catalog, policy, notes } = self;
        let mut checked = check(CheckInput { tree, registry, catalog: catalog.as_ref(), policy });
        checked.summary.notes.extend(notes.iter().cloned());
        checked
    }
}
