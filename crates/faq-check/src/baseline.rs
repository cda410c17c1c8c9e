//! Baselines: what was found in a tree on one day, so that from then on only what is new is reported.
//!
//! A finding is known by its fingerprint, which stays the same when lines move; rule, path and message stand beside it for people.

use std::collections::{BTreeMap, BTreeSet};

use faq_content::{MalformedFile, Position};
use serde::{Deserialize, Serialize};

use crate::{
    finding::Finding,
    findings::{MOST_OF_A_KIND, is_bounded},
};

/// Version of the format.
const FORMAT: u32 = 1;

/// What was found in a tree on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    fingerprints: BTreeSet<String>,
    /// Rules and paths of which so much was found that the rest was not even listed.
    full: BTreeSet<(String, String)>,
}

/// Findings next to a baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Those that are not in the baseline.
    pub new: Vec<Finding>,
    /// How many are.
    pub old: usize,
    /// How many of the baseline were not found any more.
    pub gone: usize,
}

impl Baseline {
    /// Reads a baseline from `text`, which stands in the file `path`.
    pub fn parse(path: &str, text: &str) -> Result<Self, MalformedFile> {
        let malformed = |position, message: String| MalformedFile {
            path: path.to_owned(),
            position,
            message,
            help: Some(
                "mend the line, or write the baseline anew with `--write-baseline`".to_owned(),
            ),
        };
        let json = |error: serde_json::Error| {
            let position = Position { line: error.line().max(1), column: error.column().max(1) };
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(it, _)| it);
            malformed(position, format!("this is not a baseline: {message}"))
        };
        let FormatJson { format } = serde_json::from_str(text).map_err(json)?;
        if format != FORMAT {
            let message = format!("baseline format {format} is unknown");
            return Err(malformed(Position::START, message)
                .help(format!("this version reads format {FORMAT}")));
        }
        let BaselineJson { format: _, findings } = serde_json::from_str(text).map_err(json)?;
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut fingerprints = BTreeSet::new();
        for KnownJson { fingerprint, rule, path, message: _ } in findings {
            fingerprints.insert(fingerprint.0);
            if is_bounded(&rule) {
                *counts.entry((rule, path)).or_default() += 1;
            }
        }
        let full = counts.into_iter().filter(|(_, count)| *count >= MOST_OF_A_KIND);
        Ok(Self { fingerprints, full: full.map(|(of, _)| of).collect() })
    }

    /// The text of a baseline of these findings: one a line, by path, rule and message.
    pub fn of(findings: &[Finding]) -> String {
        let mut known: Vec<KnownJson> = findings.iter().map(KnownJson::from).collect();
        known.sort_unstable();
        // Nothing in it can fail to be written.
        let line = |known: &KnownJson| serde_json::to_string(known).unwrap_or_default();
        let lines: Vec<String> = known.iter().map(|it| format!("\n{}", line(it))).collect();
        format!("{{\"format\":{FORMAT},\"findings\":[{}\n]}}\n", lines.join(","))
    }

    /// Takes out of `findings` what is in the baseline.
    pub fn compare(&self, mut findings: Vec<Finding>) -> Compared {
        let mut met = BTreeSet::new();
        let all = findings.len();
        findings.retain(|finding| {
            let known = self.fingerprints.get(&finding.fingerprint);
            met.extend(known);
            known.is_none() && !self.is_full(finding)
        });
        Compared {
            old: all - findings.len(),
            gone: self.fingerprints.len() - met.len(),
            new: findings,
        }
    }

    /// Whether the finding is in it.
    pub fn has(&self, finding: &Finding) -> bool {
        self.fingerprints.contains(&finding.fingerprint) || self.is_full(finding)
    }

    /// Whether the finding may be one that was there and was not listed.
    fn is_full(&self, finding: &Finding) -> bool {
        !self.full.is_empty()
            && self.full.contains(&(finding.rule.to_owned(), finding.path.to_string()))
    }
}

#[derive(Deserialize)]
struct FormatJson {
    format: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineJson {
    #[expect(dead_code, reason = "it was looked at before; here it is only allowed")]
    format: u32,
    findings: Vec<KnownJson>,
}

/// The order of the fields is the order in which they are sorted, and in which people read them.
#[derive(Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct KnownJson {
    path: String,
    rule: String,
    message: Option<String>,
    fingerprint: Fingerprint,
}

/// The identity of a finding: 16 hexadecimal digits.
#[derive(Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
struct Fingerprint(String);

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 16 && text.bytes().all(is_digit) {
            Ok(Self(text))
        } else {
            Err("a fingerprint has 16 hexadecimal digits")
        }
    }
}

