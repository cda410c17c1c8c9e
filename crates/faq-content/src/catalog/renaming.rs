//! Giving an id of the catalog another name. Ids of messages follow from these, so that is how a message of the catalog is renamed.

use std::fmt;

use toml::Spanned;

use super::{Block, Catalog, CatalogFile, Entry};
use crate::{
    Id,
    format::{CatalogToml, EntryToml},
};

/// An id of the catalog that becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdChange {
    place: Place,
    old: Id,
    new: Id,
}

/// Where the id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Interface,
    Entry,
    /// In the entry of this id.
    Block(Id),
    /// In the entry and the block of these ids.
    Item(Id, Id),
}

/// Why no id of the catalog can be changed so that one message is called as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoIdChange {
    /// It is the title, which has no id.
    Title,
    /// The new name has to look like one of these, with an id in the place of `…`.
    Shape(Vec<String>),
}

impl Catalog {
    /// The change of an id by which the message `old` is called `new`; of several the one that changes the least. None where the catalog does
    /// not ask for `old`.
    pub fn id_change(&self, old: &str, new: &str) -> Result<Option<IdChange>, NoIdChange> {
        if old == Self::title_message() {
            return Err(NoIdChange::Title);
        }
        if let Some(text) = self.interface.iter().find(|it| Self::interface_message(&it.id) == old)
        {
            return change(new, &[("interface-", "", Place::Interface, &text.id)]).map(Some);
        }
        let has_it = |entry: &&Entry| entry.messages().iter().any(|it| it.id == old);
        let Some(entry) = self.entries.iter().find(has_it) else { return Ok(None) };
        let id = &entry.id;
        let in_entry = format!("{id}-");
        let rest = old.strip_prefix(id.as_str()).unwrap_or_default();
        let whole = ("", rest, Place::Entry, id);
        let Some((block, part)) = entry.block_of(old) else {
            return change(new, &[whole]).map(Some);
        };
        let suffix = part.map_or_else(String::new, |part| format!("-{part}"));
        let of_block = (in_entry.as_str(), suffix.as_str(), Place::Block(id.clone()), block.id());
        let in_block = format!("{id}-{}-", block.id());
        let item = match block {
            Block::List { items, .. } => items.iter().find(|it| part == Some(it.id.as_str())),
            Block::Paragraph { .. } | Block::Quotation { .. } => None,
        };
        let of_item = item.map(|item| {
            (in_block.as_str(), "", Place::Item(id.clone(), block.id().clone()), &item.id)
        });
        let shapes: Vec<_> = of_item.into_iter().chain([of_block, whole]).collect();
        change(new, &shapes).map(Some)
    }
}

/// The first of these places whose id can be such that the name is `new`: what stands before the id and behind it, and the id as it is.
fn change(new: &str, shapes: &[(&str, &str, Place, &Id)]) -> Result<IdChange, NoIdChange> {
    let found = shapes.iter().find_map(|(before, behind, place, old)| {
        let id = new.strip_prefix(before)?.strip_suffix(behind)?;
        let new = Id::parse(id).ok().filter(|new| new != *old)?;
        Some(IdChange { place: place.clone(), old: (*old).clone(), new })
    });
    let shape = |(before, behind, ..): &(&str, &str, Place, &Id)| format!("{before}…{behind}");
    found.ok_or_else(|| NoIdChange::Shape(shapes.iter().map(shape).collect()))
}

impl Entry {
    /// The block that a message is of, and which part of it.
    fn block_of<'e>(&'e self, message: &'e str) -> Option<(&'e Block, Option<&'e str>)> {
        let rest = message.strip_prefix(self.id.as_str())?.strip_prefix('-')?;
        self.blocks.iter().find_map(|block| {
            let part = rest.strip_prefix(block.id().as_str())?;
            let is_of_block = |part: &str| {
                let alone = Self { blocks: vec![block.clone()], ..self.clone() };
                alone.messages().iter().skip(1).any(|it| it.id == message) && part.starts_with('-')
            };
            match part {
                "" => Some((block, None)),
                part if is_of_block(part) => Some((block, part.strip_prefix('-'))),
                _ => None,
            }
        })
    }
}

