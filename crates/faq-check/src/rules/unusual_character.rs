//! Rule `unusual-character`: letters that the language does not have.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::writing::letters::is_foreign_letter,
};

pub(super) const RULE: Rule = Rule {
    name: "unusual-character",
    severities: Severities::WARNING,
    doc: include_str!("unusual-character.md"),
    judge: Judge::Message(Features::ODD.and(FOUR_BYTES), judge),
};

/// Characters as far away as the letters of mathematics, and emoji.
const FOUR_BYTES: Features = Features::lead_bytes(&[0xF0]);

/// Letters that look bold or the like, which formulas are made of: no search finds them and no voice reads them.
const OF_MATHEMATICS: std::ops::RangeInclusive<char> = '\u{1d400}'..='\u{1d7ff}';

/// An invisible hyphen, which is seen where a line ends in it.
const SOFT_HYPHEN: char = '\u{ad}';

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let letters = context.locale.letters();
    for text in context.message.texts() {
        if text.kind == TextKind::Steering || text.raw.is_ascii() {
            continue;
        }
        let unusual = text.raw.char_indices().find(|(_, it)| {
            *it == SOFT_HYPHEN
                || (OF_MATHEMATICS.contains(it) && !is_in_reference(context, *it))
                || (!it.is_ascii() && !letters.has(*it) && is_foreign_letter(context.locale, *it))
        });
        let Some((at, character)) = unusual else { continue };
        let part = text.raw.get(at..at + character.len_utf8()).unwrap_or_default();
        if character == SOFT_HYPHEN {
            context
                .at(hits, part, "U+00AD is an invisible hyphen")
                .help("remove it; words with it are not found by searching");
            return;
        }
        if !is_in_reference(context, character) {
            let text = format!(
                "`{character}` (U+{:04X}) is no letter of this language",
                u32::from(character)
            );
            context.at(hits, part, text).help("if another letter was meant, write that");
            return;
        }
    }
}

/// Whether the reference has it, in a name for example; the reference itself may have any letter.
fn is_in_reference(context: &MessageContext<'_, '_>, character: char) -> bool {
    context.reference.is_none_or(|it| it.texts().iter().any(|text| text.raw.contains(character)))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, text: &str) -> String {
        report(
            "unusual-character",
            &format!("--- en-US/a.ftl\na = Łódź\n--- {locale}/a.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn letters_of_other_languages_and_invisible_hyphens_are_reported() {
        insta::assert_snapshot!(
            [
                found("es", "Vıctimas y más vıctimas"),
                found("ru", "Жертвы торговлі"),
                found("de", "Menschen\u{ad}handel"),
            ]
            .join("\n")
        );
    }

    #[test]
    fn letters_of_a_neighbour_are_reported_where_no_own_word_has_them() {
        assert!(found("uk", "Жертвы часто чувствуют").contains("`ы`"));
        assert_eq!(found("uk", "Жертви часто відчувають"), "");
        assert!(found("fa", "با پليس تماس بگيريد").contains("`ي`"));
        assert_eq!(found("fa", "با پلیس تماس بگیرید"), "");
        assert!(found("ro", "Eşti în siguranţă").contains("`ş`"));
        assert_eq!(found("ro", "Ești în siguranță"), "");
        assert_eq!(found("ru", "Жертвы, подъезд, этот, ёж"), "");
    }

    #[test]
    fn the_languages_own_letters_and_those_of_the_reference_are_not() {
        for (locale, text) in [
            ("es", "¿Niñas y niños de Łódź?"),
            ("fr", "Œuvre, cœur, n° 1"),
            ("vi", "Buôn bán người"),
            ("ht", "Moun k ap viktim nan trafik, fèt"),
            ("hi", "ज़रूरत \u{95b}"),
            ("km", "ផ្សេងៗ"),
            ("ko", "인신매매 人身賣買"),
            ("zh-Hant", "受害者是誰？"),
            ("tlh", "ș"),
        ] {
            assert_eq!(found(locale, text), "", "{text}");
        }
    }

    #[test]
    fn letters_of_mathematics_are_no_bold_ones() {
        assert!(found("it", "𝗦𝗽𝗮𝗿𝗮 ora").contains("`𝗦` (U+1D5E6)"));
        let tree = "--- en-US/a.ftl\na = 𝑥 is a number\n--- it/a.ftl\na = 𝑥 è un numero 😀\n";
        assert_eq!(report("unusual-character", tree), "");
    }

    #[test]
    fn a_letter_that_no_reader_sees_is_not_reported() {
        assert_eq!(found("ru", "Łódź { DATETIME($d, calendar: \"торговлі\") }"), "");
    }
}
