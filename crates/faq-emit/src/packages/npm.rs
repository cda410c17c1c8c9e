//! The npm package: a module a locale, so that a site ships the languages that it uses and no other.

use std::collections::BTreeMap;

use faq_bundle::{BUNDLE_SCHEMA, Locale};
use serde_json::{Value, json};

use super::{declarations::declarations, file};
use crate::{EmitError, OutputFile, frame::Frame, json, writing::Rest};
use faq_content::{LocaleTag, LocalizedFaq};

/// Folder of the package in a release.
const FOLDER: &str = "npm";

/// The files that do not depend on the FAQ.
const FIXED: [(&str, &str); 6] = [
    ("README.md", include_str!("../../packages/npm/README.md")),
    ("index.d.ts", include_str!("../../packages/npm/index.d.ts")),
    ("index.js", include_str!("../../packages/npm/index.js")),
    ("load.d.ts", include_str!("../../packages/npm/load.d.ts")),
    ("recalls.d.ts", include_str!("../../packages/npm/recalls.d.ts")),
    ("recalls.js", include_str!("../../packages/npm/recalls.js")),
];

/// The types of a locale's module.
pub(super) const LOCALE_TYPES: &str = include_str!("../../packages/npm/locale.d.ts");

/// The files of the package that belong to no locale.
pub(super) fn package(rest: &Rest<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut texts: Vec<(String, String)> =
        FIXED.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    texts.push(("fingerprints.js".to_owned(), fingerprints(&rest.frame)));
    texts.push(("format.d.ts".to_owned(), types()?));
    texts.push(("load.js".to_owned(), load(&rest.frame)));
    texts.push(("package.json".to_owned(), manifest(&rest.frame)?));
    texts.push(("table.d.ts".to_owned(), table_types(&rest.frame)));
    texts.push(("table.js".to_owned(), table(rest)?));
    Ok(texts.into_iter().map(|(path, text)| file(format!("{FOLDER}/{path}"), text)).collect())
}

/// Where the module of a locale stands.
pub(super) fn module_path(locale: &LocaleTag) -> String {
    format!("{FOLDER}/locales/{locale}.js")
}

/// Where it says what the module of a locale exports.
pub(super) fn types_path(locale: &LocaleTag) -> String {
    format!("{FOLDER}/locales/{locale}.d.ts")
}

/// Where the fingerprints of a locale stand.
pub(super) fn fingerprints_path(locale: &LocaleTag) -> String {
    format!("{FOLDER}/fingerprints/{locale}.js")
}

/// The module of one locale: what its bundle says but the fingerprints, which cannot be compressed and would be a sixth of what a
/// reader fetches, who needs them only where a text was withdrawn.
pub(super) fn module(faq: &LocalizedFaq) -> Result<String, EmitError> {
    let json = json::bundle(faq)?;
    let mut said = String::with_capacity(json.len());
    // Its first line is about all of them.
    let mut entries = std::iter::once(None).chain(faq.entries.iter().map(Some));
    for line in json.lines() {
        match entries.next().flatten() {
            Some(entry) => {
                let told = format!("\"fingerprint\":\"{}\",", entry.fingerprint);
                said.push_str(&line.replacen(&told, "", 1));
            }
            None => said.push_str(line),
        }
    }
    Ok(module_of(&said))
}

/// The fingerprints of one locale's entries, by id.
pub(super) fn fingerprints_of(faq: &LocalizedFaq) -> String {
    let of = faq.entries.iter().map(|entry| (entry.id.as_str(), entry.fingerprint.as_str()));
    module_of(&json!(of.collect::<BTreeMap<_, _>>()).to_string())
}

/// The types of what the modules export.
fn types() -> Result<String, EmitError> {
    let mut schema: Value = serde_json::from_str(BUNDLE_SCHEMA).map_err(EmitError::Json)?;
    if let Some(Value::Object(properties)) = schema.pointer_mut("/$defs/Entry/properties") {
        properties.remove("fingerprint");
    }
    if let Some(Value::Array(required)) = schema.pointer_mut("/$defs/Entry/required") {
        required.retain(|name| name != "fingerprint");
    }
    Ok(declarations(&schema))
}

/// The module whose default export is what this JSON says. Engines read JSON in half the time that the same takes as a program, and a
/// bundler that does not need it can tell that it does nothing else.
fn module_of(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if matches!(character, '\\' | '\'') {
            text.push('\\');
        }
        text.push(character);
    }
    format!("export default /* @__PURE__ */ JSON.parse('{text}');\n")
}

