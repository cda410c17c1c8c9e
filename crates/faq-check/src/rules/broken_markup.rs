//! Rule `broken-markup`: HTML that a browser reads as it was meant.

use std::ops::Range;

use faq_l10n::{Features, Outline, Text};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::markup::{Elements, Fault, Flaw, Page, Tag, TagKind, has_html, of_root, pages},
    text::sentences::passages::GAP,
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
        Some(_) if context.has_same_html() && !looks_empty(context.message) => return,
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
                context.at(hits, broken.part, broken.text.as_str()).help(broken.help.clone());
                said.push(broken);
            }
        }
    }
}

/// A quick look: whether an element without words, or a sign that is escaped twice, may stand among tags that are those of the
/// reference.
fn looks_empty(message: Outline<'_, '_>) -> bool {
    let is_one = |text: &Text<'_>, at: usize| {
        let (before, rest) = text.raw.split_at_checked(at).unwrap_or_default();
        rest.starts_with("&amp;")
            || (rest.starts_with("</") && before.trim_end_matches(' ').ends_with('>'))
    };
    let has = |text: &Text<'_>| {
        memchr::memchr2_iter(b'<', b'&', text.raw.as_bytes()).any(|at| is_one(text, at))
    };
    message.texts().iter().any(has)
}

#[derive(PartialEq)]
struct Broken<'s> {
    part: &'s str,
    text: String,
    help: String,
}

/// What is wrong at a range of a passage's text, and what to do about it.
type Wrong = (Range<usize>, String, String);

/// What is broken in `page` and not in the reference.
fn broken<'s>(
    page: &Page<'s>,
    reference: &[Page<'_>],
    elements: &Elements,
    source: &'s str,
) -> Vec<Broken<'s>> {
    let expected: Vec<&Page<'_>> = of_root(reference, page.passage.attribute).collect();
    let mut wrong = Vec::new();
    // Where the reference's own tags do not balance, they are no tags: `Usage: cat <file>`.
    let is_element = |name: &str| elements.has(name) || is_run_into(name, &expected, page);
    if !expected.iter().any(|it| it.html.fault(is_element).is_some()) {
        wrong.extend(page.html.fault(is_element).map(|fault| fault_in_words(page, fault)));
    }
    for tag in page.html.tags.iter().filter(|tag| elements.has(&tag.name)) {
        let mut tags = expected.iter().flat_map(|it| &it.html.tags);
        if let Some(flaw) = &tag.flaw
            && !tags.any(|it| it.flaw.as_ref() == Some(flaw))
        {
            let (text, help) = flaw_in_words(&page.passage.quote(&tag.span), flaw);
            wrong.push((tag.span.clone(), text, help));
        }
    }
    if !expected.is_empty() && expected.iter().all(|it| empty_elements(it).next().is_none()) {
        wrong.extend(empty_elements(page).take(1));
    }
    // Whoever wrote the reference text may have characters of his own.
    if !expected.is_empty() {
        wrong.extend(characters(page, &expected));
    }
    let place =
        |(span, text, help)| Broken { part: page.passage.in_file(source, &span), text, help };
    wrong.into_iter().map(place).collect()
}

/// Whether `name` is that of a tag of the reference which has lost its end, so that it goes on with the next word: `<brtwo`.
fn is_run_into(name: &str, expected: &[&Page<'_>], page: &Page<'_>) -> bool {
    let is_cut = |it: &Tag| it.kind == TagKind::Unfinished && it.name == name;
    page.html.tags.iter().any(is_cut)
        && expected
            .iter()
            .flat_map(|it| &it.html.tags)
            .any(|it| it.kind != TagKind::Close && name.starts_with(&it.name))
}

/// Elements that mark words up and have none: nobody can click on a link without words.
fn empty_elements<'p>(page: &'p Page<'_>) -> impl Iterator<Item = Wrong> + 'p {
    const AROUND_WORDS: [&str; 8] = ["a", "b", "button", "code", "em", "i", "label", "strong"];
    let tags = page.html.tags.iter().zip(page.html.tags.iter().skip(1));
    let empty = tags.filter(|(open, close)| {
        let between = page.passage.text.get(open.span.end..close.span.start);
        open.kind == TagKind::Open
            && close.kind == TagKind::Close
            && open.name == close.name
            && AROUND_WORDS.contains(&open.name.as_str())
            && between.is_some_and(|it| it.trim().is_empty())
    });
    empty.map(|(open, close)| {
        let span = open.span.start..close.span.end;
        let text = format!("there are no words in `{}`", page.passage.quote(&span));
        (
            span,
            text,
            "put the tags around the words that they are around in the reference text".to_owned(),
        )
    })
}

/// Characters that stand for others in HTML and do not do so here, or do it by accident.
fn characters(page: &Page<'_>, expected: &[&Page<'_>]) -> Vec<Wrong> {
    let text = page.passage.text.as_str();
    let is_new = |part: &str| !expected.iter().any(|it| it.passage.text.contains(part));
    let mut wrong = Vec::new();
    for span in &page.html.unknown {
        let name = text.get(span.clone()).unwrap_or_default();
        if !name.ends_with(';') {
            wrong.extend(without_end(text, span, name, expected));
        } else if is_new(name) {
            let help = "write it as the reference text does, or the character itself".to_owned();
            wrong.push((
                span.clone(),
                format!("browsers do not know the character `{name}`"),
                help,
            ));
        }
    }
    for (at, sign) in text.match_indices("&amp;") {
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        let Some(end) = rest.find(';').filter(|end| (2..=8).contains(end)) else { continue };
        let span = at..at + sign.len() + end + 1;
        let name = rest.get(..end).unwrap_or_default();
        let is_name = name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'#');
        let twice = text.get(span.clone()).unwrap_or_default();
        if is_name && is_new(twice) {
            let text = format!("`{twice}` is escaped twice; readers see `&{name};`");
            wrong.push((span, text, format!("write `&{name};`")));
        }
    }
    let is_html = |it: &&Page<'_>| !it.html.tags.is_empty() || it.passage.text.contains("&amp;");
    let is_html = expected.iter().any(is_html);
    for (at, _) in text.match_indices(GAP) {
        let before = text.get(..at).unwrap_or_default();
        let sign = ["</", "<", "&#", "&"].into_iter().find(|sign| before.ends_with(sign));
        let Some(sign) = sign else { continue };
        let gap = at..at + GAP.len_utf8();
        let joined = at - sign.len()..gap.end;
        // What can be nothing else is markup though the reference text has none.
        let ends = |sign: char| text.get(gap.end..).is_some_and(|rest| rest.starts_with(sign));
        let is_markup = is_html || ends(if sign.starts_with('<') { '>' } else { ';' });
        if is_markup && text.get(joined).is_some_and(is_new) {
            let placeable = page.passage.quote(&gap);
            wrong.push((
                at - sign.len()..at,
                format!("`{sign}` right before `{placeable}` makes markup of it"),
                format!("remove the `{sign}`, or write a space after it"),
            ));
        }
    }
    wrong
}

