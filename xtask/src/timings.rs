//! Where the time of a check went: phases, and the files that took longest.

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use faq_check::sanitize;

/// The clock of this process, for whoever must not read one.
pub(crate) fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// Where the time of a check went. Phases that run side by side are added up over the threads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timings {
    /// Finding the files.
    pub(crate) list: Duration,
    /// What each file took.
    pub(crate) files: Vec<FileTime>,
    /// Judging each locale as a whole, after its files.
    pub(crate) locales: Duration,
    /// Putting the findings of all locales together.
    pub(crate) conclude: Duration,
    /// Writing the report.
    pub(crate) report: Duration,
}

/// What one file took.
#[derive(Clone, Debug)]
pub(crate) struct FileTime {
    /// Its path.
    pub(crate) path: String,
    /// Reading it from the disk.
    pub(crate) read: Duration,
    /// Measuring and parsing it.
    pub(crate) parse: Duration,
    /// Walking over its messages.
    pub(crate) extract: Duration,
    /// Judging it.
    pub(crate) judge: Duration,
}

/// So many of the slowest files are named.
const SLOWEST: usize = 10;

impl Timings {
    /// The table that `--timings` prints.
    pub(crate) fn table(&self) -> String {
        let sum = |part: fn(&FileTime) -> Duration| self.files.iter().map(part).sum::<Duration>();
        let phases = [
            ("list", self.list),
            ("read", sum(|file| file.read)),
            ("parse", sum(|file| file.parse)),
            ("extract", sum(|file| file.extract)),
            ("judge files", sum(|file| file.judge)),
            ("judge locales", self.locales),
            ("conclude", self.conclude),
            ("report", self.report),
        ];
        let mut table = String::from("phase             ms, all threads added up\n");
        for (name, time) in phases {
            table.push_str(&format!("{name:<14} {:>8.1}\n", milliseconds(time)));
        }
        let mut files: Vec<&FileTime> = self.files.iter().collect();
        files.sort_by(|a, b| b.total().cmp(&a.total()).then_with(|| a.path.cmp(&b.path)));
        table.push_str("slowest files     ms     read    parse  extract    judge\n");
        for file in files.into_iter().take(SLOWEST) {
            table.push_str(&format!(
                "            {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>8.2}  {}\n",
                milliseconds(file.total()),
                milliseconds(file.read),
                milliseconds(file.parse),
                milliseconds(file.extract),
                milliseconds(file.judge),
                sanitize(file.path.as_str())
            ));
        }
        table.push_str(&peak_line());
        table
    }
}

impl FileTime {
    fn total(&self) -> Duration {
        self.read + self.parse + self.extract + self.judge
    }
}

/// Stands before the peak memory in the table.
pub(crate) const PEAK: &str = "peak memory       ";

/// The most memory that this process had, as a line; nothing where the system does not say.
pub(crate) fn peak_line() -> String {
    peak_memory().map(|peak| format!("{PEAK}{peak} kB\n")).unwrap_or_default()
}

/// The most memory that this process had, in kB, where the system says.
fn peak_memory() -> Option<u64> {
    let status = crate::disk::read_status()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
