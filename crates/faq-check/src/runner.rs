//! Runs all rules over a tree of locales and makes findings of what they found.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering as AtomicOrdering},
    },
};

use faq_content::{Catalog, CatalogMessage, LineStarts, LocaleTag, Position};
use faq_l10n::{
    Features, FtlFile, Kind, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, MessageRef,
    Messages, RegisteredLocale, Scope, Stray, StrayKind, Target, likely_script,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::{
    context::{LocaleContext, MessageContext},
    finding::{Edit, Finding, Fix, Hit, Hits, Place, Severity},
    language::Language,
    pairing::Pairing,
    policy::Policy,
    report::{Counts, Summary, sanitize, sanitize_lines},
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
    check_counting(input, &AtomicUsize::new(0))
}

/// As [`check`]; `done` counts the locales that were judged, for whoever watches from another thread.
pub fn check_counting<'s>(input: CheckInput<'s, '_>, done: &AtomicUsize) -> Checked<'s> {
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
    let (reference_name, reference) =
        reference.map_or(("", &no_files), |(locale, _, files)| (locale.folder.as_str(), files));
    let expected: Option<BTreeMap<String, CatalogMessage<'_>>> = catalog.map(|catalog| {
        catalog.messages().into_iter().map(|message| (message.id.clone(), message)).collect()
    });

    let functions = functions_of(reference);
    let judged: Vec<(Vec<Finding>, Counts)> = locales
        .par_iter()
        .map(|(locale, folder, files)| {
            let pairing = Pairing::of(files, reference);
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
                reference,
                pairing: &pairing,
                functions: &functions,
                reference_name,
                cardinals: OnceLock::new(),
                ordinals: OnceLock::new(),
                messages: catalog.map(|catalog| Messages::new(&locale.tag, catalog, files)),
                catalog: expected.as_ref(),
            };
            let judged = judge_locale(&context, policy);
            done.fetch_add(1, AtomicOrdering::Relaxed);
            judged
        })
        .collect();

    let mut findings: Vec<Finding> = judge_strays(tree, registry, policy);
    let mut counts = Vec::new();
    for (mut found, count) in judged {
        findings.append(&mut found);
        counts.push(count);
    }
    findings.par_sort_by(|a, b| {
        (&a.path, a.start, a.rule, &a.text).cmp(&(&b.path, b.start, b.rule, &b.text))
    });
    let summary = Summary::new(counts, &findings);
    let locales =
        locales.into_iter().map(|(locale, _, files)| (locale.tag.clone(), files)).collect();
    Checked { locales, findings, summary }
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

