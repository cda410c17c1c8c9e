//! Rule `shape-mismatch`: value and attributes are those of the reference.

use faq_l10n::{Features, Kind, Origin, Outline, TextKind};
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup},
};

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
    long_keys(context, reference, hits);
    if attributes(reference).eq(attributes(context.message)) {
        return;
    }
    let expected: Vec<&str> = attributes(reference).collect();
    let own: Vec<&str> = attributes(context.message).collect();
    let id = context.id();
    // Those behind one that cannot be read are for `syntax-error`.
    let is_cut = context.file.lost_attribute(context.message).is_some();
    for name in expected.iter().filter(|name| !own.contains(name) && !is_cut) {
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

/// A key of two letters, where the reference has one: no keyboard has it.
fn long_keys(context: &MessageContext<'_, '_>, reference: Outline<'_, '_>, hits: &mut Hits) {
    const KEYS: [&str; 3] = ["accesskey", "commandkey", "key"];
    for name in attributes(context.message).filter(|name| KEYS.contains(name)) {
        let is_letter = |it: &str| it.chars().nth(1).is_none();
        let (Some(expected), Some(own)) =
            (only_text(reference, name), only_text(context.message, name))
        else {
            continue;
        };
        let is_long = own.chars().filter(|it| it.is_alphanumeric()).nth(1).is_some();
        if is_letter(expected) && is_long && own.chars().all(is_whole_letter) {
            let text =
                format!("`.{name}` of `{}` is `{own}`; a key is one character", context.id());
            context.at(hits, own, text).help("write one letter of the label");
        }
    }
}

/// What an attribute says, where that is one text.
fn only_text<'s>(message: Outline<'_, 's>, attribute: &str) -> Option<&'s str> {
    let root = message.root(Some(attribute))?;
    let mut texts = message.texts().iter().filter(|text| text.branch == root);
    let text = texts.next().filter(|_| texts.next().is_none())?;
    let is_alone = message.references().iter().all(|it| it.branch != root);
    (text.kind == TextKind::Element && is_alone).then_some(text.raw.trim())
}

/// Whether it stands for itself; signs above and below letters are part of them.
fn is_whole_letter(character: char) -> bool {
    GeneralCategoryGroup::Letter.contains(CodePointMapData::<GeneralCategory>::new().get(character))
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
    fn a_key_is_one_character() {
        let found = |key: &str| {
            let tree = format!(
                "--- en-US/a.ftl\na = x\n    .accesskey = S\n--- pl/a.ftl\na = x\n    .accesskey = {key}\n"
            );
            report("shape-mismatch", &tree)
        };
        assert!(found("Za").contains("`.accesskey` of `a` is `Za`; a key is one character"));
        for key in ["Z", "ż", "क\u{93f}", "{ \"\" }", "{ $key }"] {
            assert_eq!(found(key), "", "{key}");
        }
    }

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
