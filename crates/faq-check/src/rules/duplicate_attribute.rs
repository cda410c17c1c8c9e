//! Rule `duplicate-attribute`: one attribute, two texts.

use std::collections::BTreeSet;

use faq_l10n::{Features, Origin};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-attribute",
    severities: Severities::ERROR,
    doc: include_str!("duplicate-attribute.md"),
    judge: Judge::Message(Features::ATTRIBUTE, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let mut seen = BTreeSet::new();
    for branch in context.message.branches() {
        if let Origin::Attribute(name) = branch.origin
            && !seen.insert(name)
        {
            let text = format!("`{}` has the attribute `.{name}` twice", context.id());
            context.at(hits, name, text).help("remove one of the two, or rename it");
        }
    }
}
