//! Claims about changes of Fluent files.

use super::{CannotEdit, FtlEdit, edit, entries};

const FILE: &str = "\u{feff}### File\n\n# alone\n\n## Group\n\n# of a\na   =  A { $x }\n  .one=1\n    .two =\n        2\n\n\n# of -b\n-b = B\nbroken = {\n\n## Last\n\nc = C\n";

fn edited(source: &str, change: FtlEdit<'_>) -> Result<String, CannotEdit> {
    edit(source, &[change])
}

/// The lines that are gone and those that are new.
fn lines(change: FtlEdit<'_>) -> String {
    let crlf = FILE.replace('\n', "\r\n");
    let after = edited(FILE, change).expect("it can be done");
    assert_eq!(edited(&crlf, change), Ok(after.replace('\n', "\r\n")), "line ends stay");
    let same = FILE.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let ends = FILE.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
    let ends = ends.min(FILE.len() - same).min(after.len() - same);
    format!("{:?} → {:?}", &FILE[same..FILE.len() - ends], &after[same..after.len() - ends])
}

fn pattern<'a>(id: &'a str, attribute: Option<&'a str>, pattern: &'a str) -> FtlEdit<'a> {
    FtlEdit::SetPattern { id, attribute, pattern }
}

#[test]
fn a_value_or_an_attribute_changes_and_no_other_byte() {
    insta::assert_snapshot!(
        [
            lines(pattern("a", None, "é { $x }")),
            lines(pattern("a", Some("one"), "7")),
            lines(pattern("a", Some("two"), "7")),
            lines(pattern("a", Some("three"), "7")),
            lines(pattern("-b", None, "\n    x\n    y")),
            lines(pattern("c", None, "{ $n ->\n *[other] x\n }")),
        ]
        .join("\n"),
        @r#"
        " A" → "é"
        "1" → " 7"
        "\n        2" → " 7"
        "" → "    .three = 7\n"
        " B" → "\n    x\n    y"
        " C" → "\n    { $n ->\n       *[other] x\n    }"
        "#
    );
}

#[test]
fn entries_come_and_go_with_their_own_comment() {
    insta::assert_snapshot!(
        [
            lines(FtlEdit::Replace { entry: "-b = Z\n    .x = y" }),
            lines(FtlEdit::Replace { entry: "# new\nc=Z" }),
            lines(FtlEdit::Replace { entry: "# new\na=Z" }),
            lines(FtlEdit::InsertAfter { id: "a", entry: "# of new\nnew=N" }),
            lines(FtlEdit::InsertAfter { id: "c", entry: "new=N" }),
            lines(FtlEdit::Append { entry: "new=N" }),
            lines(FtlEdit::AppendInGroup { heading: "Group", entry: "new=N" }),
            lines(FtlEdit::AppendInGroup { heading: "Missing", entry: "new=N" }),
            lines(FtlEdit::Remove { id: "a" }),
            lines(FtlEdit::Remove { id: "c" }),
        ]
        .join("\n"),
        @r##"
        "B" → "Z\n    .x = y"
        "c = C" → "# new\nc = Z"
        "of a\na   =  A { $x }\n  .one=1\n    .two =\n        2" → "new\na = Z"
        "" → "new\nnew = N\n\n# of "
        "" → "\nnew = N\n"
        "" → "\nnew = N\n"
        "" → "\nnew = N\n\n"
        "" → "\n## Missing\n\nnew = N\n"
        "a\na   =  A { $x }\n  .one=1\n    .two =\n        2\n\n\n# of " → ""
        "\nc = C\n" → ""
        "##
    );
}

