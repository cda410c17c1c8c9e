//! Findings as GitHub workflow commands, which show them at their lines in a pull request.

use super::{Summary, count};
use crate::finding::{Finding, Severity};

/// GitHub shows ten annotations of each level for a step and drops the rest.
const PER_LEVEL: usize = 10;

/// The first ten errors and the first ten warnings as annotations, and a line that says how many there are in all.
pub fn github(findings: &[Finding], summary: &Summary) -> String {
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning] {
        for finding in
            findings.iter().filter(|finding| finding.severity == severity).take(PER_LEVEL)
        {
            out.push_str(&annotation(finding));
            out.push('\n');
        }
    }
    out.push_str(&format!(
        "{}, {}{}\n",
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        summary.unreported()
    ));
    out
}

fn annotation(finding: &Finding) -> String {
    let Finding { start, end, .. } = finding;
    let text = std::iter::once(finding.text.as_str())
        .chain(finding.help.as_deref())
        .collect::<Vec<_>>()
        .join("\n");
    // A range of columns is only understood on one line.
    let columns = if start.line == end.line && end.column > start.column {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        format!(",col={}", start.column)
    };
    format!(
        "::{} file={},line={},endLine={}{columns},title={}::{}",
        finding.severity,
        property(&finding.path),
        start.line,
        start.line.max(end.line),
        property(finding.rule),
        data(&text),
    )
}

/// Escapes the text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
