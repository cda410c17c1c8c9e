//! Findings as people and machines read them.
//!
//! Text from translators is untrusted: nothing of it reaches a terminal, a log or a workflow command before
//! [`sanitize`] or the format's own escaping has seen it.

mod github;
mod json;
mod junit;
mod markdown;
mod sarif;
#[cfg(test)]
mod tests;
mod text;

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use faq_l10n::{Kind, LocaleFolder, LocaleTree};
use rustc_hash::FxHashMap;

use crate::{
    context::{LocaleContext, MessageContext},
    finding::{Finding, Severity},
    text::bytes::{any, ascii_length},
};

pub use github::github;
pub use json::{json, json_parts, schema};
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
#[cfg(test)]
pub(crate) use text::excerpts;
pub use text::{Style, text};

/// The texts that findings point into, by path.
#[derive(Debug, Default)]
pub struct Sources<'s> {
    texts: BTreeMap<&'s str, &'s str>,
}

impl<'s> Sources<'s> {
    /// The texts of all files of `tree`.
    pub fn of(tree: &'s LocaleTree) -> Self {
        Self::of_folders(&tree.folders)
    }

    /// The texts of all files of these folders.
    pub fn of_folders(folders: impl IntoIterator<Item = &'s LocaleFolder>) -> Self {
        let files =
            folders.into_iter().flat_map(|folder| folder.files.iter().chain(&folder.settings));
        Self { texts: files.map(|file| (file.path.as_str(), file.content.text())).collect() }
    }

    /// The text of the file at `path`; empty where there is none.
    pub fn get(&self, path: &str) -> &'s str {
        self.texts.get(path).copied().unwrap_or_default()
    }
}

/// What was counted, over all locales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Findings that stop a release.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// Findings that are not reported because a baseline has them.
    pub baselined: usize,
    /// Each locale, in registry order.
    pub locales: Vec<Counts>,
    /// What whoever runs the check should know about how the tree was read.
    pub notes: Vec<String>,
}

/// What was counted in one locale. Terms count as messages, except that a catalog asks for none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Its tag, or the name of its folder.
    pub locale: String,
    /// Fluent files.
    pub files: usize,
    /// Messages and terms.
    pub messages: usize,
    /// Messages that are expected in the files that it has and are not there.
    pub missing: usize,
    /// Files that the reference has and this locale has not.
    pub missing_files: usize,
    /// Messages in these files.
    pub missing_in_files: usize,
    /// Messages that nobody expects.
    pub unknown: usize,
    /// Messages that are the same as in the reference.
    pub identical: usize,
    /// Findings that stop a release.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// Findings that are not reported because of a waiver.
    pub waived: usize,
    /// Findings of each rule that found something.
    pub rules: BTreeMap<&'static str, usize>,
}

/// What is counted message by message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    messages: usize,
    unknown: usize,
    identical: usize,
}

impl Tally {
    /// Counts one message.
    pub(crate) fn add(&mut self, context: &MessageContext<'_, '_>) {
        self.messages += 1;
        let is_term = context.message.kind() == Kind::Term;
        let known = match context.locale.catalog {
            Some(_) => is_term || context.catalog.is_some(),
            None => context.locale.is_reference() || context.reference.is_some(),
        };
        self.unknown += usize::from(!known);
        self.identical += usize::from(context.is_identical);
    }
}

impl Counts {
    /// Counts files, and what is not there.
    pub(crate) fn of_locale(context: &LocaleContext<'_, '_>) -> Self {
        let files = context.files;
        let mut counts =
            Self { locale: context.locale.to_owned(), files: files.files.len(), ..Self::default() };
        if let Some(catalog) = context.catalog {
            counts.missing =
                catalog.keys().filter(|id| files.find(Kind::Message, id).is_none()).count();
            return counts;
        }
        let in_files = context
            .pairing
            .missing_files
            .iter()
            .filter_map(|index| context.reference.files.get(*index));
        counts.missing = context.pairing.missing().count();
        counts.missing_files = context.pairing.missing_files.len();
        counts.missing_in_files = in_files.map(|file| file.outlines.len()).sum();
        counts
    }

    /// Adds what was counted in one file.
    pub(crate) fn add(&mut self, tally: Tally) {
        self.messages += tally.messages;
        self.unknown += tally.unknown;
        self.identical += tally.identical;
    }
}

