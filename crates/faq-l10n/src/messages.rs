//! The messages of one locale, ready to be formatted by fluent-bundle with the facts filled in.

use std::{
    collections::{BTreeMap, HashSet},
    fmt,
};

use faq_content::{Catalog, LocaleTag};
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use icu_locale::Locale;
use unic_langid::LanguageIdentifier;

use crate::{
    cldr,
    expansion::Unsafe,
    limits::Limits,
    locale_files::{LocaleFiles, MessageRef},
    outline::{Kind, Outline, Target},
    trial::left_over,
};

/// All messages of one locale.
///
/// Only what was measured is formatted: a message over a limit, or one that uses such a message, is refused before
/// fluent-bundle sees it. Bidi isolates are off: the only variables are numbers, which need none, and every consumer of
/// plain text would have to take them out again.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Name and value. `FluentArgs` cannot be shared between threads, so it is made where it is used.
    facts: Vec<(String, i64)>,
    refused: BTreeMap<String, FormatFailure>,
}

/// Why a message has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatFailure {
    /// There is no such message, or it has no value.
    Missing,
    /// It is over a limit.
    Unsafe(Unsafe),
    /// It refers to something that does not exist, which is named.
    Broken(String),
}

impl Messages {
    /// Loads what `files` define and gives messages the facts of `catalog`.
    pub fn new(tag: &LocaleTag, catalog: &Catalog, files: &LocaleFiles<'_>) -> Self {
        let mut bundle = bundle(tag, files);
        bundle.set_formatter(Some(format_fact));
        let facts =
            catalog.facts().iter().map(|fact| (fact.id.to_string(), fact.integer)).collect();
        Self { bundle, facts, refused: refused(files) }
    }

    /// The text of the value of message `id`.
    pub fn format(&self, id: &str) -> Result<String, FormatFailure> {
        if let Some(failure) = self.refused.get(id) {
            return Err(failure.clone());
        }
        let facts: FluentArgs<'_> = self
            .facts
            .iter()
            .map(|(name, value)| (name.as_str(), FluentValue::from(*value)))
            .collect();
        let text = format(&self.bundle, id, None, &facts)?;
        match left_over(&text) {
            Some(name) => Err(FormatFailure::Broken(format!("`{name}` is left as it is"))),
            None => Ok(text),
        }
    }
}

/// What `files` define, as fluent-bundle takes it.
pub(crate) fn bundle(tag: &LocaleTag, files: &LocaleFiles<'_>) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![fluent_tag(tag)]);
    bundle.set_use_isolating(false);
    for file in &files.files {
        let resource = match FluentResource::try_new(file.safe_source()) {
            Ok(resource) => resource,
            // Syntax errors are findings; what could be read is used.
            Err((resource, _)) => resource,
        };
        // Duplicates are findings; the first definition counts.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The value or an attribute of message `id`, which has to be measured before.
pub(crate) fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    arguments: &FluentArgs<'_>,
) -> Result<String, FormatFailure> {
    let message = bundle.get_message(id).ok_or(FormatFailure::Missing)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    };
    let mut errors = Vec::new();
    let pattern = pattern.ok_or(FormatFailure::Missing)?;
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
    match errors.first() {
        Some(error) => Err(FormatFailure::Broken(reason(error))),
        None if text.trim().is_empty() => Err(FormatFailure::Missing),
        None => Ok(text),
    }
}

