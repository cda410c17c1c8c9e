//! From what a reader wants to the locale that is served.

use crate::{
    Negotiation,
    accept_language::{most_wanted, nearest},
};

impl Negotiation {
    /// The locale for an `Accept-Language` header (RFC 9110, section 12.5.4), or the default.
    ///
    /// Wanted languages are tried from the most to the least wanted, each as [`Self::look_up`] does. Whatever in the header
    /// cannot be read is passed over; a header of any length costs no more than its length.
    pub fn from_header(&self, header: &str) -> &str {
        most_wanted(header, |tag| self.look_up(tag)).unwrap_or(&self.default)
    }

    /// The locale for languages in the order in which they are wanted, or the default.
    pub fn from_wanted<'w>(&self, wanted: impl IntoIterator<Item = &'w str>) -> &str {
        wanted.into_iter().find_map(|tag| self.look_up(tag)).unwrap_or(&self.default)
    }

    /// The locale for one wanted language, if there is one: looked up in the table and, as long as it is not there, without its
    /// last part (RFC 4647, section 3.4). `*` means the default.
    pub fn look_up(&self, wanted: &str) -> Option<&str> {
        match wanted {
            "*" => Some(&self.default),
            _ => nearest(wanted, |tag| self.table.get(tag)).map(|locale| &**locale),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(header: &str) -> String {
        let row = |(wanted, locale): (&str, &str)| (wanted.to_owned(), locale.to_owned());
        let table = [("es", "es"), ("zh", "zh-Hans"), ("zh-tw", "zh-Hant"), ("en", "en-US")]
            .map(row)
            .into();
        Negotiation { default: "en-US".to_owned(), table }.from_header(header).to_owned()
    }

    #[test]
    fn the_most_wanted_language_that_is_there_is_served() {
        for (header, locale) in [
            ("es-MX,es;q=0.9", "es"),
            ("de, zh-TW;q=0.5, es;q=0.7", "es"),
            ("zh-TW-x-private", "zh-Hant"),
            ("es;q=0, zh", "zh-Hans"),
            ("es;q=0", "en-US"),
            ("*", "en-US"),
            ("", "en-US"),
            ("de;q=1, *;q=0.1, es;q=0.5", "es"),
            ("ES", "es"),
        ] {
            assert_eq!(served(header), locale, "{header}");
        }
    }

    #[test]
    fn a_malformed_header_costs_only_its_malformed_parts() {
        for header in
            [",,;;=,es", "es;q=2, es", "es;q", "\u{202e}, es", "x;q=é,es", "-,es", "es ; q = 0.8"]
        {
            let locale = if header == "es;q" { "en-US" } else { "es" };
            assert_eq!(served(header), locale, "{header}");
        }
        assert_eq!(served(&"a-".repeat(100_000)), "en-US");
    }
}
