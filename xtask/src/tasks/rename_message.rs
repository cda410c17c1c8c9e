//! `cargo xtask rename-message OLD NEW`: gives a text another name, wherever the name stands.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use faq_check::{Outcome, Pairing, Waivers, sanitize, texts};
use faq_content::{Catalog, CatalogFile, IdChange, MalformedFile};
use faq_emit::INTERFACE_TEXTS;
use faq_l10n::{
    Content, Ledger, LocaleFiles, LocaleFolder, Malformed, MinorEdits, Scope, entries, fingerprint,
    quoted, rename_ids,
};

use crate::{Console, Error, disk, mending::Change, output::replace_together, project::Project};

/// Arguments of `rename-message`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Name of the text: what stands before the `=`, with the `-` of a term.
    #[arg(allow_hyphen_values = true)]
    pub old: String,

    /// The name that it is to have.
    #[arg(allow_hyphen_values = true)]
    pub new: String,

    /// Show the lines that would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let change = id_change(&project.catalog, args)?;
    let names = match &change {
        Some(change) => change.messages(&project.catalog).into_iter().collect(),
        None => BTreeMap::from([(args.old.clone(), args.new.clone())]),
    };
    refuse(&project, &names, args)?;
    let mut changes = Vec::new();
    for folder in &project.tree.folders {
        changes.extend(in_texts(root, folder, &names)?);
    }
    let same = same_texts(&project, &changes, &names);
    for folder in &project.tree.folders {
        let is_reference = folder.name == project.registry.reference().as_str();
        let names = Names { names: &names, same: &same };
        changes.extend(in_settings(root, folder, &names, is_reference)?);
    }
    if let Some(change) = &change {
        changes.extend(in_catalog(root, &project.registry.catalog, change)?);
    }
    if args.dry_run {
        changes.iter().try_for_each(|it| console.write(&it.diff(console.colour)))?;
    } else {
        replace_together(root, &changes)?;
    }
    let would = if args.dry_run { "would be" } else { "is now" };
    for (old, new) in &names {
        console.line(&format!("`{old}` {would} `{new}`"))?;
    }
    if let Some((old, new)) = change.as_ref().and_then(IdChange::anchor) {
        console
            .line(&format!("links to `#{old}` lead to `#{new}`: the old id stays as an alias"))?;
    }
    Ok(Outcome::Clean)
}

/// What is called otherwise in what is recorded of texts.
struct Names<'n> {
    /// Ids by what they were.
    names: &'n BTreeMap<String, String>,
    /// Fingerprints by what they were.
    same: &'n BTreeMap<String, String>,
}

/// Names are part of fingerprints, and a name is no other text: what is recorded of the old ones holds for the new ones. The
/// fingerprints that change, of all texts, renamed or not: one may refer to what is renamed.
fn same_texts(
    project: &Project,
    changes: &[Change],
    names: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut renamed = project.tree.folders.clone();
    for file in renamed.iter_mut().flat_map(|folder| &mut folder.files) {
        if let Some(change) = changes.iter().find(|it| it.path == file.path) {
            file.content = Content::Text(change.after.clone());
        }
    }
    let before = known_texts(project, &project.tree.folders, &str::to_owned);
    let after =
        known_texts(project, &renamed, &|id| names.get(id).map_or(id, String::as_str).to_owned());
    before.into_iter().zip(after).filter(|(old, new)| old != new).collect()
}

/// The fingerprints to which ledgers and waivers are bound, in an order that no name changes.
fn known_texts(
    project: &Project,
    folders: &[LocaleFolder],
    name_of: &dyn Fn(&str) -> String,
) -> Vec<String> {
    let reference = project.registry.reference().as_str();
    let of_reference = folders.iter().find(|it| it.name == reference);
    let of_reference = of_reference.map(|it| LocaleFiles::parse(it, Scope::Locale));
    let mut known = Vec::new();
    for folder in folders {
        let files = LocaleFiles::parse(folder, Scope::Locale);
        let facts = project.catalog.facts();
        known.extend(files.messages().map(|(place, _)| fingerprint(&[(&files, place)], facts)));
        let waivers = Waivers::of(folder.setting(Waivers::FILE)).unwrap_or_default().waivers;
        let other = of_reference.as_ref().filter(|_| folder.name != reference);
        let pairing = other.map(|other| Pairing::of(&files, other));
        for waiver in &waivers {
            let id = name_of(waiver.message.get_ref());
            let bound = texts(&files, pairing.as_ref().zip(other), &id, None);
            known.extend(bound.into_iter().map(|(_, text)| text));
        }
    }
    known
}

/// The change of the catalog by which the text is called so; none where the catalog does not ask for it.
fn id_change(catalog: &Catalog, args: &Args) -> Result<Option<IdChange>, Error> {
    let Args { old, new, .. } = args;
    if INTERFACE_TEXTS.iter().any(|id| old.strip_prefix("interface-") == Some(id)) {
        return Err(Error::Usage(format!(
            "the pages ask for `{}` by its name\n  help: change `faq-emit` with it, by hand",
            sanitize(old)
        )));
    }
    catalog.id_change(old, new).map_err(|error| {
        Error::Usage(format!("`{}` cannot be called `{}`: {error}", sanitize(old), sanitize(new)))
    })
}

