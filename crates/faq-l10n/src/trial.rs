//! Messages formatted by fluent-bundle with arguments that stand for all that a program may give.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Arc, Mutex},
};

use faq_content::LocaleTag;
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{
    limits::Limits,
    locale_files::{LocaleFiles, MessageRef},
    messages::{self, FormatFailure},
    outline::{Outline, Target, TextKind},
};

/// All messages of one locale, to be formatted with samples.
///
/// Only what was measured is formatted, as by [`Messages`](crate::Messages).
pub struct Trial<'f, 's> {
    files: &'f LocaleFiles<'s>,
    bundle: FluentBundle<FluentResource>,
    answers: Answers,
}

/// A value for a variable or a function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample<'s> {
    /// A number.
    Number(f64),
    /// A text.
    Text(&'s str),
}

/// What functions without an argument return, by name.
type Answers = Arc<Mutex<BTreeMap<String, String>>>;

impl<'f, 's> Trial<'f, 's> {
    /// Loads what `files` define. Every function of `functions` is known and returns its argument.
    pub fn new(tag: &LocaleTag, files: &'f LocaleFiles<'s>, functions: &BTreeSet<&str>) -> Self {
        let mut bundle = messages::bundle(tag, files);
        let answers = Answers::default();
        // A message of the same name takes the function's place, as it does in a program that adds its functions last.
        let _ = bundle.add_function("NUMBER", number);
        for name in functions.iter().chain(&["DATETIME"]).map(|name| (*name).to_owned()) {
            let known = Arc::clone(&answers);
            let _ = bundle.add_function(&name.clone(), move |positional, _| {
                positional.first().cloned().unwrap_or_else(|| {
                    let answer = known.lock().ok().and_then(|known| known.get(&name).cloned());
                    answer.unwrap_or_default().into()
                })
            });
        }
        Self { files, bundle, answers }
    }

    /// The text of the value of the message at `place`, or of one of its attributes.
    pub fn format(
        &self,
        place: MessageRef,
        attribute: Option<&str>,
        samples: &[(Target<'_>, Sample<'_>)],
    ) -> Result<String, FormatFailure> {
        let (_, outline) = self.files.at(place).ok_or(FormatFailure::Missing)?;
        if let Some(danger) = self.files.expansion(place).danger() {
            return Err(FormatFailure::Unsafe(danger));
        }
        let mut arguments = FluentArgs::new();
        for (target, sample) in samples {
            match (target, sample) {
                (Target::Variable(name), Sample::Number(number)) => arguments.set(*name, *number),
                (Target::Variable(name), Sample::Text(text)) => arguments.set(*name, *text),
                (Target::Function(name), Sample::Text(text)) => {
                    if let Ok(mut answers) = self.answers.lock() {
                        answers.insert((*name).to_owned(), (*text).to_owned());
                    }
                }
                (Target::Function(_) | Target::Message(..) | Target::Term(..), _) => {}
            }
        }
        let text = messages::format(&self.bundle, outline.id(), attribute, &arguments)?;
        match left_over(&text).filter(|_| !shows_braces(outline)) {
            Some(name) => Err(FormatFailure::Broken(format!("`{name}` is left as it is"))),
            None => Ok(text),
        }
    }
}

impl fmt::Debug for Trial<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trial").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

/// The function `NUMBER`, with no more digits than a sample needs: fluent-bundle's own writes as many as it is told, up to
/// all of the memory.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else {
        return FluentValue::from(NO_NUMBER);
    };
    let mut number = number.clone();
    number.options.merge(named);
    let digits = &mut number.options.minimum_fraction_digits;
    *digits = digits.map(|digits| digits.min(Limits::SAMPLE_DIGITS));
    FluentValue::Number(number)
}

/// What stands in the text where `NUMBER` is given no number. fluent-bundle writes the same without the brackets, and
/// reports no error.
const NO_NUMBER: &str = "{NUMBER()}";

/// The name in the first `{$name}` or `{NAME()}` of a formatted text. fluent-bundle reports an error for all others.
pub(crate) fn left_over(text: &str) -> Option<&str> {
    text.match_indices('{').find_map(|(open, _)| {
        let (name, _) = text.get(open + 1..)?.split_once('}')?;
        let word = name.strip_prefix('$').or_else(|| name.strip_suffix("()"))?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (!word.is_empty() && word.bytes().all(is_name)).then_some(name)
    })
}

