//! The two generated crates, which have the same shape and are two all the same.

use std::{hint::black_box, path::Path};

use crate::Asked;

pub trait Generated {
    fn of_constants(asked: &[&Asked]) -> Box<dyn Fn()>;
    fn of_id(asked: &Asked) -> usize;
}

pub fn measure<G: Generated>(name: &str, folder: &Path) {
    crate::measure(name, &folder.join(name), &G::of_constants, &G::of_id);
}

macro_rules! generated {
    ($name:ident) => {
        pub mod $name {
            use super::*;
            use ::$name::{Block, Entry, EntryId, locales::ES};

            pub struct Faq;

            impl Generated for Faq {
                fn of_constants(asked: &[&Asked]) -> Box<dyn Fn()> {
                    let known = |it: &&Asked| EntryId::from_id(&it.id).expect("the entry");
                    let asked: Vec<EntryId> = asked.iter().map(known).collect();
                    Box::new(move || {
                        for id in &asked {
                            black_box(of_entry(ES.entry(*black_box(id)).expect("the entry")));
                        }
                    })
                }

                fn of_id(asked: &Asked) -> usize {
                    find(&asked.id)
                }
            }

            pub fn find(id: &str) -> usize {
                let id = EntryId::from_id(black_box(id)).expect("the entry");
                of_entry(ES.entry(id).expect("the entry"))
            }

            fn of_entry(entry: &Entry) -> usize {
                let text = |text: &'static str| black_box(text).len();
                let block = |block: &'static Block| match block {
                    Block::Paragraph { text: it, .. } => text(it),
                    Block::Quotation { attribution, text: it, .. } => text(attribution) + text(it),
                    Block::List { lead, items, .. } => {
                        lead.map_or(0, text) + items.iter().map(|it| text(it.text)).sum::<usize>()
                    }
                };
                text(entry.question) + entry.blocks.iter().map(block).sum::<usize>()
            }
        }
    };
}

generated!(faq);
generated!(thousand);
