//! The entries of one `faq.json`, each read when it is asked for: the file has one entry a line, so that a reader can tell them
//! apart without reading them.

use alloc::{boxed::Box, collections::BTreeMap, format, string::String, vec::Vec};
use core::{hash::BuildHasher, mem, ops::Range};

use hashbrown::{DefaultHashBuilder, HashTable};
use once_cell::race::OnceBox;
use serde::{Deserialize, de::Error as _};

use crate::{Bundle, Entry, FormatError};

/// How the line before the entries ends, and the line after them.
const BEFORE: &str = "\"entries\":[";
const AFTER: &str = "]}";

/// How every entry begins: with its id, its fingerprint, and the ids that it had before.
const ID: &str = "{\"id\":\"";
const FINGERPRINT: &str = "\",\"fingerprint\":\"";
const ALIASES: &str = "\",\"aliases\":[";

/// Digits of a fingerprint.
const DIGITS: usize = 32;

/// The entries of a bundle, in order. Each is read when it is first asked for, and kept from then on.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// What the lines are parts of.
    text: String,
    lines: Vec<Line>,
    /// Places in `lines`, by the hash of the id.
    by_id: HashTable<usize>,
    hasher: DefaultHashBuilder,
    by_alias: BTreeMap<String, usize>,
}

/// Where one entry stands, and what it says once it was read.
#[derive(Clone, Debug)]
struct Line {
    json: Range<usize>,
    id: Range<usize>,
    entry: OnceBox<Entry>,
}

/// One entry as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a> {
    pub(crate) id: &'a str,
    pub(crate) fingerprint: &'a str,
    json: &'a str,
}

impl Bundle {
    /// The bundle as `faq.json`: a line with what is said of all of it, then one entry a line.
    pub fn into_json(mut self) -> Result<String, serde_json::Error> {
        let entries = mem::take(&mut self.entries);
        let mut json = serde_json::to_string(&self)?;
        json.truncate(json.len() - AFTER.len());
        let mut before = "\n";
        for entry in &entries {
            json.push_str(before);
            json.push_str(&serde_json::to_string(entry)?);
            before = ",\n";
        }
        json.push_str("\n]}\n");
        Ok(json)
    }
}

impl Bundle<Entries> {
    /// Opens a `faq.json` without reading its entries yet. Whether it is the one that was released,
    /// [`File::verify`](crate::File::verify) says before. Where it is not written one entry a line, all of it is read now.
    pub fn open(json: String) -> Result<Self, FormatError> {
        let other = match Self::by_lines(json) {
            Ok(bundle) => return Ok(bundle),
            Err(json) => json,
        };
        let written = Bundle::parse(&other)?.into_json().map_err(FormatError::Malformed)?;
        let odd = "an entry has an id or a fingerprint that none can have";
        Self::by_lines(written).map_err(|_| malformed(odd))
    }

    /// The entry that has this id, or had it once. One that is not of the format's shape is an error.
    pub fn entry(&self, id: &str) -> Result<Option<&Entry>, FormatError> {
        self.entries.get(id)
    }

    /// Gives the text back where it is not written one entry a line, or its first line is not of the format's shape.
    fn by_lines(json: String) -> Result<Self, String> {
        let end = json.find('\n').unwrap_or_default();
        let head = json.get(..end).filter(|head| head.ends_with(BEFORE));
        let Some(Ok(head)) = head.map(|head| Bundle::parse(&format!("{head}{AFTER}"))) else {
            return Err(json);
        };
        Entries::of(json, end + 1).map(|entries| head.holding(entries))
    }
}

impl Entries {
    /// The entry that has this id, or had it once. One that is not of the format's shape is an error.
    pub fn get(&self, id: &str) -> Result<Option<&Entry>, FormatError> {
        self.find(id).map(|line| self.read(line)).transpose()
    }

    /// Every entry, in order. One that is not of the format's shape is an error.
    pub fn iter(&self) -> impl Iterator<Item = Result<&Entry, FormatError>> {
        self.lines.iter().map(|line| self.read(line))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Every entry as it is written, in order.
    pub(crate) fn written(&self) -> impl Iterator<Item = Written<'_>> {
        self.lines.iter().map(|line| self.as_written(line))
    }

