//! `cargo xtask preview`: shows a page as readers will see it, with every finding at its place.
//!
//! The page is made and served by the program `faq-preview`, so that whoever only checks builds no web server.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use chrono::NaiveDate;
use faq_check::Outcome;

use crate::Error;

/// Flags of `preview`.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
pub struct Args {
    /// The language; `en-XA` (longer, with accents) and `ar-XB` (from right to left) are made up from the reference.
    pub tag: String,

    /// Open it in a browser.
    #[arg(long)]
    pub open: bool,

    /// Serve it on this machine; it follows whenever a file is saved, until Ctrl-C.
    #[arg(long)]
    pub watch: bool,

    /// Show the reference text beside each text.
    #[arg(long)]
    pub beside: bool,

    /// File to write [default: a new one in the folder for temporary files].
    #[arg(long, value_name = "FILE", conflicts_with = "watch")]
    pub output: Option<PathBuf>,

    /// Port to serve it on [default: a free one].
    #[arg(long, value_name = "NUMBER", requires = "watch")]
    pub port: Option<u16>,
}

/// The program that makes the page.
const PROGRAM: [&str; 5] = ["run", "--quiet", "--package", "faq-preview", "--"];

pub(crate) fn run(root: &Path, today: Option<NaiveDate>, args: &Args) -> Result<Outcome, Error> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(&cargo);
    command.args(PROGRAM).args(arguments(root, today, args));
    become_program(&mut command).map_err(|error| Error::Io(cargo.into(), error))
}

/// The program takes the place of this one, so that whatever ends this one ends it.
#[cfg(unix)]
fn become_program(command: &mut Command) -> std::io::Result<Outcome> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> std::io::Result<Outcome> {
    let is_clean = command.status()?.success();
    Ok(if is_clean { Outcome::Clean } else { Outcome::Refused })
}

/// These flags as the program takes them.
fn arguments(root: &Path, today: Option<NaiveDate>, args: &Args) -> Vec<OsString> {
    let Args { tag, open, watch, beside, output, port } = args;
    let mut arguments: Vec<OsString> = vec!["--root".into(), root.into()];
    let mut add = |name: &str, value: Option<OsString>| {
        if let Some(value) = value {
            arguments.extend([name.into(), value]);
        }
    };
    add("--today", today.map(|day| day.to_string().into()));
    add("--output", output.as_ref().map(Into::into));
    add("--port", port.map(|port| port.to_string().into()));
    let flags = [("--open", *open), ("--watch", *watch), ("--beside", *beside)];
    arguments.extend(flags.iter().filter(|(_, is_set)| *is_set).map(|(name, _)| (*name).into()));
    // What starts with a hyphen is a language that does not exist, and no flag.
    arguments.extend(["--".into(), tag.into()]);
    arguments
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    /// As the program reads its command line.
    #[derive(Parser)]
    struct Program {
        #[arg(long)]
        root: PathBuf,
        #[arg(long)]
        today: Option<NaiveDate>,
        #[command(flatten)]
        args: Args,
    }

    #[test]
    fn the_program_is_given_every_flag() {
        let alone = Args {
            tag: "fr".into(),
            open: true,
            watch: false,
            beside: true,
            output: Some("a b.html".into()),
            port: None,
        };
        let served = Args { watch: true, output: None, port: Some(8000), ..alone.clone() };
        let today = "2027-01-02".parse().ok();
        for args in [alone, served] {
            let given = arguments(Path::new("some where"), today, &args);
            let program = Program::parse_from([OsString::from("program")].into_iter().chain(given));
            assert_eq!(program.root, Path::new("some where"));
            assert_eq!((program.today, program.args), (today, args));
        }
    }
}
