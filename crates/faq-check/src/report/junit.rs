//! Findings as JUnit XML, which most CI systems show as tests.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::Summary;
use crate::finding::{Finding, Severity};

/// One suite a locale; in it one test a rule that found an error, and one that passes where none did. Warnings fail
/// nothing and stand in the output of the suite's last test.
pub fn junit(findings: &[Finding], summary: &Summary) -> String {
    let mut report = Report::new("plainspoken");
    let locales = summary.locales.iter().map(|counts| Some(counts.locale.as_str()));
    for locale in locales.chain([None]) {
        let of_locale: Vec<&Finding> =
            findings.iter().filter(|finding| finding.locale.as_deref() == locale).collect();
        if locale.is_none() && of_locale.is_empty() {
            continue;
        }
        report.add_test_suite(suite(locale.unwrap_or("tree"), &of_locale));
    }
    report.to_string().unwrap_or_default()
}

fn suite(name: &str, findings: &[&Finding]) -> TestSuite {
    let mut suite = TestSuite::new(name);
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().copied().partition(|finding| finding.severity == Severity::Error);
    let mut rules: Vec<&str> = errors.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    for rule in rules {
        let of_rule: Vec<String> =
            errors.iter().filter(|it| it.rule == rule).map(|it| line(it)).collect();
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status
            .set_message(format!("{} of rule {rule}", of_rule.len()))
            .set_type(rule)
            .set_description(of_rule.join("\n"));
        suite.add_test_case(TestCase::new(rule, status));
    }
    let mut rest = TestCase::new("every other rule", TestCaseStatus::success());
    rest.set_system_out(warnings.iter().map(|it| line(it)).collect::<Vec<_>>().join("\n"));
    suite.add_test_case(rest);
    suite
}

fn line(finding: &Finding) -> String {
    let help = finding.help.iter().map(|help| format!(" ({})", help.replace('\n', " ")));
    format!(
        "{}:{}: {}: {}{}",
        finding.path,
        finding.start,
        finding.rule,
        finding.text,
        help.collect::<String>()
    )
}