    /// The entry that has this id, or had it once, as it is written.
    pub(crate) fn written_of(&self, id: &str) -> Option<Written<'_>> {
        self.find(id).map(|line| self.as_written(line))
    }

    /// These entries.
    pub(crate) fn of_written<'a>(written: impl IntoIterator<Item = Written<'a>>) -> Self {
        let mut entries = Self::default();
        for Written { json, .. } in written {
            let start = entries.text.len();
            entries.text.push_str(json);
            if let Some((line, aliases)) = line(&entries.text, start..entries.text.len()) {
                entries.add(line, aliases);
            }
        }
        entries
    }

    /// The entries of a text from `start` on. Gives the text back where it is not written one entry a line.
    fn of(text: String, start: usize) -> Result<Self, String> {
        let Some(lines) = lines(&text, start) else { return Err(text) };
        let by_id = HashTable::with_capacity(lines.len());
        let mut entries =
            Self { text, by_id, lines: Vec::with_capacity(lines.len()), ..Self::default() };
        for (line, aliases) in lines {
            entries.add(line, aliases);
        }
        Ok(entries)
    }

    fn add(&mut self, line: Line, aliases: Vec<String>) {
        let Self { text, lines, by_id, hasher, by_alias } = self;
        let place = lines.len();
        lines.push(line);
        let id = |place: &usize| {
            lines.get(*place).and_then(|line| text.get(line.id.clone())).unwrap_or_default()
        };
        let hash = hasher.hash_one(id(&place));
        // Of two with the same id the first counts.
        by_id
            .entry(hash, |other| id(other) == id(&place), |other| hasher.hash_one(id(other)))
            .or_insert(place);
        for alias in aliases {
            by_alias.entry(alias).or_insert(place);
        }
    }

    fn find(&self, id: &str) -> Option<&Line> {
        let line = |place: &usize| self.lines.get(*place);
        let has_id = |place: &usize| line(place).is_some_and(|it| self.part(&it.id) == id);
        let place = self.by_id.find(self.hasher.hash_one(id), has_id);
        line(place.or_else(|| self.by_alias.get(id))?)
    }

    fn read<'a>(&'a self, line: &'a Line) -> Result<&'a Entry, FormatError> {
        line.entry.get_or_try_init(|| {
            let entry = serde_json::from_str(self.part(&line.json));
            entry
                .map(Box::new)
                .map_err(|error| malformed(&format!("entry `{}`: {error}", self.part(&line.id))))
        })
    }

    fn as_written(&self, line: &Line) -> Written<'_> {
        let start = line.id.end + FINGERPRINT.len();
        Written {
            id: self.part(&line.id),
            fingerprint: self.part(&(start..start + DIGITS)),
            json: self.part(&line.json),
        }
    }

    fn part(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// The entries of a text from `start` on, and the ids that each had before; none where it is not written one entry a line.
fn lines(text: &str, start: usize) -> Option<Vec<(Line, Vec<String>)>> {
    let mut lines = Vec::new();
    let (mut at, mut more) = (start, true);
    for end in memchr::memchr_iter(b'\n', text.as_bytes().get(start..)?) {
        let end = start + end;
        let written = text.get(at..end)?;
        if written == AFTER {
            let is_end = text.len() == end + 1 && (!more || lines.is_empty());
            return is_end.then_some(lines);
        }
        if !more {
            return None;
        }
        more = written.ends_with(',');
        lines.push(line(text, at..end - usize::from(more))?);
        at = end + 1;
    }
    None
}

/// The entry in this part of a text, and the ids that it had before.
fn line(text: &str, json: Range<usize>) -> Option<(Line, Vec<String>)> {
    #[derive(Deserialize)]
    struct Aliases {
        aliases: Vec<String>,
    }
    let written = text.get(json.clone())?;
    let named = written.strip_prefix(ID)?;
    let length = named.find(['"', '\\'])?;
    let told = named.get(length..)?.strip_prefix(FINGERPRINT)?;
    let (fingerprint, rest) = told.split_at_checked(DIGITS)?;
    let renamed = rest.strip_prefix(ALIASES)?;
    // A sign that is written in another way than it is read would keep a text from being recalled.
    if !fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let aliases = if renamed.starts_with(']') {
        Vec::new()
    } else {
        serde_json::from_str::<Aliases>(written).ok()?.aliases
    };
    let start = json.start + ID.len();
    Some((Line { json, id: start..start + length, entry: OnceBox::new() }, aliases))
}

fn malformed(what: &str) -> FormatError {
    FormatError::Malformed(serde_json::Error::custom(what))
}

#[cfg(test)]
mod tests;
