//! Rule `broken-markup`: HTML that a browser reads as it was meant.

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    markup::{Elements, Fault, Flaw, Page, has_html, of_root, pages, same_html},
    passages::GAP,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "broken-markup",
    severities: Severities::ERROR,
    doc: include_str!("broken-markup.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::LITERAL), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A catalog's texts have no markup at all, which is for `markup-in-text` to say.
    if context.locale.catalog.is_some() || !has_html(context.message) {
        return;
    }
    let reference = match context.reference {
        Some(reference) if same_html(reference, context.message) => return,
        Some(reference) => pages(reference),
        None if context.locale.is_reference() => Vec::new(),
        None => return,
    };
    let own = pages(context.message);
    let elements = Elements::of(if context.reference.is_some() { &reference } else { &own });
    let mut said: Vec<Broken<'_>> = Vec::new();
    for page in &own {
        for broken in broken(page, &reference, &elements, context.file.source) {
            // Variants have most of their text in common.
            if !said.contains(&broken) {
                context.at(hits, broken.part, broken.text.as_str()).help(broken.help.as_str());
                said.push(broken);
            }
        }
    }
}

#[derive(PartialEq)]
struct Broken<'s> {
    part: &'s str,
    text: String,
    help: String,
}

/// What is broken in `page` and not in the reference.
fn broken<'s>(
    page: &Page<'s>,
    reference: &[Page<'_>],
    elements: &Elements,
    source: &'s str,
) -> Vec<Broken<'s>> {
    let expected = of_root(reference, page.passage.attribute);
    let mut found = Vec::new();
    let mut say = |span: &std::ops::Range<usize>, text: String, help: String| {
        found.push(Broken { part: page.passage.in_file(source, span), text, help });
    };
    // Where the reference's own tags do not balance, they are no tags: `Usage: cat <file>`.
    let is_element = |name: &str| elements.has(name);
    if !expected.clone().any(|it| it.html.fault(is_element).is_some())
        && let Some(fault) = page.html.fault(is_element)
    {
        let (span, text, help) = fault_in_words(page, fault);
        say(span, text, help);
    }
    for tag in page.html.tags.iter().filter(|tag| elements.has(&tag.name)) {
        let in_reference =
            || expected.clone().flat_map(|it| &it.html.tags).any(|it| it.flaw == tag.flaw);
        if let Some(flaw) = tag.flaw.as_ref().filter(|_| !in_reference()) {
            let (text, help) = flaw_in_words(&page.passage.quote(&tag.span), flaw);
            say(&tag.span, text, help);
        }
    }
    // Whoever wrote the reference text may have characters of his own.
    for span in page.html.unknown.iter().filter(|_| !reference.is_empty()) {
        let name = page.passage.text.get(span.clone()).unwrap_or_default();
        if !expected.clone().any(|it| it.passage.text.contains(name)) {
            let help = "write it as the reference text does, or the character itself";
            say(span, format!("browsers do not know the character `{name}`"), help.to_owned());
        }
    }
    for sign in ["<", "</", "&"] {
        let joined = format!("{sign}{GAP}");
        let is_html = |it: &Page<'_>| !it.html.tags.is_empty() || it.passage.text.contains("&amp;");
        if let Some(at) = page.passage.text.find(&joined)
            && expected.clone().any(is_html)
            && !expected.clone().any(|it| it.passage.text.contains(&joined))
        {
            let span = at..at + joined.len();
            let text =
                format!("`{sign}` right before `{}` makes markup of it", placeable(page, &span));
            say(
                &(at..at + sign.len()),
                text,
                format!("remove the `{sign}`, or write a space after it"),
            );
        }
    }
    found
}

fn placeable(page: &Page<'_>, span: &std::ops::Range<usize>) -> String {
    page.passage.quote(&(span.end - GAP.len_utf8()..span.end))
}

