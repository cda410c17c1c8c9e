//! A place where releases are: a folder, a bucket, or what the web shows of one.

#![expect(
    clippy::disallowed_methods,
    reason = "a folder to publish into may have to be made first"
)]

use std::{fs, path::PathBuf, sync::Arc};

use faq_bundle::Encoding;
use futures_util::TryStreamExt;
use object_store::{
    Attribute, Attributes, ClientConfigKey, Error as StoreError, ObjectStore, ObjectStoreExt,
    PutMode, PutOptions, PutPayload, RetryConfig, UpdateVersion, http::HttpBuilder,
    local::LocalFileSystem, path::Path, prefix::PrefixStore,
};
use url::Url;

use crate::{Error, Patience, patience::is_final, unfinished::remove_unfinished};

/// Longest time that one request may take.
const TIMEOUT: &str = "60 seconds";
/// Most bytes that an answer may unpack to.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A place where releases are.
#[derive(Clone, Debug)]
pub struct Place {
    store: Arc<dyn ObjectStore>,
    nature: Nature,
    patience: Patience,
    /// The folder, if it is one.
    folder: Option<PathBuf>,
}

/// What a place can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// A folder: it keeps no content types, and has no "change this if it is still that".
    Folder,
    /// Object storage.
    Bucket,
    /// Read by its addresses; what there is cannot be listed.
    Web,
}

/// What is at a path, and which version of it that is.
pub(crate) struct Found {
    pub(crate) bytes: Vec<u8>,
    version: UpdateVersion,
}

impl Place {
    /// The place with this path or URL: `file:`, `s3:`, `gs:`, `az:`, `abfs:`, `http:`, `https:`. Credentials and the like come from
    /// the environment, under the names that each provider's own programs use.
    pub fn open(name: &str, patience: Patience) -> Result<Self, Error> {
        // Two of them would be there otherwise, or none, and TLS would not know which to take.
        let _ = rustls::crypto::ring::default_provider().install_default();
        if let Some(path) = folder(name)? {
            return Self::folder(path, patience);
        }
        let url = Url::parse(name).map_err(|error| Error::Usage(format!("{name}: {error}")))?;
        match url.scheme() {
            "http" | "https" => Ok(Self::of(web(name)?, Nature::Web, patience)),
            _ => Ok(Self::of(bucket(name, &url)?, Nature::Bucket, patience)),
        }
    }

    /// The same, to publish there: a folder is made where it is not yet.
    pub fn open_or_make(name: &str, patience: Patience) -> Result<Self, Error> {
        if let Some(path) = folder(name)? {
            let shown = path.display().to_string();
            fs::create_dir_all(&path).map_err(|error| Error::Io(shown, error))?;
        }
        Self::open(name, patience)
    }

    fn folder(path: PathBuf, patience: Patience) -> Result<Self, Error> {
        let shown = path.display().to_string();
        if !path.is_dir() {
            let help = "`cargo xtask publish --place DIR` makes one";
            return Err(Error::Usage(format!("{shown}: there is no such folder\n  help: {help}")));
        }
        let store = LocalFileSystem::new_with_prefix(&path)
            .map_err(|error| Error::Store(shown, error))?
            .with_fsync(true);
        // A disk that is full or broken is so in half a minute too.
        let patience = Patience { attempts: patience.attempts.min(2), ..patience };
        let folder = Some(path);
        Ok(Self { folder, ..Self::of(Arc::new(store), Nature::Folder, patience) })
    }

    /// A place in storage that is there already.
    pub fn of(store: Arc<dyn ObjectStore>, nature: Nature, patience: Patience) -> Self {
        Self { store, nature, patience, folder: None }
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
        self.nature != Nature::Web
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
            let result = self.store.get(&at).await?;
            let version = UpdateVersion {
                e_tag: result.meta.e_tag.clone(),
                version: result.meta.version.clone(),
            };
            let sent_as = result.attributes.get(&Attribute::ContentEncoding).cloned();
            let bytes = result.bytes().await?.to_vec();
            let bytes = match sent_as.filter(|_| self.nature == Nature::Web) {
                Some(encoding) => unpacked(path, bytes, &encoding)?,
                None => bytes,
            };
            Ok(Found { bytes, version })
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
        let mode = match (self.nature, found) {
            (Nature::Bucket, Some(found)) if found.version.e_tag.is_some() => {
                PutMode::Update(found.version)
            }
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
            let put = self.store.put_opts(&at, payload(bytes), options).await;
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
        let list = || self.store.list(Some(&at)).map_ok(|it| it.location.to_string()).try_collect();
        self.patience.ask(folder, list).await
    }

    /// Removes what is at a path, if there is something.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), Error> {
        let at = location(path)?;
        match self.patience.ask(path, || async { self.store.delete(&at).await }).await {
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
            self.store.put_opts(&at, payload(bytes), options).await.map(|_| ())
        };
        self.patience.ask(path, put).await
    }

