//! `cargo xtask rename-message`: a text has another name in all languages, and nothing that was known of it or led to it is lost.

use faq_bundle::Bundle;
use faq_check::Outcome;
use xtask::Error;

use crate::project::Sandbox;

fn usage(project: &Sandbox, arguments: &[&str]) -> String {
    match project.xtask(arguments).result {
        Err(error @ (Error::Usage(_) | Error::Malformed(_))) => error.to_string(),
        other => panic!("{arguments:?}: {other:?}"),
    }
}

#[test]
fn a_question_is_renamed_with_its_entry_and_its_old_anchor_still_works() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("it runs");
    let before = project.files("dist");
    let ran = project.xtask(&["rename-message", "csec-question", "child-exploitation-question"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
    insta::assert_snapshot!(ran.output, @r"
    `csec-answer` is now `child-exploitation-answer`
    `csec-question` is now `child-exploitation-question`
    links to `#csec` lead to `#child-exploitation`: the old id stays as an alias
    ");
    let ran = project.xtask(&["bundle"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
    let page = project.read("dist/es/index.html");
    assert!(page.contains("<section id=\"child-exploitation\" aria-labelledby=\"_child-exploitation\">\n<span id=\"csec\"></span>\n"), "{page}");
    let bundle = Bundle::parse(&project.read("dist/es/faq.json")).expect("a bundle");
    let entry = bundle.entry("csec").expect("by its old id");
    assert_eq!(
        (entry.id.as_str(), entry.aliases.as_slice()),
        ("child-exploitation", ["csec".to_owned()].as_slice())
    );
    assert_eq!(Some(entry), bundle.entry("child-exploitation"));
    // Back again: the two names change places, and what is said and known is the same.
    project
        .xtask(&["rename-message", "child-exploitation-question", "csec-question"])
        .result
        .expect("it runs");
    project.replace(
        "crates/faq-content/catalog/entries.toml",
        "aliases = [\"child-exploitation\"]\n",
        "",
    );
    project.xtask(&["bundle"]).result.expect("it runs");
    assert_eq!(project.files("dist"), before);
    assert_eq!(project.files("locales"), Sandbox::copy().files("locales"));
}

#[test]
fn all_that_is_known_of_a_text_goes_with_it() {
    let project = Sandbox::copy();
    project.write(
        "locales/es/waivers.toml",
        "format = 1\n# Mine.\n[[waiver]]\nrule = \"doubled-word\"\nmessage = \"victims-answer\" # yes\nreason = \"x\"\nauthor = \"y\"\nexpires = 2999-01-01\ntext = \"00\"\n",
    );
    project.write("locales/es/obsolete.ftl", "victims-answer = Antes\n");
    project
        .xtask(&["review", "accept-minor", "victims-answer", "--reason", "x"])
        .result
        .expect_err("nothing is stale");
    project.xtask(&["rename-message", "victims-answer", "victims-reply"]).result.expect("it runs");
    assert!(project.read("locales/es/waivers.toml").contains(
        "# Mine.\n[[waiver]]\nrule = \"doubled-word\"\nmessage = \"victims-reply\" # yes\n"
    ));
    assert_eq!(project.read("locales/es/obsolete.ftl"), "victims-reply = Antes\n");
    let ledger = project.read("locales/es/review.toml");
    assert!(ledger.contains("[message.victims-reply]\nreference = "), "{ledger}");
    for (path, bytes) in project.files("locales") {
        let text = String::from_utf8(bytes).expect("text");
        assert!(path == "README.md" || !text.contains("victims-answer"), "{path}");
    }
    std::fs::remove_file(project.path("locales/es/waivers.toml")).expect("removed");
    let checked = project.xtask(&["check"]);
    assert!(matches!(checked.result, Ok(Outcome::Clean)), "{}", checked.output);
    assert!(!checked.output.contains("stale-translation"), "{}", checked.output);
}

#[test]
fn a_term_is_renamed_wherever_it_is_used() {
    let project = Sandbox::copy();
    let before = project.files("");
    let dry = project.xtask(&["rename-message", "-victims", "-survivors", "--dry-run"]);
    assert!(
        dry.output.contains("-victims-question = Who are the { -victims } of { -csec-acronym }?\n"),
        "{}",
        dry.output
    );
    assert!(dry.output.ends_with("`-victims` would be `-survivors`\n"));
    assert_eq!(project.files(""), before);
    project.xtask(&["rename-message", "-victims", "-survivors"]).result.expect("it runs");
    let checked = project.xtask(&["check"]);
    assert!(matches!(checked.result, Ok(Outcome::Clean)), "{}", checked.output);
}

#[test]
fn a_waiver_is_bound_to_a_text_by_another_name_all_the_same() {
    let project = Sandbox::copy();
    project.replace("locales/es/faq.ftl", "victims-answer = ", "victims-answer = La la ");
    let waive = ["waive", "doubled-word", "victims-answer", "--locale", "es", "--reason", "x"];
    project.xtask(&[&waive[..], &["--by", "y"]].concat()).result.expect("it runs");
    let before = project.xtask(&["check", "--locale", "es"]).output;
    assert!(!before.contains("doubled-word") && !before.contains("stale-waiver"), "{before}");
    project.xtask(&["rename-message", "victims-answer", "victims-reply"]).result.expect("it runs");
    let after = project.xtask(&["check", "--locale", "es"]).output;
    assert_eq!(after.replace("victims-reply", "victims-answer"), before);
}

#[test]
fn texts_that_use_a_term_with_forms_stay_fresh_when_it_is_renamed() {
    let project = Sandbox::copy();
    let term = "-guide = { $form ->\n    [long] guidebook\n   *[short] guide\n}\n";
    for tag in ["en-US", "es"] {
        let path = format!("locales/{tag}/glossary.ftl");
        project.write(&path, format!("{}\n{term}", project.read(&path)));
        project.replace(
            &format!("locales/{tag}/faq.ftl"),
            "victims-answer = ",
            "victims-answer = { -guide } ",
        );
    }
    std::fs::remove_file(project.path("locales/es/review.toml")).expect("removed");
    project.xtask(&["review", "start", "es"]).result.expect("it runs");
    let stale = |project: &Sandbox| {
        let ran = project.xtask(&["review", "todo", "es"]);
        ran.output.lines().last().unwrap_or_default().to_owned()
    };
    let before = stale(&project);
    assert!(before.starts_with("es: 0 stale, 0 missing, 0 unrecorded"), "{before}");
    project.xtask(&["rename-message", "-guide", "-handbook"]).result.expect("it runs");
    assert_eq!(stale(&project), before);
}

#[test]
fn what_cannot_be_renamed_says_why_and_nothing_is_written() {
    let project = Sandbox::copy();
    project.replace("locales/fr/faq.ftl", "buyers-answer = ", "buyers-answer = { ");
    let before = project.files("");
    let said: Vec<String> = [
        ["csec-anwser", "csec-reply"],
        ["csec-answer", "victims-answer"],
        ["csec-question", "csec-forms-question"],
        ["csec-answer", "answer"],
        ["csec-answer", "csec-Reply"],
        ["title", "heading"],
        ["interface-contents", "interface-questions"],
        ["-victims", "victims"],
        ["-victims", "-csec"],
        ["buyers-answer", "buyers-reply"],
        ["csec-answer", "csec-"],
        ["-csec", "-csec"],
    ]
    .iter()
    .map(|[old, new]| usage(&project, &["rename-message", old, new]))
    .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    there is no text `csec-anwser`
      help: did you mean `csec-answer`?
    there is a text `victims-answer` already
      help: choose another name, or remove that text first
    there is a text `csec-forms-question` already
      help: choose another name, or remove that text first
    `csec-answer` cannot be called `answer`: the name follows from ids of the catalog, and can become `csec-…` or `…-answer`
    `csec-answer` cannot be called `csec-Reply`: the name follows from ids of the catalog, and can become `csec-…` or `…-answer`
    `title` cannot be called `heading`: the title has no other name
    the pages ask for `interface-contents` by its name
      help: change `faq-emit` with it, by hand
    `-victims` cannot be called `victims`
      help: a name is made of letters, digits, `-` and `_`; that of a term starts with `-`, and no other does
    there is a text `-csec` already
      help: choose another name, or remove that text first
    locales/fr/faq.ftl:79:1: `buyers-answer` stands in a text that cannot be read
      help: mend it first; `cargo xtask check` shows what is wrong
    `csec-answer` cannot be called `csec-`: the name follows from ids of the catalog, and can become `csec-…` or `…-answer`
    `-csec` is called so already
      help: name what it is to be called
    ");
    assert_eq!(project.files(""), before);
}
