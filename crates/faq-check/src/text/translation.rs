//! Every message of a file or a locale next to the reference's, for rules that judge these as a whole.

pub(crate) mod of_reference;
pub(crate) mod traits;

use faq_l10n::{FtlFile, LocaleFiles, MessageRef, Outline, span_of};

use crate::{
    context::{FileContext, LocaleContext, fluent_id},
    finding::{Hit, Hits, Place},
    pairing::{FilePairs, Pairing},
};

/// A message or term of a locale and the one of the reference that it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Translation<'c, 's> {
    /// The locale's file.
    pub(crate) file: &'c FtlFile<'s>,
    /// Where it stands.
    pub(crate) place: MessageRef,
    /// What it contains.
    pub(crate) message: Outline<'c, 's>,
    /// The reference's file.
    pub(crate) reference_file: &'c FtlFile<'s>,
    /// Where that stands in the reference.
    pub(crate) reference_place: MessageRef,
    /// What the reference's contains.
    pub(crate) reference: Outline<'c, 's>,
}

impl<'a, 's> FileContext<'a, 's> {
    /// Every message and term of the file that the reference has too, in order. None in the reference itself.
    pub(crate) fn translations(&self) -> impl Iterator<Item = Translation<'a, 's>> {
        let (locale, file) = (self.locale, (self.index, self.file));
        let pairs = locale.pairing.files.get(self.index).filter(|_| !locale.is_reference());
        pairs.into_iter().flat_map(move |pairs| in_file(file, pairs, locale.reference))
    }
}

/// The messages of one file.
fn in_file<'c, 's>(
    (index, file): (usize, &'c FtlFile<'s>),
    pairs: &'c FilePairs,
    reference: &'c LocaleFiles<'s>,
) -> impl Iterator<Item = Translation<'c, 's>> {
    let messages = file.outlines.iter().zip(&pairs.messages).enumerate();
    messages.filter_map(move |(number, (message, place))| {
        let reference_place = (*place)?;
        let (reference_file, reference) = reference.at(reference_place)?;
        let place = MessageRef::new(index, number);
        Some(Translation { file, place, message, reference_file, reference_place, reference })
    })
}

/// Every message and term of a locale that the reference has too, in order, without those of files of the reference that are
/// not wanted, by their index.
pub(crate) fn translations<'c, 's>(
    files: &'c LocaleFiles<'s>,
    pairing: &'c Pairing,
    reference: &'c LocaleFiles<'s>,
    wants: impl Fn(usize) -> bool,
) -> impl Iterator<Item = Translation<'c, 's>> {
    let files = files.files.iter().zip(&pairing.files).enumerate();
    let wanted = files.filter(move |(_, (_, pairs))| pairs.reference_file.is_none_or(&wants));
    wanted.flat_map(move |(index, (file, pairs))| in_file((index, file), pairs, reference))
}

impl<'a, 's> LocaleContext<'a, 's> {
    /// Every message and term that the reference has too, in order. None in the reference itself.
    pub(crate) fn translations(&self) -> impl Iterator<Item = Translation<'a, 's>> {
        self.translations_of(|_| true)
    }

    /// As [`Self::translations`], without those of files of the reference that are not wanted, by their index.
    pub(crate) fn translations_of(
        &self,
        wants: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = Translation<'a, 's>> {
        let is_translated = !self.is_reference();
        let all = translations(self.files, self.pairing, self.reference, wants);
        is_translated.then_some(all).into_iter().flatten()
    }
}

impl Translation<'_, '_> {
    /// Adds a finding at the message's id.
    pub(crate) fn at_id<'h>(&self, hits: &'h mut Hits, text: impl Into<String>) -> &'h mut Hit {
        self.at(hits, self.message.id(), text)
    }

    /// Adds a finding at `part`, which is a slice of this message's file.
    pub(crate) fn at<'h>(
        &self,
        hits: &'h mut Hits,
        part: &str,
        text: impl Into<String>,
    ) -> &'h mut Hit {
        let span = span_of(self.file.source, part).unwrap_or(0..0);
        hits.add(Place::Span(self.place.file(), span), text).message(fluent_id(self.message))
    }

    /// Its Fluent id, a term's with its `-`.
    pub(crate) fn id(&self) -> String {
        fluent_id(self.message)
    }
}
