//! What stands in one text more often than in another.

use std::cmp::Ordering;

/// What a translation has lost and what it has added, each in order and once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference<T> {
    /// In the reference, and not (so often) in the translation.
    pub(crate) lost: Vec<T>,
    /// In the translation, and not (so often) in the reference.
    pub(crate) added: Vec<T>,
}

impl<T: Ord> Difference<T> {
    /// Compares what stands in the reference with what stands in the translation, in whatever order.
    ///
    /// With variants a part may stand in one language's variants and not in the other's: what counts then is whether it is
    /// there, not how often.
    pub(crate) fn of(mut expected: Vec<T>, mut found: Vec<T>, with_variants: bool) -> Self {
        expected.sort_unstable();
        found.sort_unstable();
        if with_variants {
            expected.dedup();
            found.dedup();
        }
        let mut difference = Self { lost: Vec::new(), added: Vec::new() };
        let (mut expected, mut found) =
            (expected.into_iter().peekable(), found.into_iter().peekable());
        loop {
            let order = match (expected.peek(), found.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(ours), Some(theirs)) => ours.cmp(theirs),
            };
            match order {
                Ordering::Less => difference.lost.extend(expected.next()),
                Ordering::Greater => difference.added.extend(found.next()),
                Ordering::Equal => {
                    expected.next();
                    found.next();
                }
            }
        }
        difference.lost.dedup();
        difference.added.dedup();
        difference
    }

    /// Whether nothing is lost and nothing added.
    pub(crate) fn is_empty(&self) -> bool {
        self.lost.is_empty() && self.added.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expected: &[u8], found: &[u8], with_variants: bool) -> (Vec<u8>, Vec<u8>) {
        let difference = Difference::of(expected.to_vec(), found.to_vec(), with_variants);
        (difference.lost, difference.added)
    }

    #[test]
    fn order_is_no_difference_and_number_is() {
        assert_eq!(of(&[1, 2], &[2, 1], false), (vec![], vec![]));
        assert_eq!(of(&[2, 2, 3], &[2, 4], false), (vec![2, 3], vec![4]));
        assert_eq!(of(&[], &[5, 5], false), (vec![], vec![5]));
    }

    #[test]
    fn with_variants_number_is_no_difference() {
        assert_eq!(of(&[2, 2], &[2], true), (vec![], vec![]));
        assert_eq!(of(&[2], &[3], true), (vec![2], vec![3]));
    }
}
