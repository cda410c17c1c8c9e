//! Reading a Fluent tree that has no registry: which files belong to which locale, by the layout of their paths.

#![expect(clippy::disallowed_methods, reason = "this is one of the modules that read the disk")]

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs, io,
    path::{Path, PathBuf},
};

use faq_l10n::{LocaleFolder, LocaleRegistry, LocaleTree, SourceFile, tag_of_folder};
use rayon::prelude::*;
use regex::Regex;

use crate::{Error, disk::read_content};

/// One folder a locale.
const FOLDERS: &str = "{locale}/**/*.ftl";
/// One file a locale, beside those of the others.
const FILES: &str = "**/{locale}.ftl";

/// How to read a tree.
#[derive(Clone, Debug)]
pub(crate) struct Layout<'a> {
    /// Name of the reference's folder or file.
    pub(crate) reference: &'a str,
    /// Where the reference lies, if it is not in the tree.
    pub(crate) reference_dir: Option<&'a Path>,
    /// The layout of the paths.
    pub(crate) pattern: Option<&'a str>,
    /// The only locales to read, besides the reference; all where empty.
    pub(crate) locales: &'a [String],
}

/// A tree that was read.
#[derive(Debug)]
pub(crate) struct Plain {
    pub(crate) registry: LocaleRegistry,
    pub(crate) tree: LocaleTree,
    pub(crate) notes: Vec<String>,
}

impl Plain {
    /// Reads the tree in `root`.
    pub(crate) fn read(root: &Path, layout: &Layout<'_>) -> Result<Self, Error> {
        let mut listing = Listing::of(root)?;
        let pattern = match layout.pattern {
            Some(pattern) => pattern,
            None if listing.has_folder(layout.reference) || layout.reference_dir.is_some() => {
                FOLDERS
            }
            None if listing.has_file(layout.reference) => FILES,
            None => FOLDERS,
        };
        let mut found = group(&listing.paths, &Pattern::parse(pattern)?);
        let mut notes = std::mem::take(&mut listing.notes);
        let reference = match layout.reference_dir {
            Some(folder) => Group::of_folder(folder, layout.reference)?,
            None => match found.remove(layout.reference) {
                Some(files) => {
                    Group { root: root.to_owned(), name: layout.reference.to_owned(), files }
                }
                None => return Err(no_reference(root, layout, pattern, &found)),
            },
        };
        found.remove(layout.reference);
        let names: HashSet<&str> = reference.files.iter().map(|(_, name)| name.as_str()).collect();
        let Some(reference_tag) = tag_of_folder(layout.reference) else {
            return Err(Error::Usage(format!("`{}` is not a language tag", layout.reference)));
        };
        let mut groups = Vec::new();
        let mut others = Vec::new();
        for (name, files) in found {
            let has_a_known_file = files.iter().any(|(_, name)| names.contains(name.as_str()));
            match tag_of_folder(&name) {
                Some(tag) if has_a_known_file => {
                    if layout.locales.is_empty()
                        || layout.locales.iter().any(|it| *it == name || *it == tag.as_str())
                    {
                        others.push((name.clone(), tag));
                        groups.push(Group { root: root.to_owned(), name, files });
                    }
                }
                Some(_) => notes.push(format!(
                    "`{name}` was not taken for a locale: it has no file that `{}` has",
                    layout.reference
                )),
                None => notes
                    .push(format!("`{name}` was not taken for a locale: it is not a language tag")),
            }
        }
        if let Some(wanted) = layout.locales.iter().find(|wanted| {
            let mut others = others.iter();
            *wanted != layout.reference
                && !others.any(|(name, tag)| name == *wanted || tag.as_str() == *wanted)
        }) {
            return Err(Error::Usage(format!(
                "there is no locale `{wanted}` in {}",
                root.display()
            )));
        }
        let registry =
            LocaleRegistry::of_folders((layout.reference.to_owned(), reference_tag), others);
        let folders = std::iter::once(reference).chain(groups).map(Group::read).collect();
        Ok(Self { registry, tree: LocaleTree { folders, strays: Vec::new() }, notes })
    }
}

fn no_reference(
    root: &Path,
    layout: &Layout<'_>,
    pattern: &str,
    found: &BTreeMap<String, Files>,
) -> Error {
    let there: Vec<&str> = found.keys().map(String::as_str).take(12).collect();
    Error::Usage(format!(
        "the reference `{}` is not in {}: nothing fits `{pattern}`\n  help: there is {}; name one with `--reference`, another layout with `--pattern`, or its folder with `--reference-dir`",
        layout.reference,
        root.display(),
        if there.is_empty() { "nothing that fits".to_owned() } else { there.join(", ") },
    ))
}

/// Files of one locale: path below the root, and name below the locale.
type Files = Vec<(String, String)>;

/// The files of one locale, not yet read.
struct Group {
    root: PathBuf,
    name: String,
    files: Files,
}

impl Group {
    /// A reference that lies elsewhere.
    fn of_folder(folder: &Path, name: &str) -> Result<Self, Error> {
        let files =
            Listing::of(folder)?.paths.into_iter().map(|path| (path.clone(), path)).collect();
        Ok(Self { root: folder.to_owned(), name: name.to_owned(), files })
    }

