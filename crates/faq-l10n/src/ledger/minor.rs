//! Minor edits of the reference: changes of a text that no translation has to follow, such as a typo that was mended.
//!
//! They stand in `review.toml` in the folder of the reference, so that one entry there keeps the translations of all locales fresh.

use std::{collections::BTreeSet, fmt};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::{Spanned, value::Datetime};

use super::Ledger;
use crate::{Malformed, SourceFile, quoted};

/// All minor edits of the reference, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MinorEdits {
    /// In the order of the file.
    pub edits: Vec<MinorEdit>,
}

/// One text of the reference that became another, which says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinorEdit {
    /// Id of the message.
    pub message: String,
    /// Fingerprint of the text as it was.
    pub before: String,
    /// Fingerprint of the text that it became.
    pub after: String,
    /// Why nobody has to look again.
    pub reason: String,
    /// When that was decided.
    pub date: NaiveDate,
}

impl MinorEdits {
    /// What stands in the file, if there is one.
    pub fn of(file: Option<&SourceFile>) -> Result<Self, Malformed> {
        file.map_or_else(|| Ok(Self::default()), |file| Self::parse(file.whole_text()?))
    }

    /// Reads the text of the `review.toml` of a reference.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let toml: MinorToml = toml::from_str(text).map_err(|error| Malformed::from_toml(&error))?;
        match &toml.format {
            Some(format) if *format.get_ref() == Ledger::FORMAT => {}
            Some(format) => return Err(Malformed::format(format, "review", Ledger::FORMAT)),
            None => return Err(Malformed::no_format(Ledger::FORMAT)),
        }
        let edit = |EditToml { message, before, after, reason, date }| {
            let date = Malformed::day(&date)?.into_inner();
            Ok(MinorEdit { message, before, after, reason, date })
        };
        Ok(Self { edits: toml.edits.into_iter().map(edit).collect::<Result<_, _>>()? })
    }

    /// What a text with this fingerprint has become by minor edits alone; of two edits of the same text the later one counts.
    pub fn latest<'f>(&'f self, message: &str, fingerprint: &'f str) -> &'f str {
        let next = |at: &&'f str| {
            let edit = self.of_message(message).rev().find(|it| it.before == *at);
            edit.map(|it| it.after.as_str())
        };
        // Two edits that undo each other have no end.
        let steps = std::iter::successors(Some(fingerprint), next).take(self.edits.len() + 1);
        steps.last().unwrap_or(fingerprint)
    }

    /// Whether a text with the fingerprint `before` became one with `after` by minor edits alone.
    pub fn lead(&self, message: &str, before: &str, after: &str) -> bool {
        let mut reached = BTreeSet::from([before]);
        for _ in &self.edits {
            let from = self.of_message(message).filter(|it| reached.contains(it.before.as_str()));
            let more: Vec<&str> = from.map(|it| it.after.as_str()).collect();
            reached.extend(more);
        }
        reached.contains(after)
    }

    fn of_message(&self, message: &str) -> impl DoubleEndedIterator<Item = &MinorEdit> {
        self.edits.iter().filter(move |it| it.message == message)
    }
}

impl fmt::Display for MinorEdits {
    /// The whole file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# Written by `cargo xtask review accept-minor`, which keeps no comments.")?;
        writeln!(f, "format = {}", Ledger::FORMAT)?;
        for MinorEdit { message, before, after, reason, date } in &self.edits {
            let [message, before, after, reason] =
                [message, before, after, reason].map(|it| quoted(it));
            write!(
                f,
                "\n[[minor]]\nmessage = {message}\nbefore = {before}\nafter = {after}\nreason = {reason}\ndate = {date}\n"
            )?;
        }
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MinorToml {
    format: Option<Spanned<u32>>,
    #[serde(default, rename = "minor")]
    edits: Vec<EditToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditToml {
    message: String,
    before: String,
    after: String,
    reason: String,
    date: Spanned<Datetime>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(steps: &[(&str, &str)]) -> MinorEdits {
        let edit = |(before, after): &(&str, &str)| MinorEdit {
            message: "title".to_owned(),
            before: (*before).to_owned(),
            after: (*after).to_owned(),
            reason: "a typo".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"),
        };
        MinorEdits { edits: steps.iter().map(edit).collect() }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let edits = edits(&[("1", "2"), ("2", "3")]);
        assert_eq!(MinorEdits::parse(&edits.to_string()), Ok(edits));
    }

    #[test]
    fn one_edit_after_the_other_leads_to_the_text_of_today() {
        let edits = edits(&[("1", "2"), ("2", "3")]);
        assert_eq!(edits.latest("title", "1"), "3");
        assert!(edits.lead("title", "1", "3") && edits.lead("title", "2", "3"));
        assert!(!edits.lead("title", "3", "1") && !edits.lead("other", "1", "3"));
        assert!(edits.lead("other", "9", "9"));
    }

    #[test]
    fn an_edit_that_was_undone_is_no_endless_loop() {
        let edits = edits(&[("1", "2"), ("2", "1")]);
        assert!(edits.lead("title", "1", "2") && edits.lead("title", "2", "1"));
        assert!(!edits.lead("title", "1", "3"));
        assert_eq!(edits.latest("title", "1"), "1");
    }

    #[test]
    fn a_text_that_came_back_can_become_yet_another() {
        let edits = edits(&[("1", "2"), ("1", "3")]);
        assert!(edits.lead("title", "1", "2") && edits.lead("title", "1", "3"));
        assert_eq!(edits.latest("title", "1"), "3");
    }

    #[test]
    fn the_ledger_of_a_translation_is_none_of_the_reference() {
        let error = MinorEdits::parse("format = 1\n[message.a]\n").expect_err("refused");
        assert!(error.message.contains("unknown field `message`"), "{error:?}");
    }
}
