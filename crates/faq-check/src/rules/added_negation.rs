//! Rule `added-negation`: a text in which a "not" matters has none that the reference text does not have.

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
    name: "added-negation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("added-negation.md"),
    judge: Judge::Locale(judge),
};

/// How a comment asks for it: of the other sentences of a text with a "not", and of a text without one.
const MARKS: [&str; 2] = ["@negation", "@no-negation"];

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let (own, reference) = (context.language, context.reference_language);
    let has_mark = |text: &str| MARKS.iter().any(|mark| text.contains(mark));
    let is_marked = || context.reference.files.iter().any(|file| has_mark(file.source));
    let is_known = !own.negation.is_empty() && !reference.implied_negation.is_empty();
    if !is_known || (context.catalog.is_none() && !is_marked()) {
        return;
    }
    let may_imply = Words::parse_all(reference.negation.iter().chain(&reference.implied_negation));
    let alike = own.negation.iter().filter_map(|it| it.strip_prefix('~'));
    let alike: Vec<Words> = alike.map(Words::parse).collect();
    // What only starts like a "not" may be another word, and the word alone is none.
    let whole = own
        .negation
        .iter()
        .map(|word| if word.is_ascii() { word.trim_end_matches('*') } else { word.as_str() });
    let whole = whole.filter(|word| !word.is_ascii() || !word.contains('*'));
    let (shown, negation): (Vec<&str>, Vec<Words>) = whole.map(|it| (it, Words::parse(it))).unzip();
    let mut reader = Reader::default();
    for it in context.translations().filter(|it| it.message.kind() == Kind::Message) {
        let comment = comment_above(it.reference_file.source, it.reference.id());
        if !is_critical(context, it.message.id()) && !has_mark(comment) {
            continue;
        }
        let expected = reader.sentences(&may_imply, it.reference);
        let mut found = reader.sentences(&negation, it.message);
        if found.contains(&true) && !alike.is_empty() {
            let others = reader.sentences(&alike, it.message);
            found.iter_mut().zip(others).for_each(|(found, other)| *found &= !other);
        }
        let Some(number) = added(&expected, &found) else { continue };
        let is_there = |words: &Words| {
            let found = reader.sentences(std::slice::from_ref(words), it.message);
            found.get(number - 1) == Some(&true)
        };
        let word = negation.iter().position(is_there).and_then(|at| shown.get(at));
        report(&it, word.copied().unwrap_or_default(), number, hits);
    }
}

/// The number of the sentence that has a "not" where the reference's has none. Where the two have not the same number of
/// sentences, what is said in one may be said in another.
fn added(expected: &[bool], found: &[bool]) -> Option<usize> {
    if expected.len() == found.len() {
        let mut pairs = expected.iter().zip(found);
        return Some(pairs.position(|(expected, found)| !expected && *found)? + 1);
    }
    let first = found.iter().position(|found| *found)?;
    (!expected.contains(&true)).then_some(first + 1)
}

fn report(it: &Translation<'_, '_>, word: &str, number: usize, hits: &mut Hits) {
    let (id, word) = (it.id(), word.replace('*', ""));
    let text =
        format!("sentence {number} of `{id}` says `{word}`, and the reference text does not");
    it.at_id(hits, text).help("compare the two; if the meaning is the same, it can be waived");
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, locale: &str, translation: &str) -> String {
        report(
            "added-negation",
            &format!(
                "--- en-US/a.ftl\n# @negation\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"
            ),
        )
    }

    #[test]
    fn a_not_that_the_reference_does_not_have_is_reported() {
        for (locale, translation) in [
            ("es", "No saben. Cualquiera no puede ser víctima."),
            ("de", "Sie wissen es nicht. Nicht jeder kann ein Opfer sein."),
            ("ru", "Они не знают. Жертвой не может стать каждый."),
            ("ko", "그들은 모릅니다. 누구나 피해자가 되지 않습니다."),
        ] {
            let added = found("They do not know. Anyone can be a victim.", locale, translation);
            assert!(added.contains("sentence 2 of `a` says"), "{locale}: {added}");
        }
    }

    #[test]
    fn a_not_that_another_word_of_the_reference_implies_is_not() {
        for (reference, locale, translation) in [
            ("They do not know.", "es", "No saben."),
            ("Only a few know.", "fr", "Ils ne sont que quelques-uns à le savoir."),
            ("Wait until they call.", "es", "Espere mientras no llamen."),
            ("They lack a home.", "de", "Sie haben kein Zuhause."),
            ("They know.", "cs", "Největší část to ví."),
            ("Whoever is younger than 18.", "ar", "كل من هو دون 18 عاما."),
            (
                "They know a person, such as a friend.",
                "vi",
                "Họ biết ai đó, chẳng hạn một người bạn.",
            ),
            ("They do not know, and nobody helps.", "es", "No saben. Nadie ayuda. No hay nadie."),
        ] {
            assert_eq!(found(reference, locale, translation), "", "{translation}");
        }
    }

    #[test]
    fn a_text_in_which_it_does_not_matter_is_not_looked_at() {
        let tree = |comment: &str| {
            format!("--- en-US/a.ftl\n{comment}a = They know.\n--- es/a.ftl\na = No saben.\n")
        };
        assert_eq!(report("added-negation", &tree("# Somebody.\n")), "");
        assert_ne!(report("added-negation", &tree("# Somebody. @no-negation\n")), "");
    }
}
