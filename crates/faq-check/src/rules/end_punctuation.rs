//! Rule `end-punctuation`: a sentence ends as a sentence.

use faq_l10n::{Features, Origin, Outline, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::sentences::ending::ends,
};

pub(super) const RULE: Rule = Rule {
    name: "end-punctuation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("end-punctuation.md"),
    judge: Judge::Message(Features::ANY, judge),
};

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// With a letter, a digit or another sign.
    Open,
    Stop,
    Colon,
    Ellipsis,
    Exclamation,
    Question,
    Semicolon,
}

/// Most characters that a finding quotes.
const LONGEST_WORD: usize = 20;

/// What may stand after the end of a sentence.
const CLOSERS: &str = "”’»›“‘\"')]}）」』】》〉\u{200f}\u{200e}\u{61c}\u{a0}\u{202f} *_`";

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    for (branch, it) in context.message.branches().iter().enumerate() {
        let name = match it.origin {
            Origin::Value => None,
            Origin::Attribute(name) => Some(name),
            Origin::Variant { .. } => continue,
        };
        let expected = reference.root(name).and_then(|root| common_end(reference, root));
        if let Some(expected) =
            expected.filter(|it| it.is_kept(context.locale.script.code.as_str()))
        {
            ends(context.message, branch, &mut |_, text| {
                if let Some(text) = text {
                    report(context, hits, expected, text);
                }
            });
        }
    }
}

fn report(context: &MessageContext<'_, '_>, hits: &mut Hits, expected: End, text: &str) {
    let found = End::of(text);
    // In Japanese a quotation needs no stop of its own.
    if context.locale.script.code == "Jpan" && text.trim_end().ends_with(['」', '』']) {
        return;
    }
    if (expected, found) == (End::Stop, End::Ellipsis)
        && let Some(stops) = two_stops(text)
    {
        let span = span_of(context.file.source, stops).unwrap_or(0..0);
        context
            .at(hits, stops, "the text ends with two full stops")
            .help("leave one")
            .fix(span, ".");
        return;
    }
    let language = context.locale.tag.as_str().split('-').next();
    if (expected, found) == (End::Exclamation, End::Exclamation)
        && matches!(language, Some("es" | "ast"))
        && !context.message.texts().iter().any(|text| text.raw.contains('¡'))
    {
        let last = last_word(text);
        let text = format!("the text ends with `{last}` and has no `¡`");
        context.at(hits, last, text).help("write `¡` where the exclamation starts");
        return;
    }
    let (wrong, help) = match (expected, found) {
        (End::Stop, End::Open) => (
            "without a full stop",
            "the reference text has one; write the full stop of this language",
        ),
        (End::Colon, End::Open | End::Stop | End::Semicolon) => {
            ("without a colon", "the reference text has one; something follows it")
        }
        (End::Ellipsis, End::Open) => {
            ("without an ellipsis", "the reference text has one; write `…`")
        }
        (End::Semicolon, End::Open) => {
            ("without a semicolon", "the reference text has one; something follows it")
        }
        // `(is it so?).` may become `(is it so?)`.
        (End::Stop | End::Exclamation, End::Question) if !asks(context.reference) => {
            ("with a question mark", "the reference text asks nothing; write what it says")
        }
        _ => return,
    };
    let last = last_word(text);
    context.at(hits, last, format!("the text ends with `{last}`, {wrong}")).help(help);
}

/// Whether the reference has a question mark anywhere.
fn asks(reference: Option<Outline<'_, '_>>) -> bool {
    reference.is_some_and(|it| it.texts().iter().any(|text| text.raw.contains('?')))
}

/// The last word, or the end of it where words are long or not parted.
fn last_word(text: &str) -> &str {
    let word = text.split_whitespace().next_back().unwrap_or(text);
    let start = word.char_indices().rev().map(|(at, _)| at).take(LONGEST_WORD).last();
    word.get(start.unwrap_or(0)..).unwrap_or(word)
}

/// Two full stops at the end of a word, which are neither one nor an ellipsis.
fn two_stops(text: &str) -> Option<&str> {
    let at = text.trim_end().len().checked_sub(2)?;
    let (words, stops) = text.trim_end().split_at_checked(at)?;
    (stops == ".." && words.ends_with(char::is_alphabetic)).then_some(stops)
}

