//! All files of one locale, as one set of messages.

use std::{
    collections::{BTreeSet, hash_map::Entry},
    sync::OnceLock,
};

use rustc_hash::FxHashMap;

use crate::{
    expansion::{Expansion, Expansions, Unsafe},
    features::Features,
    ftl_file::FtlFile,
    outline::{Kind, Outline, Target},
    source::{LocaleFolder, SourceFile},
    timing::Clock,
};

/// All files of one locale and an index over what they define.
#[derive(Debug)]
pub struct LocaleFiles<'s> {
    /// The files, by path.
    pub files: Vec<FtlFile<'s>>,
    /// Messages and terms that are defined more than once. The first one counts, as it does in every Fluent runtime.
    pub duplicates: Vec<Duplicate>,
    scope: Scope,
    ids: Ids<'s>,
    names: FxHashMap<&'s str, usize>,
    /// Computed when first asked for: hardly any locale has a message for which it takes more than a look.
    expansions: OnceLock<Expansions>,
    /// The messages and terms that refer to each id; found when first asked for.
    referring: OnceLock<FxHashMap<String, Vec<MessageRef>>>,
}

/// What makes two messages the same message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Their id: all files of a locale are one set of messages, as in a catalog.
    Locale,
    /// Their id and the name of their file, as in a tree of files that a program loads one by one.
    File,
}

/// Where a message stands: which file of the locale, which message of the file. A large tree has hundreds of thousands of them, so
/// it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageRef {
    file: u32,
    message: u32,
}

impl MessageRef {
    /// The place with these indexes into [`LocaleFiles::files`] and the file's outlines. Nothing stands beyond four billion.
    pub fn new(file: usize, message: usize) -> Self {
        let small = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self { file: small(file), message: small(message) }
    }

    /// Index into [`LocaleFiles::files`].
    pub fn file(self) -> usize {
        self.file as usize
    }

    /// Index into the file's outlines.
    pub fn message(self) -> usize {
        self.message as usize
    }
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

/// Where messages and terms are defined. Every definition is entered once.
#[derive(Debug, Default)]
struct Ids<'s> {
    /// The first definition of each message in the locale.
    messages: FxHashMap<&'s str, MessageRef>,
    /// The first definition of each term in the locale.
    terms: FxHashMap<&'s str, MessageRef>,
    /// The first definition in a file of what another file defines as well, by the file.
    later: FxHashMap<(usize, Kind, &'s str), MessageRef>,
}

impl<'s> LocaleFiles<'s> {
    /// Reads all files of `folder`.
    pub fn parse(folder: &'s LocaleFolder, scope: Scope) -> Self {
        Self::parse_timed(folder, scope, None)
    }

    /// As [`LocaleFiles::parse`], by a clock.
    pub fn parse_timed(folder: &'s LocaleFolder, scope: Scope, clock: Option<Clock>) -> Self {
        let parse = |file: &'s SourceFile| {
            FtlFile::parse_timed(&file.path, &file.name, file.content.text(), clock)
        };
        Self::of_files(folder.files.iter().map(parse).collect(), scope)
    }

    /// Takes files that were read.
    pub fn of_files(files: Vec<FtlFile<'s>>, scope: Scope) -> Self {
        let messages = files.iter().map(|file| file.outlines.len()).sum();
        let mut ids = Ids::default();
        ids.messages.reserve(messages);
        let mut duplicates = Vec::new();
        for (index, file) in files.iter().enumerate() {
            for (message, outline) in file.outlines.iter().enumerate() {
                let place = MessageRef::new(index, message);
                let first = ids.add(scope, outline.kind(), outline.id(), place);
                duplicates.extend(first.map(|first| Duplicate { first, second: place }));
            }
        }
        let names = files.iter().enumerate().map(|(index, file)| (file.name, index)).collect();
        Self {
            files,
            duplicates,
            scope,
            ids,
            names,
            expansions: OnceLock::new(),
            referring: OnceLock::new(),
        }
    }

    /// What makes two messages the same here.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The file and the outline at `place`.
    pub fn at(&self, place: MessageRef) -> Option<(&FtlFile<'s>, Outline<'_, 's>)> {
        let file = self.files.get(place.file())?;
        Some((file, file.outlines.get(place.message())?))
    }

