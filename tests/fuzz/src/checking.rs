//! Checking a tree: the same findings every time, each with a place in its file and a text that no reader has to fear.

use faq_check::{
    CheckInput, Checked, Example, Finding, Fix, Profile, Severity, Sources, check, rule, sanitize,
    sanitize_lines,
};
use faq_content::Position;
use faq_l10n::LocaleTree;

use crate::text_of;

/// Checks the bytes as an example: a tree of locales in one text.
pub fn checking(bytes: &[u8]) {
    let Ok(example) = Example::parse(&text_of(bytes)) else { return };
    for profile in [Profile::Prose, Profile::Software] {
        let checked = check_as(&example, profile);
        let again = check_as(&example, profile);
        assert_eq!(checked.findings, again.findings, "the same tree, other findings");
        assert_eq!(checked.summary, again.summary, "the same tree, another summary");
        let errors = checked.findings.iter().filter(|it| it.severity == Severity::Error).count();
        assert_eq!(checked.summary.errors, errors);
        assert_eq!(checked.summary.errors + checked.summary.warnings, checked.findings.len());
        assert!(checked.findings.is_sorted_by_key(|it| (it.path.clone(), it.start, it.rule)));
        for finding in &checked.findings {
            is_for_readers(finding);
            has_a_place(finding, &example.tree);
        }
    }
}

/// What is found in the example in content of this kind, on a day on which some waivers have ended.
pub(crate) fn check_as(example: &Example, profile: Profile) -> Checked<'_> {
    let mut policy = example.policy.clone().on(Example::DAY);
    policy.profile = profile;
    let Example { tree, registry, catalog, .. } = example;
    check(CheckInput { tree, registry, catalog: catalog.as_ref(), policy: &policy })
}

fn is_for_readers(finding: &Finding) {
    assert!(rule(finding.rule).is_some(), "{finding:?}");
    assert_eq!(finding.fingerprint.len(), 16, "{finding:?}");
    assert!(!finding.text.trim().is_empty(), "{finding:?}");
    for text in [&*finding.text, &finding.path].into_iter().chain(finding.message.as_deref()) {
        assert_eq!(sanitize(text), text);
    }
    if let Some(help) = &finding.help {
        assert_eq!(sanitize_lines(&**help), *help);
    }
}

fn has_a_place(finding: &Finding, tree: &LocaleTree) {
    let sources = Sources::of(tree);
    // A finding shows the path in a form that no terminal obeys.
    let files = tree.folders.iter().flat_map(|folder| folder.files.iter().chain(&folder.settings));
    let mut same = files.filter(|file| sanitize(file.path.as_str()) == *finding.path);
    let (Some(file), None) = (same.next(), same.next()) else { return };
    let source = sources.get(&file.path);
    let span = finding.span.clone();
    assert!(source.get(span.clone()).is_some(), "no part of the file: {finding:?} {source:?}");
    assert_eq!(finding.start, Position::of(source, span.start), "{finding:?}");
    assert_eq!(finding.end, Position::of(source, span.end), "{finding:?}");
    if let Some(Fix { edit, start, end }) = &finding.fix {
        assert!(source.get(edit.span.clone()).is_some(), "no part to mend: {finding:?}");
        assert_eq!(*start, Position::of(source, edit.span.start), "{finding:?}");
        assert_eq!(*end, Position::of(source, edit.span.end), "{finding:?}");
    }
}