/// A name that is nobody's, or that is somebody's already, and one that is none.
fn refuse(project: &Project, names: &BTreeMap<String, String>, args: &Args) -> Result<(), Error> {
    let usage = |message: String| Err(Error::Usage(message));
    let [old, new] = [&args.old, &args.new].map(sanitize);
    let is_name = |id: &str| {
        let id = id.strip_prefix('-').unwrap_or(id);
        id.starts_with(|it: char| it.is_ascii_alphabetic())
            && id.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'))
    };
    if old == new {
        return usage(format!(
            "`{old}` is called so already\n  help: name what it is to be called"
        ));
    }
    if !is_name(&args.new) || args.old.starts_with('-') != args.new.starts_with('-') {
        return usage(format!(
            "`{old}` cannot be called `{new}`\n  help: a name is made of letters, digits, `-` and `_`; that of a term starts with `-`, and no other does"
        ));
    }
    let files = project.tree.folders.iter().flat_map(|it| &it.files);
    let mut known: BTreeSet<String> =
        files.flat_map(|it| entries(it.content.text())).map(|it| it.id.to_owned()).collect();
    known.extend(project.catalog.messages().into_iter().map(|it| it.id));
    if !known.contains(&args.old) {
        let near = |id: &&String| strsim::jaro_winkler(id, &args.old);
        let nearest = known.iter().max_by(|a, b| near(a).total_cmp(&near(b)));
        let help = nearest.filter(|it| near(it) > 0.8).map_or_else(
            || "`cargo xtask export en-US` and the like list the names".to_owned(),
            |id| format!("did you mean `{id}`?"),
        );
        return usage(format!("there is no text `{old}`\n  help: {help}"));
    }
    match names.values().find(|it| known.contains(*it) && !names.contains_key(*it)) {
        Some(taken) => usage(format!(
            "there is a text `{taken}` already\n  help: choose another name, or remove that text first"
        )),
        None => Ok(()),
    }
}

/// What changes in the texts of a locale, those that were moved out included.
fn in_texts(
    root: &Path,
    folder: &LocaleFolder,
    names: &BTreeMap<String, String>,
) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for file in &folder.files {
        match &file.content {
            Content::Text(text) => changes.extend(in_file(&file.path, text, names)?),
            Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => {
                return Err(Error::NoText(file.path.clone().into()));
            }
        }
    }
    let path = folder.path_of(LocaleFolder::OBSOLETE);
    if let Some(text) = disk::read_text_if_there(root, &path)? {
        changes.extend(in_file(&path, &text, names)?);
    }
    Ok(changes)
}

/// What changes in what is recorded of the texts of a locale.
fn in_settings(
    root: &Path,
    folder: &LocaleFolder,
    new: &Names<'_>,
    is_reference: bool,
) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    let mut setting = |name: &str, renamed: &dyn Fn(&str) -> Result<String, Malformed>| {
        let path = folder.path_of(name);
        let Some(before) = disk::read_text_if_there(root, &path)? else { return Ok(()) };
        let mut after = renamed(&before).map_err(|error| {
            MalformedFile::at(&path, &before, &error.span, error.message).help(error.help)
        })?;
        for (old, new) in new.same {
            after = after.replace(&quoted(old), &quoted(new));
        }
        changes.extend((before != after).then_some(Change { path, before, after }));
        Ok::<(), Error>(())
    };
    if is_reference {
        setting(Ledger::FILE, &|text| in_minor_edits(text, new.names))?;
    } else {
        setting(Ledger::FILE, &|text| in_ledger(text, new.names))?;
    }
    setting(Waivers::FILE, &|text| in_waivers(text, new.names))?;
    Ok(changes)
}

fn in_file(
    path: &str,
    before: &str,
    names: &BTreeMap<String, String>,
) -> Result<Option<Change>, Error> {
    let after = rename_ids(before, names).map_err(|error| {
        MalformedFile::at(path, before, &(error.at..error.at), error.to_string())
            .help("mend it first; `cargo xtask check` shows what is wrong")
    })?;
    let change = Change { path: path.to_owned(), before: before.to_owned(), after };
    Ok((change.before != change.after).then_some(change))
}

fn in_ledger(text: &str, names: &BTreeMap<String, String>) -> Result<String, Malformed> {
    let mut ledger = Ledger::parse(text)?;
    let moved: Vec<_> = names
        .iter()
        .filter_map(|(old, new)| Some((new.clone(), ledger.records.remove(old)?)))
        .collect();
    if moved.is_empty() {
        return Ok(text.to_owned());
    }
    ledger.records.extend(moved);
    Ok(ledger.to_string())
}

fn in_minor_edits(text: &str, names: &BTreeMap<String, String>) -> Result<String, Malformed> {
    let mut minor = MinorEdits::parse(text)?;
    let before = minor.clone();
    for edit in &mut minor.edits {
        if let Some(new) = names.get(&edit.message) {
            edit.message.clone_from(new);
        }
    }
    Ok(if minor == before { text.to_owned() } else { minor.to_string() })
}

fn in_waivers(text: &str, names: &BTreeMap<String, String>) -> Result<String, Malformed> {
    let waivers = Waivers::parse(text)?.waivers;
    let places = waivers
        .iter()
        .filter_map(|waiver| Some((waiver.message.span(), names.get(waiver.message.get_ref())?)));
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(span, _)| span.start);
    let mut new = text.to_owned();
    for (span, name) in places.into_iter().rev() {
        new.replace_range(span, &quoted(name));
    }
    Ok(new)
}

fn in_catalog(root: &Path, folder: &str, change: &IdChange) -> Result<Vec<Change>, Error> {
    let files = disk::read_catalog(root, folder)?;
    let renamed =
        |file: &CatalogFile| CatalogFile { path: file.path.clone(), text: change.in_file(file) };
    let after: Vec<CatalogFile> = files.iter().map(renamed).collect();
    // What would be no catalog is refused before anything is written.
    Catalog::parse(&after)?;
    let changes = files.into_iter().zip(after).filter(|(before, after)| before.text != after.text);
    let change = |(before, after): (CatalogFile, CatalogFile)| Change {
        path: before.path,
        before: before.text,
        after: after.text,
    };
    Ok(changes.map(change).collect())
}
