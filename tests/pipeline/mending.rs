//! `cargo xtask check --fix`: what is safe is mended, everything else stays, and nothing is ever half written.

use faq_check::{Edit, Outcome, mend};
use proptest::prelude::*;

use crate::project::Sandbox;

/// A project in which two files lack the break of their last line.
fn broken() -> Sandbox {
    let project = Sandbox::copy();
    for path in ["locales/es/interface.ftl", "locales/fr/faq.ftl", "locales/en-US/faq.ftl"] {
        let text = project.read(path);
        project.write(path, text.trim_end());
    }
    project
}

#[test]
fn a_dry_run_shows_the_lines_that_would_change_and_writes_nothing() {
    let project = broken();
    let before = project.files("locales");
    let ran = project.xtask(&["check", "--fix", "--dry-run", "locales/es"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    insta::assert_snapshot!(ran.output);
    assert_eq!(project.files("locales"), before);
}

#[test]
fn what_is_safe_is_mended_and_the_rest_is_shown() {
    let project = broken();
    project.replace("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    let before = project.files("locales");
    let ran = project.xtask(&["check", "--fix"]);
    assert!(ran.output.starts_with("2 findings in 2 files mended\n"), "{}", ran.output);
    assert!(ran.output.contains("`$adult-agee`"), "{}", ran.output);
    assert!(matches!(ran.result, Ok(Outcome::Refused)), "the mistyped variable is left");
    for ((path, old), (_, new)) in before.iter().zip(project.files("locales")) {
        let mended = path == "es/interface.ftl" || path == "fr/faq.ftl";
        let expected = [old.as_slice(), if mended { b"\n" } else { b"" }].concat();
        assert_eq!(new, expected, "{path}: the reference and everything else stays");
    }
    let again = project.xtask(&["check", "--fix"]);
    assert!(again.output.starts_with("0 findings in 0 files mended\n"), "{}", again.output);
}

#[test]
fn only_what_was_asked_for_is_mended() {
    let project = broken();
    project.xtask(&["check", "--fix", "--locale", "fr"]).result.expect("it runs");
    assert!(project.read("locales/fr/faq.ftl").ends_with('\n'));
    assert!(!project.read("locales/es/interface.ftl").ends_with('\n'));
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_tree_is_mended() {
    let project = Sandbox::copy();
    let outside = tempfile::tempdir().expect("a temporary folder");
    let file = outside.path().join("faq.ftl");
    std::fs::write(&file, "x = X").expect("written");
    std::fs::remove_file(project.path("locales/es/interface.ftl")).expect("removed");
    std::os::unix::fs::symlink(&file, project.path("locales/es/interface.ftl")).expect("a link");
    project.xtask(&["check", "--fix"]).result.expect("it runs");
    assert_eq!(std::fs::read_to_string(&file).expect("read"), "x = X");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_outside_of_every_edit_stays(
        text in any::<String>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..5, "[xé]{0,3}"), 0..8),
    ) {
        let edits: Vec<Edit> = edits
            .into_iter()
            .map(|(at, length, new)| {
                let start = at.index(text.len() + 1);
                Edit { span: start..start + length, text: new }
            })
            .collect();
        let Some((mended, done)) = mend(&text, &edits.iter().collect::<Vec<_>>()) else {
            return Ok(());
        };
        prop_assert!(done >= 1 && done <= edits.len());
        // The characters that no edit touches are still there, in their order.
        let kept = text.char_indices().filter(|(at, character)| {
            let end = at + character.len_utf8();
            edits.iter().all(|edit| edit.span.end <= *at || edit.span.start >= end)
        });
        let mut rest = mended.chars();
        for (_, character) in kept {
            prop_assert!(rest.any(|it| it == character), "{character:?} is gone from {mended:?}");
        }
    }
}
