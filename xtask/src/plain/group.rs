//! The files of one locale of a tree, listed and not yet read.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Duration,
};

use faq_l10n::{Clock, Laps, LocaleFolder, SourceFile};

use super::{listing::Listing, pattern::Pattern};
use crate::{
    Error,
    disk::{is_plain_file, read_content},
};

/// Files of one locale: path below the root, and name below the locale.
pub(super) type Files = Vec<(String, String)>;

/// The files of one locale, not yet read.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) root: PathBuf,
    pub(super) name: String,
    pub(super) files: Files,
}

impl Group {
    /// A reference that lies elsewhere: in a folder of its own, or in a tree of the same layout.
    pub(super) fn of_folder(
        folder: &Path,
        name: &str,
        pattern: &Pattern,
        listing: Listing,
    ) -> Result<Self, Error> {
        let paths = listing.paths;
        let files = match pattern {
            Pattern::Folders => paths.into_iter().map(|path| (path.clone(), path)).collect(),
            Pattern::Expression(_) => {
                let (mut groups, _) = group(paths, pattern, name);
                groups.remove(name).unwrap_or_default()
            }
        };
        if files.is_empty() {
            let text = format!("there is no Fluent file of `{name}` in {}", folder.display());
            return Err(Error::Usage(text));
        }
        Ok(Self { root: folder.to_owned(), name: name.to_owned(), files })
    }

    /// Reads the files. Returns how long each took, where there is a clock.
    pub(super) fn read(&self, clock: Option<Clock>) -> (LocaleFolder, Vec<Duration>) {
        let mut laps = Laps::start(clock);
        let mut times = Vec::new();
        let read = |(path, name): &(String, String)| {
            let content = read_content(&self.root.join(path));
            if clock.is_some() {
                times.push(laps.lap());
            }
            SourceFile { content, path: path.clone(), name: name.clone() }
        };
        let open = self.files.iter().any(|(_, name)| name.contains(LocaleFolder::OPEN));
        let folder = LocaleFolder {
            name: self.name.clone(),
            path: if open { String::new() } else { self.name.clone() },
            files: self.files.iter().map(read).collect(),
            settings: settings(&self.root, &self.name, &self.files),
        };
        (folder, times)
    }
}

/// The path of the folder in which all files of a locale lie, with its `/`; empty where that is the root. None where the layout has
/// no such folder, or several. The files are given by path, and by name below the locale.
pub(crate) fn folder_of_locale<'f>(
    locale: &str,
    mut files: impl Iterator<Item = (&'f str, &'f str)>,
) -> Option<String> {
    let (path, name) = files.next()?;
    let folder = match name.split_once("{locale}/") {
        Some((before, _)) => format!("{before}{locale}/"),
        None => path.strip_suffix(name)?.to_owned(),
    };
    files.all(|(path, _)| path.starts_with(&folder)).then_some(folder)
}

/// The settings beside the texts of a locale. A link is not followed.
fn settings(root: &Path, locale: &str, files: &Files) -> Vec<SourceFile> {
    let files = files.iter().map(|(path, name)| (path.as_str(), name.as_str()));
    let Some(folder) = folder_of_locale(locale, files) else { return Vec::new() };
    let read = |name: &str| {
        let path = format!("{folder}{name}");
        let full = root.join(&path);
        let is_file = is_plain_file(&full);
        is_file.then(|| SourceFile { content: read_content(&full), path, name: name.to_owned() })
    };
    LocaleFolder::SETTINGS.into_iter().filter_map(read).collect()
}

/// Divides paths among the locales that they name, and gives those that name none.
pub(super) fn group(
    paths: Vec<String>,
    pattern: &Pattern,
    reference: &str,
) -> (BTreeMap<String, Files>, Vec<String>) {
    let places = pattern.places_of(reference, &paths);
    let mut groups: BTreeMap<String, Files> = BTreeMap::new();
    let mut unfit = Vec::new();
    for path in paths {
        let Some((locale, name)) = pattern.divide(&path, &places) else {
            unfit.push(path);
            continue;
        };
        let name = name.into_owned();
        match groups.get_mut(locale) {
            Some(files) => files.push((path, name)),
            None => drop(groups.insert(locale.to_owned(), vec![(path, name)])),
        }
    }
    (groups, unfit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_a_folder_where_the_layout_gives_it_one() {
        let folder = |files: &[(&'static str, &'static str)]| {
            folder_of_locale("de", files.iter().copied()).unwrap_or_else(|| "none".to_owned())
        };
        assert_eq!(folder(&[("de/a.ftl", "a.ftl"), ("de/x/b.ftl", "x/b.ftl")]), "de/");
        assert_eq!(folder(&[("po/de/a.ftl", "po/{locale}/a.ftl")]), "po/de/");
        assert_eq!(folder(&[("a.ftl", "a.ftl")]), "");
        assert_eq!(folder(&[("src/de.ftl", "src/{locale}.ftl")]), "none");
        let two = [("x/de/a.ftl", "x/{locale}/a.ftl"), ("y/de/a.ftl", "y/{locale}/a.ftl")];
        assert_eq!(folder(&two), "none");
    }
}
