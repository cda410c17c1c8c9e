//! `cargo xtask publish`, `rollback` and `releases`: handed to `faq-publish`, a program of its own, so that what speaks to object
//! storage is only built for who needs it.

use std::{path::Path, process::Command};

use faq_check::Outcome;

use crate::Error;

/// Everything after the task's name.
#[derive(Debug, clap::Args)]
#[command(disable_help_flag = true)]
pub struct Args {
    /// What `faq-publish` is told; `--help` says what it knows.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENT")]
    pub rest: Vec<String>,
}

pub(crate) fn run(root: &Path, task: &str, args: &Args) -> Result<Outcome, Error> {
    hand_over(root, task, &args.rest)
}

/// Builds `faq-publish` where it is not yet, and does what it does.
pub(crate) fn hand_over(root: &Path, task: &str, rest: &[String]) -> Result<Outcome, Error> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(&cargo)
        .args(["run", "--quiet", "--manifest-path", manifest, "--package", "faq-publish", "--"])
        .arg(task)
        .args(rest)
        .current_dir(root)
        .status()
        .map_err(|error| Error::Io(cargo.into(), error))?;
    match status.code() {
        Some(0) => Ok(Outcome::Clean),
        Some(1) => Ok(Outcome::Refused),
        Some(code) => Err(Error::Publishing(u8::try_from(code).unwrap_or(3))),
        None => Err(Error::Publishing(3)),
    }
}
