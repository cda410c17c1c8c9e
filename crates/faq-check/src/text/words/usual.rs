//! The words that the texts of a locale use most, so that most of them are known for its own at a glance.

use faq_l10n::{Outline, TextKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// The words that a locale uses most: "the", "of", "and".
#[derive(Debug)]
pub(crate) struct UsualWords<'s> {
    words: FxHashSet<&'s str>,
}

impl<'s> UsualWords<'s> {
    /// Messages from which words are taken.
    const MESSAGES: usize = 4_000;
    /// Fewest words that say which are usual.
    const FEWEST: u32 = 1_500;
    /// A word in so many is usual. A few texts in another language do not make its words usual.
    const ONE_IN: u32 = 200;

    /// Learns from messages. None where there are too few.
    pub(crate) fn learn<'f>(messages: impl Iterator<Item = Outline<'f, 's>>) -> Option<Self>
    where
        's: 'f,
    {
        let mut counts: FxHashMap<&'s str, u32> = FxHashMap::default();
        let mut total = 0;
        let texts = messages.take(Self::MESSAGES).flat_map(|message| message.texts());
        for text in texts.filter(|text| text.kind == TextKind::Element) {
            for word in text.raw.split_whitespace() {
                *counts.entry(word).or_default() += 1;
                total += 1;
            }
        }
        if total < Self::FEWEST {
            return None;
        }
        counts.retain(|word, count| {
            *count * Self::ONE_IN >= total && word.chars().all(char::is_lowercase)
        });
        Some(Self { words: counts.into_keys().collect() })
    }

    /// Whether `text` has as many of them as texts of the locale have.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let (mut usual, mut all) = (0, 0);
        for word in text.split(' ') {
            all += 1;
            usual += u32::from(self.words.contains(word));
        }
        usual * 10 >= all
    }
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    fn source(messages: usize, value: impl Fn(usize) -> String) -> String {
        (0..messages).map(|number| format!("m{number} = {}\n", value(number))).collect()
    }

    /// Whether the texts are known for the language of such messages; none where these are too few.
    fn known(source: &str, texts: &[&str]) -> Option<Vec<bool>> {
        let file = FtlFile::parse("a.ftl", "a.ftl", source);
        let usual = UsualWords::learn(file.outlines.iter());
        usual.map(|usual| texts.iter().map(|text| usual.are_in(text)).collect())
    }

    #[test]
    fn a_text_is_known_by_one_usual_word_in_ten() {
        let ten = |number: usize| {
            format!("the House and the Dog of rare{number} word{number} seem there")
        };
        let texts = [
            "the a b c d e f g h i",
            "the a b c d e f g h i j",
            "House Dog",
            "rare17 word17",
            "los perros de la casa",
        ];
        let expected = vec![true, false, false, false, false];
        assert_eq!(known(&source(160, ten), &texts), Some(expected));
        assert_eq!(known(&source(140, ten), &texts), None, "too few to learn from");
        let literals = |number: usize| format!("{{ \"{}\" }}", ten(number));
        assert_eq!(known(&source(160, literals), &texts), None, "no words of the language");
    }
}
