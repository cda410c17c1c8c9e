//! Everything that a fuzzer ever found worth keeping, and the examples of all rules, go through every target; and so does
//! a part of them with something changed, which is what a fuzzer does, for some seconds.

#![expect(clippy::disallowed_methods, reason = "the corpus is read from the disk")]

use std::{fs, path::Path};

use faq_check::RULES;
use plainspoken_fuzz::{TARGETS, Target};
use proptest::{
    arbitrary::any,
    sample::Index,
    test_runner::{Config, TestRunner},
};

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = fs::read_dir(folder).expect("each target has a corpus");
    let mut files: Vec<_> = files.map(|it| it.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() > 10, "{target} has hardly any corpus");
    files.iter().map(|file| fs::read(file).expect("a file")).collect()
}

/// The example trees of the rules' pages, wrong and right ones.
fn examples() -> Vec<&'static [u8]> {
    let blocks = RULES.iter().flat_map(|rule| rule.doc.split("\n```"));
    blocks.filter_map(|block| block.strip_prefix("text\n")).map(str::as_bytes).collect()
}

#[test]
fn everything_holds_for_the_whole_corpus() {
    for (name, target) in TARGETS {
        for bytes in corpus(name) {
            target(&bytes);
        }
    }
}

#[test]
fn everything_holds_for_the_examples_of_all_rules() {
    let examples = examples();
    assert!(examples.len() > 2 * RULES.len(), "the examples were not found");
    for (_, target) in TARGETS {
        for bytes in &examples {
            target(bytes);
        }
    }
}

#[test]
fn everything_holds_where_a_text_of_the_corpus_is_spoilt() {
    for (name, target) in TARGETS {
        spoil(target, &corpus(name));
    }
}

/// Puts a part of one text into another, often.
fn spoil(target: Target, corpus: &[Vec<u8>]) {
    let cases = (any::<[Index; 5]>(), 0_usize..40);
    let config = Config {
        cases: 100,
        max_shrink_iters: 500,
        failure_persistence: None,
        ..Config::default()
    };
    let spoilt = |([into, of, at, from, to], removed): ([Index; 5], usize)| {
        let (mut bytes, part) = (into.get(corpus).clone(), of.get(corpus));
        let at = at.index(bytes.len() + 1);
        let (from, to) = (from.index(part.len() + 1), to.index(part.len() + 1));
        let inserted = part.get(from.min(to)..from.max(to)).unwrap_or_default();
        bytes.splice(at..(at + removed).min(bytes.len()), inserted.iter().copied());
        target(&bytes);
        Ok(())
    };
    TestRunner::new(config).run(&cases, spoilt).unwrap_or_else(|error| panic!("{error}"));
}
