//! A small tree written as one text: the form of the examples in rule pages and of the fixtures in tests.

use std::fmt;

use crate::{CheckInput, Checked, Policy, Profile, check};
use chrono::NaiveDate;
use faq_content::{Catalog, CatalogFile, MalformedFile};
use faq_l10n::{Content, LocaleFolder, LocaleRegistry, LocaleTree, Reviewers, SourceFile};

/// A tree of locales that stands in one text, its files parted by lines `--- path`.
///
/// `catalog.toml`, `locales.toml`, `policy.toml` and `reviewers.toml` may be among the files. Without the second, `en-US` is the reference and every other
/// folder a `preview` locale. All other paths are `<tag>/<file>`.
#[derive(Clone, Debug)]
pub struct Example {
    /// The locale folders.
    pub tree: LocaleTree,
    /// The registry.
    pub registry: LocaleRegistry,
    /// The catalog, where there is one.
    pub catalog: Option<Catalog>,
    /// How bad findings are, and who may review.
    pub policy: Policy,
}

/// Why a text is no example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExampleError {
    /// The catalog, the registry, the policy or the list of reviewers in it cannot be read.
    Malformed(MalformedFile),
    /// A path that is none of the above.
    Path(String),
}

impl Example {
    /// Reads an example.
    pub fn parse(text: &str) -> Result<Self, ExampleError> {
        let content = |(path, text): (&str, String)| (path.to_owned(), Content::Text(text));
        Self::of_files(files(text).into_iter().map(content).collect())
    }

    /// An example of these files, by path.
    pub fn of_files(files: Vec<(String, Content)>) -> Result<Self, ExampleError> {
        let mut tree = LocaleTree::default();
        let mut catalog = Vec::new();
        let (mut registry, mut policy) = (None, Policy::default());
        let mut reviewers = Reviewers::default();
        for (path, content) in files {
            match path.rsplit_once('/') {
                None if path == "catalog.toml" => {
                    catalog.push(CatalogFile { text: content.text().to_owned(), path });
                }
                None if path == "locales.toml" => registry = Some(content.text().to_owned()),
                None if path == "policy.toml" => {
                    policy = Policy::parse(&path, content.text(), Profile::Prose)
                        .map_err(ExampleError::Malformed)?;
                }
                None if path == "reviewers.toml" => {
                    reviewers =
                        Reviewers::parse(&path, content.text()).map_err(ExampleError::Malformed)?;
                }
                None => return Err(ExampleError::Path(path)),
                Some((folder, name)) => {
                    let (folder, name) = (folder.to_owned(), name.to_owned());
                    let file = SourceFile { path, name, content };
                    add_file(&mut tree, folder, file);
                }
            }
        }
        let registry = registry.unwrap_or_else(|| default_registry(&tree));
        let registry =
            LocaleRegistry::parse("locales.toml", &registry).map_err(ExampleError::Malformed)?;
        let catalog = match catalog.as_slice() {
            [] => None,
            files => Some(Catalog::parse(files).map_err(ExampleError::Malformed)?),
        };
        let policy = policy.reviewed_by(reviewers).of_locales(&registry);
        Ok(Self { tree, registry, catalog, policy })
    }
}

impl Example {
    /// The day on which examples are judged, where none is given.
    pub const DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 6, 30) {
        Some(day) => day,
        None => NaiveDate::MIN,
    };

    /// Judges the example as prose, or as what its policy says.
    pub fn check(&self) -> Checked<'_> {
        self.check_on(Some(Self::DAY))
    }

    /// Judges the example on that day.
    pub fn check_on(&self, today: Option<NaiveDate>) -> Checked<'_> {
        let Self { tree, registry, catalog, policy } = self;
        let mut policy = policy.clone();
        policy.today = today;
        check(CheckInput { tree, registry, catalog: catalog.as_ref(), policy: &policy })
    }
}

impl fmt::Display for ExampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => malformed.fmt(f),
            Self::Path(path) => {
                write!(
                    f,
                    "`{path}` is neither `catalog.toml`, `locales.toml`, `policy.toml`, `reviewers.toml` nor `<tag>/<file>`"
                )
            }
        }
    }
}

impl std::error::Error for ExampleError {}

/// What a rule says about a tree, as a terminal without colours would show it. For tests of rules.
#[cfg(test)]
pub(crate) fn report(rule: &str, tree: &str) -> String {
    let example = Example::parse(tree).unwrap_or_else(|error| panic!("{error}"));
    let mut checked = example.check();
    checked.findings.retain(|finding| finding.rule == rule);
    if checked.findings.is_empty() {
        return String::new();
    }
    let style = crate::Style { colour: false, width: 100, most: usize::MAX };
    crate::report::excerpts(&checked.findings, &crate::Sources::of(&example.tree), style)
}

/// The parts of the files that a rule's findings stand at, in order. For tests of rules.
#[cfg(test)]
pub(crate) fn places(rule: &str, tree: &str) -> Vec<String> {
    let example = Example::parse(tree).unwrap_or_else(|error| panic!("{error}"));
    let files: Vec<&SourceFile> =
        example.tree.folders.iter().flat_map(|folder| &folder.files).collect();
    let findings = example.check().findings.into_iter().filter(|finding| finding.rule == rule);
    findings
        .map(|finding| {
            let file = files.iter().find(|file| *file.path == *finding.path);
            let text = file.map_or("", |file| file.content.text());
            text.get(finding.span).unwrap_or_default().to_owned()
        })
        .collect()
}

fn add_file(tree: &mut LocaleTree, folder: String, file: SourceFile) {
    let index = tree.folders.iter().position(|known| known.path == folder);
    let index = index.unwrap_or_else(|| {
        tree.folders.push(LocaleFolder {
            name: folder.clone(),
            path: folder,
            ..LocaleFolder::default()
        });
        tree.folders.len() - 1
    });
    let Some(known) = tree.folders.get_mut(index) else { return };
    if LocaleFolder::SETTINGS.contains(&file.name.as_str()) {
        known.settings.push(file);
    } else {
        known.files.push(file);
    }
}

fn files(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match (line.strip_prefix("--- "), files.last_mut()) {
            (Some(path), _) => files.push((path.trim_end(), String::new())),
            (None, Some((_, content))) => content.push_str(line),
            (None, None) => {}
        }
    }
    files
}

fn default_registry(tree: &LocaleTree) -> String {
    let mut registry = "format = 1\ncatalog = \"catalog\"\nreference = \"en-US\"\n".to_owned();
    for folder in &tree.folders {
        let tier = if folder.name == "en-US" { "released" } else { "preview" };
        registry.push_str(&format!(
            "[[locale]]\ntag = \"{0}\"\nendonym = \"{0}\"\ntier = \"{tier}\"\n",
            folder.name
        ));
    }
    registry
}
