//! Whether the FAQ may ship: rules that judge a tree of locales, the findings they make, reports of these, and the gate.
//!
//! Findings are values; nothing here prints, reads a disk or knows the time.

mod context;
mod ending;
mod example;
mod finding;
mod gate;
mod language;
mod letters;
mod markup;
mod numbers;
mod pairing;
mod plurals;
mod policy;
mod report;
mod rule;
mod rules;
mod runner;
mod settings;
mod typography;
mod writing;

pub use context::{LocaleContext, MessageContext};
pub use example::{Example, ExampleError};
pub use finding::{Edit, Finding, Hit, Hits, Place, Severity};
pub use gate::{Outcome, gate};
pub use language::{Language, Quotes, TermRule};
pub use letters::Letters;
pub use pairing::{FilePairs, Pairing};
pub use plurals::Plurals;
pub use policy::{Policy, Profile, Severities};
pub use report::{
    Counts, Sources, Style, Summary, github, json, junit, markdown, sanitize, sanitize_lines,
    sarif, schema, text,
};
pub use rule::{Judge, Rule};
pub use rules::{RULES, rule};
pub use runner::{CheckInput, Checked, check};
pub use settings::Malformed;
pub use writing::Writing;
