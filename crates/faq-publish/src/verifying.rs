//! Whether everything at a place is what was released.

use std::collections::{BTreeMap, BTreeSet};

use faq_bundle::{
    CURRENT, Difference, Form, Hash, MANIFEST, Manifest, Pointer, Recalls, Wrong, manifest_path,
    recalls_path, sha256, verify_hash,
};
use futures_util::{StreamExt, stream};

use crate::{Error, Place, pointers, releases::day, upload::IN_FLIGHT};

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
    /// The current sequence; none where there is only a release as `bundle` writes it, and no pointer.
    pub sequence: Option<u64>,
    /// How many files were looked at.
    pub files: usize,
    /// What differs, by path.
    pub differences: Vec<Difference>,
}

/// Compares everything at a place with what its pointers and manifests say. Where nothing can be listed, that is the current
/// release; and where the web shows a release without a pointer, and none is asked for, it is that release.
pub async fn verify(place: &Place, trust: &Trust<'_>) -> Result<Verified, Error> {
    let mut verified = Verified::default();
    match place.get(CURRENT).await? {
        Some(current) => verified.published(place, &current, trust).await?,
        None if place.can_list() || trust.key.is_some() || trust.at_least.is_some() => {
            verified.files += 1;
            verified.differ(CURRENT, Wrong::Missing);
        }
        None => verified.bundled(place).await?,
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

    /// What `publish` wrote, of which `current` are the bytes of the pointer.
    async fn published(
        &mut self,
        place: &Place,
        current: &[u8],
        trust: &Trust<'_>,
    ) -> Result<(), Error> {
        self.files += 1;
        let pointer = match Pointer::parse(&String::from_utf8_lossy(current)) {
            Ok(pointer) => pointer,
            Err(error) => {
                self.differ(CURRENT, Wrong::Format(error));
                return Ok(());
            }
        };
        self.sequence = Some(pointer.sequence);
        for message in doubts(&pointer, trust) {
            self.differ(CURRENT, Wrong::Contradiction(message));
        }
        let mut live = vec![pointer.clone()];
        if place.can_list() {
            live.extend(self.pointers(place, current).await?);
        }
        let recalls: BTreeSet<&Hash> = live.iter().filter_map(|it| it.recalls.as_ref()).collect();
        for hash in recalls {
            self.recalls(place, &hash.0).await?;
        }
        let mut manifests = BTreeMap::new();
        for hash in live.iter().map(|it| &it.manifest).collect::<BTreeSet<_>>() {
            let manifest = self.manifest(place, &manifest_path(hash), hash).await?;
            manifests.extend(manifest.map(|manifest| (hash, manifest)));
        }
        let forms = manifests.values().flat_map(Manifest::forms);
        self.forms(place, forms.map(|form| (form.object_path(), form)).collect()).await?;
        // The files under their own paths, where there are any.
        if place.get(MANIFEST).await?.is_some() {
            self.by_hash(place, MANIFEST, &pointer.manifest).await?;
            let forms = manifests.get(&pointer.manifest).into_iter().flat_map(Manifest::forms);
            self.forms(place, forms.map(|form| (form.path(), form)).collect()).await?;
        }
        Ok(())
    }

    /// What `bundle` wrote.
    async fn bundled(&mut self, place: &Place) -> Result<(), Error> {
        let Some(bytes) = place.get(MANIFEST).await? else {
            self.files += 2;
            self.differ(CURRENT, Wrong::Missing);
            self.differ(MANIFEST, Wrong::Missing);
            return Ok(());
        };
        let manifest = self.manifest(place, MANIFEST, &sha256(&bytes)).await?;
        let forms = manifest.iter().flat_map(Manifest::forms);
        self.forms(place, forms.map(|form| (form.path(), form)).collect()).await
    }

    /// The pointers of all publications, the newest of which has to be the current one.
    async fn pointers(&mut self, place: &Place, current: &[u8]) -> Result<Vec<Pointer>, Error> {
        let sequences = pointers::sequences(place).await?;
        let mut found = Vec::new();
        for sequence in &sequences {
            self.files += 1;
            match pointers::find(place, *sequence).await {
                Ok(Some((pointer, bytes))) => {
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
                // Swept since it was listed.
                Ok(None) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(found)
    }

    async fn manifest(
        &mut self,
        place: &Place,
        path: &str,
        hash: &str,
    ) -> Result<Option<Manifest>, Error> {
        let Some(bytes) = self.by_hash(place, path, hash).await? else { return Ok(None) };
        match Manifest::parse_bytes(&bytes) {
            Ok(manifest) => {
                if Manifest::content_version(manifest.all_files()) != manifest.version {
                    let message = "its `version` is not that of the files it lists".to_owned();
                    self.differ(path, Wrong::Contradiction(message));
                }
                Ok(Some(manifest))
            }
            Err(error) => {
                self.differ(path, Wrong::Format(error));
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

    /// The files at these paths.
    async fn forms(
        &mut self,
        place: &Place,
        forms: BTreeMap<String, Form<'_>>,
    ) -> Result<(), Error> {
        let looked = stream::iter(forms).map(|(path, form)| async move {
            let wrong = match place.get(&path).await {
                Ok(Some(bytes)) => form.wrong(&bytes),
                Ok(None) => Some(Wrong::Missing),
                Err(Error::Store(_, error)) => Some(Wrong::Unreadable(error.to_string())),
                Err(error) => return Err(error),
            };
            Ok::<_, Error>((path, wrong))
        });
        let mut looked = looked.buffer_unordered(IN_FLIGHT);
        while let Some(result) = looked.next().await {
            let (path, wrong) = result?;
            self.files += 1;
            if let Some(wrong) = wrong {
                self.differ(&path, wrong);
            }
        }
        Ok(())
    }
}
