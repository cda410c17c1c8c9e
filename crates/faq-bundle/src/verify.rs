//! Whether files are those that were released.

use alloc::{
    borrow::ToOwned,
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec,
    vec::Vec,
};
use core::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{File, Form, FormatError, MANIFEST, Manifest};

/// How a file differs from what was released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Another number of bytes: what the manifest says, what the file has.
    Size(u64, u64),
    /// Other bytes: the hash in the manifest, the hash of the file.
    Hash(String, String),
    /// The manifest gives two hashes that are not one: as digits, for browsers.
    Integrity(String, String),
}

/// A file that is not as it was released.
#[derive(Debug)]
pub struct Difference {
    /// Its path.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Wrong {
    /// It is not there.
    Missing,
    /// No manifest lists it.
    Unlisted,
    /// It cannot be read, and why.
    Unreadable(String),
    /// Its bytes are others.
    Mismatch(Mismatch),
    /// It is not of a format that this code knows.
    Format(FormatError),
    /// It says something else than the files that it is about; what.
    Contradiction(String),
}

impl File {
    /// The entry of a manifest for a file of these bytes.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            path: path.to_owned(),
            size: bytes.len() as u64,
            sha256: base16ct::lower::encode_string(&digest),
            integrity: integrity(&digest),
            encodings: BTreeMap::new(),
        }
    }

    /// Whether `bytes` are what was released under this file's path.
    pub fn verify(&self, bytes: &[u8]) -> Result<(), Mismatch> {
        let found = Self::of(&self.path, bytes);
        if found.size != self.size {
            return Err(Mismatch::Size(self.size, found.size));
        }
        if found.sha256 != self.sha256 {
            return Err(Mismatch::Hash(self.sha256.clone(), found.sha256));
        }
        if found.integrity != self.integrity {
            return Err(Mismatch::Integrity(self.sha256.clone(), self.integrity.clone()));
        }
        Ok(())
    }
}

impl Manifest {
    /// Identity of a release's content: SHA-256 of its list of files as `sha256sum` writes it, by path. Two releases with the
    /// same files have the same.
    pub fn content_version<'f>(files: impl IntoIterator<Item = &'f File>) -> String {
        let by_path: BTreeMap<&str, &str> =
            files.into_iter().map(|file| (file.path.as_str(), file.sha256.as_str())).collect();
        let list: String = by_path.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        sha256(list.as_bytes())
    }
}

/// Whether `bytes` have this SHA-256.
pub fn verify_hash(expected: &str, bytes: &[u8]) -> Result<(), Mismatch> {
    let found = sha256(bytes);
    if found == expected { Ok(()) } else { Err(Mismatch::Hash(expected.to_owned(), found)) }
}

/// SHA-256 of `bytes` in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}

fn integrity(digest: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(digest))
}

/// Every way in which a release as `bundle` writes it differs from its manifest. `paths` is what is there, and `read` gives
/// the bytes of one of them or says why it cannot.
pub fn differences(
    paths: &BTreeSet<String>,
    mut read: impl FnMut(&str) -> Result<Vec<u8>, String>,
) -> Vec<Difference> {
    let manifest = match read_manifest(paths, &mut read) {
        Ok(manifest) => manifest,
        Err(wrong) => return vec![Difference { path: MANIFEST.to_owned(), wrong }],
    };
    let mut found = Vec::new();
    let mut listed = BTreeSet::from([MANIFEST.to_owned()]);
    for form in manifest.forms() {
        let path = form.path();
        let wrong = if listed.insert(path.clone()) {
            wrong_with(form, &path, paths, &mut read)
        } else {
            Some(Wrong::Contradiction("the manifest lists it twice".to_owned()))
        };
        found.extend(wrong.map(|wrong| Difference { path, wrong }));
    }
    let unlisted = paths.difference(&listed);
    found.extend(unlisted.map(|path| Difference { path: path.clone(), wrong: Wrong::Unlisted }));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn read_manifest(
    paths: &BTreeSet<String>,
    read: &mut impl FnMut(&str) -> Result<Vec<u8>, String>,
) -> Result<Manifest, Wrong> {
    if !paths.contains(MANIFEST) {
        return Err(Wrong::Missing);
    }
    let bytes = read(MANIFEST).map_err(Wrong::Unreadable)?;
    let manifest = Manifest::parse_bytes(&bytes).map_err(Wrong::Format)?;
    if Manifest::content_version(manifest.all_files()) != manifest.version {
        let message = "its `version` is not that of the files it lists";
        return Err(Wrong::Contradiction(message.to_owned()));
    }
    Ok(manifest)
}

fn wrong_with(
    form: Form<'_>,
    path: &str,
    paths: &BTreeSet<String>,
    read: &mut impl FnMut(&str) -> Result<Vec<u8>, String>,
) -> Option<Wrong> {
    if !paths.contains(path) {
        return Some(Wrong::Missing);
    }
    match read(path) {
        Ok(bytes) => form.wrong(&bytes),
        Err(reason) => Some(Wrong::Unreadable(reason)),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.wrong)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("not there"),
            Self::Unlisted => f.write_str("not in the manifest"),
            Self::Unreadable(reason) => write!(f, "cannot be read: {reason}"),
            Self::Mismatch(mismatch) => mismatch.fmt(f),
            Self::Format(error) => error.fmt(f),
            Self::Contradiction(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(expected, found) => write!(f, "{found} bytes instead of {expected}"),
            Self::Hash(expected, found) => write!(f, "SHA-256 {found} instead of {expected}"),
            Self::Integrity(hash, integrity) => {
                write!(f, "the manifest gives `{integrity}`, which is not SHA-256 {hash}")
            }
        }
    }
}

