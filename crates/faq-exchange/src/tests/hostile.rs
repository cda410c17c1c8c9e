//! Claims about files that mean no good.

use super::{exported, imported};
use crate::Format;

/// Why a file is not taken.
fn refused(format: Format, text: &str) -> String {
    let problem = format.read(text).expect_err(text);
    assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
    format!("{}: {problem}", problem.span.start)
}

#[test]
fn xml_that_could_hide_or_blow_up_something_is_refused() {
    let deep = format!("<xliff version=\"1.2\">{}", "<g>".repeat(100));
    let many = format!(
        "<xliff version=\"1.2\" {}/>",
        (0..50).map(|it| format!("a{it}=\"\" ")).collect::<String>()
    );
    insta::assert_snapshot!(
        [
            "<!DOCTYPE x [<!ENTITY a \"b\">]><xliff version=\"1.2\">&a;</xliff>",
            "<xliff version=\"1.2\"><file>&a;</file></xliff>",
            "<xliff version=\"1.2\"><file a=\"&a;\"/></xliff>",
            "<xliff version=\"1.2\"><file>",
            "<xliff version=\"1.2\"></file></xliff>",
            "<xliff version=\"1.2\"/><xliff/>",
            "<xliff version=\"2.0\"/>",
            "text",
            "",
            &deep,
            &many,
            "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"ar\"/><file source-language=\"en\" target-language=\"es\"/></xliff>",
        ]
        .map(|text| refused(Format::Xliff, text))
        .join("\n"),
        @"
        0: the file has a document type, which could hide anything
          help: remove the `<!DOCTYPE …>`
        27: nothing says what `&a;` is
          help: write the character itself
        21: the attribute `a`: at 1..2: unrecognized entity `a`
        0: the element `xliff` does not end
          help: the end of the file may be lost
        21: this is no XML that can be read: ill-formed document: expected `</xliff>`, but `</file>` was found
        30: there is more than one element outside of all others
        0: this is no XLIFF of version 1.2
          help: XLIFF 2 is `xliff2` here
        0: there is text outside of all elements
        0: there is no element in this file
        114: there are too many elements, or they nest too deep
        0: `xliff` has too many attributes
        70: the `target-language` is `es` here and `ar` above
          help: hand in one file a language
        "
    );
}

#[test]
fn po_and_tables_that_cannot_be_read_are_refused_with_a_place() {
    insta::assert_snapshot!(
        [
            (Format::Po, "msgctxt \"a\"\nmsgid \"b\"\n"),
            (Format::Po, "msgid \"b\"\nmsgstr \"c\"\n"),
            (Format::Po, "msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"c\"\nmsgstr[0] \"d\"\n"),
            (Format::Po, "msgctxt \"a\"\nmsgid \"b\"\n\nmsgctxt \"c\"\nmsgid \"d\"\nmsgstr \"e\"\n"),
            (Format::Po, "msgctxt \"a\"\nmsgid \"b\nmsgstr \"c\"\n"),
            (Format::Po, "msgctxt \"a\"\nmsgid \"\\x41\"\nmsgstr \"c\"\n"),
            (Format::Po, "msgctxt \"a\"\nmsgid \"b\" \"c\"\nmsgstr \"c\"\n"),
            (Format::Po, "\"lost\"\n"),
            (Format::Csv, "a,b\n"),
            (Format::Csv, "id,translation\na,b,c\n"),
        ]
        .map(|(format, text)| refused(format, text))
        .join("\n"),
        @r#"
        0: this text has no `msgstr`
          help: the end of the file may be lost
        0: this text has no `msgctxt`, which says which one it is
          help: export the file again; a tool may have dropped it
        22: `msgid_plural` is not known here
          help: this file has one text a translation; plural forms are texts of their own
        23: this text has a second `msgctxt`
          help: remove it, or give the text before it the `msgstr` that it lacks
        12: a text in quotation marks is expected here
          help: each line of a text stands in quotation marks of its own
        12: nothing says what `\x` is
        12: there is a quotation mark too many
          help: one that is part of a text is written `\"`
        0: this line belongs to no text
        0: the first row has no columns `id` and `translation`
          help: the first row names the columns: id, state, reference, translation, note, group, file, before
        15: this row cannot be read: CSV error: record 1 (line: 2, byte: 15): found record with 3 fields, but the previous record has 2 fields
          help: every row has as many columns as the first one
        "#
    );
}

#[test]
fn a_text_that_is_there_twice_is_refused() {
    let mut exchange = exported();
    let unit = exchange.units[0].clone();
    exchange.units.push(unit);
    let problem = imported(&exchange).expect_err("twice");
    assert_eq!(problem.message, "the text `victims` is there twice");
}

#[test]
fn a_table_never_holds_a_formula() {
    let text = Format::Csv.write(&exported());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for record in reader.records() {
        for value in &record.expect("a row") {
            assert!(!value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{value:?}");
        }
    }
}

#[test]
fn states_of_a_file_never_become_ours() {
    let mut exchange = exported();
    exchange.units.retain(|unit| unit.id == "menu");
    exchange.units[0].target = "جديدة".to_owned();
    let import = imported(&exchange).expect("it can be taken");
    assert_eq!(import.messages.len(), 1, "a change is a change, reviewed or not");
}

#[test]
fn choices_in_choices_do_not_grow_beyond_all_bounds() {
    let nested = (0..7).fold("x".to_owned(), |inner, depth| {
        format!("{{ $n{depth} ->\n [one] x\n *[other] {inner}\n }}")
    });
    let text = format!("a = {nested}\n");
    let file = crate::FtlSource { name: "faq.ftl", text: &text };
    let exchange = crate::export(super::ARABIC, &[file], &[file], &|_| crate::State::Draft);
    assert!((8..20_000).contains(&exchange.units.len()), "{}", exchange.units.len());
}

#[test]
fn a_problem_is_at_its_place_after_a_byte_order_mark_too() {
    let broken = "<xliff>\n  <!DOCTYPE x></xliff>";
    for format in [Format::Xliff, Format::Xliff2, Format::Tmx, Format::Tbx] {
        let place = |text: &str| format.read(text).expect_err("broken").span.start;
        let mark = '\u{feff}'.len_utf8();
        assert_eq!(place(&format!("\u{feff}{broken}")), place(broken) + mark, "{format:?}");
    }
}
