//! Rule `forbidden-character`: characters that nobody sees and that change what is seen.

use faq_l10n::{Features, TextKind, span_of};

use crate::{
    context::{FileContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::hidden::{chooses_emoji, forbidden},
};

pub(super) const RULE: Rule = Rule {
    name: "forbidden-character",
    severities: Severities::ERROR,
    doc: include_str!("forbidden-character.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    if context.look.may_hide() {
        characters(context, hits);
    }
    escapes(context, hits);
}

fn characters(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let file = context.file;
    let text = file.source.trim_start_matches('\u{feff}');
    let skipped = file.source.len() - text.len();
    for (at, character) in text.char_indices() {
        let ends_line =
            character == '\r' && text.get(at + 1..).is_some_and(|it| it.starts_with('\n'));
        let before = || text.get(..at).and_then(|it| it.chars().next_back());
        if let Some(why) = forbidden(character, context.locale)
            && !ends_line
            && !chooses_emoji(character, before())
        {
            let start = at + skipped;
            report(hits, context, start..start + character.len_utf8(), character, why);
        }
    }
}

/// Characters that are written as escapes, which no editor shows as what they are.
fn escapes(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let file = context.file;
    let may_have = Features::LITERAL | Features::NUMBER;
    for message in file.outlines.iter().filter(|message| message.features().any(may_have)) {
        for text in message
            .texts()
            .iter()
            .filter(|text| text.kind != TextKind::Element && text.raw.contains('\\'))
        {
            let shown = faq_l10n::unescape(text.raw);
            let mut before = None;
            let wrong = shown.chars().find_map(|it| {
                let before = before.replace(it);
                let why = forbidden(it, context.locale).filter(|_| !chooses_emoji(it, before))?;
                Some((it, why))
            });
            if let Some((character, why)) = wrong {
                let span = span_of(file.source, text.raw).unwrap_or(0..0);
                report(hits, context, span, character, why);
            }
        }
    }
}

fn report(
    hits: &mut Hits,
    context: &FileContext<'_, '_>,
    span: std::ops::Range<usize>,
    character: char,
    why: &str,
) {
    let file = context.file;
    let start = span.start;
    let text = format!("U+{:04X} is {why}", u32::from(character));
    let is_escape = file.source.get(span.clone()).is_none_or(|it| !it.starts_with(character));
    let hit = hits.add(context.place(span.clone()), text).help(help(character));
    if !is_escape && is_of_no_width(character) && leaves_text(file.source, start) {
        hit.fix(span, "");
    }
    let in_comment = file
        .source
        .get(..start)
        .is_some_and(|before| before.rsplit('\n').next().is_some_and(|line| line.starts_with('#')));
    let starts_before = |it: &faq_l10n::Outline<'_, '_>| {
        span_of(file.source, it.id()).is_some_and(|id| id.start <= start)
    };
    if let Some(message) =
        file.outlines.iter().take_while(starts_before).last().filter(|_| !in_comment)
    {
        hit.message(fluent_id(message));
    }
}

/// Whether the line at `place` has anything left without such characters; else the message would have no text, and be none.
fn leaves_text(source: &str, place: usize) -> bool {
    let before = source.get(..place).and_then(|it| it.rsplit('\n').next()).unwrap_or_default();
    let after = source.get(place..).and_then(|it| it.split('\n').next()).unwrap_or_default();
    let left: String = [before, after].concat().chars().filter(|it| !is_of_no_width(*it)).collect();
    let left = left.trim();
    !(left.is_empty() || left.ends_with(['=', ']']))
}

fn help(character: char) -> &'static str {
    match character {
        '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => {
            "remove it; where a word of the other direction stands wrong, write it as a placeable, or put a mark \
             (U+200E, U+200F) beside it in a right-to-left language"
        }
        _ => "remove it, or copy the text again without its formatting",
    }
}

