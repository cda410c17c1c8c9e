//! What is and what is not a lost, an added or a repeated sentence.

use crate::example::report;

const REFERENCE: &str = "They often feel that they have no safe place. Most of them are isolated from family and friends. Some are not aware of the services.";

fn found(translation: &str) -> String {
    report(
        "sentence-count",
        &format!("--- en-US/a.ftl\na = {REFERENCE}\n--- es/a.ftl\na = {translation}\n"),
    )
}

#[test]
fn a_text_that_stands_there_twice_is_reported() {
    let found = |reference: &str, translation: &str| {
        report(
            "sentence-count",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    };
    let twice = "Pida ayuda ahora. Pida ayuda ahora.";
    assert!(found("Ask for help now.", twice).contains("`a` says the same twice"));
    assert_eq!(found("Help us! Help us!", "¡Ayúdenos ya! ¡Ayúdenos ya!"), "");
    assert_eq!(found("Bye bye", "Adiós adiós"), "");
}

#[test]
fn a_lost_sentence_is_reported() {
    let lost = "A menudo sienten que no tienen un lugar seguro. Algunas no conocen los servicios.";
    assert!(found(lost).contains("`a` has 2 sentences, the reference text has 3"));
}

#[test]
fn a_variant_that_has_lost_a_sentence_is_reported() {
    let found = |many: &str| {
        let tree = format!(
            "--- en-US/a.ftl\na = {{ $n ->\n    [one] A file is here. Read it now.\n   *[other] {{ $n }} files are here. Read them now.\n }}\n--- pl/a.ftl\na = {{ $n ->\n    [one] Plik jest tutaj. Przeczytaj go teraz.\n    [few] Pliki są tutaj. Przeczytaj je teraz.\n    [many] {many}\n   *[other] Pliku jest tutaj. Przeczytaj je teraz.\n }}\n"
        );
        report("sentence-count", &tree)
    };
    let lost = found("Plików jest tutaj.");
    assert!(lost.contains("a variant of `a` has 1 sentence, the others have 2"), "{lost}");
    assert_eq!(found("Plików jest tutaj. Przeczytaj je teraz."), "");
    assert_eq!(found("Plików jest tutaj, przeczytaj je wszystkie teraz."), "");
}

#[test]
fn a_sentence_in_the_place_of_another_is_reported() {
    let twice = "Sienten que no tienen un lugar seguro. La mayoría están aisladas. La mayoría están aisladas.";
    let report = found(twice);
    assert!(report.contains("a sentence stands twice in `a`: `La mayoría están"), "{report}");
}

#[test]
fn an_added_sentence_is_reported() {
    let added = format!("{REFERENCE} {REFERENCE}");
    assert!(found(&added).contains("`a` has 6 sentences"));
}

#[test]
fn sentences_added_to_a_short_text_are_reported() {
    let found = |text: &str| {
        report(
            "sentence-count",
            &format!("--- en-US/a.ftl\na = Call us.\n--- vi/a.ftl\na = {text}\n"),
        )
    };
    let more = "Hãy gọi cho chúng tôi. Cuộc gọi được ghi âm. Chúng tôi sẽ báo cho gia đình.";
    assert!(found(more).contains("`a` has 3 sentences, the reference text has 1"));
    assert_eq!(found("Hãy gọi cho chúng tôi. Cuộc gọi được ghi âm và báo cho gia đình."), "");
    assert_eq!(found("Hãy gọi. Gọi đi. Gọi ngay."), "");
}

#[test]
fn two_sentences_made_one_are_not() {
    let joined = "A menudo sienten que no tienen un lugar seguro, y la mayoría están aisladas de su familia y amistades. Algunas no conocen los servicios.";
    assert_eq!(found(joined), "");
}

#[test]
fn the_help_says_what_may_have_happened() {
    let lost = "A menudo sienten que no tienen un lugar seguro. Algunas no conocen los servicios.";
    assert!(found(lost).contains("a sentence may be missing"));
    let added = format!("{REFERENCE} {REFERENCE}");
    assert!(found(&added).contains("a sentence may be one too many"));
}

#[test]
fn one_of_two_sentences_or_one_more_of_some_length_is_noticed() {
    let two = |text: &str| {
        report(
            "sentence-count",
            &format!(
                "--- en-US/a.ftl\na = Most of them are isolated. Some know no services.\n--- es/a.ftl\na = {text}\n"
            ),
        )
    };
    assert!(two("La mayoría están aisladas.").contains("`a` has 1 sentence, the reference"));
    let longer = format!("{REFERENCE} Many are told that nobody will ever believe what they say.");
    assert!(found(&longer).contains("`a` has 4 sentences"));
}

#[test]
fn a_sentence_cut_in_two_and_longer_sentences_are_fine() {
    let cut = "A menudo sienten que no tienen ningún lugar seguro. La mayoría están aisladas. De su familia y amistades. Algunas no conocen los servicios.";
    assert_eq!(found(cut), "");
    let longer = "A menudo sienten que en toda la ciudad no tienen ni conocen ningún lugar que sea seguro para poder vivir. La mayoría de estas personas están del todo aisladas de su propia familia y de sus amistades más cercanas. Algunas de ellas ni siquiera conocen los servicios de ayuda que están a su disposición.";
    assert_eq!(found(longer), "");
}

#[test]
fn terms_lists_and_labels_may_repeat_what_they_say() {
    let twice = "La mayoría están aisladas. La mayoría están aisladas. Otras no.";
    assert_eq!(found(&format!("{twice}\n    .label = x")), "");
    let list =
        "\n    - La mayoría están aisladas.\n    - La mayoría están aisladas.\n    - Otras no.";
    assert!(!found(list).contains("stands twice"));
    let tree = format!("--- en-US/a.ftl\n-a = {REFERENCE}\n--- es/a.ftl\n-a = {twice}\n");
    assert_eq!(report("sentence-count", &tree), "");
}

#[test]
fn what_is_near_to_most_texts_of_the_locale_is_not_reported() {
    let found = |times: [usize; 2]| {
        let texts = |of: &dyn Fn(usize) -> String| -> String {
            (0..40).map(|it| format!("m{it} = {}.\n", of(it))).collect()
        };
        let reference = texts(&|_| "they have no safe place to go to for help ".repeat(2));
        let own = texts(&|it| "no tienen ningún lugar donde pedir ayuda y ".repeat(times[it % 2]));
        report(
            "sentence-count",
            &format!(
                "--- en-US/a.ftl\n{reference}a = {REFERENCE}\n--- es/a.ftl\n{own}a = A menudo sienten que no tienen un lugar seguro. Algunas no conocen los servicios.\n"
            ),
        )
    };
    assert!(found([2, 2]).contains("`a` has 2 sentences"));
    assert_eq!(found([1, 4]), "");
}
