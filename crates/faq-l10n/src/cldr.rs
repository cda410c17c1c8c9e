//! What Unicode's locale data says about a locale: direction, script, digits. All of it through ICU4X.

use faq_content::{Direction, LocaleTag};
use icu_decimal::{
    DecimalFormatter, DecimalFormatterPreferences, options::DecimalFormatterOptions,
};
use icu_locale::{Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};

/// The direction in which the locale is written.
pub fn direction(tag: &LocaleTag) -> Direction {
    let directionality = LocaleDirectionality::new_with_expander(LocaleExpander::new_extended());
    if directionality.is_right_to_left(&tag.identifier()) { Direction::Rtl } else { Direction::Ltr }
}

/// The script that the locale is written in, as its ISO 15924 code (`Latn`), where CLDR knows the language.
pub fn likely_script(tag: &LocaleTag) -> Option<String> {
    let mut identifier = tag.identifier();
    LocaleExpander::new_extended().maximize(&mut identifier);
    identifier.script.map(|script| script.to_string())
}

/// The tag that has taken the place of `tag`, where `tag` is deprecated (`iw` → `he`).
pub fn is_deprecated(tag: &LocaleTag) -> Option<String> {
    let mut locale = Locale::from(tag.identifier());
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    let canonical = locale.to_string();
    (canonical != tag.as_str()).then_some(canonical)
}

/// A whole number with the digits that CLDR gives the locale and without grouping: `18`, in `bn` `১৮`.
///
/// Grouping is left out because the facts of a FAQ are ages and years, not quantities.
pub fn plain_digits(number: i64, locale: &Locale) -> String {
    let preferences = DecimalFormatterPreferences::from(locale);
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(icu_decimal::options::GroupingStrategy::Never);
    match DecimalFormatter::try_new(preferences, options) {
        Ok(formatter) => formatter.format(&number.into()).to_string(),
        Err(_) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> LocaleTag {
        LocaleTag::parse(text).expect("the test names a canonical tag")
    }

    fn digits(text: &str) -> String {
        plain_digits(18, &text.parse().expect("the test names a locale"))
    }

    #[test]
    fn facts_have_latin_digits_in_all_thirteen_locales() {
        for locale in [
            "en-US", "es", "fr", "pt-BR", "ht", "vi", "fil", "zh-Hans", "zh-Hant", "ko", "ru",
            "ar", "hi",
        ] {
            assert_eq!(digits(locale), "18", "{locale}");
        }
    }

    #[test]
    fn facts_have_native_digits_where_cldr_says_so() {
        assert_eq!(digits("ar-EG"), "١٨");
        assert_eq!(digits("bn"), "১৮");
        assert_eq!(plain_digits(2026, &"en".parse().expect("a locale")), "2026");
    }

    #[test]
    fn direction_script_and_aliases_come_from_cldr() {
        assert_eq!(direction(&tag("ar")), Direction::Rtl);
        assert_eq!(direction(&tag("ht")), Direction::Ltr);
        assert_eq!(likely_script(&tag("ko")).as_deref(), Some("Kore"));
        assert_eq!(likely_script(&tag("ht")).as_deref(), Some("Latn"));
        assert_eq!(is_deprecated(&tag("iw")).as_deref(), Some("he"));
        assert_eq!(is_deprecated(&tag("zh-Hant")), None);
    }
}
