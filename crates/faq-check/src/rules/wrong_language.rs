//! Rule `wrong-language`: texts are written in the language of their locale.

use faq_l10n::{FtlFile, Kind, Outline};

use crate::{
    context::{LocaleContext, is_identical},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
    text::running_text::PLACEABLE,
    text::sentences::each_sentence,
    text::shown_text::shown_text,
    text::translation::Translation,
    text::words::identify::{Foreign, Identifier},
    text::words::usual::UsualWords,
};

pub(super) const RULE: Rule = Rule {
    name: "wrong-language",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("wrong-language.md"),
    judge: Judge::Locale(judge),
};

/// Letters of a text that can be told to be in the reference's language.
const ENOUGH_FOR_REFERENCE: usize = 60;
/// Letters of a text that can be told to be in any other.
const ENOUGH_FOR_OTHERS: usize = 120;
/// Letters of a text that can be told to be in a close relative of the locale's language.
const ENOUGH_FOR_RELATIVES: usize = 200;
/// Letters of a file that can be told to be in another language as a whole.
const ENOUGH_FOR_FILE: usize = 300;
/// Bytes of a file that are looked at to tell.
const MOST_OF_FILE: usize = 3_000;

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let identifier =
        Identifier::new(context.tag, context.reference_tag, context.script.code.as_str());
    let Some(identifier) = identifier.filter(|_| !context.is_reference()) else { return };
    let translations: Vec<_> = context
        .translations()
        .filter(|it| it.message.kind() == Kind::Message && !is_identical(it.message, it.reference))
        .collect();
    let mut judge = Judgement {
        context,
        usual: UsualWords::learn(translations.iter().map(|it| it.message)),
        usual_in_reference: UsualWords::learn(translations.iter().map(|it| it.reference)),
        identifier,
        text: String::new(),
        words: String::new(),
    };
    judge.distrust_usual_words(&translations);
    for file in translations.chunk_by(|a, b| a.place.file() == b.place.file()) {
        if !judge.file(file, hits) {
            for it in file {
                judge.message(it, hits);
            }
        }
    }
}

struct Judgement<'c, 'a, 's> {
    context: &'c LocaleContext<'a, 's>,
    identifier: Identifier,
    usual: Option<UsualWords<'s>>,
    usual_in_reference: Option<UsualWords<'s>>,
    /// The text of a message, in the same memory for all.
    text: String,
    /// Its words, likewise.
    words: String,
}

