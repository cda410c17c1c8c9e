//! Claims about the whole pipeline, from the files in `locales/` to the bytes that sites read.

#![expect(
    clippy::disallowed_methods,
    reason = "tests copy, break and read whole projects on the disk"
)]

mod accuracy;
mod bundle;
mod english;
mod exchange;
mod fallback;
mod formats;
mod formatting;
mod hostile;
mod layout;
mod living;
mod locales;
mod mending;
mod negotiation;
mod packages;
mod plain;
mod project;
mod properties;
mod pseudo;
mod rebuilding;
mod renaming;
mod reports;
mod reviewing;
mod serving;
mod starting;
mod story;
