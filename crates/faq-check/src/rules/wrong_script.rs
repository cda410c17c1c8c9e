//! Rule `wrong-script`: text in letters that the language is not written in.

use faq_l10n::{Features, TextKind};
use icu_properties::{PropertyNamesLong, props::Script};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::{
        words::latin::{LATIN_LETTERS, ascii_letters, is_in_latin, latin_sentence, script_of},
        writing::is_other_han,
    },
};

pub(super) const RULE: Rule = Rule {
    name: "wrong-script",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("wrong-script.md"),
    judge: Judge::Message(Features::ODD.and(Features::LATIN), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let scripts = context.locale.script.scripts.as_slice();
    if scripts.is_empty() {
        return;
    }
    let block = &context.locale.script.block;
    let is_latin = context.locale.script.is_latin;
    let shown = || context.message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    // Nearly every text: letters of its own script only, and too few Latin ones beside them to be a sentence.
    if !context.is_odd
        && (is_latin || shown().map(|text| ascii_letters(text.raw)).sum::<usize>() < LATIN_LETTERS)
    {
        return;
    }
    let mut latin = 0;
    for text in shown() {
        let mut after_foreign = 0;
        for (at, character) in text.raw.char_indices() {
            if at < after_foreign {
                continue;
            }
            if character.is_ascii() {
                latin += usize::from(character.is_ascii_alphabetic());
                continue;
            }
            if block.contains(&u32::from(character)) {
                continue;
            }
            match script_of(character) {
                Script::Common | Script::Inherited | Script::Unknown => {}
                script if scripts.contains(&script) => {}
                Script::Latin => latin += 1,
                script => {
                    let word = run_at(text.raw, at, script);
                    if !is_meant(context, text.raw, word, at, script) {
                        return report_foreign(context, hits, word, script);
                    }
                    after_foreign = at + word.len();
                }
            }
        }
    }
    if !is_latin
        && !context.is_identical
        && let Some(sentence) = shown().find_map(|text| latin_sentence(text.raw))
    {
        let text = "a sentence is written in Latin letters";
        context
            .at(hits, sentence, text)
            .help("translate it, or write it in the script of the language");
        return;
    }
    if !is_latin
        && latin >= LATIN_LETTERS
        && !context.is_identical
        && let Some(part) = shown().map(|text| text.raw).find(|it| is_in_latin(it))
    {
        let text = format!("a text of `{}` is written in Latin letters", context.id());
        context
            .at(hits, part.trim(), text)
            .help("translate it, or write it in the script of the language");
    }
    other_han(context, hits);
}

/// The letters of one script that start at `at`.
fn run_at(text: &str, at: usize, script: Script) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find(
        |it| !matches!(script_of(it), other if other == script || other == Script::Inherited),
    );
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// Whether a word of another script, which starts at `at`, is as it should be: a sign of mathematics or of a unit, a word that
/// the reference has as well, or, in the reference itself, a word that stands alone, such as the name of a language.
fn is_meant(
    context: &MessageContext<'_, '_>,
    text: &str,
    word: &str,
    at: usize,
    script: Script,
) -> bool {
    if matches!(word, "μ" | "Ω") {
        return true;
    }
    let is_apart = |text: &str, at: usize, is_letter: &dyn Fn(char) -> bool| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        !before.is_some_and(is_letter) && !after.is_some_and(is_letter)
    };
    if script == Script::Greek
        && word.chars().nth(1).is_none()
        && is_apart(text, at, &char::is_alphabetic)
    {
        return true;
    }
    let Some(reference) = context.reference else {
        let is_own = |it| context.locale.script.scripts.contains(&script_of(it));
        return context.locale.is_reference() && is_apart(text, at, &is_own);
    };
    reference.texts().iter().any(|text| {
        let mut places = text.raw.match_indices(word);
        places.any(|(at, _)| is_apart(text.raw, at, &|it| script_of(it) == script))
    })
}

/// Reports a word of another script.
fn report_foreign(context: &MessageContext<'_, '_>, hits: &mut Hits, word: &str, script: Script) {
    let name = PropertyNamesLong::<Script>::new().get(script).unwrap_or("another script");
    let message = format!("`{word}` is written in {name} letters");
    context
        .at(hits, word, message)
        .help("write the word in the letters of the language; look-alikes do not count");
}

/// In Chinese, characters of the script that the locale is not written in.
fn other_han(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let code = context.locale.script.code.as_str();
    let name = match code {
        "Hans" => "Traditional Chinese",
        "Hant" => "Simplified Chinese",
        "Jpan" => "Chinese",
        _ => return,
    };
    for text in context.message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        if let Some((at, character)) =
            text.raw.char_indices().find(|(_, it)| is_other_han(code, *it))
        {
            let part = text.raw.get(at..at + character.len_utf8()).unwrap_or_default();
            // A text may name a page or a language as the reference does.
            if in_reference(context, character) {
                continue;
            }
            let message = format!("`{character}` is written so in {name} only");
            context
                .at(hits, part, message)
                .help("write the whole text in the script of this locale");
        }
    }
}

