//! Rule `markup-mismatch`: the elements of the reference, with their attributes and in the same elements.

use std::ops::Range;

use faq_l10n::{Features, Outline};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::markup::{
        Attribute, Elements, Page, Tag, TagKind, has_html, of_root, pages, without_language,
    },
    text::sentences::passages::GAP,
};

pub(super) const RULE: Rule = Rule {
    name: "markup-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("markup-mismatch.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::LITERAL), judge),
};

/// Attributes whose values are words for readers, or say in which language these are.
const TRANSLATED: [&str; 8] =
    ["alt", "aria-description", "aria-label", "dir", "label", "lang", "placeholder", "title"];

/// Most elements of one way through a message that are spoken of.
const MOST: usize = 20;

/// Most elements around one that are compared.
const DEEPEST: usize = 8;

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference.filter(|_| context.locale.catalog.is_none()) else {
        return;
    };
    if !(has_html(reference) || has_html(context.message))
        || (context.has_same_html() && !has_code(reference))
    {
        return;
    }
    let (expected, own) = (pages(reference), pages(context.message));
    let elements = Elements::of(&expected);
    let mut said: Vec<String> = Vec::new();
    for page in &own {
        // What is broken is for `broken-markup` to say; and where the reference is, its tags are no elements.
        let is_broken = |page: &Page<'_>| page.html.fault(|name| elements.has(name)).is_some();
        let mut counterparts = of_root(&expected, page.passage.attribute);
        if is_broken(page) || counterparts.any(is_broken) {
            continue;
        }
        let found = elements_of(page, &elements);
        let differences = of_root(&expected, page.passage.attribute)
            .map(|expected| unmatched(elements_of(expected, &elements), found.clone()))
            .min_by_key(|(lost, added)| lost.len() + added.len());
        if let Some((span, text)) = other_code(page, &expected)
            && !said.contains(&text)
        {
            let part = page.passage.in_file(context.file.source, &span);
            let help = "code is not translated; write it as in the reference text";
            context.at(hits, part, text.as_str()).help(help);
            said.push(text);
        }
        let Some((lost, added)) = differences else { continue };
        for (tag, text, help) in in_words(context, lost, added) {
            if !said.contains(&text) {
                let part = tag.map(|tag| page.passage.in_file(context.file.source, &tag.span));
                context.at(hits, part.unwrap_or(context.message.id()), text.as_str()).help(help);
                said.push(text);
            }
        }
    }
}

fn has_code(message: Outline<'_, '_>) -> bool {
    message.texts().iter().any(|text| text.raw.contains("<code"))
}

/// Code that says something else than that of the reference, where both have as many pieces of it.
fn other_code(page: &Page<'_>, expected: &[Page<'_>]) -> Option<(Range<usize>, String)> {
    let own = code_in(page);
    let codes = |page| -> Vec<&str> { code_in(page).into_iter().map(|(_, code)| code).collect() };
    let mut pages = of_root(expected, page.passage.attribute).map(codes);
    let of_reference = pages.next().filter(|it| it.len() == own.len())?;
    if pages.any(|it| it != of_reference) || !of_reference.iter().all(|it| is_plain_code(it)) {
        return None;
    }
    let (span, code) = own.into_iter().find(|(_, code)| !of_reference.contains(code))?;
    let right = of_reference.first()?;
    let text = format!("the code `{code}` is not that of the reference text, `{right}`");
    Some((span, text))
}

/// What stands in `<code>`, with its place in the text.
fn code_in<'p>(page: &'p Page<'_>) -> Vec<(Range<usize>, &'p str)> {
    let tags = page.html.tags.iter().zip(page.html.tags.iter().skip(1));
    let code = tags.filter(|(open, _)| open.name == "code" && open.kind == TagKind::Open);
    code.filter_map(|(open, close)| {
        let span = open.span.end..close.span.start;
        Some((span.clone(), page.passage.text.get(span)?.trim()))
    })
    .collect()
}

/// Whether nothing of it is for a reader to read: one word without a gap, made of ASCII, with a sign in it.
fn is_plain_code(code: &str) -> bool {
    code.is_ascii() && !code.contains([' ', '<', '{']) && code.contains(['.', ':', '_', '/', '-'])
}

