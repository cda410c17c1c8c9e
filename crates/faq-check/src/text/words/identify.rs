//! Which language a text is in, by statistics of its letters.

use faq_content::LocaleTag;
use whatlang::{Detector, Lang, Script};

/// Tells texts of one locale from texts of other languages.
#[derive(Debug)]
pub(crate) struct Identifier {
    detector: Detector,
    script: Script,
    own: Option<Lang>,
    reference: Option<Lang>,
    /// Whether the locale's language is one that long texts of its relatives are not taken for.
    is_told_from_relatives: bool,
}

/// A language that a text is in though it should not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// Its English name.
    pub(crate) name: &'static str,
    /// Whether it is the reference's.
    pub(crate) is_reference: bool,
    /// Whether it is a close relative of the locale's, which only a long text shows.
    pub(crate) is_relative: bool,
}

impl Identifier {
    /// For the texts of the locale `tag` in the writing system `script`. None where one language alone is written so, or none
    /// that is known: then the letters say as much as their statistics.
    pub(crate) fn new(tag: &LocaleTag, reference: &LocaleTag, script: &str) -> Option<Self> {
        let script = match script {
            "Latn" => Script::Latin,
            "Cyrl" => Script::Cyrillic,
            "Arab" => Script::Arabic,
            "Deva" => Script::Devanagari,
            "Hebr" => Script::Hebrew,
            _ => return None,
        };
        let (own, reference) = (language_of(tag), language_of(reference));
        let language = tag.as_str().split('-').next();
        let is_told_from_relatives = language.is_some_and(|it| TOLD_FROM_RELATIVES.contains(&it));
        Some(Self { detector: Detector::new(), script, own, reference, is_told_from_relatives })
    }

    /// The language that `text` is surely in, if it is not that of the locale or so close a relative that nobody can tell. Where
    /// the language of the locale has no statistics, only that of the reference is known for sure.
    pub(crate) fn foreign(&self, text: &str) -> Option<Foreign> {
        let found = self.detector.detect(text)?;
        let language = found.lang();
        let is_reference = self.reference == Some(language);
        let is_known = self.own.is_some() || is_reference;
        let is_relative = self.own.is_some_and(|own| are_relatives(own, language));
        let is_told_apart = !is_relative || self.is_told_from_relatives;
        (is_known
            && self.own != Some(language)
            && is_told_apart
            && found.script() == self.script
            && found.is_reliable())
        .then(|| Foreign { name: language.eng_name(), is_reference, is_relative })
    }
}

/// The language of a tag, if there are statistics of it.
fn language_of(tag: &LocaleTag) -> Option<Lang> {
    let tag = tag.as_str();
    let language = tag.split('-').next().unwrap_or(tag);
    let known = LANGUAGES.iter().find(|(code, _)| *code == language);
    known.map(|(_, language)| *language)
}

/// Whether two languages are so close that a text of one is easily taken for the other.
fn are_relatives(one: Lang, other: Lang) -> bool {
    RELATIVES.iter().any(|family| family.contains(&one) && family.contains(&other))
}

/// Languages whose own statistics tell long texts from those of their relatives. Galician goes by those of Portuguese.
const TOLD_FROM_RELATIVES: [&str; 4] = ["ca", "es", "it", "pt"];

const RELATIVES: [&[Lang]; 11] = [
    &[Lang::Nob, Lang::Dan, Lang::Swe],
    &[Lang::Ces, Lang::Slk],
    &[Lang::Hrv, Lang::Srp, Lang::Slv],
    &[Lang::Por, Lang::Spa, Lang::Cat, Lang::Ita],
    &[Lang::Ind, Lang::Jav],
    &[Lang::Rus, Lang::Ukr, Lang::Bel, Lang::Bul, Lang::Mkd, Lang::Srp],
    &[Lang::Nld, Lang::Afr],
    &[Lang::Hin, Lang::Mar, Lang::Nep],
    &[Lang::Pes, Lang::Urd],
    &[Lang::Tur, Lang::Aze, Lang::Tuk, Lang::Uzb],
    &[Lang::Fin, Lang::Est],
];

/// The languages of the scripts that several languages share, by their code in tags. A language that differs little from one of
/// them goes by its statistics.
const LANGUAGES: [(&str, Lang); 57] = [
    ("af", Lang::Afr),
    ("ak", Lang::Aka),
    ("ar", Lang::Ara),
    ("az", Lang::Aze),
    ("be", Lang::Bel),
    ("bg", Lang::Bul),
    ("bs", Lang::Hrv),
    ("ca", Lang::Cat),
    ("cs", Lang::Ces),
    ("cy", Lang::Cym),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("en", Lang::Eng),
    ("eo", Lang::Epo),
    ("es", Lang::Spa),
    ("et", Lang::Est),
    ("fa", Lang::Pes),
    ("fi", Lang::Fin),
    ("fil", Lang::Tgl),
    ("fr", Lang::Fra),
    ("gl", Lang::Por),
    ("he", Lang::Heb),
    ("hi", Lang::Hin),
    ("hr", Lang::Hrv),
    ("hu", Lang::Hun),
    ("id", Lang::Ind),
    ("it", Lang::Ita),
    ("jv", Lang::Jav),
    ("la", Lang::Lat),
    ("lt", Lang::Lit),
    ("lv", Lang::Lav),
    ("mk", Lang::Mkd),
    ("mr", Lang::Mar),
    ("ms", Lang::Ind),
    ("nb", Lang::Nob),
    ("ne", Lang::Nep),
    ("nl", Lang::Nld),
    ("nn", Lang::Nob),
    ("no", Lang::Nob),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("sk", Lang::Slk),
    ("sl", Lang::Slv),
    ("sn", Lang::Sna),
    ("sr", Lang::Srp),
    ("sv", Lang::Swe),
    ("tk", Lang::Tuk),
    ("tl", Lang::Tgl),
    ("tr", Lang::Tur),
    ("uk", Lang::Ukr),
    ("ur", Lang::Urd),
    ("uz", Lang::Uzb),
    ("vi", Lang::Vie),
    ("yi", Lang::Yid),
    ("zu", Lang::Zul),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(tag: &str, text: &str) -> Option<&'static str> {
        let parse = |tag| LocaleTag::parse(tag).expect("a canonical tag");
        let identifier = Identifier::new(&parse(tag), &parse("en-US"), "Latn");
        identifier.and_then(|it| it.foreign(text)).map(|it| it.name)
    }

    #[test]
    fn a_relative_and_a_language_without_statistics_give_no_alarm() {
        let spanish = "Las víctimas de la explotación de niñas, niños y adolescentes tienen menos de dieciocho años";
        let english = "Victims of child exploitation are under the age of eighteen and can be of any ethnicity";
        assert_eq!(foreign("es", spanish), None);
        assert_eq!(foreign("pt-BR", spanish), Some("Spanish"));
        assert_eq!(foreign("gl", spanish), None);
        assert_eq!(foreign("ht", spanish), None);
        assert_eq!(foreign("de", spanish), Some("Spanish"));
        assert_eq!(foreign("ht", english), Some("English"));
        assert_eq!(foreign("de", english), Some("English"));
    }

    #[test]
    fn the_list_of_languages_is_sorted() {
        assert!(LANGUAGES.is_sorted_by_key(|(code, _)| *code));
    }
}
