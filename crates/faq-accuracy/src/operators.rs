//! Operators: each puts one kind of defect into a text that has none. For every rule there is at least one.

mod arguments;
mod characters;
mod facts;
mod files;
mod markup;
mod plurals;
mod reviews;
mod said_words;
mod typography;
mod words;

use crate::{case::Target, random::Random, scene::Scene, sources::Reach, tree::Tree};

/// Puts one kind of defect into texts.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    /// Its name, which says what it does.
    pub name: &'static str,
    /// The rule that has to find the defect.
    pub rule: &'static str,
    /// How much of a source it needs.
    pub reach: Reach,
    /// Whether the rule finds it in programs too, if it looks at programs at all.
    pub in_software: bool,
    /// Puts the defect in, where the message has a place for it.
    pub seed: fn(&Scene, &mut Random) -> Option<Seeded>,
}

/// A tree with a defect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seeded {
    /// The tree.
    pub tree: Tree,
    /// What the finding has to be about.
    pub target: Target,
    /// The locale in which something is wrong.
    pub locale: String,
}

/// Every operator, by subject.
pub const OPERATORS: &[&[Operator]] = &[
    arguments::OPERATORS,
    characters::OPERATORS,
    facts::OPERATORS,
    files::OPERATORS,
    markup::OPERATORS,
    plurals::OPERATORS,
    reviews::OPERATORS,
    said_words::OPERATORS,
    typography::OPERATORS,
    words::OPERATORS,
];

/// An operator that needs nothing but the message.
const fn operator(
    name: &'static str,
    rule: &'static str,
    seed: fn(&Scene, &mut Random) -> Option<Seeded>,
) -> Operator {
    Operator { name, rule, reach: Reach::Message, in_software: true, seed }
}

impl Operator {
    /// The same operator with more around the message.
    const fn with(self, reach: Reach) -> Self {
        Self { reach, ..self }
    }

    /// The same operator for prose alone.
    const fn in_prose(self) -> Self {
        Self { in_software: false, ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use faq_check::RULES;

    use super::*;

    #[test]
    fn every_rule_has_an_operator_and_every_operator_a_rule() {
        let operators = || OPERATORS.iter().copied().flatten();
        let of_rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
        let of_operators: BTreeSet<&str> = operators().map(|it| it.rule).collect();
        assert_eq!(of_rules, of_operators);
        let names: BTreeSet<&str> = operators().map(|it| it.name).collect();
        assert_eq!(names.len(), operators().count(), "two operators have one name");
    }
}
