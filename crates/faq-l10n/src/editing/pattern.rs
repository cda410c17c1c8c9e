//! Where the value and the attributes of an entry stand, and what differs between two entries.

use std::ops::Range;

use fluent_syntax::ast::{Attribute, Entry};

use crate::source::span_of;

fn attributes<'e, 's>(entry: &'e Entry<&'s str>) -> &'e [Attribute<&'s str>] {
    match entry {
        Entry::Message(message) => &message.attributes,
        Entry::Term(term) => &term.attributes,
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => &[],
    }
}

/// What stands between the `=` of the value, or of the attribute, and the line of the next attribute or the end.
pub(super) fn pattern_span(
    text: &str,
    entry: &Entry<&str>,
    attribute: Option<&str>,
) -> Option<Range<usize>> {
    let attributes = attributes(entry);
    let names: Vec<Range<usize>> =
        attributes.iter().filter_map(|it| span_of(text, it.id.name)).collect();
    let (name_end, next) = match attribute {
        None => (0, names.first()),
        Some(name) => {
            let index = attributes.iter().position(|it| it.id.name == name)?;
            (names.get(index)?.end, names.get(index + 1))
        }
    };
    let start = name_end + text.get(name_end..)?.find('=')? + 1;
    let end =
        next.map_or(Some(text.len()), |next| text.get(..next.start)?.rfind('\n').map(|it| it + 1));
    end.map(|end| start..end)
}

/// Whether two entries are the same but for the value, or for the attribute of this name.
pub(super) fn differs_only_in(
    old: &Entry<&str>,
    new: &Entry<&str>,
    attribute: Option<&str>,
) -> bool {
    let shape = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some((false, message.id.name.to_owned())),
        Entry::Term(term) => Some((true, term.id.name.to_owned())),
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    };
    let same_value = match (old, new) {
        (Entry::Message(old), Entry::Message(new)) => old.value == new.value,
        (Entry::Term(old), Entry::Term(new)) => old.value == new.value,
        _ => false,
    };
    let others = |entry: &Entry<&str>| -> Vec<String> {
        let all = attributes(entry).iter().filter(|it| Some(it.id.name) != attribute);
        all.map(|it| format!("{it:?}")).collect()
    };
    let has = |entry: &Entry<&str>| {
        attributes(entry).iter().filter(|it| Some(it.id.name) == attribute).count()
    };
    shape(old) == shape(new)
        && (attribute.is_none() || same_value)
        && others(old) == others(new)
        && (attribute.is_none() || has(new) == has(old).max(1))
}
