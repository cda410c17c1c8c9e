//! Rule `duplicate-message`: one id, two texts.

use faq_content::Position;
use faq_l10n::{Kind, LocaleFiles, MessageRef, Outline, span_of};
use rustc_hash::FxHashMap;

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
    // With a catalog, all files are one.
    if context.catalog.is_none() && !context.is_reference() {
        terms_in_two_files(context, hits);
    }
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

/// Terms that the reference has in one file: a program that loads this one alone would take the other for missing, so one of the two
/// is there by mistake.
fn terms_in_two_files(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let mut known: FxHashMap<&str, MessageRef> = FxHashMap::default();
    for (place, term) in terms(context.files) {
        let first = *known.entry(term.id()).or_insert(place);
        if first.file() == place.file() {
            continue;
        }
        let mut of_reference = terms(context.reference).filter(|(_, it)| it.id() == term.id());
        let (Some((right, _)), None) = (of_reference.next(), of_reference.next()) else { continue };
        let name = |files: &LocaleFiles<'_>, place: MessageRef| {
            files.files.get(place.file()).map(|it| it.name.to_owned())
        };
        let right = name(context.reference, right);
        let (wrong, other) =
            if name(context.files, place) == right { (first, place) } else { (place, first) };
        let Some((file, wrong_term)) = context.files.at(wrong) else { continue };
        let Some((other_file, _)) = context.files.at(other) else { continue };
        let id = fluent_id(term);
        let text = format!("`{id}` is defined in {} as well", other_file.path);
        let span = span_of(file.source, wrong_term.id()).unwrap_or(0..0);
        hits.add(Place::Span(wrong.file(), span), text)
            .help("remove this one; the reference has it in one file only")
            .message(id);
    }
}

fn terms<'f, 's>(
    files: &'f LocaleFiles<'s>,
) -> impl Iterator<Item = (MessageRef, Outline<'f, 's>)> {
    files.messages().filter(|(_, it)| it.kind() == Kind::Term)
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

    #[test]
    fn a_term_in_two_files_is_reported_where_the_reference_has_it_in_one() {
        let said = |reference: &str| {
            let tree = format!(
                "--- en-US/a.ftl\n-app = Fox\n--- en-US/b.ftl\n{reference}x = y\n--- es/a.ftl\n-app = Fox\n--- es/b.ftl\n-app = Zorro\nx = y\n"
            );
            report("duplicate-message", &tree)
        };
        let report = said("");
        assert!(report.contains("`-app` is defined in es/a.ftl as well"), "{report}");
        assert!(report.contains("es/b.ftl:1"), "{report}");
        assert_eq!(said("-app = Fox\n"), "");
    }
}
