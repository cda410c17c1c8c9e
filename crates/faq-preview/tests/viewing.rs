//! A page despite its findings, each at its place.

use faq_check::Example;
use faq_preview::{Shown, view};
use xtask::{Error, Project};

const PROJECT: &str = "--- catalog.toml
format = 1
[[fact]]
id = \"age\"
integer = 18
note = \"adult\"
[[topic]]
id = \"t\"
[[interface]]
id = \"contents\"
note = \"menu\"
[[entry]]
id = \"who\"
topic = \"t\"
risk = \"critical\"
[[entry.block]]
kind = \"paragraph\"
id = \"answer\"
facts = [\"age\"]
[[entry.block]]
kind = \"list\"
id = \"kinds\"
lead = true
items = [\"one\", \"two\"]
--- en-US/faq.ftl
-kid = child
title = Frequent questions
interface-contents = Questions
who-question = Who is a { -kid }?
who-answer = Whoever is younger than { $age }.
who-kinds-lead = There are:
who-kinds-one = Girls
who-kinds-two = Boys
--- ar/faq.ftl
-kid = طفل
title = أسئلة متكررة
interface-contents = الأسئلة
who-question = من هو الـ{ -kid }؟
who-answer = كل من هو دون { $age } عاما.
who-kinds-lead = هناك:
who-kinds-one = بنات
who-kinds-two = أولاد
";

/// The page of `tag` after `from` was replaced, and what was found, in a line.
fn shown(tag: &str, beside: bool, from: &str, to: &str) -> Result<(String, String), Error> {
    assert!(PROJECT.contains(from), "the project has no {from:?}");
    let example = Example::parse(&PROJECT.replacen(from, to, 1)).expect("a well-formed example");
    let Example { tree, registry, catalog, policy } = example;
    let project = Project { tree, registry, catalog: catalog.expect("a catalog"), policy };
    let shown = Shown { tag, today: Example::DAY, beside, live: None };
    view(&project, shown).map(|(page, verdict)| (page.html, verdict))
}

/// What the page shows at a message: from its place to the end of its own text and remarks.
fn at<'p>(page: &'p str, message: &str) -> &'p str {
    let (_, rest) =
        page.split_once(&format!("id=\"_m-{message}\"")).expect("the message has a place");
    let end = rest.find("id=\"_m-").unwrap_or(rest.len());
    rest.get(..end).expect("a place in the page")
}

#[test]
fn a_page_without_findings_says_so() {
    let (page, verdict) = shown("ar", false, "Girls", "Girls").expect("a page");
    assert_eq!(verdict, "Nothing to mend");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(at(&page, "who-answer").contains("كل من هو دون 18 عاما."));
    assert!(!page.contains("<script") && !page.contains("Where to look"));
}

#[test]
fn a_finding_stands_at_its_text_with_its_line_and_help() {
    let (page, verdict) = shown("ar", false, "دون { $age }", "دون { $agee }").expect("a page");
    assert!(verdict.starts_with("1 error"), "{verdict}");
    let place = at(&page, "who-answer");
    assert!(place.contains("ar/faq.ftl:5:"), "{place}");
    assert!(place.contains("<mark>agee</mark>") || place.contains("<mark>$agee</mark>"), "{place}");
    assert!(place.contains("did you mean <code>{ $age }</code>?"), "{place}");
    assert!(!at(&page, "who-question").contains("class=\"remarks\""));
}

#[test]
fn a_missing_text_is_the_references_framed_in_its_language_and_direction() {
    let (page, verdict) = shown("ar", false, "who-kinds-one = بنات\n", "").expect("a page");
    assert!(verdict.ends_with("1 text shown in the reference"), "{verdict}");
    let place = at(&page, "who-kinds-one");
    assert!(place.contains("<div class=\"own\" lang=\"en-US\" dir=\"ltr\">Girls"), "{place}");
    assert!(place.contains("there is no text yet"), "{place}");
    assert!(!place.contains("<mark>"), "no other text is shown as this one: {place}");
    assert!(page.contains("readers would get this whole answer in <code>en-US</code>"));
    assert!(at(&page, "who-kinds-two").contains("أولاد"), "the others are its own");
}

#[test]
fn the_reference_stands_beside_each_text_in_its_own_direction() {
    let (page, _) = shown("ar", true, "Girls", "Girls").expect("a page");
    let reference = "<p lang=\"en-US\" dir=\"ltr\">Whoever is younger than 18.";
    assert!(at(&page, "who-answer").contains(reference));
    let (page, _) = shown("en-US", true, "Girls", "Girls").expect("a page");
    assert!(!page.contains("class=\"reference\""), "the reference has nothing beside it");
}

#[test]
fn what_is_in_no_text_of_the_page_is_listed_after_it() {
    let (page, _) =
        shown("ar", false, "who-kinds-two = أولاد", "x {\nwho-kinds-two = أولاد").expect("a page");
    let (_, rest) = page.split_once("id=\"_elsewhere\"").expect("there is such a list");
    assert!(rest.contains("syntax-error"), "{rest}");
}

#[test]
fn nothing_that_a_translator_writes_is_markup() {
    let hostile = "<img src=x onerror=alert(1)> & \u{202e}\"'`";
    for text in ["أولاد", "Boys"] {
        let (page, _) = shown("ar", true, text, hostile).expect("a page");
        assert!(page.contains("onerror") && !page.contains("<img"), "{page}");
    }
}

#[test]
fn made_up_languages_are_shown_and_have_no_findings() {
    let (page, verdict) = shown("ar-XB", false, "Girls", "Girls").expect("a page");
    assert!(
        page.contains("<html lang=\"ar-XB\" dir=\"rtl\">")
            && page.contains("\u{202e}Girls\u{202c}")
    );
    assert_eq!(verdict, "Nothing to mend");
    let (page, _) = shown("en-XA", false, "Girls", "Girls").expect("a page");
    assert!(at(&page, "who-question").contains("çĥîîîļđ"), "terms are disguised too");
}

#[test]
fn a_language_that_does_not_exist_is_wrong_usage_and_the_others_are_named() {
    let error = shown("xx", false, "Girls", "Girls").expect_err("no page");
    assert_eq!(error.exit_code(), 2);
    insta::assert_snapshot!(error, @r"
    there is no locale `xx`
      help: choose one of en-US, ar, en-XA, ar-XB
    ");
}
