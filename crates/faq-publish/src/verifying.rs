//! Whether everything at a place is what was released.

use std::collections::{BTreeMap, BTreeSet};

use faq_bundle::{
    CURRENT, Difference, File, MANIFEST, Manifest, Pointer, Recalls, Wrong, manifest_path,
    recalls_path, verify_hash,
};
use futures_util::{StreamExt, stream};

use crate::{
    Error, Place,
    kinds::{Encoding, is_text},
    pointers,
    releases::day,
    upload::{IN_FLIGHT, verify_compressed},
};

/// What a pointer has to be like.
#[derive(Debug, Default)]
pub struct Trust<'a> {
    /// Who has to have signed it: a minisign key's file, or the line in it.
    pub key: Option<&'a str>,
    /// The sequence that it has to have at least.
    pub at_least: Option<u64>,
    /// The time, in seconds since 1970, after which it must not have expired.
    pub now: Option<u64>,
}

/// What was looked at, and what differs.
#[derive(Debug, Default)]
pub struct Verified {
    /// The current sequence.
    pub sequence: Option<u64>,
    /// How many files were looked at.
    pub files: usize,
    /// What differs, by path.
    pub differences: Vec<Difference>,
}

/// Compares everything at a place with what its pointers and manifests say. Where nothing can be listed, that is the current
/// release.
pub async fn verify(place: &Place, trust: &Trust<'_>) -> Result<Verified, Error> {
    let mut verified = Verified::default();
    let Some(bytes) = place.get(CURRENT).await? else {
        verified.differ(CURRENT, Wrong::Missing);
        return Ok(verified);
    };
    verified.files += 1;
    let current = match Pointer::parse(&String::from_utf8_lossy(&bytes)) {
        Ok(current) => current,
        Err(error) => {
            verified.differ(CURRENT, Wrong::Format(error));
            return Ok(verified);
        }
    };
    verified.sequence = Some(current.sequence);
    for message in doubts(&current, trust) {
        verified.differ(CURRENT, Wrong::Contradiction(message));
    }
    let mut live = vec![current.clone()];
    if place.can_list() {
        live.extend(verified.pointers(place, &bytes).await?);
    }
    let mut files = BTreeMap::new();
    let mut manifests = BTreeSet::new();
    for pointer in &live {
        if let Some(hash) = &pointer.recalls {
            verified.recalls(place, &hash.0).await?;
        }
        if manifests.insert(pointer.manifest.clone()) {
            let manifest = verified.manifest(place, &pointer.manifest).await?;
            let listed = manifest.iter().flat_map(Manifest::all_files);
            files.extend(listed.map(|file| (file.object_path(), file.clone())));
        }
    }
    verified.objects(place, &files).await?;
    if place.can_list() {
        verified.pages(place, &current).await?;
    }
    verified.differences.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(verified)
}

/// Why the pointer is not to be trusted.
fn doubts(pointer: &Pointer, trust: &Trust<'_>) -> Vec<String> {
    let mut doubts = Vec::new();
    if let Some(Err(refusal)) = trust.key.map(|key| pointer.verify_signature(key)) {
        doubts.push(refusal.to_string());
    }
    if let Some(least) = trust.at_least.filter(|least| pointer.sequence < *least) {
        doubts.push(format!("its sequence is {} and should be {least} at least", pointer.sequence));
    }
    if pointer.accept(None, trust.now).is_err() {
        doubts.push(format!("it expired {}", day(pointer.expires)));
    }
    doubts
}

impl Verified {
    fn differ(&mut self, path: &str, wrong: Wrong) {
        self.differences.push(Difference { path: path.to_owned(), wrong });
    }

    /// The pointers of all publications, the newest of which has to be the current one.
    async fn pointers(&mut self, place: &Place, current: &[u8]) -> Result<Vec<Pointer>, Error> {
        let sequences = pointers::sequences(place).await?;
        let mut found = Vec::new();
        for sequence in &sequences {
            self.files += 1;
            match pointers::read(place, *sequence).await {
                Ok((pointer, bytes)) => {
                    let path = faq_bundle::pointer_path(*sequence);
                    if pointer.sequence != *sequence {
                        let message = format!("it says that its sequence is {}", pointer.sequence);
                        self.differ(&path, Wrong::Contradiction(message));
                    }
                    if Some(sequence) == sequences.last() && bytes != current {
                        let message = format!("this is not what {path} is, the newest pointer");
                        self.differ(CURRENT, Wrong::Contradiction(message));
                    }
                    found.push(pointer);
                }
                Err(Error::Malformed(path, error)) => self.differ(&path, Wrong::Format(error)),
                Err(Error::Missing(path)) => self.differ(&path, Wrong::Missing),
                Err(error) => return Err(error),
            }
        }
        Ok(found)
    }

