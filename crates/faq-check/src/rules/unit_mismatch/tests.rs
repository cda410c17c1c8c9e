//! What the rule says of numbers with units in texts of many languages.

use crate::example::{places, report};

fn found(locale: &str, reference: &str, translation: &str) -> bool {
    !report(
        "unit-mismatch",
        &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
    )
    .is_empty()
}

const MINUTES: &str = "{ $n ->\n   [one] { $n } minute\n   *[other] { $n } minutes\n }";

#[test]
fn per_cent_that_is_lost_is_reported() {
    for (locale, reference, translation) in [
        ("pt-PT", "About 12.5% are boys", "Cerca de 12,5 são rapazes"),
        ("hu", "{ $n }% done", "{ $n } kész"),
    ] {
        assert!(found(locale, reference, translation), "{translation}");
    }
    for (locale, reference, translation) in [
        ("pl", "12.5% of them", "12,5 proc. z nich"),
        ("fi", "20% off", "20 prosentin alennus"),
        ("sl", "20% off", "20-odstotni popust"),
        ("zh-Hans", "20% off", "享八折优惠"),
        ("eu", "12.5% of them", "% 12,5"),
        ("de", "0% Completed", "Nicht begonnen"),
    ] {
        assert!(!found(locale, reference, translation), "{translation}");
    }
}

#[test]
fn one_variant_with_another_unit_is_reported() {
    let with = |few: &str| {
        format!(
            "{{ $n ->\n   [one] {{ $n }} минута\n   [few] {{ $n }} {few}\n   *[other] {{ $n }} минут\n }}"
        )
    };
    assert!(found("ru", MINUTES, &with("часа")));
    assert!(!found("ru", MINUTES, &with("минуты")));
    assert!(!found("ru", MINUTES, &with("мин.")));
    assert!(!found("ru", MINUTES, &with("слова")));
}

#[test]
fn units_of_current_frequency_and_speed_and_units_before_the_number_are_known() {
    for (locale, reference, translation) in [
        ("fi", "It has 5 GHz.", "Siinä on 5 MHz."),
        ("de", "5 kWh", "5 Wh"),
        ("da", "500 mAh", "500 Ah"),
        ("hr", "5 mmol", "5 mol"),
        ("nb", "40 W", "40 kW"),
        ("sk", "300 dpi", "300 px"),
        ("hr", "5 Mbps", "5 Gbps"),
        ("th", "5 km", "5 ม."),
        ("uk", "Wait 5 h.", "Зачекайте 5 хв."),
        ("mn", "Wait 5 minutes.", "5 цаг хүлээнэ үү."),
        ("sw", "Wait 5 minutes.", "Subiri saa 5."),
        ("sw", "for 30 days", "kwa miezi 30"),
        ("sw", "5 km away", "umbali wa m 5"),
        ("th", "take 5 mg", "กิน 5 ก."),
        ("zu", "Wait 5 minutes.", "Linda amahora angu-5."),
        ("xh", "Wait 5 minutes.", "Linda iiyure ezi-5."),
    ] {
        assert!(found(locale, reference, translation), "{reference} / {translation}");
    }
    for (locale, reference, translation) in [
        ("fr", "5 Mbps", "5 Mbit/s"),
        ("de", "5 W", "5 Watt"),
        ("th", "5 m", "5 ม."),
        ("uk", "Wait 5 h.", "Зачекайте 5 год."),
        ("sw", "Wait 5 minutes or 3 hours.", "Subiri dakika 5 au saa 3."),
        ("sw", "5 minutes", "saa (dakika) 5"),
        ("zu", "Wait 5 minutes.", "Linda imizuzu engu-5."),
    ] {
        assert!(!found(locale, reference, translation), "{reference} / {translation}");
    }
}

#[test]
fn millions_are_no_billions() {
    assert!(found("de", "150 billion dollars", "150 Millionen Dollar"));
    assert!(found("ru", "27 million people", "27 миллиардов человек"));
    assert!(!found("de", "150 billion dollars", "150 Milliarden Dollar"));
    assert!(!found("es", "150 billion dollars", "150 mil millones de dólares"));
}