impl From<&Finding> for KnownJson {
    fn from(finding: &Finding) -> Self {
        Self {
            path: finding.path.to_string(),
            rule: finding.rule.to_owned(),
            message: finding.message.clone(),
            fingerprint: Fingerprint(finding.fingerprint.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Example;

    const ENGLISH: &str = "--- en-US/faq.ftl\na = Who is it?\nb = Who is it?\n";

    fn findings(spanish: &str) -> Vec<Finding> {
        let example = format!("{ENGLISH}--- es/faq.ftl\n{spanish}");
        Example::parse(&example).expect("an example").check().findings
    }

    fn compared(before: &str, after: &str) -> (Vec<String>, usize, usize) {
        let text = Baseline::of(&findings(before));
        let baseline = Baseline::parse("b.json", &text).expect("what is written can be read");
        let Compared { new, old, gone } = baseline.compare(findings(after));
        (new.into_iter().map(|finding| finding.text).collect(), old, gone)
    }

    const OLD: &str = "a = ¿Quién es es?\nb = ¿Quién es?\n";

    #[test]
    fn only_what_is_new_is_left() {
        assert_eq!(compared(OLD, OLD), (vec![], 1, 0));
        let (new, old, gone) = compared(OLD, "a = ¿Quién es es?\nb = ¿Quién es es?\n");
        assert_eq!((new.len(), old, gone), (1, 1, 0), "{new:?}");
        assert_eq!(compared(OLD, "a = ¿Quién es?\nb = ¿Quién es?\n"), (vec![], 0, 1));
    }

    #[test]
    fn moved_lines_and_findings_before_change_nothing() {
        assert_eq!(compared(OLD, &format!("# Moved\n\n\n{OLD}")), (vec![], 1, 0));
        let (new, old, gone) = compared(OLD, &format!("a2 = x\n{OLD}"));
        assert_eq!((new.len(), old, gone), (1, 1, 0), "{new:?}");
        // Twice the same in one message: one of the two is new, whichever it is.
        let (new, old, gone) = compared(OLD, "a = ¿Quién es es { \"y\" } es es?\nb = ¿Quién es?\n");
        assert_eq!((new.len(), old, gone), (1, 1, 0), "{new:?}");
        let duplicate = "a = ¿Quién es?\nb = ¿Quién es?\na = ¿Quién?\n";
        assert_eq!(compared(duplicate, &format!("\n# Moved\n{duplicate}")), (vec![], 1, 0));
    }

    #[test]
    fn of_a_file_with_more_than_are_listed_all_are_old() {
        let many = |from: usize| (from..300).map(|it| format!("m{it} = x\n")).collect::<String>();
        let english = "a = Who is it?\nb = Who is it?\n";
        let (new, old, gone) =
            compared(&format!("{english}{}", many(0)), &format!("{english}{}", many(50)));
        assert_eq!(new, [""; 0]);
        assert!(old >= MOST_OF_A_KIND && gone > 0, "{old} old, {gone} gone");
    }

    #[test]
    fn findings_stand_one_a_line_by_path() {
        let text = Baseline::of(&findings(&format!("b2 = x\na2 = x\n{OLD}")));
        let ids: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split_once("\"message\":\"")?.1.split('"').next())
            .collect();
        assert_eq!(ids, ["a", "a2", "b2"], "{text}");
    }

    #[test]
    fn a_spoilt_baseline_has_a_place() {
        let good = Baseline::of(&findings(OLD));
        for (text, said) in [
            (good.replacen("\"rule\"", "\"rules\"", 1), "b.json:2:"),
            (good.replacen("\n{", "\n<<<<<<< ours\n{", 1), "b.json:2:1: this is not a baseline"),
            (
                good.replacen("\"fingerprint\":\"", "\"fingerprint\":\"x", 1),
                "16 hexadecimal digits",
            ),
            (good.replacen('1', "9", 1), "b.json:1:1: baseline format 9 is unknown"),
            (String::new(), "b.json:1:1: "),
        ] {
            let error = Baseline::parse("b.json", &text).expect_err("spoilt").to_string();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn a_baseline_knows_its_findings_and_what_is_no_fingerprint() {
        let old = findings(OLD);
        let text = Baseline::of(&old);
        let baseline = Baseline::parse("b.json", &text).expect("what is written can be read");
        let other = findings("a = ¿Quién es?\nb = ¿Quién es es?\n");
        assert!(!old.is_empty() && old.iter().all(|it| baseline.has(it)));
        assert!(!other.is_empty() && !other.iter().any(|it| baseline.has(it)));
        let fingerprint = old.first().map(|it| it.fingerprint.clone()).expect("a finding");
        for wrong in ["abc", "xyzw0123456789ab"] {
            assert!(
                Baseline::parse("b.json", &text.replace(&fingerprint, wrong)).is_err(),
                "{wrong}"
            );
        }
    }
}
