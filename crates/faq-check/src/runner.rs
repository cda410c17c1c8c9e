//! Runs all rules over a tree of locales and makes findings of what they found.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use faq_content::{Catalog, CatalogMessage, LocaleTag, Position};
use faq_l10n::{
    Kind, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, RegisteredLocale, Stray,
    StrayKind, likely_script,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::{
    context::{LocaleContext, MessageContext, Script},
    finding::{Finding, Hit, Hits, Place},
    report::{Counts, Summary, sanitize, sanitize_lines},
    rule::{Judge, Rule},
    rules::RULES,
};

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

/// Reads and judges a tree: `catalog` says which messages there have to be; without one it is the reference that does.
pub fn check<'s>(
    tree: &'s LocaleTree,
    registry: &LocaleRegistry,
    catalog: Option<&Catalog>,
) -> Checked<'s> {
    static EMPTY: LocaleFolder =
        LocaleFolder { name: String::new(), path: String::new(), files: Vec::new() };
    let folder_of =
        |locale: &RegisteredLocale| tree.folders.iter().find(|it| it.name == locale.tag.as_str());
    let locales: Vec<(&RegisteredLocale, &'s LocaleFolder, LocaleFiles<'s>)> = registry
        .locales()
        .par_iter()
        .map(|locale| {
            let folder = folder_of(locale).unwrap_or(&EMPTY);
            (locale, folder, LocaleFiles::parse(folder))
        })
        .collect();
    let no_files = LocaleFiles::parse(&EMPTY);
    let reference = locales
        .iter()
        .find(|(locale, ..)| locale.tag == *registry.reference())
        .map_or(&no_files, |(_, _, files)| files);
    let expected: Option<BTreeMap<String, CatalogMessage<'_>>> = catalog.map(|catalog| {
        catalog.messages().into_iter().map(|message| (message.id.clone(), message)).collect()
    });

    let judged: Vec<(Vec<Finding>, Counts)> = locales
        .par_iter()
        .map(|(locale, folder, files)| {
            let context = LocaleContext {
                locale: locale.tag.as_str(),
                dir: locale.dir,
                script: Script { code: likely_script(&locale.tag).unwrap_or_default() },
                folder,
                files,
                reference,
                reference_tag: registry.reference().as_str(),
                catalog: expected.as_ref(),
            };
            judge_locale(&context)
        })
        .collect();

    let mut findings: Vec<Finding> = judge_strays(tree, registry);
    let mut counts = Vec::new();
    for (mut found, count) in judged {
        findings.append(&mut found);
        counts.push(count);
    }
    findings.sort_by(|a, b| {
        (&a.path, a.start, a.rule, &a.text).cmp(&(&b.path, b.start, b.rule, &b.text))
    });
    let summary = Summary::new(counts, &findings);
    let locales =
        locales.into_iter().map(|(locale, _, files)| (locale.tag.clone(), files)).collect();
    Checked { locales, findings, summary }
}

fn judge_locale(context: &LocaleContext<'_, '_>) -> (Vec<Finding>, Counts) {
    let mut findings = Findings::new(context);
    let mut hits = Hits::default();
    for (place, message) in context.files.messages() {
        let Some(file) = context.files.files.get(place.file) else { continue };
        let (reference, catalog) = match message.kind() {
            Kind::Message => (
                context.reference.message(message.id()),
                context.catalog.and_then(|messages| messages.get(message.id())),
            ),
            Kind::Term => (
                context
                    .reference
                    .find(Kind::Term, message.id())
                    .and_then(|it| context.reference.at(it))
                    .map(|it| it.1),
                None,
            ),
        };
        let reference = reference.filter(|_| !context.is_reference());
        let message_context =
            MessageContext { locale: context, file, place, message, reference, catalog };
        for rule in RULES {
            if let Judge::Message(judge) = rule.judge {
                judge(&message_context, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
    }
    for rule in RULES {
        if let Judge::Locale(judge) = rule.judge {
            judge(context, &mut hits);
            findings.take(rule, &mut hits);
        }
    }
    (findings.made, Counts::of(context))
}

fn judge_strays(tree: &LocaleTree, registry: &LocaleRegistry) -> Vec<Finding> {
    let unregistered =
        tree.folders.iter().filter(|folder| registry.get(&folder.name).is_none()).map(|folder| {
            Stray {
                path: folder.path.clone(),
                folder: Some(folder.name.clone()),
                kind: StrayKind::Folder,
            }
        });
    let strays: Vec<Stray> = tree.strays.iter().cloned().chain(unregistered).collect();
    let mut found = Vec::new();
    let mut hits = Hits::default();
    for stray in &strays {
        for rule in RULES {
            if let Judge::Stray(judge) = rule.judge {
                judge(stray, &mut hits);
                let locale =
                    stray.folder.as_deref().filter(|folder| registry.get(folder).is_some());
                let located =
                    Located { locale, path: &stray.path, source: "", span: 0..0, occurrence: 0 };
                found.extend(hits.take().into_iter().map(|hit| located.finding(rule, &hit)));
            }
        }
    }
    found
}

/// Makes findings of hits, which point into the files of one locale.
struct Findings<'c, 'a, 's> {
    context: &'c LocaleContext<'a, 's>,
    made: Vec<Finding>,
    /// How often the same was said of the same text, so that each has its own fingerprint.
    seen: HashMap<(&'static str, String, Option<String>, String), usize>,
}

impl<'c, 'a, 's> Findings<'c, 'a, 's> {
    fn new(context: &'c LocaleContext<'a, 's>) -> Self {
        Self { context, made: Vec::new(), seen: HashMap::new() }
    }

    fn take(&mut self, rule: &'static Rule, hits: &mut Hits) {
        if hits.is_empty() {
            return;
        }
        for hit in hits.take() {
            let (path, source, span) = match &hit.place {
                Place::Path(path) => (path.as_str(), "", 0..0),
                Place::Span(file, span) => match self.context.files.files.get(*file) {
                    Some(file) => (file.path, file.source, span.clone()),
                    None => (self.context.folder.path.as_str(), "", 0..0),
                },
            };
            let key = (rule.name, path.to_owned(), hit.message.clone(), hit.text.clone());
            let occurrence = *self.seen.entry(key).and_modify(|count| *count += 1).or_insert(0);
            let located =
                Located { locale: Some(self.context.locale), path, source, span, occurrence };
            self.made.push(located.finding(rule, &hit));
        }
    }
}

/// Where a hit is: the file, its text, and the place in it.
struct Located<'l> {
    locale: Option<&'l str>,
    path: &'l str,
    source: &'l str,
    span: Range<usize>,
    /// How many of the same came before.
    occurrence: usize,
}

impl Located<'_> {
    fn finding(&self, rule: &'static Rule, hit: &Hit) -> Finding {
        Finding {
            rule: rule.name,
            severity: rule.severity,
            locale: self.locale.map(str::to_owned),
            start: Position::of(self.source, self.span.start),
            end: Position::of(self.source, self.span.end),
            span: self.span.clone(),
            path: sanitize(self.path),
            message: hit.message.as_deref().map(sanitize),
            text: sanitize(&hit.text),
            help: hit.help.as_deref().map(sanitize_lines),
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