fn judge_locale(context: &LocaleContext<'_, '_>, policy: &Policy) -> (Vec<Finding>, Counts) {
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
    (findings.made, counts)
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
        let in_reference = message.reference.map_or(Features::NONE, |it| it.features());
        let features = message.message.features() | in_reference;
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

fn judge_strays(tree: &LocaleTree, registry: &LocaleRegistry, policy: &Policy) -> Vec<Finding> {
    let unregistered =
        tree.folders.iter().filter(|folder| registry.of_folder(&folder.name).is_none()).map(
            |folder| Stray {
                path: folder.path.clone(),
                folder: Some(folder.name.clone()),
                kind: StrayKind::Folder,
            },
        );
    let strays: Vec<Stray> = tree.strays.iter().cloned().chain(unregistered).collect();
    let mut found = Vec::new();
    let mut hits = Hits::default();
    for stray in &strays {
        for rule in RULES {
            if let Judge::Stray(judge) = rule.judge {
                judge(stray, &mut hits);
                let locale =
                    stray.folder.as_deref().filter(|folder| registry.of_folder(folder).is_some());
                let located = Located {
                    locale,
                    path: &stray.path,
                    start: Position::START,
                    end: Position::START,
                    span: 0..0,
                    fix: None,
                    occurrence: 0,
                };
                for hit in hits.take() {
                    if let Some(severity) = policy.severity(rule, locale, &stray.path) {
                        found.push(located.finding(rule, severity, &hit));
                    }
                }
            }
        }
    }
    found
}

/// Most findings of one rule in one file. A file with more is broken as a whole, and a report of it has to end.
const MOST_OF_A_KIND: usize = 200;

/// Makes findings of hits, which point into the files of one locale.
struct Findings<'c, 'a, 's> {
    context: &'c LocaleContext<'a, 's>,
    policy: &'c Policy,
    made: Vec<Finding>,
    /// How often the same was said of the same text, so that each has its own fingerprint.
    seen: HashMap<u64, usize>,
    /// How often each rule spoke of each file.
    of_file: HashMap<(&'static str, String), usize>,
    /// Where the lines of each file start; made for files with findings only.
    lines: HashMap<usize, LineStarts>,
}

impl<'c, 'a, 's> Findings<'c, 'a, 's> {
    fn new(context: &'c LocaleContext<'a, 's>, policy: &'c Policy) -> Self {
        Self {
            context,
            policy,
            made: Vec::new(),
            seen: HashMap::new(),
            of_file: HashMap::new(),
            lines: HashMap::new(),
        }
    }

    fn take(&mut self, rule: &'static Rule, hits: &mut Hits) {
        if hits.is_empty() {
            return;
        }
        for mut hit in hits.take() {
            let (path, at) = match &hit.place {
                Place::Path(path) => (path.as_str(), None),
                Place::Setting(name, span) => match self.context.folder.setting(name) {
                    Some(file) => {
                        (file.path.as_str(), Some((None, file.content.text(), span.clone())))
                    }
                    None => (self.context.folder.path.as_str(), None),
                },
                Place::Span(index, span) => match self.context.files.files.get(*index) {
                    Some(file) => (file.path, Some((Some(*index), file.source, span.clone()))),
                    None => (self.context.folder.path.as_str(), None),
                },
            };
            let Some(severity) = self.policy.severity(rule, Some(self.context.locale), path) else {
                continue;
            };
            if rule.name != "missing-message" {
                let count = self
                    .of_file
                    .entry((rule.name, path.to_owned()))
                    .and_modify(|it| *it += 1)
                    .or_insert(1);
                match (*count).cmp(&MOST_OF_A_KIND) {
                    Ordering::Less => {}
                    Ordering::Equal => hit.text.push_str("; there are more of these in this file"),
                    Ordering::Greater => continue,
                }
            }
            let wanted = hit.fix.take().filter(|_| !self.context.is_reference());
            let (start, end, span, fix) = match at {
                Some((None, source, span)) => {
                    located(&LineStarts::of(source), source, span, wanted)
                }
                Some((Some(index), source, span)) => {
                    let lines = self.lines.entry(index).or_insert_with(|| LineStarts::of(source));
                    located(lines, source, span, wanted)
                }
                None => (Position::START, Position::START, 0..0, None),
            };
            let mut key = DefaultHasher::new();
            (rule.name, path, &hit.message, &hit.text).hash(&mut key);
            let occurrence =
                *self.seen.entry(key.finish()).and_modify(|count| *count += 1).or_insert(0);
            let located = Located {
                locale: Some(self.context.locale),
                path,
                start,
                end,
                span,
                fix,
                occurrence,
            };
            self.made.push(located.finding(rule, severity, &hit));
        }
    }
}

/// The place `span` of `source` and the edit `fix` to it, in lines and columns.
fn located(
    lines: &LineStarts,
    source: &str,
    span: Range<usize>,
    fix: Option<Edit>,
) -> (Position, Position, Range<usize>, Option<Fix>) {
    let at = |offset| lines.position(source, offset);
    let fix = fix.map(|edit| Fix { start: at(edit.span.start), end: at(edit.span.end), edit });
    (at(span.start), at(span.end), span, fix)
}

/// Where a hit is: the file and the place in it.
struct Located<'l> {
    locale: Option<&'l str>,
    path: &'l str,
    start: Position,
    end: Position,
    span: Range<usize>,
    fix: Option<Fix>,
    /// How many of the same came before.
    occurrence: usize,
}

impl Located<'_> {
    fn finding(&self, rule: &'static Rule, severity: Severity, hit: &Hit) -> Finding {
        Finding {
            rule: rule.name,
            severity,
            locale: self.locale.map(str::to_owned),
            start: self.start,
            end: self.end,
            span: self.span.clone(),
            path: sanitize(self.path),
            message: hit.message.as_deref().map(sanitize),
            text: sanitize(&hit.text),
            help: hit.help.as_deref().map(sanitize_lines),
            fix: self.fix.clone(),
            fingerprint: self.fingerprint(rule, hit),
        }
    }

    /// Depends on what is said and of which message, not on lines.
    fn fingerprint(&self, rule: &Rule, hit: &Hit) -> String {
        let mut hash = Sha256::new();
        let message = hit.message.as_deref().unwrap_or_default();
        for part in [rule.name, self.locale.unwrap_or_default(), self.path, message, &hit.text] {
            hash.update(part);
            hash.update([0]);
        }
        hash.update((self.occurrence as u64).to_le_bytes());
        let mut digits = base16ct::lower::encode_string(&hash.finalize());
        digits.truncate(16);
        digits
    }
}
