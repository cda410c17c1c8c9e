//! Rule `option-mismatch`: numbers and dates are formatted as in the reference text, as far as it changes what they say.

use faq_l10n::{Argument, Call, Features, Outline, Target, Value};

use crate::{
    choices::plurals::{PluralSelect, plural_selects},
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "option-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("option-mismatch.md"),
    judge: Judge::Message(Features::FUNCTION, judge),
};

/// Options of `NUMBER` that change what a number says. Whether `€` or `EUR` stands beside it is a matter of the language.
const OF_NUMBER: [&str; 10] = [
    "currency",
    "maximumFractionDigits",
    "maximumSignificantDigits",
    "minimumFractionDigits",
    "minimumIntegerDigits",
    "minimumSignificantDigits",
    "notation",
    "signDisplay",
    "style",
    "unit",
];

/// Parts that a date shows. Whether the month is a word or a number is a matter of the language.
const PARTS_OF_DATE: [&str; 9] =
    ["dateStyle", "day", "hour", "minute", "month", "second", "timeStyle", "weekday", "year"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    for (position, call) in reference.calls().iter().enumerate() {
        let Some((function, variable)) = formatted(reference, call).filter(|_| call.shown) else {
            continue;
        };
        let is_said = reference.calls().iter().take(position).any(|earlier| {
            earlier.shown && formatted(reference, earlier) == Some((function, variable))
        });
        if !is_said {
            compare(context, reference, (function, variable, call), hits);
        }
    }
    ordinals(context, reference, hits);
}

/// Function and variable of a call that formats a variable with `NUMBER` or `DATETIME`.
fn formatted<'s>(message: Outline<'_, 's>, call: &Call<'s>) -> Option<(&'s str, &'s str)> {
    let Target::Function(function @ ("NUMBER" | "DATETIME")) = call.callee else { return None };
    match message.arguments(call).iter().find(|it| it.name.is_none())?.value {
        Value::Variable(variable) => Some((function, variable)),
        Value::Text(_) | Value::Number(_) | Value::Other => None,
    }
}

/// Compares what every use of the variable in the reference text has with every use in the translation.
fn compare(
    context: &MessageContext<'_, '_>,
    reference: Outline<'_, '_>,
    (function, variable, expected): (&str, &str, &Call<'_>),
    hits: &mut Hits,
) {
    let message = context.message;
    let wanted = wanted(reference, function, expected);
    let all_have = |it: &&Argument<'_>| {
        uses(reference, variable)
            .all(|call| call.is_some_and(|call| find(reference, call, function, it) == Found::Same))
    };
    for option in wanted.iter().copied().filter(all_have) {
        let Some(name) = option.name else { continue };
        for call in uses(message, variable) {
            let found = call.map_or(Found::Nothing, |call| find(message, call, function, option));
            let shown = written(option);
            match found {
                Found::Same => continue,
                Found::Other(value) => {
                    let text = format!(
                        "`${variable}` has the option `{name}: {value}`, in the reference text `{shown}`"
                    );
                    let part = call.and_then(|call| place(message, call, name));
                    context.at(hits, part.unwrap_or(message.id()), text)
                }
                Found::Nothing => {
                    let text = format!("`${variable}` has lost the option `{shown}`");
                    context.at(hits, place_of_use(message, variable, call), text)
                }
            }
            .help(format!("write `{function}(${variable}, …)` with the options of the reference text"));
            // One finding for each variable: who lost one option lost them all.
            return;
        }
    }
}

/// The options of a call that change what it says.
fn wanted<'f, 's>(
    reference: Outline<'f, 's>,
    function: &str,
    call: &Call<'s>,
) -> Vec<&'f Argument<'s>> {
    let has_weight = |name: &str| match function {
        "NUMBER" => OF_NUMBER.contains(&name),
        _ => name == "timeZone" || PARTS_OF_DATE.contains(&name),
    };
    let arguments = reference.arguments(call).iter();
    arguments.filter(|it| it.name.is_some_and(has_weight)).collect()
}

