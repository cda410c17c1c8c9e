//! The command line of the project: flags, one task a file, an exit code.
//!
//! Exit codes: 0 clean, 1 an error-level finding or a closed gate, 2 wrong usage, 3 could not run.

mod baseline;
mod cli;
mod console;
mod day;
mod disk;
mod error;
mod interrupt;
mod locale_pair;
mod mending;
mod output;
mod plain;
mod progress;
mod project;
mod subject;
mod tasks;
mod timings;
mod wanted;
mod watch;

use std::process::ExitCode;

use clap::Parser;
pub use cli::{Cli, Task};
pub use console::Console;
pub use day::today;
pub use error::Error;
use faq_check::Outcome;
pub use interrupt::listen as listen_for_interrupts;
pub use output::{replace_file, temporary_file};
pub use project::Project;
pub use tasks::preview::Args as PreviewArgs;
pub use watch::Changes;

/// Runs the task that the process was started for.
pub fn main() -> ExitCode {
    interrupt::listen();
    let cli = Cli::parse();
    let colour = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    let mut stdout = std::io::stdout().lock();
    let mut console = Console::of_terminal(&mut stdout, colour);
    let result = run(&cli, &mut console);
    if cli.peak {
        console::print_notice(&timings::peak_line());
    }
    exit_code(result)
}

/// Runs one task and says what it concluded.
pub fn run(cli: &Cli, console: &mut Console<'_>) -> Result<Outcome, Error> {
    match &cli.task {
        Task::Accuracy(args) => tasks::accuracy::run(&cli.root, args, console),
        Task::Bench(args) => tasks::bench::run(&cli.root, args, console),
        Task::Bundle(args) => tasks::bundle::run(&cli.root, args, cli.today()?, console),
        Task::Check(args) => tasks::check::run(&cli.root, args, cli.today()?, console),
        Task::Ci(args) => tasks::ci::run(&cli.root, args, console),
        Task::Docs(args) => tasks::docs::run(&cli.root, args, console),
        Task::Explain(args) => tasks::explain::run(args, console),
        Task::Export(args) => tasks::export::run(&cli.root, args, cli.today()?, console),
        Task::Fmt(args) => tasks::fmt::run(&cli.root, args, cli.today()?, console),
        Task::Gate(args) => tasks::gate::run(&cli.root, args, cli.today()?, console),
        Task::Import(args) => tasks::import::run(&cli.root, args, cli.today()?, console),
        Task::NewLocale(args) => tasks::new_locale::run(&cli.root, args, console),
        Task::Preview(args) => tasks::preview::run(&cli.root, cli.today, args),
        Task::Publish(args) => tasks::publishing::run(&cli.root, "publish", args),
        Task::Releases(args) => tasks::publishing::run(&cli.root, "releases", args),
        Task::RenameMessage(args) => tasks::rename_message::run(&cli.root, args, console),
        Task::Review(args) => tasks::review::run(&cli.root, args, cli.today()?, console),
        Task::Rollback(args) => tasks::publishing::run(&cli.root, "rollback", args),
        Task::Status => tasks::status::run(&cli.root, cli.today()?, console),
        Task::Sync(args) => tasks::sync::run(&cli.root, args, console),
        Task::Verify(args) => tasks::verify::run(&cli.root, args, console),
        Task::Waive(args) => tasks::waive::run(&cli.root, args, cli.today()?, console),
    }
}

/// What the process says at its end; tells the person at the terminal why a task could not run.
pub fn exit_code(result: Result<Outcome, Error>) -> ExitCode {
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        Err(error) => {
            console::print_error(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
