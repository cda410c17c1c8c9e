//! How the FAQ is written: from [`faq_content::LocalizedFaq`] to every file of a release.
//!
//! Every emitter gets plain text and escapes it for its own context.

mod html;
mod json;
mod packages;
mod release;

pub use release::{EmitError, OutputFile, Release, release};
