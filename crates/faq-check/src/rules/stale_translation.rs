//! Rule `stale-translation`: translations of a text that has changed since.

use faq_content::Freshness;
use faq_l10n::{Kind, MessageState, span_of};

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "stale-translation",
    // A warning is enough: the gate keeps it from readers where the policy says so.
    severities: Severities::WARNING,
    doc: include_str!("stale-translation.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let states = context.reviews.iter().flat_map(|reviews| &reviews.messages);
    for state in states.filter(|it| it.translation.is_some() && it.freshness == Freshness::Stale) {
        let Some(place) = place(context, state) else { continue };
        let id = &state.id;
        let old = state.record.as_ref().and_then(|record| record.reference.as_ref());
        let said =
            |text: Option<&faq_l10n::Source>| text.map_or("", |it| it.text.as_str()).to_owned();
        let text = format!(
            "the `{}` text of `{id}` has changed since this was translated",
            context.reference_name
        );
        hits.add(place, text).message(id.as_str()).help(format!(
            "it was:    {}\nit is now: {}\nchange the translation, then run `cargo xtask review refresh {} {id} --translator NAME`",
            said(old),
            said(state.source.as_deref()),
            context.locale
        ));
    }
}

/// Where a message stands in the locale's files.
pub(super) fn place(context: &LocaleContext<'_, '_>, state: &MessageState) -> Option<Place> {
    let place = context.files.find(Kind::Message, &state.id)?;
    let (file, message) = context.files.at(place)?;
    Some(Place::Span(place.file(), span_of(file.source, message.id())?))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::example::report;

    fn wrong() -> &'static str {
        let wrong = RULE.doc.split("```text\n").nth(1).and_then(|it| it.split("```").next());
        wrong.unwrap_or_default()
    }

    #[test]
    fn the_text_as_it_was_and_as_it_is_are_shown() {
        insta::assert_snapshot!(report("stale-translation", wrong()));
    }

    #[test]
    fn a_minor_edit_and_a_text_that_is_not_translated_are_no_finding() {
        let minor = "--- en-US/review.toml\nformat = 1\n[[minor]]\nmessage = \"who-answer\"\nbefore = \"00000000000000000000000000000000\"\nafter = \"f760e808a5497b3ae4d0fb8d079ac95f\"\nreason = \"a typo\"\ndate = 2026-06-01\n";
        assert_eq!(report("stale-translation", &format!("{}{minor}", wrong())), "");
        let missing = wrong().replace("who-answer = Cualquiera puede serlo.\n", "");
        assert_eq!(report("stale-translation", &missing), "");
        let spoilt = minor.replace("format = 1", "format = 2");
        let found = report("malformed-file", &format!("{}{spoilt}", wrong()));
        assert!(found.contains("--> en-US/review.toml:1:10"), "{found}");
    }
}
