//! PO, as gettext's tools write it. The id is the context (`msgctxt`), so that one text with two meanings stays two.

use crate::{
    exchange::{Exchange, State, Unit},
    po_reader::{Entry, entries},
    problem::Problem,
};

/// Stands before the name of the group in a comment for translators.
const GROUP: &str = "Under: ";

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut po = String::from("msgid \"\"\nmsgstr \"\"\n");
    for line in [
        "MIME-Version: 1.0\n",
        "Content-Type: text/plain; charset=UTF-8\n",
        "Content-Transfer-Encoding: 8bit\n",
        &format!("Language: {}\n", exchange.locale),
        &format!("X-Source-Language: {}\n", exchange.reference),
        "X-Generator: Plainspoken\n",
    ] {
        po.push_str(&format!("{}\n", quoted(line)));
    }
    exchange.units.iter().for_each(|unit| write_unit(&mut po, unit));
    po
}

fn write_unit(po: &mut String, unit: &Unit) {
    po.push('\n');
    if !unit.group.is_empty() {
        po.push_str(&format!("#. {GROUP}{}\n", unit.group.replace('\n', " ")));
    }
    for line in unit.note.lines() {
        po.push_str(format!("#. {line}").trim_end());
        po.push('\n');
    }
    po.push_str(&format!("#: {}\n", unit.file));
    if let State::Stale(before) = &unit.state {
        po.push_str("#, fuzzy\n");
        if let Some(before) = before {
            field(po, "#| ", "msgctxt", &unit.id);
            field(po, "#| ", "msgid", before);
        }
    }
    field(po, "", "msgctxt", &unit.id);
    field(po, "", "msgid", &unit.source);
    field(po, "", "msgstr", &unit.target);
}

/// A text on one line, or on a line for each of its own.
fn field(po: &mut String, start: &str, name: &str, text: &str) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if let [] | [_] = lines.as_slice() {
        po.push_str(&format!("{start}{name} {}\n", quoted(text)));
        return;
    }
    po.push_str(&format!("{start}{name} \"\"\n"));
    for line in lines {
        po.push_str(&format!("{start}{}\n", quoted(line)));
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A file with one translation a text. What is marked as fuzzy counts as stale.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let mut exchange = Exchange::default();
    for entry in entries(text)? {
        if entry.source.is_empty() && entry.context.is_none() {
            header(&mut exchange, &entry.target);
            continue;
        }
        exchange.units.push(unit(entry)?);
    }
    Ok(exchange)
}

fn header(exchange: &mut Exchange, text: &str) {
    for line in text.lines() {
        match line.split_once(": ") {
            Some(("Language", tag)) => tag.trim().clone_into(&mut exchange.locale),
            Some(("X-Source-Language", tag)) => tag.trim().clone_into(&mut exchange.reference),
            _ => {}
        }
    }
}

fn unit(entry: Entry) -> Result<Unit, Problem> {
    let id = entry.context.ok_or_else(|| {
        Problem::at(entry.at, "this text has no `msgctxt`, which says which one it is")
            .help("export the file again; a tool may have dropped it")
    })?;
    let group = entry.notes.iter().find_map(|line| line.strip_prefix(GROUP));
    let notes = entry.notes.iter().filter(|line| !line.starts_with(GROUP));
    Ok(Unit {
        id,
        file: entry.file,
        group: group.unwrap_or_default().to_owned(),
        note: notes.map(String::as_str).collect::<Vec<_>>().join("\n"),
        source: entry.source,
        state: match (entry.target.is_empty(), entry.fuzzy) {
            (true, _) => State::Missing,
            (false, true) => State::Stale(entry.before),
            (false, false) => State::Draft,
        },
        target: entry.target,
        at: entry.at,
    })
}