impl IdChange {
    /// Every message that is called otherwise afterwards: its old name and the new one.
    pub fn messages(&self, catalog: &Catalog) -> Vec<(String, String)> {
        if self.place == Place::Interface {
            let [old, new] = [&self.old, &self.new].map(Catalog::interface_message);
            return vec![(old, new)];
        }
        let pairs = catalog.entries.iter().flat_map(|entry| {
            let renamed = self.applied(entry);
            let after = renamed.messages().into_iter().map(|it| it.id);
            entry.messages().into_iter().map(|it| it.id).zip(after).collect::<Vec<_>>()
        });
        pairs.filter(|(old, new)| old != new).collect()
    }

    /// The id of an entry that was an anchor, where it is one.
    pub fn anchor(&self) -> Option<(&Id, &Id)> {
        (self.place == Place::Entry).then_some((&self.old, &self.new))
    }

    fn applied(&self, entry: &Entry) -> Entry {
        let mut entry = entry.clone();
        let rename = |id: &mut Id| {
            if *id == self.old {
                *id = self.new.clone();
            }
        };
        match &self.place {
            Place::Interface => {}
            Place::Entry => rename(&mut entry.id),
            Place::Block(of) if entry.id == *of => {
                for block in &mut entry.blocks {
                    match block {
                        Block::Paragraph { id, .. }
                        | Block::Quotation { id, .. }
                        | Block::List { id, .. } => rename(id),
                    }
                }
            }
            Place::Item(of, list) if entry.id == *of => {
                for block in &mut entry.blocks {
                    match block {
                        Block::List { id, items, .. } if id == list => {
                            for item in items {
                                rename(&mut item.id);
                            }
                        }
                        Block::List { .. } | Block::Paragraph { .. } | Block::Quotation { .. } => {}
                    }
                }
            }
            Place::Block(_) | Place::Item(..) => {}
        }
        entry
    }

    /// The text of a catalog file with the id changed; every other byte stays. An entry keeps its old id as an alias.
    pub fn in_file(&self, file: &CatalogFile) -> String {
        let Ok(toml) = toml::from_str::<CatalogToml>(&file.text) else { return file.text.clone() };
        let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        let mut rename = |id: &Spanned<String>| {
            if id.get_ref() == self.old.as_str() {
                edits.push((id.span(), format!("\"{}\"", self.new)));
            }
        };
        match &self.place {
            Place::Interface => toml.interface.iter().for_each(|it| rename(&it.id)),
            Place::Entry => toml.entries.iter().for_each(|it| rename(&it.id)),
            Place::Block(of) => {
                let entries = toml.entries.iter().filter(|it| it.id.get_ref() == of.as_str());
                entries.flat_map(|it| &it.blocks).for_each(|it| rename(&it.id));
            }
            Place::Item(of, list) => {
                let entries = toml.entries.iter().filter(|it| it.id.get_ref() == of.as_str());
                let blocks = entries.flat_map(|it| &it.blocks);
                let lists = blocks.filter(|it| it.id.get_ref() == list.as_str());
                let items = lists.filter_map(|it| it.items.as_ref());
                items.flat_map(Spanned::get_ref).for_each(&mut rename);
            }
        }
        if self.place == Place::Entry {
            let entry = toml.entries.iter().find(|it| it.id.get_ref() == self.old.as_str());
            edits.extend(entry.map(|entry| self.alias(entry, &file.text)));
        }
        edits.sort_by_key(|(span, _)| span.start);
        let mut text = file.text.clone();
        for (span, new) in edits.into_iter().rev() {
            text.replace_range(span, &new);
        }
        text
    }

    /// Where the old id becomes an alias, and how.
    fn alias(&self, entry: &EntryToml, text: &str) -> (std::ops::Range<usize>, String) {
        // Back to a name that it had: the two change places.
        if let Some(back) = entry.aliases.iter().find(|it| it.get_ref() == self.new.as_str()) {
            return (back.span(), format!("\"{}\"", self.old));
        }
        if let Some(last) = entry.aliases.last() {
            let end = last.span().end;
            return (end..end, format!(", \"{}\"", self.old));
        }
        let id = entry.id.span().end;
        let rest = text.get(id..).unwrap_or_default();
        let line = rest.find('\n').unwrap_or(rest.len());
        let newline =
            if rest.get(..line).is_some_and(|it| it.ends_with('\r')) { "\r\n" } else { "\n" };
        let end = id + rest.get(..line).unwrap_or_default().trim_end_matches('\r').len();
        (end..end, format!("{newline}aliases = [\"{}\"]", self.old))
    }
}

