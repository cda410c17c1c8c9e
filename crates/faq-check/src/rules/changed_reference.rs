//! Rule `changed-reference`: a text of the reference that has changed since it was translated.

use std::collections::BTreeMap;

use faq_content::Freshness;
use faq_l10n::{Kind, LocaleReviews, span_of};

use crate::{
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
    suspects::AllLocales,
};

pub(super) const RULE: Rule = Rule {
    name: "changed-reference",
    severities: Severities::WARNING,
    doc: include_str!("changed-reference.md"),
    judge: Judge::All(judge),
};

fn judge(all: &AllLocales<'_>, hits: &mut Hits) {
    let mut stale: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for LocaleReviews { locale, messages } in
        all.verdicts.iter().filter_map(|it| it.reviews.as_ref())
    {
        let is_stale = messages
            .iter()
            .filter(|it| it.translation.is_some() && it.freshness == Freshness::Stale);
        for state in is_stale {
            stale.entry(&state.id).or_default().push(locale.as_str());
        }
    }
    for (id, locales) in stale {
        let place = all.reference.find(Kind::Message, id);
        let found = place.and_then(|place| Some((place, all.reference.at(place)?)));
        let Some((place, (file, message))) = found else { continue };
        let translations = match locales.len() {
            1 => "its translation became stale".to_owned(),
            many => format!("{many} translations became stale"),
        };
        let text = format!("`{id}` has changed: {translations} ({})", locales.join(", "));
        let span = span_of(file.source, message.id()).unwrap_or(0..0);
        hits.add(Place::Span(place.file(), span), text).message(id).help(format!(
            "if it is only a typo, run `cargo xtask review accept-minor {id} --reason TEXT`; if not, every translation has to be looked at"
        ));
    }
}
