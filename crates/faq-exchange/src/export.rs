//! A locale's files as units.

use std::collections::BTreeMap;

use faq_l10n::FtlEntry;
use fluent_syntax::ast::Entry;

use crate::{
    choice::Plurals,
    exchange::{Exchange, State, Unit},
    flat,
    parts::{Part, parts, source_of},
    syntax::read,
};

/// Between which languages texts are exchanged.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'l> {
    /// Tag of the reference.
    pub reference: &'l str,
    /// Tag of the locale.
    pub locale: &'l str,
    /// Whether the locale is written from right to left.
    pub right_to_left: bool,
}

/// A Fluent file of a locale.
#[derive(Clone, Copy, Debug)]
pub struct FtlSource<'s> {
    /// Name below the locale's folder.
    pub name: &'s str,
    /// Its text.
    pub text: &'s str,
}

/// The texts of a locale beside those of the reference, in the order of the reference. `state_of` says how far the
/// translation of a message is that is there, by its id.
///
/// What the reference does not have is left out, and so is what cannot be read on either side.
pub fn export(
    languages: Languages<'_>,
    reference_files: &[FtlSource<'_>],
    files: &[FtlSource<'_>],
    state_of: &dyn Fn(&str) -> State,
) -> Exchange {
    let plurals = Plurals::of(languages.locale);
    let messages = Messages::of(files);
    let mut units = Vec::new();
    for file in reference_files {
        for message in faq_l10n::entries(&lf(file.text)) {
            let Some(pair) = Pair::of(&message, messages.get(message.id), &plurals) else {
                continue;
            };
            let state = if pair.old.is_some() { state_of(message.id) } else { State::Missing };
            units.extend(pair.units(file.name, &message, &state));
        }
    }
    Exchange {
        reference: languages.reference.to_owned(),
        locale: languages.locale.to_owned(),
        right_to_left: languages.right_to_left,
        states_stay: false,
        units,
    }
}

/// Fluent reads both line ends as one.
pub(crate) fn lf(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The messages of a locale: the text of each, by id.
pub(crate) struct Messages {
    texts: BTreeMap<String, String>,
}

impl Messages {
    pub(crate) fn of(files: &[FtlSource<'_>]) -> Self {
        let mut texts = BTreeMap::new();
        for file in files {
            for entry in faq_l10n::entries(&lf(file.text)) {
                // As Fluent does, the first of two counts.
                texts.entry(entry.id.to_owned()).or_insert_with(|| entry.text.to_owned());
            }
        }
        Self { texts }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }
}

/// A message of the reference and its translation.
pub(crate) struct Pair {
    /// The texts of the reference.
    pub(crate) reference: Vec<Part>,
    /// The message as it is in the locale.
    pub(crate) old: Option<Entry<String>>,
    /// The message as it can become: with all plural categories, with what the reference has and the translation lacks.
    pub(crate) whole: Entry<String>,
}

impl Pair {
    pub(crate) fn of(
        reference: &FtlEntry<'_>,
        translation: Option<&str>,
        plurals: &Plurals,
    ) -> Option<Self> {
        let reference = read(reference.text)?;
        let old = translation.and_then(read);
        let mut from_reference = reference.clone();
        plurals.replace(&mut from_reference);
        let whole = match &old {
            Some(old) => {
                let mut whole = old.clone();
                plurals.fill(&mut whole);
                add_values(&mut whole, from_reference);
                whole
            }
            None => from_reference,
        };
        Some(Self { reference: parts(&reference), old, whole })
    }

    /// The texts that there are in the locale.
    pub(crate) fn old_parts(&self) -> Vec<Part> {
        self.old.as_ref().map(parts).unwrap_or_default()
    }

    fn units(&self, file: &str, message: &FtlEntry<'_>, state: &State) -> Vec<Unit> {
        let old = self.old_parts();
        let whole = parts(&self.whole).into_iter();
        let units = whole.map(|part| {
            let target = old.iter().find(|it| it.id == part.id).map(|it| it.text.clone());
            Unit {
                source: source_of(&self.reference, &part)
                    .map(|it| it.text.clone())
                    .unwrap_or_default(),
                state: if target.is_some() { state.clone() } else { State::Missing },
                target: target.unwrap_or_default(),
                id: part.id,
                file: file.to_owned(),
                group: words(message.group),
                note: words(message.comment),
                at: 0,
            }
        });
        units.collect()
    }
}

/// Gives a message the value and the attributes that it lacks.
fn add_values(whole: &mut Entry<String>, reference: Entry<String>) {
    let lacking = match (&mut *whole, reference) {
        (Entry::Message(whole), Entry::Message(reference)) => {
            whole.value = whole.value.take().or(reference.value);
            (&mut whole.attributes, reference.attributes)
        }
        (Entry::Term(whole), Entry::Term(reference)) => {
            (&mut whole.attributes, reference.attributes)
        }
        _ => return,
    };
    let (attributes, new) = lacking;
    for attribute in new {
        if !attributes.iter().any(|it| it.id == attribute.id) {
            attributes.push(attribute);
        }
    }
}

/// A comment without its signs.
fn words(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim_start_matches('#').trim());
    flat::of_note(&lines.collect::<Vec<_>>().join("\n"))
}
