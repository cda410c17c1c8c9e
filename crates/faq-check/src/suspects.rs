//! All locales together, after each was judged by itself: a rule that objects to one message in many languages may object to
//! the reference.

use faq_l10n::LocaleFiles;

use crate::{
    finding::{Finding, Hits, Place},
    findings::Located,
    policy::Policy,
    rule::Judge,
    rules::RULES,
    verdict::Verdict,
};

/// What was found in every locale.
#[derive(Debug)]
pub struct AllLocales<'a> {
    /// What was found in each.
    pub verdicts: &'a [Verdict],
    /// The reference's files.
    pub reference: &'a LocaleFiles<'a>,
    /// Folder name of the reference.
    pub reference_name: &'a str,
}

/// What the rules say of all locales together. They point into the reference.
pub(crate) fn judge_all(all: &AllLocales<'_>, policy: &Policy) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut hits = Hits::default();
    for rule in RULES {
        let Judge::All(judge) = rule.judge else { continue };
        if !policy.is_on(rule, all.reference_name) {
            continue;
        }
        judge(all, &mut hits);
        for hit in hits.take() {
            let Place::Span(index, span) = &hit.place else { continue };
            let Some(file) = all.reference.files.get(*index) else { continue };
            let locale = Some(all.reference_name);
            if let Some(severity) = policy.severity(rule, locale, file.path) {
                let located = Located::in_text(locale, file.path, file.source, span.clone());
                let identity = located.identity(rule, &hit, 0);
                found.push(located.finding(rule, severity, hit, identity));
            }
        }
    }
    found
}
