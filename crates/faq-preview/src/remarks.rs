//! From findings to what the page says at a text.

use std::borrow::Cow;

use faq_check::{Finding, sanitize};
use faq_emit::{Excerpt, Remark};
use faq_l10n::{LocaleTree, SourceFile};

/// Most characters that are shown of a line before and after the place in question.
const AROUND: usize = 40;

/// Most characters that are shown of the place itself.
const PART: usize = 160;

/// What the page says of a finding; `tree` is what it points into.
pub(crate) fn remark(finding: &Finding, tree: &LocaleTree) -> Remark {
    let Finding { path, start, .. } = finding;
    Remark {
        severity: finding.severity.as_str(),
        rule: finding.rule,
        text: finding.text.clone(),
        help: finding.help.clone().map(Cow::into_owned),
        place: sanitize(format!("{path}:{}:{}", start.line, start.column)),
        excerpt: source(tree, path).and_then(|text| excerpt(text, finding)),
    }
}

fn source<'t>(tree: &'t LocaleTree, path: &str) -> Option<&'t str> {
    let files = tree.folders.iter().flat_map(|folder| folder.files.iter().chain(&folder.settings));
    let is_it = |file: &&SourceFile| file.path == path;
    files.into_iter().find(is_it).map(|file| file.content.text())
}

/// The place in its line, without what could steer a screen. None where the finding is about a file as a whole.
fn excerpt(text: &str, finding: &Finding) -> Option<Excerpt> {
    let part = text.get(finding.span.clone()).filter(|part| !part.trim().is_empty())?;
    let before = text.get(..finding.span.start)?.rsplit('\n').next()?;
    let after = text.get(finding.span.end..)?.lines().next().unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AROUND);
    let start: String = before.chars().skip(skipped).collect();
    Some(Excerpt {
        before: format!("{}{}", if skipped > 0 { "…" } else { "" }, sanitize(start)),
        part: sanitize(clipped(part, PART)),
        after: sanitize(clipped(after, AROUND)),
    })
}

fn clipped(text: &str, most: usize) -> String {
    let mut clipped: String = text.chars().take(most).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}
