//! Writing the FAQ for sites: nothing stops it, and a text of a translator stays text in every file.

use std::collections::{BTreeMap, BTreeSet};

use faq_bundle::{Bundle, Manifest};
use faq_check::{Checked, Example, Profile};
use faq_emit::{OutputFile, Release, release};
use faq_l10n::{Withheld, resolve_all};
use html5gum::{Token, Tokenizer};

use crate::{checking::check_as, text_of};

/// An example tree with all that a page shows but the questions and answers of one locale.
const TREE: &str = include_str!("bundles.txt");

/// Writes the bytes, the questions and answers of a locale, as a release.
pub fn bundles(bytes: &[u8]) {
    for OutputFile { path, bytes } in &written(&text_of(bytes)) {
        let text = std::str::from_utf8(bytes).expect("every file is UTF-8");
        if path == "manifest.json" {
            Manifest::parse(text).expect("the manifest can be read");
        } else if path.ends_with("/faq.json") {
            Bundle::parse(text).expect("a bundle can be read");
        } else if path.ends_with("index.html") {
            is_our_page(text);
        }
    }
}

/// What the check finds stops nothing here.
fn written(spanish: &str) -> Vec<OutputFile> {
    let Ok(example) = Example::parse(&format!("{TREE}{spanish}")) else { return Vec::new() };
    let Some(catalog) = &example.catalog else { return Vec::new() };
    let Checked { locales, reviews, .. } = check_as(&example, Profile::Prose);
    let faqs = resolve_all(catalog, &example.registry, &locales, &reviews, &Withheld::default());
    let reference = example.registry.reference();
    // A locale without the texts of a page cannot be written; nothing else is refused.
    let negotiation = BTreeMap::new();
    let it = Release { reference, faqs: &faqs, negotiation: &negotiation, catalog, revision: None };
    release(&it).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_shows_the_text() {
        let files = written("title = ¡Hola!\nq-question = ¿<b>?\nq-answer = { $age }\n");
        let page = files.iter().find(|file| file.path == "es/index.html").expect("a page");
        let page = String::from_utf8_lossy(&page.bytes);
        assert!(page.contains("¡Hola!") && !page.contains("<b>"), "{page}");
    }
}