impl Summary {
    pub(crate) fn new(mut locales: Vec<Counts>, findings: &[Finding]) -> Self {
        let mut summary =
            Self { errors: 0, warnings: 0, baselined: 0, locales: Vec::new(), notes: Vec::new() };
        let places: FxHashMap<String, usize> = locales
            .iter()
            .enumerate()
            .map(|(index, counts)| (counts.locale.clone(), index))
            .collect();
        for finding in findings {
            let index = finding.locale.as_deref().and_then(|locale| places.get(locale));
            let counts = index.and_then(|index| locales.get_mut(*index));
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
            }
            if let Some(counts) = counts {
                match finding.severity {
                    Severity::Error => counts.errors += 1,
                    Severity::Warning => counts.warnings += 1,
                }
                *counts.rules.entry(finding.rule).or_default() += 1;
            }
        }
        Self { locales, ..summary }
    }
}

impl Summary {
    /// Counts the findings anew, after some were taken out, and leaves out the locales that `wanted` does not want.
    pub fn narrow(&mut self, findings: &[Finding], wanted: impl Fn(&str) -> bool) {
        let mut locales = std::mem::take(&mut self.locales);
        locales.retain(|counts| wanted(&counts.locale));
        for counts in &mut locales {
            counts.errors = 0;
            counts.warnings = 0;
            counts.rules.clear();
        }
        let notes = std::mem::take(&mut self.notes);
        *self = Self { notes, baselined: self.baselined, ..Self::new(locales, findings) };
    }

    /// Findings that are not reported because of a waiver.
    pub fn waived(&self) -> usize {
        self.locales.iter().map(|locale| locale.waived).sum()
    }

    /// What is to be said of findings that were not reported; empty where there are none.
    fn unreported(&self) -> String {
        let mut said = String::new();
        match self.waived() {
            0 => {}
            waived => said.push_str(&format!("; {waived} waived")),
        }
        match self.baselined {
            0 => {}
            1 => said.push_str("; 1 old finding is in the baseline"),
            old => said.push_str(&format!("; {old} old findings are in the baseline")),
        }
        said
    }
}

/// `text` without any character that could steer a terminal or hide from its reader; such characters become `<U+202E>`.
pub fn sanitize<'t>(text: impl Into<Cow<'t, str>>) -> String {
    clean(text.into(), None).into_owned()
}

/// As [`sanitize`], line by line: the ends of lines stay.
pub fn sanitize_lines<'t>(text: impl Into<Cow<'t, str>>) -> String {
    clean(text.into(), Some('\n')).into_owned()
}

/// As [`sanitize`]; a text that is clean stays shared.
pub(crate) fn sanitize_shared(text: &Arc<str>) -> Arc<str> {
    match clean(Cow::Borrowed(text), None) {
        Cow::Borrowed(_) => Arc::clone(text),
        Cow::Owned(clean) => clean.into(),
    }
}

/// `text` without any character that could steer or hide, but one that may stay. Nearly every text is clean, and then it is
/// not copied.
pub(crate) fn clean(text: Cow<'_, str>, may_stay: Option<char>) -> Cow<'_, str> {
    if !has_steering(&text, may_stay) {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        if steers(character) && Some(character) != may_stay {
            clean.push_str(&format!("<U+{:04X}>", u32::from(character)));
        } else {
            clean.push(character);
        }
    }
    Cow::Owned(clean)
}

/// At most `most` of the findings, errors before warnings; those that are left are in the order in which they came.
pub fn errors_first(findings: &[Finding], most: usize) -> Vec<&Finding> {
    let of = |severity| findings.iter().filter(move |finding| finding.severity == severity);
    let errors = of(Severity::Error).take(most).count();
    let mut left = [errors, most - errors];
    let mut chosen = Vec::with_capacity(most.min(findings.len()));
    for finding in findings {
        let [errors, warnings] = &mut left;
        let left = match finding.severity {
            Severity::Error => errors,
            Severity::Warning => warnings,
        };
        if *left > 0 {
            *left -= 1;
            chosen.push(finding);
        }
    }
    chosen
}

/// A number of things: `1 message`, `2 messages`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Whether some character of a text steers, besides one of ASCII that may stay.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn has_steering(text: &str, may_stay: Option<char>) -> bool {
    let may_stay = may_stay.and_then(|it| u8::try_from(it).ok()).unwrap_or(b' ');
    let is_control = |byte: u8| ((byte < b' ') | (byte == 0x7F)) & (byte != may_stay);
    if any(text.as_bytes(), is_control) {
        return true;
    }
    let mut rest = text;
    loop {
        let mut others = rest.get(ascii_length(rest.as_bytes())..).unwrap_or_default().chars();
        match others.next() {
            None => return false,
            Some(character) if steers(character) => return true,
            Some(_) => rest = others.as_str(),
        }
    }
}

fn steers(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xAD | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFDD0..=0xFDEF | 0xFFF0..=0xFFFF | 0xE000..=0xF8FF
            | 0xE0000..=0xE0FFF | 0xF0000..=0x10_FFFF)
}