/// All places where the variable is shown: with the function that formats it, or without one.
fn uses<'f, 's>(
    message: Outline<'f, 's>,
    variable: &str,
) -> impl Iterator<Item = Option<&'f Call<'s>>> {
    let shows = |it: Target<'_>| it == Target::Variable(variable);
    let formats = |call: &&Call<'s>| {
        let mut positional = message.arguments(call).iter().filter(|it| it.name.is_none());
        call.shown
            && matches!(call.callee, Target::Function(_))
            && positional.any(|it| it.value == Value::Variable(variable))
    };
    let all = message.references().iter().filter(|it| it.shown && shows(it.target)).count();
    let formatted: Vec<_> = message.calls().iter().filter(formats).collect();
    let bare = all.saturating_sub(formatted.len());
    formatted.into_iter().map(Some).chain(std::iter::repeat_n(None, bare))
}

/// What a call has in the place of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    Same,
    Other(String),
    Nothing,
}

fn find(message: Outline<'_, '_>, call: &Call<'_>, function: &str, option: &Argument<'_>) -> Found {
    // A function of the program's own may know what to do, and a style says which parts a date shows.
    let has_style = || {
        let is_style = |it: &Argument<'_>| matches!(it.name, Some("dateStyle" | "timeStyle"));
        message.arguments(call).iter().any(is_style)
    };
    let is_part = option.name.is_some_and(|name| PARTS_OF_DATE.contains(&name));
    if call.callee != Target::Function(function) || (is_part && has_style()) {
        return Found::Same;
    }
    match message.arguments(call).iter().find(|it| it.name == option.name) {
        Some(it) if is_part || it.value == option.value => Found::Same,
        Some(it) => Found::Other(written_value(it.value)),
        None => Found::Nothing,
    }
}

fn written(option: &Argument<'_>) -> String {
    format!("{}: {}", option.name.unwrap_or_default(), written_value(option.value))
}

fn written_value(value: Value<'_>) -> String {
    match value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(number) => number.to_owned(),
        Value::Variable(_) | Value::Other => "…".to_owned(),
    }
}

/// The name of an option as it stands in a call.
fn place<'s>(message: Outline<'_, 's>, call: &Call<'s>, name: &str) -> Option<&'s str> {
    message.arguments(call).iter().find_map(|it| it.name.filter(|own| *own == name))
}

/// The variable where it is shown, or the function that it is given to.
fn place_of_use<'s>(message: Outline<'_, 's>, variable: &str, call: Option<&Call<'s>>) -> &'s str {
    if let Some(Target::Function(name)) = call.map(|call| call.callee) {
        return name;
    }
    let mut references = message.references().iter().filter(|it| it.shown);
    references
        .find_map(|it| match it.target {
            Target::Variable(name) => (name == variable).then_some(name),
            Target::Message(..) | Target::Term(..) | Target::Function(_) => None,
        })
        .unwrap_or(message.id())
}

