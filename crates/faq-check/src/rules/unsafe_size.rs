//! Rule `unsafe-size`: texts and files that no Fluent program should be given.

use faq_l10n::{Content, Features, Limits, MessageRef, Oversized, Unsafe, span_of};

use crate::{
    context::{FileContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unsafe-size",
    severities: Severities::ERROR,
    doc: include_str!("unsafe-size.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    if let Content::TooLarge(bytes) = context.source.content {
        too_large(hits, Place::Path(context.source.path.clone()), bytes);
    }
    for oversized in &context.file.oversized {
        match oversized {
            Oversized::File(bytes) => too_large(hits, context.place(0..0), *bytes),
            Oversized::Nesting(bracket) => {
                let text = format!("brackets are nested more than {} deep", Limits::NESTING);
                let help = "no text needs this; copy the message from the reference and translate it again";
                hits.add(context.place(bracket.clone()), text).help(help);
            }
            Oversized::Message(entry) => {
                let limit = Limits::MESSAGE_BYTES;
                let text = format!(
                    "a message has {} bytes, more than {limit}, and was not read",
                    entry.len()
                );
                hits.add(context.place(entry.start..entry.start + 1), text)
                    .help("shorten it or divide it");
            }
            Oversized::Entries(first) => {
                let text = format!(
                    "the file has more than {} messages; from here on they are ignored",
                    Limits::ENTRIES
                );
                hits.add(context.place(first.clone()), text).help("divide the file");
            }
        }
    }
    let may_grow = Features::LARGE | Features::REFERENCE;
    let messages = context.file.outlines.iter().enumerate();
    for (number, message) in messages.filter(|(_, it)| it.features().any(may_grow)) {
        let place = MessageRef::new(context.index, number);
        let danger = context.locale.files.danger(place);
        let Some((text, help)) = danger.and_then(explain) else { continue };
        let span = span_of(context.file.source, message.id()).unwrap_or(0..0);
        let id = fluent_id(message);
        hits.add(context.place(span), format!("`{id}` {text}")).help(help).message(id);
    }
}

fn too_large(hits: &mut Hits, place: Place, bytes: u64) {
    let limit = Limits::FILE_BYTES;
    let text = format!("the file has {bytes} bytes, more than {limit}, and was not read");
    hits.add(place, text).help("divide it, or remove what does not belong in it");
}

/// A cycle is left to `broken-reference`.
fn explain(danger: Unsafe) -> Option<(String, &'static str)> {
    match danger {
        Unsafe::Cycle => None,
        Unsafe::Placeables(count) => Some((
            format!("resolves {count} expressions, more than {}", Limits::PLACEABLES),
            "write the text out instead of putting it together from parts",
        )),
        Unsafe::Bytes(bytes) => Some((
            format!("becomes {bytes} bytes long, more than {}", Limits::EXPANDED_BYTES),
            "shorten the text, or the texts that it refers to",
        )),
        Unsafe::Chain(length) => Some((
            format!(
                "refers to messages that refer to others, {length} deep, more than {}",
                Limits::CHAIN
            ),
            "refer to the text itself",
        )),
        Unsafe::Number(length) => Some((
            format!("holds a number of {length} characters, more than {}", Limits::NUMBER),
            "write the number as text, outside of `{ … }`",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{places, report};

    #[test]
    fn what_is_too_large_says_how_large_it_is_and_where_it_begins() {
        let tree = format!("--- en-US/a.ftl\na = x\nbig = {}\n", "y".repeat(Limits::MESSAGE_BYTES));
        assert_eq!(places("unsafe-size", &tree), ["b"]);
        assert!(
            report("unsafe-size", &tree).contains("a message has 16391 bytes, more than 16384")
        );
        let tree = format!("--- en-US/a.ftl\n{}", "a = x\n".repeat(Limits::FILE_BYTES / 6 + 1));
        assert!(
            report("unsafe-size", &tree).contains("the file has 262146 bytes, more than 262144")
        );
    }

    #[test]
    fn what_grows_too_large_says_what_grows_and_a_cycle_is_for_another_rule() {
        for (danger, text) in [
            (Unsafe::Placeables(101), "resolves 101 expressions, more than 100"),
            (Unsafe::Bytes(70_000), "becomes 70000 bytes long, more than 65536"),
            (Unsafe::Chain(17), "17 deep, more than 16"),
            (Unsafe::Number(16), "a number of 16 characters, more than 15"),
        ] {
            let (said, help) = explain(danger).expect("a danger");
            assert!(said.contains(text), "{said}");
            assert!(!help.is_empty());
        }
        assert_eq!(explain(Unsafe::Cycle), None);
    }

    #[test]
    fn nested_brackets_are_pointed_at_and_what_follows_keeps_its_place() {
        let nested = format!("a = {}\"x\"{}\n", "{ ".repeat(9), " }".repeat(9));
        let tree = format!("--- en-US/a.ftl\n{nested}b = x }} y\n");
        assert_eq!(places("unsafe-size", &tree), ["{"]);
        assert_eq!(places("syntax-error", &tree), ["}"]);
    }
}
