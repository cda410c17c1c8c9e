//! The catalog: every entry, in order, language-neutral.

mod read;
mod renaming;

use std::fmt;

use crate::{Id, MalformedFile};
pub use renaming::{IdChange, NoIdChange};

/// A catalog file: its path, for error messages, and its text.
#[derive(Clone, Debug)]
pub struct CatalogFile {
    /// Path as errors are to name it.
    pub path: String,
    /// TOML text.
    pub text: String,
}

/// Every entry of the FAQ, in order, with the facts and interface texts around them.
///
/// A catalog that was read keeps these promises: ids are well-formed and unique, every entry belongs to a topic that
/// exists, no list is empty, every fact is declared and used, and no two parts of it ask for the same message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    facts: Vec<Fact>,
    interface: Vec<InterfaceText>,
    topics: Vec<Topic>,
    entries: Vec<Entry>,
    licences: Vec<Licence>,
    credits: Vec<Credit>,
}

/// A value with meaning, given to messages as a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Name of the variable.
    pub id: Id,
    /// The value.
    pub integer: i64,
    /// What it means.
    pub note: String,
}

/// A message of the page around the FAQ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterfaceText {
    /// Identifier; the message is `interface-<id>`.
    pub id: Id,
    /// What it is for.
    pub note: String,
}

/// On which terms a part of the FAQ may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// The part.
    pub covers: String,
    /// The terms: an SPDX expression, or words.
    pub terms: String,
}

/// Somebody who is to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The name.
    pub name: String,
    /// For what.
    pub work: String,
}

/// A group of entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Identifier.
    pub id: Id,
}

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identifier, also the anchor in every page.
    pub id: Id,
    /// Identifiers that it had before; they are anchors in every page still.
    pub aliases: Vec<Id>,
    /// The topic it belongs to.
    pub topic: Id,
    /// How much harm a wrong word does.
    pub risk: Risk,
    /// The answer. Never empty.
    pub blocks: Vec<Block>,
}

/// How much harm a wrong word in an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Everything else.
    Normal,
    /// Definitions, the quotation, who is a victim.
    Critical,
}

/// One part of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Identifier, unique in its entry.
        id: Id,
        /// Facts that its message uses.
        facts: Vec<Id>,
    },
    /// Words of somebody who is named.
    Quotation {
        /// Identifier, unique in its entry.
        id: Id,
        /// SHA-256 of the reference text, in lower-case hexadecimal digits.
        pinned: String,
    },
    /// A list.
    List {
        /// Identifier, unique in its entry.
        id: Id,
        /// Whether a sentence leads into the list.
        lead: bool,
        /// Facts that its messages use.
        facts: Vec<Id>,
        /// Its items. Never empty.
        items: Vec<ListItem>,
    },
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Identifier, unique in its list.
    pub id: Id,
}

/// A message that the catalog asks every locale for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogMessage<'c> {
    /// Fluent message id.
    pub id: String,
    /// What falls back together with it.
    pub owner: Owner<'c>,
    /// What it is.
    pub role: Role<'c>,
    /// The facts that its block declares.
    pub facts: &'c [Id],
}

/// A group of messages that is shown whole in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner<'c> {
    /// The title.
    Title,
    /// All interface texts.
    Interface,
    /// An entry.
    Entry(&'c Entry),
}

/// What a message is in the FAQ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'c> {
    /// The title of the FAQ.
    Title,
    /// A text of the page around it.
    Interface,
    /// The question of an entry.
    Question,
    /// A paragraph.
    Paragraph,
    /// Who is quoted.
    Attribution,
    /// The text of a quotation, with the hash of its reference text.
    Quotation {
        /// SHA-256 of the reference text, in lower-case hexadecimal digits.
        pinned: &'c str,
    },
    /// The sentence before a list.
    Lead,
    /// An item of a list.
    Item,
}

impl Catalog {
    /// Reads a catalog from its files, which are taken as one text in the given order.
    ///
    /// The first mistake is the error: an unknown key, a duplicate or malformed id, a fact that nobody uses or declares,
    /// an unknown or empty topic, an entry without blocks, an empty list.
    pub fn parse(files: &[CatalogFile]) -> Result<Self, MalformedFile> {
        read::read(files)
    }

