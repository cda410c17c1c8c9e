//! What may ship, and what a finished task concluded.

use faq_l10n::LocaleRegistry;

use crate::finding::{Finding, Severity};

/// What a finished task concluded; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stands against it.
    Clean,
    /// An error-level finding, or a closed gate.
    Refused,
}

/// The gate: closed by an error-level finding in a locale that ships, or in no locale at all.
pub fn gate(registry: &LocaleRegistry, findings: &[Finding]) -> Outcome {
    let ships = |finding: &&Finding| {
        let locale = finding.locale.as_deref().and_then(|locale| registry.get(locale));
        locale.is_none_or(|locale| locale.tier.ships())
    };
    let closes = findings.iter().filter(ships).any(|finding| finding.severity == Severity::Error);
    if closes { Outcome::Refused } else { Outcome::Clean }
}
