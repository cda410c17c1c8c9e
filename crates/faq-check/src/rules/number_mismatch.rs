//! Rule `number-mismatch`: the numbers of the reference text, and no others.

use faq_content::Role;

use crate::{
    context::MessageContext,
    finding::Hits,
    language::Language,
    policy::Severities,
    rule::{Judge, Rule},
    text::conversions::settle_conversions,
    text::counted::Difference,
    text::numbers::{MAY_HAVE_DIGIT, has_digit},
    text::other_writings::settle,
    text::running_text::{Root, roots, running_texts},
    text::said_words::names_month,
    text::told_numbers::{Side, Told, swapped_range},
    text::word_search,
};

pub(super) const RULE: Rule = Rule {
    name: "number-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("number-mismatch.md"),
    judge: Judge::Message(MAY_HAVE_DIGIT, judge),
};

/// Attributes that no reader reads as text.
const NOT_READ: [&str; 5] = ["accesskey", "acceltext", "commandkey", "key", "style"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    if (!context.has_digit() && !has_digit(reference)) || context.has_same_digits() {
        return;
    }
    // The numbers of a quotation are for `altered-quotation`, which knows that it is one.
    if matches!(context.catalog.map(|it| it.role), Some(Role::Quotation { .. })) {
        return;
    }
    let (expected, found) = (running_texts(reference), running_texts(context.message));
    let own_roots = roots(context.message);
    for root in roots(reference) {
        let own_root = own_roots.iter().find(|own| own.attribute == root.attribute);
        let is_read = root.attribute.is_none_or(|name| !NOT_READ.contains(&name));
        if let Some(own_root) = own_root.filter(|_| is_read) {
            let two = has_dual(context);
            let expected = Side::of(reference, &root, &expected, two);
            let found = Side::of(context.message, own_root, &found, two);
            compare(context, own_root, &expected, &found, hits);
        }
    }
}

/// Whether the language has a form of its own for two of something, which then needs no number.
fn has_dual(context: &MessageContext<'_, '_>) -> bool {
    context.locale.cardinals().of_one_number.contains(&("two", 2))
}

fn compare(
    context: &MessageContext<'_, '_>,
    root: &Root<'_>,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) {
    if !found.has_variants() && expected.values().eq(found.values()) {
        return;
    }
    let with_variants = expected.has_variants() || found.has_variants();
    let all =
        |side: &Side<'_>| -> Vec<Told> { side.numbers.iter().map(|it| it.told.clone()).collect() };
    let mut difference = Difference::of(all(expected), all(found), with_variants);
    excuse(context, &mut difference, expected, found);
    let id = root
        .attribute
        .map_or_else(|| context.id(), |attribute| format!("{}.{attribute}", context.id()));
    let place = root.attribute.unwrap_or(context.message.id());
    if difference.is_empty() {
        if let Some((range, swapped)) = swapped_range(expected, found) {
            let text = format!("`{id}` says `{swapped}` where the reference text says `{range}`");
            context.at(hits, place, text).help("write the two numbers in the same order");
        }
        report_variants(context, &id, expected, found, hits);
    } else if let Some(text) = in_words(&id, &difference) {
        context.at(hits, place, text).help(HELP);
    }
}

const HELP: &str = "write the same numbers as the reference text, in digits";

