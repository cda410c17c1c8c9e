//! What is in a folder, to compare it with another.

#![expect(clippy::disallowed_methods, reason = "tests read whole trees on the disk")]

use std::{collections::BTreeMap, fs, path::Path};

/// The files of a folder, by path below it.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(&path).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}
