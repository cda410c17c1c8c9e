//! What `cargo xtask preview` runs: one page as a file, or served while files are edited.

use std::{path::PathBuf, process::ExitCode};

use chrono::NaiveDate;
use clap::Parser;
use faq_check::Outcome;
use faq_preview::{Server, Shown, view};
use xtask::{Console, Error, PreviewArgs, Project};

/// The page as readers will see it, with every finding at its place.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask preview", bin_name = "cargo xtask preview")]
struct Cli {
    /// Folder that holds `locales/`.
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,

    /// The day by which waivers end [default: that of `SOURCE_DATE_EPOCH`, else today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,

    #[command(flatten)]
    preview: PreviewArgs,
}

fn main() -> ExitCode {
    xtask::listen_for_interrupts();
    let cli = Cli::parse();
    let mut stdout = std::io::stdout().lock();
    let result = run(&cli, &mut Console::of_terminal(&mut stdout, false));
    xtask::exit_code(result.map(|()| Outcome::Clean))
}

fn run(cli: &Cli, console: &mut Console<'_>) -> Result<(), Error> {
    let Cli { root, today, preview } = cli;
    let PreviewArgs { tag, beside, .. } = preview;
    let (beside, today) = (*beside, xtask::today(*today)?);
    // Made here too where it is served, so that a wrong tag is told at once.
    let shown = Shown { tag, today, beside, live: None };
    let (page, verdict) = view(&Project::read(root)?, shown)?;
    if preview.watch {
        let port = preview.port.unwrap_or_default();
        let server = Server::bind(root, today, port, (tag, beside))?;
        let address = format!("http://{}/", server.address());
        console.line(&format!("{address} {verdict}; Ctrl-C ends it"))?;
        open_if(preview.open, &address)?;
        return server.run();
    }
    let html = page.html.as_bytes();
    let file = match &preview.output {
        Some(file) => xtask::replace_file(file, html).map(|()| file.clone())?,
        None => xtask::temporary_file(&format!("preview-{tag}-"), ".html", html)?,
    };
    console.line(&format!("{}: {verdict}", file.display()))?;
    open_if(preview.open, file)
}

fn open_if(wanted: bool, address: impl AsRef<std::ffi::OsStr>) -> Result<(), Error> {
    let address = address.as_ref();
    let opened = if wanted { open::that_detached(address) } else { Ok(()) };
    opened.map_err(|error| Error::Io(address.into(), error))
}
