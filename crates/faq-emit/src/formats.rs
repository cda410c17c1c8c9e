//! The files that every locale has, and the files of the release as a whole: one line each.

use faq_bundle::{BUNDLE_SCHEMA, FORMAT, MANIFEST_SCHEMA};
use faq_content::LocalizedFaq;

use crate::{
    alternates, frame::Frame, ftl, html, json, json_ld, markdown, release::EmitError, text,
    writing::Rest,
};

/// A format in which a site can take the FAQ. `BUNDLES.md` says what each promises.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Name of its file, in the folder of every locale.
    pub file: &'static str,
    /// Version of the format. A change that could break a reader raises it.
    pub version: u32,
    pub(crate) write: fn(&LocalizedFaq, &Frame<'_>) -> Result<String, EmitError>,
}

/// Every format, by the name of its file.
pub const FORMATS: [Format; 7] = [
    Format { file: "faq.ftl", version: 1, write: |faq, _| Ok(ftl::resource(faq)) },
    Format { file: "faq.json", version: FORMAT, write: |faq, _| json::bundle(faq) },
    Format { file: "faq.jsonld", version: 1, write: json_ld::faq_page },
    Format { file: "faq.md", version: 1, write: |faq, _| Ok(markdown::document(faq)) },
    Format { file: "faq.txt", version: 1, write: |faq, _| Ok(text::document(faq)) },
    Format { file: "fragment.html", version: 1, write: html::fragment },
    Format { file: "index.html", version: 1, write: html::page },
];

/// A file of the release that belongs to no locale; none where it cannot be made.
pub(crate) type Shared = fn(&Rest<'_>) -> Result<Option<String>, EmitError>;

/// Every file that belongs to no locale, by name, but the manifest.
pub(crate) const SHARED: [(&str, Shared); 5] = [
    ("faq.schema.json", |_| Ok(Some(BUNDLE_SCHEMA.to_owned()))),
    ("hreflang.html", alternates::links),
    ("index.html", |rest| html::start(rest).map(Some)),
    ("manifest.schema.json", |_| Ok(Some(MANIFEST_SCHEMA.to_owned()))),
    ("sitemap.xml", alternates::sitemap),
];
