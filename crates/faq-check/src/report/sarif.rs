//! Findings as SARIF 2.1.0, which code scanning services read.

use faq_content::Position;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{Summary, json::escaped, sanitize_lines};
use crate::{
    finding::{Finding, Fix, Severity},
    rules::RULES,
};

/// Code scanning shows 5,000 results of an upload and drops the rest without a word; here the rest is counted.
const MOST_RESULTS: usize = 5_000;
/// Longest text that a fix puts in, in bytes. Longer ones are left out: an upload may have 10 MB, packed.
const LONGEST_FIX: usize = 1_000;
/// Name of the fingerprint. Another way to compute it gets another name.
const FINGERPRINT: &str = "plainspoken/v1";
/// What stays as it is in a relative URI reference.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// All findings as one SARIF log, errors first, at most 5,000.
pub fn sarif(findings: &[Finding], summary: &Summary) -> String {
    let of =
        |severity: Severity| findings.iter().filter(move |finding| finding.severity == severity);
    let results: Vec<ResultJson<'_>> =
        of(Severity::Error).chain(of(Severity::Warning)).take(MOST_RESULTS).map(result).collect();
    let mut notes: Vec<String> = summary.notes.clone();
    if findings.len() > results.len() {
        notes.push(format!("{} more findings were left out", findings.len() - results.len()));
    }
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver() },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: notes.into_iter().map(notification).collect(),
            }],
            results,
        }],
    };
    let mut json = escaped(serde_json::to_string(&log).unwrap_or_default());
    json.push('\n');
    json
}

fn driver() -> Driver {
    let rules = RULES.iter().map(|rule| {
        let (_, body) = rule.doc.split_once('\n').unwrap_or_default();
        let first = body.trim_start().split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let level = rule.severities.prose.map_or("none", Severity::as_str);
        RuleJson {
            id: rule.name,
            short_description: Text { text: first.clone() },
            full_description: Text { text: first },
            help: Help { text: sanitize_lines(rule.doc), markdown: sanitize_lines(rule.doc) },
            default_configuration: Configuration { level },
        }
    });
    Driver { name: "plainspoken", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() }
}

fn result(finding: &Finding) -> ResultJson<'_> {
    let text = std::iter::once(finding.text.as_str())
        .chain(finding.help.as_deref())
        .collect::<Vec<_>>()
        .join("\n");
    let short_fixes = finding.fix.iter().filter(|fix| fix.edit.text.len() <= LONGEST_FIX);
    ResultJson {
        rule_id: finding.rule,
        rule_index: RULES.iter().position(|rule| rule.name == finding.rule),
        level: finding.severity.as_str(),
        message: Text { text },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: artifact(&finding.path),
                region: region(finding.start, finding.end),
            },
        }],
        partial_fingerprints: [(FINGERPRINT, finding.fingerprint.as_str())].into(),
        fixes: short_fixes.map(|it| fix(&finding.path, it)).collect(),
    }
}

fn fix<'f>(path: &str, fix: &'f Fix) -> FixJson<'f> {
    FixJson {
        artifact_changes: [ArtifactChange {
            artifact_location: artifact(path),
            replacements: [Replacement {
                deleted_region: region(fix.start, fix.end),
                inserted_content: InsertedContent { text: &fix.edit.text },
            }],
        }],
    }
}

fn artifact(path: &str) -> ArtifactLocation {
    ArtifactLocation { uri: utf8_percent_encode(path, PATH).to_string(), uri_base_id: "%SRCROOT%" }
}

fn region(start: Position, end: Position) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn notification(text: String) -> Notification {
    Notification { level: "note", message: Text { text } }
}

#[derive(Serialize)]
struct Log<'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'f> {
    tool: Tool,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Vec<ResultJson<'f>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<RuleJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleJson {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultJson<'f> {
    rule_id: &'f str,
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: std::collections::BTreeMap<&'static str, &'f str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixJson<'f>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixJson<'f> {
    artifact_changes: [ArtifactChange<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'f> {
    artifact_location: ArtifactLocation,
    replacements: [Replacement<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'f> {
    deleted_region: Region,
    inserted_content: InsertedContent<'f>,
}

#[derive(Serialize)]
struct InsertedContent<'f> {
    text: &'f str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}
