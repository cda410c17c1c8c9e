//! `cargo xtask explain RULE`: what a rule finds, why, and how it is done right.

use faq_check::{Outcome, RULES, rule, sanitize_lines};

use crate::{Console, Error};

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Name of the rule, as it stands in a finding.
    pub rule: String,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let Some(rule) = rule(&args.rule) else {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        return Err(Error::Usage(format!(
            "there is no rule `{}`; there are:\n  {}",
            args.rule,
            names.join("\n  ")
        )));
    };
    // Some pages show characters that would steer a terminal.
    console.line(&sanitize_lines(rule.doc))?;
    Ok(Outcome::Clean)
}