/// Whether both choose by the same kind of number: `first, second, third` or `one, two, three`.
fn ordinals(context: &MessageContext<'_, '_>, reference: Outline<'_, '_>, hits: &mut Hits) {
    if !context.message.features().any(Features::SELECT) {
        return;
    }
    let (expected, found) = (plural_selects(reference), plural_selects(context.message));
    for own in &found {
        let same = |it: &&PluralSelect<'_>| it.variable == own.variable;
        let Some(other) = expected.iter().find(same) else { continue };
        if expected.iter().filter(same).any(|it| it.ordinal == own.ordinal) {
            continue;
        }
        let option = "type: \"ordinal\"";
        let text = if other.ordinal {
            format!("`${}` has lost the option `{option}`", own.variable)
        } else {
            format!(
                "`${}` has the option `{option}`, in the reference text it has not",
                own.variable
            )
        };
        let help = "choose by the same kind of number as the reference text, in the forms of your language";
        context.at(hits, own.variable, text).help(help);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::{places, report};

    fn found(reference: &str, translation: &str) -> String {
        report(
            "option-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn an_option_that_is_lost_or_another_is_reported() {
        for (reference, translation, text) in [
            (
                "NUMBER($n, style: \"percent\")",
                "NUMBER($n)",
                "lost the option `style: \"percent\"`",
            ),
            ("NUMBER($n, style: \"percent\")", "$n", "`$n` has lost the option"),
            (
                "NUMBER($n, style: \"currency\", currency: \"EUR\")",
                "NUMBER($n, style: \"currency\", currency: \"USD\")",
                "`currency: \"USD\"`, in the reference text `currency: \"EUR\"`",
            ),
            (
                "NUMBER($n, maximumFractionDigits: 1)",
                "NUMBER($n, maximumFractionDigits: 0)",
                "`maximumFractionDigits: 0`, in",
            ),
            (
                "DATETIME($d, month: \"long\", hour: \"numeric\")",
                "DATETIME($d, month: \"long\")",
                "`hour:",
            ),
            ("DATETIME($d, timeZone: \"UTC\")", "DATETIME($d)", "`timeZone:"),
            ("DATETIME($d, year: \"numeric\")", "$d", "`year:"),
            ("NUMBER($n, style: \"percent\")", "NUMBER($n, style: \"percent\") } { $n", "lost the"),
        ] {
            let report = found(&format!("{{ {reference} }}"), &format!("{{ {translation} }}"));
            assert!(report.contains(text), "{reference} / {translation}: {report}");
            assert_eq!(report.matches("option-mismatch").count(), 1, "{report}");
        }
    }

    #[test]
    fn what_is_a_matter_of_the_language_or_said_by_another_function_is_not() {
        for (reference, translation) in [
            ("DATETIME($d, month: \"long\")", "DATETIME($d, month: \"numeric\", hour12: 0)"),
            (
                "DATETIME($d, month: \"long\", day: \"numeric\")",
                "DATETIME($d, dateStyle: \"long\")",
            ),
            ("NUMBER($n, style: \"percent\")", "MINE($n)"),
            ("NUMBER($n, style: \"percent\")", "$m"),
            ("NUMBER($n, useGrouping: 0)", "NUMBER($n)"),
            ("NUMBER($n, style: \"percent\") } { $n", "$n"),
        ] {
            let report = found(&format!("{{ {reference} }}"), &format!("{{ {translation} }}"));
            assert_eq!(report, "", "{reference} / {translation}");
        }
    }

    #[test]
    fn numbers_that_count_and_numbers_of_a_place_are_two_things() {
        let select = |selector: &str| {
            format!("{{ {selector} ->\n    [one] {{ $n }}a\n   *[other] {{ $n }}b\n }}")
        };
        let (cardinal, ordinal) = (select("$n"), select("NUMBER($n, type: \"ordinal\")"));
        assert!(
            found(&ordinal, &cardinal).contains("`$n` has lost the option `type: \"ordinal\"`")
        );
        assert!(found(&cardinal, &ordinal).contains("in the reference text it has not"));
        assert_eq!(found(&ordinal, &ordinal), "");
        assert_eq!(found(&ordinal, "{ $n }"), "");
        assert_eq!(found(&format!("{cardinal} {ordinal}"), &cardinal), "");
    }

    #[test]
    fn each_function_and_each_variable_is_compared_by_itself() {
        let date = "{ DATETIME($d, year: \"numeric\") }";
        let reference = format!("{date} {{ NUMBER($d, style: \"percent\") }}");
        let report = found(&reference, &format!("{date} {{ NUMBER($d) }}"));
        assert!(report.contains("lost the option `style: \"percent\"`"), "{report}");
        let (percent, plain) = ("{ NUMBER($n, style: \"percent\") }", "{ NUMBER($m) }");
        assert_eq!(found(&format!("{percent} {plain}"), &format!("{plain} {percent}")), "");
        let report = found(&format!("{percent} {percent}"), plain);
        assert_eq!(report, "", "what is not shown at all is for another rule");
    }

    #[test]
    fn a_finding_stands_at_the_option_the_function_or_the_variable() {
        let euro = "NUMBER($n, style: \"currency\", currency: \"EUR\")";
        for (translation, place) in [
            ("NUMBER($n, style: \"currency\", currency: \"USD\")", "currency"),
            ("NUMBER($n)", "NUMBER"),
            ("$m } { $n", "n"),
        ] {
            let tree = format!(
                "--- en-US/a.ftl\na = {{ {euro} }} {{ $m }}\n--- es/a.ftl\na = {{ {translation} }}\n"
            );
            assert_eq!(places("option-mismatch", &tree), [place], "{translation}");
        }
    }

    #[test]
    fn a_choice_by_the_number_does_not_show_it() {
        let percent = "{ NUMBER($n, style: \"percent\") }";
        let choice = format!("{{ NUMBER($n) ->\n    [one] {percent}\n   *[other] {percent}\n }}");
        assert_eq!(found(percent, &choice), "");
    }
}
