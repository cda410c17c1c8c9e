//! Writing the FAQ for sites: nothing stops it, and a text of a translator stays text in every file.

use std::collections::{BTreeMap, BTreeSet};

use faq_bundle::{Bundle, Manifest, Site};
use faq_check::{Checked, Example, Profile};
use faq_emit::{BaseUrl, HeadingLevel, OutputFile, Release};
use faq_l10n::{Withheld, resolve_all};
use html5gum::{Token, Tokenizer};

use crate::{checking::check_as, text_of};

/// An example tree with all that a page shows but the questions and answers of one locale.
const TREE: &str = include_str!("bundles.txt");

/// Writes the bytes, the questions and answers of a locale, as a release.
pub fn bundles(bytes: &[u8]) {
    let files = written(&text_of(bytes));
    if !files.is_empty() {
        let find = |path: &str| files.iter().find(|file| file.path == path);
        let read = |path: &str| find(path).map(|file| file.bytes.clone()).ok_or("not there");
        let site = Site::open(read).expect("a site can serve it");
        for entry in site.bundles().flat_map(|bundle| bundle.entries.iter()) {
            entry.expect("an entry can be read");
        }
    }
    for OutputFile { path, bytes } in &files {
        let text = std::str::from_utf8(bytes).expect("every file is UTF-8");
        match path.rsplit('/').next() {
            Some("manifest.json") => {
                Manifest::parse(text).expect("the manifest can be read");
            }
            Some("faq.json") => {
                let read = Bundle::parse(text).expect("a bundle can be read");
                let opened = Bundle::open(text.to_owned()).expect("a bundle can be opened");
                assert!(opened.entries.iter().map(Result::ok).eq(read.entries.iter().map(Some)));
            }
            Some("index.html" | "fragment.html" | "hreflang.html") => is_our_page(text),
            Some("faq.jsonld") => {
                let _: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
                assert!(!text.contains('<'), "{text}");
            }
            Some("faq.ftl") => {
                fluent_syntax::parser::parse(text).expect("every message can be read");
            }
            Some("faq.md") => is_our_markdown(text),
            _ => {}
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
    let release = faq_emit::release(&Release {
        reference,
        faqs: &faqs,
        negotiation: &BTreeMap::new(),
        catalog,
        revision: None,
        base_url: BaseUrl::parse("https://example.org/faq").ok().as_ref(),
        heading_level: HeadingLevel::default(),
        encodings: &[],
    });
    release.unwrap_or_default()
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

/// Markdown holds no element but anchors and languages, and nothing for a template language.
fn is_our_markdown(document: &str) {
    for (at, _) in document.match_indices('<') {
        let (before, element) = document.split_at(at);
        let ours = ["<a id=\"", "</a>", "<span lang=\"", "</span>"];
        let is_ours = ours.iter().any(|known| element.starts_with(known));
        // An escaped sign is text.
        assert!(is_ours || before.ends_with('\\'), "{document}");
    }
    assert!(!document.contains(['{', '}']), "{document}");
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
