//! The formats, by name.

use crate::{
    csv_format,
    exchange::{Exchange, State},
    po,
    problem::Problem,
    tbx, tmx, xliff, xliff2, xml,
};

/// Largest file that is read, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

/// The size in bytes over which a file is not read.
pub fn largest_file() -> usize {
    LARGEST
}

/// A format of other people's tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 1.2.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
    /// PO, of gettext.
    Po,
    /// A table for spreadsheets.
    Csv,
    /// TMX 1.4b: what was reviewed, for a translation memory.
    Tmx,
    /// TBX-Basic: the terms of the glossary.
    Tbx,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Xliff, Self::Xliff2, Self::Po, Self::Csv, Self::Tmx, Self::Tbx];

    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xliff | Self::Xliff2 => "xlf",
            Self::Po => "po",
            Self::Csv => "csv",
            Self::Tmx => "tmx",
            Self::Tbx => "tbx",
        }
    }

    /// The format of a text: XML says by itself, anything else is known by the end of its name.
    pub fn of(name: &str, text: &str) -> Result<Self, Problem> {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if text.len() <= LARGEST && start.starts_with('<') {
            let root = xml::read(text)?;
            return match root.name.as_str() {
                "xliff" if xliff2::is(&root) => Ok(Self::Xliff2),
                "xliff" => Ok(Self::Xliff),
                "tmx" => Ok(Self::Tmx),
                "martif" => Ok(Self::Tbx),
                other => Err(Problem::at(
                    root.at,
                    format!("a file of `{other}` is none that is known here"),
                )
                .help("known are XLIFF, PO, CSV, TMX and TBX")),
            };
        }
        let extension = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        match extension.as_deref() {
            Some("po" | "pot") => Ok(Self::Po),
            Some("csv" | "tsv") => Ok(Self::Csv),
            _ => Err(Problem::at(0, "this is no file of a format that is known here")
                .help("known are XLIFF, PO, CSV, TMX and TBX")),
        }
    }

    /// The texts in this format. A translation memory has those that were reviewed, a term base the terms.
    pub fn write(self, exchange: &Exchange) -> String {
        match self {
            Self::Xliff => xliff::write(exchange),
            Self::Xliff2 => xliff2::write(exchange),
            Self::Po => po::write(exchange),
            Self::Csv => csv_format::write(exchange),
            Self::Tmx => tmx::write(exchange),
            Self::Tbx => tbx::write(exchange),
        }
    }

    /// What a file in this format says. States are as the file has them; nothing may rely on them.
    pub fn read(self, text: &str) -> Result<Exchange, Problem> {
        if text.len() > LARGEST {
            return Err(Problem::at(0, format!("the file is larger than {LARGEST} bytes")));
        }
        let exchange = match self {
            Self::Xliff => xliff::read_text(text),
            Self::Xliff2 => xliff2::read_text(text),
            Self::Po => po::read_text(text),
            Self::Csv => csv_format::read_text(text),
            Self::Tmx => tmx::read_text(text),
            Self::Tbx => tbx::read_text(text),
        }?;
        match exchange.units.iter().find(|unit| unit.id.is_empty() && unit.state != State::Missing)
        {
            Some(unit) => Err(Problem::at(unit.at, "this text does not say which one it is")
                .help("export the file again; a tool may have dropped the ids")),
            None => Ok(exchange),
        }
    }
}
