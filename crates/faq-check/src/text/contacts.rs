//! Addresses, telephone numbers and sections of laws in running text.

pub(crate) mod keys;

use std::{borrow::Cow, iter::repeat_n, sync::LazyLock};

use linkify::{LinkFinder, LinkKind};
use memchr::{memchr2_iter, memchr3_iter, memmem};

use crate::{text::numbers::digit, text::running_text::PLACEABLE};

/// Something in a text that leads readers somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Contact<'t> {
    /// What it is.
    pub(crate) kind: ContactKind,
    /// As written.
    pub(crate) text: &'t str,
    /// Where it starts, in bytes of the text.
    pub(crate) start: usize,
}

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ContactKind {
    /// A web address, with or without its scheme.
    Web,
    /// An e-mail address.
    Mail,
    /// A telephone number.
    Telephone,
    /// A section of a law: `§ 1591(a)`.
    Section,
}

impl ContactKind {
    /// In words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web address",
            Self::Mail => "e-mail address",
            Self::Telephone => "telephone number",
            Self::Section => "section of a law",
        }
    }
}

/// The web and e-mail addresses in `text`, in order.
pub(crate) fn addresses(text: &str) -> Vec<Contact<'_>> {
    if !may_have_address(text) {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false).kinds(&[LinkKind::Url, LinkKind::Email]);
    let parted = without_wide_marks(text);
    let links = finder.links(&parted).flat_map(|link| {
        let is_mail = *link.kind() == LinkKind::Email;
        let kind = if is_mail { ContactKind::Mail } else { ContactKind::Web };
        let found = text.get(link.start()..link.end()).unwrap_or_default();
        without_other_words(found).map(move |(before, text)| Contact {
            kind,
            text,
            start: link.start() + before,
        })
    });
    // `and/or` is no address, and neither is a sentence without a space after its full stop.
    let looks_real = |link: &str| {
        link.contains("://")
            || link.contains('@')
            || link.to_lowercase().starts_with("www.")
            || domain(link)
    };
    links.filter(|link| looks_real(link.text)).collect()
}

/// The text with spaces in the place of punctuation of full width, which no address has: `192.168.0.1，` is none otherwise.
fn without_wide_marks(text: &str) -> Cow<'_, str> {
    let is_wide = |it: char| it >= '\u{2e80}' && !it.is_alphanumeric();
    if !text.contains(is_wide) {
        return Cow::Borrowed(text);
    }
    let mut parted = String::with_capacity(text.len());
    for character in text.chars() {
        if is_wide(character) {
            parted.extend(repeat_n(' ', character.len_utf8()));
        } else {
            parted.push(character);
        }
    }
    Cow::Owned(parted)
}

/// The addresses in `link` without the words and signs that touch them, as in scripts without spaces, and how many bytes come
/// before each. A letter of an alphabet inside of an address is part of it, and makes it another one.
fn without_other_words(link: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_outside =
        |it: char| !it.is_ascii() && (!it.is_alphanumeric() || it >= '\u{2e80}' || it == PLACEABLE);
    let mut end = 0;
    link.split_inclusive(is_outside).filter_map(move |part| {
        let start = end;
        end += part.len();
        let address = part.trim_end_matches(|it| is_outside(it) || matches!(it, '?' | '!'));
        address.contains(['.', '@', ':']).then_some((start, address))
    })
}

/// Whether a look for addresses is worth it. An address has an `@`, a `://` or a `.` between two letters or digits; most texts have none of these.
pub(crate) fn may_have_address(text: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    let bytes = text.as_bytes();
    memchr3_iter(b'.', b'@', b':', bytes).filter(|at| *at > 0).any(|at| {
        match bytes.get(at - 1..).unwrap_or_default() {
            [_, b'@', _, ..] | [_, b':', b'/', b'/', ..] => true,
            [before, b'.', after, ..] => is_inner(*before) && is_inner(*after),
            _ => false,
        }
    })
}

/// Whether a contact is one in the interface of a program as well, where `file.dat` and `geo.enabled` are no addresses, and
/// `3 23:05:25 2005` and `127.0.0.1` are no telephone numbers.
pub(crate) fn is_certain(contact: &Contact<'_>) -> bool {
    let text = contact.text;
    match contact.kind {
        ContactKind::Mail | ContactKind::Section => return true,
        ContactKind::Telephone => {
            let digits = text.chars().filter(|it| digit(*it).is_some()).count();
            return !text.contains(':') && text.matches('.').count() != 3 && digits <= 15;
        }
        ContactKind::Web => {}
    }
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    let ending = host.rsplit('.').next().unwrap_or_default();
    text.contains("://")
        || host.starts_with("www.")
        || KNOWN_ENDINGS.contains(&ending)
        || (ending.len() == 2 && !FILE_ENDINGS.contains(&ending))
}

/// Endings of names that are addresses whatever stands before them.
const KNOWN_ENDINGS: [&str; 10] =
    ["app", "com", "edu", "gov", "info", "int", "mil", "net", "online", "org"];