/// Whether a message shows brackets because it says so: `{ "{" }`.
fn shows_braces(outline: Outline<'_, '_>) -> bool {
    let mut literals = outline.texts().iter().filter(|text| text.kind == TextKind::Literal);
    literals.any(|text| text.shown().contains('{'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Content, Kind, LocaleFolder, Scope, SourceFile};

    fn format(source: &str, count: f64) -> Result<String, FormatFailure> {
        let file = SourceFile {
            path: "x.ftl".into(),
            name: "x.ftl".into(),
            content: Content::Text(source.into()),
        };
        let folder = LocaleFolder { files: vec![file], ..LocaleFolder::default() };
        let files = LocaleFiles::parse(&folder, Scope::File);
        let functions = BTreeSet::from(["PLATFORM", "LOWER"]);
        let trial = Trial::new(&LocaleTag::parse("cs").expect("a tag"), &files, &functions);
        let samples = [
            (Target::Variable("count"), Sample::Number(count)),
            (Target::Function("PLATFORM"), Sample::Text("macos")),
        ];
        trial.format(files.find(Kind::Message, "m").expect("the message"), None, &samples)
    }

    fn broken(reason: &str) -> Result<String, FormatFailure> {
        Err(FormatFailure::Broken(reason.to_owned()))
    }

    #[test]
    fn a_variable_that_a_term_is_not_given_is_found_in_the_text() {
        assert_eq!(format("-t = { $x }\nm = { -t }\n", 1.0), broken("`$x` is left as it is"));
        assert_eq!(format("-t = { $x }\nm = { -t(y: 1) }\n", 1.0), broken("`$x` is left as it is"));
        assert_eq!(format("-t = { $x }\nm = { -t(x: 1) }\n", 1.0).as_deref(), Ok("1"));
        // A message that a term shows has the term's arguments only.
        let through = "-t = { n }\nn = { $count }\nm = { -t }\n";
        assert_eq!(format(through, 1.0), broken("`$count` is left as it is"));
    }

    #[test]
    fn a_reference_that_only_one_variant_has_is_broken_in_that_variant() {
        let source = "m = { $count ->\n    [one] x\n    [few] { gone }\n   *[other] { n.title }\n }\nn = x\n";
        assert_eq!(format(source, 1.0).as_deref(), Ok("x"));
        assert_eq!(format(source, 3.0), broken("there is no message `gone`"));
        assert_eq!(format(source, 5.0), broken("there is no `n.title`"));
        assert_eq!(
            format("m = { n }\nn =\n    .a = x\n", 1.0),
            broken("`n` has no text of its own")
        );
    }

    #[test]
    fn functions_return_their_argument_or_the_sample() {
        assert_eq!(format("m = { LOWER($count) }\n", 2.0).as_deref(), Ok("2"));
        let platform = "m = { PLATFORM() ->\n    [macos] Mac\n   *[other] PC\n }\n";
        assert_eq!(format(platform, 1.0).as_deref(), Ok("Mac"));
        assert_eq!(format("m = { NUMBER(\"x\") }\n", 1.0), broken("`NUMBER()` is left as it is"));
    }

    #[test]
    fn digits_without_end_are_not_written() {
        let source = "m = { NUMBER($count, minimumFractionDigits: 999999999999999) ->\n    [one] { NUMBER($count, minimumFractionDigits: 999999999999999) }\n   *[other] { NUMBER($count, minimumFractionDigits: 999999999999999) }\n }\n";
        assert!(format(source, 1.0).is_ok_and(|text| text.len() < 10));
    }

    #[test]
    fn brackets_that_a_message_wants_are_no_defect() {
        assert_eq!(format("m = { \"{$x}\" }\n", 1.0).as_deref(), Ok("{$x}"));
        assert_eq!(left_over("a {b c} {} {$} {d}"), None);
    }

    #[test]
    fn what_is_unsafe_is_refused_before_it_is_formatted() {
        assert!(matches!(format("m = { m }\n", 1.0), Err(FormatFailure::Unsafe(_))));
    }
}
