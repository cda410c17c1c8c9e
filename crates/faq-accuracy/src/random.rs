//! Choices that are the same on every machine: a seeded generator of numbers.

use std::ops::Range;

/// A generator of numbers (xorshift64*).
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// A generator for one purpose, which `parts` name: what it says does not depend on any other.
    pub fn of(seed: u64, parts: &[&str]) -> Self {
        // FNV-1a, with an end mark after each part.
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xFF]));
        let state = bytes.fold(seed ^ 0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        let mut random = Self { state: state | 1 };
        // The first numbers of two close seeds are close.
        for _ in 0..4 {
            random.next();
        }
        random
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number of `range`; its start where it is empty.
    pub fn within(&mut self, range: Range<usize>) -> usize {
        let many = u64::try_from(range.len().max(1)).unwrap_or(1);
        range.start + usize::try_from((self.next() >> 11) % many).unwrap_or_default()
    }

    /// One of `items`.
    pub fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.within(0..items.len())).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_purpose_gives_the_same_choices_and_another_gives_others() {
        let choices = |purpose: &str| {
            let mut random = Random::of(7, &[purpose]);
            [(); 8].map(|()| random.within(0..100))
        };
        assert_eq!(choices("a"), choices("a"));
        assert_ne!(choices("a"), choices("b"));
    }
}
