//! Rule `not-a-question`: what is asked in the reference is asked in the translation.

use faq_content::Role;
use faq_l10n::{Features, Origin, Outline, TextKind};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::{
        running_text::running_texts,
        sentences::{count_sentences, ending::ends},
    },
};

pub(super) const RULE: Rule = Rule {
    name: "not-a-question",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("not-a-question.md"),
    judge: Judge::Message(Features::QUESTION.and(Features::CATALOG), judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let message = context.message;
    let signs = signs(context.locale.script.code.as_str(), context.locale.tag.as_str());
    match (context.catalog, context.reference) {
        (Some(catalog), _) => {
            if catalog.role == Role::Question
                && let Some(root) = message.root(None)
            {
                asked(context, hits, root, signs);
            }
        }
        (None, Some(reference)) if has_mark(reference) => {
            for (root, it) in message.branches().iter().enumerate() {
                let name = match it.origin {
                    Origin::Value => None,
                    Origin::Attribute(name) => Some(name),
                    Origin::Variant { .. } => continue,
                };
                match reference.root(name) {
                    Some(of) if is_question(reference, of) => asked(context, hits, root, signs),
                    Some(of) => asked_inside(context, hits, (reference, of), root, signs),
                    None => {}
                }
            }
        }
        (None, _) => {}
    }
}

/// Reports what has to be a question and is none: the value or the attribute whose branch is `root`.
fn asked(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    root: usize,
    signs: &'static [&'static [char]],
) {
    let message = context.message;
    let mut lost: Option<(usize, char)> = None;
    ends(message, root, &mut |branch, _| {
        let missing = signs.iter().find(|sign| !has(message, branch, sign));
        lost = lost.or(missing.map(|sign| (branch, sign.first().copied().unwrap_or('?'))));
    });
    let Some((branch, sign)) = lost else { return };
    let origin = |branch: usize| message.branches().get(branch).map(|it| it.origin);
    let id = match origin(root) {
        Some(Origin::Attribute(name)) => format!("{}.{name}", context.id()),
        Some(Origin::Value | Origin::Variant { .. }) | None => context.id(),
    };
    let variant = match origin(branch) {
        Some(Origin::Variant { key, .. }) => format!(" in the variant `{key}`"),
        Some(Origin::Value | Origin::Attribute(_)) | None => String::new(),
    };
    context
        .at_id(hits, format!("`{id}` is a question and has no `{sign}`{variant}"))
        .help("write it as questions are written in this language");
}

/// Reports a text whose sentences are as many as those of the reference, of which one is a question, and of which none is.
fn asked_inside(
    context: &MessageContext<'_, '_>,
    hits: &mut Hits,
    (reference, of): (Outline<'_, '_>, usize),
    root: usize,
    signs: &'static [&'static [char]],
) {
    let message = context.message;
    let is_lost = signs.iter().any(|sign| !has(message, root, sign));
    let is_pieced = |it: Outline<'_, '_>| !it.selects().is_empty();
    if !is_lost || is_pieced(message) || is_pieced(reference) {
        return;
    }
    let english = running_texts(reference);
    let own = running_texts(message);
    let (Some(english), Some(own)) = (english.get(of), own.get(root)) else { return };
    let mut marks = english.match_indices('?').map(|(at, _)| english.split_at(at));
    let asks = marks.any(|(before, after)| {
        before.ends_with(char::is_alphabetic)
            && after.get(1..).is_some_and(|it| it.starts_with(char::is_whitespace))
            && after
                .get(1..)
                .and_then(|it| it.trim_start().chars().next())
                .is_some_and(char::is_uppercase)
    });
    if asks && count_sentences(english) == count_sentences(own) {
        let text =
            format!("no sentence of `{}` is a question, as one of the reference is", context.id());
        context.at_id(hits, text).help("write it as questions are written in this language");
    }
}

/// A quick look: whether there is a question mark at all.
fn has_mark(reference: Outline<'_, '_>) -> bool {
    reference.features().any(Features::QUESTION)
        && reference.texts().iter().any(|text| text.raw.contains('?'))
}

/// Whether the value or attribute ends with a question mark, on every way through its variants.
fn is_question(reference: Outline<'_, '_>, root: usize) -> bool {
    let mut is_question = true;
    ends(reference, root, &mut |_, text| {
        let asked = text.and_then(|text| text.trim_end().strip_suffix('?'));
        // `+, - or ?` names the sign. Where French is the reference, a space that does not break stands before it.
        is_question &= asked.is_some_and(|text| !text.ends_with(' '));
    });
    is_question
}

/// Whether readers who get the variant `branch` see the sign: in it, around it, or in another choice of the same text.
fn has(message: Outline<'_, '_>, branch: usize, sign: &[char]) -> bool {
    let chosen = |it: usize| {
        message.path(it).find_map(|(_, it)| match it.origin {
            Origin::Variant { select, .. } => Some(select),
            Origin::Value | Origin::Attribute(_) => None,
        })
    };
    let is_alternative =
        |of: usize| chosen(of) == chosen(branch) && !message.path(branch).any(|(it, _)| it == of);
    let root = |it: usize| message.path(it).map(|(it, _)| it).last();
    message.texts().iter().any(|text| {
        text.kind != TextKind::Steering
            && text.raw.contains(sign)
            && root(text.branch) == root(branch)
            && !is_alternative(text.branch)
    })
}

