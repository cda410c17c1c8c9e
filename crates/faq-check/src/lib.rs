//! Whether the FAQ may ship: rules that judge a tree of locales, the findings they make, reports of these, and the gate.
//!
//! Findings are values; nothing here prints, reads a disk or knows the time.

mod baseline;
mod byte_scan;
mod checker;
mod contact_keys;
mod contacts;
mod context;
mod counted;
mod ending;
mod example;
mod finding;
mod findings;
mod fixes;
mod gate;
mod identify;
mod judged_sample;
mod language;
mod lengths;
mod letters;
mod markup;
mod numbers;
mod pairing;
mod passages;
mod plurals;
mod policy;
mod rendering;
mod report;
mod rule;
mod rules;
mod runner;
mod running_text;
mod samples;
mod sentences;
mod settings;
mod shown;
mod shown_text;
mod suspects;
mod told_numbers;
mod translation;
mod typography;
mod units;
mod usual_words;
mod vetted;
mod waivers;
mod word_search;
mod wording;
mod words;
mod writing;

pub use baseline::{Baseline, Compared};
pub use checker::{Checker, FileVerdict, Verdict};
pub use context::{FileContext, LocaleContext, MessageContext};
pub use example::{Example, ExampleError};
pub use finding::{Edit, Finding, Fix, Hit, Hits, Place, Severity};
pub use fixes::{Mended, mend, mend_tree};
pub use gate::{Outcome, gate};
pub use judged_sample::judged_sample;
pub use language::{Language, Quotes, TermRule};
pub use letters::Letters;
pub use pairing::{FilePairs, Pairing};
pub use plurals::Plurals;
pub use policy::{Policy, Profile, Severities};
pub use report::{
    Counts, Sources, Style, Summary, errors_first, github, json, junit, markdown, sanitize,
    sanitize_lines, sarif, schema, text,
};
pub use rule::{Judge, Rule};
pub use rules::{RULES, rule};
pub use runner::{CheckInput, Checked, check};
pub use settings::Malformed;
pub use suspects::AllLocales;
pub use waivers::{NewWaiver, Standing, Waiver, Waivers, never_waived, text_fingerprint, texts};
pub use writing::Writing;
