//! Which locale is served to whom, with the table of a real release.

use faq_bundle::{Manifest, Negotiation};
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

use crate::{
    formats,
    project::{Sandbox, repository},
};

/// So many that each part of a header meets each other.
const HEADERS: usize = 4_000;

#[test]
fn the_shared_vectors_hold_with_the_table_of_a_release() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("the bundle is written");
    let manifest =
        Manifest::parse(&project.read("dist/manifest.json")).expect("the manifest can be read");
    let vectors = std::fs::read_to_string(repository().join("tests/vectors/negotiation.json"))
        .expect("the vectors are here");
    let vectors: Vec<serde_json::Value> =
        serde_json::from_str(&vectors).expect("the vectors are JSON");
    assert!(vectors.len() > 20);
    for vector in vectors {
        let (header, served) =
            (vector["header"].as_str().expect("a header"), vector["served"].as_str());
        assert_eq!(Some(manifest.negotiation.from_header(header)), served, "{header:?}");
    }
}

#[test]
#[ignore = "needs node"]
fn runtimes_serve_the_same_locale_as_the_reader_in_rust_whatever_is_asked_for() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("the bundle is written");
    let manifest =
        Manifest::parse(&project.read("dist/manifest.json")).expect("the manifest can be read");
    let headers = headers(&manifest.negotiation);
    // As a header, and as a list like `navigator.languages`.
    let lists: Vec<Vec<&str>> = headers.iter().map(|it| it.split([',', ';']).collect()).collect();
    let wanted: Vec<Value> =
        headers.iter().map(|it| json!(it)).chain(lists.iter().map(|it| json!(it))).collect();
    let module = project.path("dist/npm/index.js");
    let question = json!({ "negotiate": { "module": module, "wanted": wanted } });
    let answers = formats::ask_node(&[question]);
    let table = &manifest.negotiation;
    let expected = headers.iter().map(|it| table.from_header(it));
    let expected = expected.chain(lists.iter().map(|it| table.from_wanted(it.iter().copied())));
    let answers = answers[0].as_array().expect("a list");
    assert_eq!(answers.len(), 2 * HEADERS);
    for ((wanted, served), answer) in wanted.iter().zip(expected).zip(answers) {
        assert_eq!(answer, served, "{wanted}");
    }
    let defaults = answers.iter().filter(|it| *it == &table.default).count();
    assert!(defaults * 3 < answers.len() * 2, "too little of it means something: {defaults}");
}

/// Headers as browsers send them, and as nobody should: the same ones in every run.
pub(crate) fn headers(table: &Negotiation) -> Vec<String> {
    let known: Vec<String> = table.table.keys().cloned().collect();
    let tag = prop_oneof![
        6 => select(known),
        1 => select(vec!["*", "", "-", "en-", "x", "i-klingon", "zh-", "__proto__", "constructor", "é", "１", "\u{202e}"])
            .prop_map(str::to_owned),
        1 => "[A-Za-z0-9-]{0,70}",
    ];
    let rest = prop_oneof![
        6 => select(vec!["", "-XX", "-x-private", "-u-nu-latn", "-Latn-TW", "-a-b"]),
        1 => select(vec!["--", "_TW", "\u{130}"]),
    ];
    let cased = (tag, rest, any::<bool>()).prop_map(|(tag, rest, upper)| {
        let tag = format!("{tag}{rest}");
        if upper { tag.to_uppercase() } else { tag }
    });
    let parameter = prop_oneof![
        3 => select(vec!["", ";q=1", ";q=0.9", ";q=0.85", ";q=0.5", ";q=0.500", ";Q=0.7", "; q = 0.8", ";v=b3", ";q=0"]),
        1 => select(vec![
            ";q=0.5000", ";q=1.000", ";q=1.001", ";q=2", ";q=.5", ";q=0.", ";q=1.", ";q", ";q=", ";=", ";", ";q=0.9;v=1",
            ";q=0.1;q=0.9", ";q=-1", ";q=1e0", ";q=0x1", ";q=\u{660}", ";\u{a0}q=1", ";q=0.5\n",
        ]),
    ];
    let space = prop_oneof![
        9 => select(vec!["", "", " ", "\t"]),
        1 => select(vec!["\u{a0}", "\r", "\u{feff}"]),
    ];
    let part = (space.clone(), cased, space.clone(), parameter, space)
        .prop_map(|(a, tag, b, parameter, c)| format!("{a}{tag}{b}{parameter}{c}"));
    let header = vec(part, 0..6).prop_map(|parts| parts.join(","));
    let always_the_same = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), always_the_same);
    (0..HEADERS).map(|_| header.new_tree(&mut runner).expect("a header").current()).collect()
}