/// What fluent-bundle objects to, in words for translators.
fn reason(error: &FluentError) -> String {
    let FluentError::ResolverError(error) = error else { return error.to_string() };
    match error {
        ResolverError::Reference(kind) => match kind {
            ReferenceKind::Function { id } => format!("there is no function `{id}`"),
            ReferenceKind::Message { id, attribute: None } => format!("there is no message `{id}`"),
            ReferenceKind::Term { id, attribute: None } => format!("there is no term `-{id}`"),
            ReferenceKind::Message { id, attribute: Some(attribute) } => {
                format!("there is no `{id}.{attribute}`")
            }
            ReferenceKind::Term { id, attribute: Some(attribute) } => {
                format!("there is no `-{id}.{attribute}`")
            }
            ReferenceKind::Variable { id } => format!("there is no `${id}`"),
        },
        ResolverError::NoValue(id) => format!("`{id}` has no text of its own"),
        ResolverError::MissingDefault => "a choice has no variant marked with `*`".to_owned(),
        ResolverError::Cyclic => "it refers to itself".to_owned(),
        ResolverError::TooManyPlaceables => "it is too large".to_owned(),
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

/// The messages that fluent-bundle must not be asked for, or would answer wrongly.
fn refused(files: &LocaleFiles<'_>) -> BTreeMap<String, FormatFailure> {
    let spoiled = spoiled(files);
    let mut refused = BTreeMap::new();
    for (place, outline) in files.messages() {
        if outline.kind() != Kind::Message || files.find(Kind::Message, outline.id()) != Some(place)
        {
            continue;
        }
        if let Some(danger) = files.danger(place) {
            refused.insert(outline.id().to_owned(), FormatFailure::Unsafe(danger));
        } else if spoiled.contains(&place) {
            let failure = FormatFailure::Broken("a term in it shows a variable".to_owned());
            refused.insert(outline.id().to_owned(), failure);
        }
    }
    refused
}

/// Terms that show a variable, and whatever uses them. Inside a term only its own arguments exist; fluent-bundle shows
/// the name of any other variable in the text and reports no error.
fn spoiled(files: &LocaleFiles<'_>) -> HashSet<MessageRef> {
    let shows_variable = |outline: Outline<'_, '_>| {
        outline.references().iter().any(|it| it.shown && matches!(it.target, Target::Variable(_)))
    };
    let terms = files.messages().filter(|(_, it)| it.kind() == Kind::Term && shows_variable(*it));
    let mut spoiled: HashSet<MessageRef> = terms.map(|(place, _)| place).collect();
    if spoiled.is_empty() {
        return spoiled;
    }
    // Longer chains are refused for their length.
    for _ in 0..=Limits::CHAIN {
        let uses_spoiled = |outline: Outline<'_, '_>| {
            outline.references().iter().any(|it| {
                let found = match it.target {
                    Target::Message(id, _) => files.find(Kind::Message, id),
                    Target::Term(id, _) => files.find(Kind::Term, id),
                    Target::Variable(_) | Target::Function(_) => None,
                };
                found.is_some_and(|found| spoiled.contains(&found))
            })
        };
        let more: Vec<MessageRef> = files
            .messages()
            .filter(|(_, outline)| uses_spoiled(*outline))
            .map(|(place, _)| place)
            .collect();
        spoiled.extend(more);
    }
    spoiled
}

/// A number as the locale writes it. Everything else fluent-bundle writes itself.
fn format_fact(
    value: &FluentValue<'_>,
    memoizer: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "facts are whole numbers far below 2^53; others are left alone"
    )]
    let whole = number.value as i64;
    #[expect(
        clippy::cast_precision_loss,
        reason = "compared only to tell whether the number is whole"
    )]
    let is_whole = (whole as f64 - number.value).abs() < f64::EPSILON
        && number.options.minimum_fraction_digits.is_none();
    if !is_whole {
        return None;
    }
    memoizer
        .with_try_get::<MemoizedLocale, _, _>((), |locale| cldr::plain_digits(whole, &locale.0))
        .ok()
}

/// The bundle's locale as ICU4X takes it, kept by fluent-bundle for as long as the bundle lives.
struct MemoizedLocale(Locale);

impl intl_memoizer::Memoizable for MemoizedLocale {
    type Args = ();
    type Error = icu_locale::ParseError;

    fn construct(lang: LanguageIdentifier, (): Self::Args) -> Result<Self, Self::Error> {
        lang.to_string().parse().map(Self)
    }
}

/// The one place where a tag passes from ICU4X to fluent-bundle.
fn fluent_tag(tag: &LocaleTag) -> LanguageIdentifier {
    tag.as_str().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use faq_content::CatalogFile;

    use super::*;
    use crate::{Content, LocaleFolder, SourceFile};

    const CATALOG: &str = "format = 1\n[[fact]]\nid = \"age\"\ninteger = 18\nnote = \"n\"\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"e\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"p\"\nfacts = [\"age\"]\n";

    fn format(tag: &str, source: &str) -> Result<String, FormatFailure> {
        let catalog = Catalog::parse(&[CatalogFile { path: "c".into(), text: CATALOG.into() }])
            .expect("a catalog");
        let file = SourceFile {
            path: "x.ftl".into(),
            name: "x.ftl".into(),
            content: Content::Text(source.into()),
        };
        let folder = LocaleFolder { files: vec![file], ..LocaleFolder::default() };
        Messages::new(
            &LocaleTag::parse(tag).expect("a tag"),
            &catalog,
            &LocaleFiles::parse(&folder, crate::Scope::Locale),
        )
        .format("m")
    }

    #[test]
    fn facts_have_the_digits_of_the_locale_and_no_isolates() {
        assert_eq!(format("ar", "m = أقل من { $age } سنة\n").as_deref(), Ok("أقل من 18 سنة"));
        assert_eq!(format("ar-EG", "m = أقل من { $age } سنة\n").as_deref(), Ok("أقل من ١٨ سنة"));
        assert_eq!(format("bn", "m = { $age }\n").as_deref(), Ok("১৮"));
    }

    #[test]
    fn facts_are_numbers_that_plural_selectors_can_use() {
        let source = "m = { $age ->\n    [one] год\n    [few] года\n   *[many] { $age } лет\n }\n";
        assert_eq!(format("ru", source).as_deref(), Ok("18 лет"));
    }

    #[test]
    fn a_message_with_anything_unresolved_has_no_text() {
        for source in [
            "m = { $agee }\n",
            "m = { -t }\n",
            "m = { x }\n",
            "m = { X() }\n",
            "-t = { $age }\nm = { -t }\n",
            "-t = { n }\nn = { $age }\nm = { -t }\n",
        ] {
            assert!(matches!(format("es", source), Err(FormatFailure::Broken(_))), "{source}");
        }
        for source in ["n = x\n", "m = { \"\" }\n", "m =\n    .a = b\n"] {
            assert_eq!(format("es", source), Err(FormatFailure::Missing), "{source}");
        }
    }

    #[test]
    fn the_input_that_makes_fluent_bundle_panic_is_refused_before_it_is_formatted() {
        let source = format!("x = {}\nm = {{ {{ x }} }}\n", "{ \"a\" }".repeat(101));
        assert!(matches!(format("es", &source), Err(FormatFailure::Unsafe(_))));
    }
}
