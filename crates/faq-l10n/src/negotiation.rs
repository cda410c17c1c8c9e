//! Which locale serves which wanted language: the table that bundles carry.
//!
//! Readers of a bundle have no locale data. They look a wanted tag up, and if it is not in the table they cut its last
//! part off and look again (RFC 4647, section 3.4). Everything that cutting alone would get wrong is therefore computed
//! here and stands in the table.

use std::collections::{BTreeMap, BTreeSet};

use faq_content::LocaleTag;
use icu_locale::{
    LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander, LocaleFallbacker,
    fallback::LocaleFallbackConfig,
};

/// All locales of CLDR. ICU4X has the data of each, but no list of them.
const CLDR_LOCALES: &str = include_str!("../data/cldr-locales.txt");

/// For every language tag that CLDR knows, in lower case, which of the `served` locales its readers understand best.
///
/// Tags that no served locale fits are absent, and so are tags whose row would say what cutting the tag says anyway. Where
/// cutting would lead to a locale in a script that readers of the tag do not read (`zh-Latn` → `zh`), the row is `default`.
pub fn negotiation_table(served: &[LocaleTag], default: &LocaleTag) -> BTreeMap<String, LocaleTag> {
    let matcher = Matcher::new(served);
    let mut table: BTreeMap<String, Option<LocaleTag>> = BTreeMap::new();
    for wanted in wanted_tags(served) {
        let Ok(identifier) = LanguageIdentifier::try_from_str(&wanted) else { continue };
        table.insert(wanted.to_lowercase(), matcher.best(identifier));
    }
    // A shorter tag sorts before what begins with it, so each row is compared with what is already kept.
    let mut kept: BTreeMap<String, LocaleTag> = BTreeMap::new();
    for (wanted, locale) in table {
        let cut = wanted.rsplit_once('-').and_then(|(shorter, _)| look_up(&kept, shorter));
        match locale {
            Some(locale) if cut != Some(&locale) => {
                kept.insert(wanted, locale);
            }
            None if cut.is_some_and(|cut| cut != default) => {
                kept.insert(wanted, default.clone());
            }
            Some(_) | None => {}
        }
    }
    kept
}

/// The row of `wanted` or of the longest tag that it begins with.
fn look_up<'t>(table: &'t BTreeMap<String, LocaleTag>, wanted: &str) -> Option<&'t LocaleTag> {
    std::iter::successors(Some(wanted), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
        .find_map(|tag| table.get(tag))
}

/// CLDR's locales, the served ones, every region of their languages, and the older codes of all of these.
fn wanted_tags(served: &[LocaleTag]) -> BTreeSet<String> {
    let mut tags: BTreeSet<String> =
        CLDR_LOCALES.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    tags.extend(served.iter().map(ToString::to_string));
    for locale in served {
        let language = locale.identifier().language;
        tags.insert(language.to_string());
        tags.extend(letters(2).map(|region| format!("{language}-{region}")));
    }
    let aliases = aliases();
    let renamed: Vec<String> = tags
        .iter()
        .flat_map(|tag| {
            let (language, rest) =
                tag.split_once('-').map_or((tag.as_str(), None), |(it, rest)| (it, Some(rest)));
            let codes = aliases.get(language).into_iter().flatten();
            codes
                .map(move |code| rest.map_or_else(|| code.clone(), |rest| format!("{code}-{rest}")))
        })
        .collect();
    tags.extend(renamed);
    tags
}

/// For every language, the older or longer codes that mean it (`fil`: `tl`, `tgl`).
fn aliases() -> BTreeMap<String, Vec<String>> {
    let canonicalizer = LocaleCanonicalizer::new_extended();
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in letters(2).chain(letters(3)) {
        let code = code.to_ascii_lowercase();
        let Ok(mut locale) = code.parse::<Locale>() else { continue };
        canonicalizer.canonicalize(&mut locale);
        let current = locale.to_string();
        if current != code && !current.contains('-') {
            aliases.entry(current).or_default().push(code);
        }
    }
    aliases
}

/// All codes of `length` capital letters.
fn letters(length: usize) -> impl Iterator<Item = String> {
    let mut codes = vec![String::new()];
    for _ in 0..length {
        codes = codes
            .iter()
            .flat_map(|code| ('A'..='Z').map(move |letter| format!("{code}{letter}")))
            .collect();
    }
    codes.into_iter()
}

