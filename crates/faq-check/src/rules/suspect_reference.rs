//! Rule `suspect-reference`: a text that many languages stumble over.

use std::collections::BTreeSet;

use faq_l10n::{FtlFile, MessageRef, Scope, span_of};
use rustc_hash::FxHashMap;

use crate::{
    context::fluent_id,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
    suspects::AllLocales,
    verdict::FileVerdict,
};

pub(super) const RULE: Rule = Rule {
    name: "suspect-reference",
    severities: Severities::WARNING,
    doc: include_str!("suspect-reference.md"),
    judge: Judge::All(judge),
};

/// How many languages have to stumble, at least.
const FEWEST: usize = 3;

/// The languages in which one rule objects to one message of the reference, by index; and whether they really translate it.
type Objections = FxHashMap<(MessageRef, &'static str), Vec<(usize, bool)>>;

fn judge(all: &AllLocales<'_>, hits: &mut Hits) {
    let mut objections: Vec<_> = objections(all).into_iter().collect();
    objections.retain(|(_, locales)| {
        locales.iter().filter(|(_, is_translated)| *is_translated).count() >= FEWEST
    });
    if objections.is_empty() {
        return;
    }
    objections.sort_unstable();
    let files = objections.iter().map(|((place, _), _)| place.file()).collect();
    let translations = Translations::of(all, &files);
    for ((place, rule), locales) in objections {
        let Some((file, outline)) = all.reference.at(place) else { continue };
        let is_the_reference = |(index, _): &(usize, bool)| {
            all.verdicts.get(*index).is_some_and(|it| it.locale() == all.reference_name)
        };
        let translations = translations.count(place);
        let stumbling = locales.iter().filter(|(_, is_translated)| *is_translated).count();
        if locales.iter().any(is_the_reference) || stumbling * 2 < translations {
            continue;
        }
        let id = fluent_id(outline);
        // How many they are is no part of what the finding is known by: a mended translation makes no new one.
        let text =
            format!("`{id}` may be at fault itself: `{rule}` objects to most of its translations");
        let help = format!(
            "see whether this text is right and can be translated: {stumbling} of {translations} are objected to; a comment above it tells translators what is meant"
        );
        let span = span_of(file.source, outline.id()).unwrap_or(0..0);
        hits.add(Place::Span(place.file(), span), text).help(help).message(id);
    }
}

fn objections(all: &AllLocales<'_>) -> Objections {
    let mut objections = Objections::default();
    for (index, verdict) in all.verdicts.iter().enumerate() {
        for objection in verdict.files.iter().flat_map(|file| file.objections.iter()) {
            let locales = objections.entry((objection.to, objection.rule)).or_default();
            // A rule may object to a message more than once.
            match locales.last_mut() {
                Some((last, is_translated)) if *last == index => {
                    *is_translated |= objection.is_translated;
                }
                _ => locales.push((index, objection.is_translated)),
            }
        }
    }
    objections
}

/// In how many languages each message of the reference is really translated, and not a copy.
struct Translations {
    /// For each message of each file: how many, and the last of them.
    counts: Vec<Vec<(usize, Option<usize>)>>,
}

impl Translations {
    /// Of the messages in these files of the reference.
    fn of(all: &AllLocales<'_>, of: &BTreeSet<usize>) -> Self {
        let files = all.reference.files.iter().enumerate();
        let count = |(index, file): (usize, &FtlFile<'_>)| {
            vec![(0, None); if of.contains(&index) { file.outlines.len() } else { 0 }]
        };
        let mut counts: Vec<Vec<_>> = files.map(count).collect();
        for (index, verdict) in all.verdicts.iter().enumerate() {
            // Most files translate one file of the reference.
            let may_count = |file: &&FileVerdict| {
                let one = file.translated.first().map(|place| place.file());
                all.reference.scope() == Scope::Locale || one.is_some_and(|it| of.contains(&it))
            };
            let files = verdict.files.iter().filter(may_count);
            for place in files.flat_map(|file| file.translated.iter()) {
                let count =
                    counts.get_mut(place.file()).and_then(|file| file.get_mut(place.message()));
                // A language may have a message twice.
                if let Some(count) = count.filter(|(_, last)| *last != Some(index)) {
                    *count = (count.0 + 1, Some(index));
                }
            }
        }
        Self { counts }
    }

    fn count(&self, place: MessageRef) -> usize {
        let file = self.counts.get(place.file());
        file.and_then(|file| file.get(place.message())).map_or(0, |(count, _)| *count)
    }
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
