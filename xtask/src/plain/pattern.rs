//! The layout of a Fluent tree: which part of a path is the locale, and which the name of the file.

use std::borrow::Cow;

use faq_l10n::LocaleFolder;
use regex::Regex;

use crate::Error;

/// One folder a locale.
pub(crate) const FOLDERS: &str = "{locale}/**/*.ftl";
/// One file a locale, beside those of the others.
pub(crate) const FILES: &str = "**/{locale}.ftl";

/// A layout: `{locale}` for the locale, `*` for part of a name, `**` for any folders.
pub(crate) enum Pattern {
    /// [`FOLDERS`], which most trees have: the first part of the path is the locale.
    Folders,
    /// Any other.
    Expression(Regex),
}

impl Pattern {
    /// Reads a layout as a person writes it.
    pub(crate) fn parse(pattern: &str) -> Result<Self, Error> {
        if pattern == FOLDERS {
            return Ok(Self::Folders);
        }
        if pattern.matches(LocaleFolder::OPEN).count() != 1 {
            return Err(Error::Usage(format!("`{pattern}` has to name `{{locale}}` once")));
        }
        let escaped = regex::escape(pattern)
            .replace(r"\*\*/", "(?:.*/)?")
            .replace(r"\*\*", ".*")
            .replace(r"\*", "[^/]*")
            .replace(r"\{locale\}", "(?P<locale>[^/]+?)");
        Regex::new(&format!("^{escaped}$"))
            .map(Self::Expression)
            .map_err(|error| Error::Usage(format!("`{pattern}` is no layout: {error}")))
    }

    /// The locale of a path, and the file's name below it.
    pub(crate) fn divide<'p>(&self, path: &'p str) -> Option<(&'p str, Cow<'p, str>)> {
        let expression = match self {
            Self::Folders => {
                let (locale, name) = path.split_once('/')?;
                return Some((locale, Cow::Borrowed(name)));
            }
            Self::Expression(expression) => expression,
        };
        let locale = expression.captures(path)?.name("locale")?;
        let (before, after) = (path.get(..locale.start())?, path.get(locale.end()..)?);
        let name = match after.strip_prefix('/') {
            Some(rest) if before.is_empty() => Cow::Borrowed(rest),
            _ => Cow::Owned(format!("{before}{}{after}", LocaleFolder::OPEN)),
        };
        Some((locale.as_str(), name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_divides_paths_into_locale_and_name() {
        let divided =
            |pattern: &str, path: &'static str| Pattern::parse(pattern).ok()?.divide(path);
        let found = |locale: &'static str, name: &'static str| Some((locale, name.into()));
        assert_eq!(divided(FOLDERS, "de/a/b.ftl"), found("de", "a/b.ftl"));
        assert_eq!(divided(FOLDERS, "de.ftl"), None);
        assert_eq!(
            divided(FILES, "src/uu/cat/locales/de.ftl"),
            found("de", "src/uu/cat/locales/{locale}.ftl")
        );
        assert_eq!(divided("po/{locale}/*.ftl", "po/de/a.ftl"), found("de", "po/{locale}/a.ftl"));
        assert_eq!(divided("po/{locale}/*.ftl", "po/de/x/a.ftl"), None);
        assert!(Pattern::parse("no/locale.ftl").is_err());
    }
}
