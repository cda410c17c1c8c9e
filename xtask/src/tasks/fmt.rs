//! `cargo xtask fmt`: brings the locales' files into their usual form.

use std::path::Path;

use chrono::NaiveDate;
use faq_check::{Outcome, sanitize};
use faq_l10n::{Content, LocaleFolder, SourceFile, can_be_formatted, canonical};
use rayon::prelude::*;

use crate::{
    Console, Error,
    mending::Change,
    subject::{Subject, TreeArgs},
    wanted::Wanted,
};

/// Flags of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only these files or folders.
    pub paths: Vec<String>,

    /// Write nothing; fail where a file is not in its usual form.
    #[arg(long)]
    pub check: bool,

    /// Only this locale (repeatable).
    #[arg(long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,

    /// What to format.
    #[command(flatten)]
    pub tree: TreeArgs,
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let Found { changes, unreadable } = find(root, args, today)?;
    for path in &unreadable {
        let text = "cannot be read as it is and was left alone; `cargo xtask check` says why";
        console.line(&format!("{}: {text}", sanitize(path)))?;
    }
    for change in &changes {
        if !args.check {
            change.write(root)?;
        }
        let what = if args.check { "is not in its usual form" } else { "formatted" };
        console.line(&format!("{}: {what}", sanitize(&change.path)))?;
    }
    match (args.check, changes.is_empty()) {
        (_, true) if unreadable.is_empty() => {
            console.line("every file is in its usual form")?;
            Ok(Outcome::Clean)
        }
        (_, true) => Ok(Outcome::Refused),
        (false, false) if unreadable.is_empty() => Ok(Outcome::Clean),
        (false, false) => Ok(Outcome::Refused),
        (true, false) => {
            console.line("the same command without `--check` formats them")?;
            Ok(Outcome::Refused)
        }
    }
}

/// What there is to do.
struct Found {
    /// Every file that is not in its usual form.
    changes: Vec<Change>,
    /// Paths of files that no form can be given to.
    unreadable: Vec<String>,
}

/// Looks at every file that is asked for.
fn find(root: &Path, args: &Args, today: NaiveDate) -> Result<Found, Error> {
    let Subject { tree, registry, .. } = Subject::read(root, &args.tree, &args.locales, today)?;
    let wanted = Wanted::of(root, &args.paths, &args.locales, &registry)?;
    // A reference that lies elsewhere is no part of the tree.
    let elsewhere = args.tree.reference_dir.as_ref().and(args.tree.reference.as_deref());
    let concerned = |folder: &&LocaleFolder| {
        wanted.has_locale(&folder.name) && elsewhere != Some(folder.name.as_str())
    };
    let files = tree.folders.iter().filter(concerned).flat_map(|it| &it.files);
    let files: Vec<&SourceFile> = files.filter(|file| wanted.has_path(&file.path)).collect();
    wanted.paths_are_among(&files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>())?;
    let unreadable = files.iter().filter(|file| match &file.content {
        Content::Text(text) => !can_be_formatted(text),
        Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => true,
    });
    let unreadable = unreadable.map(|file| file.path.clone()).collect();
    let change = |file: &&SourceFile| match &file.content {
        Content::Text(before) => Some(Change {
            path: file.path.clone(),
            before: before.clone(),
            after: canonical(before)?,
        }),
        Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => None,
    };
    Ok(Found { changes: files.par_iter().filter_map(change).collect(), unreadable })
}