/// How the branch ends, if it ends so on all ways.
fn common_end(message: Outline<'_, '_>, root: usize) -> Option<End> {
    let mut common = None;
    let mut is_common = true;
    ends(message, root, &mut |_, text| {
        let end = text
            .map(|text| (End::of(text), text))
            .filter(|(end, text)| *end != End::Stop || !is_abbreviation(text));
        let end = end.map(|(end, _)| end);
        is_common &= end.is_some() && (common.is_none() || common == end);
        common = end;
    });
    common.filter(|_| is_common)
}

/// Whether a text with a stop may be an abbreviation: one word that stands alone, or a short one after a placeable, as in `5 min.`
fn is_abbreviation(text: &str) -> bool {
    let word = text.trim();
    // Leading space is kept after a placeable only.
    !word.contains(' ') && (!text.starts_with(' ') || word.chars().count() < 5)
}

impl End {
    fn of(text: &str) -> Self {
        let whole = text.trim_end();
        let text = text.trim_end_matches(|it: char| CLOSERS.contains(it));
        let Some(last) = text.chars().next_back() else { return Self::Open };
        match last {
            '…' | '⋯' => Self::Ellipsis,
            '.' | '。' | '۔' if text.len() > last.len_utf8() && doubled(text, last) => {
                Self::Ellipsis
            }
            '.' | '．' | '。' | '｡' | '।' | '॥' | '۔' | '։' | '\u{1362}' | '\u{104b}'
            | '\u{17d4}' | '᠃' | '᱾' => Self::Stop,
            ':' | '：' | '៖' | '፦' | '፡' if text == whole => Self::Colon,
            '!' | '！' | '՜' => Self::Exclamation,
            '?' | '？' | '؟' | '՞' | '፧' | '\u{37e}' => Self::Question,
            ';' | '；' | '؛' | '\u{387}' if text == whole => Self::Semicolon,
            _ => Self::Open,
        }
    }

    /// Whether texts of this script end so where English ones do.
    fn is_kept(self, script: &str) -> bool {
        match self {
            _ if script.is_empty() => false,
            // These part sentences with spaces, or with signs of their own.
            Self::Stop => !matches!(script, "Thai" | "Laoo" | "Tibt" | "Khmr"),
            // Labels have none in Chinese and Japanese, and Armenian has other signs for it.
            Self::Colon => {
                !matches!(script, "Hans" | "Hant" | "Jpan" | "Armn" | "Khmr" | "Thai" | "Laoo")
            }
            Self::Ellipsis => true,
            Self::Semicolon => {
                !matches!(script, "Armn" | "Grek" | "Thai" | "Laoo" | "Khmr" | "Tibt")
            }
            Self::Exclamation => true,
            Self::Open | Self::Question => false,
        }
    }
}