fn manifest(frame: &Frame<'_>) -> Result<String, EmitError> {
    let entry_point = |name: &str| {
        // The first condition that fits is taken, so the types have to come first, which a map would not keep.
        let types = format!(r#"{{ "types": "./{name}.d.ts", "default": "./{name}.js" }}"#);
        let subpath = if name == "index" { ".".to_owned() } else { format!("./{name}") };
        format!("    {}: {types},\n", Value::from(subpath))
    };
    let names = ["index", "load", "recalls"].map(str::to_owned).into_iter();
    let locales = frame.locales.iter().map(|it| format!("locales/{}", it.locale));
    let exports: String = names.chain(locales).map(|name| entry_point(&name)).collect();
    let head = json!({
        "name": "plainspoken-faq",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "The FAQ in every language, a module each, with look-up and language negotiation",
        "license": "SEE LICENSE IN README.md",
        // The texts belong to their owner, who decides where they are published.
        "private": true,
        "type": "module",
        "sideEffects": false,
        "types": "./index.d.ts",
        "engines": { "node": ">=18" },
    });
    let head = serde_json::to_string_pretty(&head).map_err(EmitError::Json)?;
    let head = head.trim_end_matches("\n}");
    Ok(format!(
        "{head},\n  \"exports\": {{\n{exports}    \"./package.json\": \"./package.json\"\n  }}\n}}\n"
    ))
}

fn load(frame: &Frame<'_>) -> String {
    format!(
        "// Fetches the text of one language when it is asked for.
const modules = {};

/** The FAQ in a locale, fetched when it is asked for. */
export async function load(locale) {{
  if (!Object.hasOwn(modules, locale)) throw new RangeError(`there is no locale ${{locale}}`);
  return (await modules[locale]()).default;
}}
",
        modules(frame, "locales")
    )
}

fn fingerprints(frame: &Frame<'_>) -> String {
    let modules = modules(frame, "fingerprints");
    format!(
        "// The fingerprints of one language's texts, by the ids of entries.\nexport const modules = {modules};\n"
    )
}

/// What fetches a module of a locale, by its tag.
fn modules(frame: &Frame<'_>, folder: &str) -> String {
    let line = |locale: &LocaleTag| {
        let tag = Value::from(locale.to_string());
        let path = Value::from(format!("./{folder}/{locale}.js"));
        format!("  {tag}: () => import({path}),\n")
    };
    format!("{{\n{}}}", frame.locales.iter().map(|it| line(&it.locale)).collect::<String>())
}

fn table(rest: &Rest<'_>) -> Result<String, EmitError> {
    let locale = |it: &Locale| {
        json!({
            "locale": it.locale,
            "endonym": it.endonym,
            "dir": it.dir,
            "tier": it.tier,
            "review": it.review,
        })
    };
    let locales: Vec<Value> = rest.locales.iter().map(|it| locale(&it.locale)).collect();
    let table: BTreeMap<&str, String> =
        rest.negotiation.iter().map(|(wanted, it)| (wanted.as_str(), it.to_string())).collect();
    let pretty = |value: &Value| serde_json::to_string_pretty(value).map_err(EmitError::Json);
    Ok(format!(
        "// What there is, and which locale serves which wanted language.
export const defaultLocale = {};
export const locales = {};
export const table = {};
",
        Value::from(rest.frame.reference.to_string()),
        pretty(&locales.into())?,
        pretty(&json!(table))?
    ))
}

fn table_types(frame: &Frame<'_>) -> String {
    let union = |names: Vec<String>| {
        let names: Vec<String> =
            names.into_iter().map(|name| Value::from(name).to_string()).collect();
        if names.is_empty() { "never".to_owned() } else { names.join(" | ") }
    };
    let tags = frame.locales.iter().map(|it| it.locale.to_string()).collect();
    let ids = frame.entries.iter().map(|entry| entry.id.to_string()).collect();
    format!(
        "import type {{ LocaleInfo }} from \"./index.js\";

/** A locale in which the FAQ is there. */
export type LocaleTag = {};

/** The id of an entry. */
export type EntryId = {};

export declare const defaultLocale: LocaleTag;
export declare const locales: readonly LocaleInfo[];
/** Wanted tag in lower case → locale. */
export declare const table: Readonly<Record<string, LocaleTag>>;
",
        union(tags),
        union(ids)
    )
}
