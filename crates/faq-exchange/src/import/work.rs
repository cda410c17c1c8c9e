//! An import while it is made: what each unit says of the message that it is of.

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::FtlEntry;

use super::{Import, Left, Taken, changed_files::Edit};
use crate::{
    choice::Plurals,
    exchange::{State, Unit},
    export::{Messages, Pair},
    flat,
    parts::{CannotMake, NewText, Part, parts, source_of, with_texts},
    placeables::{Known, checked},
    problem::Problem,
};

const CHANGED: &str =
    "the text of the reference has changed since; export again and translate it anew";
const UNFINISHED: &str = "it is marked as unfinished in the file; mark it as translated there";
const INCOMPLETE: &str = "another part of the same message is not translated";

/// What a unit says of a text.
enum Answer {
    /// Nothing that can be taken.
    Nothing,
    /// That it is right as it is.
    Same,
    /// Another text.
    New(String),
}

/// What units say of the texts of a message.
#[derive(Default)]
struct New {
    /// Other texts, by the ids of their units.
    texts: BTreeMap<String, String>,
    /// Where one of them stands in the file that was handed in.
    at: usize,
    /// Ids of those that are right as they are.
    same: BTreeSet<String>,
}

/// What is known while an import is made.
pub(super) struct Work<'e> {
    /// The units that nobody has looked at.
    pub(super) units: BTreeMap<&'e str, &'e Unit>,
    /// Whether a state says nothing of a text that has changed.
    pub(super) states_stay: bool,
    pub(super) plurals: Plurals,
    pub(super) messages: Messages,
    pub(super) terms: Vec<String>,
    pub(super) done: Import,
    /// By the file's name.
    pub(super) edits: BTreeMap<String, Vec<Edit>>,
}

