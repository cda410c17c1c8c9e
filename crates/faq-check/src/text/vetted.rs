//! Characters that no rule objects to in a locale. Nearly every text has no others and is passed over at a glance, by all
//! rules that look at characters.

use std::cell::Cell;

use faq_l10n::{Features, Outline, TextKind};
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, Script},
};

use crate::{
    context::LocaleContext, text::letters::is_foreign_letter, text::numbers::digit,
    text::writing::is_other_han,
};

/// The characters that were looked at in a locale and found to be harmless: none of them is a digit, a format character, a
/// letter of another script, of another language or of the other way to write Chinese.
#[derive(Clone, Debug)]
pub(crate) struct Vetted {
    /// A bit for each character below U+10000.
    known: Vec<Cell<u64>>,
}

impl Default for Vetted {
    fn default() -> Self {
        Self { known: vec![Cell::new(0); 0x10000 / 64] }
    }
}

impl Vetted {
    /// Whether every character that the message shows is harmless; ASCII always is. What is written as an escape is not looked at.
    pub(crate) fn has_all(
        &self,
        context: &LocaleContext<'_, '_>,
        message: Outline<'_, '_>,
    ) -> bool {
        !message.features().any(Features::NON_ASCII)
            || message
                .texts()
                .iter()
                .filter(|text| text.kind != TextKind::Steering)
                .all(|text| text.raw.chars().all(|it| it.is_ascii() || self.has(context, it)))
    }

    fn has(&self, context: &LocaleContext<'_, '_>, character: char) -> bool {
        let code = u32::from(character);
        // Others are rare, and each is looked at anew.
        let Some(bits) = self.known.get(code as usize / 64) else { return false };
        let bit = 1 << (code % 64);
        if bits.get() & bit != 0 {
            return true;
        }
        let is_harmless = is_harmless(context, character);
        if is_harmless {
            bits.set(bits.get() | bit);
        }
        is_harmless
    }
}

fn is_harmless(context: &LocaleContext<'_, '_>, character: char) -> bool {
    let script = CodePointMapData::<Script>::new().get(character);
    let is_of_script = matches!(script, Script::Common | Script::Inherited | Script::Unknown)
        || context.script.scripts.is_empty()
        || context.script.scripts.contains(&script);
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    is_of_script
        && category != GeneralCategory::Format
        && digit(character).is_none()
        && (context.letters().has(character) || !is_foreign_letter(context, character))
        && !is_other_han(&context.script.code, character)
}