/// An element, as far as it has to be the same in every language.
#[derive(Clone, Debug)]
struct Element<'p, 's> {
    name: &'p str,
    attributes: Vec<&'p Attribute>,
    /// The elements that it stands in, the innermost first.
    ancestors: Vec<&'p str>,
    tag: &'p Tag,
    page: &'p Page<'s>,
}

impl<'p> Element<'p, '_> {
    /// What is compared. `<i>` is as good as `<em>` and `<b>` as `<strong>`.
    fn key(&self) -> (&'p str, Vec<(&'p str, &'p str)>, &[&'p str]) {
        let value = |it: &&'p Attribute| (it.name.as_str(), compared_value(it));
        let attributes = self.attributes.iter().map(value).collect();
        (self.name, attributes, &self.ancestors)
    }

    fn quote(&self) -> String {
        self.page.passage.quote(&self.tag.span)
    }
}

fn compared_value(attribute: &Attribute) -> &str {
    let name = attribute.name.as_str();
    if TRANSLATED.contains(&name) { "" } else { attribute.value.as_str() }
}

/// The elements of a page, in order.
fn elements_of<'p, 's>(page: &'p Page<'s>, elements: &Elements) -> Vec<Element<'p, 's>> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for tag in page.html.tags.iter().filter(|tag| elements.compares(&tag.name)) {
        let name = match tag.name.as_str() {
            "i" => "em",
            "b" => "strong",
            name => name,
        };
        if tag.starts() {
            // A language may be named where another needs no word for it.
            let mut attributes: Vec<&Attribute> = tag
                .attributes
                .iter()
                .filter(|it| !matches!(it.name.as_str(), "lang" | "dir"))
                .collect();
            // What programs know an element by is what is said first.
            attributes.sort_unstable_by_key(|it| (it.name != "data-l10n-name", *it));
            found.push(Element {
                name,
                attributes,
                ancestors: open.iter().rev().take(DEEPEST).copied().collect(),
                tag,
                page,
            });
        }
        match tag.kind {
            TagKind::Open => open.push(name),
            TagKind::Close => _ = open.pop(),
            TagKind::Void | TagKind::Unfinished => {}
        }
    }
    found
}

/// What stands in one of the two only.
fn unmatched<'p, 's>(
    mut expected: Vec<Element<'p, 's>>,
    mut found: Vec<Element<'p, 's>>,
) -> (Vec<Element<'p, 's>>, Vec<Element<'p, 's>>) {
    expected.sort_by(|a, b| a.key().cmp(&b.key()));
    found.sort_by(|a, b| a.key().cmp(&b.key()));
    let (mut lost, mut added) = (Vec::new(), Vec::new());
    let mut found = found.into_iter().peekable();
    for element in expected {
        while let Some(earlier) = found.next_if(|it| it.key() < element.key()) {
            added.push(earlier);
        }
        if found.next_if(|it| it.key() == element.key()).is_none() {
            lost.push(element);
        }
    }
    added.extend(found);
    (lost, added)
}

type Said<'p> = (Option<&'p Tag>, String, String);

/// What was lost and added, in words; what was only changed, as a change.
fn in_words<'p>(
    context: &MessageContext<'_, '_>,
    lost: Vec<Element<'p, '_>>,
    mut added: Vec<Element<'p, '_>>,
) -> Vec<Said<'p>> {
    let mut said = Vec::new();
    let id = context.id();
    for expected in lost.into_iter().take(MOST) {
        let program_name = |it: &Element<'p, '_>| it.tag.attribute("data-l10n-name");
        let same_name = |it: &Element<'p, '_>| it.name == expected.name;
        let same_both =
            |it: &Element<'p, '_>| same_name(it) && program_name(it) == program_name(&expected);
        let found = added.iter().position(same_both).or_else(|| added.iter().position(same_name));
        match found.map(|index| added.remove(index)) {
            Some(found) => said.extend(change(context, &expected, &found)),
            None => said.push(lost_in_words(&id, &expected)),
        }
    }
    said.extend(added.into_iter().take(MOST).map(|found| {
        let text = format!("the reference text has no element `{}`", found.quote());
        (Some(found.tag), text, "remove it, or write it as the reference text does".to_owned())
    }));
    said
}

