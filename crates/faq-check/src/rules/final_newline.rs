//! Rule `final-newline`: the last line of a file ends as all others do.

use faq_l10n::Content;

use crate::{
    context::FileContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "final-newline",
    severities: Severities::WARNING,
    doc: include_str!("final-newline.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    // What was not read to its end has another ending.
    let Content::Text(text) = &context.source.content else { return };
    if text.is_empty() || text.ends_with('\n') {
        return;
    }
    let end = text.len();
    let uses_crlf = text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let newline = if uses_crlf && !text.ends_with('\r') { "\r\n" } else { "\n" };
    hits.add(context.place(end..end), "the last line of the file has no line break")
        .help("press Enter at the end of the last line")
        .fix(end..end, newline);
}

#[cfg(test)]
mod tests {
    use crate::{Example, example::report};

    #[test]
    fn a_last_line_without_a_break_is_reported_at_its_end() {
        let found = report("final-newline", "--- en-US/a.ftl\nx = X\n--- es/a.ftl\nx = Y");
        insta::assert_snapshot!(found, @r"
        warning[final-newline]: the last line of the file has no line break
         --> es/a.ftl:1:6
          |
        1 | x = Y
          |      ^
          |
          = help: press Enter at the end of the last line
        ");
    }

    #[test]
    fn the_break_that_is_added_is_the_one_that_the_file_has() {
        let fix = |text: &str| {
            let tree = format!("--- es/a.ftl\nx = X\n--- en-US/a.ftl\nx = X\n--- fr/a.ftl\n{text}");
            let example = Example::parse(&tree).expect("an example");
            let findings = example.check().findings;
            let found = findings.into_iter().find(|finding| finding.rule == "final-newline");
            found.and_then(|finding| finding.fix).map(|fix| fix.edit.text)
        };
        assert_eq!(fix("x = X\r\n# y").as_deref(), Some("\r\n"));
        assert_eq!(fix("# y\nx = X").as_deref(), Some("\n"));
        assert_eq!(fix("x = X\r\n# y\r").as_deref(), Some("\n"));
        assert_eq!(fix("x = X\n"), None);
        assert_eq!(fix(""), None);
    }

    #[test]
    fn the_reference_is_not_mended() {
        let example = Example::parse("--- es/a.ftl\nx = X\n--- en-US/a.ftl\nx = X").expect("it");
        let findings = example.check().findings;
        let found = findings.iter().find(|finding| finding.rule == "final-newline").expect("found");
        assert_eq!((found.locale.as_deref(), &found.fix), (Some("en-US"), &None));
    }
}
