//! Every Fluent file below a folder. Links inside of it are followed once, links out of it are not.

#![expect(clippy::disallowed_methods, reason = "this is one of the modules that read the disk")]

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::Error;

/// Every Fluent file below a folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Paths below the folder, with `/`, sorted.
    pub(crate) paths: Vec<String>,
    /// Links that were followed or refused, and names that could not be read.
    pub(crate) notes: Vec<String>,
}

/// What stands below one folder, links not followed.
#[derive(Debug, Default)]
struct Walked {
    files: Vec<String>,
    folders: Vec<String>,
    links: Vec<String>,
    unreadable: Vec<String>,
}

impl Listing {
    /// Goes through `root`, its folders side by side.
    pub(crate) fn of(root: &Path) -> Result<Self, Error> {
        let real_root =
            fs::canonicalize(root).map_err(|error| Error::Io(root.to_owned(), error))?;
        let mut all = Walked::default();
        all.folder(root, "")?;
        let top = std::mem::take(&mut all.folders);
        let below: Result<Vec<Walked>, Error> =
            top.into_par_iter().map(|folder| Walked::all_below(root, folder)).collect();
        below?.into_iter().for_each(|walked| all.append(walked));
        let notes = all.follow_links(root, &real_root)?;
        let mut listing = Self { paths: all.files, notes };
        all.unreadable.sort_unstable();
        for folder in all.unreadable {
            listing.notes.push(format!("a name in `{folder}` is not readable and was passed over"));
        }
        listing.paths.sort_unstable();
        Ok(listing)
    }

    /// Whether there is a file in a folder of this name.
    pub(crate) fn has_folder(&self, name: &str) -> bool {
        self.paths
            .iter()
            .any(|path| path.strip_prefix(name).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Whether there is a file that is called `name.ftl`.
    pub(crate) fn has_file(&self, name: &str) -> bool {
        let file = format!("{name}.ftl");
        self.paths.iter().any(|path| path.rsplit('/').next() == Some(&file))
    }
}

impl Walked {
    /// Everything below `folder`.
    fn all_below(root: &Path, folder: String) -> Result<Self, Error> {
        let mut walked = Self { folders: vec![folder], ..Self::default() };
        while let Some(folder) = walked.folders.pop() {
            walked.folder(root, &folder)?;
        }
        Ok(walked)
    }

    /// What stands in one folder.
    fn folder(&mut self, root: &Path, folder: &str) -> Result<(), Error> {
        let path = root.join(folder);
        let io = |error: io::Error| Error::Io(path.clone(), error);
        for entry in fs::read_dir(&path).map_err(io)? {
            let entry = entry.map_err(io)?;
            let kind = entry.file_type().map_err(io)?;
            match entry.file_name().to_str() {
                None => self.unreadable.push(folder.to_owned()),
                Some(name) if folder.is_empty() => self.take(name.to_owned(), kind),
                Some(name) => self.take(format!("{folder}/{name}"), kind),
            }
        }
        Ok(())
    }

    fn take(&mut self, path: String, kind: fs::FileType) {
        let name = path.rsplit('/').next().unwrap_or_default();
        if kind.is_symlink() {
            self.links.push(path);
        } else if kind.is_dir() && !name.starts_with('.') {
            self.folders.push(path);
        } else if kind.is_file() && Path::new(name).extension().is_some_and(|it| it == "ftl") {
            self.files.push(path);
        }
    }

    fn append(&mut self, mut other: Self) {
        self.files.append(&mut other.files);
        self.folders.append(&mut other.folders);
        self.links.append(&mut other.links);
        self.unreadable.append(&mut other.unreadable);
    }

    /// Follows links, those behind links too. Returns what whoever runs the check should know of them.
    fn follow_links(&mut self, root: &Path, real_root: &Path) -> Result<Vec<String>, Error> {
        let mut notes = Vec::new();
        let mut followed = BTreeSet::new();
        while !self.links.is_empty() {
            let mut links = std::mem::take(&mut self.links);
            links.sort_unstable();
            for link in links {
                match inside(&root.join(&link), real_root) {
                    None => notes.push(format!(
                        "the link `{link}` leads out of the tree and was not followed"
                    )),
                    Some(target)
                        if real_root.starts_with(&target) || !followed.insert(target.clone()) =>
                    {
                        notes.push(format!(
                            "the link `{link}` leads where another did and was not followed"
                        ));
                    }
                    Some(target) => {
                        notes.push(format!("the link `{link}` was followed"));
                        let metadata = fs::metadata(&target)
                            .map_err(|error| Error::Io(target.clone(), error))?;
                        self.take(link, metadata.file_type());
                        while let Some(folder) = self.folders.pop() {
                            self.append(Self::all_below(root, folder)?);
                        }
                    }
                }
            }
        }
        Ok(notes)
    }
}

/// Where a link leads, if that is inside of the tree.
fn inside(link: &Path, real_root: &Path) -> Option<PathBuf> {
    fs::canonicalize(link).ok().filter(|target| target.starts_with(real_root))
}
