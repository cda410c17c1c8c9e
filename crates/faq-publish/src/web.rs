//! What the web shows: files by their addresses. What there is cannot be listed, and nothing can be written.

use std::time::Duration;

use faq_bundle::Encoding;
use object_store::Error as StoreError;
use reqwest::{Client, Response, StatusCode, header::CONTENT_ENCODING};
use url::Url;

use crate::Error;

/// Longest time that one request may take.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Most bytes that a file may have: a server may never end.
const LARGEST: usize = 64 * 1024 * 1024;

/// A folder as a web server shows it.
#[derive(Clone, Debug)]
pub(crate) struct Web {
    client: Client,
    base: Url,
}

impl Web {
    /// What is shown below this address.
    pub(crate) fn open(mut base: Url) -> Result<Self, Error> {
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        let client = Client::builder().timeout(TIMEOUT).build();
        let client = client.map_err(|error| Error::Store(base.to_string(), failed(error)))?;
        Ok(Self { client, base })
    }

    /// The bytes of the file at a path. Redirections are followed, and what was compressed on the way is unpacked.
    pub(crate) async fn get(&self, path: &str) -> Result<Vec<u8>, StoreError> {
        let address = self.base.join(path).map_err(failed)?;
        let mut answer = self.client.get(address).send().await.map_err(failed)?;
        refused(path, &answer)?;
        let encoding = sent_as(path, &answer);
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(failed)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > LARGEST {
                return Err(failed(format!("it has more than {LARGEST} bytes")));
            }
        }
        match encoding {
            Some(encoding) => encoding.decompress(&bytes, LARGEST as u64).map_err(failed),
            None => Ok(bytes),
        }
    }
}

/// Whether the server gave another answer than a file.
fn refused(path: &str, answer: &Response) -> Result<(), StoreError> {
    let status = answer.status();
    let path = path.to_owned();
    let source = format!("the server answered {status}").into();
    match status {
        _ if status.is_success() => Ok(()),
        StatusCode::NOT_FOUND | StatusCode::GONE => Err(StoreError::NotFound { path, source }),
        StatusCode::FORBIDDEN => Err(StoreError::PermissionDenied { path, source }),
        StatusCode::UNAUTHORIZED => Err(StoreError::Unauthenticated { path, source }),
        _ => Err(StoreError::Generic { store: "HTTP", source }),
    }
}

/// How the answer is compressed though nobody asked for it. A file that is itself compressed is as it should be.
fn sent_as(path: &str, answer: &Response) -> Option<Encoding> {
    let token = answer.headers().get(CONTENT_ENCODING)?.to_str().ok()?;
    let encoding = Encoding::ALL.into_iter().find(|encoding| encoding.token() == token)?;
    (!path.ends_with(encoding.ending())).then_some(encoding)
}

/// Why there is no answer, with all that led to it.
fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    let error = error.into();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    StoreError::Generic { store: "HTTP", source: text.into() }
}
