//! Rule `forged-review`: reviews in a ledger that the list of reviewers does not back.

use faq_l10n::{Flaw, Ledger};

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "forged-review",
    severities: Severities::ERROR,
    doc: include_str!("forged-review.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let locale = context.locale;
    for state in context.reviews.iter().flat_map(|reviews| &reviews.messages) {
        for (span, flaw) in &state.flaws {
            let text = match flaw {
                Flaw::Unlisted(name) => format!("`{name}` is not on the list of reviewers"),
                Flaw::OtherLocale(name) => format!("`{name}` does not review `{locale}`"),
                Flaw::OtherRole(name, role) => format!("`{name}` is no `{role}`"),
                Flaw::Left(name) => format!("`{name}` no longer reviewed on this day"),
                Flaw::Future(day) => format!("{day} is yet to come"),
                Flaw::Twice(name) => format!("`{name}` has signed twice"),
                Flaw::Unsigned => {
                    "this is said to be reviewed, and nobody whose word counts has signed it"
                        .to_owned()
                }
            };
            let id = &state.id;
            hits.add(Place::Setting(Ledger::FILE, span.clone()), text).message(id.as_str()).help(format!(
                "write `review = \"draft\"` and take this signature out; who stands in `reviewers.toml` signs with `cargo xtask review accept {locale} {id} --by NAME --role ROLE`"
            ));
        }
    }
}
