//! Rule `malformed-file`: settings beside a locale's texts that cannot be read.

use faq_l10n::Ledger;

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    language::Language,
    policy::Severities,
    rule::{Judge, Rule},
    waivers::Waivers,
};

pub(super) const RULE: Rule = Rule {
    name: "malformed-file",
    severities: Severities::ERROR,
    doc: include_str!("malformed-file.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let language = context.language_error.map(|error| (Language::FILE, error));
    let waivers = context.waivers.as_ref().err().map(|error| (Waivers::FILE, error));
    let ledger = context.ledger_error.map(|error| (Ledger::FILE, error));
    for (file, error) in language.into_iter().chain(ledger).chain(waivers) {
        hits.add(Place::Setting(file, error.span.clone()), error.message.clone())
            .help(error.help.clone());
    }
}
