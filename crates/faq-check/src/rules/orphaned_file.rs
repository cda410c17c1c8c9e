//! Rule `orphaned-file`: files that the reference does not have.

use faq_l10n::Scope;

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "orphaned-file",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("orphaned-file.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    // Where a locale is one set of messages, it may divide them into files as it likes.
    if context.is_reference() || context.files.scope() == Scope::Locale {
        return;
    }
    for file in
        context.files.files.iter().filter(|file| context.reference.file(file.name).is_none())
    {
        let text = format!(
            "the reference has no file `{}`; its {} messages are never shown",
            file.name,
            file.outlines.len()
        );
        hits.add(Place::Path(file.path.to_owned()), text)
            .help("rename it as the reference calls it, or remove it");
    }
}
