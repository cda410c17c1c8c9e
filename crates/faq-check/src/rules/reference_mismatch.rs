//! Rule `reference-mismatch`: the same terms and messages inside a text as in the reference text.

use faq_l10n::{Features, Kind, Origin, Outline, Target};

use crate::{
    choices::shown::variants,
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
            || is_inflected(context, name, None)
        {
            continue;
        }
        let shown = written(name);
        let text = format!("`{}` does not use {shown}, as the reference text does", context.id());
        let help = format!("write {shown} where the reference text has it");
        context.at_id(hits, text).help(help);
    }
    if message.features().any(Features::SELECT) {
        lost_in_a_variant(context, reference, hits);
    }
}

/// A term that one variant has lost: the others have it, and so have all variants of the reference.
fn lost_in_a_variant(
    context: &MessageContext<'_, '_>,
    reference: Outline<'_, '_>,
    hits: &mut Hits,
) {
    let message = context.message;
    let mut names: Vec<Name<'_>> = names(message).filter(|it| it.0 == Kind::Term).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let is_always = (0..reference.selects().len()).any(|select| {
            variants(reference, select).count() > 1
                && variants(reference, select).all(|(it, _)| uses(reference, it, name) > 0)
        });
        let in_all = message.references().iter().filter(|it| name_of(it.target) == Some(name));
        let in_all = in_all.count();
        for select in (0..message.selects().len()).filter(|_| is_always) {
            let of_variants = |(it, _): (usize, Origin<'_>)| uses(message, it, name);
            // What stands beside the choice is for all variants.
            if variants(message, select).map(of_variants).sum::<usize>() != in_all {
                continue;
            }
            let lost = variants(message, select)
                .find(|(it, _)| uses(message, *it, name) == 0)
                .filter(|(it, _)| !is_inflected(context, name, Some(*it)));
            if let Some((_, Origin::Variant { key, .. })) = lost {
                let shown = written(name);
                let text = format!(
                    "the variant `[{key}]` of `{}` does not use {shown}, as the others do",
                    context.id()
                );
                let help = format!("write {shown} where the other variants have it");
                context.at(hits, key, text).help(help);
                return;
            }
        }
    }
}

/// How often a branch, with its variants, uses a term.
fn uses(outline: Outline<'_, '_>, branch: usize, name: Name<'_>) -> usize {
    let named = outline.references().iter().filter(|it| name_of(it.target) == Some(name));
    named.filter(|it| outline.path(it.branch).any(|(at, _)| at == branch)).count()
}

/// Whether the words of a term stand in the text, but in another form: the term itself would be bad grammar there.
fn is_inflected(
    context: &MessageContext<'_, '_>,
    (kind, id, _): Name<'_>,
    branch: Option<usize>,
) -> bool {
    let files = context.locale.files;
    let Some((_, term)) = files.find(kind, id).and_then(|place| files.at(place)) else {
        return false;
    };
    let text = lower(context.message, branch);
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
    outline.references().iter().filter_map(|reference| name_of(reference.target))
}

fn name_of(target: Target<'_>) -> Option<Name<'_>> {
    match target {
        Target::Message(id, attribute) => Some((Kind::Message, id, attribute)),
        Target::Term(id, _) => Some((Kind::Term, id, None)),
        Target::Variable(_) | Target::Function(_) => None,
    }
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
    fn a_term_that_one_variant_has_lost_is_reported() {
        let found = |reference: &str, one: &str| {
            let tree = format!(
                "--- en-US/a.ftl\n-app = Fox\na = {{ $n ->\n    [one] A tab of {reference}\n   *[other] {{ $n }} tabs of {{ -app }}\n }}\n--- gl/a.ftl\n-app = Fox\na = {{ $n ->\n    [one] Unha lapela {one}\n   *[other] {{ $n }} lapelas de {{ -app }}\n }}\n"
            );
            report("reference-mismatch", &tree)
        };
        let lost = found("{ -app }", "aberta");
        assert!(lost.contains("the variant `[one]` of `a` does not use `{ -app }`"), "{lost}");
        assert_eq!(found("{ -app }", "de { -app }") + &found("it", "aberta"), "");
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
