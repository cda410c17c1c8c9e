//! Rule `unbalanced-bracket`: a bracket that is opened is closed, and stands at its words, where those of the reference text do.

use std::cmp::Ordering;

use faq_l10n::{Features, Outline, Text, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::sentences::passages::passages,
};

pub(super) const RULE: Rule = Rule {
    name: "unbalanced-bracket",
    severities: Severities::WARNING,
    doc: include_str!("unbalanced-bracket.md"),
    judge: Judge::Message(Features::BRACKET.and(FULL_WIDTH), judge),
};

/// The first byte of full-width brackets, as Chinese and Japanese use them.
const FULL_WIDTH: Features = Features::lead_bytes(&[0xEF]);

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    if let Some(apart) = context.message.texts().iter().find_map(apart)
        && !reference.texts().iter().any(|it| it.raw.contains("( "))
    {
        let text = format!("the brackets in `{apart}` stand apart from their words");
        context.at(hits, apart, text).help("remove the spaces inside of the brackets");
    }
    // A quick look: most texts have as many of one kind as of the other. Of variants only one is shown.
    let texts = context.message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    let mut brackets = Brackets::default();
    texts.for_each(|text| brackets.add(&text.shown()));
    let has_variants = context.message.features().any(Features::SELECT);
    if (brackets.opened == brackets.closed && !has_variants) || !is_balanced(reference) {
        return;
    }
    for passage in passages(context.message) {
        let mut brackets = Brackets::default();
        brackets.add(&passage.text);
        let (text, help) = match brackets.opened.cmp(&brackets.closed) {
            Ordering::Equal => continue,
            // The start of a text, cut short.
            Ordering::Greater if passage.text.trim_end().ends_with('…') => continue,
            Ordering::Greater => ("is opened and not closed", "write `)`"),
            Ordering::Less => ("is closed and not opened", "write `(`"),
        };
        let text = format!("a bracket in `{}` {text}", context.id());
        context.at_id(hits, text).help(format!("{help} where the reference text has it"));
        return;
    }
}

/// Words in brackets with a space inside of both: `( now )`.
fn apart<'s>(text: &Text<'s>) -> Option<&'s str> {
    let start = memchr::memmem::find(text.raw.as_bytes(), b"( ")?;
    let rest = text.raw.get(start..).filter(|_| text.kind == TextKind::Element)?;
    let end = rest.find(')')?;
    let inside = rest.get(1..end)?;
    let has_words = inside.ends_with(' ') && inside.contains(char::is_alphabetic);
    rest.get(..=end).filter(|_| has_words)
}

/// Whether every way through the reference text closes what it opens.
fn is_balanced(reference: Outline<'_, '_>) -> bool {
    passages(reference).iter().all(|passage| {
        let mut brackets = Brackets::default();
        brackets.add(&passage.text);
        brackets.opened == brackets.closed
    })
}

/// How many round brackets a text has.
#[derive(Debug, Default)]
struct Brackets {
    opened: usize,
    closed: usize,
}

impl Brackets {
    fn add(&mut self, text: &str) {
        for (at, character) in text.char_indices() {
            match character {
                '(' | '（' => self.opened += 1,
                ')' | '）' if self.opened > self.closed => self.closed += 1,
                ')' | '）' if !is_alone(text.get(..at).unwrap_or_default()) => self.closed += 1,
                _ => {}
            }
        }
    }
}

/// Whether a bracket after this text closes nothing: `1)`, `a)`, `:-)`.
fn is_alone(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let is_sign = |it: char| it.is_numeric() || matches!(it, ':' | ';' | '-' | '=');
    let mut letters = word.chars().filter(|it| !is_sign(*it));
    let is_marker = letters.next().is_none_or(may_count) && letters.next().is_none();
    word.chars().count() <= 2 && is_marker
}

/// Whether a letter is counted with in lists. Of syllables and words of one character only those that stand for numbers are:
/// `18 歲）` and `18 세)` close a bracket.
fn may_count(letter: char) -> bool {
    match letter {
        '\u{3400}'..='\u{9fff}' => "一二三四五六七八九十甲乙丙丁".contains(letter),
        '\u{ac00}'..='\u{d7a3}' => "가나다라마바사아자차카타파하".contains(letter),
        _ => letter.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "unbalanced-bracket",
            &format!("--- en-US/a.ftl\na = {reference}\n--- de/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn a_lost_bracket_is_reported() {
        for (translation, text) in [
            ("Kinder (unter 18 Jahren", "opened and not closed"),
            ("Kinder unter 18 Jahren)", "closed and not opened"),
            ("儿童（18岁以下", "opened and not closed"),
            ("未滿 18 歲）", "closed and not opened"),
            ("만 18세 미만)", "closed and not opened"),
            ("Kinder (unter { $n ->\n    [one] 1)\n   *[other] 18\n }", "opened and not closed"),
        ] {
            let report = found("Children (under 18)", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
    }

    #[test]
    fn brackets_that_stand_apart_from_their_words_are_reported() {
        let report = found("Ask (now)", "Frag ( jetzt )");
        assert!(report.contains("the brackets in `( jetzt )` stand apart"), "{report}");
        assert_eq!(found("Ask ( now )", "Frag ( jetzt )") + &found("Ask ( )", "Frag ( )"), "");
    }

    #[test]
    fn other_brackets_lists_and_faces_are_not() {
        for (reference, translation) in [
            ("Children (under 18)", "Kinder （unter 18)"),
            ("Children under 18", "Kinder (unter 18)"),
            ("1. One 2. Two", "1) Eins b) Zwei"),
            ("1. One 2. Two", "가) 하나 나) 둘 三）三"),
            ("Well done", "Gut gemacht :-)"),
            ("Children (under 18", "Kinder (unter 18"),
            ("Children (under 18)", "Kinder ({ $n }(r) da)"),
            ("The list (of all)", "Die Liste (von …"),
            ("Press (a) or (b)", "Drücken Sie (a) oder (b)"),
            (
                "{ $n ->\n    [one] (a\n   *[other] (b\n })",
                "{ $n ->\n    [one] (a\n   *[other] (b\n })",
            ),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn an_item_begins_after_a_space_of_any_kind_and_a_korean_counter_begins_none() {
        assert_eq!(found("1. One 2. Two", "1) Un\u{a0}2) Deux"), "");
        assert!(found("Children (under 9)", "만 9세) 미만").contains("closed and not opened"));
    }
}
