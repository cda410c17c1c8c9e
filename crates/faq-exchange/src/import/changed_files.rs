//! The files of a locale after an import.

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::{FtlEdit, edit, entries};

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
    let sources: BTreeMap<&str, &str> = files.iter().map(|file| (file.name, file.text)).collect();
    let ids_of = |text| entries(text).into_iter().map(|it| it.id).collect::<BTreeSet<&str>>();
    let mut ids: BTreeMap<&str, BTreeSet<&str>> =
        sources.iter().map(|(name, text)| (*name, ids_of(text))).collect();
    let mut by_file: BTreeMap<&str, Vec<(&Edit, FtlEdit<'_>)>> = BTreeMap::new();
    for (file, edit) in
        edits.iter().flat_map(|(file, edits)| edits.iter().map(move |it| (file.as_str(), it)))
    {
        let home = ids.iter().find(|(_, ids)| !edit.is_new && ids.contains(edit.id.as_str()));
        let home = home.map_or(file, |(name, _)| *name);
        let there = ids.entry(home).or_default();
        by_file.entry(home).or_default().push((edit, edit.in_file_with(there)));
        there.insert(&edit.id);
    }
    let changed = by_file.into_iter().map(|(name, edits)| {
        let text = changed(sources.get(name).copied().unwrap_or_default(), &edits)?;
        Ok(ImportedFile { name: name.to_owned(), text })
    });
    changed.collect()
}

/// A file after its edits, all at once: each time it is read as a whole.
fn changed(text: &str, edits: &[(&Edit, FtlEdit<'_>)]) -> Result<String, Problem> {
    let all: Vec<FtlEdit<'_>> = edits.iter().map(|(_, edit)| *edit).collect();
    edit(text, &all).map_err(|error| {
        // Which one it is shows the first that cannot be made alone; a new one may lack what it is to follow.
        let fails = |(of, it): &&(&Edit, FtlEdit<'_>)| !of.is_new && edit(text, &[*it]).is_err();
        let at = edits.iter().find(fails).or(edits.first()).map(|(it, _)| (it.at, it.id.as_str()));
        let (at, id) = at.unwrap_or_default();
        Problem::at(at, format!("the file of `{id}` cannot be changed: {error}"))
            .help("`cargo xtask check` shows what is wrong with the file")
    })
}

impl Edit {
    /// What is done in a file in which these messages and terms are.
    fn in_file_with(&self, ids: &BTreeSet<&str>) -> FtlEdit<'_> {
        let entry = self.entry.as_str();
        match self.after.as_deref().filter(|id| ids.contains(id)) {
            _ if !self.is_new => FtlEdit::Replace { entry },
            Some(id) => FtlEdit::InsertAfter { id, entry },
            None => FtlEdit::Append { entry },
        }
    }
}
