//! Rule `shape-mismatch`: value and attributes are those of the reference.

use faq_l10n::{Features, Kind, Origin, Outline};

use super::did_you_mean;
use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "shape-mismatch",
    severities: Severities::ERROR,
    doc: include_str!("shape-mismatch.md"),
    judge: Judge::Message(Features::ATTRIBUTE, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // The attributes of terms are for the grammar of each language alone.
    let Some(reference) = context.reference.filter(|_| context.message.kind() == Kind::Message)
    else {
        return;
    };
    match (reference.root(None).is_some(), context.message.root(None).is_some()) {
        (true, false) => {
            let id = context.id();
            context
                .at_id(hits, format!("`{id}` has no text of its own"))
                .help("write the text after the `=`");
        }
        (false, true) => {
            let id = context.id();
            let help = "the reference has attributes only; move the text to the attribute that it belongs to";
            context.at_id(hits, format!("`{id}` has a text that is never shown")).help(help);
        }
        (true, true) | (false, false) => {}
    }
    if attributes(reference).eq(attributes(context.message)) {
        return;
    }
    let expected: Vec<&str> = attributes(reference).collect();
    let own: Vec<&str> = attributes(context.message).collect();
    let id = context.id();
    for name in expected.iter().filter(|name| !own.contains(name)) {
        let text = format!("the attribute `.{name}` of `{id}` is missing");
        context.at_id(hits, text).help(format!("add a line below: `    .{name} = …`"));
    }
    for name in own.iter().filter(|name| !expected.contains(name)) {
        let hit =
            context.at(hits, name, format!("nothing shows the attribute `.{name}` of `{id}`"));
        match did_you_mean(name, expected.iter().copied().filter(|it| !own.contains(it))) {
            Some(close) => hit.help(format!("did you mean `.{close}`?")),
            None => hit.help("remove it"),
        };
    }
}

fn attributes<'s>(message: Outline<'_, 's>) -> impl Iterator<Item = &'s str> {
    let name = |origin: Origin<'s>| match origin {
        Origin::Attribute(name) => Some(name),
        Origin::Value | Origin::Variant { .. } => None,
    };
    message.branches().iter().filter_map(move |branch| name(branch.origin))
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn an_attribute_that_is_there_already_is_not_what_was_meant() {
        let found = |attributes: &str| {
            let tree = format!(
                "--- en-US/a.ftl\na = x\n    .label = y\n--- es/a.ftl\na = x\n{attributes}\n"
            );
            report("shape-mismatch", &tree)
        };
        assert!(found("    .lable = z").contains("did you mean `.label`?"));
        let report = found("    .label = y\n    .labels = z");
        assert!(report.contains("nothing shows the attribute `.labels` of `a`"), "{report}");
        assert!(report.contains("help: remove it"), "{report}");
    }
}
