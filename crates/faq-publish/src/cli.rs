//! Flags, the clock, and what is said.

#![expect(clippy::disallowed_methods, reason = "keys and recalls are files that somebody names")]

use std::{
    fs,
    io::IsTerminal,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use clap::{Parser, Subcommand};
use faq_bundle::MANIFEST;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    Error, Key, Patience, Place, Published, Terms, Trust, Verified, publish, releases, roll_back,
    verify,
};

/// Where the password of a key is looked for.
const PASSWORD: &str = "PLAINSPOKEN_KEY_PASSWORD";

/// Releases to a folder or to object storage, all or nothing.
#[derive(Debug, Parser)]
#[command(name = "faq-publish", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Make a release that `bundle` wrote the current one.
    Publish {
        /// Folder that `bundle` wrote.
        #[arg(long, default_value = "dist", value_name = "DIR")]
        from: String,
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        how: How,
        /// Texts that are withdrawn, as JSON; without it those of the current release stay withdrawn.
        #[arg(long, value_name = "FILE")]
        recalls: Option<PathBuf>,
    },
    /// List what was published.
    Releases {
        #[command(flatten)]
        at: At,
    },
    /// Make an earlier release the current one.
    Rollback {
        /// Sequence of the release; without it the last one that was another than the current one.
        #[arg(value_name = "SEQUENCE")]
        to: Option<u64>,
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        how: How,
    },
    /// Compare everything with what was released; over HTTP, the current release.
    Verify {
        /// Folder, or URL of a bucket or of what the web shows of it.
        #[arg(default_value = "published", value_name = "PLACE")]
        place: String,
        /// minisign key by which the pointer has to be signed: a file, or the line in it.
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
        /// Sequence that the pointer has to have at least.
        #[arg(long, value_name = "SEQUENCE")]
        at_least: Option<u64>,
        /// Accept a pointer that has expired.
        #[arg(long)]
        expired: bool,
    },
}

#[derive(Debug, clap::Args)]
struct At {
    /// Folder, or URL of a bucket: `s3://…`, `gs://…`, `az://…`, `file://…`.
    #[arg(long, env = "PLAINSPOKEN_PLACE", default_value = "published", value_name = "PLACE")]
    place: String,
}

#[derive(Debug, clap::Args)]
struct How {
    /// How many days readers may rely on it; publish again before they are over.
    #[arg(long, default_value_t = 30, value_name = "N")]
    days: u64,
    /// File of the minisign key that signs the pointer; its password is taken from `PLAINSPOKEN_KEY_PASSWORD`.
    #[arg(long, env = "PLAINSPOKEN_KEY", value_name = "FILE")]
    key: Option<PathBuf>,
    /// Remove what is needed neither by one of the newest N publications nor by one that has not expired.
    #[arg(long, value_name = "N")]
    keep: Option<usize>,
    /// Leave out the files under their own paths; readers then come by the pointer only.
    #[arg(long)]
    no_pages: bool,
}

/// Runs the task that the process was started for.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match start(cli.task) {
        Ok(code) => code,
        Err(error) => {
            anstream::eprintln!("error: {}", shown(&error.to_string()));
            ExitCode::from(error.exit_code())
        }
    }
}

fn start(task: Task) -> Result<ExitCode, Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Error::Io("threads".to_owned(), error))?;
    runtime.block_on(run(task))
}

async fn run(task: Task) -> Result<ExitCode, Error> {
    let open = |name: &str| Place::open(name, Patience::default());
    match task {
        Task::Publish { from, at, how, recalls } => {
            if !Path::new(&from).join(MANIFEST).is_file() {
                let help = "write it with `cargo xtask bundle`";
                return Err(Error::Usage(format!("{from}: there is no release\n  help: {help}")));
            }
            let recalls = recalls.map(|path| read(&path)).transpose()?;
            let key = how.key()?;
            let terms = Terms { recalls: recalls.as_deref(), ..how.terms(key.as_ref()) };
            let place = Place::open_or_make(&at.place, Patience::default())?;
            let done = publish(&place, &open(&from)?, &terms, &bar()).await?;
            say(&at.place, &done);
        }
        Task::Rollback { to, at, how } => {
            let key = how.key()?;
            let terms = how.terms(key.as_ref());
            let done = roll_back(&open(&at.place)?, to, &terms, &bar()).await?;
            say(&at.place, &done);
        }
        Task::Releases { at } => {
            for release in releases(&open(&at.place)?).await? {
                anstream::println!("{}", release.line(now()));
            }
        }
        Task::Verify { place, key, at_least, expired } => {
            let key = key.map(|key| key_text(&key)).transpose()?;
            let now = (!expired).then(now);
            let trust = Trust { key: key.as_deref(), at_least, now };
            return Ok(tell(&place, &verify(&open(&place)?, &trust).await?));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what differs at a place, or that nothing does.
fn tell(place: &str, verified: &Verified) -> ExitCode {
    let Verified { sequence, files, differences } = verified;
    for difference in differences {
        anstream::println!("{}", shown(&difference.to_string()));
    }
    let place = shown(place);
    if !differences.is_empty() {
        let found = differences.len();
        let found =
            if found == 1 { "1 difference".to_owned() } else { format!("{found} differences") };
        anstream::println!("{place}: {found} from what was released, in {files} files");
        return ExitCode::from(1);
    }
    let release = sequence.map_or("no pointer".to_owned(), |it| format!("sequence {it}"));
    anstream::println!("{place}: {release}, {files} files are as they were released");
    ExitCode::SUCCESS
}

impl How {
    fn key(&self) -> Result<Option<Key>, Error> {
        let password = std::env::var(PASSWORD).ok();
        self.key.as_ref().map(|path| Key::parse(&read(path)?, password)).transpose()
    }

    fn terms<'a>(&self, key: Option<&'a Key>) -> Terms<'a> {
        Terms {
            now: now(),
            lasts: self.days.saturating_mul(24 * 60 * 60),
            key,
            recalls: None,
            pages: !self.no_pages,
            keep: self.keep,
        }
    }
}

fn say(place: &str, done: &Published) {
    let Published { pointer, files, sent, removed } = done;
    let removed = if *removed > 0 { format!(", {removed} removed") } else { String::new() };
    anstream::println!(
        "{}: sequence {}, {files} files, {sent} sent{removed}",
        shown(place),
        pointer.sequence
    );
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::Io(path.display().to_string(), error))
}

/// The key in a file of this name, or the key itself: 56 digits of base64, the first of which say that it is one of minisign.
fn key_text(key: &str) -> Result<String, Error> {
    if key.starts_with("RW") && key.len() == 56 { Ok(key.to_owned()) } else { read(Path::new(key)) }
}

/// How far a publication is, on a terminal only.
fn bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() || std::env::var_os("CI").is_some() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} files") {
        bar.set_style(style);
    }
    bar
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// A text without anything that could steer a terminal or be a command to a CI system: a server chose parts of it.
fn shown(text: &str) -> String {
    let is_odd = |it: char| {
        it.is_control() && it != '\n'
            || matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text: String = text.chars().map(|it| if is_odd(it) { '\u{fffd}' } else { it }).collect();
    text.replace("::", ": :")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn what_a_server_says_steers_no_terminal_and_commands_no_ci_system() {
        assert_eq!(shown("a\u{1b}[2J\n::error::b\u{202e}"), "a\u{fffd}[2J\n: :error: :b\u{fffd}");
    }
}