#[test]
fn another_unit_is_reported() {
    for (locale, reference, translation) in [
        ("es", "take 5 mg", "tome 5 g"),
        ("es", "wait 15 minutes", "espere 15 horas"),
        ("ru", "5 mg", "5 г"),
        ("ru", "within 30 days", "в течение 30 недель"),
        ("ar", "15 minutes", "15 ساعة"),
        ("zh-Hans", "15 minutes", "15小时"),
        ("fr", "20% off", "20 € de remise"),
        ("de", "pay $5", "zahlen Sie 5 €"),
        ("vi", "10 km", "10 m"),
        ("es", "5 mg and 10 ml", "5 ml y 10 mg"),
        ("hi", "18 years", "18 महीने"),
        ("es", MINUTES, "{ $n ->\n   *[other] { $n } horas\n }"),
        ("es", "{ $n } years old", "{ $n } meses"),
        ("fr", "pay $5", "payez 5 euros"),
        ("th", "5 dollars", "5 ยูโร"),
        ("ru", "5 kg", "5 т"),
        ("ru", "50 dollars", "50 рублей"),
        ("pt-BR", "pay $5", "pague R$ 5"),
        ("ja", "pay $5", "5円を払う"),
        ("pl", "5 euros", "5 zł"),
        ("hi", "$5", "₹5"),
    ] {
        assert!(found(locale, reference, translation), "{reference} / {translation}");
    }
}

#[test]
fn the_same_unit_in_other_words_is_not() {
    for (locale, reference, translation) in [
        ("es", "take 5 mg", "tome 5 miligramos"),
        ("ru", "5 mg", "5 мг"),
        ("ru", "under 18 years", "младше 18 лет"),
        ("fr", "pay $5", "payez 5 dollars"),
        ("th", "5 dollars", "5 ดอลลาร์"),
        ("ru", "5 tonnes", "5 тонн"),
        ("ru", "50 roubles", "50 ₽"),
        ("uk", "₴50", "50 гривень"),
        ("ja", "500 yen", "500円"),
        ("de", "an 18-year-old", "18-jährige"),
        ("fr", "20% off", "20 pour cent de remise"),
        ("ar", "5 kg", "5 كغم"),
        ("es", "between 5 mg and 10 mg", "entre 5 y 10 mg"),
        ("ja", "15 minutes", "15 分間"),
        ("es", "5 to 10 years", "de 5 a 10 años"),
        ("es", "5 tablets", "5 mg"),
        ("es", MINUTES, "{ $n } min."),
        ("ko", MINUTES, "{ -who }일 { $n }"),
        ("sv", "{ $d } days and { $h } hours", "{ $d } solvarv och { $h } timmar"),
        ("es", MINUTES, "{ $n ->\n   *[other] { $n } minutos\n }"),
        ("sv", "1 day and 1 hour", "1 solvarv och 1 timme"),
    ] {
        assert!(!found(locale, reference, translation), "{reference} / {translation}");
    }
}

#[test]
fn a_locale_may_have_words_of_its_own() {
    let tree = |settings: &str| {
        format!(
            "--- en-US/a.ftl\na = 15 minutes\n--- qu/a.ftl\na = 15 ura\n--- qu/language.toml\nformat = 1\n{settings}"
        )
    };
    assert_eq!(report("unit-mismatch", &tree("")), "");
    assert_ne!(report("unit-mismatch", &tree("units = { hour = [\"ura\"] }\n")), "");
    assert_eq!(report("unit-mismatch", &tree("units = { minute = [\"ura\"] }\n")), "");
}

#[test]
fn each_wrong_unit_is_reported_once_where_it_stands() {
    let of = |reference: &str, translation: &str| {
        places(
            "unit-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    };
    assert_eq!(of("take 5 mg and 10 mg", "tome 5 g y 10 g"), ["5 g", "10 g"]);
    assert_eq!(of("5 mg in all, 5 mg", "5 g en total, 5 g"), ["5 g"]);
}

#[test]
fn what_has_the_right_unit_too_or_farther_away_is_not_reported() {
    for (locale, reference, translation) in [
        ("es", "5 mg or 5 ml", "5 mg o 5 ml"),
        ("de", "`1m` or `2d`, and also `1h`", "in `2d` oder `1h`"),
        ("es", "15 minutes", "15 h (minutos)"),
        ("sv", "{ $n } days and { $n } hours", "{ $n } solvarv och { $n } timmar"),
    ] {
        assert!(!found(locale, reference, translation), "{reference} / {translation}");
    }
}

#[test]
fn the_finding_quotes_both_texts() {
    let report =
        report("unit-mismatch", "--- en-US/a.ftl\na = take 5 mg\n--- es/a.ftl\na = tome 5 g\n");
    assert!(report.contains("`a` says `5 g` where the reference text says `5 mg`"), "{report}");
}
