//! How the FAQ is written: from [`faq_content::LocalizedFaq`] to every file of a release.
//!
//! Every emitter gets plain text and escapes it for its own context.

mod html;
mod json;
mod preview;
mod release;

pub use html::INTERFACE_TEXTS;
pub use preview::{Excerpt, Live, Preview, PreviewPage, Remark, Seen, SeenEntry, preview, trouble};
pub use release::{EmitError, OutputFile, Release, release};
