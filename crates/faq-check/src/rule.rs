//! The shape of a rule.

use faq_l10n::{Features, Stray};

use crate::{
    context::{FileContext, LocaleContext, MessageContext},
    finding::{Finding, Hits},
    policy::Severities,
    suspects::AllLocales,
    waivers::{Standing, Waiver},
};

/// A named check.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name: kebab-case, reads well after "allow".
    pub name: &'static str,
    /// How bad its findings are, by kind of content.
    pub severities: Severities,
    /// Its documentation in Markdown: what it finds, why it matters, a wrong and a right example that are executed.
    pub doc: &'static str,
    /// What it looks at.
    pub judge: Judge,
}

/// What a rule looks at. Everything it may want to know was collected before; no rule walks a tree.
#[derive(Clone, Copy, Debug)]
pub enum Judge {
    /// Each message and term of each locale, next to the reference's, that has one of the features, or whose
    /// counterpart in the reference has.
    Message(Features, fn(&MessageContext<'_, '_>, &mut Hits)),
    /// Each file as a whole. What it says depends on nothing but this file and the reference.
    File(fn(&FileContext<'_, '_>, &mut Hits)),
    /// Each file as a whole, as [`Self::File`], and then its locale: what no file of it shows.
    FileThenLocale(fn(&FileContext<'_, '_>, &mut Hits), fn(&LocaleContext<'_, '_>, &mut Hits)),
    /// Each locale as a whole.
    Locale(fn(&LocaleContext<'_, '_>, &mut Hits)),
    /// Each locale after all other rules, with what they found in it: what is wrong all the same.
    Remaining(fn(&LocaleContext<'_, '_>, &[&Finding], &mut Hits)),
    /// All locales together, after all other rules, with what they found.
    All(fn(&AllLocales<'_>, &mut Hits)),
    /// Each waiver of each locale, after all other rules have judged it, and what it was worth.
    Waiver(fn(&LocaleContext<'_, '_>, &Waiver, &Standing, &mut Hits)),
    /// Each file, folder or link that should not be where it is.
    Stray(fn(&Stray, &mut Hits)),
}
