//! `faq.json`, as it is written and read, and what all formats have in common.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// The one version of both formats that this code reads and writes.
pub const FORMAT: u32 = 1;

/// One locale's resolved FAQ: `<tag>/faq.json`. `E` is how its entries are held: each read already, or [`Entries`](crate::Entries),
/// which reads one when it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle<E = Vec<Entry>> {
    /// Version of the format.
    #[serde(deserialize_with = "known_format")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub format: u32,
    /// BCP 47 tag of the locale.
    pub locale: String,
    /// `ltr` or `rtl`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
    pub dir: String,
    /// The title of the FAQ.
    pub title: String,
    /// Where the title comes from, if it is another locale's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_origin: Option<Origin>,
    /// `released` or `preview`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["released", "preview"])))]
    pub tier: String,
    /// `original`, `reviewed` or `draft`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["original", "reviewed", "draft"])))]
    pub review: String,
    /// Locales that entries may come from instead, in order.
    pub fallback: Vec<String>,
    /// Where the interface texts come from, if it is another locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interface_origin: Option<Origin>,
    /// Texts of the page around the FAQ, by id.
    pub interface: BTreeMap<String, String>,
    /// The entries, in order.
    pub entries: E,
}

/// The locale and direction of a text that is not the bundle's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// BCP 47 tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
    pub dir: String,
}

/// One question and its answer. All of it is in one language: the entry's `locale`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// Stable id, also the anchor in every page.
    pub id: String,
    /// Identity of what the entry says: another one where any word of it, or the value of a fact in it, is another. 32 hexadecimal
    /// digits.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{32}$")))]
    pub fingerprint: String,
    /// Ids that the entry had before. They stay anchors, so that old links go on working.
    pub aliases: Vec<String>,
    /// Topic the entry belongs to.
    pub topic: String,
    /// Locale that the text really comes from.
    pub locale: String,
    /// `ltr` or `rtl`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
    pub dir: String,
    /// `critical` or `normal`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["critical", "normal"])))]
    pub risk: String,
    /// `fresh`; `stale` where the text was translated from one that has changed since; `unrecorded` where nobody said from which.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["fresh", "stale", "unrecorded"])))]
    pub freshness: String,
    /// `original`, `reviewed` or `draft`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["original", "reviewed", "draft"])))]
    pub review: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub blocks: Vec<Block>,
}

/// One block of an answer. Texts are plain text: escape them for where they go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Stable id, unique in its entry.
        id: String,
        /// The text.
        text: String,
    },
    /// A quotation.
    Quotation {
        /// Stable id, unique in its entry.
        id: String,
        /// Who is quoted; leads into the text.
        attribution: String,
        /// The words, with their quotation marks.
        text: String,
        /// Whether the words are a translation without official standing.
        unofficial: bool,
        /// The words as they were written, where `text` is a translation.
        original: Option<Original>,
    },
    /// A list.
    List {
        /// Stable id, unique in its entry.
        id: String,
        /// The sentence before the list.
        lead: Option<String>,
        /// The items, in order.
        items: Vec<Item>,
    },
}

/// A text as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Original {
    /// BCP 47 tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["ltr", "rtl"])))]
    pub dir: String,
    /// The text.
    pub text: String,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Stable id.
    pub id: String,
    /// The text.
    pub text: String,
}

/// Why a text is no bundle, manifest, pointer or list of recalls.
#[derive(Debug)]
pub enum FormatError {
    /// The format has another version than [`FORMAT`], which is given.
    UnknownFormat(u64),
    /// Not JSON, or not of this shape.
    Malformed(serde_json::Error),
}

impl Bundle {
    /// Reads a `faq.json`, and every entry of it.
    pub fn parse(json: &str) -> Result<Self, FormatError> {
        parse(json)
    }

    /// The entry that has this id, or had it once.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        let had_it = |entry: &&Entry| entry.aliases.iter().any(|alias| alias == id);
        self.entries
            .iter()
            .find(|entry| entry.id == id)
            .or_else(|| self.entries.iter().find(had_it))
    }
}

