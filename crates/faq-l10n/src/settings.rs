//! Settings files in a locale's folder that cannot be read. Whatever is wrong there is a finding and stops nothing.

use std::ops::Range;

use chrono::NaiveDate;
use toml::{Spanned, value::Datetime};

/// Why a settings file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Where in the file.
    pub span: Range<usize>,
    /// What is wrong: lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Malformed {
    /// What the TOML reader has to say.
    pub fn from_toml(error: &toml::de::Error) -> Self {
        Self {
            span: error.span().unwrap_or(0..0),
            message: error.message().trim().replace('\n', "; "),
            help: "see `locales/README.md` for what can stand in this file".to_owned(),
        }
    }

    /// The file does not say which version of its format it has.
    pub fn no_format(known: u32) -> Self {
        Self {
            span: 0..0,
            message: "the file does not say its format".to_owned(),
            help: format!("write `format = {known}` as its first line"),
        }
    }

    /// The file has another version of its format than the one that is read.
    pub fn format(format: &Spanned<u32>, what: &str, known: u32) -> Self {
        Self {
            span: format.span(),
            message: format!("{what} format {} is unknown", format.get_ref()),
            help: format!("this version reads format {known}"),
        }
    }

    /// The day that was written, if it is one and nothing else.
    pub fn day(written: &Spanned<Datetime>) -> Result<Spanned<NaiveDate>, Self> {
        let Datetime { date, time, offset } = *written.get_ref();
        let date = date.filter(|_| time.is_none() && offset.is_none());
        let day = date.and_then(|it| {
            NaiveDate::from_ymd_opt(i32::from(it.year), u32::from(it.month), u32::from(it.day))
        });
        day.map(|day| Spanned::new(written.span(), day)).ok_or_else(|| Self {
            span: written.span(),
            message: "this is not a day".to_owned(),
            help: "write year, month and day, as in `2027-06-30`".to_owned(),
        })
    }
}

/// A text as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
