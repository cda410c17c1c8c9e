//! Everything that a fuzzer ever found worth keeping, and the examples of all rules, go through every target.

#![expect(clippy::disallowed_methods, reason = "the corpus is read from the disk")]

use std::{fs, path::Path};

use faq_check::RULES;
use plainspoken_fuzz::TARGETS;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = fs::read_dir(folder).expect("each target has a corpus");
    files.map(|it| fs::read(it.expect("an entry").path()).expect("a file")).collect()
}

/// The example trees of the rules' pages, wrong and right ones.
fn examples() -> Vec<&'static [u8]> {
    let blocks = RULES.iter().flat_map(|rule| rule.doc.split("\n```"));
    blocks.filter_map(|block| block.strip_prefix("text\n")).map(str::as_bytes).collect()
}

#[test]
fn everything_holds_for_the_whole_corpus() {
    for (name, target) in TARGETS {
        let corpus = corpus(name);
        assert!(corpus.len() > 10, "{name} has hardly any corpus");
        corpus.iter().for_each(|bytes| target(bytes));
    }
}

#[test]
fn everything_holds_for_the_examples_of_all_rules() {
    let examples = examples();
    assert!(examples.len() > 2 * RULES.len(), "the examples were not found");
    for (_, target) in TARGETS {
        examples.iter().for_each(|bytes| target(bytes));
    }
}
