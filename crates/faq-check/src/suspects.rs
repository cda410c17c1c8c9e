//! All locales together, after each was judged by itself: a rule that objects to one message in many languages may object to
//! the reference.

use faq_content::Position;
use faq_l10n::LocaleFiles;

use crate::{
    finding::{Finding, Hits, Place},
    policy::Policy,
    rule::Judge,
    rules::RULES,
    runner::Located,
};

/// Every locale, and what the rules found in them.
#[derive(Debug)]
pub struct AllLocales<'a, 's> {
    /// What was found.
    pub findings: &'a [Finding],
    /// The locales by name of their folder, read.
    pub files: Vec<(&'a str, &'a LocaleFiles<'s>)>,
    /// Folder name of the reference.
    pub reference_name: &'a str,
}

impl<'a, 's> AllLocales<'a, 's> {
    /// The reference's files.
    pub fn reference(&self) -> Option<&'a LocaleFiles<'s>> {
        self.files.iter().find(|(name, _)| *name == self.reference_name).map(|(_, files)| *files)
    }
}

/// What the rules say of all locales together. They point into the reference.
pub(crate) fn judge_all(all: &AllLocales<'_, '_>, policy: &Policy) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut hits = Hits::default();
    for rule in RULES {
        let Judge::All(judge) = rule.judge else { continue };
        judge(all, &mut hits);
        for hit in hits.take() {
            let Place::Span(index, span) = &hit.place else { continue };
            let Some(file) = all.reference().and_then(|files| files.files.get(*index)) else {
                continue;
            };
            let locale = Some(all.reference_name);
            if let Some(severity) = policy.severity(rule, locale, file.path) {
                let located = Located {
                    locale,
                    path: file.path,
                    start: Position::of(file.source, span.start),
                    end: Position::of(file.source, span.end),
                    span: span.clone(),
                    occurrence: 0,
                };
                found.push(located.finding(rule, severity, &hit));
            }
        }
    }
    found
}
