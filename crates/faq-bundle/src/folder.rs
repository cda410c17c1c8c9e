//! Opening a release in a folder. The only module of this crate that touches the disk.

#![expect(clippy::disallowed_methods, reason = "this is the module that reads the disk")]

use std::{fs, path::Path};

use crate::{OpenError, Site};

impl Site {
    /// Opens the release in a folder, as `cargo xtask bundle` writes it.
    pub fn open_folder(folder: &Path) -> Result<Self, OpenError> {
        Self::open(|path| fs::read(folder.join(path)))
    }
}
