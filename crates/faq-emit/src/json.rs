//! `faq.json`: the localized FAQ in the format that `faq-bundle` reads.

use faq_bundle::{Block, Bundle, Entry, FORMAT, Item, Origin, Original};
use faq_content::{Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq};
use serde::Serialize;

use crate::release::EmitError;

/// The bundle of one locale.
pub(crate) fn bundle(faq: &LocalizedFaq) -> Result<String, EmitError> {
    of(faq).into_json().map_err(EmitError::Json)
}

/// Any value of a release as JSON, for people too.
pub(crate) fn to_json(value: &impl Serialize) -> Result<String, EmitError> {
    let mut json = serde_json::to_string_pretty(value).map_err(EmitError::Json)?;
    json.push('\n');
    Ok(json)
}

/// The bundle as a value.
pub(crate) fn of(faq: &LocalizedFaq) -> Bundle {
    let origin = |locale: &LocaleTag, dir: Direction| {
        (*locale != faq.locale)
            .then(|| Origin { locale: locale.to_string(), dir: dir.as_str().to_owned() })
    };
    Bundle {
        format: FORMAT,
        locale: faq.locale.to_string(),
        dir: faq.dir.as_str().to_owned(),
        title: faq.title.text.clone(),
        title_origin: origin(&faq.title.locale, faq.title.dir),
        tier: faq.tier.as_str().to_owned(),
        review: faq.review.as_str().to_owned(),
        fallback: faq.fallback.iter().map(ToString::to_string).collect(),
        interface_origin: origin(&faq.interface_locale.0, faq.interface_locale.1),
        interface: faq.interface.iter().map(|(id, text)| (id.to_string(), text.clone())).collect(),
        entries: faq.entries.iter().map(entry).collect(),
    }
}

fn entry(entry: &LocalizedEntry) -> Entry {
    Entry {
        id: entry.id.to_string(),
        aliases: entry.aliases.iter().map(ToString::to_string).collect(),
        topic: entry.topic.to_string(),
        locale: entry.locale.to_string(),
        dir: entry.dir.as_str().to_owned(),
        risk: entry.risk.as_str().to_owned(),
        freshness: entry.freshness.as_str().to_owned(),
        review: entry.review.as_str().to_owned(),
        fingerprint: entry.fingerprint.clone(),
        question: entry.question.clone(),
        blocks: entry.blocks.iter().map(block).collect(),
    }
}

fn block(block: &LocalizedBlock) -> Block {
    match block {
        LocalizedBlock::Paragraph { id, text } => {
            Block::Paragraph { id: id.to_string(), text: text.clone() }
        }
        LocalizedBlock::Quotation { id, attribution, text, original } => Block::Quotation {
            id: id.to_string(),
            attribution: attribution.clone(),
            text: text.clone(),
            unofficial: original.is_some(),
            original: original.as_ref().map(|original| Original {
                locale: original.locale.to_string(),
                dir: original.dir.as_str().to_owned(),
                text: original.text.clone(),
            }),
        },
        LocalizedBlock::List { id, lead, items } => Block::List {
            id: id.to_string(),
            lead: lead.clone(),
            items: items
                .iter()
                .map(|item| Item { id: item.id.to_string(), text: item.text.clone() })
                .collect(),
        },
    }
}
