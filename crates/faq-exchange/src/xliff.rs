//! XLIFF 1.2.

use crate::{
    exchange::{Exchange, State, Unit},
    flat::Piece,
    inline::{Numbered, numbered},
    problem::Problem,
    xml::{self, Element, Node},
    xml_writer::{XmlWriter, attributes, escaped},
};

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut xml = XmlWriter::new();
    xml.open("xliff", &[("version", "1.2"), ("xmlns", NAMESPACE)]);
    for units in exchange.units.chunk_by(|a, b| a.file == b.file) {
        let name = units.first().map_or("", |unit| unit.file.as_str());
        xml.open(
            "file",
            &[
                ("original", name),
                ("source-language", &exchange.reference),
                ("target-language", &exchange.locale),
                ("datatype", "x-fluent"),
            ],
        );
        xml.open("body", &[]);
        for unit in units {
            write_unit(&mut xml, unit);
        }
        xml.close();
        xml.close();
    }
    xml.finish()
}

fn write_unit(xml: &mut XmlWriter, unit: &Unit) {
    let approved = if unit.state == State::Reviewed { "yes" } else { "no" };
    xml.open("trans-unit", &[("id", &unit.id), ("approved", approved), ("xml:space", "preserve")]);
    let [source, target] = numbered(&unit.source, &unit.target);
    xml.raw("source", &[], &inline(&source));
    let state = match unit.state {
        State::Missing => "needs-translation",
        State::Stale(_) => "needs-review-translation",
        State::Draft => "translated",
        State::Reviewed => "signed-off",
    };
    xml.raw("target", &[("state", state)], &inline(&target));
    if !unit.group.is_empty() {
        xml.open("context-group", &[("purpose", "information")]);
        xml.text("context", &[("context-type", "x-group")], &unit.group);
        xml.close();
    }
    if !unit.note.is_empty() {
        xml.text("note", &[("from", "developer")], &unit.note);
    }
    if let State::Stale(Some(before)) = &unit.state {
        let [source, target] = numbered(before, &unit.target);
        xml.open("alt-trans", &[("alttranstype", "previous-version")]);
        xml.raw("source", &[], &inline(&source));
        xml.raw("target", &[], &inline(&target));
        xml.close();
    }
    xml.close();
}

fn inline(pieces: &[Numbered<'_>]) -> String {
    let piece = |(piece, number): &Numbered<'_>| match piece {
        Piece::Text(text) => escaped(text),
        Piece::Code(code) => {
            format!("<ph{}>{}</ph>", attributes(&[("id", &number.to_string())]), escaped(code))
        }
    };
    pieces.iter().map(piece).collect()
}

pub(crate) fn read(root: &Element) -> Result<Exchange, Problem> {
    let mut exchange = Exchange::default();
    for file in root.all("file") {
        exchange.reference = one("source-language", &exchange.reference, file)?;
        exchange.locale = one("target-language", &exchange.locale, file)?;
        let Some(body) = file.first("body") else { continue };
        let units = body.descendants("trans-unit");
        exchange.units.extend(units.into_iter().map(|it| unit(it, file.attribute("original"))));
    }
    Ok(exchange)
}

/// A language that all files in one have to agree on.
fn one(name: &str, before: &str, file: &Element) -> Result<String, Problem> {
    let tag = file.attribute(name);
    if !before.is_empty() && before != tag {
        let message = format!("the `{name}` is `{tag}` here and `{before}` above");
        return Err(Problem::at(file.at, message).help("hand in one file a language"));
    }
    Ok(tag.to_owned())
}

fn unit(element: &Element, file: &str) -> Unit {
    let text = |name: &str| element.first(name).map(content).unwrap_or_default();
    let context = element.all("context-group").flat_map(|it| it.all("context"));
    let mut context = context.filter(|it| it.attribute("context-type") == "x-group");
    let mut notes = element.all("note").filter(|it| it.attribute("from") == "developer");
    let mut before = element.all("alt-trans");
    let before = before.find(|it| it.attribute("alttranstype") == "previous-version");
    let target = text("target");
    let state = element.first("target").map_or("", |it| it.attribute("state"));
    Unit {
        id: element.attribute("id").to_owned(),
        file: file.to_owned(),
        group: context.next().map(Element::text).unwrap_or_default(),
        note: notes.next().map(Element::text).unwrap_or_default(),
        source: text("source"),
        state: match state {
            "needs-review-translation"
            | "needs-review-adaptation"
            | "needs-review-l10n"
            | "needs-adaptation"
            | "needs-l10n"
                if !target.is_empty() =>
            {
                State::Stale(before.and_then(|it| it.first("source")).map(content))
            }
            _ if target.is_empty() => State::Missing,
            "signed-off" | "final" if element.attribute("approved") == "yes" => State::Reviewed,
            _ => State::Draft,
        },
        target,
        at: element.at,
    }
}

/// The flat text in a `source` or `target`.
fn content(element: &Element) -> String {
    let parts = element.children.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(inner) => match inner.name.as_str() {
            "x" | "bx" | "ex" => inner.attribute("equiv-text").to_owned(),
            "ph" if inner.children.is_empty() => inner.attribute("equiv-text").to_owned(),
            _ => content(inner),
        },
    });
    parts.collect()
}

/// Whether a file says that it is of this format.
pub(crate) fn is(root: &Element) -> bool {
    root.name == "xliff" && root.attribute("version").starts_with("1.")
}

/// As [`read`], from a text.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let root = xml::read(text)?;
    if !is(&root) {
        let message = "this is no XLIFF of version 1.2";
        return Err(Problem::at(root.at, message).help("XLIFF 2 is `xliff2` here"));
    }
    read(&root)
}
