//! What the path of something that was saved means for a tree.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use faq_l10n::LocaleFolder;
use rayon::prelude::*;

use crate::{
    Error,
    disk::{Standing, real_path, standing},
    plain::{LOCK, Plain},
    subject::POLICY,
};

/// Where everything of a tree lies, by real paths.
pub(super) struct Places {
    /// The folders of the tree and of a reference that lies elsewhere, and folders to which links lead.
    folders: Vec<PathBuf>,
    /// Fluent files with what they are in the tree: locale and file, as indexes. Where links lead to one, it is several.
    texts: BTreeMap<PathBuf, Vec<(usize, usize)>>,
    /// Links, files below them, and what could not be read.
    noted: BTreeSet<PathBuf>,
    /// Files of no locale.
    passed_over: BTreeSet<PathBuf>,
}

/// What something that was saved means for the tree.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning<'p> {
    /// Nothing.
    Nothing,
    /// These files may say something else.
    Texts(&'p [(usize, usize)]),
    /// The tree may be another one.
    Tree,
}

impl Places {
    /// Asks the disk where the links of the tree in `root` lead.
    pub(super) fn of(root: &Path, plain: &Plain) -> Result<Self, Error> {
        let mut roots = BTreeMap::from([(root.to_owned(), real_path(root)?)]);
        for (_, root, _) in plain.files() {
            if !roots.contains_key(root) {
                roots.insert(root.to_owned(), real_path(root)?);
            }
        }
        let seen = &plain.seen;
        // By its path it starts with one of them.
        let moved = |path: &Path| {
            let below = |(root, real): (&PathBuf, &PathBuf)| {
                path.strip_prefix(root).ok().map(|it| real.join(it))
            };
            roots.iter().rev().find_map(below).unwrap_or_else(|| path.to_owned())
        };
        let mut noted: BTreeSet<PathBuf> = seen.noted.iter().map(|path| moved(path)).collect();
        let files: Vec<_> = plain.files().collect();
        let has_links = !noted.is_empty();
        let located: Vec<(PathBuf, PathBuf, (usize, usize))> = files
            .into_par_iter()
            .map(|(place, root, path)| {
                let named = roots.get(root).map_or_else(|| root.join(path), |it| it.join(path));
                let real = if has_links { real_path(&named).ok() } else { None };
                (real.unwrap_or_else(|| named.clone()), named, place)
            })
            .collect();
        let mut texts: BTreeMap<PathBuf, Vec<(usize, usize)>> = BTreeMap::new();
        for (real, named, place) in located {
            if named != real {
                noted.insert(named);
            }
            texts.entry(real).or_default().push(place);
        }
        let passed_over = seen.passed_over.iter().map(|path| moved(path)).collect();
        let folders = roots.values().chain(&seen.followed).cloned().collect();
        Ok(Self { folders, texts, noted, passed_over })
    }

    /// What it means that something happened at `path`, a real one, at which something stands by now or nothing.
    pub(super) fn meaning(&self, path: &Path) -> Meaning<'_> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_setting = LocaleFolder::SETTINGS.contains(&name.as_ref()) || name.as_ref() == POLICY;
        let has_meaning = match standing(path) {
            Standing::File => {
                if let Some(places) = self.texts.get(path) {
                    return Meaning::Texts(places);
                }
                let is_text = path.extension().is_some_and(|it| it == "ftl");
                let is_new = (is_text || is_setting) && self.is_open(path.parent());
                self.noted.contains(path) || (is_new && !self.passed_over.contains(path))
            }
            Standing::Folder => self.is_open(Some(path)),
            Standing::Link => !name.starts_with(LOCK) && self.is_open(path.parent()),
            Standing::Other => self.has_below(path),
            Standing::Nothing => {
                self.has_below(path) || (is_setting && self.is_open(path.parent()))
            }
        };
        if has_meaning { Meaning::Tree } else { Meaning::Nothing }
    }

    /// Whether what stands in this folder is looked at: it is one of the folders, or below it without being hidden.
    fn is_open(&self, folder: Option<&Path>) -> bool {
        let is_hidden = |below: &Path| below.iter().any(|it| it.to_string_lossy().starts_with('.'));
        let below = |known: &PathBuf| folder.and_then(|it| it.strip_prefix(known).ok());
        self.folders.iter().filter_map(below).any(|below| !is_hidden(below))
    }

    /// Whether something of the tree stands at `path` or below it, as far as is known.
    fn has_below(&self, path: &Path) -> bool {
        let from = || path.to_owned()..;
        let texts = self.texts.range(from()).next().map(|(path, _)| path);
        let others = [&self.noted, &self.passed_over].map(|paths| paths.range(from()).next());
        others.into_iter().chain([texts]).flatten().any(|it| it.starts_with(path))
    }
}
