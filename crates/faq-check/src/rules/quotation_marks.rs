//! Rule `quotation-marks`: quotations have the marks of their language.

use faq_l10n::{Features, Outline, TextKind, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    language::Quotes,
    policy::Severities,
    rule::{Judge, Rule},
    text::code::parts::CodeParts,
};

pub(super) const RULE: Rule = Rule {
    name: "quotation-marks",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("quotation-marks.md"),
    judge: Judge::Message(Features::QUOTE.and(Features::NON_ASCII), judge),
};

/// A quotation mark of a text.
#[derive(Clone, Copy, Debug)]
struct Mark<'s> {
    /// The mark itself, as a slice of the file.
    raw: &'s str,
    /// How many quotations it stands in.
    depth: usize,
}

/// The quotations of one branch.
#[derive(Debug, Default)]
struct Quotations<'s> {
    /// Marks that open one, and those that close it.
    pairs: Vec<(Mark<'s>, &'s str)>,
    /// Marks without another half.
    single: Vec<Mark<'s>>,
}

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let language = context.locale.language;
    let Some(outer) = &language.outer_quotes else { return };
    let message = context.message;
    let has_marks =
        message.texts().iter().any(|it| it.kind == TextKind::Element && may_quote(it.raw));
    // What was not translated has the marks of another language, and another rule says so.
    if !has_marks || context.is_identical {
        return;
    }
    // Where the reference has typewriter marks for the same ones, that is how its owner writes.
    let is_plain_reference = outer.open == "“"
        && context.reference.is_some_and(|it| it.texts().iter().any(|text| text.raw.contains('"')));
    let inner = language.inner_quotes.as_ref().unwrap_or(outer);
    let is_usual = |open: &str, close: &str| {
        let mut known = [outer, inner].into_iter().chain(&language.other_quotes);
        known.any(|it| it.open == open && it.close == close)
    };
    for branch in 0..message.branches().len() {
        let Quotations { pairs, single } = Quotations::of(message, branch);
        for (open, close) in &pairs {
            let is_fine = is_usual(open.raw, close)
                || (is_plain_reference && open.raw == "\"")
                || is_code(context, open.raw, close);
            if !is_fine {
                let right = if open.depth == 0 { outer } else { inner };
                let text = format!(
                    "the quotation marks `{}` and `{}` are not those of this language",
                    open.raw, close
                );
                report(context, hits, (open.raw, close), right, text);
            }
        }
        if message.selects().is_empty() {
            unpaired(context, hits, &single, outer);
        }
    }
}

/// Marks without another half. Not asked where there are variants: a quotation may begin in a text and end in these.
fn unpaired(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    single: &[Mark<'_>],
    outer: &Quotes,
) {
    if single.iter().all(|it| it.raw == "\"") {
        return;
    }
    match single {
        [open, close] => {
            let text = format!(
                "the quotation marks `{}` and `{}` do not belong together",
                open.raw, close.raw
            );
            report(context, hits, (open.raw, close.raw), outer, text);
        }
        [only] => {
            let text = format!("the quotation mark `{}` has no other half", only.raw);
            context.at(hits, only.raw, text).help("write the other one, or remove this one");
        }
        _ => {}
    }
}

fn report(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    (open, close): (&str, &str),
    right: &Quotes,
    text: String,
) {
    let source = context.file.source;
    let (Some(start), Some(end)) = (span_of(source, open), span_of(source, close)) else { return };
    let words = source.get(start.end..end.start).unwrap_or_default();
    let Some(whole) = source.get(start.start..end.end) else { return };
    let tag = context.locale.tag.as_str();
    let space = match tag {
        _ if right.open != "«" => "",
        "fr-CH" => "\u{202f}",
        _ if tag == "fr" || tag.starts_with("fr-") => "\u{a0}",
        _ => "",
    };
    let words = if space.is_empty() { words } else { words.trim() };
    let right = format!("{}{space}{words}{space}{}", right.open, right.close);
    context.at(hits, whole, text).help(format!("write `{right}`")).fix(start.start..end.end, right);
}

/// Whether what stands in typewriter marks is something to type or to read off, and no words.
fn is_code(context: &MessageContext<'_, '_>, open: &str, close: &str) -> bool {
    let source = context.file.source;
    let span = span_of(source, open).zip(span_of(source, close));
    let words =
        span.and_then(|(open, close)| source.get(open.end..close.start)).unwrap_or_default();
    open == "\""
        && (words.starts_with('-')
            || words.contains(['/', '\\', '=', '_', '<', '@', '[', '%', '#'])
            || !words.contains(|it: char| it.is_alphabetic()))
}

/// A quick look: whether there is a mark at all.
fn may_quote(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize, step: usize| bytes.get(at + step).copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'"' => true,
        0xC2 => matches!(next(at, 1), 0xAB | 0xBB),
        0xE2 => next(at, 1) == 0x80 && matches!(next(at, 2), 0x9C..=0x9F),
        0xE3 => next(at, 1) == 0x80 && matches!(next(at, 2), 0x8C..=0x8F),
        _ => false,
    })
}

