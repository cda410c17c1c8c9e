//! Writing an output folder: the old one stays, or the new one takes its place whole.

#![expect(clippy::disallowed_methods, reason = "this is the module that writes the disk")]

mod together;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use faq_emit::OutputFile;
use serde_json::Value;
use tempfile::TempDir;

use crate::{Error, interrupt};
pub(crate) use together::replace_together;

/// The file by which a folder is known as one that this program wrote.
const MARK: &str = "manifest.json";

/// Makes `folder` consist of `files`. Whatever fails, `folder` is what it was before.
pub(crate) fn replace_folder(folder: &Path, files: &[OutputFile]) -> Result<(), Error> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| Error::Io(path.clone(), error)
    };
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
    let _held = interrupt::hold();
    let new = tempfile::Builder::new().prefix(".new-").tempdir_in(&parent).map_err(at(&parent))?;
    let built = new.path().join("out");
    fs::create_dir(&built).map_err(at(&built))?;
    for file in files {
        write_file(&built, file).map_err(at(&built.join(&file.path)))?;
    }
    if exists {
        // The old folder ends up in the temporary one and goes with it.
        exchange(&built, folder).map_err(at(folder))?;
    } else {
        fs::rename(&built, folder).map_err(at(folder))?;
    }
    // The new release is in place; that the old one could not be cleared away changes nothing about that.
    let _ = new.close();
    Ok(())
}

/// A folder in which a folder `tree` consists of `files`; it goes when it is no longer held.
pub(crate) fn temporary_folder(files: &[OutputFile]) -> Result<TempDir, Error> {
    let folder = tempfile::tempdir().map_err(|error| Error::Io(std::env::temp_dir(), error))?;
    new_folder(&folder.path().join("tree"), files)?;
    Ok(folder)
}

/// Makes a folder that consists of `files`; there must not be one.
pub(crate) fn new_folder(folder: &Path, files: &[OutputFile]) -> Result<(), Error> {
    fs::create_dir(folder).map_err(|error| Error::Io(folder.to_owned(), error))?;
    for file in files {
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, &file.bytes))
            .map_err(|error| Error::Io(path, error))?;
    }
    Ok(())
}

/// Adds `text` to the end of a file that somebody else may be writing too.
pub(crate) fn append(path: &Path, text: &str) -> Result<(), Error> {
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| Error::Io(path.to_owned(), error))
}

/// Makes the file `path` below `root` consist of `after`, if it still consists of `before`. Whatever fails, the file is
/// what it was before.
pub(crate) fn replace_text(
    root: &Path,
    path: &str,
    before: &str,
    after: &str,
) -> Result<(), Error> {
    let full = root.join(path);
    let io = |error: io::Error| Error::Io(full.clone(), error);
    // Through a link, to the file itself, or the link would be replaced; but never out of the tree.
    let real = fs::canonicalize(&full).map_err(io)?;
    if !real.starts_with(fs::canonicalize(root).map_err(io)?) {
        return Err(Error::Link(full));
    }
    if !fs::metadata(&real).map_err(io)?.is_file() {
        return Err(Error::Changed(full));
    }
    let current = fs::read(&real).map_err(io)?;
    if current == after.as_bytes() {
        Ok(())
    } else if current == before.as_bytes() {
        replace_file(&real, after.as_bytes())
    } else {
        Err(Error::Changed(full))
    }
}

/// Makes the file at `path` consist of `bytes`. Whatever fails, the file is what it was before.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let _held = interrupt::hold();
    put_file(path, bytes)
}

/// As [`replace_file`], for who holds off interrupts already.
fn put_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let io = |error: io::Error| Error::Io(path.to_owned(), error);
    let parent =
        path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let permissions = fs::metadata(path).map(|metadata| metadata.permissions());
    let mut builder = readable_by_all(tempfile::Builder::new());
    let mut new = builder.prefix(".new-").tempfile_in(parent).map_err(io)?;
    new.write_all(bytes).map_err(io)?;
    // The new file is whose the old one was.
    if let Ok(permissions) = permissions {
        new.as_file().set_permissions(permissions).map_err(io)?;
    }
    new.as_file().sync_all().map_err(io)?;
    new.persist(path).map(|_| ()).map_err(|error| io(error.error))
}

