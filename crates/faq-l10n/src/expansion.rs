//! How large a message can become, computed without formatting it.
//!
//! References multiply: ten terms of ten references each reach 10¹⁰ placeables. fluent-bundle counts while it formats and
//! panics in a corner; here the sizes are added up before it is asked.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    features::Features,
    limits::Limits,
    locale_files::{LocaleFiles, MessageRef},
    outline::{Origin, Outline, TextKind},
};

/// What a message becomes on its longest way through variants and references.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// Placeables that are resolved.
    pub placeables: u64,
    /// Bytes of text, variables not counted.
    pub bytes: u64,
    /// Longest chain of references, 0 where there is none.
    pub chain: u32,
    /// Whether it refers to itself, directly or through others.
    pub cyclic: bool,
    /// Length of the longest number literal.
    pub number: usize,
}

/// Why a message must not be formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsafe {
    /// It refers to itself.
    Cycle,
    /// It resolves more than [`Limits::PLACEABLES`]; how many.
    Placeables(u64),
    /// It becomes longer than [`Limits::EXPANDED_BYTES`]; how long.
    Bytes(u64),
    /// Its references form a chain longer than [`Limits::CHAIN`]; how long.
    Chain(u32),
    /// It holds a number longer than [`Limits::NUMBER`]; how long.
    Number(usize),
}

impl Expansion {
    /// Why a message of this size must not be formatted, if it must not.
    pub fn danger(&self) -> Option<Unsafe> {
        if self.cyclic {
            Some(Unsafe::Cycle)
        } else if self.placeables > Limits::PLACEABLES as u64 {
            Some(Unsafe::Placeables(self.placeables))
        } else if self.bytes > Limits::EXPANDED_BYTES as u64 {
            Some(Unsafe::Bytes(self.bytes))
        } else if self.chain as usize > Limits::CHAIN {
            Some(Unsafe::Chain(self.chain))
        } else if self.number > Limits::NUMBER {
            Some(Unsafe::Number(self.number))
        } else {
            None
        }
    }

    fn add(&mut self, other: Self) {
        self.placeables = self.placeables.saturating_add(other.placeables);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.merge_flags(other);
    }

    fn max(&mut self, other: Self) {
        self.placeables = self.placeables.max(other.placeables);
        self.bytes = self.bytes.max(other.bytes);
        self.merge_flags(other);
    }

    fn merge_flags(&mut self, other: Self) {
        self.chain = self.chain.max(other.chain);
        self.cyclic |= other.cyclic;
        self.number = self.number.max(other.number);
    }
}

/// The sizes of all messages of a locale that refer to others.
#[derive(Debug, Default)]
pub(crate) struct Expansions {
    known: FxHashMap<MessageRef, Expansion>,
}

impl Expansions {
    /// Adds up the sizes of `locale`. Walks the references with a stack of its own: a chain may be as long as a file.
    pub(crate) fn compute(locale: &LocaleFiles<'_>) -> Self {
        let mut sizes = Self::default();
        let mut open: FxHashSet<MessageRef> = FxHashSet::default();
        for (start, outline) in locale.messages() {
            if !outline.features().any(Features::REFERENCE) || sizes.known.contains_key(&start) {
                continue;
            }
            let mut stack = vec![(start, targets(locale, outline).collect::<Vec<_>>().into_iter())];
            open.insert(start);
            while let Some((place, remaining)) = stack.last_mut() {
                let place = *place;
                match remaining.next() {
                    Some(target) if open.contains(&target) => {
                        // Everything on the stack from the target up refers to itself.
                        let from =
                            stack.iter().position(|(place, _)| *place == target).unwrap_or(0);
                        for (place, _) in stack.iter().skip(from) {
                            sizes
                                .known
                                .insert(*place, Expansion { cyclic: true, ..Expansion::default() });
                        }
                    }
                    Some(target) if !sizes.known.contains_key(&target) => {
                        let Some((_, outline)) = locale.at(target) else { continue };
                        open.insert(target);
                        stack.push((
                            target,
                            targets(locale, outline).collect::<Vec<_>>().into_iter(),
                        ));
                    }
                    Some(_) => {}
                    None => {
                        if let Some((_, outline)) = locale.at(place) {
                            let mut size = sizes.add_up(locale, outline);
                            size.cyclic |=
                                sizes.known.get(&place).is_some_and(|known| known.cyclic);
                            sizes.known.insert(place, size);
                        }
                        open.remove(&place);
                        stack.pop();
                    }
                }
            }
        }
        sizes
    }

    /// The size of the message at `place`.
    pub(crate) fn of(
        &self,
        locale: &LocaleFiles<'_>,
        place: MessageRef,
        outline: Outline<'_, '_>,
    ) -> Expansion {
        self.known.get(&place).copied().unwrap_or_else(|| self.add_up(locale, outline))
    }

    /// The size of a message whose references have known sizes. The largest of value and attributes counts.
    fn add_up(&self, locale: &LocaleFiles<'_>, outline: Outline<'_, '_>) -> Expansion {
        let mut own: Vec<Expansion> = outline
            .branches()
            .iter()
            .map(|branch| Expansion {
                placeables: branch.placeables.into(),
                ..Expansion::default()
            })
            .collect();
        for text in outline.texts() {
            let number = match text.kind {
                TextKind::Number => text.raw.len(),
                TextKind::Steering
                    if text
                        .raw
                        .bytes()
                        .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'-')) =>
                {
                    text.raw.len()
                }
                TextKind::Element | TextKind::Literal | TextKind::Steering => 0,
            };
            let bytes = text.raw.len() as u64;
            own.get_mut(text.branch)
                .iter_mut()
                .for_each(|it| it.add(Expansion { bytes, number, ..Expansion::default() }));
        }
        for reference in outline.references() {
            let Some(target) = locale.target_of(reference.target) else { continue };
            let size = locale
                .at(target)
                .map(|(_, outline)| self.of(locale, target, outline))
                .unwrap_or_default();
            let size = Expansion { chain: size.chain.saturating_add(1), ..size };
            own.get_mut(reference.branch).iter_mut().for_each(|it| it.add(size));
        }
        fold_variants(outline, own)
    }
}

