//! `faq.jsonld`: the FAQ as a schema.org `FAQPage`, safe inside a `<script>` element.

use faq_content::{LocalizedEntry, LocalizedFaq};
use serde_json::{Value, json};

use crate::{
    alternates::page_of, frame::Frame, interface::Interface, json::to_json, release::EmitError,
    text,
};

/// The FAQ of one locale. Addresses of questions are in it where the release has a base URL.
pub(crate) fn faq_page(faq: &LocalizedFaq, frame: &Frame<'_>) -> Result<String, EmitError> {
    let interface = Interface(faq);
    let page = frame.base_url.map(|base| format!("{base}{}", page_of(&faq.locale)));
    let mut document = json!({
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": faq.locale.as_str(),
        "name": name(faq),
        "mainEntity": faq
            .entries
            .iter()
            .map(|entry| question(entry, &interface, page.as_deref()))
            .collect::<Vec<_>>(),
    });
    if let (true, Some(object)) = (interface.is_draft(), document.as_object_mut()) {
        object.insert("creativeWorkStatus".to_owned(), "Draft".into());
    }
    if let (Some(page), Some(object)) = (page, document.as_object_mut()) {
        object.insert("url".to_owned(), page.into());
    }
    Ok(inert(&to_json(&document)?))
}

/// The title, with its language where that is not the FAQ's.
fn name(faq: &LocalizedFaq) -> Value {
    if faq.title.locale == faq.locale {
        return faq.title.text.as_str().into();
    }
    json!({ "@value": faq.title.text, "@language": faq.title.locale.as_str() })
}

fn question(entry: &LocalizedEntry, interface: &Interface<'_>, page: Option<&str>) -> Value {
    let mut question = json!({
        "@type": "Question",
        "identifier": entry.id.as_str(),
        "inLanguage": entry.locale.as_str(),
        "name": entry.question,
        "acceptedAnswer": {
            "@type": "Answer",
            "inLanguage": entry.locale.as_str(),
            "text": text::answer(entry, interface),
        },
    });
    if let (Some(page), Some(object)) = (page, question.as_object_mut()) {
        object.insert("url".to_owned(), format!("{page}#{}", entry.id).into());
    }
    question
}

/// The same JSON without a character that could end a script element or a line of a script.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                inert.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => inert.push(other),
        }
    }
    inert
}
