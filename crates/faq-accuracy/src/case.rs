//! A text with a defect beside the same text without it, and how both stand in one file.

use std::fmt;

use faq_check::Profile;

use crate::{notation::NO_LINE_BREAK, tree::Tree};

/// A tree with one defect, and its twin without it.
///
/// Where both trees are the same there is nothing to find: the case says that something unusual is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What made it: the name of an operator, or whatever tells a case that was written by hand.
    pub name: String,
    /// The rule that has to find the defect; empty where any will do.
    pub rule: String,
    /// The locale whose text is wrong.
    pub locale: String,
    /// What the finding has to be about.
    pub target: Target,
    /// As which kind of content the trees are judged.
    pub profile: Profile,
    /// The tree without the defect.
    pub right: Tree,
    /// The tree with it.
    pub wrong: Tree,
}

/// What a finding has to be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A message, by its Fluent id; a term with its `-`.
    Message(String),
    /// A file, by its path.
    File(String),
}

/// Why a text is no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// The cases in a text. A case starts with a line `=== name`, goes on with lines `key: value` (`rule`, `locale`, `message` or
/// `file`, `profile`), and then has a diff from the right to the wrong tree: files start with `--- path`, and the first sign of
/// each line says in which of the trees it stands, `-` in the right one, `+` in the wrong one, a space in both.
pub fn parse_cases(text: &str) -> Result<Vec<Case>, CaseError> {
    let mut cases: Vec<Case> = Vec::new();
    let mut path: Option<String> = None;
    // Empty lines between two files or cases belong to neither.
    let mut empty = 0;
    for (index, line) in text.lines().enumerate() {
        let error = |message: String| CaseError { line: index + 1, message };
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push(Case::empty(name));
            path = None;
            empty = 0;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("--- ") {
            path = Some(name.trim_end().to_owned());
            empty = 0;
        } else if line.is_empty() {
            empty += 1;
        } else if let Some(path) = &path {
            for line in [""].into_iter().cycle().take(empty).chain([line]) {
                case.take_line(path, line).map_err(error)?;
            }
            empty = 0;
        } else {
            case.take_key(line).map_err(error)?;
        }
    }
    Ok(cases)
}

/// The text that [`parse_cases`] reads.
pub fn write_cases(cases: &[Case]) -> String {
    cases.iter().map(Case::to_string).collect::<Vec<_>>().join("\n")
}

impl Case {
    fn empty(name: &str) -> Self {
        Self {
            name: name.trim().to_owned(),
            rule: String::new(),
            locale: String::new(),
            target: Target::Message(String::new()),
            profile: Profile::Prose,
            right: Tree::default(),
            wrong: Tree::default(),
        }
    }

    /// Whether there is something to find in it.
    pub fn has_defect(&self) -> bool {
        self.right != self.wrong
    }

    fn take_key(&mut self, line: &str) -> Result<(), String> {
        let (key, value) =
            line.split_once(": ").ok_or_else(|| format!("`{line}` is no `key: value`"))?;
        match (key, value) {
            ("rule", _) => value.clone_into(&mut self.rule),
            ("locale", _) => value.clone_into(&mut self.locale),
            ("message", _) => self.target = Target::Message(value.to_owned()),
            ("file", _) => self.target = Target::File(value.to_owned()),
            ("profile", "prose") => self.profile = Profile::Prose,
            ("profile", "software") => self.profile = Profile::Software,
            _ => return Err(format!("`{line}` is not known")),
        }
        Ok(())
    }

