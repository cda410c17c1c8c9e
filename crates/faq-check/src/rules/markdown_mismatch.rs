//! Rule `markdown-mismatch`: links, pictures, headings and bold words as in the reference, and marks that end.

use faq_l10n::{Features, Outline, TextKind};
use memchr::memchr3_iter;

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::markup::{Markdown, without_language},
    text::sentences::passages::{GAP, passages},
};

pub(super) const RULE: Rule = Rule {
    name: "markdown-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("markdown-mismatch.md"),
    // A heading stands above another line.
    judge: Judge::Message(Features::MARKDOWN.and(Features::LITERAL).and(Features::SEVERAL), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference.filter(|_| context.locale.catalog.is_none()) else {
        return;
    };
    let features = context.message.features() | reference.features();
    // Of a text without these signs only a line that starts with `#` counts.
    let may_differ = features.any(Features::MARKDOWN | Features::LITERAL)
        || has_heading(reference)
        || has_heading(context.message);
    if !may_differ || same_marks(reference, context.message) {
        return;
    }
    let expected = passages(reference);
    let mut said: Vec<String> = Vec::new();
    for passage in &passages(context.message) {
        let found = Markdown::of(&passage.text);
        let differences = expected
            .iter()
            .filter(|it| it.attribute == passage.attribute)
            .map(|it| differences(context, &Markdown::of(&it.text), &found))
            .min_by_key(Vec::len);
        for (text, help) in differences.unwrap_or_default() {
            let text = text.replace(GAP, "{ … }");
            if !said.contains(&text) {
                context.at_id(hits, text.as_str()).help(help);
                said.push(text);
            }
        }
    }
}

fn has_heading(message: Outline<'_, '_>) -> bool {
    message.texts().iter().any(|text| text.raw.starts_with('#'))
}

/// A quick look whether the marks are the same and in the same order, which is most often that there are none.
fn same_marks(reference: Outline<'_, '_>, translation: Outline<'_, '_>) -> bool {
    let (mut expected, mut found) = (marks(reference), marks(translation));
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return true,
            // What goes on behind a placeable has to be put together first.
            (Some(one), Some(other)) if one == other && (one.len() < 3 || one.contains(')')) => {}
            _ => return false,
        }
    }
}

/// Where a link, bold or code starts or ends: the mark itself, and of a link what follows up to the next space.
fn marks<'s>(message: Outline<'_, 's>) -> impl Iterator<Item = &'s str> {
    let texts = message.texts().iter().filter(|text| text.kind != TextKind::Steering);
    let may_go_on = message.features().any(Features::LITERAL);
    texts.flat_map(move |text| {
        let heading = text.raw.get(..1).filter(|it| *it == "#");
        let marks = memchr3_iter(b']', b'*', b'`', text.raw.as_bytes());
        let marks = marks.filter_map(move |at| {
            let (before, rest) = text.raw.split_at_checked(at)?;
            match rest.as_bytes() {
                [b'`', ..] => rest.get(..1),
                [b'*', b'*', b' ', ..] => rest.get(..3),
                [b'*', b'*', ..] => rest.get(..2),
                [b'*', ..] => rest.get(..1),
                [b']', b'(', ..] if before.contains("![") => Some("](…"),
                [b']', b'(' | b'[', ..] => rest.split_whitespace().next(),
                [b']'] if may_go_on => Some("](…"),
                _ => None,
            }
        });
        heading.into_iter().chain(marks)
    })
}

