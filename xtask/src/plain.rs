//! A Fluent tree that has no registry: which files belong to which locale, by the layout of their paths.

mod group;
mod listing;
mod pattern;

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
    path::{Path, PathBuf},
    sync::atomic::Ordering,
    time::Duration,
};

use faq_check::{Checker, FileVerdict, Finding, Policy, Summary, Verdict};
use faq_l10n::{
    Clock, FtlFile, Laps, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleTree, RegisteredLocale,
    Scope, tag_of_folder,
};
use rayon::prelude::*;

pub(crate) use self::{
    group::folder_of_locale,
    listing::{LOCK, Listing},
};
use self::{
    group::{Files, Group, group},
    pattern::{FILES, FOLDERS, Pattern},
};
use crate::{
    Error,
    progress::watched,
    timings::{FileTime, Timings},
};

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

/// A tree whose files were listed and not yet read.
#[derive(Debug)]
pub(crate) struct Plain {
    /// Its locales, the reference first.
    pub(crate) registry: LocaleRegistry,
    /// What whoever runs the check should know about how the tree was listed.
    pub(crate) notes: Vec<String>,
    /// What else was seen of it: links, what could not be read, and files of no locale.
    pub(crate) seen: Seen,
    /// The files of each locale of the registry.
    groups: Vec<Group>,
}

/// What was seen of a tree beside the files of its locales.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Links, and what could not be read.
    pub(crate) noted: Vec<PathBuf>,
    /// The folders to which links led, by their real paths.
    pub(crate) followed: Vec<PathBuf>,
    /// Files that were not taken for files of a locale.
    pub(crate) passed_over: Vec<PathBuf>,
}

impl Seen {
    fn take(&mut self, root: &Path, listing: &mut Listing) {
        self.noted.extend(listing.noted.drain(..).map(|path| root.join(path)));
        self.followed.append(&mut listing.followed);
    }

    fn pass_over(&mut self, root: &Path, files: Files) {
        self.passed_over.extend(files.into_iter().map(|(path, _)| root.join(path)));
    }
}

/// What was found in a tree, with the texts that the findings are about where they were asked for.
pub(crate) struct Judged {
    pub(crate) findings: Vec<Finding>,
    pub(crate) summary: Summary,
    pub(crate) tree: LocaleTree,
    pub(crate) timings: Timings,
}

