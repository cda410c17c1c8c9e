//! Files compressed once for all readers, at fixed settings, and back.

use alloc::vec::Vec;
use std::io::{self, Read, Write};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use crate::Encoding;

/// How well files are compressed.
struct Quality {
    brotli: i32,
    gzip: u32,
}

/// For most files. Brotli's 11 takes three times as long for 1.4 % less.
const BEST: Quality = Quality { brotli: 10, gzip: 9 };
/// For what is larger than [`LARGE`]: it takes a twentieth of the time, for a tenth more, and a site of a thousand entries has 1.5 GB.
const QUICK: Quality = Quality { brotli: 3, gzip: 5 };
/// Size in bytes up to which a file is compressed as well as it can be.
const LARGE: usize = 32 * 1024;
/// Brotli's window, as a power of two.
const WINDOW: i32 = 22;
/// Size of the buffer between reader and decoder.
const BUFFER: usize = 16 * 1024;

impl Encoding {
    /// `bytes`, compressed. The same bytes give the same, whatever machine and day it is.
    pub fn compress(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let quality = if bytes.len() > LARGE { QUICK } else { BEST };
        match self {
            Self::Brotli => {
                let mut compressed = Vec::new();
                let settings = brotli::enc::BrotliEncoderParams {
                    quality: quality.brotli,
                    lgwin: WINDOW,
                    size_hint: bytes.len(),
                    ..Default::default()
                };
                brotli::BrotliCompress(&mut &*bytes, &mut compressed, &settings)?;
                Ok(compressed)
            }
            Self::Gzip => {
                // The encoder writes neither a name nor a time.
                let mut encoder = GzEncoder::new(Vec::new(), Compression::new(quality.gzip));
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }

    /// What was compressed, of which no more than `most` bytes are wanted.
    pub fn decompress(self, bytes: &[u8], most: u64) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        match self {
            Self::Brotli => {
                brotli::Decompressor::new(bytes, BUFFER).take(most).read_to_end(&mut plain)?
            }
            Self::Gzip => GzDecoder::new(bytes).take(most).read_to_end(&mut plain)?,
        };
        Ok(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compressed_comes_back_and_the_same_text_gives_the_same_bytes() {
        for text in ["¿Qué es la trata de personas? ".repeat(200), "0123456789".repeat(10_000)] {
            for encoding in Encoding::ALL {
                let once = encoding.compress(text.as_bytes()).expect("compressed");
                assert_eq!(once, encoding.compress(text.as_bytes()).expect("compressed"));
                assert!(once.len() < text.len() / 10, "{encoding:?}: {}", once.len());
                let plain = encoding.decompress(&once, 1 << 20).expect("decompressed");
                assert_eq!(plain, text.as_bytes());
                assert_eq!(encoding.decompress(&once, 10).expect("a part").len(), 10);
                assert!(encoding.decompress(b"no such thing", 10).is_err());
            }
        }
        let gzip = Encoding::Gzip.compress(b"x").expect("compressed");
        assert_eq!(gzip.get(3..8), Some(&[0, 0, 0, 0, 0][..]), "no name and no time");
    }
}