type Difference = (String, &'static str);

fn differences(
    context: &MessageContext<'_, '_>,
    expected: &Markdown<'_>,
    found: &Markdown<'_>,
) -> Vec<Difference> {
    let id = context.id();
    let mut differences = Vec::new();
    let target = |target: &str| without_language(context, target);
    let (lost, added) = unmatched(&expected.targets, &found.targets, target);
    match (lost.as_slice(), added.as_slice()) {
        ([lost], [added]) => differences.push((
            format!("`{id}` links to `{added}`, the reference text to `{lost}`"),
            "write the address of the reference text",
        )),
        (lost, added) => {
            differences.extend(lost.iter().map(|target| {
                let help = "write the words of the link between `[` and `]`, and its address right after, between `(` and `)`";
                (format!("`{id}` has lost the link to `{target}`"), help)
            }));
            differences.extend(added.iter().map(|target| {
                let text =
                    format!("`{id}` links to `{target}`, to which the reference text does not");
                (text, "remove the link, or write the address of the reference text")
            }));
        }
    }
    let (lost, added) = unmatched(&expected.labels, &found.labels, str::to_owned);
    differences.extend(lost.iter().map(|label| {
        let text = format!("`{id}` has lost the link with the label `[{label}]`");
        (text, "write the label as it is; only the words before it are translated")
    }));
    // What looks like a label may be none where the reference has none.
    if !expected.labels.is_empty() {
        differences.extend(added.iter().map(|label| {
            let text = format!("the reference text has no link with the label `[{label}]`");
            (text, "write the label as it is; only the words before it are translated")
        }));
    }
    if expected.bold >= 2 && expected.bold.is_multiple_of(2) && found.bold == 0 {
        let text = format!("`{id}` has no bold words, as the reference text has");
        differences.push((text, "write `**` before and after the words that it marks"));
    }
    differences.extend(other_marks(&id, expected, found));
    for (mark, expected, found) in [
        ("**", expected.bold, found.bold),
        ("`", expected.code, found.code),
        ("*", expected.italic, found.italic),
    ] {
        if expected > 0 && expected % 2 == 0 && found % 2 == 1 {
            let mark = if mark == "`" { "the backtick".to_owned() } else { format!("`{mark}`") };
            let text = format!("{mark} in `{id}` is opened and not closed");
            differences.push((text, "write it before and after the words that it marks"));
        }
    }
    differences
}

/// Pictures, headings, and spaces where none may be.
fn other_marks<'h>(
    id: &str,
    expected: &Markdown<'_>,
    found: &Markdown<'_>,
) -> impl Iterator<Item = (String, &'h str)> {
    let is_link = found.pictures < expected.pictures && found.targets == expected.targets;
    let picture = is_link.then(|| {
        let text = format!("`{id}` has a link where the reference text has a picture");
        (text, "write `!` right before the `[`")
    });
    let heading = (expected.headings > 0 && found.headings == 0).then(|| {
        let text = format!("`{id}` has no heading, as the reference text has");
        (text, "begin its line with `#` and a space, as the reference text does")
    });
    let spaced = found.spaced.filter(|_| expected.bold > 0 && expected.spaced.is_none());
    let spaced = spaced.map(|words| {
        let text = format!("`**{words}**` in `{id}` is shown with its marks");
        (text, "remove the spaces inside of the `**`")
    });
    picture.into_iter().chain(heading).chain(spaced)
}

