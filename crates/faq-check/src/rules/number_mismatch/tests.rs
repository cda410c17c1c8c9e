//! What the rule says of numbers in texts of many languages.

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
fn what_digits_alone_do_not_tell_is_compared() {
    for (locale, reference, translation) in [
        ("sv", "Keep it at -18 °C.", "Förvara vid 18 °C."),
        ("fi", "Store it at -20 °C.", "Säilytä 20 °C:ssa."),
        ("ro", "Take ½ tablet.", "Luați ¼ comprimat."),
        ("ro", "Take ½ tablet.", "Luați 1 comprimat."),
        ("hu", "It is 10³ bigger.", "10²-szer nagyobb."),
        ("el", "It has 50 m².", "Έχει 50 m³."),
        ("de", "from 9 a.m. to 9 p.m.", "von 9 Uhr bis 9 Uhr"),
        ("ko", "We close at 5 p.m.", "오전 5시에 닫습니다."),
        ("ja", "We close at 5 p.m.", "午前5時に閉まります。"),
        ("es", "We close at 5 p.m.", "Cerramos a las 5 de la mañana."),
        ("ru", "We close at 5 p.m.", "Мы закрываемся в 5:00."),
    ] {
        assert!(found_in(locale, reference, translation), "{reference} / {translation}");
    }
    for (locale, reference, translation) in [
        ("sv", "Keep it at -18 °C.", "Förvara vid −18 °C."),
        ("sv", "Keep it at -18 °C.", "Förvara vid 18 minusgrader."),
        ("ar", "Keep it at -18 °C.", "يُحفظ عند 18- درجة"),
        ("de", "steps 2 -3", "Schritte 2, 3"),
        ("de", "Audio -5s", "Audio 5 Sek. zurück"),
        ("ro", "Take ½ tablet.", "Luați o jumătate de comprimat."),
        ("ro", "Take ½ tablet.", "Luați 1/2 comprimat."),
        ("ro", "Take ½ tablet.", "Luați 0,5 comprimate."),
        ("ro", "Take 1½ tablets.", "Luați 1,5 comprimate."),
        ("ro", "Take 1.5 tablets.", "Luați 1½ comprimate."),
        ("hu", "It has 50 m².", "50 négyzetméter."),
        ("ko", "We close at 5 p.m.", "오후 5시에 닫습니다."),
        ("es", "We close at 5 p.m.", "Cerramos a las 5 de la tarde."),
        ("es", "We close at 5 p.m.", "Cerramos a las 5 p. m."),
        ("de", "from 9 a.m. to 9 p.m.", "von 9 Uhr bis 21 Uhr"),
        ("de", "at 12 p.m.", "um 12 Uhr"),
        ("qu", "at 5 p.m.", "5"),
    ] {
        assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
    }
}

#[test]
fn numbers_that_belong_together_keep_their_order() {
    for (locale, reference, translation) in [
        ("lt", "It ends on 2025-03-04.", "Baigiasi 2025-04-03."),
        ("fr", "We open at 8:03.", "Nous ouvrons à 3:08."),
        ("fr", "1:3 of it", "3:1"),
        ("cs", "Add 2/3 of it.", "Přidejte 3/2."),
        ("es", "Go to 10.0.0.2 now.", "Vaya a 10.0.2.0."),
        ("de", "See 42 U.S.C. § 7102.", "Siehe 7102 U.S.C. § 42."),
        (
            "nl",
            "Under 12 is free. Adults over 65 pay 5.",
            "Onder 65 is gratis. Volwassenen boven 12 betalen 5.",
        ),
        ("it", "\n    - Adults: 20\n    - Children: 10", "\n    - Adulti: 10\n    - Bambini: 20"),
    ] {
        assert!(found_in(locale, reference, translation), "{reference} / {translation}");
    }
    for (locale, reference, translation) in [
        ("de", "on 2025-03-04", "am 04.03.2025"),
        ("de", "on 3/4/2025", "am 4.3.2025"),
        ("de", "on 3/4/2025", "am 4/3/2025"),
        ("tr", "24/7", "7/24"),
        ("de", "on 3/14", "am 14/3"),
        ("de", "42 U.S.C. § 7102", "§ 7102 des 42 U.S.C."),
        ("nl", "Under 12 is free. Pay 5 over 65.", "Betaal 5 onder 12. Boven 65 is anders."),
    ] {
        assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
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
    for (reference, translation) in
        [("5 to 10 years", "10 a 5 años"), ("in 3 homes, 5 to 10 years", "en 3 casas, 10 a 5 años")]
    {
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
