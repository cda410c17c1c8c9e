//! Rule `review-overdue`: reviews that are too long ago.

use faq_l10n::Ledger;

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    gate::is_overdue,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "review-overdue",
    severities: Severities::WARNING,
    doc: include_str!("review-overdue.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    for state in context.reviews.iter().flat_map(|reviews| &reviews.messages) {
        let asked = context.gate.asked(state.risk);
        let Some(date) =
            state.reviewed_on.as_ref().filter(|_| is_overdue(asked, state, context.today))
        else {
            continue;
        };
        let (id, days) = (&state.id, asked.review_days.unwrap_or_default());
        let text =
            format!("`{id}` was last reviewed on {}, more than {days} days ago", date.get_ref());
        hits.add(Place::Setting(Ledger::FILE, date.span()), text).message(id.as_str()).help(format!(
            "a reviewer who reads it again signs with `cargo xtask review accept {} {id} --by NAME --role ROLE`",
            context.locale
        ));
    }
}
