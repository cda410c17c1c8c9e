//! `cargo xtask fmt`: brings the locales' files into their usual form.

use std::path::Path;

use faq_check::{Outcome, sanitize};
use faq_l10n::{Content, LocaleFolder, SourceFile, canonical};
use rayon::prelude::*;

use crate::{
    Console, Error,
    mending::Change,
    subject::{Subject, TreeArgs, concerns},
};

/// Flags of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only these files or folders.
    pub paths: Vec<String>,

    /// Write nothing; fail where a file is not in its usual form.
    #[arg(long)]
    pub check: bool,

    /// What to format.
    #[command(flatten)]
    pub tree: TreeArgs,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let changes = changes(root, args)?;
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
fn changes(root: &Path, args: &Args) -> Result<Vec<Change>, Error> {
    let tree = Subject::read(root, &args.tree, None)?.tree;
    // A reference that lies elsewhere is no part of the tree.
    let elsewhere = args.tree.reference_dir.as_ref().and(args.tree.reference.as_deref());
    let wanted = |folder: &&LocaleFolder| {
        args.tree.wants(Some(&folder.name)) && elsewhere != Some(folder.name.as_str())
    };
    let files: Vec<&SourceFile> =
        tree.folders.iter().filter(wanted).flat_map(|it| &it.files).collect();
    let change = |file: &&SourceFile| match &file.content {
        Content::Text(before) if concerns(&args.paths, &file.path) => Some(Change {
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
