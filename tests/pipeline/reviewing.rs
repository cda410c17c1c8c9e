//! From a change of the English text to a reviewed translation, told with the real commands; and who may say what on the way.

use std::process::Command;

use faq_bundle::Bundle;
use faq_check::Outcome;

use crate::project::{Ran, Sandbox};

const ENGLISH: &str = "locales/en-US/faq.ftl";
const SPANISH: &str = "locales/es/faq.ftl";
const LEDGER: &str = "locales/es/review.toml";
const REVIEWERS: &str = "format = 1\n[[reviewer]]\nname = \"Ana\"\nroles = [\"native speaker\"]\nlocales = [\"es\", \"fr\"]\n[[reviewer]]\nname = \"Bea\"\nroles = [\"caseworker\"]\nlocales = [\"es\"]\n";

fn project() -> Sandbox {
    let project = Sandbox::copy();
    project.write("locales/reviewers.toml", REVIEWERS);
    project
}

/// Spanish is released: what is critical has to be reviewed.
fn released() -> Sandbox {
    let project = project();
    let spanish = "endonym = \"Español\"\ntier = ";
    project.replace(
        "locales/locales.toml",
        &format!("{spanish}\"preview\""),
        &format!("{spanish}\"released\""),
    );
    // With all critical entries held back it would have to leave at once.
    project.replace("locales/policy.toml", "leave = 50", "leave = 0");
    project
}

fn run(project: &Sandbox, arguments: &[&str]) -> String {
    let ran = on_the_day(project, arguments);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
    ran.output
}

fn on_the_day(project: &Sandbox, arguments: &[&str]) -> Ran {
    project.xtask(&[&["--today", "2026-06-30"], arguments].concat())
}

fn refused(project: &Sandbox, arguments: &[&str]) -> String {
    let before = project.files("locales");
    let error = on_the_day(project, arguments).result.expect_err("it was done").to_string();
    assert_eq!(project.files("locales"), before, "nothing was written");
    error
}

fn accept(project: &Sandbox, name: &str, role: &str, ids: &[&str]) -> String {
    run(project, &[&["review", "accept", "es"], ids, &["--by", name, "--role", role]].concat())
}

fn bundle(project: &Sandbox, locale: &str) -> Bundle {
    Bundle::parse(&project.read(&format!("dist/{locale}/faq.json"))).expect("a bundle")
}

/// Language, freshness and review of an entry.
fn entry(project: &Sandbox, locale: &str, id: &str) -> [String; 3] {
    let bundle = bundle(project, locale);
    let entry = bundle.entries.into_iter().find(|entry| entry.id == id).expect("the entry");
    [entry.locale, entry.freshness, entry.review]
}

const CRITICAL: [&str; 2] = ["victims-question", "victims-answer"];

#[test]
fn the_drafts_ship_as_they_are_and_nothing_is_said_of_a_review() {
    let project = Sandbox::copy();
    assert!(!run(&project, &["bundle"]).contains("warning"));
    assert_eq!(entry(&project, "es", "victims"), ["es", "fresh", "draft"]);
    let json = run(&project, &["gate", "--format", "json"]);
    let gate: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(gate["open"], true);
    assert!(gate["locales"].as_array().is_some_and(|all| all.len() == 13), "{json}");
    assert!(!json.contains("\"message\""), "{json}");
}