fn fault_in_words<'h>(
    page: &Page<'_>,
    fault: Fault<'h>,
) -> (&'h std::ops::Range<usize>, String, String) {
    let quote = |span| page.passage.quote(span);
    match fault {
        Fault::Unclosed(tag) => (
            &tag.span,
            format!("`{}` is never closed", quote(&tag.span)),
            format!("write `</{}>` after the words that it is around", tag.name),
        ),
        Fault::Unopened(tag) => (
            &tag.span,
            format!("`{}` closes nothing", quote(&tag.span)),
            format!("remove it, or write `<{}>` before the words that it is around", tag.name),
        ),
        Fault::Crossed { tag, inner } => (
            &tag.span,
            format!("`{}` stands before the end of `{}`", quote(&tag.span), quote(&inner.span)),
            format!("close what was opened last first: `</{}></{}>`", inner.name, tag.name),
        ),
        Fault::Unfinished(tag) => (
            &tag.span,
            format!("the tag `<{}` has no end", tag.name),
            "write the tag as the reference text does, with its `>`".to_owned(),
        ),
    }
}

fn flaw_in_words(tag: &str, flaw: &Flaw) -> (String, String) {
    match flaw {
        Flaw::Twice(name) => {
            (format!("`{name}` stands twice in `{tag}`"), "remove one of the two".to_owned())
        }
        Flaw::Quotes => (
            format!("the quotation marks in `{tag}` do not fit together"),
            "write each value between two straight quotation marks: `name=\"value\"`".to_owned(),
        ),
        Flaw::Typographic(name) => (
            format!("the value of `{name}` is not in straight quotation marks in `{tag}`"),
            format!("write `{name}=\"…\"`"),
        ),
        Flaw::Space(name) => (
            format!("the value of `{name}` ends at its first space in `{tag}`"),
            format!("put quotation marks around the value: `{name}=\"…\"`"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "broken-markup",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn tags_that_do_not_fit_are_reported() {
        for (translation, text) in [
            ("<b>x", "`<b>` is never closed"),
            ("x</b>", "`</b>` closes nothing"),
            ("<b><i>x</b></i>", "`</b>` stands before the end of `<i>`"),
            ("<a href=\"x\">x</a", "the tag `<a` has no end"),
            ("<a href=\"x\" href=\"y\">x</a>", "`href` stands twice"),
            ("<a href=“x”>x</a>", "is not in straight quotation marks"),
            ("<a title=two words>x</a>", "ends at its first space"),
            ("<a href=\"x>x</a> <b class=\"y\">x</b>", "do not fit together"),
            ("<b>x</b>&nbps;!", "browsers do not know the character `&nbps;`"),
            ("<b>x</b> <{ $n }", "`<` right before `{ $n }` makes markup of it"),
            ("<b>x</b> { \"\\u003Cb>\" }", "`<b>` is never closed"),
        ] {
            let report = found("<b>x</b> <i>y</i> <a href=\"z\">z</a> { $n }", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
    }

    #[test]
    fn a_tag_may_be_closed_in_another_line_or_in_every_variant() {
        let reference = "<b>{ $n ->\n    [one] x\n   *[other] y\n }</b>";
        assert_eq!(found(reference, "<b>{ $n ->\n    [one] x</b>\n   *[other] y</b>\n }"), "");
        assert_eq!(found(reference, "<b>\n    x</b>"), "");
        let report = found(reference, "<b>{ $n ->\n    [one] x\n   *[other] y</b>\n }");
        assert!(report.contains("never closed"), "{report}");
    }

    #[test]
    fn placeholders_and_signs_are_no_tags() {
        for (reference, translation) in [
            ("cat <file> <code>", "cat <fichier> <code>"),
            ("<b>x", "<b>x<b>"),
            ("{ $a } <{ $b }>", "<{ $b }> { $a }"),
            ("{ $a } & { $b }", "{ $a }&{ $b }"),
            ("<a href={ $x } { $y }>x</a>", "<a href={ $x } { $y }>z</a>!"),
            ("&custom;", "x &custom;"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn a_tag_that_the_reference_itself_leaves_open_is_reported_there() {
        let report =
            report("broken-markup", "--- en-US/a.ftl\na = <b>x</b> <b>y\nb = cp <b> <a>\n");
        assert!(report.contains("`<b>` is never closed") && !report.contains("<a>"), "{report}");
    }
}
