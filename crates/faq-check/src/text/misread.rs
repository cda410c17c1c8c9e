//! The bytes that characters are in other encodings, to tell when a text was read in the wrong one.

use icu_properties::{CodePointMapData, props::Script};

/// Whether it is what the first byte of a character of two or three bytes becomes: `Â` to `ô`, `Р` and `С`.
pub(crate) fn is_misread_first(character: char) -> bool {
    matches!(character, '\u{c2}'..='\u{f4}' | 'Р' | 'С')
}

/// Whether it is what a byte that goes on with a character becomes, in any of the encodings.
pub(crate) fn is_misread_second(character: char) -> bool {
    [cp1252, cp1251].iter().any(|byte_of| is_second(character, *byte_of))
}

/// Where a character that could be a first byte is followed by one that could be a second: hardly ever, in a right text.
pub(crate) fn misread_pair(text: &str, byte_of: fn(char) -> Option<u8>) -> Option<usize> {
    let nexts = text.chars().skip(1);
    let mut pairs = text.char_indices().zip(nexts);
    pairs
        .find(|((_, first), second)| is_misread_first(*first) && is_second(*second, byte_of))
        .map(|((at, _), _)| at)
}

fn is_second(character: char, byte_of: fn(char) -> Option<u8>) -> bool {
    byte_of(character).is_some_and(|byte| (0x80..0xC0).contains(&byte))
}

/// The byte of a character in Windows-1252.
pub(crate) fn cp1252(character: char) -> Option<u8> {
    match u32::from(character) {
        0..=0x7F => None,
        code @ 0xA0..=0xFF => u8::try_from(code).ok(),
        // None of these is in the table below.
        0x100..=0x151 | 0x17F..=0x191 | 0x193..=0x2C5 | 0x2DD..=0x2012 | 0x2123.. => None,
        _ => place("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ", character),
    }
}

/// The byte of a character in Windows-1251, as far as Cyrillic letters of UTF-8 need it.
pub(crate) fn cp1251(character: char) -> Option<u8> {
    const HIGH: &str =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";
    match character {
        '\0'..='\u{7f}' => None,
        'А'..='я' => u8::try_from(0xC0 + (u32::from(character) - 0x410)).ok(),
        _ => place(HIGH, character),
    }
}

/// The byte of a character in the upper half of a table that starts at 0x80.
fn place(table: &str, character: char) -> Option<u8> {
    table.chars().position(|it| it == character).and_then(|at| u8::try_from(0x80 + at).ok())
}

/// Where at least four characters stand in a row that are letters of a script when their bytes are read in its own encoding
/// instead of that of Latin letters, with what was meant: `Íàñò` is `Наст`.
pub(crate) fn misread_word(text: &str, script: Script) -> Option<(&str, String)> {
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, matches!(character, '\u{c0}'..='\u{ff}')) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let word = text.get(from..at).unwrap_or_default();
                // Each of them has two bytes.
                if word.len() >= 8
                    && let Some(meant) = word.chars().map(|it| letter_of(it, script)).collect()
                {
                    return Some((word, meant));
                }
            }
            _ => {}
        }
    }
    None
}

/// What the byte of a letter of Windows-1252 is in the encoding of the script: Windows-1251, 1253, 1255 or 1256.
fn letter_of(character: char, script: Script) -> Option<char> {
    const ARABIC: &str = "ہءآأؤإئابةتثجحخدذرزسشصض\0طظعغـفقكàلâمنهوçèéêëىيîïًٌٍَôُِ\0ّùْûü\0\0ے";
    let at = u32::from(character).checked_sub(0xC0)?;
    let letter = match script {
        Script::Cyrillic => char::from_u32(0x410 + at),
        Script::Greek => char::from_u32(0x390 + at),
        Script::Hebrew => char::from_u32(0x5D0 + at.checked_sub(0x20)?),
        Script::Arabic => ARABIC.chars().nth(usize::try_from(at).ok()?),
        _ => None,
    };
    let is_of_script = |it: &char| CodePointMapData::<Script>::new().get(*it) == script;
    letter.filter(is_of_script)
}
