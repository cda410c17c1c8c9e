//! Claims about bringing a locale in step.

use super::*;

const REFERENCE: &str = "### English\n\n# The title.\ntitle = Title\n\n## Questions\n\n# About a.\na = A { -t }\n\nb = { $n ->\n    [one] One\n   *[other] { $n }\n}\n\nc = C\n";

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.to_owned(), text: text.to_owned() }
}

/// A locale in step with a reference of one file and a glossary.
fn synced(reference: &str, text: &str, obsolete: &str) -> Sync {
    let forms = PluralForms::new(&["one", "few", "other"], &["other"]);
    let reference = [named("faq.ftl", reference), named("terms.ftl", "-t = T\n")];
    let files = [named("faq.ftl", text), named("terms.ftl", "-t = Ť\n")];
    let input = SyncInput {
        reference: &reference,
        files: &files,
        obsolete,
        asked: &BTreeSet::new(),
        forms: &forms,
    };
    let once = sync(input).expect("it can be done");
    let again = SyncInput { files: &once.files, obsolete: &once.obsolete, ..input };
    let again = sync(again).expect("it can be done again");
    assert_eq!((&again.files, &again.obsolete), (&once.files, &once.obsolete), "the second time");
    assert_eq!((again.missing, again.removed, again.restored), Default::default());
    once
}

fn text(sync: &Sync) -> &str {
    sync.files.first().map_or("", |it| &it.text)
}