impl core::error::Error for Mismatch {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_byte_is_a_mismatch() {
        let file = File::of("a", b"ab");
        assert_eq!(file.verify(b"ab"), Ok(()));
        assert!(matches!(file.verify(b"ac"), Err(Mismatch::Hash(..))));
        assert_eq!(file.verify(b"abc"), Err(Mismatch::Size(2, 3)));
        let other = File { integrity: integrity(&[0; 32]), ..file };
        assert!(matches!(other.verify(b"ab"), Err(Mismatch::Integrity(..))));
    }

    #[test]
    fn hashes_are_written_as_sha256sum_and_browsers_write_them() {
        let file = File::of("abc", b"abc");
        assert_eq!(file.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(file.integrity, "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    /// A release of two files, after `spoil` had its way with it, as it differs from its manifest.
    fn found(spoil: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<String> {
        let texts = [("es/faq.json", "{}"), ("index.html", "<p>")];
        let listed = texts.map(|(path, text)| File::of(path, text.as_bytes()));
        let manifest = Manifest {
            format: crate::FORMAT,
            version: Manifest::content_version(&listed),
            revision: None,
            licences: Vec::new(),
            credits: Vec::new(),
            reference: "en".to_owned(),
            locales: Vec::new(),
            files: listed.to_vec(),
            negotiation: crate::Negotiation { default: "en".to_owned(), table: BTreeMap::new() },
        };
        let manifest = serde_json::to_vec(&manifest).expect("JSON");
        let texts = texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let mut files: BTreeMap<String, Vec<u8>> = texts.into();
        files.insert(MANIFEST.to_owned(), manifest);
        spoil(&mut files);
        let paths = files.keys().cloned().collect();
        let read = |path: &str| files.get(path).cloned().ok_or_else(|| "gone".to_owned());
        differences(&paths, read).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_release_that_differs_is_told_file_by_file() {
        assert!(found(|_| ()).is_empty());
        assert_eq!(
            found(|files| {
                files.insert("es/faq.json".to_owned(), b"[]".to_vec());
                files.remove("index.html");
                files.insert("letter.txt".to_owned(), Vec::new());
            }),
            [
                "es/faq.json: SHA-256 4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945 instead of 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                "index.html: not there",
                "letter.txt: not in the manifest",
            ]
        );
        assert_eq!(found(BTreeMap::clear), ["manifest.json: not there"]);
    }

    #[test]
    fn a_manifest_that_was_changed_with_its_file_has_another_version() {
        let changed = found(|files| {
            let manifest = files.get_mut(MANIFEST).expect("a manifest");
            let text = String::from_utf8(manifest.clone()).expect("text");
            let (old, new) = (File::of("", b"<p>"), File::of("", b"<b>"));
            *manifest = text.replace(&old.sha256, &new.sha256).into_bytes();
            files.insert("index.html".to_owned(), b"<b>".to_vec());
        });
        assert_eq!(changed, ["manifest.json: its `version` is not that of the files it lists"]);
    }
}
