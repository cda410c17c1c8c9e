//! Rule `unknown-message`: messages that nobody shows.

use faq_l10n::{Features, Kind, SyntaxError};

use super::did_you_mean;
use crate::{
    context::{LocaleContext, MessageContext},
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
            // The reference has it and cannot be read there, which is for `syntax-error` to report.
            let is_lost = |error: &SyntaxError| {
                let lost = file.source.get(error.lost.clone()).unwrap_or_default();
                lost.strip_prefix(id)
                    .is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
            };
            if file.syntax_errors.iter().any(is_lost) {
                return;
            }
            let known = file.outlines.iter().filter(|it| it.kind() == Kind::Message);
            did_you_mean(id, known.map(|it| it.id()).filter(absent))
        }
        Some(_) | None => return,
    };
    let hit = context.at_id(hits, format!("nothing shows the message `{id}`"));
    match (suggestion, elsewhere(context)) {
        (_, Some(name)) => hit.help(format!("the reference has it in `{name}`: move it there")),
        (Some(name), None) => hit.help(format!("did you mean `{name}`?")),
        (None, None) => hit.help("remove it"),
    };
}

/// The file in which the reference has the message, where it is another one and this locale has it not.
fn elsewhere<'a>(context: &MessageContext<'a, '_>) -> Option<&'a str> {
    let LocaleContext { files, reference, .. } = *context.locale;
    let id = context.message.id();
    let (file, _) = reference.at(reference.find(Kind::Message, id)?)?;
    let is_missing = files.same(file.name, Kind::Message, id).is_none();
    (is_missing && context.locale.catalog.is_none()).then_some(file.name)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn a_message_in_the_wrong_file_is_told_where_it_belongs() {
        let tree = "--- en-US/a.ftl\na = A\n--- en-US/b.ftl\nb = B\n--- es/a.ftl\na = A\nb = B\n--- es/b.ftl\n";
        let found = report("unknown-message", tree);
        assert!(found.contains("help: the reference has it in `b.ftl`: move it there"), "{found}");
    }

    #[test]
    fn a_mistyped_name_is_told_the_right_one() {
        let tree =
            "--- en-US/a.ftl\n-menu-clos = A\nmenu-close = A\n--- es/a.ftl\nmenu-cloes = A\n";
        assert!(report("unknown-message", tree).contains("did you mean `menu-close`?"));
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n";
        let tree = format!(
            "{catalog}--- en-US/a.ftl\ntitle = x\nq-question = x\nq-a = y\n--- es/a.ftl\nq-questoin = x\n"
        );
        let report = report("unknown-message", &tree);
        assert!(report.contains("nothing shows the message `q-questoin`"), "{report}");
        assert!(report.contains("did you mean `q-question`?"), "{report}");
    }

    #[test]
    fn a_message_that_stands_in_its_own_file_too_is_to_be_removed() {
        let tree = "--- en-US/a.ftl\na = A\n--- en-US/b.ftl\nb = B\n--- es/a.ftl\na = A\nb = B\n--- es/b.ftl\nb = B\n";
        assert!(report("unknown-message", tree).contains("help: remove it"));
    }
}
