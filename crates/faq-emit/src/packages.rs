//! Packages for sites that are built: npm and Rust, each the whole FAQ with look-up and negotiation.

mod declarations;
mod id_hash;
mod npm;
mod rust;

use std::collections::BTreeMap;

use faq_content::{Id, LocaleTag, LocalizedFaq};

use crate::{
    EmitError, OutputFile,
    frame::{Frame, Known},
    writing::Rest,
};

/// A file of a package that holds one locale: its path, and what is in it.
type Module =
    (fn(&LocaleTag) -> String, fn(&LocalizedFaq, &Frame<'_>) -> Result<String, EmitError>);

/// The files of all packages for one locale.
pub(crate) const MODULES: [Module; 4] = [
    (npm::fingerprints_path, |faq, _| Ok(npm::fingerprints_of(faq))),
    (npm::module_path, |faq, _| npm::module(faq)),
    (npm::types_path, |_, _| Ok(npm::LOCALE_TYPES.to_owned())),
    (rust::module_path, |faq, frame| Ok(rust::module(faq, frame))),
];

/// The files of all packages that belong to no locale.
pub(crate) fn packages(rest: &Rest<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut files = npm::package(rest)?;
    files.extend(rust::package(rest));
    Ok(files)
}

/// Every id by which an entry is known, today's or an older one, and the entry's place.
fn places(entries: &[Known]) -> BTreeMap<&Id, usize> {
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
