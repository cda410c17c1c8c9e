//! Rule `doubled-word`: the same word twice in a row.

use faq_l10n::{Features, Text, TextKind, span_of};
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup, Script},
};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::bytes::any_place,
};

pub(super) const RULE: Rule = Rule {
    name: "doubled-word",
    severities: Severities::WARNING,
    doc: include_str!("doubled-word.md"),
    judge: Judge::Message(Features::ANY, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let language = context.locale.language;
    let customs = Customs {
        exceptions: language.doubled_words.as_deref(),
        never: language.never_doubled.as_slice(),
    };
    // What the reference says twice may be said twice.
    if context.is_identical || (customs.exceptions.is_none() && customs.never.is_empty()) {
        return;
    }
    let mut report = |word: &str| {
        if !in_reference(context, word) {
            let message = format!("`{word}` stands here twice in a row");
            context.at(hits, word, message).help("remove one of the two");
        }
    };
    let mut line: Option<&Text<'_>> = None;
    for text in context.message.texts() {
        let before = line.replace(text).filter(|line| line.raw.ends_with('\n'));
        if text.kind != TextKind::Element {
            continue;
        }
        if let Some(before) = before.filter(|it| it.branch == text.branch)
            && goes_on(context.file.source, before.raw, text.raw)
            && let Some(word) = customs.over_a_line_break(before.raw, text.raw)
        {
            report(word);
        }
        if may_double(text.raw)
            && let Some(word) = customs.doubled(text.raw)
        {
            report(word);
        }
    }
}

/// Whether nothing but white space stands between two texts: they are two lines of one.
fn goes_on(source: &str, before: &str, text: &str) -> bool {
    let between = span_of(source, before)
        .zip(span_of(source, text))
        .and_then(|(before, text)| source.get(before.end..text.start));
    between.is_some_and(|it| it.trim().is_empty())
}

/// A quick look: whether some word has the last bytes of the word before it at the same places.
fn may_double(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Two at once; letters of ASCII, small or not, are the same.
    let pair = |end: usize| {
        let pair = bytes.get(end.checked_sub(2)?..end)?.as_array::<2>()?;
        Some(u16::from_le_bytes(*pair) | 0x2020)
    };
    let mut start = 0;
    any_place(bytes, b' ', |space| {
        let length = space - start;
        start = space + 1;
        let same = |back: usize| pair(space - back) == pair(start + length - back);
        // Another letter comes after it: of ASCII, of the alphabets of Europe, or of India; there a full stop is no letter.
        let goes_on = || match bytes.get(start + length..) {
            Some([0xE0, 0xA5, 0xA4 | 0xA5, ..]) | None => false,
            Some([first, ..]) => {
                first.is_ascii_alphanumeric() || matches!(first, 0xC3..=0xD4 | 0xE0..=0xE1)
            }
            Some([]) => false,
        };
        // A word of one letter is shorter than a pair, which has the space before it too.
        length > 0 && same(0) && (length < 4 || same(2)) && !goes_on()
    })
}

/// What a language says of its words.
#[derive(Clone, Copy)]
struct Customs<'l> {
    /// Words that may stand twice in a row. None where most may.
    exceptions: Option<&'l [String]>,
    /// Words that never do.
    never: &'l [String],
}

impl Customs<'_> {
    /// The second of two equal words with nothing but one space between them.
    fn doubled<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut before = "";
        text.split(' ').find_map(|word| self.repeats(std::mem::replace(&mut before, word), word))
    }

    /// The first word of a line that is the last one of the line before it.
    fn over_a_line_break<'t>(&self, before: &str, line: &'t str) -> Option<&'t str> {
        let word = line.split(char::is_whitespace).next()?;
        self.repeats(before.split_whitespace().next_back()?, word)
    }

    /// What `word` starts with, if that is the word `before`.
    fn repeats<'t>(&self, before: &str, word: &'t str) -> Option<&'t str> {
        // Hardly ever true, and cheap: everything else is asked of words that start alike.
        let is_alike =
            word.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
        if !is_alike || before.is_empty() {
            return None;
        }
        let is_never = self.never.iter().any(|it| it == before);
        if (self.exceptions.is_none() && !is_never) || !before.chars().all(is_of_word) {
            return None;
        }
        let end = word.find(|it: char| !is_of_word(it)).unwrap_or(word.len());
        let start = word.get(..end).unwrap_or_default();
        let next = word.get(end..).and_then(|rest| rest.chars().next());
        let is_whole = next.is_none_or(|next| {
            matches!(next, '.' | ',' | '!' | '?' | ';' | ':' | ')' | '،' | '؛' | '۔' | '।')
        });
        if !is_whole || start.to_lowercase() != before.to_lowercase() {
            return None;
        }
        let is_never = is_never && start == before;
        // `TYPE TYPE` stands for two things of a kind.
        let is_placeholder = !before.chars().any(char::is_lowercase);
        // `Pago Pago` and `Baden Baden` are names; `type TYPE` names a placeholder, `move to To` a label.
        let is_name = start.starts_with(char::is_uppercase);
        let is_slip = before.chars().nth(1).is_some()
            && !is_placeholder
            && !is_name
            && self.exceptions.is_some_and(|them| !them.contains(&start.to_lowercase()));
        (is_never || is_slip).then_some(start)
    }
}

