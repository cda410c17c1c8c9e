//! What messages of the reference have that takes a closer look, found once for all its translations.

use faq_l10n::{Features, FtlFile, LocaleFiles, MessageRef, Outline};

use crate::{
    language::Language, text::contacts::has_contact, text::numbers::has_digit,
    text::running_text::running_texts, text::units::quantities,
};

/// What the messages of the reference have.
#[derive(Debug)]
pub(crate) struct Traits {
    /// For each file, for each message.
    files: Vec<Vec<MessageTraits>>,
}

/// What one message has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MessageTraits {
    /// A number or a variable with a unit beside it.
    pub(crate) quantity: bool,
    /// An address, a telephone number or the section of a law.
    pub(crate) contact: bool,
}

impl Traits {
    /// Goes through the reference once.
    pub(crate) fn of(reference: &LocaleFiles<'_>, language: &Language) -> Self {
        let of_file = |file: &FtlFile<'_>| {
            let of_message = |message| MessageTraits::message(message, language);
            file.outlines.iter().map(of_message).collect()
        };
        Self { files: reference.files.iter().map(of_file).collect() }
    }

    /// What the message at `place` has.
    pub(crate) fn at(&self, place: MessageRef) -> MessageTraits {
        let of_file = self.files.get(place.file);
        of_file.and_then(|file| file.get(place.message)).copied().unwrap_or_default()
    }
}

impl MessageTraits {
    fn message(message: Outline<'_, '_>, language: &Language) -> Self {
        let features = message.features();
        let may_measure = features.any(Features::VARIABLE) || has_digit(message);
        // A full stop before a placeable may be the inner one of an address.
        let has_parts = Features::LITERAL | Features::REFERENCE | Features::FUNCTION;
        if !may_measure && !features.any(Features::INNER_SIGN | has_parts) {
            return Self::default();
        }
        let texts = running_texts(message);
        Self {
            quantity: may_measure
                && texts.iter().any(|text| !quantities(text, language).is_empty()),
            contact: texts.iter().any(|text| has_contact(text)),
        }
    }
}
