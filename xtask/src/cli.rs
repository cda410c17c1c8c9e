//! Flags and arguments.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

use crate::{
    Error, day,
    tasks::{
        accuracy, bench, bundle, check, ci, docs, explain, export, fmt, gate, import, new_locale,
        preview, publishing, rename_message, review, sync, verify, waive,
    },
};

/// One FAQ in every language its readers need, provably complete.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
pub struct Cli {
    /// Folder that holds `locales/`.
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,

    /// The day by which waivers end and reviews age [default: that of `SOURCE_DATE_EPOCH`, else today].
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,

    /// Say in the end how much memory it took at most, for `bench growth`.
    #[arg(long, global = true, hide = true)]
    pub peak: bool,

    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

impl Cli {
    pub(crate) fn today(&self) -> Result<NaiveDate, Error> {
        day::today(self.today)
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Measure how well the rules find what is wrong.
    Accuracy(accuracy::Args),
    /// Measure what things cost.
    #[command(subcommand)]
    Bench(bench::Args),
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
    /// Write a language's texts for another tool: XLIFF, PO, CSV, TMX, TBX.
    Export(export::Args),
    /// Bring the locales' files into their usual form.
    Fmt(fmt::Args),
    /// Show what may ship, what is held back, and what would release it.
    Gate(gate::Args),
    /// Take what somebody translated in another tool.
    Import(import::Args),
    /// Begin a language: its files, with every text waiting for its translation.
    NewLocale(new_locale::Args),
    /// Show a page as readers will see it, with every finding at its place.
    Preview(preview::Args),
    /// Make a release that `bundle` wrote the current one of a folder or bucket.
    Publish(publishing::Args),
    /// List what was published in a folder or bucket.
    Releases(publishing::Args),
    /// Give a text another name, in all languages and in the catalog.
    RenameMessage(rename_message::Args),
    /// Record what translations were made from and who reviewed them.
    #[command(subcommand)]
    Review(review::Args),
    /// Make an earlier release of a folder or bucket the current one.
    Rollback(publishing::Args),
    /// Show how complete each locale is.
    Status,
    /// Bring languages in step with the reference: what is missing waits, what is obsolete is moved out.
    Sync(sync::Args),
    /// Compare a release with its manifest.
    Verify(verify::Args),
    /// Accept what a rule finds in one text, with a reason and a last day.
    Waive(waive::Args),
}