/// Whether a character is part of a word: a letter, or a sign that belongs to one.
fn is_of_word(character: char) -> bool {
    character.is_alphabetic()
        || (!character.is_ascii()
            && CodePointMapData::<Script>::new().get(character) != Script::Common
            && GeneralCategoryGroup::Mark
                .contains(CodePointMapData::<GeneralCategory>::new().get(character)))
}

fn in_reference(context: &MessageContext<'_, '_>, word: &str) -> bool {
    let doubled = format!("{word} {word}");
    context
        .reference
        .is_some_and(|reference| reference.texts().iter().any(|text| text.raw.contains(&doubled)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubled<'t>(text: &'t str, exceptions: &[String]) -> Option<&'t str> {
        Customs { exceptions: Some(exceptions), never: &[] }.doubled(text)
    }

    #[test]
    fn words_that_never_stand_twice_are_found_in_languages_that_double_others() {
        let found = |locale: &str, text: &str| {
            let tree =
                format!("--- en-US/a.ftl\na = It is here.\n--- {locale}/a.ftl\na = {text}\n");
            crate::example::report("doubled-word", &tree)
        };
        for (locale, text, word) in [
            ("ar", "هو في في الصندوق", "في"),
            ("hi", "वह डिब्बे में में है", "में"),
            ("sw", "Iko katika katika sanduku.", "katika"),
            ("tr", "Kutu ve ve kitap", "ve"),
            ("ru", "Он в в коробке", "в"),
            ("cs", "Je v v krabici", "v"),
            ("pl", "Jest w w pudełku", "w"),
        ] {
            assert!(found(locale, text).contains(&format!("`{word}` stands")), "{text}");
        }
        for (locale, text) in [
            ("hi", "धीरे धीरे"),
            ("tr", "yavaş yavaş"),
            ("ru", "А а А в В"),
            ("cs", "a a b b"),
            ("ro", "este foarte foarte mic"),
            ("pt-BR", "quase quase lá"),
        ] {
            assert_eq!(found(locale, text), "", "{text}");
        }
    }

    #[test]
    fn a_word_at_the_end_of_a_line_and_at_the_start_of_the_next_stands_twice() {
        assert!(said("x", "Está en la\n    la caja").contains("`la` stands here twice"));
        assert_eq!(said("x", "Está en la\n    { $x } la caja\n    casa"), "");
        assert_eq!(said("x", "Está en la\n    lata"), "");
    }

    #[test]
    fn slips_are_found_and_grammar_is_not() {
        assert_eq!(doubled("de la la víctima", &[]), Some("la"));
        assert_eq!(doubled("La la víctima", &[]), Some("la"));
        assert_eq!(doubled("it is is.", &[]), Some("is"));
        for text in [
            "vous vous êtes",
            "a a",
            "10 10",
            "Pago Pago",
            "so-so",
            "the theme",
            "no, no",
            "la l’eau",
            "of type TYPE",
            "Move to To",
        ] {
            assert_eq!(doubled(text, &["vous".to_owned()]), None, "{text}");
        }
    }

    fn said(english: &str, spanish: &str) -> String {
        crate::example::report(
            "doubled-word",
            &format!("--- en-US/a.ftl\na = {english}\n--- es/a.ftl\na = {spanish}\n"),
        )
    }

    #[test]
    fn what_the_reference_says_twice_may_be_said_twice() {
        assert!(said("Who is it?", "¿Quién es es?").contains("`es` stands here twice"));
        assert!(!said("The word es es", "La palabra es es").contains("--> es/a.ftl"));
    }

    #[test]
    fn a_text_in_quotation_marks_of_fluent_is_meant_so() {
        assert_eq!(said("x", "{ \"es es\" }"), "");
    }
}