/// Endings of two letters that are countries', and more often those of files.
const FILE_ENDINGS: [&str; 16] = [
    "ai", "cc", "cs", "db", "gz", "im", "js", "md", "pl", "pm", "ps", "py", "rs", "sh", "so", "ts",
];

/// Whether `link` starts with a name such as `example.org`. In small letters any short last part makes it one; in others,
/// where it could be two sentences without a space, only a well-known one.
fn domain(link: &str) -> bool {
    let host = link.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let lower = host.to_lowercase();
    let labels: Vec<&str> = lower.split('.').collect();
    let plain = |label: &&str| {
        !label.is_empty() && label.chars().all(|it| it.is_alphanumeric() || it == '-')
    };
    let Some(last) = labels.last().filter(|_| labels.len() > 1 && labels.iter().all(plain)) else {
        return false;
    };
    let known = KNOWN_ENDINGS.contains(last);
    // `p.ej.`, `m.in.` and `t.ex.` are abbreviations.
    let abbreviation = labels.iter().any(|label| label.chars().count() < 2);
    known
        || (host == lower
            && !abbreviation
            && matches!(last.len(), 2..=24)
            && last.bytes().all(|it| it.is_ascii_lowercase()))
}

/// The telephone numbers in `text`, in order: runs of seven or more digits of any script with nothing but spaces and the
/// usual signs between them.
pub(crate) fn telephones(text: &str) -> impl Iterator<Item = Contact<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(|it| digit(it).is_some() || it == '+')?;
            let run = text.get(start..)?;
            let end =
                run.find(|it: char| digit(it).is_none() && !is_separator(it)).unwrap_or(run.len());
            at = start + end.max(1);
            let candidate = run.get(..end)?.trim_end_matches(is_separator);
            let digits = candidate.chars().filter(|it| digit(*it).is_some()).count();
            if digits >= FEWEST_DIGITS && !is_date_or_quantity(candidate) {
                return Some(Contact { kind: ContactKind::Telephone, text: candidate, start });
            }
        }
    })
}

/// Fewest digits of a telephone number.
pub(crate) const FEWEST_DIGITS: usize = 7;

fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '・' | ':' | '.' | '(' | ')' | '/' | '+'
    )
}

/// Two years, a date, or a quantity with dots between its thousands.
fn is_date_or_quantity(candidate: &str) -> bool {
    let lengths: Vec<usize> = candidate
        .split(is_separator)
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().count())
        .collect();
    match lengths.as_slice() {
        [4, 4] | [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4] => true,
        [1..=3, rest @ ..] => {
            rest.iter().all(|length| *length == 3)
                && candidate
                    .chars()
                    .filter(|it| is_separator(*it))
                    .all(|it| matches!(it, '.' | '\u{a0}'))
        }
        _ => false,
    }
}

/// Whether anything in `text` can be a contact.
pub(crate) fn has_contact(text: &str) -> bool {
    may_have_address(text) || telephones(text).next().is_some() || !sections(text).is_empty()
}

/// The sections of laws in `text`, in order, each with its number only: `1591(a)` of `18 U.S.C. § 1591(a)` and of `Art. 1591(a)`.
pub(crate) fn sections(text: &str) -> Vec<Contact<'_>> {
    let mut sections: Vec<Contact<'_>> = Vec::new();
    if !may_have_section(text.as_bytes()) {
        return sections;
    }
    for sign in SECTION_SIGNS {
        for (at, _) in text.match_indices(sign) {
            let is_word =
                sign.ends_with(char::is_alphabetic) || sign.starts_with(char::is_alphabetic);
            let touches = text.get(..at).is_some_and(|it| it.ends_with(char::is_alphanumeric));
            let rest = text.get(at + sign.len()..).unwrap_or_default();
            let number = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '§', '.']);
            let start = text.len() - number.len();
            let end = section_end(number);
            if end > 0 && !(is_word && touches) && sections.iter().all(|known| known.start != start)
            {
                let number = number.get(..end).unwrap_or_default();
                sections.push(Contact { kind: ContactKind::Section, text: number, start });
            }
        }
    }
    sections.sort_by_key(|section| section.start);
    sections
}

/// A quick look: whether the end of one of [`SECTION_SIGNS`] stands there.
pub(crate) fn may_have_section(bytes: &[u8]) -> bool {
    let by_sign = memchr2_iter(b'.', 0xC2, bytes).any(|at| {
        let before = bytes.get(..at).unwrap_or_default();
        match bytes.get(at) {
            Some(b'.') => [&b"rt"[..], b"ec", b"U", b"C"].iter().any(|end| before.ends_with(end)),
            _ => bytes.get(at + 1) == Some(&0xA7),
        }
    });
    by_sign || CODES.iter().any(|code| code.find(bytes).is_some())
}

