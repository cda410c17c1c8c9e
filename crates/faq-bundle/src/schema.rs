//! The JSON Schemas (2020-12) of `faq.json` and `manifest.json`.

#[cfg(feature = "schema")]
use alloc::{borrow::ToOwned, format, string::String};

/// The schema of [`crate::Bundle`], as it is published with every release.
pub const BUNDLE_SCHEMA: &str = include_str!("../faq.schema.json");

/// The schema of [`crate::Manifest`], as it is published with every release.
pub const MANIFEST_SCHEMA: &str = include_str!("../manifest.schema.json");

/// The schemas as the structs say them: file names beside this crate's manifest, and texts.
#[cfg(feature = "schema")]
pub fn schemas() -> [(&'static str, String); 2] {
    [
        ("faq.schema.json", schema::<crate::Bundle>("faq", "The FAQ in one locale")),
        (
            "manifest.schema.json",
            schema::<crate::Manifest>("manifest", "What a release consists of"),
        ),
    ]
}

#[cfg(feature = "schema")]
fn schema<T: schemars::JsonSchema>(name: &str, title: &str) -> String {
    let format = crate::FORMAT;
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), format!("urn:plainspoken:{name}:{format}").into());
    schema.insert("title".to_owned(), format!("{title}, format {format}").into());
    // Only maps with odd keys make this fail; there is none.
    let mut json = serde_json::to_string_pretty(&schema).unwrap_or_default();
    json.push('\n');
    json
}
