//! All files of a release, as values.

use std::{collections::BTreeMap, fmt};

use faq_bundle::{
    BUNDLE_SCHEMA, Coverage, Credit, FORMAT, File, Licence, Locale, MANIFEST, MANIFEST_SCHEMA,
    Manifest, Negotiation,
};
use faq_content::{Catalog, LocaleTag, LocalizedFaq};
use serde::Serialize;

use crate::{html, json, packages::packages};

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
}

/// Every file of the release, by path, the manifest last. The same input gives the same bytes.
pub fn release(release: &Release<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut files = Vec::new();
    let mut locales = Vec::new();
    for faq in release.faqs {
        let has = |id: &&&str| {
            faq.interface.iter().any(|(known, text)| known.as_str() == **id && !text.is_empty())
        };
        if let Some(id) = html::INTERFACE_TEXTS.iter().find(|id| !has(id)) {
            return Err(EmitError::NoInterfaceText((*id).to_owned()));
        }
        let own = [
            OutputFile {
                path: format!("{}/faq.json", faq.locale),
                bytes: to_json(&json::bundle(faq))?,
            },
            OutputFile {
                path: format!("{}/index.html", faq.locale),
                bytes: html::page(faq, release.faqs)?.into_bytes(),
            },
        ];
        locales.push(locale(faq, own.iter().map(listed).collect()));
        files.extend(own);
    }
    let mut shared = vec![
        OutputFile { path: "faq.schema.json".to_owned(), bytes: BUNDLE_SCHEMA.into() },
        OutputFile { path: "index.html".to_owned(), bytes: html::start(release)?.into_bytes() },
        OutputFile { path: "manifest.schema.json".to_owned(), bytes: MANIFEST_SCHEMA.into() },
    ];
    shared.extend(packages(release)?);
    let listed_shared: Vec<File> = shared.iter().map(listed).collect();
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
    files.extend(shared);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.push(OutputFile { path: MANIFEST.to_owned(), bytes: to_json(&manifest)? });
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

fn listed(file: &OutputFile) -> File {
    File::of(&file.path, &file.bytes)
}

fn licence(licence: &faq_content::Licence) -> Licence {
    Licence { covers: licence.covers.clone(), terms: licence.terms.clone() }
}

fn credit(credit: &faq_content::Credit) -> Credit {
    Credit { name: credit.name.clone(), work: credit.work.clone() }
}

fn to_json(value: &impl Serialize) -> Result<Vec<u8>, EmitError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(EmitError::Json)?;
    bytes.push(b'\n');
    Ok(bytes)
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
        }
    }
}

impl std::error::Error for EmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoInterfaceText(_) => None,
            Self::Template(error) => Some(error),
            Self::Json(error) => Some(error),
        }
    }
}