impl Plain {
    /// Lists the tree in `root`.
    pub(crate) fn list(root: &Path, layout: &Layout<'_>) -> Result<Self, Error> {
        let mut listing = Listing::of(root)?;
        let mut seen = Seen::default();
        seen.take(root, &mut listing);
        let pattern = match layout.pattern {
            Some(pattern) => pattern,
            None if listing.has_folder(layout.reference) || layout.reference_dir.is_some() => {
                FOLDERS
            }
            None if listing.has_file(layout.reference) => FILES,
            None => FOLDERS,
        };
        let mut notes = listing.notes;
        let (shown, pattern) = (pattern, Pattern::parse(pattern)?);
        let (mut found, unfit) = group(listing.paths, &pattern, layout.reference);
        seen.passed_over.extend(unfit.into_iter().map(|path| root.join(path)));
        let reference = match layout.reference_dir {
            Some(folder) => {
                let mut listing = Listing::of(folder)?;
                seen.take(folder, &mut listing);
                notes.append(&mut listing.notes);
                Group::of_folder(folder, layout.reference, &pattern, listing)?
            }
            None => match found.remove(layout.reference) {
                Some(files) => {
                    Group { root: root.to_owned(), name: layout.reference.to_owned(), files }
                }
                None => return Err(no_reference(root, layout, shown, &found)),
            },
        };
        if let Some(files) = found.remove(layout.reference) {
            notes.push(format!(
                "`{}` in the tree was left out: the reference lies elsewhere",
                layout.reference
            ));
            seen.pass_over(root, files);
        }
        let names: HashSet<&str> = reference.files.iter().map(|(_, name)| name.as_str()).collect();
        let Some(reference_tag) = tag_of_folder(layout.reference) else {
            return Err(Error::Usage(format!("`{}` is not a language tag", layout.reference)));
        };
        let mut groups = Vec::new();
        let mut others = Vec::new();
        let mut strange = Vec::new();
        for (name, files) in found {
            let has_a_known_file = files.iter().any(|(_, name)| names.contains(name.as_str()));
            match tag_of_folder(&name) {
                Some(tag) if has_a_known_file => {
                    if layout.locales.is_empty()
                        || layout.locales.iter().any(|it| *it == name || *it == tag.as_str())
                    {
                        others.push((name.clone(), tag));
                        groups.push(Group { root: root.to_owned(), name, files });
                    } else {
                        seen.pass_over(root, files);
                    }
                    continue;
                }
                Some(_) => {
                    notes.push(format!(
                        "`{name}` was not taken for a locale: it has no file that `{}` has",
                        layout.reference
                    ));
                    strange.push(name);
                }
                None => notes
                    .push(format!("`{name}` was not taken for a locale: it is not a language tag")),
            }
            seen.pass_over(root, files);
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
        if others.is_empty() && !strange.is_empty() && layout.reference_dir.is_some() {
            return Err(Error::Usage(format!(
                "nothing in {} has a file that the reference has: {}\n  help: `--reference-dir` is the folder in which the files of `{}` lie",
                root.display(),
                strange.join(", "),
                layout.reference
            )));
        }
        let registry =
            LocaleRegistry::of_folders((layout.reference.to_owned(), reference_tag), others);
        groups.insert(0, reference);
        Ok(Self { registry, notes, seen, groups })
    }

    /// Reads the files of the locale with this index in the registry.
    pub(crate) fn read(&self, locale: usize) -> LocaleFolder {
        self.groups.get(locale).map(|group| group.read(None).0).unwrap_or_default()
    }

    /// Reads the files of all locales.
    pub(crate) fn read_all(&self) -> LocaleTree {
        let folders = self.groups.par_iter().map(|group| group.read(None).0).collect();
        LocaleTree { folders, strays: Vec::new() }
    }

    /// Each file with the indexes of its locale and of itself: the folder in which the tree lies, and the path below it.
    pub(crate) fn files(&self) -> impl Iterator<Item = ((usize, usize), &Path, &str)> {
        self.groups.iter().enumerate().flat_map(|(locale, group)| {
            let files = group.files.iter().enumerate();
            files
                .map(move |(file, (path, _))| ((locale, file), group.root.as_path(), path.as_str()))
        })
    }

    /// All paths of the tree, with the name of the locale of each.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        self.groups.iter().flat_map(|group| {
            let name = group.name.as_str();
            let files = group.files.iter().map(|(path, _)| path.as_str());
            files.chain([name]).map(move |path| (path, name))
        })
    }

    /// Where a file of a locale lies.
    pub(crate) fn path_of(&self, locale: usize, file: usize) -> Option<PathBuf> {
        let group = self.groups.get(locale)?;
        group.files.get(file).map(|(path, _)| group.root.join(path))
    }

    /// The name of a file of a locale, below it.
    pub(crate) fn name_of(&self, locale: usize, file: usize) -> Option<String> {
        self.groups.get(locale)?.files.get(file).map(|(_, name)| name.clone())
    }

    /// Reads and judges one locale after the other; only the reference is kept, and the texts with findings if `keep_texts`.
    pub(crate) fn check(&self, policy: &Policy, keep_texts: bool, clock: Option<Clock>) -> Judged {
        let mut timings = Timings::default();
        let (reference, reference_reads) = match self.groups.first() {
            Some(group) => group.read(clock),
            None => (LocaleFolder::default(), Vec::new()),
        };
        let files = parse_side_by_side(&reference, clock);
        let checker = Checker::new(&self.registry, None, policy, (&reference, &files)).timed(clock);
        let judge = |(locale, group): (&RegisteredLocale, &Group)| {
            // Another folder may have the same tag: `en_US` beside `en-US`.
            if self.groups.first().is_some_and(|reference| std::ptr::eq(reference, group)) {
                let verdict = checker.judge(locale, &reference, &files);
                let times = file_times(&files, &reference_reads, &verdict);
                return (verdict, LocaleFolder::default(), times);
            }
            let (folder, reads) = group.read(clock);
            let files = LocaleFiles::parse_timed(&folder, Scope::File, clock);
            let verdict = checker.judge(locale, &folder, &files);
            let times = file_times(&files, &reads, &verdict);
            let verdict = verdict.for_good();
            drop(files);
            let keep = keep_texts && !verdict.is_clean();
            (verdict, if keep { folder } else { LocaleFolder::default() }, times)
        };
        let judged: Vec<(Verdict, LocaleFolder, Vec<FileTime>)> =
            watched(self.groups.len(), "locales checked", |done| {
                let locales = self.registry.locales().par_iter().zip(&self.groups);
                let count = |_: &_| {
                    done.fetch_add(1, Ordering::Relaxed);
                };
                locales.map(judge).inspect(count).collect()
            });
        let mut laps = Laps::start(clock);
        let (mut verdicts, mut folders) = (Vec::new(), Vec::new());
        for (verdict, folder, mut times) in judged {
            timings.files.append(&mut times);
            timings.locales += verdict.time;
            verdicts.push(verdict);
            folders.push(folder);
        }
        let (findings, mut summary) = checker.conclude(Cow::Owned(verdicts), Vec::new());
        summary.notes.clone_from(&self.notes);
        drop(files);
        folders.push(reference);
        timings.conclude = laps.lap();
        let tree = LocaleTree { folders, strays: Vec::new() };
        Judged { findings, summary, tree, timings }
    }
}

/// Parses a locale that everything else waits for, on all threads.
pub(crate) fn parse_side_by_side(folder: &LocaleFolder, clock: Option<Clock>) -> LocaleFiles<'_> {
    let parsed = folder
        .files
        .par_iter()
        .map(|file| FtlFile::parse_timed(&file.path, &file.name, file.content.text(), clock));
    LocaleFiles::of_files(parsed.collect(), Scope::File)
}

/// What each file of a locale took; nothing where no clock ran.
fn file_times(files: &LocaleFiles<'_>, reads: &[Duration], verdict: &Verdict) -> Vec<FileTime> {
    let times = reads.iter().zip(&verdict.files);
    let time = |(file, (read, judged)): (&FtlFile<'_>, (&Duration, &FileVerdict))| FileTime {
        path: file.path.to_owned(),
        read: *read,
        parse: file.times.parse,
        extract: file.times.extract,
        judge: judged.time,
    };
    files.files.iter().zip(times).map(time).collect()
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
