//! Rule `reference-mismatch`: the same terms and messages inside a text as in the reference text.

use faq_l10n::{Features, Kind, Outline, Target};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "reference-mismatch",
    severities: Severities::WARNING,
    doc: include_str!("reference-mismatch.md"),
    judge: Judge::Message(Features::REFERENCE, judge),
};

/// What a text refers to. Attributes of terms are a matter of the language: its grammar.
type Name<'s> = (Kind, &'s str, Option<&'s str>);

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let (message, Some(reference)) = (context.message, context.reference) else { return };
    // Terms are put together as the language needs it.
    if message.kind() == Kind::Term {
        return;
    }
    for (position, name) in names(message).enumerate() {
        let (kind, id, _) = name;
        if has(reference, name) || names(message).take(position).any(|earlier| earlier == name) {
            continue;
        }
        if context.locale.reference.find(kind, id).is_none() {
            // A term of this language alone, or a mistyped name, which `broken-reference` reports: it stands for another.
            return;
        }
        // Terms are good to have; another message is another text.
        if kind == Kind::Message {
            let shown = written(name);
            let text =
                format!("`{}` uses {shown}, which the reference text does not use", context.id());
            context.at(hits, id, text).help("use what the reference text uses, or write it out");
        }
    }
    for (position, name) in names(reference).enumerate() {
        if has(message, name)
            || names(reference).take(position).any(|earlier| earlier == name)
            || is_inflected(context, name)
        {
            continue;
        }
        let shown = written(name);
        let text = format!("`{}` does not use {shown}, as the reference text does", context.id());
        let help = format!("write {shown} where the reference text has it");
        context.at_id(hits, text).help(help);
    }
}

/// Whether the words of a term stand in the text, but in another form: the term itself would be bad grammar there.
fn is_inflected(context: &MessageContext<'_, '_>, (kind, id, _): Name<'_>) -> bool {
    let files = context.locale.files;
    let Some((_, term)) = files.find(kind, id).and_then(|place| files.at(place)) else {
        return false;
    };
    let text = lower(context.message, None);
    kind == Kind::Term
        && (0..term.branches().len()).map(|branch| lower(term, Some(branch))).any(|words| {
            let words = words.trim();
            !words.is_empty()
                && !text.contains(words)
                && words.split_whitespace().all(|word| has_stem(&text, word))
        })
}

/// The texts of a message, or of one of its branches, in small letters.
fn lower(outline: Outline<'_, '_>, branch: Option<usize>) -> String {
    let texts = outline.texts().iter().filter(|it| branch.is_none_or(|branch| it.branch == branch));
    texts.map(|it| it.shown().to_lowercase()).collect()
}

/// Whether the text has the first or the last half of a word: languages put endings, or an article, to it.
fn has_stem(text: &str, word: &str) -> bool {
    let length = word.chars().count();
    let end_of = |characters: usize| word.char_indices().nth(characters).map(|(end, _)| end);
    let first = end_of(length.div_ceil(2)).and_then(|end| word.get(..end)).unwrap_or(word);
    let last = end_of(length / 2).and_then(|start| word.get(start..)).unwrap_or(word);
    text.contains(first) || text.contains(last)
}

fn has(outline: Outline<'_, '_>, name: Name<'_>) -> bool {
    names(outline).any(|it| it == name)
}

fn names<'f, 's>(outline: Outline<'f, 's>) -> impl Iterator<Item = Name<'s>> + use<'f, 's> {
    outline.references().iter().filter_map(|reference| match reference.target {
        Target::Message(id, attribute) => Some((Kind::Message, id, attribute)),
        Target::Term(id, _) => Some((Kind::Term, id, None)),
        Target::Variable(_) | Target::Function(_) => None,
    })
}

/// As it stands in a text.
fn written((kind, id, attribute): Name<'_>) -> String {
    let sign = if kind == Kind::Term { "-" } else { "" };
    match attribute {
        Some(attribute) => format!("`{{ {sign}{id}.{attribute} }}`"),
        None => format!("`{{ {sign}{id} }}`"),
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(translation: &str) -> String {
        let reference = "-brand = Fox\n-maker = Den\na = { -brand } by { -maker }, see { b.title }\nb = x\n    .title = y";
        report(
            "reference-mismatch",
            &format!(
                "--- en-US/a.ftl\n{reference}\n--- de/a.ftl\n-brand = Fux\n    .case = m\n-maker = Bau\n-brand-gen = des Fuxes\nb = x\n    .title = y\n{translation}\n"
            ),
        )
    }

    #[test]
    fn the_same_in_another_order_is_not_reported() {
        assert_eq!(found("a = { b.title } { -maker } { -brand } { -brand }"), "");
        assert_eq!(
            found(
                "a = { b.title } { -maker(case: \"gen\") } { -brand.case ->\n    [m] x\n   *[f] y\n } { -brand }"
            ),
            ""
        );
    }

    #[test]
    fn what_is_written_out_or_replaced_is_reported() {
        assert!(found("a = Fux von { -maker }, { b.title }").contains("does not use `{ -brand }`"));
        assert!(found("a = { -maker }, { b.title }").contains("does not use `{ -brand }`"));
        let report = found("a = { -brand } von { -maker }, { b }");
        assert!(report.contains("uses `{ b }`, which"), "{report}");
        assert!(report.contains("does not use `{ b.title }`"), "{report}");
    }

    #[test]
    fn a_term_of_the_language_alone_may_stand_for_another() {
        assert_eq!(found("a = { -maker } { -brand-gen }, { b.title }"), "");
    }

    #[test]
    fn a_term_that_is_inflected_or_added_is_not_reported() {
        let tree = "--- en-US/a.ftl\n-victims = victims\n-buyers = buyers\na = { -victims } of buyers\n--- ru/a.ftl\n-victims = жертвы насилия\n-buyers = покупатели\na = Жертвам насилия, { -buyers }\n";
        assert_eq!(report("reference-mismatch", tree), "");
    }

    #[test]
    fn a_term_with_another_article_before_it_is_not_reported() {
        for (term, text) in [("الضحايا", "دعم للضحايا"), ("المجرمين", "عقاب للمجرمين")]
        {
            let tree = format!(
                "--- en-US/a.ftl\n-t = x\na = for {{ -t }}\n--- ar/a.ftl\n-t = {term}\na = {text}\n"
            );
            assert_eq!(report("reference-mismatch", &tree), "", "{text}");
        }
    }
}
