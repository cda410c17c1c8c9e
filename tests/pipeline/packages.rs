//! The generated Rust crate in a site outside the workspace, without the network.

use std::{fs, path::Path, process::Command};

use faq_bundle::Manifest;
use faq_check::Outcome;
use faq_content::{
    Id, LocaleTag, LocalizedBlock, LocalizedFaq, LocalizedItem, LocalizedText, Original,
};

use serde_json::{Value, json};

use crate::{
    negotiation::headers,
    project::{Sandbox, emit, localized, repository},
};

/// Runs cargo on a site of its own, with what is downloaded already, and hands over what it said if it failed.
fn cargo(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let ran = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", repository().join("target/consumers"))
        .env("RUSTFLAGS", "--deny warnings")
        .output()
        .expect("cargo runs");
    let said = [ran.stdout, ran.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    if ran.status.success() { Ok(()) } else { Err(said.concat()) }
}

/// Makes a site of the folder in which the release `dist` is.
fn site(folder: &Path) {
    let from = repository().join("tests/crate");
    let manifest = fs::read_to_string(from.join("Cargo.toml")).expect("the site's manifest");
    let root = repository();
    let manifest = manifest.replace("REPOSITORY", root.to_str().expect("readable"));
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    for folder in [folder.join("src"), folder.join("tests")] {
        fs::create_dir_all(folder).expect("made");
    }
    fs::write(folder.join("src/lib.rs"), "").expect("written");
    // The versions that this repository has, so that there is nothing to ask for.
    for (source, target) in [
        (root.join("Cargo.lock"), "Cargo.lock"),
        (root.join("tests/vectors/negotiation.json"), "negotiation.json"),
        (from.join("content.rs"), "tests/content.rs"),
    ] {
        fs::copy(source, folder.join(target)).expect("copied");
    }
}

/// Lets the site ask for what other readers are asked for, too, and expect what they answer.
fn more_headers(project: &Sandbox) {
    let mut vectors: Vec<Value> =
        serde_json::from_str(&project.read("negotiation.json")).expect("vectors");
    let manifest = Manifest::parse(&project.read("dist/manifest.json")).expect("a manifest");
    let table = manifest.negotiation;
    let more = headers(&table).into_iter().map(|header| {
        let served = table.from_header(&header).to_owned();
        json!({ "header": header, "served": served })
    });
    vectors.extend(more);
    project.write("negotiation.json", Value::from(vectors).to_string());
}

#[test]
fn the_generated_crate_says_what_the_bundles_say_whatever_that_is() {
    let project = Sandbox::copy();
    let ran = project.xtask(&["bundle"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    site(&project.path("."));
    more_headers(&project);
    assert_eq!(cargo(&project.path("."), &["test", "--quiet"]), Ok(()));
    assert_eq!(
        cargo(&project.path("."), &["test", "--quiet", "--doc", "-p", "plainspoken-faq"]),
        Ok(())
    );
    // The second after the first, since both are built in one folder, where the same libraries serve both.
    hostile();
}

/// Signs that mean something in Rust, marks that turn the direction, and what no font shows.
const HOSTILE: &str = "\"#; */ //! {} {0} \\u{41} \\n \r\n\t'\u{0}\u{202e}\u{2066}\u{200f}\u{feff}\u{2028}</script>`${1}`\\";

fn spoil(faq: &mut LocalizedFaq) {
    let hostile = || HOSTILE.to_owned();
    faq.endonym = hostile();
    faq.title = LocalizedText {
        locale: LocaleTag::parse("zz").expect("a tag"),
        dir: faq.dir,
        text: hostile(),
    };
    // One that the locale does not have.
    faq.entries.remove(1);
    for (_, text) in &mut faq.interface {
        *text = hostile();
    }
    for entry in &mut faq.entries {
        entry.question = hostile();
        entry.blocks = entry.blocks.iter().map(spoilt).collect();
    }
}

fn spoilt(block: &LocalizedBlock) -> LocalizedBlock {
    let text = HOSTILE.to_owned();
    match block.clone() {
        LocalizedBlock::Paragraph { id, text: _ } => LocalizedBlock::Paragraph { id, text },
        LocalizedBlock::Quotation { id, attribution: _, text: _, original } => {
            let original = original.map(|it| Original { text: text.clone(), ..it });
            LocalizedBlock::Quotation { id, attribution: text.clone(), text, original }
        }
        LocalizedBlock::List { id, lead: _, items } => {
            let spoilt = |it| LocalizedItem { text: text.clone(), ..it };
            let items = items.into_iter().map(spoilt).collect();
            LocalizedBlock::List { id, lead: Some(text), items }
        }
    }
}

/// Whatever a text says, it is a text in the generated crate.
fn hostile() {
    let project = Sandbox::copy();
    let (_, mut faqs) = localized(&project.path("."));
    faqs.retain(|faq| ["en-US", "ar"].contains(&&*faq.locale.to_string()));
    for faq in faqs.iter_mut().filter(|faq| faq.locale.as_str() == "ar") {
        spoil(faq);
    }
    let aliases = ["self", "all"].map(|id| Id::parse(id).expect("an id"));
    for entry in faqs.iter_mut().filter_map(|faq| faq.entries.first_mut()) {
        entry.aliases = aliases.to_vec();
    }
    for file in emit(&faqs) {
        let path = project.path("dist").join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, file.bytes).expect("written");
    }
    site(&project.path("."));
    assert_eq!(cargo(&project.path("."), &["test", "--quiet", "every_locale"]), Ok(()));
}
