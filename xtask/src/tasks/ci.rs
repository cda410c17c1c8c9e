//! `cargo xtask ci`: everything that has to hold, one step after the other.

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
}

/// One step: its name, the program and its arguments.
struct Step {
    name: &'static str,
    program: &'static str,
    arguments: &'static [&'static str],
    needs: Needs,
    /// Whether to run it as on a machine of another place: time zone, language, one thread.
    elsewhere: bool,
}

/// What has to be installed for a step to run. Without it the step is skipped, which on a machine of CI is a failure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Nothing but Rust.
    Nothing,
    /// Node and a Chromium.
    Browser,
    /// A program that CI has, by its name.
    Program(&'static str),
    /// A command of cargo that CI may lack, by its name.
    OptionalCommand(&'static str),
}

/// Names under which Chromium is installed.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn steps() -> Vec<Step> {
    let step = |name, program, arguments| Step {
        name,
        program,
        arguments,
        needs: Needs::Nothing,
        elsewhere: false,
    };
    let with = |needs, name, program, arguments| Step {
        name,
        program,
        arguments,
        needs,
        elsewhere: false,
    };
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
        step("documentation tests", "cargo", &["test", "--workspace", "--doc", "--quiet"]),
        step("generated documents", "cargo", &["xtask", "docs", "--check"]),
        step("check", "cargo", &["xtask", "check"]),
        step("locale files are formatted", "cargo", &["xtask", "fmt", "--check"]),
        step(
            "hostile input in a release build",
            "cargo",
            &["test", "--release", "--quiet", "-p", "plainspoken-tests", "hostile"],
        ),
        step("bundle", "cargo", &["xtask", "bundle", "--out", "target/ci/dist"]),
        Step {
            elsewhere: true,
            ..step(
                "the same bytes elsewhere",
                "cargo",
                &["xtask", "bundle", "--out", "target/ci/again"],
            )
        },
        step("no difference", "diff", &["--recursive", "target/ci/dist", "target/ci/again"]),
        with(
            Needs::Browser,
            "browser packages",
            "npm",
            &["ci", "--prefix", "tests/browser", "--no-audit", "--no-fund"],
        ),
        with(
            Needs::Browser,
            "browser tests",
            "node",
            &["--test", "--test-reporter=dot", "tests/browser/pages.test.mjs"],
        ),
        with(Needs::Program("zizmor"), "workflows", "zizmor", &["--offline", "--quiet", "."]),
        // Advisories need the network and change by the day: `cargo deny check advisories` is for whoever has both.
        with(
            Needs::OptionalCommand("deny"),
            "dependencies",
            "cargo",
            &["deny", "check", "bans", "licenses", "sources"],
        ),
    ]
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let on_ci = std::env::var_os("CI").is_some();
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    let browser = BROWSERS.iter().find_map(|name| find_program(name));
    for step in steps() {
        let there = match step.needs {
            Needs::Nothing => true,
            Needs::Browser => browser.is_some() && find_program("node").is_some(),
            Needs::Program(name) => find_program(name).is_some(),
            Needs::OptionalCommand(name) => cargo_has(name),
        };
        if !there {
            skipped.push(step.name);
            if on_ci && !matches!(step.needs, Needs::OptionalCommand(_)) {
                failed.push(step.name);
            }
            continue;
        }
        console.line(&format!("── {}", step.name))?;
        let start = Instant::now();
        let mut command = Command::new(step.program);
        if let (Needs::Browser, Some(browser)) = (step.needs, &browser) {
            command.env("CHROMIUM", browser);
        }
        if step.elsewhere {
            command.envs([
                ("TZ", "Pacific/Kiritimati"),
                ("LANG", "tr_TR.UTF-8"),
                ("LC_ALL", "tr_TR.UTF-8"),
                ("RAYON_NUM_THREADS", "1"),
            ]);
        }
        let done = command
            .args(step.arguments)
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

/// Where a program is, by the folders of `PATH`.
fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}
