//! Waits for files to be saved.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::{
    Error,
    disk::{folders_below, real_path},
    timings::clock,
};

/// Changes of files below some folders, as they come.
pub struct Changes {
    /// Held so that it goes on watching.
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Changes {
    /// Starts watching. Links in the folders are not followed; the paths that come are [real](real_path) ones.
    pub fn of<'f>(folders: impl IntoIterator<Item = &'f Path>) -> Result<Self, Error> {
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(sender, config).map_err(Error::Watch)?;
        for folder in folders {
            let folder = real_path(folder)?;
            if watcher.watch(&folder, RecursiveMode::Recursive).is_err() {
                watch_each(&mut watcher, &folder)?;
            }
        }
        Ok(Self { _watcher: watcher, events })
    }

    /// Waits until something was saved. Where nothing else can come, that is [`Error::NoMoreChanges`].
    pub fn wait(&self) -> Result<Saved, Error> {
        let mut saved = self.first()?;
        while self.goes_on(&mut saved) {}
        Ok(saved)
    }

    /// As [`Self::wait`], as soon as something of it is noticed: ask then whether it [goes on](Self::goes_on).
    pub(crate) fn first(&self) -> Result<Saved, Error> {
        loop {
            let event = self.events.recv().map_err(|_| Error::NoMoreChanges)?;
            let noticed = clock();
            let mut saved = Saved { paths: BTreeSet::new(), is_all: false, noticed, last: noticed };
            saved.take(event);
            if saved.is_all || !saved.paths.is_empty() {
                return Ok(saved);
            }
        }
    }

    /// Whether there is more of it: an editor that saves a file makes several events of that. Waits for it no longer than is left
    /// of the time that they take.
    pub(crate) fn goes_on(&self, saved: &mut Saved) -> bool {
        saved.go_on(&self.events)
    }
}

/// Watches every folder that can be watched; one may be gone by now, or nobody may read it.
fn watch_each(watcher: &mut RecommendedWatcher, folder: &Path) -> Result<(), Error> {
    for folder in folders_below(folder) {
        match watcher.watch(&folder, RecursiveMode::NonRecursive) {
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                return Err(Error::Watch(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// So long there has to be no event before what was saved counts as saved.
const SETTLE: Duration = Duration::from_millis(3);

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    /// The files.
    pub(crate) paths: BTreeSet<PathBuf>,
    /// Whether it may be anything: the system did not keep count, or could not watch something.
    pub(crate) is_all: bool,
    /// When the first of it was noticed.
    pub(crate) noticed: Duration,
    /// When the last of it was.
    last: Duration,
}

impl Saved {
    /// Takes what comes until the time is over, and whatever has come by then. Returns whether anything did.
    fn go_on(&mut self, events: &Receiver<notify::Result<Event>>) -> bool {
        let mut goes_on = false;
        loop {
            let left = SETTLE.saturating_sub(clock().saturating_sub(self.last));
            // That somebody reads the file, as whoever watches it does, is an event too, and nothing that was saved.
            let left = if goes_on { Duration::ZERO } else { left };
            let Ok(event) = events.recv_timeout(left) else { return goes_on };
            goes_on |= self.take(event);
        }
    }

    /// Whether the event is about something that was saved.
    fn take(&mut self, event: notify::Result<Event>) -> bool {
        match event {
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => return false,
            Ok(event) => {
                self.is_all |= event.need_rescan();
                self.paths.extend(event.paths);
            }
            Err(_) => self.is_all = true,
        }
        self.last = clock();
        true
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, ModifyKind};

    use super::*;

    #[test]
    fn who_reads_a_file_does_not_end_the_wait_for_who_saves_it() {
        let (sender, events) = mpsc::channel();
        let now = clock();
        let mut saved = Saved { paths: BTreeSet::new(), is_all: false, noticed: now, last: now };
        let event = |kind| Ok(Event::new(kind).add_path("de/a.ftl".into()));
        sender.send(event(EventKind::Access(AccessKind::Read))).expect("somebody waits");
        assert!(!saved.go_on(&events));
        assert!(clock().saturating_sub(now) >= SETTLE && saved.paths.is_empty());
        sender.send(event(EventKind::Modify(ModifyKind::Any))).expect("somebody waits");
        assert!(saved.go_on(&events));
        assert_eq!(saved.paths.len(), 1);
    }

    #[test]
    fn where_the_system_lost_count_anything_may_have_been_saved() {
        let now = clock();
        let event = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        for event in [Ok(event), Err(notify::Error::new(ErrorKind::MaxFilesWatch))] {
            let mut saved =
                Saved { paths: BTreeSet::new(), is_all: false, noticed: now, last: now };
            assert!(saved.take(event) && saved.is_all);
        }
    }
}
