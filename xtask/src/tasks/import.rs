//! `cargo xtask import FILE`: takes what somebody translated in another tool.

use std::path::{Path, PathBuf};

use faq_check::{Outcome, sanitize};
use faq_content::MalformedFile;
use faq_exchange::{Exchange, Format, Import, Problem, import, largest_file};
use faq_l10n::Content;

use super::export::LocalePair;
use crate::{Console, Error, disk, mending::Change, output::replace_file, project::Project};

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file of XLIFF, PO, CSV, TMX or TBX.
    pub file: PathBuf,

    /// The language, where the file does not say [default: what the file says].
    #[arg(long, value_name = "TAG")]
    pub locale: Option<String>,

    /// Show the lines that would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let shown = args.file.to_string_lossy();
    let text = disk::read_given(&args.file, largest_file())?;
    let malformed = |problem: Problem| {
        let malformed = MalformedFile::at(&shown, &text, &problem.span, problem.message);
        Error::Malformed(match problem.help {
            Some(help) => malformed.help(help),
            None => malformed,
        })
    };
    let format = Format::of(&shown, &text).map_err(malformed)?;
    let exchange = format.read(&text).map_err(malformed)?;
    let locale = locale(&exchange, args.locale.as_deref())?;
    let project = Project::read(root)?;
    let pair = LocalePair::of(&project, &locale)?;
    refuse_unreadable(&pair)?;
    let [reference, files] = pair.sources();
    let import = import(&exchange, pair.languages(), &reference, &files).map_err(malformed)?;
    let (changes, new) = changes(&pair, &import);
    if args.dry_run {
        for change in changes.iter().chain(&new) {
            console.write(&change.diff(console.colour))?;
        }
    } else {
        changes.iter().try_for_each(|change| change.write(root))?;
        new.iter().try_for_each(|it| replace_file(&root.join(&it.path), it.after.as_bytes()))?;
    }
    report(&import, args.dry_run, console)?;
    Ok(Outcome::Clean)
}

/// The language of a file: what it says, or what the flag says; the two have to agree.
fn locale(exchange: &Exchange, flag: Option<&str>) -> Result<String, Error> {
    // Other systems write tags with underscores.
    let said = exchange.locale.replace('_', "-");
    match flag {
        Some(flag) if !said.is_empty() && !said.eq_ignore_ascii_case(flag) => {
            Err(Error::Usage(format!("the file is in `{}`, not in `{flag}`", sanitize(&said))))
        }
        Some(flag) => Ok(flag.to_owned()),
        None if said.is_empty() => Err(Error::Usage(
            "the file does not say which language it is in\n  help: name it with `--locale`"
                .to_owned(),
        )),
        None => Ok(said),
    }
}

/// A file of which not everything is known must not be taken for one that lacks texts.
fn refuse_unreadable(pair: &LocalePair<'_>) -> Result<(), Error> {
    let unread = pair.folder.files.iter().find(|file| !matches!(file.content, Content::Text(_)));
    unread.map_or(Ok(()), |file| Err(Error::NoText(PathBuf::from(&file.path))))
}

/// The files that change, and those that are new.
fn changes(pair: &LocalePair<'_>, import: &Import) -> (Vec<Change>, Vec<Change>) {
    let change = |file: &faq_exchange::ImportedFile| {
        let before = pair.folder.files.iter().find(|it| it.name == file.name);
        let change = Change {
            path: pair.folder.path_of(&file.name),
            before: before.map_or("", |it| it.content.text()).to_owned(),
            after: file.text.clone(),
        };
        (change, before.is_some())
    };
    let (old, new): (Vec<_>, Vec<_>) =
        import.files.iter().map(change).partition(|(_, is_old)| *is_old);
    let only = |all: Vec<(Change, bool)>| all.into_iter().map(|(it, _)| it).collect();
    (only(old), only(new))
}

fn report(import: &Import, dry_run: bool, console: &mut Console<'_>) -> Result<(), Error> {
    for left in &import.left {
        console.line(&format!("`{}` was left out: {}", sanitize(&left.id), left.why))?;
    }
    let new = import.messages.iter().filter(|it| it.is_new).count();
    console.line(&format!(
        "{}{} changed, {new} new, {} as they were, {} left out",
        if dry_run { "nothing was written; this would be: " } else { "" },
        import.messages.len() - new,
        import.unchanged,
        import.left.len(),
    ))?;
    if !import.messages.is_empty() && !dry_run {
        console.line("what came in is a draft; `cargo xtask check` says whether all is well")?;
    }
    Ok(())
}
