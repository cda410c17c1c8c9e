//! A run in Markdown, for the page of a workflow run.

use super::{Summary, errors_first, sanitize};
use crate::finding::Finding;

/// Most findings in the list. The page of a step holds 1 MiB.
const MOST: usize = 500;
/// Most bytes of one of them.
const LONGEST: usize = 1_000;

/// A table of the locales in which something was found, the totals, and the findings, of which annotations are only the
/// first ten.
pub fn markdown(findings: &[Finding], summary: &Summary) -> String {
    let mut text = format!(
        "### Translations: {}, {}{}\n\n",
        super::count(summary.errors, "error"),
        super::count(summary.warnings, "warning"),
        summary.unreported()
    );
    let found: Vec<_> = summary
        .locales
        .iter()
        .filter(|it| it.errors + it.warnings + it.missing + it.missing_files > 0)
        .collect();
    if found.is_empty() && findings.is_empty() {
        text.push_str("Nothing found.\n");
        return text;
    }
    if found.is_empty() {
        text.push_str(&list(findings));
        return text;
    }
    text.push_str("| locale | errors | warnings | missing | unknown | rules |\n| --- | --: | --: | --: | --: | --- |\n");
    for counts in found {
        let rules: Vec<String> =
            counts.rules.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            // A folder's name is not ours; in a table it must not end a cell.
            sanitize(&counts.locale).replace(['|', '\\', '`', '<'], "_"),
            counts.errors,
            counts.warnings,
            counts.missing + counts.missing_in_files,
            counts.unknown,
            rules.join(", "),
        ));
    }
    text.push_str(&list(findings));
    text
}

/// The findings as text in which nothing is Markdown: translators' words are in it.
fn list(findings: &[Finding]) -> String {
    let mut text = "\n<details><summary>All findings</summary>\n\n<pre>\n".to_owned();
    let shown = errors_first(findings, MOST);
    for finding in &shown {
        let Finding { path, start, severity, rule, .. } = finding;
        let mut line = format!("{path}:{start}: {severity}[{rule}]: {}", finding.text);
        if line.len() > LONGEST {
            line.truncate(line.floor_char_boundary(LONGEST));
            line.push('…');
        }
        text.push_str(&line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
        text.push('\n');
    }
    if findings.len() > shown.len() {
        text.push_str(&format!("and {} more\n", findings.len() - shown.len()));
    }
    text.push_str("</pre>\n</details>\n");
    text
}
