//! Rule `cannot-be-shown`: what no rule objects to and no reader would see.

use faq_l10n::{FormatFailure, Kind, span_of};

use crate::{
    context::LocaleContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "cannot-be-shown",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("cannot-be-shown.md"),
    judge: Judge::Remaining(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let (Some(catalog), Some(messages)) = (context.catalog, &context.messages) else { return };
    for id in catalog.keys() {
        let (Some(place), Err(failure)) =
            (context.files.find(Kind::Message, id), messages.format(id))
        else {
            continue;
        };
        let Some((file, outline)) = context.files.at(place) else { continue };
        let why = match failure {
            FormatFailure::Missing => "nothing is left of it when it is put together".to_owned(),
            FormatFailure::Unsafe(_) => "it is too large".to_owned(),
            FormatFailure::Broken(reason) => reason,
        };
        let span = span_of(file.source, outline.id()).unwrap_or(0..0);
        hits.add(Place::Span(place.file, span), format!("`{id}` cannot be shown: {why}"))
            .help("write the text out, as the reference does")
            .message(id);
    }
}
