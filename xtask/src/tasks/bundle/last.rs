//! What the last bundle wrote for each locale, so that the next one makes anew only what has changed.
//!
//! Content decides, never time: the key of a locale is a hash of everything that its files are made from, the code that makes them
//! included. Where the key is the same, the files of the old folder are taken over, each only if it still has the hash that it was
//! written with. So whatever is lost, damaged, old or of another version is made anew, and what comes out is the same to the byte. Who can
//! change this record and the old folder together can change the sources as well.

use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
};

use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{Frame, WRITER, WrittenFiles};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{disk, output::remember};

/// Where it is recorded, below the root.
const PATH: &str = "target/bundle.json";

/// Largest record, in bytes: some thousands of locales.
const LARGEST: usize = 16 * 1024 * 1024;

/// The one version of the record that this code reads.
const FORMAT: u32 = 1;

/// What the last bundle wrote, or this one has written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct LastBundle {
    format: u32,
    locales: BTreeMap<String, Made>,
}

/// The files of a locale, and what they were made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Made {
    /// [`key`] of it.
    pub(super) key: String,
    /// The files.
    pub(super) files: WrittenFiles,
}

impl LastBundle {
    /// Reads what is recorded in `root`; nothing where that cannot be used.
    pub(super) fn read(root: &Path) -> Self {
        let text = disk::read_given(&at(root), LARGEST).unwrap_or_default();
        let last: Self = serde_json::from_str(&text).unwrap_or_default();
        if last.format == FORMAT { last } else { Self::default() }
    }

    /// The files of a locale, if they were made from the same.
    pub(super) fn files(&self, locale: &LocaleTag, key: &str) -> Option<&WrittenFiles> {
        let made = self.locales.get(locale.as_str()).filter(|made| made.key == key)?;
        made.files.are_of(locale).then_some(&made.files)
    }

    /// Records what was made. That it cannot be recorded only makes the next bundle slower.
    pub(super) fn record(root: &Path, locales: BTreeMap<String, Made>) {
        let last = Self { format: FORMAT, locales };
        if let Ok(text) = serde_json::to_string(&last) {
            let _ = remember(&at(root), text.as_bytes());
        }
    }
}

fn at(root: &Path) -> PathBuf {
    root.join(PATH)
}

/// The identity of everything that the files of a locale are made from.
pub(super) fn key(faq: &LocalizedFaq, frame: &Frame<'_>) -> String {
    let mut hashing = Hashing(Sha256::new());
    (WRITER, frame, faq).hash(&mut hashing);
    base16ct::lower::encode_string(&hashing.0.finalize())
}

/// Takes a value apart as every hash map does, for a hash by which nobody finds another value that has the same.
struct Hashing(Sha256);

impl Hasher for Hashing {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Nobody asks for the short one.
    fn finish(&self) -> u64 {
        0
    }
}
