//! Mending a tree and formatting its files: it comes to an end, loses nothing and gives nothing new to find.

use std::collections::BTreeSet;

use faq_check::{Example, Finding, Profile, mend_tree};
use faq_l10n::{FtlFile, canonical};

use crate::{checking::check_as, text_of};

/// Rounds after which everything that can be mended is.
const ROUNDS: usize = 20;

/// Mends the bytes, an example tree, and formats its files.
pub fn mending(bytes: &[u8]) {
    let Ok(mut example) = Example::parse(&text_of(bytes)) else { return };
    for file in example.tree.folders.iter().flat_map(|folder| &folder.files) {
        has_a_usual_form(file.content.text());
    }
    // On a disk no file has the path of another.
    let mut paths = BTreeSet::new();
    let all = example.tree.folders.iter().flat_map(|it| it.files.iter().chain(&it.settings));
    if !all.into_iter().all(|file| paths.insert(file.path.clone())) {
        return;
    }
    for _ in 0..ROUNDS {
        let before = check_as(&example, Profile::Prose).findings;
        let fixes = before.iter().filter(|finding| finding.fix.is_some()).count();
        let mended = mend_tree(&mut example.tree, &before);
        assert!(mended.iter().map(|file| file.fixes).sum::<usize>() <= fixes);
        if mended.is_empty() {
            return;
        }
        let after = check_as(&example, Profile::Prose).findings;
        assert!(serious(&after).is_subset(&serious(&before)), "{mended:?} {after:?}");
    }
    panic!("mending does not come to an end: {:?}", example.tree);
}

/// What stops a parser: a fix must never bring it in.
fn serious(findings: &[Finding]) -> BTreeSet<(&str, &str)> {
    let stops = |it: &&Finding| matches!(it.rule, "syntax-error" | "unsafe-size");
    findings.iter().filter(stops).map(|it| (it.rule, &*it.path)).collect()
}

/// A text in its usual form stays as it is, and says the same as before.
fn has_a_usual_form(source: &str) {
    let Some(usual) = canonical(source) else { return };
    assert_eq!(canonical(&usual), None, "formatting twice is not formatting once: {source:?}");
    assert_eq!(seen(source), seen(&usual), "{source:?}");
}

/// What readers see of a file: ids and what stands in them.
fn seen(source: &str) -> Vec<String> {
    let file = FtlFile::parse("x.ftl", "x.ftl", source);
    let outlines = file.outlines.iter().map(|outline| {
        let texts: String = outline.texts().iter().map(|text| text.raw).collect();
        let targets: Vec<_> = outline.references().iter().map(|it| it.target).collect();
        let words: Vec<&str> = texts.split_whitespace().collect();
        format!("{:?} {} {words:?} {targets:?}", outline.kind(), outline.id())
    });
    outlines.collect()
}
