//! Words of a list in running text, in scripts with and without spaces.

/// How often `word` stands in `text`; both in small letters. A word that ends in `*` stands for all that start so.
pub(crate) fn count(text: &str, word: &str) -> usize {
    let (word, open_end) = match word.strip_suffix('*') {
        Some(start) => (start, true),
        None => (word, false),
    };
    if word.is_empty() {
        return 0;
    }
    let edges = Edges::of(word);
    let is_word = |(start, found): &(usize, &str)| {
        let before = text.get(..*start).and_then(|it| it.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|it| it.chars().next());
        let is_edge = |next: Option<char>| next.is_none_or(|next| !next.is_alphabetic());
        if is_numeral(word) && [before, after].into_iter().flatten().any(|it| goes_on(word, it)) {
            return false;
        }
        (edges.start_is_open || is_edge(before))
            && (open_end || edges.end_is_open || is_edge(after))
    };
    text.match_indices(word).filter(is_word).count()
}

/// Whether a word is a number in Chinese characters.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|it| DIGITS.contains(it) || POWERS.contains(it))
}

/// Whether `next`, beside a number in Chinese characters, makes another number of it, as the `二` before `十八` does. Two digits in a
/// row are two numbers: `两三天` is two or three days.
fn goes_on(word: &str, next: char) -> bool {
    POWERS.contains(next) || (DIGITS.contains(next) && word.contains(|it| POWERS.contains(it)))
}

const DIGITS: &str = "〇零一二三四五六七八九两兩";
const POWERS: &str = "十百千万萬億亿";

/// Which three bytes stand in a row in a text, as far as some bits can tell. Of the hundreds of words of a language, this shows at a
/// glance that most are not there.
pub(crate) struct Rows([u64; 64]);

impl Rows {
    /// Of a text in small letters.
    pub(crate) fn of(text: &str) -> Self {
        let mut rows = Self([0; 64]);
        for row in text.as_bytes().windows(3) {
            let (index, bit) = place(row);
            if let Some(bits) = rows.0.get_mut(index) {
                *bits |= bit;
            }
        }
        rows
    }

    /// Whether the text may have this word.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        word.trim_end_matches('*').as_bytes().windows(3).all(|row| {
            let (index, bit) = place(row);
            self.0.get(index).is_some_and(|bits| bits & bit != 0)
        })
    }
}

/// Which bit stands for three bytes.
fn place(row: &[u8]) -> (usize, u64) {
    let bits = row.iter().fold(0_u32, |bits, byte| bits << 5 ^ u32::from(*byte));
    (((bits >> 6) & 63) as usize, 1 << (bits & 63))
}

/// Whether one of `words` stands in `text`, which is in small letters.
pub(crate) fn has_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| count(text, word) > 0)
}

/// The length of `word` where `text` starts with it, both in small letters.
pub(crate) fn start_with(text: &str, word: &str) -> Option<usize> {
    let rest = text.strip_prefix(word)?;
    let is_whole = !word.ends_with(char::is_alphabetic)
        || Edges::of(word).has_no_spaces
        || !rest.starts_with(char::is_alphabetic);
    is_whole.then_some(word.len())
}

/// Whether other letters may touch a word without making another word of it.
struct Edges {
    start_is_open: bool,
    end_is_open: bool,
    has_no_spaces: bool,
}

impl Edges {
    fn of(word: &str) -> Self {
        let several = |least: usize| word.chars().nth(least - 1).is_some();
        let (start_is_open, end_is_open, has_no_spaces) = match word.chars().next() {
            // Hebrew and Arabic write articles and small words together with the next one.
            Some('\u{590}'..='\u{8ff}') => (several(3), several(3), false),
            // Thai, Lao, Myanmar, Khmer, and Chinese and Japanese have no spaces between words.
            Some(
                '\u{e00}'..='\u{eff}'
                | '\u{1000}'..='\u{109f}'
                | '\u{1780}'..='\u{17ff}'
                | '\u{2e80}'..='\u{9fff}',
            ) => (true, true, true),
            // Korean adds particles.
            Some('\u{ac00}'..='\u{d7a3}') => (false, several(2), true),
            Some(_) | None => (false, false, false),
        };
        Self { start_is_open, end_is_open, has_no_spaces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        for (text, word, times) in [
            ("de dos a dos", "dos", 2),
            ("una dosis", "dos", 0),
            ("tizennyolc éves, tizennyolcadik", "tizennyolc*", 2),
            ("未满十八岁", "十八", 1),
            ("未满二十八岁", "十八", 0),
            ("百分之二十", "十", 0),
            ("两三天", "三", 1),
            ("الثمانية عشر", "ثمانية عشر", 1),
            ("두 번, 이두", "두", 1),
            ("", "", 0),
        ] {
            assert_eq!(count(text, word), times, "{text}: {word}");
        }
    }

    #[test]
    fn a_look_misses_no_word() {
        let text = "de dos a dos, تثمانية 未满十八岁 прежде";
        let rows = Rows::of(text);
        for word in text.split([' ', ',']).chain(["do*", "十八", "о", "прежд*", ""]) {
            assert!(rows.may_have(word), "{word}");
        }
        assert!(!rows.may_have("tres") && !rows.may_have("после") && !rows.may_have("十七"));
    }

    #[test]
    fn a_start_is_a_whole_word() {
        assert_eq!(start_with("mg a day", "mg"), Some(2));
        assert_eq!(start_with("mga", "mg"), None);
        assert_eq!(start_with("分钟内", "分钟"), Some(6));
        assert_eq!(start_with("%ige", "%"), Some(1));
    }
}
