//! A release piece by piece: each locale is resolved, written and let go, several of them side by side.

use std::collections::BTreeMap;

use faq_check::Checked;
use faq_content::{LocaleTag, LocalizedFaq};
use faq_emit::{Frame, Written, write_locale};
use faq_l10n::{FaqPart, RegisteredLocale, Resolving, Withheld};
use rayon::prelude::*;

use super::last::{LastBundle, Made, key};
use crate::{Error, output::Replacement, project::Project};

/// What locales are built from, and where to.
pub(super) struct Building<'a> {
    pub(super) project: &'a Project,
    pub(super) checked: &'a Checked<'a>,
    pub(super) withheld: &'a Withheld,
    pub(super) frame: Frame<'a>,
    pub(super) out: &'a Replacement,
    pub(super) last: &'a LastBundle,
}

/// What came of the locales.
#[derive(Default)]
pub(super) struct Built {
    /// What the rest of the release says of each.
    pub(super) locales: Vec<Written>,
    /// What was made for each, to be recorded.
    pub(super) made: BTreeMap<String, Made>,
    /// How many are as the last bundle left them.
    pub(super) kept: usize,
    /// The reference without its entries, of which the start page shows none.
    pub(super) start: Option<LocalizedFaq>,
    /// What a locale would show in another language, or not at all, without the policy's leave: then nothing is to be released.
    pub(super) incomplete: Vec<String>,
}

/// What came of one locale.
enum Piece {
    Written(Box<WrittenPiece>),
    Incomplete(Vec<String>),
}

struct WrittenPiece {
    written: Written,
    made: Made,
    is_kept: bool,
    start: Option<LocalizedFaq>,
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
                Piece::Written(piece) => built.add(*piece),
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
        let key = key(&faq, &self.frame);
        let old = self.last.files(&faq.locale, &key).filter(|files| self.out.keep(files.all()));
        let is_kept = old.is_some();
        let files = match old {
            Some(files) => files.clone(),
            None => write_locale(&faq, &self.frame, &mut |file| self.out.put(&file))?,
        };
        let written = Written::new(&faq, files.clone());
        let is_start = faq.locale == *self.frame.reference;
        let start = is_start.then(|| LocalizedFaq { entries: Vec::new(), ..faq });
        let made = Made { key, files };
        Ok(Piece::Written(Box::new(WrittenPiece { written, made, is_kept, start })))
    }
}

impl Built {
    fn add(&mut self, piece: WrittenPiece) {
        let WrittenPiece { written, made, is_kept, start } = piece;
        self.made.insert(written.tag().to_owned(), made);
        self.locales.push(written);
        self.kept += usize::from(is_kept);
        self.start = self.start.take().or(start);
    }
}

/// What a locale would show in another language, or not at all, without the policy's leave. With the gate open there is a text for
/// everything, so each of these is a text that no rule objects to and that cannot be shown all the same.
fn incomplete(faq: &LocalizedFaq, withheld: &Withheld) -> Vec<String> {
    let entries = faq.coverage.fallen_back.iter().map(|entry| FaqPart::Entry(entry.clone()));
    let around =
        [(faq.coverage.title, FaqPart::Title), (faq.coverage.interface, FaqPart::Interface)];
    let around = around.into_iter().filter_map(|(is_own, part)| (!is_own).then_some(part));
    let tag: &LocaleTag = &faq.locale;
    let is_withheld = |part: &FaqPart| withheld.reason(tag, tag, part).is_some();
    let foreign = entries.chain(around).filter(|part| !is_withheld(part));
    let missing = faq.coverage.missing.iter().map(|entry| FaqPart::Entry(entry.clone()));
    let line = |part| format!("{tag}: {part} cannot be shown in this language");
    foreign.chain(missing).map(line).collect()
}
