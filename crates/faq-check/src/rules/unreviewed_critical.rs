//! Rule `unreviewed-critical`: critical texts that nobody has reviewed as they stand, in a tier that asks for it.

use faq_content::{Review, Risk};
use faq_l10n::MessageState;

use super::stale_translation::place;
use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unreviewed-critical",
    // A warning is enough: the gate keeps it from readers as the policy says.
    severities: Severities::WARNING,
    doc: include_str!("unreviewed-critical.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.gate.critical.reviewed.is_none() {
        return;
    }
    let states = context.reviews.iter().flat_map(|reviews| &reviews.messages);
    let is_draft = |state: &&MessageState| {
        state.risk == Risk::Critical && state.review == Review::Draft && state.translation.is_some()
    };
    for state in states.filter(is_draft) {
        let Some(place) = place(context, state) else { continue };
        let (id, signed) = (&state.id, state.reviewers_counted());
        let text = match (signed, state.reviewers_needed()) {
            (0, _) => format!("`{id}` is critical, and nobody has reviewed it as it stands"),
            (signed, needed) => {
                format!("`{id}` is critical: {signed} of {needed} reviewers have signed it")
            }
        };
        hits.add(place, text).message(id.as_str()).help(format!(
            "reviewers sign with `cargo xtask review accept {} {id} --by NAME --role ROLE`; until then readers get what it falls back to, or nothing is released",
            context.locale
        ));
    }
}
