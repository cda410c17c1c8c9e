//! `cargo xtask fmt`: other white space, the same meaning.

use faq_check::Outcome;
use faq_l10n::{FtlFile, canonical};
use proptest::prelude::*;

use crate::{
    project::{Sandbox, repository, xtask_in},
    properties::source,
};

#[test]
fn a_file_that_is_not_in_its_usual_form_is_named_and_formatted() {
    let project = Sandbox::copy();
    let usual = project.read("locales/es/faq.ftl");
    let unusual = usual.replace(" = ", "=").replace('\n', "\r\n");
    project.write("locales/es/faq.ftl", &unusual);
    let check = project.xtask(&["fmt", "--check"]);
    assert!(matches!(check.result, Ok(Outcome::Refused)));
    assert!(check.output.starts_with("locales/es/faq.ftl: is not in its usual form\n"));
    assert_eq!(project.read("locales/es/faq.ftl"), unusual, "nothing was written");
    let elsewhere = project.xtask(&["fmt", "--check", "locales/fr"]);
    assert!(matches!(elsewhere.result, Ok(Outcome::Clean)), "{}", elsewhere.output);
    let formatted = project.xtask(&["fmt"]);
    assert!(matches!(formatted.result, Ok(Outcome::Clean)));
    assert_eq!(formatted.output, "locales/es/faq.ftl: formatted\n");
    assert_eq!(project.read("locales/es/faq.ftl"), usual);
    assert!(matches!(project.xtask(&["fmt", "--check"]).result, Ok(Outcome::Clean)));
}

#[test]
fn our_own_files_are_in_their_usual_form() {
    let ran = xtask_in(&repository(), &["fmt", "--check"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
}

#[test]
fn a_file_that_is_not_utf8_is_left_alone() {
    let project = Sandbox::copy();
    let bytes = b"title=x\ny=\xff\n";
    project.write("locales/es/faq.ftl", bytes);
    project.xtask(&["fmt"]).result.expect("the rest is formatted");
    assert_eq!(std::fs::read(project.path("locales/es/faq.ftl")).expect("it"), bytes);
}

/// What readers and translators see of a file: ids with their texts and references, comments, what cannot be read.
fn seen(source: &str) -> Vec<String> {
    let file = FtlFile::parse("a.ftl", "a.ftl", source);
    let mut seen: Vec<String> = Vec::new();
    for outline in file.outlines.iter() {
        let texts: String = outline.texts().iter().map(|text| text.raw).collect();
        let targets: Vec<_> = outline.references().iter().map(|it| it.target).collect();
        seen.push(format!("{:?} {} {texts:?} {targets:?}", outline.kind(), outline.id()));
    }
    let comments =
        source.trim_start_matches('\u{feff}').lines().filter(|line| line.starts_with('#'));
    seen.extend(comments.map(|line| line.trim_end_matches([' ', '\t']).to_owned()));
    let broken = file.syntax_errors.iter();
    seen.extend(broken.map(|it| source[it.lost.clone()].trim_end_matches('\n').to_owned()));
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formatting_changes_no_meaning_and_a_second_time_nothing(source in source()) {
        if let Some(formatted) = canonical(&source) {
            prop_assert_eq!(seen(&formatted), seen(&(source.replace("\r\n", "\n") + "\n")));
            prop_assert_eq!(canonical(&formatted), None, "{}", formatted);
        }
    }
}

#[test]
fn what_cannot_be_formatted_is_named_and_a_mistyped_path_is_refused() {
    let project = Sandbox::copy();
    project.write("locales/fr/interface.ftl", "a = A\rb = B\n");
    let ran = project.xtask(&["fmt", "--check", "locales/fr"]);
    assert!(ran.output.contains("locales/fr/interface.ftl: cannot be read as it is"), "{ran:?}");
    assert!(matches!(ran.result, Ok(Outcome::Refused)), "{ran:?}");
    assert!(project.xtask(&["fmt", "--check", "locales/fr/nope.ftl"]).result.is_err());
}
