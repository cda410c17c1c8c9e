//! Texts in which single words matter: what the catalog and comments say of them, and whether the words are there.

use faq_content::{Owner, Risk};
use faq_l10n::{LocaleFiles, Outline, span_of};

use crate::{
    context::LocaleContext,
    text::sentences::each_sentence,
    text::shown_text::{add_referenced, shown_text},
    text::words::{Words, fold},
};

/// Whether a wrong word in the message does much harm, as the catalog says.
pub(crate) fn is_critical(context: &LocaleContext<'_, '_>, id: &str) -> bool {
    let message = context.catalog.and_then(|messages| messages.get(id));
    message.is_some_and(|message| match message.owner {
        Owner::Entry(entry) => entry.risk == Risk::Critical,
        Owner::Title | Owner::Interface => false,
    })
}

/// The lines of comment right above the message whose id is this slice of `source`.
pub(crate) fn comment_above<'s>(source: &'s str, id: &str) -> &'s str {
    let end = span_of(source, id).map_or(0, |span| span.start);
    let before = source.get(..end).unwrap_or_default();
    let lines = before.split_inclusive('\n').rev().take_while(|line| line.starts_with('#'));
    let length: usize = lines.map(str::len).sum();
    before.get(before.len() - length..).unwrap_or_default()
}

/// Reads one message after the other in the same memory.
#[derive(Default)]
pub(crate) struct Reader {
    shown: String,
    folded: String,
}

impl Reader {
    /// Whether one of the words stands in a message.
    pub(crate) fn finds(
        &mut self,
        words: &[Words],
        files: &LocaleFiles<'_>,
        message: Outline<'_, '_>,
    ) -> bool {
        shown_text(message, &mut self.shown);
        add_referenced(files, message, &mut self.shown);
        fold(&self.shown, &mut self.folded);
        self.has(words)
    }

    /// For each sentence of a message, whether one of the words stands in it.
    pub(crate) fn sentences(&mut self, words: &[Words], message: Outline<'_, '_>) -> Vec<bool> {
        let mut text = std::mem::take(&mut self.shown);
        shown_text(message, &mut text);
        let mut sentences = Vec::new();
        each_sentence(&text, |sentence| {
            fold(sentence, &mut self.folded);
            sentences.push(self.has(words));
        });
        self.shown = text;
        sentences
    }

    fn has(&self, words: &[Words]) -> bool {
        words.iter().any(|words| words.are_in(&self.folded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_ends_at_an_empty_line() {
        let source = "# far\n\n# near\n# nearer\na = A\n";
        let at = source.find("a = A").and_then(|at| source.get(at..=at)).expect("the id");
        assert_eq!(comment_above(source, at), "# near\n# nearer\n");
    }
}
