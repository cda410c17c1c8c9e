//! Ctrl-C: the process ends at once, unless something is being written; then it ends when that is in its place.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Held while files are written.
static WRITING: Mutex<()> = Mutex::new(());

/// What a shell says of a process that was interrupted.
const EXIT_CODE: i32 = 130;

/// Lets Ctrl-C wait until the returned guard is dropped. Not to be called by whoever holds one.
pub(crate) fn hold() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Listens for Ctrl-C. Where that cannot be, it ends the process at once, as without us.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        let _held = hold();
        std::process::exit(EXIT_CODE);
    });
}
