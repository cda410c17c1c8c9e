//! Defects of single characters: unseen ones, look-alikes, other scripts, broken encodings.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Operator, Seeded, operator};
use crate::{
    random::Random,
    scene::{Piece, Scene},
};

pub(super) const OPERATORS: &[Operator] = &[
    operator("insert-override", "forbidden-character", insert_override),
    operator("insert-escaped-override", "forbidden-character", insert_escaped_override),
    operator("insert-invisible", "forbidden-character", insert_invisible),
    operator("open-isolate", "unbalanced-direction", open_isolate),
    operator("exchange-look-alike", "look-alike", exchange_look_alike),
    operator("text-in-other-script", "wrong-script", text_in_other_script),
    operator("exchange-neighbour-letter", "unusual-character", exchange_neighbour_letter),
    operator("read-in-wrong-encoding", "mojibake", read_in_wrong_encoding),
    operator("write-escape", "escape-in-text", write_escape),
    operator("decompose", "not-normalized", decompose),
];

/// The words of the running text: letters with their marks, at least so many.
pub(super) fn words(scene: &Scene, fewest: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    // Neither a part of an address nor of a tag.
    let is_free = |it: &Piece| !it.text.contains(['<', '/', '@']);
    for piece in scene.pieces().into_iter().filter(is_free) {
        let mut start = 0;
        for part in piece.text.split_inclusive(|it: char| !it.is_alphabetic()) {
            let word = part.trim_end_matches(|it: char| !it.is_alphabetic());
            let before = piece.text.get(..start).unwrap_or_default();
            let after = piece.text.get(start + word.len()..).unwrap_or_default();
            let is_plain = !before.ends_with(is_joined) && !after.starts_with(is_joined);
            if word.chars().count() >= fewest && is_plain {
                let start = piece.span.start + start;
                words.push(start..start + word.len());
            }
            start += part.len();
        }
    }
    words
}

/// Whether a sign belongs to the word it stands at: a mark, a digit, a hyphen.
fn is_joined(character: char) -> bool {
    let parts = " \u{a0}\n,.;:!?()¿¡«»“”„‘’।。、，！？；：؟،؛「」*[]";
    !parts.contains(character)
}

/// A place between two letters of the running text.
fn inside_a_word(scene: &Scene, random: &mut Random) -> Option<usize> {
    let word = random.pick(&words(scene, 3))?;
    let text = scene.text().get(word.clone())?;
    let second = text.char_indices().nth(1).map(|(at, _)| at)?;
    Some(word.start + second)
}

fn insert(scene: &Scene, random: &mut Random, text: &str) -> Option<Seeded> {
    let at = inside_a_word(scene, random)?;
    scene.edit(at..at, text)
}

fn insert_override(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let character = random.pick(&["\u{202e}", "\u{202d}", "\u{2066}", "\u{2067}", "\u{202b}"])?;
    insert(scene, random, character)
}

fn insert_escaped_override(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let escape = random.pick(&["\\u202E", "\\u2066", "\\U00202E", "\\U0E0041"])?;
    insert(scene, random, &format!("{{ \"{escape}\" }}"))
}

fn insert_invisible(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    // Thai, Hindi and right-to-left languages have a use for some of these.
    if matches!(scene.language(), "th" | "hi" | "ar" | "he") {
        return None;
    }
    let character = random.pick(&[
        "\u{200b}",
        "\u{feff}",
        "\u{2060}",
        "\u{7}",
        "\u{fffd}",
        "\u{e0041}",
        "\u{200d}",
    ])?;
    insert(scene, random, character)
}

fn open_isolate(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let value = scene.plain_value()?;
    // Overrides are for another rule, with an end or without.
    let mark = random.pick(&["{ \"\\u2067\" }", "{ \"\\u202B\" }", "\u{2066}", "\u{202b}"])?;
    scene.edit(value.start..value.start, mark)
}

/// Letters that look the same in Latin, Cyrillic and Greek; a space where there is none.
const LOOK_ALIKES: [[char; 3]; 5] =
    [['a', 'а', 'α'], ['o', 'о', 'ο'], ['e', 'е', ' '], ['p', 'р', 'ρ'], ['v', 'ѵ', 'ν']];

fn exchange_look_alike(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (own, foreign) = match scene.language() {
        "ru" | "uk" => (1, 0),
        "el" => (2, 0),
        "es" | "fr" | "de" | "pt" | "it" | "pl" | "tr" | "vi" | "fil" | "ht" => (0, 1),
        _ => return None,
    };
    let mut places = Vec::new();
    for word in words(scene, 4) {
        for (at, letter) in scene.text().get(word.clone())?.char_indices() {
            let row = LOOK_ALIKES.iter().find(|row| row.get(own) == Some(&letter));
            if let Some(other) = row.and_then(|row| row.get(foreign)) {
                places.push((word.start + at..word.start + at + letter.len_utf8(), *other));
            }
        }
    }
    let (span, other) = random.pick(&places)?;
    scene.edit(span, &other.to_string())
}

