//! `cargo xtask export TAG`: a language's texts in a format of other people's tools.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use faq_check::{Outcome, sanitize};
use faq_content::{Direction, Freshness, LocaleTag, Review};
use faq_exchange::{Exchange, Format, FtlSource, Languages, State, export};
use faq_l10n::{Content, LocaleFolder, LocaleReviews, MessageState, direction};

use crate::{Console, Error, disk::is_plain_file, output::replace_file, project::Project};

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
    let checked = project.check(&project.policy.clone().on(today));
    let exchange = pair.export(checked.reviews.of(&pair.tag));
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
    if path.symlink_metadata().is_ok() && !is_plain_file(path) {
        return Err(Error::Link(path.to_owned()));
    }
    replace_file(path, text.as_bytes())
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

/// A language of the project beside the reference.
pub(crate) struct LocalePair<'p> {
    pub(crate) tag: LocaleTag,
    pub(crate) folder: &'p LocaleFolder,
    reference: &'p LocaleFolder,
    right_to_left: bool,
}

impl<'p> LocalePair<'p> {
    /// The language with this tag.
    pub(crate) fn of(project: &'p Project, tag: &str) -> Result<Self, Error> {
        let reference = project.registry.reference();
        let there = || {
            let others = project.registry.locales().iter().filter(|it| it.tag != *reference);
            others.map(|it| it.tag.as_str()).collect::<Vec<_>>().join(", ")
        };
        let tag = LocaleTag::parse(tag).ok().filter(|it| it != reference);
        let known = tag.filter(|tag| project.registry.locales().iter().any(|it| it.tag == *tag));
        let tag = known.ok_or_else(|| {
            Error::Usage(format!(
                "this is no language of translations\n  help: there are: {}",
                there()
            ))
        })?;
        let folder = |name: &str| {
            let found = project.tree.folders.iter().find(|it| it.name == name);
            found.ok_or_else(|| Error::Usage(format!("there is no folder `{name}`")))
        };
        Ok(Self {
            folder: folder(tag.as_str())?,
            reference: folder(reference.as_str())?,
            right_to_left: direction(&tag) == Direction::Rtl,
            tag,
        })
    }

    pub(crate) fn languages(&self) -> Languages<'p> {
        Languages {
            reference: &self.reference.name,
            locale: &self.folder.name,
            right_to_left: self.right_to_left,
        }
    }

    /// The files of the reference, then those of the language; what is no text is left out.
    pub(crate) fn sources(&self) -> [Vec<FtlSource<'p>>; 2] {
        [self.reference, self.folder].map(|folder| {
            let texts = folder.files.iter().filter_map(|file| match &file.content {
                Content::Text(text) => Some(FtlSource { name: &file.name, text }),
                Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => None,
            });
            texts.collect()
        })
    }

    fn export(&self, reviews: Option<&LocaleReviews>) -> Exchange {
        let [reference, files] = self.sources();
        // Nothing is recorded of terms; what was translated with them is.
        let state_of = |id: &str| reviews.and_then(|it| it.get(id)).map_or(State::Draft, state);
        export(self.languages(), &reference, &files, &state_of)
    }
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
