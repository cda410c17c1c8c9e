//! Reading a project from the disk. Links are never followed and nothing outside the root is opened.

#![expect(clippy::disallowed_methods, reason = "this is the module that reads the disk")]

use std::{
    collections::BTreeSet,
    fs::{self, File, Metadata},
    io::{self, Read},
    path::{Path, PathBuf},
};

use faq_check::{Policy, Profile};
use faq_content::CatalogFile;
use faq_l10n::{Content, Limits, LocaleFolder, LocaleTree, SourceFile, Stray, StrayKind};

use crate::Error;

/// Largest catalog, registry or policy file, in bytes.
const LARGEST_TEXT: u64 = 4 * 1024 * 1024;

/// Largest baseline, in bytes; half a million findings.
const LARGEST_BASELINE: u64 = 128 * 1024 * 1024;

/// Files that belong beside the locale folders.
const KNOWN: [&str; 4] = ["locales.toml", "policy.toml", "reviewers.toml", "README.md"];

/// The text of a file that a task cannot do without.
pub(crate) fn read_text(root: &Path, path: &str) -> Result<String, Error> {
    read_text_up_to(&root.join(path), LARGEST_TEXT)
}

/// The text of a baseline. None where there is none.
pub(crate) fn read_baseline(path: &Path) -> Result<Option<String>, Error> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Ok(_) | Err(_) => read_text_up_to(path, LARGEST_BASELINE).map(Some),
    }
}

/// The text of a file that somebody named, of at most so many bytes.
pub(crate) fn read_given(path: &Path, largest: usize) -> Result<String, Error> {
    read_text_up_to(path, largest as u64)
}

fn read_text_up_to(path: &Path, largest: u64) -> Result<String, Error> {
    refuse_link(path)?;
    let io = |error| Error::Io(path.to_owned(), error);
    let metadata = fs::metadata(path).map_err(io)?;
    // A pipe or a device would never end.
    if !metadata.is_file() || metadata.len() > largest {
        return Err(Error::NoText(path.to_owned()));
    }
    let mut text = String::new();
    File::open(path).and_then(|file| file.take(largest).read_to_string(&mut text)).map_err(io)?;
    Ok(text)
}

/// A link could lead out of the project; none is followed below the root.
fn refuse_link(path: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => Err(Error::Link(path.to_owned())),
        Ok(_) => Ok(()),
        Err(error) => Err(Error::Io(path.to_owned(), error)),
    }
}

/// The text of a file that need not be there.
pub(crate) fn read_text_if_there(root: &Path, path: &str) -> Result<Option<String>, Error> {
    match fs::symlink_metadata(root.join(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Ok(_) | Err(_) => read_text(root, path).map(Some),
    }
}

/// The policy in a file that need not be there; `profile` holds where it names none.
pub(crate) fn read_policy(root: &Path, path: &str, profile: Profile) -> Result<Policy, Error> {
    Ok(match read_text_if_there(root, path)? {
        Some(text) => Policy::parse(path, &text, profile)?,
        None => Policy::of(profile),
    })
}

/// All `.toml` files of the catalog folder, by name.
pub(crate) fn read_catalog(root: &Path, folder: &str) -> Result<Vec<CatalogFile>, Error> {
    let mut files = Vec::new();
    refuse_link(&root.join(folder))?;
    for (name, _) in entries(&root.join(folder))? {
        if let Some(name) = name.to_str().filter(|name| is_kind(name, "toml")) {
            let path = format!("{folder}/{name}");
            files.push(CatalogFile { text: read_text(root, &path)?, path });
        }
    }
    if files.is_empty() {
        return Err(Error::NoCatalog(root.join(folder)));
    }
    Ok(files)
}

/// All `.txt` files of a folder, by name. None where there is no such folder.
pub(crate) fn read_texts(root: &Path, folder: &str) -> Result<Vec<(String, String)>, Error> {
    let mut texts = Vec::new();
    if fs::symlink_metadata(root.join(folder)).is_err() {
        return Ok(texts);
    }
    refuse_link(&root.join(folder))?;
    for (name, _) in entries(&root.join(folder))? {
        if let Some(name) = name.to_str().filter(|name| is_kind(name, "txt")) {
            texts.push((name.to_owned(), read_text(root, &format!("{folder}/{name}"))?));
        }
    }
    Ok(texts)
}

/// Everything below `folder`, which holds the locale folders.
pub(crate) fn read_locales(root: &Path, folder: &str) -> Result<LocaleTree, Error> {
    let mut tree = LocaleTree::default();
    refuse_link(&root.join(folder))?;
    for (name, metadata) in entries(&root.join(folder))? {
        let path = format!("{folder}/{}", name.to_string_lossy());
        match name.to_str() {
            None => tree.strays.push(Stray { path, folder: None, kind: StrayKind::Name }),
            Some(_) if metadata.is_symlink() => {
                tree.strays.push(Stray { path, folder: None, kind: StrayKind::Symlink });
            }
            Some(name) if metadata.is_dir() => {
                match read_folder(root, name, &path, &mut tree.strays) {
                    Ok(found) => tree.folders.push(found),
                    Err(_) => {
                        tree.strays.push(Stray {
                            path,
                            folder: Some(name.to_owned()),
                            kind: StrayKind::Unreadable,
                        });
                    }
                }
            }
            Some(name) if KNOWN.contains(&name) => {}
            Some(_) => tree.strays.push(Stray { path, folder: None, kind: StrayKind::File }),
        }
    }
    Ok(tree)
}

fn read_folder(
    root: &Path,
    folder: &str,
    path: &str,
    strays: &mut Vec<Stray>,
) -> Result<LocaleFolder, Error> {
    let (mut files, mut settings) = (Vec::new(), Vec::new());
    for (name, metadata) in entries(&root.join(path))? {
        let path = format!("{path}/{}", name.to_string_lossy());
        let kind = match name.to_str() {
            None => StrayKind::Name,
            Some(_) if metadata.is_symlink() => StrayKind::Symlink,
            Some(_) if metadata.is_dir() => StrayKind::Folder,
            Some(name) if metadata.is_file() && is_setting(name) => {
                let content = read_settings(&root.join(&path));
                settings.push(SourceFile { content, name: name.to_owned(), path });
                continue;
            }
            Some(name) if metadata.is_file() && is_kind(name, "ftl") => {
                let content = read_content(&root.join(&path));
                files.push(SourceFile { content, name: name.to_owned(), path });
                continue;
            }
            Some(_) => StrayKind::File,
        };
        strays.push(Stray { path, folder: Some(folder.to_owned()), kind });
    }
    Ok(LocaleFolder { name: folder.to_owned(), path: path.to_owned(), files, settings })
}

/// What is in a file. It is measured before it is read and while it is read: it may grow in between.
pub(crate) fn read_content(path: &Path) -> Content {
    read_bytes(path, Limits::FILE_BYTES)
}

/// What is in a settings file, which no Fluent parser sees: a ledger has a block for every message of all files.
fn read_settings(path: &Path) -> Content {
    read_bytes(path, usize::try_from(LARGEST_TEXT).unwrap_or(usize::MAX))
}

fn read_bytes(path: &Path, limit: usize) -> Content {
    try_read_bytes(path, limit).unwrap_or_else(|error| Content::Unreadable(reason(&error)))
}

fn try_read_bytes(path: &Path, limit: usize) -> io::Result<Content> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit as u64 {
        return Ok(Content::TooLarge(length));
    }
    // One byte more than the file has, so that a single read sees its end.
    let mut bytes = Vec::with_capacity(limit.min(usize::try_from(length).unwrap_or(limit)) + 1);
    let length = file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if length > limit { Content::TooLarge(length as u64) } else { Content::from_bytes(&bytes) })
}

