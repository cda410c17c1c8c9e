//! `cargo xtask review`: what is recorded of translations, and recording it.

mod accept;
mod diff;
mod minor;
mod refresh;
mod show;
mod start;
mod todo;

use std::path::Path;

use chrono::NaiveDate;
use faq_check::{Checked, Outcome, sanitize};
use faq_content::MalformedFile;
use faq_l10n::{Ledger, LocaleFolder, LocaleReviews, Malformed, Refused};

use crate::{
    Console, Error, disk,
    output::{replace_file, replace_text},
    project::Project,
};

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Args {
    /// Make the ledger of each language that has none.
    Start(start::Args),
    /// Show what there is to do in a language, the most urgent first.
    Todo(todo::Args),
    /// Show what is known of texts.
    Show(show::Args),
    /// Record translations as made from what the reference says today.
    Refresh(refresh::Args),
    /// Sign that translations say what the reference says.
    Accept(accept::Args),
    /// Record that a change of the reference is none that a translation has to follow.
    AcceptMinor(minor::Args),
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?.on(today);
    let checked = project.check(&project.policy);
    let desk = Desk { root, project: &project, checked: &checked, today };
    match args {
        Args::Start(args) => start::run(&desk, args, console),
        Args::Todo(args) => todo::run(&desk, args, console),
        Args::Show(args) => show::run(&desk, args, console),
        Args::Refresh(args) => refresh::run(&desk, args, console),
        Args::Accept(args) => accept::run(&desk, args, console),
        Args::AcceptMinor(args) => minor::run(&desk, args, console),
    }?;
    Ok(Outcome::Clean)
}

/// What lies before whoever reviews.
struct Desk<'d> {
    root: &'d Path,
    project: &'d Project,
    checked: &'d Checked<'d>,
    today: NaiveDate,
}

/// The ledger of one locale, as it lies on the disk.
struct Opened<'d> {
    /// Path below the root.
    path: String,
    /// What stands in the file; none where there is no file.
    text: Option<String>,
    states: &'d LocaleReviews,
}

impl<'d> Desk<'d> {
    /// The ledger of the locale with this tag, which is not the reference.
    fn open(&self, tag: &str) -> Result<Opened<'d>, Error> {
        let registry = &self.project.registry;
        let locale = registry.get(tag).ok_or_else(|| {
            let there: Vec<&str> = registry.locales().iter().map(|it| it.tag.as_str()).collect();
            let help = format!("there are: {}", there.join(", "));
            Error::Usage(format!("there is no language `{}`\n  help: {help}", sanitize(tag)))
        })?;
        if locale.tag == *registry.reference() {
            return Err(Error::Usage(format!(
                "`{tag}` is the reference, which is translated from nothing\n  help: name a translation"
            )));
        }
        let states = self.checked.reviews.of(&locale.tag);
        let states = states.ok_or_else(|| Error::Usage(format!("`{tag}` was not read")))?;
        let (path, text) = self.read(locale.tag.as_str())?;
        Ok(Opened { path, text, states })
    }

    /// Path and text of the `review.toml` of a locale.
    fn read(&self, tag: &str) -> Result<(String, Option<String>), Error> {
        let folder: Option<&LocaleFolder> =
            self.project.tree.folders.iter().find(|folder| folder.name == tag);
        let path = folder.map_or_else(|| Ledger::FILE.to_owned(), |it| it.path_of(Ledger::FILE));
        // Read anew, because a link is refused here and passed over there.
        let text = disk::read_text_if_there(self.root, &path)?;
        let judged = folder.and_then(|it| it.setting(Ledger::FILE)).map(|it| it.content.text());
        if judged != text.as_deref() {
            return Err(Error::Changed(self.root.join(&path)));
        }
        Ok((path, text))
    }

    /// Makes the file consist of `new`, unless nothing is to be written.
    fn write(
        &self,
        (path, old): (&str, Option<&str>),
        new: &str,
        dry_run: bool,
    ) -> Result<(), Error> {
        match old {
            _ if dry_run => Ok(()),
            Some(old) => replace_text(self.root, path, old, new),
            None => replace_file(&self.root.join(path), new.as_bytes()),
        }
    }
}

impl Opened<'_> {
    /// What is recorded, or why that cannot be read.
    fn ledger(&self) -> Result<Ledger, Error> {
        let Some(text) = &self.text else { return Ok(Ledger::default()) };
        Ledger::parse(text).map_err(|error| malformed(&self.path, text, error))
    }
}

fn malformed(path: &str, text: &str, error: Malformed) -> Error {
    MalformedFile::at(path, text, &error.span, error.message).help(error.help).into()
}

fn refused(refused: &Refused) -> Error {
    Error::Usage(refused.to_string())
}

/// The words of a flag, on one line.
pub(super) fn words(flag: &str, text: &str) -> Result<String, Error> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Err(Error::Usage(format!("`{flag}` says nothing")));
    }
    Ok(sanitize(words.join(" ")))
}