    /// The facts, in order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The interface texts, in order.
    pub fn interface(&self) -> &[InterfaceText] {
        &self.interface
    }

    /// The topics, in order.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// On which terms the FAQ may be used.
    pub fn licences(&self) -> &[Licence] {
        &self.licences
    }

    /// Who is to be named.
    pub fn credits(&self) -> &[Credit] {
        &self.credits
    }

    /// Every message that a locale needs, in the order in which readers meet them: title, entries, interface texts.
    pub fn messages(&self) -> Vec<CatalogMessage<'_>> {
        let title = message(Self::title_message().to_owned(), Owner::Title, Role::Title, &[]);
        let entries = self.entries.iter().flat_map(Entry::messages);
        let interface = self.interface.iter().map(|text| {
            message(Self::interface_message(&text.id), Owner::Interface, Role::Interface, &[])
        });
        std::iter::once(title).chain(entries).chain(interface).collect()
    }

    /// Id of the title's message.
    pub fn title_message() -> &'static str {
        "title"
    }

    /// Id of an interface text's message.
    pub fn interface_message(text: &Id) -> String {
        format!("interface-{text}")
    }
}

impl Entry {
    /// The messages of this entry, question first.
    pub fn messages(&self) -> Vec<CatalogMessage<'_>> {
        let owner = Owner::Entry(self);
        let mut messages = vec![message(self.question_message(), owner, Role::Question, &[])];
        for block in &self.blocks {
            match block {
                Block::Paragraph { id, facts } => {
                    messages.push(message(self.block_message(id), owner, Role::Paragraph, facts));
                }
                Block::Quotation { id, pinned } => {
                    messages.push(message(
                        self.part_message(id, "attribution"),
                        owner,
                        Role::Attribution,
                        &[],
                    ));
                    messages.push(message(
                        self.block_message(id),
                        owner,
                        Role::Quotation { pinned },
                        &[],
                    ));
                }
                Block::List { id, lead, facts, items } => {
                    if *lead {
                        messages.push(message(
                            self.part_message(id, "lead"),
                            owner,
                            Role::Lead,
                            facts,
                        ));
                    }
                    let item = |item: &ListItem| self.part_message(id, item.id.as_str());
                    messages
                        .extend(items.iter().map(|it| message(item(it), owner, Role::Item, facts)));
                }
            }
        }
        messages
    }

    /// Id of the question's message: `<entry>-question`.
    pub fn question_message(&self) -> String {
        question_message(&self.id)
    }

    /// Id of a paragraph's or a quotation's message: `<entry>-<block>`.
    pub fn block_message(&self, block: &Id) -> String {
        block_message(&self.id, block)
    }

    /// Id of the message of a part of a block: `<entry>-<block>-attribution`, `<entry>-<block>-lead`,
    /// `<entry>-<block>-<item>`.
    pub fn part_message(&self, block: &Id, part: &str) -> String {
        part_message(&self.id, block, part)
    }
}

pub(crate) fn question_message(entry: &Id) -> String {
    format!("{entry}-question")
}

pub(crate) fn block_message(entry: &Id, block: &Id) -> String {
    format!("{entry}-{block}")
}

pub(crate) fn part_message(entry: &Id, block: &Id, part: &str) -> String {
    format!("{entry}-{block}-{part}")
}

impl Block {
    /// Identifier, unique in its entry.
    pub fn id(&self) -> &Id {
        match self {
            Self::Paragraph { id, .. } | Self::Quotation { id, .. } | Self::List { id, .. } => id,
        }
    }
}

impl Risk {
    /// As in the catalog and in bundles.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Risk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn message<'c>(
    id: String,
    owner: Owner<'c>,
    role: Role<'c>,
    facts: &'c [Id],
) -> CatalogMessage<'c> {
    CatalogMessage { id, owner, role, facts }
}

#[cfg(test)]
mod tests;
