//! The Rust package: every text a static, so that there is nothing to read and nothing to parse.

use std::collections::BTreeMap;

use faq_content::{
    Direction, Id, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq, LocalizedItem,
};

use super::{file, id_hash::id_hash, places};
use crate::{OutputFile, frame::Frame, writing::Rest};

/// Folder of the package in a release.
const FOLDER: &str = "crate";

const MANIFEST: &str = include_str!("../../packages/crate/Cargo.toml");
const README: &str = include_str!("../../packages/crate/README.md");
const LIBRARY: &str = include_str!("../../packages/crate/lib.rs");
/// The reader's own: one negotiation for both.
const ACCEPT_LANGUAGE: &str = include_str!("../../../faq-bundle/src/accept_language.rs");

/// Where an id is found, for both as well.
const ID_HASH: &str = include_str!("id_hash.rs");

/// The files of the package that belong to no locale.
pub(super) fn package(rest: &Rest<'_>) -> Vec<OutputFile> {
    let manifest = MANIFEST
        .replace("RUST-VERSION", env!("CARGO_PKG_RUST_VERSION"))
        .replace("VERSION", env!("CARGO_PKG_VERSION"));
    vec![
        file(format!("{FOLDER}/Cargo.toml"), manifest),
        file(format!("{FOLDER}/README.md"), README),
        file(format!("{FOLDER}/src/accept_language.rs"), ACCEPT_LANGUAGE),
        file(format!("{FOLDER}/src/content.rs"), content(rest)),
        file(format!("{FOLDER}/src/id_hash.rs"), ID_HASH),
        file(format!("{FOLDER}/src/lib.rs"), LIBRARY),
    ]
}

/// Where the module of a locale stands.
pub(super) fn module_path(locale: &LocaleTag) -> String {
    format!("{FOLDER}/src/content/{}.rs", module_name(locale))
}

/// A name that no other tag or id has: they differ in more than capitals and have no underscore.
fn constant(tag_or_id: &str) -> String {
    tag_or_id.to_ascii_uppercase().replace('-', "_")
}

/// The prefix keeps it from being a word of the language, as `as` would be.
fn module_name(tag: &LocaleTag) -> String {
    format!("faq_{}", constant(&tag.to_string()).to_ascii_lowercase())
}

/// The module that lists what there is.
fn content(rest: &Rest<'_>) -> String {
    let Frame { locales, entries: all, .. } = rest.frame;
    let tags: Vec<String> = locales.iter().map(|it| it.locale.to_string()).collect();
    let place = |tag: &LocaleTag| tags.iter().position(|it| *it == tag.to_string());
    let modules: String =
        locales.iter().map(|it| format!("mod {};\n", module_name(&it.locale))).collect();
    let statics = locales.iter().map(|it| {
        let (module, name) = (module_name(&it.locale), constant(&it.locale.to_string()));
        format!("    pub use super::{module}::FAQ as {name};\n")
    });
    let rows = rest.negotiation.iter().filter_map(|(wanted, locale)| {
        Some(format!("    ({wanted:?}, Locale({})),\n", place(locale)?))
    });
    let faqs = locales.iter().map(|it| format!("    &{}::FAQ,\n", module_name(&it.locale)));
    let ids = all.iter().map(|entry| format!("    {:?},\n", entry.id.as_str()));
    let known = places(all);
    let slots = slots(known.keys().map(|id| id.as_str()));
    let known =
        known.iter().map(|(id, place)| format!("    ({:?}, EntryId({place})),\n", id.as_str()));
    format!(
        "//! What there is, and by which names.

use crate::{{EntryId, Faq, Locale}};

{modules}
/// The FAQ in each locale by itself: a program that names only some of these contains no other.
pub mod locales {{
{}}}

{}
{}
pub(crate) const DEFAULT: Locale = Locale({});

pub(crate) static FAQS: [&Faq; {}] = [
{}];

pub(crate) static ENTRY_IDS: [&str; {}] = [
{}];

/// Every id that an entry has or had, in order.
pub(crate) static IDS: &[(&str, EntryId)] = &[
{}];

/// Places in the list above, counted from one, by the hash of the id; 0 where there is none.
pub(crate) static SLOTS: [u32; {}] = {slots:?};

/// Wanted tag in lower case → locale, in order.
pub(crate) static TABLE: &[(&str, Locale)] = &[
{}];
",
        statics.collect::<String>(),
        constants("Locale", tags.iter().map(String::as_str)),
        constants("EntryId", all.iter().map(|entry| entry.id.as_str())),
        place(rest.frame.reference).unwrap_or_default(),
        tags.len(),
        faqs.collect::<String>(),
        all.len(),
        ids.collect::<String>(),
        known.collect::<String>(),
        slots.len(),
        rows.collect::<String>()
    )
}

