//! Units that were handed in, as changed files of a locale.

mod changed_files;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use changed_files::changed_files;
use work::Work;

use crate::{
    choice::Plurals,
    exchange::{Exchange, Unit},
    export::{FtlSource, Languages, Messages, lf},
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
    /// Whether each of its texts is translated anew or said to be right as it is. Otherwise it may still say in part what the
    /// reference said before.
    pub is_whole: bool,
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
