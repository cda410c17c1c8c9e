//! Whether the FAQ may ship: rules that judge a tree of locales, the findings they make, reports of these, and the gate.
//!
//! Findings are values; nothing here prints, reads a disk or knows the time.

mod context;
mod example;
mod finding;
mod fixes;
mod gate;
mod language;
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
mod writing;

pub use context::{LocaleContext, MessageContext};
pub use example::{Example, ExampleError};
pub use finding::{Edit, Finding, Fix, Hit, Hits, Place, Severity};
pub use fixes::{Mended, mend, mend_tree};
pub use gate::{Outcome, gate};
pub use language::{Language, Quotes, TermRule};
pub use pairing::{FilePairs, Pairing};
pub use plurals::Plurals;
pub use policy::{Policy, Profile, Severities};
pub use report::{
    Counts, Sources, Style, Summary, errors_first, github, json, junit, markdown, sanitize,
    sanitize_lines, sarif, schema, text,
};
pub use rule::{Judge, Rule};
pub use rules::{RULES, rule};
pub use runner::{CheckInput, Checked, check, check_counting};
pub use settings::Malformed;
pub use writing::Writing;
