//! Rule `malformed-file`: settings beside a locale's texts that cannot be read.

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    language::Language,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "malformed-file",
    severities: Severities::ERROR,
    doc: include_str!("malformed-file.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if let Some(error) = context.language_error {
        hits.add(Place::Setting(Language::FILE, error.span.clone()), error.message.clone())
            .help(error.help.clone());
    }
}
