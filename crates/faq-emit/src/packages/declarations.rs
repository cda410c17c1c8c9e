//! TypeScript types from a JSON Schema of ours.

use serde_json::{Map, Value};

/// The types that the schema describes: the root as `Bundle`, each definition by its name.
pub(super) fn declarations(schema: &Value) -> String {
    let root = [("Bundle", schema)].into_iter();
    let definitions = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
    let definitions = definitions.map(|(name, schema)| (name.as_str(), schema));
    let types = root.chain(definitions).map(|(name, schema)| declaration(name, schema));
    types.collect::<Vec<_>>().join("\n")
}

fn declaration(name: &str, schema: &Value) -> String {
    let doc = doc(schema, "");
    match variants(schema) {
        Some(variants) => {
            let variants = variants.iter().map(|it| format!("\n  | {}", object(it, "    ")));
            format!("{doc}export type {name} ={};\n", variants.collect::<String>())
        }
        None => format!("{doc}export interface {name} {}\n", object(schema, "  ")),
    }
}

/// The schemas of which a value fits one.
fn variants(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array)
}

/// An object with these properties, as the body of an interface.
fn object(schema: &Value, indent: &str) -> String {
    let required = schema.get("required").and_then(Value::as_array);
    let is_required = |name: &str| required.is_some_and(|all| all.iter().any(|it| it == name));
    let property = |(name, schema): (&String, &Value)| {
        let mark = if is_required(name) { "" } else { "?" };
        format!("{}{indent}readonly {name}{mark}: {};\n", doc(schema, indent), shape(schema))
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let properties: String = properties.into_iter().flatten().map(property).collect();
    let outer = indent.get(2..).unwrap_or_default();
    format!("{{\n{properties}{outer}}}")
}

/// What a property is. What is not known here becomes `unknown`, which no test lets through.
fn shape(schema: &Value) -> String {
    let union = |parts: Vec<String>| parts.join(" | ");
    if let Some(constant) = schema.get("const") {
        return constant.to_string();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return union(values.iter().map(Value::to_string).collect());
    }
    if let Some(variants) = variants(schema) {
        return union(variants.iter().map(shape).collect());
    }
    if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
        return path.rsplit('/').next().unwrap_or_default().to_owned();
    }
    match schema.get("type") {
        Some(Value::String(kind)) => of_kind(kind, schema),
        Some(Value::Array(kinds)) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            union(kinds.map(|kind| of_kind(kind, schema)).collect())
        }
        _ => "unknown".to_owned(),
    }
}

fn of_kind(kind: &str, schema: &Value) -> String {
    let inner = |key: &str| schema.get(key).map_or_else(|| "unknown".to_owned(), shape);
    match kind {
        "string" | "boolean" | "null" => kind.to_owned(),
        "integer" | "number" => "number".to_owned(),
        "array" => match inner("items") {
            items if items.contains(' ') => format!("readonly ({items})[]"),
            items => format!("readonly {items}[]"),
        },
        "object" => format!("Readonly<Record<string, {}>>", inner("additionalProperties")),
        _ => "unknown".to_owned(),
    }
}

/// What the schema says about a value, as a comment.
fn doc(schema: &Value, indent: &str) -> String {
    let text = schema.as_object().and_then(|it: &Map<_, _>| it.get("description"));
    let text = text.and_then(Value::as_str).unwrap_or_default().replace('\n', " ");
    // Would end the comment.
    let text = text.replace("*/", "* /");
    if text.is_empty() { text } else { format!("{indent}/** {text} */\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_becomes_types() {
        let schema = serde_json::from_str(
            r##"{"description": "A page.", "type": "object", "required": ["dir", "parts"], "properties": {
                "dir": {"description": "Which way.\nEnds */ here.", "enum": ["ltr", "rtl"]},
                "format": {"type": "integer", "const": 1},
                "lead": {"type": ["string", "null"]},
                "origin": {"anyOf": [{"$ref": "#/$defs/Origin"}, {"type": "null"}]},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
                "texts": {"type": "object", "additionalProperties": {"type": "string"}},
                "odd": {"not": {}}
            }, "$defs": {
                "Origin": {"type": "object", "properties": {"size": {"type": "integer"}}},
                "Part": {"oneOf": [
                    {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "list"}}},
                    {"type": "object", "properties": {"kind": {"const": "text"}}}
                ]}
            }}"##,
        );
        insta::assert_snapshot!(declarations(&schema.expect("a schema")), @r#"
        /** A page. */
        export interface Bundle {
          /** Which way. Ends * / here. */
          readonly dir: "ltr" | "rtl";
          readonly format?: 1;
          readonly lead?: string | null;
          readonly odd?: unknown;
          readonly origin?: Origin | null;
          readonly parts: readonly Part[];
          readonly texts?: Readonly<Record<string, string>>;
        }

        export interface Origin {
          readonly size?: number;
        }

        export type Part =
          | {
            readonly kind: "list";
          }
          | {
            readonly kind?: "text";
          };
        "#);
    }
}
