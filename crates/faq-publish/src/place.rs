//! A place where releases are: a folder, a bucket, or what the web shows of one.

use std::{path::PathBuf, sync::Arc};

use futures_util::TryStreamExt;
use object_store::{
    Attributes, Error as StoreError, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload,
    UpdateVersion, path::Path,
};

use crate::{Error, Patience, patience::is_final, unfinished::remove_unfinished, web::Web};

/// A place where releases are.
#[derive(Clone, Debug)]
pub struct Place {
    storage: Storage,
    patience: Patience,
    /// The folder, if it is one.
    folder: Option<PathBuf>,
}

/// What files are read from and written to.
#[derive(Clone, Debug)]
enum Storage {
    Objects(Arc<dyn ObjectStore>, Nature),
    Web(Web),
}

/// What storage can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// A folder: it keeps no content types, and has no "change this if it is still that".
    Folder,
    /// Object storage.
    Bucket,
}

/// What is at a path, and which version of it that is.
pub(crate) struct Found {
    pub(crate) bytes: Vec<u8>,
    version: UpdateVersion,
}

impl From<Vec<u8>> for Found {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, version: UpdateVersion { e_tag: None, version: None } }
    }
}

impl Place {
    /// A place in storage that is there already.
    pub fn of(store: Arc<dyn ObjectStore>, nature: Nature, patience: Patience) -> Self {
        Self { storage: Storage::Objects(store, nature), patience, folder: None }
    }

    /// What a web server shows.
    pub(crate) fn web(web: Web, patience: Patience) -> Self {
        Self { storage: Storage::Web(web), patience, folder: None }
    }

    /// The same, in this folder.
    pub(crate) fn at(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Removes what was left on its way to a path of which `is_ours` knows. Other storage than a folder shows nothing before it is whole.
    pub(crate) fn remove_unfinished(
        &self,
        now: u64,
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<usize, Error> {
        let Some(folder) = &self.folder else { return Ok(0) };
        remove_unfinished(folder, now, is_ours)
            .map_err(|error| Error::Io(folder.display().to_string(), error))
    }

    /// Whether it can be said what there is.
    pub(crate) fn can_list(&self) -> bool {
        matches!(self.storage, Storage::Objects(..))
    }

    fn is_bucket(&self) -> bool {
        matches!(self.storage, Storage::Objects(_, Nature::Bucket))
    }

    /// What can be written to.
    fn objects(&self) -> Result<&dyn ObjectStore, StoreError> {
        match &self.storage {
            Storage::Objects(store, _) => Ok(store.as_ref()),
            Storage::Web(_) => Err(StoreError::NotImplemented {
                operation: "writing".to_owned(),
                implementer: "the web".to_owned(),
            }),
        }
    }

    /// The bytes at a path, if there are any.
    pub(crate) async fn get(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.find(path).await?.map(|found| found.bytes))
    }

    /// The bytes at a path, which have to be there.
    pub(crate) async fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.get(path).await?.ok_or_else(|| Error::Missing(path.to_owned()))
    }

