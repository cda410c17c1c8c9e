//! Removing what no pointer needs any more.
//!
//! A file that nothing needs may be needed in a moment: by a publisher who found it there and has not created its pointer yet. So
//! a sweep leaves a mark, then publishes, and only then removes. Who began before loses the sequence; who begins after sees the mark and
//! does not begin. The mark of one who was killed is forgotten after a while and taken away by whoever comes next; so that a sweep
//! which only slept does not go on, it looks before each file whether the mark is still its own.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use faq_bundle::{
    CURRENT, MANIFEST, MANIFESTS, Manifest, OBJECTS, POINTERS, RECALLS, manifest_path,
    pointer_path, recalls_path,
};

use crate::{
    Error, Place,
    kinds::{Lasting, plain_attributes},
    pointers,
};

/// Where the mark is.
pub(crate) const MARK: &str = "sweeping.json";
/// How often a sweep says that it is still there.
const RENEWED: Duration = Duration::from_mins(1);
/// After so many seconds without that, a mark is that of one who was killed. Several times as long, since clocks differ.
const FORGOTTEN: u64 = 10 * 60;

/// Says to all that a sweep is under way.
pub(crate) struct Mark {
    publication: String,
    /// The time when it was set, in seconds since 1970, and on a clock that stands still while the machine sleeps: then the mark looks older than it is.
    set: (u64, Instant),
    renewed: Instant,
}

/// What live pointers need.
#[derive(Default)]
struct Live {
    /// Pointers that are not live.
    dead: Vec<String>,
    /// Manifests, lists of recalls and files by their content.
    reachable: BTreeSet<String>,
    /// Files under their own paths.
    pages: BTreeSet<String>,
}

/// Refuses to begin something while a sweep is under way. A mark that is forgotten is taken away.
pub(crate) async fn refuse_while_under_way(place: &Place, now: u64) -> Result<(), Error> {
    let Some(mark) = place.get(MARK).await? else { return Ok(()) };
    let renewed = renewed(&mark);
    // A mark of tomorrow is that of a clock that is wrong, and would stay in force for a day.
    if now.abs_diff(renewed) <= FORGOTTEN {
        return Err(Error::Swept(renewed.saturating_add(FORGOTTEN)));
    }
    place.delete(MARK).await
}

impl Mark {
    /// Leaves the mark.
    pub(crate) async fn set(place: &Place, now: u64, publication: &str) -> Result<Self, Error> {
        let begun = Instant::now();
        let mark = Self { publication: publication.to_owned(), set: (now, begun), renewed: begun };
        let attributes = plain_attributes(MARK, Lasting::UntilTheNext);
        refuse_while_under_way(place, now).await?;
        if place.create(MARK, mark.text().as_bytes(), &attributes).await? {
            Ok(mark)
        } else {
            Err(Error::Swept(now.saturating_add(FORGOTTEN)))
        }
    }

    /// Takes the mark away where nothing was published after all.
    pub(crate) async fn withdraw(self, place: &Place) -> Result<(), Error> {
        if self.is_there(place).await? { place.delete(MARK).await } else { Ok(()) }
    }

    /// Removes what no live pointer can reach and says how many files that were. Live are the newest `keep`, the newest of all,
    /// and every one that has not expired.
    pub(crate) async fn sweep(
        mut self,
        place: &Place,
        keep: usize,
        now: u64,
    ) -> Result<usize, Error> {
        let removed = self.remove(place, keep, now).await;
        self.withdraw(place).await?;
        removed
    }

    async fn remove(&mut self, place: &Place, keep: usize, now: u64) -> Result<usize, Error> {
        let live = live(place, keep, now).await?;
        // Pointers first: what is left of a sweep that fails is only too much.
        let mut doomed = live.dead;
        for folder in [MANIFESTS, RECALLS, OBJECTS] {
            let there = place.list(folder).await?;
            doomed.extend(there.into_iter().filter(|path| !live.reachable.contains(path)));
        }
        for path in &doomed {
            self.hold(place).await?;
            place.delete(path).await?;
        }
        let is_ours = |path: &str| {
            let folder = path.split('/').next().unwrap_or_default();
            [OBJECTS, MANIFESTS, POINTERS, RECALLS].contains(&folder) || live.pages.contains(path)
        };
        Ok(doomed.len() + place.remove_unfinished(now, is_ours)?)
    }

    /// Goes on only while the mark is this one, and says now and then that this sweep is still there.
    async fn hold(&mut self, place: &Place) -> Result<(), Error> {
        if !self.is_there(place).await? {
            return Err(Error::TakenOver);
        }
        if self.renewed.elapsed() >= RENEWED {
            let attributes = plain_attributes(MARK, Lasting::UntilTheNext);
            place.put(MARK, self.text().as_bytes(), &attributes).await?;
            self.renewed = Instant::now();
        }
        Ok(())
    }

    async fn is_there(&self, place: &Place) -> Result<bool, Error> {
        let mark: Option<serde_json::Value> =
            place.get(MARK).await?.and_then(|mark| serde_json::from_slice(&mark).ok());
        Ok(mark.is_some_and(|mark| mark.get("publication") == Some(&(&*self.publication).into())))
    }

    fn text(&self) -> String {
        let (set, begun) = self.set;
        let now = set.saturating_add(begun.elapsed().as_secs());
        format!("{{\"renewed\": {now}, \"publication\": \"{}\"}}\n", self.publication)
    }
}

/// When a mark was left or renewed; one that cannot be read is old.
fn renewed(mark: &[u8]) -> u64 {
    let mark: Option<serde_json::Value> = serde_json::from_slice(mark).ok();
    mark.and_then(|mark| mark.get("renewed")?.as_u64()).unwrap_or_default()
}

/// What the live pointers need. If that cannot be told, nothing may be removed.
async fn live(place: &Place, keep: usize, now: u64) -> Result<Live, Error> {
    let mut live =
        Live { pages: [CURRENT, MANIFEST, MARK].map(str::to_owned).into(), ..Live::default() };
    for (age, sequence) in pointers::sequences(place).await?.into_iter().rev().enumerate() {
        let (pointer, _) = pointers::read(place, sequence).await?;
        if age >= keep.max(1) && pointer.expires <= now {
            live.dead.push(pointer_path(sequence));
            continue;
        }
        let path = manifest_path(&pointer.manifest);
        live.reachable.extend(pointer.recalls.map(|hash| recalls_path(&hash.0)));
        if live.reachable.insert(path.clone()) {
            let bytes = place.read(&path).await?;
            let manifest = Manifest::parse_bytes(&bytes);
            let manifest = manifest.map_err(|error| Error::Malformed(path, error))?;
            live.reachable.extend(manifest.forms().map(|form| form.object_path()));
            live.pages.extend(manifest.forms().map(|form| form.path()));
        }
    }
    Ok(live)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_when_it_was_renewed_and_half_a_mark_is_an_old_one() {
        let begun = Instant::now();
        let mark = Mark { publication: "0".repeat(32), set: (1000, begun), renewed: begun };
        assert!((1000..1060).contains(&renewed(mark.text().as_bytes())));
        assert_eq!(renewed(br#"{"renewed": 10"#), 0);
    }
}
