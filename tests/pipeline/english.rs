//! The English text is the owner's, word for word.

use faq_content::{LocalizedBlock, LocalizedFaq};

use crate::{locales::shipped, project::repository};

/// The only editorial corrections: what the owner wrote, what the FAQ says.
const CORRECTIONS: [(&str, &str); 1] =
    [("threats and/ or physical abuse", "threats and/or physical abuse")];

#[test]
fn the_english_faq_is_the_owners_text_word_for_word() {
    let source = std::fs::read_to_string(repository().join("tests/source/faq.txt"))
        .expect("the owner's text is here");
    let mut expected = folded(&source);
    for (written, corrected) in CORRECTIONS {
        assert_eq!(
            expected.matches(written).count(),
            1,
            "the owner's text no longer has {written:?}"
        );
        expected = expected.replacen(written, corrected, 1);
    }
    let faqs = shipped();
    let english = faqs.iter().find(|faq| faq.locale.as_str() == "en-US").expect("en-US ships");
    assert_eq!(english.entries.len(), 8, "the owner wrote eight questions");
    assert_eq!(folded(&plain(english)), expected);
}

/// Title, questions and answers, a bullet before each item of a list, as in the owner's text.
fn plain(faq: &LocalizedFaq) -> String {
    let mut text = vec![faq.title.text.clone()];
    for entry in &faq.entries {
        text.push(entry.question.clone());
        for block in &entry.blocks {
            match block {
                LocalizedBlock::Paragraph { text: paragraph, .. } => text.push(paragraph.clone()),
                LocalizedBlock::Quotation { attribution, text: words, original, .. } => {
                    assert_eq!(*original, None, "the reference is the original");
                    text.push(attribution.clone());
                    text.push(words.clone());
                }
                LocalizedBlock::List { lead, items, .. } => {
                    text.extend(lead.clone());
                    text.extend(items.iter().map(|item| format!("• {}", item.text)));
                }
            }
        }
    }
    text.join("\n")
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
