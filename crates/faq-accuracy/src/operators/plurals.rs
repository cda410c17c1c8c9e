//! Defects of select expressions.

use std::ops::Range;

use super::{Operator, Seeded, operator};
use crate::{random::Random, scene::Scene};

pub(super) const OPERATORS: &[Operator] = &[
    operator("drop-plural-form", "missing-plural", drop_plural_form),
    operator("add-plural-form", "unreachable-variant", add_plural_form),
    operator("move-default", "plural-default", move_default),
    operator("repeat-variant", "duplicate-variant", repeat_variant),
    operator("one-text-for-all-variants", "identical-variants", one_text_for_all_variants),
    operator("translate-keys", "mixed-variable-type", translate_keys),
];

/// A variant that stands on a line of its own.
#[derive(Clone, Debug)]
struct Variant {
    /// The line, with its line break.
    line: Range<usize>,
    key: String,
    default: bool,
    /// What follows the key.
    text: String,
}

fn variants(scene: &Scene) -> Vec<Variant> {
    let Some(span) = scene.message_span() else { return Vec::new() };
    let mut variants = Vec::new();
    let mut start = span.start;
    for line in scene.text().get(span).unwrap_or_default().split_inclusive('\n') {
        let trimmed = line.trim();
        let key = trimmed.trim_start_matches('*').strip_prefix('[');
        if let Some((key, text)) = key.and_then(|it| it.split_once(']')) {
            variants.push(Variant {
                line: start..start + line.len(),
                key: key.trim().to_owned(),
                default: trimmed.starts_with('*'),
                text: text.trim().to_owned(),
            });
        }
        start += line.len();
    }
    variants
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The variants of a choice by number.
fn plural_forms(scene: &Scene) -> Vec<Variant> {
    let variants = variants(scene);
    let is_plural = variants.iter().all(|it| CATEGORIES.contains(&it.key.as_str()));
    if is_plural && scene.text().contains("->") && !scene.is_term() { variants } else { Vec::new() }
}

fn drop_plural_form(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let forms: Vec<Variant> = plural_forms(scene).into_iter().filter(|it| !it.default).collect();
    let form = random.pick(&forms)?;
    // Where one is left, nothing is chosen any more.
    if forms.len() < 2 || scene.text().contains("ordinal") {
        return None;
    }
    scene.edit(form.line, "")
}

fn add_plural_form(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let forms = plural_forms(scene);
    let form = forms.first()?;
    // Languages of the sources that have none of these.
    if !matches!(scene.language(), "es" | "fr" | "de" | "pt" | "it" | "hi" | "el" | "tr") {
        return None;
    }
    let key = random.pick(&["few", "two", "zero"])?;
    scene.edit(form.line.start..form.line.start, &format!("        [{key}] {}\n", form.text))
}

fn move_default(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let forms = plural_forms(scene);
    let one = forms.iter().find(|it| it.key == "one")?;
    let other = forms.iter().find(|it| it.key == "other" && it.default)?;
    if scene.text().contains("ordinal") {
        return None;
    }
    let text: String = forms
        .iter()
        .map(|it| {
            let star = if it.key == one.key { " *" } else { "  " };
            format!("      {star}[{}] {}\n", it.key, it.text)
        })
        .collect();
    scene.edit(forms.first()?.line.start..other.line.end, &text)
}

fn repeat_variant(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let variant = random.pick(&variants(scene))?;
    let line = scene.text().get(variant.line.clone())?.replace("*[", " [");
    scene.edit(variant.line.end..variant.line.end, &line)
}

fn one_text_for_all_variants(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let variants = variants(scene);
    let is_number = variants.iter().any(|it| CATEGORIES.contains(&it.key.as_str()));
    if is_number || scene.is_term() {
        return None;
    }
    let text = random.pick(&variants)?.text;
    let (first, last) = (variants.first()?, variants.last()?);
    let lines: String = variants
        .iter()
        .map(|it| format!("      {}[{}] {text}\n", if it.default { " *" } else { "  " }, it.key))
        .collect();
    scene.edit(first.line.start..last.line.end, &lines)
}

fn translate_keys(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    let forms = plural_forms(scene);
    let span = scene.message_span()?;
    if forms.len() < 2 || scene.text().contains("NUMBER") {
        return None;
    }
    let mut text = scene.text().get(span.clone())?.to_owned();
    for (index, form) in forms.iter().enumerate() {
        text = text.replace(&format!("[{}]", form.key), &format!("[form{index}]"));
    }
    scene.edit(span, &text)
}
