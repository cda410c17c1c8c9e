//! Reads PO line by line.

use crate::problem::Problem;

/// Most texts in a file.
const ENTRIES: usize = 100_000;

/// One text with its translation.
#[derive(Default)]
pub(crate) struct Entry {
    /// Where it starts.
    pub(crate) at: usize,
    pub(crate) context: Option<String>,
    pub(crate) source: String,
    pub(crate) target: String,
    /// The text that it was a translation of.
    pub(crate) before: Option<String>,
    /// Comments for translators (`#.`), line by line.
    pub(crate) notes: Vec<String>,
    /// Where the text is from (`#:`).
    pub(crate) file: String,
    pub(crate) fuzzy: bool,
    has_source: bool,
    is_translated: bool,
}

/// The field that a line in quotation marks goes on.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Context,
    Source,
    Target,
    Before,
    /// Nobody asks for it.
    Other,
}

/// Every text in the file, in order. Obsolete ones (`#~`) are passed over.
pub(crate) fn entries(text: &str) -> Result<Vec<Entry>, Problem> {
    let mut entries = Vec::new();
    let mut entry = Entry::default();
    let mut field = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let here = at;
        at += line.len();
        let line = line.trim_matches(|it: char| it.is_ascii_whitespace() || it == '\u{feff}');
        let starts = line.is_empty()
            || entry.is_translated && !line.starts_with('"') && !line.starts_with("msgstr");
        if starts && entry.is_translated {
            entries.push(std::mem::take(&mut entry));
            field = None;
        }
        if entries.len() > ENTRIES {
            return Err(Problem::at(here, "there are too many texts in this file"));
        }
        if !line.is_empty() && entry.context.is_none() && entry.source.is_empty() && field.is_none()
        {
            entry.at = here;
        }
        entry.line(line, here, &mut field)?;
    }
    if entry.is_translated {
        entries.push(entry);
    } else if entry.context.is_some() || entry.has_source {
        return Err(Problem::at(entry.at, "this text has no `msgstr`")
            .help("the end of the file may be lost"));
    }
    Ok(entries)
}

impl Entry {
    fn line(&mut self, line: &str, at: usize, field: &mut Option<Field>) -> Result<(), Problem> {
        if line.is_empty() || line.starts_with("#~") {
            return Ok(());
        }
        if let Some(line) = line.strip_prefix("#|") {
            return self.before(line.trim(), at, field);
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment);
            return Ok(());
        }
        let (name, rest) = line.split_at(line.find(['"', ' ', '\t']).unwrap_or(line.len()));
        let text = unquoted(rest.trim(), at)?;
        let target = match name {
            "" => field.ok_or_else(|| Problem::at(at, "this line belongs to no text"))?,
            "msgctxt" => Field::Context,
            "msgid" => Field::Source,
            "msgstr" => Field::Target,
            _ => {
                let message = format!("`{name}` is not known here");
                let help =
                    "this file has one text a translation; plural forms are texts of their own";
                return Err(Problem::at(at, message).help(help));
            }
        };
        let again = match name {
            "msgstr" => self.is_translated,
            "msgid" => self.has_source,
            "msgctxt" => self.has_source || self.context.is_some(),
            _ => false,
        };
        if again {
            let message = format!("this text has a second `{name}`");
            let help = "remove it, or give the text before it the `msgstr` that it lacks";
            return Err(Problem::at(at, message).help(help));
        }
        *field = Some(target);
        self.is_translated |= target == Field::Target;
        self.has_source |= target == Field::Source;
        match target {
            Field::Context => self.context.get_or_insert_default().push_str(&text),
            Field::Source => self.source.push_str(&text),
            Field::Target => self.target.push_str(&text),
            Field::Before => self.before.get_or_insert_default().push_str(&text),
            Field::Other => {}
        }
        Ok(())
    }

    /// A line about the text that it was a translation of.
    fn before(&mut self, line: &str, at: usize, field: &mut Option<Field>) -> Result<(), Problem> {
        let (name, rest) = line.split_at(line.find(['"', ' ', '\t']).unwrap_or(line.len()));
        let text = unquoted(rest.trim(), at)?;
        *field = match name {
            "msgid" => Some(Field::Before),
            "" => *field,
            _ => Some(Field::Other),
        };
        if *field == Some(Field::Before) {
            self.before.get_or_insert_default().push_str(&text);
        }
        Ok(())
    }

    fn comment(&mut self, comment: &str) {
        if let Some(note) = comment.strip_prefix('.') {
            self.notes.push(note.strip_prefix(' ').unwrap_or(note).to_owned());
        } else if let Some(file) = comment.strip_prefix(':') {
            file.trim().clone_into(&mut self.file);
        } else if let Some(flags) = comment.strip_prefix(',') {
            self.fuzzy |= flags.split(',').any(|it| it.trim() == "fuzzy");
        }
    }
}

/// What stands in quotation marks, escapes resolved.
fn unquoted(text: &str, at: usize) -> Result<String, Problem> {
    let inner = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let inner = inner.ok_or_else(|| {
        Problem::at(at, "a text in quotation marks is expected here")
            .help("each line of a text stands in quotation marks of its own")
    })?;
    let mut unquoted = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                return Err(Problem::at(at, "there is a quotation mark too many")
                    .help("one that is part of a text is written `\\\"`"));
            }
            '\\' => match characters.next() {
                Some('n') => unquoted.push('\n'),
                Some('t') => unquoted.push('\t'),
                Some('r') => unquoted.push('\r'),
                Some(other @ ('"' | '\\')) => unquoted.push(other),
                other => {
                    let other = other.map(String::from).unwrap_or_default();
                    return Err(Problem::at(at, format!("nothing says what `\\{other}` is")));
                }
            },
            other => unquoted.push(other),
        }
    }
    Ok(unquoted)
}
