//! From TOML to a catalog that keeps its promises, or to the first mistake and its place.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use toml::Spanned;

use super::{
    Block, Catalog, CatalogFile, Credit, Entry, Fact, InterfaceText, Licence, ListItem, Risk, Topic,
};
use crate::{
    Id, MalformedFile,
    format::{
        BlockKindToml, BlockToml, CatalogToml, CreditToml, EntryToml, FORMAT, LicenceToml, RiskToml,
    },
};

pub(super) fn read(files: &[CatalogFile]) -> Result<Catalog, MalformedFile> {
    let mut reader = Reader::default();
    let parsed = files
        .iter()
        .map(|file| Ok((file, parse_file(file)?)))
        .collect::<Result<Vec<_>, MalformedFile>>()?;

    // Facts and topics first: the order of files does not decide what an entry may name.
    for (file, toml) in &parsed {
        reader.declare(file, toml)?;
    }
    let mut entries = Vec::new();
    for (file, toml) in &parsed {
        for entry in &toml.entries {
            entries.push(reader.entry(file, entry)?);
        }
    }
    if let (true, Some((file, toml))) = (entries.is_empty(), parsed.first()) {
        return Err(
            at(file, &toml.format.span(), "the catalog has no entry").help("add an `[[entry]]`")
        );
    }
    reader.finish(entries)
}

fn parse_file(file: &CatalogFile) -> Result<CatalogToml, MalformedFile> {
    let toml: CatalogToml = toml::from_str(&file.text)
        .map_err(|error| MalformedFile::from_toml(&file.path, &file.text, &error))?;
    if *toml.format.get_ref() != FORMAT {
        let message = format!("catalog format {} is unknown", toml.format.get_ref());
        return Err(at(file, &toml.format.span(), message)
            .help(format!("this version reads format {FORMAT}")));
    }
    Ok(toml)
}

/// Largest fact. Fluent computes with 64-bit floating point numbers, which hold every whole number far beyond this one.
const LARGEST_FACT: i64 = 1_000_000_000_000;

