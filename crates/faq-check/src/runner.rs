//! Runs all rules over a tree of locales.

use faq_content::{Catalog, LocaleTag};
use faq_l10n::{
    LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, RegisteredLocale, Reviews, Scope,
};
use rayon::prelude::*;

use crate::{
    checker::Checker, finding::Finding, findings::judge_strays, policy::Policy, report::Summary,
    verdict::Verdict,
};

/// What is to be judged.
#[derive(Clone, Copy, Debug)]
pub struct CheckInput<'s, 'i> {
    /// What was found on the disk.
    pub tree: &'s LocaleTree,
    /// Which locales there are.
    pub registry: &'i LocaleRegistry,
    /// Which messages there have to be; where there is no catalog it is the reference that says so.
    pub catalog: Option<&'i Catalog>,
    /// How bad findings are.
    pub policy: &'i Policy,
}

/// A tree that was read and judged.
#[derive(Debug)]
pub struct Checked<'s> {
    /// The registered locales' files by tag, in registry order.
    pub locales: Vec<(LocaleTag, LocaleFiles<'s>)>,
    /// What is known of the translations of each. Empty where there is no catalog.
    pub reviews: Reviews,
    /// All findings, by path and position.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub summary: Summary,
}

/// Reads and judges a tree.
pub fn check<'s>(input: CheckInput<'s, '_>) -> Checked<'s> {
    static EMPTY: LocaleFolder = LocaleFolder {
        name: String::new(),
        path: String::new(),
        files: Vec::new(),
        settings: Vec::new(),
    };
    let CheckInput { tree, registry, catalog, policy } = input;
    let scope = if catalog.is_some() { Scope::Locale } else { Scope::File };
    let folder_of =
        |locale: &RegisteredLocale| tree.folders.iter().find(|it| it.name == locale.folder);
    let locales: Vec<(&RegisteredLocale, &'s LocaleFolder, LocaleFiles<'s>)> = registry
        .locales()
        .par_iter()
        .map(|locale| {
            let folder = folder_of(locale).unwrap_or(&EMPTY);
            (locale, folder, LocaleFiles::parse(folder, scope))
        })
        .collect();
    let no_files = LocaleFiles::parse(&EMPTY, scope);
    let reference = locales.iter().find(|(locale, ..)| locale.tag == *registry.reference());
    let nothing = (&EMPTY, &no_files);
    let reference = reference.map_or(nothing, |(_, folder, files)| (*folder, files));
    let checker = Checker::new(registry, catalog, policy, reference);
    let verdicts: Vec<Verdict> = locales
        .par_iter()
        .map(|(locale, folder, files)| checker.judge(locale, folder, files))
        .collect();
    let reviews = verdicts.iter().filter_map(|verdict| verdict.reviews.clone());
    let reviews = Reviews { locales: reviews.collect() };
    let (findings, summary) =
        checker.conclude(verdicts.into(), judge_strays(tree, registry, policy));
    let locales =
        locales.into_iter().map(|(locale, _, files)| (locale.tag.clone(), files)).collect();
    Checked { locales, reviews, findings, summary }
}
