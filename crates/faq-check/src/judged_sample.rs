//! What a sample of findings on public trees was worth, as a chapter of the rule reference.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{finding::Severity, policy::Profile, rule::Rule, rules::rule};

/// The chapter in Markdown: each rule's judged findings, what they say of each tree, and the counts that another tool makes.
pub fn judged_sample() -> String {
    // The file is part of the program, and a test reads it.
    let Ok(sample) = toml::from_str::<Sample>(DATA) else { return String::new() };
    let mut text = format!("## On public trees\n\n{}\n\n", sample.about.trim());
    text.push_str("| rule | findings | sampled | real | debatable | false |\n| --- | --- | --- | --- | --- | --- |\n");
    for (name, judged) in &sample.rules {
        let Some(rule) = rule(name) else { continue };
        let profile = rule.severities.software.map_or(Profile::Prose, |_| Profile::Software);
        let Judged { sampled, real, debatable, wrong, .. } = judged;
        if judged.found_nothing() {
            text.push_str(&format!("| [{name}](#{name}) | none | | | | |\n"));
            continue;
        }
        let mut findings = judged.findings(profile).iter().sum::<u32>().to_string();
        if let Some(in_prose) = &judged.in_prose {
            findings.push_str(&format!(", in prose {}", in_prose.iter().sum::<u32>()));
        }
        text.push_str(&format!(
            "| [{name}](#{name}) | {findings} | {sampled} | {real} | {debatable} | {wrong} |\n"
        ));
    }
    text.push_str("\n| tree | reference | profile | messages | errors | warnings | false errors | false warnings |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (index, tree) in sample.trees.iter().enumerate() {
        for (profile, word) in [(Profile::Software, "software"), (Profile::Prose, "prose")] {
            let errors = sample.tally(index, profile, Severity::Error);
            let warnings = sample.tally(index, profile, Severity::Warning);
            text.push_str(&format!(
                "| {} | `{}` | {word} | {} | {} | {} | {:.3} % | {:.3} % |\n",
                tree.name,
                tree.reference,
                tree.messages,
                errors.findings,
                warnings.findings,
                errors.wrong_in_100(tree.messages),
                warnings.wrong_in_100(tree.messages),
            ));
        }
    }
    text.push_str(&format!("\n{}\n\n{}\n", sample.estimate.trim(), sample.compared.trim()));
    text
}

const DATA: &str = include_str!("../data/judged-sample.toml");

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    /// What was judged, and when.
    about: String,
    /// How the figures of each tree come about.
    estimate: String,
    /// What another tool finds in the same trees.
    compared: String,
    /// The trees, in the order of every list of findings.
    #[serde(rename = "tree")]
    trees: Vec<Tree>,
    /// The judgements, by the name of the rule.
    rules: BTreeMap<String, Judged>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tree {
    name: String,
    reference: String,
    messages: u32,
}

/// What one rule found, and how much of a sample of it was right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    /// Findings in each tree.
    findings: Vec<u32>,
    /// Findings in each tree as prose, where they are not the same.
    in_prose: Option<Vec<u32>>,
    sampled: u32,
    real: u32,
    debatable: u32,
    #[serde(rename = "false")]
    wrong: u32,
}

/// The findings of one severity in a tree, and how many of them are probably false alarms.
#[derive(Default)]
struct Tally {
    findings: u32,
    wrong: f64,
}

impl Sample {
    fn tally(&self, tree: usize, profile: Profile, severity: Severity) -> Tally {
        let mut tally = Tally::default();
        for (name, judged) in &self.rules {
            if rule(name).and_then(|rule| in_profile(rule, profile)) != Some(severity) {
                continue;
            }
            let findings = judged.findings(profile).get(tree).copied().unwrap_or_default();
            tally.findings += findings;
            if findings > 0 {
                tally.wrong +=
                    f64::from(findings) * f64::from(judged.wrong) / f64::from(judged.sampled);
            }
        }
        tally
    }
}

impl Judged {
    /// Whether there was nothing to judge on any tree.
    fn found_nothing(&self) -> bool {
        [Profile::Software, Profile::Prose]
            .iter()
            .all(|it| self.findings(*it).iter().sum::<u32>() == 0)
    }

    fn findings(&self, profile: Profile) -> &[u32] {
        match (profile, &self.in_prose) {
            (Profile::Prose, Some(findings)) => findings,
            (Profile::Prose, None) | (Profile::Software, _) => &self.findings,
        }
    }
}

impl Tally {
    fn wrong_in_100(&self, messages: u32) -> f64 {
        self.wrong * 100.0 / f64::from(messages)
    }
}

fn in_profile(rule: &Rule, profile: Profile) -> Option<Severity> {
    match profile {
        Profile::Prose => rule.severities.prose,
        Profile::Software => rule.severities.software,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Sample {
        toml::from_str(DATA).expect("the file that is part of the program is well-formed")
    }

    #[test]
    fn every_judged_rule_exists_and_every_judgement_is_one_of_three() {
        let sample = sample();
        for (name, judged) in &sample.rules {
            assert!(rule(name).is_some(), "{name}");
            assert_eq!(judged.found_nothing(), judged.sampled == 0, "{name}");
            assert_eq!(judged.real + judged.debatable + judged.wrong, judged.sampled, "{name}");
            for profile in [Profile::Software, Profile::Prose] {
                assert_eq!(judged.findings(profile).len(), sample.trees.len(), "{name}");
            }
        }
    }

    #[test]
    fn false_alarms_are_rare_on_every_tree() {
        let sample = sample();
        for (index, tree) in sample.trees.iter().enumerate() {
            for profile in [Profile::Software, Profile::Prose] {
                for (severity, most) in [(Severity::Error, 0.1), (Severity::Warning, 1.0)] {
                    let found = sample.tally(index, profile, severity).wrong_in_100(tree.messages);
                    assert!(found <= most, "{} {profile:?} {severity}: {found}", tree.name);
                }
            }
        }
    }
}
