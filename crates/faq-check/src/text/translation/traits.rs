//! What messages of the reference have that takes a closer look, found once for all its translations.

use faq_l10n::{Features, Outline};

use crate::{
    language::Language,
    text::contacts::has_contact,
    text::numbers::clocks::may_have_pm,
    text::numbers::has_digit,
    text::numbers::signs::{MAY_HAVE_SIGN, has_sign},
    text::numbers::units::quantities,
    text::running_text::running_texts,
};

/// What one message has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MessageTraits {
    /// A number or a variable with a unit beside it.
    pub(crate) quantity: bool,
    /// A number that its digits alone do not tell: a negative one, a fraction or a power in one character, an hour after noon.
    pub(crate) exact: bool,
    /// An address, a telephone number or the section of a law.
    pub(crate) contact: bool,
}

impl MessageTraits {
    /// Of a message of the reference, whose language this is.
    pub(crate) fn of(message: Outline<'_, '_>, language: &Language) -> Self {
        let features = message.features();
        let may_measure = features.any(Features::VARIABLE) || has_digit(message);
        // A full stop before a placeable may be the inner one of an address.
        let has_parts = Features::LITERAL | Features::REFERENCE | Features::FUNCTION;
        if !may_measure && !features.any(Features::INNER_SIGN | has_parts | MAY_HAVE_SIGN) {
            return Self::default();
        }
        let texts = running_texts(message);
        Self {
            quantity: may_measure
                && texts.iter().any(|text| !quantities(text, language).is_empty()),
            exact: texts.iter().any(|text| has_sign(text) || may_have_pm(&text.to_lowercase())),
            contact: texts.iter().any(|text| has_contact(text)),
        }
    }
}
