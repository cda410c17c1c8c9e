//! All files of one locale, as one set of messages.

use rustc_hash::FxHashMap;

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
    scope: Scope,
    /// The first definition of each message and term in the locale.
    in_locale: Ids<'s, MessageRef>,
    /// The first definition of each message and term in each file, as an index into its outlines.
    in_files: Vec<Ids<'s, usize>>,
    names: FxHashMap<&'s str, usize>,
    expansions: Expansions,
}

/// What makes two messages the same message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Their id: all files of a locale are one set of messages, as in a catalog.
    Locale,
    /// Their id and the name of their file, as in a tree of files that a program loads one by one.
    File,
}

/// Where a message stands: which file of the locale, which message of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageRef {
    /// Index into [`LocaleFiles::files`].
    pub file: usize,
    /// Index into the file's outlines.
    pub message: usize,
}

/// A message or term whose id was already taken. Where a locale is one set of messages, messages and terms share their
/// ids: fluent-bundle refuses the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The one that counts.
    pub first: MessageRef,
    /// The one that is ignored.
    pub second: MessageRef,
}

/// Messages and terms by id.
#[derive(Debug)]
struct Ids<'s, T> {
    messages: FxHashMap<&'s str, T>,
    terms: FxHashMap<&'s str, T>,
}

impl<'s> LocaleFiles<'s> {
    /// Reads all files of `folder`.
    pub fn parse(folder: &'s LocaleFolder, scope: Scope) -> Self {
        let parse = |file: &'s crate::SourceFile| {
            FtlFile::parse(&file.path, &file.name, file.content.text())
        };
        Self::of_files(folder.files.iter().map(parse).collect(), scope)
    }

    /// Takes files that were read.
    pub fn of_files(files: Vec<FtlFile<'s>>, scope: Scope) -> Self {
        let mut locale = Self {
            duplicates: Vec::new(),
            scope,
            in_locale: Ids::with_capacity(files.iter().map(|file| file.outlines.len()).sum()),
            in_files: Vec::with_capacity(files.len()),
            names: files.iter().enumerate().map(|(index, file)| (file.name, index)).collect(),
            expansions: Expansions::default(),
            files: Vec::new(),
        };
        for (index, file) in files.iter().enumerate() {
            locale.add(index, file);
        }
        locale.files = files;
        locale.expansions = Expansions::compute(&locale);
        locale
    }

    fn add(&mut self, index: usize, file: &FtlFile<'s>) {
        let mut in_file = Ids::with_capacity(file.outlines.len());
        for (message, outline) in file.outlines.iter().enumerate() {
            let (kind, id) = (outline.kind(), outline.id());
            let second = MessageRef { file: index, message };
            let first = match self.scope {
                Scope::Locale => self.in_locale.any(id),
                Scope::File => {
                    in_file.get(kind, id).map(|first| MessageRef { file: index, message: *first })
                }
            };
            match first {
                Some(first) => self.duplicates.push(Duplicate { first, second }),
                None => in_file.insert(kind, id, message),
            }
            if self.in_locale.get(kind, id).is_none()
                && (first.is_none() || self.scope == Scope::File)
            {
                self.in_locale.insert(kind, id, second);
            }
        }
        self.in_files.push(in_file);
    }

    /// What makes two messages the same here.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The file and the outline at `place`.
    pub fn at(&self, place: MessageRef) -> Option<(&FtlFile<'s>, Outline<'_, 's>)> {
        let file = self.files.get(place.file)?;
        Some((file, file.outlines.get(place.message)?))
    }

    /// The index of the file with this name below the locale.
    pub fn file(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Where the message or term `id` of this kind is defined, in whichever file.
    pub fn find(&self, kind: Kind, id: &str) -> Option<MessageRef> {
        self.in_locale.get(kind, id).copied()
    }

    /// Where the message or term is defined that is the same as `id` in the file `name` of another locale.
    pub fn same(&self, name: &str, kind: Kind, id: &str) -> Option<MessageRef> {
        match self.scope {
            Scope::Locale => self.find(kind, id),
            Scope::File => self.in_file(self.file(name)?, kind, id),
        }
    }

    /// Where the message or term is defined in one file.
    pub fn in_file(&self, file: usize, kind: Kind, id: &str) -> Option<MessageRef> {
        let message = *self.in_files.get(file)?.get(kind, id)?;
        Some(MessageRef { file, message })
    }

    /// The message `id`, in whichever file.
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

impl<'s, T> Ids<'s, T> {
    fn with_capacity(messages: usize) -> Self {
        Self {
            messages: FxHashMap::with_capacity_and_hasher(messages, rustc_hash::FxBuildHasher),
            terms: FxHashMap::default(),
        }
    }

    fn get(&self, kind: Kind, id: &str) -> Option<&T> {
        match kind {
            Kind::Message => self.messages.get(id),
            Kind::Term => self.terms.get(id),
        }
    }

    fn insert(&mut self, kind: Kind, id: &'s str, value: T) {
        match kind {
            Kind::Message => self.messages.insert(id, value),
            Kind::Term => self.terms.insert(id, value),
        };
    }
}

impl<T: Copy> Ids<'_, T> {
    /// The message or the term of this id.
    fn any(&self, id: &str) -> Option<T> {
        self.messages.get(id).or_else(|| self.terms.get(id)).copied()
    }
}
