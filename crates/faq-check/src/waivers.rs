//! Waivers: recorded decisions to accept what a rule finds in one text, in `waivers.toml` beside the texts of a locale.
//!
//! A waiver names a rule and a message, gives a reason, an author and a day on which it ends, and is bound to the text as it stood: any
//! edit of it, or of the reference's text, voids the waiver.

mod standing;

use std::ops::Range;

use chrono::NaiveDate;
use faq_l10n::{Malformed, SourceFile, quoted};
use serde::Deserialize;
use toml::{Spanned, value::Datetime};

pub(crate) use standing::Waiving;
pub use standing::{Standing, texts};

/// What no waiver can accept, and why. The files in a locale's folder are written by whoever translates, waivers too, so what
/// guards readers against a text that was tampered with is not to be waived there.
const NEVER_WAIVED: [(&str, &str); 19] = [
    ("altered-quotation", "a quotation says what was said"),
    ("cannot-be-shown", "readers would see a text of another language"),
    ("changed-reference", "what is stale stays stale"),
    ("contact-in-text", "readers would trust an address that nobody checked"),
    ("encoding", "the file cannot be read everywhere"),
    ("forbidden-character", "no reader sees what such a character does"),
    ("forged-review", "a review is worth no more than the word of those who may give it"),
    ("look-alike", "readers would take one letter for another"),
    ("malformed-file", "nothing of the file counts"),
    ("missing-message", "there is no text that it could be about"),
    ("orphaned-file", "it is about a file, not about a text"),
    ("review-overdue", "how old a review may be is for the policy to say"),
    ("stale-translation", "`review.toml` says whether it is fresh"),
    ("stale-waiver", "it is about waivers"),
    ("syntax-error", "what cannot be read is lost"),
    ("unexpected-file", "it is about a file, not about a text"),
    ("unreviewed-critical", "`review.toml` says whether it is reviewed"),
    ("unsafe-markup", "it could run on the page of a reader"),
    ("unsafe-size", "it could stop the program that shows it"),
];

/// Why no waiver can accept what the rule of this name finds, if none can.
pub fn never_waived(rule: &str) -> Option<&'static str> {
    NEVER_WAIVED.iter().find(|(name, _)| *name == rule).map(|(_, why)| *why)
}

/// All waivers of a locale.
#[derive(Clone, Debug, Default)]
pub struct Waivers {
    /// In the order of the file.
    pub waivers: Vec<Waiver>,
}

/// One waiver, as it was written.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Name of the rule.
    pub rule: Spanned<String>,
    /// Fluent id of the message, a term's with its `-`.
    pub message: Spanned<String>,
    /// Name of the message's file below the locale, where the id stands in more than one.
    pub file: Option<Spanned<String>>,
    /// Why the text is right all the same.
    pub reason: Option<String>,
    /// Who says so.
    pub author: Option<String>,
    /// The last day on which it counts.
    pub expires: Option<Spanned<NaiveDate>>,
    /// The [`fingerprint`](faq_l10n::fingerprint) that it is bound to.
    pub text: Option<Spanned<String>>,
}

/// A waiver to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewWaiver<'n> {
    /// Name of the rule.
    pub rule: &'n str,
    /// Fluent id of the message, a term's with its `-`.
    pub message: &'n str,
    /// Name of the message's file below the locale, where that is needed.
    pub file: Option<&'n str>,
    /// Why the text is right all the same.
    pub reason: &'n str,
    /// Who says so.
    pub author: &'n str,
    /// The last day on which it counts.
    pub expires: NaiveDate,
    /// The [`fingerprint`](faq_l10n::fingerprint) that it is bound to.
    pub text: &'n str,
}

impl Waivers {
    /// The name of the file in a locale's folder.
    pub const FILE: &str = "waivers.toml";

    /// Most waivers that one locale may have.
    const MOST: usize = 1_000;

    /// The one version of the format that this code reads.
    const FORMAT: u32 = 1;

    /// What stands in the file, if there is one.
    pub fn of(file: Option<&SourceFile>) -> Result<Self, Malformed> {
        file.map_or_else(|| Ok(Self::default()), |file| Self::parse(file.whole_text()?))
    }

    /// Reads the text of a `waivers.toml`.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let toml: WaiversToml =
            toml::from_str(text).map_err(|error| Malformed::from_toml(&error))?;
        match &toml.format {
            Some(format) if *format.get_ref() == Self::FORMAT => {}
            Some(format) => return Err(Malformed::format(format, "waivers", Self::FORMAT)),
            None => return Err(Malformed::no_format(Self::FORMAT)),
        }
        if let Some(first) = toml.waivers.get(Self::MOST) {
            return Err(Malformed {
                span: first.rule.span(),
                message: format!("there are more than {} waivers", Self::MOST),
                help: "turn the rule off in `policy.toml` instead".to_owned(),
            });
        }
        let waivers = toml.waivers.into_iter().map(Waiver::from_toml);
        Ok(Self { waivers: waivers.collect::<Result<_, _>>()? })
    }

    /// The text of a `waivers.toml` with one more waiver at its end; every other byte stays as it is.
    pub fn with(text: Option<&str>, new: &NewWaiver<'_>) -> Result<String, Malformed> {
        let mut longer = match text {
            Some(text) => {
                Self::parse(text)?;
                text.to_owned()
            }
            None => format!("format = {}\n", Self::FORMAT),
        };
        if !longer.ends_with('\n') {
            longer.push('\n');
        }
        longer.push_str(&format!("\n{}", new.block()));
        Self::parse(&longer)?;
        Ok(longer)
    }
}

