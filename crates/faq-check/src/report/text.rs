//! Findings for a terminal: file by file, each with the line it is about and a way out.

use std::{cmp::Reverse, collections::BTreeMap};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Sources, Summary, count, errors_first, sanitize};
use crate::finding::{Finding, Severity};

/// How the text is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use ANSI colours.
    pub colour: bool,
    /// Width of the terminal, in columns. Longer lines are cut around the place in question.
    pub width: usize,
    /// Most findings to show, errors before warnings; all of them are counted.
    pub most: usize,
}

/// Most findings after which a table of the rules would tell nothing new.
const FEW: usize = 5;

/// The findings of each file with excerpts of `sources`, a table of the rules, and a closing line.
pub fn text(
    findings: &[Finding],
    summary: &Summary,
    sources: &Sources<'_>,
    style: Style,
) -> String {
    let renderer = renderer(style);
    let shown = errors_first(findings, style.most);
    let mut out = String::new();
    for file in shown.chunk_by(|a, b| a.path == b.path) {
        out.push_str(&heading(file, style));
        for finding in file {
            let mut group = group(finding, sources);
            if finding.fix.is_some() {
                group = group.element(Level::NOTE.message("`--fix` mends this"));
            }
            out.push_str(&renderer.render(&[group]));
            out.push_str("\n\n");
        }
    }
    for note in &summary.notes {
        out.push_str(&format!("note: {}\n", sanitize(note)));
    }
    out.push_str(&rules(findings));
    out.push_str(&closing(summary));
    out.push('\n');
    if shown.len() < findings.len() {
        let hidden = findings.len() - shown.len();
        let verb = if hidden == 1 { "is" } else { "are" };
        out.push_str(&format!(
            "{} {verb} not shown; name a file or a folder to see less, or use `--max` to see more\n",
            count(hidden, "finding")
        ));
    }
    let mendable = findings.iter().filter(|finding| finding.fix.is_some()).count();
    if mendable > 0 {
        out.push_str(&format!(
            "`cargo xtask check --fix` mends {}; add `--dry-run` to see how\n",
            count(mendable, "finding")
        ));
    }
    out
}

/// The findings alone, without anything around them. For tests of rules.
#[cfg(test)]
pub(crate) fn excerpts(findings: &[Finding], sources: &Sources<'_>, style: Style) -> String {
    let renderer = renderer(style);
    let shown: Vec<String> =
        findings.iter().map(|it| renderer.render(&[group(it, sources)])).collect();
    shown.join("\n\n")
}

fn renderer(style: Style) -> Renderer {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width)
}

/// The name of a file and how much was found in it.
fn heading(findings: &[&Finding], style: Style) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let path = findings.first().map_or("", |finding| &*finding.path);
    let (bold, end) = if style.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    format!("── {bold}{path}{end}: {}\n\n", counts(errors, findings.len() - errors))
}

/// How often each rule spoke, the most talkative first. Nothing where the findings themselves are few.
fn rules(findings: &[Finding]) -> String {
    if findings.len() <= FEW {
        return String::new();
    }
    let mut of_rule: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for finding in findings {
        let (errors, warnings) = of_rule.entry(finding.rule).or_default();
        match finding.severity {
            Severity::Error => *errors += 1,
            Severity::Warning => *warnings += 1,
        }
    }
    let mut rows: Vec<_> = of_rule.into_iter().collect();
    rows.sort_by_key(|(_, (errors, warnings))| Reverse((*errors, *warnings)));
    let width = rows.iter().map(|(rule, _)| rule.len()).max().unwrap_or_default();
    let mut table = format!("{:width$}  errors  warnings\n", "rule");
    for (rule, (errors, warnings)) in rows {
        table.push_str(&format!("{rule:width$}  {errors:>6}  {warnings:>8}\n"));
    }
    table.push('\n');
    table
}

fn group<'f>(finding: &'f Finding, sources: &Sources<'_>) -> Group<'f> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.text.as_str()).id(finding.rule);
    let group = match Excerpt::of(finding, sources.get(&finding.path)) {
        Some(excerpt) => {
            let snippet =
                Snippet::source(excerpt.text).line_start(finding.start.line).path(&*finding.path);
            title.element(snippet.annotation(AnnotationKind::Primary.span(excerpt.span)))
        }
        None => title.element(Origin::path(&*finding.path)),
    };
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(&**help)),
        None => group,
    }
}

/// Most bytes of a line that are shown before and after the place in question.
const WINDOW: usize = 400;

/// The line that a finding is about, made harmless, and the place in it.
struct Excerpt {
    text: String,
    span: std::ops::Range<usize>,
}

impl Excerpt {
    fn of(finding: &Finding, source: &str) -> Option<Self> {
        let before = source.get(..finding.span.start)?;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = source.get(line_start..)?.lines().next()?;
        let line_end = line_start + line.len();
        let start = finding.span.start.min(line_end);
        // A line may be as long as a file; the terminal shows a few hundred characters of it.
        let end =
            source.floor_char_boundary(finding.span.end.clamp(start, line_end).min(start + WINDOW));
        let from = if start - line_start > WINDOW {
            source.ceil_char_boundary(start - WINDOW)
        } else {
            line_start
        };
        let to = source.floor_char_boundary(line_end.min(end + WINDOW));
        let prefix = sanitize(source.get(from..start)?);
        let marked = sanitize(source.get(start..end)?);
        let rest = sanitize(source.get(end..to)?);
        let span = prefix.len()..prefix.len() + marked.len();
        Some(Self { text: format!("{prefix}{marked}{rest}"), span })
    }
}

fn closing(summary: &Summary) -> String {
    let locales = summary.locales.len();
    let messages: usize = summary.locales.iter().map(|locale| locale.messages).sum();
    let checked = format!("{} checked in {}", count(messages, "message"), count(locales, "locale"));
    let found = match (summary.errors, summary.warnings) {
        (0, 0) if summary.baselined > 0 => "nothing new".to_owned(),
        (0, 0) => "nothing found".to_owned(),
        (errors, warnings) => counts(errors, warnings),
    };
    format!("{checked}: {found}{}", summary.unreported())
}

fn counts(errors: usize, warnings: usize) -> String {
    format!("{}, {}", count(errors, "error"), count(warnings, "warning"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Example;

    /// As a narrow terminal shows this tree, in which `en-US` is the reference.
    fn shown(tree: &str, most: usize) -> String {
        let example = Example::parse(tree).expect("an example");
        let checked = example.check();
        let style = Style { colour: false, width: 60, most };
        text(&checked.findings, &checked.summary, &Sources::of(&example.tree), style)
    }

    #[test]
    fn findings_stand_file_by_file_and_say_what_is_mended() {
        let tree = "--- en-US/a.ftl\n# $a: a name\nx = X { $a }\n--- fr/a.ftl\nx = X\n--- es/a.ftl\nx = X { $a }";
        insta::assert_snapshot!(shown(tree, 10));
    }

    #[test]
    fn where_not_all_is_shown_errors_come_first_and_all_is_counted() {
        let messages: String =
            (0..8).map(|number| format!("# $a: a name\nm{number} = X {{ $a }}\n")).collect();
        let tree = format!("--- en-US/a.ftl\n{messages}--- es/a.ftl\nm0 = X\nm1 = X {{ $a }}");
        insta::assert_snapshot!(shown(&tree, 1));
    }
}
