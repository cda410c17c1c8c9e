//! Defects of markup, and markup where there must be none.

use super::{Operator, Seeded, operator};
use crate::{random::Random, scene::Scene};

pub(super) const OPERATORS: &[Operator] = &[
    operator("unclose-tag", "broken-markup", unclose_tag),
    operator("curly-quotes-in-tag", "broken-markup", curly_quotes_in_tag),
    operator("drop-element", "markup-mismatch", drop_element),
    operator("change-link-name", "markup-mismatch", change_link_name),
    operator("add-script", "unsafe-markup", add_script),
    operator("add-handler", "unsafe-markup", add_handler),
    operator("placeable-into-tag", "placeable-in-tag", placeable_into_tag),
    operator("change-link-address", "markdown-mismatch", change_link_address),
    operator("unclose-bold", "markdown-mismatch", unclose_bold),
    operator("drop-link", "markdown-mismatch", drop_link),
    operator("add-markup", "markup-in-text", add_markup),
];

/// The message with other text in the place of all `from`, where it has one.
fn replace(scene: &Scene, from: &str, to: &str) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    if text.contains(from) { scene.edit(span, &text.replace(from, to)) } else { None }
}

fn unclose_tag(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random.pick(&["</a>", "</strong>"])?, "")
}

fn curly_quotes_in_tag(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    replace(scene, "\"help\"", "“help”")
}

fn drop_element(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    let element = random.pick(&["a", "strong"])?;
    let start = text.find(&format!("<{element}"))?;
    let (before, rest) = text.split_at_checked(start)?;
    let (_, rest) = rest.split_once('>')?;
    let after = rest.replacen(&format!("</{element}>"), "", 1);
    scene.edit(span, &format!("{before}{after}"))
}

fn change_link_name(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let name =
        random.pick(&["data-l10n-name=\"helps\"", "data-l10n-nome=\"help\"", "href=\"/help\""])?;
    replace(scene, "data-l10n-name=\"help\"", name)
}

/// What a browser runs or loads.
const SCRIPTS: [&str; 4] = [
    "<script>go()</script>",
    "<img src=\"x\" onerror=\"go()\">",
    "<iframe src=\"https://example.net\"></iframe>",
    "<a href=\"javascript:go()\">.</a>",
];

fn add_script(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    scene.edit(value.end..value.end, &format!(" {}", random.pick(&SCRIPTS)?))
}

fn add_handler(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let handler =
        random.pick(&["onclick=\"go()\"", "onmouseover=\"go()\"", "style=\"display: none\""])?;
    replace(scene, "data-l10n-name=\"help\"", &format!("data-l10n-name=\"help\" {handler}"))
}

fn placeable_into_tag(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let attribute = random.pick(&["title=\"{ $name }\"", "{ $name }", "class=\"x { $name }\""])?;
    replace(scene, "data-l10n-name=\"help\"", &format!("data-l10n-name=\"help\" {attribute}"))
}

fn change_link_address(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let address = random.pick(&[
        "](https://example.org/rule)",
        "](https://example.net/rules)",
        "](https://example.org/rules/)",
        "](rules)",
    ])?;
    replace(scene, "](https://example.org/rules)", address)
}

fn unclose_bold(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    let at = span.start + text.rfind("**")?;
    scene.edit(at..at + 2, "")
}

fn drop_link(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    replace(scene, "](https://example.org/rules)", "").map(|seeded| {
        let text = seeded.tree.text(&scene.path).replacen('[', "", 1);
        Seeded { tree: seeded.tree.with(&scene.path, text), ..seeded }
    })
}

fn add_markup(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !scene.has_catalog {
        return None;
    }
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    let marked = random.pick(&[
        format!("<b>{text}</b>"),
        format!("{text}<br>"),
        format!("{text}&nbsp;"),
        format!("<p class=\"x\">{text}</p>"),
    ])?;
    scene.edit(value, &marked)
}
