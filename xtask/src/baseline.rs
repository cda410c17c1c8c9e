//! Baselines on the disk: what is in one is not reported, and a note says how to write it anew.

use std::path::Path;

use faq_check::{Baseline, Compared, Finding, Outcome, Summary, sanitize};

use crate::{Console, Error, disk, output::replace_file};

/// Takes out of what was found what is in the baseline at `file`. What is gone from it can only be said of the whole tree.
pub(crate) fn compare(
    file: &Path,
    is_whole: bool,
    findings: &mut Vec<Finding>,
    summary: &mut Summary,
) -> Result<(), Error> {
    let baseline = read(file)?;
    let Compared { new, old, gone } = baseline.compare(std::mem::take(findings));
    *findings = new;
    summary.baselined = old;
    summary.narrow(findings, |_| true);
    if is_whole && gone > 0 {
        let are = if gone == 1 { "is" } else { "are" };
        summary.notes.push(format!(
            "the baseline can shrink, {gone} of its findings {are} gone: run the same command with `--write-baseline`"
        ));
    }
    Ok(())
}

/// The baseline at `file`.
pub(crate) fn read(file: &Path) -> Result<Baseline, Error> {
    let shown = sanitize(file.to_string_lossy());
    let Some(text) = disk::read_baseline(file)? else {
        return Err(Error::Usage(format!(
            "there is no baseline {shown}\n  help: run the same command with `--write-baseline` to write it"
        )));
    };
    Ok(Baseline::parse(&shown, &text)?)
}

/// Writes the baseline of these findings.
pub(crate) fn write(
    file: &Path,
    findings: &[Finding],
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    replace_file(file, Baseline::of(findings).as_bytes())?;
    let shown = sanitize(file.to_string_lossy());
    let noun = if findings.len() == 1 { "finding" } else { "findings" };
    console.line(&format!("{shown}: {} {noun} recorded", findings.len()))?;
    Ok(Outcome::Clean)
}
