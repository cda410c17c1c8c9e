//! Rule `number-mismatch`: the numbers of the reference text, and no others.

use std::{borrow::Cow, cmp::Ordering, ops::Range};

use faq_content::Role;
use faq_l10n::{Features, Origin, Outline};

use crate::{
    context::MessageContext,
    counted::Difference,
    finding::Hits,
    language::Language,
    numbers::{Number, has_digit, values},
    policy::Severities,
    rule::{Judge, Rule},
    running_text::{Root, roots, running_texts},
    word_search,
};

pub(super) const RULE: Rule = Rule {
    name: "number-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("number-mismatch.md"),
    judge: Judge::Message(Features::DIGIT.and(Features::NUMBER).and(Features::NON_ASCII), judge),
};

/// Attributes that no reader reads as text.
const NOT_READ: [&str; 5] = ["accesskey", "acceltext", "commandkey", "key", "style"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    if !has_digit(context.message) && !has_digit(reference) {
        return;
    }
    // The numbers of a quotation are for `altered-quotation`, which knows that it is one.
    if matches!(context.catalog.map(|it| it.role), Some(Role::Quotation { .. })) {
        return;
    }
    let (expected, found) = (running_texts(reference), running_texts(context.message));
    let own_roots = roots(context.message);
    for root in roots(reference) {
        let own_root = own_roots.iter().find(|own| own.attribute == root.attribute);
        let is_read = root.attribute.is_none_or(|name| !NOT_READ.contains(&name));
        if let Some(own_root) = own_root.filter(|_| is_read) {
            let two = has_dual(context);
            let expected = Side::of(reference, &root, &expected, two);
            let found = Side::of(context.message, own_root, &found, two);
            compare(context, own_root, &expected, &found, hits);
        }
    }
}

/// Whether the language has a form of its own for two of something, which then needs no number.
fn has_dual(context: &MessageContext<'_, '_>) -> bool {
    context.locale.cardinals().of_one_number.contains(&("two", 2))
}

fn compare(
    context: &MessageContext<'_, '_>,
    root: &Root<'_>,
    expected: &Side<'_>,
    found: &Side<'_>,
    hits: &mut Hits,
) {
    if expected.values().eq(found.values()) {
        return;
    }
    let with_variants = expected.texts.len() > 1 || found.texts.len() > 1;
    let all =
        |side: &Side<'_>| -> Vec<Told> { side.numbers.iter().map(|it| it.told.clone()).collect() };
    let mut difference = Difference::of(all(expected), all(found), with_variants);
    excuse(context, &mut difference, expected, found);
    let Difference { lost, added } = &difference;
    let id = root
        .attribute
        .map_or_else(|| context.id(), |attribute| format!("{}.{attribute}", context.id()));
    let values = |told: &[Told]| -> String {
        told.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let is_nothing = |some: &[Told], others: &[Told]| {
        others.is_empty() && some.iter().all(|told| told.can_be_left_out)
    };
    let place = root.attribute.unwrap_or(context.message.id());
    let help = "write the same numbers as the reference text, in digits";
    let text = match (lost.as_slice(), added.as_slice()) {
        ([], []) => {
            if let Some((range, swapped)) = swapped_range(expected, found) {
                let text =
                    format!("`{id}` says `{swapped}` where the reference text says `{range}`");
                context.at(hits, place, text).help("write the two numbers in the same order");
            }
            return;
        }
        (lost, added) if is_nothing(lost, added) || is_nothing(added, lost) => return,
        (lost, []) => format!("`{id}` has lost the number {}", values(lost)),
        ([], added) => {
            format!("`{id}` has the number {}, which the reference text has not", values(added))
        }
        (lost, added) => {
            format!("`{id}` says {} where the reference text says {}", values(added), values(lost))
        }
    };
    context.at(hits, place, text).help(help);
}

/// Takes out what is said in words, and what stands in the place of a number by the locale's own list.
fn excuse(
    context: &MessageContext<'_, '_>,
    difference: &mut Difference<Told>,
    expected: &Side<'_>,
    found: &Side<'_>,
) {
    if difference.is_empty() {
        return;
    }
    let Difference { lost, added } = difference;
    let (language, reference_language) =
        (context.locale.language, context.locale.reference_language);
    let (reference_text, own_text) = (expected.in_small_letters(), found.in_small_letters());
    lost.retain(|told| {
        let replaced = language.replacements.get(&told.value).is_some_and(|allowed| {
            let stands = |own: &Told| allowed.contains(&own.value);
            let is_there = found.numbers.iter().any(|number| stands(&number.told));
            added.retain(|own| !stands(own));
            is_there || word_search::has_any(&own_text, allowed)
        });
        !replaced && !is_spelled(language, &told.value, &own_text)
    });
    added.retain(|told| !is_spelled(reference_language, &told.value, &reference_text));
}

/// Whether `text`, in small letters, says the number in words.
fn is_spelled(language: &Language, value: &str, text: &str) -> bool {
    language.spelled_numbers.get(value).is_some_and(|words| word_search::has_any(text, words))
}

/// What a message says in one value or attribute.
struct Side<'t> {
    texts: &'t [Cow<'t, str>],
    numbers: Vec<Placed>,
}

