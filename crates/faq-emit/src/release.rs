//! All files of a release, as values: for whoever has room for all of them.

use std::{collections::BTreeMap, fmt, io};

use faq_bundle::Encoding;
use faq_content::{Catalog, LocaleTag, LocalizedFaq};

use crate::{
    alternates::BaseUrl,
    frame::{Frame, Known, Listed},
    html::HeadingLevel,
    writing::{Rest, Written, write_locale, write_rest},
};

/// What a release is made from.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// The locale that all others are translated from.
    pub reference: &'a LocaleTag,
    /// The FAQ in every locale that ships, in the order of menus.
    pub faqs: &'a [LocalizedFaq],
    /// Wanted tag in lower case → locale.
    pub negotiation: &'a BTreeMap<String, LocaleTag>,
    /// Where licences and credits stand.
    pub catalog: &'a Catalog,
    /// Revision of the source, where it is known.
    pub revision: Option<&'a str>,
    /// Where the release is served. Without it there are no `hreflang.html` and no `sitemap.xml`, which need whole addresses.
    pub base_url: Option<&'a BaseUrl>,
    /// Level of the title's heading in the fragments; the questions are one below.
    pub heading_level: HeadingLevel,
    /// How files are compressed, besides. Those of the packages are not: an archive is.
    pub encodings: &'a [Encoding],
}

/// One file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a release could not be written.
#[derive(Debug)]
pub enum EmitError {
    /// The catalog declares no interface text of this id, which the pages show.
    NoInterfaceText(String),
    /// A template failed.
    Template(askama::Error),
    /// A value has no JSON form.
    Json(serde_json::Error),
    /// A file could not be compressed.
    Compression(io::Error),
}

/// Every file of the release, by path, the manifest last. The same input gives the same bytes.
pub fn release(release: &Release<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut files = Vec::new();
    let mut put = |file| {
        files.push(file);
        Ok::<(), EmitError>(())
    };
    let locales: Vec<Listed> = release.faqs.iter().map(Listed::of).collect();
    let entries = Known::of(release.faqs, release.reference);
    let frame = Frame {
        reference: release.reference,
        locales: &locales,
        entries: &entries,
        base_url: release.base_url,
        heading_level: release.heading_level,
        encodings: release.encodings,
    };
    let mut written = Vec::new();
    for faq in release.faqs {
        written.push(Written::new(faq, write_locale(faq, &frame, &mut put)?));
    }
    let start = release.faqs.iter().find(|faq| faq.locale == *release.reference);
    let rest = Rest {
        frame,
        locales: &written,
        start: start.or(release.faqs.first()),
        negotiation: release.negotiation,
        catalog: release.catalog,
        revision: release.revision,
    };
    write_rest(&rest, &mut put)?;
    let manifest = files.pop();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.extend(manifest);
    Ok(files)
}

impl From<askama::Error> for EmitError {
    fn from(error: askama::Error) -> Self {
        Self::Template(error)
    }
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoInterfaceText(id) => {
                write!(
                    f,
                    "the pages show the interface text `{id}`, which the catalog does not declare\n  help: add it: [[interface]] id = \"{id}\""
                )
            }
            Self::Template(error) => write!(f, "a page could not be written: {error}"),
            Self::Json(error) => write!(f, "a JSON file could not be written: {error}"),
            Self::Compression(error) => write!(f, "a file could not be compressed: {error}"),
        }
    }
}

impl std::error::Error for EmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoInterfaceText(_) => None,
            Self::Template(error) => Some(error),
            Self::Json(error) => Some(error),
            Self::Compression(error) => Some(error),
        }
    }
}
