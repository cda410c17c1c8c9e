//! What the gate concluded, as people and programs read it.

use std::fmt;

use faq_content::LocaleTag;
use faq_l10n::{MessageState, Reason};
use serde::Serialize;

use super::{Gate, Held, LocaleGate, Otherwise, Outcome, Passage};
use crate::{
    finding::{Finding, Severity},
    report::sanitize,
};

/// Version of the format.
const FORMAT: u32 = 1;

/// A line for each locale; each message that holds one back, with what would release it, where that is wanted.
pub fn gate_text(gate: &Gate, explain: bool) -> String {
    let mut out = String::new();
    for locale in &gate.locales {
        out.push_str(&format!("{locale}\n"));
        if !explain {
            continue;
        }
        for held in &locale.held {
            out.push_str(&format!("  {held}\n    {}\n", held.help));
        }
    }
    if !gate.errors.is_empty() {
        let noun = if gate.errors.len() == 1 { "error" } else { "errors" };
        let count = gate.errors.len();
        out.push_str(&format!("{count} {noun} of `cargo xtask check` have to be mended first\n"));
    }
    let is_open = gate.outcome == Outcome::Clean;
    out.push_str(if is_open { "The gate is open.\n" } else { "The gate is closed.\n" });
    out
}

/// What the gate concluded, as one JSON document.
pub fn gate_json(gate: &Gate) -> String {
    let locale = |gate: &LocaleGate| LocaleJson {
        locale: gate.locale.to_string(),
        tier: gate.tier.as_str(),
        passage: gate.passage.as_str(),
        own: gate.own,
        total: gate.total,
        wanted: gate.wanted,
        enters: gate.enters,
        held: gate.held.iter().map(HeldJson::of).collect(),
    };
    let json = GateJson {
        format: FORMAT,
        open: gate.outcome == Outcome::Clean,
        errors: gate.errors.len(),
        locales: gate.locales.iter().map(locale).collect(),
    };
    // Only maps with odd keys and failing writers make this fail; there is neither.
    let mut json = serde_json::to_string_pretty(&json).unwrap_or_default();
    json.push('\n');
    json
}

/// What would release a message.
pub(super) fn help(locale: &LocaleTag, state: &MessageState, reason: Reason) -> String {
    let id = &state.id;
    let refresh = format!("`cargo xtask review refresh {locale} {id} --translator NAME`");
    let accept = format!("`cargo xtask review accept {locale} {id} --by NAME --role ROLE`");
    match reason {
        Reason::Broken => format!("`cargo xtask check --locale {locale}` says what is wrong"),
        Reason::Stale => format!(
            "`cargo xtask review show {locale} {id}` shows what has changed; change the translation, then {refresh}"
        ),
        Reason::Unrecorded => {
            format!("compare it with the reference's text, change what is wrong, then {refresh}")
        }
        Reason::Unreviewed => {
            let needed = state.reviewers_needed().saturating_sub(state.reviewers_counted());
            let who = if needed == 1 { "one reviewer" } else { "two reviewers" };
            format!("{who} of `locales/reviewers.toml`: {accept}")
        }
        Reason::Overdue => format!("a reviewer who reads it again: {accept}"),
    }
}

impl Gate {
    /// What holds locales back as findings, at the places of the messages.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.errors.clone();
        for gate in &self.locales {
            findings.extend(gate.held.iter().map(|held| held.finding(&gate.locale)));
        }
        findings
    }
}

impl Held {
    fn finding(&self, locale: &LocaleTag) -> Finding {
        Finding {
            rule: "gate",
            severity: match self.otherwise {
                Otherwise::FallBack => Severity::Warning,
                Otherwise::Block => Severity::Error,
            },
            locale: Some(locale.to_string()),
            path: sanitize(self.path.clone().unwrap_or_else(|| format!("locales/{locale}"))),
            start: self.position,
            end: self.position,
            span: 0..0,
            message: Some(sanitize(&self.message)),
            text: sanitize(self.to_string()),
            help: Some(sanitize(&self.help)),
            fix: None,
            fingerprint: String::new(),
        }
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.otherwise {
            Otherwise::FallBack => format!("{} is withheld", self.unit),
            Otherwise::Block => "nothing is released".to_owned(),
        };
        write!(f, "`{}`: {}; {what}", self.message, self.reason)
    }
}

impl fmt::Display for LocaleGate {
    /// What happens to the locale, in a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { locale, tier, own, total, wanted, enters, .. } = self;
        let (tier, to) = (tier.as_str(), if *enters { "come in" } else { "stay" });
        match self.passage {
            Passage::Ships => {
                write!(f, "{locale}: ships as `{tier}`, {own} of {total} entries its own")
            }
            Passage::LeftOut => write!(
                f,
                "{locale}: is left out, {own} of {total} entries its own; `{tier}` asks for {wanted} % to {to}"
            ),
            Passage::Blocks if own * 100 < usize::from(*wanted) * total => write!(
                f,
                "{locale}: closes the gate, {own} of {total} entries its own; `{tier}` asks for {wanted} % to {to}"
            ),
            Passage::Blocks => write!(f, "{locale}: closes the gate"),
        }
    }
}

impl Passage {
    /// As in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ships => "ships",
            Self::LeftOut => "left-out",
            Self::Blocks => "blocks",
        }
    }
}

#[derive(Serialize)]
struct GateJson {
    format: u32,
    open: bool,
    errors: usize,
    locales: Vec<LocaleJson>,
}

#[derive(Serialize)]
struct LocaleJson {
    locale: String,
    tier: &'static str,
    passage: &'static str,
    own: usize,
    total: usize,
    wanted: u8,
    enters: bool,
    held: Vec<HeldJson>,
}

#[derive(Serialize)]
struct HeldJson {
    message: String,
    unit: String,
    reason: &'static str,
    otherwise: &'static str,
    help: String,
}

impl HeldJson {
    fn of(held: &Held) -> Self {
        Self {
            message: held.message.clone(),
            unit: held.unit.to_string(),
            reason: held.reason.as_str(),
            otherwise: held.otherwise.as_str(),
            help: held.help.clone(),
        }
    }
}
