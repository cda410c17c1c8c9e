//! Rule `not-normalized`: letters with marks are single characters where Unicode has them (NFC).

use faq_l10n::span_of;
use icu_normalizer::ComposingNormalizer;

use crate::{
    context::{FileContext, fluent_id},
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "not-normalized",
    severities: Severities::WARNING,
    doc: include_str!("not-normalized.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    let file = context.file;
    if !context.look.may_change() {
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

/// How many bytes the two have in common at their end.
fn same_end(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
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
    fn the_finding_stands_at_the_first_letter_that_is_not_normal_in_its_message() {
        let text = "a = x\nb = e\u{301}xito\nc = z\n";
        let tree = format!("--- en-US/faq.ftl\na = x\nb = y\nc = z\n--- es/faq.ftl\n{text}");
        let example = Example::parse(&tree).expect("an example");
        let found = example.check().findings;
        let finding = found.iter().find(|it| it.rule == "not-normalized").expect("a finding");
        assert_eq!(text.get(finding.span.clone()), Some("e\u{301}"));
        assert_eq!(finding.message.as_deref(), Some("b"));
    }

    #[test]
    fn marks_in_another_order_are_reported() {
        let tree = "--- en-US/a.ftl\na = x\n--- he/a.ftl\na = ב\u{5bc}\u{5b0}\n";
        assert_eq!(crate::example::places("not-normalized", tree), ["\u{5bc}\u{5b0}"]);
        let right = "--- en-US/a.ftl\na = x\n--- he/a.ftl\na = ב\u{5b0}\u{5bc}\n";
        assert!(crate::example::places("not-normalized", right).is_empty());
    }
}