/// Whether the text ends with the same character twice.
fn doubled(text: &str, last: char) -> bool {
    text.chars().rev().nth(1) == Some(last)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, text: &str) -> String {
        report("end-punctuation", &format!("--- en-US/a.ftl\na = {reference}\n--- {text}\n"))
    }

    #[test]
    fn every_script_has_its_own_full_stop() {
        for text in [
            "hi/a.ftl\na = यह ऐसा है।",
            "zh-Hans/a.ftl\na = 是这样。",
            "fr/a.ftl\na = « C’est ainsi. »",
            "th/a.ftl\na = มันเป็นเช่นนั้น",
            "km/a.ftl\na = វាដូច្នេះ",
            "ar/a.ftl\na = هكذا.",
            "ur/a.ftl\na = ایسا ہے۔",
            "hy/a.ftl\na = Այդպես է։",
            "de/a.ftl\na = So ist es!",
        ] {
            assert_eq!(found("It is so.", text), "", "{text}");
        }
        insta::assert_snapshot!(found("It is so.", "es/a.ftl\na = Así es y nada más"));
    }

    #[test]
    fn one_word_after_a_placeable_ends_a_sentence_unless_it_is_short() {
        assert_ne!(found("Pay { $part } less.", "es/a.ftl\na = Pague { $part } menos"), "");
        assert_eq!(found("Wait { $n } min.", "es/a.ftl\na = Espere { $n } min"), "");
        assert_eq!(found("Min.", "es/a.ftl\na = Mín"), "");
    }

    #[test]
    fn colons_ellipses_and_semicolons_are_kept() {
        insta::assert_snapshot!(
            [
                found("It holds that:", "es/a.ftl\na = Se cumple que"),
                found("Loading it…", "es/a.ftl\na = Cargando"),
                found("first this;", "es/a.ftl\na = primero esto"),
            ]
            .join("\n")
        );
        for text in
            ["fr/a.ftl\na = Il est vrai que\u{a0}:", "el/a.ftl\na = Ισχύει:", "ja/a.ftl\na = 名前"]
        {
            assert_eq!(found("It holds that:", text), "", "{text}");
        }
        assert_eq!(found("Loading it…", "ur/a.ftl\na = لوڈ ہو رہا ہے۔۔۔"), "");
    }

    #[test]
    fn every_variant_and_every_attribute_has_to_end_so() {
        let reference =
            "{ $n ->\n    [one] It is one.\n   *[other] They are many.\n }\n    .label = It is so.";
        let text = "es/a.ftl\na = { $n ->\n    [one] Es uno.\n   *[other] Son muchos\n }\n    .label = Es así";
        insta::assert_snapshot!(found(reference, text));
    }

    #[test]
    fn two_full_stops_are_one_too_many() {
        insta::assert_snapshot!(found("It is so.", "es/a.ftl\na = Así es.."));
        assert_eq!(found("It is so.", "es/a.ftl\na = Así es..."), "");
    }

    #[test]
    fn abbreviations_and_texts_that_end_with_a_placeable_are_no_sentences() {
        assert_eq!(found("Min.", "es/a.ftl\na = Minutos"), "");
        assert_eq!(found("It is { $x }.", "es/a.ftl\na = Así es { $x }"), "");
    }

    #[test]
    fn a_reference_that_ends_so_on_some_ways_only_asks_for_nothing() {
        for other in ["They are many", "They are many:", "Many."] {
            let reference = format!("{{ $n ->\n    [one] It is one.\n   *[other] {other}\n }}");
            let text = "es/a.ftl\na = { $n ->\n    [one] Es uno\n   *[other] Son muchos\n }";
            assert_eq!(found(&reference, text), "", "{other}");
        }
    }

    #[test]
    fn of_a_language_without_a_known_script_nothing_is_said() {
        assert_eq!(found("It is so.", "qaa/a.ftl\na = Xyz xyz"), "");
    }

    #[test]
    fn what_is_said_is_not_asked() {
        let said = found("They are responsible.", "de/a.ftl\na = Sind sie verantwortlich?");
        assert!(said.contains("`verantwortlich?`, with a question mark"), "{said}");
        assert_ne!(found("Stop!", "pl/a.ftl\na = Stop?"), "");
        assert_ne!(found("They are here.", "zh-Hans/a.ftl\na = 他们在这里吗？"), "");
        assert_eq!(found("It failed (is it on?).", "de/a.ftl\na = Fehler (ist es an?)"), "");
        assert_eq!(found("They are here?", "de/a.ftl\na = Sind sie hier."), "");
        assert_eq!(found("They are here.", "el/a.ftl\na = Είναι εδώ;"), "");
    }

    #[test]
    fn an_exclamation_in_spanish_has_a_start() {
        assert!(found("Stop it now!", "es/a.ftl\na = Deténgalo ahora!").contains("has no `¡`"));
        assert_eq!(found("Stop it now!", "es/a.ftl\na = ¡Deténgalo ahora!"), "");
        assert_eq!(found("Stop it now!", "pt-BR/a.ftl\na = Pare agora!"), "");
    }

    #[test]
    fn a_quotation_in_japanese_needs_no_stop_of_its_own() {
        assert_eq!(found("“It is here.”", "ja/a.ftl\na = 「ここにあります」"), "");
        assert_ne!(found("“It is here.”", "ja/a.ftl\na = ここにあります"), "");
    }

    #[test]
    fn a_colon_inside_of_brackets_ends_no_text() {
        assert_eq!(found("See this (note:)", "es/a.ftl\na = Vea esto (nota)"), "");
        assert_eq!(found("See this (note;)", "es/a.ftl\na = Vea esto (nota)"), "");
    }
}
