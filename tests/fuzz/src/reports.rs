//! Writing findings: whatever the format, a reader that is not ours understands it, and nothing of a translator's text steers it.

use std::sync::LazyLock;

use faq_check::{
    Baseline, Checked, Example, Finding, Profile, Sources, Style, Summary, github, json, junit,
    markdown, sanitize_lines, sarif, schema, text,
};
use quick_xml::{Reader, events::Event};

use crate::{checking::check_as, text_of};

/// Writes what is found in the bytes, an example tree, in each format.
pub fn reports(bytes: &[u8]) {
    let Ok(example) = Example::parse(&text_of(bytes)) else { return };
    for profile in [Profile::Prose, Profile::Software] {
        let Checked { findings, summary, .. } = check_as(&example, profile);
        of_text(&findings, &summary, &Sources::of(&example.tree));
        of_json(&findings, &summary);
        of_sarif(&findings, &summary);
        of_github(&findings, &summary);
        of_junit(&findings, &summary);
        of_markdown(&findings, &summary);
        of_baseline(findings);
    }
}

/// No character steers the terminal but those that colour it.
fn of_text(findings: &[Finding], summary: &Summary, sources: &Sources<'_>) {
    let plain = text(findings, summary, sources, Style { colour: false, width: 80, most: 100 });
    assert_eq!(sanitize_lines(plain.as_str()), plain);
    let coloured = text(findings, summary, sources, Style { colour: true, width: 20, most: 3 });
    let mut parts = coloured.split('\u{1b}');
    let colour = |part: &str| part.starts_with('[') && part.contains('m');
    parts.next();
    assert!(parts.all(colour), "{coloured:?}");
}

fn of_json(findings: &[Finding], summary: &Summary) {
    let json = json(findings, summary);
    let report: serde_json::Value = serde_json::from_str(&json).expect("a report is JSON");
    let errors: Vec<String> = SCHEMA.iter_errors(&report).map(|it| it.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?} {json}");
    let listed = report.get("findings").and_then(|it| it.as_array()).map(Vec::len);
    assert_eq!(listed, Some(findings.len()));
    // Each finding on a line of its own, for `grep` and `diff`.
    assert_eq!(json.lines().count(), 2 + findings.len());
}

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(&schema()).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
});

fn of_sarif(findings: &[Finding], summary: &Summary) {
    let sarif = sarif(findings, summary);
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&sarif).expect("SARIF 2.1.0");
    let results = log.runs.first().and_then(|run| run.results.as_ref()).expect("results");
    assert_eq!(results.len(), findings.len().min(5_000));
}

/// Every line is a command with a title that is the name of a rule, but the last.
fn of_github(findings: &[Finding], summary: &Summary) {
    let github = github(findings, summary);
    let lines: Vec<&str> = github.split_terminator('\n').collect();
    let shown = summary.errors.min(10) + summary.warnings.min(10);
    assert_eq!(lines.len(), shown + 1, "{github}");
    assert!(!github.contains('\r'));
    for line in lines.iter().take(shown) {
        let command = line.strip_prefix("::").expect("a command");
        let (command, _) = command.split_once("::").expect("a text");
        let (level, properties) = command.split_once(' ').expect("properties");
        assert!(matches!(level, "error" | "warning"), "{line}");
        let names: Vec<&str> =
            properties.split(',').filter_map(|it| it.split('=').next()).collect();
        let wanted = ["file", "line", "endLine", "col", "title"];
        assert!(names.iter().filter(|it| **it != "endColumn").eq(&wanted), "{line}");
    }
    assert!(lines.last().is_some_and(|line| line.contains(" error")), "{github}");
}

/// An XML reader gets to the end, and to a suite for each locale.
fn of_junit(findings: &[Finding], summary: &Summary) {
    let junit = junit(findings, summary);
    let is_xml = |it: char| matches!(it, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(junit.chars().all(is_xml), "{junit:?}");
    let mut reader = Reader::from_str(&junit);
    reader.config_mut().check_comments = true;
    let mut suites = 0;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().expect("JUnit is XML") {
            Event::Eof => break,
            Event::Start(tag) => {
                depth += 1;
                suites += usize::from(tag.name().as_ref() == b"testsuite");
                assert!(tag.attributes().all(|it| it.is_ok()), "{junit}");
            }
            Event::End(_) => depth = depth.checked_sub(1).expect("an end has a start"),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{junit}");
    assert!(suites >= summary.locales.len(), "{junit}");
}

/// A locale is a row of six cells, whatever its name.
fn of_markdown(findings: &[Finding], summary: &Summary) {
    for line in markdown(findings, summary).lines().filter(|line| line.starts_with('|')) {
        assert_eq!(line.matches('|').count(), 7, "{line}");
        assert!(!line.contains(['<', '\\', '`']), "{line}");
    }
}

/// What is written down today is not new today.
fn of_baseline(findings: Vec<Finding>) {
    let text = Baseline::of(&findings);
    let baseline = Baseline::parse("b.json", &text).expect("what is written can be read");
    let all = findings.len();
    let compared = baseline.compare(findings);
    assert_eq!((compared.new.len(), compared.old, compared.gone), (0, all, 0));
}
