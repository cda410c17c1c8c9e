//! The layout of a Fluent tree: which part of a path is the locale, and which the name of the file.

use std::{borrow::Cow, collections::BTreeSet};

use faq_l10n::LocaleFolder;
use regex::Regex;

use crate::Error;

/// One folder a locale.
pub(crate) const FOLDERS: &str = "{locale}/**/*.ftl";
/// One file a locale, beside those of the others.
pub(crate) const FILES: &str = "**/{locale}.ftl";

/// [`LocaleFolder::OPEN`] in a regular expression.
const OPEN: &str = r"\{locale\}";

/// A layout: `{locale}` for the locale, `*` for part of a name, `**` for any folders.
pub(crate) enum Pattern {
    /// [`FOLDERS`], which most trees have: the first part of the path is the locale.
    Folders,
    /// Any other.
    Expression(Expression),
}

/// A layout in which folders may stand before the locale.
pub(crate) struct Expression {
    /// The layout with any locale.
    whole: Regex,
    /// The layout as a regular expression, with `{locale}` left open.
    open: String,
    /// What comes from the locale on.
    from_locale: Regex,
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
            .replace(r"\*", "[^/]*");
        let expression = |text: String| {
            Regex::new(&format!("^{text}$"))
                .map_err(|error| Error::Usage(format!("`{pattern}` is no layout: {error}")))
        };
        let any = "(?P<locale>[^/]+?)";
        let (_, after) = escaped.split_once(OPEN).unwrap_or_default();
        Ok(Self::Expression(Expression {
            whole: expression(escaped.replace(OPEN, any))?,
            from_locale: expression(format!("{any}{after}"))?,
            open: escaped,
        }))
    }

    /// What stands before the locale in the paths of this one, each once: there the other locales lie too.
    pub(crate) fn places_of(&self, locale: &str, paths: &[String]) -> BTreeSet<String> {
        let Self::Expression(Expression { open, .. }) = self else { return BTreeSet::new() };
        let of_locale = open.replace(OPEN, &format!("(?P<locale>{})", regex::escape(locale)));
        let Ok(of_locale) = Regex::new(&format!("^{of_locale}$")) else { return BTreeSet::new() };
        let before = |path: &String| {
            let start = of_locale.captures(path)?.name("locale")?.start();
            path.get(..start).map(str::to_owned)
        };
        paths.iter().filter_map(before).collect()
    }

    /// The locale of a path, and the file's name below it. Where folders may stand before the locale and after it, it is the one
    /// that stands at one of these `places`, if any does.
    pub(crate) fn divide<'p>(
        &self,
        path: &'p str,
        places: &BTreeSet<String>,
    ) -> Option<(&'p str, Cow<'p, str>)> {
        let Expression { whole, from_locale, .. } = match self {
            Self::Folders => {
                let (locale, name) = path.split_once('/')?;
                return Some((locale, Cow::Borrowed(name)));
            }
            Self::Expression(expression) => expression,
        };
        let at_place = |place: &String| {
            let found = from_locale.captures(path.strip_prefix(place.as_str())?)?.name("locale")?;
            Some(place.len() + found.start()..place.len() + found.end())
        };
        let known = places.iter().rev().find_map(at_place);
        let anywhere = || whole.captures(path)?.name("locale").map(|it| it.range());
        let locale = known.or_else(anywhere)?;
        let (before, after) = (path.get(..locale.start)?, path.get(locale.end..)?);
        let locale = path.get(locale)?;
        let name = match after.strip_prefix('/') {
            Some(rest) if before.is_empty() => Cow::Borrowed(rest),
            _ => Cow::Owned(format!("{before}{}{after}", LocaleFolder::OPEN)),
        };
        Some((locale, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_divides_paths_into_locale_and_name() {
        let divided = |pattern: &str, path: &'static str| {
            let pattern = Pattern::parse(pattern).ok()?;
            let paths = ["app/en/sub/b.ftl", "po/en/a.ftl"].map(str::to_owned);
            pattern.divide(path, &pattern.places_of("en", &paths))
        };
        let found = |locale: &'static str, name: &'static str| Some((locale, name.into()));
        assert_eq!(divided(FOLDERS, "de/a/b.ftl"), found("de", "a/b.ftl"));
        assert_eq!(divided(FOLDERS, "de.ftl"), None);
        assert_eq!(
            divided(FILES, "src/uu/cat/locales/de.ftl"),
            found("de", "src/uu/cat/locales/{locale}.ftl")
        );
        assert_eq!(divided("po/{locale}/*.ftl", "po/de/a.ftl"), found("de", "po/{locale}/a.ftl"));
        assert_eq!(divided("po/{locale}/*.ftl", "po/de/x/a.ftl"), None);
        let anywhere = "**/{locale}/**/*.ftl";
        assert_eq!(divided(anywhere, "app/de/sub/b.ftl"), found("de", "app/{locale}/sub/b.ftl"));
        assert_eq!(divided(anywhere, "app/en/sub/b.ftl"), found("en", "app/{locale}/sub/b.ftl"));
        assert_eq!(divided(anywhere, "new/de/b.ftl"), found("de", "new/{locale}/b.ftl"));
        assert!(Pattern::parse("no/locale.ftl").is_err());
    }
}
