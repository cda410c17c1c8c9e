//! Translations in the formats of other people's tools: XLIFF 1.2 and 2.1, PO, CSV, TMX, TBX.
//!
//! All formats have one shape, [`Exchange`]: a list of units. [`export`] makes it from a locale's files, [`import`] makes
//! changed files from it; [`Format::write`] and [`Format::read`] stand between it and a text.
//!
//! # What a unit is
//!
//! One unit is one running text: the value of a message, an attribute, or one variant of a choice.
//!
//! - `victims-answer` is a value, `menu.label` an attribute of `menu`, `-victims` a term.
//! - `children[few]` is the variant `few` of the choice in `children`; `children[few][male]` is a variant in that variant.
//!   The second choice in one text is `#2`: `children#2[male]`.
//! - Where a choice stands amid a text, the text around it is a unit too, with the placeholder `{ $n -> … }` in the place
//!   of the choice. A text that is nothing but a choice is none.
//!
//! Translators' tools know texts and placeholders, and no choices. With a unit a variant, each is a text that can be
//! translated, remembered and checked by itself; how the choice is built stays at home, so that no tool can lose or break
//! it. A choice by plural category has a unit for each category of the language (six in Arabic, one in Japanese),
//! whatever the reference has. The alternative, the whole choice as one text with its brackets as placeholders, cannot
//! gain a category in most tools, and parts sentences into pieces.
//!
//! # What a text is
//!
//! A text is flat: `Who are the { -victims }?`. A brace always starts a placeable, as in Fluent; a brace that readers see is
//! `{ "{" }`. XLIFF and TMX mark placeables as inline elements with the same words in them, so that tools protect them; a
//! placeable typed by hand is as good. Characters that no XML may hold become escapes in literals.

mod choice;
mod csv_format;
mod elements;
mod exchange;
mod export;
mod flat;
mod format;
mod import;
mod inline;
mod parts;
mod placeables;
mod po;
mod po_reader;
mod problem;
mod syntax;
mod tbx;
mod tmx;
mod xliff;
mod xliff2;
mod xml;
mod xml_writer;

pub use exchange::{Exchange, State, Unit};
pub use export::{FtlSource, Languages, export};
pub use format::{Format, largest_file};
pub use import::{Import, ImportedFile, Left, Taken, import};
pub use problem::Problem;

#[cfg(test)]
mod tests;
