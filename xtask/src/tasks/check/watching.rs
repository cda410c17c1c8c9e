//! `check --watch`: judges again after each save, until Ctrl-C or until nobody reads the reports any more.

use std::{iter, path::Path, time::Duration};

use chrono::NaiveDate;
use faq_check::{Outcome, Sources};

use super::{Args, Format, check_project, show};
use crate::{
    Console, Error,
    console::print_error,
    disk::is_there,
    timings::clock,
    wanted::Wanted,
    watch::{Changes, Update, Watched},
};

/// Keeps a tree in memory and checks again what each save can change.
pub(super) fn tree(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let folders = || iter::once(root).chain(args.tree.reference_dir.as_deref());
    let mut watching = Watching::of(args, Changes::of(folders())?);
    loop {
        match watching.follow(root, today, console) {
            Ok(Some(outcome)) => return Ok(outcome),
            Ok(None) => {}
            Err(error) => watching.wait_after(error)?,
        }
        // Whatever came, went or was linked is watched before it is read.
        match Changes::of(folders()) {
            Ok(changes) => watching.changes = changes,
            Err(error) if !is_there(root) => return Err(error),
            Err(error) => watching.say(&error),
        }
    }
}

/// Checks this project again after each save. It is small: all of it is read anew.
pub(super) fn project(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let changes = Changes::of([root.join("locales").as_path()])?;
    let mut watching = Watching::of(args, changes);
    loop {
        match check_project(root, args, today, console) {
            Ok(outcome) if console.is_closed() => return Ok(outcome),
            Ok(_) => {
                watching.has_reported();
                args.say_time("everything was judged", watching.noticed);
                watching.noticed = watching.changes.wait()?.noticed;
            }
            Err(error) => watching.wait_after(error)?,
        }
    }
}

/// A check that is repeated.
struct Watching<'a> {
    args: &'a Args,
    changes: Changes,
    /// When that was noticed for which everything is read.
    noticed: Duration,
    /// Whether there was a report: what is wrong from then on can be mended while it waits.
    is_begun: bool,
    /// What was wrong last. It is not said again for every save that does not mend it.
    said: String,
}

impl<'a> Watching<'a> {
    fn of(args: &'a Args, changes: Changes) -> Self {
        Self { args, changes, noticed: clock(), is_begun: false, said: String::new() }
    }

    /// Reads and judges all of a tree, and then again what each save can change, until the tree has to be read again, or nobody
    /// reads the reports any more; then it says what came of the last one.
    fn follow(
        &mut self,
        root: &Path,
        today: NaiveDate,
        console: &mut Console<'_>,
    ) -> Result<Option<Outcome>, Error> {
        let args = self.args;
        let policy = args.policy(args.tree.plain_policy(root, today)?);
        let mut watched = Watched::new(root, args.list(root)?, &policy)?;
        let mut outcome = show_watched(root, args, &watched, console)?;
        self.has_reported();
        args.say_time("everything was judged", self.noticed);
        while !console.is_closed() {
            let mut saved = self.changes.first()?;
            let mut update = watched.update(&saved);
            while self.changes.goes_on(&mut saved) {
                update = update.then(watched.update(&saved));
            }
            match update {
                Update::Nothing => {}
                Update::ReadAgain => {
                    self.noticed = saved.noticed;
                    return Ok(None);
                }
                Update::Judged(files) => {
                    outcome = show_watched(root, args, &watched, console)?;
                    self.has_reported();
                    args.say_time(&format!("{files} files were judged again"), saved.noticed);
                }
            }
        }
        Ok(Some(outcome))
    }

    fn has_reported(&mut self) {
        self.is_begun = true;
        self.said.clear();
    }

    /// Says what is wrong and waits for the next save, which may mend it; gives up where none can.
    fn wait_after(&mut self, error: Error) -> Result<(), Error> {
        if !self.is_begun || matches!(error, Error::Write(_) | Error::NoMoreChanges) {
            return Err(error);
        }
        self.say(&error);
        self.noticed = self.changes.wait()?.noticed;
        Ok(())
    }

    fn say(&mut self, error: &Error) {
        let text = error.to_string();
        if self.said != text {
            print_error(error);
            self.said = text;
        }
    }
}

fn show_watched(
    root: &Path,
    args: &Args,
    watched: &Watched<'_>,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let (mut findings, mut summary) = watched.findings();
    let wanted = Wanted::of(root, &args.paths, &args.locales, watched.registry())?;
    wanted.narrow(&mut findings, &mut summary, watched.paths())?;
    // Only excerpts are made of the texts, and a large tree has thousands.
    let sources = match args.format {
        Format::Text => watched.sources(),
        Format::Json | Format::Github | Format::Sarif | Format::Junit => Sources::default(),
    };
    show(root, args, &mut findings, summary, &sources, console)
}
