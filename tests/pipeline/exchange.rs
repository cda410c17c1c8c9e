//! Claims about texts that leave for other people's tools and come back.

use faq_check::Outcome;
use faq_exchange::{Format, FtlSource, Languages, State, export, import};
use faq_l10n::Ledger;
use xtask::Error;

use crate::project::{Sandbox, repository};

const FORMATS: [(&str, &str); 4] =
    [("xliff", "xlf"), ("xliff2", "xlf"), ("po", "po"), ("csv", "csv")];

/// Exports a language; the path of the file.
fn exported(project: &Sandbox, locale: &str, format: &str, extension: &str) -> String {
    let path = project.path(&format!("out.{extension}"));
    let path = path.to_str().expect("a readable path").to_owned();
    let ran = project.xtask(&["export", locale, "--format", format, "--output", &path]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{ran:?}");
    path
}

fn record(project: &Sandbox, locale: &str, id: &str) -> String {
    let ledger = Ledger::parse(&project.read(&format!("locales/{locale}/review.toml")));
    let ledger = ledger.expect("the ledger can be read");
    ledger.records.get(id).expect("it has a block").to_string()
}

fn ftl(sources: &[(String, String)]) -> Vec<FtlSource<'_>> {
    sources.iter().map(|(name, text)| FtlSource { name, text }).collect()
}

#[test]
fn every_language_comes_back_from_every_format_as_it_went() {
    let read = xtask::Project::read(&repository()).expect("the project can be read");
    let sources = |tag: &str| -> Vec<(String, String)> {
        let folder = read.tree.folders.iter().find(|it| it.name == tag).expect("a folder");
        folder.files.iter().map(|it| (it.name.clone(), it.content.text().to_owned())).collect()
    };
    let english = sources("en-US");
    for locale in read.registry.locales().iter().filter(|it| it.tag.as_str() != "en-US") {
        let languages =
            Languages { reference: "en-US", locale: locale.tag.as_str(), right_to_left: false };
        let translation = sources(languages.locale);
        let exchange = export(languages, &ftl(&english), &ftl(&translation), &|_| State::Draft);
        for format in [Format::Xliff, Format::Xliff2, Format::Po, Format::Csv] {
            let back = format.read(&format.write(&exchange)).expect("our own file can be read");
            let same = import(&back, languages, &ftl(&english), &ftl(&translation));
            let same = same.expect("our own file can be taken");
            assert_eq!(
                (same.files.len(), same.left.len(), same.unchanged),
                (0, 0, 44),
                "{format:?}"
            );
            let anew = import(&back, languages, &ftl(&english), &[]).expect("it can be taken");
            let anew: Vec<_> = anew.files.into_iter().map(|it| (it.name, it.text)).collect();
            let then = export(languages, &ftl(&english), &ftl(&anew), &|_| State::Draft);
            assert_eq!(then, exchange, "{format:?}");
        }
    }
}

#[test]
fn a_file_that_was_only_opened_and_saved_changes_nothing() {
    let project = Sandbox::copy();
    let before = project.files("locales");
    for (format, extension) in FORMATS {
        let path = exported(&project, "ar", format, extension);
        let ran = project.xtask(&["import", &path, "--locale", "ar"]);
        assert_eq!(ran.output, "0 changed, 0 new, 44 as they were, 0 left out\n", "{format}");
        assert_eq!(project.files("locales"), before, "{format}");
    }
}

#[test]
fn a_language_can_be_made_of_nothing_but_what_came_in() {
    for (format, extension) in FORMATS {
        let project = Sandbox::copy();
        let path = exported(&project, "ar", format, extension);
        for file in ["faq.ftl", "glossary.ftl", "interface.ftl"] {
            std::fs::remove_file(project.path(&format!("locales/ar/{file}")))
                .expect("it was there");
        }
        let ran = project.xtask(&["import", &path, "--locale", "ar"]);
        assert!(
            ran.output.starts_with("0 changed, 44 new, 0 as they were, 0 left out\n"),
            "{ran:?}"
        );
        let ran = project.xtask(&["check", "--locale", "ar"]);
        assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    }
}