/// The last two letters of codes of laws, and the space after them.
static CODES: LazyLock<[memmem::Finder<'static>; 2]> =
    LazyLock::new(|| ["USC ", "CFR "].map(|code| memmem::Finder::new(code.as_bytes())));

/// What stands before the number of a section.
const SECTION_SIGNS: [&str; 9] =
    ["§", "U.S.C", "USC ", "C.F.R", "CFR ", "Art.", "art.", "Sec.", "sec."];

/// Where the number of a section ends: digits, then letters, points and hyphens before more digits, and parts in brackets.
fn section_end(text: &str) -> usize {
    if !text.starts_with(|it| digit(it).is_some()) {
        return 0;
    }
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(|(_, it)| digit(*it).is_some());
        let is_part =
            match character {
                '(' => text.get(at..).and_then(|rest| rest.get(1..rest.find(')')?)).is_some_and(
                    |part| matches!(part.len(), 1..=4) && part.chars().all(char::is_alphanumeric),
                ),
                ')' => text.get(..at).is_some_and(|before| before.contains('(')),
                '.' | '-' => next_is_digit,
                other => digit(other).is_some() || other.is_ascii_alphabetic(),
            };
        if !is_part {
            break;
        }
        end = at + character.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_found_in_the_digits_of_any_script() {
        for text in ["Call 1-888-373-7888 now", "+49 (0)30 1234567", "اتصل ٨٠٠٧٢٨٣", "888 373 7888"]
        {
            assert!(telephones(text).next().is_some(), "{text}");
        }
        for text in [
            "under 18",
            "2019–2020",
            "10 or 20, 30, 40",
            "§ 1591(a)(1)",
            "2024-01-15",
            "14.11.2026",
            "1.000.000 x",
        ] {
            assert_eq!(telephones(text).next(), None, "{text}");
        }
    }

    #[test]
    fn an_address_ends_where_the_next_word_starts() {
        for (text, expected) in [
            ("参见example.orgを", "example.org"),
            ("“help@example.org”", "help@example.org"),
            ("«https://example.org/a»", "https://example.org/a"),
            ("why “example.org?”", "example.org"),
            ("https://exаmple.org/a", "https://exаmple.org/a"),
        ] {
            let found: Vec<&str> = addresses(text).iter().map(|it| it.text).collect();
            assert_eq!(found, [expected], "{text}");
        }
    }

    #[test]
    fn addresses_with_no_space_between_them_are_all_found() {
        let found: Vec<&str> = addresses("从「example.org」改为「example.com」，例如")
            .iter()
            .map(|it| it.text)
            .collect();
        assert_eq!(found, ["example.org", "example.com"]);
    }

    #[test]
    fn the_quick_look_passes_over_no_sign_of_a_section() {
        for sign in SECTION_SIGNS {
            assert!(may_have_section(format!("siehe {sign} 5").as_bytes()), "{sign}");
        }
        assert!(!may_have_section(b"Under 18 years. See page 5"));
    }

    #[test]
    fn sections_of_laws_are_found_with_their_parts() {
        for (text, expected) in [
            ("18 U.S.C. § 1591(a)(1) says", vec!["1591(a)(1)"]),
            ("under 18 U.S.C. 1591.", vec!["1591"]),
            ("§§ 1591 and § 2421A", vec!["1591", "2421A"]),
            ("(siehe § 5.2)", vec!["5.2"]),
            ("Smart. 5", vec![]),
            ("art. 5 (as amended)", vec!["5"]),
            ("no section", vec![]),
        ] {
            let found: Vec<&str> = sections(text).iter().map(|it| it.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn addresses_are_found_and_slashes_are_not_addresses() {
        for text in [
            "see https://example.org/x",
            "mail help@example.org.",
            "go to example.org now",
            "www.example.com",
            "Ayuda.Org",
            "WWW.EXAMPLE.ORG",
            "参见example.orgを",
            "来源：example.org。",
            "见ssh://192.168.0.1，",
        ] {
            assert_eq!(addresses(text).len(), 1, "{text}");
        }
        for text in
            ["and/or", "explotadores/tratantes", "Fin.Otra frase", "p.ej. esto", "m.in. to", "etc."]
        {
            assert_eq!(addresses(text), [], "{text}");
        }
    }

    #[test]
    fn every_address_is_found_where_it_stands() {
        let found: Vec<_> = without_other_words("a.org和b.org").collect();
        assert_eq!(found, [(0, "a.org"), (8, "b.org")]);
        let found = sections("18 U.S.C. § 1591(a b)");
        assert_eq!(found.iter().map(|it| (it.start, it.text)).collect::<Vec<_>>(), [(13, "1591")]);
    }

    #[test]
    fn a_name_has_two_plain_parts_at_least() {
        for name in ["my-site.org", "президент.com"] {
            assert!(domain(name), "{name}");
        }
        for name in ["org", "example..org", "foo_bar.org"] {
            assert!(!domain(name), "{name}");
        }
    }

    #[test]
    fn the_quick_looks_pass_over_no_contact() {
        for text in
            ["https://localhost", "root@localhost", "президент.рф", "call 555.123.4567", "§ 1591"]
        {
            assert!(has_contact(text), "{text}");
        }
        for text in ["no contact", ".x", "Art. of war"] {
            assert!(!has_contact(text), "{text}");
        }
    }
}