fn in_reference(context: &MessageContext<'_, '_>, character: char) -> bool {
    context.reference.is_some_and(|it| it.texts().iter().any(|text| text.raw.contains(character)))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, text: &str) -> String {
        report(
            "wrong-script",
            &format!("--- en-US/faq.ftl\na = x\n--- {locale}/faq.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn chinese_in_a_japanese_text_is_reported() {
        assert!(found("ja", "您可以和我们联系").contains("is written so in Chinese only"));
        assert_eq!(found("ja", "写真を撮る権利を与える"), "");
        let named = "--- en-US/faq.ftl\na = 问题\n--- ja/faq.ftl\na = 问题 (中国語)\n";
        assert!(!report("wrong-script", named).contains("ja/faq.ftl"));
    }

    #[test]
    fn signs_and_words_that_the_reference_has_are_meant_so() {
        let both = |reference: &str, locale: &str, text: &str| {
            let tree =
                format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {text}\n");
            report("wrong-script", &tree)
        };
        for (reference, locale, text) in [
            ("It has 5 Ω.", "de", "Es hat 5 Ω."),
            ("It is π times 5 micrometres.", "uk", "Це π разів по 5 μм."),
            ("Russian (Русский) and 日本語", "de", "Russisch (Русский) und 日本語"),
            ("Choose العربية now", "zh-Hans", "选择 العربية"),
            ("日本語", "zh-Hans", "日本語"),
            ("Русский", "en-GB", "Русский"),
            ("The film 千と千尋 is here.", "es", "La película 千と千尋 está aquí."),
        ] {
            assert_eq!(both(reference, locale, text), "", "{text}");
        }
        // A letter of a word of the reference is no word of it.
        assert!(both("Русский", "es", "Españа en Русский").contains("`а` is written in Cyrillic"));
        assert!(both("x", "kab", "ulεan").contains("`ε` is written in Greek"));
        assert!(both("Pаy Русский", "es", "Pague").contains("en-US/a.ftl"));
    }

    #[test]
    fn look_alikes_other_scripts_and_the_other_chinese_are_reported() {
        insta::assert_snapshot!(
            [
                found("es", "Las v\u{456}ctimas"),
                found("ar", "жертвы"),
                found("ru", "Victims of exploitation"),
                found("zh-Hans", "受害者是誰？"),
                found("zh-Hant", "受害者是谁？"),
            ]
            .join("\n")
        );
    }

    #[test]
    fn a_foreign_sentence_beside_the_right_one_is_reported() {
        let found = found(
            "ar",
            "هم أي شخص يدفع. Buyers are just ordinary customers and are not responsible. هم مسؤولون.",
        );
        assert!(found.contains("a sentence is written in Latin letters"), "{found}");
    }

    #[test]
    fn names_addresses_and_markup_are_in_latin_letters_in_every_language() {
        for (locale, text) in [
            ("zh-Hans", "作者<span data-l10n-name=\"field-separator\">：</span>"),
            ("ru", "Поиск на addons.thunderbird.net"),
            ("ar", "Ayman Hourieh, Khaled Hosny"),
            ("el", "Europe/Athens, ivan.ivanov@example.com"),
            ("zh-Hant", "設定 WebExtension 可透過 chrome.storage.managed 存取的政策。"),
            ("uk", "{ $command } &lt;display_name&gt; --preserve=all [posix-]full-iso"),
        ] {
            assert_eq!(found(locale, text), "", "{text}");
        }
        for text in
            ["変更日時\n    .title = Sort by last modified date", "{ $n } days remaining yet"]
        {
            assert_ne!(found("ja", text), "", "{text}");
        }
    }

    #[test]
    fn names_acronyms_and_the_languages_own_letters_are_not() {
        for (locale, text) in [
            ("es", "¿Quiénes son las víctimas?"),
            ("ru", "Кто жертвы CSEC?"),
            ("ko", "책은 https://www.example.org/books 에 있다"),
            ("zh-Hans", "见https://www.example.org/books。"),
            ("ja", "long.address@example.org まで"),
            ("ja", "被害者はだれですか"),
            ("ko", "피해자는 누구입니까? (被害者)"),
            ("zh-Hans", "受害者是谁？18岁以下 CSEC"),
            ("zh-Hant", "受害者是誰？"),
            ("hi", "पीड़ित कौन हैं?।"),
            ("ar", "من هم الضحايا؟ 18،"),
        ] {
            assert_eq!(found(locale, text), "", "{text}");
        }
    }

    #[test]
    fn letters_with_accents_are_latin_ones_too() {
        assert!(
            found("ja", "déjà créé là été").contains("a text of `a` is written in Latin letters")
        );
        assert_eq!(found("es", "uno dos tres cuatro cinco ŵx"), "");
    }

    #[test]
    fn half_a_sentence_of_english_words_is_one() {
        assert!(found("am", "እባክዎ መጀመሪያ ፋይሉን ያስቀምጡ፣ then close it now.").contains("a sentence"));
        assert_eq!(found("am", "እባክዎ መጀመሪያ Firefox for the web ያስቀምጡ"), "");
    }

    #[test]
    fn a_text_with_some_latin_words_is_no_latin_text() {
        assert_eq!(found("ru", "Откройте extension settings page сейчас"), "");
    }
}
