//! Keeps the files of a locale in step with those of the reference: what is missing waits in one block at the end of its file, what
//! the reference no longer has is moved out, and what was moved out comes back when the reference has it again.
//!
//! Every translated byte and every comment stays; what cannot be read stays where it is.

mod kept;
mod obsolete;
mod unused;
mod waiting;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::{
    editing::{CannotEdit, FtlEdit, FtlEntry, edit, entries},
    ledger::Ledger,
    offers::{offer, offered_id},
    plural_variants::PluralForms,
    starting::start_file,
};
use kept::{is_kept, lost_ids};
use waiting::{Waiting, Waits};

/// A Fluent file: its name below the locale, by which files of two locales are known to be the same, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What a locale is brought in step by.
#[derive(Clone, Copy, Debug)]
pub struct SyncInput<'a> {
    /// The files of the reference.
    pub reference: &'a [NamedText],
    /// The files of the locale.
    pub files: &'a [NamedText],
    /// What was moved out earlier.
    pub obsolete: &'a str,
    /// Ids that are asked for even where the reference lacks them: nothing of theirs is moved out.
    pub asked: &'a BTreeSet<String>,
    /// The plural forms of the locale.
    pub forms: &'a PluralForms,
}

/// A locale in step with the reference. Ids are as in the files: a term's has its `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sync {
    /// The files that the locale had, and those that it lacked.
    pub files: Vec<NamedText>,
    /// What is moved out; empty where nothing ever was.
    pub obsolete: String,
    /// What waits anew for its translation.
    pub missing: Vec<String>,
    /// What was moved out now.
    pub removed: Vec<String>,
    /// What came back.
    pub restored: Vec<String>,
}

/// Why a locale cannot be brought in step. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotSync {
    /// A text in this file of the reference cannot be read, and would be taken for one that is gone.
    Reference(String),
    /// This file of the locale cannot be changed.
    File(String, CannotEdit),
}

/// Brings a locale in step with the reference. Doing it twice changes nothing more.
pub fn sync(input: SyncInput<'_>) -> Result<Sync, CannotSync> {
    let unread = input.reference.iter().find(|it| !kept::unread(&it.text).is_empty());
    if let Some(NamedText { name, .. }) = unread {
        return Err(CannotSync::Reference(name.clone()));
    }
    let (reference, present) = (all(input.reference), all(input.files));
    let wanted: BTreeMap<&str, FtlEntry<'_>> = reference.iter().map(|it| (it.id, *it)).collect();
    let removed =
        unused::unused(input.files, |id| wanted.contains_key(id) || input.asked.contains(id));
    let mut known: BTreeSet<&str> = present.iter().map(|it| it.id).collect();
    known.extend(input.files.iter().flat_map(|it| lost_ids(&it.text)));
    let missing = |known: &BTreeSet<&str>, id: &str| !known.contains(id);
    let back = wanted.keys().copied().filter(|id| missing(&known, id));
    let (rest, restored) = obsolete::take(input.obsolete, back);
    known.extend(restored.iter().map(|it| it.id));
    let mut offered = BTreeSet::new();
    for NamedText { name, text } in input.files {
        let (text, _) = without(name, text, &removed)?;
        offered.extend(text.lines().filter_map(offered_id).map(str::to_owned));
    }
    let mut syncing = Syncing {
        waiting: Waiting { wanted: &wanted, known: &known, forms: input.forms },
        restored: &restored,
        removed: &removed,
        offered,
        done: Sync { obsolete: rest, ..Sync::default() },
    };
    let lacked =
        input.reference.iter().filter(|it| input.files.iter().all(|file| file.name != it.name));
    for NamedText { name, text } in input.files {
        let reference = input.reference.iter().find(|it| it.name == *name);
        syncing.file(name, text, reference.map_or("", |it| &it.text))?;
    }
    for NamedText { name, text } in lacked {
        let new = start_file(text, input.forms);
        let ids = entries(text).into_iter().map(|it| it.id).filter(|id| missing(&known, id));
        syncing.done.missing.extend(ids.map(str::to_owned));
        syncing.offered.extend(new.lines().filter_map(offered_id).map(str::to_owned));
        syncing.file(name, &new, text)?;
    }
    Ok(syncing.done)
}

fn all(files: &[NamedText]) -> Vec<FtlEntry<'_>> {
    files.iter().flat_map(|it| entries(&it.text)).collect()
}

