//! `cargo xtask import FILE`: takes what somebody translated in another tool.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Outcome, sanitize};
use faq_content::{Freshness, MalformedFile};
use faq_exchange::{Exchange, Format, Import, Problem, import, largest_file};
use faq_l10n::{Content, Ledger, SourceFile, refresh};

use super::review::words;
use crate::{
    Console, Error, disk, locale_pair::LocalePair, mending::Change, output::replace_together,
    project::Project,
};

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file of XLIFF, PO, CSV, TMX or TBX.
    pub file: PathBuf,

    /// The language, where the file does not say [default: what the file says].
    #[arg(long, value_name = "TAG")]
    pub locale: Option<String>,

    /// Who translated it, for the review ledger.
    #[arg(long, value_name = "NAME")]
    pub translator: Option<String>,

    /// Show the lines that would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let translator =
        args.translator.as_deref().map(|name| words("--translator", name)).transpose()?;
    let shown = args.file.to_string_lossy();
    let text = disk::read_given(&args.file, largest_file())?;
    let malformed = |problem: Problem| {
        // What stands in the file could steer a terminal.
        let message = sanitize(problem.message);
        let malformed = MalformedFile::at(&shown, &text, &problem.span, message);
        Error::Malformed(match problem.help {
            Some(help) => malformed.help(sanitize(help)),
            None => malformed,
        })
    };
    let format = Format::of(&shown, &text).map_err(malformed)?;
    let exchange = format.read(&text).map_err(malformed)?;
    let locale = locale(&exchange, args.locale.as_deref())?;
    let project = Project::read(root)?;
    let pair = LocalePair::of(&project, &locale)?;
    pair.refuse_unreadable()?;
    let [reference, files] = pair.sources();
    let import = import(&exchange, pair.languages(), &reference, &files).map_err(malformed)?;
    let mut changes = changes(&pair, &import);
    changes.extend(ledger(&project, &pair, &import, translator.as_deref(), today)?);
    if args.dry_run {
        changes.iter().try_for_each(|it| console.write(&it.diff(console.colour)))?;
    } else {
        replace_together(root, &changes)?;
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

/// The files that change or are new.
fn changes(pair: &LocalePair<'_>, import: &Import) -> Vec<Change> {
    let change = |file: &faq_exchange::ImportedFile| {
        let before = pair.folder.files.iter().find(|it| it.name == file.name);
        Change {
            path: pair.folder.path_of(&file.name),
            before: before.map_or("", |it| it.content.text()).to_owned(),
            after: file.text.clone(),
        }
    };
    import.files.iter().map(change).collect()
}

/// The review ledger, in which what came in is made from what the reference says today, and a draft. None where there is no
/// ledger or nothing to record.
fn ledger(
    project: &Project,
    pair: &LocalePair<'_>,
    import: &Import,
    translator: Option<&str>,
    today: NaiveDate,
) -> Result<Option<Change>, Error> {
    let Some(file) = pair.folder.setting(Ledger::FILE) else { return Ok(None) };
    let ledger = Ledger::of(Some(file)).map_err(|error| {
        MalformedFile::at(&file.path, file.content.text(), &error.span, error.message)
            .help(error.help)
    })?;
    let Some(ledger) = ledger else { return Ok(None) };
    let mut after = pair.folder.clone();
    for imported in &import.files {
        let content = Content::Text(imported.text.clone());
        match after.files.iter_mut().find(|it| it.name == imported.name) {
            Some(file) => file.content = content,
            None => after.files.push(SourceFile {
                path: after.path_of(&imported.name),
                name: imported.name.clone(),
                content,
            }),
        }
    }
    let states = &pair.reviews(project, &after, Some(&ledger), today);
    // Terms have no record of their own, and of a text that was away and is back as it was nothing is new.
    let known = |id: &&String| {
        let record = ledger.records.get(id.as_str());
        states.get(id).filter(|it| it.translation.is_some()).is_some_and(|it| {
            record.is_none_or(|old| {
                old.translation != it.translation || old.reference.as_ref() != it.source.as_deref()
            })
        })
    };
    let stale = |id: &&String| states.get(id).is_some_and(|it| it.freshness == Freshness::Stale);
    let refused = |error: faq_l10n::Refused| Error::Usage(error.to_string());
    // Of a stale message of which a part was not looked at nothing is said.
    let taken = import.messages.iter().filter(|it| it.is_whole || !stale(&&it.id));
    let taken: Vec<String> = taken.map(|it| &it.id).filter(known).cloned().collect();
    let confirmed: Vec<String> = import.confirmed.iter().filter(stale).cloned().collect();
    let new = refresh(&ledger, states, &taken, translator, false).map_err(refused)?;
    let new = refresh(&new, states, &confirmed, translator, true).map_err(refused)?;
    let before = file.content.text().to_owned();
    let change = Change { path: file.path.clone(), before, after: new.to_string() };
    Ok(Some(change).filter(|_| new != ledger))
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
