//! Whatever a file says: reading, checking, resolving and writing it does not panic.

use std::sync::LazyLock;

use faq_check::{CheckInput, Policy, Profile, Sources, Style, check, github, json, text};
use faq_content::{Catalog, CatalogFile};
use faq_l10n::{
    Content, LocaleFolder, LocaleRegistry, LocaleTree, SourceFile, Withheld, resolve_all,
};
use proptest::prelude::*;

use crate::project::{emit, repository};

/// Pieces that Fluent files are made of, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "title = ",
        "victims-answer = ",
        "-victims = ",
        "\n",
        "\n    ",
        "{",
        "}",
        "(",
        ")",
        "{ $adult-age }",
        "{ -victims }",
        "{ $x ->\n",
        "    [one] ",
        "   *[other] ",
        "\"",
        "\\",
        "\\u202E",
        "#",
        "### ",
        ".attr = ",
        "NUMBER(",
        ", a: 1",
        "1.5",
        "<b>",
        "&amp;",
        "](x)",
        "http://x.org",
        "888 373 7888",
        "?",
        "؟",
        "？",
        "é",
        "\u{feff}",
        "\u{202e}",
        "\u{200b}",
        "\r\n",
        "\r",
        "受害者",
        "жертвы",
        "१८",
        "١٨",
        "\u{10ffff}",
        "\0",
        " ",
        "«x»",
        "title",
        "=",
        "-",
        "*",
        "[",
    ];
    prop_oneof![8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

pub(crate) fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// A few pieces, some of them hundreds of times: what nests deep enough to overflow a stack.
fn repetitive() -> impl Strategy<Value = String> {
    let count = prop_oneof![3 => 1_usize..4, 1 => 200_usize..2_000];
    prop::collection::vec((piece(), count), 1..12)
        .prop_map(|pieces| pieces.iter().map(|(piece, count)| piece.repeat(*count)).collect())
}

/// Runs on a stack as small as that of a worker thread.
fn run_on_a_small_stack(source: String) {
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(move || {
        let (registry, catalog) = &*PROJECT;
        run(catalog, registry, source.as_bytes(), "");
    });
    thread.expect("a thread").join().expect("no panic");
}

fn run(catalog: &Catalog, registry: &LocaleRegistry, spanish: &[u8], arabic: &str) {
    let folder = |name: &str, content: Content| LocaleFolder {
        name: name.to_owned(),
        path: name.to_owned(),
        files: vec![SourceFile {
            path: format!("{name}/faq.ftl"),
            name: "faq.ftl".to_owned(),
            content,
        }],
        ..LocaleFolder::default()
    };
    let tree = LocaleTree {
        folders: vec![
            folder("ar", Content::Text(arabic.to_owned())),
            folder("en-US", Content::Text("title = Title\n".to_owned())),
            folder("es", Content::from_bytes(spanish)),
        ],
        strays: Vec::new(),
    };
    let checked = check(CheckInput {
        tree: &tree,
        registry,
        catalog: Some(catalog),
        policy: &Policy::default(),
    });
    let plain = check(CheckInput {
        tree: &tree,
        registry,
        catalog: None,
        policy: &Policy::of(Profile::Software),
    });
    let sources = Sources::of(&tree);
    for finding in checked.findings.iter().chain(&plain.findings) {
        assert!(finding.span.end <= sources.get(&finding.path).len());
    }
    text(
        &checked.findings,
        &checked.summary,
        &sources,
        Style { colour: true, width: 80, most: 100 },
    );
    let json = json(&checked.findings, &checked.summary);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    github(&checked.findings, &checked.summary);
    let mut faqs =
        resolve_all(catalog, registry, &checked.locales, &checked.reviews, &Withheld::default());
    // A locale without any interface text cannot be written; nothing else goes wrong.
    faqs.retain(|faq| !faq.interface.is_empty());
    emit(&faqs);
}

/// Registry and catalog of this repository, cut down to the locales of the tree that [`run`] makes.
static PROJECT: LazyLock<(LocaleRegistry, Catalog)> = LazyLock::new(|| {
    let project = xtask::Project::read(&repository()).expect("the repository can be read");
    let locale = |tag: &str| {
        format!("[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"released\"\n")
    };
    let locales: String = ["en-US", "es", "ar"].map(locale).concat();
    let registry = format!("format = 1\ncatalog = \"catalog\"\nreference = \"en-US\"\n{locales}");
    (LocaleRegistry::parse("locales.toml", &registry).expect("a registry"), project.catalog)
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_pipeline_panic(spanish in source(), arabic in source()) {
        let (registry, catalog) = &*PROJECT;
        run(catalog, registry, spanish.as_bytes(), &arabic);
    }

    #[test]
    fn no_nesting_makes_the_pipeline_overflow_its_stack(source in repetitive()) {
        run_on_a_small_stack(format!("title = {{ {source}"));
    }

    #[test]
    fn no_bytes_make_the_pipeline_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (registry, catalog) = &*PROJECT;
        run(catalog, registry, &bytes, "");
    }

    #[test]
    fn no_mutation_of_a_real_file_makes_the_pipeline_panic(at in any::<prop::sample::Index>(), inserted in piece(), removed in 0_usize..40) {
        let (registry, catalog) = &*PROJECT;
        let mut bytes = std::fs::read(repository().join("locales/es/faq.ftl")).expect("the file can be read");
        let at = at.index(bytes.len());
        bytes.splice(at..(at + removed).min(bytes.len()), inserted.bytes());
        run(catalog, registry, &bytes, "");
    }

    #[test]
    fn no_catalog_and_no_registry_makes_the_readers_panic(text in any::<String>(), at in any::<prop::sample::Index>()) {
        let real = std::fs::read_to_string(repository().join("locales/locales.toml")).expect("the file can be read");
        let cut = real.floor_char_boundary(at.index(real.len()));
        let mutated = format!("{}{text}{}", &real[..cut], &real[cut..]);
        let _ = LocaleRegistry::parse("locales.toml", &mutated);
        let _ = Catalog::parse(&[CatalogFile { path: "c.toml".into(), text: mutated }]);
    }
}