/// Whether taking it out changes nothing that readers see.
fn is_of_no_width(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn a_text_of_nothing_else_is_not_taken_out_of_its_message() {
        let fixes = |text: &str| {
            let tree = format!("--- en-US/a.ftl\na = x\n--- de/a.ftl\na = {text}\n");
            let found = crate::Example::parse(&tree).expect("an example").check().findings;
            let of_rule = found.into_iter().filter(|it| it.rule == "forbidden-character");
            of_rule.map(|it| it.fix.is_some()).collect::<Vec<_>>()
        };
        assert_eq!(fixes("x\u{200b}y"), [true]);
        assert_eq!(fixes("\u{200b}"), [false]);
        assert_eq!(fixes("{ $n ->\n    [one] \u{200b}\n   *[other] x\n    }"), [false]);
    }

    #[test]
    fn what_no_reader_sees_is_reported_where_it_stands() {
        let tree = "--- en-US/faq.ftl\na = x\nb = y\nc = z\n--- es/faq.ftl\n# note \u{202e}\na = uno\u{200b}dos\nb = { \"\\u202E\" }tres\nc = \u{1b}[31m \u{e0041}\n";
        insta::assert_snapshot!(report("forbidden-character", tree));
    }

    #[test]
    fn embeddings_are_refused_in_every_language_with_advice() {
        for character in ["\u{202a}", "\u{202b}", "\u{202c}", "\u{2067}"] {
            let tree = format!("--- en-US/faq.ftl\na = x\n--- ar/faq.ftl\na = نص{character}\n");
            let found = report("forbidden-character", &tree);
            assert!(found.contains("write it as a placeable"), "{found}");
        }
    }

    #[test]
    fn spaces_without_width_stand_only_in_scripts_that_part_words_so() {
        for (locale, allowed) in
            [("lo", true), ("km", true), ("th", true), ("my", true), ("vi", false), ("ja", false)]
        {
            let tree = format!("--- en-US/faq.ftl\na = x\n--- {locale}/faq.ftl\na = x\u{200b}y\n");
            assert_eq!(report("forbidden-character", &tree).is_empty(), allowed, "{locale}");
        }
    }

    #[test]
    fn marks_and_joiners_are_allowed_where_the_language_needs_them() {
        let tree = "--- en-US/faq.ftl\na = x\n--- ar/faq.ftl\na = \u{200f}نص\u{200e}\u{200c}\n--- hi/faq.ftl\na = क्\u{200d}ष\r\n--- fr/faq.ftl\na = « x\u{a0}»\u{202f}!\n";
        assert_eq!(report("forbidden-character", tree), "");
    }

    fn findings(spanish: &str) -> Vec<crate::Finding> {
        let tree = format!("--- en-US/a.ftl\na = x\nb = y\n--- es/a.ftl\n{spanish}");
        let mut findings = crate::Example::parse(&tree).expect("an example").check().findings;
        findings.retain(|finding| finding.rule == super::RULE.name);
        findings
    }

    #[test]
    fn only_what_has_no_width_and_is_no_escape_can_be_taken_out() {
        for (text, mended) in [
            ("a = x\u{200b}y\n", true),
            ("\u{feff}a = x\u{200b}y\n", true),
            ("a = x\u{202e}y\n", false),
            ("a = { \"\\u200B\" }\n", false),
            ("a = { \"\u{202e}\" }\n", false),
        ] {
            let found = findings(text);
            let [finding] = found.as_slice() else { panic!("{text:?}: {found:?}") };
            let edit = finding.fix.as_ref().map(|fix| fix.edit.span.clone());
            let at = text.find('\u{200b}').map(|at| at..at + 3).filter(|_| mended);
            assert_eq!(edit, at, "{text:?}");
        }
    }

    #[test]
    fn what_looks_like_an_escape_outside_of_quotation_marks_is_text() {
        assert_eq!(findings("a = \\u202E { 1 }\n"), []);
    }

    #[test]
    fn what_makes_a_sign_an_emoji_stands_after_no_letter() {
        assert_eq!(
            findings("a = ☺\u{fe0f} 1\u{fe0f}\u{20e3} ©\u{fe0f} { \"\\u2764\\uFE0F\" }\n"),
            []
        );
        let found = findings("a = Guardar\u{fe0f}\nb = { \"x\\uFE0F\" }\n");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|it| it.text.contains("variation selector")), "{found:?}");
    }

    #[test]
    fn a_character_in_a_comment_belongs_to_no_message() {
        let found = findings("a = x\n# \u{202e}\nb = \u{202e}y\n");
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_deref()).collect();
        assert_eq!(messages, [None, Some("b")]);
    }

    #[test]
    fn a_control_character_among_plain_letters_is_reported() {
        let tree = "--- en-US/a.ftl\na = x\n--- de/a.ftl\na = Ja\u{7f}nein\n";
        assert!(crate::example::report("forbidden-character", tree).contains("U+007F"));
    }

    #[test]
    fn what_stands_after_a_character_of_four_bytes_is_looked_at_too() {
        let tree = "--- en-US/a.ftl\na = x\n--- de/a.ftl\na = 😀 Ja\u{202e}nein\n";
        assert!(crate::example::report("forbidden-character", tree).contains("U+202E"));
    }
}
