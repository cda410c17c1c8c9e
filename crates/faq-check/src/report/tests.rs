//! One hostile text through every format, and the limits of those who read the formats.

use faq_content::Position;

use super::*;
use crate::{Edit, Fix, RULES};

/// What a translator could write to steer a terminal, end a text or start a command.
const HOSTILE: &str =
    "\u{1b}[31m\u{202e}\u{7f}\"'><script>&amp;]]></pre></failure>\n::error::x%0A,%\r| `a` \\ \u{0}";

#[test]
fn nothing_that_steers_a_terminal_is_left() {
    assert_eq!(
        sanitize("a\u{1b}[31m\u{202e}b\u{200b}\n\u{e0041}é"),
        "a<U+001B>[31m<U+202E>b<U+200B><U+000A><U+E0041>é"
    );
}

/// A finding as the runner makes it of a hostile text.
fn hostile(severity: Severity) -> Finding {
    Finding {
        rule: "empty-text",
        severity,
        locale: Some("es".into()),
        path: sanitize("es/a,b:c.ftl").into(),
        start: Position::START,
        end: Position { line: 1, column: 3 },
        span: 0..2,
        message: Some("a".to_owned()),
        text: sanitize(HOSTILE),
        help: Some(sanitize_lines(HOSTILE).into()),
        fix: Some(Fix {
            edit: Edit { span: 0..2, text: HOSTILE.to_owned() },
            start: Position::START,
            end: Position { line: 1, column: 3 },
        }),
        fingerprint: "0".repeat(16),
    }
}

fn summary(findings: &[Finding]) -> Summary {
    let locale = Counts { locale: "es".to_owned(), ..Counts::default() };
    Summary::new(vec![locale], findings)
}

#[test]
fn hostile_text_is_text_in_every_format() {
    let findings = [hostile(Severity::Error), hostile(Severity::Warning)];
    let summary = summary(&findings);
    let style = Style { colour: false, width: 80, most: 10 };
    let reports = [
        text(&findings, &summary, &Sources::default(), style),
        json(&findings, &summary),
        github(&findings, &summary),
        sarif(&findings, &summary),
        junit(&findings, &summary),
        markdown(&findings, &summary),
    ];
    for report in &reports {
        let steering = report.chars().find(|it| *it != '\n' && steers(*it));
        assert_eq!(steering, None, "{report}");
    }
    let [_, json, github, sarif, junit, markdown] = reports;

    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["findings"][0]["fix"]["text"], HOSTILE, "a fix is exact");
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("it is JSON");
    let result = &sarif["runs"][0]["results"][0];
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], HOSTILE);
    assert_eq!(change["artifactLocation"]["uri"], "es/a%2Cb%3Ac.ftl");

    assert_eq!(github.lines().count(), 3, "{github}");
    let (properties, _) = github.split_once(" file=es/a%2Cb%3Ac.ftl,line=1,").expect("{github}");
    assert_eq!(properties, "::error");
    assert!(!github.contains("%0A,%\r") && github.contains("::error::x%250A,%25"), "{github}");

    let junit = quick_junit::Report::deserialize_from_str(&junit).expect("it is JUnit XML");
    assert_eq!((junit.tests, junit.failures), (2, 1));
    assert!(!markdown.contains("<script") && markdown.matches("</pre>").count() == 1, "{markdown}");
}

#[test]
fn annotations_are_ten_of_each_level_and_the_rest_stands_on_the_page_of_the_run() {
    let findings: Vec<Finding> = [Severity::Error, Severity::Warning]
        .into_iter()
        .flat_map(|severity| std::iter::repeat_n(hostile(severity), 300))
        .collect();
    let summary = summary(&findings);
    let commands = github(&findings, &summary);
    assert_eq!(commands.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(commands.lines().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert!(commands.ends_with("\n300 errors, 300 warnings\n"), "{commands}");
    let page = markdown(&findings, &summary);
    assert_eq!(page.matches(": error[empty-text]: ").count(), 300);
    assert_eq!(page.matches(": warning[empty-text]: ").count(), 200);
    assert!(page.contains("\nand 100 more\n") && page.len() < 1024 * 1024);
}

#[test]
fn sarif_stays_within_the_limits_of_code_scanning_and_says_what_it_left_out() {
    let mut findings = vec![hostile(Severity::Warning); 5_001];
    findings.push(hostile(Severity::Error));
    let log = sarif(&findings, &summary(&findings));
    let log: serde_json::Value = serde_json::from_str(&log).expect("it is JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 5_000);
    assert_eq!(results[0]["level"], "error", "errors are kept");
    let note = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert_eq!(note, "2 more findings were left out");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), RULES.len());
    for rule in rules {
        let description = rule["fullDescription"]["text"].as_str().expect("a text");
        assert!(description.len() <= 1_024, "{} says too much", rule["id"]);
    }
}

#[test]
fn of_many_findings_errors_are_shown_first_in_the_order_of_all() {
    let mut findings = vec![hostile(Severity::Warning), hostile(Severity::Error)];
    findings.push(hostile(Severity::Warning));
    let levels = |most| {
        let shown = errors_first(&findings, most);
        shown.iter().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(levels(0), []);
    assert_eq!(levels(1), [Severity::Error]);
    assert_eq!(levels(2), [Severity::Warning, Severity::Error]);
    assert_eq!(levels(9), [Severity::Warning, Severity::Error, Severity::Warning]);
}
