//! Numbers that say the same in another way: by a clock of 24 hours, in millions, with another count of years.

use crate::{
    text::contacts::telephones,
    text::counted::Difference,
    text::numbers::clocks::clocks,
    text::numbers::told::{Placed, Side, Told},
    text::numbers::{digit, values},
};

/// Takes out of a difference what both sides say, each in its own way. `tag`: the translation's language.
pub(crate) fn settle(
    difference: &mut Difference<Told>,
    (expected, found): (&Side<'_>, &Side<'_>),
    tag: &str,
) {
    settle_telephones(difference, expected, found);
    let reference = expected.in_small_letters();
    settle_clocks(difference, &reference);
    settle_eras(difference, expected, found);
    if reference.contains("24/7") {
        // `rund um die Uhr`, `24 h sur 24 et 7 jours sur 7`.
        let is_of_it = |told: &Told| ["24", "7"].contains(&told.value.as_str());
        difference.lost.retain(|told| !is_of_it(told));
        difference.added.retain(|told| !is_of_it(told));
    }
    settle_next_age(difference, &reference, &found.in_small_letters());
    let own = found.texts.join("\n");
    let Difference { lost, added } = difference;
    lost.retain(|told| !has_chinese_digits(&own, &told.value));
    lost.retain(|told| {
        let amounts = amounts(expected, &told.value);
        let is_same = |own: &Told| {
            is_decade(expected, &told.value, &own.value)
                || is_buddhist_year(tag, &told.value, &own.value)
                || self::amounts(found, &own.value).iter().any(|it| amounts.contains(it))
        };
        let settled = added.iter().position(is_same);
        settled.map(|at| added.remove(at)).is_none()
    });
}

/// Leaves telephone numbers to `contact-mismatch` where both sides have the same ones, however they are grouped.
fn settle_telephones(difference: &mut Difference<Told>, expected: &Side<'_>, found: &Side<'_>) {
    let numbers = |side: &Side<'_>| -> Vec<String> {
        let texts = side.texts.iter().flat_map(|text| telephones(text));
        texts.map(|it| it.text.to_owned()).collect()
    };
    let digits = |numbers: &[String]| -> Vec<String> {
        numbers.iter().map(|it| it.chars().filter_map(digit).collect()).collect()
    };
    let (ours, theirs) = (numbers(expected), numbers(found));
    if ours.is_empty() || digits(&ours) != digits(&theirs) {
        return;
    }
    let parts = |numbers: &[String]| -> Vec<String> {
        numbers.iter().flat_map(|it| values(it)).map(|it| it.value).collect()
    };
    let (ours, theirs) = (parts(&ours), parts(&theirs));
    difference.lost.retain(|told| !ours.contains(&told.value));
    difference.added.retain(|told| !theirs.contains(&told.value));
}

/// "Under", with a number that is not part of it.
const UNDER: [&str; 5] = ["under", "under the age of", "younger than", "less than", "below"];

/// "Or younger", "or less", with a number that is part of it.
const OR_LESS: [&str; 31] = [
    "oder jünger",
    "oder weniger",
    "ou moins",
    "o menos",
    "o menor",
    "ou menos",
    "ou menor",
    "ou mais nov",
    "o meno",
    "o più giovan",
    "of jonger",
    "of minder",
    "eller yngre",
    "eller mindre",
    "tai nuorem",
    "tai alle",
    "и младше",
    "или младше",
    "и менее",
    "і молодш",
    "або молодш",
    "lub mniej",
    "lub młods",
    "a mladší",
    "nebo mladší",
    "vagy fiatalabb",
    "veya daha küçük",
    "atau kurang",
    "trở xuống",
    "以下",
    "이하",
];

/// Who is under 18 is 17 or younger.
fn settle_next_age(difference: &mut Difference<Told>, reference: &str, own: &str) {
    let Difference { lost, added } = difference;
    if lost.is_empty() || added.is_empty() || !OR_LESS.iter().any(|it| own.contains(it)) {
        return;
    }
    lost.retain(|told| {
        let is_under = UNDER.iter().any(|it| reference.contains(&format!("{it} {}", told.value)));
        let next = told.value.parse::<u32>().ok().and_then(|it| it.checked_sub(1));
        let next = next.filter(|_| is_under).map(|it| it.to_string());
        let settled = next.and_then(|next| added.iter().position(|it| it.value == next));
        settled.map(|at| added.remove(at)).is_none()
    });
}

/// Whether the year `value` stands there in Chinese digits: `二〇〇〇年`.
fn has_chinese_digits(text: &str, value: &str) -> bool {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = value.chars().map(|it| DIGITS.get(it.to_digit(10)? as usize).copied());
    let written: Option<String> = digits.collect();
    let is_there =
        |written: String| text.contains(&written) || text.contains(&written.replace('〇', "零"));
    !text.is_ascii() && value.len() == 4 && written.is_some_and(is_there)
}

/// `3:30 pm` is 15:30 and 15.30, `9 am` is 9:00.
fn settle_clocks(difference: &mut Difference<Told>, reference: &str) {
    let clocks = clocks(reference);
    for clock in &clocks {
        let minute = clock.minute.unwrap_or_default();
        let decimal = format!("{}.{minute:02}", clock.of_day);
        let decimal = decimal.trim_end_matches('0').trim_end_matches('.').to_owned();
        let hours = if clock.of_day == 0 { vec![0, 24] } else { vec![clock.of_day] };
        let of_day: Vec<String> = hours.iter().map(u32::to_string).chain([decimal]).collect();
        let Some(at) = difference.added.iter().position(|it| of_day.contains(&it.value)) else {
            continue;
        };
        let is_joined = difference.added.remove(at).value.contains('.');
        let hour = clock.hour.to_string();
        let minute = minute.to_string();
        difference.lost.retain(|it| it.value != hour && !(is_joined && it.value == minute));
    }
    if !clocks.is_empty() {
        difference.added.retain(|told| told.value != "0");
    }
}

