//! Reading a Fluent file: every place that is named is one of the file, and what a parser may see is harmless.

use std::ops::Range;

use faq_l10n::{FtlFile, Limits, Oversized, Pseudo, pseudo, span_of};

use crate::text_of;

/// Reads the bytes as a Fluent file.
pub fn reading(bytes: &[u8]) {
    let source = text_of(bytes);
    let file = FtlFile::parse("x.ftl", "x.ftl", &source);
    for error in &file.syntax_errors {
        is_in(&source, &error.span);
        is_in(&source, &error.lost);
    }
    for oversized in &file.oversized {
        match oversized {
            Oversized::File(size) => assert!(*size > Limits::FILE_BYTES as u64),
            Oversized::Nesting(range) | Oversized::Message(range) | Oversized::Entries(range) => {
                is_in(&source, range);
            }
        }
    }
    let mut last = 0;
    for outline in file.outlines.iter() {
        let span = span_of(&source, outline.id()).expect("an id is a part of its file");
        assert_eq!(source.get(span.clone()), Some(outline.id()));
        assert!(last <= span.start, "messages are not in the order of the file");
        last = span.end;
    }
    a_resolver_sees_what_rules_see(&file);
    for made_up in Pseudo::ALL {
        let disguised = pseudo(&source, made_up);
        assert!(FtlFile::parse("x.ftl", "x.ftl", &disguised).outlines.len() <= file.outlines.len());
    }
}

/// A Fluent parser reads the parts that are left as one text, so they have to be harmless together as well, and the same.
fn a_resolver_sees_what_rules_see(file: &FtlFile<'_>) {
    let safe = file.safe_source();
    let again = FtlFile::parse("x.ftl", "x.ftl", &safe);
    assert_eq!(again.oversized, [], "what is left is not harmless: {safe:?}");
    assert_eq!(again.syntax_errors, [], "what is left cannot be read: {safe:?}");
    let ids = |file: &FtlFile<'_>| file.outlines.iter().map(|it| it.id().to_owned()).collect();
    let (seen, judged): (Vec<String>, Vec<String>) = (ids(&again), ids(file));
    assert_eq!(seen, judged, "{safe:?}");
}

fn is_in(source: &str, range: &Range<usize>) {
    assert!(source.get(range.clone()).is_some(), "{range:?} is no part of the file: {source:?}");
}
