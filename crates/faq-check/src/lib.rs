//! Whether the FAQ may ship: rules that judge a tree of locales, the findings they make, reports of these, and the gate.
//!
//! Findings are values; nothing here prints, reads a disk or knows the time.

mod baseline;
mod checker;
mod choices;
mod context;
mod example;
mod finding;
mod findings;
mod fixes;
mod gate;
mod in_order;
mod judged_sample;
mod judges;
mod language;
mod message_judges;
mod pairing;
mod policy;
mod report;
mod rule;
mod rules;
mod runner;
mod suspects;
mod text;
mod verdict;
mod waivers;

pub use baseline::{Baseline, Compared};
pub use checker::Checker;
pub use choices::plurals::Plurals;
pub use context::{FileContext, LocaleContext, MessageContext};
pub use example::{Example, ExampleError};
pub use finding::{Edit, Finding, Fix, Hit, Hits, Place, Severity};
pub use fixes::{Mended, mend, mend_tree};
pub use gate::{
    Asked, Gate, GateInput, Held, LocaleGate, Otherwise, Outcome, Passage, TierGate, gate,
    gate_json, gate_schema, gate_text,
};
pub use judged_sample::judged_sample;
pub use language::{Language, Quotes, TermRule};
pub use pairing::{FilePairs, Pairing};
pub use policy::{Policy, Profile, Severities};
pub use report::{
    Counts, Sources, Style, Summary, errors_first, github, json, json_parts, junit, markdown,
    sanitize, sanitize_lines, sarif, schema, text,
};
pub use rule::{Judge, Rule};
pub use rules::{RULES, rule};
pub use runner::{CheckInput, Checked, check};
pub use suspects::AllLocales;
pub use text::writing::Writing;
pub use text::writing::letters::Letters;
pub use verdict::{FileVerdict, Objection, Verdict};
pub use waivers::{NewWaiver, Standing, Waiver, Waivers, never_waived, texts};
