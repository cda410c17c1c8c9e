//! Names that stay as they are in every language: of files, settings, keys and organisations, and code between backticks.

use crate::text::running_text::PLACEABLE;

/// The names in a text, in order: `config.toml`, `/etc/hosts`, `about:config`, `MOZ_LOG`, `Ctrl+S`, `#OpenDoor`, `NCMEC`.
pub(crate) fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |it: char| it.is_whitespace() || "\"'`‘’“”„«»()[]{}<>|,;=…、。".contains(it);
    let is_around = |it: char| matches!(it, '.' | ':' | '!' | '?' | '-' | '*' | '+' | PLACEABLE);
    let words = text.split(is_end).filter(|it| (SHORTEST..=LONGEST).contains(&it.len()));
    words.map(move |it| it.trim_matches(is_around)).filter(|it| is_name(it))
}

/// Whether `found` is `name` with one slip of the fingers: a letter too many, too few, another one, or two the wrong way round. Of
/// names in capitals only the last, since languages have names of their own for many (`DNA`, `DNS`), and not at the start
/// (`USA`, `SUA`).
pub(crate) fn is_mistyped(name: &str, found: &str) -> bool {
    if is_short_form(name) {
        let (a, b) = (name.as_bytes(), found.as_bytes());
        return a.first() == b.first()
            && a.len() == b.len()
            && is_short_form(found)
            && strsim::osa_distance(name, found) == 1
            && strsim::levenshtein(name, found) == 2;
    }
    // The names of keys are those on the keyboards of a language: `Ctrl+Skift+K`.
    if let Some((keys, key)) = name.rsplit_once('+')
        && (key.len() > 1 || found.rsplit_once('+').is_none_or(|(it, _)| it != keys))
    {
        return false;
    }
    name.len().abs_diff(found.len()) < 2 && strsim::osa_distance(name, found) == 1
}

/// What stands between backticks and is code: without spaces or what is put in, or a command and its arguments.
pub(crate) fn code_spans(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split('`').collect();
    // An even number of backticks, or one is no mark.
    if parts.len().is_multiple_of(2) {
        return Vec::new();
    }
    parts.into_iter().skip(1).step_by(2).filter(|it| !it.is_empty()).collect()
}

/// Whether a span is one that no language changes. `FILE` stands for something that the reader is to put in, a word alone
/// may be one of the program that has been translated, and `1d` is an amount.
pub(crate) fn is_fixed(span: &str) -> bool {
    let is_code = |it: char| it.is_ascii_graphic() || it == ' ';
    span.len() > 1
        && span.chars().all(is_code)
        && (!span.contains(' ') || span.starts_with(|it: char| it.is_ascii_lowercase()))
        && !span.chars().all(|it| it.is_ascii_alphanumeric())
        && span.contains(|it: char| it.is_ascii_lowercase())
        // Options are compared by themselves.
        && !span.starts_with('-')
        && !span.contains(['<', '[', '{'])
}

/// Bytes of the shortest and the longest name.
const SHORTEST: usize = 3;
const LONGEST: usize = 60;

/// Bytes of the longest short form; longer ones are words in capitals.
const LONGEST_SHORT_FORM: usize = 6;

fn is_name(word: &str) -> bool {
    word.len() >= SHORTEST && word.is_ascii() && (is_short_form(word) || has_sign(word))
}

/// `PDF`, `NCMEC`
fn is_short_form(word: &str) -> bool {
    word.len() <= LONGEST_SHORT_FORM && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// Whether a sign in a word makes a name of it. Addresses are for `contact-mismatch`.
fn has_sign(word: &str) -> bool {
    if word.len() < 5 || word.contains("//") || word.contains('@') || word.starts_with("www.") {
        return false;
    }
    let letter = |it: Option<&u8>| it.is_some_and(u8::is_ascii_alphabetic);
    let bytes = word.as_bytes();
    let mut signs = bytes.iter().enumerate().filter(|(_, it)| !it.is_ascii_alphanumeric());
    signs.any(|(at, sign)| {
        let (before, after) = (at.checked_sub(1).and_then(|it| bytes.get(it)), bytes.get(at + 1));
        match sign {
            // `America/New_York` has names in other languages.
            b'_' | b'+' => letter(before) && letter(after) && !word.contains('/'),
            b'/' => at == 0 && letter(after) && word.bytes().filter(|it| *it == b'/').count() > 1,
            b'#' => at == 0 && letter(after),
            b':' => letter(before) && after.is_some_and(u8::is_ascii_lowercase),
            b'.' => letter(before) && word.get(at + 1..).is_some_and(is_file_ending),
            _ => false,
        }
    })
}

/// `toml`, and not the end of a web address or the next sentence.
fn is_file_ending(ending: &str) -> bool {
    const OF_SITES: [&str; 8] = ["com", "edu", "gov", "info", "io", "me", "net", "org"];
    (2..=5).contains(&ending.len())
        && ending.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
        && !OF_SITES.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words_addresses_and_numbers() {
        let text = "Set MOZ_LOG in \u{201c}config.toml\u{201d} or /etc/hosts, see about:config. Press Ctrl+S (#OpenDoor, NCMEC).";
        let found: Vec<&str> = names(text).collect();
        let expected = [
            "MOZ_LOG",
            "config.toml",
            "/etc/hosts",
            "about:config",
            "Ctrl+S",
            "#OpenDoor",
            "NCMEC",
        ];
        assert_eq!(found, expected);
        for none in [
            "and/or",
            "e.g. p.m.",
            "https://a.org/x_y",
            "a@b.org",
            "Note:this",
            "1.5",
            "USAs",
            "12+3",
        ] {
            assert_eq!(names(none).filter(|it| *it != "Note:this").count(), 0, "{none}");
        }
    }

    #[test]
    fn a_slip_is_told_from_another_name() {
        for (name, slip) in [
            ("NCMEC", "NCMCE"),
            ("PDF", "PFD"),
            ("MOZ_LOG", "MOZ_LGO"),
            ("config.toml", "konfig.toml"),
            ("Ctrl+S", "Ctrl+D"),
        ] {
            assert!(is_mistyped(name, slip), "{name} {slip}");
        }
        for (name, other) in [
            ("DNA", "DNS"),
            ("USA", "SUA"),
            ("NATO", "OTAN"),
            ("Ctrl+S", "Strg+S"),
            ("Alt+Shift+K", "Alt+Skift+K"),
            ("Alt+Shift", "Alt+Skift"),
        ] {
            assert!(!is_mistyped(name, other), "{name} {other}");
        }
    }

    #[test]
    fn code_stands_between_two_backticks() {
        assert_eq!(code_spans("run `git pull` in `src`"), ["git pull", "src"]);
        assert_eq!(code_spans("a ` b"), [""; 0]);
        assert!(
            is_fixed("git pull")
                && !is_fixed("FILE")
                && !is_fixed("easy")
                && !is_fixed("<file>")
                && !is_fixed("é")
        );
    }
}
