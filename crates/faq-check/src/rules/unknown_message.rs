//! Rule `unknown-message`: messages that nobody shows.

use faq_l10n::{Features, Kind};

use super::did_you_mean;
use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unknown-message",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("unknown-message.md"),
    judge: Judge::Message(Features::UNPAIRED.and(Features::CATALOG), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A locale may define terms of its own: its glossary.
    if context.message.kind() == Kind::Term {
        return;
    }
    let id = context.message.id();
    let absent =
        |known: &&str| context.locale.files.same(context.file.name, Kind::Message, known).is_none();
    let suggestion = match context.locale.catalog {
        Some(catalog) if !catalog.contains_key(id) => {
            did_you_mean(id, catalog.keys().map(String::as_str).filter(absent))
        }
        None if !context.locale.is_reference() && context.reference.is_none() => {
            // A file that the reference has not is for `orphaned-file` to report, as one.
            let Some(file) =
                context.locale.reference.files.get(context.reference_file.unwrap_or(usize::MAX))
            else {
                return;
            };
            let known = file.outlines.iter().filter(|it| it.kind() == Kind::Message);
            did_you_mean(id, known.map(|it| it.id()).filter(absent))
        }
        Some(_) | None => return,
    };
    let hit = context.at_id(hits, format!("nothing shows the message `{id}`"));
    match suggestion {
        Some(name) => hit.help(format!("did you mean `{name}`?")),
        None => hit.help("remove it"),
    };
}
