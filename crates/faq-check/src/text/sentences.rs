//! Sentences and list items in running text.

pub(crate) mod ending;
pub(crate) mod passages;

use std::collections::BTreeSet;

use crate::text::{numbers::digit, running_text::PLACEABLE};

/// How many sentences a text has.
pub(crate) fn count_sentences(text: &str) -> usize {
    let mut count = 0;
    each_sentence(text, |_| count += 1);
    count
}

/// Gives the sentences of a text one by one. A line break is a space; paragraphs and items of a list are taken by
/// themselves, and one without a full stop is one sentence if it has words.
pub(crate) fn each_sentence<'t>(text: &'t str, mut give: impl FnMut(&'t str)) {
    let mut start = 0;
    for (at, _) in text.match_indices('\n') {
        let next = text.get(at + 1..).unwrap_or_default();
        let line = next.split('\n').next().unwrap_or_default().trim();
        if line.is_empty() || marker(line).is_some() {
            sentences_of_part(text.get(start..at).unwrap_or_default(), &mut give);
            start = at + 1;
        }
    }
    sentences_of_part(text.get(start..).unwrap_or_default(), &mut give);
}

/// How an item of a list starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// `-`, `•`, `*` or the like, or a letter: `a)`.
    Bullet,
    /// `1.`, `2)`, `१.`, `一、`
    Number(u32),
}

/// The markers of the lines that are items of a list, in order.
pub(crate) fn list_markers(text: &str) -> impl Iterator<Item = Marker> {
    text.lines().filter_map(|line| marker(line.trim_start()))
}

/// The lists in a text, in order: their items without markers. An empty line ends a list.
pub(crate) fn lists(text: &str) -> Vec<Vec<&str>> {
    let mut lists: Vec<Vec<&str>> = vec![Vec::new()];
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_end = line.trim().is_empty();
        if is_end || marker(line.trim_start()).is_some() {
            starts.push((at, !is_end));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    for ((start, is_item), end) in starts.iter().zip(ends) {
        let item = text.get(*start..end).unwrap_or_default().trim();
        match lists.last_mut() {
            Some(list) if *is_item => {
                let (_, words) = item.split_once(char::is_whitespace).unwrap_or_default();
                list.push(words.trim_start());
            }
            _ => lists.push(Vec::new()),
        }
    }
    lists
}

/// One of `parts` that says word for word what an earlier one says. None that something is put into, which may differ, nor the
/// usage of a command, `cp [OPTION]… FILE`.
pub(crate) fn repeated<'t>(parts: &[&'t str]) -> Option<&'t str> {
    let mut seen = BTreeSet::new();
    let is_known = |it: &&&str| it.len() >= SHORTEST_REPEATED && !it.contains([PLACEABLE, '[']);
    parts.iter().filter(is_known).find(|it| !seen.insert(it.trim())).copied()
}

/// Bytes of the shortest part of a text that stands in it twice by mistake only.
const SHORTEST_REPEATED: usize = 16;

fn sentences_of_part<'t>(part: &'t str, give: &mut impl FnMut(&'t str)) {
    // Where the sentence starts that was not counted yet.
    let mut start = 0;
    let mut characters = part.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let Some(end) = End::of(character) else { continue };
        while characters
            .next_if(|(_, it)| End::of(*it).is_some() || CLOSERS.contains(*it))
            .is_some()
        {}
        let next = characters.peek().map_or(part.len(), |(next, _)| *next);
        let sentence = part.get(start..at).unwrap_or_default();
        let rest = part.get(next..).unwrap_or_default();
        let ends = match end {
            End::Sure => true,
            End::Mark => rest.is_empty() || rest.starts_with(is_gap),
            End::Stop => is_full_stop(sentence, rest),
            End::Script(is_of_script) => sentence.contains(is_of_script),
        };
        if ends {
            if has_words(sentence) {
                give(sentence);
            }
            start = next;
        }
    }
    if let Some(rest) = part.get(start..).filter(|rest| has_words(rest)) {
        give(rest);
    }
}

/// What may stand between the end of a sentence and the space after it.
const CLOSERS: &str = "”’»›\"')]}）」』】\u{200f}\u{200e}";

