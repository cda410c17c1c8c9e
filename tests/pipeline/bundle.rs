//! Claims about the bytes that sites read.

use faq_bundle::{Block, Bundle, Manifest, sha256};
use faq_check::Outcome;

use crate::project::{Sandbox, emit, localized};

fn bundled() -> (Sandbox, Manifest) {
    let project = Sandbox::copy();
    let ran = project.xtask(&["bundle"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    let manifest =
        Manifest::parse(&project.read("dist/manifest.json")).expect("the manifest can be read");
    (project, manifest)
}

#[test]
fn the_manifest_lists_every_file_and_its_compressed_forms_with_size_and_hash() {
    let (project, manifest) = bundled();
    let mut written = project.files("dist");
    written.retain(|(path, _)| path != "manifest.json");
    assert_eq!(manifest.forms().count(), written.len());
    for form in manifest.forms() {
        let path = form.path();
        let (_, bytes) = written.iter().find(|(it, _)| *it == path).expect("the file is there");
        assert!(form.wrong(bytes).is_none(), "{path}");
    }
    for locale in &manifest.locales {
        let encodings = |file: &faq_bundle::File| file.forms().count() - 1;
        assert!(locale.files.iter().all(|file| encodings(file) == 2), "{}", locale.locale);
    }
}

/// What `verify` says of `dist` after somebody changed it.
fn verified(project: &Sandbox) -> String {
    let ran = project.xtask(&["verify", "dist"]);
    assert!(matches!(ran.result, Ok(Outcome::Refused)), "{}", ran.output);
    ran.output
}

#[test]
fn one_changed_byte_is_found_and_its_file_named() {
    let (project, manifest) = bundled();
    let ran = project.xtask(&["verify", "dist"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    let count = manifest.forms().count() + 1;
    assert_eq!(ran.output, format!("dist: {count} files are as they were released\n"));
    for path in ["dist/ar/index.html", "dist/ar/index.html.br", "dist/ar/index.html.gz"] {
        let whole = std::fs::read(project.path(path)).expect("read");
        let mut spoilt = whole.clone();
        spoilt[whole.len() / 2] ^= 1;
        project.write(path, spoilt);
        let told = verified(&project);
        let name = path.trim_start_matches("dist/");
        assert!(told.starts_with(&format!("{name}: SHA-256 ")), "{told}");
        assert!(told.ends_with("dist: 1 file differs from the manifest\n"), "{told}");
        project.write(path, whole);
    }
}

#[cfg(unix)]
#[test]
fn whatever_is_not_as_it_was_released_is_named_with_what_differs() {
    use std::{fs, os::unix::fs::symlink};
    let (project, _) = bundled();
    let at = |path: &str| project.path("dist").join(path);
    fs::write(at("es/extra.html"), "x").expect("written");
    fs::remove_file(at("es/faq.txt")).expect("removed");
    let text = fs::read(at("es/faq.md")).expect("read");
    fs::write(at("es/faq.md"), &text[..100]).expect("written");
    fs::rename(at("es/faq.json"), project.path("elsewhere.json")).expect("moved");
    symlink(project.path("elsewhere.json"), at("es/faq.json")).expect("a link");
    fs::remove_file(at("es/faq.ftl")).expect("removed");
    fs::create_dir(at("es/faq.ftl")).expect("made");
    fs::remove_file(at("es/faq.jsonld.br")).expect("removed");
    assert_eq!(
        verified(&project),
        format!(
            "es/extra.html: not in the manifest\n\
             es/faq.ftl: cannot be read: this is a folder\n\
             es/faq.json: cannot be read: this is no file but a link or the like\n\
             es/faq.jsonld.br: not there\n\
             es/faq.md: 100 bytes instead of {}\n\
             es/faq.txt: not there\n\
             dist: 6 files differ from the manifest\n",
            text.len()
        )
    );
    fs::write(at("manifest.json"), "{").expect("written");
    assert!(verified(&project).starts_with("manifest.json: not of the shape of format 1: "));
}

#[test]
fn a_manifest_says_what_it_was_made_from_and_on_which_terms() {
    let project = Sandbox::copy();
    project.xtask(&["bundle", "--revision", "abc123"]);
    let manifest = project.read("dist/manifest.json");
    let manifest = Manifest::parse(&manifest).expect("the manifest can be read");
    assert_eq!(manifest.revision.as_deref(), Some("abc123"));
    let terms = manifest.licences.first().expect("terms").terms.as_str();
    assert!(terms.starts_with("No licence is stated."), "{terms}");
    let other = bundled().1;
    assert_eq!(other.version, manifest.version, "the same content");
    assert_ne!(other.revision, manifest.revision);
}

#[test]
fn a_bundle_says_where_each_entry_comes_from_and_how_reviewed_it_is() {
    let (project, _) = bundled();
    let bundle = Bundle::parse(&project.read("dist/ar/faq.json")).expect("the bundle can be read");
    assert_eq!(
        (bundle.locale.as_str(), bundle.dir.as_str(), bundle.review.as_str()),
        ("ar", "rtl", "draft")
    );
    assert!(
        bundle
            .entries
            .iter()
            .all(|entry| entry.locale == "ar" && entry.dir == "rtl" && entry.review == "draft")
    );
    let definition = bundle.entry("human-trafficking").expect("the entry is there");
    let Some(Block::Quotation { unofficial, original: Some(original), .. }) =
        definition.blocks.first()
    else {
        panic!("a quotation with its original was expected: {definition:?}");
    };
    assert!(*unofficial);
    assert_eq!((original.locale.as_str(), original.dir.as_str()), ("en-US", "ltr"));
    assert!(original.text.starts_with("“Human trafficking is a crime"));
    let english =
        Bundle::parse(&project.read("dist/en-US/faq.json")).expect("the bundle can be read");
    assert_eq!((english.tier.as_str(), english.review.as_str()), ("released", "original"));
}

#[test]
fn bundles_and_manifest_are_what_their_published_schemas_say() {
    let (project, manifest) = bundled();
    let json = |path: &str| -> serde_json::Value {
        serde_json::from_str(&project.read(path)).expect("it is JSON")
    };
    let mut held = 0;
    let mut compare = |schema: &str, paths: &[String]| {
        let schema = json(schema);
        jsonschema::meta::validate(&schema).expect("the schema is a schema");
        let validator = jsonschema::validator_for(&schema).expect("the schema can be used");
        for path in paths {
            let errors: Vec<String> =
                validator.iter_errors(&json(path)).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0], "{path}");
            held += 1;
        }
        assert!(!validator.is_valid(&serde_json::json!({"format": 1})));
    };
    let bundle = |locale: &faq_bundle::Locale| format!("dist/{}/faq.json", locale.locale);
    let bundles: Vec<String> = manifest.locales.iter().map(bundle).collect();
    compare("dist/faq.schema.json", &bundles);
    compare("dist/manifest.schema.json", &["dist/manifest.json".to_owned()]);
    assert_eq!(held, bundles.len() + 1);
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_folder_and_the_number_of_threads() {
    let (first, _) = bundled();
    let second = Sandbox::copy();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread pool");
    let ran = pool.install(|| second.xtask(&["bundle", "--out", "elsewhere/site"]));
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    assert_eq!(first.files("dist"), second.files("elsewhere/site"));
}

#[test]
fn a_release_knows_where_it_is_served_and_what_stands_above_its_fragments() {
    let project = Sandbox::copy();
    let flags = ["bundle", "--base-url", "https://example.org/faq", "--heading-level", "3"];
    let ran = project.xtask(&flags);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    let manifest = Manifest::parse(&project.read("dist/manifest.json")).expect("a manifest");
    let address = "https://example.org/faq/ar/index.html";
    for path in ["hreflang.html", "sitemap.xml"] {
        assert!(manifest.files.iter().any(|file| file.path == path), "{path}");
        assert!(project.read(&format!("dist/{path}")).contains(address), "{path}");
    }
    let fragment = project.read("dist/ar/fragment.html");
    assert!(fragment.contains("<h3>") && fragment.contains("<h4>") && !fragment.contains("<h2"));
}

#[test]
fn an_entry_that_was_renamed_is_found_by_its_former_id_in_every_format_with_anchors() {
    let project = Sandbox::copy();
    let catalog = "crates/faq-content/catalog/entries.toml";
    project.replace(catalog, "id = \"csec\"", "id = \"csec\"\naliases = [\"child-exploitation\"]");
    let ran = project.xtask(&["bundle"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    for file in ["index.html", "fragment.html", "faq.md"] {
        for tag in ["en-US", "ar"] {
            let text = project.read(&format!("dist/{tag}/{file}"));
            assert_eq!(text.matches("id=\"child-exploitation\"").count(), 1, "{tag} {file}");
        }
    }
    let bundle = Bundle::parse(&project.read("dist/ar/faq.json")).expect("a bundle");
    let entry = bundle.entry("child-exploitation").expect("it is found");
    assert_eq!(entry.id, "csec");
}

#[test]
fn no_page_asks_the_network_for_anything() {
    let (project, _) = bundled();
    for (path, bytes) in project.files("dist").into_iter().filter(|(path, _)| is_page(path)) {
        let page = String::from_utf8(bytes).expect("pages are UTF-8");
        for forbidden in
            ["<script", "http://", "https://", "//", " src=", "url(", "@import", "<iframe", "<form"]
        {
            // A doctype and closing tags hold no double slash; nothing else may.
            assert!(!page.contains(forbidden), "{path} holds {forbidden}");
        }
        let is_whole = !path.ends_with("fragment.html");
        let referrer = "<meta name=\"referrer\" content=\"no-referrer\">";
        assert_eq!(page.contains(referrer), is_whole, "{path}");
    }
}

#[test]
fn every_page_links_each_question_to_itself_in_every_other_language() {
    let (project, manifest) = bundled();
    let tags: Vec<&str> = manifest.locales.iter().map(|locale| locale.locale.as_str()).collect();
    for tag in &tags {
        let page = project.read(&format!("dist/{tag}/index.html"));
        let bundle = Bundle::parse(&project.read(&format!("dist/{tag}/faq.json")))
            .expect("the bundle can be read");
        for entry in &bundle.entries {
            assert_eq!(page.matches(&format!("<section id=\"{}\"", entry.id)).count(), 1);
            for other in tags.iter().filter(|other| *other != tag) {
                assert!(page.contains(&format!(
                    "href=\"../{other}/index.html#{}\" hreflang=\"{other}\"",
                    entry.id
                )));
            }
        }
    }
}

#[test]
fn hostile_text_is_text_in_every_output() {
    let project = Sandbox::copy();
    let hostile = "\"'><script>alert(1)</script>&amp;]]>--> {\"{\"}x: 1{\"}\"} </style> $ `";
    project.write(
        "locales/hi/interface.ftl",
        project
            .read("locales/hi/interface.ftl")
            .replace("interface-contents = ", &format!("interface-contents = {hostile} ")),
    );
    // The check refuses such text; a fixture that ships it anyway shows what the emitters do.
    assert!(matches!(project.xtask(&["bundle"]).result, Ok(Outcome::Refused)));
    let (_, mut faqs) = localized(&project.path(""));
    faqs.retain(|faq| faq.locale.as_str() == "hi");
    let files = emit(&faqs);
    let page = files.iter().find(|file| file.path == "hi/index.html").expect("the page is there");
    let page = String::from_utf8(page.bytes.clone()).expect("pages are UTF-8");
    assert!(!page.contains("<script") && page.matches("</style>").count() == 1);
    let json = files.iter().find(|file| file.path == "hi/faq.json").expect("the bundle is there");
    let bundle = Bundle::parse(std::str::from_utf8(&json.bytes).expect("UTF-8"))
        .expect("the bundle can be read");
    assert!(
        bundle.interface["contents"]
            .starts_with("\"'><script>alert(1)</script>&amp;]]>--> {x: 1} </style> $ `")
    );
}

#[test]
fn a_folder_that_is_no_release_is_not_replaced() {
    let project = Sandbox::copy();
    let error = project
        .xtask(&["bundle", "--out", "locales"])
        .result
        .expect_err("the locales were replaced");
    assert_eq!(error.exit_code(), 3);
    assert!(project.path("locales/es/faq.ftl").exists());
}

#[test]
fn hashes_are_those_of_the_standard() {
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

fn is_page(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "html")
}
