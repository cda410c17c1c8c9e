//! Language tags in canonical spelling.

use std::{fmt, str::FromStr};

use icu_locale_core::LanguageIdentifier;

/// A BCP 47 language tag of language, script, region and variants, in canonical spelling (`zh-Hant`, not `zh_hant`).
///
/// Canonical spelling is about letters and separators. That a tag is not a deprecated alias (`iw` for `he`) is for the
/// locale registry to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleTag(String);

/// Why a text is no [`LocaleTag`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagError {
    /// Not a language tag at all.
    NotATag,
    /// A language tag in another spelling than the canonical one, which is given.
    NotCanonical(String),
}

impl LocaleTag {
    /// Reads a tag, which has to be in canonical spelling already.
    pub fn parse(text: &str) -> Result<Self, TagError> {
        // Underscores are how other systems write tags; the answer then names the canonical spelling.
        let identifier =
            LanguageIdentifier::from_str(&text.replace('_', "-")).map_err(|_| TagError::NotATag)?;
        if identifier.language.is_unknown() {
            return Err(TagError::NotATag);
        }
        let canonical = identifier.to_string();
        if canonical == text { Ok(Self(canonical)) } else { Err(TagError::NotCanonical(canonical)) }
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag as ICU4X takes it.
    pub fn identifier(&self) -> LanguageIdentifier {
        // A tag was made from an identifier, so it can be read back.
        LanguageIdentifier::from_str(&self.0).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl fmt::Display for LocaleTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATag => f.write_str("not a language tag (BCP 47), such as `es` or `zh-Hant`"),
            Self::NotCanonical(canonical) => {
                write!(f, "the canonical spelling of this tag is `{canonical}`")
            }
        }
    }
}

impl std::error::Error for TagError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_canonical_tags_are_taken() {
        assert!(LocaleTag::parse("zh-Hant").is_ok());
        assert_eq!(LocaleTag::parse("zh_hant"), Err(TagError::NotCanonical("zh-Hant".into())));
        assert_eq!(LocaleTag::parse("pt-br"), Err(TagError::NotCanonical("pt-BR".into())));
        for bad in ["", "..", "und", "a", "toolonglanguage", "es/../fr"] {
            assert_eq!(LocaleTag::parse(bad), Err(TagError::NotATag), "{bad}");
        }
    }
}