/// What a character says of the end of a sentence.
#[derive(Clone, Copy)]
enum End {
    /// It is one.
    Sure,
    /// It is one before a space.
    Mark,
    /// It is one before a space, if no abbreviation or number stands before it.
    Stop,
    /// It is one in a sentence with letters of the script that has a sign which looks so.
    Script(fn(char) -> bool),
}

impl End {
    fn of(character: char) -> Option<Self> {
        match character {
            '.' => Some(Self::Stop),
            // The full stop of Armenian and the question mark of Greek, as they are often typed.
            ':' => Some(Self::Script(is_armenian)),
            ';' => Some(Self::Script(is_greek)),
            '!' | '?' | '…' | '؟' | '۔' | '։' | '՞' | '\u{37e}' => Some(Self::Mark),
            '。' | '．' | '｡' | '！' | '？' | '।' | '॥' | '።' | '፧' | '។' | '။' | '᠃' => {
                Some(Self::Sure)
            }
            _ => None,
        }
    }
}

/// Whether the `.` between `sentence` and `rest` ends a sentence.
fn is_full_stop(sentence: &str, rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    if !rest.starts_with(is_gap) {
        return false;
    }
    let next = without_tags(rest).chars().find(|it| it.is_alphanumeric());
    let goes_on = next.is_some_and(|it| it.is_lowercase() && !is_georgian(it));
    !goes_on && !ends_in_abbreviation(sentence)
}

/// `e.g.`, `z. B.`, `3. Mai`
fn ends_in_abbreviation(sentence: &str) -> bool {
    let start = sentence.trim_end_matches(char::is_alphanumeric);
    let word = sentence.get(start.len()..).unwrap_or_default();
    let length = word.chars().take(3).count();
    // What stands after a hyphen or after what is put in is the ending of a word.
    start.chars().next_back().is_none_or(|it| it != PLACEABLE && it != '-')
        && (length == 1 || (length == 2 && word.bytes().all(|it| it.is_ascii_digit())))
}

/// `text` from its first word on that is not in a tag.
fn without_tags(text: &str) -> &str {
    let mut text = text.trim_start();
    while let Some(end) = text.strip_prefix('<').and_then(|tag| tag.find('>')) {
        text = text.get(end + 2..).unwrap_or_default().trim_start();
    }
    text
}

/// Whether a character parts two sentences: a space, or the tag that often stands there.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || character == '<'
}

/// Its letters count as small ones though it has no others.
fn is_georgian(character: char) -> bool {
    matches!(character, '\u{10d0}'..='\u{10ff}')
}

fn is_greek(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{3ff}')
}

fn is_armenian(character: char) -> bool {
    matches!(character, '\u{531}'..='\u{587}')
}

fn has_words(text: &str) -> bool {
    without_tags(text).chars().any(char::is_alphabetic)
}

fn marker(line: &str) -> Option<Marker> {
    let after_bullet = line.strip_prefix(['-', '–', '—', '•', '·', '*', '◦', '▪']);
    if let Some(rest) = after_bullet {
        let is_item = rest.starts_with([' ', '\t', '\u{a0}']) && has_words(rest);
        return is_item.then_some(Marker::Bullet);
    }
    let first = line.chars().next()?;
    if let Some(value) = chinese_numeral(first) {
        let is_item = line.get(first.len_utf8()..)?.starts_with('、');
        return is_item.then_some(Marker::Number(value));
    }
    if first.is_alphabetic() {
        let rest = line.get(first.len_utf8()..)?.strip_prefix(')')?;
        return (rest.starts_with(' ') && has_words(rest)).then_some(Marker::Bullet);
    }
    let end = line.find(|it| digit(it).is_none())?;
    let (number, rest) = line.split_at_checked(end)?;
    let digits = number.chars().filter_map(digit).filter_map(|it| it.to_digit(10));
    let rest = rest.strip_prefix(['.', ')', '、', '．'])?;
    // `1.5 litres` is no item, and a year is none.
    let is_item =
        (1..=2).contains(&number.chars().count()) && !rest.starts_with(|it| digit(it).is_some());
    is_item.then(|| Marker::Number(digits.fold(0, |all, it| all * 10 + it)))
}

