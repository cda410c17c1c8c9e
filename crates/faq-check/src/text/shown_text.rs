//! The running text of a message, as far as it can be known without formatting it.

use faq_l10n::{Features, Kind, LocaleFiles, Origin, Outline, Target, Text, TextKind};

use super::running_text::PLACEABLE;

/// Writes the text of a message into `text`, with [`PLACEABLE`] between texts that a placeable parts: its value, then its
/// attributes, with an empty line between them and the default of every select expression.
pub(crate) fn shown_text(message: Outline<'_, '_>, text: &mut String) {
    text.clear();
    let mut before: Option<&Text<'_>> = None;
    for part in shown_parts(message) {
        if let Some(before) = before {
            let same_root = root_of(message, before.branch) == root_of(message, part.branch);
            if !same_root {
                text.push_str("\n\n");
            } else if !before.raw.ends_with('\n') {
                text.push(PLACEABLE);
            }
        }
        text.push_str(&part.shown());
        before = Some(part);
    }
}

/// Adds the texts of the messages and terms that a message refers to, where `files` have them.
pub(crate) fn add_referenced(files: &LocaleFiles<'_>, message: Outline<'_, '_>, text: &mut String) {
    for referenced in referenced(files, message) {
        for part in shown_parts(referenced) {
            text.push(PLACEABLE);
            text.push_str(&part.shown());
        }
    }
}

/// How many characters readers see of a message, give or take a few: what is put in from elsewhere counts as some, but for
/// the locale's own terms.
pub(crate) fn shown_length(files: &LocaleFiles<'_>, message: Outline<'_, '_>) -> usize {
    let of = |message| shown_parts(message).map(|it| it.raw.chars().count()).sum::<usize>();
    let references = message.references().iter();
    let shown = references.filter(|it| it.shown && is_default(message, it.branch));
    let lengths = shown.map(|reference| match reference.target {
        Target::Term(id, None) => {
            let term = files.find(Kind::Term, id).and_then(|place| files.at(place));
            term.map_or(PLACEABLE_LENGTH, |(_, term)| of(term))
        }
        Target::Term(_, Some(_)) | Target::Message(..) | Target::Variable(_) => PLACEABLE_LENGTH,
        Target::Function(_) => 0,
    });
    of(message) + lengths.sum::<usize>()
}

/// Characters that a text from elsewhere is taken for.
const PLACEABLE_LENGTH: usize = 5;

/// The messages and terms whose text is shown inside of a message.
fn referenced<'f, 's>(
    files: &'f LocaleFiles<'s>,
    message: Outline<'f, 's>,
) -> impl Iterator<Item = Outline<'f, 's>> {
    message.references().iter().filter_map(move |reference| {
        let place = match reference.target {
            Target::Term(id, None) => files.find(Kind::Term, id),
            Target::Message(id, None) => files.find(Kind::Message, id),
            Target::Term(_, Some(_))
            | Target::Message(_, Some(_))
            | Target::Variable(_)
            | Target::Function(_) => None,
        };
        let shown = reference.shown && is_default(message, reference.branch);
        place.filter(|_| shown).and_then(|place| files.at(place)).map(|(_, outline)| outline)
    })
}

/// The texts that are shown, those of the default of every select expression only.
fn shown_parts<'f, 's>(message: Outline<'f, 's>) -> impl Iterator<Item = &'f Text<'s>> {
    let texts = message.texts().iter();
    texts.filter(move |it| it.kind != TextKind::Steering && is_default(message, it.branch))
}

/// Whether a branch is no variant, or the default one.
fn is_default(message: Outline<'_, '_>, branch: usize) -> bool {
    !message.features().any(Features::SELECT)
        || message.path(branch).all(|(_, branch)| match branch.origin {
            Origin::Variant { default, .. } => default,
            Origin::Value | Origin::Attribute(_) => true,
        })
}

/// The value or attribute that a branch belongs to.
fn root_of(message: Outline<'_, '_>, branch: usize) -> Option<usize> {
    message.path(branch).last().map(|(root, _)| root)
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    #[test]
    fn lines_are_joined_and_placeables_leave_a_mark() {
        let source = "a = One { $x } two\n    three { $n ->\n        [one] no\n       *[other] four\n    }.\n    .b = Five\n";
        let file = FtlFile::parse("a.ftl", "a.ftl", source);
        let mut text = String::new();
        let message = file.outlines.get(0).expect("the fixture has a message");
        shown_text(message, &mut text);
        assert_eq!(text, "One \u{fffc} two\nthree \u{fffc}four\u{fffc}.\n\nFive");
    }

    #[test]
    fn only_what_stands_in_the_default_variant_has_a_length() {
        let length = |one: &str| {
            let source = format!("a = x {{ $n ->\n    [one] {one}\n   *[other] b\n }}\n");
            let file = FtlFile::parse("a.ftl", "a.ftl", &source);
            let files = LocaleFiles::of_files(vec![file], faq_l10n::Scope::Locale);
            shown_length(&files, files.message("a").expect("the fixture has a message"))
        };
        assert_eq!(length("{ $m }{ $m } and more"), length("a"));
    }
}
