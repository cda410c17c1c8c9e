//! Looks at many bytes at once, where every text of a tree is looked at.

/// Whether `is` holds of a place where `byte` stands. Quicker than a search where it stands every few bytes, as a space does.
pub(crate) fn any_place(bytes: &[u8], byte: u8, mut is: impl FnMut(usize) -> bool) -> bool {
    let pattern = u64::from_le_bytes([byte; 8]);
    let (words, end) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let mut found = zero_bytes(u64::from_le_bytes(*word) ^ pattern);
        while let Some(at) = first_byte(found) {
            if is(index * 8 + at) {
                return true;
            }
            found &= found - 1;
        }
    }
    let start = words.len() * 8;
    end.iter().enumerate().any(|(at, it)| *it == byte && is(start + at))
}

/// How many bytes of ASCII stand at the start.
pub(crate) fn ascii_length(bytes: &[u8]) -> usize {
    let (words, end) = bytes.as_chunks::<8>();
    let high = |word: &[u8; 8]| u64::from_le_bytes(*word) & HIGH;
    let in_words = words
        .iter()
        .enumerate()
        .find_map(|(index, word)| Some(index * 8 + first_byte(high(word))?));
    in_words.unwrap_or_else(|| {
        let in_end = end.iter().position(|byte| !byte.is_ascii()).unwrap_or(end.len());
        words.len() * 8 + in_end
    })
}

/// Whether any byte is such a one. `is` has to be free of branches, so that the compiler asks it of many bytes at once.
pub(crate) fn any(bytes: &[u8], is: impl Fn(u8) -> bool + Copy) -> bool {
    let (blocks, end) = bytes.as_chunks::<64>();
    // No way out of the inner loop in the middle.
    blocks.iter().any(|block| block.iter().fold(false, |any, byte| any | is(*byte)))
        || end.iter().any(|byte| is(*byte))
}

/// The highest bit of each byte.
const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

/// The highest bit of each byte that is zero.
fn zero_bytes(word: u64) -> u64 {
    !(((word & !HIGH) + !HIGH) | word | !HIGH)
}

/// Which byte the lowest of these bits stands in.
fn first_byte(bits: u64) -> Option<usize> {
    (bits != 0).then_some(bits.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found() {
        let text = b" one  two\xA0three\x21 four and a half, five ";
        let expected: Vec<usize> =
            text.iter().enumerate().filter(|(_, it)| **it == b' ').map(|(at, _)| at).collect();
        let found = |bytes: &[u8], byte: u8| {
            let mut found = Vec::new();
            any_place(bytes, byte, |at| {
                found.push(at);
                false
            });
            found
        };
        assert_eq!(found(text, b' '), expected);
        assert_eq!(found(&[0, 1, 0x80, 0xFF, 0, 1, 1, 0, 0], 0), [0, 4, 7, 8]);
    }

    #[test]
    fn ascii_ends_where_it_ends() {
        for length in 0..40 {
            let text = format!("{}é{}", "a".repeat(length), "a".repeat(9));
            assert_eq!(ascii_length(text.as_bytes()), length);
            assert_eq!(ascii_length("a".repeat(length).as_bytes()), length);
        }
    }

    #[test]
    fn a_byte_is_seen_wherever_it_stands() {
        for length in 0..200 {
            let text = [vec![b'a'; length], vec![b'b'], vec![b'a'; 70]].concat();
            assert!(any(&text, |byte| byte == b'b'));
            assert!(!any(&text, |byte| byte == b'c'));
        }
    }
}
