//! Choices by plural category, with a variant for each category that a language has.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

use crate::elements::key;

/// Names that only plural categories have, in the order in which people count; `other` is a word as well.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// Most texts that a choice gets of its default. In each other, choices by six categories would grow to millions of texts.
const MOST: usize = 1_000;

/// The plural categories of a language.
pub(crate) struct Plurals {
    cardinal: Vec<&'static str>,
    ordinal: Vec<&'static str>,
}

impl Plurals {
    /// Those of the language with this tag; none where nobody knows them.
    pub(crate) fn of(tag: &str) -> Self {
        let categories = |kind: PluralRuleType| {
            let locale: Locale = tag.parse().ok()?;
            let rules = PluralRules::try_new((&locale).into(), kind.into()).ok()?;
            // Plural rules look at the last two digits and at single numbers. What only millions and fractions have is
            // hardly ever wanted.
            let numbers = (0_u32..=210).chain([1_000, 1_001, 10_000]);
            let known: Vec<&str> = numbers.map(|it| name(rules.category_for(it))).collect();
            Some(CATEGORIES.into_iter().filter(|it| known.contains(it)).collect())
        };
        Self {
            cardinal: categories(PluralRuleType::Cardinal).unwrap_or_default(),
            ordinal: categories(PluralRuleType::Ordinal).unwrap_or_default(),
        }
    }

    /// The message with what its choices by plural category lack; what they have beyond it stays.
    pub(crate) fn fill(&self, entry: &mut Entry<String>) {
        self.for_each_pattern(entry, false);
    }

    /// The message with no categories in its choices but those of the language.
    pub(crate) fn replace(&self, entry: &mut Entry<String>) {
        self.for_each_pattern(entry, true);
    }

    fn for_each_pattern(&self, entry: &mut Entry<String>, only: bool) {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => return,
        };
        for pattern in value.into_iter().chain(attributes.iter_mut().map(|it| &mut it.value)) {
            self.pattern(pattern, only);
        }
    }

    fn pattern(&self, pattern: &mut Pattern<String>, only: bool) {
        for element in &mut pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            self.expression(expression, only);
        }
    }

    fn expression(&self, expression: &mut Expression<String>, only: bool) {
        match expression {
            Expression::Select { selector, variants } => {
                for variant in variants.iter_mut() {
                    self.pattern(&mut variant.value, only);
                }
                self.variants(is_ordinal(selector), variants, only);
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression, only);
            }
            Expression::Inline(_) => {}
        }
    }

    fn variants(&self, ordinal: bool, variants: &mut Vec<Variant<String>>, only: bool) {
        let wanted = if ordinal { &self.ordinal } else { &self.cardinal };
        let name = |it: &Variant<String>| key(it).to_owned();
        let names: Vec<String> = variants.iter().map(name).collect();
        let by_number = variants.iter().all(|it| {
            let is_number = matches!(it.key, VariantKey::NumberLiteral { .. });
            is_number || it.default || CATEGORIES.contains(&key(it))
        });
        let has_category = names.iter().any(|it| CATEGORIES.contains(&it.as_str()));
        let Some(default) = variants.iter().find(|it| it.default).cloned() else { return };
        let default_name = name(&default);
        // A default that is itself a category is no model for the other ones' names.
        if !by_number || !has_category || CATEGORIES.contains(&default_name.as_str()) {
            return;
        }
        let lacks = wanted.iter().filter(|it| !names.iter().any(|old| old == *it)).count();
        if lacks.saturating_mul(texts_in(&default.value)) > MOST {
            return;
        }
        if only {
            variants.retain(|it| {
                let name = key(it);
                it.default || !CATEGORIES.contains(&name) || wanted.contains(&name)
            });
        }
        let end = variants.iter().position(|it| it.default).unwrap_or_default();
        let lacks = wanted.iter().filter(|it| !variants.iter().any(|old| name(old) == ***it));
        let new: Vec<Variant<String>> = lacks
            .map(|it| Variant {
                key: VariantKey::Identifier { name: (*it).to_owned() },
                default: false,
                value: default.value.clone(),
            })
            .collect();
        variants.splice(end..end, new);
        if only {
            variants.sort_by_key(|it| {
                let rank = CATEGORIES.iter().position(|name| *name == key(it));
                (it.default, rank.map_or(0, |rank| rank + 1))
            });
        }
    }
}

/// How many texts there are in a pattern, itself and those in all its variants.
fn texts_in(pattern: &Pattern<String>) -> usize {
    fn of_expression(expression: &Expression<String>) -> usize {
        match expression {
            Expression::Select { variants, .. } => {
                variants.iter().map(|it| texts_in(&it.value)).sum()
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                of_expression(expression)
            }
            Expression::Inline(_) => 0,
        }
    }
    let of_element = |element: &PatternElement<String>| match element {
        PatternElement::Placeable { expression } => of_expression(expression),
        PatternElement::TextElement { .. } => 0,
    };
    1 + pattern.elements.iter().map(of_element).sum::<usize>()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Whether it chooses by ordinal categories: `NUMBER($n, type: "ordinal")`.
fn is_ordinal(selector: &InlineExpression<String>) -> bool {
    let InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    arguments.named.iter().any(|argument| {
        let is_type = argument.name.name == "type";
        is_type
            && matches!(&argument.value, InlineExpression::StringLiteral { value } if value == "ordinal")
    })
}
