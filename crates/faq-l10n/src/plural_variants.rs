//! Gives a text of the reference the plural forms of another language, so that a translator finds the right variants.

use fluent_syntax::{
    ast::{
        Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
        Resource, Variant, VariantKey,
    },
    parser, serializer,
};

use crate::formatter::written;

/// The plural categories that whole numbers have in a language, in the order `zero`, `one`, `two`, `few`, `many`, `other`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PluralForms {
    /// For counting.
    pub cardinal: Vec<&'static str>,
    /// For ranks: first, second.
    pub ordinal: Vec<&'static str>,
}

impl PluralForms {
    /// Brings categories into their order.
    pub fn new(cardinal: &[&'static str], ordinal: &[&'static str]) -> Self {
        let sorted = |known: &[&'static str]| {
            CATEGORIES.into_iter().filter(|category| known.contains(category)).collect()
        };
        Self { cardinal: sorted(cardinal), ordinal: sorted(ordinal) }
    }
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One message or term with the variants that its choices by number need in a language. A form that the text does not have reads as its
/// default does.
pub(crate) fn with_forms_of(text: &str, forms: &PluralForms) -> String {
    let lf = text.replace("\r\n", "\n");
    let expanded = parser::parse(lf.as_str()).ok().and_then(|resource| {
        let [mut entry] = <[Entry<&str>; 1]>::try_from(resource.body).ok()?;
        expand(&mut entry, forms).then(|| serializer::serialize(&Resource { body: vec![entry] }))
    });
    // The lines of a text that starts with a full stop could become messages.
    match expanded.filter(|text| is_one_entry(text)) {
        // In the usual form, which indents blank lines otherwise.
        Some(text) => written(&text).unwrap_or(text).trim_end().to_owned(),
        None => lf,
    }
}

fn is_one_entry(text: &str) -> bool {
    parser::parse(text).is_ok_and(|resource| resource.body.len() == 1)
}

/// Whether anything was to expand.
fn expand<'s>(entry: &mut Entry<&'s str>, forms: &PluralForms) -> bool {
    let (value, attributes): (Option<&mut Pattern<&'s str>>, &mut [Attribute<&'s str>]) =
        match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => (None, &mut []),
        };
    let patterns = value.into_iter().chain(attributes.iter_mut().map(|it| &mut it.value));
    patterns.fold(false, |any, pattern| expand_pattern(pattern, forms) | any)
}

fn expand_pattern(pattern: &mut Pattern<&str>, forms: &PluralForms) -> bool {
    let elements = pattern.elements.iter_mut();
    let expressions = elements.filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    });
    expressions.fold(false, |any, expression| expand_expression(expression, forms) | any)
}

fn expand_expression(expression: &mut Expression<&str>, forms: &PluralForms) -> bool {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            expand_expression(expression, forms)
        }
        Expression::Inline(_) => false,
        Expression::Select { selector, variants } => {
            let inner = variants
                .iter_mut()
                .fold(false, |any, it| expand_pattern(&mut it.value, forms) | any);
            let forms = if is_ordinal(selector) { &forms.ordinal } else { &forms.cardinal };
            match expanded(variants, forms) {
                Some(new) => {
                    *variants = new;
                    true
                }
                None => inner,
            }
        }
    }
}

/// The variants of a choice by number for these forms; none for any other choice, and where they are those forms already.
fn expanded<'s>(
    variants: &[Variant<&'s str>],
    forms: &[&'static str],
) -> Option<Vec<Variant<&'s str>>> {
    let is_number = |it: &Variant<&str>| matches!(it.key, VariantKey::NumberLiteral { .. });
    let category = |it: &Variant<&str>| match it.key {
        VariantKey::Identifier { name } => CATEGORIES.into_iter().find(|known| *known == name),
        VariantKey::NumberLiteral { .. } => None,
    };
    let is_plural = variants.iter().all(|it| is_number(it) || category(it).is_some())
        && variants.iter().any(|it| category(it).is_some_and(|it| it != "other"));
    let default = variants.iter().find(|it| it.default).filter(|_| is_plural)?;
    let last = *forms.last()?;
    let numbers = variants.iter().filter(|it| is_number(it));
    let numbers = numbers.map(|it| Variant { default: false, ..it.clone() });
    let of_forms = forms.iter().map(|form| {
        let known = variants.iter().find(|it| category(it) == Some(form)).unwrap_or(default);
        Variant {
            key: VariantKey::Identifier { name: *form },
            default: *form == last,
            value: known.value.clone(),
        }
    });
    let new: Vec<_> = numbers.chain(of_forms).collect();
    (new != variants).then_some(new)
}

/// Whether it is `NUMBER($x, type: "ordinal")`.
fn is_ordinal(selector: &InlineExpression<&str>) -> bool {
    let InlineExpression::FunctionReference { arguments: CallArguments { named, .. }, .. } =
        selector
    else {
        return false;
    };
    named.iter().any(|it| {
        it.name.name == "type"
            && matches!(it.value, InlineExpression::StringLiteral { value: "ordinal" })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_forms(text: &str, cardinal: &[&'static str], ordinal: &[&'static str]) -> String {
        with_forms_of(text, &PluralForms::new(cardinal, ordinal))
    }

    #[test]
    fn a_choice_by_number_gets_the_forms_of_the_language() {
        let text =
            "n =\n    { $n ->\n        [0] None\n        [one] One\n       *[other] { $n }\n    }";
        insta::assert_snapshot!(in_forms(text, &["few", "many", "one"], &["other"]), @r"
        n =
            { $n ->
                [0] None
                [one] One
                [few] { $n }
               *[many] { $n }
            }
        ");
        insta::assert_snapshot!(in_forms(text, &["other"], &["other"]), @r"
        n =
            { $n ->
                [0] None
               *[other] { $n }
            }
        ");
        assert_eq!(in_forms(text, &["one", "other"], &["other"]), text);
    }

    #[test]
    fn a_text_that_starts_with_a_full_stop_stays_one_message() {
        let text = "a = .b\n    c = { $n ->\n        [one] d\n       *[other] e\n    }";
        assert!(is_one_entry(&in_forms(text, &["one", "few", "other"], &[])));
    }

    #[test]
    fn ranks_and_inner_choices_have_their_own_forms() {
        let text = "a = { $x ->\n [case] X\n*[other] { NUMBER($n, type: \"ordinal\") ->\n [one] st\n*[other] th\n}\n}\n    .b = B";
        insta::assert_snapshot!(in_forms(text, &["one"], &["many", "other"]), @r#"
        a =
            { $x ->
                [case] X
               *[other]
                    { NUMBER($n, type: "ordinal") ->
                        [many] th
                       *[other] th
                    }
            }
            .b = B
        "#);
    }

    #[test]
    fn what_chooses_by_no_number_stays_as_it_is() {
        for text in ["a  =  A", "a = { $x ->\n *[other] A\n }", "a = {", "a = A\nb = B"] {
            assert_eq!(in_forms(text, &["one", "few", "other"], &[]), text);
        }
    }
}
