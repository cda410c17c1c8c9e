//! Rule `forbidden-character`: characters that nobody sees and that change what is seen.

use faq_content::Direction;
use faq_l10n::{Features, TextKind, span_of};

use crate::{
    context::{FileContext, LocaleContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::byte_scan::find_all,
};

pub(super) const RULE: Rule = Rule {
    name: "forbidden-character",
    severities: Severities::ERROR,
    doc: include_str!("forbidden-character.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let file = context.file;
    let text = file.source.trim_start_matches('\u{feff}');
    let skipped = file.source.len() - text.len();
    for at in find_all(text.as_bytes(), is_suspect) {
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            continue;
        };
        if let Some(why) = forbidden(character, context.locale) {
            let start = at + skipped;
            report(hits, context, start..start + character.len_utf8(), character, why);
        }
    }
    escapes(context, hits);
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
            if let Some((character, why)) =
                shown.chars().find_map(|it| Some((it, forbidden(it, context.locale)?)))
            {
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
    if !is_escape && is_of_no_width(character) {
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
    matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character that may be forbidden starts with these bytes.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn is_suspect(byte: u8, next: u8, after: u8) -> bool {
    let within = |it: u8, from: u8, to: u8| (it >= from) & (it <= to);
    let control = (byte < 0x20) & (byte != b'\n') & (byte != b'\t');
    let ends_line = (byte == b'\r') & (next == b'\n');
    (control & !ends_line)
        | (byte == 0x7F)
        | ((byte == 0xC2) & (next < 0xA0))
        | ((byte == 0xCD) & (next == 0x8F))
        | ((byte == 0xD8) & (next == 0x9C))
        | ((byte == 0xE1) & ((next == 0x85) | (next == 0x9E) | (next == 0xA0)))
        | ((byte == 0xE2)
            & (next == 0x80)
            & (within(after, 0x8B, 0x8F) | within(after, 0xA8, 0xAE)))
        | ((byte == 0xE2) & (next == 0x81) & (after >= 0xA0))
        | ((byte == 0xE3) & (next == 0x85) & (after == 0xA4))
        | ((byte == 0xEF)
            & ((next <= 0xA3)
                | ((next == 0xB8) & (after <= 0x8F))
                | ((next == 0xBB) & (after == 0xBF))
                | ((next == 0xBE) & (after == 0xA0))
                | ((next == 0xBF) & (after >= 0xB9))))
        | (byte == 0xEE)
        | (byte >= 0xF3)
}

/// Why a character may not stand in this locale's files, if it may not.
fn forbidden(character: char, context: &LocaleContext<'_, '_>) -> Option<&'static str> {
    forbidden_in(character, context.script.code.as_str(), context.dir)
}

#[cfg(test)]
fn is_ever_forbidden(character: char) -> bool {
    forbidden_in(character, "Latn", Direction::Ltr).is_some()
}

fn forbidden_in(character: char, script: &str, dir: Direction) -> Option<&'static str> {
    match u32::from(character) {
        0x09 | 0x0A => None,
        0x0D => Some("a carriage return that ends no line"),
        0x00..=0x1F | 0x7F..=0x9F => Some("a control character"),
        0x20..=0x34E | 0x350..=0x61B => None,
        0x61C | 0x200E | 0x200F if dir == Direction::Rtl => None,
        0x61C | 0x200E | 0x200F => {
            Some("a direction mark, which only right-to-left languages need")
        }
        0x200B if matches!(script, "Laoo" | "Khmr" | "Thai" | "Mymr") => None,
        0x200C | 0x200D if joins(script) => None,
        0x34F | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x3164 | 0xFFA0 => {
            Some("a filler that nobody sees")
        }
        0x180B..=0x180D | 0x180F | 0xFE00..=0xFE0E | 0xE0100..=0xE01EF => {
            Some("an invisible variation selector")
        }
        0x180E | 0x200B..=0x200D | 0x2060..=0x2065 | 0xFEFF => {
            Some("an invisible character of no width")
        }
        0x2028 | 0x2029 => Some("an invisible line break"),
        0x202A..=0x202E | 0x2066..=0x206F => {
            Some("an invisible character that changes the reading direction")
        }
        0xFFF9..=0xFFFB => Some("an invisible annotation"),
        0xFFFD => Some("the sign for a character that was lost"),
        0xE000..=0xF8FF | 0xF0000.. => Some("a private character, which readers see as a box"),
        0xE0000..=0xE0FFF => Some("an invisible tag"),
        0xFFFE | 0xFFFF => Some("no character at all"),
        _ => None,
    }
}

/// Whether words of the script need the zero-width joiner and non-joiner.
fn joins(script: &str) -> bool {
    matches!(
        script,
        "Arab"
            | "Aran"
            | "Beng"
            | "Deva"
            | "Gujr"
            | "Guru"
            | "Khmr"
            | "Knda"
            | "Mlym"
            | "Mong"
            | "Mymr"
            | "Nkoo"
            | "Orya"
            | "Sinh"
            | "Syrc"
            | "Taml"
            | "Telu"
            | "Tibt"
    )
}

#[cfg(test)]
mod tests {
    use crate::{example::report, text::byte_scan::find_all};

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
    fn the_quick_look_passes_over_no_character_that_is_forbidden() {
        let example = crate::Example::parse("--- en-US/a.ftl\na = x\n").expect("an example");
        let checked = example.check();
        assert!(checked.findings.is_empty());
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let text = character.to_string();
            let suspected = find_all(text.as_bytes(), super::is_suspect).next() == Some(0);
            assert!(
                suspected || !super::is_ever_forbidden(character),
                "U+{:04X}",
                u32::from(character)
            );
        }
    }

    #[test]
    fn marks_and_joiners_are_allowed_where_the_language_needs_them() {
        let tree = "--- en-US/faq.ftl\na = x\n--- ar/faq.ftl\na = \u{200f}نص\u{200e}\u{200c}\n--- hi/faq.ftl\na = क्\u{200d}ष\r\n--- fr/faq.ftl\na = « x\u{a0}»\u{202f}!\n";
        assert_eq!(report("forbidden-character", tree), "");
    }

    #[test]
    fn each_kind_of_character_has_its_own_reason() {
        for (characters, reason) in [
            ("\t\n \u{34e}\u{350}\u{61b}é\u{fe0f}", ""),
            ("\r", "carriage return"),
            ("\0\u{1f}\u{7f}\u{9f}", "control character"),
            ("\u{61c}\u{200e}\u{200f}", "direction mark"),
            ("\u{34f}\u{115f}\u{1160}\u{17b4}\u{3164}\u{ffa0}", "filler"),
            ("\u{180b}\u{180f}\u{fe00}\u{fe0e}\u{e0100}", "variation selector"),
            ("\u{180e}\u{200b}\u{200c}\u{2060}\u{feff}", "no width"),
            ("\u{2028}\u{2029}", "line break"),
            ("\u{202a}\u{202e}\u{2066}\u{206f}", "reading direction"),
            ("\u{fff9}\u{fffb}", "annotation"),
            ("\u{fffd}", "lost"),
            ("\u{e000}\u{f8ff}\u{f0000}\u{10fffd}", "box"),
            ("\u{e0000}\u{e0041}\u{e0fff}", "tag"),
            ("\u{fffe}\u{ffff}", "no character"),
        ] {
            for character in characters.chars() {
                let said = super::forbidden_in(character, "Latn", faq_content::Direction::Ltr);
                assert_eq!(said.is_none(), reason.is_empty(), "{character:?}");
                assert!(said.unwrap_or_default().contains(reason), "{character:?}: {said:?}");
            }
        }
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
    fn a_character_in_a_comment_belongs_to_no_message() {
        let found = findings("a = x\n# \u{202e}\nb = \u{202e}y\n");
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_deref()).collect();
        assert_eq!(messages, [None, Some("b")]);
    }
}
