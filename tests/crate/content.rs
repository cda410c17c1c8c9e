//! The generated crate says what the JSON bundles of the same release say, and serves the same locales.

use faq_bundle::{Block as Written, Bundle, Manifest};
use plainspoken_faq::{Block, Dir, Entry, EntryId, Faq, Locale, Origin};

fn read(path: &str) -> String {
    std::fs::read_to_string(path).expect("the release is here")
}

fn manifest() -> Manifest {
    Manifest::parse(&read("dist/manifest.json")).expect("a manifest")
}

#[test]
fn every_locale_says_what_its_bundle_says() {
    let manifest = manifest();
    assert_eq!(Locale::all().count(), manifest.locales.len());
    for (locale, listed) in Locale::all().zip(&manifest.locales) {
        let faq = locale.faq();
        let bundle = Bundle::parse(&read(&format!("dist/{}/faq.json", faq.locale))).expect("a bundle");
        assert_eq!((faq.locale, faq.endonym), (&*listed.locale, &*listed.endonym));
        assert_eq!(Locale::from_tag(&listed.locale), Some(locale));
        same_page(faq, &bundle);
        assert_eq!(faq.entries().count(), bundle.entries.len());
        for (entry, written) in faq.entries().zip(&bundle.entries) {
            same_entry(entry, written);
            for id in written.aliases.iter().chain([&written.id]) {
                let id = EntryId::from_id(id).expect("the id is known");
                assert_eq!(faq.entry(id).map(|it| it.id), Some(entry.id));
            }
        }
    }
    for unknown in ["", "x", "csec ", "no-entry-has-this-id", "🦀"] {
        assert_eq!(EntryId::from_id(unknown), None, "{unknown}");
    }
}

#[test]
fn what_is_recalled_is_left_out() {
    let faq = Locale::negotiate("es").faq();
    let all: Vec<&str> = faq.entries().map(|entry| entry.fingerprint).collect();
    let left: Vec<&str> =
        faq.entries_without(|fingerprint| fingerprint == all[1]).map(|entry| entry.fingerprint).collect();
    assert_eq!(left, [&all[..1], &all[2..]].concat());
    assert_eq!(faq.entries_without(|_| false).count(), all.len());
}

fn same_page(faq: &Faq, bundle: &Bundle) {
    let origin = |it: &Option<Origin>| it.as_ref().map(|it| (it.locale.to_owned(), it.dir.as_str().to_owned()));
    let written = |it: &Option<faq_bundle::Origin>| it.as_ref().map(|it| (it.locale.clone(), it.dir.clone()));
    assert_eq!((faq.title, faq.dir.as_str()), (&*bundle.title, &*bundle.dir));
    assert_eq!(origin(&faq.title_origin), written(&bundle.title_origin));
    assert_eq!((faq.tier.as_str(), faq.review.as_str()), (&*bundle.tier, &*bundle.review));
    assert_eq!(faq.fallback, bundle.fallback);
    assert_eq!(origin(&faq.interface_origin), written(&bundle.interface_origin));
    assert_eq!(faq.interface.len(), bundle.interface.len());
    for (id, text) in &bundle.interface {
        assert_eq!(faq.interface(id), Some(&**text));
    }
}

fn same_entry(entry: &Entry, written: &faq_bundle::Entry) {
    let said = [
        entry.id,
        entry.topic,
        entry.locale,
        entry.dir.as_str(),
        entry.risk.as_str(),
        entry.freshness.as_str(),
        entry.review.as_str(),
        entry.fingerprint,
        entry.question,
    ];
    let faq_bundle::Entry { id, aliases, topic, locale, dir, risk, freshness, review, fingerprint, question, blocks } =
        written;
    assert_eq!(said, [id, topic, locale, dir, risk, freshness, review, fingerprint, question].map(|it| &**it));
    assert_eq!(entry.aliases, aliases);
    assert_eq!(entry.blocks.iter().map(as_written).collect::<Vec<_>>(), *blocks);
}

fn as_written(block: &Block) -> Written {
    match block {
        Block::Paragraph { id, text } => Written::Paragraph { id: (*id).into(), text: (*text).into() },
        Block::Quotation { id, attribution, text, unofficial, original } => Written::Quotation {
            id: (*id).into(),
            attribution: (*attribution).into(),
            text: (*text).into(),
            unofficial: *unofficial,
            original: original.as_ref().map(|it| faq_bundle::Original {
                locale: it.locale.into(),
                dir: it.dir.as_str().into(),
                text: it.text.into(),
            }),
        },
        Block::List { id, lead, items } => Written::List {
            id: (*id).into(),
            lead: lead.map(Into::into),
            items: items.iter().map(|it| faq_bundle::Item { id: it.id.into(), text: it.text.into() }).collect(),
        },
    }
}

#[test]
fn the_shared_vectors_hold_and_every_tag_of_the_table_is_served_as_by_the_reader() {
    let negotiation = manifest().negotiation;
    let vectors: Vec<serde_json::Value> = serde_json::from_str(&read("negotiation.json")).expect("JSON");
    for vector in &vectors {
        let header = vector["header"].as_str().expect("a header");
        assert_eq!(Some(Locale::negotiate(header).faq().locale), vector["served"].as_str(), "{header}");
    }
    assert!(negotiation.table.len() > 13 && vectors.len() > 20);
    for (wanted, locale) in &negotiation.table {
        assert_eq!(Locale::negotiate(wanted).faq().locale, locale, "{wanted}");
    }
}

/// What a site writes: the names are checked when it is compiled.
#[test]
fn a_site_names_an_entry_and_a_language() {
    let faq = &plainspoken_faq::locales::AR;
    let entry = faq.entry(EntryId::HUMAN_TRAFFICKING).expect("the entry is there");
    assert!(matches!((entry.dir, Locale::AR.faq().locale), (Dir::Rtl, "ar")));
}
