//! Reading what people write beside the texts: whatever cannot be read is refused with a place in the file.

use chrono::NaiveDate;
use faq_check::{Baseline, Language, NewWaiver, Policy, Profile, Waivers};
use faq_content::{Catalog, CatalogFile, LocaleTag, MalformedFile};
use faq_l10n::{Content, Ledger, LocaleRegistry, Malformed, MinorEdits, Reviewers, SourceFile};

use crate::text_of;

/// Reads the bytes as each kind of settings.
pub fn settings(bytes: &[u8]) {
    let text = text_of(bytes);
    let path = "x.toml".to_owned();
    has_a_place(&text, LocaleRegistry::parse(&path, &text).err());
    has_a_place(&text, Policy::parse(&path, &text, Profile::Prose).err());
    has_a_place(&text, Baseline::parse(&path, &text).err());
    let file = CatalogFile { path: path.clone(), text: text.clone() };
    has_a_place(&text, Catalog::parse(&[file]).err());
    let tag = LocaleTag::parse("es-MX").expect("a tag");
    let file = SourceFile { path: path.clone(), name: path, content: Content::Text(text.clone()) };
    has_a_span(&text, Language::of(&tag, Some(&file)).err());
    has_a_span(&text, Waivers::parse(&text).err());
    has_a_place(&text, Reviewers::parse("x.toml", &text).err());
    match Ledger::parse(&text) {
        Ok(ledger) => assert_eq!(Ledger::parse(&ledger.to_string()).as_ref(), Ok(&ledger)),
        Err(error) => has_a_span(&text, Some(error)),
    }
    match MinorEdits::parse(&text) {
        Ok(edits) => assert_eq!(MinorEdits::parse(&edits.to_string()).as_ref(), Ok(&edits)),
        Err(error) => has_a_span(&text, Some(error)),
    }
    a_waiver_can_be_added(&text);
}

/// To whatever can be read.
fn a_waiver_can_be_added(text: &str) {
    let Ok(before) = Waivers::parse(text) else { return };
    let new = NewWaiver {
        rule: "doubled-word",
        message: "-x",
        file: Some(text),
        reason: text,
        author: "\"",
        expires: NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"),
        text: "0",
    };
    let Ok(longer) = Waivers::with(Some(text), &new) else { return };
    let after = Waivers::parse(&longer).expect("what is written can be read");
    assert_eq!(after.waivers.len(), before.waivers.len() + 1, "{text:?}");
    assert_eq!(after.waivers.last().and_then(|it| it.reason.as_deref()), Some(text));
}

fn has_a_place(text: &str, error: Option<MalformedFile>) {
    let Some(error) = error else { return };
    assert!(error.position.line <= text.split('\n').count().max(1), "{error:?} {text:?}");
    assert!(!error.message.is_empty(), "{text:?}");
    // At the start of a line it would be a command to a CI system.
    let said = error.to_string();
    assert!(!said.split(['\n', '\r']).any(|it| it.trim_start().starts_with("::")), "{text:?}");
}

fn has_a_span(text: &str, error: Option<Malformed>) {
    let Some(error) = error else { return };
    assert!(text.get(error.span.clone()).is_some(), "{error:?} {text:?}");
    assert!(!error.message.is_empty(), "{text:?}");
}
