//! An entry speaks one language.

use faq_check::Example;
use faq_content::{LocaleTag, LocalizedFaq};
use faq_l10n::{FaqPart, Reason, Withheld, resolve_all};

use crate::project::localize;

const CATALOG: &str = "--- catalog.toml
format = 1
[[fact]]
id = \"age\"
integer = 18
note = \"adult\"
[[topic]]
id = \"t\"
[[interface]]
id = \"menu\"
note = \"menu\"
[[entry]]
id = \"who\"
topic = \"t\"
risk = \"critical\"
[[entry.block]]
kind = \"paragraph\"
id = \"answer\"
facts = [\"age\"]
[[entry]]
id = \"what\"
topic = \"t\"
risk = \"normal\"
[[entry.block]]
kind = \"list\"
id = \"kinds\"
lead = true
items = [\"one\", \"two\"]
--- locales.toml
format = 1
catalog = \"catalog\"
reference = \"en-US\"
[[locale]]
tag = \"en-US\"
endonym = \"English\"
tier = \"released\"
[[locale]]
tag = \"ar\"
endonym = \"العربية\"
tier = \"preview\"
[[locale]]
tag = \"ar-EG\"
endonym = \"العربية (مصر)\"
tier = \"preview\"
fallback = [\"ar\", \"en-US\"]
[[locale]]
tag = \"bn\"
endonym = \"বাংলা\"
tier = \"preview\"
--- en-US/faq.ftl
-kid = child
title = Title
who-question = Who?
who-answer = Every { -kid } under { $age }.
what-question = What?
what-kinds-lead = These:
what-kinds-one = First
what-kinds-two = Second
interface-menu = Menu
";

const ARABIC: &str = "--- ar/faq.ftl
-kid = طفل
title = عنوان
who-question = من؟
who-answer = كل { -kid } دون { $age }.
what-question = ماذا؟
what-kinds-lead = هذه:
what-kinds-one = أول
what-kinds-two = ثان
interface-menu = قائمة
";

/// Where each part of a locale's FAQ comes from, and what it says.
fn shown(locale: &str, files: &str) -> String {
    let faqs = localize(&format!("{CATALOG}{files}"));
    let faq =
        faqs.iter().find(|faq| faq.locale.as_str() == locale).expect("the locale is registered");
    let LocalizedFaq { title, interface_locale, entries, coverage, .. } = faq;
    let mut text =
        format!("title: {} {}\ninterface: {}\n", title.locale, title.text, interface_locale.0);
    for entry in entries {
        text.push_str(&format!(
            "{}: {} {} {:?} {:?}\n",
            entry.id,
            entry.locale,
            entry.dir.as_str(),
            entry.review,
            entry.blocks
        ));
    }
    text.push_str(&format!("{coverage:?}"));
    text
}

#[test]
fn a_missing_message_takes_its_whole_entry_along_a_chain_of_three() {
    let egyptian = "--- ar-EG/faq.ftl\ntitle = عنوان مصري\nwho-question = مين؟\nwhat-question = ايه؟\nwhat-kinds-lead = دي:\nwhat-kinds-one = أول\nwhat-kinds-two = تاني\n";
    let without_lead = ARABIC.replace("what-kinds-lead = هذه:\n", "");
    insta::assert_snapshot!(shown("ar-EG", &format!("{ARABIC}{egyptian}")));
    // The list is complete in ar-EG only; who-answer is missing there and comes with its question from ar.
    let without_item = egyptian.replace("what-kinds-two = تاني\n", "");
    insta::assert_snapshot!(shown("ar-EG", &format!("{without_lead}{without_item}")));
}

#[test]
fn a_missing_term_and_a_broken_list_item_take_the_whole_entry_too() {
    let text = shown("ar", &ARABIC.replace("-kid = طفل\n", ""));
    assert!(text.contains("who: en-US ltr Original"), "{text}");
    assert!(text.contains("what: ar rtl Draft"), "{text}");
    let text = shown("ar", &ARABIC.replace("what-kinds-two = ثان", "what-kinds-two = { $oops }"));
    assert!(text.contains("what: en-US ltr Original"), "{text}");
    assert!(text.contains("who: ar rtl Draft"), "{text}");
}

#[test]
fn a_withheld_entry_comes_whole_from_the_next_locale() {
    let egyptian = "--- ar-EG/faq.ftl\nwho-question = مين؟\nwho-answer = تحت { $age }\n";
    let example =
        Example::parse(&format!("{CATALOG}{ARABIC}{egyptian}")).expect("a well-formed example");
    let catalog = example.catalog.as_ref().expect("the example has a catalog");
    let checked = example.check();
    let mut withheld = Withheld::default();
    let sources = |withheld: &Withheld| {
        let faqs =
            resolve_all(catalog, &example.registry, &checked.locales, &checked.reviews, withheld);
        let faq = faqs
            .into_iter()
            .find(|faq| faq.locale.as_str() == "ar-EG")
            .expect("the locale is registered");
        faq.entries.first().expect("the entry").locale.to_string()
    };
    assert_eq!(sources(&withheld), "ar-EG");
    for (locale, next) in [("ar-EG", "ar"), ("ar", "en-US")] {
        let entry = catalog.entries().first().expect("an entry").id.clone();
        let tag = |tag| LocaleTag::parse(tag).expect("a tag");
        let part = FaqPart::Entry(entry);
        withheld.insert(tag("ar-EG"), tag(locale), part, Reason::Unreviewed);
        assert_eq!(sources(&withheld), next);
    }
}

#[test]
fn an_entry_that_no_locale_has_is_left_out_and_named() {
    let faqs = localize(&CATALOG.replace("who-question = Who?\n", ""));
    let english = faqs.first().expect("the reference");
    assert_eq!(english.coverage.missing.len(), 1);
    assert_eq!(english.entries.len(), 1);
}

#[test]
fn facts_have_the_digits_that_cldr_gives_the_locale() {
    let bengali = "--- bn/faq.ftl\nwho-question = কে?\nwho-answer = { $age } বছরের কম\n";
    assert!(shown("bn", bengali).contains("১৮ বছরের কম"));
    let egyptian = "--- ar-EG/faq.ftl\nwho-question = مين؟\nwho-answer = تحت { $age }\n";
    assert!(shown("ar-EG", &format!("{ARABIC}{egyptian}")).contains("تحت ١٨"));
    assert!(shown("ar", ARABIC).contains("دون 18"));
}

#[test]
fn the_fingerprint_of_an_entry_is_that_of_its_words_wherever_they_are_shown() {
    let of = |tag: &str, files: &str| -> Vec<String> {
        let faqs = localize(&format!("{CATALOG}{files}"));
        let faq = faqs.iter().find(|faq| faq.locale.as_str() == tag).expect("it is registered");
        faq.entries.iter().map(|entry| entry.fingerprint.clone()).collect()
    };
    let (arabic, english) = (of("ar", ARABIC), of("en-US", ARABIC));
    assert!(arabic.iter().zip(&english).all(|(own, other)| own != other));
    let terms = ARABIC.replace("-kid = طفل", "-kid = ولد");
    let changed = of("ar", &terms);
    assert!(changed[0] != arabic[0] && changed[1] == arabic[1], "one entry has the term");
    let broken = ARABIC.replace("who-question = من؟\n", "");
    assert_eq!(of("ar", &broken), [english[0].clone(), arabic[1].clone()]);
}
