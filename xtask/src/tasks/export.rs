//! `cargo xtask export TAG`: a language's texts in a format of other people's tools.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Outcome, sanitize};
use faq_content::{Freshness, Review};
use faq_exchange::{Exchange, Format, State, export};
use faq_l10n::{Ledger, MessageState};

use crate::{Console, Error, locale_pair::LocalePair, output::replace_file, project::Project};

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language.
    pub locale: String,

    /// The format.
    #[arg(long, value_enum)]
    pub format: FormatArg,

    /// File to write [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A format of other people's tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FormatArg {
    /// XLIFF 1.2, which most tools read.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
    /// PO, of gettext.
    Po,
    /// A table for spreadsheets.
    Csv,
    /// TMX 1.4: what was reviewed, for a translation memory.
    Tmx,
    /// TBX-Basic: the terms of the glossary.
    Tbx,
}

impl FormatArg {
    fn format(self) -> Format {
        match self {
            Self::Xliff => Format::Xliff,
            Self::Xliff2 => Format::Xliff2,
            Self::Po => Format::Po,
            Self::Csv => Format::Csv,
            Self::Tmx => Format::Tmx,
            Self::Tbx => Format::Tbx,
        }
    }
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?;
    let pair = LocalePair::of(&project, &args.locale)?;
    pair.refuse_unreadable()?;
    // What is wrong with a ledger is a finding; its texts are drafts until it is mended.
    let ledger = Ledger::of(pair.folder.setting(Ledger::FILE)).ok().flatten();
    let states = pair.reviews(&project, pair.folder, ledger.as_ref(), today);
    let [reference, files] = pair.sources();
    // Nothing is recorded of terms; what was translated with them is.
    let state_of = |id: &str| states.get(id).map_or(State::Draft, state);
    let exchange = export(pair.languages(), &reference, &files, &state_of);
    let text = args.format.format().write(&exchange);
    let Some(output) = &args.output else {
        console.write(&text)?;
        return Ok(Outcome::Clean);
    };
    replace_output(output, &text)?;
    console.line(&format!("{}: {}", sanitize(output.to_string_lossy()), summary(&exchange)))?;
    Ok(Outcome::Clean)
}

/// A link is not followed, and what is no file is left alone.
fn replace_output(path: &Path, text: &str) -> Result<(), Error> {
    match path.symlink_metadata() {
        Ok(metadata) if metadata.is_symlink() => Err(Error::Link(path.to_owned())),
        Ok(metadata) if !metadata.is_file() => Err(Error::NoText(path.to_owned())),
        Ok(_) | Err(_) => replace_file(path, text.as_bytes()),
    }
}

/// How many texts there are, by how far they are.
fn summary(exchange: &Exchange) -> String {
    let count =
        |state: fn(&State) -> bool| exchange.units.iter().filter(|unit| state(&unit.state)).count();
    format!(
        "{} texts: {} missing, {} stale, {} drafts, {} reviewed",
        exchange.units.len(),
        count(|it| matches!(it, State::Missing)),
        count(|it| matches!(it, State::Stale(_))),
        count(|it| matches!(it, State::Draft)),
        count(|it| matches!(it, State::Reviewed)),
    )
}

/// How far a translation is that there is.
fn state(message: &MessageState) -> State {
    let record = message.record.as_ref();
    match (message.freshness, message.review) {
        (Freshness::Stale, _) => {
            State::Stale(record.and_then(|it| it.reference.as_ref()).map(|it| it.text.clone()))
        }
        (Freshness::Unrecorded, Review::Reviewed) | (_, Review::Draft | Review::Original) => {
            State::Draft
        }
        (Freshness::Fresh, Review::Reviewed) => State::Reviewed,
    }
}
