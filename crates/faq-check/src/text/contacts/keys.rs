//! When two contacts, written differently, lead to the same place.

use crate::{context::MessageContext, text::contacts::ContactKind, text::numbers::digit};

/// The languages that an address may name.
pub(crate) struct Languages<'a> {
    names: [&'a str; 4],
}

impl<'a> Languages<'a> {
    pub(crate) fn of(context: &MessageContext<'a, '_>) -> Self {
        let language = |name: &'a str| name.split(['-', '_']).next().unwrap_or(name);
        let (own, reference) = (context.locale.locale, context.locale.reference_name);
        Self { names: [own, reference, language(own), language(reference)] }
    }

    fn is_language(&self, part: &str) -> bool {
        let is_regional = part.split_once('-').is_some_and(|(language, region)| {
            matches!(language.len(), 2..=3)
                && matches!(region.len(), 2 | 4)
                && language.bytes().all(|it| it.is_ascii_lowercase())
                && region.bytes().all(|it| it.is_ascii_alphabetic())
                && region.starts_with(|it: char| it.is_ascii_uppercase())
        });
        is_regional || self.names.iter().any(|name| part.eq_ignore_ascii_case(name))
    }

    /// What all ways of writing the contact have in common.
    pub(crate) fn key(&self, kind: ContactKind, text: &str) -> String {
        match kind {
            ContactKind::Mail => {
                let text = text.strip_prefix("mailto:").unwrap_or(text);
                text.to_lowercase()
            }
            ContactKind::Telephone => text.chars().filter_map(digit).collect(),
            ContactKind::Section => folded(text),
            ContactKind::Web => self.web_key(text),
        }
    }

    /// Host and path, without scheme and without the parts that name a language.
    fn web_key(&self, text: &str) -> String {
        let address = text.split_once("://").map_or(text, |(_, address)| address);
        let address = address.trim_end_matches(['/', '.', ',', '?', '!', ':', ';']);
        let (host, path) = address.split_once('/').unwrap_or((address, ""));
        let host = host.to_lowercase();
        let host = match host.split_once('.') {
            Some((first, rest))
                if rest.contains('.') && (first == "www" || self.is_language(first)) =>
            {
                rest
            }
            Some(_) | None => host.as_str(),
        };
        // Each language has an article of its own, under a name of its own.
        if host == "wikipedia.org" && path.starts_with("wiki/") {
            return format!("{host}/wiki");
        }
        let parts = path.split('/').filter(|part| !part.is_empty() && !self.is_language(part));
        std::iter::once(host).chain(parts).collect::<Vec<_>>().join("/")
    }
}

/// A text without spaces and with ASCII digits.
pub(crate) fn folded(text: &str) -> String {
    let shown = text.chars().filter(|it| !it.is_whitespace());
    shown.map(|it| digit(it).unwrap_or(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_language_is_left_out_of_an_address() {
        let languages = Languages { names: ["es", "en-US", "es", "en"] };
        let key = |text: &str| languages.key(ContactKind::Web, text);
        for (one, other) in [
            ("https://www.example.org/x", "example.org/x/"),
            ("https://es.example.org/x", "https://en.example.org/x"),
            ("https://example.org/pt-BR/x", "https://example.org/zh-Hant/x"),
            ("https://en.wikipedia.org/wiki/Slavery", "https://es.wikipedia.org/wiki/Esclavitud"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        for (one, other) in [
            ("https://es.org/x", "https://en.org/x"),
            ("https://shop.example.org/x", "https://example.org/x"),
            ("https://example.org/en-USA/x", "https://example.org/x"),
        ] {
            assert_ne!(key(one), key(other), "{one}");
        }
    }
}
