//! Rule `suspect-reference`: a text that many languages stumble over.

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::{Kind, MessageRef, span_of};
use rustc_hash::FxHashSet;

use crate::{
    context::fluent_id,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
    suspects::AllLocales,
};

pub(super) const RULE: Rule = Rule {
    name: "suspect-reference",
    severities: Severities::WARNING,
    doc: include_str!("suspect-reference.md"),
    judge: Judge::All(judge),
};

/// Rules that say how far a translation is, and nothing of the text.
const NO_SIGN: [&str; 3] = ["missing-message", "same-as-reference", "unknown-message"];

/// How many languages have to stumble, at least.
const FEWEST: usize = 3;

/// The languages in which one rule objects to one message of the reference, as indexes.
type Objections = BTreeMap<(MessageRef, &'static str), BTreeSet<usize>>;

fn judge(all: &AllLocales<'_>, hits: &mut Hits) {
    let mut objections = objections(all);
    objections.retain(|_, locales| locales.len() >= FEWEST);
    let translations = translations(all, &objections.keys().map(|(place, _)| *place).collect());
    for ((place, rule), locales) in objections {
        let Some((file, outline)) = all.reference.at(place) else { continue };
        let is_the_reference = |index: &usize| {
            all.verdicts.get(*index).is_some_and(|it| it.locale() == all.reference_name)
        };
        let Some(translated) = translations.get(&place) else { continue };
        let stumbling = locales.intersection(translated).count();
        if locales.iter().any(is_the_reference)
            || stumbling < FEWEST
            || stumbling * 2 < translated.len()
        {
            continue;
        }
        let id = fluent_id(outline);
        let text = format!(
            "`{id}` may be at fault itself: `{rule}` objects to {stumbling} of its {} translations",
            translated.len()
        );
        let span = span_of(file.source, outline.id()).unwrap_or(0..0);
        hits.add(Place::Span(place.file, span), text)
            .help("see whether this text is right and can be translated; a comment above it tells translators what is meant")
            .message(id);
    }
}

fn objections(all: &AllLocales<'_>) -> Objections {
    let mut objections = Objections::new();
    for (index, verdict) in all.verdicts.iter().enumerate() {
        for file in &verdict.files {
            for finding in file.findings.iter().filter(|it| !NO_SIGN.contains(&it.rule)) {
                let Some(id) = &finding.message else { continue };
                let (kind, id) = match id.strip_prefix('-') {
                    Some(id) => (Kind::Term, id),
                    None => (Kind::Message, id.as_str()),
                };
                if let Some(place) = all.reference.same(&file.name, kind, id) {
                    objections.entry((place, finding.rule)).or_default().insert(index);
                }
            }
        }
    }
    objections
}

/// The languages in which each of these messages is really translated, and not a copy of the reference's.
fn translations(
    all: &AllLocales<'_>,
    of: &FxHashSet<MessageRef>,
) -> BTreeMap<MessageRef, BTreeSet<usize>> {
    let mut translations: BTreeMap<MessageRef, BTreeSet<usize>> = BTreeMap::new();
    for (index, verdict) in all.verdicts.iter().enumerate() {
        let translated = verdict.files.iter().flat_map(|file| file.translated.iter());
        for place in translated.filter(|place| of.contains(place)) {
            translations.entry(*place).or_default().insert(index);
        }
    }
    translations
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(translations: &[(&str, &str)]) -> String {
        let mut tree = "--- en-US/faq.ftl\nage = under 18\n".to_owned();
        for (locale, text) in translations {
            tree.push_str(&format!("--- {locale}/faq.ftl\n{text}\n"));
        }
        report("suspect-reference", &tree)
    }

    const THREE: [(&str, &str); 3] =
        [("es", "age = menor de 21"), ("fr", "age = moins de 21"), ("de", "age = unter 21")];

    #[test]
    fn a_text_that_most_languages_stumble_over_is_reported_once_in_the_reference() {
        insta::assert_snapshot!(found(&THREE));
    }

    #[test]
    fn two_languages_are_too_few() {
        assert_eq!(found(THREE.get(..2).expect("two")), "");
    }

    #[test]
    fn fewer_than_half_are_too_few() {
        let right = [
            ("it", "minori di 18"),
            ("nl", "jonger dan 18"),
            ("sv", "under 18 år"),
            ("pl", "do 18"),
        ];
        let right = right.map(|(locale, text)| (locale, format!("age = {text}")));
        let right = right.iter().map(|(locale, text)| (*locale, text.as_str()));
        assert_eq!(found(&THREE.into_iter().chain(right).collect::<Vec<_>>()), "");
    }

    #[test]
    fn untranslated_texts_are_no_sign() {
        let copied = [("es", "age = under 18"), ("fr", "age = under 18"), ("de", "age = under 18")];
        assert_eq!(found(&copied), "");
        assert_eq!(found(&[("es", ""), ("fr", ""), ("de", "")]), "");
        // Nor do they speak for the reference.
        let more = ["it", "nl", "sv", "pl"].map(|locale| (locale, "age = under 18"));
        assert_ne!(found(&THREE.into_iter().chain(more).collect::<Vec<_>>()), "");
    }

    #[test]
    fn half_of_the_languages_are_enough_and_so_are_more_than_three() {
        let right = [
            ("it", "age = minori di 18"),
            ("nl", "age = jonger dan 18"),
            ("sv", "age = under 18 år"),
        ];
        assert_ne!(found(&THREE.into_iter().chain(right).collect::<Vec<_>>()), "");
        assert_ne!(
            found(&THREE.into_iter().chain([("it", "age = minori di 21")]).collect::<Vec<_>>()),
            ""
        );
    }

    #[test]
    fn what_the_rule_says_of_the_reference_itself_is_not_said_twice() {
        let mut tree = "--- en-US/faq.ftl\nage = under \u{2067}18\n".to_owned();
        for (locale, word) in [("es", "menor de"), ("fr", "moins de"), ("de", "unter")] {
            tree.push_str(&format!("--- {locale}/faq.ftl\nage = {word} \u{2067}18\n"));
        }
        assert_eq!(
            report("unbalanced-direction", &tree).matches("[unbalanced-direction]").count(),
            4,
            "{tree}"
        );
        assert_eq!(report("suspect-reference", &tree), "");
    }
}
