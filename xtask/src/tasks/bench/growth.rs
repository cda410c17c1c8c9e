//! `cargo xtask bench growth`: how the cost of a check, of a release and of publishing it grows with a site.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use faq_check::Outcome;

use super::{
    measuring::{build, build_program, median, peak, ratio},
    site,
};
use crate::{Console, Error, disk, output};

/// Flags of `bench growth`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Entries of the largest site; the others have a tenth and a hundredth of them.
    #[arg(long, default_value_t = 1_000, value_name = "N")]
    pub entries: usize,

    /// Locales of each site.
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub locales: usize,

    /// How often to measure each; the median counts.
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub rounds: usize,

    /// Publish sites of so many entries and fewer. The first time, every file is compressed at full strength: minutes for 100 entries,
    /// an hour for 1,000.
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub publish: usize,

    /// Write the largest site to this new folder, and measure nothing.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

pub(super) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    if let Some(folder) = &args.write {
        output::new_folder(folder, &site::generate(args.entries, args.locales))?;
        return Ok(Outcome::Clean);
    }
    let programs = Programs { xtask: build(root)?, publish: build_program(root, "faq-publish")? };
    console.write(HEAD)?;
    for entries in [args.entries / 100, args.entries / 10, args.entries] {
        let files = site::generate(entries.max(1), args.locales);
        let folder = output::temporary_folder(&files)?;
        let site = Site { programs: &programs, root: folder.path().join("tree") };
        let grown = site.measure(args.rounds.max(1), entries <= args.publish)?;
        console.line(&grown.row(entries.max(1)))?;
    }
    Ok(Outcome::Clean)
}

/// The head of the table, whose rows are [`Grown::row`].
const HEAD: &str = "\
| entries × locales | sources, release (MB) | check (µs an entry and locale) | bundle / check | after one edit / check | published again / check: files sent | memory: check / sources, bundle / check |
| --- | --: | --: | --: | --: | --: | --: |
";

/// The programs that are measured.
struct Programs {
    xtask: PathBuf,
    publish: PathBuf,
}

/// A site that is measured.
struct Site<'p> {
    programs: &'p Programs,
    root: PathBuf,
}

/// What was measured: seconds of each round, and the most memory in bytes.
#[derive(Default)]
struct Grown {
    locales: u32,
    sources: f64,
    release: f64,
    check: Vec<f64>,
    check_peak: f64,
    cold: Vec<f64>,
    cold_peak: f64,
    warm: Vec<f64>,
    /// Of the same rounds as `check`; empty where nothing was published.
    published: Vec<f64>,
    /// What is said of the last publication.
    sent: String,
}

impl Site<'_> {
    /// Each in turn, so that a machine that slows down slows all of them.
    fn measure(&self, rounds: usize, is_published: bool) -> Result<Grown, Error> {
        let mut grown = Grown { sources: size(&self.root)?, ..Grown::default() };
        grown.locales = self.locales()?;
        self.xtask(&["review", "start"])?;
        grown.sources = size(&self.root)?;
        self.xtask(&["bundle"])?;
        grown.release = size(&self.root.join("dist"))?;
        if is_published {
            self.publish()?;
        }
        for round in 0..rounds {
            let (seconds, peak) = self.xtask(&["check"])?;
            grown.check.push(seconds);
            grown.check_peak = grown.check_peak.max(peak);
            let (seconds, peak) = self.xtask(&["bundle", "--anew"])?;
            grown.cold.push(seconds);
            grown.cold_peak = grown.cold_peak.max(peak);
            self.edit(round)?;
            grown.warm.push(self.xtask(&["bundle"])?.0);
            if is_published {
                let (seconds, sent) = self.publish()?;
                grown.published.push(seconds);
                grown.sent = sent;
            }
        }
        Ok(grown)
    }

    /// How many locales there are.
    fn locales(&self) -> Result<u32, Error> {
        let registry = disk::read_text(&self.root, "locales/locales.toml")?;
        Ok(u32::try_from(registry.matches("[[locale]]").count()).unwrap_or(u32::MAX))
    }

    /// Runs a task on the site. How long it took, and how much memory.
    fn xtask(&self, arguments: &[&str]) -> Result<(f64, f64), Error> {
        let mut command = Command::new(&self.programs.xtask);
        command.arg("--peak").arg("--root").arg(&self.root).args(arguments);
        let (seconds, output) = timed(command)?;
        Ok((seconds, peak(&output.stderr)))
    }

    /// Publishes the site to a folder. How long it took, and how much was sent.
    fn publish(&self) -> Result<(f64, String), Error> {
        let mut command = Command::new(&self.programs.publish);
        command.arg("publish").arg("--from").arg(self.root.join("dist"));
        command.arg("--place").arg(self.root.join("published"));
        let (seconds, output) = timed(command)?;
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let counts = said.split_once("sequence ").and_then(|(_, rest)| rest.split_once(", "));
        Ok((seconds, counts.map_or_else(String::new, |(_, counts)| counts.to_owned())))
    }

    /// Changes one text of one locale.
    fn edit(&self, round: usize) -> Result<(), Error> {
        let path = site::EDITED;
        let before = disk::read_text(&self.root, path)?;
        let (first, rest) = before.split_once("title = ").unwrap_or_default();
        let (_, rest) = rest.split_once('\n').unwrap_or_default();
        // Never twice the same, or it would have been published already.
        let words = " una".repeat(round + 1);
        let after = format!("{first}title = Preguntas{words}\n{rest}");
        output::replace_text(&self.root, path, &before, &after)
    }
}

/// How long a program runs that has to succeed, and what it prints.
fn timed(mut command: Command) -> Result<(f64, std::process::Output), Error> {
    let start = Instant::now();
    let program = command.get_program().to_owned();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| Error::Io(program.into(), error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stdout);
        let said = format!("{said}{}", String::from_utf8_lossy(&output.stderr));
        return Err(Error::Usage(format!("{command:?} fails:\n{said}")));
    }
    Ok((start.elapsed().as_secs_f64(), output))
}

/// Bytes of all files below a folder. Exact as long as there are less than 2⁵³.
fn size(folder: &Path) -> Result<f64, Error> {
    let paths = disk::read_paths(folder)?;
    Ok(paths.iter().map(|path| f64::from(disk::length(&folder.join(path)))).sum())
}

impl Grown {
    /// The row of the table.
    fn row(&self, entries: usize) -> String {
        let entries = u32::try_from(entries).unwrap_or(u32::MAX);
        let texts = f64::from(entries) * f64::from(self.locales);
        let published = match self.published.as_slice() {
            [] => "—".to_owned(),
            some => format!("{:.1}: {}", ratio(some, &self.check), self.sent),
        };
        format!(
            "| {entries} × {} | {:.1}, {:.1} | {:.1} | {:.2} | {:.2} | {published} | {:.2}, {:.2} |",
            self.locales,
            self.sources / 1e6,
            self.release / 1e6,
            median(&self.check) * 1e6 / texts,
            ratio(&self.cold, &self.check),
            ratio(&self.warm, &self.check),
            self.check_peak / self.sources,
            self.cold_peak / self.check_peak,
        )
    }
}
