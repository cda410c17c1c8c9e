//! Claims about opening a bundle without reading its entries.

use super::*;
use crate::Block;

const HASH: &str = "0123456789abcdef0123456789abcdef";

fn entry(id: &str, aliases: &[&str], text: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        fingerprint: HASH.to_owned(),
        aliases: aliases.iter().map(|it| (*it).to_owned()).collect(),
        topic: "t".to_owned(),
        locale: "es".to_owned(),
        dir: "ltr".to_owned(),
        risk: "normal".to_owned(),
        freshness: "fresh".to_owned(),
        review: "draft".to_owned(),
        question: format!("¿{id}?"),
        blocks: [Block::Paragraph { id: "answer".to_owned(), text: text.to_owned() }].into(),
    }
}

fn bundle(entries: Vec<Entry>) -> Bundle {
    let json = r#"{"format": 1, "locale": "es", "dir": "ltr", "title": "T", "tier": "preview", "review": "draft",
        "fallback": ["en"], "interface": {"contents": "[{\"entries\":["}, "entries": []}"#;
    Bundle { entries, ..Bundle::parse(json).expect("a bundle") }
}

/// A text with whatever could be taken for the end of a line, an entry or the file.
const ODD: &str = "]}\n{\"id\":\"x\",\"fingerprint\":\"\\ \u{2028}\r\n,";

fn entries() -> Vec<Entry> {
    vec![entry("who", &[], ODD), entry("what", &["old", "who"], ""), entry("who", &[], "twice")]
}

#[test]
fn a_bundle_is_written_one_entry_a_line_and_says_the_same_however_it_is_read() {
    for entries in [entries(), Vec::new()] {
        let written = bundle(entries.clone()).into_json().expect("JSON");
        assert_eq!(written.lines().count(), entries.len() + 2);
        assert_eq!(Bundle::parse(&written).expect("a bundle"), bundle(entries.clone()));
        let pretty = serde_json::to_string_pretty(&bundle(entries.clone())).expect("JSON");
        for json in [written.trim_end().to_owned(), written, pretty] {
            let opened = Bundle::open(json).expect("a bundle");
            let read: Vec<Entry> =
                opened.entries.iter().map(|it| it.expect("an entry").clone()).collect();
            assert_eq!((read, opened.entries.len()), (entries.clone(), entries.len()));
            assert_eq!(opened.holding(Vec::<Entry>::new()), bundle(Vec::new()));
        }
    }
}

#[test]
fn an_entry_is_found_by_its_id_and_by_those_that_it_had() {
    let opened = Bundle::open(bundle(entries()).into_json().expect("JSON")).expect("a bundle");
    let found = |id| opened.entry(id).expect("well-formed").map(|it| it.blocks.clone());
    assert_eq!(found("who"), Some(entries()[0].blocks.clone()));
    assert_eq!(found("old"), Some(entries()[1].blocks.clone()));
    for id in ["", "who\"", "x", "es"] {
        assert_eq!(found(id), None, "{id}");
    }
}

#[test]
fn an_entry_of_another_shape_is_an_error_that_names_it_and_the_others_are_read() {
    let json =
        bundle(vec![entry("who", &[], "a"), entry("what", &[], "b")]).into_json().expect("JSON");
    let opened = Bundle::open(
        json.replace(r#""kind":"paragraph","id":"answer","text":"b""#, r#""kind":"song""#),
    );
    let opened = opened.expect("its entries are not read yet");
    assert!(opened.entry("who").is_ok_and(|it| it.is_some()));
    let error = opened.entry("what").map_err(|error| error.to_string()).expect_err("a song");
    assert!(
        error.starts_with("not of the shape of format 1: entry `what`: unknown variant `song`"),
        "{error}"
    );
    assert!(opened.entries.iter().any(|it| it.is_err()));
}

#[test]
fn what_is_no_bundle_is_refused_however_it_is_written() {
    let json = bundle(entries()).into_json().expect("JSON");
    let refused = |from: &str, to: &str| {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json, "{from}");
        Bundle::open(changed).map_err(|error| error.to_string()).expect_err(from)
    };
    assert_eq!(
        refused("\"format\":1", "\"format\":2"),
        "format 2 is unknown; this reader knows format 1"
    );
    for (from, to) in [
        ("\"locale\":\"es\",", ""),
        ("\n]}\n", "\n"),
        ("\n]}\n", ",\n]}\n"),
        ("\n]}\n", "\n]}\n{}\n"),
        (",\n{\"id\":\"what\"", "\n{\"id\":\"what\""),
        ("{\"id\":\"what\"", "{\"id\":\"wh\\\"at\""),
        (HASH, "0"),
        (HASH, "\\u0030123456789abcdef0123456789a"),
    ] {
        refused(from, to);
    }
}
