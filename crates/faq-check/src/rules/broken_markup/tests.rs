//! What is and what is not HTML that a browser reads as it was meant.

use crate::example::report;

fn found(reference: &str, translation: &str) -> String {
    report(
        "broken-markup",
        &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
    )
}

#[test]
fn tags_that_do_not_fit_are_reported() {
    for (translation, text) in [
        ("<b>x", "`<b>` is never closed"),
        ("<b>x</ b>", "`</ b>` has a space before its name"),
        ("< b>x</b>", "`< b>` has a space before its name"),
        ("x</b>", "`</b>` closes nothing"),
        ("<b><i>x</b></i>", "`</b>` stands before the end of `<i>`"),
        ("<a href=\"x\">x</a", "the tag `<a` has no end"),
        ("<a href=\"x\" href=\"y\">x</a>", "`href` stands twice"),
        ("<a href=“x”>x</a>", "is not in straight quotation marks"),
        ("<a title=two words>x</a>", "ends at its first space"),
        ("<a href=\"x>x</a> <b class=\"y\">x</b>", "do not fit together"),
        ("<a{ $n }>x</a>", "a space is missing before the placeable in `<a{ $n }>`"),
        ("<b></b>x", "there are no words in `<b></b>`"),
        ("x <a href=\"x\"> </a>", "there are no words in `<a href=\"x\"> </a>`"),
        ("<b>x</b> &amp;lt;", "`&amp;lt;` is escaped twice; readers see `&lt;`"),
        ("<b>x</b>&nbps;!", "browsers do not know the character `&nbps;`"),
        ("<b>x</b> <{ $n }", "`<` right before `{ $n }` makes markup of it"),
        ("<b>x</b> { \"\\u003Cb>\" }", "`<b>` is never closed"),
    ] {
        let report = found("<b>x</b> <i>y</i> <a href=\"z\">z</a> { $n }", translation);
        assert!(report.contains(text), "{translation}: {report}");
    }
}

#[test]
fn a_tag_may_be_closed_in_another_line_or_in_every_variant() {
    let reference = "<b>{ $n ->\n    [one] x\n   *[other] y\n }</b>";
    assert_eq!(found(reference, "<b>{ $n ->\n    [one] x</b>\n   *[other] y</b>\n }"), "");
    assert_eq!(found(reference, "<b>\n    x</b>"), "");
    let report = found(reference, "<b>{ $n ->\n    [one] x\n   *[other] y</b>\n }");
    assert!(report.contains("never closed"), "{report}");
}

#[test]
fn a_tag_or_a_character_that_has_lost_its_end_is_reported() {
    for (reference, translation, text) in [
        ("One<br>two", "Uno<brdos", "the tag `<brdos` has no end"),
        ("Terms &amp; rules", "Términos &amp reglas", "`&amp` has no `;` at its end"),
        ("a&nbsp;b &copy;", "a&nbspb &copy;", "`&nbsp` has no `;` at its end"),
        ("a&nbsp;b", "a&nbsp b", "`&nbsp` has no `;` at its end"),
    ] {
        let report = found(reference, translation);
        assert!(report.contains(text), "{translation}: {report}");
    }
    assert_eq!(found("a &lt; b", "a &ltd. b"), "");
    assert_eq!(found("Copy <br>", "Copiar &copy y <br>"), "");
}

#[test]
fn a_placeable_that_became_a_tag_is_reported_in_plain_texts_too() {
    for (translation, sign) in
        [("<{ $n }>", "<"), ("</{ $n }>", "</"), ("&{ $n };", "&"), ("&#{ $n };", "&#")]
    {
        let report = found("Name { $n }", &format!("Nombre {translation}"));
        assert!(report.contains(&format!("`{sign}` right before")), "{translation}: {report}");
    }
    assert_eq!(found("Name { $n }", "R&{ $n }"), "");
}

#[test]
fn placeholders_and_signs_are_no_tags() {
    for (reference, translation) in [
        ("cat <file> <code>", "cat <fichier> <code>"),
        ("<b>x", "<b>x<b>"),
        ("{ $a } <{ $b }>", "<{ $b }> { $a }"),
        ("{ $a } & { $b }", "{ $a }&{ $b }"),
        ("<a href={ $x } { $y }>x</a>", "<a href={ $x } { $y }>z</a>!"),
        ("&custom;", "x &custom;"),
    ] {
        assert_eq!(found(reference, translation), "", "{reference} / {translation}");
    }
}

#[test]
fn a_tag_that_the_reference_itself_leaves_open_is_reported_there() {
    let report = report("broken-markup", "--- en-US/a.ftl\na = <b>x</b> <b>y\nb = cp <b> <a>\n");
    assert!(report.contains("`<b>` is never closed") && !report.contains("<a>"), "{report}");
}

#[test]
fn nothing_is_said_of_a_message_that_only_a_translation_has() {
    let tree = "--- en-US/a.ftl\na = x\n--- de/a.ftl\na = x\nb = <b>x\n";
    assert_eq!(report("broken-markup", tree), "");
}

#[test]
fn a_space_in_a_tag_is_shown_where_it_is() {
    let found = found("see <b>it</b> now", "siehe <b>es</ b> jetzt");
    assert!(found.contains("`</ b>` has a space before its name"), "{found}");
    assert!(found.contains("a.ftl:1:16"), "{found}");
}

#[test]
fn the_place_is_the_sign_or_the_tag_and_a_message_of_the_language_alone_is_not_judged() {
    let places = |reference: &str, translation: &str| {
        let tree = format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\n{translation}\n");
        crate::example::places("broken-markup", &tree)
    };
    assert_eq!(places("<b>x</b> { $x }", "a = <b>y</b> </{ $x }"), ["</"]);
    assert!(places("<b>x</b>", "a = <b>y</ b>").contains(&"</ b>".to_owned()));
    assert!(places("x", "a = x\nc = <b>y").is_empty());
}
