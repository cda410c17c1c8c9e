//! Packages for sites that are built: npm and Rust, each the whole FAQ with look-up and negotiation.

mod declarations;
mod id_hash;
mod npm;
mod rust;

use std::collections::{BTreeMap, BTreeSet};

use faq_content::{Id, LocalizedEntry};

use crate::{EmitError, OutputFile, Release};

/// The files of all packages.
pub(crate) fn packages(release: &Release<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut files = npm::package(release)?;
    files.extend(rust::package(release));
    Ok(files)
}

/// The entries that any locale has, the reference's first.
fn entries<'a>(release: &Release<'a>) -> Vec<&'a LocalizedEntry> {
    let mut entries: Vec<&LocalizedEntry> = Vec::new();
    let mut known = BTreeSet::new();
    let reference = release.faqs.iter().filter(|faq| faq.locale == *release.reference);
    for entry in reference.chain(release.faqs).flat_map(|faq| &faq.entries) {
        if known.insert(&entry.id) {
            entries.push(entry);
        }
    }
    entries
}

/// Every id by which an entry is known, today's or an older one, and the entry's place.
fn places<'a>(entries: &[&'a LocalizedEntry]) -> BTreeMap<&'a Id, usize> {
    let mut places = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        places.extend(entry.aliases.iter().map(|alias| (alias, place)));
    }
    places.extend(entries.iter().enumerate().map(|(place, entry)| (&entry.id, place)));
    places
}

fn file(path: String, text: impl Into<String>) -> OutputFile {
    OutputFile { path, bytes: text.into().into_bytes() }
}
