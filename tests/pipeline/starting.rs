//! `cargo xtask new-locale` and `sync`: a language is begun, kept in step, and loses nothing on the way.

use std::collections::BTreeSet;

use faq_check::Outcome;
use faq_l10n::{NamedText, PluralForms, Sync, SyncInput, sync};
use proptest::prelude::*;
use xtask::Error;

use crate::project::{Sandbox, localized};

const OWNERS: &str = "* @x/all\n/locales/es/  @x/locale-es\n/locales/vi/  @x/locale-vi\n";

/// A project with CODEOWNERS.
fn project() -> Sandbox {
    let project = Sandbox::copy();
    std::fs::create_dir(project.path(".github")).expect("made");
    project.write(".github/CODEOWNERS", OWNERS);
    project
}

fn usage(project: &Sandbox, arguments: &[&str]) -> String {
    match project.xtask(arguments).result {
        Err(Error::Usage(message)) => message,
        other => panic!("{arguments:?}: {other:?}"),
    }
}

#[test]
fn a_new_language_lacks_its_texts_and_nothing_else() {
    let project = project();
    let before = project.files("locales");
    let ran = project.xtask(&["new-locale", "uk"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
    insta::assert_snapshot!(ran.output, @r"
    locales/uk: 44 texts wait for their translation
    Українська: left to right, digits 1234567890, plural forms one, few, many
    translate glossary.ftl first, then the others; `cargo xtask check --locale uk` says what is missing
    ");
    insta::assert_snapshot!(project.read("locales/uk/glossary.ftl"), @r#"
    ### A text behind `# >> ` is not translated yet: remove `# >> ` from its lines and put your words behind the `=`.
    ### How to translate is told in locales/README.md; `cargo xtask check` says what is missing.

    ### The words this FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
    ### Each language has its own glossary: decide here once which word stands for which idea,
    ### and use that word everywhere. Readers may be victims: the words must be respectful and blame nobody.

    # The crime. Not smuggling of people across a border: nobody has to be moved.
    # >> -human-trafficking = human trafficking

    # Children used for sex or sexual images in exchange for something of value. The full name, as in official texts.
    # >> -csec = commercial sexual exploitation of children

    # The short form of the name above. A language without an established short form repeats the full name here.
    # >> -csec-acronym = CSEC

    # The children who are exploited. The word must carry no blame, and no doubt that they are victims.
    # >> -victims = victims

    # Those who profit from the exploitation, whether or not they take part in it.
    # >> -exploiters = exploiters/traffickers

    # Those who pay, with money or anything else. Not "clients" or "customers": the word must not make it sound like a trade.
    # >> -buyers = buyers
    "#);
    assert!(project.read(".github/CODEOWNERS").contains("\n/locales/uk/  @x/locale-uk\n"));
    let after = project.files("locales");
    let of_others: Vec<_> = after
        .iter()
        .filter(|(path, _)| !path.starts_with("uk/") && path != "locales.toml")
        .collect();
    assert_eq!(
        of_others,
        before.iter().filter(|(path, _)| path != "locales.toml").collect::<Vec<_>>()
    );
    let checked = project.xtask(&["check", "--locale", "uk"]);
    assert!(matches!(checked.result, Ok(Outcome::Refused)));
    let messages = xtask::Project::read(&project.path("")).expect("read").catalog.messages().len();
    let found = |text: &str| checked.output.matches(text).count();
    let waits = ["error[", "error[missing-message]", "is not translated yet"].map(found);
    assert_eq!(waits, [messages; 3]);
    assert!(checked.output.ends_with(&format!("{messages} errors, 0 warnings\n")));
    let synced = project.xtask(&["sync"]);
    assert_eq!(synced.output, "every language asked for is in step\n");
    assert_eq!(project.files("locales"), after);
}

#[test]
fn when_everything_is_translated_the_language_is_complete() {
    let project = project();
    project.xtask(&["new-locale", "en-GB"]).result.expect("it runs");
    for name in ["faq.ftl", "glossary.ftl", "interface.ftl"] {
        let path = format!("locales/en-GB/{name}");
        project.write(&path, project.read(&path).replace("# >> ", ""));
    }
    let checked = project.xtask(&["check", "--format", "github"]);
    let errors: Vec<&str> = checked.output.lines().filter(|it| it.starts_with("::error")).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let (_, faqs) = localized(&project.path(""));
    let british = faqs.iter().find(|it| it.locale.as_str() == "en-GB").expect("it");
    let american = faqs.iter().find(|it| it.locale.as_str() == "en-US").expect("it");
    let said = |faq: &faq_content::LocalizedFaq| {
        let entries = faq.entries.iter().map(|it| (it.question.clone(), it.blocks.len()));
        (faq.title.text.clone(), faq.interface.clone(), entries.collect::<Vec<_>>())
    };
    assert_eq!(said(british), said(american));
    assert_eq!(british.coverage, american.coverage);
    let synced = project.xtask(&["sync"]);
    assert_eq!(synced.output, "every language asked for is in step\n");
}

#[test]
fn a_dry_run_shows_all_and_writes_nothing() {
    let project = project();
    project.replace("locales/es/faq.ftl", "\ntitle = ", "\ntitel = ");
    let before = project.files("");
    let ran = project.xtask(&["new-locale", "sr-Latn", "--dry-run"]);
    for said in [
        "+++ b/locales/sr-Latn/faq.ftl",
        "+tag = \"sr-Latn\"",
        "+[message.title]",
        "+/locales/sr-Latn/ @x/locale-sr-latn",
    ] {
        assert!(ran.output.contains(said), "{said}: {}", ran.output);
    }
    let ran = project.xtask(&["sync", "es", "--dry-run"]);
    insta::assert_snapshot!(ran.output, @r"
    --- a/locales/es/faq.ftl
    +++ b/locales/es/faq.ftl
    @@ -1,7 +1,5 @@
     ### The FAQ in Spanish; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).
     
    -titel = Preguntas frecuentes
    -
     ## ¿Qué es la trata de personas?
     
     human-trafficking-question = ¿Qué es la { -human-trafficking }?
    @@ -76,3 +74,8 @@
     
     # “Clientes”, only here and in quotation marks, renders “johns”: Spanish slang such as “puteros” would insult the victims.
     buyers-answer = Los { -buyers } o “clientes” son quienes reciben los servicios sexuales, y pueden ser de cualquier edad, etnia o nivel socioeconómico. Los { -buyers } son igualmente responsables del delito, incluso si les falta información sobre la edad o la situación de la víctima.
    +
    +## Not translated yet: remove `# >> ` from the lines of a text and put your words behind the `=`.
    +
    +# The title of the page.
    +# >> title = Frequently Asked Questions
    --- a/locales/es/obsolete.ftl
    +++ b/locales/es/obsolete.ftl
    @@ -0,0 +1,4 @@
    +### Translations of texts that the FAQ no longer has. Nobody reads this file but `cargo xtask sync`, which puts a text back
    +### when the FAQ has it again. To put one back yourself, move its lines into another file.
    +
    +titel = Preguntas frecuentes
    locales/es: `title` waits for its translation; `titel` was moved to obsolete.ftl
    nothing was written
    ");
    assert_eq!(project.files(""), before);
}

#[test]
fn what_cannot_begin_says_why_and_writes_nothing() {
    let project = project();
    std::fs::create_dir(project.path("locales/de")).expect("made");
    let before = project.files("");
    let said: Vec<String> = [
        &["new-locale", "PT_br"][..],
        &["new-locale", "iw"],
        &["new-locale", "../x"],
        &["new-locale", "es"],
        &["new-locale", "de"],
        &["new-locale", "la"],
        &["sync", "la"],
        &["sync", "en-US"],
    ]
    .iter()
    .map(|arguments| usage(&project, arguments))
    .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    the canonical spelling of this tag is `pt-BR`
      help: cargo xtask new-locale pt-BR
    `iw` is a deprecated tag; it is now `he`
      help: cargo xtask new-locale he
    `../x` is not a language tag (BCP 47), such as `es` or `zh-Hant`
    there is a language `es` already
      help: `cargo xtask sync` adds what a language lacks
    there is a folder `locales/de` already, and `locales/locales.toml` does not know it
      help: move it away, or add it there
    CLDR does not say what `la` is called in itself
      help: add `--endonym` and that name
    there is no language of translations `la`
      help: there are: es, fr, pt-BR, ht, vi, fil, zh-Hans, zh-Hant, ko, ru, ar, hi
    there is no language of translations `en-US`
      help: there are: es, fr, pt-BR, ht, vi, fil, zh-Hans, zh-Hant, ko, ru, ar, hi
    ");
    let steering = project.xtask(&["new-locale", "la", "--endonym", "Lat\u{202e}ina"]);
    assert!(matches!(steering.result, Err(Error::Malformed(_))), "{steering:?}");
    assert_eq!(project.files(""), before);
    project.xtask(&["new-locale", "la", "--endonym", "Latina"]).result.expect("it runs");
}

#[test]
fn what_english_gains_waits_and_what_it_loses_is_kept_aside() {
    let project = project();
    let path = "locales/es/interface.ftl";
    let crlf = project.read(path).replace('\n', "\r\n");
    project.write(path, crlf.trim_end());
    let catalog = "crates/faq-content/catalog/interface.toml";
    project.replace(catalog, "id = \"back-to-top\"", "id = \"to-the-top\"");
    let english = "locales/en-US/interface.ftl";
    project.replace(
        english,
        "interface-back-to-top = Back to top",
        "interface-to-the-top = To the top",
    );
    let ran = project.xtask(&["sync", "es"]);
    insta::assert_snapshot!(ran.output, @"locales/es: `interface-to-the-top` waits for its translation; `interface-back-to-top` was moved to obsolete.ftl");
    let after = project.read(path);
    assert!(
        after.ends_with(
            "# A link at the end of the page.\r\n# >> interface-to-the-top = To the top\r\n"
        ),
        "{after}"
    );
    assert!(project.read("locales/es/obsolete.ftl").contains("\ninterface-back-to-top = "));
    assert!(
        project
            .read("locales/es/review.toml")
            .contains("[message.interface-to-the-top]\nreview = \"draft\"\n")
    );
    let checked = project.xtask(&["check", "--format", "github", "--locale", "es"]).output;
    assert_eq!(checked.matches("::error").count(), 1, "{checked}");
    // And back again.
    project.replace(catalog, "id = \"to-the-top\"", "id = \"back-to-top\"");
    project.replace(
        english,
        "interface-to-the-top = To the top",
        "interface-back-to-top = Back to top",
    );
    let ran = project.xtask(&["sync", "es"]);
    assert_eq!(ran.output, "locales/es: `interface-back-to-top` came back from obsolete.ftl\n");
    assert_eq!(project.read(path), format!("{}\r\n", crlf.trim_end()));
    assert!(
        project
            .read("locales/es/obsolete.ftl")
            .ends_with("# >> interface-to-the-top = To the top\n")
    );
}

#[test]
fn a_file_with_a_syntax_error_keeps_it_and_a_broken_reference_moves_nothing() {
    let project = project();
    project.replace("locales/es/faq.ftl", "csec-question = ", "csec-question = { ");
    project.replace("locales/es/faq.ftl", "victims-question = ", "old = ");
    let before = project.read("locales/es/faq.ftl");
    project.xtask(&["sync", "es"]).result.expect("it runs");
    let after = project.read("locales/es/faq.ftl");
    for line in before.lines().filter(|it| !it.starts_with("old")) {
        assert!(after.contains(line), "{line}");
    }
    assert!(!after.contains("# >> csec-question"));
    project.replace("locales/en-US/faq.ftl", "csec-question = ", "csec-question = { ");
    let before = project.files("");
    insta::assert_snapshot!(usage(&project, &["sync"]), @r"
    locales/es: a text in `faq.ftl` of the reference cannot be read
      help: mend it first; `cargo xtask check` shows where
    ");
    assert_eq!(project.files(""), before);
}

const REFERENCE: &str = "### English\n\n# The title.\ntitle = Title\n\n## Questions\n\n# About a.\na = A { -t }\n\nb = { $n ->\n    [one] One\n   *[other] { $n }\n}\n\nc = C\n";

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.to_owned(), text: text.to_owned() }
}

fn text(sync: &Sync) -> &str {
    sync.files.first().map_or("", |it| &it.text)
}

/// Whether it is a line of what waits, which is the program's own.
fn is_waiting(line: &str) -> bool {
    line.starts_with("# >>") || line.starts_with("## Not translated yet")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever lines a file has, every one is still there, and the second time nothing changes.
    #[test]
    fn no_line_of_a_translator_is_lost(
        lines in prop::collection::vec(prop::sample::select(vec![
            "title = T", "a = { -t }", "b = { $n ->", "    [one] 1", "   *[other] 2", "    }", "c = {", "old = O { own }", "own = Ů",
            "-t = T", "# note", "## Group", "## Not translated yet", "# >> c = C", "# >> b = X", "# >>     y", "", "", "  text", "}", "    .attr = x", "é",
        ]), 0..14),
        newline in prop::sample::select(vec!["\n", "\r\n"]),
        is_ended in any::<bool>(),
    ) {
        let mut file = lines.join(newline);
        if is_ended { file.push_str(newline); }
        let forms = PluralForms::new(&["one", "other"], &["other"]);
        let reference = [named("faq.ftl", REFERENCE)];
        let files = [named("faq.ftl", &file)];
        let asked = BTreeSet::new();
        let input = SyncInput { reference: &reference, files: &files, obsolete: "", asked: &asked, forms: &forms };
        let Ok(once) = sync(input) else { return Err(TestCaseError::reject("refused")) };
        let all = format!("{}\n{}", text(&once), once.obsolete);
        for line in lines.iter().filter(|it| !it.is_empty() && !is_waiting(it)) {
            prop_assert!(all.lines().any(|it| it.trim_end() == *line), "{line:?} of {file:?} is gone from {all:?}");
        }
        let again = SyncInput { files: &once.files, obsolete: &once.obsolete, ..input };
        let again = sync(again).map_err(|it| TestCaseError::fail(format!("{it}: {file:?}")))?;
        prop_assert_eq!(&again.files, &once.files, "{:?}", file);
    }
}