/// What is wrong; nothing where only such numbers differ as can be left out.
fn in_words(id: &str, difference: &Difference<Told>) -> Option<String> {
    let values = |told: &[Told]| -> String {
        told.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let is_nothing = |some: &[Told], others: &[Told]| {
        others.is_empty() && some.iter().all(|told| told.can_be_left_out)
    };
    match (difference.lost.as_slice(), difference.added.as_slice()) {
        (lost, added) if is_nothing(lost, added) || is_nothing(added, lost) => None,
        (lost, []) => Some(format!("`{id}` has lost the number {}", values(lost))),
        ([], added) => Some(format!(
            "`{id}` has the number {}, which the reference text has not",
            values(added)
        )),
        (lost, added) => Some(format!(
            "`{id}` says {} where the reference text says {}",
            values(added),
            values(lost)
        )),
    }
}

/// Reports the variants that lack a number which the reference text has in all of its own.
fn report_variants(
    context: &MessageContext<'_, '_>,
    id: &str,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) {
    let leaves = if found.has_variants() { found.clear_leaves() } else { Vec::new() };
    if leaves.is_empty() {
        return;
    }
    let language = context.locale.language;
    // A number that stands nowhere is lost, or replaced, as a whole.
    let is_there = |told: &&Told| found.values().any(|value| value == told.value);
    let always = expected.always_told().into_iter().filter(|told| !told.can_be_left_out);
    for Told { value, .. } in always.filter(is_there) {
        let words = language.spelled_numbers().get(value).map_or(&[][..], Vec::as_slice);
        for key in leaves.iter().filter_map(|leaf| found.variant_without(*leaf, value, words)) {
            let text = format!("the variant `[{key}]` of `{id}` has lost the number {value}");
            context.at(hits, key, text).help(HELP);
        }
    }
}

/// Takes out what is said in words, and what stands in the place of a number by the locale's own list.
fn excuse(
    context: &MessageContext<'_, '_>,
    difference: &mut Difference<Told>,
    expected: &Side<'_>,
    found: &Side<'_>,
) {
    if difference.is_empty() {
        return;
    }
    settle(difference, (expected, found), context.locale.tag.as_str());
    let languages = (context.locale.reference_language, context.locale.language);
    settle_conversions(difference, (expected, found), languages);
    let Difference { lost, added } = difference;
    let (language, reference_language) =
        (context.locale.language, context.locale.reference_language);
    let (reference_text, own_text) = (expected.in_small_letters(), found.in_small_letters());
    lost.retain(|told| {
        let replaced = language.replacements.get(&told.value).is_some_and(|allowed| {
            let stands = |own: &Told| allowed.contains(&own.value);
            let is_there = found.numbers.iter().any(|number| stands(&number.told));
            added.retain(|own| !stands(own));
            is_there || word_search::has_any(&own_text, allowed)
        });
        !replaced
            && !is_spelled(language, &told.value, &own_text)
            && !names_month(&own_text, language, &told.value)
    });
    added.retain(|told| {
        !is_spelled(reference_language, &told.value, &reference_text)
            && !names_month(&reference_text, reference_language, &told.value)
    });
}

/// Whether `text`, in small letters, says the number in words.
fn is_spelled(language: &Language, value: &str, text: &str) -> bool {
    language.spelled_numbers().get(value).is_some_and(|words| word_search::has_any(text, words))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found_in(locale: &str, reference: &str, translation: &str) -> bool {
        !report(
            "number-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
        .is_empty()
    }

    #[test]
    fn another_way_of_writing_a_number_is_the_same_number() {
        for (reference, translation) in [
            ("1.5 litres", "1,5 x"),
            ("30 days", "٣٠ x"),
            ("30 days", "३० x"),
            ("1,000,000 people", "1 000 000 x"),
            ("1,234.5", "1.234,5"),
            ("1,234,567", "12,34,567"),
            ("5 mg and 10 mg", "10 x 5"),
            ("no number", "x"),
            ("call 911.", "911。"),
            ("under { 18 }", "1{ \"8\" }"),
            ("under 18", "{ NUMBER(18) }"),
        ] {
            assert!(!found_in("ar", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_number_is_not() {
        for (reference, translation) in [
            ("5 mg", "50 x"),
            ("under 18", "16"),
            ("15 minutes", "150"),
            ("112", "1123"),
            ("2 litres", "x"),
            ("x", "2"),
            ("1.5", "15"),
            ("2 and 2", "2"),
            ("under { 18 }", "1{ $n }8"),
            ("step 1", "x"),
            ("v5", "v6"),
        ] {
            assert!(found_in("de", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_date_a_time_and_a_great_number_may_be_written_in_another_way() {
        for (locale, reference, translation) in [
            ("ja", "opened on May 3, 2021", "令和3年（2021年）5月3日に開設"),
            ("ru", "since 5 May 2023", "с 05.05.2023"),
            ("es", "until 3:30 pm", "hasta las 15:30"),
            ("de", "until 3:30 p.m.", "bis 15.30 Uhr"),
            ("ru", "from 9 am to 5 pm", "с 9:00 до 17:00"),
            ("fi", "at 15:30", "klo 15.30"),
            ("zh-Hans", "1.5 million children", "150万名儿童"),
            ("ja", "200,000 people", "20万人"),
            ("hi", "150,000 people", "1.5 लाख लोग"),
            ("de", "1,500,000 people", "1,5 Millionen Menschen"),
            ("ru", "Open 24/7", "Открыто круглосуточно"),
            ("th", "in 2020", "ในปี พ.ศ. 2563"),
            ("nl", "in the 1990s", "in de jaren ’90"),
            ("de", "1.5 hours", "eineinhalb Stunden"),
            ("fr-BE", "90 days", "nonante jours"),
            ("fr", "call 1-888-373-7888", "le +1 888 373 7888"),
            ("fr", "Someone answers 24/7", "On répond 24 h sur 24 et 7 jours sur 7"),
            ("de", "if you are under 18", "wenn du 17 Jahre oder jünger bist"),
            ("ja", "younger than 18", "17歳以下"),
            ("zh-Hans", "passed in 2000", "于二〇〇〇年通过"),
            ("pl", "A dozen people", "12 osób"),
            ("fr", "5 miles away", "à environ 8 km"),
            ("de", "5 miles away", "5 Meilen (8 km) entfernt"),
            ("sv", "below 77 °F", "under 25 °C"),
            ("de", "in 60 minutes", "in einer Stunde"),
            ("es", "within 48 hours", "en 2 días"),
        ] {
            assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_date_time_or_great_number_is_not() {
        for (locale, reference, translation) in [
            ("ja", "opened on May 3, 2021", "2021年4月3日に開設"),
            ("es", "until 3:30 pm", "hasta las 13:30"),
            ("zh-Hans", "1.5 million children", "15万名儿童"),
            ("th", "in 2020", "ในปี พ.ศ. 2562"),
            ("nl", "in the 1990s", "in de jaren ’80"),
            ("zh-Hans", "under 18", "未满二十八岁"),
            ("zh-Hans", "about 10 percent", "大约百分之二十"),
            ("fr", "call 1-888-373-7888", "le +1 888 373 7898"),
            ("de", "You may call 5 people", "Sie dürfen 6 Personen anrufen"),
            ("de", "if you are under 18", "wenn du 17 Jahre alt bist"),
            ("de", "if you are under 18", "wenn du 16 Jahre oder jünger bist"),
            ("ja", "17 or younger", "16歳以下"),
            ("zh-Hans", "passed in 2000", "于二〇一〇年通过"),
            ("fr", "5 miles away", "à environ 5,5 km"),
            ("sv", "below 77 °F", "under 35 °C"),
            ("de", "in 60 minutes", "in einem Tag"),
            ("es", "within 48 hours", "en 3 días"),
        ] {
            assert!(found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_number_in_words_is_the_same_number() {
        for (locale, reference, translation) in [
            ("es", "under 18", "menores de dieciocho años"),
            ("ru", "under 18", "младше восемнадцати лет"),
            ("hu", "18 years", "tizennyolcadik"),
            ("zh-Hans", "18 years", "十八岁"),
            ("zh-Hant", "Take 20% off", "可享八折優惠"),
            ("fy", "within 3 months", "binnen trije moannen"),
            ("ar", "the next 7 days", "السبعة أيام"),
            ("ht", "under 18", "dizwit an"),
            ("es", "an eight bit character", "un carácter de 8 bits"),
            ("ja", "the second", "第 2"),
        ] {
            assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_number_in_words_is_not() {
        assert!(found_in("es", "under 18", "menores de dieciséis años"));
        assert!(found_in("es", "under eighteen", "menores de 16 años"));
    }

    #[test]
    fn what_languages_say_without_a_number_is_no_loss() {
        for (locale, reference, translation) in [
            ("fr", "< 1 hour", "moins d’une heure"),
            ("cs", "Your 1-year plan", "Váš roční plán"),
            ("ar", "2 days before", "قبل يومين"),
            ("nb", "3rd party domain", "tredjepartsdomene"),
            ("ko", "Delete From POP Server", "POP3 서버에서 삭제"),
        ] {
            assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_variant_says_its_number_or_shows_the_variable() {
        let (written, shown) = (
            "{ $n ->\n    [one] 1 day\n   *[other] { $n } days\n }",
            "{ $n ->\n    [one] { $n } x\n   *[other] { $n } x\n }",
        );
        assert!(!found_in("ru", written, shown));
        assert!(!found_in("ru", shown, written));
        assert!(!found_in("vi", written, "{ $n } x"));
        assert!(found_in("ru", written, "{ $n ->\n    [one] 3 x\n   *[other] { $n } x\n }"));
    }

    #[test]
    fn every_variant_says_a_number_that_stands_outside_of_them() {
        let reference = "{ $n } people under 18";
        let with = |other: &str| {
            format!("{{ $n ->\n    [one] {{ $n }} x bajo 18\n   *[other] {{ $n }} {other}\n }}")
        };
        assert!(found_in("es", reference, &with("x")));
        assert!(!found_in("es", reference, &with("x bajo 18")));
        assert!(!found_in("es", reference, &with("x bajo dieciocho")));
        assert!(!found_in("es", &with("x"), &with("x")));
    }

    #[test]
    fn a_number_belongs_to_its_value_or_attribute() {
        let reference = "18 years\n    .label = x";
        assert!(found_in("de", reference, "Jahre\n    .label = 18"));
        assert!(!found_in("de", reference, "18 Jahre\n    .label = x"));
        assert!(!found_in("de", "v\n    .accesskey = 5", "v\n    .accesskey = v"));
    }

    #[test]
    fn a_range_keeps_its_order() {
        for (reference, translation) in
            [("2 to 10 days", "10 bis 2 Tage"), ("2–10", "10–2"), ("2-10 x", "von 10 bis zu 2")]
        {
            assert!(found_in("de", reference, translation), "{reference} / {translation}");
        }
        for (reference, translation) in
            [("2 to 10", "2 bis 10"), ("2 of 10", "10, davon 2"), ("2024-01-15", "15-01-2024")]
        {
            assert!(!found_in("de", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_locale_may_have_another_number_in_its_place() {
        let tree = |settings: &str| {
            format!(
                "--- en-US/a.ftl\na = call 911\n--- fr/a.ftl\na = appelez le 112\n--- fr/language.toml\n{settings}"
            )
        };
        assert_ne!(report("number-mismatch", &tree("format = 1\n")), "");
        let declared = tree("format = 1\nreplacements = { 911 = [\"112\"] }\n");
        assert_eq!(report("number-mismatch", &declared), "");
    }

    #[test]
    fn a_replacement_may_be_a_word() {
        let found = |text: &str| {
            let tree = format!(
                "--- en-US/a.ftl\na = under 21\n--- es/a.ftl\na = {text}\n--- es/language.toml\nformat = 1\n[replacements]\n\"21\" = [\"mayoría de edad\"]\n"
            );
            report("number-mismatch", &tree)
        };
        assert_eq!(found("antes de la mayoría de edad"), "");
        assert_ne!(found("antes de todo"), "");
    }

    #[test]
    fn a_range_the_other_way_round_is_reported_and_two_numbers_that_are_none_are_not() {
        for (reference, translation) in [
            ("5 to 10 years", "10 a 5 años"),
            ("in 3 homes, 5 to 10 years", "en 3 casas, 10 a 5 años"),
        ] {
            assert!(found_in("es", reference, translation), "{translation}");
        }
        for (reference, translation) in [
            ("5 to 10 years", "10 años en total y 5"),
            ("5 to 10 years", "10 (5)"),
            ("5 to 10 of 20", "de 5 a 10 de 20"),
        ] {
            assert!(!found_in("es", reference, translation), "{translation}");
        }
    }

    #[test]
    fn what_the_key_of_a_variant_says_may_be_left_out() {
        let choice = |three: &str| {
            format!("{{ $n ->\n    [3] {three}\n   *[other] The {{ $n }} files of 7\n }}")
        };
        assert!(!found_in("es", &choice("All 3 files of 7"), &choice("Todos los archivos de 7")));
        assert!(!found_in("es", &choice("All files of 7"), &choice("Los 3 archivos de 7")));
        assert!(found_in("es", &choice("All files of 7"), &choice("Los 4 archivos de 7")));
    }
}