impl fmt::Display for NoIdChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("the title has no other name"),
            Self::Shape(shapes) => {
                let shapes: Vec<String> = shapes.iter().map(|it| format!("`{it}`")).collect();
                write!(
                    f,
                    "the name follows from ids of the catalog, and can become {}",
                    shapes.join(" or ")
                )
            }
        }
    }
}

impl std::error::Error for NoIdChange {}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "format = 1\n[[topic]]\nid = \"t\"\n[[interface]]\nid = \"menu\"\nnote = \"x\"\n[[entry]]\nid = \"who\" # first\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"list\"\nid = \"kinds\"\nlead = true\nitems = [\"one\", \"two\"]\n[[entry]]\nid = \"who-else\"\naliases = [\"else\"]\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\n";

    /// What is renamed, and the lines that change.
    fn renamed(old: &str, new: &str) -> String {
        let file = CatalogFile { path: "x".to_owned(), text: SMALL.to_owned() };
        let catalog = Catalog::parse(std::slice::from_ref(&file)).expect("well-formed");
        let change = match catalog.id_change(old, new) {
            Ok(Some(change)) => change,
            Ok(None) => return format!("{old}: nothing asks for it"),
            Err(error) => return format!("{old}: {error}"),
        };
        let text = change.in_file(&file);
        let after = Catalog::parse(&[CatalogFile { text: text.clone(), ..file }]).expect("it too");
        let before = catalog.messages().into_iter().map(|it| it.id);
        let pairs = before.zip(after.messages().into_iter().map(|it| it.id));
        let pairs: Vec<(String, String)> = pairs.filter(|(old, new)| old != new).collect();
        assert_eq!(change.messages(&catalog), pairs);
        let new: Vec<&str> =
            text.lines().filter(|line| !SMALL.lines().any(|it| it == *line)).collect();
        format!("{pairs:?}: {new:?}")
    }

    #[test]
    fn a_message_is_renamed_by_the_id_that_changes_the_least() {
        insta::assert_snapshot!([
            renamed("who-kinds-one", "who-kinds-first"),
            renamed("who-kinds-one", "who-sorts-one"),
            renamed("who-kinds-lead", "who-sorts-lead"),
            renamed("who-question", "whoever-question"),
            renamed("who-else-answer", "else-answer"),
            renamed("who-else-answer", "others-answer"),
            renamed("interface-menu", "interface-list"),
            renamed("interface-menu", "menu"),
            renamed("who-question", "who-is-it"),
            renamed("title", "heading"),
            renamed("nothing", "something"),
        ].join("\n"), @r#"
        [("who-kinds-one", "who-kinds-first")]: ["items = [\"first\", \"two\"]"]
        [("who-kinds-lead", "who-sorts-lead"), ("who-kinds-one", "who-sorts-one"), ("who-kinds-two", "who-sorts-two")]: ["id = \"sorts\""]
        [("who-kinds-lead", "who-sorts-lead"), ("who-kinds-one", "who-sorts-one"), ("who-kinds-two", "who-sorts-two")]: ["id = \"sorts\""]
        [("who-question", "whoever-question"), ("who-kinds-lead", "whoever-kinds-lead"), ("who-kinds-one", "whoever-kinds-one"), ("who-kinds-two", "whoever-kinds-two")]: ["id = \"whoever\" # first", "aliases = [\"who\"]"]
        [("who-else-question", "else-question"), ("who-else-answer", "else-answer")]: ["id = \"else\"", "aliases = [\"who-else\"]"]
        [("who-else-question", "others-question"), ("who-else-answer", "others-answer")]: ["id = \"others\"", "aliases = [\"else\", \"who-else\"]"]
        [("interface-menu", "interface-list")]: ["id = \"list\""]
        interface-menu: the name follows from ids of the catalog, and can become `interface-…`
        who-question: the name follows from ids of the catalog, and can become `…-question`
        title: the title has no other name
        nothing: nothing asks for it
        "#);
    }
}
