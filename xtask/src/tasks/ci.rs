//! `cargo xtask ci`: everything that has to hold, one step after the other.

mod long;

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use faq_check::Outcome;

use crate::{Console, Error};

/// Flags of `ci`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Go on after a step that fails, and name all that failed at the end.
    #[arg(long)]
    pub keep_going: bool,

    /// Run what takes hours as well: mutants of the rules, the fuzzers, every case of `accuracy`, the bench.
    #[arg(long)]
    pub long: bool,

    /// How long each fuzzer may look for something.
    #[arg(long, value_name = "N", default_value_t = 10, requires = "long")]
    pub minutes: u32,

    /// Which part of the mutants to try, `0/8` for the first of eight; all of them take half a day.
    #[arg(long, value_name = "K/N", requires = "long")]
    pub shard: Option<String>,
}

/// One step: its name, the program and its arguments.
struct Step {
    name: String,
    program: &'static str,
    arguments: Vec<String>,
    needs: Needs,
    environment: &'static [(&'static str, &'static str)],
}

impl Step {
    fn new(name: &str, program: &'static str, arguments: &[&str]) -> Self {
        Self {
            name: name.to_owned(),
            program,
            arguments: arguments.iter().map(|it| (*it).to_owned()).collect(),
            needs: Needs::Nothing,
            environment: &[],
        }
    }

    fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    fn with(self, environment: &'static [(&'static str, &'static str)]) -> Self {
        Self { environment, ..self }
    }
}

