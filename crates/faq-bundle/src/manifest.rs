//! `manifest.json`, as it is written and read: what a release holds.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use crate::{
    Encoded,
    format::{FormatError, known_format, parse, sha256_digits},
};

/// What a release consists of: `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Manifest {
    /// Version of the format.
    #[serde(deserialize_with = "known_format")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub format: u32,
    /// Identity of the content: [`Manifest::content_version`] of the files.
    #[serde(deserialize_with = "sha256_digits")]
    pub version: String,
    /// Revision of the source that the release was made from, where it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// On which terms the texts may be used.
    pub licences: Vec<Licence>,
    /// Who is to be named.
    pub credits: Vec<Credit>,
    /// The locale that all others are translated from.
    pub reference: String,
    /// The locales, in the order of menus.
    pub locales: Vec<Locale>,
    /// Files that belong to no locale.
    pub files: Vec<File>,
    /// Which locale serves which wanted language.
    pub negotiation: Negotiation,
}

/// On which terms a part of the release may be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Licence {
    /// The part.
    pub covers: String,
    /// The terms: an SPDX expression, or words.
    pub terms: String,
}

/// Somebody who is to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// The name.
    pub name: String,
    /// For what.
    pub work: String,
}

/// One locale of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Locale {
    /// BCP 47 tag.
    pub locale: String,
    /// Name of the language in that language.
    pub endonym: String,
    /// `ltr` or `rtl`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
    pub dir: String,
    /// `released` or `preview`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["released", "preview"])))]
    pub tier: String,
    /// `original`, `reviewed` or `draft`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["original", "reviewed", "draft"])))]
    pub review: String,
    /// How much of the FAQ is in this language.
    pub coverage: Coverage,
    /// Locales that entries may come from instead, in order.
    pub fallback: Vec<String>,
    /// The files of this locale.
    pub files: Vec<File>,
}

/// How much of the FAQ is in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// Number of entries in the FAQ.
    pub entries: usize,
    /// Number of entries in this language.
    pub complete: usize,
    /// Whether the title is in this language.
    pub title: bool,
    /// Whether the interface texts are in this language.
    pub interface: bool,
    /// Ids of the entries that are shown in another language.
    pub fallen_back: Vec<String>,
    /// Ids of the entries that are not shown at all.
    pub missing: Vec<String>,
}

/// One file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct File {
    /// Path below the manifest, with `/`.
    #[serde(deserialize_with = "path_below")]
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    #[serde(deserialize_with = "sha256_digits")]
    pub sha256: String,
    /// The same hash as browsers want it: for `integrity` in HTML and in `fetch` (Subresource Integrity).
    pub integrity: String,
    /// How it is there compressed, too: name in HTTP (`br`, `gzip`) → what lies beside it, as `<path>.br` or `<path>.gz`. None that
    /// would not be smaller.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub encodings: BTreeMap<String, Encoded>,
}

/// Which locale serves which wanted language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Negotiation {
    /// Served where nothing that is wanted is there.
    pub default: String,
    /// Wanted tag in lower case → locale. A tag that is not here is looked up without its last part.
    pub table: BTreeMap<String, String>,
}

impl Manifest {
    /// Reads a `manifest.json`.
    pub fn parse(json: &str) -> Result<Self, FormatError> {
        parse(json)
    }

    /// Reads the bytes of a `manifest.json`.
    pub fn parse_bytes(json: &[u8]) -> Result<Self, FormatError> {
        parse(&String::from_utf8_lossy(json))
    }

    /// Every file of the release.
    pub fn all_files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().chain(self.locales.iter().flat_map(|locale| &locale.files))
    }
}

/// Reads a path, by which files are read and written: it never leads out of the release.
fn path_below<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    let text = String::deserialize(text)?;
    let is_odd = |it: char| it.is_control() || matches!(it, '\\' | ':' | '%' | '?' | '#');
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(is_odd);
    if text.split('/').all(is_name) {
        Ok(text)
    } else {
        Err(D::Error::custom(format!("{text:?} is no path below the manifest")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_elsewhere_is_refused() {
        let hash = "0".repeat(64);
        let read = |path: &str| {
            let json =
                format!(r#"{{"path": {path:?}, "size": 1, "sha256": "{hash}", "integrity": ""}}"#);
            serde_json::from_str::<File>(&json).is_ok()
        };
        assert!(read("index.html") && read("zh-Hans/faq.json"));
        for path in
            ["", "/etc/passwd", "../a", "a/../../b", "a//b", "a\\..\\b", "c:a", "a\n", "%2e%2e/a"]
        {
            assert!(!read(path), "{path}");
        }
    }
}
