//! What the gate asks of a locale, by its tier and by the risk of a text: the part `[gate]` of a policy.

use std::ops::Range;

use faq_content::{MalformedFile, Risk, Tier};
use serde::Deserialize;
use toml::Spanned;

/// What the gate asks of each tier. Nothing that is said nowhere is asked for, but that no text is missing or broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gates {
    released: TierGate,
    preview: TierGate,
}

/// What the gate asks of the locales of one tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierGate {
    /// How many of a hundred entries have to be shown in a locale's own language for it to come into the tier.
    pub enter: u8,
    /// How many have to be for it to stay: fewer, so that one new sentence of the reference takes no language away.
    pub leave: u8,
    /// What happens to a locale with fewer.
    pub otherwise: Otherwise,
    /// What is asked of critical entries.
    pub critical: Asked,
    /// What is asked of all others, the title and the interface texts.
    pub normal: Asked,
}

/// What is asked of a text, each with what happens otherwise; nothing happens where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// It is there, and no error-level finding is about it.
    pub complete: Otherwise,
    /// It was made from what the reference says.
    pub fresh: Option<Otherwise>,
    /// It is reviewed as it stands.
    pub reviewed: Option<Otherwise>,
    /// Its review is not longer ago than so many days.
    pub review_days: Option<u32>,
    /// What happens when it is.
    pub overdue: Option<Otherwise>,
}

/// What happens to what is not as it is asked to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Otherwise {
    /// It is withheld, and what it falls back to is shown.
    FallBack,
    /// Nothing is released.
    #[default]
    Block,
}

impl Gates {
    pub(crate) fn of(&self, tier: Tier) -> &TierGate {
        match tier {
            Tier::Released => &self.released,
            // What does not ship is looked at as if it were to ship next.
            Tier::Preview | Tier::Incubating => &self.preview,
        }
    }
}

impl TierGate {
    /// What is asked of a text of this risk.
    pub fn asked(&self, risk: Risk) -> &Asked {
        match risk {
            Risk::Critical => &self.critical,
            Risk::Normal => &self.normal,
        }
    }
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            complete: Otherwise::Block,
            fresh: None,
            reviewed: None,
            review_days: None,
            overdue: None,
        }
    }
}

impl Otherwise {
    /// As in a policy.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FallBack => "fall-back",
            Self::Block => "block",
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GatesToml {
    released: Option<TierToml>,
    preview: Option<TierToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TierToml {
    #[serde(default)]
    enter: Option<Spanned<u8>>,
    #[serde(default)]
    leave: Option<Spanned<u8>>,
    #[serde(default)]
    otherwise: OtherwiseToml,
    #[serde(default)]
    critical: AskedToml,
    #[serde(default)]
    normal: AskedToml,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AskedToml {
    #[serde(default)]
    complete: OtherwiseToml,
    fresh: Option<OtherwiseToml>,
    reviewed: Option<OtherwiseToml>,
    review_days: Option<u32>,
    overdue: Option<Spanned<OtherwiseToml>>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OtherwiseToml {
    FallBack,
    #[default]
    Block,
}

/// Makes an error of what is wrong at a place of the policy.
type At<'a> = &'a dyn Fn(Range<usize>, String) -> MalformedFile;

impl GatesToml {
    pub(crate) fn gates(self, at: At<'_>) -> Result<Gates, MalformedFile> {
        let gate = |toml: Option<TierToml>| toml.map_or(Ok(TierGate::default()), |it| it.gate(at));
        Ok(Gates { released: gate(self.released)?, preview: gate(self.preview)? })
    }
}

impl TierToml {
    fn gate(self, at: At<'_>) -> Result<TierGate, MalformedFile> {
        let share = |written: Option<Spanned<u8>>| match written {
            Some(share) if *share.get_ref() > 100 => {
                Err(at(share.span(), "this is more than all of a hundred".to_owned())
                    .help("write a number from 0 to 100"))
            }
            written => Ok(written),
        };
        let (enter, leave) = (share(self.enter)?, share(self.leave)?);
        let number = |it: &Option<Spanned<u8>>| it.as_ref().map_or(0, |it| *it.get_ref());
        if let Some(place) = leave.as_ref().filter(|_| number(&enter) < number(&leave)) {
            return Err(at(place.span(), "this is more than `enter` asks for".to_owned())
                .help("a locale that just came in would have to leave: write a smaller number"));
        }
        Ok(TierGate {
            enter: number(&enter),
            leave: number(&leave),
            otherwise: self.otherwise.otherwise(),
            critical: self.critical.asked(at)?,
            normal: self.normal.asked(at)?,
        })
    }
}

impl AskedToml {
    fn asked(self, at: At<'_>) -> Result<Asked, MalformedFile> {
        if let Some(overdue) = self.overdue.as_ref().filter(|_| self.review_days.is_none()) {
            return Err(at(overdue.span(), "nothing says when a review is overdue".to_owned())
                .help("add `review-days = 730`"));
        }
        Ok(Asked {
            complete: self.complete.otherwise(),
            fresh: self.fresh.map(OtherwiseToml::otherwise),
            reviewed: self.reviewed.map(OtherwiseToml::otherwise),
            review_days: self.review_days,
            overdue: self.overdue.map(|it| it.into_inner().otherwise()),
        })
    }
}

impl OtherwiseToml {
    fn otherwise(self) -> Otherwise {
        match self {
            Self::FallBack => Otherwise::FallBack,
            Self::Block => Otherwise::Block,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Policy, Profile};

    const POLICY: &str = "format = 1\n[gate.released]\nenter = 100\nleave = 60\notherwise = \"fall-back\"\n[gate.released.critical]\nfresh = \"fall-back\"\nreviewed = \"block\"\nreview-days = 730\noverdue = \"fall-back\"\n";

    #[test]
    fn each_tier_and_risk_has_its_demands_and_nothing_else_is_asked_for() {
        let policy = Policy::parse("p.toml", POLICY, Profile::Prose).expect("a policy");
        let released = policy.gate(Tier::Released);
        assert_eq!((released.enter, released.leave), (100, 60));
        assert_eq!(released.otherwise, Otherwise::FallBack);
        assert_eq!(released.asked(Risk::Critical).reviewed, Some(Otherwise::Block));
        assert_eq!(released.asked(Risk::Normal), &Asked::default());
        assert_eq!(policy.gate(Tier::Preview), &TierGate::default());
    }

    #[test]
    fn every_mistake_has_a_place() {
        let mistake = |from: &str, to: &str| {
            assert!(POLICY.contains(from));
            let text = POLICY.replace(from, to);
            Policy::parse("p.toml", &text, Profile::Prose).expect_err(to).to_string()
        };
        let mistakes = [
            mistake("enter = 100", "enter = 101"),
            mistake("enter = 100", "enter = 50"),
            mistake("review-days = 730\n", ""),
            mistake("\"block\"", "\"stop\""),
            mistake("gate.released]", "gate.reviewed]"),
        ];
        insta::assert_snapshot!(mistakes.join("\n"));
    }
}