    /// The index of the file with this name below the locale.
    pub fn file(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Where the message or term `id` of this kind is defined, in whichever file.
    pub fn find(&self, kind: Kind, id: &str) -> Option<MessageRef> {
        self.ids.first(kind, id)
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
        self.ids.in_file(file, kind, id)
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
                .map(move |(message, outline)| (MessageRef::new(file, message), outline))
        })
    }

    /// All messages and terms that refer to one of these, directly or through others.
    pub fn all_that_refer_to<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> BTreeSet<MessageRef> {
        let mut found: BTreeSet<MessageRef> = BTreeSet::new();
        let referring = |id: &str| self.referring().get(id).into_iter().flatten().copied();
        let mut open: Vec<MessageRef> = ids.into_iter().flat_map(referring).collect();
        while let Some(place) = open.pop() {
            if found.insert(place)
                && let Some((_, outline)) = self.at(place)
            {
                open.extend(referring(outline.id()));
            }
        }
        found
    }

    fn referring(&self) -> &FxHashMap<String, Vec<MessageRef>> {
        self.referring.get_or_init(|| {
            let mut referring: FxHashMap<String, Vec<MessageRef>> = FxHashMap::default();
            let refers = |outline: &Outline<'_, '_>| outline.features().any(Features::REFERENCE);
            for (place, outline) in self.messages().filter(|(_, outline)| refers(outline)) {
                for reference in outline.references() {
                    if let Target::Message(id, _) | Target::Term(id, _) = reference.target {
                        match referring.get_mut(id) {
                            Some(places) => places.push(place),
                            None => drop(referring.insert(id.to_owned(), vec![place])),
                        }
                    }
                }
            }
            referring
        })
    }

    /// Why the message at `place` must not be formatted, if it must not.
    pub fn danger(&self, place: MessageRef) -> Option<Unsafe> {
        let (_, outline) = self.at(place)?;
        if self.is_small(outline) { None } else { self.expansion(place).danger() }
    }

    /// What the message at `place` becomes when it is formatted.
    pub fn expansion(&self, place: MessageRef) -> Expansion {
        let expansions = self.expansions.get_or_init(|| Expansions::compute(self));
        self.at(place).map(|(_, outline)| expansions.of(self, place, outline)).unwrap_or_default()
    }

    /// Whether a look is enough to see that a message is far below every limit: it refers to nothing, or to a few things
    /// that refer to nothing.
    fn is_small(&self, outline: Outline<'_, '_>) -> bool {
        if outline.features().any(Features::LARGE) {
            return false;
        }
        if !outline.features().any(Features::REFERENCE) {
            return true;
        }
        let targets = || outline.references().iter().filter_map(|it| self.target_of(it.target));
        targets().count() <= FEW
            && targets()
                .filter_map(|target| self.at(target))
                .all(|(_, target)| !target.features().any(Features::LARGE | Features::REFERENCE))
    }

    /// The message or term of this locale that a reference leads to.
    pub(crate) fn target_of(&self, target: Target<'_>) -> Option<MessageRef> {
        match target {
            Target::Message(id, _) => self.find(Kind::Message, id),
            Target::Term(id, _) => self.find(Kind::Term, id),
            Target::Variable(_) | Target::Function(_) => None,
        }
    }
}

/// A message and so many others, none of them [`Features::LARGE`], stay below every limit together.
const FEW: usize = 3;

impl<'s> Ids<'s> {
    /// Enters a definition. Returns the one that it is a duplicate of, if it is one.
    fn add(
        &mut self,
        scope: Scope,
        kind: Kind,
        id: &'s str,
        place: MessageRef,
    ) -> Option<MessageRef> {
        let other = match (scope, kind) {
            (Scope::File, _) => None,
            (Scope::Locale, Kind::Message) => self.terms.get(id).copied(),
            (Scope::Locale, Kind::Term) => self.messages.get(id).copied(),
        };
        if other.is_some() {
            return other;
        }
        let firsts = match kind {
            Kind::Message => &mut self.messages,
            Kind::Term => &mut self.terms,
        };
        let first = match firsts.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                return None;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        if scope == Scope::Locale || first.file == place.file {
            return Some(first);
        }
        match self.later.entry((place.file(), kind, id)) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                None
            }
            Entry::Occupied(entry) => Some(*entry.get()),
        }
    }

    fn first(&self, kind: Kind, id: &str) -> Option<MessageRef> {
        match kind {
            Kind::Message => self.messages.get(id).copied(),
            Kind::Term => self.terms.get(id).copied(),
        }
    }

    fn in_file(&self, file: usize, kind: Kind, id: &str) -> Option<MessageRef> {
        let first = self.first(kind, id)?;
        if first.file() == file { Some(first) } else { self.later.get(&(file, kind, id)).copied() }
    }
}
