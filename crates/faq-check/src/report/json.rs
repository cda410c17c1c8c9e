//! Findings as JSON.

use std::{collections::BTreeMap, iter};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Counts, Summary, has_steering, steers};
use crate::finding::{Finding, Fix};

/// Version of the format.
const FORMAT: u32 = 1;

/// All findings and the summary as one JSON document, with each finding on a line of its own.
pub fn json(findings: &[Finding], summary: &Summary) -> String {
    json_parts(findings, summary).collect()
}

/// As [`json`], in parts that are to be written one after the other: a large tree has megabytes of findings.
pub fn json_parts<'f>(
    findings: &'f [Finding],
    summary: &'f Summary,
) -> impl Iterator<Item = String> + use<'f> {
    let summary = SummaryJson {
        errors: summary.errors,
        warnings: summary.warnings,
        waived: summary.waived(),
        baselined: summary.baselined,
        notes: &summary.notes,
        locales: summary.locales.iter().map(CountsJson::from).collect(),
    };
    let start = format!("{{\"format\":{FORMAT},\"findings\":[");
    let end = format!(
        "\n],\"summary\":{}}}\n",
        escaped(serde_json::to_string(&summary).unwrap_or_default())
    );
    let parts = findings.chunks(A_PART * SIDE_BY_SIDE).enumerate().flat_map(|(index, findings)| {
        let parts = findings.par_chunks(A_PART).enumerate();
        let parts = parts.map(|(part, findings)| lines(findings, index == 0 && part == 0));
        parts.collect::<Vec<String>>()
    });
    iter::once(start).chain(parts).chain(iter::once(end))
}

/// The JSON Schema (2020-12) of what [`json`] writes.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(ReportJson<'_>);
    schema.insert("title".to_owned(), "Findings of a check, format 1".into());
    let mut json = serde_json::to_string_pretty(&schema).unwrap_or_default();
    json.push('\n');
    json
}

/// How many findings are a part.
const A_PART: usize = 256;

/// How many parts are made side by side. The next ones take their room, which is still warm.
const SIDE_BY_SIDE: usize = 16;

/// Some findings, each on a line of its own, after the end of the line before; whether they are the first of the document.
fn lines(findings: &[Finding], are_first: bool) -> String {
    let mut lines = Vec::with_capacity(findings.len() * LINE);
    for (index, finding) in findings.iter().enumerate() {
        lines.extend_from_slice(if are_first && index == 0 { b"\n" } else { b",\n" });
        // Only maps with odd keys and failing writers make this fail; there is neither.
        let _ = serde_json::to_writer(&mut lines, &FindingJson::from(finding));
    }
    escaped(String::from_utf8(lines).unwrap_or_default())
}

/// Room for most findings, in bytes.
const LINE: usize = 512;

/// The same JSON with every character that could steer a terminal as `\uXXXX`, besides ends of lines, which stand between
/// its texts only. The texts of findings have none; what a fix writes has to be exact and may have some.
pub(super) fn escaped(json: String) -> String {
    if !has_steering(&json, Some('\n')) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if steers(character) && character != '\n' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// The whole document. It is written piece by piece; this is what its schema is made from.
#[derive(Serialize, JsonSchema)]
struct ReportJson<'f> {
    /// Version of the format.
    format: u32,
    /// Everything that was found, by path and position.
    findings: Vec<FindingJson<'f>>,
    /// What was counted.
    summary: SummaryJson<'f>,
}

#[derive(Serialize, JsonSchema)]
struct FindingJson<'f> {
    /// Name of the rule.
    rule: &'f str,
    /// `error` or `warning`.
    severity: &'f str,
    /// Locale it is about, where it is about one.
    locale: Option<&'f str>,
    /// Path below the root, with `/`.
    path: &'f str,
    /// First line, from 1.
    line: usize,
    /// First column, from 1, in code points.
    column: usize,
    /// Last line.
    end_line: usize,
    /// The column after the last character.
    end_column: usize,
    /// Fluent id of the message, a term's with its `-`.
    message: Option<&'f str>,
    /// What is wrong, in one sentence.
    text: &'f str,
    /// What to do about it.
    help: Option<&'f str>,
    /// What mends it, where that is safe; `cargo xtask check --fix` does.
    fix: Option<FixJson<'f>>,
    /// Identity of the finding; stays the same when lines move.
    fingerprint: &'f str,
}

/// A text that is to stand in place of another; lines and columns as in the finding.
#[derive(Serialize, JsonSchema)]
struct FixJson<'f> {
    /// First line of what is replaced.
    line: usize,
    /// First column of what is replaced.
    column: usize,
    /// Last line of what is replaced.
    end_line: usize,
    /// The column after what is replaced; the first one where something is put in.
    end_column: usize,
    /// What is to stand there.
    text: &'f str,
}

#[derive(Serialize, JsonSchema)]
struct SummaryJson<'f> {
    errors: usize,
    warnings: usize,
    /// Findings that are not listed because of a waiver.
    waived: usize,
    /// Findings that are not listed because the baseline has them.
    baselined: usize,
    notes: &'f [String],
    locales: Vec<CountsJson<'f>>,
}

#[derive(Serialize, JsonSchema)]
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
    /// Findings that are not listed because of a waiver.
    waived: usize,
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
            fix: finding.fix.as_ref().map(FixJson::from),
            fingerprint: &finding.fingerprint,
        }
    }
}

impl<'f> From<&'f Fix> for FixJson<'f> {
    fn from(fix: &'f Fix) -> Self {
        Self {
            line: fix.start.line,
            column: fix.start.column,
            end_line: fix.end.line,
            end_column: fix.end.column,
            text: &fix.edit.text,
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
            waived: counts.waived,
            rules: &counts.rules,
        }
    }
}
