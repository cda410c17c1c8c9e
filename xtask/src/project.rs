//! A project as tasks use it: its registry, catalog and locales.

use std::path::Path;

use chrono::NaiveDate;
use faq_check::{CheckInput, Checked, GateInput, Policy, Profile, check};
use faq_content::{Catalog, LocalizedFaq};
use faq_l10n::{LocaleFolder, LocaleRegistry, LocaleTree, Reviewers, Withheld, resolve_all};

use crate::{Error, disk};

/// Folder of the locales, below the root.
pub(crate) const LOCALES: &str = "locales";
/// The registry, below the root.
pub(crate) const REGISTRY: &str = "locales/locales.toml";
/// What is different from a profile, below the root; there need be none.
const POLICY: &str = "locales/policy.toml";
/// Who may review, below the root; there need be none.
const REVIEWERS: &str = "locales/reviewers.toml";

/// Everything that a task reads.
#[derive(Debug)]
pub struct Project {
    /// The registry of locales.
    pub registry: LocaleRegistry,
    /// The catalog that the registry names.
    pub catalog: Catalog,
    /// What lies in the folder of the locales.
    pub tree: LocaleTree,
    /// How bad findings are.
    pub policy: Policy,
}

impl Project {
    /// Reads the project in `root`, which is prose where its policy does not say otherwise.
    pub fn read(root: &Path) -> Result<Self, Error> {
        let reviewers = disk::read_text_if_there(root, REVIEWERS)?;
        let reviewers = reviewers.map(|text| Reviewers::parse(REVIEWERS, &text)).transpose()?;
        let policy = disk::read_policy(root, POLICY, Profile::Prose)?;
        let policy = policy.reviewed_by(reviewers.unwrap_or_default());
        let registry = LocaleRegistry::parse(REGISTRY, &disk::read_text(root, REGISTRY)?)?;
        let policy = policy.of_locales(&registry);
        let catalog = Catalog::parse(&disk::read_catalog(root, &registry.catalog)?)?;
        let mut tree = disk::read_locales(root, LOCALES)?;
        // A registered locale without a folder lacks everything, and its findings have to name where that belongs.
        for locale in registry.locales() {
            let name = locale.tag.to_string();
            if !tree.folders.iter().any(|folder| folder.name == name) {
                tree.folders.push(LocaleFolder {
                    path: format!("{LOCALES}/{name}"),
                    name,
                    ..LocaleFolder::default()
                });
            }
        }
        Ok(Self { registry, catalog, tree, policy })
    }

    /// The project on a day, by which waivers end and reviews age.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Self {
        Self { policy: self.policy.on(today), ..self }
    }

    /// Judges the project.
    pub fn check(&self, policy: &Policy) -> Checked<'_> {
        let Self { registry, catalog, tree, policy: _ } = self;
        check(CheckInput { tree, registry, catalog: Some(catalog), policy })
    }

    /// What the gate is to judge; `before` is the registry as it was in the last release, where that is known.
    pub fn gate<'a>(
        &'a self,
        policy: &'a Policy,
        checked: &'a Checked<'_>,
        before: Option<&'a LocaleRegistry>,
    ) -> GateInput<'a> {
        GateInput {
            catalog: &self.catalog,
            registry: &self.registry,
            before,
            policy,
            files: &checked.locales,
            findings: &checked.findings,
            reviews: &checked.reviews,
        }
    }

    /// The FAQ in every registered locale, as it was checked, without what is withheld.
    pub fn resolve(&self, checked: &Checked<'_>, withheld: &Withheld) -> Vec<LocalizedFaq> {
        let Checked { locales, reviews, .. } = checked;
        resolve_all(&self.catalog, &self.registry, locales, reviews, withheld)
    }
}
