//! Runs all rules over a tree of locales.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use faq_content::{Catalog, CatalogMessage, LocaleTag};
use faq_l10n::{
    Features, FtlFile, Kind, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, MessageRef,
    Messages, RegisteredLocale, Scope, Target, likely_script,
};
use rayon::prelude::*;

use crate::{
    context::{LocaleContext, MessageContext},
    finding::{Finding, Hits, Severity},
    findings::{Findings, judge_strays},
    language::Language,
    pairing::Pairing,
    policy::Policy,
    report::{Counts, Summary},
    rule::{Judge, Rule},
    rules::RULES,
    writing::Writing,
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
    let reference = reference.map_or(&no_files, |(_, _, files)| files);
    let checker = Checker::new(registry, catalog, policy, reference);
    let verdicts = locales
        .par_iter()
        .map(|(locale, folder, files)| checker.judge(locale, folder, files))
        .collect();
    let (findings, summary) = conclude(verdicts, judge_strays(tree, registry, policy));
    let locales =
        locales.into_iter().map(|(locale, _, files)| (locale.tag.clone(), files)).collect();
    Checked { locales, findings, summary }
}

/// Judges one locale after the other, so that only the reference has to be kept.
#[derive(Debug)]
pub struct Checker<'r> {
    policy: &'r Policy,
    catalog: Option<&'r Catalog>,
    /// The messages that the catalog asks for, by id.
    expected: Option<BTreeMap<String, CatalogMessage<'r>>>,
    reference: &'r LocaleFiles<'r>,
    reference_name: &'r str,
    /// Names of the functions that the reference uses.
    functions: BTreeSet<&'r str>,
}

/// What was found in one locale.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// All findings, by path and position.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub counts: Counts,
}

impl<'r> Checker<'r> {
    /// Judges by `reference`, the files of the registry's reference locale.
    pub fn new(
        registry: &'r LocaleRegistry,
        catalog: Option<&'r Catalog>,
        policy: &'r Policy,
        reference: &'r LocaleFiles<'r>,
    ) -> Self {
        let name = registry.locales().iter().find(|locale| locale.tag == *registry.reference());
        Self {
            policy,
            catalog,
            expected: catalog.map(|catalog| {
                let messages = catalog.messages().into_iter();
                messages.map(|message| (message.id.clone(), message)).collect()
            }),
            reference,
            reference_name: name.map_or("", |locale| locale.folder.as_str()),
            functions: functions_of(reference),
        }
    }

    /// Judges `locale`, whose folder and files these are.
    pub fn judge(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
        files: &LocaleFiles<'_>,
    ) -> Verdict {
        let pairing = Pairing::of(files, self.reference);
        let no_language = Language::default();
        let language = Language::of(&locale.tag, folder.setting(Language::FILE));
        let context = LocaleContext {
            locale: &locale.folder,
            tag: &locale.tag,
            dir: locale.dir,
            language: language.as_ref().unwrap_or(&no_language),
            language_error: language.as_ref().err(),
            script: Writing::of(likely_script(&locale.tag).unwrap_or_default()),
            folder,
            files,
            reference: self.reference,
            pairing: &pairing,
            functions: &self.functions,
            reference_name: self.reference_name,
            cardinals: OnceLock::new(),
            ordinals: OnceLock::new(),
            messages: self.catalog.map(|catalog| Messages::new(&locale.tag, catalog, files)),
            catalog: self.expected.as_ref(),
        };
        judge_locale(&context, self.policy)
    }
}

/// Puts together what was found in all locales, and beside them.
pub fn conclude(verdicts: Vec<Verdict>, strays: Vec<Finding>) -> (Vec<Finding>, Summary) {
    let mut findings = strays;
    findings.reserve(verdicts.iter().map(|verdict| verdict.findings.len()).sum());
    let mut counts = Vec::with_capacity(verdicts.len());
    for mut verdict in verdicts {
        findings.append(&mut verdict.findings);
        counts.push(verdict.counts);
    }
    // Each locale's are in order already.
    findings.sort_by(Finding::by_place);
    let summary = Summary::new(counts, &findings);
    (findings, summary)
}

/// Names of the functions that a locale uses.
fn functions_of<'s>(files: &LocaleFiles<'s>) -> BTreeSet<&'s str> {
    let outlines = files.messages().map(|(_, outline)| outline);
    let with_functions = outlines.filter(|outline| outline.features().any(Features::FUNCTION));
    with_functions
        .flat_map(|outline| outline.references())
        .filter_map(|reference| match reference.target {
            Target::Function(name) => Some(name),
            Target::Variable(_) | Target::Message(..) | Target::Term(..) => None,
        })
        .collect()
}

fn judge_locale(context: &LocaleContext<'_, '_>, policy: &Policy) -> Verdict {
    let rules: Vec<&'static Rule> =
        RULES.iter().filter(|rule| policy.is_on(rule, context.locale)).collect();
    let mut findings = Findings::new(context, policy);
    let mut counts = Counts::new(context);
    for (index, file) in context.files.files.iter().enumerate() {
        judge_file(context, &rules, index, file, &mut findings, &mut counts);
    }
    let mut hits = Hits::default();
    for rule in &rules {
        if let Judge::Locale(judge) = rule.judge {
            judge(context, &mut hits);
            findings.take(rule, &mut hits);
        }
    }
    if !findings.made.iter().any(|finding| finding.severity == Severity::Error) {
        for rule in &rules {
            if let Judge::Remaining(judge) = rule.judge {
                judge(context, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
    }
    counts.missing(context);
    let mut findings = findings.made;
    findings.sort_by(Finding::by_place);
    Verdict { findings, counts }
}

fn judge_file<'a, 's>(
    context: &'a LocaleContext<'a, 's>,
    rules: &[&'static Rule],
    index: usize,
    file: &'a FtlFile<'s>,
    findings: &mut Findings<'_, 'a, 's>,
    counts: &mut Counts,
) {
    let pairs = context.pairing.files.get(index);
    let reference_file = pairs.and_then(|pairs| pairs.reference_file);
    let mut hits = Hits::default();
    for (number, message) in file.outlines.iter().enumerate() {
        let (kind, id) = (message.kind(), message.id());
        let place = pairs.and_then(|pairs| pairs.messages.get(number).copied().flatten());
        let reference =
            place.filter(|_| !context.is_reference()).and_then(|it| context.reference.at(it));
        let catalog =
            context.catalog.filter(|_| kind == Kind::Message).and_then(|messages| messages.get(id));
        let message = MessageContext {
            locale: context,
            file,
            place: MessageRef { file: index, message: number },
            message,
            reference_file,
            reference: reference.map(|(_, outline)| outline),
            catalog,
        };
        counts.add(&message);
        let features = message.features();
        for rule in rules {
            if let Judge::Message(when, judge) = rule.judge
                && features.any(when)
            {
                judge(&message, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
    }
}
