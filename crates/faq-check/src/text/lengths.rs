//! How long the texts of a locale are, next to the reference's: what is usual there, and what is far from it.

use faq_l10n::{Kind, Outline};

use crate::{
    context::{LocaleContext, is_identical},
    text::shown_text::shown_length,
};

/// What is usual in one locale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lengths {
    /// Logarithm of how many times as long as the reference's a text usually is.
    usual: f64,
    /// How far from it texts usually are, for a text of one character; the longer, the less.
    spread: f64,
    /// How many texts this was learned from.
    texts: usize,
}

/// How long one text is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// Characters that readers see.
    pub(crate) length: usize,
    /// Characters that were to be expected in this locale.
    pub(crate) expected: usize,
    /// How many times as long as expected it is.
    pub(crate) factor: f64,
    /// The same in usual distances of this locale; below zero where it is shorter. Zero where too little is known.
    pub(crate) distance: f64,
}

impl Lengths {
    /// Fewest characters of a text of the reference that says something of lengths.
    const SHORTEST: usize = 30;
    /// Fewest texts that say how far texts are from what is usual.
    const FEWEST: usize = 30;
    /// Fewest texts that say what is usual.
    const FEWEST_USUAL: usize = 10;

    /// Learns from all texts of a locale that are translated.
    pub(crate) fn of(context: &LocaleContext<'_, '_>) -> Self {
        let mut logs = Vec::new();
        for it in context.translations().filter(|it| it.message.kind() == Kind::Message) {
            let reference = shown_length(context.reference, it.reference);
            if reference >= Self::SHORTEST && !is_identical(it.message, it.reference) {
                let length = shown_length(context.files, it.message);
                logs.push((log_ratio(length, reference), weight(reference)));
            }
        }
        let learned = median(logs.iter().map(|(log, _)| *log));
        let usual = learned
            .filter(|_| logs.len() >= Self::FEWEST_USUAL)
            .unwrap_or_else(|| log_of_script(&context.script.code));
        let distances = logs.iter().map(|(log, weight)| (log - usual).abs() * weight);
        // 1.4826 makes the median distance comparable with a standard deviation.
        let spread = median(distances).unwrap_or(0.0) * 1.4826;
        Self { usual, spread: spread.max(0.5), texts: logs.len() }
    }

    /// How long a text is. None where the reference's is too short to say.
    pub(crate) fn measure(
        &self,
        context: &LocaleContext<'_, '_>,
        message: Outline<'_, '_>,
        reference: Outline<'_, '_>,
    ) -> Option<Measure> {
        let reference = shown_length(context.reference, reference);
        if reference < Self::SHORTEST {
            return None;
        }
        let length = shown_length(context.files, message);
        let far = log_ratio(length, reference) - self.usual;
        let known = self.texts >= Self::FEWEST;
        let factor = far.exp();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a number for readers, made of lengths"
        )]
        let expected = (length as f64 / factor).round() as usize;
        let distance = if known { far * weight(reference) / self.spread } else { 0.0 };
        Some(Measure { length, expected, factor, distance })
    }

    /// Whether a text, however short the reference's is, is more than twice as long as usual and has room for another sentence.
    pub(crate) fn is_far_longer(
        &self,
        context: &LocaleContext<'_, '_>,
        message: Outline<'_, '_>,
        reference: Outline<'_, '_>,
    ) -> bool {
        let reference = shown_length(context.reference, reference);
        let length = shown_length(context.files, message);
        let far = log_ratio(length.saturating_sub(Self::SHORTEST), reference) - self.usual;
        far.exp() > 2.0
    }
}

/// What is usual for a script, next to one with an alphabet.
fn log_of_script(code: &str) -> f64 {
    match code {
        "Hans" | "Hant" => 0.35_f64.ln(),
        "Jpan" | "Kore" => 0.55_f64.ln(),
        _ => 0.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
fn log_ratio(length: usize, reference: usize) -> f64 {
    (length.max(1) as f64 / reference.max(1) as f64).ln()
}

/// Long texts are nearer to what is usual than short ones.
#[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
fn weight(reference: usize) -> f64 {
    (reference.min(300) as f64).sqrt()
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::report;

    const REFERENCE: &str = "They often feel that they have no safe place. Most of them are isolated from family and friends. Some are not aware of the services.";

    #[test]
    fn texts_without_an_alphabet_are_shorter_by_nature() {
        for (locale, text) in [
            (
                "zh-Hans",
                "他们常常觉得自己没有任何一个安全的地方可以去住。他们当中的大多数人都与家人和朋友隔绝了。有些人不知道有哪些服务可以帮助他们。还有很多人被告知谁也不会相信他们说的话。",
            ),
            (
                "ja",
                "被害者はしばしば自分には安全に過ごせる場所がどこにもないと感じています。ほとんどの被害者は家族や友人から完全に引き離されて孤立しています。利用できる支援サービスがあることを知らない被害者もいます。誰も話を信じないと言われた被害者も大勢います。",
            ),
        ] {
            let tree =
                format!("--- en-US/a.ftl\na = {REFERENCE}\n--- {locale}/a.ftl\na = {text}\n");
            let report = report("sentence-count", &tree);
            assert!(report.contains("`a` has 4 sentences"), "{locale}: {report}");
        }
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median(std::iter::empty()), None);
    }
}
