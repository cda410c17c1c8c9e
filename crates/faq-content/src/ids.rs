//! Identifiers of the catalog: kebab-case, fit for a Fluent message id and for a URL anchor alike.

use std::fmt;

/// An identifier of a topic, entry, block, item, fact or interface text.
///
/// Lower-case ASCII letters, digits and single hyphens, starting with a letter, 64 characters at most: so that it can be
/// part of a Fluent identifier, of a URL fragment and of a file name without any escaping.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// Why a text is no [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl Id {
    /// Longest identifier, in characters.
    const LONGEST: usize = 64;

    /// Reads an identifier.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let well_formed = text.len() <= Self::LONGEST
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.contains("--")
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if well_formed { Ok(Self(text.to_owned())) } else { Err(IdError) }
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is made of lower-case letters, digits and single hyphens, and starts with a letter")
    }
}

impl std::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_kebab_case_and_nothing_else() {
        for good in ["csec", "human-trafficking", "a1"] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "1a", "a_b", "ä", "a b", &"a".repeat(65)] {
            assert!(Id::parse(bad).is_err(), "{bad}");
        }
    }
}
