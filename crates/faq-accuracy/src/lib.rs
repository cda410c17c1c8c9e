//! How well the rules find what is wrong: a corpus of texts with one seeded defect each, beside the same texts without it.
//!
//! Operators put defects into real texts: the FAQ's, and those of a small program made up for it in many scripts. What
//! comes out is kept as text and judged; nothing here reads a disk. Nothing is left out because it was not caught.

mod app;
mod case;
mod generate;
mod judge;
mod notation;
mod operators;
mod random;
mod report;
mod scene;
mod sources;
mod tree;

pub use case::{Case, CaseError, Target, parse_cases, write_cases};
pub use generate::{Extent, SEED, corpus, generate};
pub use judge::{Verdict, judge};
pub use operators::{OPERATORS, Operator, Seeded};
pub use report::{Accuracy, Row};
pub use scene::Scene;
pub use sources::{Reach, Source};
pub use tree::Tree;
