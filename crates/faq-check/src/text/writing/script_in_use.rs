//! Which script a locale is written in, where its language has several and its tag names none.

use std::collections::BTreeMap;

use faq_content::LocaleTag;
use faq_l10n::TextKind;
use icu_properties::{CodePointMapData, PropertyParser, props::Script};

use crate::{context::is_identical, text::translation::Translation};

/// Languages and the scripts that they are written in besides the one that CLDR takes for likely.
const SEVERAL: [(&str, &[&str]); 28] = [
    ("az", &["Arab", "Cyrl"]),
    ("bs", &["Cyrl"]),
    ("crh", &["Cyrl", "Latn"]),
    ("ff", &["Adlm"]),
    ("ha", &["Arab"]),
    ("kab", &["Tfng"]),
    ("kk", &["Arab", "Latn"]),
    ("kok", &["Latn"]),
    ("ks", &["Deva"]),
    ("ku", &["Arab"]),
    ("ky", &["Arab", "Latn"]),
    ("mn", &["Mong"]),
    ("mni", &["Mtei"]),
    ("ms", &["Arab"]),
    ("pa", &["Arab"]),
    ("rif", &["Latn", "Tfng"]),
    ("sat", &["Beng", "Deva", "Latn"]),
    ("sd", &["Deva"]),
    ("shi", &["Latn", "Tfng"]),
    ("sr", &["Latn"]),
    ("tg", &["Arab", "Latn"]),
    ("tk", &["Arab", "Cyrl"]),
    ("tt", &["Latn"]),
    ("tzm", &["Latn", "Tfng"]),
    ("ug", &["Cyrl", "Latn"]),
    ("uz", &["Arab", "Cyrl"]),
    ("vai", &["Latn"]),
    ("zgh", &["Latn", "Tfng"]),
];

/// Fewest translations that tell.
const FEWEST: usize = 20;
/// Most that are looked at.
const MOST: usize = 300;

/// The tag of a locale with the script that nearly all of its translations are written in, where that is not the likely one. A
/// few texts in another script are mistakes, and texts that were not translated say nothing.
pub(crate) fn tag_in_use<'c, 's: 'c>(
    tag: &LocaleTag,
    translations: impl Iterator<Item = Translation<'c, 's>>,
) -> Option<LocaleTag> {
    if tag.identifier().script.is_some() {
        return None;
    }
    let (language, rest) = tag.as_str().split_at(tag.identifier().language.as_str().len());
    let (_, others) = SEVERAL.iter().find(|(it, _)| *it == language)?;
    // The first letter of a text tells its script; a few start with the name of a program.
    let mut scripts: BTreeMap<Script, usize> = BTreeMap::new();
    let mut seen = 0;
    let translated = translations.filter(|it| !is_identical(it.message, it.reference));
    for it in translated.take(MOST) {
        let mut texts = it.message.texts().iter().filter(|text| text.kind == TextKind::Element);
        let first = texts.find_map(|text| text.raw.chars().find(|it| it.is_alphabetic()));
        let Some(first) = first else { continue };
        *scripts.entry(CodePointMapData::<Script>::new().get(first)).or_default() += 1;
        seen += 1;
    }
    let (script, _) = scripts.into_iter().find(|(_, count)| count * 3 > seen * 2)?;
    let is_it = |code: &&&str| PropertyParser::<Script>::new().get_strict(code) == Some(script);
    let code = others.iter().find(is_it).filter(|_| seen >= FEWEST)?;
    LocaleTag::parse(&format!("{language}-{code}{rest}")).ok()
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, texts: usize, own: &str, last: &str) -> String {
        let messages = |text: &str| -> String {
            (0..texts).map(|number| format!("m{number} = {text}\n")).collect()
        };
        let tree = format!(
            "--- en-US/a.ftl\n{}last = Ask a friend.\n--- {locale}/a.ftl\n{}last = {last}\n",
            messages("These people help."),
            messages(own)
        );
        report("wrong-script", &tree)
    }

    #[test]
    fn serbian_may_be_written_in_latin_letters() {
        assert_eq!(
            found("sr", 30, "Ovi ljudi pomažu.", "Pitaj prijatelja kome veruješ za pomoć i savet."),
            ""
        );
        assert!(found("sr", 30, "Ovi ljudi pomažu.", "Питај пријатеља.").contains("last"));
    }

    #[test]
    fn a_few_texts_or_those_that_nobody_translated_do_not_tell() {
        assert_ne!(
            found("sr", 5, "Ovi ljudi pomažu.", "Pitaj prijatelja kome veruješ za pomoć i savet."),
            ""
        );
        assert!(
            found(
                "sr",
                30,
                "These people help.",
                "Pitaj prijatelja kome veruješ za pomoć i savet."
            )
            .contains("last")
        );
        assert!(
            found("ru", 30, "Eti lyudi pomogut.", "Sprosite druga kotoromu vy ochen doveryaete.")
                .contains("last")
        );
    }
}
