//! Rule `limit-mismatch`: what is under a number in the reference text is not over it, and what comes before is not after.

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::words::opposites::{LIMITS, Opposites, Pair, TIMES},
    text::words::said::report_exchanges,
    text::words::signals::Signals,
};

pub(super) const RULE: Rule = Rule {
    name: "limit-mismatch",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("limit-mismatch.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    let both: [(&[Pair], u8, &str); 2] = [
        (LIMITS, Signals::LIMIT, "compare the two: one is below the number, the other above it"),
        (TIMES, Signals::TIME, "compare the two: one comes before something, the other after it"),
    ];
    for (pairs, kind, help) in both {
        let opposites = Opposites::of(context.reference_language, context.language, pairs);
        let Some(opposites) = opposites else { continue };
        let find = |reference: &str, own: &str| opposites.exchanged(reference, own);
        report_exchanges(context, (kind, find), help, hits);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "limit-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn over_for_under_is_reported() {
        for (locale, reference, translation) in [
            ("de", "less than 5 minutes", "mehr als 5 Minuten"),
            ("es", "at least 18 years old", "máximo 18 años"),
            ("ja", "a person under 18", "18歳以上の人"),
            ("tr", "a person under 18", "18 yaşından büyük kişi"),
            ("fa", "a person under 18", "فردی بالای ۱۸ سال"),
            ("it", "people over 16", "persone sotto i 16 anni"),
            ("fr", "younger than { $age }", "de plus de { $age } ans"),
            ("ru", "children under { $age }", "дети старше { $age } лет"),
            ("ar", "under 18 years", "فوق 18 عامًا"),
            ("zh-Hans", "aged 18 or older", "未满18岁"),
            ("sw", "under 18 years", "zaidi ya miaka 18"),
            ("pl", "under 18", "więcej niż 18 lat"),
            ("cs", "less than 5 minutes", "více než 5 minut"),
            ("de", "under 18, with or without force", "über 18, mit oder ohne Gewalt"),
            ("hu", "under 18, with or without it", "18 év feletti, azzal vagy anélkül"),
            ("tr", "under 18, forced or not", "18 yaşından büyükseniz, zorla olsun ya da olmasın"),
        ] {
            assert!(
                !found(locale, reference, translation).is_empty(),
                "{reference} / {translation}"
            );
        }
    }

    #[test]
    fn the_same_limit_in_other_words_is_not() {
        for (locale, reference, translation) in [
            ("ru", "at least 18 years", "не менее 18 лет"),
            ("ar", "at least 18 years", "ألا يقل عن 18 عامًا"),
            ("hi", "at least 18 years", "कम से कम 18 वर्ष"),
            ("es", "at least 68", "al menos de 68"),
            ("es", "at most 10 people", "no más de 10 personas"),
            ("de", "Nobody over 18 is a child.", "Wer über 18 ist, ist kein Kind."),
            ("fr", "less than 5 and more than 2", "plus de 2 et moins de 5"),
            ("de", "under the law of 2000", "über das Gesetz von 2000"),
            ("es", "under 18", "que no ha cumplido más de 18"),
            ("de", "under 18, by force", "mit Gewalt, wer nicht über 18 ist"),
            ("ko", "aged 18 or older", "18세 이상"),
            ("ko", "version 56 or older", "56 이하 버전"),
            ("hi", "By 2002, over 90%", "2002 तक, 90% से ज़्यादा"),
            ("eo", "under 18", "super 18"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn after_for_before_is_reported() {
        for (locale, reference, translation) in [
            ("pt-BR", "Call before 5 pm.", "Ligue depois das 17h."),
            ("es", "Ask a lawyer before you sign.", "Pregunte a un abogado después de firmar."),
            ("de", "Eat after the test.", "Essen Sie vor dem Test."),
            ("ru", "Sign it after the visit.", "Подпишите до визита."),
            ("ar", "before the visit", "بعد الزيارة"),
            ("ja", "before the visit", "訪問の後"),
            ("zh-Hans", "before the visit", "访问之后"),
            ("ko", "before the visit", "방문 후에"),
            ("tr", "before the visit", "ziyaretten sonra"),
            ("hi", "before the visit", "यात्रा के बाद"),
        ] {
            assert!(
                !found(locale, reference, translation).is_empty(),
                "{reference} / {translation}"
            );
        }
    }

    #[test]
    fn the_same_order_in_other_words_is_not() {
        for (locale, reference, translation) in [
            ("de", "before you look for it", "bevor Sie nach ihm suchen"),
            ("de", "until after the test", "vor dem Test nicht"),
            ("es", "before the visit and after it", "después de la visita"),
            ("es", "once before the visit", "después"),
            ("ru", "not before the visit", "после визита"),
            ("pl", "before the visit", "po wizycie"),
            ("eo", "before the visit", "post la vizito"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }
}
