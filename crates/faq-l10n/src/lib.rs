//! How the FAQ reads in a locale: Fluent files with positions, the locale registry, resolving and negotiation.
//!
//! Files are read by somebody else; this crate takes their text. Whatever a translator wrote, reading it never fails as a
//! whole and never panics: a broken entry costs that entry.

mod cldr;
mod cut_escapes;
mod editing;
mod expansion;
mod features;
mod fingerprint;
mod formatter;
mod ftl_file;
mod ledger;
mod limits;
mod locale_files;
mod messages;
mod negotiation;
mod offers;
mod outline;
mod pieces;
mod plural_variants;
mod pseudo;
mod registering;
mod registry;
mod renaming;
mod resolve;
mod settings;
mod source;
mod starting;
mod syncing;
mod timing;
mod trial;

pub use cldr::{
    digits, direction, endonym, is_deprecated, likely_script, plain_digits, tag_of_folder,
};
pub use editing::{CannotEdit, FtlEdit, FtlEntry, edit, entries};
pub use expansion::{Expansion, Unsafe};
pub use features::Features;
pub use fingerprint::{fingerprint, wording};
pub use formatter::{can_be_formatted, canonical};
pub use ftl_file::{FtlFile, Oversized, SyntaxError};
pub use ledger::{
    Claim, Flaw, Ledger, LocaleReviews, MessageState, MinorEdit, MinorEdits, Place, Record,
    Refused, ReviewInput, Reviewer, Reviewers, Reviews, Signature, Source, Sources, accept,
    refresh, start,
};
pub use limits::Limits;
pub use locale_files::{Duplicate, LocaleFiles, MessageRef, Scope};
pub use messages::{FormatFailure, Messages};
pub use negotiation::negotiation_table;
pub use offers::offered;
pub use outline::{
    Argument, Branch, Call, Kind, Origin, Outline, Outlines, Reference, Select, Target, Text,
    TextKind, Value, unescape,
};
pub use plural_variants::PluralForms;
pub use pseudo::{Pseudo, pseudo};
pub use registering::{register, with_owner};
pub use registry::{LocaleRegistry, RegisteredLocale, TierToml};
pub use renaming::{Unrenamed, rename_ids};
pub use resolve::{FaqPart, Reason, Resolving, Withheld, resolve_all};
pub use settings::{Malformed, quoted};
pub use source::{Content, LocaleFolder, LocaleTree, SourceFile, Stray, StrayKind, span_of};
pub use starting::{start_file, start_language};
pub use syncing::{CannotSync, NamedText, Sync, SyncInput, in_step, sync};
pub use timing::{Clock, Laps, Times};
pub use trial::{Sample, Trial};
