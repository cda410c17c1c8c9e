//! Defects of files, of whole messages and of what Fluent is made of.

use super::{Operator, Seeded, operator};
use crate::{
    case::Target,
    random::Random,
    scene::Scene,
    sources::{REFERENCE, Reach},
};

pub(super) const OPERATORS: &[Operator] = &[
    operator("drop-brace", "syntax-error", drop_brace),
    operator("unindent-line", "syntax-error", unindent_line),
    operator("repeat-message", "duplicate-message", repeat_message),
    operator("repeat-attribute", "duplicate-attribute", repeat_attribute),
    operator("drop-attribute", "shape-mismatch", drop_attribute),
    operator("rename-attribute", "shape-mismatch", rename_attribute),
    operator("add-attribute", "shape-mismatch", add_attribute),
    operator("drop-message", "missing-message", drop_message)
        .with(Reach::With(&["open-button", "help-name"])),
    operator("drop-file", "missing-message", drop_file),
    operator("mistype-id", "unknown-message", mistype_id),
    operator("add-message", "unknown-message", add_message),
    operator("add-file", "orphaned-file", add_file),
    operator("add-folder", "unexpected-file", add_folder),
    operator("empty-text", "empty-text", empty_text),
    operator("empty-attribute", "empty-text", empty_attribute),
    operator("empty-variant", "empty-text", empty_variant),
    operator("nothing-but-a-space", "cannot-be-shown", nothing_but_a_space),
    operator("nest-deep", "unsafe-size", nest_deep),
    operator("expand-without-end", "unsafe-size", expand_without_end),
    operator("long-number", "unsafe-size", long_number),
    operator("byte-order-mark", "encoding", byte_order_mark),
    operator("drop-last-line-break", "final-newline", drop_last_line_break),
    operator("other-encoding", "encoding", other_encoding),
    operator("mistype-setting", "malformed-file", mistype_setting),
    operator("outdate-waiver", "stale-waiver", outdate_waiver),
];

/// The text of the message, from its id to its last line.
fn message(scene: &Scene) -> Option<&str> {
    scene.text().get(scene.message_span()?)
}