fn lost_in_words<'p>(id: &str, expected: &Element<'_, '_>) -> Said<'p> {
    let tag = expected.quote();
    let help = if expected.tag.kind == TagKind::Void {
        format!("write `{tag}` where it belongs in the text")
    } else {
        format!("put `{tag}` around the words that it is around in the reference text")
    };
    (None, format!("`{id}` has lost the element `{tag}`"), help)
}

/// What is different between an element and its counterpart.
fn change<'p>(
    context: &MessageContext<'_, '_>,
    expected: &Element<'_, '_>,
    found: &Element<'p, '_>,
) -> Option<Said<'p>> {
    let help = format!("write it as the reference text does: `{}`", expected.quote());
    let name = &found.tag.name;
    for attribute in &expected.attributes {
        let text = match found.tag.attribute(&attribute.name) {
            None => format!("`<{name}>` has lost `{}`", shown(attribute)),
            Some(value)
                if compared_value(attribute).is_empty()
                    || value == attribute.value
                    || without_language(context, &attribute.value)
                        == without_language(context, value)
                    || value.contains(GAP) =>
            {
                continue;
            }
            Some(value) => format!(
                "the `{}` of `<{name}>` is `{value}`, in the reference text `{}`",
                attribute.name, attribute.value
            ),
        };
        return Some((Some(found.tag), text.replace(GAP, "{ … }"), help));
    }
    // A placeable among them is for `placeable-in-tag` to say.
    let is_new = |it: &&&Attribute| {
        expected.tag.attribute(&it.name).is_none()
            && !it.name.contains(GAP)
            && !it.value.contains(GAP)
    };
    if let Some(attribute) = found.attributes.iter().find(is_new) {
        let text =
            format!("`<{name}>` has `{}`, which the reference text has not", shown(attribute));
        return Some((Some(found.tag), text, help));
    }
    (expected.ancestors != found.ancestors).then(|| {
        let place = |ancestors: &[&str]| {
            let tags: String = ancestors.iter().rev().map(|name| format!("<{name}>")).collect();
            if tags.is_empty() { "on its own".to_owned() } else { format!("inside `{tags}`") }
        };
        let (here, there) = (place(&found.ancestors), place(&expected.ancestors));
        let text = format!("`{}` stands {here}, in the reference text {there}", found.quote());
        (Some(found.tag), text, "put one inside the other as the reference text does".to_owned())
    })
}

