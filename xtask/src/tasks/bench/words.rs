//! Words of many languages, made of the syllables of their scripts: for trees that are as large as those of large sites and the same on
//! every machine.

use faq_check::{Letters, Writing};
use faq_content::LocaleTag;
use faq_l10n::likely_script;

/// Syllables of each script; words are made of them.
const SYLLABLES: &[(&str, &[&str])] = &[
    ("Cyrl", &["ба", "ве", "до", "жи", "ло", "на", "пра", "ре", "сто", "та", "шка", "ный"]),
    ("Grek", &["κα", "λο", "με", "νη", "πα", "ρι", "στα", "τους", "ωρα", "για"]),
    ("Arab", &["با", "تن", "دو", "ري", "سلا", "كت", "لم", "نا", "وب", "يه"]),
    ("Hebr", &["בי", "דו", "לא", "מה", "נו", "רק", "של", "תו", "ים"]),
    ("Deva", &["का", "ने", "में", "है", "रा", "सि", "पत्र", "तम", "लो"]),
    ("Beng", &["কা", "নে", "রি", "মা", "তে", "সব", "লো"]),
    ("Thai", &["กา", "นี้", "ที่", "มา", "รับ", "สร้าง", "ของ"]),
    ("Hans", &["的", "一", "是", "在", "人", "有", "我", "他", "这", "中", "大", "来", "上", "国"]),
    ("Hant", &["的", "一", "是", "在", "人", "有", "我", "他", "這", "中", "大", "來", "上", "國"]),
    ("Jpan", &["の", "に", "は", "を", "人", "日", "カ", "メ", "ル", "す", "る", "で"]),
    ("Kore", &["가", "나", "다", "사람", "하는", "이용", "한국", "에서"]),
    ("Armn", &["ան", "եր", "կա", "ում", "մեր", "ներ"]),
    ("Geor", &["და", "ის", "ში", "რომ", "ები", "ულ"]),
    ("Ethi", &["ላይ", "ነው", "ለማ", "የተ", "አል"]),
    ("Khmr", &["ការ", "នៅ", "និង", "របស់", "មាន"]),
    ("Taml", &["கள்", "இந்த", "மற்", "ஆக", "உள்ள"]),
    ("Aran", &["با", "تن", "دو", "ری", "سلا", "کت", "لم", "نا", "وب", "یہ"]),
    ("Gujr", &["કા", "ને", "માં", "છે", "રા", "સિ", "લો"]),
    ("Guru", &["ਕਾ", "ਨੇ", "ਵਿੱ", "ਹੈ", "ਰਾ", "ਸਿ", "ਲੋ"]),
    ("Knda", &["ಕಾ", "ನೇ", "ಅಲ್ಲಿ", "ಇದೆ", "ರಾ", "ಸಿ", "ಲೋ"]),
    ("Laoo", &["ກາ", "ນີ້", "ທີ່", "ມາ", "ຮັບ", "ຂອງ"]),
    ("Mlym", &["കാ", "നേ", "ഇൽ", "ആണ്", "രാ", "സി", "ലോ"]),
    ("Mymr", &["ကာ", "နေ", "တွင်", "သည်", "ရာ", "စီ"]),
    ("Olck", &["ᱟᱵ", "ᱚᱞ", "ᱠᱟ", "ᱱᱮ", "ᱨᱟ", "ᱥᱮ"]),
    ("Orya", &["କା", "ନେ", "ରେ", "ଅଛି", "ରା", "ସି", "ଲୋ"]),
    ("Sinh", &["කා", "නේ", "තුළ", "ඇත", "රා", "සි", "ලෝ"]),
    ("Telu", &["లో", "కు", "మరియు", "చేయ", "ను"]),
];

/// Syllables of Latin letters. A locale uses those whose letters its language has.
const LATIN: &[&str] = &[
    "é", "ça", "ñi", "ö", "ü", "åd", "ło", "ře", "ši", "č", "ğu", "ế", "ă", "ț", "ø", "ab", "ben",
    "ca", "de", "en", "fo", "go", "hi", "in", "ka", "lo", "ma", "ne", "os", "per", "ra", "so",
    "tu", "un", "vi", "za",
];

/// Words of the reference.
const ENGLISH: &[&str] = &[
    "the", "browser", "your", "private", "window", "account", "to", "and", "download", "with", "a",
    "page", "security", "is", "open", "settings", "people", "help", "for", "more", "learn",
    "email", "protect", "when", "you", "sign", "in", "devices", "of", "data",
];

/// What texts of a language are made of.
pub(super) struct Speech {
    /// Of the reference, which has whole words.
    is_reference: bool,
    syllables: Vec<&'static str>,
    /// Whether words are parted by spaces.
    spaces: bool,
}

impl Speech {
    /// The words of the reference, or those that can be made for a language.
    pub(super) fn of(tag: Option<&LocaleTag>, is_reference: bool) -> Self {
        let script = tag.and_then(likely_script).unwrap_or_default();
        let known = SYLLABLES.iter().find(|(known, _)| *known == script);
        let syllables = known.map_or(LATIN, |(_, syllables)| *syllables);
        let letters = tag.map(|tag| Letters::of(tag, &Writing::of(script.clone())));
        let has = |syllable: &&&str| {
            letters.as_ref().is_none_or(|letters| syllable.chars().all(|it| letters.has(it)))
        };
        Self {
            is_reference,
            syllables: syllables.iter().filter(has).copied().collect(),
            spaces: !matches!(
                script.as_str(),
                "Hans" | "Hant" | "Jpan" | "Khmr" | "Laoo" | "Mymr" | "Thai"
            ),
        }
    }

    /// So many words.
    pub(super) fn words(&self, count: u64, dice: &mut Dice) -> String {
        let mut words: Vec<String> = Vec::new();
        for _ in 0..count {
            let mut word = if self.is_reference {
                dice.pick(ENGLISH).to_owned()
            } else {
                (0..=dice.below(3)).map(|_| dice.pick(&self.syllables)).collect()
            };
            // Nobody writes a word twice in a row.
            if words.last() == Some(&word) {
                word.push_str(dice.pick(&self.syllables));
            }
            words.push(word);
        }
        words.join(if self.spaces { " " } else { "" })
    }
}

/// A generator of numbers (xorshift64*): small, fast, and the same everywhere.
#[derive(Clone, Copy)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.max(1);
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(super) fn pick(&mut self, list: &[&'static str]) -> &'static str {
        let index = self.below(list.len() as u64);
        usize::try_from(index).ok().and_then(|index| list.get(index)).copied().unwrap_or_default()
    }
}

/// Once in `times`, by `number`.
pub(super) fn chance(number: u64, times: u64) -> bool {
    Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1).below(times) == 0
}
