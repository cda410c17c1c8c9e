//! Whether a file is the one that was released.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::File;

/// How a file differs from what the manifest says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Another number of bytes: what the manifest says, what the file has.
    Size(u64, u64),
    /// Other bytes: the hash in the manifest, the hash of the file.
    Hash(String, String),
}

impl File {
    /// Whether `bytes` are what was released under this file's path.
    pub fn verify(&self, bytes: &[u8]) -> Result<(), Mismatch> {
        let size = bytes.len() as u64;
        if size != self.size {
            return Err(Mismatch::Size(self.size, size));
        }
        let hash = sha256(bytes);
        if hash != self.sha256 {
            return Err(Mismatch::Hash(self.sha256.clone(), hash));
        }
        Ok(())
    }
}

/// SHA-256 of `bytes` in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(expected, found) => write!(f, "{found} bytes instead of {expected}"),
            Self::Hash(expected, found) => write!(f, "SHA-256 {found} instead of {expected}"),
        }
    }
}

impl std::error::Error for Mismatch {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_byte_is_a_mismatch() {
        let file = File { path: "a".into(), size: 2, sha256: sha256(b"ab") };
        assert_eq!(file.verify(b"ab"), Ok(()));
        assert!(matches!(file.verify(b"ac"), Err(Mismatch::Hash(..))));
        assert_eq!(file.verify(b"abc"), Err(Mismatch::Size(2, 3)));
    }
}
