//! Every Fluent file below a folder. Links inside of it are followed once, links out of it are not.

#![expect(clippy::disallowed_methods, reason = "this is one of the modules that read the disk")]

use std::{
    borrow::Cow,
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{Error, disk::reason};

/// Every Fluent file below a folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Paths below the folder, with `/`, sorted.
    pub(crate) paths: Vec<String>,
    /// Links that were followed or refused, and folders and names that could not be read.
    pub(crate) notes: Vec<String>,
    /// What these are about, below the folder.
    pub(crate) noted: Vec<PathBuf>,
    /// The folders to which links led, by their real paths.
    pub(crate) followed: Vec<PathBuf>,
}

/// What stands below one folder, links not followed.
#[derive(Debug, Default)]
struct Walked {
    files: Vec<String>,
    folders: Vec<String>,
    links: Vec<String>,
    /// With what is to be said of it.
    unreadable: Vec<(PathBuf, String)>,
}

/// Emacs's lock beside a file that is being edited is a link to nowhere, and its name starts so.
pub(crate) const LOCK: &str = ".#";

impl Listing {
    /// Goes through `root`, its folders side by side.
    pub(crate) fn of(root: &Path) -> Result<Self, Error> {
        let real_root =
            fs::canonicalize(root).map_err(|error| Error::Io(root.to_owned(), error))?;
        let mut all = Walked::default();
        // Nothing can be said of a tree that cannot be read at all.
        fs::read_dir(root).map_err(|error| Error::Io(root.to_owned(), error))?;
        all.folder(root, "");
        let top = std::mem::take(&mut all.folders);
        let below: Vec<Walked> =
            top.into_par_iter().map(|folder| Walked::all_below(root, folder)).collect();
        for walked in below {
            all.append(walked);
        }
        let mut listing = Self::default();
        all.follow_links(root, &real_root, &mut listing);
        listing.paths = all.files;
        all.unreadable.sort_unstable();
        for (path, note) in all.unreadable {
            listing.noted.push(path);
            listing.notes.push(note);
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
    fn all_below(root: &Path, folder: String) -> Self {
        let mut walked = Self { folders: vec![folder], ..Self::default() };
        while let Some(folder) = walked.folders.pop() {
            walked.folder(root, &folder);
        }
        walked
    }

    /// What stands in one folder. One that is gone by now is as if it had never been.
    fn folder(&mut self, root: &Path, folder: &str) {
        let entries = match fs::read_dir(root.join(folder)) {
            Ok(entries) => entries,
            Err(error) => return self.pass_over(folder, &error),
        };
        for entry in entries {
            let known = entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?)));
            let (name, kind) = match known {
                Ok(known) => known,
                Err(error) => {
                    self.pass_over(folder, &error);
                    continue;
                }
            };
            match name.to_str() {
                None => {
                    let path = Path::new(folder).join(&name);
                    let shown = path.to_string_lossy();
                    let note = format!("the name `{shown}` is not UTF-8, and it was passed over");
                    self.unreadable.push((path, note));
                }
                Some(name) if folder.is_empty() => self.take(name.to_owned(), kind),
                Some(name) => self.take(format!("{folder}/{name}"), kind),
            }
        }
    }

    fn pass_over(&mut self, folder: &str, error: &io::Error) {
        if error.kind() != io::ErrorKind::NotFound {
            let note = format!(
                "the folder `{folder}` could not be read ({}): nothing in it was checked",
                reason(error)
            );
            self.unreadable.push((folder.into(), note));
        }
    }

    fn take(&mut self, path: String, kind: fs::FileType) {
        let name = path.rsplit('/').next().unwrap_or_default();
        if kind.is_symlink() {
            if !name.starts_with(LOCK) {
                self.links.push(path);
            }
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

    /// Follows links, those behind links too, and notes what whoever runs the check should know of them.
    fn follow_links(&mut self, root: &Path, real_root: &Path, listing: &mut Listing) {
        let mut followed = BTreeSet::new();
        while !self.links.is_empty() {
            let mut links = std::mem::take(&mut self.links);
            links.sort_unstable();
            for link in links {
                listing.noted.push(link.as_str().into());
                let led = Led::by(&root.join(&link), real_root, &mut followed);
                let was = led.said();
                if !was.is_empty() {
                    listing.notes.push(format!("the link `{link}` {was}"));
                }
                let Led::To(target, kind) = led else { continue };
                if kind.is_dir() {
                    listing.followed.push(target);
                }
                self.take(link, kind);
                while let Some(folder) = self.folders.pop() {
                    self.append(Self::all_below(root, folder));
                }
            }
        }
    }
}

/// Where a link led.
enum Led {
    /// To a folder or a Fluent file of the tree, by its real path.
    To(PathBuf, fs::FileType),
    /// To a file of another kind, which nobody asks for.
    Aside,
    /// To a pipe or the like, by the name of a Fluent file.
    ToNoFile,
    Out,
    Nowhere,
    /// Where another did, or above the tree.
    Again,
    Unknown(io::Error),
}

impl Led {
    fn by(link: &Path, real_root: &Path, followed: &mut BTreeSet<PathBuf>) -> Self {
        let found = fs::canonicalize(link).and_then(|target| {
            let kind = fs::metadata(&target)?.file_type();
            Ok((target, kind))
        });
        let (target, kind) = match found {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::Nowhere,
            Err(error) => return Self::Unknown(error),
            Ok(found) => found,
        };
        let is_text = link.extension().is_some_and(|it| it == "ftl");
        let is_hidden = link.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        let is_wanted = if kind.is_dir() { !is_hidden } else { is_text };
        if real_root.starts_with(&target) {
            Self::Again
        } else if !target.starts_with(real_root) {
            Self::Out
        } else if !is_wanted {
            Self::Aside
        } else if !kind.is_dir() && !kind.is_file() {
            Self::ToNoFile
        } else if followed.insert(target.clone()) {
            Self::To(target, kind)
        } else {
            Self::Again
        }
    }

    /// What there is to say of it; nothing of a link beside the texts.
    fn said(&self) -> Cow<'static, str> {
        match self {
            Self::To(..) => "was followed".into(),
            Self::Aside => "".into(),
            Self::ToNoFile => "leads to what is no file and was not followed".into(),
            Self::Out => "leads out of the tree and was not followed".into(),
            Self::Nowhere => "leads nowhere and was not followed".into(),
            Self::Again => "leads where another did and was not followed".into(),
            Self::Unknown(error) => format!("could not be followed ({})", reason(error)).into(),
        }
    }
}
