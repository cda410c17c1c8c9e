//! The registry of locales: `locales/locales.toml`.

use faq_content::{Direction, LocaleTag, MalformedFile, TagError, Tier};
use serde::Deserialize;
use toml::Spanned;

use crate::{cldr, pseudo::Pseudo};

/// Every locale and its place: catalog, reference, tier, fallback, endonym.
///
/// A registry that was read keeps these promises: tags are canonical, not deprecated and unique, the reference is
/// registered and ships, every fallback is registered, and no locale falls back to itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleRegistry {
    /// Folder of the catalog, relative to the root.
    pub catalog: String,
    reference: LocaleTag,
    locales: Vec<RegisteredLocale>,
}

/// One locale of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredLocale {
    /// Its tag.
    pub tag: LocaleTag,
    /// Name of its folder: the tag, except in a tree that has no registry, where it is what was found (`ja-JP-mac`).
    pub folder: String,
    /// Its name in its own language.
    pub endonym: String,
    /// Whether it ships.
    pub tier: Tier,
    /// Locales whose text is shown when one is missing here, in order. The reference's is empty.
    pub fallback: Vec<LocaleTag>,
    /// Direction, from CLDR.
    pub dir: Direction,
}

impl LocaleRegistry {
    /// The one version of the format that this code reads.
    const FORMAT: u32 = 1;

