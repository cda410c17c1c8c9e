//! Where an id stands in the table of the generated Rust package. That package contains this very file, so that what makes the table
//! and what looks ids up agree.

/// A number for an id, of which every bit depends on every byte.
pub(crate) fn id_hash(id: &str) -> usize {
    let bytes = id.as_bytes();
    let (words, rest) = bytes.as_chunks();
    let mut hash = bytes.len() as u64;
    for word in words {
        hash = mixed(hash ^ u64::from_le_bytes(*word));
    }
    let rest = match (bytes.last_chunk(), rest.first_chunk(), rest.last_chunk()) {
        // A part of it once more: a word of any eight bytes is the quickest to read.
        (Some(word), ..) => u64::from_le_bytes(*word),
        (None, Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    (mixed(hash ^ rest) & 0xffff_ffff) as usize
}

/// Both halves of a product, since the upper bits of a word reach only the upper one.
fn mixed(word: u64) -> u64 {
    let (lower, upper) = word.carrying_mul(0x9e37_79b9_7f4a_7c15, 0);
    lower ^ upper
}
