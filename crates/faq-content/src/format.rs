//! The catalog as it stands in TOML files. Converted to [`crate::Catalog`] by hand, so that the format can change alone.

use serde::Deserialize;
use toml::Spanned;

/// The one version of the format that this code reads.
pub(crate) const FORMAT: u32 = 1;

/// One catalog file. Several files are read as one, in the order of their names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogToml {
    /// Version of the format.
    pub(crate) format: Spanned<u32>,
    #[serde(default, rename = "fact")]
    pub(crate) facts: Vec<FactToml>,
    #[serde(default, rename = "interface")]
    pub(crate) interface: Vec<InterfaceToml>,
    #[serde(default, rename = "topic")]
    pub(crate) topics: Vec<TopicToml>,
    #[serde(default, rename = "entry")]
    pub(crate) entries: Vec<EntryToml>,
    #[serde(default, rename = "licence")]
    pub(crate) licences: Vec<LicenceToml>,
    #[serde(default, rename = "credit")]
    pub(crate) credits: Vec<CreditToml>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LicenceToml {
    pub(crate) covers: String,
    pub(crate) terms: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreditToml {
    pub(crate) name: String,
    pub(crate) work: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactToml {
    pub(crate) id: Spanned<String>,
    pub(crate) integer: i64,
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InterfaceToml {
    pub(crate) id: Spanned<String>,
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicToml {
    pub(crate) id: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryToml {
    pub(crate) id: Spanned<String>,
    #[serde(default)]
    pub(crate) aliases: Vec<Spanned<String>>,
    pub(crate) topic: Spanned<String>,
    pub(crate) risk: RiskToml,
    #[serde(default, rename = "block")]
    pub(crate) blocks: Vec<BlockToml>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RiskToml {
    Critical,
    Normal,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum BlockKindToml {
    Paragraph,
    Quotation,
    List,
}

/// A block of any kind. Serde cannot keep positions inside a tagged enum, so the kind is matched by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlockToml {
    pub(crate) kind: BlockKindToml,
    pub(crate) id: Spanned<String>,
    /// Paragraph and list.
    pub(crate) facts: Option<Spanned<Vec<Spanned<String>>>>,
    /// Quotation.
    pub(crate) pinned: Option<Spanned<String>>,
    /// List.
    pub(crate) lead: Option<Spanned<bool>>,
    /// List.
    pub(crate) items: Option<Spanned<Vec<Spanned<String>>>>,
}