/// Locales by the script they are written in, of which one is taken for another.
const SCRIPTS: [&[&str]; 11] = [
    &["es", "fr", "de", "pt-BR", "it", "pl", "tr", "vi", "fil", "ht"],
    &["ru", "uk"],
    &["ar"],
    &["he"],
    &["hi"],
    &["zh-Hans"],
    &["zh-Hant"],
    &["ja"],
    &["ko"],
    &["th"],
    &["el"],
];

fn text_in_other_script(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let own = SCRIPTS.iter().find(|it| it.contains(&scene.locale.as_str()))?;
    let length = scene.pieces().iter().map(|it| it.text.chars().count()).sum::<usize>();
    // Chinese characters are a part of Japanese, and of the other Chinese; a short text may be right in both.
    let is_han = |locale: &str| matches!(locale, "zh-Hans" | "zh-Hant" | "ja" | "ko");
    let others: Vec<&str> = scene
        .others()
        .filter(|(locale, _)| !own.contains(locale))
        .filter(|(locale, _)| {
            !(is_han(locale) && is_han(&scene.locale))
                || (length > 60 && scene.language() == "zh" && locale.starts_with("zh"))
        })
        .map(|(_, text)| text)
        .collect();
    if scene.is_term() || length < 20 || scene.text().contains("://") {
        return None;
    }
    let (_, text) = random.pick(&others)?.split_once('=')?;
    // A few words may be a name.
    let outside = text.split('{').filter_map(|it| it.rsplit('}').next());
    if outside.map(|it| it.chars().filter(|it| it.is_alphabetic()).count()).sum::<usize>() < 30 {
        return None;
    }
    scene.edit(scene.plain_value()?, text.trim())
}

fn exchange_neighbour_letter(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let (letter, other) = match scene.language() {
        "es" | "fr" | "pt" | "it" => ('i', 'ı'),
        "de" => ('l', 'ł'),
        "ru" => ('и', 'і'),
        "uk" => ('л', 'љ'),
        "pl" => ('a', 'ã'),
        "ar" => ('ه', 'ہ'),
        _ => return None,
    };
    let mut places = Vec::new();
    for word in words(scene, 4) {
        for (at, _) in scene.text().get(word.clone())?.match_indices(letter) {
            places.push(word.start + at..word.start + at + letter.len_utf8());
        }
    }
    scene.edit(random.pick(&places)?, &other.to_string())
}

/// Windows-1252 and Windows-1251 from 0x80 to 0xBF; above it the first is Latin-1 and the second Cyrillic. Where a byte
/// stands for nothing there is a space.
const WESTERN: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿";
const CYRILLIC: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";

fn read_in_wrong_encoding(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let table = match scene.language() {
        "ru" | "uk" => CYRILLIC,
        _ => WESTERN,
    };
    let misread = |text: &str| -> Option<String> {
        text.bytes()
            .map(|byte| match byte {
                0..0x80 => Some(char::from(byte)),
                0x80..0xC0 => table.chars().nth(usize::from(byte) - 0x80).filter(|it| *it != ' '),
                _ if table == WESTERN => Some(char::from(byte)),
                _ => char::from_u32(0x410 + u32::from(byte) - 0xC0),
            })
            .collect()
    };
    let places: Vec<(Range<usize>, String)> = scene
        .pieces()
        .into_iter()
        .filter(|it| it.text.chars().filter(|it| !it.is_ascii()).count() >= 2)
        .filter_map(|it| Some((it.span, misread(&it.text)?)))
        .collect();
    let (span, text) = random.pick(&places)?;
    scene.edit(span, &text)
}

fn write_escape(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let space = |it: &Piece| Some(it.span.start + it.text.find(' ')?);
    let is_free = |it: &Piece| !it.text.contains(['<', '/', '@', '[']);
    let spaces: Vec<usize> =
        scene.pieces().iter().filter(|it| is_free(it)).filter_map(space).collect();
    let (at, escape) = (random.pick(&spaces)?, random.pick(&["\\u00A0", "\\n", "\\u202F"])?);
    scene.edit(at..at + 1, escape)
}

fn decompose(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let places: Vec<(Range<usize>, String)> = scene
        .pieces()
        .into_iter()
        .filter_map(|it| {
            let text = nfd.normalize(&it.text).into_owned();
            (text != it.text).then_some((it.span, text))
        })
        .collect();
    let (span, text) = random.pick(&places)?;
    scene.edit(span, &text)
}
