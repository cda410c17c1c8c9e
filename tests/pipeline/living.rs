//! Living with the check: waivers for what is right all the same, baselines for what was there before, severities of one's own.

use faq_check::Outcome;

use crate::project::{Ran, Sandbox, xtask_in};

const WAIVERS: &str = "locales/fr/waivers.toml";

/// A project whose French title has a number that the English has not.
fn with_a_number() -> Sandbox {
    let project = Sandbox::copy();
    project.replace("locales/fr/faq.ftl", "title = ", "title = 7 ");
    project
}

fn waive(project: &Sandbox, more: &[&str]) -> Ran {
    let mut arguments = vec!["--today", "2026-06-30", "waive", "number-mismatch", "title"];
    arguments.extend(["--locale", "fr", "--reason", "the seventh edition", "--by", "Zoé \"Z\" L."]);
    arguments.extend(more);
    project.xtask(&arguments)
}

fn summary(ran: &Ran) -> serde_json::Value {
    let report: serde_json::Value = serde_json::from_str(&ran.output).expect("the report is JSON");
    report.get("summary").cloned().expect("a summary")
}

#[test]
fn a_waiver_opens_the_gate_until_the_text_is_edited_or_its_day_is_over() {
    let project = with_a_number();
    let bundle = |day: &str| project.xtask(&["--today", day, "bundle"]);
    assert!(matches!(bundle("2026-06-30").result, Ok(Outcome::Refused)));

    let waived = waive(&project, &[]);
    assert!(matches!(waived.result, Ok(Outcome::Clean)), "{waived:?}");
    let check = project.xtask(&["--today", "2027-06-30", "check", "--format", "json"]);
    assert_eq!((&summary(&check)["errors"], &summary(&check)["waived"]), (&0.into(), &1.into()));
    let text = project.xtask(&["--today", "2027-06-30", "check"]).output;
    assert!(text.ends_with("13 locales: nothing found; 1 waived\n"), "{text}");

    assert!(matches!(bundle("2026-06-30").result, Ok(Outcome::Clean)));
    let early = project.files("dist");
    assert!(matches!(bundle("2027-06-30").result, Ok(Outcome::Clean)));
    assert_eq!(project.files("dist"), early, "no byte depends on the day");
    let late = bundle("2027-07-01");
    assert!(matches!(late.result, Ok(Outcome::Refused)));
    assert!(late.output.contains("this waiver ended on 2027-06-30"), "{}", late.output);

    project.replace("locales/fr/faq.ftl", "title = 7 ", "title = 8 ");
    let edited = bundle("2026-06-30");
    assert!(matches!(edited.result, Ok(Outcome::Refused)));
    assert!(edited.output.contains("has changed since this waiver"), "{}", edited.output);
}

#[test]
fn waive_adds_to_the_file_and_keeps_the_rest() {
    let project = with_a_number();
    let before = "# Ours.\r\nformat=1";
    project.write(WAIVERS, before);
    assert!(waive(&project, &["--dry-run"]).output.contains("rule = \"number-mismatch\""));
    assert_eq!(project.read(WAIVERS), before, "nothing was written");
    waive(&project, &["--until", "2026-12-31"]).result.expect("added");
    let after = project.read(WAIVERS);
    assert!(after.starts_with(&format!("{before}\n\n[[waiver]]\n")), "{after}");
    assert!(after.contains("\nexpires = 2026-12-31\n"), "{after}");
    let check = project.xtask(&["--today", "2026-12-31", "check"]);
    assert!(check.output.contains("nothing found; 1 waived"), "{}", check.output);
}

