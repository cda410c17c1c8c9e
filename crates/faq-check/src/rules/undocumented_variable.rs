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

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    if !context.locale.is_reference() {
        return;
    }
    let file = context.file;
    // Comments for a group of messages and for the file.
    let wider: Vec<&str> =
        file.source.lines().filter(|line| line.starts_with("##") && line.contains('$')).collect();
    // A term's variables are its arguments, and whoever uses it names them.
    for message in file.outlines.iter().filter(|it| it.kind() == Kind::Message) {
        let Some(span) = span_of(file.source, message.id()) else { continue };
        let missing = unexplained(file, message, span.start, &wider);
        let Some(first) = missing.first() else { continue };
        let list: Vec<String> = missing.iter().map(|name| format!("`${name}`")).collect();
        let text = format!("no comment says what {} is in `{}`", list.join(", "), message.id());
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
    fn translations_need_no_comment() {
        let tree = "--- en-US/a.ftl\n# $n: files\na = { $n }\n--- de/a.ftl\na = { $n }\n";
        assert_eq!(report("undocumented-variable", tree), "");
    }
}
