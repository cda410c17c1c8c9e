//! Rule `placeable-in-tag`: what a program fills in stands between tags, not inside them.

use std::ops::Range;

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::markup::{Attribute, Elements, Page, Tag, TagKind, has_html, pages},
    text::sentences::passages::GAP,
};

pub(super) const RULE: Rule = Rule {
    name: "placeable-in-tag",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("placeable-in-tag.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::LITERAL), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference.filter(|_| context.locale.catalog.is_none()) else {
        return;
    };
    let filled_in = Features::VARIABLE.and(Features::REFERENCE).and(Features::FUNCTION);
    if !context.message.features().any(filled_in)
        || !has_html(context.message)
        || context.has_same_html()
    {
        return;
    }
    let reference = pages(reference);
    let elements = Elements::of(&reference);
    let mut said: Vec<&str> = Vec::new();
    for page in &pages(context.message) {
        for tag in page.html.tags.iter().filter(|tag| tag.kind != TagKind::Close) {
            let is_new = elements.has(&tag.name) && !is_in_reference(tag, &reference);
            let Some(gap) = gap(page, tag).filter(|_| is_new) else { continue };
            let part = page.passage.in_file(context.file.source, &tag.span);
            if !said.contains(&part) {
                let text = format!(
                    "`{}` stands inside the tag `<{}>`",
                    page.passage.quote(&gap),
                    tag.name
                );
                let help =
                    "write the tag as the reference text does, and the placeable between two tags";
                context.at(hits, part, text).help(help);
                said.push(part);
            }
        }
    }
}

/// The first placeable in a tag.
fn gap(page: &Page<'_>, tag: &Tag) -> Option<Range<usize>> {
    let at = tag.span.start + page.passage.text.get(tag.span.clone())?.find(GAP)?;
    Some(at..at + GAP.len_utf8())
}

/// Whether the same element of the reference has placeables wherever this tag has one.
fn is_in_reference(tag: &Tag, reference: &[Page<'_>]) -> bool {
    let has_gap = |it: &&Attribute| it.name.contains(GAP) || it.value.contains(GAP);
    let same = reference.iter().flat_map(|it| &it.html.tags).filter(|it| it.name == tag.name);
    let places: Vec<&str> = same
        .flat_map(|it| it.attributes.iter().filter(has_gap))
        .map(|it| it.name.as_str())
        .collect();
    tag.attributes.iter().filter(has_gap).all(|it| places.contains(&it.name.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "placeable-in-tag",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn a_placeable_in_a_name_or_a_value_is_reported() {
        for (translation, text) in [
            ("<a href=\"{ $url }\">x</a>", "`{ $url }` stands inside the tag `<a>`"),
            ("<a title=\"x { $url }\" href=\"y\">x</a>", "`{ $url }` stands inside the tag `<a>`"),
            ("<b { $url }>x</b>", "`{ $url }` stands inside the tag `<b>`"),
            ("<b{ $url }>x</b>", "`{ $url }` stands inside the tag `<b>`"),
            ("<a href=\"{ -term }\">x</a>", "`{ -term }` stands inside the tag `<a>`"),
        ] {
            let report = found("<a href=\"y\">x</a> { $url } { -term }", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
    }

    #[test]
    fn where_the_reference_has_one_and_between_tags_it_is_right() {
        for (reference, translation) in [
            ("<a href=\"{ $url }\">x</a>", "<b>y</b> <a href=\"{ $url }\">y</a>"),
            ("<a { $attrs }>x</a>", "<b>y</b> <a { $attrs }>y</a>"),
            ("<b>{ $n }</b>", "<b>y { $n }</b><i></i>"),
            ("<file> { $n }", "<{ $n }> <fichero { $n }>"),
        ] {
            assert_eq!(found(reference, translation), "", "{translation}");
        }
    }
}
