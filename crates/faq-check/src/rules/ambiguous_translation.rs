//! Rule `ambiguous-translation`: two texts of the reference, one translation.

use std::collections::HashMap;

use faq_content::Role;

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::wording::{Wording, wordings},
};

pub(super) const RULE: Rule = Rule {
    name: "ambiguous-translation",
    severities: Severities::WARNING_IN_PROSE,
    doc: include_str!("ambiguous-translation.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    let mut known: HashMap<u64, Wording<'_, '_>> = HashMap::new();
    for wording in
        wordings(context.files).filter(|it| is_long(context, it) || role(context, it).is_some())
    {
        let first = *known.entry(wording.hash()).or_insert(wording);
        if first.place == wording.place || !first.is_same(&wording) {
            continue;
        }
        if let (Some(a), Some(b)) = (reference(context, &first), reference(context, &wording))
            && (is_long(context, &wording) || is_listed_twice(context, &first, &wording))
            && (a.is_different(&b)
                || (is_listed_twice(context, &first, &wording) && !a.is_same(&b)))
        {
            report(context, hits, &wording, &first);
        }
    }
}

/// Questions and items of lists are as short as they are, and no two of them are the same.
fn role<'a>(context: &LocaleContext<'a, '_>, wording: &Wording<'_, '_>) -> Option<Role<'a>> {
    let messages = context.catalog.filter(|_| wording.attribute.is_none())?;
    let role = messages.get(wording.message.id())?.role;
    matches!(role, Role::Question | Role::Item).then_some(role)
}

fn is_listed_twice(
    context: &LocaleContext<'_, '_>,
    one: &Wording<'_, '_>,
    other: &Wording<'_, '_>,
) -> bool {
    let (one, other) = (role(context, one), role(context, other));
    one.is_some() && one == other
}

/// Whether it is too long to be the same as another by chance.
fn is_long(context: &LocaleContext<'_, '_>, wording: &Wording<'_, '_>) -> bool {
    if context.script.has_spaces() { wording.words() >= 6 } else { wording.letters() >= 16 }
}

/// The text of the reference that was translated.
fn reference<'a, 's>(
    context: &LocaleContext<'a, 's>,
    wording: &Wording<'_, 's>,
) -> Option<Wording<'a, 's>> {
    let pairs = context.pairing.files.get(wording.place.file())?;
    let place = pairs.messages.get(wording.place.message()).copied()??;
    Wording::of(context.reference, place, wording.attribute)
}

fn report(
    context: &LocaleContext<'_, '_>,
    hits: &mut Hits,
    wording: &Wording<'_, '_>,
    first: &Wording<'_, '_>,
) {
    let text = format!(
        "`{}` is the same as `{}` in {}, and in `{}` they say different things",
        wording.name(),
        first.name(),
        first.file.path,
        context.reference_name
    );
    wording.hit_beside(
        first,
        text,
        hits,
        "see whether one of the two is the translation of another text",
    );
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "ambiguous-translation",
            &format!("--- en-US/faq.ftl\n{reference}--- {locale}/faq.ftl\n{translation}"),
        )
    }

    #[test]
    fn no_two_items_of_a_catalog_are_the_same() {
        let found = |second: &str| {
            let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"q\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"list\"\nid = \"l\"\nitems = [\"a\", \"b\"]\n";
            report(
                "ambiguous-translation",
                &format!(
                    "{catalog}--- en-US/faq.ftl\nq-l-a = Private parties\nq-l-b = Escort services\n--- es/faq.ftl\nq-l-a = Fiestas privadas\nq-l-b = {second}\n"
                ),
            )
        };
        assert_ne!(found("Fiestas privadas"), "");
        assert_eq!(found("Servicios de acompañantes"), "");
    }

    const REFERENCE: &str = "a = Call the police at once.\nb = See a doctor you trust.\n";

    #[test]
    fn one_translation_of_two_texts_is_reported() {
        let spanish = "a = Llame ya mismo a la policía.\nb = Llame ya mismo a la policía.\n";
        insta::assert_snapshot!(found("es", REFERENCE, spanish));
        let chinese =
            "a = 如果有危险请立即拨打电话报警求助。\nb = 如果有危险请立即拨打电话报警求助。\n";
        assert_ne!(found("zh-Hans", REFERENCE, chinese), "");
    }

    #[test]
    fn texts_that_say_nearly_the_same_may_become_one() {
        let reference = "a = Call the police at once!\nb = At once, call 2 police!\n";
        assert_eq!(
            found(
                "es",
                reference,
                "a = Llame ya mismo a la policía\nb = Llame ya mismo a la policía\n"
            ),
            ""
        );
    }

    #[test]
    fn short_texts_may_be_the_same_by_chance() {
        assert_eq!(
            found(
                "es",
                "a = Do not ask again\nb = Tell me nothing\n",
                "a = No volver a preguntar\nb = No volver a preguntar\n"
            ),
            ""
        );
    }

    #[test]
    fn variables_and_copies_are_no_coincidence() {
        let reference = "a = Call { $phone } at once\nb = Please write to us { $mail }\n";
        let translation = "a = Llame hoy mismo sin falta a { $phone }\nb = Llame hoy mismo sin falta a { $mail }\n";
        assert_eq!(found("es", reference, translation), "");
        assert_eq!(found("es", REFERENCE, REFERENCE), "");
    }
}
