//! A tree that is kept in memory, so that after a save only what the saved file can change is judged again.

mod changes;
mod places;

use std::{borrow::Cow, collections::BTreeSet, path::Path};

use faq_check::{Checker, Finding, Policy, Sources, Summary, Verdict};
use faq_l10n::{Kind, LocaleFiles, LocaleFolder, LocaleRegistry, RegisteredLocale, Target};
use rayon::prelude::*;
use self_cell::self_cell;

use self::{
    changes::Saved,
    places::{Meaning, Places},
};
use crate::{
    Error,
    disk::read_content,
    plain::{Plain, parse_side_by_side},
};

pub use changes::Changes;

self_cell!(
    /// A locale's texts, and what was read from them.
    struct Parsed {
        owner: LocaleFolder,
        #[covariant]
        dependent: LocaleFiles,
    }
);

/// A tree that is kept in memory, with what was found in it.
pub(crate) struct Watched<'p> {
    plain: Plain,
    places: Places,
    policy: &'p Policy,
    /// Every locale of the registry, the reference first.
    locales: Vec<Parsed>,
    /// What was found in each of them.
    verdicts: Vec<Verdict>,
}

/// What saved files asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Update {
    /// No file of the tree was changed.
    Nothing,
    /// So many files were judged again.
    Judged(usize),
    /// Files came or went, or settings changed: the tree has to be read again.
    ReadAgain,
}

impl Update {
    /// Together with what came of the same files a little later.
    pub(crate) fn then(self, later: Self) -> Self {
        match (self, later) {
            (Self::Judged(files), Self::Judged(more)) => Self::Judged(files + more),
            (Self::Judged(files), Self::Nothing) => Self::Judged(files),
            (Self::Nothing | Self::ReadAgain | Self::Judged(_), later) => later,
        }
    }
}

impl<'p> Watched<'p> {
    /// Reads and judges all of the tree in `root`, which was listed.
    pub(crate) fn new(root: &Path, plain: Plain, policy: &'p Policy) -> Result<Self, Error> {
        let places = Places::of(root, &plain)?;
        let locales: Vec<Parsed> = (0..plain.registry.locales().len())
            .into_par_iter()
            .map(|index| parsed(plain.read(index)))
            .collect();
        let mut watched = Self { plain, places, policy, locales, verdicts: Vec::new() };
        watched.verdicts = watched.judge_all();
        Ok(watched)
    }

    /// Takes what was saved from the disk again and judges what it can change.
    pub(crate) fn update(&mut self, saved: &Saved) -> Update {
        let Some(changed) = self.changed(saved) else { return Update::ReadAgain };
        let mut ids = self.ids_of(&changed);
        let mut locales: BTreeSet<usize> = BTreeSet::new();
        // Where names come or go, other files of the locale may have meant them.
        let mut renamed: BTreeSet<usize> = BTreeSet::new();
        for (locale, file) in &changed {
            let before = self.names_in(*locale, *file);
            if self.read_again(*locale, *file) {
                locales.insert(*locale);
                if self.names_in(*locale, *file) != before {
                    renamed.insert(*locale);
                }
            }
        }
        if locales.is_empty() {
            return Update::Nothing;
        }
        ids.extend(self.ids_of(&changed));
        let judged = if renamed.contains(&REFERENCE) {
            // Any text of any locale may have been meant by a name that the reference gained or lost.
            self.verdicts = self.judge_all();
            self.locales.iter().map(|it| it.borrow_dependent().files.len()).sum()
        } else if locales.contains(&REFERENCE) {
            self.judge_by_reference(&changed, &locales, &ids)
        } else {
            self.judge_locales(&changed, &renamed, &ids)
        };
        Update::Judged(judged)
    }

    /// The files that may say something else, in order; none where the tree may be another one.
    fn changed(&self, saved: &Saved) -> Option<BTreeSet<(usize, usize)>> {
        let mut changed = BTreeSet::new();
        for path in &saved.paths {
            match self.places.meaning(path) {
                Meaning::Texts(places) => changed.extend(places),
                Meaning::Tree => return None,
                Meaning::Nothing => {}
            }
        }
        (!saved.is_all).then_some(changed)
    }

