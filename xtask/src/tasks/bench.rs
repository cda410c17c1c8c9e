//! `cargo xtask bench …`: what things cost, as ratios to a floor or a peer that is measured in the same run.

mod check;
mod consumers;
mod growth;
mod measuring;
mod site;
mod tree;
mod words;

use std::path::Path;

use faq_check::Outcome;

use crate::{Console, Error};

/// What is measured.
#[derive(Debug, clap::Subcommand)]
pub enum Args {
    /// A check beside merely reading and parsing the files.
    Check(check::Args),
    /// How check, release and publishing grow with a site.
    Growth(growth::Args),
    /// What the FAQ costs a site, beside a Fluent runtime with the Fluent texts.
    Consumers(consumers::Args),
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    match args {
        Args::Check(args) => check::run(root, args, console),
        Args::Growth(args) => growth::run(root, args, console),
        Args::Consumers(args) => consumers::run(root, args, console),
    }
}
