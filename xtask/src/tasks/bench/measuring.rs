//! Times of whole processes, in pairs: what machines and moments have in common falls out of a ratio.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::Error;

/// The program that is measured, below the root.
const PROGRAM: &str = "target/release/xtask";

/// Builds the program that is measured, and returns where it is.
pub(super) fn build(root: &Path) -> Result<PathBuf, Error> {
    let build = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--package", "xtask"])
        .current_dir(root)
        .status()
        .map_err(|error| Error::Io("cargo".into(), error))?;
    if !build.success() {
        return Err(Error::Usage("the release build fails".to_owned()));
    }
    Ok(root.join(PROGRAM))
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
