//! A small tree written as one text: the form of the examples in rule pages and of the fixtures in tests.

use std::fmt;

use crate::{CheckInput, Checked, Policy, check};
use chrono::NaiveDate;
use faq_content::{Catalog, CatalogFile, MalformedFile};
use faq_l10n::{Content, LocaleFolder, LocaleRegistry, LocaleTree, SourceFile};

/// A tree of locales that stands in one text, its files parted by lines `--- path`.
///
/// `catalog.toml` and `locales.toml` may be among the files. Without the second, `en-US` is the reference and every other
/// folder a `preview` locale. All other paths are `<tag>/<file>`.
#[derive(Clone, Debug)]
pub struct Example {
    /// The locale folders.
    pub tree: LocaleTree,
    /// The registry.
    pub registry: LocaleRegistry,
    /// The catalog, where there is one.
    pub catalog: Option<Catalog>,
}

/// Why a text is no example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExampleError {
    /// The catalog or the registry in it cannot be read.
    Malformed(MalformedFile),
    /// A path that is none of the above.
    Path(String),
}

impl Example {
    /// Reads an example.
    pub fn parse(text: &str) -> Result<Self, ExampleError> {
        let mut tree = LocaleTree::default();
        let mut catalog = Vec::new();
        let mut registry = None;
        for (path, text) in files(text) {
            match path.rsplit_once('/') {
                None if path == "catalog.toml" => {
                    catalog.push(CatalogFile { path: path.to_owned(), text });
                }
                None if path == "locales.toml" => registry = Some(text),
                None => return Err(ExampleError::Path(path.to_owned())),
                Some((folder, name)) => {
                    let file = SourceFile {
                        path: path.to_owned(),
                        name: name.to_owned(),
                        content: Content::Text(text),
                    };
                    let index = tree.folders.iter().position(|known| known.path == folder);
                    let index = index.unwrap_or_else(|| {
                        tree.folders.push(LocaleFolder {
                            name: folder.to_owned(),
                            path: folder.to_owned(),
                            ..LocaleFolder::default()
                        });
                        tree.folders.len() - 1
                    });
                    let Some(known) = tree.folders.get_mut(index) else { continue };
                    if LocaleFolder::SETTINGS.contains(&name) {
                        known.settings.push(file);
                    } else {
                        known.files.push(file);
                    }
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
        Ok(Self { tree, registry, catalog })
    }
}

impl Example {
    /// Judges the example as prose.
    pub fn check(&self) -> Checked<'_> {
        self.check_on(None)
    }

    /// Judges the example as prose, on that day.
    pub fn check_on(&self, today: Option<NaiveDate>) -> Checked<'_> {
        let mut policy = Policy::default();
        policy.today = today;
        let Self { tree, registry, catalog } = self;
        check(CheckInput { tree, registry, catalog: catalog.as_ref(), policy: &policy })
    }
}

impl fmt::Display for ExampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => malformed.fmt(f),
            Self::Path(path) => {
                write!(f, "`{path}` is neither `catalog.toml`, `locales.toml` nor `<tag>/<file>`")
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