/// The paths of all files and links below a folder, with `/`.
pub(crate) fn read_paths(folder: &Path) -> Result<BTreeSet<String>, Error> {
    let mut paths = BTreeSet::new();
    let mut open = vec![String::new()];
    while let Some(prefix) = open.pop() {
        for (name, metadata) in entries(&folder.join(&prefix))? {
            let path = format!("{prefix}{}", name.to_string_lossy());
            if metadata.is_dir() {
                open.push(format!("{path}/"));
            } else {
                paths.insert(path);
            }
        }
    }
    Ok(paths)
}

/// The bytes of a file of a release, or why there are none.
pub(crate) fn read_released(path: &Path) -> Result<Vec<u8>, String> {
    let reason = |error: io::Error| reason(&error);
    // A link could lead anywhere, and a pipe would never end.
    if !fs::symlink_metadata(path).map_err(reason)?.is_file() {
        return Err("this is no file but a link or the like".to_owned());
    }
    fs::read(path).map_err(reason)
}

/// The text of a file as the standard library reads it; nothing where it cannot.
pub(crate) fn read_plainly(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The length of a file in bytes; 0 where there is none, and for files of 4 GiB and more the most that can be said.
pub(crate) fn length(path: &Path) -> u32 {
    fs::metadata(path).map_or(0, |metadata| u32::try_from(metadata.len()).unwrap_or(u32::MAX))
}

/// Whether there is a file and no link.
pub(crate) fn is_plain_file(path: &Path) -> bool {
    standing(path) == Standing::File
}

/// The path without links in it, from the root of the file system.
pub(crate) fn real_path(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path).map_err(|error| Error::Io(path.to_owned(), error))
}

/// Whether there is anything at a path, links followed.
pub(crate) fn is_there(path: &Path) -> bool {
    path.exists()
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    File,
    Folder,
    Link,
    /// A pipe or the like.
    Other,
    Nothing,
}

/// What stands at `path`, a link not followed.
pub(crate) fn standing(path: &Path) -> Standing {
    match fs::symlink_metadata(path) {
        Err(_) => Standing::Nothing,
        Ok(metadata) if metadata.is_symlink() => Standing::Link,
        Ok(metadata) if metadata.is_dir() => Standing::Folder,
        Ok(metadata) if metadata.is_file() => Standing::File,
        Ok(_) => Standing::Other,
    }
}

/// A folder and all folders below it that can be listed, links not followed.
pub(crate) fn folders_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(entry.path());
            }
        }
        found.push(folder);
    }
    found
}

/// Whether there is a folder and no link to one.
pub(crate) fn is_folder(path: &Path) -> bool {
    standing(path) == Standing::Folder
}

/// What is in a folder, by name, so that no result depends on the order of the file system.
fn entries(folder: &Path) -> Result<Vec<(std::ffi::OsString, Metadata)>, Error> {
    let io = |error| Error::Io(folder.to_owned(), error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        // Of the link itself, not of what it leads to.
        let metadata = fs::symlink_metadata(entry.path()).map_err(io)?;
        found.push((entry.file_name(), metadata));
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(found)
}

/// What the system says about this process, where it does.
pub(crate) fn read_status() -> Option<String> {
    fs::read_to_string("/proc/self/status").ok()
}

/// Whether it is a file about a locale, beside its texts.
fn is_setting(name: &str) -> bool {
    LocaleFolder::SETTINGS.contains(&name) || name == LocaleFolder::OBSOLETE
}

fn is_kind(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

/// Why a file could not be read, without the number that only programmers know.
pub(crate) fn reason(error: &io::Error) -> String {
    error.kind().to_string()
}
