//! How often a storage that fails is asked again.

use std::{
    future::Future,
    time::{Duration, Instant},
};

use object_store::Error as StoreError;

use crate::Error;

/// How often a storage that fails is asked again, and after what time.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often in all.
    pub attempts: u32,
    /// The first wait. Each is twice as long as the one before, up to [`LONGEST`].
    pub wait: Duration,
}

/// Longest wait.
const LONGEST: Duration = Duration::from_secs(10);
/// After this nothing is asked again: a server that is silent each time would otherwise take many minutes.
const ENOUGH: Duration = Duration::from_mins(2);

impl Default for Patience {
    /// Twenty seconds of waiting in all, or less.
    fn default() -> Self {
        Self { attempts: 8, wait: Duration::from_millis(200) }
    }
}

impl Patience {
    /// Does `request` until it succeeds, fails for good, or has failed often enough.
    pub(crate) async fn ask<T, F>(&self, path: &str, request: impl Fn() -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        let begun = Instant::now();
        let mut attempt = 1;
        loop {
            let is_last = attempt >= self.attempts || begun.elapsed() >= ENOUGH;
            match request().await {
                Ok(done) => return Ok(done),
                Err(error) if is_last || is_final(&error) => {
                    return Err(Error::Store(path.to_owned(), error));
                }
                Err(_) => self.pause(attempt).await,
            }
            attempt += 1;
        }
    }

    /// Waits before the next attempt. Publishers that failed together do not come again together.
    pub(crate) async fn pause(&self, attempt: u32) {
        let wait = self.wait.saturating_mul(1 << attempt.saturating_sub(1).min(16)).min(LONGEST);
        let spread = f64::from(getrandom::u32().unwrap_or_default()) / f64::from(u32::MAX);
        tokio::time::sleep(wait.mul_f64(0.5 + spread / 2.0)).await;
    }
}

/// Whether asking again would bring the same.
pub(crate) fn is_final(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::NotFound { .. }
            | StoreError::AlreadyExists { .. }
            | StoreError::Precondition { .. }
            | StoreError::NotImplemented { .. }
            | StoreError::NotSupported { .. }
            | StoreError::PermissionDenied { .. }
            | StoreError::Unauthenticated { .. }
            | StoreError::InvalidPath { .. }
            | StoreError::UnknownConfigurationKey { .. }
    )
}
