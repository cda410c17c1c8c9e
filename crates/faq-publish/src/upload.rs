//! Sending the files of a release: what is there already is not sent again, and what was sent is read back.

use std::collections::BTreeMap;

use faq_bundle::{Difference, Form, Manifest, Wrong};
use futures_util::{StreamExt, TryStreamExt, stream};
use indicatif::ProgressBar;

use crate::{
    Error, Place,
    kinds::{Lasting, attributes},
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
    async fn read(self, form: &Form<'_>) -> Result<Vec<u8>, Error> {
        let (place, path) = match self {
            Self::Folder(place) => (place, form.path()),
            Self::Published(place) => (place, form.object_path()),
        };
        let differs = |wrong| Error::Differs(vec![Difference { path: path.clone(), wrong }]);
        let bytes = place.get(&path).await?.ok_or_else(|| differs(Wrong::Missing))?;
        match form.wrong(&bytes) {
            Some(wrong) => Err(differs(wrong)),
            None => Ok(bytes),
        }
    }
}

/// Sees to it that all files of a release are at a place under the names of their content, compressed ones too. Says how many had
/// to be sent.
pub(crate) async fn send(
    place: &Place,
    source: Source<'_>,
    manifest: &Manifest,
    progress: &ProgressBar,
) -> Result<usize, Error> {
    let forms: BTreeMap<String, Form<'_>> =
        manifest.forms().map(|form| (form.object_path(), form)).collect();
    progress.set_length(forms.len() as u64);
    let sent = stream::iter(&forms).map(|(path, form)| async move {
        let sent = send_form(place, source, form, path).await;
        progress.inc(1);
        sent
    });
    let sent = sent.buffer_unordered(IN_FLIGHT);
    sent.try_fold(0, async |sum, sent| Ok(sum + usize::from(sent))).await
}

/// Whether it had to be sent.
async fn send_form(
    place: &Place,
    source: Source<'_>,
    form: &Form<'_>,
    path: &str,
) -> Result<bool, Error> {
    // Also where nothing has to be sent: whoever changed a file after the release is told.
    let bytes = source.read(form).await?;
    if place.get(path).await?.as_ref() == Some(&bytes) {
        return Ok(false);
    }
    place.put(path, &bytes, &attributes(form, Lasting::ForGood)).await?;
    Ok(true)
}
