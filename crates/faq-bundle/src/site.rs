//! The FAQ as a site serves it: every language of one release, verified, without what is withdrawn.

use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{
    Bundle, Entries, File, FormatError, MANIFEST, Mismatch, Negotiation, Pointer, Recalls,
    entries::Written,
    format::{known_format, parse},
    manifest_path, recalls_path, verify_hash,
};

/// Every language of one release. What is in it was verified and is not withdrawn. An entry is read when it is asked for.
#[derive(Clone, Debug)]
pub struct Site {
    negotiation: Negotiation,
    bundles: BTreeMap<String, Bundle<Entries>>,
}

/// What is read of a manifest: of the files, each as it is written, only those that are opened.
#[derive(Deserialize)]
struct Listing<'m> {
    #[serde(deserialize_with = "known_format")]
    #[expect(dead_code, reason = "reading it is what refuses another version")]
    format: u32,
    #[serde(borrow)]
    locales: Vec<Listed<'m>>,
    negotiation: Negotiation,
}

/// A locale of a manifest, likewise.
#[derive(Deserialize)]
struct Listed<'m> {
    locale: String,
    #[serde(borrow)]
    files: Vec<&'m RawValue>,
}

/// Why a release is not served.
#[derive(Debug)]
pub struct OpenError {
    /// The file that is wrong.
    pub path: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a file of a release.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be read, and why.
    Unreadable(String),
    /// It is not the one that was released.
    Mismatch(Mismatch),
    /// It is not of a format that this code knows.
    Format(FormatError),
    /// It names a locale that is not in the release.
    NoLocale(String),
}

impl Site {
    /// Opens a release as `cargo xtask bundle` writes it. `read` gives the bytes of a file by its path below the manifest.
    pub fn open<E: fmt::Display>(
        mut read: impl FnMut(&str) -> Result<Vec<u8>, E>,
    ) -> Result<Self, OpenError> {
        let manifest = bytes(&mut read, MANIFEST)?;
        Self::of(&manifest, MANIFEST, &mut read, |file| file.path.clone())
    }

    /// Opens the release that a pointer names, as it was published, without what its list of recalls withdraws. Whether the
    /// pointer is to be followed at all, [`Pointer::accept`] says.
    pub fn follow<E: fmt::Display>(
        pointer: &Pointer,
        mut read: impl FnMut(&str) -> Result<Vec<u8>, E>,
    ) -> Result<Self, OpenError> {
        let path = manifest_path(&pointer.manifest);
        let manifest = hashed(&mut read, &path, &pointer.manifest)?;
        let mut site = Self::of(&manifest, &path, &mut read, File::object_path)?;
        if let Some(hash) = &pointer.recalls {
            let path = recalls_path(&hash.0);
            let text = hashed(&mut read, &path, &hash.0)?;
            let recalls = Recalls::parse(&String::from_utf8_lossy(&text));
            site.withdraw(&recalls.map_err(|error| wrong(&path, Problem::Format(error)))?);
        }
        Ok(site)
    }

