//! Rule `markup-in-text`: translations are plain text.

use faq_l10n::{Features, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "markup-in-text",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("markup-in-text.md"),
    judge: Judge::Message(Features::MARKUP.and(Features::MARKDOWN).and(Features::LITERAL), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if context.locale.catalog.is_none() {
        return;
    }
    for text in context.message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        // What is written as an escape is markup all the same; the place is then the whole literal.
        let shown = text.shown();
        if let Some(markup) = markup(&shown) {
            let message = format!("`{markup}` is markup; readers would see it as it stands here");
            context
                .at(hits, if text.kind == TextKind::Literal { text.raw } else { markup }, message)
                .help("write plain words; the page adds paragraphs, lists and quotations itself");
        }
    }
}

/// The first piece of HTML, of a character reference or of a Markdown link.
fn markup(text: &str) -> Option<&str> {
    text.match_indices(['<', '&', ']']).find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let end = match rest.as_bytes() {
            [b'<', next, ..]
                if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?') =>
            {
                rest.find('>').map_or(rest.len(), |end| end + 1)
            }
            [b'&', next, ..] if next.is_ascii_alphabetic() || *next == b'#' => {
                let end = rest.find(';')?;
                let name = rest.get(2..end)?;
                (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
                    .then_some(end + 1)?
            }
            [b']', b'(', ..] => rest.find(')').map_or(rest.len(), |end| end + 1),
            _ => return None,
        };
        rest.get(..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_references_and_links_are_markup_and_signs_are_not() {
        assert_eq!(markup("a <script>alert(1)</script>"), Some("<script>"));
        assert_eq!(markup("</p>"), Some("</p>"));
        assert_eq!(markup("x &#60; y"), Some("&#60;"));
        assert_eq!(markup("R&amp;D"), Some("&amp;"));
        assert_eq!(markup("see [here](javascript:x)"), Some("](javascript:x)"));
        assert_eq!(markup("<b"), Some("<b"));
        for plain in ["1 < 2 > 0", "R&D; more", "[x] (y)", "a & b", "->"] {
            assert_eq!(markup(plain), None, "{plain}");
        }
    }

    #[test]
    fn the_place_is_the_markup_or_the_whole_literal_that_makes_it() {
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n--- en-US/a.ftl\ntitle = x\nq-question = x\nq-a = x\n";
        for (text, place) in [("x <b> y", "<b>"), ("x { \"\\u003Cb> y\" }", "\\u003Cb> y")] {
            let tree = format!("{catalog}--- es/a.ftl\nq-a = {text}\n");
            assert_eq!(crate::example::places("markup-in-text", &tree), [place]);
        }
        assert_eq!(markup("Q&?ab; x"), None);
    }
}
