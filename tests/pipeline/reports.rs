//! What programs read: the formats of `check`.

use faq_check::Outcome;

use crate::project::Sandbox;

fn broken() -> Sandbox {
    let project = Sandbox::copy();
    project.replace("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    project.replace("locales/ko/faq.ftl", "title = ", "title = \u{202e}\u{1b}[2J::error::x%0A, ");
    project
}

#[test]
fn json_names_each_finding_with_its_place_and_counts_each_locale() {
    let ran = broken().xtask(&["check", "--format", "json"]);
    assert!(matches!(ran.result, Ok(Outcome::Refused)));
    let report: serde_json::Value = serde_json::from_str(&ran.output).expect("the report is JSON");
    assert_eq!(report["format"], 1);
    let findings = report["findings"].as_array().expect("findings");
    let unknown = findings
        .iter()
        .find(|it| it["rule"] == "variable-mismatch")
        .expect("the mistyped variable is found");
    let mut keys: Vec<&str> =
        unknown.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "column",
            "end_column",
            "end_line",
            "fingerprint",
            "help",
            "line",
            "locale",
            "message",
            "path",
            "rule",
            "severity",
            "text"
        ]
    );
    assert_eq!(unknown["path"], "locales/fr/faq.ftl");
    assert_eq!(unknown["message"], "victims-answer");
    assert_eq!(
        unknown["end_column"].as_u64(),
        unknown["column"].as_u64().map(|column| column + 10)
    );
    let locales = report["summary"]["locales"].as_array().expect("locales");
    assert_eq!(locales.len(), crate::locales::shipped().len());
    assert!(locales.iter().all(|locale| locale["missing"] == 0));
}

#[test]
fn text_of_translators_reaches_no_terminal_and_no_workflow_command_as_it_is() {
    let project = broken();
    for format in ["text", "github", "json"] {
        let output = project.xtask(&["check", "--format", format]).output;
        assert!(!output.contains('\u{202e}') && !output.contains('\u{1b}'), "{format}: {output}");
    }
    let github = project.xtask(&["check", "--format", "github"]).output;
    assert!(github.lines().all(|line| !line.starts_with("::error::")), "{github}");
    assert!(github.contains("::error file=locales/fr/faq.ftl,line="), "{github}");
}

#[test]
fn a_finding_keeps_its_fingerprint_when_lines_move() {
    let project = broken();
    let fingerprints = |project: &Sandbox| {
        let report: serde_json::Value =
            serde_json::from_str(&project.xtask(&["check", "--format", "json"]).output)
                .expect("the report is JSON");
        let findings = report["findings"].as_array().expect("findings").iter();
        findings
            .map(|it| it["fingerprint"].as_str().expect("a fingerprint").to_owned())
            .collect::<Vec<_>>()
    };
    let before = fingerprints(&project);
    let moved = format!("\n\n# moved\n\n{}", project.read("locales/fr/faq.ftl"));
    project.write("locales/fr/faq.ftl", moved);
    assert_eq!(fingerprints(&project), before);
}

#[test]
fn warnings_alone_fail_only_when_they_are_denied() {
    let project = Sandbox::copy();
    project.replace("locales/es/faq.ftl", "victims-question = ¿", "victims-question = ");
    assert!(matches!(project.xtask(&["check"]).result, Ok(Outcome::Clean)));
    assert!(matches!(project.xtask(&["check", "--deny", "warnings"]).result, Ok(Outcome::Refused)));
}
