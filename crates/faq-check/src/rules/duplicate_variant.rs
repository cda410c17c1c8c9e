//! Rule `duplicate-variant`: a variant that another one always comes before.

use faq_l10n::{Features, Origin};

use crate::{
    context::MessageContext,
    finding::Hits,
    plurals::plural_selects,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-variant",
    severities: Severities::WARNING,
    doc: include_str!("duplicate-variant.md"),
    judge: Judge::Message(Features::SELECT, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let branches = context.message.branches();
    for (index, branch) in branches.iter().enumerate() {
        let Origin::Variant { select, key, .. } = branch.origin else { continue };
        let is_same = |earlier: &Origin<'_>| match *earlier {
            Origin::Variant { select: other, key: same, .. } => {
                other == select && number_or_text(same) == number_or_text(key)
            }
            Origin::Value | Origin::Attribute(_) => false,
        };
        if branches.iter().take(index).any(|earlier| is_same(&earlier.origin)) {
            let text = format!("`{}` has the variant `[{key}]` twice", context.id());
            context.at(hits, key, text).help("remove one of the two");
        }
    }
    for select in plural_selects(context.message) {
        let plurals =
            if select.ordinal { context.locale.ordinals() } else { context.locale.cardinals() };
        for (position, (key, _)) in select.keys.iter().enumerate() {
            let Some((_, number)) =
                plurals.of_one_number.iter().find(|(category, _)| category == key)
            else {
                continue;
            };
            let exact = number.to_string();
            if select.keys.iter().take(position).any(|(earlier, _)| *earlier == exact) {
                let text = format!(
                    "the variant `[{key}]` of `{}` is never chosen: `[{exact}]` comes before it",
                    context.id()
                );
                let help = format!(
                    "in this language `{key}` stands for {exact} alone; remove one of the two"
                );
                context.at(hits, key, text).help(help);
            }
        }
    }
}

/// `1`, `1.0` and `01` are the same key.
fn number_or_text(key: &str) -> Result<u64, &str> {
    key.parse::<f64>().map(f64::to_bits).map_err(|_| key)
}