#[test]
fn an_english_sentence_changes_and_a_reviewed_translation_follows() {
    let project = released();
    // Reviewed, twice, because nobody knows who translated it.
    assert!(
        accept(&project, "Ana", "native speaker", &CRITICAL).contains("needs another reviewer")
    );
    assert!(accept(&project, "Bea", "caseworker", &CRITICAL).contains("it is reviewed"));
    let first = run(&project, &["bundle"]);
    assert!(!first.contains("es: the entry `victims` is withheld"), "{first}");
    assert!(first.contains("warning: es: the entry `csec` is withheld"), "{first}");
    assert_eq!(entry(&project, "es", "victims"), ["es", "fresh", "reviewed"]);
    assert_eq!(entry(&project, "es", "csec"), ["en-US", "fresh", "original"]);
    assert_eq!(bundle(&project, "es").review, "draft");

    project.replace(ENGLISH, "victims-answer = ", "victims-answer = As the law says: ");
    let check = run(&project, &["check"]);
    assert_eq!(check.matches("warning[stale-translation]").count(), 12, "{check}");
    assert!(
        check.contains("`victims-answer` has changed: 12 translations became stale"),
        "{check}"
    );
    run(&project, &["bundle"]);
    assert_eq!(entry(&project, "es", "victims"), ["en-US", "fresh", "original"]);
    assert_eq!(entry(&project, "fr", "victims"), ["fr", "stale", "draft"], "a preview ships");
    let why = run(&project, &["gate", "--explain"]);
    assert!(why.contains("`victims-answer`: the reference has changed since it was translated; the entry `victims` is withheld"), "{why}");

    let todo = run(&project, &["review", "todo", "es"]);
    assert!(todo.starts_with("critical\n  stale       victims-answer\n"), "{todo}");
    assert!(todo.contains("{+As the law says: +}"), "{todo}");
    let error = refused(&project, &["review", "refresh", "es", "victims-answer"]);
    assert!(error.contains("has changed, and the translation has not"), "{error}");

    project.replace(SPANISH, "victims-answer = ", "victims-answer = Según la ley: ");
    run(&project, &["review", "refresh", "es", "victims-answer", "--translator", "Ana"]);
    let error = refused(
        &project,
        &["review", "accept", "es", "victims-answer", "--by", "Ana", "--role", "native speaker"],
    );
    assert!(error.contains("`victims-answer` is critical, and `Ana` has translated it"), "{error}");
    accept(&project, "Bea", "caseworker", &["victims-answer"]);
    run(&project, &["bundle"]);
    assert_eq!(entry(&project, "es", "victims"), ["es", "fresh", "reviewed"]);
    let shown = run(&project, &["review", "show", "es", "victims-answer"]);
    assert!(
        shown.contains("fresh, reviewed") && shown.contains("Bea, caseworker, 2026-06-30"),
        "{shown}"
    );
}

#[test]
fn a_typo_in_the_english_text_keeps_all_translations_fresh() {
    let project = project();
    let english = project.read(ENGLISH);
    project.replace(ENGLISH, "victims-answer = ", "victims-answer = teh ");
    let error = refused(&project, &["review", "accept-minor", "title", "--reason", "x"]);
    assert!(error.contains("no translation of `title` is stale"), "{error}");
    let minor = ["review", "accept-minor", "victims-answer", "--reason", "a typo"];
    let said = run(&project, &minor);
    assert!(said.contains("{+teh +}") && said.contains("es, fr, pt-BR"), "{said}");
    assert!(run(&project, &["check"]).contains("nothing found"));
    // From here on a text of two ages is stale somewhere.
    project.write(ENGLISH, english.replace("victims-answer = ", "victims-answer = Really, "));
    run(&project, &["review", "refresh", "es", "victims-answer", "--as-it-is"]);
    project.write(ENGLISH, english.replace("victims-answer = ", "victims-answer = Really: "));
    let error = refused(&project, &minor);
    assert!(error.contains("were made from several texts"), "{error}");
    let from = error.split("--from ").find(|it| it.contains("(es)")).expect("one is of Spanish");
    let from = from.split(' ').next().expect("a fingerprint");
    run(&project, &[minor.as_slice(), &["--from", from]].concat());
    let check = run(&project, &["check"]);
    assert_eq!(check.matches("warning[stale-translation]").count(), 11, "{check}");
    assert!(!check.contains("locales/es/"), "{check}");
}

