//! `cargo xtask status`: how complete each locale is, on a screen of 80 columns.

use std::path::Path;

use chrono::NaiveDate;
use faq_check::{Counts, Outcome};
use faq_content::LocalizedFaq;
use faq_l10n::{RegisteredLocale, Withheld};
use unicode_width::UnicodeWidthStr;

use crate::{Console, Error, project::Project};

/// Columns of a coverage bar.
const BAR: usize = 12;
/// Columns that an endonym may take, so that a line stays within 80.
const ENDONYM: usize = 19;

pub(crate) fn run(
    root: &Path,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let project = Project::read(root)?.on(today);
    let checked = project.check(&project.policy);
    let faqs = project.resolve(&checked, &Withheld::default());
    // Names come last: those written from right to left would turn the columns after them around.
    console.line("locale   entries             tier        review    findings  language")?;
    for ((locale, faq), counts) in
        project.registry.locales().iter().zip(&faqs).zip(&checked.summary.locales)
    {
        console.line(&row(locale, faq, counts))?;
    }
    Ok(Outcome::Clean)
}

fn row(locale: &RegisteredLocale, faq: &LocalizedFaq, counts: &Counts) -> String {
    let (complete, total) = (faq.coverage.complete.len(), faq.coverage.total());
    let row = format!(
        "{:<8} {} {:>5}  {:<10}  {:<8}  {:>8}  {}",
        locale.tag.as_str(),
        bar(complete, total),
        format!("{complete}/{total}"),
        locale.tier.as_str(),
        faq.review.as_str(),
        counts.errors + counts.warnings,
        shortened(&locale.endonym),
    );
    row.trim_end().to_owned()
}

fn bar(complete: usize, total: usize) -> String {
    let full = (complete * BAR).checked_div(total).unwrap_or(0);
    format!("{}{}", "█".repeat(full), "░".repeat(BAR - full))
}

fn shortened(endonym: &str) -> String {
    let mut name = String::new();
    for character in endonym.chars() {
        name.push(character);
        if name.width() > ENDONYM {
            name.pop();
            break;
        }
    }
    name
}
