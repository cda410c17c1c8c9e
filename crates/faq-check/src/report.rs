//! Findings as people and machines read them.
//!
//! Text from translators is untrusted: nothing of it reaches a terminal, a log or a workflow command before
//! [`sanitize`] or the format's own escaping has seen it.

mod github;
mod json;
mod text;

use std::collections::BTreeMap;

use faq_l10n::{Kind, LocaleTree};

use crate::{
    context::LocaleContext,
    finding::{Finding, Severity},
};

pub use github::github;
pub use json::json;
pub use text::{Style, text};

/// The texts that findings point into, by path.
#[derive(Debug, Default)]
pub struct Sources<'s> {
    texts: BTreeMap<&'s str, &'s str>,
}

impl<'s> Sources<'s> {
    /// The texts of all files of `tree`.
    pub fn of(tree: &'s LocaleTree) -> Self {
        let files = tree.folders.iter().flat_map(|folder| &folder.files);
        Self { texts: files.map(|file| (file.path.as_str(), file.content.text())).collect() }
    }

    /// The text of the file at `path`; empty where there is none.
    pub fn get(&self, path: &str) -> &'s str {
        self.texts.get(path).copied().unwrap_or_default()
    }
}

/// What was counted, over all locales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Findings that stop a release.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// Each locale, in registry order.
    pub locales: Vec<Counts>,
}

/// What was counted in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Its tag.
    pub locale: String,
    /// Fluent files.
    pub files: usize,
    /// Messages and terms.
    pub messages: usize,
    /// Messages that are expected and are not there.
    pub missing: usize,
    /// Messages that nobody expects.
    pub unknown: usize,
    /// Findings that stop a release.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
}

impl Counts {
    pub(crate) fn of(context: &LocaleContext<'_, '_>) -> Self {
        let files = context.files;
        let has = |id: &str| files.find(Kind::Message, id).is_some();
        let is_message = |kind: Kind| kind == Kind::Message;
        let (missing, unknown) = match context.catalog {
            Some(catalog) => (
                catalog.keys().filter(|id| !has(id)).count(),
                files
                    .messages()
                    .filter(|(_, it)| is_message(it.kind()) && !catalog.contains_key(it.id()))
                    .count(),
            ),
            None => (
                context
                    .reference
                    .messages()
                    .filter(|(_, it)| is_message(it.kind()) && !has(it.id()))
                    .count(),
                files
                    .messages()
                    .filter(|(_, it)| {
                        is_message(it.kind())
                            && context.reference.find(Kind::Message, it.id()).is_none()
                    })
                    .count(),
            ),
        };
        Self {
            locale: context.locale.to_owned(),
            files: files.files.len(),
            messages: files.messages().count(),
            missing,
            unknown,
            errors: 0,
            warnings: 0,
        }
    }
}

impl Summary {
    pub(crate) fn new(mut locales: Vec<Counts>, findings: &[Finding]) -> Self {
        let count = |severity: Severity, locale: Option<&str>| {
            let of_locale = |it: &&Finding| locale.is_none() || it.locale.as_deref() == locale;
            findings.iter().filter(of_locale).filter(|it| it.severity == severity).count()
        };
        for locale in &mut locales {
            locale.errors = count(Severity::Error, Some(&locale.locale));
            locale.warnings = count(Severity::Warning, Some(&locale.locale));
        }
        Self {
            errors: count(Severity::Error, None),
            warnings: count(Severity::Warning, None),
            locales,
        }
    }
}

/// `text` without any character that could steer a terminal or hide from its reader; such characters become `<U+202E>`.
pub fn sanitize(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        if steers(character) {
            clean.push_str(&format!("<U+{:04X}>", u32::from(character)));
        } else {
            clean.push(character);
        }
    }
    clean
}

/// As [`sanitize`], line by line: the ends of lines stay.
pub fn sanitize_lines(text: &str) -> String {
    text.lines().map(sanitize).collect::<Vec<_>>().join("\n")
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn steers(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xAD | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFD | 0xE000..=0xF8FF
            | 0xE0000..=0xE0FFF | 0xF0000..=0x10_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(
            sanitize("a\u{1b}[31m\u{202e}b\u{200b}\n\u{e0041}é"),
            "a<U+001B>[31m<U+202E>b<U+200B><U+000A><U+E0041>é"
        );
    }
}
