//! Rule `length-outlier`: a text that is far shorter or longer than texts of its locale are.

use faq_l10n::{Features, Kind, Outline};

use crate::{
    context::{LocaleContext, is_identical},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::lengths::{Lengths, Measure},
    text::shown_text::shown_text,
    text::translation::Translation,
};

pub(super) const RULE: Rule = Rule {
    name: "length-outlier",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("length-outlier.md"),
    judge: Judge::Locale(judge),
};

/// How many usual distances are far.
const FAR: f64 = 5.0;
/// Fewest characters that a text is expected to have. A few words can be put in half of them.
const ENOUGH: usize = 100;
/// How many times as short as expected a text has to be.
const SHORTER: f64 = 1.8;
/// How many times as long. People explain more often than they leave out.
const LONGER: f64 = 2.2;

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    let lengths = Lengths::of(context);
    let mut text = String::new();
    for it in context.translations() {
        let Some(measure) = lengths.measure(context, it.message, it.reference) else { continue };
        let Some(what) = outlier(measure) else { continue };
        if !is_comparable(&it, &mut text) {
            continue;
        }
        let text = format!(
            "`{}` is far {what} than texts of this length are in `{}`",
            it.id(),
            context.locale
        );
        let help = format!(
            "compare it with the reference text: about {} characters were to be expected, it has {}",
            measure.expected, measure.length
        );
        it.at_id(hits, text).help(help);
    }
}

fn outlier(measure: Measure) -> Option<&'static str> {
    if measure.expected < ENOUGH {
        None
    } else if measure.distance < -FAR && measure.factor < 1.0 / SHORTER {
        Some("shorter")
    } else if measure.distance > FAR && measure.factor > LONGER {
        Some("longer")
    } else {
        None
    }
}

/// Whether both are running text, of which the same is shown.
fn is_comparable(it: &Translation<'_, '_>, text: &mut String) -> bool {
    let has_variants = |outline: Outline<'_, '_>| outline.features().any(Features::SELECT);
    shown_text(it.reference, text);
    let (mut words, mut all) = (0, 0);
    for word in text.split_whitespace() {
        all += 1;
        words += usize::from(word.chars().all(|it| it.is_lowercase() || it.is_ascii_punctuation()));
    }
    it.message.kind() == Kind::Message
        && has_variants(it.message) == has_variants(it.reference)
        && !is_identical(it.message, it.reference)
        // A list of names is as long as it is.
        && words * 2 > all
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    /// A locale of 40 sentences of much the same length, and one more message.
    fn found(reference: &str, translation: &str) -> String {
        let sentence = |number: usize, text: &str| {
            let more = " and so".repeat(number % 4);
            format!("m{number} = {text}{more}.\n")
        };
        let locale = |text: &str| -> String { (0..40).map(|it| sentence(it, text)).collect() };
        let tree = format!(
            "--- en-US/a.ftl\n{}a = {reference}\n--- es/a.ftl\n{}a = {translation}\n",
            locale("They have no safe place to go to for help"),
            locale("No tienen un lugar seguro donde pedir ayuda a nadie"),
        );
        report("length-outlier", &tree)
    }

    const LONG: &str = "they may feel ashamed to tell the people whom they love, or have no support at all, and many of them are not aware of the services that exist for them";

    #[test]
    fn half_an_answer_is_reported() {
        let found = found(LONG, "pueden sentir vergüenza de contarlo a los suyos");
        assert!(
            found.contains("`a` is far shorter than texts of this length are in `es`"),
            "{found}"
        );
    }

    #[test]
    fn a_whole_answer_and_a_list_of_names_are_not() {
        assert_eq!(found(LONG, LONG.replace("they", "ellas").as_str()), "");
        let names =
            "Europe/London, Europe/Paris, Asia/Singapore, Asia/Tokyo, Africa/Lagos, Africa/Nairobi";
        assert_eq!(found(names, "Europe/Madrid"), "");
    }

    fn outlier(expected: usize, factor: f64, distance: f64) -> Option<&'static str> {
        super::outlier(super::Measure { length: 0, expected, factor, distance })
    }

    #[test]
    fn a_text_is_an_outlier_where_both_its_length_and_its_distance_say_so() {
        use super::{ENOUGH, FAR, LONGER, SHORTER};
        assert_eq!(outlier(ENOUGH, 0.5, -6.0), Some("shorter"));
        assert_eq!(outlier(ENOUGH, 2.5, 6.0), Some("longer"));
        for (expected, factor, distance) in [
            (ENOUGH - 1, 0.5, -6.0),
            (ENOUGH, 0.5, -FAR),
            (ENOUGH, 0.5, 0.0),
            (ENOUGH, 1.0 / SHORTER, -6.0),
            (ENOUGH, 1.0, -6.0),
            (ENOUGH, 2.5, FAR),
            (ENOUGH, 2.5, 0.0),
            (ENOUGH, LONGER, 6.0),
            (ENOUGH, 1.0, 6.0),
        ] {
            assert_eq!(outlier(expected, factor, distance), None, "{expected} {factor} {distance}");
        }
    }

    /// As `found`, in a locale whose texts are so many times as long as the reference's, by turns.
    fn among(times: [usize; 2], reference: &str, translation: &str) -> String {
        let texts = |of: &dyn Fn(usize) -> String| -> String {
            (0..40).map(|it| format!("m{it} = {}.\n", of(it))).collect()
        };
        let sentence = "they have no safe place to go to for help ";
        let reference_texts = texts(&|_| sentence.repeat(2));
        let own_texts =
            texts(&|it| "no tienen ningún lugar donde pedir ayuda. ".repeat(times[it % 2]));
        report(
            "length-outlier",
            &format!(
                "--- en-US/a.ftl\n{reference_texts}a = {reference}\n--- es/a.ftl\n{own_texts}a = {translation}\n"
            ),
        )
    }

    #[test]
    fn what_is_usual_is_learned_from_the_locale() {
        let reference = "they may feel ashamed to tell the people whom they love, or have no support at all, and few know of help";
        let half = reference.get(..52).expect("letters of one byte");
        assert!(among([2, 2], reference, half).contains("far shorter"));
        assert!(
            among([4, 4], reference, reference.replace("they", "ella").as_str())
                .contains("far shorter")
        );
        assert_eq!(
            among([1, 4], reference, half),
            "",
            "where texts differ so much, half is not far"
        );
    }

    #[test]
    fn names_with_a_word_between_them_and_a_choice_on_one_side_are_not_compared() {
        let names = "Europe/London, Europe/Paris, Asia/Singapore, Asia/Tokyo, Africa/Lagos and Africa/Nairobi, Asia/Tashkent";
        assert_eq!(found(names, "Europe/Madrid"), "");
        let choice = format!("{{ $n ->\n   *[other] {LONG}\n }}");
        assert_eq!(found(&choice, "pueden sentir vergüenza de contarlo a los suyos"), "");
    }
}
