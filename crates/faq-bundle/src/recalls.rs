//! Recalls: published texts that are withdrawn, each by its hash.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize};

use crate::format::{FormatError, digits, known_format, parse};

/// Every text that is withdrawn. A reader shows none of them, whichever release it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recalls {
    /// Version of the format.
    #[serde(deserialize_with = "known_format")]
    pub format: u32,
    /// The texts.
    pub recalls: Vec<Recall>,
}

/// A published text that is withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// The fingerprint that the entry has in the bundle: 32 hexadecimal digits.
    #[serde(deserialize_with = "fingerprint")]
    pub fingerprint: String,
    /// Why, for whoever runs a site.
    pub reason: String,
}

impl Recalls {
    /// Reads a list of recalls.
    pub fn parse(json: &str) -> Result<Self, FormatError> {
        parse(json)
    }

    /// The recall of the text with this fingerprint, if it is withdrawn.
    pub fn of(&self, fingerprint: &str) -> Option<&Recall> {
        self.recalls.iter().find(|recall| recall.fingerprint == fingerprint)
    }
}

fn fingerprint<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    digits(text, 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_recalled_by_its_fingerprint() {
        let json = r#"{"format": 1, "recalls":
            [{"fingerprint": "0123456789abcdef0123456789abcdef", "reason": "says 16"}]}"#;
        let recalls = Recalls::parse(json).expect("a list");
        let reason = |it| recalls.of(it).map(|recall| recall.reason.as_str());
        assert_eq!(reason("0123456789abcdef0123456789abcdef"), Some("says 16"));
        assert_eq!(reason("f123456789abcdef0123456789abcdef"), None);
        assert!(Recalls::parse(&json.replace("0123", "")).is_err());
    }
}
