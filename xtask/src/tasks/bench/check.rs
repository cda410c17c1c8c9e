//! `cargo xtask bench check`: what a check costs beside the bare cost of reading and parsing, on a tree like those of large sites.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use faq_check::Outcome;
use rayon::prelude::*;

use super::{
    measuring::{build, median, peak, ratio, time},
    tree,
};
use crate::{Console, Error, disk, output, plain::Listing};

/// Flags of `bench check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How often to measure each; the median counts.
    #[arg(long, default_value_t = 9, value_name = "N")]
    pub rounds: usize,

    /// Measure this tree instead of one that is made for it.
    #[arg(long, value_name = "DIR", requires = "reference")]
    pub tree: Option<PathBuf>,

    /// The reference of the tree.
    #[arg(long, value_name = "TAG")]
    pub reference: Option<String>,

    /// Write the tree that is made for it to this new folder, and measure nothing.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,

    /// Only read and parse the files of a tree, and print how many entries they have: the floor that a check is compared with.
    #[arg(long, value_name = "DIR", hide = true)]
    pub floor: Option<PathBuf>,
}

pub(super) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    if let Some(tree) = &args.floor {
        console.line(&floor(tree)?.to_string())?;
        return Ok(Outcome::Clean);
    }
    if let Some(folder) = &args.write {
        output::new_folder(folder, &tree::generate())?;
        return Ok(Outcome::Clean);
    }
    let program = build(root)?;
    let made = match args.tree {
        Some(_) => None,
        None => Some(output::temporary_folder(&tree::generate())?),
    };
    let tree = args.tree.clone().or_else(|| Some(made.as_ref()?.path().join("tree")));
    let tree = tree.unwrap_or_default();
    let reference = args.reference.as_deref().unwrap_or(tree::REFERENCE);
    let size = size_of(&tree)?;
    console.line(&format!("{} files, {:.1} MB", size.files, size.bytes / 1e6))?;

    let measured = measure(&program, &tree, reference, args.rounds.max(1))?;
    for (name, times) in [
        ("read and parse, 2 threads", &measured.floor),
        ("check, 2 threads", &measured.two),
        ("check, 1 thread", &measured.one),
    ] {
        console.line(&format!("{name:<28} {:>7.1} ms (median)", median(times) * 1000.0))?;
    }
    for (name, value, target) in [
        ("check / read and parse", ratio(&measured.two, &measured.floor), "at most 2.0"),
        ("one thread / two threads", ratio(&measured.one, &measured.two), "at least 1.7"),
        ("peak memory / bytes", measured.peak / size.bytes, "at most 8"),
    ] {
        console.line(&format!("{name:<28} {value:>7.2}    (to reach: {target})"))?;
    }
    Ok(Outcome::Clean)
}

/// Reads and parses every Fluent file below `tree`, as many side by side as there are threads. Returns the number of entries.
fn floor(tree: &Path) -> Result<usize, Error> {
    let listing = Listing::of(tree)?;
    let entries = listing.paths.par_iter().map(|path| {
        let text = disk::read_plainly(&tree.join(path));
        match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) | Err((resource, _)) => resource.body.len(),
        }
    });
    Ok(entries.sum())
}

/// What the files of a tree take up.
struct Size {
    files: usize,
    /// Exact as long as a tree has less than 2⁵³ bytes.
    bytes: f64,
}

fn size_of(tree: &Path) -> Result<Size, Error> {
    let listing = Listing::of(tree)?;
    let bytes = |path: &String| f64::from(disk::length(&tree.join(path)));
    Ok(Size { files: listing.paths.len(), bytes: listing.paths.iter().map(bytes).sum() })
}

/// Seconds of each round, and the most memory of a check, in bytes.
struct Measured {
    floor: Vec<f64>,
    two: Vec<f64>,
    one: Vec<f64>,
    peak: f64,
}

/// Runs all three in turn, so that a machine that slows down slows all of them; the first round warms up and does not count.
fn measure(program: &Path, tree: &Path, reference: &str, rounds: usize) -> Result<Measured, Error> {
    let mut measured = Measured { floor: vec![], two: vec![], one: vec![], peak: 0.0 };
    let check = |threads: &str| {
        let mut command = Command::new(program);
        command.env("RAYON_NUM_THREADS", threads).arg("--root").arg(tree);
        command.args(["check", "--reference", reference, "--format", "json"]);
        command
    };
    for round in 0..=rounds {
        let mut floor = Command::new(program);
        floor.env("RAYON_NUM_THREADS", "2").args(["bench", "check", "--floor"]).arg(tree);
        let times = (time(floor)?, time(check("2"))?, time(check("1"))?);
        if round > 0 {
            measured.floor.push(times.0.as_secs_f64());
            measured.two.push(times.1.as_secs_f64());
            measured.one.push(times.2.as_secs_f64());
        }
    }
    let output = check("2")
        .arg("--timings")
        .stdout(Stdio::null())
        .output()
        .map_err(|error| Error::Io(program.to_owned(), error))?;
    measured.peak = peak(&output.stderr);
    Ok(measured)
}
