//! What a reader is to see: the texts of a FAQ, in order, each with its language.

use faq_content::{Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq, Review};
use serde_json::Value;

/// One text as a reader meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) kind: Kind,
    pub(crate) locale: String,
    pub(crate) dir: String,
    pub(crate) text: String,
    /// Of a question: the ids by which it can be addressed.
    pub(crate) anchors: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    Notice,
    Question,
    Paragraph,
    Quotation,
    Item,
}

/// Title, notices, questions and answers.
pub(crate) fn shown(faq: &LocalizedFaq) -> Vec<Shown> {
    let mut all = vec![of(Kind::Title, &faq.title.text, (&faq.title.locale, faq.title.dir))];
    if faq.review == Review::Draft {
        all.push(interface(faq, Kind::Notice, "draft-notice"));
    }
    for entry in &faq.entries {
        if entry.locale != faq.locale {
            all.push(interface(faq, Kind::Notice, "fallback-notice"));
        }
        let mut question = of(Kind::Question, &entry.question, (&entry.locale, entry.dir));
        let ids = std::iter::once(&entry.id).chain(&entry.aliases);
        question.anchors = ids.map(ToString::to_string).collect();
        all.push(question);
        all.extend(answer(faq, entry));
    }
    all
}

/// The answer of an entry.
pub(crate) fn answer(faq: &LocalizedFaq, entry: &LocalizedEntry) -> Vec<Shown> {
    let own = |kind, text: &str| of(kind, text, (&entry.locale, entry.dir));
    let mut all = Vec::new();
    for block in &entry.blocks {
        match block {
            LocalizedBlock::Paragraph { text, .. } => all.push(own(Kind::Paragraph, text)),
            LocalizedBlock::Quotation { attribution, text, original, .. } => {
                all.extend([own(Kind::Paragraph, attribution), own(Kind::Quotation, text)]);
                if let Some(original) = original {
                    all.push(interface(faq, Kind::Paragraph, "unofficial-translation"));
                    all.push(interface(faq, Kind::Paragraph, "original-text"));
                    let from = (&original.locale, original.dir);
                    all.push(of(Kind::Quotation, &original.text, from));
                }
            }
            LocalizedBlock::List { lead, items, .. } => {
                all.extend(lead.iter().map(|lead| own(Kind::Paragraph, lead)));
                all.extend(items.iter().map(|item| own(Kind::Item, &item.text)));
            }
        }
    }
    all
}

/// The same of the blocks of an entry as they stand in a JSON bundle.
pub(crate) fn of_blocks(json: &str, entry: &faq_bundle::Entry, faq: &LocalizedFaq) -> Vec<Shown> {
    let blocks: Vec<Value> = serde_json::from_str(json).expect("it is JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let own = |kind, value: &Value| Shown {
        kind,
        locale: entry.locale.clone(),
        dir: entry.dir.clone(),
        text: text(value),
        anchors: Vec::new(),
    };
    let mut all = Vec::new();
    for block in &blocks {
        match block["kind"].as_str() {
            Some("paragraph") => all.push(own(Kind::Paragraph, &block["text"])),
            Some("quotation") => {
                all.push(own(Kind::Paragraph, &block["attribution"]));
                all.push(own(Kind::Quotation, &block["text"]));
                let original = &block["original"];
                assert_eq!(block["unofficial"], !original.is_null());
                if !original.is_null() {
                    all.push(interface(faq, Kind::Paragraph, "unofficial-translation"));
                    all.push(interface(faq, Kind::Paragraph, "original-text"));
                    let (locale, dir) = (text(&original["locale"]), text(&original["dir"]));
                    all.push(Shown { locale, dir, ..own(Kind::Quotation, &original["text"]) });
                }
            }
            Some("list") => {
                let lead = Some(&block["lead"]).filter(|lead| !lead.is_null());
                all.extend(lead.map(|lead| own(Kind::Paragraph, lead)));
                let items = block["items"].as_array().expect("items");
                all.extend(items.iter().map(|item| own(Kind::Item, &item["text"])));
            }
            other => panic!("a block of kind {other:?}"),
        }
    }
    all
}

/// The text with one space for each run of white space, as formats of lines have it.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of(kind: Kind, text: &str, (locale, dir): (&LocaleTag, Direction)) -> Shown {
    let (locale, dir) = (locale.to_string(), dir.as_str().to_owned());
    Shown { kind, locale, dir, text: text.to_owned(), anchors: Vec::new() }
}

fn interface(faq: &LocalizedFaq, kind: Kind, id: &str) -> Shown {
    let found = faq.interface.iter().find(|(known, _)| known.as_str() == id);
    let (locale, dir) = &faq.interface_locale;
    of(kind, &found.expect("the interface text is there").1, (locale, *dir))
}
