//! What the FAQ contains ([`Catalog`]) and what it says in one language ([`LocalizedFaq`]).
//!
//! Everything here is plain data: no Fluent, no disk, no clock. Text goes in, values come out.

mod catalog;
mod format;
mod ids;
mod localized;
mod malformed;
mod position;
mod tag;

pub use catalog::{
    Block, Catalog, CatalogFile, CatalogMessage, Credit, Entry, Fact, IdChange, InterfaceText,
    Licence, ListItem, NoIdChange, Owner, Risk, Role, Topic,
};
pub use ids::{Id, IdError};
pub use localized::{
    Coverage, Direction, Freshness, LocalizedBlock, LocalizedEntry, LocalizedFaq, LocalizedItem,
    LocalizedText, Original, Review, Tier,
};
pub use malformed::MalformedFile;
pub use position::{LineStarts, Position};
pub use tag::{LocaleTag, TagError};
