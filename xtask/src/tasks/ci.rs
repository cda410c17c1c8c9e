//! `cargo xtask ci`: everything that has to hold, one step after the other.

use std::{
    path::Path,
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
    /// A program that has to be there for the step to run; without it the step is skipped outside of CI.
    needs: Option<Tool>,
}

/// A program that not every machine has.
#[derive(Clone, Copy)]
struct Tool {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Whether a machine of CI may lack it.
    optional: bool,
}

const NEXTEST: Tool = Tool { name: "cargo", arguments: &["nextest", "--version"], optional: true };
const DENY: Tool = Tool { name: "cargo", arguments: &["deny", "--version"], optional: true };
const ZIZMOR: Tool = Tool { name: "zizmor", arguments: &["--version"], optional: false };
const CHROMIUM: Tool = Tool { name: "chromium", arguments: &["--version"], optional: false };

fn steps(nextest: bool) -> Vec<Step> {
    let step = |name, program, arguments| Step { name, program, arguments, needs: None };
    let needs =
        |name, program, arguments, tool| Step { name, program, arguments, needs: Some(tool) };
    let tests = if nextest {
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
        step("bundle", "cargo", &["xtask", "bundle", "--out", "target/ci/dist"]),
        needs(
            "browser packages",
            "npm",
            &["ci", "--prefix", "tests/browser", "--no-audit", "--no-fund"],
            CHROMIUM,
        ),
        needs("browser tests", "node", &["--test", "tests/browser"], CHROMIUM),
        needs("workflows", "zizmor", &["--offline", "--quiet", ".github"], ZIZMOR),
        needs("dependencies", "cargo", &["deny", "check"], DENY),
    ]
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let on_ci = std::env::var_os("CI").is_some();
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    for step in steps(is_there(NEXTEST)) {
        if step.needs.is_some_and(|tool| !is_there(tool)) {
            skipped.push(step.name);
            if on_ci && step.needs.is_some_and(|tool| !tool.optional) {
                failed.push(step.name);
            }
            continue;
        }
        console.line(&format!("── {}", step.name))?;
        let start = Instant::now();
        let done = Command::new(step.program)
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

fn is_there(tool: Tool) -> bool {
    let mut command = Command::new(tool.name);
    command.args(tool.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