/// What a sign stands for that Chinese texts number with.
fn chinese_numeral(sign: char) -> Option<u32> {
    (1..).zip("一二三四五六七八九十".chars()).find(|(_, it)| *it == sign).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_ends_its_sentences_in_its_own_way() {
        for (count, text) in [
            (2, "One is here. Two is there."),
            (2, "“One.” Two"),
            (2, "「一。」二。"),
            (2, "एक है। दो है।"),
            (2, "هل هذا؟ نعم."),
            (3, "Really?! Yes… No!"),
            (1, "Es sind z. B. Kinder."),
            (1, "Am 3. Mai ist es so, e.g. here."),
            (1, "version 2.5 of example.org"),
            (1, "First line\nsecond line"),
            (2, "Heading\n\nfirst line"),
            (3, "These:\n- one\n- two"),
            (2, "<b>One.</b> <i>Two.</i>"),
            (2, "Mert használta a \u{fffc}t. Ha tévedésből kapta."),
            (2, "მხოლოდ ნაწილია. წერილის ის არეები."),
            (2, "Բանալին յետ է առնուել: Կրկին տարածէք:"),
            (2, "Θέλετε να αφαιρέσετε το «\u{fffc}»; Ναι."),
            (1, "Note: this is one; and that is the same"),
            (0, "18"),
        ] {
            assert_eq!(count_sentences(text), count, "{text}");
        }
    }

    #[test]
    fn items_start_with_a_bullet_or_a_number() {
        let markers: Vec<Marker> =
            list_markers("Do this:\n - one\n• two\n1. three\n2) four\n1.5 litres\n-5\n---\n")
                .collect();
        assert_eq!(markers, [Marker::Bullet, Marker::Bullet, Marker::Number(1), Marker::Number(2)]);
    }

    #[test]
    fn items_are_numbered_with_the_digits_of_any_script_or_with_letters() {
        for text in ["१. क\n१२. ख", "١. ا\n١٢. ب", "۱. ا\n۱۲. ب", "1、一\n12、二"]
        {
            let markers: Vec<Marker> = list_markers(text).collect();
            assert_eq!(markers, [Marker::Number(1), Marker::Number(12)], "{text}");
        }
        let markers: Vec<Marker> =
            list_markers("一、打开\n三、读\n一个人、读\na) one\nб) два").collect();
        let numbers = [Marker::Number(1), Marker::Number(3)];
        assert_eq!(markers, [numbers.as_slice(), &[Marker::Bullet, Marker::Bullet]].concat());
        for none in ["1234. x", "a)b", "a. b", "ab) c", "२.५ लीटर"] {
            assert_eq!(list_markers(none).count(), 0, "{none}");
        }
    }

    #[test]
    fn an_item_goes_on_until_the_next_one_or_an_empty_line() {
        let lists = lists("Do this:\n - one\n   and more\n2) two\n\nThe end.\n• three");
        assert_eq!(lists, [vec!["one\n   and more", "two"], vec!["three"]]);
    }

    #[test]
    fn a_stop_inside_of_a_name_or_a_date_ends_no_sentence_and_one_after_a_number_does() {
        for (count, text) in [
            (1, "Am 23. Mai ist es so."),
            (2, "Es waren 123. Alle kamen."),
            (1, "The file README.TXT is here"),
            (1, "Pictures, videos etc. and so on"),
        ] {
            assert_eq!(count_sentences(text), count, "{text}");
        }
    }

    #[test]
    fn sentences_are_given_without_what_parts_them() {
        let mut found = Vec::new();
        each_sentence("These:\n- one\n- two", |sentence| found.push(sentence));
        assert_eq!(found, ["These:", "- one", "- two"]);
        assert_eq!(without_tags("<strong>One</strong>"), "One</strong>");
    }

    #[test]
    fn a_number_alone_and_a_hyphen_before_a_word_are_no_items_and_short_parts_may_stand_twice() {
        assert_eq!(list_markers("-x y\n- 18\n").count(), 0);
        assert_eq!(repeated(&["Yes.", "Yes."]), None);
        assert_eq!(repeated(&["cp [OPTION]… FILE", "cp [OPTION]… FILE"]), None);
    }
}
