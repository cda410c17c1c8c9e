//! How far a long check is, on a terminal only.

use std::{
    io::IsTerminal,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that is over before this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// Time between two looks.
const TICK: Duration = Duration::from_millis(100);

/// Does `work`, which counts its steps, of which there are `total`; meanwhile a bar shows how many `what` are done.
pub(crate) fn watched<T>(total: usize, what: &str, work: impl FnOnce(&AtomicUsize) -> T) -> T {
    let done = AtomicUsize::new(0);
    if !std::io::stderr().is_terminal() || std::env::var_os("CI").is_some() {
        return work(&done);
    }
    thread::scope(|scope| {
        let (working, finished) = channel::<()>();
        scope.spawn(|| draw(total, what, &done, finished));
        let result = work(&done);
        drop(working);
        result
    })
}

#[expect(clippy::needless_pass_by_value, reason = "a receiver cannot be shared between threads")]
fn draw(total: usize, what: &str, done: &AtomicUsize, finished: Receiver<()>) {
    let is_working = |time| finished.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
    if !is_working(PATIENCE) {
        return;
    }
    let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg}") {
        bar.set_style(style);
    }
    bar.set_message(what.to_owned());
    while is_working(TICK) {
        bar.set_position(done.load(Ordering::Relaxed) as u64);
    }
    bar.finish_and_clear();
}
