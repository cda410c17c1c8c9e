//! Trees that have no catalog: which files belong to which locale, and what is counted.

use std::fs;

use faq_check::Outcome;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::project::{Ran, Sandbox, xtask_in};

/// A tree of these files.
fn tree(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("made");
        fs::write(file, text).expect("written");
    }
    folder
}

fn check(tree: &TempDir, arguments: &[&str]) -> Ran {
    xtask_in(tree.path(), &[&["check", "--reference", "en"], arguments].concat())
}

fn report(tree: &TempDir, arguments: &[&str]) -> Value {
    let ran = check(tree, &[&["--format", "json"], arguments].concat());
    serde_json::from_str(&ran.output).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// The locales that were counted, and the notes.
fn locales_and_notes(report: &Value) -> (Vec<&str>, Vec<&str>) {
    let list = |key: &str| {
        let list = report.pointer(&format!("/summary/{key}")).and_then(Value::as_array);
        list.expect("a list").iter()
    };
    let locales = list("locales").filter_map(|it| it["locale"].as_str());
    (locales.collect(), list("notes").filter_map(Value::as_str).collect())
}

/// Path, rule and message of each finding.
fn findings(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().expect("findings").iter();
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or("-").to_owned();
    findings.map(|it| [text(it, "path"), text(it, "rule"), text(it, "message")].join(" ")).collect()
}

#[test]
fn a_folder_is_a_locale_if_its_name_is_a_tag_and_the_reference_has_one_of_its_files() {
    let tree = tree(&[
        ("en/a.ftl", "x = y\n"),
        ("pt_BR/a.ftl", "x = z\n"),
        ("ja-JP-mac/a.ftl", "x = z\n"),
        ("sr@latin/a.ftl", "x = z\n"),
        ("de/other.ftl", "x = z\n"),
        ("docs.old/a.ftl", "x = z\n"),
        ("fr/a.txt", "x = z\n"),
    ]);
    let report = report(&tree, &[]);
    let (locales, notes) = locales_and_notes(&report);
    assert_eq!(locales, ["en", "ja-JP-mac", "pt_BR", "sr@latin"]);
    assert_eq!(
        notes,
        [
            "`de` was not taken for a locale: it has no file that `en` has",
            "`docs.old` was not taken for a locale: it is not a language tag",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_inside_are_followed_once_and_links_out_are_refused() {
    use std::os::unix::fs::symlink;
    let outside = tree(&[("secret.ftl", "x = secret\n"), ("fr/a.ftl", "x = secret\n")]);
    let tree = tree(&[("en/a.ftl", "x = y\n"), ("real/a.ftl", "x = z\n"), ("de/a.ftl", "x = z\n")]);
    let link = |to: &str, from: &str| {
        symlink(tree.path().join(to), tree.path().join(from)).expect("linked");
    };
    link("real", "es");
    link("", "de/up");
    symlink(outside.path().join("secret.ftl"), tree.path().join("de/b.ftl")).expect("linked");
    symlink(outside.path().join("fr"), tree.path().join("fr")).expect("linked");
    symlink(tree.path().join("nothing"), tree.path().join("it")).expect("linked");
    let report = report(&tree, &[]);
    let (locales, mut notes) = locales_and_notes(&report);
    notes.sort_unstable();
    assert_eq!(locales, ["en", "de", "es"]);
    assert_eq!(
        notes,
        [
            "`real` was not taken for a locale: it is not a language tag",
            "the link `de/b.ftl` leads out of the tree and was not followed",
            "the link `de/up` leads where another did and was not followed",
            "the link `es` was followed",
            "the link `fr` leads out of the tree and was not followed",
            "the link `it` leads nowhere and was not followed",
        ]
    );
    assert!(!report.to_string().contains("secret"), "{report}");
}

#[cfg(target_os = "linux")]
#[test]
fn of_links_and_names_only_what_concerns_the_texts_is_said_and_by_its_name() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener};
    let tree = tree(&[
        ("en/a.ftl", "x = y\n"),
        ("de/a.ftl", "x = z\n"),
        ("README.md", "x"),
        (".x/a", "x"),
    ]);
    let folder = tree.path();
    let link = |to: &str, from: &str| symlink(to, folder.join(from)).expect("linked");
    // Emacs's lock, and links that are none of ours.
    link("somebody@somewhere.1:2", "de/.#a.ftl");
    link("../README.md", "de/README.md");
    link("../.x", "de/.x");
    link("loop.ftl", "de/loop.ftl");
    let _listener = UnixListener::bind(folder.join("socket")).expect("a socket");
    link("../socket", "de/socket.ftl");
    let name = std::ffi::OsStr::from_bytes(b"fr\xff.ftl");
    std::fs::write(folder.join("de").join(name), "x = z\n").expect("written");
    let report = report(&tree, &[]);
    let (_, mut notes) = locales_and_notes(&report);
    notes.sort_unstable();
    assert_eq!(
        notes,
        [
            "the link `de/loop.ftl` could not be followed (filesystem loop or indirection limit (e.g. symlink loop))",
            "the link `de/socket.ftl` leads to what is no file and was not followed",
            "the name `de/fr\u{fffd}.ftl` is not UTF-8, and it was passed over",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_nobody_may_read_is_named_and_the_rest_is_checked() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let tree =
        tree(&[("en/a.ftl", "x = y\n"), ("de/a.ftl", "x = z\n"), ("de/sub/a.ftl", "x = z\n")]);
    let sub = tree.path().join("de/sub");
    let allow = |mode| fs::set_permissions(&sub, fs::Permissions::from_mode(mode));
    allow(0o000).expect("its owner may");
    let is_superuser = fs::read_dir(&sub).is_ok();
    let report = report(&tree, &[]);
    allow(0o755).expect("its owner may");
    let (locales, notes) = locales_and_notes(&report);
    assert_eq!(locales, ["en", "de"]);
    // Whom nothing is refused reads it.
    let said =
        "the folder `de/sub` could not be read (permission denied): nothing in it was checked";
    assert_eq!(notes, if is_superuser { vec![] } else { vec![said] });
}

#[test]
fn files_are_compared_by_their_path_below_the_locale() {
    let tree = tree(&[
        ("en/a.ftl", "x = one\n"),
        ("en/app/a.ftl", "x = two { $n }\n"),
        ("de/a.ftl", "x = eins\n"),
        ("de/app/a.ftl", "x = zwei { $m }\n"),
        ("de/old/a.ftl", "x = alt\n"),
    ]);
    let found = findings(&report(&tree, &[]));
    assert_eq!(
        found,
        [
            "de/app/a.ftl variable-mismatch x",
            "de/app/a.ftl variable-mismatch x",
            "de/old/a.ftl orphaned-file -"
        ]
    );
}

#[test]
fn the_summary_counts_exactly() {
    let tree = tree(&[
        ("en/a.ftl", "-t = T\nx = one more\ny = two more\nz = three more\n    .l = label\n"),
        ("en/b.ftl", "p = page\nq = quit\n"),
        ("en/empty.ftl", "# nothing\n"),
        ("de/a.ftl", "-t = T\nx = eins { $n }\ny = two more\nu = unbekannt\nx = noch eins\n"),
        ("de/old.ftl", "o = alt\np = alt\n"),
        ("fr/b.ftl", "p = page\nq = quit\n"),
    ]);
    let report = report(&tree, &["--profile", "prose"]);
    let counts = |locale: usize| report["summary"]["locales"][locale].clone();
    let number = |key: &str| counts(1)[key].clone();
    assert_eq!(counts(1)["locale"], "de");
    for (key, expected) in [
        ("files", 2),
        ("messages", 7),
        ("missing", 1),
        ("missing_files", 2),
        ("missing_in_files", 2),
        ("unknown", 3),
        ("identical", 2),
    ] {
        assert_eq!(number(key), json!(expected), "{key} in {}", counts(1));
    }
    assert_eq!(
        counts(1)["rules"],
        json!({
            "duplicate-message": 1,
            "missing-message": 2,
            "orphaned-file": 1,
            "same-as-reference": 1,
            "unknown-message": 1,
            "variable-mismatch": 1,
        })
    );
    let all = report["findings"].as_array().expect("findings").iter();
    let of_german = all.filter(|it| it["locale"] == "de").count() as u64;
    let sum = ["errors", "warnings"].iter().filter_map(|it| number(it).as_u64()).sum::<u64>();
    assert_eq!(of_german, sum);
    assert_eq!(counts(2)["missing_files"], 2);
    assert_eq!(counts(2)["missing_in_files"], 4);
}

#[test]
fn a_file_that_a_locale_lacks_is_one_finding() {
    let many: String = (0..50).map(|number| format!("m{number} = text\n")).collect();
    let tree = tree(&[("en/a.ftl", "x = y\n"), ("en/b.ftl", &many), ("de/a.ftl", "x = z\n")]);
    let report = report(&tree, &[]);
    assert_eq!(findings(&report), ["de/b.ftl missing-message -"]);
    let text = report["findings"][0]["text"].as_str().expect("a text");
    assert_eq!(text, "the file `b.ftl` is missing, with 50 messages");
}

#[test]
fn locales_and_paths_narrow_what_is_shown() {
    let text = "x = { $m }\n";
    let tree = tree(&[
        ("en/a.ftl", "x = { $n }\n"),
        ("en/b.ftl", "x = { $n }\n"),
        ("de/a.ftl", text),
        ("de/b.ftl", text),
        ("fr/a.ftl", text),
        ("pt_BR/a.ftl", text),
    ]);
    let paths = |arguments: &[&str]| {
        let report = report(&tree, arguments);
        let found = findings(&report);
        let found = found.iter().filter_map(|it| it.split(' ').next().map(str::to_owned));
        let mut found: Vec<String> = found.collect();
        found.dedup();
        let (locales, _) = locales_and_notes(&report);
        (found, locales.join(" "))
    };
    let expected = |found: &[&str], locales: &str| {
        (found.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), locales.to_owned())
    };
    assert_eq!(paths(&["--locale", "de"]), expected(&["de/a.ftl", "de/b.ftl"], "de"));
    assert_eq!(
        paths(&["--locale", "fr", "--locale", "pt-BR"]),
        expected(&["fr/a.ftl", "fr/b.ftl", "pt_BR/a.ftl", "pt_BR/b.ftl"], "fr pt_BR")
    );
    assert_eq!(paths(&["de/a.ftl"]), expected(&["de/a.ftl"], "de"));
    assert_eq!(
        paths(&["fr/b.ftl", "./de/"]),
        expected(&["de/a.ftl", "de/b.ftl", "fr/b.ftl"], "de fr")
    );
}

#[test]
fn what_is_not_there_cannot_be_checked() {
    let plain = tree(&[("en/a.ftl", "x = y\n"), ("de/a.ftl", "x = z\n")]);
    let project = Sandbox::copy();
    for ran in [
        check(&plain, &["--locale", "es"]),
        check(&plain, &["de/b.ftl"]),
        project.xtask(&["check", "--locale", "tlh"]),
        project.xtask(&["check", "locales/es/fag.ftl"]),
    ] {
        let error = ran.result.expect_err("a mistyped name looked clean");
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().starts_with("there is no "), "{error}");
    }
}

#[test]
fn one_submitted_file_is_checked_against_its_reference_alone() {
    let project = Sandbox::copy();
    project.replace("locales/es/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    project.replace("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    let ran = project.xtask(&["check", "locales/es/faq.ftl"]);
    assert!(matches!(ran.result, Ok(Outcome::Refused)));
    assert!(ran.output.contains("--> locales/es/faq.ftl:"), "{}", ran.output);
    assert!(!ran.output.contains("locales/fr"), "{}", ran.output);
    assert!(ran.output.contains("messages checked in 1 locale:"), "{}", ran.output);
    assert!(matches!(project.xtask(&["check", "locales/ko/faq.ftl"]).result, Ok(Outcome::Clean)));
}

#[test]
fn in_prose_a_reference_stays_in_its_locale_and_in_software_it_may_lead_to_the_reference() {
    let tree = tree(&[
        ("en/brand.ftl", "-brand = Fox\n"),
        ("en/a.ftl", "x = The { -brand } is new\n"),
        ("de/a.ftl", "x = Der { -brand } ist neu\n"),
    ]);
    let of_rule = |arguments: &[&str]| {
        let found = findings(&report(&tree, arguments));
        found.into_iter().filter(|it| it.contains("broken-reference")).collect::<Vec<_>>()
    };
    assert_eq!(of_rule(&["--profile", "prose"]), ["de/a.ftl broken-reference x"]);
    assert_eq!(of_rule(&["--profile", "software", "--render"]), [""; 0]);
}

#[test]
fn one_id_in_two_files_is_no_duplicate_where_files_are_loaded_one_by_one() {
    let tree = tree(&[
        ("en/a.ftl", "title = First\nonly-here = Here\n"),
        ("en/b.ftl", "title = Second\n"),
        ("de/a.ftl", "title = Erster\n"),
        ("de/b.ftl", "title = Zweiter\nonly-here = Hier\n"),
    ]);
    let report = report(&tree, &[]);
    assert_eq!(
        findings(&report),
        ["de/a.ftl missing-message only-here", "de/b.ftl unknown-message only-here"]
    );
    let help = report["findings"][1]["help"].as_str().expect("a help");
    assert_eq!(help, "the reference has it in `a.ftl`: move it there");
}

#[test]
fn rendering_is_on_in_prose_and_asked_for_in_software() {
    let broken = "-t = T { $x }\nx = { -t }\ny = { -t(x: \"Y\") }\n";
    let tree = tree(&[("en/a.ftl", "x = X\ny = Y\n"), ("de/a.ftl", broken)]);
    let found = |arguments: &[&str]| {
        findings(&report(&tree, arguments)).iter().any(|it| it.contains("cannot-be-shown"))
    };
    assert!(found(&["--profile", "prose"]));
    assert!(!found(&["--profile", "software"]));
    assert!(found(&["--profile", "software", "--render"]));
}

#[test]
fn a_folder_with_the_tag_of_the_reference_is_a_translation_like_any_other() {
    let tree = tree(&[
        ("en-US/a.ftl", "a = Hello world\nb = Bye now\n"),
        ("en_US/a.ftl", "a = Howdy { $x }\n"),
    ]);
    let ran = xtask_in(tree.path(), &["check", "--reference", "en-US", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.output).expect("JSON");
    let found = findings(&report);
    assert!(found.contains(&"en_US/a.ftl variable-mismatch a".to_owned()), "{found:?}");
    assert!(found.contains(&"en_US/a.ftl missing-message b".to_owned()), "{found:?}");
}

#[test]
fn of_two_definitions_in_the_reference_the_first_counts() {
    let tree = tree(&[
        ("en/a.ftl", "a = A { $n }\nt = T\na = B\n"),
        ("de/a.ftl", "t = T\na = X { $n }\n"),
    ]);
    let report = report(&tree, &[]);
    let of_german = |it: &String| it.starts_with("de/");
    assert!(!findings(&report).iter().any(of_german), "{report:#}");
}

#[test]
fn a_reference_elsewhere_may_have_the_layout_of_the_tree_and_has_to_fit_it() {
    let source = tree(&[("src/en.ftl", "a = Hello\n"), ("en/a.ftl", "a = Hello\n")]);
    let source = |folder: &str| source.path().join(folder).to_str().expect("UTF-8").to_owned();
    let checked = |files: &[(&str, &str)], arguments: &[&str]| {
        let tree = tree(files);
        check(&tree, arguments)
    };
    let files = [("src/de.ftl", "a = Hallo { $x }\n")];
    let ran = checked(&files, &["--reference-dir", &source(""), "--pattern", "**/{locale}.ftl"]);
    assert!(ran.output.contains("variable-mismatch"), "{ran:?}");
    let files = [("de/a.ftl", "a = Hallo { $x }\n")];
    let ran = checked(&files, &["--reference-dir", &source("en")]);
    assert!(ran.output.contains("variable-mismatch"), "{ran:?}");
    let error = checked(&files, &["--reference-dir", &source("")]).result.expect_err("too high");
    assert!(error.to_string().contains("is the folder in which the files of `en` lie"), "{error}");
    let error = checked(&files, &["--reference-dir", &source("none")]).result;
    assert!(error.is_err());
}

#[test]
fn a_settings_file_that_cannot_be_read_as_a_whole_is_named() {
    let tree = tree(&[("en/a.ftl", "a = A\n"), ("de/a.ftl", "a = B\n")]);
    fs::write(tree.path().join("de/waivers.toml"), b"format = 1\n# caf\xe9\n[[waiver\n")
        .expect("written");
    fs::write(tree.path().join("de/language.toml"), b"format = 1\n# caf\xe9\n").expect("written");
    let report = report(&tree, &[]);
    let found = findings(&report);
    assert_eq!(found, ["de/language.toml malformed-file -", "de/waivers.toml malformed-file -"]);
    assert!(report.to_string().contains("is not UTF-8"), "{report:#}");
}

#[test]
fn mending_one_translation_makes_no_new_finding() {
    let locales = ["cs", "da", "de", "es", "fr", "it", "nl", "pl", "sv"];
    let paths: Vec<String> = locales.iter().map(|it| format!("{it}/a.ftl")).collect();
    let files = paths.iter().map(|path| (path.as_str(), "a = Text xx\n"));
    let tree = tree(&files.chain([("en/a.ftl", "a = Hello { $n } friends\n")]).collect::<Vec<_>>());
    let known = tree.path().join("known.json");
    let known = known.to_str().expect("UTF-8");
    check(&tree, &["--baseline", known, "--write-baseline"]).result.expect("written");
    fs::write(tree.path().join("de/a.ftl"), "a = Text { $n } xx\n").expect("written");
    let ran = check(&tree, &["--baseline", known, "--deny", "warnings"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
}

#[test]
fn a_flag_says_more_than_the_policy_of_a_tree() {
    let tree = tree(&[
        ("policy.toml", "format = 1\nprofile = \"software\"\n"),
        ("en/a.ftl", "a = At least 5 pages\n"),
        ("de/a.ftl", "a = Mindestens 6 Seiten\n"),
    ]);
    let errors = |arguments: &[&str]| report(&tree, arguments)["summary"]["errors"].clone();
    assert_eq!(errors(&[]), json!(0));
    assert_eq!(errors(&["--profile", "prose"]), json!(1));
}

#[test]
fn what_the_reference_has_and_cannot_be_read_there_is_no_unknown_message() {
    let tree = tree(&[
        ("en/a.ftl", "a = Hello { $x\nb = B\n"),
        ("de/a.ftl", "a = Hallo { $x }\nb = B!\n"),
    ]);
    assert_eq!(findings(&report(&tree, &[])), ["en/a.ftl syntax-error a"]);
}

#[test]
fn a_path_is_the_same_however_it_is_written() {
    let tree = tree(&[("en/a.ftl", "a = A\n"), ("de/a.ftl", "b = B\n")]);
    let whole = tree.path().join("de/a.ftl");
    for path in
        ["de/a.ftl", "./de/a.ftl", "de//./a.ftl", "en/../de/a.ftl", whole.to_str().expect("UTF-8")]
    {
        let report = report(&tree, &[path]);
        assert_eq!(findings(&report).len(), 2, "{path}: {report:#}");
    }
}
