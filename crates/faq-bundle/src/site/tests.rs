//! Claims about what a site serves.

use super::*;

const EN: &str = "11111111111111111111111111111111";
const ES: &str = "22222222222222222222222222222222";

fn bundle(locale: &str, tier: &str, fingerprint: &str) -> String {
    format!(
        r#"{{"format": 1, "locale": "{locale}", "dir": "ltr", "title": "T", "tier": "{tier}", "review": "draft",
        "fallback": ["en"], "interface": {{}}, "entries": [{{"id": "who", "aliases": ["old"], "topic": "t", "locale": "{locale}",
        "dir": "ltr", "risk": "normal", "freshness": "fresh", "review": "draft", "fingerprint": "{fingerprint}",
        "question": "{locale}?", "blocks": []}}]}}"#
    )
}

type Files = BTreeMap<String, Vec<u8>>;

/// A release in English and Spanish, by path, as `bundle` writes it and as it is published.
fn release() -> Files {
    let mut files = BTreeMap::new();
    let mut locales = Vec::new();
    for (tag, tier, fingerprint) in [("en", "released", EN), ("es", "preview", ES)] {
        let text = bundle(tag, tier, fingerprint).into_bytes();
        let file = File::of(&format!("{tag}/faq.json"), &text);
        let listed = serde_json::to_string(&file).expect("JSON");
        locales.push(format!(
            r#"{{"locale": "{tag}", "endonym": "", "dir": "ltr", "tier": "{tier}", "review": "draft", "coverage": {{"entries": 1,
            "complete": 1, "title": true, "interface": true, "fallen_back": [], "missing": []}}, "fallback": [], "files": [{listed}]}}"#
        ));
        files.insert(file.object_path(), text.clone());
        files.insert(file.path, text);
    }
    let manifest = format!(
        r#"{{"format": 1, "version": "{}", "licences": [], "credits": [], "reference": "en", "locales": [{}], "files": [],
        "negotiation": {{"default": "en", "table": {{"es": "es"}}}}}}"#,
        "0".repeat(64),
        locales.join(", ")
    );
    files.insert(MANIFEST.to_owned(), manifest.into_bytes());
    files
}

fn reader(files: &Files) -> impl FnMut(&str) -> Result<Vec<u8>, &'static str> {
    |path| files.get(path).cloned().ok_or("there is no such file")
}

fn question(site: &Site, header: &str) -> Option<String> {
    site.from_header(header)?.entry("old").expect("well-formed").map(|entry| entry.question.clone())
}

fn recalls(fingerprints: &[&str]) -> String {
    let recall = |it: &&str| format!(r#"{{"fingerprint": "{it}", "reason": ""}}"#);
    let recalls: Vec<String> = fingerprints.iter().map(recall).collect();
    format!(r#"{{"format": 1, "recalls": [{}]}}"#, recalls.join(", "))
}

#[test]
fn a_release_is_served_in_the_language_that_is_wanted() {
    let site = Site::open(reader(&release())).expect("a release");
    assert_eq!(question(&site, "es-MX,en;q=0.5").as_deref(), Some("es?"));
    assert_eq!(question(&site, "xx").as_deref(), Some("en?"));
    assert_eq!(site.bundles().count(), 2);
}

#[test]
fn a_release_that_differs_from_its_manifest_is_not_served_and_the_file_is_named() {
    let opened = |change: &dyn Fn(&mut Files)| {
        let mut files = release();
        change(&mut files);
        Site::open(reader(&files)).err().map(|error| error.to_string())
    };
    let gone = opened(&|files| drop(files.remove("es/faq.json")));
    assert_eq!(gone.as_deref(), Some("es/faq.json: cannot be read: there is no such file"));
    let tampered = opened(&|files| {
        let text = files.get_mut("es/faq.json").expect("the file");
        *text = String::from_utf8_lossy(text).replace("es?", "18?").into_bytes();
    });
    assert!(tampered.is_some_and(|it| it.starts_with("es/faq.json: is not as it was released: ")));
    let foreign = opened(&|files| {
        let text = files.get_mut(MANIFEST).expect("the file");
        *text =
            String::from_utf8_lossy(text).replace(r#""es": "es""#, r#""xx": "xx""#).into_bytes();
    });
    let expected = "manifest.json: names the locale `xx`, which is not in the release";
    assert_eq!(foreign.as_deref(), Some(expected));
}

#[test]
fn a_withdrawn_text_is_replaced_by_that_of_the_fallback_or_left_out() {
    let served = |fingerprints: &[&str]| {
        let mut site = Site::open(reader(&release())).expect("a release");
        site.withdraw(&Recalls::parse(&recalls(fingerprints)).expect("a list"));
        (question(&site, "es"), question(&site, "en"))
    };
    assert_eq!(served(&[ES]), (Some("en?".to_owned()), Some("en?".to_owned())));
    assert_eq!(served(&[EN]), (Some("es?".to_owned()), None));
    assert_eq!(served(&[EN, ES]), (None, None));
}

#[test]
fn a_page_that_shows_a_draft_instead_of_what_was_withdrawn_is_a_draft() {
    let mut site = Site::open(reader(&release())).expect("a release");
    // A reviewed page whose fallback is a draft.
    let reviewed =
        bundle("es", "preview", ES).replace(r#""review": "draft""#, r#""review": "reviewed""#);
    site.bundles.insert("es".to_owned(), Bundle::open(reviewed).expect("a bundle"));
    let review = |site: &Site| site.in_locale("es").map(|bundle| bundle.review.clone());
    assert_eq!(review(&site).as_deref(), Some("reviewed"));
    site.withdraw(&Recalls::parse(&recalls(&[ES])).expect("a list"));
    assert_eq!(question(&site, "es").as_deref(), Some("en?"));
    assert_eq!(review(&site).as_deref(), Some("draft"));
}

#[test]
fn what_a_pointer_names_is_served_without_what_it_recalls() {
    let mut files = release();
    let manifest = files.remove(MANIFEST).expect("a manifest");
    let list = recalls(&[ES]).into_bytes();
    let pointer = |manifest: &[u8], recalls: &[u8]| {
        let (manifest, recalls) = (crate::sha256(manifest), crate::sha256(recalls));
        let json = format!(
            r#"{{"format": 1, "sequence": 1, "publication": "{EN}", "published": 0, "expires": 9, "manifest": "{manifest}", "recalls": "{recalls}"}}"#
        );
        Pointer::parse(&json).expect("a pointer")
    };
    let current = pointer(&manifest, &list);
    files.insert(manifest_path(&current.manifest), manifest.clone());
    files.insert(recalls_path(&crate::sha256(&list)), list.clone());
    files.retain(|path, _| !path.ends_with("/faq.json"));
    let site = Site::follow(&current, reader(&files)).expect("a release");
    assert_eq!(question(&site, "es").as_deref(), Some("en?"));
    // A list of recalls that is kept from readers keeps the release from them.
    let other = pointer(&manifest, b"another list");
    assert!(Site::follow(&other, reader(&files)).is_err());
    files.insert(recalls_path(&crate::sha256(&list)), vec![]);
    assert!(Site::follow(&current, reader(&files)).is_err());
}