#[test]
fn waive_says_why_it_cannot() {
    let project = with_a_number();
    let refused = |arguments: &[&str]| {
        let more = ["--locale", "fr", "--reason", "x", "--by", "y"];
        let ran = project.xtask(&[&["--today", "2026-06-30", "waive"], arguments, &more].concat());
        ran.result.expect_err("it was written").to_string()
    };
    for (arguments, said) in [
        (["number-mismatches", "title"], "there is no rule `number-mismatches`"),
        (["forbidden-character", "title"], "`forbidden-character` finds cannot be waived"),
        (["number-mismatch", "victims-answer"], "finds nothing in the text `victims-answer`"),
        (["number-mismatch", "titel"], "finds nothing in the text `titel`"),
    ] {
        let error = refused(&arguments);
        assert!(error.contains(said), "{error}");
    }
    let past = waive(&project, &["--until", "2026-06-29"]).result.expect_err("a day that is over");
    assert!(past.to_string().contains("`--until` is a day that is over"), "{past}");
    project.write(WAIVERS, "format = 1\nwaivers = []\n");
    let error = waive(&project, &[]).result.expect_err("a file that cannot be read");
    assert!(error.to_string().contains("locales/fr/waivers.toml:2:1: unknown field"), "{error}");
    assert_eq!(project.read(WAIVERS), "format = 1\nwaivers = []\n");
}

#[cfg(unix)]
#[test]
fn waive_writes_through_no_link() {
    let project = with_a_number();
    project.write("outside.toml", "format = 1\n");
    std::os::unix::fs::symlink(project.path("outside.toml"), project.path(WAIVERS)).expect("made");
    let error = waive(&project, &[]).result.expect_err("a link was followed").to_string();
    assert!(error.contains("links are not followed"), "{error}");
    assert_eq!(project.read("outside.toml"), "format = 1\n");
}

#[test]
fn with_all_errors_waived_it_is_still_found_that_a_text_cannot_be_shown() {
    let project = with_a_number();
    waive(&project, &[]).result.expect("added");
    let blank = "\n-blank = { $x ->\n   *[other] { \"\" }\n }\n";
    let glossary = project.read("locales/fr/glossary.ftl");
    project.write("locales/fr/glossary.ftl", format!("{glossary}{blank}"));
    let id = "interface-back-to-top = ";
    project.replace("locales/fr/interface.ftl", id, &format!("{id}{{ -blank }}\n# "));
    let check = project.xtask(&["--today", "2026-06-30", "check"]);
    assert!(matches!(check.result, Ok(Outcome::Refused)), "{}", check.output);
    assert!(check.output.contains("; 1 waived"), "{}", check.output);
    assert!(check.output.contains("error[cannot-be-shown]"), "{}", check.output);
    let bundle = project.xtask(&["--today", "2026-06-30", "bundle"]);
    assert!(matches!(bundle.result, Ok(Outcome::Refused)), "{}", bundle.output);
}

#[test]
fn a_spoilt_waivers_file_is_a_finding_with_a_place() {
    let project = Sandbox::copy();
    project.write(WAIVERS, "format = 1\n[[waiver]]\nrule = \"x\"\nmesage = \"title\"\n");
    let ran = project.xtask(&["check"]);
    assert!(ran.output.contains("--> locales/fr/waivers.toml:4:1"), "{}", ran.output);
    assert!(ran.output.contains("error[malformed-file]: unknown field `mesage`"), "{}", ran.output);
}

/// A tree without a catalog.
fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("made");
        std::fs::write(file, text).expect("written");
    }
    folder
}

#[test]
fn in_any_tree_with_a_folder_a_locale_waivers_stand_beside_the_texts() {
    for (prefix, pattern) in [("", "{locale}/**/*.ftl"), ("po/", "po/{locale}/*.ftl")] {
        let folder = tree(&[
            (&format!("{prefix}en/a.ftl"), "x = Two words\n"),
            (&format!("{prefix}en/b.ftl"), "x = Two words\n"),
            (&format!("{prefix}de/a.ftl"), "x = mit mit Worten\n"),
            (&format!("{prefix}de/b.ftl"), "x = mit mit Worten\n"),
        ]);
        let xtask = |arguments: &[&str]| {
            let tree = ["--reference", "en", "--pattern", pattern, "--profile", "prose"];
            xtask_in(folder.path(), &[arguments, &tree].concat())
        };
        let words = ["--locale", "de", "--reason", "a name", "--by", "M"];
        let waive = |more: &[&str]| {
            xtask(&[&["waive", "doubled-word", "x"], words.as_slice(), more].concat())
        };
        let error = waive(&[]).result.expect_err("two files").to_string();
        assert!(error.contains("stands in more than one file"), "{error}");
        let name = if prefix.is_empty() { "b.ftl" } else { "po/{locale}/b.ftl" };
        let ran = waive(&["--file", name]);
        assert!(ran.output.starts_with(&format!("{prefix}de/waivers.toml: ")), "{ran:?}");
        let check = xtask(&["check", "--format", "json"]);
        let summary = summary(&check);
        assert_eq!((&summary["warnings"], &summary["waived"]), (&1.into(), &1.into()));
        assert!(check.output.contains(&format!("\"path\":\"{prefix}de/a.ftl\"")), "{check:?}");
    }
}

