//! What was found in one locale, file by file: kept apart, so that a saved file takes back no more than its own.

use std::{iter, mem, sync::Arc, time::Duration};

use faq_content::LocaleTag;
use faq_l10n::{Kind, LocaleFiles, LocaleReviews, MessageRef};

use crate::{
    finding::Finding,
    in_order::FindingsOfPath,
    pairing::Pairing,
    report::{Counts, Tally},
};

/// What was found in one locale.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What was found in each of its files.
    pub files: Vec<FileVerdict>,
    /// What was found in the locale as a whole, by path and position.
    pub whole: Vec<Finding>,
    /// What is known of its translations. None where there is no catalog.
    pub reviews: Option<LocaleReviews>,
    /// How long judging it as a whole took, after its files; nothing without a clock.
    pub time: Duration,
    /// What was counted, besides the files' own counts.
    pub(crate) counts: Counts,
    /// Which messages of the reference its messages stand for.
    pub(crate) pairing: Pairing,
    /// Its tag with the script that it is written in, where that is not the likely one.
    pub(crate) in_use: Option<LocaleTag>,
}

/// What was found in one file.
#[derive(Clone, Debug, Default)]
pub struct FileVerdict {
    /// Path of the file below its locale.
    pub name: String,
    /// What was found, by position.
    pub findings: Vec<Finding>,
    /// The messages of the reference that it really translates: what it says is not the same.
    pub translated: Arc<Vec<MessageRef>>,
    /// What was found, by the messages of the reference that it is about.
    pub objections: Arc<Vec<Objection>>,
    /// How long it took; nothing without a clock.
    pub time: Duration,
    /// What was counted.
    pub(crate) tally: Tally,
}

/// A rule found something in a message's translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The message of the reference.
    pub to: MessageRef,
    /// The rule.
    pub rule: &'static str,
    /// Whether the message is really translated: what it says is not the same.
    pub is_translated: bool,
}

/// Rules that say how far a translation is, and nothing of the text.
const NO_OBJECTION: [&str; 3] = ["missing-message", "same-as-reference", "unknown-message"];

impl Objection {
    /// Those that findings in one file are; what its messages stand for is `translated` where they really translate it.
    pub(crate) fn all_of(
        findings: &[Finding],
        file: &str,
        reference: &LocaleFiles<'_>,
        translated: &[MessageRef],
    ) -> Vec<Self> {
        let of_finding = |finding: &Finding| {
            if NO_OBJECTION.contains(&finding.rule) {
                return None;
            }
            let id = finding.message.as_deref()?;
            let (kind, id) = match id.strip_prefix('-') {
                Some(id) => (Kind::Term, id),
                None => (Kind::Message, id),
            };
            let to = reference.same(file, kind, id)?;
            Some(Self { to, rule: finding.rule, is_translated: translated.contains(&to) })
        };
        findings.iter().filter_map(of_finding).collect()
    }
}

impl Verdict {
    /// The name of the locale's folder.
    pub fn locale(&self) -> &str {
        &self.counts.locale
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.whole.is_empty() && self.files.iter().all(|file| file.findings.is_empty())
    }

    /// Without what judging the locale again would take: much memory where there are many messages.
    #[must_use]
    pub fn for_good(self) -> Self {
        Self { pairing: Pairing::default(), ..self }
    }

    /// All findings, apart by path, and all counts.
    pub(crate) fn into_findings(mut self) -> (Vec<FindingsOfPath>, Counts) {
        let in_files = self.files.iter_mut().map(|file| mem::take(&mut file.findings));
        let all = iter::once(mem::take(&mut self.whole)).chain(in_files);
        (all.flat_map(FindingsOfPath::all_of).collect(), self.all_counts())
    }

    /// As [`Self::into_findings`], for a verdict that is still needed.
    pub(crate) fn to_findings(&self) -> (Vec<FindingsOfPath>, Counts) {
        let in_files = self.files.iter().map(|file| &file.findings);
        let all = iter::once(&self.whole).chain(in_files);
        (all.cloned().flat_map(FindingsOfPath::all_of).collect(), self.all_counts())
    }

    fn all_counts(&self) -> Counts {
        let mut counts = self.counts.clone();
        for file in &self.files {
            counts.add(file.tally);
        }
        counts
    }
}