/// A number and the text, of those of its side, that it stands in.
struct Placed {
    told: Told,
    text: usize,
    span: Range<usize>,
}

/// A number, equal to all others of the same value.
#[derive(Clone, Debug)]
struct Told {
    value: String,
    can_be_left_out: bool,
}

impl<'t> Side<'t> {
    fn of(message: Outline<'_, '_>, root: &Root<'_>, texts: &'t [Cow<'t, str>], two: bool) -> Self {
        let texts = texts.get(root.branches.clone()).unwrap_or_default();
        let mut numbers = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            for number in values(text) {
                if !is_said_by_key(message, root.branches.start + index, &number.value) {
                    let can_be_left_out = can_be_left_out(text, &number, two);
                    let Number { value, span } = number;
                    let told = Told { value, can_be_left_out };
                    numbers.push(Placed { told, text: index, span });
                }
            }
        }
        Self { texts, numbers }
    }

    fn values(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(|number| number.told.value.as_str())
    }

    fn in_small_letters(&self) -> String {
        self.texts.join("\n").to_lowercase()
    }

    /// What stands between the numbers at `index` and `index + 1`, and all of it with them.
    fn pair(&self, index: usize) -> Option<(&str, &str)> {
        let (first, second) = (self.numbers.get(index)?, self.numbers.get(index + 1)?);
        let text = self.texts.get(first.text).filter(|_| first.text == second.text)?;
        let between = text.get(first.span.end..second.span.start)?;
        Some((between, text.get(first.span.start..second.span.end)?))
    }
}