    fn read(self) -> LocaleFolder {
        let Self { root, name, files } = self;
        let read = |(path, name): (String, String)| {
            let full = root.join(&path);
            let content = match fs::metadata(&full) {
                Ok(metadata) => read_content(&full, &metadata),
                Err(error) => faq_l10n::Content::Unreadable(error.kind().to_string()),
            };
            SourceFile { path, name, content }
        };
        let open = files.iter().any(|(_, name)| name.contains(LocaleFolder::OPEN));
        let path = if open { String::new() } else { name.clone() };
        LocaleFolder {
            name,
            path,
            files: files.into_par_iter().map(read).collect(),
            settings: Vec::new(),
        }
    }
}

/// Divides paths among the locales that they name.
fn group(paths: &[String], pattern: &Pattern) -> BTreeMap<String, Files> {
    let mut groups: BTreeMap<String, Files> = BTreeMap::new();
    for path in paths {
        if let Some((locale, name)) = pattern.divide(path) {
            groups.entry(locale).or_default().push((path.clone(), name));
        }
    }
    groups
}

/// A layout: `{locale}` for the locale, `*` for part of a name, `**` for any folders.
struct Pattern {
    expression: Regex,
}

impl Pattern {
    fn parse(pattern: &str) -> Result<Self, Error> {
        if pattern.matches(LocaleFolder::OPEN).count() != 1 {
            return Err(Error::Usage(format!("`{pattern}` has to name `{{locale}}` once")));
        }
        let escaped = regex::escape(pattern)
            .replace(r"\*\*/", "(?:.*/)?")
            .replace(r"\*\*", ".*")
            .replace(r"\*", "[^/]*")
            .replace(r"\{locale\}", "(?P<locale>[^/]+?)");
        let expression = Regex::new(&format!("^{escaped}$"))
            .map_err(|error| Error::Usage(format!("`{pattern}` is no layout: {error}")))?;
        Ok(Self { expression })
    }

    /// The locale of a path, and the file's name below it.
    fn divide(&self, path: &str) -> Option<(String, String)> {
        let locale = self.expression.captures(path)?.name("locale")?;
        let (before, after) = (path.get(..locale.start())?, path.get(locale.end()..)?);
        let name = match after.strip_prefix('/') {
            Some(rest) if before.is_empty() => rest.to_owned(),
            _ => format!("{before}{}{after}", LocaleFolder::OPEN),
        };
        Some((locale.as_str().to_owned(), name))
    }
}

/// Every Fluent file below a folder.
struct Listing {
    /// Paths below the folder, with `/`, sorted.
    paths: Vec<String>,
    /// Links that were followed or refused.
    notes: Vec<String>,
}

impl Listing {
    fn of(root: &Path) -> Result<Self, Error> {
        let io = |path: &Path| {
            let path = path.to_owned();
            move |error: io::Error| Error::Io(path.clone(), error)
        };
        let real_root = fs::canonicalize(root).map_err(io(root))?;
        let mut listing = Self { paths: Vec::new(), notes: Vec::new() };
        let mut followed = BTreeSet::new();
        let mut open = vec![String::new()];
        while let Some(folder) = open.pop() {
            let path = root.join(&folder);
            for entry in fs::read_dir(&path).map_err(io(&path))? {
                let entry = entry.map_err(io(&path))?;
                let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                    listing
                        .notes
                        .push(format!("a name in `{folder}` is not readable and was passed over"));
                    continue;
                };
                let below = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                let mut kind = entry.file_type().map_err(io(&path))?;
                if kind.is_symlink() {
                    let target = fs::canonicalize(entry.path());
                    let inside = target.as_ref().is_ok_and(|target| target.starts_with(&real_root));
                    let Some(target) = target.ok().filter(|_| inside) else {
                        listing.notes.push(format!(
                            "the link `{below}` leads out of the tree and was not followed"
                        ));
                        continue;
                    };
                    if !followed.insert(target.clone()) || real_root.starts_with(&target) {
                        listing.notes.push(format!(
                            "the link `{below}` leads where another did and was not followed"
                        ));
                        continue;
                    }
                    listing.notes.push(format!("the link `{below}` was followed"));
                    kind = fs::metadata(&target).map_err(io(&target))?.file_type();
                }
                if kind.is_dir()
                    && !below.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
                {
                    open.push(below);
                } else if kind.is_file()
                    && Path::new(&below).extension().is_some_and(|it| it == "ftl")
                {
                    listing.paths.push(below);
                }
            }
        }
        listing.paths.sort_unstable();
        Ok(listing)
    }

    fn has_folder(&self, name: &str) -> bool {
        self.paths
            .iter()
            .any(|path| path.strip_prefix(name).is_some_and(|rest| rest.starts_with('/')))
    }

    fn has_file(&self, name: &str) -> bool {
        let file = format!("{name}.ftl");
        self.paths.iter().any(|path| path.rsplit('/').next() == Some(&file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_divides_paths_into_locale_and_name() {
        let divided = |pattern: &str, path: &str| Pattern::parse(pattern).ok()?.divide(path);
        let found = |locale: &str, name: &str| Some((locale.to_owned(), name.to_owned()));
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
