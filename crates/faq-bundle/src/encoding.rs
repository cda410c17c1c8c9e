//! Files of a release that are there compressed, too.

use alloc::{format, string::String};

use serde::{Deserialize, Serialize};

use crate::{File, Manifest, Mismatch, Wrong, format::sha256_digits, sha256};

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// gzip.
    Gzip,
}

/// A file, compressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Encoded {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the compressed bytes, in lower-case hexadecimal digits.
    #[serde(deserialize_with = "sha256_digits")]
    pub sha256: String,
}

/// One form of a file: as it is, or compressed.
#[derive(Clone, Copy, Debug)]
pub struct Form<'f> {
    /// The file.
    pub file: &'f File,
    /// How it is compressed, if it is.
    pub encoded: Option<(Encoding, &'f Encoded)>,
}

impl Encoding {
    /// Every encoding, the one that browsers should get first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its name in HTTP, and in a manifest.
    pub fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What stands after the name of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }
}

impl Encoded {
    /// What a manifest says of these compressed bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: sha256(bytes) }
    }

    /// Whether these are the compressed bytes that were released.
    pub fn verify(&self, bytes: &[u8]) -> Result<(), Mismatch> {
        let found = Self::of(bytes);
        if found.size != self.size {
            return Err(Mismatch::Size(self.size, found.size));
        }
        if found.sha256 != self.sha256 {
            return Err(Mismatch::Hash(self.sha256.clone(), found.sha256));
        }
        Ok(())
    }
}

impl File {
    /// The file, and then every compressed form of it. An encoding that this code does not know is passed over.
    pub fn forms(&self) -> impl Iterator<Item = Form<'_>> {
        let known = Encoding::ALL.into_iter();
        let encoded = known.filter_map(|it| Some((it, self.encodings.get(it.token())?)));
        let forms = core::iter::once(None).chain(encoded.map(Some));
        forms.map(|encoded| Form { file: self, encoded })
    }
}

impl Manifest {
    /// Every form of every file of the release.
    pub fn forms(&self) -> impl Iterator<Item = Form<'_>> {
        self.all_files().flat_map(File::forms)
    }
}

impl Form<'_> {
    /// Its path below the manifest: that of the file, with `.br` or `.gz` after it where it is compressed.
    pub fn path(&self) -> String {
        let ending = self.encoded.map_or("", |(encoding, _)| encoding.ending());
        format!("{}{ending}", self.file.path)
    }

    /// What is wrong with `bytes`, if they are not what was released. With the feature `compression` also whether compressed bytes
    /// unpack to the file.
    pub fn wrong(&self, bytes: &[u8]) -> Option<Wrong> {
        let verified = match self.encoded {
            None => self.file.verify(bytes),
            Some((_, encoded)) => encoded.verify(bytes),
        };
        match verified {
            Err(mismatch) => Some(Wrong::Mismatch(mismatch)),
            Ok(()) => self.unpacked_wrong(bytes),
        }
    }

    #[cfg(feature = "compression")]
    fn unpacked_wrong(&self, bytes: &[u8]) -> Option<Wrong> {
        let (encoding, _) = self.encoded?;
        // One byte more than there should be tells that there are more.
        match encoding.decompress(bytes, self.file.size.saturating_add(1)) {
            Ok(plain) if self.file.verify(&plain).is_ok() => None,
            Ok(_) | Err(_) => Some(Wrong::Contradiction(format!(
                "this does not unpack to what {} is to be",
                self.file.path
            ))),
        }
    }

    #[cfg(not(feature = "compression"))]
    #[expect(clippy::unused_self, reason = "the same function, where nothing can be unpacked")]
    fn unpacked_wrong(&self, _: &[u8]) -> Option<Wrong> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> File {
        let mut file = File::of("es/faq.json", b"abc");
        for (token, bytes) in [("br", "B"), ("gzip", "G"), ("zstd", "Z")] {
            file.encodings.insert(token.to_owned(), Encoded::of(bytes.as_bytes()));
        }
        file
    }

    #[test]
    fn every_form_has_a_path_beside_the_file_and_one_by_its_own_content() {
        let file = file();
        let paths: Vec<String> = file.forms().map(|form| form.path()).collect();
        assert_eq!(paths, ["es/faq.json", "es/faq.json.br", "es/faq.json.gz"]);
        let objects: Vec<String> = file.forms().map(|form| form.object_path()).collect();
        let (plain, br, gz) = (sha256(b"abc"), sha256(b"B"), sha256(b"G"));
        assert_eq!(
            objects,
            [
                format!("objects/{plain}.json"),
                format!("objects/{br}.json.br"),
                format!("objects/{gz}.json.gz")
            ]
        );
    }

    #[test]
    fn one_changed_byte_of_a_compressed_file_is_a_mismatch() {
        let file = file();
        let brotli = file.forms().nth(1).expect("a compressed form");
        assert!(matches!(brotli.wrong(b"C"), Some(Wrong::Mismatch(Mismatch::Hash(..)))));
        assert!(matches!(brotli.wrong(b"BB"), Some(Wrong::Mismatch(Mismatch::Size(1, 2)))));
    }

    #[cfg(feature = "compression")]
    #[test]
    fn a_compressed_file_that_unpacks_to_something_else_is_a_contradiction() {
        let text = b"abc".repeat(100);
        let mut file = File::of("a.txt", &text);
        for encoding in Encoding::ALL {
            let token = encoding.token().to_owned();
            let right = encoding.compress(&text).expect("compressed");
            let other = encoding.compress(b"abc").expect("compressed");
            for (bytes, is_right) in [(right, true), (other, false), (b"abc".to_vec(), false)] {
                file.encodings = [(token.clone(), Encoded::of(&bytes))].into();
                let form = file.forms().nth(1).expect("a compressed form");
                assert_eq!(form.wrong(&bytes).is_none(), is_right, "{encoding:?}");
            }
        }
    }
}