    fn of<E: fmt::Display>(
        manifest: &[u8],
        path: &str,
        read: &mut impl FnMut(&str) -> Result<Vec<u8>, E>,
        place: impl Fn(&File) -> String,
    ) -> Result<Self, OpenError> {
        let manifest = String::from_utf8_lossy(manifest);
        let format = |error| wrong(path, Problem::Format(error));
        let listing: Listing<'_> = parse(&manifest).map_err(format)?;
        let mut bundles = BTreeMap::new();
        for locale in &listing.locales {
            for file in locale.files.iter().filter(|file| file.get().contains("/faq.json\"")) {
                let file = serde_json::from_str::<File>(file.get());
                let file = file.map_err(|error| format(FormatError::Malformed(error)))?;
                let path = place(&file);
                let text = bytes(read, &path)?;
                file.verify(&text).map_err(|it| wrong(&path, Problem::Mismatch(it)))?;
                let text = String::from_utf8(text)
                    .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned());
                let bundle = Bundle::open(text);
                let bundle = bundle.map_err(|error| wrong(&path, Problem::Format(error)))?;
                bundles.insert(locale.locale.clone(), bundle);
            }
        }
        let Listing { negotiation, .. } = listing;
        // Whatever is negotiated is there from here on.
        let is_missing = |locale: &&String| !bundles.contains_key(*locale);
        let Negotiation { default, table } = &negotiation;
        let missing = table.values().chain([default]).find(is_missing).cloned();
        match missing {
            Some(locale) => Err(wrong(path, Problem::NoLocale(locale))),
            None => Ok(Self { negotiation, bundles }),
        }
    }

    /// Stops serving the texts of this list. The whole entry comes from the next locale of the fallback chain where that has
    /// another text for it and is released if the page is; else the entry is left out. A bundle's review stays the weakest of all
    /// that it shows.
    pub fn withdraw(&mut self, recalls: &Recalls) {
        let changed = |(locale, bundle): (&String, &Bundle<Entries>)| {
            Some((locale.clone(), self.left_of(bundle, recalls)?))
        };
        let changed: Vec<(String, Entries)> = self.bundles.iter().filter_map(changed).collect();
        for (locale, entries) in changed {
            if let Some(bundle) = self.bundles.get_mut(&locale) {
                let shown = entries.iter().filter_map(Result::ok).map(|entry| &entry.review);
                let weakest = shown.chain([&bundle.review]).min_by_key(|it| strength(it)).cloned();
                bundle.review = weakest.unwrap_or_default();
                bundle.entries = entries;
            }
        }
    }

    /// What a bundle shows without the texts of this list; none where it shows none of them.
    fn left_of<'s>(&'s self, bundle: &'s Bundle<Entries>, recalls: &Recalls) -> Option<Entries> {
        let is_recalled = |entry: &Written<'s>| recalls.of(entry.fingerprint).is_some();
        if !bundle.entries.written().any(|entry| is_recalled(&entry)) {
            return None;
        }
        let others = || {
            let others = bundle.fallback.iter().filter_map(|locale| self.bundles.get(locale));
            others.filter(|other| other.tier == "released" || other.tier == bundle.tier)
        };
        let instead = |entry: Written<'s>| {
            if !is_recalled(&entry) {
                return Some(entry);
            }
            let mut found = others().filter_map(|other| other.entries.written_of(entry.id));
            found.find(|other| !is_recalled(other))
        };
        Some(Entries::of_written(bundle.entries.written().filter_map(instead)))
    }

    /// The FAQ for an `Accept-Language` header.
    pub fn from_header(&self, header: &str) -> Option<&Bundle<Entries>> {
        self.in_locale(self.negotiation.from_header(header))
    }

    /// The FAQ in the locale with this tag.
    pub fn in_locale(&self, tag: &str) -> Option<&Bundle<Entries>> {
        self.bundles.get(tag)
    }

    /// The FAQ in every locale, by tag.
    pub fn bundles(&self) -> impl Iterator<Item = &Bundle<Entries>> {
        self.bundles.values()
    }
}

/// How much a review state says for a text. One that is not known says nothing.
fn strength(review: &str) -> u8 {
    match review {
        "original" => 2,
        "reviewed" => 1,
        _ => 0,
    }
}

fn bytes<E: fmt::Display>(
    read: &mut impl FnMut(&str) -> Result<Vec<u8>, E>,
    path: &str,
) -> Result<Vec<u8>, OpenError> {
    read(path).map_err(|error| wrong(path, Problem::Unreadable(error.to_string())))
}

fn hashed<E: fmt::Display>(
    read: &mut impl FnMut(&str) -> Result<Vec<u8>, E>,
    path: &str,
    sha256: &str,
) -> Result<Vec<u8>, OpenError> {
    let text = bytes(read, path)?;
    verify_hash(sha256, &text).map_err(|it| wrong(path, Problem::Mismatch(it)))?;
    Ok(text)
}

fn wrong(path: &str, problem: Problem) -> OpenError {
    OpenError { path: path.to_owned(), problem }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.path)?;
        match &self.problem {
            Problem::Unreadable(reason) => write!(f, "cannot be read: {reason}"),
            Problem::Mismatch(mismatch) => write!(f, "is not as it was released: {mismatch}"),
            Problem::Format(error) => error.fmt(f),
            Problem::NoLocale(locale) => {
                write!(f, "names the locale `{locale}`, which is not in the release")
            }
        }
    }
}

impl core::error::Error for OpenError {}

#[cfg(test)]
mod tests;
