//! Defects of variables, references and options.

use std::ops::Range;

use faq_l10n::{Origin, Target as Name, span_of};

use super::{Operator, Seeded, operator};
use crate::{case::Target, random::Random, scene::Scene};

pub(super) const OPERATORS: &[Operator] = &[
    operator("drop-variable", "variable-mismatch", drop_variable),
    operator("drop-variable-in-one-variant", "variable-mismatch", drop_variable_in_one_variant),
    operator("rename-variable", "variable-mismatch", rename_variable),
    operator("mistype-reference", "broken-reference", mistype_reference),
    operator("add-unknown-attribute", "broken-reference", add_unknown_attribute),
    operator("refer-to-itself", "broken-reference", refer_to_itself),
    operator("drop-reference", "reference-mismatch", drop_reference),
    operator("mistype-argument", "unused-argument", mistype_argument),
    operator("add-term", "unused-term", add_term),
    operator("wrong-option-value", "invalid-option", wrong_option_value),
    operator("mistype-option", "invalid-option", mistype_option),
    operator("drop-option", "option-mismatch", drop_option),
    operator("exchange-option", "option-mismatch", exchange_option),
    operator("number-as-date", "mixed-variable-type", number_as_date),
    operator("drop-comment", "undocumented-variable", drop_comment),
];

