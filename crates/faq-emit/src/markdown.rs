//! `faq.md`: the FAQ as CommonMark, with the front matter that static-site generators read.
//!
//! Generators put Markdown through more than CommonMark: Liquid, shortcodes, tables, attributes. So every sign that one of them could
//! take for its own is escaped, braces as character references, which no template language reads.

use faq_content::{Direction, LocaleTag, LocalizedBlock, LocalizedEntry, LocalizedFaq};

use crate::interface::Interface;

/// The document: the title in the front matter, a heading of the second level and its anchors for each question.
pub(crate) fn document(faq: &LocalizedFaq) -> String {
    let interface = Interface(faq);
    let mut blocks = vec![front_matter(faq)];
    if interface.is_draft() {
        blocks.push(interface_text(&interface, "draft-notice", &faq.locale));
    }
    for entry in &faq.entries {
        if !interface.is_own(entry) {
            blocks.push(interface_text(&interface, "fallback-notice", &faq.locale));
        }
        let own = |text: &str| spoken(text, (&entry.locale, entry.dir), &faq.locale);
        blocks.push(format!("## {}{}", anchors(entry), own(&entry.question)));
        answer(entry, &interface, &mut blocks);
    }
    let mut markdown = blocks.join("\n\n");
    markdown.push('\n');
    markdown
}

/// Title, locale, direction and review, under names that no generator gives a meaning of its own: `draft` would hide the page in Hugo, `dir` is a folder in Jekyll.
fn front_matter(faq: &LocalizedFaq) -> String {
    let mut values = vec![
        ("title", faq.title.text.as_str()),
        ("locale", faq.locale.as_str()),
        ("direction", faq.dir.as_str()),
        ("review", faq.review.as_str()),
    ];
    if faq.title.locale != faq.locale {
        values.push(("title_locale", faq.title.locale.as_str()));
        values.push(("title_direction", faq.title.dir.as_str()));
    }
    let lines: String =
        values.into_iter().map(|(key, value)| format!("{key}: {}\n", yaml(value))).collect();
    format!("---\n{lines}---")
}

/// A double-quoted scalar that is the same in YAML 1.1, YAML 1.2 and JSON.
fn yaml(text: &str) -> String {
    let mut scalar = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => scalar.extend(['\\', character]),
            it if is_odd_in_yaml(it) => scalar.push_str(&format!("\\u{:04x}", u32::from(it))),
            it => scalar.push(it),
        }
    }
    scalar.push('"');
    scalar
}

/// What YAML does not print, takes for the end of a line, or a template language for its own; and what starts an element where a
/// template shows a title as it is.
fn is_odd_in_yaml(it: char) -> bool {
    it.is_control()
        || matches!(
            it,
            '<' | '{' | '}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// An empty element for the entry's id and each that it had before.
fn anchors(entry: &LocalizedEntry) -> String {
    let ids = std::iter::once(&entry.id).chain(&entry.aliases);
    ids.map(|id| format!("<a id=\"{id}\"></a>")).collect()
}

fn answer(entry: &LocalizedEntry, interface: &Interface<'_>, blocks: &mut Vec<String>) {
    let page = &interface.0.locale;
    let own = |text: &str| spoken(text, (&entry.locale, entry.dir), page);
    let mut bullet = "*";
    for block in &entry.blocks {
        match block {
            LocalizedBlock::Paragraph { id: _, text } => blocks.push(own(text)),
            LocalizedBlock::Quotation { id: _, attribution, text, original } => {
                blocks.extend([own(attribution), format!("> {}", own(text))]);
                if let Some(original) = original {
                    blocks.push(interface_text(interface, "unofficial-translation", page));
                    blocks.push(interface_text(interface, "original-text", page));
                    let from = (&original.locale, original.dir);
                    blocks.push(format!("> {}", spoken(&original.text, from, page)));
                }
            }
            LocalizedBlock::List { id: _, lead, items } => {
                blocks.extend(lead.as_deref().map(own));
                // Another sign starts another list, where one list follows the other.
                bullet = if bullet == "-" { "*" } else { "-" };
                let items: Vec<String> =
                    items.iter().map(|item| format!("{bullet} {}", own(&item.text))).collect();
                blocks.push(items.join("\n"));
            }
        }
    }
}

fn interface_text(interface: &Interface<'_>, id: &str, page: &LocaleTag) -> String {
    let (locale, dir) = &interface.0.interface_locale;
    spoken(interface.get(id), (locale, *dir), page)
}

/// The text, marked with its language and direction where these are not the page's.
fn spoken(text: &str, (locale, dir): (&LocaleTag, Direction), page: &LocaleTag) -> String {
    let text = escaped(text);
    if locale == page {
        return text;
    }
    format!("<span lang=\"{locale}\" dir=\"{}\">{text}</span>", dir.as_str())
}

/// The text as CommonMark that means this text and nothing else, wherever on a line it stands.
///
/// Backslashes where every Markdown reader knows them, character references for the rest.
fn escaped(text: &str) -> String {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let mut markdown = String::with_capacity(text.len() + 8);
    for (at, character) in text.char_indices() {
        let before = text.get(start..at).unwrap_or_default();
        let after = text.get(at + character.len_utf8()..).unwrap_or_default();
        match character {
            '\t' | '\n' | '\r' | '&' | '@' | '^' | '{' | '}' | '~' => {
                reference(&mut markdown, character);
            }
            it if it.is_control() => markdown.push(char::REPLACEMENT_CHARACTER),
            it if at < start || at >= end => reference(&mut markdown, it),
            it if is_sign(it, before, after) => markdown.extend(['\\', it]),
            it => markdown.push(it),
        }
    }
    markdown
}

fn reference(markdown: &mut String, character: char) {
    markdown.push_str(&format!("&#{};", u32::from(character)));
}

/// Whether the character would be a sign, by what stands before and after it in the text.
fn is_sign(character: char, before: &str, after: &str) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '$' | '#' => true,
        // Lists, rules, definitions, dashes.
        '-' | '+' | '=' => before.is_empty() || before.ends_with(character),
        // Definitions, and addresses that become links.
        ':' => before.is_empty() || after.starts_with('/'),
        // Numbered lists.
        '.' | ')' => !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;

    #[test]
    fn a_title_is_text_for_yaml_for_templates_and_for_browsers() {
        assert_eq!(yaml("\"<b> {{ x"), r#""\"\u003cb> \u007b\u007b x""#);
    }

    #[test]
    fn signs_are_escaped_where_they_are_signs() {
        let texts = [
            "Under 18: a well-known fact (see 1.2).",
            "18. #1",
            "- *not* -- a list",
            "https://example.org me@example.org",
            "{{< x >}} {% y %} &amp; ~~z~~",
            " \u{a0}between\nlines\u{1b} ",
            "a | b $c$ [d](e) `f` \\",
        ];
        assert_snapshot!(texts.map(escaped).join("\n"), @r"
        Under 18: a well-known fact (see 1.2).
        18\. \#1
        \- \*not\* -\- a list
        https\://example.org me&#64;example.org
        &#123;&#123;\< x \>&#125;&#125; &#123;% y %&#125; &#38;amp; &#126;&#126;z&#126;&#126;
        &#32;&#160;between&#10;lines�&#32;
        a \| b \$c\$ \[d\](e) \`f\` \\
        ");
    }
}