impl<E> Bundle<E> {
    /// The same bundle with other entries.
    pub(crate) fn holding<F>(self, entries: F) -> Bundle<F> {
        Bundle {
            format: self.format,
            locale: self.locale,
            dir: self.dir,
            title: self.title,
            title_origin: self.title_origin,
            tier: self.tier,
            review: self.review,
            fallback: self.fallback,
            interface_origin: self.interface_origin,
            interface: self.interface,
            entries,
        }
    }
}

pub(crate) fn parse<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, FormatError> {
    #[derive(Deserialize)]
    struct Version {
        format: u64,
    }
    serde_json::from_str(json).map_err(|error| {
        // Another version may have another shape, so what is wrong first is its number.
        match serde_json::from_str(json) {
            Ok(Version { format }) if format != u64::from(FORMAT) => {
                FormatError::UnknownFormat(format)
            }
            _ => FormatError::Malformed(error),
        }
    })
}

/// Reads the version of a format, which is [`FORMAT`].
pub(crate) fn known_format<'de, D: Deserializer<'de>>(number: D) -> Result<u32, D::Error> {
    let format = u32::deserialize(number)?;
    if format == FORMAT { Ok(format) } else { Err(D::Error::custom("an unknown format")) }
}

/// Reads a hash, of which paths are made.
pub(crate) fn sha256_digits<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    digits(text, 64)
}

/// Reads so many lower-case hexadecimal digits.
pub(crate) fn digits<'de, D: Deserializer<'de>>(text: D, count: usize) -> Result<String, D::Error> {
    let text = String::deserialize(text)?;
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() == count && text.bytes().all(is_digit) {
        Ok(text)
    } else {
        Err(D::Error::custom(format!("{text:?} is not {count} hexadecimal digits")))
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFormat(version) => {
                write!(f, "format {version} is unknown; this reader knows format {FORMAT}")
            }
            Self::Malformed(error) => write!(f, "not of the shape of format {FORMAT}: {error}"),
        }
    }
}

impl core::error::Error for FormatError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::UnknownFormat(_) => None,
            Self::Malformed(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Manifest;

    #[test]
    fn an_unknown_format_is_refused_by_its_number() {
        let error =
            Bundle::parse(r#"{"format": 2, "speech": []}"#).map_err(|error| error.to_string());
        assert_eq!(error, Err("format 2 is unknown; this reader knows format 1".to_owned()));
        assert!(matches!(Manifest::parse("{"), Err(FormatError::Malformed(_))));
        // Even where all else is of the shape that is known.
        let known = r#"{"format": 1, "locale": "es", "dir": "ltr", "title": "T", "tier": "preview", "review": "draft",
            "fallback": [], "interface": {}, "entries": [], "recalls": [], "sequence": 1, "publication": "0123456789abcdef0123456789abcdef",
            "published": 0, "expires": 9, "manifest": "0", "version": "0", "licences": [], "credits": [], "reference": "en", "locales": [],
            "files": [], "negotiation": {"default": "en", "table": {}}}"#;
        let known = known.replace("\"0\"", &format!("\"{}\"", "0".repeat(64)));
        let newer = known.replace("\"format\": 1", "\"format\": 2");
        let refused = |json: &str| {
            [
                Bundle::parse(json).err(),
                Bundle::open(json.to_owned()).err(),
                Manifest::parse(json).err(),
                crate::Recalls::parse(json).err(),
                crate::Pointer::parse(&json.replace(r#""recalls": [], "#, "")).err(),
            ]
        };
        assert!(refused(&known).iter().all(Option::is_none), "{:?}", refused(&known));
        let is_refused = |it: &Option<_>| matches!(it, Some(FormatError::UnknownFormat(2)));
        assert!(refused(&newer).iter().all(is_refused));
        assert!(matches!(Bundle::parse("[1]"), Err(FormatError::Malformed(_))));
    }
}
