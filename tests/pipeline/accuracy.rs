//! The corpus of texts with one defect each is whole, and new cases are as good as those in it.

use std::{collections::BTreeSet, fs};

use faq_accuracy::{Accuracy, Case, Extent, OPERATORS, Source, generate, parse_cases};

use crate::project::repository;

fn corpus() -> Vec<Case> {
    let folder = repository().join("crates/faq-accuracy/corpus");
    let files = fs::read_dir(folder).expect("the corpus can be read");
    let mut cases = Vec::new();
    for file in files.map(|file| file.expect("the entry can be read").path()) {
        if file.extension().is_some_and(|it| it == "txt") {
            let text = fs::read_to_string(&file).expect("the file can be read");
            cases.extend(parse_cases(&text).expect("the file holds cases"));
        }
    }
    cases
}

#[test]
fn the_corpus_has_cases_of_every_operator_and_of_no_other() {
    let cases = corpus();
    let operators: BTreeSet<(&str, &str)> =
        OPERATORS.iter().copied().flatten().map(|it| (it.name, it.rule)).collect();
    let in_corpus: BTreeSet<(&str, &str)> =
        cases.iter().map(|it| (it.name.as_str(), it.rule.as_str())).collect();
    assert_eq!(in_corpus, operators, "`cargo xtask accuracy --write` makes it anew");
    let locales: BTreeSet<&str> = cases.iter().map(|it| it.locale.as_str()).collect();
    assert!(cases.len() >= 250 && locales.len() >= 20, "{} in {locales:?}", cases.len());
}

#[test]
fn a_defect_is_found_wherever_it_is_put() {
    // Of texts that nobody edits, so that no translator is held up by an operator.
    let sources = [Source::app()];
    let cases = generate(&sources, 2, Extent::OfEach(3));
    assert_eq!(cases, generate(&sources, 2, Extent::OfEach(3)), "a seed makes the same cases");
    let accuracy = Accuracy::of(&cases).expect("every case is a tree");
    assert!(accuracy.holds(), "{}", accuracy.failures.join("\n"));
}
