//! The pointer: which release is current. Made at publishing, small, and signed where there is a key.

use alloc::{format, string::String};
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::format::{FormatError, digits, known_format, parse, sha256_digits};

/// Which release is current: `current.json`, and `pointers/<sequence>.json` for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer {
    /// Version of the format.
    #[serde(deserialize_with = "known_format")]
    pub format: u32,
    /// Grows with each publication, also where an older release becomes current again.
    pub sequence: u64,
    /// Identity of the publication, made at random: two that happen at once are never the same.
    #[serde(deserialize_with = "publication")]
    pub publication: String,
    /// When it was published, in seconds since 1970.
    pub published: u64,
    /// After this nobody should rely on it, in seconds since 1970: a site that gets no newer one is being kept from it.
    pub expires: u64,
    /// SHA-256 of the manifest.
    #[serde(deserialize_with = "sha256_digits")]
    pub manifest: String,
    /// SHA-256 of the list of recalls, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recalls: Option<Hash>,
    /// minisign's signature of [`Pointer::signed_text`], where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

/// A SHA-256 in lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hash(#[serde(deserialize_with = "sha256_digits")] pub String);

/// Why a pointer is not to be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A later one has been seen: its sequence, the sequence of this one.
    Older(u64, u64),
    /// Another one of this sequence has been seen.
    Replaced(u64),
    /// It expired at this time.
    Expired(u64),
    /// It has no signature.
    Unsigned,
    /// The signature is not by this key, or of something else.
    Signature(String),
}

impl Pointer {
    /// Reads a pointer.
    pub fn parse(json: &str) -> Result<Self, FormatError> {
        parse(json)
    }

    /// Whether a reader that has seen `seen` may follow this pointer. `now` is in seconds since 1970; without it the pointer
    /// never expires.
    pub fn accept(&self, seen: Option<&Self>, now: Option<u64>) -> Result<(), Refusal> {
        if let Some(seen) = seen {
            if self.sequence < seen.sequence {
                return Err(Refusal::Older(seen.sequence, self.sequence));
            }
            if self.sequence == seen.sequence && self.signed_text() != seen.signed_text() {
                return Err(Refusal::Replaced(self.sequence));
            }
        }
        match now {
            Some(now) if now >= self.expires => Err(Refusal::Expired(self.expires)),
            Some(_) | None => Ok(()),
        }
    }

    /// What a signature is of: everything the pointer says, a line each, so that no two readers of JSON can differ about it.
    pub fn signed_text(&self) -> String {
        let Self { format, sequence, publication, published, expires, manifest, .. } = self;
        let recalls = self.recalls.as_ref().map_or("none", |hash| hash.0.as_str());
        format!(
            "plainspoken pointer {format}\nsequence {sequence}\npublication {publication}\npublished {published}\nexpires {expires}\nmanifest {manifest}\nrecalls {recalls}\n"
        )
    }

    /// Whether the holder of this minisign key signed the pointer. `key` is a key's file, or the one line of it that matters.
    #[cfg(feature = "signature")]
    pub fn verify_signature(&self, key: &str) -> Result<(), Refusal> {
        let refuse = |error: minisign_verify::Error| Refusal::Signature(format!("{error}"));
        let signature = self.signature.as_deref().ok_or(Refusal::Unsigned)?;
        let signature = minisign_verify::Signature::decode(signature).map_err(refuse)?;
        let key = key.trim();
        let key = minisign_verify::PublicKey::decode(key)
            .or_else(|_| minisign_verify::PublicKey::from_base64(key))
            .map_err(refuse)?;
        key.verify(self.signed_text().as_bytes(), &signature, false).map_err(refuse)
    }
}

fn publication<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    digits(text, 32)
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Older(seen, found) => {
                write!(f, "the pointer has sequence {found}, but {seen} has been seen before")
            }
            Self::Replaced(sequence) => {
                write!(f, "another pointer of sequence {sequence} has been seen before")
            }
            Self::Expired(time) => {
                write!(f, "the pointer expired {time} seconds after the beginning of 1970")
            }
            Self::Unsigned => f.write_str("the pointer is not signed"),
            Self::Signature(reason) => {
                write!(f, "the pointer's signature is not by this key: {reason}")
            }
        }
    }
}

impl core::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(sequence: u64) -> Pointer {
        Pointer {
            format: crate::FORMAT,
            sequence,
            publication: "0123456789abcdef0123456789abcdef".to_owned(),
            published: 100,
            expires: 200,
            manifest: "0".repeat(64),
            recalls: None,
            signature: None,
        }
    }

    #[test]
    fn a_reader_never_goes_back_and_trusts_no_expired_pointer() {
        let (older, seen) = (pointer(6), pointer(7));
        assert_eq!(seen.accept(Some(&older), Some(199)), Ok(()));
        assert_eq!(seen.accept(Some(&seen), None), Ok(()));
        assert_eq!(older.accept(Some(&seen), None), Err(Refusal::Older(7, 6)));
        assert_eq!(seen.accept(None, Some(200)), Err(Refusal::Expired(200)));
        let other = Pointer { manifest: "1".repeat(64), ..pointer(7) };
        assert_eq!(other.accept(Some(&seen), None), Err(Refusal::Replaced(7)));
    }

    #[test]
    fn what_is_signed_is_everything_that_a_pointer_says() {
        let text = pointer(7).signed_text();
        for value in
            ["1\n", " 7\n", "0123456789abcdef0123456789abcdef\n", "100\n", "200\n", "none\n"]
        {
            assert!(text.contains(value), "{value:?} in {text}");
        }
        let recalled = Pointer { recalls: Some(Hash("2".repeat(64))), ..pointer(7) };
        assert_ne!(recalled.signed_text(), text);
    }

    #[test]
    fn a_pointer_is_read_back_as_it_was_written_and_hashes_are_hashes() {
        let json = serde_json::to_string(&pointer(7)).expect("JSON");
        assert_eq!(Pointer::parse(&json).ok(), Some(pointer(7)));
        for (from, to) in [("00000000", "../../.."), ("\"format\":1", "\"format\":2"), ("0123", "")]
        {
            assert!(Pointer::parse(&json.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    /// Signed with minisign by a key of which only this half was kept.
    #[cfg(feature = "signature")]
    #[test]
    fn a_pointer_without_a_signature_is_not_a_signed_one() {
        let key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
        assert_eq!(pointer(7).verify_signature(key), Err(Refusal::Unsigned));
        let signed = Pointer { signature: Some("nonsense".to_owned()), ..pointer(7) };
        assert!(matches!(signed.verify_signature(key), Err(Refusal::Signature(_))));
    }
}
