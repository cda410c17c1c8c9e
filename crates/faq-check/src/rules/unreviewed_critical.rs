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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::example::report;

    /// The wrong example of the page with something else in it.
    fn said(from: &str, to: &str) -> String {
        let wrong = RULE.doc.split("```text\n").nth(1).and_then(|it| it.split("```").next());
        let wrong = wrong.unwrap_or_default();
        assert!(wrong.contains(from), "{wrong}");
        report("unreviewed-critical", &wrong.replacen(from, to, 1))
    }

    #[test]
    fn every_critical_message_is_named() {
        let found = said("", "");
        assert!(found.contains("`who-answer` is critical, and nobody has reviewed it"), "{found}");
        assert!(
            found.contains("`who-question` is critical") && !found.contains("`title`"),
            "{found}"
        );
    }

    #[test]
    fn one_of_two_signatures_is_not_enough() {
        let one = "review = \"draft\"\nreviewers = [{ name = \"María Pérez\", role = \"native speaker\", date = 2026-06-01 }]";
        let found = said("translator = \"Iker Etxea\"\nreview = \"draft\"", one);
        assert!(
            found.contains("`who-answer` is critical: 1 of 2 reviewers have signed it"),
            "{found}"
        );
    }

    #[test]
    fn nothing_is_asked_of_other_tiers_and_where_the_policy_asks_for_nothing() {
        assert_eq!(
            said(
                "endonym = \"Español\"\ntier = \"released\"",
                "endonym = \"Español\"\ntier = \"preview\""
            ),
            ""
        );
        assert_eq!(said("reviewed = \"fall-back\"\n", ""), "");
    }
}
