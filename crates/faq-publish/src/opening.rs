//! From the name of a place to the place: a path, or the URL of a folder, a bucket or a web server.

#![expect(
    clippy::disallowed_methods,
    reason = "a folder to publish into may have to be made first"
)]

use std::{fs, path::PathBuf, sync::Arc};

use object_store::{
    ClientConfigKey, Error as StoreError, ObjectStore, RetryConfig, local::LocalFileSystem,
    prefix::PrefixStore,
};
use url::Url;

use crate::{Error, Nature, Patience, Place, place::location, web::Web};

/// Longest time that one request may take.
const TIMEOUT: &str = "60 seconds";

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
            "http" | "https" => Ok(Self::web(Web::open(url)?, patience)),
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
        Ok(Self::of(Arc::new(store), Nature::Folder, patience).at(path))
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

/// `Patience` asks again, for all places alike; the storage's own client is not to do it as well.
fn once() -> RetryConfig {
    RetryConfig { max_retries: 0, ..RetryConfig::default() }
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