impl<'s> Quotations<'s> {
    fn of(message: Outline<'_, 's>, branch: usize) -> Self {
        let mut found = Self::default();
        let mut open: Vec<Mark<'s>> = Vec::new();
        let mut code = CodeParts::default();
        let texts = message.texts().iter().filter(|text| text.branch == branch);
        for text in texts.filter(|text| text.kind == TextKind::Element) {
            for (at, character) in text.raw.char_indices() {
                let end = at + character.len_utf8();
                let (before, after) = (text.raw.get(..at), text.raw.get(end..));
                let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
                let is_open = open.iter().any(|it| it.raw == "\"");
                if code.is_inside(before, character, after)
                    || is_no_mark(before, character, after, is_open)
                {
                    continue;
                }
                let Some(raw) = text.raw.get(at..end) else { continue };
                match open.last() {
                    Some(opener) if closes(opener.raw, raw) => {
                        let Some(opener) = open.pop() else { continue };
                        found.pairs.push((opener, raw));
                    }
                    Some(_) | None => open.push(Mark { raw, depth: open.len() }),
                }
            }
        }
        found.single = open;
        found
    }
}

/// Whether a character is no quotation mark where it stands: inches, abbreviations of Hebrew, marks that are named (`'"'`).
fn is_no_mark(before: &str, character: char, after: &str, is_open: bool) -> bool {
    let is_hebrew = |it: char| matches!(it, 'א'..='ת');
    let is_in_word = before.ends_with(is_hebrew) && after.starts_with(is_hebrew);
    match character {
        '"' => {
            is_in_word
                || (before.ends_with(|it: char| it.is_ascii_digit()) && !is_open)
                || before.ends_with(['\\', '\''])
        }
        '”' => is_in_word,
        '“' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => false,
        _ => true,
    }
}

