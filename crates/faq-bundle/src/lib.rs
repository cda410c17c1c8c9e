//! What sites read: one FAQ in one language ([`Bundle`]), the list of a release ([`Manifest`]), and the way from what a
//! reader wants to what there is ([`Negotiation`]); then which release is current ([`Pointer`]), what of it is withdrawn
//! ([`Recalls`]), and whether files are those that were released ([`File::verify`], [`differences`]). A [`Site`] is all of
//! that in one: it opens a release, verifies it, and serves what is not withdrawn.
//!
//! All of it needs an allocator and no operating system. The feature `fs` opens a folder.
//!
//! ```
//! let bundle = faq_bundle::Bundle::parse(r#"{"format": 1, "locale": "es", "dir": "ltr", "title": "Preguntas",
//!     "tier": "preview", "review": "draft", "fallback": ["en-US"], "interface": {}, "entries": []}"#)?;
//! assert_eq!(bundle.title, "Preguntas");
//! assert!(bundle.entry("csec").is_none());
//! # Ok::<(), faq_bundle::FormatError>(())
//! ```

// What makes the schemas takes the standard library for granted.
#![cfg_attr(not(any(test, feature = "schema")), no_std)]

extern crate alloc;
#[cfg(any(feature = "compression", feature = "fs"))]
extern crate std;

mod accept_language;
#[cfg(feature = "compression")]
mod compressed;
mod encoding;
mod entries;
#[cfg(feature = "fs")]
mod folder;
mod format;
mod layout;
mod manifest;
mod negotiation;
mod pointer;
mod recalls;
mod schema;
mod site;
mod verify;

pub use encoding::{Encoded, Encoding, Form};
pub use entries::Entries;
pub use format::{Block, Bundle, Entry, FORMAT, FormatError, Item, Origin, Original};
pub use layout::{
    CURRENT, MANIFEST, MANIFESTS, OBJECTS, POINTERS, RECALLS, manifest_path, pointer_path,
    recalls_path, sequence_in,
};
pub use manifest::{Coverage, Credit, File, Licence, Locale, Manifest, Negotiation};
pub use pointer::{Hash, Pointer, Refusal};
pub use recalls::{Recall, Recalls};
#[cfg(feature = "schema")]
pub use schema::schemas;
pub use schema::{BUNDLE_SCHEMA, MANIFEST_SCHEMA};
pub use site::{OpenError, Problem, Site};
pub use verify::{Difference, Mismatch, Wrong, differences, sha256, verify_hash};