impl Ord for Told {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl PartialOrd for Told {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Told {}

/// Whether the key of a variant says the number already: `[one] 1 day` may be `[one] { $days } day` elsewhere.
fn is_said_by_key(message: Outline<'_, '_>, branch: usize, value: &str) -> bool {
    message.path(branch).any(|(_, branch)| match branch.origin {
        Origin::Variant { key, .. } => {
            key == value || matches!((key, value), ("zero", "0") | ("one", "1") | ("two", "2"))
        }
        Origin::Value | Origin::Attribute(_) => false,
    })
}

/// Whether the number alone is no loss: it is part of a name (`POP3`), an ordinal (`3rd`), or counts what many languages
/// say without a number (`1 hour`, `0 messages`).
fn can_be_left_out(text: &str, number: &Number, two: bool) -> bool {
    let before = text.get(..number.span.start).and_then(|it| it.chars().next_back());
    let after = text.get(number.span.end..).unwrap_or_default();
    let counted = after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\u{2011}']);
    let counts = match number.value.as_str() {
        "0" | "1" => true,
        "2" => two,
        _ => false,
    };
    before.is_some_and(|it| it.is_ascii_alphabetic() || matches!(it, '_' | '$'))
        || ["st", "nd", "rd", "th", "er", "re", "e", "º", "ª"].iter().any(|ending| {
            let rest = after.strip_prefix(ending);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        || (counts && counted.starts_with(char::is_alphabetic))
}

/// Two numbers of a range, as the reference has it and as the translation has it the other way round.
fn swapped_range<'t>(expected: &'t Side<'_>, found: &'t Side<'_>) -> Option<(&'t str, &'t str)> {
    let once = |side: &Side<'_>, value: &str| side.values().filter(|it| *it == value).count() == 1;
    (0..expected.numbers.len()).find_map(|index| {
        let (between, range) = expected.pair(index)?;
        let joins = |between: &str| matches!(between.trim(), "-" | "–" | "—" | "to");
        let is_part_of_more = (index > 0 && expected.pair(index - 1).is_some_and(|it| joins(it.0)))
            || expected.pair(index + 1).is_some_and(|it| joins(it.0));
        if !joins(between) || is_part_of_more {
            return None;
        }
        let (low, high) = (expected.numbers.get(index)?, expected.numbers.get(index + 1)?);
        let (low, high) = (low.told.value.as_str(), high.told.value.as_str());
        let position = found.values().position(|it| it == high)?;
        let (between, swapped) = found.pair(position)?;
        let is_swapped = found.values().nth(position + 1) == Some(low);
        let is_one_phrase = between.chars().count() <= LONGEST_JOINT
            && !between.contains([',', ';', '.', '(', ')', '、', '，']);
        let is_clear = [low, high].iter().all(|it| once(expected, it) && once(found, it));
        (is_swapped && is_one_phrase && is_clear).then_some((range, swapped))
    })
}

/// Most characters between the two numbers of a range, endings of the first one among them.
const LONGEST_JOINT: usize = 12;

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found_in(locale: &str, reference: &str, translation: &str) -> bool {
        !report(
            "number-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
        .is_empty()
    }

    #[test]
    fn another_way_of_writing_a_number_is_the_same_number() {
        for (reference, translation) in [
            ("1.5 litres", "1,5 x"),
            ("30 days", "٣٠ x"),
            ("30 days", "३० x"),
            ("1,000,000 people", "1 000 000 x"),
            ("1,234.5", "1.234,5"),
            ("1,234,567", "12,34,567"),
            ("5 mg and 10 mg", "10 x 5"),
            ("no number", "x"),
            ("call 911.", "911。"),
            ("under { 18 }", "1{ \"8\" }"),
            ("under 18", "{ NUMBER(18) }"),
        ] {
            assert!(!found_in("ar", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_number_is_not() {
        for (reference, translation) in [
            ("5 mg", "50 x"),
            ("under 18", "16"),
            ("15 minutes", "150"),
            ("112", "1123"),
            ("2 litres", "x"),
            ("x", "2"),
            ("1.5", "15"),
            ("2 and 2", "2"),
            ("under { 18 }", "1{ $n }8"),
            ("step 1", "x"),
            ("v5", "v6"),
        ] {
            assert!(found_in("de", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_number_in_words_is_the_same_number() {
        for (locale, reference, translation) in [
            ("es", "under 18", "menores de dieciocho años"),
            ("ru", "under 18", "младше восемнадцати лет"),
            ("hu", "18 years", "tizennyolcadik"),
            ("zh-Hans", "18 years", "十八岁"),
            ("ar", "the next 7 days", "السبعة أيام"),
            ("ht", "under 18", "dizwit an"),
            ("es", "an eight bit character", "un carácter de 8 bits"),
            ("ja", "the second", "第 2"),
        ] {
            assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn another_number_in_words_is_not() {
        assert!(found_in("es", "under 18", "menores de dieciséis años"));
        assert!(found_in("es", "under eighteen", "menores de 16 años"));
    }

    #[test]
    fn what_languages_say_without_a_number_is_no_loss() {
        for (locale, reference, translation) in [
            ("fr", "< 1 hour", "moins d’une heure"),
            ("cs", "Your 1-year plan", "Váš roční plán"),
            ("ar", "2 days before", "قبل يومين"),
            ("nb", "3rd party domain", "tredjepartsdomene"),
            ("ko", "Delete From POP Server", "POP3 서버에서 삭제"),
        ] {
            assert!(!found_in(locale, reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_variant_says_its_number_or_shows_the_variable() {
        let (written, shown) = (
            "{ $n ->\n    [one] 1 day\n   *[other] { $n } days\n }",
            "{ $n ->\n    [one] { $n } x\n   *[other] { $n } x\n }",
        );
        assert!(!found_in("ru", written, shown));
        assert!(!found_in("ru", shown, written));
        assert!(!found_in("vi", written, "{ $n } x"));
        assert!(found_in("ru", written, "{ $n ->\n    [one] 3 x\n   *[other] { $n } x\n }"));
    }

    #[test]
    fn a_number_belongs_to_its_value_or_attribute() {
        let reference = "18 years\n    .label = x";
        assert!(found_in("de", reference, "Jahre\n    .label = 18"));
        assert!(!found_in("de", reference, "18 Jahre\n    .label = x"));
        assert!(!found_in("de", "v\n    .accesskey = 5", "v\n    .accesskey = v"));
    }

    #[test]
    fn a_range_keeps_its_order() {
        for (reference, translation) in
            [("2 to 10 days", "10 bis 2 Tage"), ("2–10", "10–2"), ("2-10 x", "von 10 bis zu 2")]
        {
            assert!(found_in("de", reference, translation), "{reference} / {translation}");
        }
        for (reference, translation) in
            [("2 to 10", "2 bis 10"), ("2 of 10", "10, davon 2"), ("2024-01-15", "15-01-2024")]
        {
            assert!(!found_in("de", reference, translation), "{reference} / {translation}");
        }
    }

    #[test]
    fn a_locale_may_have_another_number_in_its_place() {
        let tree = |settings: &str| {
            format!(
                "--- en-US/a.ftl\na = call 911\n--- fr/a.ftl\na = appelez le 112\n--- fr/language.toml\n{settings}"
            )
        };
        assert_ne!(report("number-mismatch", &tree("format = 1\n")), "");
        let declared = tree("format = 1\nreplacements = { 911 = [\"112\"] }\n");
        assert_eq!(report("number-mismatch", &declared), "");
    }
}
