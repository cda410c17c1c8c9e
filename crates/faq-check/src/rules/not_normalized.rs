//! Rule `not-normalized`: letters with marks are single characters where Unicode has them (NFC).

use faq_l10n::span_of;
use icu_normalizer::ComposingNormalizer;

use crate::{
    context::{LocaleContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "not-normalized",
    severities: Severities::WARNING,
    doc: include_str!("not-normalized.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let normalizer = ComposingNormalizer::new_nfc();
    for (index, file) in
        context.files.files.iter().enumerate().filter(|(_, file)| !file.source.is_ascii())
    {
        let (clean, rest) = normalizer.split_normalized(file.source);
        if rest.is_empty() {
            continue;
        }
        let at = clean.len();
        let end = at + rest.chars().take(2).map(char::len_utf8).sum::<usize>();
        let text = "from here on the file is not in normal form (NFC)";
        let hit = hits
            .add(Place::Span(index, at..end), text)
            .help("save it in normal form; `é` is one character, not `e` and an accent");
        let starts_before = |it: &faq_l10n::Outline<'_, '_>| {
            span_of(file.source, it.id()).is_some_and(|id| id.start <= at)
        };
        if let Some(message) = file.outlines.iter().take_while(starts_before).last() {
            hit.message(fluent_id(message));
        }
    }
}
