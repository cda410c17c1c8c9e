//! What Unicode's locale data says about a locale: direction, script, digits, name. All of it through ICU4X, except for names, which
//! ICU4X does not have yet.

use faq_content::{Direction, LocaleTag, TagError};
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

/// What the locale is called in its own language (`Deutsch`), where CLDR knows that; `de-DE` is called as `de` is.
pub fn endonym(tag: &LocaleTag) -> Option<&'static str> {
    let name_of = |tag: &str| {
        let mut lines = NAMES.lines().filter(|line| !line.starts_with('#'));
        lines.find_map(|line| line.split_once(' ').filter(|(it, _)| *it == tag)).map(|it| it.1)
    };
    let mut short = tag.identifier();
    LocaleExpander::new_extended().minimize(&mut short);
    name_of(tag.as_str()).or_else(|| name_of(&short.to_string()))
}

const NAMES: &str = include_str!("../data/endonyms.txt");

/// The tag that has taken the place of `tag`, where `tag` is deprecated (`iw` → `he`).
pub fn is_deprecated(tag: &LocaleTag) -> Option<String> {
    let mut locale = Locale::from(tag.identifier());
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    let canonical = locale.to_string();
    (canonical != tag.as_str()).then_some(canonical)
}

/// The tag that a folder name stands for: a tag in any spelling, or one of the names that came before tags.
pub fn tag_of_folder(name: &str) -> Option<LocaleTag> {
    let known = LEGACY.iter().find(|(legacy, _)| *legacy == name).map(|(_, tag)| *tag);
    match LocaleTag::parse(known.unwrap_or(name)) {
        Ok(tag) => Some(tag),
        Err(TagError::NotCanonical(canonical)) => LocaleTag::parse(&canonical).ok(),
        Err(TagError::NotATag) => None,
    }
}

/// Folder names of public trees that are no tags, or not the tags they look like.
const LEGACY: [(&str, &str); 14] = [
    ("be@latin", "be-Latn"),
    ("be@tarask", "be-tarask"),
    ("ca@valencia", "ca-valencia"),
    ("en@shaw", "en-Shaw"),
    ("ja-JP-mac", "ja-JP"),
    ("no", "nb"),
    ("sr@Cyrl", "sr-Cyrl"),
    ("sr@cyrillic", "sr-Cyrl"),
    ("sr@latin", "sr-Latn"),
    ("uz@Cyrl", "uz-Cyrl"),
    ("uz@cyrillic", "uz-Cyrl"),
    ("zh-CHS", "zh-Hans"),
    ("zh-CHT", "zh-Hant"),
    ("zh-min-nan", "nan"),
];

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

/// The ten digits of a locale, from 1 on.
pub fn digits(tag: &LocaleTag) -> String {
    plain_digits(1_234_567_890, &Locale::from(tag.identifier()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> LocaleTag {
        LocaleTag::parse(text).expect("the test names a canonical tag")
    }

    fn eighteen(text: &str) -> String {
        plain_digits(18, &text.parse().expect("the test names a locale"))
    }

    #[test]
    fn facts_have_latin_digits_in_all_thirteen_locales() {
        for locale in [
            "en-US", "es", "fr", "pt-BR", "ht", "vi", "fil", "zh-Hans", "zh-Hant", "ko", "ru",
            "ar", "hi",
        ] {
            assert_eq!(eighteen(locale), "18", "{locale}");
        }
    }

    #[test]
    fn facts_have_native_digits_where_cldr_says_so() {
        assert_eq!(eighteen("ar-EG"), "١٨");
        assert_eq!(eighteen("bn"), "১৮");
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

    #[test]
    fn languages_are_called_as_they_call_themselves() {
        for (text, name) in [
            ("uk", Some("Українська")),
            ("de-DE", Some("Deutsch")),
            ("zh-Hant", Some("繁體中文")),
            ("fr-CA", Some("Français canadien")),
            ("la", None),
        ] {
            assert_eq!(endonym(&tag(text)), name, "{text}");
        }
    }

    #[test]
    fn folder_names_in_any_spelling_stand_for_tags() {
        let found = |name: &str| tag_of_folder(name).map(|tag| tag.to_string());
        assert_eq!(found("pt_BR").as_deref(), Some("pt-BR"));
        assert_eq!(found("ja-JP-mac").as_deref(), Some("ja-JP"));
        assert_eq!(found("ca-valencia").as_deref(), Some("ca-valencia"));
        for name in ["docs.old", "README.md", "x", "und"] {
            assert_eq!(found(name), None, "{name}");
        }
    }

    #[test]
    fn the_ten_digits_are_those_of_the_locale() {
        assert_eq!(digits(&tag("fa")), "۱۲۳۴۵۶۷۸۹۰");
        assert_eq!(digits(&tag("es")), "1234567890");
    }
}
