//! Claims about catalogs: what is read, and what each mistake is answered with.

use insta::assert_snapshot;

use super::{Catalog, CatalogFile};

const SMALL: &str = r#"
format = 1
[[fact]]
id = "age"
integer = 18
note = "adult"
[[topic]]
id = "basics"
[[interface]]
id = "menu"
note = "menu"
[[entry]]
id = "who"
topic = "basics"
risk = "critical"
[[entry.block]]
kind = "paragraph"
id = "answer"
facts = ["age"]
[[entry.block]]
kind = "list"
id = "kinds"
lead = true
items = ["one", "two"]
[[entry.block]]
kind = "quotation"
id = "law"
pinned = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
"#;

fn read(text: &str) -> Result<Catalog, String> {
    let file = CatalogFile { path: "catalog/faq.toml".into(), text: text.into() };
    Catalog::parse(&[file]).map_err(|error| error.to_string())
}

fn mistake(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "the fixture has no {from}");
    read(&SMALL.replacen(from, to, 1)).expect_err("a catalog with a mistake was read")
}

#[test]
fn message_ids_follow_from_entry_and_block_ids() {
    let catalog = read(SMALL).expect("the fixture is well-formed");
    let ids: Vec<String> = catalog.messages().into_iter().map(|message| message.id).collect();
    assert_snapshot!(ids.join("\n"), @r"
    title
    who-question
    who-answer
    who-kinds-lead
    who-kinds-one
    who-kinds-two
    who-law-attribution
    who-law
    interface-menu
    ");
}

#[test]
fn a_catalog_says_on_which_terms_it_may_be_used_and_who_is_to_be_named() {
    let rights = "[[licence]]\ncovers = \"texts\"\nterms = \"CC-BY-4.0\"\n[[credit]]\nname = \"A\"\nwork = \"es\"\n";
    let catalog = read(&format!("{SMALL}{rights}")).expect("a catalog");
    assert_eq!(catalog.licences().first().map(|it| it.terms.as_str()), Some("CC-BY-4.0"));
    assert_eq!(catalog.credits().first().map(|it| it.work.as_str()), Some("es"));
    read(&format!("{SMALL}{}", rights.replace("terms", "term"))).expect_err("an unknown key");
}

#[test]
fn every_mistake_has_a_place_and_a_way_out() {
    let mistakes = [
        mistake("risk = \"critical\"", "risk = \"critical\"\nauthor = \"me\""),
        mistake("id = \"who\"", "id = \"Who\""),
        mistake("items = [\"one\", \"two\"]", "items = [\"one\", \"one\"]"),
        mistake("items = [\"one\", \"two\"]", "items = []"),
        mistake("items = [\"one\", \"two\"]", "items = [\"lead\"]"),
        mistake("facts = [\"age\"]", ""),
        mistake("facts = [\"age\"]", "facts = [\"agee\"]"),
        mistake("topic = \"basics\"", "topic = \"basic\""),
        mistake("lead = true", "pinned = \"sha256:0\""),
        mistake("sha256:01", "sha256:"),
        mistake("format = 1", "format = 2"),
        mistake("risk = \"critical\"", "risk = \"high\""),
        mistake("id = \"law\"", "id = \"answer\""),
        mistake("id = \"law\"", "id = \"kinds-one\""),
        mistake("id = \"who\"", "id = who"),
    ];
    assert_snapshot!(mistakes.join("\n"));
}

#[test]
fn nothing_in_a_catalog_can_start_a_line_of_what_is_said_about_it() {
    let said = mistake("topic = \"basics\"", "topic = \"x\\n::error::y\"");
    assert!(!said.lines().any(|line| line.trim_start().starts_with("::")), "{said}");
}
