//! A reader who follows the pointer and asks for a whole release each time.

use std::{sync::Arc, time::Duration};

use faq_bundle::{CURRENT, Manifest, Pointer, manifest_path, verify_hash};
use object_store::{Error, ObjectStore, ObjectStoreExt, path::Path};
use tokio::{sync::watch, task::JoinHandle};

/// A reader who never goes back.
pub(crate) struct Reader {
    store: Arc<dyn ObjectStore>,
    seen: Option<Pointer>,
}

impl Reader {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, seen: None }
    }

    /// Reads the current release whole. The manifest's hash; none where nothing was published, or only an older pointer is to be had.
    ///
    /// # Panics
    ///
    /// If a release is not whole.
    pub(crate) async fn look(&mut self) -> Option<String> {
        let pointer = self.get(CURRENT).await?;
        let pointer =
            Pointer::parse(&String::from_utf8(pointer).expect("text")).expect("a pointer");
        if pointer.accept(self.seen.as_ref(), None).is_err() {
            return None;
        }
        let path = manifest_path(&pointer.manifest);
        let bytes = self.get(&path).await.expect("the manifest that the pointer names is there");
        verify_hash(&pointer.manifest, &bytes).expect("the manifest is whole");
        let manifest = Manifest::parse_bytes(&bytes).expect("a manifest");
        for form in manifest.forms() {
            let bytes = self.get(&form.object_path()).await;
            let bytes = bytes.unwrap_or_else(|| panic!("{} is not there", form.path()));
            assert!(form.wrong(&bytes).is_none(), "{} is not whole", form.path());
        }
        let manifest = pointer.manifest.clone();
        self.seen = Some(pointer);
        Some(manifest)
    }

    async fn get(&self, path: &str) -> Option<Vec<u8>> {
        match self.store.get(&Path::from(path)).await {
            Ok(found) => Some(found.bytes().await.expect("it can be read").to_vec()),
            Err(Error::NotFound { .. }) => None,
            Err(error) => panic!("{path}: {error}"),
        }
    }
}

/// A reader who looks again and again until it is told to stop, and then says how often it saw a release.
pub(crate) struct Polling {
    stop: watch::Sender<bool>,
    task: JoinHandle<usize>,
}

impl Polling {
    pub(crate) fn start(store: Arc<dyn ObjectStore>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(async move {
            let mut reader = Reader::new(store);
            let mut seen = 0;
            while !*stopped.borrow() {
                seen += usize::from(reader.look().await.is_some());
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            seen
        });
        Self { stop, task }
    }

    pub(crate) async fn stop(self) -> usize {
        let _ = self.stop.send(true);
        self.task.await.expect("every release was whole")
    }
}
