//! Rule `mixed-variable-type`: a variable is a number, a text or a date, and the same everywhere.

use faq_l10n::{Features, Kind, Origin, Outline, Select, Target, Value};

use crate::{
    choices::plurals::{is_category, is_number},
    choices::shown::variants,
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "mixed-variable-type",
    severities: Severities::WARNING,
    doc: include_str!("mixed-variable-type.md"),
    judge: Judge::Message(Features::SELECT.and(Features::FUNCTION), judge),
};

/// What a variable is used as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Text,
    Date,
}

/// One use of a variable that shows what it is.
#[derive(Clone, Copy)]
struct Use<'s> {
    variable: &'s str,
    used_as: Type,
    /// What shows it: the variable itself, or a variant's key.
    part: &'s str,
}

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    // What a term is given differs from text to text.
    if message.kind() == Kind::Term {
        return;
    }
    by_another(context, hits);
    let mut said: Vec<&str> = Vec::new();
    for (position, it) in uses(message).enumerate() {
        let same = |other: &Use<'_>| other.variable == it.variable;
        let mut of_reference = context.reference.into_iter().flat_map(uses).filter(same);
        let (expected, whose) = match of_reference.next() {
            Some(first) if first.used_as == it.used_as => continue,
            Some(_) if of_reference.any(|other| other.used_as == it.used_as) => continue,
            Some(first) => (first.used_as, "the reference text uses it"),
            None => match uses(message).take(position).find(same) {
                Some(first) if first.used_as != it.used_as => {
                    (first.used_as, "another place uses it")
                }
                Some(_) | None => continue,
            },
        };
        if said.contains(&it.variable) {
            continue;
        }
        said.push(it.variable);
        let text = format!(
            "`${}` is used as {} in `{}`; {whose} as {}",
            it.variable,
            it.used_as.name(),
            context.id(),
            expected.name()
        );
        let help = match expected {
            Type::Number => "choose by numbers or their forms: `[0]`, `[one]`, `*[other]`",
            Type::Text => "choose by the same words as the reference text; they are not translated",
            Type::Date => "write `{ DATETIME($…) }` with the variable",
        };
        context.at(hits, it.part, text).help(help);
    }
}

/// A choice by forms for numbers or by words, made by a variable that the reference does not choose so by, where the reference chooses
/// by another one and the message does not: `{ $user -> [one] …` for `{ $count -> [one] …`.
fn by_another(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (message, Some(reference)) = (context.message, context.reference) else { return };
    let chosen = |outline: Outline<'_, '_>, variable: &str| {
        uses(outline).any(|it| it.variable == variable)
            || outline.selects().iter().any(|it| it.selector == Value::Variable(variable))
    };
    for own in uses(message) {
        let is_word = own.used_as == Type::Text;
        if own.used_as == Type::Date || !(is_word || is_category(own.part)) {
            continue;
        }
        let only_shown = !chosen(reference, own.variable)
            && reference.references().iter().any(|it| it.target == Target::Variable(own.variable));
        let right = uses(reference).find(|it| {
            it.used_as == own.used_as
                && !chosen(message, it.variable)
                && (!is_word || it.part == own.part)
        });
        if let (true, Some(right)) = (only_shown, right) {
            let text = format!(
                "`{}` chooses by `${}`; the reference text chooses by `${}`",
                context.id(),
                own.variable,
                right.variable
            );
            let help = format!("write `{{ ${} ->` at the start of the choice", right.variable);
            context.at(hits, own.part, text).help(help);
            return;
        }
    }
}

/// The uses of variables in functions and in choices, in that order.
fn uses<'f, 's>(message: Outline<'f, 's>) -> impl Iterator<Item = Use<'s>> + use<'f, 's> {
    let in_functions = message.calls().iter().filter_map(move |call| {
        let used_as = match call.callee {
            Target::Function("NUMBER") => Type::Number,
            Target::Function("DATETIME") => Type::Date,
            Target::Function(_) | Target::Term(..) | Target::Message(..) | Target::Variable(_) => {
                return None;
            }
        };
        match message.arguments(call).first()?.value {
            Value::Variable(variable) => Some(Use { variable, used_as, part: variable }),
            Value::Text(_) | Value::Number(_) | Value::Other => None,
        }
    });
    let in_choices = message
        .selects()
        .iter()
        .enumerate()
        .filter_map(move |(index, select)| in_choice(message, index, select));
    in_functions.chain(in_choices)
}

