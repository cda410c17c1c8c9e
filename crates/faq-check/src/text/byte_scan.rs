//! Finds rare characters in a text at the speed of memory: blocks of bytes are compared as a whole.

/// Where characters start whose first three bytes `is` takes. Bytes after the last count as zeros.
///
/// `is` has to be free of branches, so that the compiler compares many bytes at once.
pub(crate) fn find_all(
    bytes: &[u8],
    is: impl Fn(u8, u8, u8) -> bool + Copy,
) -> impl Iterator<Item = usize> {
    let blocks = (0..bytes.len()).step_by(BLOCK);
    blocks.filter(move |start| may_have(bytes, *start, is)).flat_map(move |start| {
        let end = bytes.len().min(start + BLOCK);
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        (start..end).filter(move |at| is(byte(*at), byte(at + 1), byte(at + 2)))
    })
}

/// So many bytes are looked at together.
const BLOCK: usize = 64;

/// Whether something is found in the block at `start`; at the end of the bytes it is always worth a closer look.
fn may_have(bytes: &[u8], start: usize, is: impl Fn(u8, u8, u8) -> bool) -> bool {
    let from = |step: usize| bytes.get(start + step..).and_then(<[u8]>::first_chunk::<BLOCK>);
    let (Some(block), Some(next), Some(after)) = (from(0), from(1), from(2)) else { return true };
    let triples = block.iter().zip(next).zip(after);
    // No way out of the loop in the middle.
    triples.fold(false, |any, ((byte, next), after)| any | is(*byte, *next, *after))
}

#[cfg(test)]
mod tests {
    use super::find_all;

    #[test]
    fn what_stands_over_the_end_of_a_block_or_of_the_text_is_found() {
        for length in 0..200 {
            let bytes = [vec![b'.'; length], vec![1, 2, 3], vec![b'.'; 70], vec![1]].concat();
            let is = |byte, next, after| byte == 1 && (next == 0 || (next == 2 && after == 3));
            let found: Vec<usize> = find_all(&bytes, is).collect();
            assert_eq!(found, [length, length + 73]);
        }
    }
}
