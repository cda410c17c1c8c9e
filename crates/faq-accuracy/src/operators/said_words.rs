//! Defects in words that say one of a few things: another month, another number, "over" for "under", adults for children; and in
//! what a program reads.

use super::{Operator, Seeded, operator};
use crate::{random::Random, scene::Scene};

pub(super) const OPERATORS: &[Operator] = &[
    operator("change-month", "date-mismatch", change_month),
    operator("change-number-word", "number-word-mismatch", change_number_word),
    operator("change-ordinal-word", "number-word-mismatch", change_ordinal),
    operator("turn-before", "limit-mismatch", turn_before),
    operator("turn-limit", "limit-mismatch", turn_limit),
    operator("mistype-command-option", "code-mismatch", mistype_option),
    operator("say-the-opposite", "opposite-mismatch", say_the_opposite),
];

/// December and another month, as they stand in `closed`. Japanese, Korean and Chinese write a number.
const MONTHS: [(&str, &str, &str); 14] = [
    ("ar", "ديسمبر", "أكتوبر"),
    ("de", "Dezember", "November"),
    ("el", "Δεκεμβρίου", "Νοεμβρίου"),
    ("es", "diciembre", "noviembre"),
    ("fr", "décembre", "septembre"),
    ("he", "בדצמבר", "בנובמבר"),
    ("hi", "दिसंबर", "अगस्त"),
    ("it", "dicembre", "novembre"),
    ("pl", "grudnia", "lipca"),
    ("pt-BR", "dezembro", "novembro"),
    ("ru", "декабря", "октября"),
    ("th", "ธันวาคม", "มีนาคม"),
    ("tr", "Aralık", "Kasım"),
    ("uk", "грудня", "червня"),
];

/// Three and another number, as they stand in `loan-period`.
const NUMBERS: [(&str, &str, &str); 14] = [
    ("ar", "ثلاثة", "أربعة"),
    ("de", "drei", "vier"),
    ("el", "τρεις", "πέντε"),
    ("es", "tres", "cuatro"),
    ("fr", "trois", "six"),
    ("he", "שלושה", "ארבעה"),
    ("hi", "तीन", "चार"),
    ("it", "tre", "quattro"),
    ("pl", "trzy tygodnie", "cztery tygodnie"),
    ("pt-BR", "três", "quatro"),
    ("ru", "три", "четыре"),
    ("th", "สาม", "สี่"),
    ("tr", "üç", "dört"),
    ("uk", "три тижні", "чотири тижні"),
];

/// What says "under", and what says "over" in its place, as they stand in `age-limit`.
const LIMITS: [(&str, &str, &str); 17] = [
    ("ar", "دون سن", "فوق سن"),
    ("de", "unter 18", "über 18"),
    ("el", "κάτω των", "άνω των"),
    ("es", "menor de", "mayor de"),
    ("fr", "moins de", "plus de"),
    ("he", "פחות מ", "יותר מ"),
    ("hi", "से कम", "से अधिक"),
    ("it", "meno di", "più di"),
    ("ja", "歳未満", "歳以上"),
    ("ko", "미만", "이상"),
    ("pl", "mniej niż", "więcej niż"),
    ("pt-BR", "menos de", "mais de"),
    ("ru", "младше", "старше"),
    ("th", "ต่ำกว่า", "มากกว่า"),
    ("tr", "küçük", "büyük"),
    ("uk", "молодший за", "старший за"),
    ("zh-Hans", "未满", "年满"),
];

/// Third and another ordinal, as they stand in `shelves`.
const ORDINALS: [(&str, &str, &str); 17] = [
    ("ar", "الثالث", "الثاني"),
    ("de", "dritten", "zweiten"),
    ("el", "τρίτο", "δεύτερο"),
    ("es", "tercer", "segundo"),
    ("fr", "troisième", "deuxième"),
    ("he", "השלישי", "הרביעי"),
    ("hi", "तीसरी", "चौथी"),
    ("it", "terzo", "quarto"),
    ("ja", "三番目", "二番目"),
    ("ko", "세 번째", "두 번째"),
    ("pl", "trzeciej", "czwartej"),
    ("pt-BR", "terceira", "segunda"),
    ("ru", "третьей", "второй"),
    ("th", "ที่สาม", "ที่สอง"),
    ("tr", "üçüncü", "ikinci"),
    ("uk", "третій", "другій"),
    ("zh-Hans", "第三", "第二"),
];

/// Before, and after in its place, as they stand in `help-link`.
const TIMES: [(&str, &str, &str); 16] = [
    ("ar", "قبل أن", "بعد أن"),
    ("de", "bevor", "nachdem"),
    ("el", "πριν", "μετά που"),
    ("es", "antes de", "después de"),
    ("fr", "avant de", "après"),
    ("he", "לפני", "אחרי"),
    ("hi", "से पहले", "के बाद"),
    ("it", "prima di", "dopo"),
    ("ja", "の前に", "の後に"),
    ("ko", "전에", "후에"),
    ("pt-BR", "antes de", "depois de"),
    ("ru", "прежде чем", "после того как"),
    ("th", "ก่อน", "หลังจาก"),
    ("tr", "yazmadan</strong> önce", "yazdıktan</strong> sonra"),
    ("uk", "перш ніж", "після того як"),
    ("zh-Hans", "之前", "之后"),
];

fn change_ordinal(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "shelves", &ORDINALS)
}

fn turn_before(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "help-link", &TIMES)
}

/// What says "children", and what says "adults" in its place, as they stand in `csec-forms-question`.
const CHILDREN: [(&str, &str, &str); 12] = [
    ("ar", "للأطفال", "للبالغين"),
    ("es", "niñas, niños y adolescentes", "adultos"),
    ("fil", "mga bata", "mga adult"),
    ("fr", "enfants", "adultes"),
    ("hi", "बच्चों", "वयस्कों"),
    ("ht", "timoun", "granmoun"),
    ("ko", "아동", "성인"),
    ("pt-BR", "crianças e adolescentes", "adultos"),
    ("ru", "детей", "взрослых"),
    ("vi", "trẻ em", "người lớn"),
    ("zh-Hans", "儿童", "成人"),
    ("zh-Hant", "兒童", "成人"),
];

fn change_month(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "closed", &MONTHS)
}

fn change_number_word(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "loan-period", &NUMBERS)
}

fn turn_limit(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "age-limit", &LIMITS)
}

fn mistype_option(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let is_there = scene.message == "quiet";
    is_there.then(|| scene.replace_one(random, &[("--quiet", "--quite")]))?
}

fn say_the_opposite(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    replace(scene, random, "csec-forms-question", &CHILDREN)
}

fn replace(
    scene: &Scene,
    random: &mut Random,
    message: &str,
    words: &[(&str, &str, &str)],
) -> Option<Seeded> {
    let (_, right, wrong) = words.iter().find(|(locale, ..)| *locale == scene.locale)?;
    if scene.message == message { scene.replace_one(random, &[(*right, *wrong)]) } else { None }
}
