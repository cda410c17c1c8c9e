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
                Flaw::Future(day) => {
                    let today = context.today.map(|it| format!(": today is {it}"));
                    format!("{day} is yet to come{}", today.unwrap_or_default())
                }
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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::example::report;

    /// The right example of the page with something else in it.
    fn said(from: &str, to: &str) -> String {
        let right = RULE.doc.split("```text\n").nth(2).and_then(|it| it.split("```").next());
        let right = right.unwrap_or_default();
        assert!(right.contains(from), "{right}");
        report("forged-review", &right.replacen(from, to, 1))
    }

    #[test]
    fn what_is_wrong_with_a_signature_is_said_at_its_place() {
        let signature =
            "    { name = \"María Pérez\", role = \"native speaker\", date = 2026-06-01 },\n";
        let found = [
            said("name = \"María Pérez\", role", "name = \"Eva\", role"),
            said("role = \"native speaker\", date", "role = \"lawyer\", date"),
            said("2026-06-01", "2026-07-01"),
            said("locales = [\"es\"]", "locales = [\"fr\"]"),
            said("locales = [\"es\"]", "locales = [\"es\"]\nuntil = 2026-05-31"),
            said(signature, &signature.repeat(2)),
            said(signature, ""),
        ];
        let heads = found.iter().map(|it| it.lines().take(2).collect::<Vec<_>>().join("\n"));
        insta::assert_snapshot!(heads.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn nobody_signs_for_a_critical_text_of_their_own() {
        let found = said("translator = \"Iker Etxea\"", "translator = \"maría  pérez\"");
        assert!(found.contains("nobody whose word counts has signed it"), "{found}");
    }
}
