//! What of a tree somebody asked for: some locales, some files or folders, or all of it.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use faq_check::{Finding, Summary};
use faq_l10n::{LocaleRegistry, LocaleTree};

use crate::Error;

/// What of a tree somebody asked for.
#[derive(Clone, Debug)]
pub(crate) struct Wanted<'a> {
    /// Files or folders; all where there are none.
    paths: Vec<String>,
    /// Names of the folders of locales; all where there are none.
    locales: Vec<&'a str>,
}

impl<'a> Wanted<'a> {
    /// These files and folders, and these locales by their tag or the name of their folder; all where none is named. Paths start
    /// at the root, or lead through it from where the command runs.
    pub(crate) fn of(
        root: &Path,
        paths: &[String],
        locales: &'a [String],
        registry: &'a LocaleRegistry,
    ) -> Result<Self, Error> {
        let folder = |wanted: &'a String| {
            let mut known = registry.locales().iter();
            known
                .find(|it| it.folder == *wanted || it.tag.as_str() == wanted)
                .map(|it| it.folder.as_str())
                .ok_or_else(|| Error::Usage(format!("there is no locale `{wanted}`")))
        };
        let locales = locales.iter().map(folder).collect::<Result<_, _>>()?;
        let paths = paths.iter().map(|path| below(root, path)).collect();
        Ok(Self { paths, locales })
    }

    /// Whether this is all of it.
    pub(crate) fn is_all(&self) -> bool {
        self.paths.is_empty() && self.locales.is_empty()
    }

    /// Whether the file at `path` was asked for.
    pub(crate) fn has_path(&self, path: &str) -> bool {
        self.paths.is_empty() || self.paths.iter().any(|it| concerns(it, path))
    }

    /// Whether the locale with this folder was asked for.
    pub(crate) fn has_locale(&self, locale: &str) -> bool {
        self.locales.is_empty() || self.locales.contains(&locale)
    }

    /// Whether a finding is about what was asked for.
    pub(crate) fn has(&self, finding: &Finding) -> bool {
        let is_of_locale = match &finding.locale {
            Some(locale) => self.has_locale(locale),
            None => self.locales.is_empty(),
        };
        is_of_locale && self.has_path(&finding.path)
    }

    /// Refuses a path that none of these is nor lies in: a mistyped one would look clean.
    pub(crate) fn paths_are_among(&self, known: &[&str]) -> Result<(), Error> {
        let is_there = |wanted: &str| known.iter().any(|path| concerns(wanted, path));
        let strange = self.paths.iter().find(|path| !is_there(path));
        strange.map_or(Ok(()), |path| {
            Err(Error::Usage(format!("there is no Fluent file `{path}` here")))
        })
    }

    /// Leaves of what was found what was asked for. `known` are all paths of the tree with the locale of each; a path that is
    /// none of them, nor in them, is an error.
    pub(crate) fn narrow<'k>(
        &self,
        findings: &mut Vec<Finding>,
        summary: &mut Summary,
        known: impl Iterator<Item = (&'k str, &'k str)>,
    ) -> Result<(), Error> {
        if self.is_all() {
            return Ok(());
        }
        findings.retain(|finding| self.has(finding));
        let mut paths: BTreeSet<(&str, &str)> = known.collect();
        for finding in &*findings {
            paths.insert((&finding.path, finding.locale.as_deref().unwrap_or_default()));
        }
        self.paths_are_among(&paths.iter().map(|(path, _)| *path).collect::<Vec<_>>())?;
        let wanted =
            paths.iter().filter(|(path, locale)| self.has_path(path) && self.has_locale(locale));
        let locales: BTreeSet<String> = wanted.map(|(_, locale)| (*locale).to_owned()).collect();
        summary.narrow(findings, |locale| locales.contains(locale));
        Ok(())
    }
}

/// All paths of a tree, with the locale of each.
pub(crate) fn paths_of(tree: &LocaleTree) -> impl Iterator<Item = (&str, &str)> {
    tree.folders.iter().flat_map(|folder| {
        let files = folder.files.iter().chain(&folder.settings).map(|file| file.path.as_str());
        files.chain([folder.path.as_str()]).map(|path| (path, folder.name.as_str()))
    })
}

/// A path from the root, with `/`. One that leads through the root from where the command runs is taken for that.
fn below(root: &Path, path: &str) -> String {
    let path = Path::new(path);
    let whole = |path: &Path| std::path::absolute(path).map(|path| without_steps_back(&path)).ok();
    let in_root = whole(root).zip(whole(path));
    let in_root = in_root.and_then(|(root, path)| path.strip_prefix(root).ok().map(Path::to_owned));
    let parts = in_root.unwrap_or_else(|| without_steps_back(path));
    let parts: Vec<_> = parts.components().map(|it| it.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// The path without `.`, and without `..` and what it takes back.
fn without_steps_back(path: &Path) -> PathBuf {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if parts.file_name().is_some() => {
                parts.pop();
            }
            Component::ParentDir
            | Component::Normal(_)
            | Component::RootDir
            | Component::Prefix(_) => {
                parts.push(part);
            }
        }
    }
    parts
}

/// Whether `path` is the file `wanted` or lies in the folder `wanted`.
fn concerns(wanted: &str, path: &str) -> bool {
    let wanted = wanted.trim_start_matches("./").trim_end_matches('/');
    if wanted.is_empty() || wanted == "." {
        return true;
    }
    path.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_or_a_file_is_narrowed_to_by_whole_names() {
        assert!(concerns("./locales/es/", "locales/es/faq.ftl"));
        assert!(concerns("locales/es/faq.ftl", "locales/es/faq.ftl"));
        assert!(!concerns("locales/es", "locales/es-MX/faq.ftl"));
        assert_eq!(below(Path::new("app"), "app/es/faq.ftl"), "es/faq.ftl");
        assert_eq!(below(Path::new("app"), "es/app/faq.ftl"), "es/app/faq.ftl");
        assert_eq!(below(Path::new("."), "./locales/es"), "locales/es");
        assert_eq!(below(Path::new("./app"), "app//es/./faq.ftl"), "es/faq.ftl");
        assert_eq!(below(Path::new("app"), "./es/../fr/faq.ftl"), "fr/faq.ftl");
        assert_eq!(below(Path::new("/tmp/app/../app"), "/tmp/app/es"), "es");
        let here = std::path::absolute("app/es/faq.ftl").expect("a folder");
        assert_eq!(below(Path::new("app"), here.to_str().expect("UTF-8")), "es/faq.ftl");
        assert!(concerns(".", "locales/es/faq.ftl") && concerns("./", "locales/es/faq.ftl"));
    }
}