struct Syncing<'a, 'r> {
    waiting: Waiting<'a, 'r>,
    restored: &'a [FtlEntry<'r>],
    removed: &'a BTreeSet<&'r str>,
    /// What waits already, in whichever file.
    offered: BTreeSet<String>,
    done: Sync,
}

impl Syncing<'_, '_> {
    fn file(&mut self, name: &str, before: &str, reference: &str) -> Result<(), CannotSync> {
        let refused = |reason| CannotSync::File(name.to_owned(), reason);
        let reference = entries(reference);
        let (without, moved) = without(name, before, self.removed)?;
        let Waits { text, mut block, gone } = self.waiting.apart(&without);
        let back = self.back(&text, &reference);
        let insertions: Vec<FtlEdit<'_>> = back.iter().map(|it| it.edit()).collect();
        let text = edit(&text, &insertions).map_err(refused)?;
        for entry in reference.iter().filter(|it| !self.waiting.known.contains(it.id)) {
            if self.offered.insert(entry.id.to_owned()) {
                self.done.missing.push(entry.id.to_owned());
                block.push((entry.id.to_owned(), offer(entry, self.waiting.forms)));
            }
        }
        let place = |id: &str| reference.iter().position(|it| it.id == id).unwrap_or(usize::MAX);
        block.sort_by_key(|(id, _)| place(id));
        let after = waiting::with_block(text, &block, waiting::newline(before));
        let inserted: BTreeSet<&str> = back.iter().map(|it| it.id).collect();
        if !is_kept(&without, &after, &inserted) {
            return Err(refused(CannotEdit::WouldDiffer));
        }
        obsolete::add(&mut self.done.obsolete, &moved, &gone);
        self.done.removed.extend(moved.iter().map(|it| it.id.to_owned()));
        self.done.restored.extend(inserted.into_iter().map(str::to_owned));
        self.done.files.push(NamedText { name: name.to_owned(), text: after });
        Ok(())
    }

    /// What comes back into this file, each behind the text that it follows in the reference.
    fn back<'b>(&self, text: &'b str, reference: &[FtlEntry<'b>]) -> Vec<Back<'b>> {
        let mut here: Vec<&str> = entries(text).into_iter().map(|it| it.id).collect();
        let mut back = Vec::new();
        for (index, entry) in reference.iter().enumerate() {
            let Some(restored) = self.restored.iter().find(|it| it.id == entry.id) else {
                continue;
            };
            let before = reference.iter().take(index).rev().map(|it| it.id);
            let is_one = |id: &&str| here.iter().filter(|it| *it == id).count() == 1;
            let after = before.into_iter().find(is_one);
            here.push(entry.id);
            let entry_text = [restored.comment, restored.text].join("\n");
            let text = entry_text.trim_start_matches('\n').to_owned();
            back.push(Back { id: entry.id, after, text });
        }
        back
    }
}

/// A file without what is moved out, and that.
fn without<'s>(
    name: &str,
    source: &'s str,
    removed: &BTreeSet<&str>,
) -> Result<(String, Vec<FtlEntry<'s>>), CannotSync> {
    let entries = entries(source).into_iter();
    let moved: Vec<FtlEntry<'s>> = entries.filter(|it| removed.contains(it.id)).collect();
    let edits: Vec<FtlEdit<'_>> = moved.iter().map(|it| FtlEdit::Remove { id: it.id }).collect();
    let text = edit(source, &edits).map_err(|it| CannotSync::File(name.to_owned(), it))?;
    Ok((text, moved))
}

/// A translation that comes back.
struct Back<'b> {
    id: &'b str,
    /// The text behind which it is to stand; at the end where there is none.
    after: Option<&'b str>,
    text: String,
}

impl Back<'_> {
    fn edit(&self) -> FtlEdit<'_> {
        match self.after {
            Some(id) => FtlEdit::InsertAfter { id, entry: &self.text },
            None => FtlEdit::Append { entry: &self.text },
        }
    }
}

/// The ledger with a block for each of these messages; all others stay.
pub fn in_step<'i>(ledger: &Ledger, ids: impl IntoIterator<Item = &'i str>) -> Ledger {
    let mut new = ledger.clone();
    for id in ids {
        new.records.entry(id.to_owned()).or_default();
    }
    new
}

impl fmt::Display for CannotSync {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reference(file) => {
                write!(f, "a text in `{file}` of the reference cannot be read")
            }
            Self::File(file, reason) => write!(f, "`{file}` cannot be brought in step: {reason}"),
        }
    }
}

impl std::error::Error for CannotSync {}

#[cfg(test)]
mod tests;
