//! Rule `glossary`: the words that a locale has chosen, and none that it has ruled out.

use faq_l10n::Features;

use crate::{
    context::LocaleContext,
    finding::Hits,
    language::TermRule,
    policy::Severities,
    rule::{Judge, Rule},
    text::shown_text::{add_referenced, shown_text},
    text::translation::Translation,
    text::words::{Words, fold},
};

pub(super) const RULE: Rule = Rule {
    name: "glossary",
    severities: Severities::WARNING,
    doc: include_str!("glossary.md"),
    judge: Judge::Locale(judge),
};

/// A rule of the glossary, ready to be looked for.
struct Term<'a> {
    rule: &'a TermRule,
    reference: Words,
    must: Vec<Words>,
    must_not: Vec<Words>,
}

/// The texts of one message, folded for comparison; made anew for each message in the same memory.
#[derive(Default)]
struct Texts {
    shown: String,
    /// Of the reference, with the words that it refers to.
    reference: String,
    /// Of the translation alone.
    own: String,
    /// Of the translation, with the words that it refers to.
    with_references: String,
}

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let language = context.language;
    if language.terms.is_empty() && language.keep.is_empty() {
        return;
    }
    let terms: Vec<Term<'_>> = language.terms.iter().map(Term::of).collect();
    let mut texts = Texts::default();
    for it in context.translations() {
        texts.take(context, &it);
        for term in terms.iter().filter(|term| term.reference.are_in(&texts.reference)) {
            judge_term(context, &it, term, &texts, hits);
        }
        judge_kept(context, &it, &mut texts.shown, hits);
    }
}

fn judge_term(
    context: &LocaleContext<'_, '_>,
    it: &Translation<'_, '_>,
    term: &Term<'_>,
    texts: &Texts,
    hits: &mut Hits,
) {
    let TermRule { reference, must, must_not } = term.rule;
    let ruled_out = must_not.iter().zip(&term.must_not);
    if let Some((word, _)) = ruled_out.clone().find(|(_, words)| words.are_in(&texts.own)) {
        let text = format!("`{}` says `{word}`, which the glossary rules out", it.id());
        it.at_id(hits, text).help(help(context, must));
    } else if !must.is_empty() && !term.must.iter().any(|it| it.are_in(&texts.with_references)) {
        let text = format!("`{}` does not say `{reference}` in the words of the glossary", it.id());
        it.at_id(hits, text).help(help(context, must));
    }
}

fn help(context: &LocaleContext<'_, '_>, words: &[String]) -> String {
    let list: Vec<String> =
        words.iter().map(|word| format!("`{}`", word.replace('*', "…"))).collect();
    let file = context.path_of("language.toml");
    match list.as_slice() {
        [] => format!("use another word; `{file}` says which words are ruled out"),
        [one] => format!("write {one}; `{file}` says so"),
        several => format!("write one of {}; `{file}` lists them", several.join(", ")),
    }
}

/// Words that stay as they are.
fn judge_kept(
    context: &LocaleContext<'_, '_>,
    it: &Translation<'_, '_>,
    text: &mut String,
    hits: &mut Hits,
) {
    for word in &context.language.keep {
        let mut has = |files, message| {
            shown_text(message, text);
            add_referenced(files, message, text);
            has_word(text, word)
        };
        if has(context.reference, it.reference) && !has(context.files, it.message) {
            let message = format!("`{}` has lost `{word}`, which stays as it is", it.id());
            it.at_id(hits, message).help(format!("write `{word}` as in the reference text"));
        }
    }
}

/// Whether `word` stands in `text` letter by letter, with no other letter or digit right beside it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        let is_part = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        !is_part(before) && !is_part(after)
    })
}

impl<'a> Term<'a> {
    fn of(rule: &'a TermRule) -> Self {
        Self {
            rule,
            reference: Words::parse(&rule.reference),
            must: Words::parse_all(&rule.must),
            must_not: Words::parse_all(&rule.must_not),
        }
    }
}

impl Texts {
    fn take(&mut self, context: &LocaleContext<'_, '_>, it: &Translation<'_, '_>) {
        let refers = |of: Features| of.any(Features::REFERENCE);
        shown_text(it.reference, &mut self.shown);
        if refers(it.reference.features()) {
            add_referenced(context.reference, it.reference, &mut self.shown);
        }
        fold(&self.shown, &mut self.reference);
        shown_text(it.message, &mut self.shown);
        fold(&self.shown, &mut self.own);
        if refers(it.message.features()) {
            add_referenced(context.files, it.message, &mut self.shown);
        }
        fold(&self.shown, &mut self.with_references);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    const LANGUAGE: &str = "--- es/language.toml\nformat = 1\nkeep = [\"CSEC\"]\n[[term]]\nreference = \"victim*\"\nmust = [\"víctima*\"]\nmust-not = [\"prostitut*\"]\n[[term]]\nreference = \"*\"\nmust-not = [\"ilegales\"]\n";

    fn found(reference: &str, translation: &str) -> String {
        report(
            "glossary",
            &format!("--- en-US/a.ftl\n{reference}\n--- es/a.ftl\n{translation}\n{LANGUAGE}"),
        )
    }

    #[test]
    fn a_word_of_the_glossary_that_is_not_used_is_reported() {
        let found = found("a = Who are the victims?", "a = ¿Quiénes son las personas?");
        assert!(found.contains("does not say `victim*` in the words of the glossary"), "{found}");
        assert!(found.contains("write `víctima…`"), "{found}");
    }

    #[test]
    fn a_word_that_is_ruled_out_is_reported() {
        let found = found("a = The victims", "a = Las víctimas, o prostitutas");
        assert!(found.contains("`a` says `prostitut*`, which the glossary rules out"), "{found}");
    }

    #[test]
    fn a_word_can_be_ruled_out_everywhere() {
        assert_ne!(found("a = Who?", "a = ¿Los ilegales?"), "");
    }

    #[test]
    fn a_word_that_stays_as_it_is_has_to_be_there() {
        assert!(found("a = What is CSEC?", "a = ¿Qué es?").contains("has lost `CSEC`"));
        assert_eq!(found("a = What is CSEC?", "a = ¿Qué es la CSEC?"), "");
    }

    #[test]
    fn a_term_of_the_locale_says_the_word() {
        let reference = "-victims = victims\na = Who are the { -victims }?";
        assert_eq!(found(reference, "-victims = víctimas\na = ¿Quiénes son las { -victims }?"), "");
        assert_eq!(found(reference, "-victims = víctimas\na = ¿Quién es víctima?"), "");
        assert_ne!(found(reference, "-victims = víctimas\na = ¿Quiénes son?"), "");
    }

    #[test]
    fn a_word_that_stays_needs_no_other_word_in_the_glossary() {
        let tree = "--- en-US/a.ftl\na = What is CSEC?\n--- es/a.ftl\na = ¿Qué es?\n--- es/language.toml\nformat = 1\nkeep = [\"CSEC\"]\n";
        assert!(report("glossary", tree).contains("has lost `CSEC`"));
    }

    #[test]
    fn a_word_that_stays_is_a_whole_word() {
        for translation in ["a = ¿Qué es la CSECs?", "a = ¿Qué es la xCSEC?"] {
            assert!(found("a = What is CSEC?", translation).contains("has lost"), "{translation}");
        }
        assert_eq!(found("a = What is CSEC?", "a = CSEC: ¿qué es?"), "");
    }
}
