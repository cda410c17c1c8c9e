//! Rule `unsafe-markup`: nothing that a browser would run.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    markup::tags,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unsafe-markup",
    severities: Severities::ERROR,
    doc: include_str!("unsafe-markup.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::MARKDOWN), judge),
};

/// Elements that load or run something, or that change the page around them.
const ELEMENTS: [&str; 14] = [
    "applet", "base", "embed", "form", "frame", "frameset", "iframe", "link", "math", "meta",
    "object", "script", "style", "svg",
];

/// Schemes of addresses that run something.
const SCHEMES: [&str; 3] = ["javascript:", "vbscript:", "data:text/html"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    for text in context.message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        for tag in tags(text.raw) {
            let name = tag.name.to_ascii_lowercase();
            let in_reference = context.reference.is_some_and(|reference| {
                reference.texts().iter().any(|it| it.raw.contains(tag.raw))
            });
            let why = if ELEMENTS.contains(&name.as_str()) {
                Some(format!("the element `<{name}>` is not allowed in a translation"))
            } else {
                handler(tag.raw).map(|handler| format!("the attribute `{handler}` runs a program"))
            };
            if let Some(why) = why.filter(|_| !in_reference || context.locale.is_reference()) {
                context
                    .at(hits, tag.raw, why)
                    .help("write the markup of the reference text and nothing else");
            }
        }
        let lower = text.raw.to_ascii_lowercase();
        for scheme in SCHEMES {
            if let Some(at) = lower.find(scheme).filter(|at| looks_like_address(&lower, *at)) {
                let part = text.raw.get(at..at + scheme.len()).unwrap_or_default();
                context
                    .at(hits, part, format!("an address that starts with `{part}` runs a program"))
                    .help("remove it");
            }
        }
    }
}

/// An event handler among the attributes of a tag.
fn handler(raw: &str) -> Option<&str> {
    raw.split([' ', '\n', '\t', '/', '"', '\'']).find_map(|part| {
        let (name, _) = part.split_once('=')?;
        let is_handler =
            name.len() > 4 && name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on"));
        (is_handler && name.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(name)
    })
}

/// Whether what stands before makes it an address: the start of the text, a quotation mark, `=` or `(`.
fn looks_like_address(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|before| matches!(before, '"' | '\'' | '=' | '('))
}
