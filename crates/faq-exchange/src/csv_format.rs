//! CSV, for people with a spreadsheet.
//!
//! A spreadsheet computes what starts with `=`, `+`, `-`, `@` and a few more, and a text of a stranger could make it fetch
//! or run something. Such a value gets a `'` before it, and so does one that starts with `'` already: reading takes
//! away one that stands before such a sign. Any other, as in `'s avonds`, somebody has typed.

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use crate::{
    exchange::{Exchange, State, Unit},
    problem::Problem,
};

const COLUMNS: [&str; 8] =
    ["id", "state", "reference", "translation", "note", "group", "file", "before"];

/// What a spreadsheet takes for the start of a formula, in narrow and in wide letters, and the guard itself.
const GUARDED: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''];

/// Shows programs that the file is UTF-8, which Excel does not guess.
const MARK: char = '\u{feff}';

pub(crate) fn write(exchange: &Exchange) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let mut put = |row: [&str; 8]| {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.map(guarded));
    };
    put(COLUMNS);
    for unit in &exchange.units {
        let (state, before) = match &unit.state {
            State::Missing => ("missing", ""),
            State::Stale(before) => ("stale", before.as_deref().unwrap_or_default()),
            State::Draft => ("draft", ""),
            State::Reviewed => ("reviewed", ""),
        };
        let Unit { id, source, target, note, group, file, .. } = unit;
        put([id, state, source, target, note, group, file, before]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8(bytes).unwrap_or_default())
}

fn guarded(value: &str) -> String {
    if value.starts_with(GUARDED) { format!("'{value}") } else { value.to_owned() }
}

fn unguarded(value: &str) -> &str {
    value.strip_prefix('\'').filter(|it| it.starts_with(GUARDED)).unwrap_or(value)
}

/// A table with the columns `id` and `translation` and any others, parted by commas, semicolons or tabs. Nobody changes the
/// states in a table: a translation that is another one now is finished, whatever stands there. Where there is no column
/// for them, a translation that is as it was says nothing, as if it were stale.
pub(crate) fn read_text(text: &str) -> Result<Exchange, Problem> {
    let body = text.trim_start_matches(MARK);
    let shift = text.len() - body.len();
    let first = body.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|it| first.bytes().filter(|byte| byte == it).count());
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut columns: Option<[Option<usize>; 8]> = None;
    let mut exchange = Exchange { states_stay: true, ..Exchange::default() };
    for record in reader.records() {
        let record = record.map_err(|error| of_csv(&error, shift))?;
        let at = shift
            + record.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or_default());
        match &columns {
            None => columns = Some(columns_of(&record, at)?),
            Some(columns) => exchange.units.push(unit(&record, columns, at)),
        }
    }
    exchange.units.retain(|unit| !unit.id.is_empty());
    Ok(exchange)
}

fn columns_of(record: &StringRecord, at: usize) -> Result<[Option<usize>; 8], Problem> {
    let columns = COLUMNS.map(|name| record.iter().position(|it| it.trim() == name));
    let [id, _, _, translation, ..] = columns;
    if id.is_none() || translation.is_none() {
        return Err(Problem::at(at, "the first row has no columns `id` and `translation`")
            .help(format!("the first row names the columns: {}", COLUMNS.join(", "))));
    }
    Ok(columns)
}

fn unit(record: &StringRecord, columns: &[Option<usize>; 8], at: usize) -> Unit {
    let [id, state, source, target, note, group, file, before] =
        columns.map(|column| unguarded(column.and_then(|it| record.get(it)).unwrap_or_default()));
    let before = Some(before).filter(|it| !it.is_empty()).map(str::to_owned);
    let [_, state_column, ..] = columns;
    let has_states = state_column.is_some();
    let text = |text: &str| text.replace("\r\n", "\n");
    Unit {
        id: id.trim().to_owned(),
        file: file.to_owned(),
        group: text(group),
        note: text(note),
        source: text(source),
        target: text(target),
        state: match state {
            _ if target.is_empty() => State::Missing,
            "stale" => State::Stale(before),
            _ if !has_states => State::Stale(before),
            "reviewed" => State::Reviewed,
            _ => State::Draft,
        },
        at,
    }
}

fn of_csv(error: &csv::Error, shift: usize) -> Problem {
    let at = error.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or_default());
    Problem::at(at + shift, format!("this row cannot be read: {error}"))
        .help("every row has as many columns as the first one")
}