    fn options(&self, attributes: &Attributes, mode: PutMode) -> PutOptions {
        let attributes = match self.nature {
            Nature::Bucket => attributes.clone(),
            Nature::Folder | Nature::Web => Attributes::default(),
        };
        PutOptions { mode, attributes, ..PutOptions::default() }
    }
}

/// The folder of this name, unless the name is the URL of something else.
fn folder(name: &str) -> Result<Option<PathBuf>, Error> {
    match Url::parse(name) {
        // A letter before a colon is a disk, where there are such.
        Ok(url) if url.scheme().len() > 1 => match url.scheme() {
            "file" => url.to_file_path().map(Some).map_err(|()| {
                Error::Usage(format!(
                    "{name}: no folder of this machine\n  help: `file:///` and its path"
                ))
            }),
            _ => Ok(None),
        },
        Ok(_) | Err(_) => Ok(Some(name.into())),
    }
}

/// What a web server meant that compresses without being asked. A file that is itself compressed stays as it is.
fn unpacked(path: &str, bytes: Vec<u8>, sent_as: &str) -> Result<Vec<u8>, StoreError> {
    let known = Encoding::ALL.into_iter().find(|it| it.token() == sent_as);
    match known.filter(|it| !path.ends_with(it.ending())) {
        Some(encoding) => encoding
            .decompress(&bytes, LARGEST)
            .map_err(|error| StoreError::Generic { store: "HTTP", source: error.into() }),
        None => Ok(bytes),
    }
}

fn payload(bytes: &[u8]) -> PutPayload {
    PutPayload::from(bytes.to_vec())
}

fn location(path: &str) -> Result<Path, Error> {
    Path::parse(path).map_err(|error| Error::Store(path.to_owned(), error.into()))
}

/// `Patience` asks again, for all places alike; the storage's own client is not to do it as well.
fn once() -> RetryConfig {
    RetryConfig { max_retries: 0, ..RetryConfig::default() }
}

fn web(name: &str) -> Result<Arc<dyn ObjectStore>, Error> {
    let store = HttpBuilder::new()
        .with_url(name)
        .with_config(ClientConfigKey::AllowHttp, "true")
        .with_config(ClientConfigKey::Timeout, TIMEOUT)
        .with_retry(once())
        .build()
        .map_err(|error| Error::Store(name.to_owned(), error))?;
    Ok(Arc::new(store))
}

#[cfg_attr(
    not(all(feature = "s3", feature = "gcs", feature = "azure")),
    expect(unused_variables, reason = "only some kinds of storage are built in")
)]
fn bucket(name: &str, url: &Url) -> Result<Arc<dyn ObjectStore>, Error> {
    let built: Result<Arc<dyn ObjectStore>, StoreError> = match url.scheme() {
        #[cfg(feature = "s3")]
        "s3" | "s3a" => object_store::aws::AmazonS3Builder::from_env()
            .with_url(name)
            .with_config(
                object_store::aws::AmazonS3ConfigKey::Client(ClientConfigKey::Timeout),
                TIMEOUT,
            )
            .with_retry(once())
            .build()
            .map(|store| Arc::new(store) as _),
        #[cfg(feature = "gcs")]
        "gs" => object_store::gcp::GoogleCloudStorageBuilder::from_env()
            .with_url(name)
            .with_config(
                object_store::gcp::GoogleConfigKey::Client(ClientConfigKey::Timeout),
                TIMEOUT,
            )
            .with_retry(once())
            .build()
            .map(|store| Arc::new(store) as _),
        #[cfg(feature = "azure")]
        "az" | "azure" | "adl" | "abfs" | "abfss" => {
            object_store::azure::MicrosoftAzureBuilder::from_env()
                .with_url(name)
                .with_config(
                    object_store::azure::AzureConfigKey::Client(ClientConfigKey::Timeout),
                    TIMEOUT,
                )
                .with_retry(once())
                .build()
                .map(|store| Arc::new(store) as _)
        }
        scheme => {
            return Err(Error::Usage(format!(
                "{name}: `{scheme}:` is no storage that is known here\n  help: give a folder, or a URL that starts with `file:`, `s3:`, `gs:` or `az:`"
            )));
        }
    };
    let store = built.map_err(|error| Error::Store(name.to_owned(), error))?;
    let folder = url.path().trim_matches('/');
    if folder.is_empty() {
        Ok(store)
    } else {
        Ok(Arc::new(PrefixStore::new(store, location(folder)?)))
    }
}
