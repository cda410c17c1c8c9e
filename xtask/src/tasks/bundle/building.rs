//! A release piece by piece: each locale is resolved, written and let go, several of them side by side.

use faq_check::Checked;
use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{Frame, Written, write_locale};
use faq_l10n::{RegisteredLocale, Resolving, Unit, Withheld};
use rayon::prelude::*;

use crate::{Error, output::Replacement, project::Project};

/// What locales are built from, and where to.
pub(super) struct Building<'a> {
    pub(super) project: &'a Project,
    pub(super) checked: &'a Checked<'a>,
    pub(super) withheld: &'a Withheld,
    pub(super) frame: Frame<'a>,
    pub(super) out: &'a Replacement,
}

/// What came of the locales.
#[derive(Default)]
pub(super) struct Built {
    /// What the rest of the release says of each.
    pub(super) locales: Vec<Written>,
    /// The reference without its entries, of which the start page shows none.
    pub(super) start: Option<LocalizedFaq>,
    /// What a locale would show in another language, or not at all, without the policy's leave: then nothing is to be released.
    pub(super) incomplete: Vec<String>,
}

/// What came of one locale.
enum Piece {
    Written(Written, Option<LocalizedFaq>),
    Incomplete(Vec<String>),
}

impl Building<'_> {
    /// Writes the files of these locales.
    pub(super) fn build(&self, locales: &[&RegisteredLocale]) -> Result<Built, Error> {
        let Project { registry, catalog, .. } = self.project;
        let Checked { locales: files, reviews, .. } = self.checked;
        let resolving = Resolving::new(catalog, registry, files, reviews, self.withheld);
        let pieces = locales.par_iter().map(|locale| self.piece(resolving.faq(locale)));
        // All of them first, so that it is always the same error that is told.
        let pieces: Vec<Result<Piece, Error>> = pieces.collect();
        let mut built = Built::default();
        for piece in pieces {
            match piece? {
                Piece::Written(written, start) => {
                    built.locales.push(written);
                    built.start = built.start.or(start);
                }
                Piece::Incomplete(lines) => built.incomplete.extend(lines),
            }
        }
        Ok(built)
    }

    fn piece(&self, faq: LocalizedFaq) -> Result<Piece, Error> {
        let incomplete = incomplete(&faq, self.withheld);
        if !incomplete.is_empty() {
            return Ok(Piece::Incomplete(incomplete));
        }
        let files = write_locale(&faq, &self.frame, &mut |file| self.out.put(&file))?;
        let written = Written::new(&faq, files);
        let is_start = faq.locale == *self.frame.reference;
        let start = is_start.then(|| LocalizedFaq { entries: Vec::new(), ..faq });
        Ok(Piece::Written(written, start))
    }
}

/// What a locale would show in another language, or not at all, without the policy's leave. With the gate open there is a text for
/// everything, so each of these is a text that no rule objects to and that cannot be shown all the same.
fn incomplete(faq: &LocalizedFaq, withheld: &Withheld) -> Vec<String> {
    let entries = faq.coverage.fallen_back.iter().map(|entry| Unit::Entry(entry.clone()));
    let around = [(faq.coverage.title, Unit::Title), (faq.coverage.interface, Unit::Interface)];
    let around = around.into_iter().filter_map(|(is_own, unit)| (!is_own).then_some(unit));
    let tag: &LocaleTag = &faq.locale;
    let is_withheld = |unit: &Unit| withheld.reason(tag, tag, unit).is_some();
    let foreign = entries.chain(around).filter(|unit| !is_withheld(unit));
    let missing = faq.coverage.missing.iter().map(|entry| Unit::Entry(entry.clone()));
    let line = |unit| format!("{tag}: {unit} cannot be shown in this language");
    foreign.chain(missing).map(line).collect()
}