/// The signs that a question has, each as the characters that count as it. None where questions have no sign.
fn signs(script: &str, locale: &str) -> &'static [&'static [char]] {
    let language = locale.split('-').next().unwrap_or(locale);
    match (script, language) {
        (_, "es" | "ast") => &[&['¿'], &['?']],
        ("Arab" | "Aran" | "Thaa" | "Syrc", _) => &[&['؟']],
        ("Hans" | "Hant", _) => &[&['？']],
        ("Jpan", _) => &[&['？', '?', 'か']],
        ("Grek", _) => &[&[';', '\u{37e}']],
        ("Armn", _) => &[&['՞']],
        ("Ethi", _) => &[&['?', '፧']],
        ("", _) => &[],
        ("Thai" | "Laoo" | "Khmr" | "Mymr" | "Tibt", _) => &[],
        _ => &[&['?']],
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    #[test]
    fn every_language_asks_in_its_own_way() {
        let reference = "--- en-US/faq.ftl\na = Who?\n";
        for right in [
            "es/faq.ftl\na = ¿Quién?",
            "fr/faq.ftl\na = Qui\u{a0}?",
            "ar/faq.ftl\na = من؟",
            "zh-Hant/faq.ftl\na = 誰？",
            "th/faq.ftl\na = ใคร",
        ] {
            assert_eq!(
                report("not-a-question", &format!("{reference}--- {right}\n")),
                "",
                "{right}"
            );
        }
        for wrong in [
            "es/faq.ftl\na = Quién?",
            "fr/faq.ftl\na = Qui.",
            "ar/faq.ftl\na = من?",
            "zh-Hans/faq.ftl\na = 谁?",
        ] {
            assert_ne!(
                report("not-a-question", &format!("{reference}--- {wrong}\n")),
                "",
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_sign_that_is_only_named_asks_nothing() {
        let tree = |reference: &str| {
            format!("--- en-US/faq.ftl\na = {reference}\n--- es/faq.ftl\na = estado +, - o ?\n")
        };
        assert_eq!(report("not-a-question", &tree("status +, - or ?")), "");
        assert_ne!(report("not-a-question", &tree("status?")), "");
    }

    #[test]
    fn an_attribute_asks_for_itself() {
        let found = |text: &str| {
            let reference = "--- en-US/a.ftl\na = Delete it?\n    .title = Delete the file?\n";
            report("not-a-question", &format!("{reference}--- fr/a.ftl\n{text}\n"))
        };
        let wrong = found("a = Le supprimer\u{202f}?\n    .title = Supprimer le fichier.");
        assert!(wrong.contains("`a.title` is a question and has no `?`"), "{wrong}");
        assert_eq!(found("a = Le supprimer\u{202f}?\n    .title = Supprimer\u{202f}?"), "");
    }

    #[test]
    fn a_question_inside_of_a_text_is_asked_too() {
        let found = |text: &str| {
            let reference = "--- en-US/a.ftl\na = Is it here? Call us.\n";
            report("not-a-question", &format!("{reference}--- fr/a.ftl\na = {text}\n"))
        };
        assert!(found("C’est ici. Appelez-nous.").contains("no sentence of `a` is a question"));
        assert_eq!(found("Est-ce ici\u{202f}? Appelez-nous."), "");
        assert_eq!(found("Si c’est ici, appelez-nous."), "");
    }

    #[test]
    fn every_variant_asks() {
        let found = |text: &str| {
            let reference = "--- en-US/faq.ftl\na = { $n ->\n    [one] Who is it?\n   *[other] Who are they?\n }\n";
            report("not-a-question", &format!("{reference}--- es/faq.ftl\na = {text}\n"))
        };
        insta::assert_snapshot!(found(
            "{ $n ->\n    [one] ¿Quién es?\n   *[other] Quiénes son\n }"
        ));
        for text in [
            "{ $n ->\n    [one] ¿Quién es?\n   *[other] ¿Quiénes son?\n }",
            "¿{ $n ->\n    [one] Quién es\n   *[other] Quiénes son\n }?",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }

    #[test]
    fn scripts_with_signs_of_their_own_are_asked_for_these() {
        let found = |text: &str| {
            report("not-a-question", &format!("--- en-US/a.ftl\na = Who?\n--- {text}\n"))
        };
        for right in [
            "ja/a.ftl\na = 誰ですか",
            "ja/a.ftl\na = 誰？",
            "el/a.ftl\na = Ποιος;",
            "hy/a.ftl\na = Ո՞վ",
        ] {
            assert_eq!(found(right), "", "{right}");
        }
        for wrong in ["ja/a.ftl\na = 誰です", "el/a.ftl\na = Ποιος", "hy/a.ftl\na = Ով?"]
        {
            assert_ne!(found(wrong), "", "{wrong}");
        }
    }

    #[test]
    fn a_catalog_says_what_is_a_question() {
        let found = |question: &str| {
            report(
                "not-a-question",
                &format!(
                    "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n--- en-US/a.ftl\ntitle = Who?\nq-question = Who?\nq-a = All.\n--- es/a.ftl\ntitle = Quién\nq-question = {question}\nq-a = Todos.\n"
                ),
            )
        };
        assert_eq!(found("¿Quién?"), "");
        assert!(found("Quién").contains("`q-question` is a question"));
    }

    #[test]
    fn ethiopic_has_a_sign_of_its_own_and_of_an_unknown_script_nothing_is_asked() {
        let found = |locale: &str, text: &str| {
            let tree = format!("--- en-US/faq.ftl\na = Who?\n--- {locale}/faq.ftl\na = {text}\n");
            report("not-a-question", &tree)
        };
        assert_eq!(found("am", "ማን ነው፧"), "");
        assert_ne!(found("am", "ማን ነው።"), "");
        assert_eq!(found("tlh", "nuqneH"), "");
    }
}
