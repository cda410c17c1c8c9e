//! Rule `lost-negation`: a "not", "must", "or" or "may" of a text in which it matters is there in the translation.

use faq_l10n::Kind;

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::translation::Translation,
    text::words::Words,
    text::words::guarded::{Reader, comment_above, is_critical},
};

pub(super) const RULE: Rule = Rule {
    name: "lost-negation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("lost-negation.md"),
    judge: Judge::Locale(judge),
};

/// A kind of words that a text must not lose.
struct Guard {
    /// How a comment asks for it.
    mark: &'static str,
    /// What it is called.
    name: &'static str,
    /// Words of the reference.
    reference: Vec<Words>,
    /// Words of the locale.
    own: Vec<Words>,
    /// Some of them, to be shown.
    samples: String,
}

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let (own, reference) = (context.language, context.reference_language);
    let mut guards = vec![
        Guard::of("@negation", r#""not" or "no""#, &reference.negation, &own.negation),
        Guard::of("@obligation", r#""must" or "only""#, &reference.obligation, &own.obligation),
        Guard::of("@choice", r#""or""#, &reference.choice, &own.choice),
        // Too many texts say "can" for each of them to be asked.
        Guard::of("@possibility", r#""may" or "can""#, &[], &own.possibility),
    ];
    // Nothing is asked of a language whose words nobody has listed.
    guards.retain(|guard| !guard.own.is_empty());
    let has_marks = |source: &str| guards.iter().any(|guard| source.contains(guard.mark));
    let marked: Vec<bool> =
        context.reference.files.iter().map(|file| has_marks(file.source)).collect();
    if guards.is_empty() || (context.catalog.is_none() && !marked.contains(&true)) {
        return;
    }
    let mut reader = Reader::default();
    for it in context.translations().filter(|it| it.message.kind() == Kind::Message) {
        let critical = is_critical(context, it.message.id());
        let comment = comment_above(it.reference_file.source, it.reference.id());
        for guard in &guards {
            // A comment asks for it whatever the words of the reference are.
            let asked = comment.contains(guard.mark)
                || (critical && reader.finds(&guard.reference, context.reference, it.reference));
            if asked && !reader.finds(&guard.own, context.files, it.message) {
                let text =
                    format!("`{}` has no word for {} of the reference text", it.id(), guard.name);
                report(&it, guard, text, hits);
            } else if asked && let Some(number) = sentence_without(&mut reader, guard, &it) {
                let text = format!(
                    "sentence {number} of `{}` has no word for {} of the reference text",
                    it.id(),
                    guard.name
                );
                report(&it, guard, text, hits);
            }
        }
    }
}

fn report(it: &Translation<'_, '_>, guard: &Guard, text: String, hits: &mut Hits) {
    let help = format!(
        "compare the two; if the meaning is the same, add your word for it to the list in `language.toml`, which starts with {}",
        guard.samples
    );
    it.at_id(hits, text).help(help);
}

impl Guard {
    fn of(mark: &'static str, name: &'static str, reference: &[String], own: &[String]) -> Self {
        let samples: Vec<String> = own.iter().take(3).map(|word| format!("`{word}`")).collect();
        Self {
            mark,
            name,
            reference: Words::parse_all(reference),
            own: Words::parse_all(own),
            samples: samples.join(", "),
        }
    }
}

/// The number of the first sentence that has lost such a word, where both texts have the same number of sentences: then
/// they most often say the same one by one.
fn sentence_without(reader: &mut Reader, guard: &Guard, it: &Translation<'_, '_>) -> Option<usize> {
    let expected = reader.sentences(&guard.reference, it.reference);
    // One sentence is the whole text, and a language without full stops has one.
    if expected.len() < 2 || !expected.contains(&true) {
        return None;
    }
    let found = reader.sentences(&guard.own, it.message);
    let pairs = || expected.iter().zip(&found);
    let lost = pairs().position(|(expected, found)| *expected && !found)?;
    (expected.len() == found.len()).then_some(lost + 1)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(mark: &str, reference: &str, locale: &str, translation: &str) -> String {
        report(
            "lost-negation",
            &format!(
                "--- en-US/a.ftl\n# For translators.\n# {mark}\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"
            ),
        )
    }

    #[test]
    fn a_lost_not_is_reported_where_the_reference_asks_for_it() {
        let lost = found("@negation", "They do not know.", "es", "Lo saben.");
        assert!(lost.contains("`a` has no word for \"not\" or \"no\""), "{lost}");
        assert_eq!(found("@negation", "They do not know.", "es", "No lo saben."), "");
        assert_eq!(found("Nothing.", "They do not know.", "es", "Lo saben."), "");
    }

    #[test]
    fn a_lost_must_is_reported() {
        let lost = found("@obligation", "You must call.", "es", "Puede llamar.");
        assert!(lost.contains("\"must\" or \"only\""), "{lost}");
        assert_eq!(found("@obligation", "You must call.", "es", "Debe llamar."), "");
    }

    #[test]
    fn a_lost_or_and_a_lost_may_are_reported() {
        let reference = "Some are locked in. They may feel fear and/or shame.";
        for (locale, translation) in [
            ("de", "Manche sind eingesperrt. Sie können Angst und Scham empfinden."),
            ("zh-Hans", "有些人被关着。她们可能感到恐惧和羞耻。"),
            ("ko", "갇혀 있는 사람도 있습니다. 두려움과 수치심을 느낄 수 있습니다."),
        ] {
            let lost = found("@choice", reference, locale, translation);
            assert!(lost.contains("\"or\""), "{locale}: {lost}");
            assert_eq!(found("@possibility", reference, locale, translation), "", "{locale}");
        }
        let must = "Manche sind eingesperrt. Sie müssen Angst und/oder Scham empfinden.";
        assert!(found("@possibility", reference, "de", must).contains("\"may\" or \"can\""));
        assert_eq!(found("@choice", reference, "de", must), "");
    }

    #[test]
    fn every_language_says_no_in_its_own_way() {
        for (locale, text) in [
            ("fr", "Elles n’ont rien."),
            ("ko", "벗어나지 못하기도 합니다"),
            ("tr", "Bilmiyorlar"),
            ("ar", "وليس لديهم مكان"),
            ("fi", "He eivät tiedä"),
            ("zh-Hans", "她们无法逃脱"),
            ("ia", "Ili scias"),
        ] {
            assert_eq!(found("@negation", "They do not know.", locale, text), "", "{locale}");
        }
    }

    #[test]
    fn words_that_only_begin_like_a_not_are_none() {
        for (locale, right, wrong) in [
            ("sw", "Hawajui huduma hii.", "Wanajua hatua na huduma hizi, hata haya."),
            ("fa", "آن‌ها نمی‌دانند.", "آن‌ها نام و نشانی را می‌دانند."),
            ("es", "Les falta saberlo.", "Lo saben."),
        ] {
            assert_eq!(found("@negation", "They do not know.", locale, right), "", "{right}");
            assert_ne!(found("@negation", "They do not know.", locale, wrong), "", "{wrong}");
        }
    }

    #[test]
    fn only_then_is_said_in_several_ways() {
        let reference = "You must save it first. Only then may you close it.";
        for (locale, text) in [
            ("de", "Sie müssen es zuerst sichern. Erst dann dürfen Sie es schließen."),
            (
                "fr",
                "Vous devez d’abord l’enregistrer. Ce n’est qu’ensuite que vous pouvez le fermer.",
            ),
        ] {
            assert_eq!(found("@obligation", reference, locale, text), "", "{text}");
        }
    }

    #[test]
    fn one_of_several_is_lost_in_its_sentence() {
        let reference = "They have no place. Some are unable to escape. They may not know.";
        for (locale, translation, sentence) in [
            ("es", "No tienen lugar. Algunas pueden escapar. Quizá no lo sepan.", "sentence 2 of"),
            ("zh-Hans", "她们没有去处。有些人无法逃脱。她们可能知道。", "sentence 3 of"),
        ] {
            let lost = found("@negation", reference, locale, translation);
            assert!(lost.contains(sentence), "{lost}");
        }
        for translation in [
            "No tienen lugar. Algunas no pueden escapar. Quizá no lo sepan.",
            // What is said in other sentences cannot be compared one by one.
            "No tienen lugar. Algunas no pueden escapar, y quizá lo desconozcan.",
        ] {
            assert_eq!(found("@negation", reference, "es", translation), "", "{translation}");
        }
    }

    #[test]
    fn a_catalog_says_where_it_matters() {
        let found = |risk: &str| {
            crate::example::report(
                "lost-negation",
                &format!(
                    "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"{risk}\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n--- en-US/a.ftl\ntitle = Not x\nq-question = Who?\nq-a = They do not know.\n--- es/a.ftl\ntitle = X\nq-question = ¿Quién?\nq-a = Saben.\n"
                ),
            )
        };
        let critical = found("critical");
        assert!(critical.contains("`q-a` has no word for"), "{critical}");
        assert!(!critical.contains("`title`"), "{critical}");
        assert_eq!(found("normal"), "");
    }

    #[test]
    fn of_two_sentences_the_one_that_lost_it_is_named_and_a_single_one_may_have_it_from_a_term() {
        let critical = |reference: &str, translation: &str| {
            let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"critical\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n";
            let tree = format!(
                "{catalog}--- en-US/a.ftl\ntitle = X\nq-question = Who?\nq-a = {reference}\n--- es/a.ftl\n-no = no\ntitle = X\nq-question = ¿Quién?\nq-a = {translation}\n"
            );
            report("lost-negation", &tree)
        };
        assert_ne!(
            critical("They do not know. Some ask us.", "Lo saben. Algunas no preguntan."),
            ""
        );
        assert_eq!(critical("They do not know.", "Ellas { -no } saben."), "");
    }
}
