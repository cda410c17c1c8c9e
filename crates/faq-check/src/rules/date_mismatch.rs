//! Rule `date-mismatch`: the months and the days of the week of the reference text.

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::words::said::{exchanged_date, report_exchanges},
    text::words::signals::Signals,
};

pub(super) const RULE: Rule = Rule {
    name: "date-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("date-mismatch.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let help = "write the same date as the reference text";
    let find = |reference: &str, own: &str| {
        exchanged_date((reference, context.reference_language), (own, context.language))
    };
    report_exchanges(context, (Signals::DATE, find), help, hits);
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "date-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn the_finding_names_both() {
        let text = found("ar", "since 12 March 2024", "منذ 12 مايو 2024");
        assert!(text.contains("says `مايو` where the reference text says `march`"), "{text}");
    }

    #[test]
    fn another_month_or_day_is_reported() {
        for (locale, reference, translation) in [
            ("ar", "12 March 2024", "12 أيار 2024"),
            ("ru", "on 5 May 2023", "5 марта 2023 года"),
            ("uk", "in October 2022", "у листопаді 2022 року"),
            ("cs", "from 1 June", "od 1. července"),
            ("es", "on Sunday", "el sábado"),
            ("es", "4 April 2019", "4 de agosto de 2019"),
            ("ht", "4 July 2019", "4 jen 2019"),
            ("hi", "15 August 1947", "15 अप्रैल 1947"),
            ("fi", "in May 2020", "maaliskuussa 2020"),
            ("ja", "closed on Sundays", "土曜日はお休みです"),
        ] {
            assert!(
                !found(locale, reference, translation).is_empty(),
                "{reference} / {translation}"
            );
        }
    }

    #[test]
    fn the_same_day_in_other_words_is_not() {
        for (locale, reference, translation) in [
            ("ar", "12 May 2024", "12 أيار (مايو) 2024"),
            ("ar", "in July 2024", "في جويلية 2024"),
            ("ru", "5 May 2023", "05.05.2023"),
            ("pl", "in November 2020", "w listopadzie 2020"),
            ("hr", "in October 2020", "u listopadu 2020"),
            ("ja", "May 3, 2021", "2021年5月3日"),
            ("fa", "4 July 2019", "۱۳ تیر ۱۳۹۸"),
            ("es", "You may march on", "El mar en marzo"),
            ("de", "from Monday to Friday", "montags bis freitags"),
            ("es", "May 2020", "mayo de 2020"),
            ("qu", "in May 2020", "marzo 2020"),
            ("en-GB", "5 May", "5 May"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }
}
