//! The rules that judge messages, by what they look for: most messages are for few of them.

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    rule::{Judge, Rule},
    rules::RULES,
};

/// Judges one message.
pub(crate) type MessageJudge = fn(&MessageContext<'_, '_>, &mut Hits);

/// The rules among some that judge messages.
pub(crate) struct MessageJudges {
    judges: Vec<(&'static Rule, MessageJudge)>,
    /// For each kind of thing that a message can have, the judges that look for it, each as a bit.
    of_kind: Vec<u128>,
}

/// Each rule has a bit.
const _: () = assert!(RULES.len() <= u128::BITS as usize);

impl MessageJudges {
    /// Those of `rules` that judge messages.
    pub(crate) fn of(rules: &[&'static Rule]) -> Self {
        let mut of_kind = vec![0; Features::KINDS];
        let mut judges = Vec::new();
        for rule in rules {
            if let Judge::Message(looks_for, judge) = rule.judge {
                for kind in looks_for.kinds() {
                    if let Some(of_kind) = of_kind.get_mut(kind) {
                        *of_kind |= 1 << judges.len();
                    }
                }
                judges.push((*rule, judge));
            }
        }
        Self { judges, of_kind }
    }

    /// Those that look for something that a message with these features has, in the order of the rules.
    pub(crate) fn looking_for(
        &self,
        features: Features,
    ) -> impl Iterator<Item = (&'static Rule, MessageJudge)> {
        let of_kind = |kind: usize| self.of_kind.get(kind).copied().unwrap_or(0);
        let mut left = features.kinds().fold(0, |all, kind| all | of_kind(kind));
        std::iter::from_fn(move || {
            let judge = (left != 0).then_some(left.trailing_zeros() as usize)?;
            left &= left - 1;
            self.judges.get(judge).copied()
        })
    }

    /// In tests, all other rules are asked as well: none may find what it does not look for.
    #[cfg(test)]
    pub(crate) fn assert_others_find_nothing(&self, message: &MessageContext<'_, '_>) {
        let features = message.features();
        let asked: Vec<&str> = self.looking_for(features).map(|(rule, _)| rule.name).collect();
        let mut hits = Hits::default();
        for (rule, judge) in self.judges.iter().filter(|(rule, _)| !asked.contains(&rule.name)) {
            judge(message, &mut hits);
            assert!(hits.is_empty(), "`{}` has not what `{}` looks for", message.id(), rule.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_sees_the_messages_that_have_what_it_looks_for() {
        let rules: Vec<&'static Rule> = RULES.iter().collect();
        let judges = MessageJudges::of(&rules);
        for features in [
            Features::NONE,
            Features::ANY,
            Features::ANY | Features::DIGIT,
            Features::of_text("« à » {1} <b>") | Features::SELECT,
        ] {
            let expected = rules.iter().filter(
                |rule| matches!(rule.judge, Judge::Message(looks_for, _) if looks_for.any(features)),
            );
            let expected: Vec<&str> = expected.map(|rule| rule.name).collect();
            let found: Vec<&str> =
                judges.looking_for(features).map(|(rule, _)| rule.name).collect();
            assert_eq!(found, expected);
        }
    }
}
