//! Writing the FAQ for sites: nothing stops it, and a text of a translator stays text in every file.

use std::collections::{BTreeMap, BTreeSet};

use faq_bundle::{Bundle, Manifest};
use faq_check::{Checked, Example, Profile};
use faq_emit::{OutputFile, Release, release};
use faq_l10n::{Withheld, resolve_all};
use html5gum::{Token, Tokenizer};

use crate::{checking::check_as, text_of};

/// Writes the bytes, an example tree with a catalog, as a release. What the check finds stops nothing here.
pub fn bundles(bytes: &[u8]) {
    let Ok(example) = Example::parse(&text_of(bytes)) else { return };
    let Some(catalog) = &example.catalog else { return };
    let Checked { locales, .. } = check_as(&example, Profile::Prose);
    let faqs = resolve_all(catalog, &example.registry, &locales, &Withheld::default());
    let reference = example.registry.reference();
    let all = Release { reference, faqs: &faqs, negotiation: &BTreeMap::new() };
    // A locale without the texts of a page cannot be written; nothing else is refused.
    let Ok(files) = release(&all) else { return };
    for OutputFile { path, bytes } in &files {
        let text = std::str::from_utf8(bytes).expect("every file is UTF-8");
        if path == "manifest.json" {
            let manifest = Manifest::parse(text).expect("the manifest can be read");
            assert_eq!(manifest.all_files().count(), files.len() - 1);
        } else if path.ends_with("/faq.json") {
            Bundle::parse(text).expect("a bundle can be read");
        } else if path.ends_with(".html") {
            is_our_page(text);
        }
    }
}

/// A page holds no element that ours do not have, and no attribute that could run or load something.
fn is_our_page(page: &str) {
    let mut elements = BTreeSet::new();
    for token in Tokenizer::new(page).flatten() {
        if let Token::StartTag(tag) = token {
            for name in tag.attributes.keys() {
                let name = String::from_utf8_lossy(name).into_owned();
                assert!(!name.starts_with("on") && name != "src", "{name}: {page}");
            }
            elements.insert(String::from_utf8_lossy(&tag.name).into_owned());
        }
    }
    for foreign in ["script", "iframe", "img", "form", "object", "svg", "math", "base"] {
        assert!(!elements.contains(foreign), "{foreign}: {page}");
    }
}