#[test]
fn what_is_missing_waits_in_one_block_at_the_end() {
    let sync = synced(REFERENCE, "# mine\ntitle = Titul\n\n# the end", "");
    insta::assert_snapshot!(text(&sync), @r"
    # mine
    title = Titul

    # the end

    ## Not translated yet: remove `# >> ` from the lines of a text and put your words behind the `=`.

    # About a.
    # >> a = A { -t }

    # >> b =
    # >>     { $n ->
    # >>         [one] One
    # >>         [few] { $n }
    # >>        *[other] { $n }
    # >>     }

    # >> c = C
    ");
    assert_eq!(sync.missing, ["a", "b", "c"]);
    assert_eq!(sync.obsolete, "");
}

#[test]
fn a_file_that_lacks_nothing_stays_as_it_is() {
    for whole in [
        "title = 1\r\n\r\n\r\na = { -t }\r\n# of b\r\nb = 3\r\nc = 4",
        "\u{feff}title = 1\na = 2\n\n\n# >>no mark\nb = 3\n## Group\nc = 4\n\n\n",
    ] {
        assert_eq!(text(&synced(REFERENCE, whole, "")), whole);
    }
}

#[test]
fn a_text_is_translated_where_it_waits_and_the_rest_of_the_block_stays_together() {
    let block = synced(REFERENCE, "title = Titul\n", "");
    let half = text(&block).replace("# >> b =\n", "b = Bé\n").replace("# >>     ", "#     ");
    let sync = synced(REFERENCE, &half, "");
    insta::assert_snapshot!(text(&sync), @r"
    title = Titul

    b = Bé
    #     { $n ->
    #         [one] One
    #         [few] { $n }
    #        *[other] { $n }
    #     }

    ## Not translated yet: remove `# >> ` from the lines of a text and put your words behind the `=`.

    # About a.
    # >> a = A { -t }

    # >> c = C
    ");
    let done = text(&sync).replace("# >> ", "");
    let whole = synced(REFERENCE, &done, "");
    insta::assert_snapshot!(text(&whole), @r"
    title = Titul

    b = Bé
    #     { $n ->
    #         [one] One
    #         [few] { $n }
    #        *[other] { $n }
    #     }

    # About a.
    a = A { -t }

    c = C
    ");
}

#[test]
fn english_that_is_left_above_a_translation_goes() {
    let file = "# >> title = Title\ntitle = Titul\n\n# About a.\n# >> a = A { -t }\n\na = Á\n\n# note\n# >> c = C\n\nb = B\nc = Č\n";
    insta::assert_snapshot!(text(&synced(REFERENCE, file, "")), @r"
    title = Titul

    a = Á

    # note

    b = B
    c = Č
    ");
}

#[test]
fn what_waits_follows_the_reference_and_loses_no_word_of_a_translator() {
    let file = "title = T\na = A\nb = B\n\n# note\n# >> c = Čtvrt\n\n# >> gone = Gone\n";
    insta::assert_snapshot!(text(&synced(REFERENCE, file, "")), @r"
    title = T
    a = A
    b = B

    # note
    # Before: c = Čtvrt
    # >> c = C
    ");
}

#[test]
fn what_the_reference_no_longer_has_is_moved_out_and_comes_back() {
    let file = "title = T { own }\r\n\r\n# of old\r\nold = Staré { helper }\r\n\r\nhelper = H\r\nown = O\r\n\r\na = A\r\nb = B\r\nc = C\r\n";
    let out = synced(REFERENCE, file, "");
    assert_eq!(out.removed, ["old", "helper"]);
    assert_eq!(text(&out), "title = T { own }\r\n\r\nown = O\r\n\r\na = A\r\nb = B\r\nc = C\r\n");
    insta::assert_snapshot!(out.obsolete, @r"
    ### Translations of texts that the FAQ no longer has. Nobody reads this file but `cargo xtask sync`, which puts a text back
    ### when the FAQ has it again. To put one back yourself, move its lines into another file.

    # of old
    old = Staré { helper }

    helper = H
    ");
    let reference = format!("{REFERENCE}\nold = Old\n");
    let back = synced(&reference, text(&out), &out.obsolete);
    assert_eq!((back.restored.as_slice(), back.missing.len()), (["old".to_owned()].as_slice(), 0));
    insta::assert_snapshot!(text(&back).replace("\r\n", "\n"), @r"
    title = T { own }

    own = O

    a = A
    b = B
    c = C
    # of old
    old = Staré { helper }
    ");
    insta::assert_snapshot!(back.obsolete, @r"
    ### Translations of texts that the FAQ no longer has. Nobody reads this file but `cargo xtask sync`, which puts a text back
    ### when the FAQ has it again. To put one back yourself, move its lines into another file.

    helper = H
    ");
}

#[test]
fn what_cannot_be_read_stays_and_is_not_missing() {
    let junk = "title = T\na = { $x\n  c\n\nb = { old\nold = O\n";
    let sync = synced(REFERENCE, junk, "");
    assert!(text(&sync).starts_with(junk), "{}", text(&sync));
    assert_eq!((sync.missing, sync.removed.len()), (vec!["c".to_owned()], 0));
    let deep = format!("title = T\nc = {}\n", "{".repeat(60));
    let sync = synced(REFERENCE, &deep, "");
    assert!(text(&sync).starts_with(&deep), "{}", text(&sync));
}

#[test]
fn a_file_that_is_missing_is_begun() {
    let forms = PluralForms::new(&["other"], &["other"]);
    let reference = [named("faq.ftl", REFERENCE)];
    let input = SyncInput {
        reference: &reference,
        files: &[],
        obsolete: "",
        asked: &BTreeSet::new(),
        forms: &forms,
    };
    let sync = sync(input).expect("it can be done");
    assert_eq!(sync.missing, ["title", "a", "b", "c"]);
    assert_eq!(text(&sync), start_file(REFERENCE, &forms));
}

#[test]
fn nothing_is_taken_for_gone_that_the_reference_only_lost() {
    let forms = PluralForms::default();
    let asked = BTreeSet::from(["a".to_owned()]);
    let files = [named("faq.ftl", "a = A\nb = B\n")];
    let input =
        SyncInput { reference: &[], files: &files, obsolete: "", asked: &asked, forms: &forms };
    assert_eq!(sync(input).expect("it can be done").removed, ["b"]);
    let reference = [named("faq.ftl", "a = A\nb = {\n")];
    let refused = sync(SyncInput { reference: &reference, ..input });
    assert_eq!(refused, Err(CannotSync::Reference("faq.ftl".to_owned())));
}