#[test]
fn a_new_entry_takes_over_no_comment_and_no_blank_line() {
    let new = FtlEdit::Append { entry: "new = N" };
    assert_eq!(edited("", new).as_deref(), Ok("new = N\n"));
    assert_eq!(edited("a = A", new).as_deref(), Ok("a = A\n\nnew = N\n"));
    assert_eq!(edited("a = A\nb = B", new).as_deref(), Ok("a = A\nb = B\nnew = N\n"));
    assert_eq!(edited("# the end", new).as_deref(), Ok("# the end\n\nnew = N\n"));
    let after = FtlEdit::InsertAfter { id: "b", entry: "new = N" };
    assert_eq!(
        edited("a = A\nb = B\n\n## Group\nc = C\n", after).as_deref(),
        Ok("a = A\nb = B\nnew = N\n\n## Group\nc = C\n")
    );
    let gone = FtlEdit::Remove { id: "b" };
    assert_eq!(edited("a = A\nb = B\n\n## Group\n", gone).as_deref(), Ok("a = A\n\n## Group\n"));
    assert_eq!(edited("# alone\n\n# of b\nb = B\n", gone).as_deref(), Ok("# alone\n"));
}

#[test]
fn several_changes_are_made_one_after_the_other() {
    let edits = [
        FtlEdit::AppendInGroup { heading: "To translate", entry: "x = X" },
        FtlEdit::AppendInGroup { heading: "To translate", entry: "y = Y" },
        FtlEdit::InsertAfter { id: "x", entry: "z = Z" },
        FtlEdit::Remove { id: "a" },
        FtlEdit::Remove { id: "y" },
    ];
    assert_eq!(
        edit("a = A\n\nb = B\n", &edits).as_deref(),
        Ok("b = B\n\n## To translate\n\nx = X\n\nz = Z\n")
    );
}

#[test]
fn what_is_more_than_was_asked_for_is_refused() {
    for text in [
        "x\nother = y",
        "x\n    .evil = y",
        "{ $x",
        "",
        "{{{{{{{{{{ $x }}}}}}}}}}",
        "{ \"\\u20é\" }",
    ] {
        assert!(edited(FILE, pattern("c", None, text)).is_err(), "{text:?}");
        assert!(edited(FILE, pattern("a", Some("one"), text)).is_err(), "{text:?}");
    }
    for entry in ["new = x\nother = y", "", "# comment", "broken = {", "## Group\nnew = x"] {
        assert!(edited(FILE, FtlEdit::Append { entry }).is_err(), "{entry:?}");
    }
    assert_eq!(edited(FILE, pattern("d", None, "x")), Err(CannotEdit::Unknown("d".to_owned())));
    assert_eq!(edited(FILE, pattern("b", None, "x")), Err(CannotEdit::Unknown("b".to_owned())));
    let known = FtlEdit::Append { entry: "c = x" };
    assert_eq!(edited(FILE, known), Err(CannotEdit::Known("c".to_owned())));
    let twice = CannotEdit::Twice("a".to_owned());
    assert_eq!(edited("a = A\na = B\n", FtlEdit::Remove { id: "a" }), Err(twice));
    let heading = FtlEdit::AppendInGroup { heading: "x\ny = z", entry: "new = x" };
    assert!(edited(FILE, heading).is_err());
}

#[test]
fn entries_are_listed_with_their_comments() {
    let listed: Vec<String> = entries(FILE)
        .iter()
        .map(|it| format!("{:?} {:?} {:?} {:?}", it.group, it.comment, it.id, it.text))
        .collect();
    insta::assert_snapshot!(listed.join("\n"), @r###"
    "## Group" "# of a" "a" "a   =  A { $x }\n  .one=1\n    .two =\n        2"
    "## Group" "# of -b" "-b" "-b = B"
    "## Last" "" "c" "c = C"
    "###);
}

#[test]
fn a_file_that_is_too_large_is_not_changed() {
    let large = format!("a = A\n{}", "# x\n".repeat(70_000));
    let change = FtlEdit::SetPattern { id: "a", attribute: None, pattern: "B" };
    assert_eq!(edit(&large, &[change]), Err(CannotEdit::TooLarge));
    assert!(CannotEdit::TooLarge.to_string().len() > 10);
    assert!(entries(&large).is_empty());
    assert_eq!(crate::canonical(&format!("a=A\n{large}")), None);
}