/// A name in a placeable of its own, `{ $name }`.
#[derive(Clone, Debug)]
struct Use {
    /// The name alone.
    name: Range<usize>,
    /// The placeable, with its braces.
    placeable: Range<usize>,
    kind: UseKind,
    /// The key of the variant it stands in, if it stands in one.
    variant: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UseKind {
    Variable,
    Reference,
}

/// All names that are shown in a placeable of their own.
fn uses(scene: &Scene) -> Vec<Use> {
    let of = |message: faq_l10n::Outline<'_, '_>, source: &str| {
        let shown = message.references().iter().filter(|it| it.shown);
        let uses = shown.filter_map(|it| {
            let (name, kind) = match it.target {
                Name::Variable(name) => (name, UseKind::Variable),
                Name::Message(name, None) | Name::Term(name, None) => (name, UseKind::Reference),
                Name::Message(_, Some(_)) | Name::Term(_, Some(_)) | Name::Function(_) => {
                    return None;
                }
            };
            let name = span_of(source, name)?;
            let variant = match message.branches().get(it.branch)?.origin {
                Origin::Variant { key, .. } => Some(key.to_owned()),
                Origin::Value | Origin::Attribute(_) => None,
            };
            Some(Use { placeable: placeable(source, &name)?, name, kind, variant })
        });
        Some(uses.collect())
    };
    scene.of_message(of).unwrap_or_default()
}

/// The braces around a name, where nothing else is between them.
fn placeable(source: &str, name: &Range<usize>) -> Option<Range<usize>> {
    let before = source.get(..name.start)?.trim_end_matches(['$', '-']).trim_end();
    let after = source.get(name.end..)?;
    let is_alone = before.ends_with('{') && after.trim_start().starts_with('}');
    is_alone.then(|| before.len() - 1..name.end + after.find('}').unwrap_or(0) + 1)
}

fn some(scene: &Scene, random: &mut Random, wanted: impl Fn(&Use) -> bool) -> Option<Use> {
    let uses: Vec<Use> = uses(scene).into_iter().filter(wanted).collect();
    random.pick(&uses)
}

fn drop_variable(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let it = some(scene, random, |it| it.kind == UseKind::Variable && it.variant.is_none())?;
    scene.edit(it.placeable, "")
}

fn drop_variable_in_one_variant(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    // The others may stand for one number, which the text may say in words.
    let stands_for_many = |key: &str| matches!(key, "few" | "many" | "other");
    let it = some(scene, random, |it| {
        it.kind == UseKind::Variable && it.variant.as_deref().is_some_and(stands_for_many)
    })?;
    scene.edit(it.placeable, "")
}

fn rename_variable(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let it = some(scene, random, |it| it.kind == UseKind::Variable)?;
    let name = scene.text().get(it.name.clone())?;
    scene.edit(it.name, &mistyped(name))
}

/// A name with one letter too many.
fn mistyped(name: &str) -> String {
    let last = name.chars().next_back().unwrap_or('x');
    format!("{name}{last}")
}

fn mistype_reference(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let it = some(scene, random, |it| it.kind == UseKind::Reference)?;
    let name = scene.text().get(it.name.clone())?;
    scene.edit(it.name, &mistyped(name))
}

fn add_unknown_attribute(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let is_message = |it: &Use| {
        let before = scene.text().get(..it.name.start).unwrap_or_default();
        it.kind == UseKind::Reference && !before.ends_with('-')
    };
    let it = some(scene, random, is_message)?;
    scene.edit(it.name.end..it.name.end, ".label")
}

fn refer_to_itself(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    scene.edit(value.end..value.end, &format!(" {{ {} }}", scene.message))
}

fn drop_reference(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let all = uses(scene);
    let name_of = |it: &Use| scene.text().get(it.name.clone());
    // A term that is used twice is not lost.
    let once = |it: &Use| {
        let id = name_of(it);
        let is_used = |id: &str| {
            scene.of_reference(|message, _| {
                Some(message.references().iter().any(|it| is_named(it.target, id)))
            })
        };
        let in_reference = id.and_then(is_used) == Some(true);
        let once = all.iter().filter(|other| name_of(other) == id).count() == 1;
        it.kind == UseKind::Reference && it.variant.is_none() && once && in_reference
    };
    let it = some(scene, random, once)?;
    scene.edit(it.placeable, "")
}

fn is_named(name: Name<'_>, id: &str) -> bool {
    match name {
        Name::Message(name, _) | Name::Term(name, _) => name == id,
        Name::Variable(_) | Name::Function(_) => false,
    }
}

fn mistype_argument(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let span = scene.message_span()?;
    let text = scene.text().get(span.clone())?;
    let at = span.start + text.find("(case:")? + 1;
    scene.edit(at..at + "case".len(), "kase")
}

fn add_term(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    if !scene.is_term() {
        return None;
    }
    let span = scene.message_span()?;
    let value = scene.text().get(span.clone())?.strip_prefix(&scene.message)?;
    let id = format!("{}-old", scene.message);
    let seeded = scene.edit(span.end..span.end, &format!("{id}{value}"))?;
    Some(Seeded { target: Target::Message(id), ..seeded })
}

fn wrong_option_value(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let values = [
        ("style: \"percent\"", "style: \"percentage\""),
        ("month: \"long\"", "month: \"lang\""),
        ("day: \"numeric\"", "day: \"number\""),
        ("type: \"ordinal\"", "type: \"ordinals\""),
        ("FractionDigits: 0", "FractionDigits: 1000"),
        ("FractionDigits: 1", "FractionDigits: \"one\""),
    ];
    scene.replace_one(random, &values)
}

fn mistype_option(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let names = [
        ("style:", "stile:"),
        ("month:", "mounth:"),
        ("day:", "days:"),
        ("maximumFractionDigits:", "maxFractionDigits:"),
    ];
    scene.replace_one(random, &names)
}

fn drop_option(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let options = [
        (", style: \"percent\"", ""),
        (", day: \"numeric\"", ""),
        (", maximumFractionDigits: 1", ""),
        (", type: \"ordinal\"", ""),
    ];
    scene.replace_one(random, &options)
}

fn exchange_option(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let options = [
        ("style: \"percent\"", "style: \"decimal\""),
        ("FractionDigits: 0", "FractionDigits: 2"),
        ("FractionDigits: 1", "FractionDigits: 0"),
    ];
    scene.replace_one(random, &options)
}

fn number_as_date(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let is_number = |it: &Use| it.variant.as_deref() == Some("other");
    let it = some(scene, random, |it| it.kind == UseKind::Variable && is_number(it))?;
    let name = scene.text().get(it.name)?;
    scene.edit(it.placeable, &format!("{{ DATETIME(${name}) }}"))
}

fn drop_comment(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    // What a term takes is said where it is used.
    if scene.is_term() {
        return None;
    }
    let span = scene.reference_span()?;
    let text = scene.reference_text();
    let before = text.get(..span.start)?;
    let start = before.rfind("\n\n").map_or(0, |at| at + 2);
    if !before.get(start..)?.contains('$') {
        return None;
    }
    scene.edit_reference(start..span.start, "")
}
