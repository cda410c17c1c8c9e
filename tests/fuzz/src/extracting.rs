//! Outlining messages: every part is one of the file and stands where it says, and sizes are added up without an end.

use faq_l10n::{
    Argument, Content, LocaleFiles, LocaleFolder, Origin, Outline, Scope, SourceFile, Target,
    Value, fingerprint, span_of,
};

use crate::text_of;

/// Outlines the bytes as a Fluent file of a locale.
pub fn extracting(bytes: &[u8]) {
    let source = text_of(bytes);
    let file = SourceFile {
        path: "es/x.ftl".to_owned(),
        name: "x.ftl".to_owned(),
        content: Content::Text(source.clone()),
    };
    let folder = LocaleFolder { files: vec![file], ..LocaleFolder::default() };
    for scope in [Scope::Locale, Scope::File] {
        let files = LocaleFiles::parse(&folder, scope);
        let source = folder.files.first().map_or("", |file| file.content.text());
        for (place, outline) in files.messages() {
            holds_together(source, outline);
            assert_eq!(files.danger(place), files.expansion(place).danger(), "{source:?}");
            assert_eq!(fingerprint(&[(&files, place)], &[]).len(), 32);
        }
        for duplicate in &files.duplicates {
            let id = |place| files.at(place).map(|(_, outline)| outline.id());
            assert!(id(duplicate.first).is_some() && id(duplicate.first) == id(duplicate.second));
            assert!(duplicate.first < duplicate.second);
        }
    }
}

fn holds_together(source: &str, outline: Outline<'_, '_>) {
    let branches = outline.branches();
    let is_branch = |index: usize| assert!(index < branches.len(), "no branch {index}: {source:?}");
    for (index, branch) in branches.iter().enumerate() {
        match branch.origin {
            Origin::Value => {}
            Origin::Attribute(name) => are_parts(source, [name]),
            Origin::Variant { parent, select, key, selector, default: _ } => {
                assert!(parent < index, "a variant before what it is in: {source:?}");
                let select = outline.selects().get(select).expect("a variant of something");
                assert_eq!(select.branch, parent, "{source:?}");
                are_parts(source, [key]);
                are_parts(source, selector);
            }
        }
        let (root, _) = outline.path(index).last().expect("a branch has a root");
        assert!(root <= index);
    }
    for text in outline.texts() {
        is_branch(text.branch);
        are_parts(source, [text.raw]);
        let _ = text.shown();
    }
    for reference in outline.references() {
        is_branch(reference.branch);
        target(source, reference.target);
    }
    for select in outline.selects() {
        is_branch(select.branch);
        value(source, select.selector);
        select.call.iter().for_each(|call| assert!(*call < outline.calls().len(), "{source:?}"));
    }
    for call in outline.calls() {
        is_branch(call.branch);
        target(source, call.callee);
        for Argument { name, value: given } in outline.arguments(call) {
            are_parts(source, *name);
            value(source, *given);
        }
    }
}

fn target(source: &str, target: Target<'_>) {
    match target {
        Target::Variable(name) | Target::Function(name) => are_parts(source, [name]),
        Target::Message(id, attribute) | Target::Term(id, attribute) => {
            are_parts(source, [id]);
            are_parts(source, attribute);
        }
    }
}

fn value(source: &str, value: Value<'_>) {
    match value {
        Value::Text(part) | Value::Number(part) | Value::Variable(part) => {
            are_parts(source, [part]);
        }
        Value::Other => {}
    }
}

fn are_parts<'p>(source: &str, parts: impl IntoIterator<Item = &'p str>) {
    for part in parts {
        let span = span_of(source, part);
        assert_eq!(span.and_then(|span| source.get(span)), Some(part), "{source:?}");
    }
}
