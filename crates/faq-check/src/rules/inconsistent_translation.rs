//! Rule `inconsistent-translation`: one text of the reference, two translations.

use faq_l10n::Kind;

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::wording::Wording,
};

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-translation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("inconsistent-translation.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    for group in &context.repeats().groups {
        let mut known: Vec<Wording<'_, '_>> = Vec::new();
        for (place, attribute) in group {
            let Some(wording) = Wording::of(context.reference, *place, attribute.as_deref())
                .and_then(|reference| translation(context, &reference))
            else {
                continue;
            };
            if known.iter().any(|it| it.is_alike(&wording)) {
                continue;
            }
            if let Some(first) = known.first() {
                report(context, hits, &wording, first);
            }
            known.push(wording);
        }
    }
}

/// What a text of the reference has become, if it was translated.
fn translation<'a, 's>(
    context: &LocaleContext<'a, 's>,
    reference: &Wording<'a, 's>,
) -> Option<Wording<'a, 's>> {
    let files = context.files;
    let place = files.same(reference.file.name, Kind::Message, reference.message.id())?;
    let wording = Wording::of(files, place, reference.attribute)?;
    // What was copied is for `same-as-reference` to report.
    (!wording.is_same(reference)).then_some(wording)
}

fn report(
    context: &LocaleContext<'_, '_>,
    hits: &mut Hits,
    wording: &Wording<'_, '_>,
    first: &Wording<'_, '_>,
) {
    let text = format!(
        "`{}` differs from `{}` in {}, and in `{}` both are the same",
        wording.name(),
        first.name(),
        first.file.path,
        context.reference_name
    );
    wording.hit_beside(
        first,
        text,
        hits,
        "say it in the same words, if it means the same in both places",
    );
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "inconsistent-translation",
            &format!("--- en-US/faq.ftl\n{reference}--- es/faq.ftl\n{translation}"),
        )
    }

    const REFERENCE: &str = "a = Call for help now.\nb = Call for help now.\n";

    #[test]
    fn the_second_translation_of_one_text_is_reported() {
        insta::assert_snapshot!(found(REFERENCE, "a = Pide ayuda ahora.\nb = Llama ya.\n"));
    }

    #[test]
    fn capitals_and_marks_are_no_other_translation() {
        assert_eq!(found(REFERENCE, "a = Pide ayuda ahora.\nb = PIDE ayuda ahora\n"), "");
    }

    #[test]
    fn what_was_copied_or_is_missing_is_for_other_rules() {
        assert_eq!(found(REFERENCE, "a = Pide ayuda ahora.\nb = Call for help now.\n"), "");
        assert_eq!(found(REFERENCE, "a = Pide ayuda ahora.\n"), "");
    }

    #[test]
    fn short_texts_and_texts_of_different_kinds_may_differ() {
        assert_eq!(found("a = Close it now\nb = Close it now\n", "a = Cerrar\nb = Cercano\n"), "");
        let reference = "a = Call for help now.\nb = x\n    .title = Call for help now.\n";
        assert_eq!(found(reference, "a = Pide ayuda.\nb = y\n    .title = Llama ya.\n"), "");
    }

    #[test]
    fn variables_count() {
        let reference = "a = Call { $phone } for help\nb = Call { $other } for help\n";
        assert_eq!(found(reference, "a = Llama { $phone }\nb = Marca { $other }\n"), "");
    }
}