    /// Reads the registry from `text`, which stands in the file `path`. The first mistake is the error.
    pub fn parse(path: &str, text: &str) -> Result<Self, MalformedFile> {
        let toml: RegistryToml =
            toml::from_str(text).map_err(|error| MalformedFile::from_toml(path, text, &error))?;
        let at = |span, message: String| MalformedFile::at(path, text, &span, message);
        if *toml.format.get_ref() != Self::FORMAT {
            let message = format!("registry format {} is unknown", toml.format.get_ref());
            return Err(at(toml.format.span(), message)
                .help(format!("this version reads format {}", Self::FORMAT)));
        }
        let tag_of =
            |text: &Spanned<String>| parse_tag(text).map_err(|message| at(text.span(), message));
        let reference = tag_of(&toml.reference)?;
        let mut locales: Vec<RegisteredLocale> = Vec::new();
        for locale in &toml.locales {
            let tag = tag_of(&locale.tag)?;
            if locales.iter().any(|known| known.tag == tag) {
                return Err(at(locale.tag.span(), format!("locale `{tag}` stands here twice"))
                    .help("remove one"));
            }
            let steers = |it: char| {
                it.is_control()
                    || matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            if locale.endonym.get_ref().contains(steers) {
                return Err(at(
                    locale.endonym.span(),
                    format!("the name of `{tag}` holds an invisible character"),
                )
                .help("type it again"));
            }
            if locale.endonym.get_ref().trim().is_empty() {
                return Err(at(locale.endonym.span(), format!("locale `{tag}` has no name"))
                    .help("write the language's name in that language"));
            }
            let fallback = match &locale.fallback {
                Some(chain) => chain.iter().map(&tag_of).collect::<Result<Vec<_>, _>>()?,
                None if tag == reference => Vec::new(),
                None => vec![reference.clone()],
            };
            let dir = cldr::direction(&tag);
            let tier = locale.tier.tier();
            locales.push(RegisteredLocale {
                folder: tag.to_string(),
                tag,
                endonym: locale.endonym.get_ref().clone(),
                tier,
                fallback,
                dir,
            });
        }
        let catalog = toml.catalog.get_ref();
        if catalog.is_empty()
            || catalog.starts_with(['/', '\\'])
            || catalog.split(['/', '\\']).any(|part| part == "..")
        {
            let message = "the catalog has to be a folder below the root".to_owned();
            return Err(
                at(toml.catalog.span(), message).help("write its path from the root, without `..`")
            );
        }
        let registry = Self { catalog: catalog.clone(), reference, locales };
        registry.check_reference().map_err(|message| at(toml.reference.span(), message))?;
        for (locale, toml) in registry.locales.iter().zip(&toml.locales) {
            registry.check_fallback(locale).map_err(|message| at(toml.tag.span(), message))?;
        }
        Ok(registry)
    }

    /// A registry of the folders that were found in a tree without one: folder name and tag, the reference first.
    /// Everything ships, and falls back to the reference.
    pub fn of_folders(reference: (String, LocaleTag), others: Vec<(String, LocaleTag)>) -> Self {
        let fallback = reference.1.clone();
        let locale =
            |(folder, tag): (String, LocaleTag), fallback: Vec<LocaleTag>| RegisteredLocale {
                endonym: folder.clone(),
                tier: Tier::Released,
                dir: cldr::direction(&tag),
                fallback,
                folder,
                tag,
            };
        let first = locale(reference, Vec::new());
        let others = others.into_iter().map(|other| locale(other, vec![fallback.clone()]));
        Self {
            catalog: String::new(),
            reference: fallback.clone(),
            locales: std::iter::once(first).chain(others).collect(),
        }
    }

    /// The locale that all others are compared with.
    pub fn reference(&self) -> &LocaleTag {
        &self.reference
    }

    /// All locales, in the order of the file.
    pub fn locales(&self) -> &[RegisteredLocale] {
        &self.locales
    }

    /// The locales that are part of a release.
    pub fn shipped(&self) -> impl Iterator<Item = &RegisteredLocale> {
        self.locales.iter().filter(|locale| locale.tier.ships())
    }

    /// The locale with this tag.
    pub fn get(&self, tag: &str) -> Option<&RegisteredLocale> {
        self.locales.iter().find(|locale| locale.tag.as_str() == tag)
    }

    /// The locale whose folder has this name.
    pub fn of_folder(&self, name: &str) -> Option<&RegisteredLocale> {
        self.locales.iter().find(|locale| locale.folder == name)
    }

    /// The direction of a registered locale; left to right for any other.
    pub fn dir(&self, tag: &LocaleTag) -> Direction {
        self.get(tag.as_str()).map_or(Direction::Ltr, |locale| locale.dir)
    }

    fn check_reference(&self) -> Result<(), String> {
        let reference = self.get(self.reference.as_str());
        match reference {
            None => Err(format!("the reference `{}` is not among the locales", self.reference)),
            Some(locale) if !locale.tier.ships() => Err(format!(
                "the reference `{}` has to ship: its tier cannot be `incubating`",
                self.reference
            )),
            Some(_) => Ok(()),
        }
    }

    fn check_fallback(&self, locale: &RegisteredLocale) -> Result<(), String> {
        let mut seen = vec![&locale.tag];
        for tag in &locale.fallback {
            let Some(target) = self.get(tag.as_str()) else {
                return Err(format!(
                    "`{}` falls back to `{tag}`, which is not registered",
                    locale.tag
                ));
            };
            if seen.contains(&tag) {
                return Err(format!("`{}` falls back to `{tag}` twice, or to itself", locale.tag));
            }
            if locale.tier.ships() && !target.tier.ships() {
                return Err(format!(
                    "`{}` ships and cannot fall back to `{tag}`, which does not",
                    locale.tag
                ));
            }
            seen.push(tag);
        }
        Ok(())
    }
}

fn parse_tag(text: &Spanned<String>) -> Result<LocaleTag, String> {
    let tag = LocaleTag::parse(text.get_ref()).map_err(|error| match error {
        TagError::NotATag => format!("`{}` is {error}", text.get_ref().escape_debug()),
        TagError::NotCanonical(_) => error.to_string(),
    })?;
    if Pseudo::of_tag(tag.as_str()).is_some() {
        return Err(format!(
            "`{tag}` is a made-up language, which never ships; see it with `cargo xtask preview {tag}`"
        ));
    }
    match cldr::is_deprecated(&tag) {
        Some(current) => Err(format!("`{tag}` is a deprecated tag; it is now `{current}`")),
        None => Ok(tag),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegistryToml {
    format: Spanned<u32>,
    catalog: Spanned<String>,
    reference: Spanned<String>,
    #[serde(default, rename = "locale")]
    locales: Vec<LocaleToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocaleToml {
    tag: Spanned<String>,
    endonym: Spanned<String>,
    tier: TierToml,
    fallback: Option<Vec<Spanned<String>>>,
}

/// A tier as files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TierToml {
    /// `released`
    Released,
    /// `preview`
    Preview,
    /// `incubating`
    Incubating,
}

impl TierToml {
    /// The tier.
    pub fn tier(self) -> Tier {
        match self {
            Self::Released => Tier::Released,
            Self::Preview => Tier::Preview,
            Self::Incubating => Tier::Incubating,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
format = 1
catalog = "catalog"
reference = "en-US"
[[locale]]
tag = "en-US"
endonym = "English"
tier = "released"
[[locale]]
tag = "ar"
endonym = "العربية"
tier = "preview"
[[locale]]
tag = "ar-EG"
endonym = "العربية (مصر)"
tier = "preview"
fallback = ["ar", "en-US"]
"#;

    fn mistake(from: &str, to: &str) -> String {
        assert!(SMALL.contains(from), "the fixture has no {from}");
        LocaleRegistry::parse("locales/locales.toml", &SMALL.replacen(from, to, 1))
            .expect_err("a registry with a mistake was read")
            .to_string()
    }

    #[test]
    fn every_locale_falls_back_to_the_reference_unless_it_says_otherwise() {
        let registry = LocaleRegistry::parse("x", SMALL).expect("the fixture is well-formed");
        let chains: Vec<_> =
            registry.locales().iter().map(|it| (it.fallback.len(), it.dir)).collect();
        assert_eq!(chains, [(0, Direction::Ltr), (1, Direction::Rtl), (2, Direction::Rtl)]);
    }

    #[test]
    fn every_mistake_in_the_registry_has_a_place() {
        let mistakes = [
            mistake("reference = \"en-US\"", "reference = \"en-GB\""),
            mistake("tag = \"ar\"", "tag = \"AR\""),
            mistake("tag = \"ar\"", "tag = \"iw\""),
            mistake("tag = \"ar\"", "tag = \"../x\""),
            mistake("tag = \"ar\"", "tag = \"en-US\""),
            mistake("endonym = \"العربية\"", "endonym = \" \""),
            mistake("fallback = [\"ar\", \"en-US\"]", "fallback = [\"fr\"]"),
            mistake("fallback = [\"ar\", \"en-US\"]", "fallback = [\"ar-EG\"]"),
            mistake("tier = \"preview\"", "tier = \"beta\""),
            mistake("tier = \"preview\"", "tier = \"incubating\""),
            mistake("format = 1", "format = 9"),
            mistake("catalog = \"catalog\"", "catalog = \"../catalog\""),
            mistake("endonym = \"English\"", "endonym = \"Eng\u{202e}lish\""),
            mistake("catalog = \"catalog\"", "catalogue = \"catalog\""),
        ];
        insta::assert_snapshot!(mistakes.join("\n"));
    }
}
