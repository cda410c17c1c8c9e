//! Which message of the reference each message of a locale stands for, found once for all rules and counts.

use faq_l10n::{LocaleFiles, MessageRef, Scope};

/// A locale's messages next to the reference's.
#[derive(Debug, Default)]
pub struct Pairing {
    /// For each file of the locale.
    pub files: Vec<FilePairs>,
    /// Files of the reference that the locale has not, as indexes. Empty where a locale is one set of messages.
    pub missing_files: Vec<usize>,
    /// Messages of the reference that the locale has not, though it has the file. Empty where a locale is one set.
    pub missing: Vec<MessageRef>,
}

/// One file of a locale next to the reference's file of the same name.
#[derive(Debug, Default)]
pub struct FilePairs {
    /// The reference's file, as an index.
    pub reference_file: Option<usize>,
    /// For each message of the locale's file, the reference's.
    pub messages: Vec<Option<MessageRef>>,
}

impl Pairing {
    /// Goes through both locales once. Files that keep the reference's order need no look-up.
    pub fn of(files: &LocaleFiles<'_>, reference: &LocaleFiles<'_>) -> Self {
        let mut pairing = Self::default();
        let mut seen: Vec<Vec<bool>> = Vec::new();
        if files.scope() == Scope::File {
            seen = reference.files.iter().map(|file| vec![false; file.outlines.len()]).collect();
        }
        for file in &files.files {
            let reference_file = reference.file(file.name);
            let mut pairs =
                FilePairs { reference_file, messages: Vec::with_capacity(file.outlines.len()) };
            let mut expected = 0;
            for outline in file.outlines.iter() {
                let (kind, id) = (outline.kind(), outline.id());
                let in_order = reference_file.and_then(|index| {
                    let found = reference.files.get(index)?.outlines.get(expected)?;
                    let is_same = found.id() == id && found.kind() == kind;
                    is_same.then_some(MessageRef { file: index, message: expected })
                });
                let found = match files.scope() {
                    Scope::Locale => reference.find(kind, id),
                    Scope::File => in_order.or_else(|| {
                        reference_file.and_then(|file| reference.in_file(file, kind, id))
                    }),
                };
                if let Some(found) = found {
                    expected = found.message + 1;
                    if let Some(seen) =
                        seen.get_mut(found.file).and_then(|file| file.get_mut(found.message))
                    {
                        *seen = true;
                    }
                }
                pairs.messages.push(found);
            }
            pairing.files.push(pairs);
        }
        pairing.find_missing(files, reference, &seen);
        pairing
    }

    fn find_missing(
        &mut self,
        files: &LocaleFiles<'_>,
        reference: &LocaleFiles<'_>,
        seen: &[Vec<bool>],
    ) {
        for (index, seen) in seen.iter().enumerate() {
            let Some(file) = reference.files.get(index) else { continue };
            if files.file(file.name).is_none() {
                self.missing_files.push(index);
                continue;
            }
            for (message, _) in seen.iter().enumerate().filter(|(_, seen)| !**seen) {
                let place = MessageRef { file: index, message };
                // A second definition in the reference is no second message.
                let counts = file.outlines.get(message).is_some_and(|outline| {
                    reference.in_file(index, outline.kind(), outline.id()) == Some(place)
                });
                if counts {
                    self.missing.push(place);
                }
            }
        }
    }
}
