//! Rule `undocumented-variable`: variables of the reference that no comment explains to translators.

use faq_l10n::{Features, Kind, Target, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "undocumented-variable",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("undocumented-variable.md"),
    judge: Judge::Message(Features::VARIABLE, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    // A term's variables are its arguments, and whoever uses it names them.
    if !context.locale.is_reference() || message.kind() == Kind::Term {
        return;
    }
    let start = span_of(context.file.source, message.id()).map_or(0, |span| span.start);
    let before = context.file.source.get(..start).unwrap_or_default();
    let mut missing: Vec<&str> = Vec::new();
    for reference in message.references() {
        if let Target::Variable(name) = reference.target
            && !missing.contains(&name)
            && !is_explained(before, name)
        {
            missing.push(name);
        }
    }
    let Some(first) = missing.first() else { return };
    let list: Vec<String> = missing.iter().map(|name| format!("`${name}`")).collect();
    let text = format!("no comment says what {} is in `{}`", list.join(", "), message.id());
    let help = format!("write above it what stands there, such as `# ${first}: number of files`");
    context.at_id(hits, text).help(help);
}

/// Whether the comment right above, or one for the group or the file, names the variable.
fn is_explained(before: &str, variable: &str) -> bool {
    let own = before.lines().rev().take_while(|line| line.starts_with('#'));
    let wider = before.lines().filter(|line| line.starts_with("##"));
    own.chain(wider).any(|line| names(line, variable))
}

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
