//! Mending what is safe to mend: what would change, and writing it.

use std::{collections::BTreeMap, path::Path};

use faq_check::{Finding, Sources, mend_tree, sanitize};
use similar::TextDiff;

use crate::{Error, output::replace_text, subject::Subject};

/// Most times that a tree is judged and mended: a fix may make room for another. Two are the rule.
const ROUNDS: usize = 8;

/// What was mended.
#[derive(Debug, Default)]
pub(crate) struct Mending {
    /// How many findings.
    pub(crate) fixes: usize,
    /// Each file that changed: its path, and its text before and after.
    pub(crate) files: Vec<Change>,
}

/// A file that changes.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) path: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Mending {
    /// Mends `subject` in memory by the findings that are wanted, as often as something can be mended.
    pub(crate) fn of(subject: &mut Subject, wanted: impl Fn(&Finding) -> bool) -> Self {
        let mut fixes = 0;
        let mut originals: BTreeMap<String, String> = BTreeMap::new();
        for _ in 0..ROUNDS {
            let mut findings = subject.check().findings;
            findings.retain(&wanted);
            let mended = mend_tree(&mut subject.tree, &findings);
            if mended.is_empty() {
                break;
            }
            for file in mended {
                fixes += file.fixes;
                originals.entry(file.path).or_insert(file.before);
            }
        }
        let sources = Sources::of(&subject.tree);
        let change = |(path, before): (String, String)| Change {
            after: sources.get(&path).to_owned(),
            path,
            before,
        };
        Self { fixes, files: originals.into_iter().map(change).collect() }
    }

    /// Writes each file whole, or not at all.
    pub(crate) fn write(&self, root: &Path) -> Result<(), Error> {
        self.files.iter().try_for_each(|file| file.write(root))
    }

    /// How much it is.
    pub(crate) fn summary(&self) -> String {
        let count = |number: usize, noun: &str| {
            format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
        };
        format!("{} in {}", count(self.fixes, "finding"), count(self.files.len(), "file"))
    }
}

impl Change {
    /// Writes the file whole, or not at all.
    pub(crate) fn write(&self, root: &Path) -> Result<(), Error> {
        replace_text(root, &self.path, &self.before, &self.after)
    }

    /// The lines that change, as `diff -u` shows them, with nothing that could steer a terminal.
    pub(crate) fn diff(&self, colour: bool) -> String {
        let path = &self.path;
        let diff = TextDiff::from_lines(&self.before, &self.after);
        let (old, new) = (format!("a/{path}"), format!("b/{path}"));
        let text = diff.unified_diff().header(&old, &new).to_string();
        let mut shown = String::with_capacity(text.len());
        for line in text.split_terminator('\n') {
            let start = match line.as_bytes().first() {
                Some(b'+') if colour => "\u{1b}[32m",
                Some(b'-') if colour => "\u{1b}[31m",
                Some(b'@') if colour => "\u{1b}[36m",
                _ => "",
            };
            let end = if start.is_empty() { "" } else { "\u{1b}[0m" };
            shown.push_str(&format!("{start}{}{end}\n", sanitize(line.trim_end_matches('\r'))));
        }
        shown
    }
}
