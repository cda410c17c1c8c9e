//! Rule `unused-term`: terms that a language added and does not use.

use std::collections::BTreeSet;

use faq_l10n::{Features, Kind, Outline, Target, span_of};

use crate::{
    context::{LocaleContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unused-term",
    severities: Severities::WARNING,
    doc: include_str!("unused-term.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    // Terms of the reference are there for all languages, whether it uses them itself or not.
    if context.is_reference() {
        return;
    }
    let own = |(_, it): &(_, Outline<'_, '_>)| {
        it.kind() == Kind::Term && context.reference.find(Kind::Term, it.id()).is_none()
    };
    let terms: Vec<_> = context.files.messages().filter(own).collect();
    if terms.is_empty() {
        return;
    }
    let used = used(context);
    for (place, term) in terms.into_iter().filter(|(_, term)| !used.contains(term.id())) {
        let Some(file) = context.files.files.get(place.file()) else { continue };
        let span = span_of(file.source, term.id()).unwrap_or(0..0);
        let id = fluent_id(term);
        hits.add(Place::Span(place.file(), span), format!("nothing uses the term `{id}`"))
            .help(format!("write `{{ {id} }}` where its words stand, or remove it"))
            .message(id);
    }
}

/// The terms that some text of the locale uses, other than the term's own.
fn used<'c>(context: &'c LocaleContext<'_, '_>) -> BTreeSet<&'c str> {
    let outlines = context.files.messages().map(|(_, outline)| outline);
    let with_references = outlines.filter(|outline| outline.features().any(Features::REFERENCE));
    let targets = with_references.flat_map(|outline| {
        outline.references().iter().filter_map(move |reference| match reference.target {
            Target::Term(id, _) if outline.kind() != Kind::Term || outline.id() != id => Some(id),
            Target::Term(..) | Target::Message(..) | Target::Variable(_) | Target::Function(_) => {
                None
            }
        })
    });
    targets.collect()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn a_term_of_the_language_alone_that_nothing_uses_is_reported() {
        let tree = "--- en-US/a.ftl\n-brand = Fox\na = x\n--- de/a.ftl\n-brand = Fux\n-used = Bau\n-own = { -own }\n-gone = Wald\na = { -used }\n";
        let report = report("unused-term", tree);
        assert!(report.contains("nothing uses the term `-gone`"), "{report}");
        assert!(report.contains("nothing uses the term `-own`"), "{report}");
        assert_eq!(report.matches("nothing uses").count(), 2, "{report}");
    }

    #[test]
    fn a_term_that_another_term_uses_is_used() {
        let tree = "--- en-US/a.ftl\na = x\n--- de/a.ftl\n-inner = Wald\n-outer = { -inner }\na = { -outer }\n";
        assert_eq!(report("unused-term", tree), "");
    }
}
