//! What happens when a translation is broken, told with the real commands.

use faq_check::Outcome;

use crate::project::Sandbox;

#[test]
fn three_broken_translations_are_three_findings_and_nothing_is_written() {
    let project = Sandbox::copy();
    let first = project.xtask(&["bundle"]);
    assert!(matches!(first.result, Ok(Outcome::Clean)), "{}", first.output);
    let before = project.files("dist");

    let spanish = project.read("locales/es/faq.ftl");
    let item = spanish
        .lines()
        .find(|line| line.starts_with("csec-forms-list-survival-sex ="))
        .expect("the item is there");
    project.replace("locales/es/faq.ftl", &format!("{item}\n"), "");
    project.replace("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    project.replace("locales/ko/faq.ftl", "{ $adult-age }", "\u{202e}{ $adult-age }");

    let check = project.xtask(&["check"]);
    for line in ["locales/es/faq.ftl:", "locales/fr/faq.ftl:", "locales/ko/faq.ftl:"] {
        assert!(check.output.contains(&format!("--> {line}")), "{}", check.output);
    }
    assert!(matches!(check.result, Ok(Outcome::Refused)));
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("story-three-findings", errors_only(&check.output));
    });
    let bundle = project.xtask(&["bundle"]);
    assert!(matches!(bundle.result, Ok(Outcome::Refused)));
    assert!(bundle.output.contains("nothing was written"), "{}", bundle.output);
    assert!(bundle.output.contains("3 errors"), "{}", bundle.output);
    assert_eq!(project.files("dist"), before, "dist/ is what it was");

    project.write("locales/es/faq.ftl", spanish);
    project.replace("locales/fr/faq.ftl", "{ $adult-agee }", "{ $adult-age }");
    project.replace("locales/ko/faq.ftl", "\u{202e}", "");
    let restored = project.xtask(&["bundle"]);
    assert!(matches!(restored.result, Ok(Outcome::Clean)), "{}", restored.output);
    assert_eq!(project.files("dist"), before, "dist/ is byte for byte as before");
}

/// What was found and the way out, without the translations around it, which change with every edit.
fn errors_only(output: &str) -> String {
    let errors = output.split("\n\n").filter(|part| part.starts_with("error"));
    let kept = |line: &&str| line.starts_with("error") || line.contains("= help:");
    errors.flat_map(str::lines).filter(kept).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_cannot_be_shown_is_found_even_if_no_rule_objects() {
    for (glossary, title) in [
        ("-blank = { $x ->\n   *[other] { \"\" }\n }\n", "{ -blank }"),
        ("-a = x\n-b = { -a } { $case ->\n    [gen] y\n   *[nom] z\n }\n", "{ -b(case: \"nom\") }"),
        ("", "{ \"\\u0020\" }"),
    ] {
        let project = Sandbox::copy();
        let text = project.read("locales/es/glossary.ftl");
        project.write("locales/es/glossary.ftl", format!("{text}\n{glossary}"));
        project.replace("locales/es/faq.ftl", "title = ", &format!("title = {title}\n# "));
        let check = project.xtask(&["check"]);
        if matches!(check.result, Ok(Outcome::Clean)) {
            // Then it can be shown, and is.
            let (_, faqs) = crate::project::localized(&project.path(""));
            assert!(faqs.iter().all(|faq| faq.coverage.title), "{title}");
        } else {
            assert!(check.output.contains("error[cannot-be-shown]: `title`"), "{}", check.output);
        }
    }
}

#[test]
fn a_brace_that_is_never_closed_is_one_finding_at_the_brace() {
    let project = Sandbox::copy();
    let line = project
        .read("locales/es/faq.ftl")
        .lines()
        .position(|line| line.starts_with("victims-question"))
        .expect("it");
    project.replace("locales/es/faq.ftl", "victims-question = ", "victims-question = { -victims ");
    let ran = project.xtask(&["check"]);
    assert!(ran.output.contains("1 error, 0 warnings"), "{}", ran.output);
    assert!(ran.output.contains(&format!("locales/es/faq.ftl:{}:20", line + 1)), "{}", ran.output);
}

#[test]
fn a_page_without_a_draft_notice_cannot_be_made() {
    let project = Sandbox::copy();
    let catalog = project.read("crates/faq-content/catalog/interface.toml");
    let (_, rest) =
        catalog.split_once("[[interface]]\nid = \"fallback-notice\"").expect("the second text");
    project.write(
        "crates/faq-content/catalog/interface.toml",
        format!("format = 1\n[[interface]]\nid = \"fallback-notice\"{rest}"),
    );
    for locale in std::fs::read_dir(project.path("locales")).expect("locales") {
        let file = locale.expect("a locale").path().join("interface.ftl");
        if let Ok(text) = std::fs::read_to_string(&file) {
            let kept: Vec<&str> =
                text.lines().filter(|line| !line.starts_with("interface-draft-notice")).collect();
            std::fs::write(&file, kept.join("\n")).expect("written");
        }
    }
    let error =
        project.xtask(&["bundle"]).result.expect_err("a page without a draft notice was written");
    assert!(error.to_string().contains("`draft-notice`"), "{error}");
}

#[test]
fn a_term_cannot_show_a_fact() {
    let project = Sandbox::copy();
    project.replace("locales/es/glossary.ftl", "-victims = ", "-victims = { $adult-age } ");
    let ran = project.xtask(&["check"]);
    assert!(ran.output.contains("the term `-victims` cannot show `$adult-age`"), "{}", ran.output);
}

#[test]
fn an_unreadable_catalog_or_registry_is_an_error_with_a_place() {
    for (path, from, to, place) in [
        (
            "locales/locales.toml",
            "tier = \"preview\"",
            "tier = \"beta\"",
            "locales/locales.toml:15:8: unknown variant `beta`",
        ),
        (
            "crates/faq-content/catalog/entries.toml",
            "kind = \"list\"",
            "kind = \"table\"",
            "entries.toml:49:8: unknown variant",
        ),
        (
            "crates/faq-content/catalog/facts.toml",
            "adult-age",
            "adult age",
            "facts.toml:6:6: bad id",
        ),
    ] {
        let project = Sandbox::copy();
        project.replace(path, from, to);
        let error = project.xtask(&["check"]).result.expect_err("a malformed file was read");
        assert_eq!(error.exit_code(), 3);
        assert!(error.to_string().contains(place), "{error}");
    }
}

#[test]
fn status_fits_eighty_columns_and_names_every_locale() {
    let output = Sandbox::copy().xtask(&["status"]).output;
    assert!(output.lines().all(|line| line.chars().count() <= 80), "{output}");
    assert_eq!(output.lines().count(), 1 + crate::locales::shipped().len(), "{output}");
}

#[test]
fn explain_knows_every_rule_and_says_what_there_is_otherwise() {
    let project = Sandbox::copy();
    assert!(
        project.xtask(&["explain", "variable-mismatch"]).output.starts_with("# variable-mismatch")
    );
    let error = project.xtask(&["explain", "variables"]).result.expect_err("there is no such rule");
    assert_eq!(error.exit_code(), 2);
    assert!(error.to_string().contains("variable-mismatch"));
}