fn shown(attribute: &Attribute) -> String {
    let Attribute { name, value } = attribute;
    if value.is_empty() { name.clone() } else { format!("{name}=\"{value}\"") }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "markup-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn code_is_not_translated() {
        let reference = "Set <code>user.name</code> first.";
        let report = found(reference, "Ponga <code>usuario.nombre</code> antes.");
        assert!(
            report.contains("the code `usuario.nombre` is not that of the reference text"),
            "{report}"
        );
        assert_eq!(found(reference, "Antes ponga <code>user.name</code>."), "");
        assert_eq!(found("the <code>file name</code>", "el <code>nombre de fichero</code>"), "");
    }

    #[test]
    fn other_elements_attributes_and_places_are_reported() {
        let reference =
            "<p>x <a data-l10n-name=\"l\" title=\"t\">y</a></p> <strong>z <img src=\"i\"></strong>";
        for (translation, text) in [
            ("<p>x</p> <strong>z <img src=\"i\"></strong>", "`a` has lost the element `<a data-"),
            (
                "<p>x <a data-l10n-name=\"m\" title=\"t\">y</a></p> <b><img src=\"i\"></b>",
                "the `data-l10n-name` of `<a>` is `m`, in the reference text `l`",
            ),
            (
                "<p>x <a data-l10n-name=\"l\">y</a></p> <b><img src=\"i\"></b>",
                "`<a>` has lost `title=\"t\"`",
            ),
            (
                "<p>x <a data-l10n-name=\"l\" title=\"t\" id=\"j\">y</a></p> <b><img src=\"i\"></b>",
                "`<a>` has `id=\"j\"`, which the reference text has not",
            ),
            (
                "<p>x</p> <a data-l10n-name=\"l\" title=\"t\">y</a> <b><img src=\"i\"></b>",
                "stands on its own, in the reference text inside `<p>`",
            ),
            (
                "<p>x <a data-l10n-name=\"l\" title=\"t\">y</a></p> <b><img src=\"i\"></b> <u>z</u>",
                "the reference text has no element `<u>`",
            ),
        ] {
            let report = found(reference, translation);
            assert!(report.contains(text), "{translation}: {report}");
            assert_eq!(report.matches("[markup-mismatch]").count(), 1, "{report}");
        }
    }

    #[test]
    fn each_variant_is_compared() {
        let reference = "{ $n ->\n    [one] <b>x</b>\n   *[other] <b>{ $n }</b> y\n }";
        let lost = "{ $n ->\n    [one] <b>x</b>\n   *[other] { $n } y\n }";
        assert!(found(reference, lost).contains("has lost the element `<b>`"));
        assert_eq!(found(reference, "<b>{ $n }</b> y"), "");
        assert_eq!(found("<b>{ $n }</b>", reference), "");
    }

    #[test]
    fn what_a_language_may_choose_is_right() {
        for (reference, translation) in [
            ("<em>a</em> <b>b</b>", "<strong>b</strong> <i>a</i>"),
            ("a<br>b", "a b"),
            (
                "<a title=\"x\" href=\"/en/l\">y</a>",
                "<a href='/es/l' title=\"z\" lang=\"es\">y</a>",
            ),
            ("cat <file> <code>", "cat <fichero>"),
            ("<vpn-logo></vpn-logo> x", "y <vpn-logo></vpn-logo>"),
            ("<b>x</b>", "<b>x"),
        ] {
            assert_eq!(found(reference, translation), "", "{reference} / {translation}");
        }
        assert_ne!(found("<vpn-logo></vpn-logo> x", "y"), "");
    }

    #[test]
    fn each_element_is_compared_with_the_one_that_it_stands_for() {
        let links = |first: &str, second: &str| format!("<a {first}>x</a> <a {second}>y</a>");
        for (reference, translation, text) in [
            (
                links("href=\"/x1\"", "href=\"/x2\""),
                links("href=\"/x2\"", "href=\"/x3\""),
                "the `href` of `<a>` is `/x3`, in the reference text `/x1`",
            ),
            (
                "<a class=\"c\" data-l10n-name=\"l\">y</a>".to_owned(),
                "<a class=\"d\" data-l10n-name=\"m\">y</a>".to_owned(),
                "the `data-l10n-name` of `<a>` is `m`",
            ),
        ] {
            let report = found(&reference, &translation);
            assert!(report.contains(text), "{translation}: {report}");
            assert_eq!(report.matches("[markup-mismatch]").count(), 1, "{report}");
        }
        let report = found(
            "<a data-l10n-name=\"m\" href=\"/2\">y</a>",
            &links("data-l10n-name=\"l\" href=\"/9\"", "data-l10n-name=\"m\" href=\"/3\""),
        );
        assert!(report.contains("the `href` of `<a>` is `/3`, in the reference text `/2`"));
    }

    #[test]
    fn a_text_is_compared_with_the_variant_that_differs_least() {
        let reference =
            "{ $n ->\n    [one] <b>x</b> <i>y</i> <u>z</u> <s>z</s>\n   *[other] <u>x</u>\n }";
        let report = found(reference, "<b>x</b>");
        assert!(report.contains("the reference text has no element `<b>`"), "{report}");
        assert_eq!(report.matches("[markup-mismatch]").count(), 2, "{report}");
    }

    #[test]
    fn what_is_broken_in_either_text_is_not_compared() {
        assert_eq!(found("<b>x", "x"), "");
        assert_eq!(found("<b>x</b> <u>y</u>", "<b>x"), "");
    }

    #[test]
    fn the_help_says_where_a_lost_element_goes() {
        assert!(
            found("x <img src=\"i\">", "x").contains("write `<img src=\"i\">` where it belongs")
        );
        assert!(found("<b>x</b>", "x").contains("put `<b>` around the words"));
    }

    #[test]
    fn an_element_after_a_placeable_is_pointed_at() {
        let tree = "--- en-US/a.ftl\na = x { $n }\n--- es/a.ftl\na = { $n } y <u>z</u>\n";
        assert_eq!(crate::example::places("markup-mismatch", tree), ["<u>"]);
    }
}
