//! Rule `list-mismatch`: as many items in a list as in the reference, its steps in order, none of them twice.

use faq_l10n::{Features, Outline, Text};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::sentences::{Marker, list_markers, lists, repeated},
    text::shown_text::shown_text,
};

pub(super) const RULE: Rule = Rule {
    name: "list-mismatch",
    severities: Severities::WARNING,
    doc: include_str!("list-mismatch.md"),
    judge: Judge::Message(Features::SEVERAL, judge),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    let Some(reference) = context.reference else { return };
    // A list has several lines, and each line is a text of its own.
    if reference.texts().len() < 2 || !has_items(reference) {
        return;
    }
    let mut text = String::new();
    shown_text(reference, &mut text);
    let expected: Vec<Marker> = list_markers(&text).collect();
    if expected.len() < 2 {
        return;
    }
    let all_differ = repeated_item(&text).is_none();
    shown_text(context.message, &mut text);
    let found: Vec<Marker> = list_markers(&text).collect();
    if found.len() != expected.len() {
        let message = format!(
            "`{}` has a list of {}, the reference text has one of {}",
            context.id(),
            found.len(),
            expected.len()
        );
        context
            .at_id(hits, message)
            .help("compare the items one by one, each on a line of its own");
    } else if is_in_order(&expected) && !is_in_order(&found) {
        let message = format!("the steps of `{}` are not numbered in order", context.id());
        context
            .at_id(hits, message)
            .help("number them as in the reference text, in the same order");
    } else if let Some(item) = repeated_item(&text).filter(|_| all_differ) {
        let message =
            format!("an item of the list of `{}` stands in it twice: `{item}`", context.id());
        context.at_id(hits, message).help("compare the items one by one");
    }
}

/// Whether a line starts as an item of a list does. A quick look, so that nothing is built for texts without lists.
fn has_items(message: Outline<'_, '_>) -> bool {
    let is_item = |text: &Text<'_>| {
        let start = text.raw.trim_start();
        start.starts_with(['-', '–', '—', '•', '·', '*', '◦', '▪'])
            || start.starts_with(|it: char| it.is_numeric())
            || start.as_bytes().get(1) == Some(&b')')
    };
    message.texts().iter().any(is_item)
}

/// The first line of an item that stands twice in one list.
fn repeated_item(text: &str) -> Option<&str> {
    lists(text).iter().find_map(|items| repeated(items))?.lines().next()
}

fn is_in_order(markers: &[Marker]) -> bool {
    markers.is_sorted_by(|a, b| match (a, b) {
        (Marker::Number(a), Marker::Number(b)) => a < b,
        (Marker::Bullet, Marker::Bullet | Marker::Number(_)) => true,
        (Marker::Number(_), Marker::Bullet) => true,
    })
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "list-mismatch",
            &format!("--- en-US/a.ftl\na =\n{reference}\n--- es/a.ftl\na =\n{translation}\n"),
        )
    }

    #[test]
    fn a_lost_item_is_reported() {
        let found = found("    Call:\n    - one\n    - two", "    Llame:\n    - uno y dos");
        assert!(found.contains("`a` has a list of 1, the reference text has one of 2"), "{found}");
        let found = self::found("    a) one\n    b) two\n    c) three", "    a) uno\n    b) dos");
        assert!(found.contains("`a` has a list of 2, the reference text has one of 3"), "{found}");
    }

    #[test]
    fn steps_out_of_order_are_reported() {
        let steps = "    1. One\n    2. Two\n    3. Three";
        let found = found(steps, "    1. Uno\n    3. Tres\n    2. Dos");
        assert!(found.contains("not numbered in order"), "{found}");
    }

    #[test]
    fn an_item_that_stands_in_the_place_of_another_is_reported() {
        let (reference, twice) = (
            "    1. Go to the desk.\n    2. Sign the form.",
            "    1. Vaya al mostrador.\n    2. Vaya al mostrador.",
        );
        let report = found(reference, twice);
        assert!(report.contains("stands in it twice: `Vaya al mostrador.`"), "{report}");
        assert_eq!(found("    - Say all of it again.\n    - Say all of it again.", twice), "");
        assert_eq!(
            found(
                "    - { $a } of all\n    - all of { $b }",
                "    - { $a } de todo\n    - { $b } de todo"
            ),
            ""
        );
    }

    #[test]
    fn another_bullet_is_no_other_list() {
        assert_eq!(found("    - one\n    - two", "    • uno\n    • dos"), "");
        assert_eq!(found("    1. One\n    2. Two", "    1) Uno\n    2) Dos"), "");
        for items in ["    १. एक\n    २. दो", "    ١. ا\n    ٢. ب", "    一、开\n    二、读"]
        {
            assert_eq!(found("    1. One\n    2. Two", items), "", "{items}");
        }
    }

    #[test]
    fn a_step_number_that_stands_twice_is_out_of_order() {
        let steps = "    1. One\n    2. Two\n    3. Three";
        let found = found(steps, "    1. Uno\n    2. Dos\n    2. Tres");
        assert!(found.contains("not numbered in order"), "{found}");
    }
}
