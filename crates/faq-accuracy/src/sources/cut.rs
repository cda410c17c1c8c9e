//! The part of a catalog that a few messages need, written as a catalog.

use std::collections::BTreeSet;

use faq_content::{Block, Catalog, Entry, Id, Risk};

/// The part of a catalog that a few messages need.
pub(super) struct Cut<'c> {
    catalog: &'c Catalog,
    entries: Vec<Entry>,
    interface: Vec<&'c str>,
    /// The messages that it asks for.
    pub(super) messages: BTreeSet<String>,
}

impl<'c> Cut<'c> {
    /// What the message needs; a small entry where it belongs to none, since no catalog is without.
    pub(super) fn around(catalog: &'c Catalog, message: &str) -> Self {
        let has = |entry: &&Entry| entry.messages().iter().any(|it| it.id == message);
        let small = |entry: &&Entry| entry.messages().len() == 2;
        let entries = catalog.entries();
        let entry = entries.iter().find(has).or_else(|| entries.iter().find(small));
        let mut entries: Vec<Entry> = entry.into_iter().cloned().collect();
        for entry in &mut entries {
            let id = entry.id.clone();
            for block in &mut entry.blocks {
                if let Block::List { id: block, items, .. } = block {
                    let of_item = |item: &str| message == format!("{id}-{block}-{item}");
                    items
                        .retain(|item| of_item(item.id.as_str()) || message.ends_with("-question"));
                }
            }
        }
        let interface = catalog
            .interface()
            .iter()
            .filter(|it| Catalog::interface_message(&it.id) == message)
            .map(|it| it.id.as_str())
            .collect();
        Self::of(catalog, entries, interface)
    }

    fn of(catalog: &'c Catalog, entries: Vec<Entry>, interface: Vec<&'c str>) -> Self {
        let texts = catalog.interface().iter().filter(|it| interface.contains(&it.id.as_str()));
        let mut messages: BTreeSet<String> =
            texts.map(|it| Catalog::interface_message(&it.id)).collect();
        messages.insert(Catalog::title_message().to_owned());
        messages.extend(entries.iter().flat_map(Entry::messages).map(|it| it.id));
        Self { catalog, entries, interface, messages }
    }

    /// The text of a catalog file.
    pub(super) fn toml(&self) -> String {
        let mut toml = "format = 1\n".to_owned();
        let facts: BTreeSet<&str> =
            self.entries.iter().flat_map(|it| &it.blocks).flat_map(facts).collect();
        for fact in self.catalog.facts().iter().filter(|it| facts.contains(it.id.as_str())) {
            toml.push_str(&format!(
                "[[fact]]\nid = \"{}\"\ninteger = {}\nnote = \"…\"\n",
                fact.id, fact.integer
            ));
        }
        for id in &self.interface {
            toml.push_str(&format!("[[interface]]\nid = \"{id}\"\nnote = \"…\"\n"));
        }
        let topics: BTreeSet<&str> = self.entries.iter().map(|it| it.topic.as_str()).collect();
        for topic in topics {
            toml.push_str(&format!("[[topic]]\nid = \"{topic}\"\n"));
        }
        for entry in &self.entries {
            let risk = match entry.risk {
                Risk::Normal => "normal",
                Risk::Critical => "critical",
            };
            toml.push_str(&format!(
                "[[entry]]\nid = \"{}\"\ntopic = \"{}\"\nrisk = \"{risk}\"\n",
                entry.id, entry.topic
            ));
            entry.blocks.iter().for_each(|block| toml.push_str(&block_toml(block)));
        }
        toml
    }
}

fn facts(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph { facts, .. } | Block::List { facts, .. } => {
            facts.iter().map(Id::as_str).collect()
        }
        Block::Quotation { .. } => Vec::new(),
    }
}

fn block_toml(block: &Block) -> String {
    let names = |names: Vec<&str>| {
        let quoted: Vec<String> = names.iter().map(|it| format!("\"{it}\"")).collect();
        quoted.join(", ")
    };
    let (kind, own) = match block {
        Block::Paragraph { .. } => ("paragraph", String::new()),
        Block::Quotation { pinned, .. } => ("quotation", format!("pinned = \"sha256:{pinned}\"\n")),
        Block::List { lead, items, .. } => {
            let items = items.iter().map(|it| it.id.as_str()).collect();
            ("list", format!("lead = {lead}\nitems = [{}]\n", names(items)))
        }
    };
    let facts = match facts(block) {
        facts if facts.is_empty() => String::new(),
        facts => format!("facts = [{}]\n", names(facts)),
    };
    format!("[[entry.block]]\nkind = \"{kind}\"\nid = \"{}\"\n{own}{facts}", block.id())
}
