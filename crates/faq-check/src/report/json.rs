//! Findings as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Counts, Summary};
use crate::finding::Finding;

/// Version of the format.
const FORMAT: u32 = 1;

/// All findings and the summary as one JSON document.
pub fn json(findings: &[Finding], summary: &Summary) -> String {
    let report = ReportJson {
        format: FORMAT,
        findings: findings.iter().map(FindingJson::from).collect(),
        summary: SummaryJson {
            errors: summary.errors,
            warnings: summary.warnings,
            notes: &summary.notes,
            locales: summary.locales.iter().map(CountsJson::from).collect(),
        },
    };
    // Only maps with odd keys and failing writers make this fail; there is neither.
    let mut json = serde_json::to_string_pretty(&report).unwrap_or_default();
    json.push('\n');
    json
}

#[derive(Serialize)]
struct ReportJson<'f> {
    format: u32,
    findings: Vec<FindingJson<'f>>,
    summary: SummaryJson<'f>,
}

#[derive(Serialize)]
struct FindingJson<'f> {
    rule: &'f str,
    severity: &'f str,
    locale: Option<&'f str>,
    path: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: Option<&'f str>,
    text: &'f str,
    help: Option<&'f str>,
    fingerprint: &'f str,
}

#[derive(Serialize)]
struct SummaryJson<'f> {
    errors: usize,
    warnings: usize,
    notes: &'f [String],
    locales: Vec<CountsJson<'f>>,
}

#[derive(Serialize)]
struct CountsJson<'f> {
    locale: &'f str,
    files: usize,
    messages: usize,
    missing: usize,
    missing_files: usize,
    missing_in_files: usize,
    unknown: usize,
    identical: usize,
    errors: usize,
    warnings: usize,
    rules: &'f BTreeMap<&'static str, usize>,
}

impl<'f> From<&'f Finding> for FindingJson<'f> {
    fn from(finding: &'f Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity.as_str(),
            locale: finding.locale.as_deref(),
            path: &finding.path,
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
            message: finding.message.as_deref(),
            text: &finding.text,
            help: finding.help.as_deref(),
            fingerprint: &finding.fingerprint,
        }
    }
}

impl<'f> From<&'f Counts> for CountsJson<'f> {
    fn from(counts: &'f Counts) -> Self {
        Self {
            locale: &counts.locale,
            files: counts.files,
            messages: counts.messages,
            missing: counts.missing,
            missing_files: counts.missing_files,
            missing_in_files: counts.missing_in_files,
            unknown: counts.unknown,
            identical: counts.identical,
            errors: counts.errors,
            warnings: counts.warnings,
            rules: &counts.rules,
        }
    }
}
