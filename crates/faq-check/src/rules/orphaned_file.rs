//! Rule `orphaned-file`: files that the reference does not have.

use faq_l10n::Scope;

use crate::{
    context::FileContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "orphaned-file",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("orphaned-file.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let locale = context.locale;
    // Where a locale is one set of messages, it may divide them into files as it likes.
    if locale.is_reference()
        || locale.files.scope() == Scope::Locale
        || locale.reference.file(context.file.name).is_some()
    {
        return;
    }
    let text = format!(
        "the reference has no file `{}`; its {} messages are never shown",
        context.file.name,
        context.file.outlines.len()
    );
    hits.add(Place::Path(context.file.path.to_owned()), text)
        .help("rename it as the reference calls it, or remove it");
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn the_languages_of_a_catalog_may_divide_their_texts_into_files_as_they_like() {
        let tree = "--- en-US/a.ftl\ntitle = x\n--- es/b.ftl\ntitle = x\n";
        assert!(report("orphaned-file", tree).contains("the reference has no file `b.ftl`"));
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n";
        assert_eq!(report("orphaned-file", &format!("{catalog}{tree}")), "");
    }
}
