//! `cargo xtask sync [TAG…]`: brings languages in step with the reference.

use std::path::Path;

use faq_check::{Outcome, Plurals, sanitize};
use faq_content::{LocaleTag, MalformedFile};
use faq_l10n::{
    CannotSync, Content, Ledger, LocaleFolder, NamedText, PluralForms, Sync, SyncInput, entries,
    in_step, sync,
};

use crate::{Console, Error, disk, mending::Change, output::replace_together, project::Project};

/// Arguments of `sync`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The languages [default: all].
    #[arg(value_name = "TAG")]
    pub locales: Vec<String>,

    /// Show the lines that would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let (mut changes, mut lines) = (Vec::new(), Vec::new());
    for tag in wanted(&project, &args.locales)? {
        let folder = folder(&project, tag.as_str())?;
        let synced = synced(root, &project, tag, folder)?;
        if !synced.changes.is_empty() || synced.note.is_some() {
            lines.push(format!("{}: {}", sanitize(&folder.path), synced.summary()));
        }
        changes.extend(synced.changes);
    }
    if args.dry_run {
        for change in &changes {
            console.write(&change.diff(console.colour))?;
        }
    } else {
        replace_together(root, &changes)?;
    }
    if changes.is_empty() {
        lines.push("every language asked for is in step".to_owned());
    } else if args.dry_run {
        lines.push("nothing was written".to_owned());
    }
    lines.iter().try_for_each(|line| console.line(line))?;
    Ok(Outcome::Clean)
}

/// The languages that are asked for, in the order of the registry.
fn wanted<'p>(project: &'p Project, tags: &[String]) -> Result<Vec<&'p LocaleTag>, Error> {
    let reference = project.registry.reference();
    let all: Vec<&LocaleTag> = project
        .registry
        .locales()
        .iter()
        .map(|locale| &locale.tag)
        .filter(|tag| *tag != reference)
        .collect();
    if let Some(unknown) = tags.iter().find(|tag| all.iter().all(|it| it.as_str() != *tag)) {
        let there: Vec<&str> = all.iter().map(|it| it.as_str()).collect();
        return Err(Error::Usage(format!(
            "there is no language of translations `{}`\n  help: there are: {}",
            sanitize(unknown),
            there.join(", ")
        )));
    }
    let is_wanted = |tag: &&LocaleTag| tags.is_empty() || tags.iter().any(|it| tag.as_str() == it);
    Ok(all.into_iter().filter(is_wanted).collect())
}

/// A language in step.
struct Synced {
    sync: Sync,
    changes: Vec<Change>,
    /// What a person has to do.
    note: Option<String>,
}

fn synced(
    root: &Path,
    project: &Project,
    tag: &LocaleTag,
    folder: &LocaleFolder,
) -> Result<Synced, Error> {
    let reference = named_texts(project, project.registry.reference().as_str())?;
    let files = named_texts(project, tag.as_str())?;
    let obsolete_path = folder.path_of(LocaleFolder::OBSOLETE);
    let obsolete = disk::read_text_if_there(root, &obsolete_path)?.unwrap_or_default();
    let asked = project.catalog.messages().into_iter().map(|it| it.id).collect();
    let sync = sync(SyncInput {
        reference: &reference,
        files: &files,
        obsolete: &obsolete,
        asked: &asked,
        forms: &forms_of(tag),
    })
    .map_err(|error| refused(folder, &error))?;
    let mut changes: Vec<Change> = Vec::new();
    let mut change = |path: String, before: &str, after: &str| {
        if before != after {
            changes.push(Change { path, before: before.to_owned(), after: after.to_owned() });
        }
    };
    for NamedText { name, text } in &sync.files {
        let before = files.iter().find(|it| it.name == *name).map_or("", |it| &it.text);
        change(folder.path_of(name), before, text);
    }
    change(obsolete_path, &obsolete, &sync.obsolete);
    let path = folder.path_of(Ledger::FILE);
    let before = disk::read_text_if_there(root, &path)?;
    let is_begun = files.iter().any(|it| !entries(&it.text).is_empty());
    let mut note = None;
    if before.is_none() && is_begun {
        note = Some(format!(
            "there is no {}: `cargo xtask review start {tag}` makes it",
            Ledger::FILE
        ));
    } else {
        let before = before.unwrap_or_default();
        change(path.clone(), &before, &ledger(&path, &before, &asked)?);
    }
    Ok(Synced { sync, changes, note })
}

/// The ledger with a block for every message; as it is where it has them all.
fn ledger(
    path: &str,
    before: &str,
    asked: &std::collections::BTreeSet<String>,
) -> Result<String, Error> {
    let malformed = |error: faq_l10n::Malformed| {
        MalformedFile::at(path, before, &error.span, error.message).help(error.help)
    };
    let old = match before {
        "" => Ledger::default(),
        text => Ledger::parse(text).map_err(malformed)?,
    };
    let new = in_step(&old, asked.iter().map(String::as_str));
    Ok(if new == old && !before.is_empty() { before.to_owned() } else { new.to_string() })
}

impl Synced {
    fn summary(&self) -> String {
        let Sync { missing, removed, restored, .. } = &self.sync;
        let count = |ids: &[String], what: &str, plural: &str| match ids {
            [] => None,
            [id] => Some(format!("`{id}` {what}")),
            ids => Some(format!("{} texts {plural}", ids.len())),
        };
        let parts = [
            count(missing, "waits for its translation", "wait for their translation"),
            count(removed, "was moved to obsolete.ftl", "were moved to obsolete.ftl"),
            count(restored, "came back from obsolete.ftl", "came back from obsolete.ftl"),
            self.note.clone(),
        ];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        if said.is_empty() { "brought in step".to_owned() } else { said.join("; ") }
    }
}

fn refused(folder: &LocaleFolder, error: &CannotSync) -> Error {
    let help = match error {
        CannotSync::Reference(_) => "mend it first; `cargo xtask check` shows where",
        CannotSync::File(..) => "mend the file first; `cargo xtask check` shows what is wrong",
    };
    Error::Usage(format!("{}: {error}\n  help: {help}", sanitize(&folder.path)))
}

fn folder<'p>(project: &'p Project, name: &str) -> Result<&'p LocaleFolder, Error> {
    let found = project.tree.folders.iter().find(|it| it.name == name);
    found.ok_or_else(|| Error::Usage(format!("there is no folder `{name}`")))
}

/// The files of a language. One of which not everything is known is refused: it would be taken for one that lacks texts.
pub(super) fn named_texts(project: &Project, name: &str) -> Result<Vec<NamedText>, Error> {
    let text = |file: &faq_l10n::SourceFile| match &file.content {
        Content::Text(text) => Ok(NamedText { name: file.name.clone(), text: text.clone() }),
        Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => {
            Err(Error::NoText(file.path.clone().into()))
        }
    };
    folder(project, name)?.files.iter().map(text).collect()
}

/// The plural forms of a language.
pub(super) fn forms_of(tag: &LocaleTag) -> PluralForms {
    PluralForms::new(&Plurals::cardinal(tag).reachable, &Plurals::ordinal(tag).reachable)
}
