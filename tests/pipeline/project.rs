//! A copy of this repository's catalog and locales that a test may break, and the commands to run on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use clap::Parser;
use faq_check::{Example, Outcome, Policy};
use faq_content::{Catalog, LocaleTag, LocalizedFaq};
use faq_emit::{HeadingLevel, OutputFile, Release};
use faq_l10n::{Withheld, resolve_all};
use tempfile::TempDir;
use xtask::{Cli, Console, Error};

/// The folder of this repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the repository").to_owned()
}

/// A copy of the catalog and the locales in a folder of its own.
pub(crate) struct Sandbox {
    root: TempDir,
}

/// What a command said and concluded.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Standard output.
    pub(crate) output: String,
    /// The conclusion, or why there is none.
    pub(crate) result: Result<Outcome, Error>,
}

impl Sandbox {
    /// The catalog and locales of this repository.
    pub(crate) fn copy() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        for folder in ["locales", "crates/faq-content/catalog"] {
            copy_folder(&repository().join(folder), &root.path().join(folder));
        }
        Self { root }
    }

    /// A project of these files, by path.
    pub(crate) fn of(files: &[(String, String)]) -> Self {
        let project = Self { root: tempfile::tempdir().expect("a temporary folder") };
        project.write_all(files);
        project
    }

    /// Writes these files, by path.
    pub(crate) fn write_all(&self, files: &[(String, String)]) {
        for (path, text) in files {
            let path = self.path(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, text).expect("written");
        }
    }

    /// The path of a file or folder in the project.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the file can be read")
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(path), bytes).expect("the file can be written");
    }

    /// Replaces a text that has to be in the file.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Runs `cargo xtask` with these arguments on the project.
    pub(crate) fn xtask(&self, arguments: &[&str]) -> Ran {
        xtask_in(self.root.path(), arguments)
    }

    /// Every file below a folder: path and bytes, by path.
    pub(crate) fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), "", &mut files);
        files
    }
}

/// Runs `cargo xtask` with these arguments on the folder `root`.
pub(crate) fn xtask_in(root: &Path, arguments: &[&str]) -> Ran {
    let root = root.to_str().expect("a temporary folder has a readable name");
    let cli = Cli::try_parse_from(["xtask", "--root", root].iter().chain(arguments))
        .expect("well-formed arguments");
    let mut output = Vec::new();
    let result = xtask::run(&cli, &mut Console::plain(&mut output, 100));
    // Paths of temporary folders differ from run to run.
    let output = String::from_utf8(output).expect("output is UTF-8").replace(root, "PROJECT");
    Ran { output, result }
}

/// The catalog and the FAQ in every locale of the project in `root`.
pub(crate) fn localized(root: &Path) -> (Catalog, Vec<LocalizedFaq>) {
    let project = xtask::Project::read(root).expect("the project can be read");
    let checked = project.check(&Policy::default());
    let faqs = project.resolve(&checked, &Withheld::default());
    (project.catalog, faqs)
}

/// The catalog of this repository, which says on which terms a release may be used.
pub(crate) static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| xtask::Project::read(&repository()).expect("the project can be read").catalog);

/// Every file of a release of these.
pub(crate) fn emit(faqs: &[LocalizedFaq]) -> Vec<OutputFile> {
    let reference = LocaleTag::parse("en-US").expect("a tag");
    let release = Release {
        reference: &reference,
        faqs,
        negotiation: &BTreeMap::new(),
        catalog: &CATALOG,
        revision: None,
        base_url: None,
        heading_level: HeadingLevel::default(),
        encodings: &[],
    };
    faq_emit::release(&release).expect("the files can be made")
}

/// The FAQ in every locale of an example tree, by tag.
pub(crate) fn localize(example: &str) -> Vec<LocalizedFaq> {
    let example = Example::parse(example).expect("a well-formed example");
    let catalog = example.catalog.as_ref().expect("the example has a catalog");
    let checked = example.check();
    resolve_all(
        catalog,
        &example.registry,
        &checked.locales,
        &checked.reviews,
        &Withheld::default(),
    )
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the entry can be read");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("the type can be read").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("the entry can be read").file_name()).collect();
    names.sort();
    for name in names {
        let path = folder.join(&name);
        let shown = format!("{prefix}{}", name.to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{shown}/"), files);
        } else {
            files.push((shown, fs::read(path).expect("the file can be read")));
        }
    }
}
