//! What has to hold whatever a file says, as functions of any bytes: each panics where it does not hold.
//!
//! A fuzzer looks for such bytes for as long as it is let; the ordinary tests run all that were found before, which stand in
//! `corpus/`, a folder a target.

#![expect(
    clippy::missing_panics_doc,
    reason = "to panic where something does not hold is what they are for"
)]

mod bundles;
mod checking;
mod editing;
mod exchanging;
mod extracting;
mod mending;
mod reading;
mod reports;
mod settings;

pub use bundles::bundles;
pub use checking::checking;
pub use editing::editing;
pub use exchanging::{csv, po, tbx, tmx, xliff, xliff2};
pub use extracting::extracting;
pub use mending::mending;
pub use reading::reading;
pub use reports::reports;
pub use settings::settings;

/// A function of any bytes that panics where something does not hold.
pub type Target = fn(&[u8]);

/// Every target by the name of its program and of the folder of its corpus.
pub const TARGETS: [(&str, Target); 14] = [
    ("bundles", bundles),
    ("checking", checking),
    ("csv", csv),
    ("editing", editing),
    ("extracting", extracting),
    ("mending", mending),
    ("po", po),
    ("reading", reading),
    ("reports", reports),
    ("settings", settings),
    ("tbx", tbx),
    ("tmx", tmx),
    ("xliff", xliff),
    ("xliff2", xliff2),
];

/// The bytes as a text; most of what a fuzzer makes up is none at first, and is cut where it stops being one.
fn text_of(bytes: &[u8]) -> String {
    let content = faq_l10n::Content::from_bytes(bytes);
    content.text().to_owned()
}
