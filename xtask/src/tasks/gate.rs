//! `cargo xtask gate`: what may ship, what is held back, and what would release it.

use faq_check::{LocaleGate, Passage};
use faq_l10n::Reason;

/// What happens to a locale, in a line.
pub(crate) fn verdict(gate: &LocaleGate) -> String {
    let LocaleGate { locale, tier, own, total, wanted, .. } = gate;
    let has = format!("{own} of {total} entries");
    match gate.passage {
        Passage::Ships => format!("{locale} ships as `{}` with {has} of its own", tier.as_str()),
        Passage::LeftOut => format!(
            "{locale} is left out: it has {has} of its own, and `{}` asks for {wanted} %",
            tier.as_str()
        ),
        Passage::Blocks => format!("{locale} keeps everything from being released"),
    }
}

/// Why something is withheld.
pub(crate) fn reason_of(reason: Reason) -> &'static str {
    match reason {
        Reason::Broken => "a text is missing or wrong",
        Reason::Stale => "the reference has changed since it was translated",
        Reason::Unrecorded => "nobody said which text of the reference it was translated from",
        Reason::Unreviewed => "it is not reviewed as it stands",
        Reason::Overdue => "its review is too long ago",
    }
}
