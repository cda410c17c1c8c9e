//! A project as large as is asked for: catalog, registry, policy and the texts of so many entries in so many locales. The same on
//! every machine.
//!
//! Entries are as long as those of this FAQ. One in a hundred is not yet translated, each in other locales, and falls back.

use faq_content::LocaleTag;
use faq_emit::{INTERFACE_TEXTS, OutputFile};
use faq_l10n::{is_deprecated, tag_of_folder};

use super::{
    tree::{LOCALES, REFERENCE},
    words::{Dice, Speech, chance},
};

/// A file in which a text can be changed without touching another language; there where there are five locales.
pub(super) const EDITED: &str = "locales/an/around.ftl";

/// Entries of one file.
const ENTRIES: usize = 50;

/// What is different from the profile: words that are made of syllables belong to no language, and have no grammar.
const POLICY: &str = "format = 1
profile = \"prose\"

[gate.preview]
enter = 50
leave = 50

[gate.preview.critical]
complete = \"fall-back\"

[gate.preview.normal]
complete = \"fall-back\"
";

/// Rules that no made-up text could keep.
const OFF: [&str; 8] = [
    "end-punctuation",
    "length-outlier",
    "missing-message",
    "not-a-question",
    "sentence-count",
    "suspect-reference",
    "wrong-language",
    "doubled-word",
];

/// Every file of a project with so many entries in so many locales, all of them where there are fewer.
pub(super) fn generate(entries: usize, locales: usize) -> Vec<OutputFile> {
    let tags: Vec<LocaleTag> = tags().into_iter().take(locales.max(1)).collect();
    let mut files = vec![
        file("catalog/entries.toml".to_owned(), catalog(entries)),
        file("locales/locales.toml".to_owned(), registry(&tags)),
        file("locales/policy.toml".to_owned(), policy()),
    ];
    for (number, tag) in tags.iter().enumerate() {
        let is_reference = tag.as_str() == REFERENCE;
        let speech = Speech::of(Some(tag), is_reference);
        let is_french = tag.as_str() == "fr";
        let locale = Locale { seed: number as u64, is_reference, is_french, speech };
        files.push(file(format!("locales/{tag}/around.ftl"), locale.around()));
        for first in (0..entries).step_by(ENTRIES) {
            let part = first..entries.min(first + ENTRIES);
            let path = format!("locales/{tag}/part-{:03}.ftl", first / ENTRIES);
            files.push(file(path, part.map(|number| locale.entry(number)).collect()));
        }
    }
    files
}

