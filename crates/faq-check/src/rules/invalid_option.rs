//! Rule `invalid-option`: options of `NUMBER` and `DATETIME` that do not exist or have a value that they cannot have.

use faq_l10n::{Argument, Call, Features, Target, Value};

use super::did_you_mean;
use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "invalid-option",
    severities: Severities::ERROR,
    doc: include_str!("invalid-option.md"),
    judge: Judge::Message(Features::FUNCTION, judge),
};

/// What an option can be.
#[derive(Clone, Copy)]
enum Values {
    /// One of these.
    Of(&'static [&'static str]),
    /// On or off: 1 or 0, or one of these.
    Switch(&'static [&'static str]),
    /// A whole number in this range.
    Digits(u32, u32),
    /// A code of three letters.
    Currency,
    /// Some text.
    Text,
}

type Options = [(&'static str, Values)];

const WIDTHS: Values = Values::Of(&["narrow", "short", "long"]);
const LENGTHS: Values = Values::Of(&["full", "long", "medium", "short"]);
const NUMERIC: Values = Values::Of(&["numeric", "2-digit"]);

/// The options of `NUMBER`, after ECMA-402, with the `type` that Fluent adds.
const OF_NUMBER: &Options = &[
    ("compactDisplay", Values::Of(&["short", "long"])),
    ("currency", Values::Currency),
    ("currencyDisplay", Values::Of(&["code", "symbol", "narrowSymbol", "name"])),
    ("currencySign", Values::Of(&["standard", "accounting"])),
    ("localeMatcher", Values::Of(&["lookup", "best fit"])),
    ("maximumFractionDigits", Values::Digits(0, 20)),
    ("maximumSignificantDigits", Values::Digits(1, 21)),
    ("minimumFractionDigits", Values::Digits(0, 20)),
    ("minimumIntegerDigits", Values::Digits(1, 21)),
    ("minimumSignificantDigits", Values::Digits(1, 21)),
    ("notation", Values::Of(&["standard", "scientific", "engineering", "compact"])),
    ("numberingSystem", Values::Text),
    ("roundingIncrement", Values::Digits(1, 5000)),
    (
        "roundingMode",
        Values::Of(&[
            "ceil",
            "floor",
            "expand",
            "trunc",
            "halfCeil",
            "halfFloor",
            "halfExpand",
            "halfTrunc",
            "halfEven",
        ]),
    ),
    ("roundingPriority", Values::Of(&["auto", "morePrecision", "lessPrecision"])),
    ("signDisplay", Values::Of(&["auto", "never", "always", "exceptZero", "negative"])),
    ("style", Values::Of(&["decimal", "currency", "percent", "unit"])),
    ("trailingZeroDisplay", Values::Of(&["auto", "stripIfInteger"])),
    ("type", Values::Of(&["cardinal", "ordinal"])),
    ("unit", Values::Text),
    ("unitDisplay", WIDTHS),
    ("useGrouping", Values::Switch(&["always", "auto", "min2", "true", "false"])),
];

/// The options of `DATETIME`, after ECMA-402.
const OF_DATETIME: &Options = &[
    ("calendar", Values::Text),
    ("dateStyle", LENGTHS),
    ("day", NUMERIC),
    ("dayPeriod", WIDTHS),
    ("era", WIDTHS),
    ("formatMatcher", Values::Of(&["basic", "best fit"])),
    ("fractionalSecondDigits", Values::Digits(1, 3)),
    ("hour", NUMERIC),
    ("hour12", Values::Switch(&["true", "false"])),
    ("hourCycle", Values::Of(&["h11", "h12", "h23", "h24"])),
    ("localeMatcher", Values::Of(&["lookup", "best fit"])),
    ("minute", NUMERIC),
    ("month", Values::Of(&["numeric", "2-digit", "narrow", "short", "long"])),
    ("numberingSystem", Values::Text),
    ("second", NUMERIC),
    ("timeStyle", LENGTHS),
    ("timeZone", Values::Text),
    (
        "timeZoneName",
        Values::Of(&["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]),
    ),
    ("weekday", WIDTHS),
    ("year", NUMERIC),
];

/// Pairs of options of which the first must not be the greater one.
const ORDERED: [(&str, &str); 2] = [
    ("minimumFractionDigits", "maximumFractionDigits"),
    ("minimumSignificantDigits", "maximumSignificantDigits"),
];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    for call in context.message.calls() {
        let (function, options) = match call.callee {
            Target::Function("NUMBER") => ("NUMBER", OF_NUMBER),
            Target::Function("DATETIME") => ("DATETIME", OF_DATETIME),
            // What other functions take is known to the program alone.
            Target::Function(_) | Target::Term(..) | Target::Message(..) | Target::Variable(_) => {
                continue;
            }
        };
        subject(context, call, function, hits);
        for argument in context.message.arguments(call) {
            if let Some(name) = argument.name {
                option(context, (function, options), name, argument.value, hits);
            }
        }
        for (least, most) in ORDERED {
            order(context, call, least, most, hits);
        }
    }
}

/// What is to be formatted: one thing, and not a text.
fn subject(context: &MessageContext<'_, '_>, call: &Call<'_>, function: &str, hits: &mut Hits) {
    let mut positional = context.message.arguments(call).iter().filter(|it| it.name.is_none());
    let help = format!("write `{function}($name)`, with a variable of the reference text");
    match positional.next().map(|it| it.value) {
        None => {
            let Target::Function(name) = call.callee else { return };
            context.at(hits, name, format!("`{function}` is given nothing to format")).help(help);
        }
        Some(Value::Text(text)) => {
            let message = format!("`{function}` cannot format the text \"{text}\"");
            context.at(hits, text, message).help(help);
        }
        Some(Value::Number(_) | Value::Variable(_) | Value::Other) => {}
    }
}

fn option(
    context: &MessageContext<'_, '_>,
    (function, options): (&str, &Options),
    name: &str,
    value: Value<'_>,
    hits: &mut Hits,
) {
    let Some((_, values)) = options.iter().find(|(known, _)| *known == name) else {
        let text = format!("`{function}` has no option `{name}`");
        let hit = context.at(hits, name, text);
        match did_you_mean(name, options.iter().map(|(known, _)| *known)) {
            Some(close) => hit.help(format!("did you mean `{close}`?")),
            None => hit.help("remove it, or copy the options of the reference text"),
        };
        return;
    };
    if let Some(help) = wrong(*values, value) {
        let (part, shown) = match value {
            Value::Text(text) => (text, format!("\"{text}\"")),
            Value::Number(number) => (number, number.to_owned()),
            Value::Variable(_) | Value::Other => (name, "what is given".to_owned()),
        };
        // An empty text has no place of its own.
        let part = if part.is_empty() { name } else { part };
        context.at(hits, part, format!("the option `{name}` cannot be {shown}")).help(help);
    }
}

/// What the option can be, where it is something else.
fn wrong(values: Values, value: Value<'_>) -> Option<String> {
    match (values, value) {
        (Values::Of(known), Value::Text(text)) if known.contains(&text) => None,
        (Values::Of(known), Value::Text(text)) => Some(
            did_you_mean(text, known.iter().copied())
                .map_or_else(|| one_of(known), |close| format!("did you mean \"{close}\"?")),
        ),
        (Values::Of(known), _) => Some(one_of(known)),
        (Values::Switch(_), Value::Number("0" | "1")) => None,
        (Values::Switch(known), Value::Text(text)) if known.contains(&text) => None,
        (Values::Switch(_), _) => Some("write 1 for yes or 0 for no".to_owned()),
        (Values::Digits(least, most), Value::Number(number)) => {
            let fits = number.parse().is_ok_and(|number: u32| (least..=most).contains(&number));
            (!fits).then(|| format!("write a whole number from {least} to {most}"))
        }
        (Values::Digits(least, most), _) => {
            Some(format!("write a whole number from {least} to {most}, without quotation marks"))
        }
        (Values::Currency, Value::Text(code))
            if code.len() == 3 && code.bytes().all(|it| it.is_ascii_alphabetic()) =>
        {
            None
        }
        (Values::Currency, _) => Some("write a code of three letters, such as \"EUR\"".to_owned()),
        (Values::Text, Value::Text(text)) if !text.is_empty() => None,
        (Values::Text, _) => Some("write a text in quotation marks".to_owned()),
    }
}

fn one_of(known: &[&str]) -> String {
    format!("it can be \"{}\"; translate no option", known.join("\", \""))
}

fn order(
    context: &MessageContext<'_, '_>,
    call: &Call<'_>,
    least: &str,
    most: &str,
    hits: &mut Hits,
) {
    let number = |name: &str| {
        let given = |it: &&Argument<'_>| it.name == Some(name);
        match context.message.arguments(call).iter().find(given)?.value {
            Value::Number(number) => Some((number, number.parse::<u32>().ok()?)),
            Value::Text(_) | Value::Variable(_) | Value::Other => None,
        }
    };
    if let (Some((part, low)), Some((_, high))) = (number(least), number(most))
        && low > high
    {
        let text = format!("`{least}` is {low}, more than `{most}`, which is {high}");
        context.at(hits, part, text).help(format!("write at most {high}"));
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(call: &str) -> String {
        report("invalid-option", &format!("--- en-US/a.ftl\na = {{ {call} }}\n"))
    }

    #[test]
    fn options_and_values_that_exist_are_not_reported() {
        for call in [
            "NUMBER($n)",
            "NUMBER($n, maximumFractionDigits: 0, minimumFractionDigits: 0)",
            "NUMBER($n, style: \"percent\", useGrouping: 0)",
            "NUMBER($n, style: \"currency\", currency: \"EUR\", currencyDisplay: \"name\")",
            "DATETIME($d, month: \"long\", day: \"numeric\", hour12: \"false\")",
            "PLATFORM()",
            "MINE($n, whatever: \"x\")",
        ] {
            assert_eq!(found(call), "", "{call}");
        }
    }

    #[test]
    fn mistyped_and_translated_options_are_reported_with_what_was_meant() {
        for (call, text, help) in [
            ("NUMBER($n, style: \"procent\")", "`style` cannot be \"procent\"", "mean \"percent\""),
            ("NUMBER($n, minimumFractionDigit: 2)", "no option", "mean `minimumFractionDigits`"),
            ("DATETIME($d, month: \"lang\")", "`month` cannot be \"lang\"", "mean \"long\""),
            ("DATETIME($d, style: \"x\")", "no option `style`", "remove it"),
            ("NUMBER($n, currency: \"euro\")", "`currency` cannot be", "three letters"),
            ("DATETIME($d, hour12: 12)", "`hour12` cannot be 12", "1 for yes"),
        ] {
            let report = found(call);
            assert!(report.contains(text) && report.contains(help), "{call}: {report}");
        }
    }

    #[test]
    fn numbers_of_digits_out_of_range_are_reported() {
        for call in [
            "NUMBER($n, minimumFractionDigits: 4000000000)",
            "NUMBER($n, maximumFractionDigits: 21)",
            "NUMBER($n, minimumIntegerDigits: 0)",
            "NUMBER($n, minimumSignificantDigits: 1.5)",
            "NUMBER($n, minimumSignificantDigits: \"2\")",
            "NUMBER($n, minimumFractionDigits: 3, maximumFractionDigits: 2)",
        ] {
            assert_ne!(found(call), "", "{call}");
        }
    }

    #[test]
    fn a_function_needs_something_that_it_can_format() {
        assert!(found("NUMBER(\"5\")").contains("cannot format the text \"5\""));
        assert!(found("NUMBER()").contains("given nothing"));
    }

    #[test]
    fn what_is_no_value_of_an_option_is_reported_with_those_that_are() {
        for (call, text, help) in [
            ("NUMBER($n, useGrouping: \"nonsense\")", "`useGrouping` cannot be", "1 for yes"),
            ("NUMBER($n, style: 5)", "`style` cannot be 5", "it can be \"decimal\""),
            ("DATETIME($d, timeZone: \"\")", "`timeZone` cannot be", "a text in quotation marks"),
        ] {
            let report = found(call);
            assert!(report.contains(text) && report.contains(help), "{call}: {report}");
        }
        assert_eq!(found("DATETIME($d, timeZone: \"UTC\")"), "");
    }
}
