//! Findings for a terminal: each with the line it is about and a way out.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Sources, Summary, count, sanitize};
use crate::finding::{Finding, Severity};

/// How the text is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use ANSI colours.
    pub colour: bool,
    /// Width of the terminal, in columns. Longer lines are cut around the place in question.
    pub width: usize,
}

/// All findings with excerpts of `sources`, and a closing line.
pub fn text(
    findings: &[Finding],
    summary: &Summary,
    sources: &Sources<'_>,
    style: Style,
) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, sources)]));
        out.push_str("\n\n");
    }
    for note in &summary.notes {
        out.push_str(&format!("note: {}\n", sanitize(note)));
    }
    out.push_str(&closing(summary));
    out.push('\n');
    out
}

fn group<'f>(finding: &'f Finding, sources: &Sources<'_>) -> Group<'f> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.text.as_str()).id(finding.rule);
    let group = match Excerpt::of(finding, sources.get(&finding.path)) {
        Some(excerpt) => {
            let snippet = Snippet::source(excerpt.text)
                .line_start(finding.start.line)
                .path(finding.path.as_str());
            title.element(snippet.annotation(AnnotationKind::Primary.span(excerpt.span)))
        }
        None => title.element(Origin::path(finding.path.as_str())),
    };
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
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
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error"), count(warnings, "warning"))
        }
    };
    format!("{checked}: {found}{}", summary.unreported())
}
