//! The running texts of a message, and a message made of other running texts.

use fluent_syntax::{
    ast::{Entry, Pattern, Resource, Variant},
    serializer,
};

use crate::{
    elements::{Elements, key, variant_ids, variants_mut},
    syntax::{pattern_of, read, shown},
};

/// One running text of a message or term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The unit's id.
    pub(crate) id: String,
    /// The attribute that it is of.
    pub(crate) attribute: Option<String>,
    /// The variants that it stands in, outermost first.
    pub(crate) keys: Vec<Key>,
    /// The text, flat.
    pub(crate) text: String,
}

/// A variant on the way to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// Which choice of the text around it, from 0.
    pub(crate) choice: usize,
    pub(crate) name: String,
    pub(crate) default: bool,
}

/// What a running text becomes.
pub(crate) enum NewText<'t> {
    /// It stays.
    Same,
    /// It becomes this flat text.
    Flat(&'t str),
    /// There is none; a variant goes, anything else has to have one.
    None,
}

/// Why a message cannot be made.
#[derive(Debug)]
pub(crate) enum CannotMake {
    /// This unit has no text, and the message cannot do without.
    Lacks,
    /// The flat text of this unit cannot be read.
    Broken(String),
    /// The text of this unit cannot be written as Fluent.
    Unwritable(String),
}

/// The running texts of a message or term, in order.
pub(crate) fn parts(entry: &Entry<String>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (id, attribute, pattern) in roots(entry) {
        collect(pattern, &id, attribute, &[], &mut parts);
    }
    parts
}

/// The message with other texts, as it stands in a file. It has been read again and says what was asked for.
pub(crate) fn with_texts<'t>(
    entry: &Entry<String>,
    text_of: &dyn Fn(&str) -> NewText<'t>,
) -> Result<String, CannotMake> {
    let mut made = entry.clone();
    let mut lacks = Vec::new();
    for (id, pattern) in roots_mut(&mut made) {
        match build(pattern, &id, text_of)? {
            Some(new) => *pattern = new,
            None => lacks.push(id),
        }
    }
    drop_values(&mut made, &lacks)?;
    let written = serializer::serialize(&Resource { body: vec![made] });
    let again = read(&written).map(|it| parts(&it)).unwrap_or_default();
    for part in parts(entry) {
        let wanted = match text_of(&part.id) {
            NewText::Same => part.text.as_str(),
            NewText::Flat(text) => text,
            NewText::None => continue,
        };
        let found = again.iter().find(|it| it.id == part.id);
        if found.is_none_or(|it| shown(&it.text) != shown(wanted)) {
            return Err(CannotMake::Unwritable(part.id));
        }
    }
    Ok(written)
}

/// Takes the values away that have no text. A message keeps one, a term its own.
fn drop_values(entry: &mut Entry<String>, lacks: &[String]) -> Result<(), CannotMake> {
    if lacks.is_empty() {
        return Ok(());
    }
    let lacks_it = |id: &str| lacks.iter().any(|it| it == id);
    let of = |id: &str, attribute: &str| lacks_it(&format!("{id}.{attribute}"));
    let keeps = match entry {
        Entry::Message(message) => {
            let id = &message.id.name;
            message.attributes.retain(|it| !of(id, &it.id.name));
            message.value = message.value.take().filter(|_| !lacks_it(id));
            message.value.is_some() || !message.attributes.is_empty()
        }
        Entry::Term(term) => {
            let id = format!("-{}", term.id.name);
            term.attributes.retain(|it| !of(&id, &it.id.name));
            !lacks_it(&id)
        }
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => false,
    };
    if keeps { Ok(()) } else { Err(CannotMake::Lacks) }
}

