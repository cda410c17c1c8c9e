//! Going back, withdrawing texts, and removing what nothing needs.

use faq_bundle::Refusal;
use faq_publish::{Error, Terms, Trust, releases, verify};
use object_store::{Attribute, ObjectStoreExt, path::Path};

use crate::{
    reader::Reader,
    release::{NOW, QUICK, back, bundled, folder, publish_from, terms, write_each},
    server::Server,
};

const RECALLS: &str = r#"{"format": 1, "recalls":
    [{"fingerprint": "0123456789abcdef0123456789abcdef", "reason": "says 16"}]}"#;

#[tokio::test(flavor = "multi_thread")]
async fn going_back_is_a_new_sequence_and_recalls_stay_in_force() {
    let server = Server::start().await;
    let place = server.place(QUICK);
    let (old, new) = (bundled("old"), bundled("new"));
    let first = publish_from(&place, old.path(), &terms()).await.expect("published");
    let recalling = Terms { recalls: Some(RECALLS), ..terms() };
    let second = publish_from(&place, new.path(), &recalling).await.expect("published");
    assert!(second.pointer.recalls.is_some());
    let third = back(&place, None).await.expect("rolled back");
    assert_eq!((third.pointer.sequence, third.sent), (3, 0), "nothing had to be sent");
    assert_eq!(third.pointer.manifest, first.pointer.manifest);
    assert_eq!(third.pointer.recalls, second.pointer.recalls);
    let replayed = second.pointer.accept(Some(&third.pointer), None);
    assert_eq!(replayed, Err(Refusal::Older(3, 2)));
    let mut reader = Reader::new(server.store());
    assert_eq!(reader.look().await.as_ref(), Some(&first.pointer.manifest));
    let lines = releases(&place).await.expect("they can be read");
    let sequences: Vec<u64> = lines.iter().map(|it| it.pointer.sequence).collect();
    assert_eq!((sequences, lines[0].is_current), (vec![3, 2, 1], true));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_before_is_not_sent_again() {
    let server = Server::start().await;
    let bundle = bundled("same");
    let first = publish_from(&server.place(QUICK), bundle.path(), &terms()).await;
    assert_eq!(first.expect("published").sent, 9, "three files, plain, .br and .gz");
    let second = publish_from(&server.place(QUICK), bundle.path(), &terms()).await;
    let second = second.expect("published");
    assert_eq!((second.sent, second.pointer.sequence), (0, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_one_file_has_changed_only_that_is_sent_and_what_says_so() {
    let server = Server::start().await;
    let bundle = bundled("old");
    publish_from(&server.place(QUICK), bundle.path(), &terms()).await.expect("published");
    server.written();
    write_each(bundle.path(), ["old", "new", "old"]);
    let second = publish_from(&server.place(QUICK), bundle.path(), &terms()).await;
    let second = second.expect("published");
    assert_eq!(second.sent, 3, "one file, plain, .br and .gz");
    let object = faq_bundle::File::of("es/index.html", b"<p>new</p>").object_path();
    let mut expected = vec![
        object.clone(),
        format!("{object}.br"),
        format!("{object}.gz"),
        faq_bundle::manifest_path(&second.pointer.manifest),
        "pointers/2.json".to_owned(),
        "current.json".to_owned(),
        "es/index.html".to_owned(),
        "manifest.json".to_owned(),
    ];
    let mut written = server.written();
    expected.sort();
    written.sort();
    assert_eq!(written, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_gets_types_encodings_and_times() {
    let server = Server::start().await;
    let bundle = bundled("text");
    publish_from(&server.place(QUICK), bundle.path(), &terms()).await.expect("published");
    let file = faq_bundle::File::of("index.html", b"<h1>text</h1>");
    let told = async |path: &str| {
        let found = server.store().get(&Path::from(path)).await.expect("there");
        let names = [Attribute::ContentType, Attribute::ContentEncoding, Attribute::CacheControl];
        names.map(|name| found.attributes.get(&name).map_or("", AsRef::as_ref).to_owned())
    };
    assert_eq!(
        told(&format!("{}.br", file.object_path())).await,
        ["text/html; charset=utf-8", "br", "public, max-age=31536000, immutable, no-transform"]
    );
    assert_eq!(told("current.json").await, ["application/json", "", "public, max-age=60"]);
    assert_eq!(told("index.html").await, ["text/html; charset=utf-8", "", "public, max-age=60"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_live_pointer_reaches_stays_and_the_rest_goes() {
    let server = Server::start().await;
    let place = server.place(QUICK);
    let expired = Terms { lasts: 0, ..terms() };
    for text in ["one", "two"] {
        publish_from(&place, bundled(text).path(), &expired).await.expect("published");
    }
    publish_from(&place, bundled("three").path(), &terms()).await.expect("published");
    let keeping = Terms { keep: Some(1), ..terms() };
    let done = publish_from(&place, bundled("four").path(), &keeping).await.expect("published");
    // Each of the first two: a pointer, a manifest, three files in three forms.
    assert_eq!(done.removed, 22);
    let left = releases(&place).await.expect("they can be read");
    let left: Vec<u64> = left.iter().map(|it| it.pointer.sequence).collect();
    assert_eq!(left, [4, 3], "the third has not expired");
    let verified = verify(&place, &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{:?}", verified.differences);
    assert!(matches!(back(&place, Some(1)).await, Err(Error::Missing(_))));
    back(&place, Some(3)).await.expect("it is whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_publishes_while_old_releases_are_removed() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let bundle = bundled("text");
    let mark = published.path().join("sweeping.json");
    std::fs::write(&mark, format!("{{\"begun\": {NOW}}}")).expect("written");
    let place = folder(published.path());
    let result = publish_from(&place, bundle.path(), &terms()).await;
    assert!(matches!(result, Err(Error::Swept(_))), "{result:?}");
    std::fs::write(&mark, format!("{{\"begun\": {}}}", NOW - 4000)).expect("written");
    let keeping = Terms { keep: Some(1), ..terms() };
    publish_from(&place, bundle.path(), &keeping).await.expect("whoever left it was killed");
    assert!(!mark.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_no_release_has_any_more_is_removed_and_nothing_else() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let place = folder(published.path());
    let bundle = bundled("text");
    publish_from(&place, bundle.path(), &terms()).await.expect("published");
    let page = published.path().join("es/index.html");
    assert!(page.exists());
    std::fs::write(published.path().join("robots.txt"), "mine").expect("written");
    let manifest = bundle.path().join("manifest.json");
    let text = std::fs::read(&manifest).expect("read");
    let mut smaller = faq_bundle::Manifest::parse_bytes(&text).expect("a manifest");
    smaller.files.retain(|file| file.path == "index.html");
    smaller.version = faq_bundle::Manifest::content_version(&smaller.files);
    std::fs::write(&manifest, serde_json::to_vec(&smaller).expect("JSON")).expect("written");
    publish_from(&place, bundle.path(), &terms()).await.expect("published");
    assert!(!page.exists() && published.path().join("index.html").exists());
    assert!(published.path().join("robots.txt").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_that_is_not_as_it_was_bundled_is_not_published() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let (bundle, place) = (bundled("text"), folder(published.path()));
    let differs = async || {
        let page = bundle.path().join("index.html");
        std::fs::write(page, "<h1>texts</h1>").expect("written");
        let result = publish_from(&place, bundle.path(), &terms()).await;
        let error = result.expect_err("it differs").to_string();
        assert!(error.starts_with("index.html: 14 bytes instead of 13\n"), "{error}");
    };
    differs().await;
    assert!(!published.path().join("current.json").exists());
    crate::release::write(bundle.path(), "text");
    publish_from(&place, bundle.path(), &terms()).await.expect("published");
    // Its true bytes are there already, and still it is not passed over.
    differs().await;
    assert!(!published.path().join("pointers/2.json").exists());
}
