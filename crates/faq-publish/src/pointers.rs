//! Pointers: one for each publication, for good, and `current.json`, which says the same as the newest.

use std::collections::BTreeSet;

use faq_bundle::{CURRENT, POINTERS, Pointer, pointer_path, sequence_in};

use crate::{
    Error, Place,
    kinds::{Lasting, plain_attributes},
};

/// How often somebody else may come in between before it is somebody else's turn to set things right.
const ROUNDS: usize = 50;

/// The sequences that there are.
pub(crate) async fn sequences(place: &Place) -> Result<BTreeSet<u64>, Error> {
    Ok(place.list(POINTERS).await?.iter().filter_map(|path| sequence_in(path)).collect())
}

/// The pointer of a sequence, and its bytes.
pub(crate) async fn read(place: &Place, sequence: u64) -> Result<(Pointer, Vec<u8>), Error> {
    let path = pointer_path(sequence);
    let bytes = place.read(&path).await?;
    let pointer = Pointer::parse(&String::from_utf8_lossy(&bytes));
    Ok((pointer.map_err(|error| Error::Malformed(path, error))?, bytes))
}

/// The same, where it may be removed meanwhile.
pub(crate) async fn find(
    place: &Place,
    sequence: u64,
) -> Result<Option<(Pointer, Vec<u8>)>, Error> {
    match read(place, sequence).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The newest pointer and its bytes, where something was published already.
pub(crate) async fn newest(place: &Place) -> Result<Option<(Pointer, Vec<u8>)>, Error> {
    match sequences(place).await?.last() {
        Some(newest) => Ok(Some(read(place, *newest).await?)),
        None => Ok(None),
    }
}

/// Publishes the pointer. Of several publishers exactly one can do it for each sequence; for the others it is an error.
pub(crate) async fn create(place: &Place, pointer: &Pointer) -> Result<(), Error> {
    // Where this sequence was published and swept meanwhile, there is none of this name and a newer one.
    if sequences(place).await?.last().is_some_and(|newest| *newest >= pointer.sequence) {
        return Err(Error::Raced(pointer.sequence));
    }
    let path = pointer_path(pointer.sequence);
    let attributes = plain_attributes(&path, Lasting::ForGood);
    if place.create(&path, &written(pointer), &attributes).await? {
        Ok(())
    } else {
        Err(Error::Raced(pointer.sequence))
    }
}

/// Lets `current.json` say what the newest pointer says, which is given back. A slower publisher may put an older one there in
/// between; it looks again after that, as this does.
pub(crate) async fn settle(place: &Place) -> Result<Pointer, Error> {
    let attributes = plain_attributes(CURRENT, Lasting::UntilTheNext);
    for _ in 0..ROUNDS {
        let current = place.find(CURRENT).await?;
        let (newest, bytes) =
            newest(place).await?.ok_or_else(|| Error::Missing(POINTERS.to_owned()))?;
        if current.as_ref().is_some_and(|current| current.bytes == bytes) {
            return Ok(newest);
        }
        place.replace(CURRENT, current, &bytes, &attributes).await?;
    }
    Err(Error::ReadBack(CURRENT.to_owned()))
}

fn written(pointer: &Pointer) -> Vec<u8> {
    // Only maps with odd keys make this fail; there is none.
    let mut bytes = serde_json::to_vec_pretty(pointer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
