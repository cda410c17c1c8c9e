//! Units that were handed in, as changed files of a locale.

mod changed_files;

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::FtlEntry;

use changed_files::{Edit, changed_files};

use crate::{
    choice::Plurals,
    exchange::{Exchange, State, Unit},
    export::{FtlSource, Languages, Messages, Pair, lf},
    flat,
    parts::{CannotMake, NewText, Part, parts, source_of, with_texts},
    placeables::{Known, checked},
    problem::Problem,
};

/// What a file that was handed in changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The files that change or are new.
    pub files: Vec<ImportedFile>,
    /// Messages and terms that say something else than before.
    pub messages: Vec<Taken>,
    /// Messages and terms that say the same as before and are not unfinished in the file, in which they stand beside what
    /// the reference says today.
    pub confirmed: Vec<String>,
    /// What was not taken, and why.
    pub left: Vec<Left>,
    /// How many texts are as they were.
    pub unchanged: usize,
}

/// A message or term that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its id; a term's starts with `-`.
    pub id: String,
    /// Whether the locale did not have it.
    pub is_new: bool,
}

/// A file of the locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// Name below the locale's folder.
    pub name: String,
    /// Its text now.
    pub text: String,
}

/// A text that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which one.
    pub id: String,
    /// Why, for a translator.
    pub why: &'static str,
}

const UNKNOWN: &str = "there is no such text";
const CHANGED: &str =
    "the text of the reference has changed since; export again and translate it anew";
const UNFINISHED: &str = "it is marked as unfinished in the file; mark it as translated there";
const INCOMPLETE: &str = "another part of the same message is not translated";

/// What `exchange` changes in a locale. A text counts as changed when it differs from the locale's, whatever state the file
/// gives it; a state is never taken from a file.
///
/// A file with anything wrong changes nothing: an id that is there twice, a placeable that is lost or that nothing gives,
/// a text that cannot be written as Fluent.
pub fn import(
    exchange: &Exchange,
    languages: Languages<'_>,
    reference_files: &[FtlSource<'_>],
    files: &[FtlSource<'_>],
) -> Result<Import, Problem> {
    let mut work = Work {
        units: by_id(exchange)?,
        states_stay: exchange.states_stay,
        plurals: Plurals::of(languages.locale),
        messages: Messages::of(files),
        terms: terms(&[reference_files, files].concat()),
        done: Import::default(),
        edits: BTreeMap::new(),
    };
    for file in reference_files {
        let text = lf(file.text);
        let mut before = None;
        for message in faq_l10n::entries(&text) {
            work.message(file.name, &message, before)?;
            if work.is_there(message.id) {
                before = Some(message.id);
            }
        }
    }
    let Work { units, mut done, edits, .. } = work;
    let unknown = units.into_values().filter(|unit| !unit.target.is_empty());
    done.left.extend(unknown.map(|unit| Left { id: unit.id.clone(), why: UNKNOWN }));
    done.files = changed_files(files, &edits)?;
    Ok(done)
}

/// What a unit says of a text.
enum Answer {
    /// Nothing that can be taken.
    Nothing,
    /// That it is right as it is.
    Same,
    /// Another text.
    New(String),
}

/// What is known while an import is made.
struct Work<'e> {
    /// The units that nobody has looked at.
    units: BTreeMap<&'e str, &'e Unit>,
    /// Whether a state says nothing of a text that has changed.
    states_stay: bool,
    plurals: Plurals,
    messages: Messages,
    terms: Vec<String>,
    done: Import,
    /// By the file's name.
    edits: BTreeMap<String, Vec<Edit>>,
}

impl Work<'_> {
    fn is_there(&self, id: &str) -> bool {
        self.messages.get(id).is_some() || self.done.messages.iter().any(|it| it.id == id)
    }

    fn message(
        &mut self,
        file: &str,
        message: &FtlEntry<'_>,
        before: Option<&str>,
    ) -> Result<(), Problem> {
        let Some(pair) = Pair::of(message, self.messages.get(message.id), &self.plurals) else {
            return Ok(());
        };
        let old = pair.old_parts();
        let mut texts = BTreeMap::new();
        let (mut at, mut same) = (0, 0);
        for part in parts(&pair.whole) {
            let Some(unit) = self.units.remove(part.id.as_str()) else { continue };
            match self.answer(unit, &part, &pair, &old)? {
                Answer::Nothing => {}
                Answer::Same => same += 1,
                Answer::New(text) => {
                    at = unit.at;
                    texts.insert(part.id, text);
                }
            }
        }
        if texts.is_empty() {
            if same > 0 && same == old.len() {
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
        if pair.old.is_none() && needed.any(|it| !texts.contains_key(&it.id)) {
            self.leave(texts.keys(), INCOMPLETE);
            return Ok(());
        }
        let entry = match with_texts(&pair.whole, &text_of) {
            Ok(entry) => entry,
            Err(CannotMake::Lacks) => {
                self.leave(texts.keys(), INCOMPLETE);
                return Ok(());
            }
            Err(cannot) => return Err(cannot.problem(at)),
        };
        let is_new = pair.old.is_none();
        let id = message.id.to_owned();
        self.done.messages.push(Taken { id: id.clone(), is_new });
        let after = before.map(str::to_owned);
        self.edits.entry(file.to_owned()).or_default().push(Edit { entry, after, is_new, id, at });
        Ok(())
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
        let is_unfinished =
            matches!(unit.state, State::Stale(_)) && !(self.states_stay && !is_same);
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

/// The units by id, each of which has to be there once.
fn by_id(exchange: &Exchange) -> Result<BTreeMap<&str, &Unit>, Problem> {
    let mut units = BTreeMap::new();
    for unit in &exchange.units {
        if units.insert(unit.id.as_str(), unit).is_some() {
            let message = format!("the text `{}` is there twice", unit.id);
            return Err(Problem::at(unit.at, message).help("remove one of the two"));
        }
    }
    Ok(units)
}

/// The ids of all terms, without `-`.
fn terms(files: &[FtlSource<'_>]) -> Vec<String> {
    let mut terms = BTreeSet::new();
    for file in files {
        for entry in faq_l10n::entries(&lf(file.text)) {
            terms.extend(entry.id.strip_prefix('-').map(str::to_owned));
        }
    }
    terms.into_iter().collect()
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