impl Judgement<'_, '_, '_> {
    /// Where a locale as a whole is in another language, its usual words say nothing.
    fn distrust_usual_words(&mut self, translations: &[Translation<'_, '_>]) {
        if let Some(usual) = self.usual.take() {
            let every = translations.len() / 100 + 1;
            let letters = self.read_words(translations.iter().step_by(every));
            self.usual = (!self.is_foreign(letters)).then_some(usual);
        }
    }

    /// Judges a file as a whole, and says whether it is in another language.
    fn file(&mut self, translations: &[Translation<'_, '_>], hits: &mut Hits) -> bool {
        let letters = self.read_words(translations.iter());
        let Some(FtlFile { path, .. }) = translations.first().map(|it| it.file) else {
            return false;
        };
        if letters < ENOUGH_FOR_FILE {
            return false;
        }
        let Some(Foreign { name, .. }) = self.foreign() else { return false };
        let text = format!("the texts of this file are written in {name}");
        let help = format!("translate them into the language of `{}`", self.context.locale);
        hits.add(Place::Path((*path).to_owned()), text).help(help);
        true
    }

    /// Judges the sentences of a message, then all of it.
    fn message(&mut self, it: &Translation<'_, '_>, hits: &mut Hits) {
        if it.message.texts().iter().map(|text| text.raw.len()).sum::<usize>()
            < ENOUGH_FOR_REFERENCE
        {
            return;
        }
        shown_text(it.message, &mut self.text);
        let text = std::mem::take(&mut self.text);
        let mut found = None;
        each_sentence(&text, |sentence| {
            if found.is_none() && sentence.len() >= ENOUGH_FOR_REFERENCE {
                found =
                    self.foreign_part(sentence, it.reference).map(|it| (it, sentence.to_owned()));
            }
        });
        if found.is_none() {
            found = self.foreign_part(&text, it.reference).map(|it| (it, text.clone()));
        }
        self.text = text;
        let Some((Foreign { name, .. }, part)) = found else { return };
        let start: Vec<&str> = part.split_whitespace().take(6).collect();
        let message = format!("`{}` has a part in {name}: `{}…`", it.id(), start.join(" "));
        let help = format!("translate it into the language of `{}`", self.context.locale);
        it.at_id(hits, message).help(help);
    }

    /// The language of a part of a translation, if it has enough words to tell. For a third language those that the reference
    /// has too do not count: names of programs tell nothing.
    fn foreign_part(&mut self, part: &str, reference: Outline<'_, '_>) -> Option<Foreign> {
        let letters = self.take_words(part);
        let found = (letters >= ENOUGH_FOR_REFERENCE).then(|| self.foreign())??;
        if found.is_reference {
            return Some(found);
        }
        let mut same = String::new();
        shown_text(reference, &mut same);
        let own = part.split_whitespace().filter(|word| !same.contains(*word));
        let letters = self.take_words(&own.collect::<Vec<_>>().join(" "));
        let enough = if found.is_relative { ENOUGH_FOR_RELATIVES } else { ENOUGH_FOR_OTHERS };
        self.foreign().filter(|it| *it == found && letters >= enough)
    }

    fn is_foreign(&self, letters: usize) -> bool {
        letters >= ENOUGH_FOR_FILE && self.foreign().is_some()
    }

    /// The language of the words that were taken last, if it is another than the locale's.
    fn foreign(&self) -> Option<Foreign> {
        if self.usual.as_ref().is_some_and(|usual| usual.are_in(&self.words)) {
            return None;
        }
        let has_usual = |usual: &UsualWords<'_>| usual.are_in(&self.words);
        self.identifier
            .foreign(&self.words)
            .filter(|it| !it.is_reference || self.usual_in_reference.as_ref().is_none_or(has_usual))
    }

    /// Takes the words of some messages. Returns how many letters they have.
    fn read_words<'i, 'c: 'i, 's: 'c>(
        &mut self,
        translations: impl Iterator<Item = &'i Translation<'c, 's>>,
    ) -> usize {
        self.words.clear();
        let mut letters = 0;
        for it in translations {
            if self.words.len() > MOST_OF_FILE {
                break;
            }
            shown_text(it.message, &mut self.text);
            letters += add_words(&self.text, &mut self.words);
        }
        letters
    }

    fn take_words(&mut self, text: &str) -> usize {
        self.words.clear();
        add_words(text, &mut self.words)
    }
}

