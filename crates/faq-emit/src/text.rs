//! `faq.txt`: the FAQ as plain text, a paragraph a line.

use faq_content::{LocalizedBlock, LocalizedEntry, LocalizedFaq};

use crate::interface::Interface;

/// What stands between two entries.
const RULE: &str = "---";

/// The FAQ: paragraphs parted by empty lines, entries by a line of three hyphens.
pub(crate) fn document(faq: &LocalizedFaq) -> String {
    let interface = Interface(faq);
    let mut paragraphs = vec![line(&faq.title.text)];
    if interface.is_draft() {
        paragraphs.push(line(interface.get("draft-notice")));
    }
    for entry in &faq.entries {
        paragraphs.push(RULE.to_owned());
        if !interface.is_own(entry) {
            paragraphs.push(line(interface.get("fallback-notice")));
        }
        paragraphs.push(line(&entry.question));
        paragraphs.push(answer(entry, &interface));
    }
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

/// The answer as plain text: paragraphs parted by empty lines, a bullet before each item of a list.
pub(crate) fn answer(entry: &LocalizedEntry, interface: &Interface<'_>) -> String {
    let mut paragraphs = Vec::new();
    for block in &entry.blocks {
        match block {
            LocalizedBlock::Paragraph { id: _, text } => paragraphs.push(line(text)),
            LocalizedBlock::Quotation { id: _, attribution, text, original } => {
                paragraphs.extend([line(attribution), line(text)]);
                if let Some(original) = original {
                    paragraphs.push(line(interface.get("unofficial-translation")));
                    paragraphs.push(line(interface.get("original-text")));
                    paragraphs.push(line(&original.text));
                }
            }
            LocalizedBlock::List { id: _, lead, items } => {
                paragraphs.extend(lead.as_deref().map(line));
                let items: Vec<String> =
                    items.iter().map(|item| format!("• {}", line(&item.text))).collect();
                paragraphs.push(items.join("\n"));
            }
        }
    }
    paragraphs.join("\n\n")
}

/// The text on one line, so that neither its structure nor its direction reaches beyond it, and without what steers a terminal.
fn line(text: &str) -> String {
    let printed = |it: char| if it.is_control() { char::REPLACEMENT_CHARACTER } else { it };
    text.split_whitespace()
        .map(|word| word.chars().map(printed).collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