#[test]
fn a_file_with_one_mistake_writes_nothing_and_names_its_place() {
    let project = Sandbox::copy();
    let path = exported(&project, "es", "po", "po");
    let text =
        project.read("out.po").replace("¿", "¡").replace("{ $adult-age } años y", "18 años y");
    project.write("out.po", text);
    let before = project.files("locales");
    let error = project.xtask(&["import", &path]).result.expect_err("a placeable is lost");
    assert_eq!(error.exit_code(), 3);
    let Error::Malformed(malformed) = &error else { panic!("{error}") };
    let text = project.read("out.po");
    let line = text.lines().nth(malformed.position.line - 1);
    assert_eq!(line, Some("msgctxt \"victims-answer\""));
    assert_eq!(malformed.message, "`victims-answer`: the placeable `{ $adult-age }` is lost");
    assert_eq!(project.files("locales"), before);
}

#[test]
fn a_dry_run_shows_the_lines_and_writes_nothing() {
    let project = Sandbox::copy();
    let path = exported(&project, "es", "csv", "csv");
    project.write("out.csv", project.read("out.csv").replace("Volver al inicio", "Ir al inicio"));
    let before = project.files("locales");
    let ran = project.xtask(&["import", &path, "--locale", "es", "--dry-run"]);
    insta::assert_snapshot!(ran.output, @r#"
    --- a/locales/es/interface.ftl
    +++ b/locales/es/interface.ftl
    @@ -20,4 +20,4 @@
     
     interface-skip-to-questions = Ir directamente a las preguntas
     
    -interface-back-to-top = Volver al inicio de la página
    +interface-back-to-top = Ir al inicio de la página
    --- a/locales/es/review.toml
    +++ b/locales/es/review.toml
    @@ -124,7 +124,7 @@
     [message.interface-back-to-top]
     reference = "Back to top"
     reference-fingerprint = "aec02c5e8774e096a6f69dc50db9a8e1"
    -translation-fingerprint = "2b14fb96a06213e9b3e0934bc7caec4c"
    +translation-fingerprint = "1cf18224d24094bba13d759351e264fe"
     review = "draft"
     
     [message.interface-choose-language]
    nothing was written; this would be: 1 changed, 0 new, 43 as they were, 0 left out
    "#);
    assert_eq!(project.files("locales"), before);
}

#[test]
fn a_stale_text_goes_out_with_what_it_was_made_from_and_comes_back_fresh() {
    let project = Sandbox::copy();
    project.replace("locales/en-US/faq.ftl", "Survival sex", "Survival sex acts");
    let path = exported(&project, "es", "xliff", "xlf");
    let text = project.read("out.xlf");
    let (_, unit) = text.split_once("id=\"csec-forms-list-survival-sex\"").expect("it is there");
    let (unit, _) = unit.split_once("</trans-unit>").expect("it ends");
    insta::assert_snapshot!(unit, @r#"
    approved="no" xml:space="preserve">
           <source>Survival sex acts</source>
           <target state="needs-review-translation">Sexo por supervivencia</target>
           <context-group purpose="information">
             <context context-type="x-group">What does commercial exploitation of children include?</context>
           </context-group>
           <note from="developer">Item 5 of 10. Sex in exchange for what a child needs to live: food, a place to sleep, protection.</note>
           <alt-trans alttranstype="previous-version">
             <source>Survival sex</source>
             <target>Sexo por supervivencia</target>
           </alt-trans>
    "#);
    let before = record(&project, "es", "csec-forms-list-survival-sex");
    // Opened and closed: nobody said anything of it.
    project.xtask(&["import", &path, "--translator", "Ana"]);
    assert_eq!(record(&project, "es", "csec-forms-list-survival-sex"), before);
    let edited = unit.replacen("needs-review-translation\">", "translated\">Actos de ", 1);
    project.write("out.xlf", text.replace(unit, &edited));
    let ran = project.xtask(&["import", &path, "--translator", "Ana"]);
    assert!(ran.output.starts_with("1 changed, 0 new, 43 as they were, 0 left out\n"), "{ran:?}");
    let after = record(&project, "es", "csec-forms-list-survival-sex");
    assert!(
        after.contains("Survival sex acts") && after.contains("translator = \"Ana\""),
        "{after}"
    );
    assert!(after.contains("review = \"draft\""), "{after}");
}

#[test]
fn a_stale_text_of_which_only_a_part_came_back_stays_stale() {
    let project = Sandbox::copy();
    for (locale, text, note) in
        [("en-US", "Survival sex", "Food"), ("es", "Sexo por supervivencia", "Comida")]
    {
        let file = format!("locales/{locale}/faq.ftl");
        project.replace(&file, &format!("{text}\n"), &format!("{text}\n    .note = {note}\n"));
    }
    std::fs::remove_file(project.path("locales/es/review.toml")).expect("it was there");
    project.xtask(&["review", "start", "es"]).result.expect("it runs");
    project.replace(
        "locales/en-US/faq.ftl",
        "Survival sex\n    .note = Food",
        "Survival sex acts\n    .note = Shelter",
    );
    let before = record(&project, "es", "csec-forms-list-survival-sex");
    let path = exported(&project, "es", "po", "po");
    let unfinished = project.read("out.po");
    let parts: Vec<&str> = unfinished.split("\n\n").collect();
    let edited = |ids: &[&str]| {
        let part = |part: &&str| {
            let is_it = ids.iter().any(|id| part.contains(&format!("\nmsgctxt \"{id}\"\n")));
            let finished = || part.replace("#, fuzzy\n", "").replace("msgstr \"", "msgstr \"Ya ");
            if is_it { finished() } else { (*part).to_owned() }
        };
        parts.iter().map(part).collect::<Vec<_>>().join("\n\n")
    };
    let id = "csec-forms-list-survival-sex";
    project.write("out.po", edited(&[id]));
    let ran = project.xtask(&["import", &path, "--translator", "Ana"]);
    assert!(ran.output.starts_with("1 changed, 0 new"), "{ran:?}");
    assert_eq!(record(&project, "es", id), before);
    let todo = project.xtask(&["review", "todo", "es"]).output;
    assert!(todo.contains(&format!("stale       {id}\n")), "{todo}");
    project.write("out.po", edited(&[id, &format!("{id}.note")]));
    project.xtask(&["import", &path, "--translator", "Ana"]).result.expect("it runs");
    assert!(record(&project, "es", id).contains("translator = \"Ana\""));
}

#[test]
fn a_stale_text_that_is_marked_as_translated_is_right_as_it_is() {
    let project = Sandbox::copy();
    project.replace("locales/en-US/faq.ftl", "Survival sex", "Survival sex acts");
    let path = exported(&project, "ar", "po", "po");
    let files = project.files("locales/ar");
    project.write("out.po", project.read("out.po").replace("#, fuzzy\n", ""));
    let ran = project.xtask(&["import", &path]);
    assert_eq!(ran.output, "0 changed, 0 new, 44 as they were, 0 left out\n");
    assert!(record(&project, "ar", "csec-forms-list-survival-sex").contains("Survival sex acts"));
    let texts = |files: Vec<(String, Vec<u8>)>| -> Vec<_> {
        files.into_iter().filter(|(path, _)| path != "review.toml").collect()
    };
    assert_eq!(texts(project.files("locales/ar")), texts(files));
}

#[test]
fn a_file_of_another_language_or_of_none_is_refused() {
    let project = Sandbox::copy();
    let path = exported(&project, "es", "xliff", "xlf");
    for (arguments, said) in [
        (vec!["import", &path, "--locale", "fr"], "the file is in `es`, not in `fr`"),
        (vec!["export", "tlh", "--format", "po"], "`tlh` is no language of translations"),
        (vec!["export", "en-US", "--format", "po"], "`en-US` is no language of translations"),
    ] {
        let error = project.xtask(&arguments).result.expect_err(said);
        assert!(error.to_string().starts_with(said), "{error}");
        assert_eq!(error.exit_code(), 2);
    }
    project.write("out.xlf", "{\"not\": \"known\"}");
    let error =
        project.xtask(&["import", &path]).result.expect_err("it is no format that is known");
    assert_eq!(error.exit_code(), 3);
}
