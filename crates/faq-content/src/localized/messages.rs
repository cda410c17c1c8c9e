//! The FAQ in one language as messages: every text under the id that it has in Fluent.

use super::{LocalizedBlock, LocalizedEntry, LocalizedFaq};
use crate::{
    Catalog, LocaleTag,
    catalog::{block_message, part_message, question_message},
};

/// A message as it is shown: what stands for it in a locale, under the id that it has in Fluent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalizedMessage<'f> {
    /// Fluent message id.
    pub id: String,
    /// Locale that the text really comes from.
    pub locale: &'f LocaleTag,
    /// The text.
    pub text: &'f str,
}

impl LocalizedFaq {
    /// Every message that is shown, in the order in which readers meet them: title, entries, interface texts.
    pub fn messages(&self) -> Vec<LocalizedMessage<'_>> {
        let Self { title, entries, interface, interface_locale: (interface_locale, _), .. } = self;
        let title_id = Catalog::title_message().to_owned();
        let mut messages =
            vec![LocalizedMessage { id: title_id, locale: &title.locale, text: &title.text }];
        for entry in entries {
            let message = |(id, text)| LocalizedMessage { id, locale: &entry.locale, text };
            messages.extend(entry.texts().into_iter().map(message));
        }
        let locale = interface_locale;
        messages.extend(interface.iter().map(|(id, text)| LocalizedMessage {
            id: Catalog::interface_message(id),
            locale,
            text,
        }));
        messages
    }
}

impl LocalizedEntry {
    /// Message ids and texts of the entry, question first.
    fn texts(&self) -> Vec<(String, &str)> {
        let mut texts = vec![(question_message(&self.id), self.question.as_str())];
        for block in &self.blocks {
            match block {
                LocalizedBlock::Paragraph { id, text } => {
                    texts.push((block_message(&self.id, id), text));
                }
                LocalizedBlock::Quotation { id, attribution, text, original: _ } => {
                    texts.push((part_message(&self.id, id, "attribution"), attribution));
                    texts.push((block_message(&self.id, id), text));
                }
                LocalizedBlock::List { id, lead, items } => {
                    let part = |part: &str| part_message(&self.id, id, part);
                    texts.extend(lead.iter().map(|lead| (part("lead"), lead.as_str())));
                    texts.extend(items.iter().map(|it| (part(it.id.as_str()), it.text.as_str())));
                }
            }
        }
        texts
    }
}
