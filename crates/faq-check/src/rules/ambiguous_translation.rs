//! Rule `ambiguous-translation`: two texts of the reference, one translation.

use std::collections::HashMap;

use faq_content::Role;
use faq_l10n::{Kind, MessageRef};

use crate::{
    context::LocaleContext,
    finding::Hits,
    policy::{Profile, Severities},
    rule::{Judge, Rule},
    text::wording::{Wording, wordings},
};

pub(super) const RULE: Rule = Rule {
    name: "ambiguous-translation",
    severities: Severities::WARNING,
    doc: include_str!("ambiguous-translation.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    if context.is_reference() {
        return;
    }
    report_opposites(context, hits);
    // In a program, words in different places may well be the same.
    if context.profile == Profile::Software {
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
            report(context, hits, (&wording, &first), "they say different things");
        }
    }
}

/// Texts that are turned round in the reference by one word, "on" and "off", and the same here: whatever their length.
fn report_opposites(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let mut said: Vec<MessageRef> = Vec::new();
    for pair in context.opposite_pairs() {
        let [first, second] = pair.places.map(|place| {
            let reference = Wording::of(context.reference, place, pair.attribute.as_deref())?;
            let id = reference.message.id();
            let own = context.files.same(reference.file.name, Kind::Message, id)?;
            let own = Wording::of(context.files, own, reference.attribute)?;
            (!own.is_same(&reference)).then_some(own)
        });
        let (Some(first), Some(second)) = (first, second) else { continue };
        if first.is_alike(&second) && second.letters() > 0 && !said.contains(&second.place) {
            said.push(second.place);
            report(context, hits, (&second, &first), "they say the opposite of each other");
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
    (wording, first): (&Wording<'_, '_>, &Wording<'_, '_>),
    what: &str,
) {
    let text = format!(
        "`{}` is the same as `{}` in {}, and in `{}` {what}",
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

    #[test]
    fn opposites_that_became_one_are_reported_however_short_they_are() {
        for (reference, locale, translation) in [
            ("Turn on updates", "ru", "Включить обновления"),
            ("Show", "tr", "Göster"),
            ("Allow the camera", "ko", "카메라 허용"),
        ] {
            let turned = [("on", "off"), ("Show", "Hide"), ("Allow", "Block")]
                .into_iter()
                .fold(reference.to_owned(), |text, (one, other)| text.replace(one, other));
            let both = |a: &str, b: &str| format!("a = {a}\nb = {b}\n");
            let report = found(locale, &both(reference, &turned), &both(translation, translation));
            assert!(report.contains("say the opposite of each other"), "{reference}: {report}");
            assert_eq!(found(locale, &both(reference, &turned), &both(translation, "x")), "");
            assert_eq!(found(locale, &both(reference, reference), &both("y", "y")), "");
        }
        let named = "a = Show { $a }\nb = Hide { $b }\n";
        assert_eq!(found("tr", named, "a = Göster { $a }\nb = Göster { $b }\n"), "");
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
