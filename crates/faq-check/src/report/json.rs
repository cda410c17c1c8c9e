//! Findings as JSON.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{Counts, Summary};
use crate::finding::Finding;

/// Version of the format.
const FORMAT: u32 = 1;

/// All findings and the summary as one JSON document, with each finding on a line of its own.
pub fn json(findings: &[Finding], summary: &Summary) -> String {
    let lines: Vec<String> =
        findings.par_iter().map(|finding| to_line(&FindingJson::from(finding))).collect();
    let summary = SummaryJson {
        errors: summary.errors,
        warnings: summary.warnings,
        notes: &summary.notes,
        locales: summary.locales.iter().map(CountsJson::from).collect(),
    };
    let mut json = format!("{{\"format\":{FORMAT},\"findings\":[");
    json.reserve(lines.iter().map(|line| line.len() + 2).sum());
    for (index, line) in lines.iter().enumerate() {
        json.push_str(if index == 0 { "\n" } else { ",\n" });
        json.push_str(line);
    }
    json.push_str("\n],\"summary\":");
    json.push_str(&to_line(&summary));
    json.push_str("}\n");
    json
}

/// Only maps with odd keys and failing writers make this fail; there is neither.
fn to_line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
