//! Writing an output folder: the old one stays, or the new one takes its place whole.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
};

use faq_bundle::{Encoding, File as ReleasedFile, Form};
use faq_emit::OutputFile;
use serde_json::Value;
use tempfile::TempDir;

use crate::{Error, disk, interrupt};

/// The file by which a folder is known as one that this program wrote.
const MARK: &str = "manifest.json";

/// A folder that is being written beside the one whose place it will take. Until it does, that one is what it was, whatever fails.
pub(crate) struct Replacement {
    folder: PathBuf,
    /// Holds the new folder, goes with it if it is given up, and holds the old one in the end.
    beside: TempDir,
    built: PathBuf,
    exists: bool,
    files: AtomicUsize,
    /// Ctrl-C waits until nothing is left beside.
    _held: MutexGuard<'static, ()>,
}

impl Replacement {
    /// Begins a folder that will take the place of `folder`, if that is a release, empty or not there.
    pub(crate) fn begin(folder: &Path) -> Result<Self, Error> {
        let exists = fs::symlink_metadata(folder).is_ok();
        if exists && !is_ours(folder).map_err(at(folder))? {
            return Err(Error::NotOurs(folder.to_owned()));
        }
        let parent = match folder.parent() {
            Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
            Some(parent) => parent.to_owned(),
            None => return Err(Error::NotOurs(folder.to_owned())),
        };
        fs::create_dir_all(&parent).map_err(at(&parent))?;
        let held = interrupt::hold();
        let mut beside = tempfile::Builder::new();
        let beside = beside.prefix(".new-").tempdir_in(&parent).map_err(at(&parent))?;
        let built = beside.path().join("out");
        fs::create_dir(&built).map_err(at(&built))?;
        Ok(Self {
            folder: folder.to_owned(),
            beside,
            built,
            exists,
            files: AtomicUsize::new(0),
            _held: held,
        })
    }

    /// Writes a file of the new folder; several may be written at once.
    pub(crate) fn put(&self, file: &OutputFile) -> Result<(), Error> {
        if interrupt::is_asked() {
            return Err(Error::Interrupted);
        }
        let path = self.built.join(&file.path);
        write_file(&path, &file.bytes).map_err(at(&path))?;
        self.files.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Takes these files over from the old folder, if all of them still are what they were written as; else none of them.
    ///
    /// They are not copied. No file here is ever written into, only replaced, so that two folders can share it.
    pub(crate) fn keep<'f>(&self, files: impl Iterator<Item = &'f ReleasedFile>) -> bool {
        let mut kept: Vec<PathBuf> = Vec::new();
        for form in files.flat_map(ReleasedFile::forms) {
            let new = self.built.join(form.path());
            if !self.keep_file(&form, &new) {
                kept.iter().chain([&new]).for_each(|path| {
                    // What is not there, or cannot go, stops the file that is to be written there.
                    let _ = fs::remove_file(path);
                });
                return false;
            }
            kept.push(new);
        }
        self.files.fetch_add(kept.len(), Ordering::Relaxed);
        true
    }

    fn keep_file(&self, form: &Form<'_>, new: &Path) -> bool {
        let old = self.folder.join(form.path());
        let parent = new.parent().map_or(Ok(()), fs::create_dir_all);
        // Read where it was taken to: what is vouched for is what is shipped.
        parent.and_then(|()| fs::hard_link(old, new)).is_ok()
            && disk::read_released(new).is_ok_and(|bytes| form.wrong(&bytes).is_none())
    }

    /// How many files the new folder has so far.
    pub(crate) fn files(&self) -> usize {
        self.files.load(Ordering::Relaxed)
    }

    /// Lets the new folder take the old one's place.
    pub(crate) fn finish(self) -> Result<(), Error> {
        let Self { folder, beside, built, exists, files: _, _held } = self;
        if exists {
            // The old folder ends up in the temporary one and goes with it.
            exchange(&built, &folder).map_err(at(&folder))?;
        } else {
            fs::rename(&built, &folder).map_err(at(&folder))?;
        }
        // The new release is in place; that the old one could not be cleared away changes nothing about that.
        let _ = beside.close();
        Ok(())
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> Error + use<> {
    let path = path.to_owned();
    move |error| Error::Io(path.clone(), error)
}

/// Whether the folder is empty, or holds a release and nothing else.
fn is_ours(folder: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Ok(false);
    }
    let mut there = BTreeSet::new();
    list(folder, "", &mut there)?;
    if there.is_empty() {
        return Ok(true);
    }
    let manifest = fs::read_to_string(folder.join(MARK)).ok();
    let Some(released) = manifest.and_then(|text| released_paths(&text)) else { return Ok(false) };
    Ok(there == released.into_iter().chain([MARK.to_owned()]).collect())
}

/// The paths that a manifest lists. No more is asked of it: releases of earlier versions are replaced, too.
fn released_paths(manifest: &str) -> Option<Vec<String>> {
    let manifest: Value = serde_json::from_str(manifest).ok()?;
    manifest.get("format")?;
    let mut paths = Vec::new();
    for listed in manifest.get("locales")?.as_array()?.iter().chain([&manifest]) {
        for file in listed.get("files")?.as_array()? {
            let path = file.get("path")?.as_str()?;
            let is_there = |it: &Encoding| file.pointer(&format!("/encodings/{}", it.token()));
            let beside = Encoding::ALL.into_iter().filter(|it| is_there(it).is_some());
            paths.extend(beside.map(|it| format!("{path}{}", it.ending())));
            paths.push(path.to_owned());
        }
    }
    Some(paths)
}

/// The paths of all files and links below a folder.
fn list(folder: &Path, prefix: &str, paths: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.insert(path);
        }
    }
    Ok(())
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut target = File::create_new(path)?;
    target.write_all(bytes)?;
    target.sync_all()
}

