//! Rule `number-word-mismatch`: the numbers in words of the reference text.

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::said_words::{exchanged_number, report_exchanges},
    text::signals::Signals,
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
        exchanged_number((reference, context.reference_language), (own, context.language))
    };
    report_exchanges(context, (Signals::NUMBER, find), help, hits);
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
}
