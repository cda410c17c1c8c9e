//! All files of one locale, as one set of messages.

use std::collections::HashMap;

use crate::{
    expansion::{Expansion, Expansions},
    ftl_file::FtlFile,
    outline::{Kind, Outline},
    source::LocaleFolder,
};

/// All files of one locale and an index over what they define.
#[derive(Debug)]
pub struct LocaleFiles<'s> {
    /// The files, by path.
    pub files: Vec<FtlFile<'s>>,
    /// Messages and terms that are defined more than once. The first one counts, as it does in every Fluent runtime.
    pub duplicates: Vec<Duplicate>,
    index: HashMap<&'s str, MessageRef>,
    expansions: Expansions,
}

/// Where a message stands: which file of the locale, which message of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageRef {
    /// Index into [`LocaleFiles::files`].
    pub file: usize,
    /// Index into the file's outlines.
    pub message: usize,
}

/// A message or term whose id was already taken. Messages and terms share their ids: fluent-bundle refuses the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The one that counts.
    pub first: MessageRef,
    /// The one that is ignored.
    pub second: MessageRef,
}

impl<'s> LocaleFiles<'s> {
    /// Reads all files of `folder`.
    pub fn parse(folder: &'s LocaleFolder) -> Self {
        let files = folder.files.iter().map(|file| FtlFile::parse(&file.path, file.content.text()));
        Self::index(files.collect())
    }

    fn index(files: Vec<FtlFile<'s>>) -> Self {
        let mut index = HashMap::new();
        let mut duplicates = Vec::new();
        for (file_index, file) in files.iter().enumerate() {
            for (message_index, message) in file.outlines.iter().enumerate() {
                let here = MessageRef { file: file_index, message: message_index };
                match index.get(message.id()) {
                    Some(first) => duplicates.push(Duplicate { first: *first, second: here }),
                    None => {
                        index.insert(message.id(), here);
                    }
                }
            }
        }
        let mut locale = Self { files, duplicates, index, expansions: Expansions::default() };
        locale.expansions = Expansions::compute(&locale);
        locale
    }

    /// The file and the outline at `place`.
    pub fn at(&self, place: MessageRef) -> Option<(&FtlFile<'s>, Outline<'_, 's>)> {
        let file = self.files.get(place.file)?;
        Some((file, file.outlines.get(place.message)?))
    }

    /// Where the message or term `id` of this kind is defined.
    pub fn find(&self, kind: Kind, id: &str) -> Option<MessageRef> {
        let place = *self.index.get(id)?;
        self.at(place).filter(|(_, outline)| outline.kind() == kind).map(|_| place)
    }

    /// The message `id`.
    pub fn message(&self, id: &str) -> Option<Outline<'_, 's>> {
        self.find(Kind::Message, id).and_then(|place| self.at(place)).map(|(_, outline)| outline)
    }

    /// Every message and term with its place, in the order of files and lines, duplicates included.
    pub fn messages(&self) -> impl Iterator<Item = (MessageRef, Outline<'_, 's>)> {
        self.files.iter().enumerate().flat_map(|(file, ftl)| {
            ftl.outlines
                .iter()
                .enumerate()
                .map(move |(message, outline)| (MessageRef { file, message }, outline))
        })
    }

    /// What the message at `place` becomes when it is formatted.
    pub fn expansion(&self, place: MessageRef) -> Expansion {
        self.at(place)
            .map(|(_, outline)| self.expansions.of(self, place, outline))
            .unwrap_or_default()
    }
}
