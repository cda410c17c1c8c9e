//! Times of whole processes, in pairs: what machines and moments have in common falls out of a ratio.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{Error, timings::PEAK};

/// Where programs that are measured are built, below the root.
const PROGRAMS: &str = "target/release";

/// Builds the program that is measured, and returns where it is.
pub(super) fn build(root: &Path) -> Result<PathBuf, Error> {
    build_program(root, "xtask")
}

/// Builds a program of this workspace, and returns where it is.
pub(super) fn build_program(root: &Path, name: &str) -> Result<PathBuf, Error> {
    let build = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--package", name])
        .current_dir(root)
        .status()
        .map_err(|error| Error::Io("cargo".into(), error))?;
    if !build.success() {
        return Err(Error::Usage("the release build fails".to_owned()));
    }
    Ok(root.join(PROGRAMS).join(name))
}

/// The most memory that a process had, in bytes, as it said on its standard error; 0 where it said nothing.
pub(super) fn peak(stderr: &[u8]) -> f64 {
    let notice = String::from_utf8_lossy(stderr);
    let peak = notice.lines().find_map(|line| line.strip_prefix(PEAK)?.strip_suffix(" kB"));
    peak.and_then(|peak| peak.parse::<f64>().ok()).unwrap_or_default() * 1024.0
}

/// How long a program runs, from its start to its end. What it prints is thrown away.
pub(super) fn time(mut command: Command) -> Result<Duration, Error> {
    let start = Instant::now();
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| Error::Io(command.get_program().into(), error))?;
    Ok(start.elapsed())
}

/// The median of the ratios of each pair: `a` of a round to `b` of the same round.
pub(super) fn ratio(a: &[f64], b: &[f64]) -> f64 {
    let ratios: Vec<f64> = a.iter().zip(b).map(|(a, b)| a / b).collect();
    median(&ratios)
}

/// The value in the middle, 0 of none.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
