//! `review.toml` of a locale, as it is read and written.

use std::{collections::BTreeMap, fmt};

use serde::Deserialize;
use toml::{Spanned, value::Datetime};

use super::{Claim, Ledger, Place, Record, Signature, Source};
use crate::{Malformed, SourceFile, quoted};

impl Ledger {
    /// The name of the file in a locale's folder. In the reference's folder it holds [`MinorEdits`](super::MinorEdits).
    pub const FILE: &str = "review.toml";

    /// The one version of the format that this code reads.
    pub(super) const FORMAT: u32 = 1;

    /// Most messages that one ledger may have.
    const MOST: usize = 10_000;

    /// What stands in the file, if there is one.
    pub fn of(file: Option<&SourceFile>) -> Result<Option<Self>, Malformed> {
        file.map(|file| Self::parse(file.whole_text()?)).transpose()
    }

    /// Reads the text of a `review.toml`.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let toml: LedgerToml =
            toml::from_str(text).map_err(|error| Malformed::from_toml(&error))?;
        match &toml.format {
            Some(format) if *format.get_ref() == Self::FORMAT => {}
            Some(format) => return Err(Malformed::format(format, "review", Self::FORMAT)),
            None => return Err(Malformed::no_format(Self::FORMAT)),
        }
        if let Some((id, _)) = toml.messages.iter().nth(Self::MOST) {
            return Err(Malformed {
                span: id.span(),
                message: format!("there are more than {} messages", Self::MOST),
                help: "remove those that no longer exist".to_owned(),
            });
        }
        let record = |(id, toml): (Spanned<String>, RecordToml)| {
            let place = Place(id.span());
            toml.record(place).map(|record| (id.into_inner(), record))
        };
        Ok(Self { records: toml.messages.into_iter().map(record).collect::<Result<_, _>>()? })
    }
}

impl fmt::Display for Ledger {
    /// The whole file. What was read from it and changed nowhere is written as it was, except for comments and spaces.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# Written by `cargo xtask review`, which keeps no comments.")?;
        writeln!(f, "format = {}", Self::FORMAT)?;
        for (id, record) in &self.records {
            write!(f, "\n[message.{}]\n{record}", key(id))?;
        }
        Ok(())
    }
}

impl fmt::Display for Record {
    /// What stands below the head of the message's block.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Source { text, fingerprint }) = &self.reference {
            writeln!(f, "reference = {}", quoted(text))?;
            writeln!(f, "reference-fingerprint = {}", quoted(fingerprint))?;
        }
        if let Some(fingerprint) = &self.translation {
            writeln!(f, "translation-fingerprint = {}", quoted(fingerprint))?;
        }
        if let Some(name) = &self.translator {
            writeln!(f, "translator = {}", quoted(name))?;
        }
        writeln!(f, "review = \"{}\"", self.claim.as_str())?;
        if self.reviews.is_empty() {
            return Ok(());
        }
        writeln!(f, "reviewers = [")?;
        for Signature { name, role, date } in &self.reviews {
            let [name, role] = [name, role].map(|it| quoted(it.get_ref()));
            writeln!(f, "    {{ name = {name}, role = {role}, date = {} }},", date.get_ref())?;
        }
        writeln!(f, "]")
    }
}

/// A message id as a key of TOML.
fn key(id: &str) -> String {
    let is_bare = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    if !id.is_empty() && id.chars().all(is_bare) { id.to_owned() } else { quoted_key(id) }
}

/// Escapes that every key may have, unlike the several lines that a value may stand on.
fn quoted_key(id: &str) -> String {
    let escaped = |it: char| match it {
        '"' | '\\' => format!("\\{it}"),
        it if it.is_control() => format!("\\U{:08X}", u32::from(it)),
        it => it.to_string(),
    };
    format!("\"{}\"", id.chars().map(escaped).collect::<String>())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerToml {
    format: Option<Spanned<u32>>,
    #[serde(default, rename = "message")]
    messages: BTreeMap<Spanned<String>, RecordToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RecordToml {
    reference: Option<String>,
    reference_fingerprint: Option<String>,
    translation_fingerprint: Option<String>,
    translator: Option<String>,
    #[serde(default)]
    review: ClaimToml,
    #[serde(default)]
    reviewers: Vec<SignatureToml>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ClaimToml {
    #[default]
    Draft,
    Reviewed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignatureToml {
    name: Spanned<String>,
    role: Spanned<String>,
    date: Spanned<Datetime>,
}

impl RecordToml {
    fn record(self, place: Place) -> Result<Record, Malformed> {
        let signature = |it: SignatureToml| {
            let date = Malformed::day(&it.date)?;
            Ok(Signature { name: it.name, role: it.role, date })
        };
        Ok(Record {
            reference: self.reference_fingerprint.map(|fingerprint| Source {
                text: self.reference.unwrap_or_default(),
                fingerprint,
            }),
            translation: self.translation_fingerprint,
            translator: self.translator.filter(|name| !name.trim().is_empty()),
            claim: match self.review {
                ClaimToml::Draft => Claim::Draft,
                ClaimToml::Reviewed => Claim::Reviewed,
            },
            reviews: self.reviewers.into_iter().map(signature).collect::<Result<_, _>>()?,
            place,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Written by `cargo xtask review`, which keeps no comments.\nformat = 1\n\n[message.a-question]\nreview = \"draft\"\n\n[message.title]\nreference = \"Who \\\"is\\\" it?\"\nreference-fingerprint = \"00\"\ntranslation-fingerprint = \"11\"\ntranslator = \"María Pérez\"\nreview = \"reviewed\"\nreviewers = [\n    { name = \"Zoé L.\", role = \"native speaker\", date = 2026-06-30 },\n]\n";

    #[test]
    fn what_is_read_is_written_as_it_was() {
        let ledger = Ledger::parse(TEXT).expect("a ledger");
        assert_eq!(ledger.to_string(), TEXT.replace("\"Who \\\"is\\\" it?\"", "'Who \"is\" it?'"));
        assert_eq!(Ledger::parse(&ledger.to_string()), Ok(ledger));
    }

    #[test]
    fn a_block_may_say_nothing_yet() {
        let ledger = Ledger::parse("format = 1\n[message.a]\n[message.\"b c\"]\n").expect("read");
        assert_eq!(ledger.records.get("a"), Some(&Record::default()));
        assert_eq!(Ledger::parse(&ledger.to_string()), Ok(ledger));
    }

    #[test]
    fn what_cannot_be_read_has_a_place() {
        for (text, place, message) in [
            ("[message.a]\n", "", "the file does not say its format"),
            ("format = 2\n", "2", "review format 2 is unknown"),
            ("format = 1\n[messages.a]\n", "messages", "unknown field `messages`"),
            ("format = 1\n[message.a]\nreviewed = 1\n", "reviewed", "unknown field `reviewed`"),
            ("format = 1\n[message.a]\nreview = \"done\"\n", "\"done\"", "unknown variant `done`"),
            ("format = 1\n[message.a]\n[message.a]\n", "a", "duplicate key"),
            (
                "format = 1\n[message.a]\nreviewers = [{ name = \"x\", role = \"y\", date = 10:00:00 }]\n",
                "10:00:00",
                "this is not a day",
            ),
            (
                "format = 1\n[message.a]\nreviewers = [{ name = \"x\" }]\n",
                "",
                "missing field `role`",
            ),
        ] {
            let error = Ledger::parse(text).expect_err(text);
            assert!(error.message.contains(message), "{text}: {error:?}");
            assert!(text.get(error.span.clone()).is_some_and(|it| it.contains(place)), "{error:?}");
        }
    }
}
