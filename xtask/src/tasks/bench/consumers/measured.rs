//! What sites are given to measure: a release, and the Fluent texts that it was made from.

use faq_content::CatalogMessage;
use faq_emit::{HeadingLevel, OutputFile, Release, release};
use faq_l10n::{Withheld, negotiation_table};
use serde_json::{Value, json};

use crate::{Error, Project};

/// The locale that is measured: a translation, as most readers get.
pub(super) const LOCALE: &str = "es";

/// Name of the generated crate, and of that with a thousand entries, since one program holds both.
const CRATE: &str = "name = \"plainspoken-faq\"";
const CRATE_OF_THOUSAND: &str = "name = \"plainspoken-faq-thousand\"";

/// The folder `name`: `dist` is the release, `<locale>.ftl` all Fluent texts of each locale, `entries.json` which messages make an entry.
pub(super) fn folder(name: &str, project: &Project) -> Result<Vec<OutputFile>, Error> {
    let faqs = project.resolve(&project.check(&project.policy), &Withheld::default());
    let served: Vec<_> = faqs.iter().map(|faq| faq.locale.clone()).collect();
    let reference = project.registry.reference();
    let mut files = release(&Release {
        reference,
        faqs: &faqs,
        negotiation: &negotiation_table(&served, reference),
        catalog: &project.catalog,
        revision: None,
        base_url: None,
        heading_level: HeadingLevel::default(),
        encodings: &[],
    })?;
    for file in &mut files {
        if file.path == "crate/Cargo.toml" && name != "faq" {
            let text = String::from_utf8_lossy(&file.bytes).replace(CRATE, CRATE_OF_THOUSAND);
            file.bytes = text.into_bytes();
        }
        file.path.insert_str(0, &format!("{name}/dist/"));
    }
    for folder in &project.tree.folders {
        let texts: String = folder.files.iter().map(|file| file.content.text()).collect();
        let path = format!("{name}/{}.ftl", folder.name);
        files.push(OutputFile { path, bytes: texts.into_bytes() });
    }
    let path = format!("{name}/entries.json");
    files.push(OutputFile { path, bytes: entries(project).to_string().into_bytes() });
    Ok(files)
}

/// What the program in Rust is told to ask first: the hash by which JSON is verified, and an entry with a fact, by id and messages.
pub(super) fn asked(name: &str, project: &Project, files: &[OutputFile]) -> Vec<String> {
    let path = format!("{name}/dist/{LOCALE}/faq.json");
    let json = files.iter().find(|file| file.path == path);
    let hash = json.map(|file| faq_bundle::sha256(&file.bytes)).unwrap_or_default();
    let has_fact =
        |messages: &Vec<CatalogMessage<'_>>| messages.iter().any(|it| !it.facts.is_empty());
    let entries = project.catalog.entries().iter().map(|it| (it.id.to_string(), it.messages()));
    let mut words = vec![hash];
    if let Some((id, messages)) = entries.into_iter().find(|(_, messages)| has_fact(messages)) {
        words.push(id);
        words.extend(messages.into_iter().map(|message| message.id));
    }
    words
}

/// Each entry with the messages that it consists of, and whether it tells a fact: what a page has to know of Fluent texts.
fn entries(project: &Project) -> Value {
    let entry = |entry: &faq_content::Entry| {
        let messages = entry.messages();
        let has_fact = messages.iter().any(|message| !message.facts.is_empty());
        let ids: Vec<&str> = messages.iter().map(|message| message.id.as_str()).collect();
        json!({ "id": entry.id.as_str(), "messages": ids, "fact": has_fact })
    };
    project.catalog.entries().iter().map(entry).collect()
}