/// What has to be installed for a step to run. Without it the step is skipped, which on a machine of CI is a failure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Nothing but Rust.
    Nothing,
    /// Node and a Chromium.
    Browser,
    /// Node and Python, and what `.ci/install` puts beside it.
    Runtimes,
    /// Python, and what `.ci/install` puts beside it.
    Readers,
    /// A program that CI has, by its name.
    Program(&'static str),
    /// A system to compile for, which a machine without rustup or network may lack.
    Target(&'static str),
    /// A command of cargo that CI may lack, by its name.
    OptionalCommand(&'static str),
    /// A command of cargo that only `--long` needs, by its name.
    LongCommand(&'static str),
}

/// A machine of another place: time zone, language, one thread.
const ELSEWHERE: &[(&str, &str)] = &[
    ("TZ", "Pacific/Kiritimati"),
    ("LANG", "tr_TR.UTF-8"),
    ("LC_ALL", "tr_TR.UTF-8"),
    ("RAYON_NUM_THREADS", "1"),
];

/// What `tests/runtimes` needs of JavaScript, in a folder beside it.
const NPM_CI: [&str; 5] = ["ci", "--prefix", "tests/runtimes", "--no-audit", "--no-fund"];

/// The site of `tests/static-site` in a browser: as readers see it, and as it is attacked.
const SITE: &str = "tests/browser/static-site.test.mjs";
const ATTACKS: &str = "tests/browser/static-site-attacks.test.mjs";

/// Where `.ci/install` puts what `tests/runtimes` needs of Python.
const RUNTIMES: &str = "target/ci/runtimes";

/// Where `.ci/install` puts other people's readers of translators' formats.
const READERS: &str = "target/ci/readers";

/// A system without a standard library. `.ci/install` adds it where it can.
const BARE: &str = "x86_64-unknown-none";

/// Names under which Chromium is installed.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn steps() -> Vec<Step> {
    let step = Step::new;
    let tests = if cargo_has("nextest") {
        step("tests", "cargo", &["nextest", "run", "--workspace", "--status-level", "fail"])
    } else {
        step("tests", "cargo", &["test", "--workspace", "--lib", "--bins", "--tests", "--quiet"])
    };
    vec![
        step("format", "cargo", &["fmt", "--all", "--check"]),
        step(
            "clippy",
            "cargo",
            &["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"],
        ),
        tests,
        step("packages for JavaScript", "npm", &NPM_CI).needs(Needs::Runtimes),
        step(
            "the same text in JavaScript and Python",
            "cargo",
            &["test", "-p", "plainspoken-tests", "--quiet", "--", "--ignored", "runtimes"],
        )
        .needs(Needs::Runtimes),
        step("documentation tests", "cargo", &["test", "--workspace", "--doc", "--quiet"]),
        step("the reader of a site by itself", "cargo", &["check", "--quiet", "-p", "faq-bundle"]),
        step(
            "the reader of a site without an operating system",
            "cargo",
            &["check", "--quiet", "-p", "faq-bundle", "--target", BARE],
        )
        .needs(Needs::Target(BARE)),
        step("generated documents", "cargo", &["xtask", "docs", "--check"]),
        step("accuracy", "cargo", &["xtask", "accuracy"]),
        step("check", "cargo", &["xtask", "check"]),
        step("locale files are formatted", "cargo", &["xtask", "fmt", "--check"]),
        step(
            "hostile input in a release build",
            "cargo",
            &["test", "--release", "--quiet", "-p", "plainspoken-tests", "hostile"],
        ),
        step("bundle", "cargo", &["xtask", "bundle", "--out", "target/ci/dist"]),
        step("the same bytes elsewhere", "cargo", &["xtask", "bundle", "--out", "target/ci/again"])
            .with(ELSEWHERE),
        step("no difference", "diff", &["--recursive", "target/ci/dist", "target/ci/again"]),
        step(
            "browser packages",
            "npm",
            &["ci", "--prefix", "tests/browser", "--no-audit", "--no-fund"],
        )
        .needs(Needs::Browser),
        step(
            "browser tests",
            "node",
            &["--test", "--test-reporter=dot", "tests/browser/pages.test.mjs"],
        )
        .needs(Needs::Browser),
        step(
            "a static site in a browser",
            "node",
            &["--test", "--test-reporter=dot", "--test-concurrency=1", SITE, ATTACKS],
        )
        .needs(Needs::Browser),
        step(
            "the preview in a browser",
            "node",
            &["--test", "--test-reporter=dot", "tests/browser/preview.test.mjs"],
        )
        .needs(Needs::Browser),
        step("other people's readers", "python3", &["tests/exchange/readers_test.py"])
            .needs(Needs::Readers),
        step(
            "packages for the npm package's tests",
            "npm",
            &["ci", "--prefix", "tests/npm", "--no-audit", "--no-fund"],
        )
        .needs(Needs::Program("npm")),
        step(
            "npm package",
            "node",
            &["--test", "--test-reporter=dot", "tests/npm/package.test.mjs"],
        )
        .needs(Needs::Program("npm")),
        step("workflows", "zizmor", &["--offline", "--quiet", "."]).needs(Needs::Program("zizmor")),
        // Advisories need the network and change by the day: `cargo deny check advisories` is for whoever has both.
        step("dependencies", "cargo", &["deny", "check", "bans", "licenses", "sources"])
            .needs(Needs::OptionalCommand("deny")),
    ]
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let on_ci = std::env::var_os("CI").is_some();
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    let browser = BROWSERS.iter().find_map(|name| find_program(name));
    let long = if args.long { long::steps(args) } else { Vec::new() };
    for step in steps().into_iter().chain(long) {
        let there = match step.needs {
            Needs::Nothing => true,
            Needs::Browser => browser.is_some() && find_program("node").is_some(),
            Needs::Runtimes => {
                let has = |name: &&str| find_program(name).is_some();
                ["node", "npm", "python3"].iter().all(has) && root.join(RUNTIMES).is_dir()
            }
            Needs::Readers => find_program("python3").is_some() && root.join(READERS).is_dir(),
            Needs::Program(name) => find_program(name).is_some(),
            Needs::Target(name) => compiles_for(name),
            Needs::OptionalCommand(name) | Needs::LongCommand(name) => cargo_has(name),
        };
        if !there {
            if on_ci && !matches!(step.needs, Needs::OptionalCommand(_) | Needs::Target(_)) {
                failed.push(step.name.clone());
            }
            if let Needs::LongCommand(name) = step.needs {
                skipped.push(format!("{} (`cargo install --locked cargo-{name}`)", step.name));
            } else {
                skipped.push(step.name);
            }
            continue;
        }
        console.line(&format!("── {}", step.name))?;
        let start = Instant::now();
        let mut command = Command::new(step.program);
        if let (Needs::Browser, Some(browser)) = (step.needs, &browser) {
            command.env("CHROMIUM", browser);
        }
        let done = command
            .args(&step.arguments)
            .envs(step.environment.iter().copied())
            .current_dir(root)
            .stdin(Stdio::null())
            .status()
            .map_err(|error| Error::Io(step.program.into(), error))?
            .success();
        console.line(&format!(
            "   {} after {:.1} s",
            if done { "done" } else { "FAILED" },
            start.elapsed().as_secs_f32()
        ))?;
        if !done {
            failed.push(step.name);
            if !args.keep_going {
                break;
            }
        }
    }
    if !skipped.is_empty() {
        console.line(&format!(
            "skipped, because a program is not installed: {}",
            skipped.join(", ")
        ))?;
    }
    if failed.is_empty() {
        console.line("everything holds")?;
        return Ok(Outcome::Clean);
    }
    console.line(&format!("failed: {}", failed.join(", ")))?;
    Ok(Outcome::Refused)
}

/// Whether cargo has this command, its own or an installed one.
fn cargo_has(command: &str) -> bool {
    find_program(&format!("cargo-{command}")).is_some()
}

/// Whether the compiler can make programs for this system.
fn compiles_for(target: &str) -> bool {
    let said =
        Command::new("rustc").args(["--print", "target-libdir", "--target", target]).output();
    said.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).is_dir())
}

/// Where a program is, by the folders of `PATH`.
fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}