/// Whether `mark` ends what `opener` began, in any language.
fn closes(opener: &str, mark: &str) -> bool {
    match opener {
        "\"" => mark == "\"",
        "“" | "‟" => mark == "”",
        "„" | "”" => matches!(mark, "“" | "”"),
        "«" => mark == "»",
        "»" => matches!(mark, "«" | "»"),
        "「" => mark == "」",
        "『" => mark == "』",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, text: &str) -> String {
        report(
            "quotation-marks",
            &format!("--- en-US/a.ftl\na = x\n--- {locale}/a.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn marks_that_a_language_does_not_use_are_reported_with_its_own() {
        insta::assert_snapshot!(
            [
                found("de", "Er sagt \"{ $word }\"."),
                found("de", "Er sagt “ja”."),
                found("fr", "Il dit \"oui\"."),
                found("zh-Hant", "他說\"是\"。"),
                found("ru", "«Он сказал \"да\"»"),
            ]
            .join("\n")
        );
    }

    #[test]
    fn marks_that_do_not_belong_together_or_stand_alone_are_reported() {
        insta::assert_snapshot!(
            [found("de", "Er sagt „ja\"."), found("es", "Dice «sí.")].join("\n")
        );
    }

    #[test]
    fn the_fix_leaves_the_words_as_they_are() {
        let tree = "--- en-US/a.ftl\na = x\n--- fr/a.ftl\na = Le \"{ $a } b\".\n";
        let example = crate::Example::parse(tree).expect("an example");
        let fix =
            example.check().findings.into_iter().find_map(|it| Some(it.fix?.edit)).expect("a fix");
        assert_eq!((fix.span, fix.text.as_str()), (7..17, "«\u{a0}{ $a } b\u{a0}»"));
    }

    #[test]
    fn every_usual_mark_is_right_and_not_every_mark_is_one() {
        for (locale, text) in [
            ("fr", "Il dit «\u{a0}oui\u{a0}» ou “non”."),
            ("de", "Er sagt „ja“ oder »nein«."),
            ("sv", "Han säger ”ja”."),
            ("ja", "「はい」と『いいえ』"),
            ("ru", "«Он сказал „да“»"),
            ("he", "צה\"ל אמר ”כן“"),
            ("de", "<a href=\"x\">ein 15\" Bildschirm</a>"),
            ("de", "`\"x\"` und \"--help\" und '\"'"),
            ("tlh", "\"x\""),
        ] {
            assert_eq!(found(locale, text), "", "{text}");
        }
    }

    #[test]
    fn what_was_not_translated_has_the_marks_of_the_reference() {
        let tree = "--- en-US/a.ftl\na = Say “yes”.\n--- de/a.ftl\na = Say “yes”.\n";
        assert_eq!(report("quotation-marks", tree), "");
    }

    #[test]
    fn typewriter_marks_are_right_where_the_reference_has_them_for_the_same_ones() {
        let found = |reference: &str, translation: &str| {
            let tree = format!("--- en-US/a.ftl\na = {reference}\n--- {translation}\n");
            report("quotation-marks", &tree)
        };
        let report = found("Say \"yes\" now.", "pt-BR/a.ftl\na = Diga \"sim\" agora.");
        assert!(!report.contains("pt-BR/a.ftl"), "{report}");
        for (reference, translation) in [
            ("Say yes now.", "pt-BR/a.ftl\na = Diga \"sim\" agora."),
            ("Say \"yes\" now.", "pt-BR/a.ftl\na = Diga „sim“ agora."),
            ("Say \"yes\" now.", "de/a.ftl\na = Sag \"ja\" dazu."),
        ] {
            let (path, _) = translation.split_once('\n').unwrap_or_default();
            assert!(found(reference, translation).contains(path), "{reference} / {translation}");
        }
    }

    #[test]
    fn spaces_stand_inside_the_marks_in_french_only() {
        for (locale, text, right) in [
            ("fr", "Il dit \"oui\".", "`«\u{a0}oui\u{a0}»`"),
            ("fr-CH", "Il dit \"oui\".", "`«\u{202f}oui\u{202f}»`"),
            ("fr-CA", "«\u{a0}Il dit \"oui\" ici\u{a0}»", "`”oui“`"),
            ("ru", "Он сказал \"да\".", "`«да»`"),
            ("de", "Er sagt „ja”.", "`„ja“`"),
            ("de", "Er sagt 「ja」.", "`„ja“`"),
        ] {
            let report = found(locale, text);
            let help = report.split("= help: write ").nth(1).map(|it| it.trim_end().to_owned());
            assert_eq!(help, Some(crate::sanitize(right)), "{text}: {report}");
        }
    }

    #[test]
    fn inches_and_abbreviations_quote_nothing_and_a_number_may_end_a_quotation() {
        assert_eq!(found("de", "Ein 15\" Monitor und ein 17\" Monitor"), "");
        assert!(found("de", "Auf \"Seite 15\" steht es.").contains("write `„Seite 15“`"));
        let report = found("he", "צה\"ל אמר \"כן\".");
        assert!(report.contains("`”כן”`"), "{report}");
    }

    #[test]
    fn code_has_typewriter_marks_and_what_stands_after_it_has_not() {
        for text in [
            "Datei \"a/b\" und Seite \"18\"",
            "<a title = \"x\">ja</a>",
            "Setzen Sie lang=\"de\" im Text.",
        ] {
            assert_eq!(found("de", text), "", "{text}");
        }
        assert_eq!(found("de", "[Hier](https://example.org/a \"Titel\")"), "");
        for text in [
            "[Hier](a \"T\") sagt \"er\".",
            "Ist 3 < 5, sagt \"er\".",
            "<a href=\"x\">Er</a> sagt \"ja\".",
        ] {
            assert_eq!(found("de", text).matches("[quotation-marks]").count(), 1, "{text}");
        }
    }
}