    /// All findings as they are now, with what was counted.
    pub(crate) fn findings(&self) -> (Vec<Finding>, Summary) {
        let verdicts = Cow::Borrowed(self.verdicts.as_slice());
        let (findings, mut summary) =
            self.with_checker(|checker| checker.conclude(verdicts, Vec::new()));
        summary.notes.clone_from(&self.plain.notes);
        (findings, summary)
    }

    /// Its locales.
    pub(crate) fn registry(&self) -> &LocaleRegistry {
        &self.plain.registry
    }

    /// All paths of the tree, with the name of the locale of each.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        self.plain.paths()
    }

    /// The texts that findings point into.
    pub(crate) fn sources(&self) -> Sources<'_> {
        Sources::of_folders(self.locales.iter().map(Parsed::borrow_owner))
    }

    /// Reads one file again. Returns whether there is something else in it.
    fn read_again(&mut self, locale: usize, file: usize) -> bool {
        let Some(place) = self.locales.get_mut(locale) else { return false };
        let Some(path) = self.plain.path_of(locale, file) else { return false };
        let content = read_content(&path);
        let known = place.borrow_owner().files.get(file);
        if known.is_none_or(|known| known.content == content) {
            return false;
        }
        let mut folder = std::mem::replace(place, parsed(LocaleFolder::default())).into_owner();
        if let Some(file) = folder.files.get_mut(file) {
            file.content = content;
        }
        *place = parsed(folder);
        true
    }

    fn judge_all(&self) -> Vec<Verdict> {
        self.with_checker(|checker| {
            let locales = self.registered().collect::<Vec<_>>();
            locales
                .into_par_iter()
                .map(|(locale, parsed)| {
                    checker.judge(locale, parsed.borrow_owner(), parsed.borrow_dependent())
                })
                .collect()
        })
    }

    /// Judges of each locale its changed files, and whatever refers to the messages `ids`; all of it where it is `renamed`.
    /// Returns how many files.
    fn judge_locales(
        &mut self,
        changed: &BTreeSet<(usize, usize)>,
        renamed: &BTreeSet<usize>,
        ids: &BTreeSet<String>,
    ) -> usize {
        let before = std::mem::take(&mut self.verdicts);
        let verdicts: Vec<(usize, Verdict)> = self.with_checker(|checker| {
            let locales = self.registered().enumerate().zip(before);
            let judge = |((index, (locale, parsed)), before): (
                (usize, (&RegisteredLocale, &Parsed)),
                Verdict,
            )| {
                let of_locale = changed.iter().filter(|(locale, _)| *locale == index);
                let mut names: BTreeSet<String> =
                    of_locale.filter_map(|(_, file)| self.plain.name_of(index, *file)).collect();
                if names.is_empty() {
                    return (0, before);
                }
                let (folder, files) = (parsed.borrow_owner(), parsed.borrow_dependent());
                if renamed.contains(&index) {
                    return (files.files.len(), checker.judge(locale, folder, files));
                }
                names.extend(referring(files, ids));
                let judged = files.files.iter().filter(|it| names.contains(it.name)).count();
                (judged, checker.judge_again(locale, folder, files, before, &names))
            };
            locales.map(judge).collect()
        });
        let judged = verdicts.iter().map(|(judged, _)| judged).sum();
        self.verdicts = verdicts.into_iter().map(|(_, verdict)| verdict).collect();
        judged
    }

    /// Judges in every locale what changed files of the reference can change: the files of the same names, and whatever
    /// refers to the messages `ids`. Locales with changed files of their own are judged anew. Returns how many files.
    fn judge_by_reference(
        &mut self,
        changed: &BTreeSet<(usize, usize)>,
        anew: &BTreeSet<usize>,
        ids: &BTreeSet<String>,
    ) -> usize {
        let names: BTreeSet<String> = changed
            .iter()
            .filter(|(locale, _)| *locale == REFERENCE)
            .filter_map(|(_, file)| self.plain.name_of(REFERENCE, *file))
            .collect();
        let in_reference = self.locales.first().map(Parsed::borrow_dependent);
        let mut in_all = names;
        in_all.extend(in_reference.map(|files| referring(files, ids)).unwrap_or_default());
        let before = std::mem::take(&mut self.verdicts);
        let verdicts: Vec<(usize, Verdict)> = self.with_checker(|checker| {
            let locales: Vec<_> = self.registered().enumerate().zip(before).collect();
            locales
                .into_par_iter()
                .map(|((index, (locale, parsed)), before)| {
                    let (folder, files) = (parsed.borrow_owner(), parsed.borrow_dependent());
                    if index == REFERENCE || anew.contains(&index) {
                        return (files.files.len(), checker.judge(locale, folder, files));
                    }
                    let mut names = in_all.clone();
                    names.extend(referring(files, ids));
                    let judged = files.files.iter().filter(|it| names.contains(it.name)).count();
                    (judged, checker.judge_again(locale, folder, files, before, &names))
                })
                .collect()
        });
        let judged = verdicts.iter().map(|(judged, _)| judged).sum();
        self.verdicts = verdicts.into_iter().map(|(_, verdict)| verdict).collect();
        judged
    }

    fn with_checker<T>(&self, job: impl FnOnce(&Checker<'_>) -> T) -> T {
        let nothing = parsed(LocaleFolder::default());
        let reference = self.locales.first().unwrap_or(&nothing);
        let reference = (reference.borrow_owner(), reference.borrow_dependent());
        job(&Checker::new(&self.plain.registry, None, self.policy, reference))
    }

    fn registered(&self) -> impl Iterator<Item = (&RegisteredLocale, &Parsed)> {
        self.plain.registry.locales().iter().zip(&self.locales)
    }

    /// The ids that a file defines, in order.
    fn defined_in(&self, locale: usize, file: usize) -> Vec<String> {
        let files = self.locales.get(locale).map(Parsed::borrow_dependent);
        let file = files.and_then(|files| files.files.get(file));
        file.into_iter()
            .flat_map(|file| file.outlines.iter())
            .map(|outline| outline.id().to_owned())
            .collect()
    }

    /// The names by which other files may mean something in this one, in order: its messages and terms; and the functions that
    /// it uses.
    fn names_in(&self, locale: usize, file: usize) -> Vec<(Option<Kind>, String)> {
        let files = self.locales.get(locale).map(Parsed::borrow_dependent);
        let file = files.and_then(|files| files.files.get(file));
        let mut names = Vec::new();
        for outline in file.iter().flat_map(|file| file.outlines.iter()) {
            names.push((Some(outline.kind()), outline.id().to_owned()));
            for reference in outline.references() {
                if let Target::Function(name) = reference.target {
                    names.push((None, name.to_owned()));
                }
            }
        }
        names
    }

    /// The ids that the changed files define, and whatever refers to them in their locales, directly or not.
    fn ids_of(&self, changed: &BTreeSet<(usize, usize)>) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (locale, file) in changed {
            let own = self.defined_in(*locale, *file);
            if let Some(files) = self.locales.get(*locale).map(Parsed::borrow_dependent) {
                let others = files.all_that_refer_to(own.iter().map(String::as_str));
                let others = others.iter().filter_map(|place| Some(files.at(*place)?.1));
                ids.extend(others.map(|outline| outline.id().to_owned()));
            }
            ids.extend(own);
        }
        ids
    }
}

/// Names of the files in which something refers to one of these messages, directly or not.
fn referring(files: &LocaleFiles<'_>, ids: &BTreeSet<String>) -> BTreeSet<String> {
    let places = files.all_that_refer_to(ids.iter().map(String::as_str));
    let found = places.iter().filter_map(|place| files.at(*place));
    found.map(|(file, _)| file.name.to_owned()).collect()
}

/// Index of the reference among the locales.
const REFERENCE: usize = 0;

fn parsed(folder: LocaleFolder) -> Parsed {
    Parsed::new(folder, |folder| parse_side_by_side(folder, None))
}
