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
const FIXED: [(&str, &str); 4] = [
    ("README.md", include_str!("../../packages/npm/README.md")),
    ("index.d.ts", include_str!("../../packages/npm/index.d.ts")),
    ("index.js", include_str!("../../packages/npm/index.js")),
    ("load.d.ts", include_str!("../../packages/npm/load.d.ts")),
];

/// The types of a locale's module.
pub(super) const LOCALE_TYPES: &str = include_str!("../../packages/npm/locale.d.ts");

/// The files of the package that belong to no locale.
pub(super) fn package(rest: &Rest<'_>) -> Result<Vec<OutputFile>, EmitError> {
    let mut texts: Vec<(String, String)> =
        FIXED.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    texts.push(("format.d.ts".to_owned(), declarations(BUNDLE_SCHEMA)?));
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

/// The module of one locale.
pub(super) fn module(faq: &LocalizedFaq) -> Result<String, EmitError> {
    let text = serde_json::to_string(&json::of(faq)).map_err(EmitError::Json)?;
    Ok(format!("export default {text};\n"))
}

fn manifest(frame: &Frame<'_>) -> Result<String, EmitError> {
    let entry_point = |name: &str| {
        // The first condition that fits is taken, so the types have to come first, which a map would not keep.
        let types = format!(r#"{{ "types": "./{name}.d.ts", "default": "./{name}.js" }}"#);
        let subpath = if name == "index" { ".".to_owned() } else { format!("./{name}") };
        format!("    {}: {types},\n", Value::from(subpath))
    };
    let names = ["index".to_owned(), "load".to_owned()].into_iter();
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
    let line = |locale| {
        let tag = Value::from(format!("{locale}"));
        let path = Value::from(format!("./locales/{locale}.js"));
        format!("  {tag}: () => import({path}),\n")
    };
    let lines: String = frame.locales.iter().map(|it| line(&it.locale)).collect();
    format!(
        "// Fetches the text of one language when it is asked for.
const modules = {{
{lines}}};

/** The FAQ in a locale, fetched when it is asked for. */
export async function load(locale) {{
  if (!Object.hasOwn(modules, locale)) throw new RangeError(`there is no locale ${{locale}}`);
  return (await modules[locale]()).default;
}}
"
    )
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