#[test]
fn a_forged_line_closes_the_gate() {
    let project = released();
    accept(&project, "Ana", "native speaker", &["title"]);
    project.replace(LEDGER, "name = \"Ana\"", "name = \"Eva\"");
    let ran = on_the_day(&project, &["bundle"]);
    assert!(matches!(ran.result, Ok(Outcome::Refused)), "{ran:?}");
    assert!(ran.output.contains("error[forged-review]: `Eva` is not on the list"), "{ran:?}");
    assert!(ran.output.contains("--> locales/es/review.toml:"), "{ran:?}");
    project.write(LEDGER, "format = 1\n[message.title]\nreview = \"done\"\n");
    let ran = on_the_day(&project, &["check"]);
    assert!(ran.output.contains("error[malformed-file]: unknown variant `done`"), "{ran:?}");
    let error = refused(&project, &["review", "refresh", "es", "title"]);
    assert!(error.starts_with("locales/es/review.toml:3:10: unknown variant"), "{error}");
}

#[test]
fn what_is_asked_wrongly_changes_nothing() {
    let project = project();
    let accept = |ids: &[&str], name: &str, role: &str| {
        let sign = ["--by", name, "--role", role];
        refused(&project, &[&["review", "accept", "es"], ids, &sign].concat())
    };
    for (ids, name, role, said) in [
        (&["title", "titel"][..], "Ana", "native speaker", "the catalog asks for no text `titel`"),
        (&["title"], "Eva", "native speaker", "`Eva` is not on the list of reviewers"),
        (&["title"], "Ana", "lawyer", "`Ana` is no `lawyer`"),
        (&["title"], " ", "lawyer", "`--by` says nothing"),
    ] {
        let error = accept(ids, name, role);
        assert!(error.starts_with(said), "{error}");
    }
    for (arguments, said) in [
        (&["review", "todo", "xx"][..], "there is no language `xx`"),
        (&["review", "todo", "en-US"], "`en-US` is the reference"),
        (&["review", "show", "es", "titel"], "the catalog asks for no text `titel`"),
        (&["review", "start", "es"], "locales/es/review.toml: this ledger is there already"),
    ] {
        let error = refused(&project, arguments);
        assert!(error.starts_with(said), "{error}");
    }
    let before = project.files("locales");
    let sign = ["review", "accept", "es", "title", "--by", "Ana", "--role", "native speaker"];
    run(&project, &[&sign[..], &["--dry-run"]].concat());
    assert_eq!(project.files("locales"), before);
}

#[test]
fn a_locale_without_a_ledger_gets_one_with_every_message() {
    let project = project();
    let shipped = project.read(LEDGER);
    std::fs::remove_file(project.path(LEDGER)).expect("removed");
    let todo = run(&project, &["review", "todo", "es"]);
    assert!(todo.ends_with("es: 0 stale, 0 missing, 38 unrecorded, 0 unreviewed\n"), "{todo}");
    run(&project, &["review", "start"]);
    assert_eq!(project.read(LEDGER), shipped);
}

#[test]
fn a_locale_comes_into_a_tier_with_more_than_it_needs_to_stay() {
    let project = project();
    let before = project.path("before.toml");
    std::fs::copy(project.path("locales/locales.toml"), &before).expect("copied");
    let spanish = "endonym = \"Español\"\ntier = ";
    project.replace(
        "locales/locales.toml",
        &format!("{spanish}\"preview\""),
        &format!("{spanish}\"released\""),
    );
    project.replace("locales/policy.toml", "enter = 100\nleave = 50", "enter = 60\nleave = 50");
    let before = before.to_str().expect("a readable name");
    let enter = on_the_day(&project, &["gate", "--before", before]);
    assert!(matches!(enter.result, Ok(Outcome::Refused)), "{enter:?}");
    assert!(
        enter.output.contains(
            "es: closes the gate, 4 of 8 entries its own; `released` asks for 60 % to come in"
        ),
        "{enter:?}"
    );
    let stay = run(&project, &["gate"]);
    assert!(stay.contains("es: ships as `released`, 4 of 8 entries its own"), "{stay}");
    project.replace(
        "locales/policy.toml",
        "leave = 50\notherwise = \"block\"",
        "leave = 51\notherwise = \"fall-back\"",
    );
    let left_out = run(&project, &["bundle"]);
    assert!(left_out.contains("warning: es: is left out, 4 of 8 entries its own"), "{left_out}");
    assert!(left_out.contains("8 entries in 12 locales"), "{left_out}");
}

