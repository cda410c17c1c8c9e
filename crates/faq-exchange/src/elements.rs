//! What a pattern is made of, and what of it a flat text only names: choices, and what cannot stand in a text.

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

use crate::{flat, syntax::written};

/// The elements of a pattern, and those among them that a flat text only names.
pub(crate) struct Elements<'p> {
    pattern: &'p Pattern<String>,
    /// By the marker that stands for each.
    pub(crate) kept: Vec<(String, &'p PatternElement<String>)>,
}

impl<'p> Elements<'p> {
    pub(crate) fn of(pattern: &'p Pattern<String>) -> Self {
        let mut kept: Vec<(String, &PatternElement<String>)> = Vec::new();
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let name = match choice_in(expression) {
                Some((selector, _)) => {
                    let expression = Expression::Inline(selector.clone());
                    let code = written(&PatternElement::Placeable { expression });
                    let name = code.trim_matches(['{', '}', ' ']).to_owned();
                    if is_plain(&code) { format!("{name} -> …") } else { "…".to_owned() }
                }
                None if is_plain(&written(element)) => continue,
                None => "…".to_owned(),
            };
            let number =
                kept.iter().filter(|(it, _)| it.starts_with(&format!("{{ {name} "))).count();
            let number = if number == 0 { String::new() } else { format!("{} ", number + 1) };
            kept.push((format!("{{ {name} {number}}}"), element));
        }
        Self { pattern, kept }
    }

    /// Whether there is a choice and nothing else.
    pub(crate) fn is_one_choice(&self) -> bool {
        matches!(self.pattern.elements.as_slice(), [PatternElement::Placeable { expression }] if choice_in(expression).is_some())
    }

    /// The choices: which one, and its variants.
    pub(crate) fn choices(&self) -> Vec<(usize, &'p [Variant<String>])> {
        let choices = self.kept.iter().filter_map(|(_, element)| match element {
            PatternElement::Placeable { expression } => choice_in(expression),
            PatternElement::TextElement { .. } => None,
        });
        choices.map(|(_, variants)| variants).enumerate().collect()
    }

    /// The choice that a marker stands for.
    pub(crate) fn choice_of(&self, marker: &str) -> Option<(usize, &'p [Variant<String>])> {
        let is_choice = |(_, element): &&(String, &PatternElement<String>)| match element {
            PatternElement::Placeable { expression } => choice_in(expression).is_some(),
            PatternElement::TextElement { .. } => false,
        };
        let index = self.kept.iter().filter(is_choice).position(|(it, _)| it == marker)?;
        self.choices().into_iter().nth(index)
    }

    pub(crate) fn flat(&self) -> String {
        let mut flat = String::new();
        for element in &self.pattern.elements {
            let kept = self.kept.iter().find(|(_, it)| std::ptr::eq(*it, element));
            match (kept, element) {
                (Some((marker, _)), _) => flat.push_str(marker),
                (None, PatternElement::TextElement { value }) => {
                    flat.push_str(&flat::of_text(value));
                }
                (None, PatternElement::Placeable { .. }) => flat.push_str(&written(element)),
            }
        }
        flat
    }
}

/// Whether it is one placeable on one line, so that it can be found again in a text.
fn is_plain(code: &str) -> bool {
    !code.contains(['\n', '…']) && flat::pieces(code) == Ok(vec![flat::Piece::Code(code)])
}

type Choice<'e> = (&'e InlineExpression<String>, &'e [Variant<String>]);

/// The choice that an expression is, in further braces or not.
fn choice_in(expression: &Expression<String>) -> Option<Choice<'_>> {
    match expression {
        Expression::Select { selector, variants } => Some((selector, variants)),
        Expression::Inline(InlineExpression::Placeable { expression }) => choice_in(expression),
        Expression::Inline(_) => None,
    }
}

pub(crate) fn variants_mut(
    element: &mut PatternElement<String>,
) -> Option<&mut Vec<Variant<String>>> {
    pub(crate) fn of(expression: &mut Expression<String>) -> Option<&mut Vec<Variant<String>>> {
        match expression {
            Expression::Select { variants, .. } => Some(variants),
            Expression::Inline(InlineExpression::Placeable { expression }) => of(expression),
            Expression::Inline(_) => None,
        }
    }
    match element {
        PatternElement::Placeable { expression } => of(expression),
        PatternElement::TextElement { .. } => None,
    }
}

/// The name of a variant.
pub(crate) fn key(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The ids of the variants of a choice. A key that is there twice is told apart by a number.
pub(crate) fn variant_ids(id: &str, choice: usize, variants: &[Variant<String>]) -> Vec<String> {
    let number = if choice == 0 { String::new() } else { format!("#{}", choice + 1) };
    let ids = variants.iter().enumerate().map(|(index, variant)| {
        let name = key(variant);
        let before = variants.iter().take(index).filter(|it| key(it) == name).count();
        let again = if before == 0 { String::new() } else { format!("~{}", before + 1) };
        format!("{id}{number}[{name}{again}]")
    });
    ids.collect()
}
