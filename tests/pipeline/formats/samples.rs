//! What the formats are tried with: every locale as it ships, texts from three languages in one FAQ, and hostile texts.

use std::sync::LazyLock;

use faq_content::{Id, LocalizedBlock, LocalizedEntry, LocalizedFaq};

use crate::locales;

/// Read once: checking the whole project takes a while.
static SHIPPED: LazyLock<Vec<LocalizedFaq>> = LazyLock::new(locales::shipped);

/// What is markup, a comment, an end, a variable or an instruction to some reader.
pub(crate) const HOSTILE: &str = "  1. # </script></style><!-- <b onclick='x()'>\"q\"</b> & &amp; &#65; ]]> --> \n---\ntitle: \"x\"\n+++\n\n    code {{ x }} {{< x >}} {% y %} {$z} { \"v\" } } \\u0041 \\ ` ``` ~~~ * _a_ **b** | a | [l](javascript:x) ![i](x)\n[x]: /y \"z\"\n: d <http://example.org> https://example.org www.example.org me@example.org \u{202e}\u{2066}\u{200f}\u{2028}\u{2029}\u{feff} - - - \n=== .a = b\n#### \u{a0} \t ";

/// What means something to some reader where a text or a line begins.
pub(crate) const AWKWARD: [&str; 34] = [
    "# ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "    ",
    "\t",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "+++",
    "<div>",
    "<!--",
    "]]>",
    "</script>",
    "&#65;",
    "&lt;",
    "[a]: b",
    "[^1]",
    "| a | b |",
    ": d",
    ".a = b",
    "[one] ",
    "*[other] ",
    "{",
    "}",
    "{{",
    "{%",
    "\\",
    " \n",
];

/// The FAQ in every locale that ships.
pub(crate) fn shipped() -> Vec<LocalizedFaq> {
    SHIPPED.clone()
}

/// Releases to try each format with.
pub(crate) fn samples() -> Vec<Vec<LocalizedFaq>> {
    let mut samples = vec![shipped(), vec![fallen_back()], vec![filled(HOSTILE)]];
    samples.extend(AWKWARD.map(|start| vec![filled(&format!("{start}x"))]));
    samples
}

/// A FAQ of which the title, an entry and the interface texts come from three other locales; two entries were renamed.
pub(crate) fn fallen_back() -> LocalizedFaq {
    let all = shipped();
    let of =
        |tag: &str| all.iter().find(|faq| faq.locale.as_str() == tag).expect("it ships").clone();
    let (english, arabic, korean, mut faq) = (of("en-US"), of("ar"), of("ko"), of("hi"));
    faq.title = arabic.title.clone();
    faq.interface = korean.interface;
    faq.interface_locale = korean.interface_locale;
    let id = |text| Id::parse(text).expect("an id");
    // The one with the quotation, the one with a list, and one with neither.
    let entries = [
        ("human-trafficking", Some(&arabic), ["trafficking", "what-is-trafficking"].as_slice()),
        ("csec-forms", None, &["forms"]),
        ("victims", Some(&english), &[]),
    ];
    for (name, from, aliases) in entries {
        let entry = entry(&mut faq, name);
        if let Some(from) = from {
            *entry = self::entry(&mut from.clone(), name).clone();
        }
        entry.aliases = aliases.iter().copied().map(id).collect();
    }
    faq
}

fn entry<'f>(faq: &'f mut LocalizedFaq, id: &str) -> &'f mut LocalizedEntry {
    faq.entries.iter_mut().find(|entry| entry.id.as_str() == id).expect("the entry is there")
}

/// A FAQ that says nothing but this text; its facts about itself are its own.
pub(crate) fn filled(with: &str) -> LocalizedFaq {
    let mut faq = fallen_back();
    let fill = |text: &mut String| with.clone_into(text);
    fill(&mut faq.title.text);
    fill(&mut faq.endonym);
    for (_, text) in &mut faq.interface {
        fill(text);
    }
    for entry in &mut faq.entries {
        fill(&mut entry.question);
        for block in &mut entry.blocks {
            match block {
                LocalizedBlock::Paragraph { id: _, text } => fill(text),
                LocalizedBlock::Quotation { id: _, attribution, text, original } => {
                    fill(attribution);
                    fill(text);
                    if let Some(original) = original {
                        fill(&mut original.text);
                    }
                }
                LocalizedBlock::List { id: _, lead, items } => {
                    *lead = Some(with.to_owned());
                    for item in items {
                        fill(&mut item.text);
                    }
                }
            }
        }
    }
    // A second list right after the first, which has to stay another one.
    let blocks = &mut entry(&mut faq, "csec-forms").blocks;
    let Some(LocalizedBlock::List { items, .. }) = blocks.first().cloned() else {
        panic!("a list was expected")
    };
    let id = Id::parse("more").expect("an id");
    blocks.push(LocalizedBlock::List { id, lead: None, items });
    faq.title.locale = faq.locale.clone();
    faq.title.dir = faq.dir;
    faq
}
