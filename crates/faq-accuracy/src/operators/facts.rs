//! Defects of numbers, units, contacts and quotations.

use std::ops::Range;

use super::{Operator, Seeded, operator};
use crate::{random::Random, scene::Scene, sources::Reach};

pub(super) const OPERATORS: &[Operator] = &[
    operator("change-digit", "number-mismatch", change_digit),
    operator("exchange-digits", "number-mismatch", exchange_digits),
    operator("scale-number", "number-mismatch", scale_number),
    operator("drop-number", "number-mismatch", drop_number),
    operator("change-unit", "unit-mismatch", change_unit),
    operator("change-host", "contact-mismatch", change_host),
    operator("change-phone-number", "contact-mismatch", change_phone_number),
    operator("change-section", "contact-mismatch", change_section),
    operator("drop-address", "contact-mismatch", drop_address),
    operator("add-contact", "contact-in-text", add_contact),
    operator("change-quoted-number", "altered-quotation", change_quoted_number),
    operator("change-quoted-word", "altered-quotation", change_quoted_word),
    operator("change-number-of-reference", "suspect-reference", change_number_of_reference)
        .with(Reach::AllLocales),
];

/// What contacts and sections of laws are made of; numbers in these belong to other rules.
const CONTACTS: [&str; 5] = ["@", "://", "§", "+1", "<"];

/// The numbers in ASCII digits that stand in running text, and in the reference's: months are words in one language and numbers
/// in another.
fn numbers(scene: &Scene) -> Vec<Range<usize>> {
    if scene.has_quotation() {
        return Vec::new();
    }
    let mut numbers = Vec::new();
    for piece in scene.pieces() {
        let in_reference = |number: &Range<usize>| {
            let number = piece.text.get(number.clone()).unwrap_or_default();
            let texts = scene.reference_pieces();
            texts
                .iter()
                .any(|it| digits(&it.text).iter().any(|at| it.text.get(at.clone()) == Some(number)))
        };
        let is_list = piece
            .text
            .lines()
            .any(|line| line.starts_with(|it: char| it.is_ascii_digit()) && line.contains(". "));
        if is_list || CONTACTS.iter().any(|it| piece.text.contains(it)) {
            continue;
        }
        let found = digits(&piece.text).into_iter().filter(in_reference);
        numbers.extend(found.map(|it| it.start + piece.span.start..it.end + piece.span.start));
    }
    numbers
}

/// The runs of ASCII digits in `text`.
fn digits(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, it)| it.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += character.len_utf8(),
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn change_digit(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let number = random.pick(&numbers(scene))?;
    let at = number.end - 1;
    let digit = scene.text().get(at..number.end)?.parse::<usize>().ok()?;
    let other = (digit + random.within(1..9)) % 10;
    scene.edit(at..number.end, &other.to_string())
}

fn exchange_digits(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let all = numbers(scene);
    let two: Vec<Range<usize>> = all
        .into_iter()
        .filter(|it| it.len() == 2)
        .filter(|it| scene.text().get(it.clone()).is_some_and(|it| !it.ends_with('0')))
        .collect();
    let number = random.pick(&two)?;
    let exchanged: String = scene.text().get(number.clone())?.chars().rev().collect();
    scene.edit(number, &exchanged)
}

fn scale_number(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let number = random.pick(&numbers(scene))?;
    // Zeros after decimals change nothing.
    let before = scene.text().get(..number.start)?;
    if before.ends_with(['.', ',']) {
        return None;
    }
    scene.edit(number.end..number.end, "0")
}

fn drop_number(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let whole: Vec<Range<usize>> = numbers(scene)
        .into_iter()
        // One is said without a number in many languages.
        .filter(|it| it.len() > 1)
        .filter(|it| !scene.text().get(it.end..).is_some_and(|it| it.starts_with([',', '.'])))
        .filter(|it| !scene.text().get(..it.start).is_some_and(|it| it.ends_with([',', '.'])))
        .collect();
    scene.edit(random.pick(&whole)?, "")
}