fn drop_brace(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    let braces: Vec<usize> = text.match_indices('}').map(|(at, _)| at).collect();
    let at = span.start + random.pick(&braces)?;
    let seeded = scene.edit(at..at + 1, "")?;
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

fn unindent_line(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    // The rest of a tag may read as a message.
    if text.contains('<') {
        return None;
    }
    // A brace may stand at the start of a line, and so may a list.
    let starts_a_word = |at: &usize| {
        let (before, after) = text.split_at_checked(*at).unwrap_or_default();
        let is_outside = before.matches('{').count() == before.matches('}').count();
        is_outside && after.trim_start().starts_with(char::is_alphabetic)
    };
    let places: Vec<usize> =
        text.match_indices(' ').map(|(at, _)| at).filter(starts_a_word).collect();
    let at = value.start + random.pick(&places)?;
    let seeded = scene.edit(at..at + 1, "\n")?;
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

fn repeat_message(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    scene.edit(span.end..span.end, message(scene)?)
}

/// The attributes of the message: each line that starts with `.name =`.
fn attributes(scene: &Scene) -> Vec<(usize, &str)> {
    let Some(span) = scene.message_span() else { return Vec::new() };
    let mut attributes = Vec::new();
    let mut start = span.start;
    for line in scene.text().get(span).unwrap_or_default().split_inclusive('\n') {
        if line.trim_start().starts_with('.') {
            attributes.push((start, line));
        }
        start += line.len();
    }
    attributes
}

fn repeat_attribute(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (start, line) = random.pick(&attributes(scene))?;
    scene.edit(start..start, line)
}

fn drop_attribute(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let attributes = attributes(scene);
    let has_value =
        message(scene)?.lines().next().is_some_and(|line| !line.trim_end().ends_with('='));
    if attributes.len() < 2 && !has_value {
        return None;
    }
    let (start, line) = random.pick(&attributes)?;
    scene.edit(start..start + line.len(), "")
}

fn rename_attribute(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (start, line) = random.pick(&attributes(scene))?;
    let (name, _) = line.split_once(" =")?;
    scene.edit(start + name.len()..start + name.len(), "s")
}

fn add_attribute(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() {
        return None;
    }
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    scene.edit(value.end..value.end, &format!("\n    .label = {text}"))
}

fn drop_message(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() {
        return None;
    }
    scene.edit(scene.message_span()?, "")
}

fn drop_file(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() || scene.has_catalog {
        return None;
    }
    let tree = scene.tree.with(&format!("{}/other.ftl", scene.locale), scene.text());
    let tree = tree.with(&format!("{REFERENCE}/other.ftl"), scene.reference_text());
    let seeded = scene.seeded(tree.without(&scene.path));
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

fn mistype_id(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() {
        return None;
    }
    let span = scene.message_span()?;
    let end = span.start + scene.message.len();
    let id = format!("{}s", scene.message);
    let seeded = scene.edit(span.start..end, &id)?;
    Some(Seeded { target: Target::Message(id), ..seeded })
}

fn add_message(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if scene.is_term() {
        return None;
    }
    let span = scene.message_span()?;
    let text = message(scene)?.strip_prefix(&scene.message)?;
    let id = format!("{}-old", scene.message);
    let seeded = scene.edit(span.end..span.end, &format!("{id}{text}"))?;
    Some(Seeded { target: Target::Message(id), ..seeded })
}

fn add_file(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let path = format!("{}/old.ftl", scene.locale);
    let text = message(scene)?.replacen(&scene.message, &format!("{}-old", scene.message), 1);
    // With a catalog a locale may part its messages into files as it likes.
    if scene.is_term() || scene.has_catalog {
        return None;
    }
    Some(scene.seeded_file(scene.tree.with(&path, text), &path))
}

fn add_folder(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let names = ["old", "backup", "xx", "translations"].map(str::to_owned);
    let copy = format!("{}-copy", scene.locale);
    let name =
        random.pick(&[names.as_slice(), &[copy, scene.locale.replace('-', "_") + "_"]].concat())?;
    let path = format!("{name}/{}", scene.path.rsplit('/').next()?);
    let tree = scene.tree.with(&path, scene.text()).with("locales.toml", registry(scene));
    let seeded = scene.seeded_file(tree, &name);
    Some(seeded)
}

/// What an example says of its locales where it says nothing.
fn registry(scene: &Scene) -> String {
    let locale = |tag: &str, tier: &str| {
        format!("[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"{tier}\"\n")
    };
    let reference = REFERENCE;
    format!(
        "format = 1\ncatalog = \"catalog\"\nreference = \"{reference}\"\n{}{}",
        locale(reference, "released"),
        locale(&scene.locale, "preview")
    )
}

fn empty_text(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    scene.edit(scene.plain_value()?, random.pick(&["{ \"\" }", "{ \" \" }"])?)
}

fn empty_attribute(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (start, line) = random.pick(&attributes(scene))?;
    let sign = line.find('=')? + 1;
    scene.edit(start + sign..start + line.trim_end().len(), " { \"\" }")
}

fn empty_variant(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    let keys: Vec<usize> = text.match_indices("] ").map(|(at, _)| at + 2).collect();
    let start = random.pick(&keys)?;
    let length = text.get(start..)?.find('\n')?;
    // A form of a term may be nothing.
    if !text.contains("->") || scene.is_term() {
        return None;
    }
    scene.edit(span.start + start..span.start + start + length, "{ \"\" }")
}

fn nothing_but_a_space(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    // Of a lost number or age another rule says so.
    let has_fact = scene.text().get(value.clone())?.contains("{ $");
    if !scene.has_catalog || scene.is_term() || has_fact || scene.has_quotation() {
        return None;
    }
    scene.edit(value, random.pick(&["{ \"\\u0020\" }", "{ \"\\u00A0\" }"])?)
}

fn nest_deep(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let depth = random.within(9..40);
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    if text.contains(['"', '{', '\n']) {
        return None;
    }
    let (open, close) = ("{ ".repeat(depth), " }".repeat(depth));
    let seeded = scene.edit(value, &format!("{open}\"{text}\"{close}"))?;
    // What is nested so deep is not read at all.
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

fn expand_without_end(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    let text = scene.text().get(value.clone())?;
    if scene.is_term() || text.contains(['"', '{', '\n']) {
        return None;
    }
    let level = |number: usize| {
        let next = format!("{{ -level-{} }}", number + 1);
        format!("-level-{number} = {}\n", [next.as_str(); 8].join(" "))
    };
    let terms: String = (1..6).map(level).collect();
    let last = format!("-level-6 = {text}\n");
    let new = format!("{terms}{last}\n{}", scene.text());
    let shift = new.len() - scene.text().len();
    let (before, _) = new.split_at_checked(value.start + shift)?;
    let after = new.get(value.end + shift..)?;
    scene.rewrite(&format!("{before}{text} {{ -level-1 }}{after}"))
}

fn long_number(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    scene.edit(value.end..value.end, " { 12345678901234567890 }")
}

fn byte_order_mark(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let (first, _) = scene.text().split_at_checked(1)?;
    let tree =
        scene.tree.with(&scene.path, scene.text().replacen(first, &format!("\u{feff}{first}"), 1));
    Some(scene.seeded_file(tree, &scene.path))
}

fn drop_last_line_break(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let tree = scene.tree.with(&scene.path, scene.text().strip_suffix('\n')?);
    Some(scene.seeded_file(tree, &scene.path))
}

fn other_encoding(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let byte = random.pick(&["⟦E9⟧", "⟦FF⟧", "⟦C3⟧", "⟦80⟧"])?;
    let value = scene.plain_value()?;
    let seeded = scene.edit(value.end..value.end, byte)?;
    Some(Seeded { target: Target::File(scene.path.clone()), ..seeded })
}

fn mistype_setting(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (name, text) = random.pick(&[
        ("language.toml", "format = 1\nnegations = [\"no\"]\n"),
        ("language.toml", "format = 2\n"),
        ("language.toml", "format = 1\nkeep = [\"CSEC]\n"),
        ("waivers.toml", "format = 1\n[[waivers]]\nrule = \"doubled-word\"\n"),
        ("waivers.toml", "[[waiver]]\n"),
    ])?;
    let path = format!("{}/{name}", scene.locale);
    Some(scene.seeded_file(scene.tree.with(&path, text), &path))
}

fn outdate_waiver(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let rule = random.pick(&["doubled-word", "unusual-character", "number-mismatch"])?;
    let text = format!(
        "format = 1\n[[waiver]]\nrule = \"{rule}\"\nmessage = \"{}\"\nreason = \"it is a name\"\nauthor = \"A. Translator\"\nexpires = 2099-01-31\ntext = \"{}\"\n",
        scene.message,
        "0".repeat(32)
    );
    let path = format!("{}/waivers.toml", scene.locale);
    Some(scene.seeded_file(scene.tree.with(&path, text), &path))
}
