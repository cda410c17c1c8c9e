//! Rule `suspect-reference`: a text that many languages stumble over.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use faq_l10n::{Kind, MessageRef, span_of};

use crate::{
    context::{fluent_id, is_identical},
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

/// The languages in which one rule objects to one message of the reference.
type Objections<'a> = BTreeMap<(MessageRef, &'static str), BTreeSet<&'a str>>;

fn judge(all: &AllLocales<'_, '_>, hits: &mut Hits) {
    let Some(reference) = all.reference() else { return };
    for ((place, rule), locales) in objections(all) {
        let Some((file, outline)) = reference.at(place) else { continue };
        if locales.len() < FEWEST || locales.contains(all.reference_name) {
            continue;
        }
        let is_translated = |name: &str| {
            let files = all.files.iter().find(|(known, _)| *known == name);
            let same = files.and_then(|(_, files)| {
                files.at(files.same(file.name, outline.kind(), outline.id())?)
            });
            same.is_some_and(|(_, translation)| !is_identical(translation, outline))
        };
        let others = all.files.iter().filter(|(name, _)| *name != all.reference_name);
        let translated = others.filter(|(name, _)| is_translated(name)).count();
        let stumbling = locales.iter().filter(|name| is_translated(name)).count();
        if stumbling >= FEWEST && stumbling * 2 >= translated {
            let id = fluent_id(outline);
            let text = format!(
                "`{id}` may be at fault itself: `{rule}` objects to {stumbling} of its {translated} translations"
            );
            let span = span_of(file.source, outline.id()).unwrap_or(0..0);
            hits.add(Place::Span(place.file, span), text)
                .help("see whether this text is right and can be translated; a comment above it tells translators what is meant")
                .message(id);
        }
    }
}

fn objections<'a>(all: &AllLocales<'a, '_>) -> Objections<'a> {
    let mut objections = Objections::new();
    let Some(reference) = all.reference() else { return objections };
    let files = all.files.iter().flat_map(|(_, files)| &files.files);
    let names: HashMap<&str, &str> = files.map(|file| (file.path, file.name)).collect();
    for finding in all.findings.iter().filter(|it| !NO_SIGN.contains(&it.rule)) {
        let (Some(locale), Some(id)) = (&finding.locale, &finding.message) else { continue };
        let (kind, id) = match id.strip_prefix('-') {
            Some(id) => (Kind::Term, id),
            None => (Kind::Message, id.as_str()),
        };
        let place = names.get(finding.path.as_str()).and_then(|it| reference.same(it, kind, id));
        if let Some(place) = place {
            objections.entry((place, finding.rule)).or_default().insert(locale);
        }
    }
    objections
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
}
