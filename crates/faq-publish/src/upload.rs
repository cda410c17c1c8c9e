//! Sending the files of a release: what is there already is not sent again, and what was sent is read back.

use std::collections::BTreeMap;

use faq_bundle::{Difference, File, Manifest, Wrong};
use futures_util::{StreamExt, TryStreamExt, stream};
use indicatif::ProgressBar;

use crate::{
    Error, Place,
    kinds::{Encoding, Lasting, attributes, is_text},
};

/// How many files are on their way at once.
pub(crate) const IN_FLIGHT: usize = 16;

/// Where the files of a release are taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'a> {
    /// A folder that `bundle` wrote.
    Folder(&'a Place),
    /// A place where the release was published before.
    Published(&'a Place),
}

impl Source<'_> {
    /// The bytes of a file, which are as they were released.
    async fn read(self, file: &File) -> Result<Vec<u8>, Error> {
        let (place, path) = match self {
            Self::Folder(place) => (place, file.path.clone()),
            Self::Published(place) => (place, file.object_path()),
        };
        let differs = |wrong| Error::Differs(vec![Difference { path: path.clone(), wrong }]);
        let bytes = place.get(&path).await?.ok_or_else(|| differs(Wrong::Missing))?;
        file.verify(&bytes).map_err(|mismatch| differs(Wrong::Mismatch(mismatch)))?;
        Ok(bytes)
    }
}

/// Sees to it that all files of a release are at a place under the names of their content, also compressed. Says how many had to be sent.
pub(crate) async fn send(
    place: &Place,
    source: Source<'_>,
    manifest: &Manifest,
    progress: &ProgressBar,
) -> Result<usize, Error> {
    let files: BTreeMap<String, &File> =
        manifest.all_files().map(|file| (file.object_path(), file)).collect();
    progress.set_length(files.len() as u64);
    let sent = stream::iter(&files).map(|(path, file)| async move {
        let sent = send_file(place, source, file, path).await;
        progress.inc(1);
        sent
    });
    sent.buffer_unordered(IN_FLIGHT).try_fold(0, async |sum, sent| Ok(sum + sent)).await
}

async fn send_file(
    place: &Place,
    source: Source<'_>,
    file: &File,
    path: &str,
) -> Result<usize, Error> {
    let mut sent = 0;
    // Also where nothing has to be sent: whoever changed a file after the release is told.
    let bytes = source.read(file).await?;
    if place.get(path).await?.as_ref() != Some(&bytes) {
        place.put(path, &bytes, &attributes(path, None, Lasting::ForGood)).await?;
        sent += 1;
    }
    for encoding in Encoding::ALL.into_iter().filter(|_| is_text(path)) {
        let compressed = format!("{path}{}", encoding.ending());
        let there = place.get(&compressed).await?;
        if there.is_some_and(|it| verify_compressed(file, encoding, &it).is_none()) {
            continue;
        }
        let packed = compress(encoding, bytes.clone()).await;
        let packed = packed.map_err(|error| Error::Io(compressed.clone(), error))?;
        let attributes = attributes(path, Some(encoding), Lasting::ForGood);
        place.put(&compressed, &packed, &attributes).await?;
        sent += 1;
    }
    Ok(sent)
}

/// What is wrong with a compressed file. Whatever packed it, what it unpacks to decides.
pub(crate) fn verify_compressed(file: &File, encoding: Encoding, bytes: &[u8]) -> Option<Wrong> {
    match encoding.decompress(bytes, file.size.saturating_add(1)) {
        Ok(plain) => file.verify(&plain).err().map(Wrong::Mismatch),
        Err(error) => Some(Wrong::Unreadable(error.to_string())),
    }
}

/// Compresses without keeping the requests of other files waiting.
async fn compress(encoding: Encoding, bytes: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let task = tokio::task::spawn_blocking(move || encoding.compress(&bytes));
    task.await.map_err(std::io::Error::other)?
}
