//! Which message of the reference each message of a locale stands for, found once for all rules and counts.

use std::sync::Arc;

use faq_l10n::{FtlFile, LocaleFiles, MessageRef, Scope};

/// A locale's messages next to the reference's.
#[derive(Clone, Debug, Default)]
pub struct Pairing {
    /// For each file of the locale.
    pub files: Vec<Arc<FilePairs>>,
    /// Files of the reference that the locale has not, as indexes. Empty where a locale is one set of messages.
    pub missing_files: Vec<usize>,
}

/// One file of a locale next to the reference's file of the same name.
#[derive(Clone, Debug, Default)]
pub struct FilePairs {
    /// The reference's file, as an index.
    pub reference_file: Option<usize>,
    /// For each message of the locale's file, the reference's.
    pub messages: Vec<Option<MessageRef>>,
    /// Messages of the reference's file that this one has not. Empty where a locale is one set of messages.
    pub missing: Vec<MessageRef>,
}

impl Pairing {
    /// Goes through both locales once. Files that keep the reference's order need no look-up.
    pub fn of(files: &LocaleFiles<'_>, reference: &LocaleFiles<'_>) -> Self {
        Self::with(files, reference, |_| None)
    }

    /// As [`Self::of`]; `known` gives the pairs of files that have not changed, nor the reference's files of their names.
    pub(crate) fn with(
        files: &LocaleFiles<'_>,
        reference: &LocaleFiles<'_>,
        mut known: impl FnMut(&str) -> Option<Arc<FilePairs>>,
    ) -> Self {
        let mut pairing = Self::default();
        for file in &files.files {
            let pairs = known(file.name);
            let pairs =
                pairs.unwrap_or_else(|| Arc::new(FilePairs::of(files.scope(), file, reference)));
            pairing.files.push(pairs);
        }
        if files.scope() == Scope::File {
            let missing = reference.files.iter().enumerate();
            let missing = missing.filter(|(_, file)| files.file(file.name).is_none());
            pairing.missing_files = missing.map(|(index, _)| index).collect();
        }
        pairing
    }

    /// Messages of the reference that the locale has not, though it has the file. None where a locale is one set.
    pub fn missing(&self) -> impl Iterator<Item = MessageRef> {
        self.files.iter().flat_map(|file| file.missing.iter().copied())
    }
}

impl FilePairs {
    fn of(scope: Scope, file: &FtlFile<'_>, reference: &LocaleFiles<'_>) -> Self {
        let reference_file = reference.file(file.name);
        let there = reference_file.and_then(|index| reference.files.get(index));
        let mut seen = match (scope, there) {
            (Scope::File, Some(there)) => vec![false; there.outlines.len()],
            (Scope::File, None) | (Scope::Locale, _) => Vec::new(),
        };
        // Of two definitions the first one counts, which the second must not hide.
        let is_second = |place: MessageRef| {
            reference.duplicates.iter().any(|duplicate| duplicate.second == place)
        };
        let mut messages = Vec::with_capacity(file.outlines.len());
        let mut expected = 0;
        for outline in file.outlines.iter() {
            let (kind, id) = (outline.kind(), outline.id());
            let in_order = reference_file.and_then(|index| {
                let found = there?.outlines.get(expected)?;
                let is_same = found.id() == id && found.kind() == kind;
                let place = MessageRef::new(index, expected);
                (is_same && !is_second(place)).then_some(place)
            });
            let found = match scope {
                Scope::Locale => reference.find(kind, id),
                Scope::File => in_order
                    .or_else(|| reference_file.and_then(|file| reference.in_file(file, kind, id))),
            };
            if let Some(found) = found {
                expected = found.message() + 1;
                if let Some(seen) = seen.get_mut(found.message()) {
                    *seen = true;
                }
            }
            messages.push(found);
        }
        let missing = reference_file.map(|file| missing(file, reference, &seen));
        Self { reference_file, messages, missing: missing.unwrap_or_default() }
    }
}

/// Messages of one file of the reference that were not seen.
fn missing(file: usize, reference: &LocaleFiles<'_>, seen: &[bool]) -> Vec<MessageRef> {
    let unseen = seen.iter().enumerate().filter(|(_, seen)| !**seen);
    let places = unseen.map(|(message, _)| MessageRef::new(file, message));
    // A second definition in the reference is no second message.
    let counts = |place: &MessageRef| {
        reference.at(*place).is_some_and(|(_, outline)| {
            reference.in_file(file, outline.kind(), outline.id()) == Some(*place)
        })
    };
    places.filter(counts).collect()
}
