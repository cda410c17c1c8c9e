//! What programs read: the formats of `check`.

use faq_check::Outcome;

use crate::project::Sandbox;

fn broken() -> Sandbox {
    let project = Sandbox::copy();
    project.replace("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    project.replace("locales/ko/faq.ftl", "title = ", "title = \u{202e}\u{1b}[2J::error::x%0A, ");
    let spanish = project.read("locales/es/interface.ftl");
    project.write("locales/es/interface.ftl", spanish.trim_end());
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
            "fix",
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
    for format in ["text", "github", "json", "sarif", "junit"] {
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

#[test]
fn json_is_what_its_published_schema_says() {
    let report = broken().xtask(&["check", "--format", "json"]).output;
    let validator = holds_to("findings.schema.json", &report);
    assert!(
        !validator.is_valid(&serde_json::json!({"format": 1, "findings": [{}], "summary": {}}))
    );
}

#[test]
fn what_the_gate_concluded_is_what_its_published_schema_says() {
    let gate = broken().xtask(&["gate", "--format", "json"]).output;
    assert!(gate.contains("\"reason\": \"broken\""), "{gate}");
    let validator = holds_to("gate.schema.json", &gate);
    let held = serde_json::json!({"format": 1, "open": true, "errors": 0, "locales": [{}]});
    assert!(!validator.is_valid(&held));
}

/// The schema of this name, by which the document is right.
fn holds_to(name: &str, document: &str) -> jsonschema::Validator {
    let path = crate::project::repository().join("crates/faq-check").join(name);
    let schema = std::fs::read_to_string(path).expect("the schema is here");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let document = serde_json::from_str(document).expect("the document is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let errors: Vec<String> =
        validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    validator
}

#[test]
fn sarif_can_be_read_by_types_made_from_its_official_schema() {
    let output = broken().xtask(&["check", "--format", "sarif"]).output;
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&output).expect("SARIF 2.1.0");
    let run = log.runs.first().expect("a run");
    let results = run.results.as_ref().expect("results");
    let found = results
        .iter()
        .find(|it| it.rule_id.as_deref() == Some("variable-mismatch"))
        .expect("the finding");
    let rules = run.tool.driver.rules.as_ref().expect("rules");
    let index = usize::try_from(found.rule_index.expect("an index")).expect("a small index");
    assert_eq!(rules[index].id, "variable-mismatch");
    assert!(found.fixes.is_none());
    let mendable = results.iter().find(|it| it.rule_id.as_deref() == Some("final-newline"));
    let fixes = mendable.and_then(|it| it.fixes.as_ref()).expect("a fix");
    let replacement = &fixes[0].artifact_changes[0].replacements[0];
    assert_eq!(replacement.inserted_content.as_ref().and_then(|it| it.text.as_deref()), Some("\n"));
    let fingerprints = found.partial_fingerprints.as_ref().expect("fingerprints");
    assert!(fingerprints.values().all(|fingerprint| fingerprint.len() == 16));
}

#[test]
fn sarif_is_what_its_official_schema_says() {
    // Its pattern for languages has a bracket too many, which no strict reader takes.
    let schema = official_sarif_schema().replace("{2}]?$", "{2}$");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let output = broken().xtask(&["check", "--format", "sarif"]).output;
    let log: serde_json::Value = serde_json::from_str(&output).expect("the log is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    assert!(!validator.is_valid(&serde_json::json!({"version": "2.1.0", "runs": [{}]})));
}

/// The schema as OASIS publishes it. The crate `serde-sarif` is made from it and brings it along.
fn official_sarif_schema() -> String {
    let run = |program: &str, arguments: &[&str]| {
        let mut command = std::process::Command::new(program);
        command.args(arguments).current_dir(crate::project::repository());
        String::from_utf8(command.output().expect("it runs").stdout).expect("its output is UTF-8")
    };
    // Crates of other platforms need not be on this machine.
    let version = run("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("a platform");
    let metadata = run(
        "cargo",
        &["metadata", "--format-version=1", "--offline", "--locked", "--filter-platform", host],
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("metadata is JSON");
    let packages = metadata.get("packages").and_then(|it| it.as_array()).expect("packages");
    let package = packages.iter().find(|it| it["name"] == "serde-sarif").expect("the crate");
    let manifest = std::path::Path::new(package["manifest_path"].as_str().expect("a path"));
    std::fs::read_to_string(manifest.with_file_name("src/schema.json")).expect("the schema")
}

#[test]
fn junit_has_a_suite_for_each_locale_and_a_failure_for_each_rule() {
    let output = broken().xtask(&["check", "--format", "junit"]).output;
    assert_eq!(output.matches("<testsuite ").count(), crate::locales::shipped().len(), "{output}");
    assert!(
        output.contains(
            "<failure message=\"1 of rule variable-mismatch\" type=\"variable-mismatch\">"
        ),
        "{output}"
    );
}

#[test]
fn a_plain_tree_is_compared_with_its_reference_and_says_what_was_no_locale() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in [
        ("en/a.ftl", "x = Call { $phone }\n"),
        ("de/a.ftl", "x = Ruf { $fon } an\n"),
        ("docs.old/a.ftl", "x = y\n"),
    ] {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("made");
        std::fs::write(file, text).expect("written");
    }
    let ran = crate::project::xtask_in(
        folder.path(),
        &["check", "--reference", "en", "--format", "json"],
    );
    assert!(matches!(ran.result, Ok(Outcome::Refused)));
    assert!(ran.output.contains("\"path\":\"de/a.ftl\""), "{}", ran.output);
    assert!(ran.output.contains("`docs.old` was not taken for a locale"), "{}", ran.output);
}