    /// What is at a path, if there is something.
    pub(crate) async fn find(&self, path: &str) -> Result<Option<Found>, Error> {
        let at = location(path)?;
        let found = self.patience.ask(path, || async {
            let store = match &self.storage {
                Storage::Web(web) => return Ok(Found::from(web.get(path).await?)),
                Storage::Objects(store, _) => store,
            };
            let result = store.get(&at).await?;
            let version = UpdateVersion {
                e_tag: result.meta.e_tag.clone(),
                version: result.meta.version.clone(),
            };
            Ok(Found { bytes: result.bytes().await?.to_vec(), version })
        });
        match found.await {
            Ok(found) => Ok(Some(found)),
            Err(Error::Store(_, StoreError::NotFound { .. })) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes `bytes` at a path and reads them back.
    pub(crate) async fn put(
        &self,
        path: &str,
        bytes: &[u8],
        attributes: &Attributes,
    ) -> Result<(), Error> {
        for attempt in 1..=self.patience.attempts {
            self.write(path, bytes, attributes, PutMode::Overwrite).await?;
            if self.get(path).await?.as_deref() == Some(bytes) {
                return Ok(());
            }
            self.patience.pause(attempt).await;
        }
        Err(Error::ReadBack(path.to_owned()))
    }

    /// Writes `bytes` in the place of what was found at a path. Where the storage can say so, it does nothing if something else
    /// stands there by now.
    pub(crate) async fn replace(
        &self,
        path: &str,
        found: Option<Found>,
        bytes: &[u8],
        attributes: &Attributes,
    ) -> Result<(), Error> {
        let mode = match (self.is_bucket(), found) {
            (true, Some(found)) if found.version.e_tag.is_some() => PutMode::Update(found.version),
            (_, Some(_)) => PutMode::Overwrite,
            (_, None) => PutMode::Create,
        };
        match self.write(path, bytes, attributes, mode).await {
            Err(Error::Store(
                _,
                StoreError::NotImplemented { .. } | StoreError::NotSupported { .. },
            )) => self.write(path, bytes, attributes, PutMode::Overwrite).await,
            // Somebody else was there; whoever asked looks again.
            Err(Error::Store(
                _,
                StoreError::Precondition { .. } | StoreError::AlreadyExists { .. },
            )) => Ok(()),
            result => result,
        }
    }

    /// Writes `bytes` at a path where nothing is yet. Says whether it was these that came to stand there; `bytes` have to be
    /// nobody else's.
    pub(crate) async fn create(
        &self,
        path: &str,
        bytes: &[u8],
        attributes: &Attributes,
    ) -> Result<bool, Error> {
        let at = location(path)?;
        let mut attempt = 1;
        loop {
            let options = self.options(attributes, PutMode::Create);
            let put = match self.objects() {
                Ok(store) => store.put_opts(&at, payload(bytes), options).await,
                Err(error) => Err(error),
            };
            // Whatever the answer was, or if there was none: what stands there decides.
            if let Some(found) = self.get(path).await? {
                return Ok(found == bytes);
            }
            match put {
                Err(error) if attempt >= self.patience.attempts || is_final(&error) => {
                    return Err(Error::Store(path.to_owned(), error));
                }
                Ok(_) if attempt >= self.patience.attempts => {
                    return Err(Error::ReadBack(path.to_owned()));
                }
                Ok(_) | Err(_) => self.patience.pause(attempt).await,
            }
            attempt += 1;
        }
    }

    /// The paths below a folder.
    pub(crate) async fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        let at = location(folder)?;
        let Ok(store) = self.objects() else {
            let help = "name the folder or the bucket that it shows";
            return Err(Error::Usage(format!(
                "what the web shows can only be verified\n  help: {help}"
            )));
        };
        let list = || store.list(Some(&at)).map_ok(|it| it.location.to_string()).try_collect();
        self.patience.ask(folder, list).await
    }

    /// Removes what is at a path, if there is something.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), Error> {
        let at = location(path)?;
        match self.patience.ask(path, || async { self.objects()?.delete(&at).await }).await {
            Err(Error::Store(_, StoreError::NotFound { .. })) => Ok(()),
            result => result,
        }
    }

    async fn write(
        &self,
        path: &str,
        bytes: &[u8],
        attributes: &Attributes,
        mode: PutMode,
    ) -> Result<(), Error> {
        let at = location(path)?;
        let put = || async {
            let options = self.options(attributes, mode.clone());
            self.objects()?.put_opts(&at, payload(bytes), options).await.map(|_| ())
        };
        self.patience.ask(path, put).await
    }

    fn options(&self, attributes: &Attributes, mode: PutMode) -> PutOptions {
        let attributes = if self.is_bucket() { attributes.clone() } else { Attributes::default() };
        PutOptions { mode, attributes, ..PutOptions::default() }
    }
}

fn payload(bytes: &[u8]) -> PutPayload {
    PutPayload::from(bytes.to_vec())
}

pub(crate) fn location(path: &str) -> Result<Path, Error> {
    Path::parse(path).map_err(|error| Error::Store(path.to_owned(), error.into()))
}
