//! Flags and arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::tasks::{bundle, check, ci, docs, explain, fmt};

/// One FAQ in every language its readers need, provably complete.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
pub struct Cli {
    /// Folder that holds `locales/`.
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,

    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Check all locales and write the FAQ in all of them.
    Bundle(bundle::Args),
    /// Check all locales.
    Check(check::Args),
    /// Run all tests and checks.
    Ci(ci::Args),
    /// Write the documents that are generated.
    Docs(docs::Args),
    /// Explain a rule.
    Explain(explain::Args),
    /// Bring the locales' files into their usual form.
    Fmt(fmt::Args),
    /// Show how complete each locale is.
    Status,
}
