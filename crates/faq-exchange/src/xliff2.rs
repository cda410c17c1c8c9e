//! XLIFF 2.1.

use std::collections::BTreeSet;

use crate::{
    exchange::{Exchange, State, Unit},
    flat::Piece,
    inline::{Numbered, numbered},
    problem::Problem,
    xml::{self, Element, Node},
    xml_writer::{XmlWriter, attributes, escaped},
};

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut xml = XmlWriter::new();
    xml.open(
        "xliff",
        &[
            ("xmlns", NAMESPACE),
            ("version", "2.1"),
            ("srcLang", &exchange.reference),
            ("trgLang", &exchange.locale),
        ],
    );
    let direction = if exchange.right_to_left { "rtl" } else { "ltr" };
    for (index, units) in exchange.units.chunk_by(|a, b| a.file == b.file).enumerate() {
        let name = units.first().map_or("", |unit| unit.file.as_str());
        let id = format!("f{}", index + 1);
        xml.open("file", &[("id", &id), ("original", name), ("trgDir", direction)]);
        let mut ids = BTreeSet::new();
        for unit in units {
            write_unit(&mut xml, unit, &new_id(&unit.id, &mut ids));
        }
        xml.close();
    }
    xml.finish()
}

/// An id made of what the format allows in one. The name of the unit says it in full.
fn new_id(id: &str, ids: &mut BTreeSet<String>) -> String {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    let mut plain: String = id.chars().map(|it| if is_plain(it) { it } else { '_' }).collect();
    while !ids.insert(plain.clone()) {
        plain.push('_');
    }
    plain
}

fn write_unit(xml: &mut XmlWriter, unit: &Unit, id: &str) {
    xml.open("unit", &[("id", id), ("name", &unit.id), ("xml:space", "preserve")]);
    let mut notes = vec![("group", unit.group.as_str()), ("comment", unit.note.as_str())];
    if let State::Stale(Some(before)) = &unit.state {
        notes.push(("previous-source", before));
    }
    notes.retain(|(_, text)| !text.is_empty());
    if !notes.is_empty() {
        xml.open("notes", &[]);
        for (category, text) in notes {
            xml.text("note", &[("category", category)], text);
        }
        xml.close();
    }
    let [source, target] = numbered(&unit.source, &unit.target);
    let mut data: Vec<(usize, &str)> = Vec::new();
    for (piece, number) in source.iter().chain(&target) {
        if let Piece::Code(code) = piece
            && !data.iter().any(|(it, _)| it == number)
        {
            data.push((*number, code));
        }
    }
    if !data.is_empty() {
        xml.open("originalData", &[]);
        for (number, code) in data {
            xml.text("data", &[("id", &format!("d{number}"))], code);
        }
        xml.close();
    }
    let state = match unit.state {
        State::Missing => [("state", "initial"), ("subState", "faq:missing")],
        State::Stale(_) => [("state", "initial"), ("subState", "faq:stale")],
        State::Draft => [("state", "translated"), ("subState", "faq:draft")],
        State::Reviewed => [("state", "reviewed"), ("subState", "faq:reviewed")],
    };
    xml.open("segment", &state);
    xml.raw("source", &[], &inline(&source));
    if !target.is_empty() {
        xml.raw("target", &[], &inline(&target));
    }
    xml.close();
    xml.close();
}

fn inline(pieces: &[Numbered<'_>]) -> String {
    let piece = |(piece, number): &Numbered<'_>| match piece {
        Piece::Text(text) => escaped(text),
        Piece::Code(code) => {
            let (id, data) = (number.to_string(), format!("d{number}"));
            format!("<ph{}/>", attributes(&[("id", &id), ("dataRef", &data), ("disp", code)]))
        }
    };
    pieces.iter().map(piece).collect()
}

pub(crate) fn read(root: &Element) -> Exchange {
    let mut exchange = Exchange {
        reference: root.attribute("srcLang").to_owned(),
        locale: root.attribute("trgLang").to_owned(),
        right_to_left: root.all("file").any(|file| file.attribute("trgDir") == "rtl"),
        ..Exchange::default()
    };
    for file in root.all("file") {
        let units = file.descendants("unit").into_iter();
        exchange.units.extend(units.map(|it| unit(it, file.attribute("original"))));
    }
    exchange
}

fn unit(element: &Element, file: &str) -> Unit {
    let note = |category: &str| {
        let notes = element.all("notes").flat_map(|it| it.all("note"));
        let mut notes = notes.filter(|it| it.attribute("category") == category);
        notes.next().map(Element::text)
    };
    let data: Vec<&Element> = element.all("originalData").flat_map(|it| it.all("data")).collect();
    // A tool may have parted a text into segments, and what stands between them.
    let segments =
        || element.elements().filter(|it| matches!(it.name.as_str(), "segment" | "ignorable"));
    let source: String =
        segments().filter_map(|it| it.first("source")).map(|it| content(it, &data)).collect();
    let is_translated = segments().all(|it| it.name == "ignorable" || it.first("target").is_some());
    let target: String = segments()
        .filter_map(|it| {
            it.first("target").or_else(|| it.first("source").filter(|_| it.name == "ignorable"))
        })
        .map(|it| content(it, &data))
        .collect();
    let target = if is_translated { target } else { String::new() };
    let has = |state: &str| segments().any(|it| it.attribute("state") == state);
    let id = element.attribute("name");
    let id = if id.is_empty() { element.attribute("id") } else { id };
    Unit {
        id: id.to_owned(),
        file: file.to_owned(),
        group: note("group").unwrap_or_default(),
        note: note("comment").unwrap_or_default(),
        source,
        state: if target.is_empty() {
            State::Missing
        } else if segments().any(|it| it.attribute("subState") == "faq:stale") && has("initial") {
            State::Stale(note("previous-source"))
        } else if segments().all(|it| {
            it.name == "ignorable" || matches!(it.attribute("state"), "reviewed" | "final")
        }) {
            State::Reviewed
        } else {
            State::Draft
        },
        target,
        at: element.at,
    }
}

/// The flat text in a `source` or `target`.
fn content(element: &Element, data: &[&Element]) -> String {
    let original = |id: &str| data.iter().find(|it| it.attribute("id") == id).map(|it| it.text());
    let parts = element.children.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(inner) => match inner.name.as_str() {
            "ph" => original(inner.attribute("dataRef")).unwrap_or_else(|| {
                let shown = inner.attribute("disp");
                if shown.is_empty() {
                    inner.attribute("equiv").to_owned()
                } else {
                    shown.to_owned()
                }
            }),
            "cp" => u32::from_str_radix(inner.attribute("hex"), 16)
                .ok()
                .and_then(char::from_u32)
                .map_or_else(String::new, |it| crate::flat::of_text(&it.to_string())),
            _ => content(inner, data),
        },
    });
    parts.collect()
}

/// Whether a file says that it is of this format.
pub(crate) fn is(root: &Element) -> bool {
    root.name == "xliff" && root.attribute("version").starts_with("2.")
}

/// As [`read`], from a text.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let root = xml::read(text)?;
    if !is(&root) {
        let message = "this is no XLIFF of version 2";
        return Err(Problem::at(root.at, message).help("XLIFF 1.2 is `xliff` here"));
    }
    Ok(read(&root))
}