/// A character reference that has lost the `;` at its end. `&Copy` with its access key is none.
fn without_end(
    text: &str,
    span: &Range<usize>,
    name: &str,
    expected: &[&Page<'_>],
) -> Option<Wrong> {
    let goes_on = text.get(span.end..)?.starts_with('=');
    // It may have run into the next word.
    let names = ["&amp", "&gt", "&lt", "&nbsp", "&quot"].into_iter();
    let known = names.chain([name]).find(|known| {
        let whole = format!("{known};");
        name.starts_with(known) && expected.iter().any(|it| it.passage.text.contains(&whole))
    });
    let name = known.filter(|_| !goes_on)?;
    let span = span.start..span.start + name.len();
    Some((span, format!("`{name}` has no `;` at its end"), format!("write `{name};`")))
}

fn fault_in_words(page: &Page<'_>, fault: Fault<'_>) -> Wrong {
    let quote = |span| page.passage.quote(span);
    let spaced = match fault {
        Fault::Unclosed(tag) => spaced(page, "</", &tag.name),
        Fault::Unopened(tag) => spaced(page, "<", &tag.name),
        Fault::Crossed { .. } | Fault::Unfinished(_) => None,
    };
    if let Some(span) = spaced {
        let text = format!("`{}` has a space before its name, so it is no tag", quote(&span));
        return (span, text, "remove the space".to_owned());
    }
    match fault {
        Fault::Unclosed(tag) => (
            tag.span.clone(),
            format!("`{}` is never closed", quote(&tag.span)),
            format!("write `</{}>` after the words that it is around", tag.name),
        ),
        Fault::Unopened(tag) => (
            tag.span.clone(),
            format!("`{}` closes nothing", quote(&tag.span)),
            format!("remove it, or write `<{}>` before the words that it is around", tag.name),
        ),
        Fault::Crossed { tag, inner } => (
            tag.span.clone(),
            format!("`{}` stands before the end of `{}`", quote(&tag.span), quote(&inner.span)),
            format!("close what was opened last first: `</{}></{}>`", inner.name, tag.name),
        ),
        Fault::Unfinished(tag) => (
            tag.span.clone(),
            format!("the tag `<{}` has no end", tag.name),
            "write the tag as the reference text does, with its `>`".to_owned(),
        ),
    }
}

/// A tag that is none because of a space: `</ b>`, `< b>`.
fn spaced(page: &Page<'_>, sign: &str, name: &str) -> Option<Range<usize>> {
    let text = page.passage.text.as_str();
    text.match_indices(sign).find_map(|(at, _)| {
        let rest = text.get(at + sign.len()..)?;
        let after = rest.strip_prefix(' ')?.trim_start().strip_prefix(name)?;
        let (between, _) = after.split_once('>')?;
        between.trim().is_empty().then(|| at..text.len() - after.len() + between.len() + 1)
    })
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
        Flaw::Joined => (
            format!("a space is missing before the placeable in `{tag}`"),
            "write a space between the name of the element and the placeable".to_owned(),
        ),
        Flaw::Space(name) => (
            format!("the value of `{name}` ends at its first space in `{tag}`"),
            format!("put quotation marks around the value: `{name}=\"…\"`"),
        ),
    }
}

#[cfg(test)]
mod tests;
