//! Rule `contact-in-text`: addresses and telephone numbers do not belong in translations.

use faq_l10n::{Features, Text, TextKind};
use linkify::{LinkFinder, LinkKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    numbers::digit,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "contact-in-text",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("contact-in-text.md"),
    judge: Judge::Message(
        Features::ADDRESS.and(Features::DIGIT).and(Features::NON_ASCII).and(Features::LITERAL),
        judge,
    ),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if context.locale.catalog.is_none() {
        return;
    }
    for text in context.message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        let shown = text.shown();
        if shown.contains(['@', '/', '.']) {
            for (link, what) in links(&shown) {
                report(context, hits, text, link, what);
            }
        }
        if let Some(number) = telephone(&shown) {
            report(context, hits, text, number, "telephone number");
        }
    }
}

fn report(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    text: &Text<'_>,
    part: &str,
    what: &str,
) {
    let help = "remove it: sites add their own contacts, and nobody could keep this one up to date in every language";
    // What is written as an escape is an address all the same; the place is then the whole literal.
    let place = if text.kind == TextKind::Literal { text.raw } else { part };
    context.at(hits, place, format!("`{part}` is a {what}")).help(help);
}

fn links(text: &str) -> Vec<(&str, &'static str)> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false).kinds(&[LinkKind::Url, LinkKind::Email]);
    let what =
        |kind: &LinkKind| if *kind == LinkKind::Email { "e-mail address" } else { "web address" };
    let links = finder.links(text).map(|link| (link.as_str(), what(link.kind())));
    // `and/or` is no address, and neither is a sentence without a space after its full stop.
    let looks_real = |link: &str| {
        link.contains("://")
            || link.contains('@')
            || link.to_lowercase().starts_with("www.")
            || domain(link)
    };
    links.filter(|(link, _)| looks_real(link)).collect()
}

/// Whether `link` starts with a name such as `example.org`. In small letters any short last part makes it one; in others,
/// where it could be two sentences without a space, only a well-known one.
fn domain(link: &str) -> bool {
    let host = link.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let lower = host.to_lowercase();
    let labels: Vec<&str> = lower.split('.').collect();
    let plain = |label: &&str| {
        !label.is_empty() && label.chars().all(|it| it.is_alphanumeric() || it == '-')
    };
    let Some(last) = labels.last().filter(|_| labels.len() > 1 && labels.iter().all(plain)) else {
        return false;
    };
    let known =
        ["app", "com", "edu", "gov", "info", "int", "mil", "net", "online", "org"].contains(last);
    // `p.ej.`, `m.in.` and `t.ex.` are abbreviations.
    let abbreviation = labels.iter().any(|label| label.chars().count() < 2);
    known
        || (host == lower
            && !abbreviation
            && matches!(last.len(), 2..=24)
            && last.bytes().all(|it| it.is_ascii_lowercase()))
}

/// A run of seven or more digits of any script with nothing but spaces and the usual signs between them.
fn telephone(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(start) = rest.find(|it| digit(it).is_some() || it == '+') {
        let run = rest.get(start..)?;
        let end =
            run.find(|it: char| digit(it).is_none() && !is_separator(it)).unwrap_or(run.len());
        let candidate = run.get(..end)?.trim_end_matches(is_separator);
        let digits = candidate.chars().filter(|it| digit(*it).is_some()).count();
        if digits >= 7 && !is_date_or_quantity(candidate) {
            return Some(candidate);
        }
        rest = run.get(end.max(1)..)?;
    }
    None
}

fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '・' | ':' | '.' | '(' | ')' | '/' | '+'
    )
}

/// Two years, a date, or a quantity with dots between its thousands.
fn is_date_or_quantity(candidate: &str) -> bool {
    let lengths: Vec<usize> = candidate
        .split(is_separator)
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().count())
        .collect();
    match lengths.as_slice() {
        [4, 4] | [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4] => true,
        [1..=3, rest @ ..] => {
            rest.iter().all(|length| *length == 3)
                && candidate
                    .chars()
                    .filter(|it| is_separator(*it))
                    .all(|it| matches!(it, '.' | '\u{a0}'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_found_in_the_digits_of_any_script() {
        for text in ["Call 1-888-373-7888 now", "+49 (0)30 1234567", "اتصل ٨٠٠٧٢٨٣", "888 373 7888"]
        {
            assert!(telephone(text).is_some(), "{text}");
        }
        for text in [
            "under 18",
            "2019–2020",
            "10 or 20, 30, 40",
            "§ 1591(a)(1)",
            "2024-01-15",
            "14.11.2026",
            "1.000.000 x",
        ] {
            assert_eq!(telephone(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_are_found_and_slashes_are_not_addresses() {
        for text in [
            "see https://example.org/x",
            "mail help@example.org.",
            "go to example.org now",
            "www.example.com",
            "Ayuda.Org",
            "WWW.EXAMPLE.ORG",
        ] {
            assert_eq!(links(text).len(), 1, "{text}");
        }
        for text in
            ["and/or", "explotadores/tratantes", "Fin.Otra frase", "p.ej. esto", "m.in. to", "etc."]
        {
            assert_eq!(links(text), [], "{text}");
        }
    }
}
