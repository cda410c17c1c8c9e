//! The files of a locale after an import.

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::{FtlEdit, edit};

use super::ImportedFile;
use crate::{export::FtlSource, problem::Problem};

/// A change of one message.
pub(super) struct Edit {
    pub(super) entry: String,
    /// What it is to follow, if it is new.
    pub(super) after: Option<String>,
    pub(super) is_new: bool,
    pub(super) id: String,
    pub(super) at: usize,
}

/// The text of each file that changes.
pub(super) fn changed_files(
    files: &[FtlSource<'_>],
    edits: &BTreeMap<String, Vec<Edit>>,
) -> Result<Vec<ImportedFile>, Problem> {
    let mut texts: BTreeMap<&str, String> =
        files.iter().map(|file| (file.name, file.text.to_owned())).collect();
    let mut changed = BTreeSet::new();
    for (file, edit) in
        edits.iter().flat_map(|(file, edits)| edits.iter().map(move |it| (file.as_str(), it)))
    {
        let has = |text: &str, id: &str| faq_l10n::entries(text).iter().any(|it| it.id == id);
        let home = texts.iter().find(|(_, text)| !edit.is_new && has(text, &edit.id));
        let home = home.map_or(file, |(name, _)| *name);
        let text = texts.entry(home).or_default();
        *text = edit.apply(text)?;
        changed.insert(home);
    }
    let changed = changed.into_iter().filter_map(|name| {
        let text = texts.get(name)?.clone();
        Some(ImportedFile { name: name.to_owned(), text })
    });
    Ok(changed.collect())
}

impl Edit {
    fn apply(&self, text: &str) -> Result<String, Problem> {
        let entry = self.entry.as_str();
        let has = |id: &&String| faq_l10n::entries(text).iter().any(|it| it.id == id.as_str());
        let change = match self.after.as_ref().filter(has) {
            _ if !self.is_new => FtlEdit::Replace { entry },
            Some(id) => FtlEdit::InsertAfter { id, entry },
            None => FtlEdit::Append { entry },
        };
        edit(text, &[change]).map_err(|error| {
            Problem::at(self.at, format!("the file of `{}` cannot be changed: {error}", self.id))
        })
    }
}