/// What a choice by a variable is made for: numbers, or words of the program. The default may have any name.
fn in_choice<'s>(message: Outline<'_, 's>, index: usize, select: &Select<'s>) -> Option<Use<'s>> {
    let Value::Variable(variable) = select.selector else { return None };
    let keys = || {
        variants(message, index).filter_map(|(_, origin)| match origin {
            Origin::Variant { key, default, .. } => Some((key, default)),
            Origin::Value | Origin::Attribute(_) => None,
        })
    };
    // `[one]` may be a word among others, but a number is a number.
    let word = keys().find(|(key, default)| !default && !is_category(key) && !is_number(key));
    let number = keys().find(|(key, _)| is_number(key) || (is_category(key) && *key != "other"));
    match (word, number) {
        (Some((part, _)), _) if !keys().any(|(key, _)| is_number(key)) => {
            Some(Use { variable, used_as: Type::Text, part })
        }
        (None, Some((part, _))) => Some(Use { variable, used_as: Type::Number, part }),
        (Some(_) | None, _) => None,
    }
}

impl Type {
    fn name(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Date => "a date",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "mixed-variable-type",
            &format!("--- en-US/a.ftl\na = {reference}\n--- de/a.ftl\na = {translation}\n"),
        )
    }

    const NUMBER: &str = "{ $n ->\n    [one] x\n   *[other] y\n }";
    const WORD: &str = "{ $n ->\n    [saved] x\n   *[other] y\n }";

    #[test]
    fn a_choice_by_a_variable_that_is_only_shown_is_reported() {
        let reference = "{ $n ->\n    [one] { $user } x { $n }\n   *[other] { $user } y { $n }\n }";
        let by = |variable: &str| found(reference, &reference.replacen("$n", variable, 1));
        let report = by("$user");
        assert!(
            report.contains("chooses by `$user`; the reference text chooses by `$n`"),
            "{report}"
        );
        assert_eq!(by("$n"), "");
        let words = reference.replace("[one]", "[male]");
        let report = found(&words, &words.replacen("$n", "$user", 1));
        assert!(
            report.contains("chooses by `$user`; the reference text chooses by `$n`"),
            "{report}"
        );
    }

    #[test]
    fn a_number_of_the_reference_that_is_chosen_by_words_is_reported() {
        let report = found(NUMBER, "{ $n ->\n    [eins] x\n   *[other] y\n }");
        assert!(report.contains("`$n` is used as a text in `a`"), "{report}");
        assert!(report.contains("the reference text uses it as a number"), "{report}");
        assert!(found(WORD, NUMBER).contains("used as a number"));
        assert!(found("{ DATETIME($n) }", "{ NUMBER($n) }").contains("as a date"));
    }

    #[test]
    fn two_uses_in_one_message_have_to_agree() {
        assert!(found("x", &format!("{NUMBER} {WORD}")).contains("another place uses it"));
        assert_eq!(found("x", &format!("{{ NUMBER($n) }} {NUMBER}")), "");
    }

    #[test]
    fn what_may_be_both_is_not_reported() {
        for translation in
            ["{ $n ->\n   *[other] y\n }", "{ $n ->\n    [one] x\n   *[viele] y\n }", "{ $n }"]
        {
            assert_eq!(found(NUMBER, translation), "", "{translation}");
        }
        assert_eq!(found(WORD, "{ $n ->\n    [one] x\n    [saved] y\n   *[other] z\n }"), "");
    }

    #[test]
    fn a_variable_that_the_reference_uses_in_two_ways_may_be_used_in_either() {
        assert!(!found(&format!("{{ NUMBER($n) }} {WORD}"), WORD).contains("de/a.ftl"));
    }

    #[test]
    fn a_choice_shows_no_type_by_its_default_nor_by_words_among_numbers() {
        assert_eq!(found(WORD, "{ $n ->\n   *[other] y\n }"), "");
        assert_eq!(found(NUMBER, "{ $n ->\n    [1] x\n    [saved] y\n   *[other] z\n }"), "");
    }
}
