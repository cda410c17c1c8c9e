//! A small tree of locales as texts, by path.

use std::collections::BTreeMap;

use faq_check::{Example, ExampleError};

use crate::notation::{content_of, spell_out};

/// The files of a small tree of locales, by path, as [`Example`] knows them. Bytes that are no text are written `⟦FF⟧`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Text by path.
    pub files: BTreeMap<String, String>,
}

impl Tree {
    /// The text of a file; empty where there is none.
    pub fn text(&self, path: &str) -> &str {
        self.files.get(path).map_or("", String::as_str)
    }

    /// The same tree with this file.
    #[must_use]
    pub fn with(&self, path: &str, text: impl Into<String>) -> Self {
        let mut tree = self.clone();
        tree.files.insert(path.to_owned(), text.into());
        tree
    }

    /// The same tree without this file.
    #[must_use]
    pub fn without(&self, path: &str) -> Self {
        let mut tree = self.clone();
        tree.files.remove(path);
        tree
    }

    /// The tree as it is judged.
    pub fn example(&self) -> Result<Example, ExampleError> {
        Example::of_files(
            self.files.iter().map(|(path, text)| (path.clone(), content_of(text))).collect(),
        )
    }

    /// The same tree with everything spelled out that nobody sees.
    pub(crate) fn spelled_out(&self) -> Self {
        Self {
            files: self.files.iter().map(|(path, text)| (path.clone(), spell_out(text))).collect(),
        }
    }
}
