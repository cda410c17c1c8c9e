//! Writing files and folders: what was there stays, or the new takes its place whole.

#![expect(clippy::disallowed_methods, reason = "this is the module that writes the disk")]

mod replacement;
mod together;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use faq_emit::OutputFile;
use tempfile::TempDir;

use crate::{Error, interrupt};
pub(crate) use replacement::Replacement;
pub(crate) use together::replace_together;

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
    // A link or a device would be gone, and what it leads to as it was.
    if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Error::Usage(format!(
            "{} is no plain file and is not written over",
            path.display()
        )));
    }
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

/// As [`replace_file`], in a folder that need not be there yet.
pub(crate) fn remember(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Error::Io(parent.to_owned(), error))?;
    }
    replace_file(path, bytes)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_not_written_over() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let link = root.path().join("link.json");
        std::os::unix::fs::symlink("elsewhere.json", &link).expect("linked");
        assert!(matches!(replace_file(&link, b"new"), Err(Error::Usage(_))));
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
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
}