impl Waiver {
    /// Where to point at when the waiver as a whole is meant.
    pub(crate) fn span(&self) -> Range<usize> {
        self.rule.span()
    }

    fn from_toml(toml: WaiverToml) -> Result<Self, Malformed> {
        let WaiverToml { rule, message, file, reason, author, expires, text } = toml;
        let expires = expires.map(|expires| Malformed::day(&expires)).transpose()?;
        Ok(Self { rule, message, file, reason, author, expires, text })
    }
}

impl NewWaiver<'_> {
    /// As it is to stand in the file.
    pub fn block(&self) -> String {
        let mut block = format!(
            "[[waiver]]\nrule = {}\nmessage = {}\n",
            quoted(self.rule),
            quoted(self.message)
        );
        if let Some(file) = self.file {
            block.push_str(&format!("file = {}\n", quoted(file)));
        }
        block.push_str(&format!(
            "reason = {}\nauthor = {}\nexpires = {}\ntext = {}\n",
            quoted(self.reason),
            quoted(self.author),
            self.expires,
            quoted(self.text)
        ));
        block
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaiversToml {
    format: Option<Spanned<u32>>,
    #[serde(default, rename = "waiver")]
    waivers: Vec<WaiverToml>,
}

/// Most of a waiver may be missing: that is a finding about the one waiver, and the others count.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaiverToml {
    rule: Spanned<String>,
    message: Spanned<String>,
    file: Option<Spanned<String>>,
    reason: Option<String>,
    author: Option<String>,
    expires: Option<Spanned<Datetime>>,
    text: Option<Spanned<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;

    const NEW: NewWaiver<'_> = NewWaiver {
        rule: "doubled-word",
        message: "-brand",
        file: None,
        reason: "\"Duran Duran\" is\ta \\ name",
        author: "María",
        expires: NaiveDate::MAX,
        text: "00",
    };

    fn new() -> NewWaiver<'static> {
        let expires = NaiveDate::from_ymd_opt(2027, 6, 30).expect("a day");
        NewWaiver { expires, ..NEW }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let text = Waivers::with(None, &new()).expect("written");
        let read = Waivers::parse(&text).expect("read");
        let [waiver] = read.waivers.as_slice() else { panic!("one waiver") };
        assert_eq!(waiver.rule.get_ref(), "doubled-word");
        assert_eq!(waiver.message.get_ref(), "-brand");
        assert_eq!(waiver.reason.as_deref(), Some(NEW.reason));
        assert_eq!(
            waiver.expires.as_ref().map(|it| it.get_ref().to_string()),
            Some("2027-06-30".to_owned())
        );
    }

    #[test]
    fn a_waiver_is_added_and_the_rest_stays_as_it_is() {
        let before = "# Ours.\nformat=1 # one\n[[waiver]]\nrule = 'x'\nmessage = 'y'";
        let after = Waivers::with(Some(before), &new()).expect("written");
        assert!(after.starts_with(&format!("{before}\n\n[[waiver]]\n")), "{after}");
        assert_eq!(Waivers::parse(&after).expect("read").waivers.len(), 2);
    }

    #[test]
    fn what_cannot_be_read_has_a_place_and_is_not_written_to() {
        for (text, message) in [
            ("format = 1\n[[waiver]]\nrule = 'x'\n", "missing field `message`"),
            ("format = 1\n[[waivers]]\n", "unknown field `waivers`"),
            ("format = 2\n", "waivers format 2 is unknown"),
            ("[[waiver]]\nrule = 'x'\nmessage = 'y'\n", "the file does not say its format"),
            (
                "format = 1\n[[waiver]]\nrule = 'x'\nmessage = 'y'\nexpires = 10:00:00\n",
                "this is not a day",
            ),
            ("format = 1\nwaiver = []\n", "duplicate key"),
        ] {
            let error = Waivers::with(Some(text), &new()).expect_err("not to be read");
            assert!(error.message.contains(message), "{text}: {error:?}");
        }
    }

    #[test]
    fn what_is_never_waived_are_rules_that_exist() {
        assert!(NEVER_WAIVED.is_sorted());
        for (name, _) in NEVER_WAIVED {
            assert!(rule(name).is_some(), "{name}");
        }
    }
}
