//! Rule `not-normalized`: letters with marks are single characters where Unicode has them (NFC).

use faq_l10n::span_of;
use icu_normalizer::ComposingNormalizer;

use crate::{
    context::{FileContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::byte_scan::find_all,
};

pub(super) const RULE: Rule = Rule {
    name: "not-normalized",
    severities: Severities::WARNING,
    doc: include_str!("not-normalized.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let file = context.file;
    if !may_change(file.source.as_bytes()) {
        return;
    }
    let normalizer = ComposingNormalizer::new_nfc();
    let (clean, rest) = normalizer.split_normalized(file.source);
    if rest.is_empty() {
        return;
    }
    let at = clean.len();
    let end = at + rest.chars().take(2).map(char::len_utf8).sum::<usize>();
    let text = "from here on the file is not in normal form (NFC)";
    let hit = hits
        .add(context.place(at..end), text)
        .help("save it in normal form; `é` is one character, not `e` and an accent");
    // A stroke after `=` would make one character of both, and the message would be none any more.
    if !rest.contains("=\u{338}") {
        let normal = normalizer.normalize(rest);
        let same = same_end(rest, &normal);
        let text = normal.get(..normal.len() - same).unwrap_or_default();
        hit.fix(at..file.source.len() - same, text);
    }
    let starts_before = |it: &faq_l10n::Outline<'_, '_>| {
        span_of(file.source, it.id()).is_some_and(|id| id.start <= at)
    };
    if let Some(message) = file.outlines.iter().take_while(starts_before).last() {
        hit.message(fluent_id(message));
    }
}

/// A quick look: whether the normal form may be another text. It is not in texts of Latin, Cyrillic, Greek or Armenian
/// letters, of Chinese characters, kana or Hangul syllables without marks of their own.
fn may_change(bytes: &[u8]) -> bool {
    find_all(bytes, may_change_at).next().is_some()
}

/// Whether a character that starts with these bytes may have another normal form, alone or beside others.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
fn may_change_at(byte: u8, next: u8, after: u8) -> bool {
    let within = |it: u8, from: u8, to: u8| (it >= from) & (it <= to);
    within(byte, 0xCC, 0xCD)
        | ((byte == 0xCE) & (next == 0x87))
        | ((byte == 0xD2) & within(next, 0x83, 0x87))
        | within(byte, 0xD6, 0xD9)
        | within(byte, 0xDB, 0xE0)
        | ((byte == 0xE1) & !within(next, 0xB8, 0xBB))
        // General punctuation beyond the quads, arrows, boxes and most signs stay as they are.
        | ((byte == 0xE2) & (next == 0x80) & (after <= 0x81))
        | ((byte == 0xE2) & ((next == 0x83) | (next == 0x84) | (next == 0x8C) | (next >= 0xAB)))
        | ((byte == 0xE3) & ((next == 0x80) | (next == 0x82)))
        | (byte == 0xEA)
        | ((byte == 0xEF) & (next < 0xBC))
        | (byte >= 0xF0)
}

/// How many bytes the two have in common at their end.
fn same_end(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use icu_normalizer::ComposingNormalizer;
    use icu_properties::{CodePointMapData, props::CanonicalCombiningClass};

    use crate::Example;

    #[test]
    fn the_fix_changes_nothing_but_what_is_not_normal() {
        let text = "a = Vi\u{301}ctimas\nb = e\u{301}xito, si\u{301}\nc = ñ\n";
        let tree = format!("--- en-US/faq.ftl\na = x\nb = y\nc = z\n--- es/faq.ftl\n{text}");
        let example = Example::parse(&tree).expect("an example");
        let findings = example.check().findings;
        let fix = findings.into_iter().find_map(|it| Some(it.fix?.edit)).expect("a fix");
        let mut fixed = text.to_owned();
        fixed.replace_range(fix.span.clone(), &fix.text);
        assert_eq!(fixed, "a = Víctimas\nb = éxito, sí\nc = ñ\n");
        assert_eq!(text.get(fix.span.end..), Some("\nc = ñ\n"));
    }

    #[test]
    fn the_quick_look_passes_over_no_character_that_may_change() {
        let normalizer = ComposingNormalizer::new_nfc();
        let classes = CodePointMapData::<CanonicalCombiningClass>::new();
        for character in (0x80..=0x10_FFFF).filter_map(char::from_u32) {
            let text = character.to_string();
            let alone = normalizer.is_normalized(&text);
            let starts = classes.get(character) == CanonicalCombiningClass::NotReordered;
            // A letter before it, or a Hangul syllable, may become one with it.
            let joins = ["a", "\u{1100}", "가", "\u{915}", "か", "\u{3b1}", "\u{627}"]
                .iter()
                .any(|before| !normalizer.is_normalized(&format!("{before}{character}")));
            assert!(
                (alone && starts && !joins) || super::may_change(text.as_bytes()),
                "U+{:04X}",
                u32::from(character)
            );
        }
    }
}