/// The tags of the locales, the reference first: those of the tree for which there are syllables and that no other has replaced.
fn tags() -> Vec<LocaleTag> {
    let mut tags: Vec<LocaleTag> = Vec::new();
    for tag in LOCALES.split_whitespace().filter_map(tag_of_folder) {
        let is_known = tag.as_str() != "bo" && is_deprecated(&tag).is_none();
        if is_known && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn file(path: String, text: String) -> OutputFile {
    OutputFile { path, bytes: text.into_bytes() }
}

fn registry(tags: &[LocaleTag]) -> String {
    let mut text = format!("format = 1\ncatalog = \"catalog\"\nreference = \"{REFERENCE}\"\n");
    for tag in tags {
        // The country's language, where there is one, stands between a country's own and the reference.
        let language = tag.as_str().split('-').next().unwrap_or_default();
        let between = tags.iter().find(|it| it.as_str() == language && *it != tag);
        let fallback = between
            .filter(|it| it.as_str() != REFERENCE)
            .map(|it| format!("fallback = [\"{it}\", \"{REFERENCE}\"]\n"));
        text.push_str(&format!(
            "\n[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"preview\"\n{}",
            fallback.unwrap_or_default()
        ));
    }
    text
}

fn policy() -> String {
    let off = |name: &str| format!("\n[[rule]]\nname = \"{name}\"\nseverity = \"off\"\n");
    format!("{POLICY}{}", OFF.map(off).concat())
}

/// What an entry consists of, which is the same in every locale.
enum Form {
    Paragraph { has_fact: bool },
    Paragraphs,
    List,
}

fn form(number: usize) -> Form {
    // A fact that no entry uses is refused, however small the site is.
    if number == 0 {
        return Form::Paragraph { has_fact: true };
    }
    match Dice(number as u64 * 7_919 + 1).below(20) {
        0..4 => Form::Paragraph { has_fact: true },
        4..12 => Form::Paragraph { has_fact: false },
        12..16 => Form::Paragraphs,
        _ => Form::List,
    }
}

/// Items of a list.
const ITEMS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

fn catalog(entries: usize) -> String {
    let mut text = String::from(
        "format = 1\n\n[[topic]]\nid = \"all\"\n\n[[fact]]\nid = \"age\"\ninteger = 18\nnote = \"Of adults.\"\n",
    );
    for id in INTERFACE_TEXTS {
        text.push_str(&format!("\n[[interface]]\nid = \"{id}\"\nnote = \"A text around it.\"\n"));
    }
    for number in 0..entries {
        let risk = if number.is_multiple_of(5) { "critical" } else { "normal" };
        let id = id(number);
        text.push_str(&format!("\n[[entry]]\nid = \"{id}\"\ntopic = \"all\"\nrisk = \"{risk}\"\n"));
        let paragraph = |id: &str, facts: &str| {
            format!("\n[[entry.block]]\nkind = \"paragraph\"\nid = \"{id}\"\n{facts}")
        };
        text.push_str(&match form(number) {
            Form::Paragraph { has_fact: true } => paragraph("answer", "facts = [\"age\"]\n"),
            Form::Paragraph { has_fact: false } => paragraph("answer", ""),
            Form::Paragraphs => paragraph("answer", "") + &paragraph("more", ""),
            Form::List => format!(
                "\n[[entry.block]]\nkind = \"list\"\nid = \"list\"\nlead = true\nitems = {ITEMS:?}\n"
            ),
        });
    }
    text
}

fn id(number: usize) -> String {
    format!("entry-{number:05}")
}

/// What texts of a locale are made of.
struct Locale {
    seed: u64,
    is_reference: bool,
    is_french: bool,
    speech: Speech,
}

impl Locale {
    fn dice(&self, number: usize) -> Dice {
        Dice(((number as u64 + 1) * 104_729) ^ (self.seed * 0x9E37_79B9))
    }

    /// The title, a term, and the texts around the FAQ.
    fn around(&self) -> String {
        let mut dice = self.dice(usize::MAX / 200_000);
        let mut say = |words| self.speech.words(words, &mut dice);
        let mut text = format!("title = {}\n\n-office = {}\n", say(3), say(2));
        for id in INTERFACE_TEXTS {
            text.push_str(&format!("\ninterface-{id} = {}\n", say(4)));
        }
        text
    }

    /// The messages of one entry; none where it is not yet translated.
    fn entry(&self, number: usize) -> String {
        if !self.is_reference && chance(number as u64 * 131 + self.seed * 7, 100) {
            return String::new();
        }
        let (id, mut dice) = (id(number), self.dice(number));
        let mut say = |words| self.speech.words(words, &mut dice);
        // As French is spaced.
        let space = if self.is_french { "\u{202f}" } else { "" };
        let mut text = format!("## {id}\n\n{id}-question = {}{space}?\n\n", say(9));
        text.push_str(&match form(number) {
            Form::Paragraph { has_fact: true } => {
                format!("# $age: a number\n{id}-answer = {} {{ $age }} {}.\n\n", say(20), say(30))
            }
            Form::Paragraph { has_fact: false } => {
                format!("{id}-answer = {} {{ -office }} {}.\n\n", say(15), say(30))
            }
            Form::Paragraphs => format!(
                "{id}-answer = {}. {}.\n\n# The second one.\n{id}-more = {}.\n\n",
                say(20),
                say(12),
                say(30)
            ),
            Form::List => {
                let items = ITEMS.map(|item| format!("{id}-list-{item} = {}\n\n", say(6)));
                format!("{id}-list-lead = {}:\n\n{}", say(12), items.concat())
            }
        });
        text
    }
}

#[cfg(test)]
mod tests {
    use faq_check::Severity;

    use super::*;
    use crate::{output::temporary_folder, project::Project};

    #[test]
    fn a_made_up_project_may_have_one_entry() {
        let folder = temporary_folder(&generate(1, 2)).expect("written");
        let project = Project::read(&folder.path().join("tree")).expect("a project");
        assert_eq!(project.catalog.entries().len(), 1);
    }

    #[test]
    fn a_made_up_project_has_as_many_locales_as_is_asked_for_and_no_error() {
        let folder = temporary_folder(&generate(20, 100)).expect("written");
        let root = folder.path().join("tree");
        let project = Project::read(&root).expect("a project");
        assert_eq!(project.registry.locales().len(), 100);
        assert_eq!(project.catalog.entries().len(), 20);
        assert!(root.join(EDITED).exists());
        let findings = project.check(&project.policy).findings;
        let errors: Vec<&str> = findings
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .map(|it| it.text.as_str())
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}
