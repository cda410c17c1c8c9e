//! What sites read: one FAQ in one language ([`Bundle`]), the list of a release ([`Manifest`]), and the way from what a
//! reader wants to what there is ([`Negotiation`]).
//!
//! ```
//! let bundle = faq_bundle::Bundle::parse(r#"{"format": 1, "locale": "es", "dir": "ltr", "title": "Preguntas",
//!     "tier": "preview", "review": "draft", "fallback": ["en-US"], "interface": {}, "entries": []}"#)?;
//! assert_eq!(bundle.title, "Preguntas");
//! assert!(bundle.entry("csec").is_none());
//! # Ok::<(), faq_bundle::FormatError>(())
//! ```

mod accept_language;
mod format;
mod negotiation;
mod schema;
mod verify;

pub use format::{
    Block, Bundle, Coverage, Entry, FORMAT, File, FormatError, Item, Locale, Manifest, Negotiation,
    Origin, Original,
};
#[cfg(feature = "schema")]
pub use schema::schemas;
pub use schema::{BUNDLE_SCHEMA, MANIFEST_SCHEMA};
pub use verify::{Mismatch, sha256};