/// A table with the place of each id, counted from one, where its hash says or in the next free slot after that.
fn slots<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> Vec<u32> {
    // A power of two, so that the package finds a slot without dividing.
    let mut slots = vec![0; (ids.len() * 2).next_power_of_two()];
    for (place, id) in (1..).zip(ids) {
        let mut free = (id_hash(id)..).map(|slot| slot % slots.len());
        if let Some(slot) = free.find(|slot| slots.get(*slot) == Some(&0))
            && let Some(slot) = slots.get_mut(slot)
        {
            *slot = place;
        }
    }
    slots
}

/// A constant for each of these.
fn constants<'a>(name: &str, of: impl Iterator<Item = &'a str>) -> String {
    let constants = of.enumerate().map(|(place, it)| {
        format!("    /// `{it}`.\n    pub const {}: Self = Self({place});\n", constant(it))
    });
    format!("impl {name} {{\n{}}}\n", constants.collect::<String>())
}

/// The module of one locale.
pub(super) fn module(faq: &LocalizedFaq, frame: &Frame<'_>) -> String {
    let fallback: Vec<String> = faq.fallback.iter().map(ToString::to_string).collect();
    let interface: Vec<(&str, &String)> =
        faq.interface.iter().map(|(id, text)| (id.as_str(), text)).collect();
    let by_id: BTreeMap<&Id, &LocalizedEntry> =
        faq.entries.iter().map(|entry| (&entry.id, entry)).collect();
    let texts = frame.entries.iter().map(|known| {
        let found = by_id.get(&known.id);
        found.map_or_else(
            || "        None,\n".to_owned(),
            |it| format!("        Some({}),\n", entry(it)),
        )
    });
    format!(
        "//! The FAQ in `{tag}`.

use crate::*;

/// The FAQ in `{tag}`.
pub static FAQ: Faq = Faq {{
    locale: {tag:?},
    endonym: {:?},
    dir: {},
    title: {:?},
    title_origin: {},
    tier: Tier::{:?},
    review: Review::{:?},
    fallback: &{fallback:?},
    interface_origin: {},
    interface: &{interface:?},
    texts: &[
{}    ],
}};
",
        faq.endonym,
        dir(faq.dir),
        faq.title.text,
        origin(faq, &faq.title.locale, faq.title.dir),
        faq.tier,
        faq.review,
        origin(faq, &faq.interface_locale.0, faq.interface_locale.1),
        texts.collect::<String>(),
        tag = faq.locale.to_string(),
    )
}

fn dir(dir: Direction) -> String {
    format!("Dir::{dir:?}")
}

fn origin(faq: &LocalizedFaq, locale: &LocaleTag, of: Direction) -> String {
    if *locale == faq.locale {
        return "None".to_owned();
    }
    format!("Some(Origin {{ locale: {:?}, dir: {} }})", locale.to_string(), dir(of))
}

fn entry(entry: &LocalizedEntry) -> String {
    let aliases: Vec<&str> = entry.aliases.iter().map(Id::as_str).collect();
    let blocks: Vec<String> = entry.blocks.iter().map(block).collect();
    format!(
        "Entry {{ id: {:?}, aliases: &{aliases:?}, topic: {:?}, locale: {:?}, dir: {}, risk: Risk::{:?}, freshness: Freshness::{:?}, review: Review::{:?}, fingerprint: {:?}, question: {:?}, blocks: &[{}] }}",
        entry.id.as_str(),
        entry.topic.as_str(),
        entry.locale.to_string(),
        dir(entry.dir),
        entry.risk,
        entry.freshness,
        entry.review,
        entry.fingerprint,
        entry.question,
        blocks.join(", ")
    )
}

fn block(block: &LocalizedBlock) -> String {
    match block {
        LocalizedBlock::Paragraph { id, text } => {
            format!("Block::Paragraph {{ id: {:?}, text: {text:?} }}", id.as_str())
        }
        LocalizedBlock::Quotation { id, attribution, text, original } => {
            let words = original.as_ref().map_or_else(
                || "None".to_owned(),
                |it| {
                    let (locale, dir) = (it.locale.to_string(), dir(it.dir));
                    format!(
                        "Some(Original {{ locale: {locale:?}, dir: {dir}, text: {:?} }})",
                        it.text
                    )
                },
            );
            format!(
                "Block::Quotation {{ id: {:?}, attribution: {attribution:?}, text: {text:?}, unofficial: {}, original: {words} }}",
                id.as_str(),
                original.is_some()
            )
        }
        LocalizedBlock::List { id, lead, items } => {
            let item = |it: &LocalizedItem| {
                format!("Item {{ id: {:?}, text: {:?} }}", it.id.as_str(), it.text)
            };
            let items: Vec<String> = items.iter().map(item).collect();
            format!(
                "Block::List {{ id: {:?}, lead: {lead:?}, items: &[{}] }}",
                id.as_str(),
                items.join(", ")
            )
        }
    }
}
