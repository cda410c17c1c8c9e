//! Ctrl-C: the process ends at once, unless something is being written; then it ends when that is in its place.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

/// Held while files are written.
static WRITING: Mutex<()> = Mutex::new(());

/// Whether somebody waits for that.
static ASKED: AtomicBool = AtomicBool::new(false);

/// What a shell says of a process that was interrupted.
pub(crate) const EXIT_CODE: u8 = 130;

/// Lets Ctrl-C wait until the returned guard is dropped. Not to be called by whoever holds one.
pub(crate) fn hold() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether Ctrl-C waits. Who writes much can give it up and clear away what is not yet in its place.
pub(crate) fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Listens for Ctrl-C. Where that cannot be, it ends the process at once, as without us.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        ASKED.store(true, Ordering::Relaxed);
        let _held = hold();
        std::process::exit(EXIT_CODE.into());
    });
}
