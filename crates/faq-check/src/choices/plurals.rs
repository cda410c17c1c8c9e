//! The plural categories of a locale, and which of them a whole number can have.

use faq_content::LocaleTag;
use faq_l10n::{Argument, Branch, Origin, Outline, Value};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

/// The plural categories of a locale, for cardinal or for ordinal numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plurals {
    /// All categories that CLDR knows.
    pub known: Vec<&'static str>,
    /// Those that a whole number from 0 to 10,000 can have. Categories for fractions and for millions are not among
    /// them: hardly a text counts those.
    pub reachable: Vec<&'static str>,
    /// Those that one number alone has, with the number.
    pub of_one_number: Vec<(&'static str, u32)>,
    /// A number of each category: the smallest, or where whole numbers below 10,000 have none, a million or a fraction.
    pub samples: Vec<f64>,
    /// Whole numbers of each category that is reachable, enough to stand for all of them.
    pub numbers: Vec<(&'static str, Vec<u32>)>,
}

/// One select expression that chooses by plural category.
#[derive(Clone, Debug)]
pub(crate) struct PluralSelect<'s> {
    /// Which one, as an index into the message's select expressions.
    pub(crate) index: usize,
    /// The variable that it chooses by.
    pub(crate) variable: &'s str,
    /// Keys of the variants, with their branches.
    pub(crate) keys: Vec<(&'s str, usize)>,
    /// The key of the default.
    pub(crate) default: &'s str,
    /// Whether it chooses by ordinal categories (`type: "ordinal"`).
    pub(crate) ordinal: bool,
}

impl Plurals {
    /// The cardinal categories of a locale.
    pub fn cardinal(tag: &LocaleTag) -> Self {
        Self::of(tag, PluralRuleType::Cardinal)
    }

    /// The ordinal categories of a locale.
    pub fn ordinal(tag: &LocaleTag) -> Self {
        Self::of(tag, PluralRuleType::Ordinal)
    }

    fn of(tag: &LocaleTag, kind: PluralRuleType) -> Self {
        let Ok(rules) = PluralRules::try_new((&Locale::from(tag.identifier())).into(), kind.into())
        else {
            return Self::default();
        };
        let mut known: Vec<&'static str> = rules.categories().map(name).collect();
        known.sort_unstable();
        let mut numbers: Vec<(&'static str, Vec<u32>)> = Vec::new();
        // Plural rules look at the last two digits and at single numbers; these hold every case below 10,000.
        for number in (0..=210).chain([1_000, 1_001, 10_000]) {
            let category = name(rules.category_for(number));
            match numbers.iter_mut().find(|(known, _)| *known == category) {
                Some((_, of_category)) => of_category.push(number),
                None => numbers.push((category, vec![number])),
            }
        }
        let mut samples: Vec<f64> =
            numbers.iter().filter_map(|(_, it)| it.first()).map(|it| f64::from(*it)).collect();
        let of_a_million = name(rules.category_for(1_000_000));
        if !numbers.iter().any(|(known, _)| *known == of_a_million) {
            samples.push(1_000_000.0);
        }
        if samples.len() < known.len() {
            samples.push(1.5);
        }
        numbers.sort_unstable();
        let of_one_number =
            numbers.iter().filter_map(|(category, numbers)| match numbers.as_slice() {
                [only] => Some((*category, *only)),
                _ => None,
            });
        Self {
            known,
            of_one_number: of_one_number.collect(),
            reachable: numbers.iter().map(|(it, _)| *it).collect(),
            samples,
            numbers,
        }
    }

    /// The category of a whole number. None for numbers that are not among [`Self::numbers`].
    pub(crate) fn category_of(&self, number: u32) -> Option<&'static str> {
        self.numbers.iter().find(|(_, numbers)| numbers.contains(&number)).map(|(it, _)| *it)
    }

    /// Whole numbers of a category, enough to stand for all of them.
    pub(crate) fn numbers_of(&self, category: &str) -> &[u32] {
        let found = self.numbers.iter().find(|(it, _)| *it == category);
        found.map_or(&[], |(_, numbers)| numbers.as_slice())
    }
}

/// The select expressions of a message that choose by plural category: their keys are categories and numbers, and one of
/// them is a category that no ordinary word could be (`one`, `few`, …). The default may have any name.
pub(crate) fn plural_selects<'s>(message: Outline<'_, 's>) -> Vec<PluralSelect<'s>> {
    let branches = message.branches();
    let mut selects: Vec<(usize, PluralSelect<'s>)> = Vec::new();
    for (index, Branch { origin, .. }) in branches.iter().enumerate() {
        let Origin::Variant { select, key, default, selector: Some(variable), .. } = *origin else {
            continue;
        };
        let position =
            selects.iter().position(|(known, _)| *known == select).unwrap_or_else(|| {
                let ordinal = is_ordinal(message, select);
                let keys = Vec::new();
                let found = PluralSelect { index: select, variable, keys, default: key, ordinal };
                selects.push((select, found));
                selects.len() - 1
            });
        if let Some((_, found)) = selects.get_mut(position) {
            found.keys.push((key, index));
            if default {
                found.default = key;
            }
        }
    }
    let is_plural = |select: &PluralSelect<'_>| {
        select.keys.iter().any(|(key, _)| matches!(*key, "zero" | "one" | "two" | "few" | "many"))
            && select
                .keys
                .iter()
                .all(|(key, _)| is_category(key) || is_number(key) || *key == select.default)
    };
    selects.into_iter().map(|(_, select)| select).filter(is_plural).collect()
}

/// Whether a select expression chooses by `NUMBER($x, type: "ordinal")`.
fn is_ordinal(message: Outline<'_, '_>, select: usize) -> bool {
    let call = message.selects().get(select).and_then(|select| message.calls().get(select.call?));
    call.is_some_and(|call| {
        let is_type =
            |it: &Argument<'_>| it.name == Some("type") && it.value == Value::Text("ordinal");
        message.arguments(call).iter().any(is_type)
    })
}

/// Whether a variant's key names a plural category.
pub(crate) fn is_category(key: &str) -> bool {
    PluralCategory::get_for_cldr_string(key).is_some()
}

/// Whether a variant's key is a number.
pub(crate) fn is_number(key: &str) -> bool {
    key.starts_with(|it: char| it.is_ascii_digit() || it == '-')
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reachable(tag: &str) -> Vec<&'static str> {
        Plurals::cardinal(&LocaleTag::parse(tag).expect("a tag")).reachable
    }

    #[test]
    fn categories_of_fractions_and_millions_are_not_reachable() {
        for (tag, categories) in [
            ("en", &["one", "other"][..]),
            ("fr", &["one", "other"]),
            ("es", &["one", "other"]),
            ("ja", &["other"]),
            ("ru", &["few", "many", "one"]),
            ("pl", &["few", "many", "one"]),
            ("cs", &["few", "one", "other"]),
            ("ar", &["few", "many", "one", "other", "two", "zero"]),
        ] {
            assert_eq!(reachable(tag), categories, "{tag}");
        }
    }

    #[test]
    fn every_category_has_a_sample() {
        let samples = |tag: &str, ordinal: bool| {
            let tag = LocaleTag::parse(tag).expect("a tag");
            if ordinal { Plurals::ordinal(&tag) } else { Plurals::cardinal(&tag) }.samples
        };
        assert_eq!(samples("ar", false), [0.0, 1.0, 2.0, 3.0, 11.0, 100.0]);
        assert_eq!(samples("cs", false), [0.0, 1.0, 2.0, 1.5]);
        assert_eq!(samples("fr", false), [0.0, 2.0, 1_000_000.0]);
        assert_eq!(samples("en", true), [0.0, 1.0, 2.0, 3.0]);
        for tag in ["ar", "br", "cy", "ga", "lt", "lv", "mt", "pl", "pt", "ru", "sl"] {
            let plurals = Plurals::cardinal(&LocaleTag::parse(tag).expect("a tag"));
            assert_eq!(plurals.samples.len(), plurals.known.len(), "{tag}");
        }
    }
}
