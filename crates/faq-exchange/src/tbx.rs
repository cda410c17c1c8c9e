//! TBX-Basic in the form that tools read (`martif`, ISO 30042:2008): the terms of the glossary.

use crate::{
    exchange::{Exchange, State, Unit},
    problem::Problem,
    xml::{self, Element},
    xml_writer::XmlWriter,
};

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut xml = XmlWriter::new();
    xml.open("martif", &[("type", "TBX-Basic"), ("xml:lang", &exchange.reference)]);
    xml.open("martifHeader", &[]);
    xml.open("fileDesc", &[]);
    xml.open("sourceDesc", &[]);
    xml.text("p", &[], "The terms of a FAQ, each with its translation, reviewed or not");
    for _ in 0..3 {
        xml.close();
    }
    xml.open("text", &[]);
    xml.open("body", &[]);
    for unit in &exchange.units {
        if let Some(id) = term_id(&unit.id) {
            write_term(&mut xml, exchange, unit, id);
        }
    }
    xml.finish()
}

/// The id of a term's own text, without its `-`, which an id of this format cannot start with.
fn term_id(id: &str) -> Option<&str> {
    id.strip_prefix('-').filter(|it| !it.contains(['.', '[', '#']))
}

fn write_term(xml: &mut XmlWriter, exchange: &Exchange, unit: &Unit, id: &str) {
    xml.open("termEntry", &[("id", id)]);
    if !unit.note.is_empty() {
        xml.text("descrip", &[("type", "definition")], &unit.note);
    }
    let texts = [(&exchange.reference, &unit.source), (&exchange.locale, &unit.target)];
    for (language, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        xml.open("langSet", &[("xml:lang", language)]);
        xml.open("tig", &[]);
        xml.text("term", &[], text);
        xml.close();
        xml.close();
    }
    xml.close();
}

/// The terms of a file of two languages.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let root = xml::read(text)?;
    if root.name != "martif" {
        let message = "this is no TBX of the form `martif`";
        return Err(
            Problem::at(root.at, message).help("a tool may call the form TBX 2, or TBX 2008")
        );
    }
    let mut exchange =
        Exchange { reference: root.attribute("xml:lang").to_owned(), ..Exchange::default() };
    for entry in root.descendants("termEntry") {
        let mut unit = Unit {
            id: format!("-{}", entry.attribute("id")),
            note: entry.first("descrip").map(Element::text).unwrap_or_default(),
            at: entry.at,
            ..Unit::default()
        };
        for set in entry.all("langSet") {
            let term = set.descendants("term").first().map(|it| it.text()).unwrap_or_default();
            let language = set.attribute("xml:lang");
            if language == exchange.reference {
                unit.source = term;
            } else if exchange.locale.is_empty() || exchange.locale == language {
                language.clone_into(&mut exchange.locale);
                unit.state = if term.is_empty() { State::Missing } else { State::Draft };
                unit.target = term;
            } else {
                let message = format!("there is a third language, `{language}`");
                return Err(Problem::at(set.at, message).help("hand in one file a language"));
            }
        }
        exchange.units.push(unit);
    }
    Ok(exchange)
}