/// The values of a message: the id of each, the name of an attribute.
fn roots(entry: &Entry<String>) -> Vec<(String, Option<&str>, &Pattern<String>)> {
    let (id, value, attributes) = match entry {
        Entry::Message(message) => {
            (message.id.name.clone(), message.value.as_ref(), &message.attributes)
        }
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => return Vec::new(),
    };
    let attributes = attributes
        .iter()
        .map(|it| (format!("{id}.{}", it.id.name), Some(it.id.name.as_str()), &it.value));
    value.into_iter().map(|it| (id.clone(), None, it)).chain(attributes).collect()
}

fn roots_mut(entry: &mut Entry<String>) -> Vec<(String, &mut Pattern<String>)> {
    let ids: Vec<String> = roots(entry).into_iter().map(|(id, ..)| id).collect();
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
        Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => return Vec::new(),
    };
    ids.into_iter()
        .zip(value.into_iter().chain(attributes.iter_mut().map(|it| &mut it.value)))
        .collect()
}

fn collect(
    pattern: &Pattern<String>,
    id: &str,
    attribute: Option<&str>,
    keys: &[Key],
    parts: &mut Vec<Part>,
) {
    let elements = Elements::of(pattern);
    if !elements.is_one_choice() {
        parts.push(Part {
            id: id.to_owned(),
            attribute: attribute.map(str::to_owned),
            keys: keys.to_vec(),
            text: elements.flat(),
        });
    }
    for (choice, variants) in elements.choices() {
        for (variant, id) in variants.iter().zip(variant_ids(id, choice, variants)) {
            let key = Key { choice, name: key(variant).to_owned(), default: variant.default };
            let keys: Vec<Key> = keys.iter().cloned().chain([key]).collect();
            collect(&variant.value, &id, attribute, &keys, parts);
        }
    }
}

/// The pattern with other texts; none where it lacks one.
fn build<'t>(
    pattern: &Pattern<String>,
    id: &str,
    text_of: &dyn Fn(&str) -> NewText<'t>,
) -> Result<Option<Pattern<String>>, CannotMake> {
    let elements = Elements::of(pattern);
    let mut kept = Vec::new();
    for (marker, element) in &elements.kept {
        let mut element = (*element).clone();
        if let Some((choice, old)) = elements.choice_of(marker) {
            let Some(variants) = variants_mut(&mut element) else { return Ok(None) };
            let mut new = Vec::new();
            for (variant, id) in old.iter().zip(variant_ids(id, choice, old)) {
                if let Some(value) = build(&variant.value, &id, text_of)? {
                    new.push(Variant { value, ..variant.clone() });
                }
            }
            if !new.iter().any(|it| it.default) {
                return Ok(None);
            }
            *variants = new;
        }
        kept.push((marker.as_str(), element));
    }
    let flat = if elements.is_one_choice() { Some(elements.flat()) } else { None };
    let flat = match (&flat, text_of(id)) {
        (Some(flat), _) => flat.as_str(),
        (None, NewText::Same) => &elements.flat(),
        (None, NewText::Flat(text)) => text,
        (None, NewText::None) => return Ok(None),
    };
    let same = flat == elements.flat();
    pattern_of(flat, kept, same).map(Some).ok_or_else(|| CannotMake::Broken(id.to_owned()))
}

/// The text of the reference that a text is a translation of: the same variants, or the default where it has other ones.
pub(crate) fn source_of<'r>(reference: &'r [Part], part: &Part) -> Option<&'r Part> {
    let of_root = reference.iter().filter(|it| it.attribute == part.attribute);
    of_root.min_by_key(|source| {
        let pairs = source.keys.iter().zip(&part.keys);
        let differs: usize = pairs
            .map(|(a, b)| match (a.choice == b.choice, a.name == b.name) {
                (true, true) => 0,
                (true, false) if a.default => 1,
                _ => 100,
            })
            .sum();
        let beyond = source.keys.iter().skip(part.keys.len());
        let beyond = beyond.map(|it| if it.default { 10 } else { 100 }).sum::<usize>();
        let short = part.keys.len().saturating_sub(source.keys.len()) * 10;
        differs + beyond + short
    })
}