impl Work<'_> {
    pub(super) fn is_there(&self, id: &str) -> bool {
        self.messages.get(id).is_some() || self.done.messages.iter().any(|it| it.id == id)
    }

    /// Takes what the units say of a message of the reference, which stands in `file` and behind the message `before`.
    pub(super) fn message(
        &mut self,
        file: &str,
        message: &FtlEntry<'_>,
        before: Option<&str>,
    ) -> Result<(), Problem> {
        let Some(pair) = Pair::of(message, self.messages.get(message.id), &self.plurals) else {
            return Ok(());
        };
        let old = pair.old_parts();
        let New { texts, at, same } = self.new_texts(&pair, &old)?;
        if texts.is_empty() {
            if !same.is_empty() && same.len() == old.len() {
                self.done.confirmed.push(message.id.to_owned());
            }
            return Ok(());
        }
        let text_of = |id: &str| match texts.get(id) {
            Some(text) => NewText::Flat(text),
            None if old.iter().any(|it| it.id == id) => NewText::Same,
            None => NewText::None,
        };
        // Of a new message everything is wanted but the variants that few languages need.
        let all = parts(&pair.whole);
        let mut needed = all.iter().filter(|it| it.keys.iter().all(|key| key.default));
        let lacks = pair.old.is_none() && needed.any(|it| !texts.contains_key(&it.id));
        let made = if lacks { Err(CannotMake::Lacks) } else { with_texts(&pair.whole, &text_of) };
        let entry = match made {
            Ok(entry) => entry,
            Err(CannotMake::Lacks) => {
                self.leave(texts.keys(), INCOMPLETE);
                return Ok(());
            }
            Err(cannot) => return Err(cannot.problem(at)),
        };
        let is_new = pair.old.is_none();
        let id = message.id.to_owned();
        let is_whole = old.iter().all(|it| texts.contains_key(&it.id) || same.contains(&it.id));
        self.done.messages.push(Taken { id: id.clone(), is_new, is_whole });
        let after = before.map(str::to_owned);
        self.edits.entry(file.to_owned()).or_default().push(Edit { entry, after, is_new, id, at });
        Ok(())
    }

    /// What the units say of the texts of a message.
    fn new_texts(&mut self, pair: &Pair, old: &[Part]) -> Result<New, Problem> {
        let mut new = New::default();
        for part in parts(&pair.whole) {
            let Some(unit) = self.units.remove(part.id.as_str()) else { continue };
            match self.answer(unit, &part, pair, old)? {
                Answer::Nothing => {}
                Answer::Same => {
                    new.same.insert(part.id);
                }
                Answer::New(text) => {
                    new.at = unit.at;
                    new.texts.insert(part.id, text);
                }
            }
        }
        Ok(new)
    }

    fn leave<'i>(&mut self, ids: impl Iterator<Item = &'i String>, why: &'static str) {
        self.done.left.extend(ids.map(|id| Left { id: id.clone(), why }));
    }

    /// What a unit says of a part.
    fn answer(
        &mut self,
        unit: &Unit,
        part: &Part,
        pair: &Pair,
        old: &[Part],
    ) -> Result<Answer, Problem> {
        let target = trimmed(&unit.target);
        if target.is_empty() {
            return Ok(Answer::Nothing);
        }
        let source = source_of(&pair.reference, part).map_or("", |it| it.text.as_str());
        let before = old.iter().find(|it| it.id == part.id).map(|it| trimmed(&it.text));
        let text = if before.as_ref() == Some(&target) {
            target
        } else {
            self.checked(unit, &target, part, source, pair, old)?
        };
        let is_same = before.as_ref() == Some(&text);
        let is_of_today = folded(&unit.source) == folded(source);
        let counts = is_same || !self.states_stay;
        let is_unfinished = counts && matches!(unit.state, State::Stale(_));
        self.done.unchanged += usize::from(is_same);
        let why = match (is_same, is_of_today || unit.source.is_empty(), is_unfinished) {
            (true, _, false) if is_of_today => return Ok(Answer::Same),
            (true, ..) => return Ok(Answer::Nothing),
            (false, false, _) => CHANGED,
            (false, true, true) => UNFINISHED,
            (false, true, false) => return Ok(Answer::New(text)),
        };
        self.done.left.push(Left { id: unit.id.clone(), why });
        Ok(Answer::Nothing)
    }

    /// The text with its placeables in order, if they are those that the reference and the language's own choices have.
    fn checked(
        &self,
        unit: &Unit,
        target: &str,
        part: &Part,
        source: &str,
        pair: &Pair,
        old: &[Part],
    ) -> Result<String, Problem> {
        let codes = |text: &str, choices: bool| -> Vec<String> {
            let codes = flat::codes(text).into_iter();
            codes.filter(|it| it.contains('…') == choices).map(str::to_owned).collect()
        };
        let mut wanted = codes(&part.text, true);
        if part.keys.iter().all(|key| key.default) {
            wanted.extend(codes(source, false));
        }
        let all = pair.reference.iter().chain(old);
        let allowed: Vec<String> = all.flat_map(|it| codes(&it.text, false)).collect();
        let before = old.iter().find(|it| it.id == part.id);
        let before = before.map_or_else(Vec::new, |it| codes(&it.text, false));
        let known =
            Known { wanted: &wanted, before: &before, allowed: &allowed, terms: &self.terms };
        checked(target, &known).map_err(|(message, help)| {
            Problem::at(unit.at, format!("`{}`: {message}", unit.id)).help(help)
        })
    }
}

impl CannotMake {
    fn problem(self, at: usize) -> Problem {
        match self {
            Self::Lacks => Problem::at(at, "a part of this message is not translated"),
            Self::Broken(id) => Problem::at(at, format!("the braces of `{id}` cannot be read")),
            Self::Unwritable(id) => {
                Problem::at(at, format!("the text of `{id}` cannot be written as Fluent"))
                    .help("write it on one line, without spaces at its ends")
            }
        }
    }
}

/// A text without spaces at its ends and at those of its lines, which Fluent does not know.
fn trimmed(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.trim_end_matches([' ', '\t', '\r']));
    lines.collect::<Vec<_>>().join("\n").trim_matches([' ', '\t', '\n']).to_owned()
}

/// A text without regard to its spaces, which tools change as they like.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
