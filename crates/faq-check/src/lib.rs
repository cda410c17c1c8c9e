//! Whether the FAQ may ship: rules that judge a tree of locales, the findings they make, reports of these, and the gate.
//!
//! Findings are values; nothing here prints, reads a disk or knows the time.

mod context;
mod example;
mod finding;
mod gate;
mod identify;
mod language;
mod lengths;
mod markup;
mod numbers;
mod pairing;
mod plurals;
mod policy;
mod report;
mod rule;
mod rules;
mod runner;
mod sentences;
mod settings;
mod shown_text;
mod translation;
mod usual_words;
mod words;
mod writing;

pub use context::{LocaleContext, MessageContext};
pub use example::{Example, ExampleError};
pub use finding::{Edit, Finding, Hit, Hits, Place, Severity};
pub use gate::{Outcome, gate};
pub use language::{Language, Quotes, TermRule};
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