    async fn manifest(&mut self, place: &Place, hash: &str) -> Result<Option<Manifest>, Error> {
        let path = manifest_path(hash);
        let Some(bytes) = self.by_hash(place, &path, hash).await? else { return Ok(None) };
        match Manifest::parse_bytes(&bytes) {
            Ok(manifest) => {
                if Manifest::content_version(manifest.all_files()) != manifest.version {
                    let message = "its `version` is not that of the files it lists".to_owned();
                    self.differ(&path, Wrong::Contradiction(message));
                }
                Ok(Some(manifest))
            }
            Err(error) => {
                self.differ(&path, Wrong::Format(error));
                Ok(None)
            }
        }
    }

    async fn recalls(&mut self, place: &Place, hash: &str) -> Result<(), Error> {
        let path = recalls_path(hash);
        if let Some(bytes) = self.by_hash(place, &path, hash).await?
            && let Err(error) = Recalls::parse(&String::from_utf8_lossy(&bytes))
        {
            self.differ(&path, Wrong::Format(error));
        }
        Ok(())
    }

    /// The bytes at a path, if they have this hash.
    async fn by_hash(
        &mut self,
        place: &Place,
        path: &str,
        hash: &str,
    ) -> Result<Option<Vec<u8>>, Error> {
        self.files += 1;
        let Some(bytes) = place.get(path).await? else {
            self.differ(path, Wrong::Missing);
            return Ok(None);
        };
        match verify_hash(hash, &bytes) {
            Ok(()) => Ok(Some(bytes)),
            Err(mismatch) => {
                self.differ(path, Wrong::Mismatch(mismatch));
                Ok(None)
            }
        }
    }

    async fn objects(
        &mut self,
        place: &Place,
        files: &BTreeMap<String, File>,
    ) -> Result<(), Error> {
        let wanted = files.iter().flat_map(|(path, file)| {
            let packed = Encoding::ALL.into_iter().filter(|_| is_text(path));
            packed.map(Some).chain([None]).map(move |encoding| (path, file, encoding))
        });
        let mut looked = stream::iter(wanted)
            .map(|(path, file, encoding)| async move {
                let path = format!("{path}{}", encoding.map_or("", Encoding::ending));
                let bytes = place.get(&path).await?;
                let wrong = match (bytes, encoding) {
                    (None, _) => Some(Wrong::Missing),
                    (Some(bytes), None) => file.verify(&bytes).err().map(Wrong::Mismatch),
                    (Some(bytes), Some(encoding)) => verify_compressed(file, encoding, &bytes),
                };
                Ok::<_, Error>((path, wrong))
            })
            .buffer_unordered(IN_FLIGHT);
        while let Some(result) = looked.next().await {
            let (path, wrong) = result?;
            self.files += 1;
            if let Some(wrong) = wrong {
                self.differ(&path, wrong);
            }
        }
        Ok(())
    }

    /// The files under their own paths, where there are any.
    async fn pages(&mut self, place: &Place, current: &Pointer) -> Result<(), Error> {
        if place.get(MANIFEST).await?.is_none() {
            return Ok(());
        }
        self.by_hash(place, MANIFEST, &current.manifest).await?;
        let Some(bytes) = place.get(&manifest_path(&current.manifest)).await? else {
            return Ok(());
        };
        let Ok(manifest) = Manifest::parse_bytes(&bytes) else { return Ok(()) };
        for file in manifest.all_files() {
            self.files += 1;
            match place.get(&file.path).await? {
                None => self.differ(&file.path, Wrong::Missing),
                Some(bytes) => {
                    if let Err(mismatch) = file.verify(&bytes) {
                        self.differ(&file.path, Wrong::Mismatch(mismatch));
                    }
                }
            }
        }
        Ok(())
    }
}