/// Adds the largest variant of every select expression to the branch it stands in, innermost first.
fn fold_variants(outline: Outline<'_, '_>, own: Vec<Expansion>) -> Expansion {
    // For each branch, the largest variant of each select expression in it, the last one first.
    let mut largest: Vec<Vec<(usize, Expansion)>> = vec![Vec::new(); own.len()];
    let mut whole = Expansion::default();
    for ((index, branch), mut size) in outline.branches().iter().enumerate().zip(own).rev() {
        for (_, variant) in largest.get_mut(index).map(std::mem::take).unwrap_or_default() {
            size.add(variant);
        }
        match branch.origin {
            Origin::Value | Origin::Attribute(_) => whole.max(size),
            Origin::Variant { parent, select, .. } => {
                let Some(selects) = largest.get_mut(parent) else { continue };
                match selects.last_mut() {
                    Some((known, variant)) if *known == select => variant.max(size),
                    Some(_) | None => selects.push((select, size)),
                }
            }
        }
    }
    whole
}

fn targets<'f>(
    locale: &'f LocaleFiles<'_>,
    outline: Outline<'f, '_>,
) -> impl Iterator<Item = MessageRef> + 'f {
    outline.references().iter().filter_map(|reference| locale.target_of(reference.target))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Content, Kind, LocaleFolder, SourceFile};

    fn danger(source: &str, id: &str) -> Option<Unsafe> {
        let file = SourceFile {
            path: "x.ftl".into(),
            name: "x.ftl".into(),
            content: Content::Text(source.into()),
        };
        let folder = LocaleFolder { files: vec![file], ..LocaleFolder::default() };
        let locale = LocaleFiles::parse(&folder, crate::Scope::Locale);
        let place = locale.find(Kind::Message, id).expect("the fixture has the message");
        locale.expansion(place).danger()
    }

    #[test]
    fn a_message_that_refers_to_itself_is_a_cycle_and_so_is_what_uses_it() {
        let source = "a = { b }\nb = { c }\nc = { a }\nd = { a }\ne = e\n";
        for id in ["a", "b", "c", "d"] {
            assert_eq!(danger(source, id), Some(Unsafe::Cycle), "{id}");
        }
        assert_eq!(danger(source, "e"), None);
        assert_eq!(danger("x = { -y }\n-y = { -y }\n", "x"), Some(Unsafe::Cycle));
    }

    #[test]
    fn expansion_through_references_is_added_up() {
        let laughs: String = (1..9)
            .map(|level| format!("l{level} = {}\n", format!("{{ l{} }}", level - 1).repeat(10)))
            .collect();
        assert!(matches!(
            danger(&format!("l0 = ha\n{laughs}"), "l8"),
            Some(Unsafe::Placeables(111_111_110))
        ));
        let nested = format!("x = {}\nm = {{ {{ x }} }}\n", "{ \"a\" }".repeat(101));
        assert!(matches!(danger(&nested, "m"), Some(Unsafe::Placeables(_))));
        let chain: String =
            (1..3_000).map(|level| format!("l{level} = {{ l{} }}\n", level - 1)).collect();
        assert!(danger(&format!("l0 = ha\n{chain}"), "l1999").is_some());
    }

    #[test]
    fn of_several_variants_only_the_largest_counts() {
        let variant = |key: &str, count: usize| format!("    [{key}] {}\n", "{ $x }".repeat(count));
        let selects = format!(
            "m = {{ $n ->\n{}{}   *[other] x\n }}\n",
            variant("one", 60),
            variant("two", 60)
        );
        assert_eq!(danger(&selects, "m"), None);
    }

    #[test]
    fn long_numbers_are_refused() {
        assert_eq!(danger("m = { 1234567890123456 }\n", "m"), Some(Unsafe::Number(16)));
        let selector = format!("m = {{ 1.{} ->\n   *[other] x\n }}\n", "0".repeat(40));
        assert_eq!(danger(&selector, "m"), Some(Unsafe::Number(42)));
    }

    #[test]
    fn what_is_as_large_as_it_may_be_is_no_danger_and_one_more_is() {
        let shown = |count: usize| danger(&format!("m = {}\n", "{ $x }".repeat(count)), "m");
        assert_eq!(shown(100), None);
        assert_eq!(shown(101), Some(Unsafe::Placeables(101)));
        let chain: String =
            (1..40).map(|level| format!("l{level} = {{ l{} }}\n", level - 1)).collect();
        let chain = format!("l0 = ha\n{chain}");
        let limit = Limits::CHAIN;
        assert_eq!(danger(&chain, &format!("l{limit}")), None);
        assert!(matches!(danger(&chain, &format!("l{}", limit + 1)), Some(Unsafe::Chain(_))));
        let long = format!("l = {}\nm = {}\n", "x".repeat(16_000), "{ l }".repeat(5));
        assert!(matches!(danger(&long, "m"), Some(Unsafe::Bytes(80_000..))));
    }

    #[test]
    fn choices_side_by_side_add_up() {
        let select = |name: &str| {
            format!("{{ ${name} ->\n    [one] {}\n   *[other] x\n }}", "{ $x }".repeat(60))
        };
        let source = format!("m = {} {}\n", select("n"), select("k"));
        assert!(matches!(danger(&source, "m"), Some(Unsafe::Placeables(_))));
    }
}
