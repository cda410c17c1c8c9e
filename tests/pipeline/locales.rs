//! Every locale covers the whole FAQ.

use std::collections::BTreeSet;

use faq_content::{Block, Catalog, Entry, LocalizedBlock, LocalizedEntry, LocalizedFaq};

use crate::project::{Sandbox, localized, repository};

/// The FAQ in every locale that ships.
pub(crate) fn shipped() -> Vec<LocalizedFaq> {
    let mut faqs = localized(&repository()).1;
    faqs.retain(|faq| faq.tier.ships());
    faqs
}

#[test]
fn every_locale_reads_as_its_snapshot_shows() {
    for faq in shipped() {
        let interface: String =
            faq.interface.iter().map(|(id, text)| format!("{id}: {text}\n")).collect();
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("locale-{}", faq.locale), format!("{faq}\n---\n{interface}"));
        });
    }
}

#[test]
fn every_shipped_locale_covers_every_entry_block_and_list_item() {
    let (catalog, faqs) = localized(&repository());
    for faq in faqs.iter().filter(|faq| faq.tier.ships()) {
        let tag = &faq.locale;
        assert_eq!(faq.title.locale, *tag, "the title of {tag} is its own");
        assert_eq!(faq.interface_locale.0, *tag, "the interface texts of {tag} are its own");
        assert_eq!(
            faq.interface.len(),
            catalog.interface().len(),
            "{tag} has every interface text"
        );
        assert_eq!(faq.entries.len(), catalog.entries().len(), "{tag} has every entry");
        for (entry, localized) in catalog.entries().iter().zip(&faq.entries) {
            assert_eq!(localized.locale, *tag, "{} of {tag} is in its own language", entry.id);
            assert_covers(entry, localized);
        }
    }
}

fn assert_covers(entry: &Entry, localized: &LocalizedEntry) {
    let place = format!("{} in {}", entry.id, localized.locale);
    assert_eq!(localized.id, entry.id);
    assert!(!localized.question.trim().is_empty(), "{place}");
    assert_eq!(localized.blocks.len(), entry.blocks.len(), "{place}");
    for (block, text) in entry.blocks.iter().zip(&localized.blocks) {
        match (block, text) {
            (Block::Paragraph { .. }, LocalizedBlock::Paragraph { text, .. }) => {
                assert!(!text.trim().is_empty(), "{place}");
            }
            (
                Block::Quotation { .. },
                LocalizedBlock::Quotation { attribution, text, original, .. },
            ) => {
                assert!(!attribution.trim().is_empty() && !text.trim().is_empty(), "{place}");
                assert_eq!(
                    original.is_some(),
                    localized.locale.as_str() != "en-US",
                    "{place}: the original goes along"
                );
            }
            (
                Block::List { lead, items, .. },
                LocalizedBlock::List { lead: text, items: texts, .. },
            ) => {
                assert_eq!(*lead, text.is_some(), "{place}");
                let ids = |it: &[faq_content::LocalizedItem]| {
                    it.iter().map(|item| item.id.clone()).collect::<Vec<_>>()
                };
                assert_eq!(
                    ids(texts),
                    items.iter().map(|item| item.id.clone()).collect::<Vec<_>>(),
                    "{place}"
                );
                assert!(texts.iter().all(|item| !item.text.trim().is_empty()), "{place}");
            }
            (Block::Paragraph { .. } | Block::Quotation { .. } | Block::List { .. }, other) => {
                panic!("{place}: {other:?} where the catalog has {block:?}");
            }
        }
    }
}

#[test]
fn the_age_is_in_every_language_where_it_is_in_english() {
    let with_age = |faq: &LocalizedFaq| -> Vec<String> {
        let says_it = |entry: &&LocalizedEntry| {
            entry.blocks.iter().any(|block| format!("{block:?}").contains("18"))
        };
        faq.entries.iter().filter(says_it).map(|entry| entry.id.to_string()).collect()
    };
    let faqs = shipped();
    let english = faqs.iter().find(|faq| faq.locale.as_str() == "en-US").expect("en-US ships");
    assert!(!with_age(english).is_empty());
    for faq in &faqs {
        assert_eq!(with_age(faq), with_age(english), "{}", faq.locale);
    }
}

#[test]
fn no_snapshot_is_left_of_a_locale_that_is_gone() {
    let folder = repository().join("tests/snapshots");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the snapshots can be read")
        .map(|entry| {
            entry.expect("the entry can be read").file_name().to_string_lossy().into_owned()
        })
        .filter(|name| name.starts_with("locale-"))
        .collect();
    let expected: BTreeSet<String> =
        shipped().iter().map(|faq| format!("locale-{}.snap", faq.locale)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_copy_that_tests_break_is_clean_before_they_do() {
    let ran = Sandbox::copy().xtask(&["check"]);
    assert!(matches!(ran.result, Ok(faq_check::Outcome::Clean)), "{}", ran.output);
}

#[test]
fn the_catalog_asks_for_every_message_exactly_once() {
    let (catalog, _): (Catalog, _) = localized(&repository());
    let ids: Vec<String> = catalog.messages().into_iter().map(|message| message.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}