    fn take_line(&mut self, path: &str, line: &str) -> Result<(), String> {
        let mut rest = line.chars();
        let (right, wrong) = match rest.next() {
            Some(' ') | None => (true, true),
            Some('-') => (true, false),
            Some('+') => (false, true),
            Some(_) => return Err(format!("`{line}` does not start with ` `, `-` or `+`")),
        };
        let trees = [(right, &mut self.right), (wrong, &mut self.wrong)];
        for (_, tree) in trees.into_iter().filter(|(is_in, _)| *is_in) {
            let file = tree.files.entry(path.to_owned()).or_default();
            match rest.as_str().strip_suffix(NO_LINE_BREAK) {
                Some(last) => file.push_str(last),
                None => file.extend([rest.as_str(), "\n"]),
            }
        }
        Ok(())
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let profile = match self.profile {
            Profile::Prose => "prose",
            Profile::Software => "software",
        };
        writeln!(f, "=== {}", self.name)?;
        if !self.rule.is_empty() {
            writeln!(f, "rule: {}", self.rule)?;
        }
        writeln!(f, "locale: {}", self.locale)?;
        match &self.target {
            Target::Message(id) => writeln!(f, "message: {id}")?,
            Target::File(path) => writeln!(f, "file: {path}")?,
        }
        writeln!(f, "profile: {profile}")?;
        let (right, wrong) = (self.right.spelled_out(), self.wrong.spelled_out());
        let mut paths: Vec<&String> = right.files.keys().chain(wrong.files.keys()).collect();
        paths.sort();
        paths.dedup();
        for path in paths {
            writeln!(f, "--- {path}")?;
            write_difference(f, right.text(path), wrong.text(path))?;
        }
        Ok(())
    }
}

/// Two texts as one: what they have in common at the start and at the end, and between these the one, then the other.
fn write_difference(f: &mut fmt::Formatter<'_>, right: &str, wrong: &str) -> fmt::Result {
    let (right, wrong) = (lines(right), lines(wrong));
    let same = |(a, b): &(&String, &String)| a == b;
    let start = right.iter().zip(&wrong).take_while(same).count();
    let most = right.len().min(wrong.len()) - start;
    let end = right.iter().rev().zip(wrong.iter().rev()).take(most).take_while(same).count();
    let parts = [
        (' ', right.get(..start)),
        ('-', right.get(start..right.len() - end)),
        ('+', wrong.get(start..wrong.len() - end)),
        (' ', right.get(right.len() - end..)),
    ];
    for (sign, lines) in parts {
        for line in lines.unwrap_or_default() {
            if sign == ' ' && line.is_empty() {
                writeln!(f)?;
            } else {
                writeln!(f, "{sign}{line}")?;
            }
        }
    }
    Ok(())
}

/// The lines of a text, with a mark where the last one does not end.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| match line.strip_suffix('\n') {
        Some(line) => line.to_owned(),
        None => format!("{line}{NO_LINE_BREAK}"),
    };
    text.split_inclusive('\n').map(line).collect()
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for CaseError {}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = "=== drop-a-word\nrule: variable-mismatch\nlocale: es\nmessage: a\nprofile: software\n--- en-US/faq.ftl\n a = A { $x }\n--- es/faq.ftl\n # Note\n-a = A { $x }\n+a = A\n\n b = B⟦no line break⟧\n--- es/more.ftl\n+c = ⟦U+202E⟧C\n";

    #[test]
    fn a_case_is_written_as_it_is_read() {
        let cases = parse_cases(CASE).expect("a case");
        assert_eq!(write_cases(&cases), CASE);
        let case = cases.first().expect("a case");
        assert_eq!(case.right.text("es/faq.ftl"), "# Note\na = A { $x }\n\nb = B");
        assert_eq!(case.wrong.text("es/faq.ftl"), "# Note\na = A\n\nb = B");
        assert!(!case.right.files.contains_key("es/more.ftl"));
    }

    #[test]
    fn an_empty_line_between_two_cases_belongs_to_neither() {
        let cases = parse_cases(&format!("{CASE}\n{CASE}")).expect("two cases");
        assert_eq!(cases.first(), cases.last());
    }

    #[test]
    fn a_mistake_in_a_case_has_a_line() {
        let error = parse_cases("=== x\nrul: y\n").expect_err("a mistyped key");
        assert_eq!(error.to_string(), "line 2: `rul: y` is not known");
    }
}
