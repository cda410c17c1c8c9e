//! Which page is which language's: for the heads of pages, for `hreflang.html` and for `sitemap.xml`.

use std::fmt;

use askama::Template;
use faq_content::LocaleTag;
use url::Url;

use crate::{frame::Frame, release::EmitError, writing::Rest};

/// The address of the folder in which a release is served.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseUrl(Url);

/// Why a text is no [`BaseUrl`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseUrlError;

impl BaseUrl {
    /// Reads the address of a folder, with or without a `/` at its end.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let mut url = Url::parse(text).map_err(|_| BaseUrlError)?;
        let is_plain = matches!(url.scheme(), "https" | "http")
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !is_plain {
            return Err(BaseUrlError);
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a base URL is the address of a folder, such as `https://example.org/faq/`, without `?`, `#` and password")
    }
}

impl std::error::Error for BaseUrlError {}

/// A page and the language it is for.
pub(crate) struct Alternate {
    /// A language tag, or `x-default` for the page on which a reader chooses.
    pub(crate) hreflang: String,
    /// Where the page is.
    pub(crate) href: String,
}

/// Every page of the release, below `folder`, the one to choose a language on last.
///
/// Each page has to name all of them, itself included, or search engines believe none.
pub(crate) fn alternates(frame: &Frame<'_>, folder: &str) -> Vec<Alternate> {
    let page = |locale: &LocaleTag| Alternate {
        hreflang: locale.to_string(),
        href: format!("{folder}{}", page_of(locale)),
    };
    let start = Alternate { hreflang: "x-default".to_owned(), href: format!("{folder}index.html") };
    frame.locales.iter().map(|it| page(&it.locale)).chain([start]).collect()
}

/// The page of a locale, below the folder of the release.
pub(crate) fn page_of(locale: &LocaleTag) -> String {
    format!("{locale}/index.html")
}

/// `hreflang.html`: what belongs into the head of every page.
pub(crate) fn links(rest: &Rest<'_>) -> Result<Option<String>, EmitError> {
    let Some(base) = rest.frame.base_url else { return Ok(None) };
    Ok(Some(Links { alternates: alternates(&rest.frame, &base.to_string()) }.render()?))
}

/// `sitemap.xml`: every page with its alternates.
pub(crate) fn sitemap(rest: &Rest<'_>) -> Result<Option<String>, EmitError> {
    let Some(base) = rest.frame.base_url else { return Ok(None) };
    Ok(Some(Sitemap { alternates: alternates(&rest.frame, &base.to_string()) }.render()?))
}

#[derive(Template)]
#[template(path = "hreflang.html")]
struct Links {
    alternates: Vec<Alternate>,
}

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Sitemap {
    alternates: Vec<Alternate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_the_address_of_a_folder() {
        let read = |text| BaseUrl::parse(text).map(|url| url.to_string());
        assert_eq!(read("https://example.org/faq"), Ok("https://example.org/faq/".to_owned()));
        assert_eq!(
            read("https://example.org/a b/\"<&"),
            Ok("https://example.org/a%20b/%22%3C&/".to_owned())
        );
        for bad in [
            "",
            "faq/",
            "//example.org/",
            "javascript:alert(1)",
            "file:///faq/",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://me:secret@example.org/",
        ] {
            assert_eq!(read(bad), Err(BaseUrlError), "{bad}");
        }
    }
}
