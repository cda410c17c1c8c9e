//! Removing what no pointer needs any more.
//!
//! A file that nothing needs may be needed in a moment: by a publisher who found it there and has not created its pointer yet. So
//! a sweep leaves a mark, then publishes, and only then removes. Who began before loses the sequence; who begins after sees the mark and
//! does not begin.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use faq_bundle::{
    MANIFESTS, Manifest, OBJECTS, RECALLS, manifest_path, pointer_path, recalls_path,
};

use crate::{
    Error, Place,
    kinds::{Encoding, Lasting, attributes},
    pointers,
};

/// Where the mark is.
pub(crate) const MARK: &str = "sweeping.json";
/// How long a sweep may take.
const LONGEST: Duration = Duration::from_mins(30);
/// After so many seconds a mark is that of one who was killed. Twice as long, since clocks differ.
const FORGOTTEN: u64 = 60 * 60;

/// Says to all that a sweep is under way.
pub(crate) struct Mark {
    begun: Instant,
    is_new: bool,
}

/// Refuses to begin something while a sweep is under way.
pub(crate) async fn refuse_while_under_way(place: &Place, now: u64) -> Result<(), Error> {
    match place.get(MARK).await? {
        Some(mark) if !is_forgotten(&mark, now) => Err(Error::Swept(MARK.to_owned())),
        Some(_) | None => Ok(()),
    }
}

impl Mark {
    /// Leaves the mark.
    pub(crate) async fn set(place: &Place, now: u64, publication: &str) -> Result<Self, Error> {
        let begun = Instant::now();
        let attributes = attributes(MARK, None, Lasting::UntilTheNext);
        let mark = format!("{{\"begun\": {now}, \"publication\": \"{publication}\"}}\n");
        if place.create(MARK, mark.as_bytes(), &attributes).await? {
            return Ok(Self { begun, is_new: true });
        }
        refuse_while_under_way(place, now).await?;
        place.put(MARK, mark.as_bytes(), &attributes).await?;
        Ok(Self { begun, is_new: false })
    }

    /// Takes the mark away where nothing was published after all. One that was left by somebody else may have been taken over by
    /// yet another, whom only the mark protects; it stays until it is forgotten again.
    pub(crate) async fn withdraw(self, place: &Place) -> Result<(), Error> {
        if self.is_new { place.delete(MARK).await } else { Ok(()) }
    }

    /// Removes what no live pointer can reach and says how many files that were. Live are the newest `keep`, the newest of all,
    /// and every one that has not expired.
    pub(crate) async fn sweep(self, place: &Place, keep: usize, now: u64) -> Result<usize, Error> {
        let removed = self.remove(place, keep, now).await;
        place.delete(MARK).await?;
        removed
    }

    async fn remove(&self, place: &Place, keep: usize, now: u64) -> Result<usize, Error> {
        let mut reachable = BTreeSet::new();
        let mut doomed = Vec::new();
        for (age, sequence) in pointers::sequences(place).await?.into_iter().rev().enumerate() {
            let (pointer, _) = pointers::read(place, sequence).await?;
            if age >= keep.max(1) && pointer.expires <= now {
                doomed.push(pointer_path(sequence));
                continue;
            }
            let path = manifest_path(&pointer.manifest);
            reachable.extend(pointer.recalls.map(|hash| recalls_path(&hash.0)));
            if reachable.insert(path.clone()) {
                reachable.extend(objects(place, path).await?);
            }
        }
        // Pointers first: what is left of a sweep that fails is only too much.
        for folder in [MANIFESTS, RECALLS, OBJECTS] {
            let there = place.list(folder).await?;
            doomed.extend(there.into_iter().filter(|path| !reachable.contains(path)));
        }
        for path in &doomed {
            if self.begun.elapsed() > LONGEST {
                return Err(Error::Swept(MARK.to_owned()));
            }
            place.delete(path).await?;
        }
        Ok(doomed.len())
    }
}

/// The paths of all files of a release. If they cannot be told, nothing may be removed.
async fn objects(place: &Place, path: String) -> Result<Vec<String>, Error> {
    let bytes = place.read(&path).await?;
    let manifest = Manifest::parse_bytes(&bytes).map_err(|error| Error::Malformed(path, error))?;
    let plain = manifest.all_files().map(faq_bundle::File::object_path);
    Ok(plain
        .flat_map(|path| {
            let packed = Encoding::ALL.map(|encoding| format!("{path}{}", encoding.ending()));
            packed.into_iter().chain([path])
        })
        .collect())
}

fn is_forgotten(mark: &[u8], now: u64) -> bool {
    let mark: Option<serde_json::Value> = serde_json::from_slice(mark).ok();
    let begun = mark.and_then(|mark| mark.get("begun")?.as_u64()).unwrap_or_default();
    begun.saturating_add(FORGOTTEN) < now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_forgotten_after_an_hour() {
        let mark = br#"{"begun": 1000, "publication": ""}"#;
        assert!(!is_forgotten(mark, 4600) && is_forgotten(mark, 4601));
        assert!(is_forgotten(b"half", 4601));
    }
}