/// Adds the words of `text` to `words`, without names, addresses, markup and what else is the same in all languages. Returns
/// how many letters they have.
fn add_words(text: &str, words: &mut String) -> usize {
    let mut letters = 0;
    let is_part = |it: char| it.is_whitespace() || it == PLACEABLE;
    for word in text.split(is_part) {
        let no_word = |it: u8| it.is_ascii_digit() || b"<>@/_\\=$#{}`|".contains(&it);
        let trimmed = word.trim_matches(|it: char| !it.is_alphabetic());
        let is_name = trimmed.contains('.') || trimmed.chars().skip(1).any(char::is_uppercase);
        if trimmed.is_empty() || is_name || word.bytes().any(no_word) {
            continue;
        }
        letters += trimmed.chars().count();
        words.push_str(trimmed);
        words.push(' ');
    }
    letters
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    const ENGLISH: &str = "The buyers are equally responsible for the crime even if they lack information of the age.";
    const SPANISH: &str = "Los compradores son igualmente responsables del delito, incluso si les falta información sobre la edad.";

    fn found(locale: &str, text: &str) -> String {
        report(
            "wrong-language",
            &format!("--- en-US/a.ftl\na = Other.\n--- {locale}/a.ftl\na = {text}\n"),
        )
    }

    #[test]
    fn a_sentence_of_the_reference_inside_of_a_text_is_reported() {
        let found = found("es", &format!("{SPANISH} {ENGLISH}"));
        assert!(
            found.contains("`a` has a part in English: `The buyers are equally responsible for…`"),
            "{found}"
        );
    }

    #[test]
    fn a_text_in_another_language_is_reported() {
        let spanish = format!("{SPANISH} {SPANISH}");
        assert!(found("fr", &spanish).contains("in Spanish"));
        assert_eq!(found("es", &spanish), "");
    }

    #[test]
    fn a_file_in_another_language_is_one_finding() {
        let messages = |text: &str| -> String {
            (0..12).map(|number| format!("m{number} = {text} {number}\n")).collect()
        };
        let tree = format!(
            "--- en-US/a.ftl\n{}--- fr/a.ftl\n{}",
            messages("These people help"),
            messages("Estas personas ayudan cuando nadie más puede")
        );
        let found = report("wrong-language", &tree);
        assert!(found.contains("the texts of this file are written in Spanish"), "{found}");
        assert_eq!(found.matches("warning").count(), 1, "{found}");
    }

    #[test]
    fn a_long_text_in_a_close_relative_is_reported() {
        let spanish = "Las víctimas a menudo sienten que no tienen ningún lugar seguro al que acudir en busca de ayuda. La mayoría están aisladas de su familia y sus amistades, pueden sentirse avergonzadas para sincerarse con sus seres queridos, o no cuentan con ninguna red de apoyo para obtener la ayuda que necesitan.";
        let italian = "Le vittime sentono spesso di non avere un posto sicuro dove andare a chiedere aiuto. La maggior parte è isolata dalla famiglia e dagli amici, può vergognarsi di confidarsi con le persone care, oppure non ha una rete di sostegno che le permetta di ottenere l’aiuto di cui ha bisogno.";
        let portuguese = "As vítimas muitas vezes sentem que não têm um lugar seguro aonde ir em busca de ajuda. A maioria está isolada da família e dos amigos, pode sentir vergonha de se abrir com as pessoas queridas, ou não tem uma rede de apoio para conseguir a ajuda de que precisa.";
        assert!(found("pt-BR", spanish).contains("in Spanish"));
        assert!(found("it", spanish).contains("in Spanish"));
        assert!(found("es", italian).contains("in Italian"));
        assert!(found("es", portuguese).contains("in Portuguese"));
        for (locale, text) in
            [("es", spanish), ("it", italian), ("pt-BR", portuguese), ("gl", portuguese)]
        {
            assert_eq!(found(locale, text), "", "{locale}");
        }
    }

    #[test]
    fn short_texts_say_nothing() {
        assert_eq!(found("es", "Save the file"), "");
    }

    #[test]
    fn a_copy_of_the_reference_and_a_term_are_for_other_rules() {
        let tree = |id: &str, reference: &str| {
            format!("--- en-US/a.ftl\n{id} = {reference}\n--- es/a.ftl\n{id} = {ENGLISH}\n")
        };
        assert_eq!(report("wrong-language", &tree("a", ENGLISH)), "");
        assert_eq!(report("wrong-language", &tree("-a", "Other.")), "");
    }

    #[test]
    fn the_first_part_that_is_foreign_is_named_and_few_texts_are_no_file() {
        let report = found("es", &format!("{ENGLISH} {SPANISH}"));
        assert!(report.contains("`a` has a part in English: `The buyers are"), "{report}");
        let report = found("fr", &format!("{SPANISH} {SPANISH}"));
        assert!(report.contains("`a` has a part in Spanish"), "{report}");
    }

    #[test]
    fn names_addresses_and_code_are_no_words_of_a_language() {
        let mut words = String::new();
        let letters =
            super::add_words("the browser.tabs iPhone a1 <b> x=y … ok, (über)", &mut words);
        assert_eq!((words.as_str(), letters), ("the ok über ", 9));
    }

    #[test]
    fn where_all_of_a_locale_is_in_another_language_its_usual_words_say_nothing() {
        let texts = |text: &str| -> String {
            (0..160).map(|number| format!("m{number} = {text}\n")).collect()
        };
        let tree = |locale: &str| {
            format!(
                "--- en-US/a.ftl\n{}--- {locale}/a.ftl\n{}",
                texts("these people help when nobody else can do it any more"),
                texts("estas personas ayudan cuando nadie más puede hacerlo de ninguna manera")
            )
        };
        let found = report("wrong-language", &tree("fr"));
        assert!(found.contains("the texts of this file are written in Spanish"), "{found}");
        assert_eq!(report("wrong-language", &tree("es")), "");
    }
}