/// Makes a new file in the system's folder for temporary ones, under a name that nobody else has. It stays.
pub fn temporary_file(prefix: &str, suffix: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
    let io = |error: io::Error| Error::Io(std::env::temp_dir(), error);
    let mut builder = tempfile::Builder::new();
    let mut file = builder.prefix(prefix).suffix(suffix).tempfile().map_err(io)?;
    file.write_all(bytes).map_err(io)?;
    file.keep().map(|(_, path)| path).map_err(|error| io(error.error))
}

/// As any new file is made; a temporary one would be its owner's alone.
#[cfg(unix)]
fn readable_by_all<'b>(mut builder: tempfile::Builder<'b, 'b>) -> tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn readable_by_all<'b>(builder: tempfile::Builder<'b, 'b>) -> tempfile::Builder<'b, 'b> {
    builder
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
    let of = |listed: &Value| -> Option<Vec<String>> {
        let files = listed.get("files")?.as_array()?.iter();
        files.map(|file| Some(file.get("path")?.as_str()?.to_owned())).collect()
    };
    let mut paths = of(&manifest)?;
    for locale in manifest.get("locales")?.as_array()? {
        paths.extend(of(locale)?);
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

fn write_file(folder: &Path, file: &OutputFile) -> io::Result<()> {
    let path = folder.join(&file.path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut target = File::create_new(path)?;
    target.write_all(&file.bytes)?;
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
        replace_folder(&out, &[manifest(&["es/faq.json"]), file("es/faq.json", "1")])
            .expect("written");
        replace_folder(&out, &[manifest(&[])]).expect("replaced");
        assert!(out.join("manifest.json").exists());
        assert!(!out.join("es").exists());
        assert_eq!(
            fs::read_dir(root.path().join("deep")).expect("read").count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("letters.txt"), "mine").expect("written");
        fs::write(root.path().join("manifest.json"), r#"{"name": "an app"}"#).expect("written");
        let result = replace_folder(root.path(), &[file("manifest.json", "1")]);
        assert!(matches!(result, Err(Error::NotOurs(_))));
        assert!(root.path().join("letters.txt").exists());
    }

    #[test]
    fn when_a_file_cannot_be_written_the_old_release_stays() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let out = root.path().join("dist");
        replace_folder(&out, &[manifest(&[])]).expect("written");
        let result =
            replace_folder(&out, &[file("a", "1"), file("a/b", "a file where a folder is needed")]);
        assert!(matches!(result, Err(Error::Io(..))));
        assert!(out.join("manifest.json").exists());
        assert_eq!(
            fs::read_dir(root.path()).expect("read").count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn a_file_that_somebody_changed_meanwhile_is_left_alone() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("a.ftl"), "theirs").expect("written");
        let result = replace_text(root.path(), "a.ftl", "old", "new");
        assert!(matches!(result, Err(Error::Changed(_))));
        assert_eq!(fs::read_to_string(root.path().join("a.ftl")).expect("read"), "theirs");
        replace_text(root.path(), "a.ftl", "theirs", "new").expect("replaced");
        replace_text(root.path(), "a.ftl", "theirs", "new").expect("it is so already");
        assert_eq!(fs::read_to_string(root.path().join("a.ftl")).expect("read"), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_where_a_link_leads_within_the_tree_and_keeps_its_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let root = tempfile::tempdir().expect("a temporary folder");
        let (tree, outside) = (root.path().join("tree"), root.path().join("outside.ftl"));
        fs::create_dir(&tree).expect("made");
        fs::write(&outside, "old").expect("written");
        fs::write(tree.join("a.ftl"), "old").expect("written");
        fs::set_permissions(tree.join("a.ftl"), fs::Permissions::from_mode(0o640)).expect("set");
        symlink(&outside, tree.join("out.ftl")).expect("a link");
        symlink(tree.join("a.ftl"), tree.join("b.ftl")).expect("a link");
        assert!(matches!(replace_text(&tree, "out.ftl", "old", "new"), Err(Error::Link(_))));
        assert_eq!(fs::read_to_string(&outside).expect("read"), "old");
        replace_text(&tree, "b.ftl", "old", "new").expect("replaced");
        let of_file = fs::symlink_metadata(tree.join("a.ftl")).expect("it");
        assert_eq!(of_file.permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_to_string(tree.join("a.ftl")).expect("read"), "new");
        assert!(fs::symlink_metadata(tree.join("b.ftl")).expect("it").is_symlink());
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
