//! Makes cases: applies operators at places that a seed chooses, or at all.

use std::collections::BTreeSet;

use faq_check::{Profile, rule};
use rayon::prelude::*;

use crate::{
    case::{Case, parse_cases, write_cases},
    operators::{OPERATORS, Operator},
    random::Random,
    sources::{Reach, Source},
};

/// The seed of the corpus.
pub const SEED: u64 = 1;

/// Cases that the corpus has of each operator, where its texts have so many places.
const OF_EACH: usize = 6;

/// Cases of an operator that needs a whole locale, each of which is long.
const OF_EACH_LARGE: usize = 2;

/// How many cases to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// So many of each operator, in as many locales as possible.
    OfEach(usize),
    /// As many as the corpus has.
    Corpus,
    /// Each operator at every message that has a place for it.
    All,
}

/// The files of the corpus: name and text, one a rule.
pub fn corpus(sources: &[Source]) -> Vec<(String, String)> {
    let cases = generate(sources, SEED, Extent::Corpus);
    let rules: BTreeSet<&str> = cases.iter().map(|it| it.rule.as_str()).collect();
    rules
        .into_iter()
        .map(|rule| {
            let of_rule: Vec<Case> = cases.iter().filter(|it| it.rule == rule).cloned().collect();
            (format!("{rule}.txt"), write_cases(&of_rule))
        })
        .collect()
}

/// Makes cases. The same texts, seed and extent give the same cases.
pub fn generate(sources: &[Source], seed: u64, extent: Extent) -> Vec<Case> {
    let operators: Vec<&Operator> = OPERATORS.iter().copied().flatten().collect();
    let cases = operators.par_iter().map(|operator| cases_of(operator, sources, seed, extent));
    cases.flatten().collect()
}

fn cases_of(operator: &Operator, sources: &[Source], seed: u64, extent: Extent) -> Vec<Case> {
    let mut places: Vec<(&Source, &str, &str)> = sources
        .iter()
        .filter(|source| source.serves(operator.reach))
        .flat_map(|source| source.places().map(move |(locale, id)| (source, locale, id)))
        .collect();
    // Every place has a number of its own, so that a new text moves no other.
    places.sort_by_key(|(_, locale, id)| Random::of(seed, &[operator.name, locale, id]).next());
    let wanted = match extent {
        Extent::OfEach(wanted) => wanted,
        Extent::Corpus if operator.reach == Reach::Locale => OF_EACH_LARGE,
        Extent::Corpus => OF_EACH,
        Extent::All => usize::MAX,
    };
    let mut cases = Vec::new();
    let mut locales = BTreeSet::new();
    let mut again = Vec::new();
    for place in places {
        if cases.len() >= wanted {
            return cases;
        }
        // Another locale first.
        if extent != Extent::All && locales.contains(place.1) {
            again.push(place);
            continue;
        }
        if let Some(case) = case(operator, place, seed) {
            locales.insert(place.1);
            cases.push(case);
        }
    }
    let more = again.into_iter().filter_map(|place| case(operator, place, seed));
    cases.extend(more.take(wanted - cases.len()));
    cases
}

fn case(
    operator: &Operator,
    (source, locale, id): (&Source, &str, &str),
    seed: u64,
) -> Option<Case> {
    let mut random = Random::of(seed, &[operator.name, locale, id]);
    let scene = source.scene(locale, id, operator.reach)?;
    let seeded = (operator.seed)(&scene, &mut random)?;
    let in_software = operator.in_software
        && rule(operator.rule).is_some_and(|it| it.severities.software.is_some());
    let profile = if scene.has_catalog || !in_software || random.within(0..2) == 0 {
        Profile::Prose
    } else {
        Profile::Software
    };
    let case = Case {
        name: operator.name.to_owned(),
        rule: operator.rule.to_owned(),
        locale: seeded.locale,
        target: seeded.target,
        profile,
        right: scene.tree,
        wrong: seeded.tree,
    };
    // As it will be read.
    parse_cases(&case.to_string()).ok()?.pop()
}
