//! Rule `number-word-mismatch`: the numbers, ordinals and fractions in words of the reference text.

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::numbers::ordinals::exchanged_ordinal,
    text::words::said::{exchanged_number, report_exchanges},
    text::words::signals::Signals,
};

pub(super) const RULE: Rule = Rule {
    name: "number-word-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("number-word-mismatch.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let help = "write the same number as the reference text, in words or in digits";
    let find = |reference: &str, own: &str| {
        let (reference, own) = ((reference, context.reference_language), (own, context.language));
        exchanged_number(reference, own).or_else(|| exchanged_ordinal(reference, own))
    };
    report_exchanges(context, (Signals::NUMBER | Signals::ORDINAL, find), help, hits);
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "number-word-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn another_number_in_words_is_reported() {
        for (locale, reference, translation) in [
            ("de", "under eighteen", "unter sechzehn"),
            ("es", "She was sixteen.", "Tenía diecisiete."),
            ("fr", "in ninety days", "en quatre-vingts jours"),
            ("ru", "within three days", "в течение пяти дней"),
            ("pt-BR", "one in four children", "uma em cada cinco crianças"),
            ("ar", "for seven days", "لمدة تسعة أيام"),
        ] {
            assert!(
                !found(locale, reference, translation).is_empty(),
                "{reference} / {translation}"
            );
        }
    }

    #[test]
    fn the_same_number_in_words_or_digits_is_not() {
        for (locale, reference, translation) in [
            ("de", "under eighteen", "unter 18"),
            ("fr", "in ninety days", "en quatre-vingt-dix jours"),
            ("fr-BE", "in ninety days", "en nonante jours"),
            ("es", "twenty-five", "veinticinco"),
            ("ru", "within three days", "в течение трёх дней"),
            ("de", "the third of four", "das dritte von vier"),
            ("es", "two or three", "dos o tres"),
            ("es", "three", "un par"),
            ("fr", "seven people", "dix-sept, non: sept"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn another_ordinal_or_fraction_is_reported() {
        for (locale, reference, translation) in [
            ("fr", "After the third visit", "Après la deuxième visite"),
            ("pl", "Two thirds of victims", "Jedna trzecia ofiar"),
            ("it", "Half of the calls", "Un quarto delle chiamate"),
            ("de", "a third of the children", "ein Viertel der Kinder"),
            ("es", "the first interview", "la segunda entrevista"),
            ("ru", "the third visit", "второй визит"),
            ("ar", "half of them", "الربع منهم"),
            ("ja", "the third visit", "二番目の訪問"),
            ("zh-Hans", "two thirds of them", "其中三分之一"),
            ("ko", "the third visit", "두 번째 방문"),
            ("hi", "half of them", "एक चौथाई"),
            ("vi", "the third visit", "lần thứ hai"),
        ] {
            assert!(
                !found(locale, reference, translation).is_empty(),
                "{reference} / {translation}"
            );
        }
    }

    #[test]
    fn the_same_ordinal_or_fraction_in_other_words_is_not() {
        for (locale, reference, translation) in [
            ("es", "one third of them", "la tercera parte"),
            ("es", "every third child", "un tercio de los niños"),
            ("ja", "the third visit", "3回目の訪問"),
            ("es", "half of the second group", "el 50 % del segundo grupo"),
            ("es", "the first Monday", "el primer segundo lunes"),
            ("de", "third-party cookies, second", "zweite Drittanbieter-Cookies"),
            ("pl", "two thirds", "dwie trzecie"),
            ("es", "a second, then the first", "primero un segundo"),
            ("fr", "first", "d’abord, le tiers"),
            ("eo", "the third visit", "la dua vizito"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }
}
