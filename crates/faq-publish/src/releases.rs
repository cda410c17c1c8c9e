//! What was published at a place.

use chrono::DateTime;
use faq_bundle::{CURRENT, Pointer};

use crate::{Error, Place, pointers};

/// One publication.
#[derive(Debug)]
pub struct Release {
    /// Its pointer.
    pub pointer: Pointer,
    /// Whether `current.json` is this pointer.
    pub is_current: bool,
}

/// Every publication whose pointer is still there, the newest first.
pub async fn releases(place: &Place) -> Result<Vec<Release>, Error> {
    let current = place.get(CURRENT).await?;
    let mut releases = Vec::new();
    for sequence in pointers::sequences(place).await?.into_iter().rev() {
        let Some((pointer, bytes)) = pointers::find(place, sequence).await? else { continue };
        releases.push(Release { pointer, is_current: current.as_ref() == Some(&bytes) });
    }
    Ok(releases)
}

impl Release {
    /// One line about it.
    pub fn line(&self, now: u64) -> String {
        let Pointer { sequence, published, expires, manifest, signature, .. } = &self.pointer;
        let release = manifest.get(..12).unwrap_or(manifest);
        let signed = if signature.is_some() { "signed" } else { "not signed" };
        let expiry = if *expires > now { "valid until" } else { "expired" };
        let current = if self.is_current { ", current" } else { "" };
        format!(
            "{sequence:>6}  {}  release {release}  {expiry} {}, {signed}{current}",
            day(*published),
            day(*expires)
        )
    }
}

/// A time in seconds since 1970 as a day and a time of day.
pub(crate) fn day(seconds: u64) -> String {
    let time = i64::try_from(seconds).ok().and_then(|it| DateTime::from_timestamp(it, 0));
    time.map_or_else(|| format!("{seconds}"), |time| time.format("%Y-%m-%d %H:%M UTC").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_a_line() {
        let pointer = Pointer {
            format: 1,
            sequence: 7,
            publication: "0".repeat(32),
            published: 1_795_000_000,
            expires: 1_797_592_000,
            manifest: "0123456789abcdef".repeat(4),
            recalls: None,
            signature: None,
        };
        let release = Release { pointer, is_current: true };
        assert_eq!(
            release.line(1_795_000_001),
            "     7  2026-11-18 11:06 UTC  release 0123456789ab  valid until 2026-12-18 11:06 UTC, not signed, current"
        );
        assert!(release.line(u64::MAX).contains("expired 2026-12-18"));
    }
}