#[test]
fn what_is_broken_falls_back_where_the_policy_says_so() {
    let project = project();
    project.replace(SPANISH, "{ $adult-age }", "{ $adult-agee }");
    assert!(matches!(on_the_day(&project, &["bundle"]).result, Ok(Outcome::Refused)));
    let preview = project.read("locales/policy.toml");
    let (head, preview) = preview.split_once("[gate.preview]").expect("a part on previews");
    let preview = preview.replace("complete = \"block\"", "complete = \"fall-back\"");
    project.write("locales/policy.toml", format!("{head}[gate.preview]{preview}"));
    let said = run(&project, &["bundle"]);
    assert!(
        said.contains("warning: es: the entry `victims` is withheld: a text is missing or wrong"),
        "{said}"
    );
    assert_eq!(entry(&project, "es", "victims"), ["en-US", "fresh", "original"]);
    let github = run(&project, &["gate", "--format", "github"]);
    assert!(github.contains("::warning file=locales/es/faq.ftl,line="), "{github}");
}

#[test]
fn a_review_that_is_too_long_ago_is_found_and_withheld_where_the_policy_says_so() {
    let project = released();
    accept(&project, "Ana", "native speaker", &CRITICAL);
    accept(&project, "Bea", "caseworker", &CRITICAL);
    let later =
        |arguments: &[&str]| project.xtask(&[&["--today", "2028-06-30"], arguments].concat());
    let check = later(&["check", "--locale", "es"]).output;
    assert_eq!(check.matches("warning[review-overdue]").count(), 2, "{check}");
    assert!(later(&["gate"]).output.contains("es: ships as `released`, 5 of 8"), "{check}");
    let days = "review-days = 730";
    project.replace("locales/policy.toml", days, &format!("{days}\noverdue = \"fall-back\""));
    let why = later(&["gate", "--explain"]).output;
    assert!(
        why.contains(
            "`victims-answer`: its review is too long ago; the entry `victims` is withheld"
        ),
        "{why}"
    );
    assert!(!later(&["review", "todo", "es"]).output.contains("errors"));
}

#[test]
fn a_released_page_falls_back_to_no_draft() {
    let project = released();
    project.replace(
        "locales/locales.toml",
        "endonym = \"Français\"\ntier = \"preview\"",
        "endonym = \"Français\"\ntier = \"released\"\nfallback = [\"es\", \"en-US\"]",
    );
    run(&project, &["bundle"]);
    assert_eq!(entry(&project, "fr", "csec"), ["en-US", "fresh", "original"]);
    assert_eq!(entry(&project, "fr", "vulnerability"), ["fr", "fresh", "draft"]);
}

/// Runs git in the folder of the project.
fn git(project: &Sandbox, arguments: &[&str]) {
    let identity =
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git")
        .current_dir(project.path("."))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(identity.iter().chain(arguments))
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn two_people_who_review_different_messages_do_not_conflict() {
    let project = project();
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["add", "."]);
    git(&project, &["commit", "-q", "-m", "drafts"]);
    // Neighbours in the file, and every message is somebody's neighbour.
    let ledger = project.read(LEDGER);
    let ids = ledger.lines().filter_map(|it| it.strip_prefix("[message.")?.strip_suffix(']'));
    let ids: Vec<&str> = ids.collect();
    let every_second = |from: usize| ids.iter().skip(from).step_by(2).copied().collect::<Vec<_>>();
    git(&project, &["checkout", "-q", "-b", "ana"]);
    accept(&project, "Ana", "native speaker", &every_second(0));
    git(&project, &["commit", "-q", "-a", "-m", "Ana reviewed"]);
    git(&project, &["checkout", "-q", "-b", "bea", "main"]);
    accept(&project, "Bea", "caseworker", &every_second(1));
    git(&project, &["commit", "-q", "-a", "-m", "Bea reviewed"]);
    git(&project, &["merge", "-q", "--no-edit", "ana"]);
    let merged = project.read(LEDGER);
    assert_eq!(merged.matches("name = \"Ana\"").count(), every_second(0).len());
    assert_eq!(merged.matches("name = \"Bea\"").count(), every_second(1).len());
    assert!(run(&project, &["check"]).contains("nothing found"));
}
