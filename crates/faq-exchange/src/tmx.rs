//! TMX 1.4b: a translation memory of what was reviewed.

use crate::{
    exchange::{Exchange, State, Unit},
    flat::Piece,
    inline::{Numbered, numbered},
    problem::Problem,
    xml::{self, Element},
    xml_writer::{XmlWriter, attributes, escaped},
};

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut xml = XmlWriter::new();
    xml.open("tmx", &[("version", "1.4")]);
    xml.empty(
        "header",
        &[
            ("creationtool", "Plainspoken"),
            ("creationtoolversion", "1"),
            ("segtype", "block"),
            ("o-tmf", "Fluent"),
            ("adminlang", "en"),
            ("srclang", &exchange.reference),
            ("datatype", "x-fluent"),
        ],
    );
    xml.open("body", &[]);
    for unit in exchange.units.iter().filter(|unit| unit.state == State::Reviewed) {
        xml.open("tu", &[("tuid", &unit.id)]);
        if !unit.note.is_empty() {
            xml.text("note", &[], &unit.note);
        }
        xml.text("prop", &[("type", "file")], &unit.file);
        if !unit.group.is_empty() {
            xml.text("prop", &[("type", "group")], &unit.group);
        }
        let [source, target] = numbered(&unit.source, &unit.target);
        for (language, text) in [(&exchange.reference, source), (&exchange.locale, target)] {
            xml.open("tuv", &[("xml:lang", language)]);
            xml.raw("seg", &[], &inline(&text));
            xml.close();
        }
        xml.close();
    }
    xml.finish()
}

fn inline(pieces: &[Numbered<'_>]) -> String {
    let piece = |(piece, number): &Numbered<'_>| match piece {
        Piece::Text(text) => escaped(text),
        Piece::Code(code) => {
            format!("<ph{}>{}</ph>", attributes(&[("x", &number.to_string())]), escaped(code))
        }
    };
    pieces.iter().map(piece).collect()
}

/// Everything in a memory of two languages. That it was reviewed is for somebody else to say.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let root = xml::read(text)?;
    if root.name != "tmx" {
        return Err(Problem::at(root.at, "this is no TMX"));
    }
    let header = root.first("header");
    let mut exchange = Exchange {
        reference: header.map_or("", |it| it.attribute("srclang")).to_owned(),
        ..Exchange::default()
    };
    for element in root.all("body").flat_map(|it| it.all("tu")) {
        let mut unit = unit(element);
        for translation in element.all("tuv") {
            let text = translation.first("seg").map(Element::text).unwrap_or_default();
            let language = translation.attribute("xml:lang");
            if language == exchange.reference {
                unit.source = text;
            } else if exchange.locale.is_empty() || exchange.locale == language {
                language.clone_into(&mut exchange.locale);
                unit.target = text;
            } else {
                let message = format!(
                    "there is a third language, `{language}`, beside `{}` and `{}`",
                    exchange.reference, exchange.locale
                );
                return Err(
                    Problem::at(translation.at, message).help("hand in one file a language")
                );
            }
        }
        if unit.target.is_empty() {
            unit.state = State::Missing;
        }
        exchange.units.push(unit);
    }
    Ok(exchange)
}

fn unit(element: &Element) -> Unit {
    let property = |kind: &str| {
        let mut found = element.all("prop").filter(|it| it.attribute("type") == kind);
        found.next().map(Element::text).unwrap_or_default()
    };
    Unit {
        id: element.attribute("tuid").to_owned(),
        file: property("file"),
        group: property("group"),
        note: element.first("note").map(Element::text).unwrap_or_default(),
        state: State::Reviewed,
        at: element.at,
        ..Unit::default()
    }
}
