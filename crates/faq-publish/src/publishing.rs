//! Making a release the current one: a new one, or one that was published before.

use faq_bundle::{
    CURRENT, FORMAT, Hash, MANIFEST, MANIFESTS, Manifest, OBJECTS, POINTERS, Pointer, RECALLS,
    Recalls, manifest_path, recalls_path, sha256, verify_hash,
};
use indicatif::ProgressBar;

use crate::{
    Error, Key, Place,
    kinds::{Lasting, plain_attributes},
    pages, pointers,
    sweeping::{self, Mark},
    upload::{Source, send},
};

/// How something is published.
#[derive(Debug)]
pub struct Terms<'a> {
    /// The time, in seconds since 1970.
    pub now: u64,
    /// How long readers may rely on the pointer, in seconds.
    pub lasts: u64,
    /// Signs the pointer.
    pub key: Option<&'a Key>,
    /// The list of recalls, as JSON. Without it the list that is in force stays.
    pub recalls: Option<&'a str>,
    /// Whether the files are also put under their own paths, for readers who come by them.
    pub pages: bool,
    /// Removes what no pointer needs that is one of so many newest or has not expired.
    pub keep: Option<usize>,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// The pointer.
    pub pointer: Pointer,
    /// Number of files in the release.
    pub files: usize,
    /// Number of files that had to be sent, the compressed ones included.
    pub sent: usize,
    /// Number of files that were removed because no pointer needs them.
    pub removed: usize,
}

/// A release that is to become the current one.
struct Candidate<'a> {
    manifest: Manifest,
    bytes: Vec<u8>,
    source: Source<'a>,
}

/// Makes the release in `folder`, which `bundle` wrote, the current one of a place.
pub async fn publish(
    place: &Place,
    folder: &Place,
    terms: &Terms<'_>,
    progress: &ProgressBar,
) -> Result<Published, Error> {
    let bytes = folder.read(MANIFEST).await?;
    let manifest = parse(MANIFEST, &bytes)?;
    let base = pointers::newest(place).await?.map(|(pointer, _)| pointer);
    let candidate = Candidate { manifest, bytes, source: Source::Folder(folder) };
    release(place, candidate, base, terms, progress).await
}

/// Makes a release that was published before the current one: that of sequence `to`, or the last one that was another.
pub async fn roll_back(
    place: &Place,
    to: Option<u64>,
    terms: &Terms<'_>,
    progress: &ProgressBar,
) -> Result<Published, Error> {
    let Some((base, _)) = pointers::newest(place).await? else {
        let help = "`cargo xtask publish` publishes the first release";
        return Err(Error::Usage(format!("nothing was published here\n  help: {help}")));
    };
    let target = match to {
        Some(sequence) => pointers::read(place, sequence).await?.0,
        None => last_other(place, &base).await?,
    };
    let path = manifest_path(&target.manifest);
    let bytes = place.read(&path).await?;
    if verify_hash(&target.manifest, &bytes).is_err() {
        return Err(Error::ReadBack(path));
    }
    let manifest = parse(&path, &bytes)?;
    let candidate = Candidate { manifest, bytes, source: Source::Published(place) };
    release(place, candidate, Some(base), terms, progress).await
}

/// The newest pointer to another release than `base`.
async fn last_other(place: &Place, base: &Pointer) -> Result<Pointer, Error> {
    for sequence in pointers::sequences(place).await?.into_iter().rev() {
        let Some((pointer, _)) = pointers::find(place, sequence).await? else { continue };
        if pointer.sequence < base.sequence && pointer.manifest != base.manifest {
            return Ok(pointer);
        }
    }
    let help = "`releases` lists what there is";
    Err(Error::Usage(format!("there is no earlier release to go back to\n  help: {help}")))
}

async fn release(
    place: &Place,
    candidate: Candidate<'_>,
    base: Option<Pointer>,
    terms: &Terms<'_>,
    progress: &ProgressBar,
) -> Result<Published, Error> {
    let Candidate { manifest, bytes, source } = candidate;
    sweeping::refuse_while_under_way(place, terms.now).await?;
    let sent = send(place, source, &manifest, progress).await?;
    let hash = sha256(&bytes);
    put_for_good(place, &manifest_path(&hash), &bytes).await?;
    let recalls = match terms.recalls {
        Some(text) => Some(put_recalls(place, text).await?),
        None => base.as_ref().and_then(|base| base.recalls.clone()),
    };
    let mut pointer = Pointer {
        format: FORMAT,
        sequence: base.map_or(1, |base| base.sequence + 1),
        publication: publication()?,
        published: terms.now,
        expires: terms.now.saturating_add(terms.lasts),
        manifest: hash,
        recalls,
        signature: None,
    };
    if let Some(key) = terms.key {
        key.sign(&mut pointer)?;
    }
    // Before the pointer: whoever began earlier loses the sequence to this one, and whoever begins later sees the mark.
    let mark = match terms.keep {
        Some(_) => Some(Mark::set(place, terms.now, &pointer.publication).await?),
        None => None,
    };
    if let Err(error) = pointers::create(place, &pointer).await {
        if let Some(mark) = mark {
            mark.withdraw(place).await?;
        }
        return Err(error);
    }
    settle(place, terms.pages).await?;
    let removed = match (mark, terms.keep) {
        (Some(mark), Some(keep)) => mark.sweep(place, keep, terms.now).await?,
        (Some(_) | None, _) => 0,
    };
    let files = manifest.all_files().count();
    Ok(Published { pointer, files, sent, removed })
}

/// Lets everything that has no name of its own content say what the newest pointer says.
async fn settle(place: &Place, pages: bool) -> Result<(), Error> {
    loop {
        let settled = pointers::settle(place).await?;
        if !pages {
            return Ok(());
        }
        pages::settle(place, &settled).await?;
        // Who published in between may have been slower or quicker with the pages.
        match pointers::newest(place).await? {
            Some((newest, _)) if newest.sequence > settled.sequence => {}
            Some(_) | None => return Ok(()),
        }
    }
}

/// The manifest in these bytes, if it can be published.
fn parse(path: &str, bytes: &[u8]) -> Result<Manifest, Error> {
    let manifest = Manifest::parse_bytes(bytes);
    let manifest = manifest.map_err(|error| Error::Malformed(path.to_owned(), error))?;
    let is_ours = |path: &str| {
        let folder = path.split('/').next().unwrap_or_default();
        [CURRENT, sweeping::MARK, OBJECTS, MANIFESTS, POINTERS, RECALLS].contains(&folder)
    };
    if let Some(file) = manifest.all_files().find(|file| is_ours(&file.path)) {
        let message = format!("{path}: a file of a release cannot be named {}", file.path);
        return Err(Error::Usage(message));
    }
    Ok(manifest)
}

async fn put_recalls(place: &Place, text: &str) -> Result<Hash, Error> {
    let hash = sha256(text.as_bytes());
    let path = recalls_path(&hash);
    Recalls::parse(text).map_err(|error| Error::Malformed("recalls".to_owned(), error))?;
    put_for_good(place, &path, text.as_bytes()).await?;
    Ok(Hash(hash))
}

async fn put_for_good(place: &Place, path: &str, bytes: &[u8]) -> Result<(), Error> {
    if place.get(path).await?.as_deref() == Some(bytes) {
        return Ok(());
    }
    place.put(path, bytes, &plain_attributes(path, Lasting::ForGood)).await
}

/// An identity that no other publication has.
fn publication() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Io("random numbers".to_owned(), error.into()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