/// Exchanges two folders in one step, so that there is no moment without one.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Not every file system can.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            exchange_in_steps(new, old)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    exchange_in_steps(new, old)
}

/// Exchanges two folders where the system has no single step for it (a crash between the two leaves none), and takes the first step back if the second fails.
fn exchange_in_steps(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    fs::rename(new, old).inspect_err(|_| {
        // Nothing better can be done if this fails too; the error says which folder is concerned.
        let _ = fs::rename(&aside, old);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace(folder: &Path, files: &[OutputFile]) -> Result<(), Error> {
        let new = Replacement::begin(folder)?;
        files.iter().try_for_each(|file| new.put(file))?;
        new.finish()
    }

    fn file(path: &str, text: &str) -> OutputFile {
        OutputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// A manifest of a release that consists of these files besides.
    fn manifest(paths: &[&str]) -> OutputFile {
        let files: Vec<String> = paths
            .iter()
            .map(|path| serde_json::to_string(&faq_bundle::File::of(path, b"1")).expect("JSON"))
            .collect();
        let json = format!(
            r#"{{"format": 1, "version": "{}", "licences": [], "credits": [], "reference": "en", "locales": [], "files": [{}], "negotiation": {{"default": "en", "table": {{}}}}}}"#,
            "0".repeat(64),
            files.join(", ")
        );
        file("manifest.json", &json)
    }

    #[test]
    fn a_release_takes_the_place_of_another_whole() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let out = root.path().join("deep/dist");
        replace(&out, &[manifest(&["es/faq.json"]), file("es/faq.json", "1")]).expect("written");
        replace(&out, &[manifest(&[])]).expect("replaced");
        assert!(out.join("manifest.json").exists());
        assert!(!out.join("es").exists());
        assert_eq!(
            fs::read_dir(root.path().join("deep")).expect("read").count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn files_are_taken_over_all_or_none_and_only_as_they_were_written() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let out = root.path().join("dist");
        let paths = ["es/a", "es/b"];
        replace(&out, &[manifest(&paths), file("es/a", "1"), file("es/b", "2")]).expect("written");
        let files = [ReleasedFile::of("es/a", b"1"), ReleasedFile::of("es/b", b"2")];
        let new = Replacement::begin(&out).expect("begun");
        assert!(new.keep(files.iter()));
        assert_eq!(new.files(), 2);
        drop(new);
        fs::write(out.join("es/b"), "3").expect("written");
        let new = Replacement::begin(&out).expect("begun");
        assert!(!new.keep(files.iter()));
        assert_eq!(new.files(), 0);
        for file in [file("es/a", "1"), file("es/b", "2"), manifest(&paths)] {
            new.put(&file).expect("nothing is in its way");
        }
        new.finish().expect("replaced");
        assert_eq!(fs::read_to_string(out.join("es/b")).expect("read"), "2");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_not_taken_over() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let out = root.path().join("dist");
        replace(&out, &[manifest(&["a"]), file("a", "1")]).expect("written");
        fs::remove_file(out.join("a")).expect("removed");
        fs::write(root.path().join("elsewhere"), "1").expect("written");
        std::os::unix::fs::symlink(root.path().join("elsewhere"), out.join("a")).expect("a link");
        let new = Replacement::begin(&out).expect("begun");
        assert!(!new.keep([ReleasedFile::of("a", b"1")].iter()));
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("letters.txt"), "mine").expect("written");
        fs::write(root.path().join("manifest.json"), r#"{"name": "an app"}"#).expect("written");
        let result = replace(root.path(), &[file("manifest.json", "1")]);
        assert!(matches!(result, Err(Error::NotOurs(_))));
        assert!(root.path().join("letters.txt").exists());
    }

    #[test]
    fn when_a_file_cannot_be_written_the_old_release_stays() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let out = root.path().join("dist");
        replace(&out, &[manifest(&[])]).expect("written");
        let result =
            replace(&out, &[file("a", "1"), file("a/b", "a file where a folder is needed")]);
        assert!(matches!(result, Err(Error::Io(..))));
        assert!(out.join("manifest.json").exists());
        assert_eq!(
            fs::read_dir(root.path()).expect("read").count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn folders_change_places_without_the_single_step_too() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let (new, old) = (root.path().join("new"), root.path().join("old"));
        fs::create_dir(&new).expect("made");
        fs::create_dir(&old).expect("made");
        fs::write(new.join("new"), "").expect("written");
        exchange_in_steps(&new, &old).expect("exchanged");
        assert!(old.join("new").exists() && !new.exists());
    }
}
