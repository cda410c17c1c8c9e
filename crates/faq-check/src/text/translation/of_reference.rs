//! Something about every message of the reference, found file by file when first asked for: whoever watches a tree asks about
//! few files.

use std::sync::OnceLock;

use faq_l10n::{FtlFile, LocaleFiles, MessageRef, Outline};

/// Something about every message of the reference.
#[derive(Debug)]
pub(crate) struct OfReference<T> {
    files: Vec<OnceLock<Vec<T>>>,
}

impl<T> OfReference<T> {
    /// Of so many files; nothing was found yet.
    pub(crate) fn of(reference: &LocaleFiles<'_>) -> Self {
        Self { files: reference.files.iter().map(|_| OnceLock::new()).collect() }
    }

    /// What is there about each message of the file with this index.
    pub(crate) fn in_file(
        &self,
        reference: &LocaleFiles<'_>,
        file: usize,
        find: impl Fn(Outline<'_, '_>) -> T,
    ) -> &[T] {
        let found = |known: &FtlFile<'_>| known.outlines.iter().map(&find).collect();
        match (self.files.get(file), reference.files.get(file)) {
            (Some(once), Some(known)) => once.get_or_init(|| found(known)),
            (None, _) | (_, None) => &[],
        }
    }

    /// What is there about the message at `place`.
    pub(crate) fn at(
        &self,
        reference: &LocaleFiles<'_>,
        place: MessageRef,
        find: impl Fn(Outline<'_, '_>) -> T,
    ) -> Option<&T> {
        self.in_file(reference, place.file(), find).get(place.message())
    }
}
