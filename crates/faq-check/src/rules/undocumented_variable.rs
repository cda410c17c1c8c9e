//! Rule `undocumented-variable`: variables of the reference that no comment explains to translators.

use faq_l10n::{FtlFile, Kind, Outline, Target, span_of};

use crate::{
    context::FileContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "undocumented-variable",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("undocumented-variable.md"),
    judge: Judge::File(judge),
};

/// Most findings about one file.
const MOST: usize = 3;

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    if !context.locale.is_reference() {
        return;
    }
    let file = context.file;
    // Comments for a group of messages and for the file.
    let wider: Vec<&str> =
        file.source.lines().filter(|line| line.starts_with("##") && line.contains('$')).collect();
    // A term's variables are its arguments, and whoever uses it names them.
    let messages = file.outlines.iter().filter(|it| it.kind() == Kind::Message);
    let found: Vec<_> = messages
        .filter_map(|message| {
            let span = span_of(file.source, message.id())?;
            let missing = unexplained(file, message, span.start, &wider);
            (!missing.is_empty()).then_some((message, span, missing))
        })
        .collect();
    // Where hardly anything is explained, one sentence for the file says as much as a hundred.
    let (shown, rest) = if found.len() > MOST { (1, found.len() - 1) } else { (MOST, 0) };
    for (message, span, missing) in found.into_iter().take(shown) {
        let list: Vec<String> = missing.iter().map(|name| format!("`${name}`")).collect();
        let mut text = format!("no comment says what {} is in `{}`", list.join(", "), message.id());
        if rest > 0 {
            text.push_str(&format!("; it is the same with {rest} more messages of this file"));
        }
        let first = missing.first().copied().unwrap_or_default();
        hits.add(context.place(span), text)
            .help(format!("say above it what stands there: `# ${first}: …`"))
            .message(message.id());
    }
}

/// The variables of a message that neither the comment right above it nor a wider one names.
fn unexplained<'s>(
    file: &FtlFile<'s>,
    message: Outline<'_, 's>,
    start: usize,
    wider: &[&str],
) -> Vec<&'s str> {
    let before = file.source.get(..start).unwrap_or_default();
    let mut missing: Vec<&str> = Vec::new();
    for reference in message.references() {
        let Target::Variable(name) = reference.target else { continue };
        let mut own = before.lines().rev().take_while(|line| line.starts_with('#'));
        if !missing.contains(&name)
            && !own.any(|line| names(line, name))
            && !wider.iter().any(|line| names(line, name))
        {
            missing.push(name);
        }
    }
    missing
}

/// Whether a line of a comment names the variable.
fn names(line: &str, variable: &str) -> bool {
    line.split('$').skip(1).any(|after| {
        after.strip_prefix(variable).is_some_and(|rest| {
            !rest.starts_with(|it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(text: &str) -> String {
        report("undocumented-variable", &format!("--- en-US/a.ftl\n{text}\n"))
    }

    #[test]
    fn a_variable_without_a_comment_is_reported() {
        assert!(found("# Files.\na = { $n } of { $all }").contains("what `$n`, `$all` is in `a`"));
        assert!(found("# $n: files\n\na = { $n }").contains("`$n`"), "the comment stands alone");
        assert!(found("# $number: files\na = { $n }").contains("`$n`"));
    }

    #[test]
    fn one_that_a_comment_names_is_not() {
        assert_eq!(found("# $n (Number): files\n# and { $all }\na = { $n } of { $all }"), "");
        assert_eq!(found("## $n is always the number of files\n\na = { $n }\n\nb = { $n }"), "");
    }

    #[test]
    fn a_file_without_comments_is_reported_once() {
        let text: String = (0..5).map(|n| format!("a{n} = {{ $n }}\n")).collect();
        let found = found(&text);
        assert!(found.contains("in `a0`; it is the same with 4 more messages"), "{found}");
        assert_eq!(found.matches("no comment").count(), 1);
    }

    #[test]
    fn translations_need_no_comment() {
        let tree = "--- en-US/a.ftl\n# $n: files\na = { $n }\n--- de/a.ftl\na = { $n }\n";
        assert_eq!(report("undocumented-variable", tree), "");
    }

    #[test]
    fn of_three_messages_each_is_spoken_of() {
        let report = found("a = { $n }\n\nb = { $n }\n\nc = { $n }");
        assert_eq!(report.matches("no comment").count(), 3, "{report}");
        assert!(!report.contains("it is the same with"), "{report}");
    }
}