/// The years of reigns and of the Republic of China, with the year before the first of each.
const ERAS: [(&str, u32); 5] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911)];

/// `令和3年` is 2021.
fn settle_eras(difference: &mut Difference<Told>, expected: &Side<'_>, found: &Side<'_>) {
    for number in &found.numbers {
        let before = found.before(number).trim_end();
        let start = ERAS.iter().find(|(era, _)| before.ends_with(era)).map(|(_, start)| start);
        let year = number
            .told
            .value
            .parse::<u32>()
            .ok()
            .zip(start)
            .and_then(|(it, start)| it.checked_add(*start));
        let Some(year) = year.map(|it| it.to_string()) else { continue };
        if expected.values().any(|it| it == year) {
            difference.added.retain(|it| *it != number.told);
            difference.lost.retain(|it| it.value != year);
        }
    }
}

/// What the number `value` amounts to wherever a side says it, in millionths: 1.5 before `million` is 1,500,000.
fn amounts(side: &Side<'_>, value: &str) -> Vec<u128> {
    let Some(amount) = millionths(value) else { return Vec::new() };
    let places = side.numbers.iter().filter(|it| it.told.value == value);
    places.map(|it| amount * 10u128.pow(exponent_after(side.after(it)))).collect()
}

fn millionths(value: &str) -> Option<u128> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let is_small = whole.len() <= LONGEST_WHOLE && decimals.len() <= 6;
    is_small.then(|| format!("{whole}{decimals:0<6}").parse().ok())?
}

/// Most digits of a number that is compared with another count.
const LONGEST_WHOLE: usize = 15;

/// Powers of ten that words in the languages of the world stand for, in small letters; a longer one before its own start.
const POWERS: [(u32, &[&str]); 8] = [
    (7, &["करोड़", "करोड", "crore", "千万", "千萬", "천만"]),
    (5, &["लाख", "lakh", "แสน", "十万", "十萬", "십만"]),
    (
        9,
        &[
            "billion",
            "milliard",
            "miliard",
            "mil millon",
            "mil milh",
            "mil miló",
            "bilh",
            "миллиард",
            "мільярд",
            "млрд",
            "mrd",
            "milyar",
            "مليار",
            "میلیارد",
            "מיליארד",
            "δισεκατομμ",
            "tỷ",
            "tỉ",
            "10億",
            "10亿",
            "十億",
            "十亿",
            "십억",
            "अरब",
        ],
    ),
    (
        6,
        &[
            "million",
            "millón",
            "millon",
            "milh",
            "milion",
            "milió",
            "miljon",
            "miljoen",
            "miljoon",
            "milyon",
            "milyun",
            "mio",
            "mln",
            "mill.",
            "миллион",
            "мільйон",
            "милион",
            "млн",
            "εκατομμ",
            "مليون",
            "ملايين",
            "میلیون",
            "מיליון",
            "juta",
            "triệu",
            "ล้าน",
            "百万",
            "百萬",
            "백만",
        ],
    ),
    (8, &["億", "亿", "억"]),
    (4, &["万", "萬", "만", "หมื่น"]),
    (
        3,
        &[
            "thousand",
            "tausend",
            "tusen",
            "duizend",
            "tuhat",
            "mille",
            "mila",
            "mil",
            "mii",
            "тыс",
            "тис",
            "хиляд",
            "tys",
            "tisíc",
            "ezer",
            "bin",
            "ribu",
            "nghìn",
            "ngàn",
            "พัน",
            "ألف",
            "آلاف",
            "هزار",
            "אלף",
            "हज़ार",
            "हजार",
            "千",
            "천",
            "χιλιάδ",
            "χίλι",
        ],
    ),
    (0, &[""]),
];

/// The power of ten of the word that stands right after a number.
fn exponent_after(text: &str) -> u32 {
    let text = text.trim_start_matches([' ', '\n', '\u{a0}', '\u{202f}', '-']);
    let start: String = text.chars().take(LONGEST_POWER).flat_map(char::to_lowercase).collect();
    let found = POWERS.iter().find(|(_, words)| words.iter().any(|it| start.starts_with(it)));
    found.map_or(0, |(exponent, _)| *exponent)
}

/// Most letters of a word for a power of ten.
const LONGEST_POWER: usize = 12;

/// Whether `own` is the decade `value` in two digits: the 1990s are `’90`.
fn is_decade(expected: &Side<'_>, value: &str, own: &str) -> bool {
    let is_plural = |it: &Placed| {
        let after = expected.after(it).trim_start_matches(['\'', '’']);
        after.strip_prefix('s').is_some_and(|it| !it.starts_with(char::is_alphabetic))
    };
    value.len() == 4
        && own.len() == 2
        && value.ends_with(own)
        && expected.numbers.iter().any(|it| it.told.value == value && is_plural(it))
}

/// Whether `own` is the year `value` as Thai texts count it.
fn is_buddhist_year(tag: &str, value: &str, own: &str) -> bool {
    let year = |text: &str| text.parse().ok().filter(|it: &u32| (1800..3000).contains(it));
    tag.split('-').next() == Some("th")
        && year(value).is_some_and(|value| year(own) == Some(value + 543))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_after_a_number_makes_it_greater() {
        for (text, exponent) in [
            (" million", 6),
            ("万名", 4),
            (" млрд", 9),
            (" mil millones", 9),
            (" mil", 3),
            (" x", 0),
            ("", 0),
        ] {
            assert_eq!(exponent_after(text), exponent, "{text}");
        }
    }
}