/// Words for a unit and for one that is far from it, by language; `""` where all write it so.
const UNITS: [(&str, &str, &str); 35] = [
    ("", " kg", " g"),
    ("", " cm", " mm"),
    ("", "\u{a0}kg", "\u{a0}g"),
    ("", "\u{a0}cm", "\u{a0}mm"),
    ("es", "minutos", "horas"),
    ("pt", "minutos", "horas"),
    ("fr", "minutes", "heures"),
    ("de", "Minuten", "Stunden"),
    ("it", "minuti", "ore"),
    ("pl", "minut", "godzin"),
    ("ru", "минут", "часов"),
    ("ru", " кг", " г"),
    ("ru", " см", " мм"),
    ("uk", "хвилин", "годин"),
    ("uk", " кг", " г"),
    ("uk", " см", " мм"),
    ("ar", "دقيقة", "ساعة"),
    ("he", "דקות", "שעות"),
    ("hi", "मिनट", "घंटे"),
    ("hi", "किलोग्राम", "ग्राम"),
    ("hi", "सेंटीमीटर", "मिलीमीटर"),
    ("zh", "分钟", "小时"),
    ("zh", "公斤", "克"),
    ("zh", "厘米", "毫米"),
    ("ja", "15 分", "15 時間"),
    ("ja", "キログラム", "グラム"),
    ("ja", "センチメートル", "ミリメートル"),
    ("ko", "15분", "15시간"),
    ("ko", "킬로그램", "그램"),
    ("ko", "센티미터", "밀리미터"),
    ("th", "นาที", "ชั่วโมง"),
    ("th", "กิโลกรัม", "กรัม"),
    ("el", "λεπτά", "ώρες"),
    ("el", "κιλά", "γραμμάρια"),
    ("tr", "dakika", "saat"),
];

fn change_unit(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let fits = UNITS.iter().filter(|it| it.0.is_empty() || it.0 == scene.language());
    let pieces = scene.pieces();
    let places: Vec<(Range<usize>, &str)> = fits
        .flat_map(|(_, unit, other)| {
            pieces.iter().filter_map(move |piece| {
                let at = piece.span.start + piece.text.find(unit)?;
                piece
                    .text
                    .contains(|it: char| it.is_ascii_digit())
                    .then_some((at..at + unit.len(), *other))
            })
        })
        .collect();
    let (span, other) = random.pick(&places)?;
    scene.edit(span, other)
}

fn change_host(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if scene.message == "rules-link" {
        // An address in a link is for the rule that compares links.
        return None;
    }
    let hosts = [
        ("example.org", "example.net"),
        ("example.org", "examp1e.org"),
        ("example.org", "example.org.attacker.test"),
        ("example.org", "ex\u{430}mple.org"),
    ];
    scene.replace_one(random, &hosts)
}

fn change_phone_number(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let numbers = [
        ("555-0143", "555-0134"),
        ("202-555", "220-555"),
        ("555-0143", "555-014"),
        ("0143", "01434"),
    ];
    scene.replace_one(random, &numbers)
}

fn change_section(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    scene.replace_one(random, &[("2710", "2701"), ("2710", "2711"), ("2710", "710")])
}

fn drop_address(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if scene.message == "rules-link" {
        return None;
    }
    scene.replace_one(random, &[("help@example.org", ""), ("https://www.example.org/books", "")])
}

fn add_contact(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !scene.has_catalog || scene.is_term() {
        return None;
    }
    let contact = random.pick(&[
        "1-888-373-7888",
        "+1 202-555-0143",
        "https://example.org/help",
        "www.example.org",
        "help@example.org",
    ])?;
    let value = scene.plain_value()?;
    scene.edit(value.end..value.end, &format!(" ({contact})"))
}

/// Whether the message is the one that is a quotation, with its text pinned.
fn is_quotation(scene: &Scene) -> bool {
    scene.message == "human-trafficking-definition"
}

fn change_quoted_number(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !is_quotation(scene) {
        return None;
    }
    let number = scene.pieces().iter().find_map(|piece| {
        let digits = digits(&piece.text).first().cloned()?;
        Some(digits.start + piece.span.start..digits.end + piece.span.start)
    })?;
    scene.edit(number, random.pick(&["16", "81", "21", "180"])?)
}

fn change_quoted_word(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if !is_quotation(scene) {
        return None;
    }
    let words =
        [("younger", "older"), ("crime", "offence"), ("is any", "is"), ("force, fraud", "force")];
    let (from, to) = random.pick(&words)?;
    let piece = scene.reference_pieces().into_iter().find(|it| it.text.contains(from))?;
    let at = piece.span.start + piece.text.find(from)?;
    scene.edit_reference(at..at + from.len(), to)
}

fn change_number_of_reference(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    if numbers(scene).is_empty() {
        return None;
    }
    let places: Vec<Range<usize>> = scene
        .reference_pieces()
        .iter()
        .flat_map(|piece| {
            let start = piece.span.start;
            digits(&piece.text).into_iter().map(move |it| it.start + start..it.end + start)
        })
        .filter(|it| it.len() == 2)
        .collect();
    let number = random.pick(&places)?;
    scene.edit_reference(number, "97")
}