/// What was declared so far, and where, for mistakes that show only at the end.
#[derive(Default)]
struct Reader<'f> {
    facts: Vec<Fact>,
    interface: Vec<InterfaceText>,
    topics: Vec<Topic>,
    licences: Vec<Licence>,
    credits: Vec<Credit>,
    entry_ids: BTreeSet<Id>,
    fact_places: BTreeMap<Id, (&'f CatalogFile, Range<usize>)>,
    topic_places: BTreeMap<Id, (&'f CatalogFile, Range<usize>)>,
    used_facts: BTreeSet<Id>,
    used_topics: BTreeSet<Id>,
    entry_places: Vec<(&'f CatalogFile, Range<usize>)>,
}

impl<'f> Reader<'f> {
    fn declare(&mut self, file: &'f CatalogFile, toml: &CatalogToml) -> Result<(), MalformedFile> {
        for fact in &toml.facts {
            let id = new_id(file, &fact.id, "fact", |id| {
                self.facts.iter().any(|known| known.id == *id)
            })?;
            if !(0..=LARGEST_FACT).contains(&fact.integer) {
                let message = format!("the fact `{id}` is not a number from 0 to {LARGEST_FACT}");
                return Err(
                    at(file, &fact.id.span(), message).help("facts are ages, years and the like")
                );
            }
            self.fact_places.insert(id.clone(), (file, fact.id.span()));
            self.facts.push(Fact { id, integer: fact.integer, note: fact.note.clone() });
        }
        for text in &toml.interface {
            let known = |id: &Id| self.interface.iter().any(|known| known.id == *id);
            let id = new_id(file, &text.id, "interface text", known)?;
            self.interface.push(InterfaceText { id, note: text.note.clone() });
        }
        for topic in &toml.topics {
            let id = new_id(file, &topic.id, "topic", |id| {
                self.topics.iter().any(|known| known.id == *id)
            })?;
            self.topic_places.insert(id.clone(), (file, topic.id.span()));
            self.topics.push(Topic { id });
        }
        for LicenceToml { covers, terms } in &toml.licences {
            self.licences.push(Licence { covers: covers.clone(), terms: terms.clone() });
        }
        for CreditToml { name, work } in &toml.credits {
            self.credits.push(Credit { name: name.clone(), work: work.clone() });
        }
        Ok(())
    }

    fn entry(&mut self, file: &'f CatalogFile, toml: &EntryToml) -> Result<Entry, MalformedFile> {
        let id = new_id(file, &toml.id, "entry", |id| self.entry_ids.contains(id))?;
        self.entry_ids.insert(id.clone());
        let mut aliases = Vec::new();
        for alias in &toml.aliases {
            let alias = new_id(file, alias, "entry", |id| self.entry_ids.contains(id))?;
            self.entry_ids.insert(alias.clone());
            aliases.push(alias);
        }
        self.entry_places.push((file, toml.id.span()));
        let topic = parse_id(file, &toml.topic)?;
        if !self.topic_places.contains_key(&topic) {
            return Err(at(file, &toml.topic.span(), format!("there is no topic `{topic}`"))
                .help(format!("declare it:\n\n[[topic]]\nid = \"{topic}\"")));
        }
        self.used_topics.insert(topic.clone());
        if toml.blocks.is_empty() {
            return Err(at(file, &toml.id.span(), format!("entry `{id}` has no answer"))
                .help("add at least one `[[entry.block]]`"));
        }
        let mut blocks: Vec<Block> = Vec::new();
        for block in &toml.blocks {
            let block_id =
                new_id(file, &block.id, "block", |id| blocks.iter().any(|known| known.id() == id))?;
            blocks.push(self.block(file, block_id, block)?);
        }
        let risk = match toml.risk {
            RiskToml::Critical => Risk::Critical,
            RiskToml::Normal => Risk::Normal,
        };
        Ok(Entry { id, aliases, topic, risk, blocks })
    }

    fn block(
        &mut self,
        file: &CatalogFile,
        id: Id,
        toml: &BlockToml,
    ) -> Result<Block, MalformedFile> {
        match toml.kind {
            BlockKindToml::Paragraph => {
                refuse(file, "paragraph", "pinned", toml.pinned.as_ref())?;
                refuse(file, "paragraph", "lead", toml.lead.as_ref())?;
                refuse(file, "paragraph", "items", toml.items.as_ref())?;
                Ok(Block::Paragraph { id, facts: self.facts_used(file, toml)? })
            }
            BlockKindToml::Quotation => {
                refuse(file, "quotation", "facts", toml.facts.as_ref())?;
                refuse(file, "quotation", "lead", toml.lead.as_ref())?;
                refuse(file, "quotation", "items", toml.items.as_ref())?;
                Ok(Block::Quotation { pinned: pinned(file, &id, toml)?, id })
            }
            BlockKindToml::List => {
                refuse(file, "list", "pinned", toml.pinned.as_ref())?;
                let lead = toml.lead.as_ref().is_some_and(|lead| *lead.get_ref());
                let facts = self.facts_used(file, toml)?;
                let items = items(file, &id, lead, toml)?;
                Ok(Block::List { lead, facts, items, id })
            }
        }
    }

    fn facts_used(
        &mut self,
        file: &CatalogFile,
        toml: &BlockToml,
    ) -> Result<Vec<Id>, MalformedFile> {
        let mut used: Vec<Id> = Vec::new();
        for name in toml.facts.iter().flat_map(Spanned::get_ref) {
            let id = new_id(file, name, "fact", |id| used.contains(id))?;
            if !self.fact_places.contains_key(&id) {
                return Err(at(file, &name.span(), format!("there is no fact `{id}`"))
                    .help("declare it under `[[fact]]`, or correct the name"));
            }
            self.used_facts.insert(id.clone());
            used.push(id);
        }
        Ok(used)
    }

    fn finish(self, entries: Vec<Entry>) -> Result<Catalog, MalformedFile> {
        if let Some((id, (file, span))) =
            self.fact_places.iter().find(|(id, _)| !self.used_facts.contains(*id))
        {
            return Err(at(file, span, format!("no entry uses the fact `{id}`"))
                .help("name it in the `facts` of the block that uses it, or remove it"));
        }
        if let Some((id, (file, span))) =
            self.topic_places.iter().find(|(id, _)| !self.used_topics.contains(*id))
        {
            return Err(at(file, span, format!("topic `{id}` has no entry")).help("remove it"));
        }
        let Self { facts, interface, topics, licences, credits, entry_places, .. } = self;
        let catalog = Catalog { facts, interface, topics, entries, licences, credits };
        let mut seen = BTreeSet::from([Catalog::title_message().to_owned()]);
        seen.extend(catalog.interface.iter().map(|text| Catalog::interface_message(&text.id)));
        for (entry, (file, span)) in catalog.entries.iter().zip(&entry_places) {
            for message in entry.messages() {
                if let Some(twice) = seen.replace(message.id) {
                    return Err(at(file, span, format!("message `{twice}` would be needed twice"))
                        .help("two ids run together to the same message id: rename an entry, block or item"));
                }
            }
        }
        Ok(catalog)
    }
}

fn pinned(file: &CatalogFile, id: &Id, toml: &BlockToml) -> Result<String, MalformedFile> {
    let Some(pinned) = &toml.pinned else {
        return Err(at(file, &toml.id.span(), format!("quotation `{id}` is not pinned"))
            .help("add `pinned = \"sha256:…\"`, the hash of the reference text"));
    };
    let is_hash = |hash: &&str| {
        hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    pinned.get_ref().strip_prefix("sha256:").filter(is_hash).map(str::to_owned).ok_or_else(|| {
        at(file, &pinned.span(), "not a pinned hash")
            .help("write `sha256:` and 64 lower-case hexadecimal digits")
    })
}

fn items(
    file: &CatalogFile,
    list: &Id,
    lead: bool,
    toml: &BlockToml,
) -> Result<Vec<ListItem>, MalformedFile> {
    let names = toml.items.as_ref().map(Spanned::get_ref).map_or(&[][..], Vec::as_slice);
    if names.is_empty() {
        let span = toml.items.as_ref().map_or_else(|| toml.id.span(), Spanned::span);
        return Err(at(file, &span, format!("list `{list}` is empty"))
            .help("give it `items`, or remove it"));
    }
    let mut items: Vec<ListItem> = Vec::new();
    for name in names {
        let id = new_id(file, name, "item", |id| items.iter().any(|item| item.id == *id))?;
        if lead && id.as_str() == "lead" {
            return Err(at(
                file,
                &name.span(),
                "an item cannot be named `lead` in a list with a lead-in",
            )
            .help("give the item another id"));
        }
        items.push(ListItem { id });
    }
    Ok(items)
}

fn refuse<T>(
    file: &CatalogFile,
    kind: &str,
    key: &str,
    value: Option<&Spanned<T>>,
) -> Result<(), MalformedFile> {
    value.map_or(Ok(()), |value| {
        Err(at(file, &value.span(), format!("a {kind} has no `{key}`")).help("remove it"))
    })
}

fn new_id(
    file: &CatalogFile,
    text: &Spanned<String>,
    what: &str,
    known: impl Fn(&Id) -> bool,
) -> Result<Id, MalformedFile> {
    let id = parse_id(file, text)?;
    if known(&id) {
        return Err(at(file, &text.span(), format!("{what} `{id}` stands here twice"))
            .help("remove or rename one"));
    }
    Ok(id)
}

fn parse_id(file: &CatalogFile, text: &Spanned<String>) -> Result<Id, MalformedFile> {
    Id::parse(text.get_ref()).map_err(|error| at(file, &text.span(), format!("bad id: {error}")))
}

fn at(file: &CatalogFile, span: &Range<usize>, message: impl Into<String>) -> MalformedFile {
    MalformedFile::at(&file.path, &file.text, span, message)
}
