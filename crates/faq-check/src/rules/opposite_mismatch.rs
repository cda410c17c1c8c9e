//! Rule `opposite-mismatch`: what is illegal in the reference text is not legal, and a child is no adult.

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::words::opposites::{OPPOSITES, Opposites},
    text::words::said::report_exchanges,
    text::words::signals::Signals,
};

pub(super) const RULE: Rule = Rule {
    name: "opposite-mismatch",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("opposite-mismatch.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    let opposites = Opposites::of(context.reference_language, context.language, OPPOSITES);
    let Some(opposites) = opposites else { return };
    let help = "compare the two: one says the opposite of the other";
    let find = |reference: &str, own: &str| opposites.exchanged(reference, own);
    report_exchanges(context, (Signals::OPPOSITE, find), help, hits);
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "opposite-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn the_opposite_is_reported() {
        for (locale, reference, translation) in [
            ("es", "Forced labor is illegal.", "El trabajo forzado es legal."),
            ("id", "Forced labor is illegal.", "Kerja paksa adalah legal."),
            ("hy", "Forced labor is illegal.", "Հարկադիր աշխատանքը օրինական է։"),
            ("ru", "It is illegal.", "Это законно."),
            ("fi", "Photos shared without consent.", "Suostumuksella jaetut kuvat."),
            ("fr", "Photos shared without consent.", "Photos partagées avec consentement."),
            ("uk", "Photos shared without consent.", "Фото, поширені за згодою."),
            ("pt-BR", "A child cannot consent.", "Um adulto não pode consentir."),
            ("ko", "exploitation of children", "성인에 대한 착취"),
            ("zh-Hant", "exploitation of children", "對成人的剝削"),
            ("de", "Ask an adult.", "Frag ein Kind."),
            (
                "de",
                "It is illegal, with or without force.",
                "Es ist legal, ob mit oder ohne Gewalt.",
            ),
            ("fr", "Never pay for help.", "Payez toujours pour être aidé."),
            ("ru", "Always ask first.", "Никогда не спрашивайте."),
            ("tr", "Never tell them your name.", "Onlara adınızı her zaman söyleyin."),
        ] {
            assert!(!found(locale, reference, translation).is_empty(), "{translation}");
        }
    }

    #[test]
    fn the_same_in_other_words_is_not() {
        for (locale, reference, translation) in [
            ("de", "Forced labor is illegal.", "Zwangsarbeit ist verboten."),
            ("pl", "Forced labor is illegal.", "Praca przymusowa nie jest legalna."),
            ("ja", "Forced labor is illegal.", "強制労働は違法です。"),
            ("es", "It is not legal.", "Es ilegal."),
            ("fr", "to see that you are not a child", "pour vérifier que vous êtes adulte"),
            ("hu", "shared without consent", "beleegyezés nélkül"),
            ("es", "shared without consent", "sin consentimiento"),
            ("fr", "A child needs an adult.", "Un enfant a besoin d’un adulte."),
            ("fr", "A child needs help.", "Un jeune ou un adulte."),
            ("es", "legal help", "ayuda jurídica"),
            ("eo", "It is illegal.", "Ĝi estas legal."),
            ("zh-Hans", "No photos without consent.", "未经同意，不得拍照。"),
            ("fr", "It is not always visible.", "Cela ne se voit jamais tout de suite."),
            ("it", "Always ask first.", "Chiedi sempre, non decidere mai da solo."),
            ("ja", "Always keep it secret.", "絶対に秘密にしてください。"),
            ("th", "Never send", "ไม่ส่งเสมอ"),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{translation}");
        }
    }
}