struct Matcher<'s> {
    expander: LocaleExpander,
    canonicalizer: LocaleCanonicalizer,
    fallbacker: LocaleFallbacker,
    /// Each served locale with its likely subtags.
    served: Vec<(&'s LocaleTag, LanguageIdentifier)>,
}

impl<'s> Matcher<'s> {
    fn new(served: &'s [LocaleTag]) -> Self {
        let expander = LocaleExpander::new_extended();
        let expand = |tag: &'s LocaleTag| {
            let mut identifier = tag.identifier();
            expander.maximize(&mut identifier);
            (tag, identifier)
        };
        Self {
            served: served.iter().map(expand).collect(),
            canonicalizer: LocaleCanonicalizer::new_extended(),
            fallbacker: LocaleFallbacker::new().static_to_owned(),
            expander,
        }
    }

    /// The served locale for `wanted`: the closest along the chain of CLDR parents, which never changes the script
    /// unless CLDR itself does (`hi-Latn` → `en-IN`).
    fn best(&self, wanted: LanguageIdentifier) -> Option<LocaleTag> {
        let mut locale = Locale::from(wanted);
        self.canonicalizer.canonicalize(&mut locale);
        let mut chain = self
            .fallbacker
            .as_borrowed()
            .for_config(LocaleFallbackConfig::default())
            .fallback_for(locale.into());
        loop {
            let step = chain.get();
            if step.is_unknown() {
                return None;
            }
            let mut expanded = (*step).into_locale().id;
            self.expander.maximize(&mut expanded);
            if let Some(found) = self.closest(&expanded) {
                return Some(found.clone());
            }
            chain.step();
        }
    }

    /// The served locale of the same language and script, of the same region if there is one.
    fn closest(&self, wanted: &LanguageIdentifier) -> Option<&'s LocaleTag> {
        let same = |it: &&(&LocaleTag, LanguageIdentifier)| {
            it.1.language == wanted.language && it.1.script == wanted.script
        };
        let of_region = self.served.iter().filter(same).find(|(_, it)| it.region == wanted.region);
        of_region.or_else(|| self.served.iter().find(same)).map(|(tag, _)| *tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> BTreeMap<String, LocaleTag> {
        let tags = [
            "en-US", "es", "fr", "pt-BR", "ht", "vi", "fil", "zh-Hans", "zh-Hant", "ko", "ru",
            "ar", "hi",
        ];
        let served: Vec<_> = tags.iter().map(|tag| LocaleTag::parse(tag).expect("a tag")).collect();
        negotiation_table(&served, &LocaleTag::parse("en-US").expect("a tag"))
    }

    #[test]
    fn every_wanted_language_is_served_in_a_script_its_readers_read() {
        let table = table();
        let served = |wanted: &str| look_up(&table, &wanted.to_lowercase()).map(LocaleTag::as_str);
        for (wanted, expected) in [
            ("zh-TW", Some("zh-Hant")),
            ("zh-HK", Some("zh-Hant")),
            ("zh-AU", Some("zh-Hant")),
            ("zh-Hant-MO", Some("zh-Hant")),
            ("zh", Some("zh-Hans")),
            ("zh-SG", Some("zh-Hans")),
            ("cmn-TW", Some("zh-Hant")),
            ("zh-Latn-CN", Some("en-US")),
            ("es-MX", Some("es")),
            ("es-419", Some("es")),
            ("spa", Some("es")),
            ("tl", Some("fil")),
            ("pt-PT", Some("pt-BR")),
            ("pt-AO", Some("pt-BR")),
            ("hi-Latn", Some("en-US")),
            ("hi-Latn-IN", Some("en-US")),
            ("en-GB", Some("en-US")),
            ("iw", None),
            ("de", None),
            ("ht-HT", Some("ht")),
            ("ar-EG", Some("ar")),
        ] {
            assert_eq!(served(wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn the_table_holds_no_row_that_cutting_the_tag_would_give() {
        let table = table();
        for (wanted, locale) in &table {
            let Some((shorter, _)) = wanted.rsplit_once('-') else { continue };
            assert_ne!(look_up(&table, shorter), Some(locale), "{wanted}");
        }
        assert!(table.len() < 200, "{}", table.len());
    }
}
