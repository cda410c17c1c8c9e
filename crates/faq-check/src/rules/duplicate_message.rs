//! Rule `duplicate-message`: one id, two texts.

use faq_content::Position;
use faq_l10n::span_of;

use crate::{
    context::{LocaleContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-message",
    severities: Severities::ERROR,
    doc: include_str!("duplicate-message.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    for duplicate in &context.files.duplicates {
        let (Some((first_file, first)), Some((file, second))) =
            (context.files.at(duplicate.first), context.files.at(duplicate.second))
        else {
            continue;
        };
        let id = fluent_id(second);
        // The line stands in the help: what is said has to stay the same when lines move.
        let place = first_file.path;
        let line = span_of(first_file.source, first.id())
            .map_or(1, |span| Position::of(first_file.source, span.start).line);
        let text = if first.kind() == second.kind() {
            format!("`{id}` is already defined in {place}; this text is never shown")
        } else {
            format!("`{id}` and `{}` in {place} cannot both exist", fluent_id(first))
        };
        let span = span_of(file.source, second.id()).unwrap_or(0..0);
        hits.add(Place::Span(duplicate.second.file, span), text)
            .help(format!("remove one of the two, or rename it; the first stands in line {line}"))
            .message(id);
    }
}
