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
        hits.add(Place::Span(duplicate.second.file(), span), text)
            .help(format!("remove one of the two, or rename it; the first stands in line {line}"))
            .message(id);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn two_texts_of_one_id_are_reported_and_so_are_a_term_and_a_message_of_one_id() {
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n";
        let said = |spanish: &str| {
            let tree = format!("{catalog}--- en-US/a.ftl\ntitle = x\n--- es/a.ftl\n{spanish}");
            report("duplicate-message", &tree)
        };
        assert!(said("title = x\ntitle = y\n").contains("`title` is already defined in es/a.ftl"));
        assert!(
            said("-title = x\ntitle = y\n").contains("`title` and `-title` in es/a.ftl cannot")
        );
        assert_eq!(said("title = x\n-other = y\n"), "");
    }
}
