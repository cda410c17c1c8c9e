//! What a locale has and the reference has not, and that nothing of the locale refers to.

use std::collections::BTreeSet;

use super::{NamedText, kept::unread};
use crate::{
    editing::entries,
    ftl_file::FtlFile,
    outline::{Kind, Outline, Target},
};

/// Ids of it; a term's has its `-`. What is defined more than once is left out: there is no saying which is meant.
pub(super) fn unused(files: &[NamedText], is_wanted: impl Fn(&str) -> bool) -> BTreeSet<&str> {
    let ids: Vec<&str> = files.iter().flat_map(|it| entries(&it.text)).map(|it| it.id).collect();
    let is_one = |id: &str| ids.iter().filter(|it| **it == id).count() == 1;
    // What cannot be read may refer to anything that it names.
    let unread: String = files.iter().flat_map(|it| unread(&it.text)).collect();
    let mut unused: BTreeSet<&str> = ids
        .iter()
        .copied()
        .filter(|id| !is_wanted(id) && is_one(id) && !unread.contains(id))
        .collect();
    let parsed: Vec<FtlFile<'_>> =
        files.iter().map(|it| FtlFile::parse(&it.name, &it.name, &it.text)).collect();
    loop {
        let outlines = parsed.iter().flat_map(|file| file.outlines.iter());
        let used: BTreeSet<String> = outlines
            .filter(|it| !unused.contains(fluent_id(*it).as_str()))
            .flat_map(references)
            .collect();
        let before = unused.len();
        unused.retain(|id| !used.contains(*id));
        if unused.len() == before {
            return unused;
        }
    }
}

fn fluent_id(outline: Outline<'_, '_>) -> String {
    match outline.kind() {
        Kind::Message => outline.id().to_owned(),
        Kind::Term => format!("-{}", outline.id()),
    }
}

fn references(outline: Outline<'_, '_>) -> Vec<String> {
    let id = |target: Target<'_>| match target {
        Target::Message(id, _) => Some(id.to_owned()),
        Target::Term(id, _) => Some(format!("-{id}")),
        Target::Variable(_) | Target::Function(_) => None,
    };
    outline.references().iter().filter_map(|it| id(it.target)).collect()
}
