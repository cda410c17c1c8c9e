//! Where time goes. The clock belongs to the binary; nothing here reads one.

use std::time::Duration;

/// The time since some moment that stays the same during a run.
pub type Clock = fn() -> Duration;

/// How long reading one file's text took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Measuring it and parsing it.
    pub parse: Duration,
    /// Walking over its messages.
    pub extract: Duration,
}

/// The parts of a span of time, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Laps {
    clock: Option<Clock>,
    last: Duration,
}

impl Laps {
    /// Starts now. Without a clock every lap takes no time.
    pub fn start(clock: Option<Clock>) -> Self {
        Self { clock, last: clock.map_or(Duration::ZERO, |clock| clock()) }
    }

    /// The time since the start or the last lap.
    pub fn lap(&mut self) -> Duration {
        let Some(clock) = self.clock else { return Duration::ZERO };
        let now = clock();
        now.saturating_sub(std::mem::replace(&mut self.last, now))
    }
}
