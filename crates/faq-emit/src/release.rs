//! All files of a release, as values.

use std::{collections::BTreeMap, fmt, io};

use faq_bundle::{
    Coverage, Credit, Encoding, FORMAT, File, Licence, Locale, MANIFEST, Manifest, Negotiation,
};
use faq_content::{Catalog, LocaleTag, LocalizedFaq};

use crate::{
    alternates::BaseUrl,
    encodings::encoded,
    formats::{FORMATS, SHARED},
    html::HeadingLevel,
    interface::INTERFACE_TEXTS,
    json::to_json,
    packages::packages,
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
    let mut locales = Vec::new();
    for faq in release.faqs {
        let has = |id: &&&str| {
            faq.interface.iter().any(|(known, text)| known.as_str() == **id && !text.is_empty())
        };
        if let Some(id) = INTERFACE_TEXTS.iter().find(|id| !has(id)) {
            return Err(EmitError::NoInterfaceText((*id).to_owned()));
        }
        let own: Vec<OutputFile> = FORMATS
            .iter()
            .map(|format| {
                let path = format!("{}/{}", faq.locale, format.file);
                Ok(OutputFile { path, bytes: (format.write)(faq, release)?.into_bytes() })
            })
            .collect::<Result<_, EmitError>>()?;
        locales.push(locale(faq, add(own, release.encodings, &mut files)?));
    }
    let mut shared = Vec::new();
    for (path, write) in SHARED {
        let text = write(release)?;
        let file = |text: String| OutputFile { path: path.to_owned(), bytes: text.into_bytes() };
        shared.extend(text.map(file));
    }
    let mut listed_shared = add(shared, release.encodings, &mut files)?;
    listed_shared.extend(add(packages(release)?, &[], &mut files)?);
    let all = locales.iter().flat_map(|locale: &Locale| &locale.files);
    let manifest = Manifest {
        format: FORMAT,
        version: Manifest::content_version(all.chain(&listed_shared)),
        revision: release.revision.map(str::to_owned),
        licences: release.catalog.licences().iter().map(licence).collect(),
        credits: release.catalog.credits().iter().map(credit).collect(),
        reference: release.reference.to_string(),
        locales,
        files: listed_shared,
        negotiation: Negotiation {
            default: release.reference.to_string(),
            table: release
                .negotiation
                .iter()
                .map(|(wanted, locale)| (wanted.clone(), locale.to_string()))
                .collect(),
        },
    };
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.push(OutputFile { path: MANIFEST.to_owned(), bytes: to_json(&manifest)?.into_bytes() });
    Ok(files)
}

fn locale(faq: &LocalizedFaq, files: Vec<File>) -> Locale {
    let ids = |ids: &[faq_content::Id]| ids.iter().map(ToString::to_string).collect();
    Locale {
        locale: faq.locale.to_string(),
        endonym: faq.endonym.clone(),
        dir: faq.dir.as_str().to_owned(),
        tier: faq.tier.as_str().to_owned(),
        review: faq.review.as_str().to_owned(),
        coverage: Coverage {
            entries: faq.coverage.total(),
            complete: faq.coverage.complete.len(),
            title: faq.coverage.title,
            interface: faq.coverage.interface,
            fallen_back: ids(&faq.coverage.fallen_back),
            missing: ids(&faq.coverage.missing),
        },
        fallback: faq.fallback.iter().map(ToString::to_string).collect(),
        files,
    }
}

/// Adds files and their compressed forms to those of the release. How the manifest lists them.
fn add(
    new: Vec<OutputFile>,
    encodings: &[Encoding],
    files: &mut Vec<OutputFile>,
) -> Result<Vec<File>, EmitError> {
    let mut all = Vec::with_capacity(new.len());
    for file in new {
        let (listed, beside) = encoded(&file, encodings)?;
        all.push(listed);
        files.push(file);
        files.extend(beside);
    }
    Ok(all)
}

fn licence(licence: &faq_content::Licence) -> Licence {
    Licence { covers: licence.covers.clone(), terms: licence.terms.clone() }
}

fn credit(credit: &faq_content::Credit) -> Credit {
    Credit { name: credit.name.clone(), work: credit.work.clone() }
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
