//! Whether the ways through a message show a variable, by themselves or through the messages that they refer to.

use faq_l10n::{Kind, LocaleFiles, Origin, Outline, Target};

use crate::choices::plurals::Plurals;

/// The files of one locale, asked for the variables that its messages show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'c, 's> {
    /// Where messages that others refer to are looked up.
    pub(crate) files: &'c LocaleFiles<'s>,
    /// Which variants may say the number in words.
    pub(crate) in_words: InWords<'c>,
}

/// Which variants stand for one number, so that their text may say it in words.
#[derive(Clone, Copy, Debug)]
pub(crate) enum InWords<'c> {
    /// `zero`, `one` and `two`, as in most languages.
    ByName,
    /// These three where they hold no number above one but the one that they are named after: not `one` in Russian, which
    /// stands for 1, 21, 31. That French has it for 0 as well does no harm, as hardly a text counts to nothing.
    Usual(&'c Plurals),
    /// Categories that hold one number alone.
    Strict(&'c Plurals),
}

/// How many references are followed for one answer. Who needs more gets a "no".
const MOST_FOLLOWED: u32 = 30;

impl Shown<'_, '_> {
    /// Whether every way through the branch shows the variable. Variants that stand for one number may say it in words.
    pub(crate) fn always(&self, message: Outline<'_, '_>, branch: usize, variable: &str) -> bool {
        self.every_way(message, branch, variable, &mut { MOST_FOLLOWED })
    }

    /// Whether some way through the branch shows the variable.
    pub(crate) fn sometimes(
        &self,
        message: Outline<'_, '_>,
        branch: usize,
        variable: &str,
    ) -> bool {
        let mut left = MOST_FOLLOWED;
        message.references().iter().any(|it| {
            it.shown
                && message.path(it.branch).any(|(at, _)| at == branch)
                && self.is_shown_by(it.target, variable, &mut left)
        })
    }

    /// Whether the message, or one that it refers to, has the variable in any place.
    pub(crate) fn is_used(&self, message: Outline<'_, '_>, variable: &str) -> bool {
        self.is_used_within(message, variable, &mut { MOST_FOLLOWED })
    }

    /// Whether a variant is chosen for one number, so that its text may say the number in words. `one` stands for 1 in
    /// English and for 1, 21, 31 in Russian.
    pub(crate) fn says_the_number(&self, origin: Origin<'_>, variable: &str) -> bool {
        let Origin::Variant { key, selector, .. } = origin else { return false };
        selector == Some(variable)
            && (key.starts_with(|it: char| it.is_ascii_digit() || it == '-')
                || self.in_words.allows(key))
    }

    fn every_way(
        &self,
        message: Outline<'_, '_>,
        branch: usize,
        variable: &str,
        left: &mut u32,
    ) -> bool {
        let shown = message.references().iter().any(|it| {
            it.shown && it.branch == branch && self.is_shown_by(it.target, variable, left)
        });
        shown
            || message.selects().iter().enumerate().any(|(select, it)| {
                it.branch == branch
                    && variants(message, select).all(|(variant, origin)| {
                        self.says_the_number(origin, variable)
                            || self.every_way(message, variant, variable, left)
                    })
            })
    }

    fn is_shown_by(&self, target: Target<'_>, variable: &str, left: &mut u32) -> bool {
        match target {
            Target::Variable(name) => name == variable,
            Target::Message(id, attribute) => {
                self.follow(id, left).is_some_and(|(message, left)| {
                    let root = message.root(attribute);
                    root.is_some_and(|root| self.every_way(message, root, variable, left))
                })
            }
            // A term sees its own arguments only.
            Target::Term(..) | Target::Function(_) => false,
        }
    }

    fn is_used_within(&self, message: Outline<'_, '_>, variable: &str, left: &mut u32) -> bool {
        message.references().iter().any(|it| match it.target {
            Target::Variable(name) => name == variable,
            Target::Message(id, _) => self
                .follow(id, left)
                .is_some_and(|(message, left)| self.is_used_within(message, variable, left)),
            Target::Term(..) | Target::Function(_) => false,
        })
    }

    /// The message `id`, unless enough were looked at already: references may lead in a circle.
    fn follow<'l>(&self, id: &str, left: &'l mut u32) -> Option<(Outline<'_, '_>, &'l mut u32)> {
        *left = left.checked_sub(1)?;
        let (_, message) = self.files.at(self.files.find(Kind::Message, id)?)?;
        Some((message, left))
    }
}

impl InWords<'_> {
    fn allows(self, category: &str) -> bool {
        let named_after = match category {
            "zero" => Some(0),
            "one" => Some(1),
            "two" => Some(2),
            _ => None,
        };
        match self {
            Self::ByName => named_after.is_some(),
            Self::Usual(plurals) => named_after.is_some_and(|named| {
                let counted = plurals.numbers_of(category).iter().take_while(|it| **it < 100);
                counted.filter(|it| **it > 1).all(|it| *it == named)
            }),
            Self::Strict(plurals) => plurals.of_one_number.iter().any(|(it, _)| *it == category),
        }
    }
}

/// The variants of one select expression of a message.
pub(crate) fn variants<'f, 's>(
    message: Outline<'f, 's>,
    select: usize,
) -> impl Iterator<Item = (usize, Origin<'s>)> + use<'f, 's> {
    let is_variant = move |origin: Origin<'_>| matches!(origin, Origin::Variant { select: it, .. } if it == select);
    let branches = message.branches().iter().enumerate();
    branches.map(|(index, branch)| (index, branch.origin)).filter(move |(_, it)| is_variant(*it))
}