#[test]
fn only_what_is_not_in_the_baseline_is_reported_and_fails() {
    let project = with_a_number();
    let file = project.path("baseline.json");
    let file = file.to_str().expect("a readable name");
    let check = |more: &[&str]| project.xtask(&[&["check", "--baseline", file], more].concat());

    let error = check(&[]).result.expect_err("there is none yet");
    assert_eq!(error.exit_code(), 2);
    assert!(error.to_string().contains("run the same command with `--write-baseline`"), "{error}");
    let written = check(&["--write-baseline"]);
    assert!(written.output.ends_with("baseline.json: 1 finding recorded\n"), "{written:?}");

    // Lines move, and other findings come before.
    let french = project.read("locales/fr/faq.ftl");
    project.write("locales/fr/faq.ftl", format!("\n# Moved.\n\n{french}"));
    let same = check(&["--deny", "warnings"]);
    assert!(matches!(same.result, Ok(Outcome::Clean)), "{same:?}");
    let closing = "nothing new; 1 old finding is in the baseline\n";
    assert!(same.output.ends_with(closing), "{}", same.output);

    project.replace("locales/es/faq.ftl", "title = ", "title = 7 ");
    for format in ["text", "json", "github", "sarif", "junit"] {
        let ran = check(&["--format", format]);
        assert!(matches!(ran.result, Ok(Outcome::Refused)), "{format}");
        assert!(ran.output.contains("locales/es/faq.ftl"), "{format}: {}", ran.output);
        assert!(!ran.output.contains("locales/fr/faq.ftl"), "{format}: {}", ran.output);
    }
    assert_eq!(summary(&check(&["--format", "json"]))["baselined"], 1);

    project.replace("locales/es/faq.ftl", "title = 7 ", "title = ");
    project.replace("locales/fr/faq.ftl", "title = 7 ", "title = ");
    let mended = check(&[]);
    assert!(matches!(mended.result, Ok(Outcome::Clean)));
    assert!(
        mended.output.contains("the baseline can shrink, 1 of its findings is gone"),
        "{mended:?}"
    );
    let part = check(&["--locale", "es"]);
    assert!(!part.output.contains("can shrink"), "a part says nothing of the rest: {part:?}");
}

#[test]
fn a_spoilt_baseline_is_refused_with_a_place() {
    let project = with_a_number();
    project.write("baseline.json", "{\"format\":1,\"findings\":[\n{\"path\":\"x\"}\n]}\n");
    let file = project.path("baseline.json");
    let file = file.to_str().expect("a readable name");
    let error = project.xtask(&["check", "--baseline", file]).result.expect_err("spoilt");
    assert_eq!(error.exit_code(), 3);
    assert!(error.to_string().contains("baseline.json:2:"), "{error}");
}

#[test]
fn a_project_has_severities_of_its_own_by_locale_and_path() {
    let project = with_a_number();
    let rule = "format = 1\n[[rule]]\nname = \"number-mismatch\"\nseverity = \"warning\"\n";
    project.write("locales/policy.toml", format!("{rule}locales = [\"fr\"]\n"));
    let ran = project.xtask(&["check"]);
    assert!(ran.output.contains("0 errors, 1 warning"), "{}", ran.output);
    assert!(matches!(project.xtask(&["bundle"]).result, Ok(Outcome::Clean)));
    project.write("locales/policy.toml", format!("{rule}paths = [\"locales/es/**\"]\n"));
    assert!(matches!(project.xtask(&["bundle"]).result, Ok(Outcome::Refused)));
    project.write("locales/policy.toml", "format = 1\n[[rules]]\n");
    let error = project.xtask(&["check"]).result.expect_err("spoilt");
    assert_eq!(error.exit_code(), 3);
    assert!(error.to_string().contains("locales/policy.toml:2:"), "{error}");
}
