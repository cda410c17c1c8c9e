//! Writing a release piece by piece: the files of one locale after the other, then the rest, which says what all of them are. Nobody
//! has to hold more than one file.

use std::collections::BTreeMap;

use faq_bundle::{
    Coverage, Credit, Encoding, FORMAT, File, Licence, Locale, MANIFEST, Manifest, Negotiation,
};
use faq_content::{Catalog, LocaleTag, LocalizedFaq, LocalizedText};
use serde::{Deserialize, Serialize};

use crate::{
    EmitError, OutputFile,
    encodings::encoded,
    formats::{FORMATS, SHARED},
    frame::Frame,
    interface::INTERFACE_TEXTS,
    json::to_json,
    packages,
};

/// Identity of the code that makes the files: another one where any line of it, any template or library is another.
pub const WRITER: &str = env!("WRITER");

/// The files that were written for one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFiles {
    /// Those in its own folder, with their compressed forms.
    pub own: Vec<File>,
    /// Its modules in the packages.
    pub packages: Vec<File>,
}

/// A locale whose files are written: what the rest of the release says of it.
#[derive(Clone, Debug)]
pub struct Written {
    pub(crate) locale: Locale,
    pub(crate) title: LocalizedText,
    packages: Vec<File>,
}

/// What the files are made from that belong to no locale.
#[derive(Clone, Copy, Debug)]
pub struct Rest<'a> {
    /// What the files of all locales have in common.
    pub frame: Frame<'a>,
    /// Every locale, in the order of menus.
    pub locales: &'a [Written],
    /// The FAQ in whose language the page to choose a language on is; its entries are not shown there.
    pub start: Option<&'a LocalizedFaq>,
    /// Wanted tag in lower case → locale.
    pub negotiation: &'a BTreeMap<String, LocaleTag>,
    /// Where licences and credits stand.
    pub catalog: &'a Catalog,
    /// Revision of the source, where it is known.
    pub revision: Option<&'a str>,
}

/// Makes every file of one locale, and hands each to `put` when it is there.
pub fn write_locale<E: From<EmitError>>(
    faq: &LocalizedFaq,
    frame: &Frame<'_>,
    put: &mut impl FnMut(OutputFile) -> Result<(), E>,
) -> Result<WrittenFiles, E> {
    let has = |id: &&&str| {
        faq.interface.iter().any(|(known, text)| known.as_str() == **id && !text.is_empty())
    };
    if let Some(id) = INTERFACE_TEXTS.iter().find(|id| !has(id)) {
        return Err(EmitError::NoInterfaceText((*id).to_owned()).into());
    }
    let mut files = WrittenFiles::default();
    for format in &FORMATS {
        let path = format!("{}/{}", faq.locale, format.file);
        let file = OutputFile { path, bytes: (format.write)(faq, frame)?.into_bytes() };
        files.own.push(write(file, frame.encodings, put)?);
    }
    for (path, module) in packages::MODULES {
        let (path, text) = (path(&faq.locale), module(faq, frame)?);
        let file = OutputFile { path, bytes: text.into_bytes() };
        files.packages.push(write(file, &[], put)?);
    }
    Ok(files)
}

/// Makes every file that belongs to no locale, the manifest last, and hands each to `put`.
pub fn write_rest<E: From<EmitError>>(
    rest: &Rest<'_>,
    put: &mut impl FnMut(OutputFile) -> Result<(), E>,
) -> Result<(), E> {
    let mut files: Vec<File> = rest.locales.iter().flat_map(|it| &it.packages).cloned().collect();
    for (path, text) in SHARED {
        if let Some(text) = text(rest)? {
            let file = OutputFile { path: path.to_owned(), bytes: text.into_bytes() };
            files.push(write(file, rest.frame.encodings, put)?);
        }
    }
    for file in packages::packages(rest)? {
        files.push(write(file, &[], put)?);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let manifest = to_json(&manifest(rest, files))?;
    put(OutputFile { path: MANIFEST.to_owned(), bytes: manifest.into_bytes() })
}

fn manifest(rest: &Rest<'_>, files: Vec<File>) -> Manifest {
    let locales: Vec<Locale> = rest.locales.iter().map(|it| it.locale.clone()).collect();
    let all = locales.iter().flat_map(|locale| &locale.files).chain(&files);
    let licence =
        |it: &faq_content::Licence| Licence { covers: it.covers.clone(), terms: it.terms.clone() };
    let credit = |it: &faq_content::Credit| Credit { name: it.name.clone(), work: it.work.clone() };
    let served = rest.negotiation.iter();
    Manifest {
        format: FORMAT,
        version: Manifest::content_version(all),
        revision: rest.revision.map(str::to_owned),
        licences: rest.catalog.licences().iter().map(licence).collect(),
        credits: rest.catalog.credits().iter().map(credit).collect(),
        reference: rest.frame.reference.to_string(),
        locales,
        files,
        negotiation: Negotiation {
            default: rest.frame.reference.to_string(),
            table: served.map(|(wanted, it)| (wanted.clone(), it.to_string())).collect(),
        },
    }
}

impl WrittenFiles {
    /// Whether these are the files that a locale has, by their paths.
    pub fn are_of(&self, locale: &LocaleTag) -> bool {
        let own = FORMATS.iter().map(|format| format!("{locale}/{}", format.file));
        let packages = packages::MODULES.iter().map(|(path, _)| path(locale));
        self.own.iter().map(|file| &file.path).eq(&own.collect::<Vec<_>>())
            && self.packages.iter().map(|file| &file.path).eq(&packages.collect::<Vec<_>>())
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &File> {
        self.own.iter().chain(&self.packages)
    }
}

impl Written {
    /// What is to be said of a locale whose files are these.
    pub fn new(faq: &LocalizedFaq, files: WrittenFiles) -> Self {
        let ids = |ids: &[faq_content::Id]| ids.iter().map(ToString::to_string).collect();
        let locale = Locale {
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
            files: files.own,
        };
        Self { locale, title: faq.title.clone(), packages: files.packages }
    }

    /// The tag of the locale.
    pub fn tag(&self) -> &str {
        &self.locale.locale
    }
}

/// Hands a file and its compressed forms to `put`. How the manifest lists them.
fn write<E: From<EmitError>>(
    file: OutputFile,
    encodings: &[Encoding],
    put: &mut impl FnMut(OutputFile) -> Result<(), E>,
) -> Result<File, E> {
    let (listed, beside) = encoded(&file, encodings)?;
    put(file)?;
    beside.into_iter().try_for_each(put)?;
    Ok(listed)
}
