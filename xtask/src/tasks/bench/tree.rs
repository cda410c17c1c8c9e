//! A Fluent tree of the size and shape of a large public site's: 108 locales, about 9,000 files, 32 MB; several scripts, selectors,
//! terms, attributes, markup. Some of it is missing and some of it is wrong, as in life. The same on every machine.

use faq_check::{Letters, Plurals, Writing};
use faq_content::LocaleTag;
use faq_l10n::{likely_script, tag_of_folder};

use faq_emit::OutputFile;

/// The reference of the tree.
pub(super) const REFERENCE: &str = "en";

/// Files of the reference.
const FILES: u64 = 84;
/// Messages of a file.
const MESSAGES: u64 = 23;

/// The locales, the reference first.
const LOCALES: &str = "en ach af am an ar ast az azz be bg bn bo br brx bs ca cak ckb cs cy da de dsb el en-CA en-GB eo es-AR es-CL \
    es-ES es-MX et eu fa ff fi fr fur fy-NL ga-IE gd gl gn gu-IN he hi-IN hr hsb hu hy-AM ia id is it ja ka kab kk km kmr kn ko lij \
    lo lt ltg lv mai mk ml mr ms my nb-NO ne-NP nl nn-NO oc or pa-IN pl pt-BR pt-PT rm ro ru sat sc si sk skr sl son sq sr sv-SE \
    szl ta te tg th tl tr trs uk ur uz vi xh zh-CN zh-TW zu";

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

/// Every file of the tree.
pub(super) fn generate() -> Vec<OutputFile> {
    let mut files = Vec::new();
    for (number, folder) in LOCALES.split_whitespace().enumerate() {
        let locale = Locale::of(folder, number as u64);
        for file in 0..FILES {
            // Few sites are translated to the last file.
            let is_missing = folder != REFERENCE && chance(file * 131 + locale.seed * 7, 50);
            if !is_missing {
                let path = format!("{folder}/site/part-{file:02}.ftl");
                files.push(OutputFile { path, bytes: locale.file(file).into_bytes() });
            }
        }
    }
    files
}

/// What texts of a locale are made of.
struct Locale {
    seed: u64,
    is_reference: bool,
    syllables: Vec<&'static str>,
    /// Whether words are parted by spaces.
    spaces: bool,
    categories: Vec<&'static str>,
}

impl Locale {
    fn of(folder: &str, seed: u64) -> Self {
        let tag = tag_of_folder(folder).or_else(|| LocaleTag::parse(REFERENCE).ok());
        let script = tag.as_ref().and_then(likely_script).unwrap_or_default();
        let known = SYLLABLES.iter().find(|(known, _)| *known == script);
        let syllables = known.map_or(LATIN, |(_, syllables)| *syllables);
        let letters = tag.as_ref().map(|tag| Letters::of(tag, &Writing::of(script.clone())));
        let has = |syllable: &&&str| {
            letters.as_ref().is_none_or(|letters| syllable.chars().all(|it| letters.has(it)))
        };
        Self {
            seed,
            is_reference: folder == REFERENCE,
            syllables: syllables.iter().filter(has).copied().collect(),
            spaces: !matches!(
                script.as_str(),
                "Hans" | "Hant" | "Jpan" | "Khmr" | "Laoo" | "Mymr" | "Thai"
            ),
            categories: tag.map(|tag| Plurals::cardinal(&tag).reachable).unwrap_or_default(),
        }
    }

    fn file(&self, file: u64) -> String {
        let mut text = String::from(
            "# This Source Code Form is subject to the terms of the licence of the site.\n\n### Texts of one part of the site\n\n",
        );
        if file == 0 {
            text.push_str("-brand-name = Wanderer\n");
        }
        for number in 0..MESSAGES {
            let mut dice = Dice(file * 7_919 + number * 104_729 + 1);
            let kind = dice.below(100);
            let words = 5 + dice.below(16);
            let mut own = Dice(dice.0 ^ (self.seed * 0x9E37_79B9));
            if !self.is_reference && chance(own.next(), 100) {
                continue;
            }
            self.message(
                &mut text,
                &format!("part-{file:02}-message-{number:02}"),
                kind,
                words,
                own,
            );
        }
        text
    }

    /// One message. `kind` decides its form, which is the same in every locale.
    fn message(&self, text: &mut String, id: &str, kind: u64, words: u64, mut dice: Dice) {
        if kind.is_multiple_of(5) {
            text.push_str("\n# Shown at the top of the page.\n");
        }
        // Now and then a translator slips.
        let slips = !self.is_reference && chance(dice.next(), 300);
        let mut say = |words| self.words(words, &mut dice);
        match kind {
            0..7 => {
                let variable = if slips { "nmae" } else { "name" };
                text.push_str(&format!("{id} = {} {{ ${variable} }} {}.\n", say(words), say(2)));
            }
            7..13 => {
                text.push_str(&format!("{id} = {{ $count ->\n"));
                let others = self.categories.iter().filter(|category| **category != "other");
                for category in others.skip(usize::from(slips)) {
                    text.push_str(&format!("    [{category}] {} {{ $count }}\n", say(words)));
                }
                text.push_str(&format!("   *[other] {} {{ $count }}\n}}\n", say(words)));
            }
            13..22 => {
                let term = if slips { "brand-nmae" } else { "brand-name" };
                text.push_str(&format!("{id} = {{ -{term} }} {}.\n", say(words)));
            }
            22..28 => {
                text.push_str(&format!(
                    "{id} =\n    .label = {}\n    .title = {}\n",
                    say(2),
                    say(words)
                ));
            }
            28..34 => {
                let end = if slips { "" } else { "</a>" };
                text.push_str(&format!(
                    "{id} = {} <a href=\"#x\">{}{end} {}.\n",
                    say(words),
                    say(2),
                    say(2)
                ));
            }
            34..40 => {
                let number = if slips { 16 } else { 18 };
                text.push_str(&format!("{id} = {} {number} {}.\n", say(words), say(3)));
            }
            40..44 => text.push_str(&format!("{id} =\n    {}\n    {}.\n", say(words), say(words))),
            _ => text.push_str(&format!("{id} = {}.\n", say(words))),
        }
    }

    fn words(&self, count: u64, dice: &mut Dice) -> String {
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
    fn next(&mut self) -> u64 {
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
fn chance(number: u64, times: u64) -> bool {
    Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1).below(times) == 0
}
