//! What the cases showed, by rule.

use faq_check::{ExampleError, Finding, RULES};
use rayon::prelude::*;
use serde::Serialize;

use crate::{
    case::{Case, Target},
    judge::{Verdict, judge},
};

/// What the cases showed.
#[derive(Clone, Debug)]
pub struct Accuracy {
    /// One row a rule, in the order of the rules; after these one for cases that name none, if there are any.
    pub rows: Vec<Row>,
    /// What was wrong, one text a case.
    pub failures: Vec<String>,
}

/// What the cases of one rule showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The rule.
    pub rule: &'static str,
    /// Trees with a defect that it has to find.
    pub cases: usize,
    /// How many of them it found, in the right message or file.
    pub caught: usize,
    /// Trees without a defect.
    pub clean: usize,
    /// How many of these in which anything was found, by whichever rule.
    pub false_alarms: usize,
    /// Other rules that found something in the trees with a defect.
    pub others: Vec<&'static str>,
}

/// Stands for a rule where a case names none.
const ANY: &str = "any rule";

impl Row {
    fn add(&mut self, case: &Case, verdict: &Verdict) {
        self.cases += usize::from(verdict.caught.is_some());
        self.caught += usize::from(verdict.caught == Some(true));
        self.clean += 1;
        self.false_alarms += usize::from(!verdict.false_alarms.is_empty());
        self.others.extend(verdict.others(case));
        self.others.sort_unstable();
        self.others.dedup();
    }
}

impl Accuracy {
    /// Judges all cases.
    pub fn of(cases: &[Case]) -> Result<Self, ExampleError> {
        let verdicts: Vec<Verdict> = cases.par_iter().map(judge).collect::<Result<_, _>>()?;
        let mut rows: Vec<Row> = RULES
            .iter()
            .map(|rule| Row { rule: rule.name, ..Row::default() })
            .chain([Row { rule: ANY, ..Row::default() }])
            .collect();
        let mut failures = Vec::new();
        for (case, verdict) in cases.iter().zip(&verdicts) {
            let rule = rule_of(case);
            let Some(row) = rows.iter_mut().find(|row| row.rule == rule) else {
                failures.push(format!("{}: there is no rule `{rule}`", title(case)));
                continue;
            };
            row.add(case, verdict);
            failures.extend(failure(case, verdict));
        }
        rows.retain(|row| row.rule != ANY || row.clean > 0);
        Ok(Self { rows, failures })
    }

    /// Whether every defect was found and nothing where there is none.
    pub fn holds(&self) -> bool {
        self.failures.is_empty()
    }

    /// The sums of all rows.
    pub fn total(&self) -> Row {
        let sum = |of: fn(&Row) -> usize| self.rows.iter().map(of).sum();
        Row {
            rule: "all",
            cases: sum(|it| it.cases),
            caught: sum(|it| it.caught),
            clean: sum(|it| it.clean),
            false_alarms: sum(|it| it.false_alarms),
            others: Vec::new(),
        }
    }

    /// A table of at most 80 columns.
    pub fn text(&self) -> String {
        let line = |row: &Row| {
            format!(
                "{:<26} {:>6} {:>7} {:>7} {:>13} {:>12}\n",
                row.rule,
                row.cases,
                row.caught,
                row.clean,
                row.false_alarms,
                row.others.len()
            )
        };
        let mut text = format!(
            "{:<26} {:>6} {:>7} {:>7} {:>13} {:>12}\n",
            "rule", "cases", "caught", "clean", "false alarms", "other rules"
        );
        self.rows.iter().for_each(|row| text.push_str(&line(row)));
        text.push_str(&line(&self.total()));
        text
    }

    /// The same table in Markdown.
    pub fn markdown(&self) -> String {
        let mut text = "| rule | cases | caught | clean | false alarms | other rules |\n| --- | --- | --- | --- | --- | --- |\n".to_owned();
        for row in self.rows.iter().chain([&self.total()]) {
            text.push_str(&format!(
                "| {} | {} | {} | {} | {} | {} |\n",
                row.rule,
                row.cases,
                row.caught,
                row.clean,
                row.false_alarms,
                row.others.join(", ")
            ));
        }
        text
    }

    /// All of it for programs.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Json<'a> {
            format: u32,
            rules: &'a [Row],
            failures: &'a [String],
        }
        let json = Json { format: 1, rules: &self.rows, failures: &self.failures };
        // Names and numbers can always be written.
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }
}

fn rule_of(case: &Case) -> &str {
    if case.rule.is_empty() { ANY } else { &case.rule }
}

/// What the case showed that must not be.
fn failure(case: &Case, verdict: &Verdict) -> Option<String> {
    let mut text = String::new();
    if verdict.caught == Some(false) {
        text.push_str(&format!("{}: `{}` did not find it\n", title(case), rule_of(case)));
        verdict.found.iter().for_each(|it| text.push_str(&line("found instead", it)));
    }
    if !verdict.false_alarms.is_empty() {
        text.push_str(&format!(
            "{}: nothing is wrong in the tree without the defect\n",
            title(case)
        ));
        verdict.false_alarms.iter().for_each(|it| text.push_str(&line("found", it)));
    }
    (!text.is_empty()).then(|| format!("{text}{case}"))
}

fn line(what: &str, finding: &Finding) -> String {
    format!("  {what}: {} {}: {}\n", finding.path, finding.rule, finding.text)
}

fn title(case: &Case) -> String {
    let (Target::Message(of) | Target::File(of)) = &case.target;
    format!("{} in {} of {}", case.name, of, case.locale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::parse_cases;

    fn accuracy(head: &str, lines: &str) -> Accuracy {
        let tree = "locale: es\nmessage: a\nprofile: prose\n--- en-US/a.ftl\n # $x (text): a name.\n a = Hello, { $x }\n--- es/a.ftl\n";
        let cases = parse_cases(&format!("=== x\n{head}{tree}{lines}")).expect("a case");
        Accuracy::of(&cases).expect("a tree")
    }

    const LOST: &str = "-a = Hola, { $x }\n+a = Hola\n";

    #[test]
    fn a_case_counts_where_the_rule_finds_it_in_the_right_message() {
        let found = accuracy("rule: variable-mismatch\n", LOST);
        assert!(found.holds(), "{:?}", found.failures);
        let total = found.total();
        assert_eq!((total.cases, total.caught, total.false_alarms), (1, 1, 0));
    }

    #[test]
    fn what_is_missed_and_what_is_found_in_a_right_text_is_said() {
        let missed = accuracy("rule: empty-text\n", LOST);
        assert!(missed.failures.concat().contains("`empty-text` did not find it"));
        let alarm = accuracy("rule: empty-text\n", " a = Hola\n");
        assert_eq!((alarm.total().cases, alarm.total().false_alarms), (0, 1));
    }

    #[test]
    fn a_case_may_leave_open_which_rule_finds_it() {
        let found = accuracy("", LOST);
        assert!(found.holds(), "{:?}", found.failures);
        assert_eq!(found.rows.last().map(|row| (row.rule, row.caught)), Some((ANY, 1)));
    }
}
