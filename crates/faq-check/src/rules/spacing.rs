//! Rule `spacing`: spaces, dots and dashes as the language writes them.

use faq_l10n::{Features, Origin, Outline, Text, TextKind, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::code::parts::CodePlaces,
    text::typography::{Custom, Slip, Spot, is_suspect},
};

pub(super) const RULE: Rule = Rule {
    name: "spacing",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("spacing.md"),
    judge: Judge::Message(Features::ANY, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    glued(context, hits);
    let custom = Custom::of(context.locale.tag.as_str(), context.locale.script.code.as_str());
    for text in context.message.texts() {
        if text.kind != TextKind::Element || is_style(context.message, text) {
            continue;
        }
        let mut end = 0;
        let mut code = CodePlaces::of(text.raw);
        for (at, byte) in text.raw.bytes().enumerate() {
            if !is_suspect(byte) || at < end {
                continue;
            }
            let spot = Spot { text: text.raw, at, touches: touches(context, text) };
            if let Some(slip) = spot.slip(byte, custom)
                && !is_excused(context.reference, text.raw, &slip)
                && !code.has(at)
            {
                end = slip.at.end;
                report(context, hits, text, slip);
            }
        }
    }
}

/// Two placeables without anything between them, where the reference has a space: `{ $first }{ $last }`.
fn glued(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    if context.message.references().len() < 2 || !context.locale.script.has_spaces() {
        return;
    }
    let spaces = |message: Outline<'_, '_>| {
        message
            .texts()
            .iter()
            .filter(|text| text.kind == TextKind::Element && text.raw == " ")
            .count()
    };
    if spaces(reference) > spaces(context.message) && has_glued(context) {
        let text = format!("there is no space between two placeables of `{}`", context.id());
        context.at_id(hits, text).help("write a space between `}` and `{`");
    }
}

/// Whether one placeable ends where another one starts.
fn has_glued(context: &MessageContext<'_, '_>) -> bool {
    let source = context.file.source;
    let references = context.message.references();
    references.iter().zip(references.iter().skip(1)).any(|(one, next)| {
        let end = span_of(source, one.target.name()).map(|span| span.end);
        let start = span_of(source, next.target.name()).map(|span| span.start);
        let between = end.zip(start).and_then(|(end, start)| source.get(end..start));
        let is_part = |it: char| it.is_whitespace() || matches!(it, '$' | '-');
        let is_glued = between.is_some_and(|it| it.trim_matches(is_part) == "}{");
        one.branch == next.branch && is_glued
    })
}

/// Whether it is no text but how something looks (`.style = width: 20em`).
fn is_style(message: Outline<'_, '_>, text: &Text<'_>) -> bool {
    message.branches().get(text.branch).is_some_and(|it| it.origin == Origin::Attribute("style"))
}

fn report(context: &MessageContext<'_, '_>, hits: &mut Hits, text: &Text<'_>, slip: Slip<'_>) {
    let Some(part) = text.raw.get(slip.at) else { return };
    let Some(span) = span_of(context.file.source, part) else { return };
    context.at(hits, part, slip.wrong).help(slip.help).fix(span, slip.right);
}

/// Whether the reference has the same. Three dots are excused as well where it has no ellipsis.
fn is_excused(reference: Option<Outline<'_, '_>>, text: &str, slip: &Slip<'_>) -> bool {
    let part = text.get(slip.at.clone()).unwrap_or_default();
    let has = |found: &dyn Fn(&str) -> bool| {
        reference.is_some_and(|it| it.texts().iter().any(|text| found(text.raw)))
    };
    match part {
        "..." => has(&|text| text.contains(part)) || !has(&|text| text.contains('…')),
        "," => has(&is_list),
        // Armenian writes a dot for a colon.
        "." => !has(&|text| text.trim_end().ends_with('.')),
        _ => slip.excused_by_reference && has(&|text| text.contains(part)),
    }
}

/// Whether it has commas without spaces, as a list for a program.
fn is_list(text: &str) -> bool {
    text.match_indices(',')
        .any(|(at, _)| text.get(at + 1..).is_some_and(|it| it.starts_with(char::is_alphanumeric)))
}

fn touches(context: &MessageContext<'_, '_>, text: &Text<'_>) -> (bool, bool) {
    let source = context.file.source;
    let Some(span) = span_of(source, text.raw) else { return (false, false) };
    let before = source.get(..span.start).is_some_and(|it| it.ends_with('}'));
    (before, source.get(span.end..).is_some_and(|it| it.starts_with('{')))
}

#[cfg(test)]
mod tests {
    use crate::{Example, example::report};

    fn found(reference: &str, locale: &str, text: &str) -> String {
        report(
            "spacing",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn placeables_have_a_space_between_them_where_those_of_the_reference_have_one() {
        let text = "there is no space between two placeables of `a`";
        assert!(found("{ $first } { $last } x", "es", "x { $first }{ $last }").contains(text));
        assert_eq!(found("{ $first } { $last }", "es", "{ $first }-{ $last }"), "");
        assert_eq!(found("{ $first } { $last }", "ja", "{ $last }{ $first }"), "");
        assert_eq!(found("{ $size }{ $unit }", "es", "{ $size }{ $unit }"), "");
    }

    /// The text with all fixes in it.
    fn fixed(reference: &str, locale: &str, text: &str) -> String {
        let tree = format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {text}\n");
        let example = Example::parse(&tree).expect("an example");
        let findings = example.check().findings.into_iter().filter(|it| it.rule == "spacing");
        let mut fixed = format!("a = {text}\n");
        for fix in
            findings.filter_map(|it| Some(it.fix?.edit)).collect::<Vec<_>>().into_iter().rev()
        {
            fixed.replace_range(fix.span, &fix.text);
        }
        fixed.trim_start_matches("a = ").trim_end().to_owned()
    }

    #[test]
    fn gaps_dots_and_dashes_are_reported_with_what_is_right() {
        insta::assert_snapshot!(
            [
                found("x", "es", "uno  dos"),
                found("x", "de", "Ja , nein"),
                found("x", "fr", "Oui , non."),
                found("x…", "ru", "Загрузка..."),
                found("x", "pl", "Tak -- nie"),
                found("x", "ar", "كتـــاب"),
            ]
            .join("\n")
        );
    }

    #[test]
    fn french_spaces_keep_the_line_together() {
        assert_eq!(
            fixed("x", "fr", "Oui! Non ? «Bien» et « mal »: { $x }; voilà"),
            "Oui\u{202f}! Non\u{202f}? «\u{a0}Bien\u{a0}» et «\u{a0}mal\u{a0}»\u{a0}: { $x }\u{202f}; voilà"
        );
        assert_eq!(
            fixed("x", "fr-CA", "Oui! Voici: «Bien»"),
            "Oui! Voici\u{a0}: «\u{a0}Bien\u{a0}»"
        );
        for text in ["Oui\u{a0}!", "à 10:30", "https://x.org/?a;b", "&lt;a&gt; b", "a\u{202f}?!"] {
            assert_eq!(found("x", "fr", text), "", "{text}");
        }
    }

    #[test]
    fn signs_of_full_width_have_no_space_beside_them() {
        assert_eq!(
            fixed("x", "zh-Hans", "你好, 世界,你们 ，他们， 我们"),
            "你好, 世界，你们，他们，我们"
        );
        for text in ["你好，world", "成功！ 完成", "Firefox, Chrome", "使用 Firefox"] {
            assert_eq!(found("x", "ja", text), "", "{text}");
        }
        assert_eq!(found("a,b,c", "ja", "記念日,誕生日"), "");
    }

    #[test]
    fn what_the_reference_has_as_well_is_left_alone() {
        for (reference, text) in [
            ("a  b", "uno  dos"),
            ("a , b", "uno , dos"),
            ("a...", "uno..."),
            ("rm -- a", "rm -- a"),
        ] {
            assert!(!found(reference, "es", text).contains("es/a.ftl"), "{text}");
        }
    }

    #[test]
    fn spaces_that_belong_there_are_not_reported() {
        for (locale, text) in [
            ("es", "uno, dos: tres."),
            ("es", "el archivo .toml y … y :smile: y ..."),
            ("es", "- x=N : el tamaño"),
            ("ar", "هـ و بـ { $x }"),
            ("th", "ก ?"),
        ] {
            assert_eq!(found("x", locale, text), "", "{text}");
        }
    }

    #[test]
    fn what_is_no_running_text_has_spaces_of_its_own() {
        assert_eq!(found("x", "es", "{ \"uno  dos\" }"), "");
        assert_eq!(found("x", "es", "uno\n    .style = width:  20em"), "");
    }

    #[test]
    fn one_gap_is_one_finding_and_commas_with_spaces_are_no_list() {
        assert_eq!(found("x", "es", "uno   dos").matches("[spacing]").count(), 1);
        assert_ne!(found("a, b", "ja", "記念日,誕生日"), "");
    }

    #[test]
    fn a_placeable_ends_a_word_and_the_start_of_a_text_does_not() {
        assert_eq!(fixed("x", "de", "{ $a } , { $b }"), "{ $a }, { $b }");
        assert_eq!(found("x", "de", "{ $n ->\n    [one] a\n   *[other] b\n } …"), "");
        assert_eq!(fixed("x", "fr", "«{ $a }»"), "«\u{a0}{ $a }\u{a0}»");
        assert_eq!(found("x", "fr", "Le signe «"), "");
        assert_eq!(found("x", "fr", "» est un signe"), "");
    }

    #[test]
    fn each_language_has_its_own_custom() {
        for (locale, text) in [
            ("br", "Ya !"),
            ("ja", "読み込み中..."),
            ("es", "Dice «sí»."),
            ("ko", "사람， 我"),
            ("de", "Ja ,{ $x }"),
        ] {
            assert_eq!(found("x…", locale, text), "", "{text}");
        }
        for (locale, text, right) in [
            ("de", "Ja , nein", "Ja, nein"),
            ("de", "Ja ,", "Ja,"),
            ("fr", "Oui :)", "Oui :)"),
            ("fr", "(oui !)", "(oui\u{202f}!)"),
            ("fr", "a&#160; b", "a&#160; b"),
            ("fr", "un & deux; trois", "un & deux\u{202f}; trois"),
            ("fr", "«\u{202f}oui\u{202f}»", "«\u{202f}oui\u{202f}»"),
            ("zh-Hans", "你好;世界", "你好；世界"),
            ("zh-Hans", "你好:世界", "你好：世界"),
            ("zh-Hans", "你好!世界", "你好！世界"),
            ("zh-Hans", "你好?世界", "你好？世界"),
            ("zh-Hans", "你好， world", "你好， world"),
            ("ar", "ـكتاب", "ـكتاب"),
        ] {
            assert_eq!(fixed("x", locale, text), right, "{text}");
        }
    }

    #[test]
    fn what_programs_read_is_left_alone() {
        for text in [
            "Cliquez <b style=\"color: red\">ici</b>",
            "Tapez <code>clé: valeur</code> et <kbd>Ctrl+;</kbd>",
            "Écrivez `a ? b` ici",
            "Tapez :smile: ici",
        ] {
            let tree = format!("--- en-US/a.ftl\na = x\n--- fr/a.ftl\na = {text}\n");
            assert_eq!(crate::example::report("spacing", &tree), "", "{text}");
        }
    }

    #[test]
    fn signs_of_another_script_are_mended() {
        for (locale, text, right) in [
            ("ar", "أولًا, احفظ; ثم أغلق", "أولًا، احفظ؛ ثم أغلق"),
            ("fa", "باز, بسته", "باز، بسته"),
            ("ur", "یہ یہاں ہے.", "یہ یہاں ہے۔"),
            ("hy", "Պահպանված է այստեղ.", "Պահպանված է այստեղ։"),
            ("am", "ፋይሉ ተቀምጧል.", "ፋይሉ ተቀምጧል።"),
            ("zh-Hans", "已保存.", "已保存。"),
            ("uk", "Ім`я та об´єкт", "Ім’я та об’єкт"),
            ("fr", "L´archive", "L’archive"),
        ] {
            assert_eq!(fixed("It is so.", locale, text), right, "{text}");
        }
        assert_eq!(found("Name of the file:", "hy", "Ֆայլի անունը."), "");
        for (locale, text) in [
            ("ar", "Firefox, Chrome و 1,5"),
            ("ar", "هنا."),
            ("hy", "5 րոպ."),
            ("am", "ዓ.ም."),
            ("zh-Hans", "见 example.com."),
            ("uk", "Введіть `код` тут"),
            ("ja", "ここの`値`を見る"),
        ] {
            assert_eq!(found("It is so.", locale, text), "", "{text}");
        }
        assert!(!found("a`b", "uk", "а`б").contains("uk/a.ftl"));
    }

    #[test]
    fn three_dots_in_brackets_are_what_was_left_out() {
        assert_eq!(found("x…", "es", "(...)"), "");
    }
}
