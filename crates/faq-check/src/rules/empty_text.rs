//! Rule `empty-text`: messages that say nothing.

use faq_l10n::{Features, Kind, Origin, TextKind};
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup},
};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "empty-text",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("empty-text.md"),
    judge: Judge::Message(Features::EMPTY.and(Features::ATTRIBUTE).and(Features::LETTER), judge),
};

/// A letter: one of ASCII, or one that starts as no character does that nobody sees.
const LETTERS: Features = Features::LETTER.and(Features::lead_bytes(&[
    0xC3, 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD5, 0xD6, 0xD7, 0xD9, 0xDA, 0xE0, 0xE4,
    0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED,
]));

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    let features = message.features();
    // A text with a letter says something, if it is the only one and the letter is part of no escape.
    if !features.any(LETTERS) || features.any(Features::ATTRIBUTE | Features::LITERAL) {
        wordless(context, hits);
    }
    if !features.any(Features::EMPTY) && context.catalog.is_none() {
        return;
    }
    if context.catalog.is_some() && message.root(None).is_none() {
        context
            .at_id(hits, format!("`{}` has no text, only attributes", message.id()))
            .help("write the text after the `=`");
    }
    for branch in message.branches().iter().filter(|branch| branch.empty) {
        let id = context.id();
        let help = "translate the reference text";
        match branch.origin {
            Origin::Value => context.at_id(hits, format!("`{id}` is empty")).help(help),
            Origin::Attribute(name) if is_key(context, name) => continue,
            Origin::Attribute(name) => {
                context.at(hits, name, format!("`{id}.{name}` is empty")).help(help)
            }
            // What the reference leaves empty in some variant may be empty in any.
            Origin::Variant { .. }
                if context.reference.is_some_and(|it| it.features().any(Features::EMPTY)) =>
            {
                continue;
            }
            // It may mean to say nothing here.
            Origin::Variant { .. } if context.locale.is_reference() => continue,
            // Part of a word may vanish in some grammatical form.
            Origin::Variant { .. } if message.kind() == Kind::Term => continue,
            Origin::Variant { key, .. } => context
                .at(hits, key, format!("the variant `[{key}]` of `{id}` is empty"))
                .help(help),
        };
    }
}

/// Values and attributes in which no reader finds a word, where the reference has words.
fn wordless(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    let message = context.message;
    for (branch, it) in message.branches().iter().enumerate().filter(|(_, it)| !it.empty) {
        let name = match it.origin {
            Origin::Value => None,
            Origin::Attribute(name) => Some(name),
            Origin::Variant { .. } => continue,
        };
        let texts = || message.texts().iter().filter(|text| text.branch == branch);
        // Nearly every text ends the search with its first character.
        if texts().any(|text| text.kind == TextKind::Element && text.raw.chars().any(says))
            || message.references().iter().any(|it| it.branch == branch)
            || message.selects().iter().any(|it| it.branch == branch)
            || texts().any(|text| text.kind == TextKind::Steering || text.shown().chars().any(says))
        {
            continue;
        }
        // With a catalog, `cannot-be-shown` says this of spaces.
        if context.catalog.is_some() && texts().all(|text| text.shown().trim().is_empty()) {
            continue;
        }
        let is_unseen = texts().all(|text| text.shown().chars().all(is_unseen));
        let Some(root) = reference.root(name) else { continue };
        let mut english = reference.texts().iter().filter(|text| text.branch == root);
        // `None` may become `–`; a sentence may not.
        let has_words = english.any(|text| {
            text.raw.split(' ').filter(|it| it.chars().any(char::is_alphabetic)).nth(1).is_some()
                || (is_unseen && text.raw.chars().any(char::is_alphabetic))
        });
        if has_words && !name.is_some_and(|name| is_key(context, name)) {
            let name = name.map(|name| format!(".{name}")).unwrap_or_default();
            let text = format!("`{}{name}` says nothing", context.id());
            context.at_id(hits, text).help("translate the reference text");
        }
    }
}

/// Whether a character may be all that a text has to say: a letter, a digit or a symbol.
fn says(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || "$+<=>^|~*%&@#/\\".contains(character);
    }
    !is_unseen(character)
        && !GeneralCategoryGroup::Punctuation
            .contains(CodePointMapData::<GeneralCategory>::new().get(character))
}

/// Whether nothing is seen of a character.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || (!character.is_ascii()
            && CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character))
}

/// Whether the reference's attribute is a single character, as that of a key. A language may do without.
fn is_key(context: &MessageContext<'_, '_>, attribute: &str) -> bool {
    let Some(reference) = context.reference else { return false };
    let root = reference.root(Some(attribute));
    let mut texts = reference.texts().iter().filter(|text| Some(text.branch) == root);
    texts.next().is_some_and(|text| text.raw.chars().nth(1).is_none()) && texts.next().is_none()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn said(english: &str, german: &str) -> String {
        report("empty-text", &format!("--- en-US/a.ftl\n{english}--- de/a.ftl\n{german}"))
    }

    const CHOICE: &str = "a = { $n ->\n    [one] { \"\" }\n   *[other] x\n }\n";

    #[test]
    fn a_message_of_attributes_is_whole_where_no_catalog_asks_for_a_text() {
        assert_eq!(said("a =\n    .x = y\n", "a =\n    .x = z\n"), "");
    }

    #[test]
    fn an_empty_variant_is_reported_unless_the_reference_has_one() {
        assert!(said("a = x\n", CHOICE).contains("the variant `[one]` of `a` is empty"));
        assert_eq!(said(CHOICE, CHOICE), "");
    }

    #[test]
    fn what_the_reference_itself_leaves_empty_in_a_variant_is_meant_so() {
        assert_eq!(said(CHOICE, "a = x\n"), "");
    }

    #[test]
    fn a_text_without_a_word_says_nothing_where_the_reference_has_a_sentence() {
        for text in ["\u{200b}\u{200b}", "{ \"\\u200B\" }", ".", "…", "-", "\""] {
            let found = said("a = Save the file\n", &format!("a = {text}\n"));
            assert!(found.contains("`a` says nothing"), "{text}: {found}");
        }
        assert!(
            said("a = Save\n    .b = Save it\n", "a = Los\n    .b = .\n").contains("`a.b` says")
        );
        for (english, text) in [
            ("None", "–"),
            ("Save the file", "{ $x }"),
            ("Save the file", "→"),
            ("Save the file", "保存"),
            ("?", "."),
            ("Add one", "+"),
        ] {
            assert_eq!(said(&format!("a = {english}\n"), &format!("a = {text}\n")), "", "{text}");
        }
    }

    #[test]
    fn a_part_of_a_word_may_vanish() {
        assert_eq!(said("-a = x\n", &format!("-{CHOICE}")), "");
    }

    #[test]
    fn a_key_that_a_language_does_without_is_not_reported() {
        let tree = "--- en-US/a.ftl\na = Save\n    .accesskey = S\n    .title = Save it\n--- de/a.ftl\na = Sichern\n    .accesskey = { \"\" }\n    .title = { \"\" }\n";
        let found = report("empty-text", tree);
        assert!(found.contains("`a.title`") && !found.contains("`a.accesskey`"), "{found}");
    }
}
