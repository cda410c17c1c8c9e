//! `cargo xtask fmt`: brings the locales' files into their usual form.

use std::path::Path;

use chrono::NaiveDate;
use faq_check::{Outcome, sanitize};
use faq_l10n::{Content, LocaleFolder, SourceFile, canonical};
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
    let changes = changes(root, args, today)?;
    for change in &changes {
        if !args.check {
            change.write(root)?;
        }
        let what = if args.check { "is not in its usual form" } else { "formatted" };
        console.line(&format!("{}: {what}", sanitize(&change.path)))?;
    }
    match (args.check, changes.is_empty()) {
        (_, true) => {
            console.line("every file is in its usual form")?;
            Ok(Outcome::Clean)
        }
        (false, false) => Ok(Outcome::Clean),
        (true, false) => {
            console.line("the same command without `--check` formats them")?;
            Ok(Outcome::Refused)
        }
    }
}

/// Every file that is asked for and that is not in its usual form.
fn changes(root: &Path, args: &Args, today: NaiveDate) -> Result<Vec<Change>, Error> {
    let Subject { tree, registry, .. } = Subject::read(root, &args.tree, &args.locales, today)?;
    let wanted = Wanted::of(root, &args.paths, &args.locales, &registry)?;
    // A reference that lies elsewhere is no part of the tree.
    let elsewhere = args.tree.reference_dir.as_ref().and(args.tree.reference.as_deref());
    let concerned = |folder: &&LocaleFolder| {
        wanted.has_locale(&folder.name) && elsewhere != Some(folder.name.as_str())
    };
    let files: Vec<&SourceFile> =
        tree.folders.iter().filter(concerned).flat_map(|it| &it.files).collect();
    let change = |file: &&SourceFile| match &file.content {
        Content::Text(before) if wanted.has_path(&file.path) => Some(Change {
            path: file.path.clone(),
            before: before.clone(),
            after: canonical(before)?,
        }),
        Content::Text(_) | Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => {
            None
        }
    };
    Ok(files.par_iter().filter_map(change).collect())
}
