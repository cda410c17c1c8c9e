//! Writing several files: all of them change, or none does.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::TempPath;

use super::{put_file, readable_by_all};
use crate::{Error, interrupt, mending::Change};

/// Makes each file below `root` consist of what it is to be, if it still consists of what it was; one that is not there was empty.
///
/// Everything is written beside its place before the first file is put there, and what was put there is taken back if another cannot be.
/// Only a machine that stops between two of these last steps leaves some files new and some old.
pub(crate) fn replace_together(root: &Path, changes: &[Change]) -> Result<(), Error> {
    let _held = interrupt::hold();
    let mut folders = NewFolders::default();
    let stage = |change| Staged::new(root, change, &mut folders);
    let staged = changes.iter().map(stage).collect::<Result<Vec<_>, _>>()?;
    let mut done: Vec<Placed<'_>> = Vec::new();
    for Staged { new, placed } in staged {
        if let Err(error) = new.persist(&placed.path) {
            // Nothing better can be done if this fails too; the error says which file is concerned.
            done.iter().rev().for_each(Placed::take_back);
            return Err(Error::Io(placed.path, error.error));
        }
        done.push(placed);
    }
    folders.paths.clear();
    Ok(())
}

/// A file that is ready beside its place.
struct Staged<'c> {
    new: TempPath,
    placed: Placed<'c>,
}

/// A file in its place.
struct Placed<'c> {
    path: PathBuf,
    /// What stood there; none where nothing did.
    before: Option<&'c str>,
}

/// Folders that were made for new files. They go again, unless all went well.
#[derive(Default)]
struct NewFolders {
    paths: Vec<PathBuf>,
}

impl<'c> Staged<'c> {
    fn new(root: &Path, change: &'c Change, folders: &mut NewFolders) -> Result<Self, Error> {
        let path = root.join(&change.path);
        let io = |error: io::Error| Error::Io(path.clone(), error);
        let before = match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(io(error)),
            Ok(metadata) if metadata.is_symlink() => return Err(Error::Link(path)),
            Ok(_) => Some(fs::read(&path).map_err(io)?),
        };
        if before.as_deref().unwrap_or_default() != change.before.as_bytes() {
            return Err(Error::Changed(path));
        }
        let parent = path.parent().unwrap_or(root);
        folders.make(parent)?;
        let is_inside = fs::canonicalize(parent)
            .and_then(|parent| Ok(parent.starts_with(fs::canonicalize(root)?)))
            .map_err(io)?;
        if !is_inside {
            return Err(Error::Link(parent.to_owned()));
        }
        let mut builder = readable_by_all(tempfile::Builder::new());
        let mut new = builder.prefix(".new-").tempfile_in(parent).map_err(io)?;
        new.write_all(change.after.as_bytes()).map_err(io)?;
        if let Ok(metadata) = fs::metadata(&path) {
            new.as_file().set_permissions(metadata.permissions()).map_err(io)?;
        }
        new.as_file().sync_all().map_err(io)?;
        let before = before.is_some().then_some(change.before.as_str());
        Ok(Self { new: new.into_temp_path(), placed: Placed { path, before } })
    }
}

impl Placed<'_> {
    fn take_back(&self) {
        let _ = match self.before {
            Some(before) => put_file(&self.path, before.as_bytes()),
            None => fs::remove_file(&self.path).map_err(|it| Error::Io(self.path.clone(), it)),
        };
    }
}

impl NewFolders {
    fn make(&mut self, folder: &Path) -> Result<(), Error> {
        let missing = folder.ancestors().take_while(|it| fs::symlink_metadata(it).is_err());
        let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        missing.reverse();
        for path in missing {
            fs::create_dir(&path).map_err(|error| Error::Io(path.clone(), error))?;
            self.paths.push(path);
        }
        Ok(())
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        for path in self.paths.iter().rev() {
            // What somebody else put there meanwhile stays.
            let _ = fs::remove_dir(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(path: &str, before: &str, after: &str) -> Change {
        Change { path: path.to_owned(), before: before.to_owned(), after: after.to_owned() }
    }

    fn there(root: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(root)
            .expect("read")
            .map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn files_change_and_come_into_being_together() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("a"), "old").expect("written");
        replace_together(root.path(), &[change("a", "old", "new"), change("deep/er/b", "", "B")])
            .expect("written");
        let read = |path: &str| fs::read_to_string(root.path().join(path)).expect("read");
        assert_eq!([read("a"), read("deep/er/b")], ["new", "B"]);
        assert_eq!(there(root.path()), ["a", "deep"]);
    }

    #[test]
    fn where_one_cannot_be_written_none_is_and_nothing_is_left() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("a"), "old").expect("written");
        fs::write(root.path().join("b"), "theirs").expect("written");
        let good = || change("a", "old", "new");
        let new = || change("deep/c", "", "C");
        for bad in [change("b", "mine", "x"), change("c", "gone", "x"), change("a/b", "", "x")] {
            let result = replace_together(root.path(), &[good(), new(), bad]);
            assert!(result.is_err());
            assert_eq!(fs::read_to_string(root.path().join("a")).expect("read"), "old");
            assert_eq!(there(root.path()), ["a", "b"]);
        }
    }

    #[test]
    fn what_was_put_in_its_place_is_taken_back() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("a"), "old").expect("written");
        let mut folders = NewFolders::default();
        let changes = [change("a", "old", "new"), change("b", "", "B")];
        for change in &changes {
            let Staged { new, placed } =
                Staged::new(root.path(), change, &mut folders).expect("ready");
            new.persist(&placed.path).expect("in its place");
            placed.take_back();
        }
        assert_eq!(fs::read_to_string(root.path().join("a")).expect("read"), "old");
        assert_eq!(there(root.path()), ["a"]);
    }

    #[test]
    fn what_stood_there_before_is_back_when_a_later_file_cannot_take_its_place() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("a"), "old").expect("written");
        // The second file is ready when the third makes a folder in its place.
        let changes = [change("a", "old", "new"), change("x", "", "X"), change("x/y", "", "Y")];
        let result = replace_together(root.path(), &changes);
        assert!(matches!(result, Err(Error::Io(..))), "{result:?}");
        assert_eq!(fs::read_to_string(root.path().join("a")).expect("read"), "old");
        assert_eq!(there(root.path()), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_of_the_tree_is_written() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let outside = tempfile::tempdir().expect("a temporary folder");
        std::os::unix::fs::symlink(outside.path(), root.path().join("out")).expect("a link");
        let result = replace_together(root.path(), &[change("out/a", "", "x")]);
        assert!(matches!(result, Err(Error::Link(_))));
        assert!(there(outside.path()).is_empty());
    }
}
