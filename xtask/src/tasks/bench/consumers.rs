//! `cargo xtask bench consumers`: what the FAQ costs a site, in bytes and time, beside a Fluent runtime with the Fluent texts.

mod measured;
mod table;
mod thousand;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use faq_check::Outcome;
use faq_emit::OutputFile;

use self::table::Table;
use crate::{Console, Error, Project, disk, output};

/// Where Fluent's runtime for JavaScript is installed, and the bundler.
const PACKAGES: [&str; 2] = ["tests/runtimes", "tests/npm"];
/// Where the program in Rust is built, so that what it depends on is built once.
const TARGET: &str = "target/consumers";

/// Flags of `bench consumers`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many new processes are asked for their first answer, in each way; the median counts.
    #[arg(long, default_value_t = 21, value_name = "N")]
    pub processes: usize,
}

pub(super) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let thousand = thousand::project(project.catalog.interface())?;
    let mut files = measured::folder("faq", &project)?;
    files.extend(measured::folder("thousand", &thousand)?);
    files.extend(program(root)?);
    let made = output::temporary_folder(&files)?;
    let folder = made.path().join("tree");
    for package in PACKAGES.iter().filter(|it| !root.join(it).join("node_modules").is_dir()) {
        let ci = ["ci", "--prefix", package, "--no-audit", "--no-fund", "--silent"];
        said(Command::new("npm").args(ci).current_dir(root))?;
    }
    let rust = build(root, &folder)?;
    let node = |script: &str| {
        let mut command = Command::new("node");
        command.arg(root.join("tests/cost").join(script)).arg(&folder);
        command
    };
    let mut table = Table::default();
    table.read(&said(&mut node("bytes.mjs"))?)?;
    table.read(&said(Command::new(&rust).arg(&folder))?)?;
    table.read(&said(&mut node("times.mjs"))?)?;
    for (name, project) in [("faq", &project), ("thousand", &thousand)] {
        let asked = measured::asked(name, project, &files);
        // In turn, so that a machine that slows down slows all of them.
        for _ in 0..args.processes.max(1) {
            for way in ["fluent", "json", "crate"] {
                let mut first = Command::new(&rust);
                first.arg(&folder).args(["first", name, way]).args(&asked);
                table.add("rust first", name, way, &said(&mut first)?)?;
            }
            for way in ["fluent", "json", "npm"] {
                let first = said(node("times.mjs").args(["first", name, way]))?;
                table.add("node first", name, way, &first)?;
            }
        }
    }
    console.write(&table.to_string())?;
    Ok(Outcome::Clean)
}

/// The measuring program in Rust.
fn program(root: &Path) -> Result<Vec<OutputFile>, Error> {
    let file = |path: &str, text: String| OutputFile {
        path: format!("site/{path}"),
        bytes: text.into_bytes(),
    };
    let repository =
        std::path::absolute(root).map_err(|error| Error::Io(root.to_owned(), error))?;
    let manifest = disk::read_text(root, "tests/cost/Cargo.toml")?;
    Ok(vec![
        file("Cargo.toml", manifest.replace("REPOSITORY", &repository.to_string_lossy())),
        // The versions that this repository has.
        file("Cargo.lock", disk::read_text(root, "Cargo.lock")?),
        file("src/generated.rs", disk::read_text(root, "tests/cost/generated.rs")?),
        file("src/main.rs", disk::read_text(root, "tests/cost/main.rs")?),
    ])
}

/// Builds that program, and returns where it is.
fn build(root: &Path, folder: &Path) -> Result<PathBuf, Error> {
    let target =
        std::path::absolute(root.join(TARGET)).map_err(|error| Error::Io(TARGET.into(), error))?;
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--quiet", "--offline"]).current_dir(folder.join("site"));
    said(build.env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join("release/cost"))
}

/// What a program prints.
fn said(command: &mut Command) -> Result<String, Error> {
    let program = PathBuf::from(command.get_program());
    let output = command.output().map_err(|error| Error::Io(program.clone(), error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::Usage(format!("{} fails: {said}", program.display())));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
