//! `cargo xtask accuracy`: shows how well the rules find what is wrong, by a corpus of texts with one defect each.

use std::path::Path;

use faq_accuracy::{Accuracy, Case, Extent, SEED, Source, corpus, generate, parse_cases};
use faq_check::Outcome;

use crate::{Console, Error, Project, disk, output::replace_file};

/// Flags of `accuracy`. Without one the corpus is judged as it lies in the repository.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Judge new cases instead of the corpus, at the places that this number chooses.
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,

    /// How many new cases of each operator.
    #[arg(long, value_name = "NUMBER", default_value_t = 12)]
    pub cases: usize,

    /// Judge every operator at every message that has a place for it.
    #[arg(long, conflicts_with = "cases")]
    pub all: bool,

    /// Write the corpus anew from the texts of today.
    #[arg(long, conflicts_with_all = ["seed", "cases", "all"])]
    pub write: bool,

    /// With `--write`: write nothing; fail where the corpus is not what would be written.
    #[arg(long, requires = "write")]
    pub check: bool,

    /// How to show it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to show the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For a document.
    Markdown,
    /// For programs.
    Json,
}

/// Where the corpus lies, below the root.
const CORPUS: &str = "crates/faq-accuracy/corpus";

/// Cases that no operator made.
const BY_HAND: &str = "crates/faq-accuracy/corpus/by-hand";

/// Most failures that are shown in full.
const SHOWN: usize = 20;

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    if args.write {
        return write(root, args.check, console);
    }
    let cases = match (args.all, args.seed) {
        (true, seed) => generate(&sources(root)?, seed.unwrap_or(SEED), Extent::All),
        (false, Some(seed)) => generate(&sources(root)?, seed, Extent::OfEach(args.cases)),
        (false, None) => read_corpus(root)?,
    };
    let accuracy = of_cases(&cases)?;
    match args.format {
        Format::Text => console.write(&accuracy.text())?,
        Format::Markdown => console.write(&accuracy.markdown())?,
        Format::Json => console.write(&accuracy.json())?,
    }
    if accuracy.holds() {
        return Ok(Outcome::Clean);
    }
    if args.format == Format::Text {
        for failure in accuracy.failures.iter().take(SHOWN) {
            console.line(&format!("\n{failure}"))?;
        }
        console.line(&format!("{} cases are not as they have to be", accuracy.failures.len()))?;
    }
    Ok(Outcome::Refused)
}

/// What the corpus in the repository shows.
pub(crate) fn of_corpus(root: &Path) -> Result<Accuracy, Error> {
    of_cases(&read_corpus(root)?)
}

fn of_cases(cases: &[Case]) -> Result<Accuracy, Error> {
    Accuracy::of(cases).map_err(|error| Error::Usage(format!("a case is no tree: {error}")))
}

fn read_corpus(root: &Path) -> Result<Vec<Case>, Error> {
    let mut cases = Vec::new();
    for folder in [CORPUS, BY_HAND] {
        for (name, text) in disk::read_texts(root, folder)? {
            let of_file = parse_cases(&text)
                .map_err(|error| Error::Usage(format!("{folder}/{name}, {error}")))?;
            cases.extend(of_file);
        }
    }
    Ok(cases)
}

/// The texts from which cases are made: the FAQ and the program made up for it.
fn sources(root: &Path) -> Result<Vec<Source>, Error> {
    let project = Project::read(root)?;
    let (faq, app) = (Source::of_faq(&project.tree, project.catalog), Source::app());
    let both = faq.together(&app);
    Ok(vec![faq, app, both])
}

fn write(root: &Path, check: bool, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Clean;
    for (name, text) in corpus(&sources(root)?) {
        let path = format!("{CORPUS}/{name}");
        if disk::read_text_if_there(root, &path)?.as_ref() == Some(&text) {
            continue;
        }
        if check {
            console.line(&format!("{path} is not what the texts of today give"))?;
            outcome = Outcome::Refused;
        } else {
            replace_file(&root.join(&path), text.as_bytes())?;
            console.line(&format!("{path} written"))?;
        }
    }
    Ok(outcome)
}