/// What stands in one of the two only, where equal keys make them the same.
fn unmatched<'t>(
    expected: &[&'t str],
    found: &[&'t str],
    key: impl Fn(&str) -> String,
) -> (Vec<&'t str>, Vec<&'t str>) {
    if expected == found {
        return (Vec::new(), Vec::new());
    }
    let sorted = |all: &[&'t str]| {
        let mut keyed: Vec<(String, &'t str)> = all.iter().map(|it| (key(it), *it)).collect();
        keyed.sort_unstable();
        keyed
    };
    let (mut lost, mut added) = (Vec::new(), Vec::new());
    let mut found = sorted(found).into_iter().peekable();
    for (key, part) in sorted(expected) {
        while let Some((_, earlier)) = found.next_if(|it| it.0 < key) {
            added.push(earlier);
        }
        if found.next_if(|it| it.0 == key).is_none() {
            lost.push(part);
        }
    }
    added.extend(found.map(|(_, part)| part));
    (lost, added)
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "markdown-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn links_that_lead_elsewhere_are_reported() {
        for (translation, text) in [
            ("[x](https://b.org/y) [y](#z)", "links to `https://b.org/y`, the reference text to"),
            ("[x](https://a.org/en/x)", "has lost the link to `#z`"),
            ("[x] (https://a.org/en/x) [y](#z)", "has lost the link to `https://a.org/en/x`"),
            ("[x](https://a.org/en/x) [y](#z) [y](#z)", "links to `#z`, to which"),
            ("[x]{ \"(b)\" } [y](#z) [y](https://a.org/en/x)", "links to `b`, to which"),
            ("[x](https://a.org/en/x) [y](#w)", "links to `#w`, the reference text to `#z`"),
        ] {
            let report = found("[x](https://a.org/en/x) [y](#z)", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
        let report = found("see [it][law]", "ver [eso][ley]");
        assert!(report.contains("lost the link with the label `[law]`"), "{report}");
    }

    #[test]
    fn marks_that_do_not_end_are_reported() {
        assert_ne!(found("**a** b", "**a b"), "");
        assert_ne!(found("`a` b", "`a b"), "");
        assert!(found("**a** b", "a b").contains("no bold words"));
        assert!(found("*a* b", "*a b").contains("`*` in `a` is opened and not closed"));
        assert_eq!(found("*a* b", "a b") + &found("2*3 files", "2*3 archivos *"), "");
    }

    #[test]
    fn pictures_headings_and_spaces_inside_of_marks_are_looked_at() {
        for (reference, translation, text) in [
            ("![a](b) c", "[x](b) y", "has a link where the reference text has a picture"),
            ("\n    # A\n    b", "\n    X\n    y", "has no heading, as the reference"),
            ("a **b** c", "x ** y ** z", "`** y **` in `a` is shown with its marks"),
        ] {
            let report = found(reference, translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
        for (reference, translation) in [
            ("![a](b) c", "![x](b) y"),
            ("\n    # A\n    b", "\n    ## X\n    y"),
            ("# of files", "Archivos"),
            ("a **b** c **d**", "x **y** z **w**"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn the_same_links_in_another_order_or_to_a_page_in_the_language_are_right() {
        for (reference, translation) in [
            ("[x](a) [y](b \"title\")", "[y](b \"título\") [x](a)"),
            ("[x](https://en.wikipedia.org/en-US/x)", "[y](https://es.wikipedia.org/es/x)"),
            ("[x]({ $url })", "[y]({ $url })"),
            ("cp [-a][-b] [FILE]", "cp [-a][-b] [FICHERO]"),
            ("src/**/*.rs `x'", "`y'"),
            ("a `b`", "a b"),
            ("{ $n ->\n    [one] [x](a)\n   *[other] y\n }", "[x](a)"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn the_only_link_of_a_text_is_compared_to_its_end() {
        for (reference, translation, text) in [
            ("[x](a)", "[x](b)", "links to `b`, the reference text to `a`"),
            ("[x](a{ \"b\" })", "[x](a{ \"c\" })", "links to `ac`, the reference text to `ab`"),
            ("[x](a/{ \"b\" })", "[x](a/{ \"c\" })", "links to `a/c`, the reference text to `a/b`"),
            ("[x](a) [y]", "[x](a) [y]{ \"(b)\" }", "links to `b`, to which the reference text"),
        ] {
            let report = found(reference, translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
    }

    #[test]
    fn a_label_is_new_only_where_the_reference_has_labels() {
        let report = found("see [it][law]", "ver [eso][law] [y][ley]");
        assert!(report.contains("has no link with the label `[ley]`"), "{report}");
        assert_eq!(found("see it", "ver [eso][ley]"), "");
    }

    #[test]
    fn a_mark_that_does_not_end_is_named_where_the_reference_has_it() {
        assert!(found("`a` b", "`a b").contains("the backtick in `a` is opened and not closed"));
        assert!(found("**a** b", "**a b").contains("`**` in `a` is opened and not closed"));
        assert_eq!(found("a b", "a `b"), "");
    }
}
