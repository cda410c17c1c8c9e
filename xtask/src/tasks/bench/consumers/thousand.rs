//! A project of a thousand entries in two locales, shaped like the FAQ: questions with terms, answers with facts, now and then a list. The
//! same on every machine.

use faq_check::Policy;
use faq_content::{Catalog, CatalogFile, InterfaceText};
use faq_l10n::{Content, LocaleFolder, LocaleRegistry, LocaleTree, SourceFile};

use super::super::words::Dice;
use crate::{Error, Project};

/// How many entries.
const ENTRIES: u64 = 1_000;
/// How many of them stand in one file; a file may not be longer than a person can read.
const IN_A_FILE: u64 = 250;

const REGISTRY: &str = "format = 1\ncatalog = \"catalog\"\nreference = \"en-US\"\n\
    [[locale]]\ntag = \"en-US\"\nendonym = \"English\"\ntier = \"released\"\n\
    [[locale]]\ntag = \"es\"\nendonym = \"Español\"\ntier = \"preview\"\n";

/// What words are made of, so that a text can be compressed about as well as one in a language.
const SYLLABLES: &[&str] = &[
    "a", "ben", "ca", "ción", "de", "del", "do", "en", "es", "fo", "gen", "ha", "in", "la", "lo",
    "ma", "mi", "ne", "no", "os", "par", "per", "que", "ra", "re", "ser", "so", "ta", "tra", "un",
    "vi", "za",
];

/// The project, with the interface texts that pages show.
pub(super) fn project(interface: &[InterfaceText]) -> Result<Project, Error> {
    let text = catalog(interface);
    Ok(Project {
        registry: LocaleRegistry::parse("locales.toml", REGISTRY)?,
        catalog: Catalog::parse(&[CatalogFile { path: "catalog.toml".to_owned(), text }])?,
        tree: LocaleTree {
            folders: ["en-US", "es"].map(|tag| folder(tag, interface)).into(),
            strays: Vec::new(),
        },
        policy: Policy::default(),
    })
}

fn has_fact(number: u64) -> bool {
    number.is_multiple_of(2)
}

fn has_list(number: u64) -> bool {
    number % 8 == 7
}

fn catalog(interface: &[InterfaceText]) -> String {
    let mut toml = "format = 1\n[[topic]]\nid = \"all\"\n".to_owned();
    toml.push_str("[[fact]]\nid = \"adult-age\"\ninteger = 18\nnote = \"An age.\"\n");
    for text in interface {
        toml.push_str(&format!("[[interface]]\nid = \"{}\"\nnote = \"A text.\"\n", text.id));
    }
    for number in 0..ENTRIES {
        toml.push_str(&format!(
            "[[entry]]\nid = \"entry-{number}\"\ntopic = \"all\"\nrisk = \"normal\"\n"
        ));
        toml.push_str("[[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\n");
        if has_fact(number) {
            toml.push_str("facts = [\"adult-age\"]\n");
        }
        if has_list(number) {
            toml.push_str("[[entry.block]]\nkind = \"list\"\nid = \"list\"\nlead = true\n");
            toml.push_str("items = [\"first\", \"second\", \"third\"]\n");
        }
    }
    toml
}

fn folder(tag: &str, interface: &[InterfaceText]) -> LocaleFolder {
    let mut dice = Dice(tag.len() as u64);
    let file = |name: String, text: String| SourceFile {
        path: format!("locales/{tag}/{name}"),
        name,
        content: Content::Text(text),
    };
    let mut texts = "title = Questions\n".to_owned();
    for text in interface {
        texts.push_str(&format!("interface-{} = {}\n", text.id, words(4, &mut dice)));
    }
    texts.push_str("-subject = commercial sexual exploitation\n-people = victims\n");
    let mut files = vec![file("interface.ftl".to_owned(), texts)];
    for first in (0..ENTRIES).step_by(usize::try_from(IN_A_FILE).unwrap_or(1)) {
        let text = (first..first + IN_A_FILE).map(|number| entry(number, &mut dice)).collect();
        files.push(file(format!("part-{:02}.ftl", first / IN_A_FILE), text));
    }
    LocaleFolder {
        name: tag.to_owned(),
        path: format!("locales/{tag}"),
        files,
        settings: Vec::new(),
    }
}

fn entry(number: u64, dice: &mut Dice) -> String {
    let id = format!("entry-{number}");
    let mut text = match number % 4 {
        0 => format!("{id}-question = {} {{ -subject }}?\n", words(4, dice)),
        _ => format!("{id}-question = {}?\n", words(7, dice)),
    };
    let answer = match (has_fact(number), number % 3) {
        (true, _) => format!("{} {{ $adult-age }} {}.", words(20, dice), words(14, dice)),
        (false, 0) => format!("{} {{ -people }} {}.", words(20, dice), words(14, dice)),
        (false, _) => format!("{}. {}.", words(20, dice), words(14, dice)),
    };
    text.push_str(&format!("{id}-answer = {answer}\n"));
    if has_list(number) {
        text.push_str(&format!("{id}-list-lead = {}:\n", words(5, dice)));
        for item in ["first", "second", "third"] {
            text.push_str(&format!("{id}-list-{item} = {}\n", words(4, dice)));
        }
    }
    text.push('\n');
    text
}

fn words(count: u64, dice: &mut Dice) -> String {
    let word = |_| (0..=dice.below(3)).map(|_| dice.pick(SYLLABLES)).collect();
    let words: Vec<String> = (0..count).map(word).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use faq_l10n::Withheld;

    use super::*;

    #[test]
    fn every_entry_is_whole_in_both_locales_and_tells_its_facts() {
        let project = project(&[]).expect("a project");
        let faqs = project.resolve(&project.check(&project.policy), &Withheld::default());
        assert_eq!(faqs.len(), 2);
        for faq in &faqs {
            assert_eq!(faq.coverage.complete.len() as u64, ENTRIES, "{}", faq.locale);
            let with_fact = faq.messages().iter().filter(|it| it.text.contains(" 18 ")).count();
            assert_eq!(with_fact as u64, ENTRIES / 2, "{}", faq.locale);
        }
    }
}
