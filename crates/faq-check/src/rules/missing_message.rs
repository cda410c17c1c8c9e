//! Rule `missing-message`: what a locale should have and has not.

use faq_content::Role;
use faq_l10n::{FtlFile, Kind, MessageRef, offered, span_of};

use crate::{
    context::{FileContext, LocaleContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    report::count,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "missing-message",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("missing-message.md"),
    judge: Judge::FileThenLocale(judge_file, judge_locale),
};

/// What a file should have by the reference's file of its name. A catalog does not say which file that is.
fn judge_file(file: &FileContext<'_, '_>, hits: &mut Hits) {
    let context = file.locale;
    let Some(pairs) = context.pairing.files.get(file.index).filter(|_| context.catalog.is_none())
    else {
        return;
    };
    // Of messages that are missing in a row, all have their place after the same one.
    let mut before: Option<(MessageRef, Option<Place>)> = None;
    for missing in pairs.missing.iter().copied() {
        let Some((_, message)) = context.reference.at(missing) else { continue };
        let row = before.take().filter(|(it, _)| it.message() + 1 == missing.message());
        let place = row.map_or_else(|| place(context, missing), |(_, place)| place);
        before = Some((missing, place.clone()));
        let id = fluent_id(message);
        if is_lost(file.file, &id) {
            continue;
        }
        let what = match message.kind() {
            Kind::Message => "message",
            Kind::Term => "term",
        };
        report(context, hits, &id, what, Some(missing), place);
    }
}

/// What a locale should have by its catalog, and the files that it should have by the reference.
fn judge_locale(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if let Some(catalog) = context.catalog {
        for message in
            catalog.values().filter(|it| context.files.find(Kind::Message, &it.id).is_none())
        {
            if context.files.files.iter().any(|file| is_lost(file, &message.id)) {
                continue;
            }
            let expected = context.reference.find(Kind::Message, &message.id);
            let place = expected.and_then(|expected| place(context, expected));
            report(context, hits, &message.id, role(&message.role), expected, place);
        }
    } else {
        for index in &context.pairing.missing_files {
            report_file(context, hits, *index);
        }
    }
}

/// Reports a whole file as one finding.
fn report_file(context: &LocaleContext<'_, '_>, hits: &mut Hits, index: usize) {
    let Some(file) = context.reference.files.get(index).filter(|file| !file.outlines.is_empty())
    else {
        return;
    };
    let messages = count(file.outlines.len(), "message");
    let text = format!("the file `{}` is missing, with {messages}", file.name);
    let help = format!("copy it from `{}` and translate it", file.path);
    hits.add(Place::Path(context.path_of(file.name)), text).help(help);
}

/// Whether the message is there and could not be read, which `syntax-error` says already.
fn is_lost(file: &FtlFile<'_>, id: &str) -> bool {
    file.syntax_errors.iter().any(|error| {
        let lost = file.source.get(error.lost.clone()).unwrap_or_default();
        super::syntax_error::message_id(lost) == Some(id)
    })
}

fn report(
    context: &LocaleContext<'_, '_>,
    hits: &mut Hits,
    id: &str,
    what: &str,
    expected: Option<MessageRef>,
    place: Option<Place>,
) {
    // Only a catalog's languages are begun by `new-locale`; to look through every file for every text takes long in a large tree.
    if let Some(waiting) = context.catalog.and_then(|_| waiting(context, id)) {
        hits.add(waiting, format!("the {what} `{id}` is not translated yet"))
            .help("remove `# >> ` from its lines and put your words behind the `=`")
            .message(id);
        return;
    }
    let place = place.unwrap_or_else(|| Place::Path(context.folder.path.clone()));
    hits.add(place, format!("the {what} `{id}` is missing"))
        .help(help(context, id, expected))
        .message(id);
}

/// Where the text stands as a comment that waits for its translation.
fn waiting(context: &LocaleContext<'_, '_>, id: &str) -> Option<Place> {
    let files = context.files.files.iter().enumerate();
    let mut places =
        files.filter_map(|(index, file)| Some(Place::Span(index, offered(file.source, id)?)));
    places.next()
}

/// After the message that comes before it in the reference, or else the file where it belongs.
fn place(context: &LocaleContext<'_, '_>, expected: MessageRef) -> Option<Place> {
    let (reference_file, _) = context.reference.at(expected)?;
    let Some(index) = context.files.file(reference_file.name) else {
        return Some(Place::Path(context.path_of(reference_file.name)));
    };
    let neighbour = (0..expected.message()).rev().find_map(|before| {
        let message = reference_file.outlines.get(before)?;
        let place = context.files.in_file(index, message.kind(), message.id())?;
        let (file, outline) = context.files.at(place)?;
        span_of(file.source, outline.id())
    });
    Some(Place::Span(index, neighbour.unwrap_or(0..0)))
}

fn help(context: &LocaleContext<'_, '_>, id: &str, expected: Option<MessageRef>) -> String {
    let source = expected.and_then(|it| context.reference.at(it)).and_then(|(file, outline)| {
        let start = span_of(file.source, outline.id())?.start;
        file.source.get(start..).map(entry)
    });
    match source.filter(|_| !context.is_reference()) {
        Some(entry) => {
            let sign = if id.starts_with('-') { "-" } else { "" };
            let entry = entry.replace("\r\n", "\n");
            format!("add it and translate what stands after the `=`:\n{sign}{entry}")
        }
        None => format!("add it: `{id} = …`"),
    }
}

/// The entry that a text starts with: its first line, and all that follow and go on with it.
fn entry(text: &str) -> &str {
    let goes_on = |line: &str| line.trim().is_empty() || line.starts_with([' ', '}', '[', '*']);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    let others: usize = lines.take_while(|line| goes_on(line)).map(str::len).sum();
    text.get(..first + others).unwrap_or_default().trim_end()
}

fn role(role: &Role<'_>) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Interface => "interface text",
        Role::Question => "question",
        Role::Paragraph => "paragraph",
        Role::Attribution => "attribution",
        Role::Quotation { .. } => "quotation",
        Role::Lead => "lead-in",
        Role::Item => "list item",
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    const CATALOG: &str = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n--- en-US/a.ftl\ntitle = x\nq-question = x\nq-a = y\n--- es/a.ftl\n";

    fn said(spanish: &str) -> String {
        let english =
            "--- en-US/a.ftl\na = x\n-t = y\n--- en-US/b.ftl\nb = x\n--- en-US/c.ftl\n# empty\n";
        report("missing-message", &format!("{english}--- es/a.ftl\n{spanish}"))
    }

    #[test]
    fn a_file_that_is_missing_is_one_finding_unless_nothing_is_in_it() {
        let found = said("a = x\n-t = y\n");
        assert!(found.contains("the file `b.ftl` is missing, with 1 message\n"), "{found}");
        assert!(!found.contains("c.ftl"), "{found}");
    }

    #[test]
    fn a_message_that_is_missing_is_given_with_the_text_of_the_reference() {
        let found = said("a = x\n");
        assert!(found.contains("the term `-t` is missing"), "{found}");
        assert!(found.contains("after the `=`:\n          -t = y"), "{found}");
    }

    #[test]
    fn a_message_of_several_lines_is_given_whole() {
        let entry = "n = { $x ->\n    [one] x\n   *[other] y\n}\n    .title = z\n";
        let crlf = entry.replace('\n', "\r\n");
        let tree =
            format!("--- en-US/a.ftl\n{crlf}# Of what follows.\na = x\n--- es/a.ftl\na = x\n");
        let findings = crate::Example::parse(&tree).expect("an example").check().findings;
        let missing = findings.iter().find(|it| it.rule == "missing-message").expect("a finding");
        let help = missing.help.as_deref().expect("a help");
        assert_eq!(help.split_once('\n').expect("two parts").1, entry.trim_end());
    }

    #[test]
    fn a_message_that_could_not_be_read_is_not_missing() {
        assert!(!said("a = { $x\n-t = y\n").contains("`a` is missing"));
    }

    #[test]
    fn what_cannot_be_read_in_another_file_is_another_message() {
        let tree = "--- en-US/a.ftl\na = x\nz = x\n--- en-US/b.ftl\nb = x\n--- es/a.ftl\nz = x\n--- es/b.ftl\na = { $x\nb = x\n";
        assert!(report("missing-message", tree).contains("`a` is missing"));
    }

    #[test]
    fn a_text_that_waits_is_shown_where_it_waits() {
        let tree = &format!("{CATALOG}title = y\n\n# >> q-question = x\nq-a = y\n");
        insta::assert_snapshot!(report("missing-message", tree), @r"
        error[missing-message]: the question `q-question` is not translated yet
         --> es/a.ftl:3:1
          |
        3 | # >> q-question = x
          | ^^^^^^^^^^^^^^^^^^^
          |
          = help: remove `# >> ` from its lines and put your words behind the `=`
        ");
    }

    #[test]
    fn a_catalog_says_what_the_message_is() {
        let found = report("missing-message", CATALOG);
        for said in ["the title `title`", "the question `q-question`", "the paragraph `q-a`"] {
            assert!(found.contains(said), "{found}");
        }
    }

    #[test]
    fn each_has_its_place_after_the_message_before_it() {
        let tree =
            "--- en-US/a.ftl\na = x\nb = x\nb2 = x\nc = x\nd = x\n--- es/a.ftl\na = x\nc = x\n";
        assert_eq!(crate::example::places("missing-message", tree), ["a", "a", "c"]);
    }

    #[test]
    fn a_file_that_is_missing_has_the_path_that_it_would_have() {
        let tree = "--- en-US/a.ftl\na = x\n--- en-US/b.ftl\nb = x\n--- es/a.ftl\na = x\n";
        let example = crate::Example::parse(tree).expect("an example");
        let findings = example.check().findings;
        let missing = findings.iter().find(|it| it.rule == "missing-message").expect("a finding");
        assert_eq!(&*missing.path, "es/b.ftl");
    }
}
