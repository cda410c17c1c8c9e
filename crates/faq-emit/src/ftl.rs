//! `faq.ftl`: the FAQ as Fluent messages that every Fluent runtime renders alike.
//!
//! Facts, terms and choices are resolved; what is left is text. A text is written as it is where no runtime could read it in another
//! way, and otherwise as one string literal: runtimes set a placeable apart by invisible marks only where something stands beside it.

use faq_content::LocalizedFaq;

/// The messages whose texts are the locale's own. What fell back is left out: a runtime has fallbacks of its own, and a message of
/// this file is in this file's language.
pub(crate) fn resource(faq: &LocalizedFaq) -> String {
    let mut ftl = format!(
        "### The FAQ in `{}`, resolved: no variables, no terms. Review: {}.\n\n",
        faq.locale,
        faq.review.as_str()
    );
    for message in faq.messages() {
        if *message.locale == faq.locale && !message.text.is_empty() {
            ftl.push_str(&format!("{} = {}\n", message.id, value(message.text)));
        }
    }
    ftl
}

fn value(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { literal(text) }
}

/// Whether the text means itself on the line of its message.
fn is_plain(text: &str) -> bool {
    let is_odd = |it: char| matches!(it, '{' | '}') || it.is_control();
    !text.starts_with([' ', '.', '*', '[']) && !text.ends_with(' ') && !text.contains(is_odd)
}

fn literal(text: &str) -> String {
    let mut literal = "{ \"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            it if it.is_control() => literal.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => literal.push(it),
        }
    }
    literal.push_str("\" }");
    literal
}
