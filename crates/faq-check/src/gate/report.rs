//! What the gate concluded, as people and programs read it.

use std::fmt;

use faq_content::LocaleTag;
use faq_l10n::{MessageState, Reason};
use schemars::JsonSchema;
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

/// The JSON Schema (2020-12) of what [`gate_json`] writes.
pub fn gate_schema() -> String {
    let mut schema = schemars::schema_for!(GateJson);
    schema.insert("title".to_owned(), format!("What the gate concluded, format {FORMAT}").into());
    let mut json = serde_json::to_string_pretty(&schema).unwrap_or_default();
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
            locale: Some(locale.as_str().into()),
            path: sanitize(self.path.clone().unwrap_or_else(|| format!("locales/{locale}"))).into(),
            start: self.position,
            end: self.position,
            span: 0..0,
            message: Some(sanitize(&self.message)),
            text: sanitize(self.to_string()),
            help: Some(sanitize(&self.help).into()),
            fix: None,
            fingerprint: String::new(),
        }
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.otherwise {
            Otherwise::FallBack => format!("{} is withheld", self.part),
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

/// The whole document.
#[derive(Serialize, JsonSchema)]
struct GateJson {
    /// Version of the format.
    format: u32,
    /// Whether anything may be released.
    open: bool,
    /// How many error-level findings close it.
    errors: usize,
    /// Every locale that is to ship, in the order of the registry.
    locales: Vec<LocaleJson>,
}

#[derive(Serialize, JsonSchema)]
struct LocaleJson {
    /// Its tag.
    locale: String,
    /// Its tier: `released` or `preview`.
    tier: &'static str,
    /// What happens to it: it `ships`, is `left-out`, or `blocks` the release.
    passage: &'static str,
    /// Entries that are shown in its own language.
    own: usize,
    /// Entries that there are.
    total: usize,
    /// How many of a hundred have to be its own.
    wanted: u8,
    /// Whether it comes into its tier only now.
    enters: bool,
    /// The messages that hold it back, in the order of the catalog.
    held: Vec<HeldJson>,
}

/// A message that is not as it is asked to be.
#[derive(Serialize, JsonSchema)]
struct HeldJson {
    /// Its Fluent id.
    message: String,
    /// What of the FAQ it is a part of, for people.
    part: String,
    /// Why: `broken`, `stale`, `unrecorded`, `unreviewed` or `overdue`.
    reason: &'static str,
    /// What happens: the part is to `fall-back` to another language, or the message is to `block` the release.
    otherwise: &'static str,
    /// What would release it.
    help: String,
}

impl HeldJson {
    fn of(held: &Held) -> Self {
        Self {
            message: held.message.clone(),
            part: held.part.to_string(),
            reason: held.reason.as_str(),
            otherwise: held.otherwise.as_str(),
            help: held.help.clone(),
        }
    }
}
