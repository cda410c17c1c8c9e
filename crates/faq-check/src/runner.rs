//! Runs all rules over a tree of locales.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
    time::Duration,
};

use faq_content::{Catalog, CatalogMessage, LocaleTag};
use faq_l10n::{
    Clock, Features, Kind, Laps, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, MessageRef,
    Messages, Outline, RegisteredLocale, Scope, Target, likely_script,
};
use rayon::prelude::*;

use crate::{
    context::{FileContext, LocaleContext, MessageContext},
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
    clock: Option<Clock>,
}

/// What was found in one locale.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// All findings, by path and position.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub counts: Counts,
    /// How long judging each of its files took, and then judging it as a whole; nothing without a clock.
    pub times: Vec<Duration>,
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
            clock: None,
        }
    }

    /// Measures how long judging takes.
    #[must_use]
    pub fn timed(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
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
        judge_locale(&context, self.policy, self.clock)
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

/// The rules that are on in a locale.
struct Judges {
    rules: Vec<&'static Rule>,
    /// Those that judge messages, with what they look for.
    of_messages: Vec<(&'static Rule, Features, MessageJudge)>,
}

type MessageJudge = fn(&MessageContext<'_, '_>, &mut Hits);

impl Judges {
    fn of(policy: &Policy, locale: &str) -> Self {
        let rules: Vec<&'static Rule> =
            RULES.iter().filter(|rule| policy.is_on(rule, locale)).collect();
        let of_message = |rule: &&'static Rule| match rule.judge {
            Judge::Message(features, judge) => Some((*rule, features, judge)),
            Judge::File(_) | Judge::Locale(_) | Judge::Remaining(_) | Judge::Stray(_) => None,
        };
        Self { of_messages: rules.iter().filter_map(of_message).collect(), rules }
    }
}

fn judge_locale(context: &LocaleContext<'_, '_>, policy: &Policy, clock: Option<Clock>) -> Verdict {
    let mut laps = Laps::start(clock);
    let mut times = Vec::new();
    let judges = Judges::of(policy, context.locale);
    let mut counts = Counts::new(context);
    let mut made = Vec::new();
    for index in 0..context.files.files.len() {
        made.append(&mut judge_file(context, policy, &judges, index, &mut counts));
        times.push(laps.lap());
    }
    let mut findings = Findings::new(context, policy);
    let mut hits = Hits::default();
    for rule in &judges.rules {
        if let Judge::Locale(judge) = rule.judge {
            judge(context, &mut hits);
            findings.take(rule, &mut hits);
        }
    }
    made.append(&mut findings.made);
    if !made.iter().any(|finding| finding.severity == Severity::Error) {
        for rule in &judges.rules {
            if let Judge::Remaining(judge) = rule.judge {
                judge(context, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
        made.append(&mut findings.made);
    }
    counts.missing(context);
    made.sort_by(Finding::by_place);
    times.push(laps.lap());
    Verdict { findings: made, counts, times }
}

fn judge_file(
    context: &LocaleContext<'_, '_>,
    policy: &Policy,
    judges: &Judges,
    index: usize,
    counts: &mut Counts,
) -> Vec<Finding> {
    let (Some(file), Some(source)) =
        (context.files.files.get(index), context.folder.files.get(index))
    else {
        return Vec::new();
    };
    let pairs = context.pairing.files.get(index);
    let reference_file = pairs.and_then(|pairs| pairs.reference_file);
    let mut findings = Findings::new(context, policy);
    let mut hits = Hits::default();
    let whole = FileContext { locale: context, index, file, source, reference_file };
    for rule in &judges.rules {
        if let Judge::File(judge) = rule.judge {
            judge(&whole, &mut hits);
            findings.take(rule, &mut hits);
        }
    }
    for (number, message) in file.outlines.iter().enumerate() {
        let place = pairs.and_then(|pairs| pairs.messages.get(number).copied().flatten());
        let message = message_context(whole, number, message, place);
        counts.add(&message);
        let features = message.features();
        for (rule, when, judge) in &judges.of_messages {
            if features.any(*when) {
                judge(&message, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
    }
    findings.made
}

/// The message that stands at `number` in a file, and at `place` in the reference.
fn message_context<'a, 's>(
    whole: FileContext<'a, 's>,
    number: usize,
    message: Outline<'a, 's>,
    place: Option<MessageRef>,
) -> MessageContext<'a, 's> {
    let context = whole.locale;
    let reference =
        place.filter(|_| !context.is_reference()).and_then(|it| context.reference.at(it));
    let is_message = message.kind() == Kind::Message;
    MessageContext {
        locale: context,
        file: whole.file,
        place: MessageRef { file: whole.index, message: number },
        message,
        reference_file: whole.reference_file,
        reference: reference.map(|(_, outline)| outline),
        catalog: context.catalog.filter(|_| is_message).and_then(|it| it.get(message.id())),
    }
}
