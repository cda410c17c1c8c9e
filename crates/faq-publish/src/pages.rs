//! The files of the current release under their own paths, for readers who come by a page's address.
//!
//! Each of them is whole at any moment. That all are of one release can only be promised to who follows the pointer.

use std::collections::BTreeSet;

use faq_bundle::{Form, MANIFEST, MANIFESTS, Manifest, Pointer, manifest_path};
use futures_util::{StreamExt, TryStreamExt, stream};

use crate::{
    Error, Place,
    kinds::{Lasting, attributes, plain_attributes},
    upload::IN_FLIGHT,
};

/// Puts the files of the release that the pointer names under their own paths, and removes those of other releases.
pub(crate) async fn settle(place: &Place, pointer: &Pointer) -> Result<(), Error> {
    let path = manifest_path(&pointer.manifest);
    let bytes = place.read(&path).await?;
    let manifest = parse(path, &bytes)?;
    let forms = stream::iter(manifest.forms()).map(|form| settle_form(place, form));
    forms.buffer_unordered(IN_FLIGHT).try_collect::<()>().await?;
    if place.get(MANIFEST).await?.as_deref() != Some(&bytes) {
        place.put(MANIFEST, &bytes, &plain_attributes(MANIFEST, Lasting::UntilTheNext)).await?;
    }
    remove_others(place, &manifest).await
}

async fn settle_form(place: &Place, form: Form<'_>) -> Result<(), Error> {
    let path = form.path();
    let there = place.get(&path).await?;
    if there.is_some_and(|bytes| form.wrong(&bytes).is_none()) {
        return Ok(());
    }
    let bytes = place.read(&form.object_path()).await?;
    place.put(&path, &bytes, &attributes(&form, Lasting::UntilTheNext)).await
}

/// A page that no release has any more would go on being found. Only what some manifest here lists is removed.
async fn remove_others(place: &Place, current: &Manifest) -> Result<(), Error> {
    let mut others = BTreeSet::new();
    for path in place.list(MANIFESTS).await? {
        // Somebody may be removing old ones.
        if let Some(bytes) = place.get(&path).await? {
            let manifest = parse(path, &bytes)?;
            others.extend(manifest.forms().map(|form| form.path()));
        }
    }
    for form in current.forms() {
        others.remove(&form.path());
    }
    for path in others {
        place.delete(&path).await?;
    }
    Ok(())
}

fn parse(path: String, bytes: &[u8]) -> Result<Manifest, Error> {
    Manifest::parse_bytes(bytes).map_err(|error| Error::Malformed(path, error))
}
