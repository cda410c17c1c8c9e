//! What beside its digits makes a number: its minus, fractions in one character, powers.

use faq_l10n::Features;

use crate::{
    text::counted::Difference,
    text::numbers::told::{Placed, Side, Told},
};

/// Fractions in one character, with the same in digits and as decimals.
const FRACTIONS: [(char, &str, &str, &str); 9] = [
    ('½', "1", "2", "5"),
    ('¼', "1", "4", "25"),
    ('¾', "3", "4", "75"),
    ('⅓', "1", "3", "33"),
    ('⅔', "2", "3", "67"),
    ('⅛', "1", "8", "125"),
    ('⅜', "3", "8", "375"),
    ('⅝', "5", "8", "625"),
    ('⅞', "7", "8", "875"),
];

/// What every message has that has a sign instead of digits, as far as most languages write one: `½`, `²`.
pub(crate) const MAY_HAVE_SIGN: Features = Features::lead_bytes(&[0xC2]);

/// Whether a text says a number that its digits alone do not tell.
pub(crate) fn has_sign(text: &str) -> bool {
    text.contains(is_part_sign)
        || text.match_indices(MINUS).any(|(at, sign)| {
            let (before, after) = text.split_at(at);
            is_minus(before)
                && after
                    .get(sign.len()..)
                    .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
        })
}

/// What stands for a minus in the reference.
const MINUS: [char; 2] = ['-', '\u{2212}'];

fn is_part_sign(character: char) -> bool {
    matches!(character, '²' | '³') || FRACTIONS.iter().any(|it| it.0 == character)
}

/// Whether a dash right before a number makes it a negative one, by what stands before the dash: it joins nothing.
fn is_minus(before: &str) -> bool {
    let is_apart = before.is_empty() || before.ends_with([' ', '\u{a0}', '\n', '(', '“', '"']);
    is_apart && !before.trim_end().ends_with(|it: char| it.is_ascii_digit())
}

/// A fraction or a power that stands in the place of another.
pub(crate) fn exchanged_sign(expected: &Side<'_>, found: &Side<'_>) -> Option<(char, char)> {
    let signs = |side: &Side<'_>| -> Vec<char> {
        let texts = side.texts.iter().flat_map(|text| text.chars());
        texts.filter(|it| is_part_sign(*it)).collect()
    };
    let with_variants = expected.has_variants() || found.has_variants();
    let difference = Difference::of(signs(expected), signs(found), with_variants);
    let is_power = |it: char| matches!(it, '²' | '³');
    let (lost, added) = (*difference.lost.first()?, *difference.added.first()?);
    (is_power(lost) == is_power(added)).then_some((lost, added))
}

/// Takes out of a difference the fractions that one side has in one character and the other in digits, and says which fraction of
/// the reference has become a whole number: `1` for `½`.
pub(crate) fn settle_fractions(
    difference: &mut Difference<Told>,
    expected: &Side<'_>,
    found: &Side<'_>,
) -> Option<char> {
    let has = |side: &Side<'_>, sign: char| side.texts.iter().any(|text| text.contains(sign));
    let Difference { lost, added } = difference;
    for (sign, over, under, decimals) in FRACTIONS {
        match (has(expected, sign), has(found, sign)) {
            (true, false) => {
                if !settle_one(added, lost, (over, under, decimals)) && !added.is_empty() {
                    return Some(sign);
                }
            }
            (false, true) => {
                settle_one(lost, added, (over, under, decimals));
            }
            (true, true) | (false, false) => {}
        }
    }
    None
}

/// Takes one fraction in digits out of `some`, and the whole number before it out of the `others`; whether it is there.
fn settle_one(
    some: &mut Vec<Told>,
    others: &mut Vec<Told>,
    (over, under, decimals): (&str, &str, &str),
) -> bool {
    let has = |value: &str| some.iter().any(|it| it.value == value);
    if has(over) && has(under) {
        some.retain(|it| it.value != over && it.value != under);
        return true;
    }
    let parts = |it: &Told| -> Option<String> {
        let (whole, part) = it.value.split_once('.')?;
        part.starts_with(decimals).then(|| whole.to_owned())
    };
    let Some((at, whole)) = some.iter().enumerate().find_map(|(at, it)| Some((at, parts(it)?)))
    else {
        return false;
    };
    some.remove(at);
    others.retain(|it| it.value != whole);
    true
}

/// The number of the reference whose minus the translation has lost.
pub(crate) fn lost_minus<'s>(expected: &'s Side<'_>, found: &Side<'_>) -> Option<&'s str> {
    // `-5s` is five seconds back.
    let is_negative = |it: &&Placed| {
        expected.before(it).strip_suffix(MINUS).is_some_and(is_minus)
            && !expected.after(it).starts_with(|it: char| it.is_ascii_alphabetic())
    };
    let number = expected.numbers.iter().find(is_negative)?;
    let mut same = found.numbers.iter().filter(|it| it.told == number.told).peekable();
    same.peek()?;
    let has_sign = |it: &Placed| {
        found.before(it).trim_end_matches(is_gap).ends_with(is_dash)
            || found.after(it).trim_start_matches(is_gap).starts_with(is_dash)
    };
    let lower = found.in_small_letters();
    let is_said = same.any(has_sign) || MINUS_WORDS.iter().any(|it| lower.contains(it));
    (!is_said).then_some(number.told.value.as_str())
}

/// Spaces, and signs of direction.
fn is_gap(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
    )
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '﹣' | '－' | 'ー')
}

/// What languages say for a minus, or for what is below zero, in small letters.
const MINUS_WORDS: [&str; 46] = [
    "minus",
    "mínus",
    "miinus",
    "mīnus",
    "moins",
    "menos",
    "meno",
    "menys",
    "negat",
    "минус",
    "мінус",
    "від’ємн",
    "від'ємн",
    "отриц",
    "ниже нуля",
    "нижче нуля",
    "мороз",
    "под нулата",
    "μείον",
    "πλην",
    "eksi",
    "mənfi",
    "سالب",
    "ناقص",
    "تحت الصفر",
    "منفی",
    "زیر صفر",
    "מינוס",
    "माइनस",
    "ऋण",
    "マイナス",
    "零下",
    "氷点下",
    "负",
    "負",
    "영하",
    "마이너스",
    "âm",
    "ลบ",
    "zero",
    "zéro",
    "cero",
    "zera",
    "nul",
    "kallt",
    "pakkas",
];
